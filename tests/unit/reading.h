/* reading.h - what tests of the readers of formats have in common: a file read, its blocks shown.
 */
#ifndef KARTOTEKA_TESTS_READING_H
#define KARTOTEKA_TESTS_READING_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kartoteka/readers.h"

#define COUNT(table) (int)(sizeof(table) / sizeof(table)[0])

static kt_arena *arena;
static kt_source_text source;
static kt_error err;
static kt_buf shown, notices;

static inline void set_up(void)
{
	ck_assert_int_eq(kt_arena_new(&arena, NULL), KT_OK);
	kt_buf_init(&shown);
	kt_buf_init(&notices);
}

static inline void tear_down(void)
{
	kt_arena_free(arena);
	kt_buf_release(&shown);
	kt_buf_release(&notices);
}

static inline void take_notice(void *context, const char *message)
{
	kt_buf_addf(context, "%s\n", message);
}

static inline kt_status try_file(const char *name, kt_str bytes)
{
	memset(&err, 0, sizeof(err));
	kt_buf_clear(&notices);
	return kt_read_source(&source, arena, name, bytes, take_notice, &notices, &err);
}

/* Blocks borrow from the bytes: these are kept in the arena. */
static inline void read_file(const char *name, kt_str bytes)
{
	kt_status status = try_file(name, kt_arena_str(arena, bytes));

	ck_assert_msg(status == KT_OK, "%s: status %d, %s", name, (int)status, err.message);
}

/* The notices, each with a line end. */
static inline const char *told(void)
{
	return notices.len ? notices.ptr : "";
}

static inline const char *text_of_block(size_t i)
{
	ck_assert_uint_lt(i, source.block_count);
	kt_buf_clear(&shown);
	kt_buf_add(&shown, source.blocks[i].text);
	return shown.ptr;
}

/* kind: text; one block a line, a line end within a block shown as | */
static inline const char *blocks(void)
{
	kt_buf_clear(&shown);
	for (size_t i = 0; i < source.block_count; i++) {
		const kt_block *block = &source.blocks[i];

		kt_buf_addf(&shown, "%s%s: ", i ? "\n" : "", kt_kind_name(block->kind));
		for (size_t j = 0; j < block->text.len; j++)
			kt_buf_addc(&shown, block->text.ptr[j] == '\n' ? '|' : block->text.ptr[j]);
	}
	return shown.len ? shown.ptr : "";
}

static inline int run_suite(Suite *suite)
{
	SRunner *runner = srunner_create(suite);
	int failed;

	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

#endif
