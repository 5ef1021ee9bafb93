/* Any bytes as the archives that documents are: blocks of well-formed text, or an error that names
 * the file. */
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
	require(strncmp(message, "essay.", 6) == 0);
}

static void check_source(const kt_source_text *source)
{
	const kt_str told[] = { source->title, source->author, source->date, source->origin,
		source->licence };

	for (size_t i = 0; i < source->block_count; i++) {
		const kt_block *block = &source->blocks[i];

		require(block->text.len > 0 && (int)block->kind >= 0 && block->kind < KT_KINDS);
		require(kt_utf8_check(block->text) == block->text.len);
		require(block->offset == -1);
	}
	for (size_t i = 0; i < sizeof(told) / sizeof(*told); i++)
		require(kt_utf8_check(told[i]) == told[i].len);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static const char *const names[] = { "essay.epub", "essay.docx", "essay.odt",
		"essay.fb2.zip" };
	kt_arena *arena;

	require(kt_arena_new(&arena, NULL) == KT_OK);
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		kt_source_text source;
		kt_error err = { 0 };
		kt_status status = kt_read_source(&source, arena, names[i],
			(kt_str) { (const char *)bytes, size }, check_notice, NULL, &err);

		if (status == KT_OK)
			check_source(&source);
		else
			require(status == KT_EINPUT && strstr(err.message, names[i]));
		kt_arena_clear(arena);
	}
	kt_arena_free(arena);
	return 0;
}
