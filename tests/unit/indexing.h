/* indexing.h - what the tests of the store share: a folder of their own, and writing made short. */
#ifndef KARTOTEKA_TESTS_INDEXING_H
#define KARTOTEKA_TESTS_INDEXING_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kartoteka/store.h"

static char dir[64], db[96];
static kt_error err;
static kt_arena *arena;
static kt_words *words;
static kt_tokens tokens;

#define OK(call) ck_assert_msg((call) == KT_OK, "%s: %s", #call, err.message)

static inline void set_up(void)
{
	strcpy(dir, "/tmp/check_store.XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(dir));
	snprintf(db, sizeof db, "%s/db", dir);
	memset(&err, 0, sizeof err);
	memset(&tokens, 0, sizeof tokens);
	OK(kt_arena_new(&arena, &err));
	OK(kt_words_new(&words, &err));
}

static inline void tear_down(void)
{
	kt_tokens_release(&tokens);
	kt_words_free(words);
	kt_arena_free(arena);
	OK(kt_file_remove_all(dir, &err));
}

/* ---- writing, made short ---- */

static inline kt_store *store_of(const char *path, int rebuild)
{
	kt_store *store;

	OK(kt_store_open(&store, path, rebuild, &err));
	return store;
}

static inline void begin(kt_store *store, const char *path)
{
	kt_source_record record = { .path = kt_str_of(path), .format = KT_STR("text") };

	OK(kt_store_begin_source(store, &record, &err));
}

static inline void add(kt_store *store, kt_passage *passage)
{
	OK(kt_tokenise(&tokens, words, passage->text, 0, &err));
	OK(kt_store_add(store, passage, &tokens, words, &err));
}

static inline void add_text(
	kt_store *store, uint32_t number, const char *language, const char *text)
{
	kt_passage passage = { .number = number,
		.kind = KT_KIND_PARAGRAPH,
		.language = kt_language_of(language),
		.offset = -1,
		.text = kt_str_of(text) };

	add(store, &passage);
}

/* A source of one passage. */
static inline void add_source(
	kt_store *store, const char *path, const char *language, const char *text)
{
	begin(store, path);
	add_text(store, 1, language, text);
	OK(kt_store_end_source(store, &err));
}

static inline void finish(kt_store *store)
{
	OK(kt_store_finish(store, &err));
	kt_store_close(store);
}

static inline void make_index(const char *language, const char *text)
{
	kt_store *store = store_of(db, 0);

	add_source(store, "/a/essay.txt", language, text);
	finish(store);
}

static inline kt_index *index_of(const char *path)
{
	kt_index *index;

	OK(kt_index_open(&index, path, &err));
	return index;
}

static inline kt_passage passage_of(kt_index *index, uint32_t source, uint32_t number)
{
	kt_passage out;
	uint32_t id;

	OK(kt_index_find(index, source, number, &id, &err));
	OK(kt_index_passage(index, arena, id, &out, &err));
	return out;
}

static unsigned seed; /* of random_below */

static inline unsigned random_below(unsigned bound)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % bound;
}

/* Runs the suite; its exit status. */
static inline int run_suite(Suite *suite)
{
	SRunner *runner = srunner_create(suite);
	int failed;

	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

static inline TCase *add_case(Suite *suite, const char *name)
{
	TCase *tests = tcase_create(name);

	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_set_timeout(tests, 120);
	suite_add_tcase(suite, tests);
	return tests;
}

#endif
