/* check_common.c - common words: numbered, counted. */
#include "indexing.h"

static kt_index *opened(void)
{
	return index_of(db);
}

START_TEST(each_common_word_has_its_number)
{
	for (unsigned i = 1; i <= KT_COMMON_WORDS; i++) {
		kt_buf folded = KT_BUF_INIT;

		ck_assert_uint_eq(kt_common_number(kt_common_form(i)), i);
		kt_fold(&folded, kt_common_form(i)); /* a form is as the tokeniser gives it */
		ck_assert(kt_str_equal(kt_buf_str(&folded), kt_common_form(i)));
		kt_buf_release(&folded);
	}
	ck_assert_uint_eq(kt_common_number(KT_STR("")), 0);
	ck_assert_uint_eq(kt_common_number(KT_STR("th")), 0);
	ck_assert_uint_eq(kt_common_number(KT_STR("thee")), 0);
	ck_assert_uint_eq(kt_common_number(KT_STR("war")), 0);
	ck_assert_uint_eq(kt_common_form(0).len, 0);
	ck_assert_uint_eq(kt_common_form(KT_COMMON_WORDS + 1).len, 0);
}
END_TEST

/* ---- counts ---- */

typedef struct tally {
	uint32_t documents;
	uint64_t occurrences;
} tally;

static kt_status add_to_tally(void *context, uint32_t id, uint32_t occurrences, kt_error *e)
{
	tally *t = context;

	(void)id;
	(void)e;
	t->documents++;
	t->occurrences += occurrences;
	return KT_OK;
}

/* Every common word is counted as it stands in the streams, and `form` so often. */
static void counted(const char *form, uint32_t documents, uint64_t occurrences)
{
	kt_index *index = opened();
	uint32_t having;
	uint64_t times;

	for (unsigned i = 1; i <= KT_COMMON_WORDS; i++) {
		tally t = { 0, 0 };

		OK(kt_index_postings(index, kt_common_form(i), NULL, 0, add_to_tally, &t, &err));
		OK(kt_index_word(index, kt_common_form(i), &having, &times, &err));
		ck_assert_uint_eq(having, t.documents);
		ck_assert_uint_eq(times, t.occurrences);
	}
	OK(kt_index_word(index, kt_str_of(form), &having, &times, &err));
	ck_assert_uint_eq(having, documents);
	ck_assert_uint_eq(times, occurrences);
	kt_index_free(index);
}

START_TEST(counts_stay_right_when_sources_change)
{
	kt_store *store = store_of(db, 0);
	uint32_t removed;

	add_source(store, "/a", "en", "the end of the war");
	begin(store, "/b");
	add_text(store, 1, "en", "of the people, by the people");
	add_text(store, 2, "ru", "и в воде, и на суше");
	OK(kt_store_end_source(store, &err));
	finish(store);
	counted("the", 2, 4);
	counted("и", 1, 2);

	store = store_of(db, 0);
	removed = kt_store_source_by_path(store, KT_STR("/b"))->number;
	add_source(store, "/a", "en", "the first of the two"); /* once, and again in one run */
	add_source(store, "/a", "en", "the second");
	add_source(store, "/c", "en", "to and from the front");
	OK(kt_store_remove(store, removed, &err));
	finish(store);
	counted("the", 2, 2);
	counted("и", 0, 0);
	counted("of", 0, 0);
}
END_TEST

START_TEST(given_up_sources_are_not_counted)
{
	kt_store *store = store_of(db, 0);

	begin(store, "/half");
	for (uint32_t i = 1; i <= 40; i++) /* more than wait together to be written */
		add_text(store, i, "en", "of the half");
	begin(store, "/whole");
	add_text(store, 1, "en", "the whole");
	OK(kt_store_end_source(store, &err));
	begin(store, "/last");
	add_text(store, 1, "en", "the last of the others");
	finish(store);
	counted("the", 1, 1);
	counted("of", 0, 0);
}
END_TEST

/* Quotation marks have positions where no word has. */
START_TEST(passage_of_common_words_alone_is_whole)
{
	const char *text = "\"What is it that they are for?\"";
	kt_quotation q = {
		.start = 1, .end = (uint32_t)strlen(text) - 1, .kind = KT_QUOTATION_INLINE
	};
	kt_passage p = { .number = 1,
		.kind = KT_KIND_PARAGRAPH,
		.language = { "en" },
		.offset = -1,
		.text = kt_str_of(text),
		.quotations = &q,
		.quotation_count = 1 };
	kt_store *store = store_of(db, 0);
	kt_index *index;
	size_t problems;

	begin(store, "/a");
	add(store, &p);
	OK(kt_store_end_source(store, &err));
	finish(store);
	counted("they", 1, 1);
	index = opened();
	OK(xap_check(kt_index_path(index), &problems, &err));
	ck_assert_uint_eq(problems, 0);
	ck_assert(kt_str_equal(passage_of(index, 1, 1).text, p.text));
	kt_index_free(index);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("common words");
	TCase *table = add_case(s, "table"), *counts = add_case(s, "counts");

	tcase_add_test(table, each_common_word_has_its_number);
	tcase_add_test(counts, counts_stay_right_when_sources_change);
	tcase_add_test(counts, passage_of_common_words_alone_is_whole);
	tcase_add_test(counts, given_up_sources_are_not_counted);
	return s;
}

int main(void)
{
	return run_suite(suite());
}
