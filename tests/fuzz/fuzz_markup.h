/* What fuzz_html.c and fuzz_xml.c ask of what they read. */
#ifndef FUZZ_MARKUP_H
#define FUZZ_MARKUP_H

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

/* No white space at the ends, none but single spaces and line ends within. */
static void check_text(kt_str text)
{
	char before = ' ';

	require(text.len > 0 && kt_utf8_check(text) == text.len);
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		require(c != '\t' && c != '\r');
		require(!((c == ' ' || c == '\n') && (before == ' ' || before == '\n')));
		before = c;
	}
	require(before != ' ' && before != '\n');
}

static void check_field(kt_str field)
{
	require(!field.len || kt_utf8_check(field) == field.len);
	require(!field.len || !memchr(field.ptr, '\n', field.len));
}

static void check_source(const kt_source_text *source)
{
	require(source->format && source->encoding);
	check_field(source->title);
	check_field(source->author);
	check_field(source->date);
	check_field(source->origin);
	check_field(source->licence);
	for (size_t i = 0; i < source->block_count; i++) {
		const kt_block *block = &source->blocks[i];

		require((unsigned)block->kind < KT_KINDS && block->offset == -1);
		require(memchr(block->language.code, '\0', sizeof block->language.code) != NULL);
		check_text(block->text);
	}
}

static void fuzz_markup(const char *name, const uint8_t *bytes, size_t size)
{
	kt_source_text source;
	kt_error err = { 0 };
	kt_arena *arena;
	kt_status status;

	require(kt_arena_new(&arena, NULL) == KT_OK);
	status = kt_read_source(
		&source, arena, name, (kt_str) { (const char *)bytes, size }, NULL, NULL, &err);
	if (status == KT_OK)
		check_source(&source);
	else
		require(status == KT_EINPUT && strstr(err.message, name));
	kt_arena_free(arena);
}

#endif
