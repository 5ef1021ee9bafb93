/* Any bytes as a text and as Markdown: blocks in order that are slices of the file, or an error. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "kartoteka/readers.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(int promise)
{
	if (!promise)
		abort();
}

static void count_notice(void *context, const char *message)
{
	require(strncmp(message, "essay.", 6) == 0);
	++*(int *)context;
}

static void check_blocks(const kt_source_text *source, kt_str bytes)
{
	int64_t behind = 0;

	for (size_t i = 0; i < source->block_count; i++) {
		const kt_block *block = &source->blocks[i];

		require(block->text.len > 0 && (int)block->kind >= 0 && block->kind < KT_KINDS);
		require(kt_utf8_check(block->text) == block->text.len);
		require((source->blocks[0].offset < 0) == (block->offset < 0));
		if (block->offset < 0)
			continue;
		require(block->offset >= behind);
		behind = block->offset + (int64_t)block->text.len;
		require((size_t)behind <= bytes.len);
		require(memcmp(block->text.ptr, bytes.ptr + block->offset, block->text.len) == 0);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static const char *const names[] = { "essay.txt", "essay.md" };
	kt_str text = { (const char *)bytes, size };
	kt_arena *arena;

	require(kt_arena_new(&arena, NULL) == KT_OK);
	for (size_t i = 0; i < 2; i++) {
		kt_source_text source;
		kt_error err = { 0 };
		int notices = 0;
		kt_status status = kt_read_source(
			&source, arena, names[i], text, count_notice, &notices, &err);

		if (status == KT_OK) {
			check_blocks(&source, text);
			require(notices <= 3 && (!source.encoding_guessed || notices > 0));
		} else {
			require(status == KT_EINPUT && strstr(err.message, names[i]));
		}
		kt_arena_clear(arena);
	}
	kt_arena_free(arena);
	return 0;
}
