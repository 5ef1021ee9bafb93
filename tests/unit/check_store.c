/* check_store.c - the folder of an index, its sources and their names. */
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "indexing.h"

static void write_file(const char *name, const char *text)
{
	char path[192];

	snprintf(path, sizeof path, "%s/%s", dir, name);
	OK(kt_file_write(path, kt_str_of(text), &err));
}

/* ---- the folder ---- */

START_TEST(absent_and_empty_folders_become_an_index)
{
	char deep[160];
	kt_index *index;

	snprintf(deep, sizeof deep, "%s/one/two/", dir);
	kt_store_close(store_of(deep, 0));
	index = index_of(deep); /* an index of nothing, but an index */
	kt_index_free(index);
	mkdir(db, 0777);
	make_index("en", "words");
	kt_index_free(index_of(db));
}
END_TEST

START_TEST(what_is_no_index_is_told_and_left_alone)
{
	char path[160];
	kt_store *store;
	kt_index *index;

	ck_assert_int_eq(kt_index_open(&index, db, &err), KT_ENOINDEX);
	ck_assert_ptr_nonnull(strstr(err.message, db));
	ck_assert_int_eq(kt_index_open(&index, "", &err), KT_ENOINDEX);
	write_file("thesis.txt", "the work of years");
	ck_assert_int_eq(kt_index_open(&index, dir, &err), KT_ENOINDEX);
	ck_assert_ptr_nonnull(strstr(err.message, "no file 'current'"));
	ck_assert_int_eq(kt_store_open(&store, dir, 0, &err), KT_ENOINDEX);
	ck_assert_int_eq(kt_store_open(&store, dir, 1, &err), KT_ENOINDEX);
	ck_assert_ptr_null(store);
	snprintf(path, sizeof path, "%s/writer.lock", dir);
	ck_assert_int_ne(access(path, F_OK), 0);
	snprintf(path, sizeof path, "%s/thesis.txt", dir);
	ck_assert_int_eq(kt_store_open(&store, path, 0, &err), KT_ENOINDEX);
	ck_assert_int_eq(kt_index_open(&index, path, &err), KT_ENOINDEX);
}
END_TEST

static const char *const CURRENTS[] = { "", "../index-1", "index-", "index-01", "index-1x",
	"index-99999999999999999999", "/etc" };

START_TEST(current_that_names_no_database_is_corrupt)
{
	kt_store *store;
	kt_index *index;

	make_index("en", "words");
	write_file("db/current", CURRENTS[_i]);
	ck_assert_int_eq(kt_index_open(&index, db, &err), KT_ECORRUPT);
	ck_assert_int_eq(kt_store_open(&store, db, 0, &err), KT_ECORRUPT);
	store = store_of(db, 1);
	add_source(store, "/a", "en", "anew");
	finish(store);
	kt_index_free(index_of(db));
}
END_TEST

START_TEST(second_writer_is_told_who_writes)
{
	char holder[64];
	kt_store *store = store_of(db, 0), *second;

	ck_assert_int_eq(kt_store_open(&second, db, 0, &err), KT_ELOCKED);
	snprintf(holder, sizeof holder, "process %ld on ", (long)getpid());
	ck_assert_ptr_nonnull(strstr(err.message, holder));
	ck_assert_int_eq(kt_store_open(&second, db, 1, &err), KT_ELOCKED);
	kt_store_close(store);
	kt_store_close(store_of(db, 0));
}
END_TEST

static void set_version(const char *schema)
{
	char path[160];
	xap_writer *writer;

	snprintf(path, sizeof path, "%s/index-1", db);
	OK(xap_writer_open(&writer, path, 0, &err));
	OK(xap_writer_begin(writer, &err));
	OK(xap_writer_set_metadata(writer, KT_STR("schema"), kt_str_of(schema), &err));
	OK(xap_writer_commit(writer, &err));
	OK(xap_writer_close(writer, &err));
}

START_TEST(another_version_is_refused_and_can_be_rebuilt)
{
	kt_store *store;
	kt_index *index;

	make_index("en", "words");
	set_version("99");
	ck_assert_int_eq(kt_index_open(&index, db, &err), KT_EVERSION);
	ck_assert_ptr_nonnull(strstr(err.message, "kartoteka-index --rebuild"));
	ck_assert_int_eq(kt_store_open(&store, db, 0, &err), KT_EVERSION);
	set_version("");
	ck_assert_int_eq(kt_index_open(&index, db, &err), KT_ECORRUPT);
	finish(store_of(db, 1));
	kt_index_free(index_of(db));
}
END_TEST

/* ---- sources and passages ---- */

static void counters(uint64_t sources, uint64_t passages, uint64_t words_in_all)
{
	kt_index *index = index_of(db);
	kt_index_state state;
	kt_source_record *list;
	uint32_t documents;
	size_t count;

	OK(kt_index_state_read(index, &state, &err));
	ck_assert_uint_eq(state.sources, sources);
	ck_assert_uint_eq(state.passages, passages);
	ck_assert_uint_eq(state.words, words_in_all);
	ck_assert_int_eq(state.schema, KT_SCHEMA_VERSION);
	ck_assert(state.written > 1600000000 && state.written <= (uint64_t)time(NULL));
	OK(xap_reader_count(kt_index_reader(index), &documents, &err));
	ck_assert_uint_eq(documents, passages);
	OK(kt_index_sources(index, arena, &list, &count, &err));
	ck_assert_uint_eq(count, sources);
	for (size_t i = 0; i < count; i++) {
		passages -= list[i].passages;
		words_in_all -= list[i].words;
	}
	ck_assert_uint_eq(passages, 0);
	ck_assert_uint_eq(words_in_all, 0);
	kt_index_free(index);
}

START_TEST(counters_stay_right_when_sources_change)
{
	kt_store *store = store_of(db, 0);
	uint32_t removed;

	add_source(store, "/a", "en", "one two three");
	begin(store, "/b");
	add_text(store, 1, "en", "four five");
	add_text(store, 2, "en", "six");
	OK(kt_store_end_source(store, &err));
	finish(store);
	counters(2, 3, 6);

	store = store_of(db, 0);
	ck_assert_uint_eq(kt_store_source_count(store), 2);
	removed = kt_store_source_by_path(store, KT_STR("/b"))->number;
	add_source(store, "/a", "en", "one");
	ck_assert_uint_eq(kt_store_source_by_path(store, KT_STR("/a"))->number, 1);
	add_source(store, "/a", "en", "one and only");
	OK(kt_store_remove(store, removed, &err));
	ck_assert_int_eq(kt_store_remove(store, removed, &err), KT_ENOTFOUND);
	finish(store);
	counters(1, 1, 3);

	store = store_of(db, 0);
	add_source(store, "/b", "en", "back again");
	/* a number is not used again */
	ck_assert_uint_eq(kt_store_source_by_path(store, KT_STR("/b"))->number, removed + 1);
	finish(store);
	counters(2, 2, 5);
}
END_TEST

START_TEST(source_named_like_a_number_is_not_that_source)
{
	kt_store *store = store_of(db, 0);

	add_source(store, "/texts/essay", "en", "the first");
	add_source(store, "/texts/1", "en", "the second");
	OK(kt_store_remove(store, 1, &err));
	finish(store);
	counters(1, 1, 2);
}
END_TEST

START_TEST(source_that_was_not_ended_is_given_up)
{
	kt_store *store = store_of(db, 0);
	kt_passage lost = { .number = 1, .text = KT_STR("lost") };

	ck_assert_int_eq(kt_store_add(store, &lost, &tokens, words, &err), KT_EINVAL);
	ck_assert_int_eq(kt_store_end_source(store, &err), KT_EINVAL);
	begin(store, "/a");
	add_text(store, 1, "en", "half a source");
	begin(store, "/b");
	add_text(store, 1, "en", "a whole one");
	OK(kt_store_end_source(store, &err));
	begin(store, "/c");
	add_text(store, 1, "en", "and half again");
	finish(store);
	counters(1, 1, 3);
}
END_TEST

START_TEST(closing_without_finish_changes_nothing)
{
	kt_store *store;

	make_index("en", "as it was");
	store = store_of(db, 0);
	add_source(store, "/a/essay.txt", "en", "as it should not be now");
	add_source(store, "/b", "en", "nor this");
	kt_store_close(store);
	counters(1, 1, 3);
}
END_TEST

static const struct {
	const char *path, *wish, *name, *stem;
} NAMES[] = {
	{ "/t/essay.txt", "essay.txt", "essay.txt", "essay" },
	{ "/t/essay.md", "essay.md", "essay.md", "essay.md" },
	{ "/u/essay.txt", "essay.txt", "u/essay.txt", "u/essay" },
	{ "/v/u/essay.txt", "essay.txt", "v/u/essay.txt", "v/u/essay" },
	{ "/t/deep/file.txt", "deep/file.txt", "deep/file.txt", "deep/file" },
	{ "/t/essay", "essay", "t/essay", "t/essay-2" }, /* t/essay, too, would be free */
	{ "/t/.hidden", ".hidden", ".hidden", ".hidden" },
	{ "/t/two.parts.txt", "two.parts.txt", "two.parts.txt", "two.parts" },
	{ "/w/wishless.txt", "", "wishless.txt", "wishless" },
};

START_TEST(names_and_stems_are_unique)
{
	kt_store *store = store_of(db, 0);

	for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
		kt_source_record r = { .path = kt_str_of(NAMES[i].path),
			.name = kt_str_of(NAMES[i].wish) };

		OK(kt_store_begin_source(store, &r, &err));
		ck_assert_str_eq(r.name.ptr, NAMES[i].name);
		if (i != 5)
			ck_assert_str_eq(r.stem.ptr, NAMES[i].stem);
		OK(kt_store_end_source(store, &err));
		/* indexed again it keeps its names */
		r.name = kt_str_of(NAMES[i].wish);
		OK(kt_store_begin_source(store, &r, &err));
		ck_assert_str_eq(r.name.ptr, NAMES[i].name);
		OK(kt_store_end_source(store, &err));
	}
	finish(store);
}
END_TEST

static const struct {
	const char *asked;
	uint32_t number; /* 0: not found */
} ASKED[] = {
	{ "essay.txt", 1 },
	{ "essay", 1 },
	{ "/t/essay.txt", 1 },
	{ "ESSAY", 1 },
	{ "u/essay.txt", 2 },
	{ "U/Essay", 2 },
	{ "киров.txt", 3 },
	{ "КИРОВ", 3 },
	{ "only.md", 4 },
	{ "twice.md", 0 }, /* two are named so */
	{ "absent", 0 },
	{ "", 0 },
};

START_TEST(source_is_found_by_its_names)
{
	static const char *const paths[][2] = { { "/t/essay.txt", "essay.txt" },
		{ "/u/essay.txt", "u/essay.txt" }, { "/t/киров.txt", "киров.txt" },
		{ "/t/deep/only.md", "deep/only.md" }, { "/t/a/twice.md", "a/twice.md" },
		{ "/t/b/twice.md", "b/twice.md" } };
	kt_store *store = store_of(db, 0);
	kt_index *index;
	uint32_t number;

	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		kt_source_record r = { .path = kt_str_of(paths[i][0]),
			.name = kt_str_of(paths[i][1]) };

		OK(kt_store_begin_source(store, &r, &err));
		OK(kt_store_end_source(store, &err));
	}
	finish(store);
	index = index_of(db);
	for (size_t i = 0; i < sizeof ASKED / sizeof *ASKED; i++) {
		kt_status status =
			kt_index_source_find(index, kt_str_of(ASKED[i].asked), &number, &err);

		ck_assert_int_eq(status, ASKED[i].number ? KT_OK : KT_ENOTFOUND);
		ck_assert_msg(number == ASKED[i].number, "%s: %u", ASKED[i].asked, number);
	}
	kt_index_free(index);
}
END_TEST

START_TEST(source_record_comes_back_as_it_was)
{
	kt_source_record in = { .path = KT_STR("/t/essay.txt"),
		.name = KT_STR("essay.txt"),
		.title = KT_STR("The Year One"),
		.author = KT_STR("Serge, Victor"),
		.date = KT_STR("1930-05"),
		.origin = KT_STR("archive"),
		.licence = KT_STR("CC0"),
		.format = KT_STR("text"),
		.encoding = KT_STR("UTF-8"),
		.language = { "en" },
		.hash = UINT64_MAX - 5,
		.size = 12345,
		.stamp = UINT64_MAX - 7 };
	kt_store *store = store_of(db, 0);
	kt_source_record out;
	kt_index *index;

	OK(kt_store_begin_source(store, &in, &err));
	OK(kt_store_end_source(store, &err));
	finish(store);
	index = index_of(db);
	OK(kt_index_source(index, arena, in.number, &out, &err));
	ck_assert_str_eq(out.title.ptr, "The Year One");
	ck_assert_str_eq(out.author.ptr, "Serge, Victor");
	ck_assert_str_eq(out.date.ptr, "1930-05");
	ck_assert_str_eq(out.origin.ptr, "archive");
	ck_assert_str_eq(out.licence.ptr, "CC0");
	ck_assert_str_eq(out.format.ptr, "text");
	ck_assert_str_eq(out.encoding.ptr, "UTF-8");
	ck_assert_str_eq(out.path.ptr, "/t/essay.txt");
	ck_assert_str_eq(out.stem.ptr, "essay");
	ck_assert_str_eq(out.language.code, "en");
	ck_assert(out.hash == in.hash && out.size == in.size && out.stamp == in.stamp);
	ck_assert_int_eq(kt_index_source(index, arena, 9, &out, &err), KT_ENOTFOUND);
	kt_index_free(index);
}
END_TEST

START_TEST(metadata_is_kept_but_not_the_stores_own)
{
	static const char *const own[] = { "schema", "passages", "source:0000000001", "languages",
		"" };
	kt_store *store = store_of(db, 0);
	kt_buf out = KT_BUF_INIT;
	kt_index *index;

	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		ck_assert_int_eq(
			kt_store_set(store, kt_str_of(own[i]), KT_STR("1"), &err), KT_EINVAL);
	OK(kt_store_set(store, KT_STR("people"), KT_STR("id\tname\n"), &err));
	finish(store);
	index = index_of(db);
	OK(kt_index_get(index, &out, KT_STR("people"), &err));
	ck_assert_str_eq(out.ptr, "id\tname\n");
	OK(kt_index_get(index, &out, KT_STR("absent"), &err));
	ck_assert_uint_eq(out.len, 0);
	kt_buf_release(&out);
	kt_index_free(index);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("store");
	TCase *folder = add_case(s, "folder");
	TCase *sources = add_case(s, "sources");

	tcase_add_test(folder, absent_and_empty_folders_become_an_index);
	tcase_add_test(folder, what_is_no_index_is_told_and_left_alone);
	tcase_add_loop_test(folder, current_that_names_no_database_is_corrupt, 0,
		sizeof CURRENTS / sizeof *CURRENTS);
	tcase_add_test(folder, second_writer_is_told_who_writes);
	tcase_add_test(folder, another_version_is_refused_and_can_be_rebuilt);
	tcase_add_test(sources, counters_stay_right_when_sources_change);
	tcase_add_test(sources, source_named_like_a_number_is_not_that_source);
	tcase_add_test(sources, source_that_was_not_ended_is_given_up);
	tcase_add_test(sources, closing_without_finish_changes_nothing);
	tcase_add_test(sources, names_and_stems_are_unique);
	tcase_add_test(sources, source_is_found_by_its_names);
	tcase_add_test(sources, source_record_comes_back_as_it_was);
	tcase_add_test(sources, metadata_is_kept_but_not_the_stores_own);
	return s;
}

int main(void)
{
	return run_suite(suite());
}
