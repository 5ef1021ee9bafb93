/* Any bytes as RTF: blocks of well-formed text, or an error that names the file. */
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

static void check_notice(void *context, const char *message)
{
	(void)context;
	require(strncmp(message, "essay.rtf", 9) == 0);
}

static void check_blocks(const kt_source_text *source)
{
	for (size_t i = 0; i < source->block_count; i++) {
		const kt_block *block = &source->blocks[i];

		require(block->text.len > 0 && (int)block->kind >= 0 && block->kind < KT_KINDS);
		require(kt_utf8_check(block->text) == block->text.len);
		require(block->offset == -1);
	}
	require(kt_utf8_check(source->title) == source->title.len);
	require(kt_utf8_check(source->author) == source->author.len);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	kt_source_text source;
	kt_arena *arena;
	kt_error err = { 0 };
	kt_status status;

	require(kt_arena_new(&arena, NULL) == KT_OK);
	status = kt_read_source(&source, arena, "essay.rtf", (kt_str) { (const char *)bytes, size },
		check_notice, NULL, &err);
	if (status == KT_OK)
		check_blocks(&source);
	else
		require(status == KT_EINPUT && strstr(err.message, "essay.rtf"));
	kt_arena_free(arena);
	return 0;
}
