/* check_common.c - common words: kept in streams, counted, found. */
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

/* ---- places ---- */

START_TEST(common_words_stand_at_their_positions)
{
	kt_store *store = store_of(db, 0);
	kt_buf text = KT_BUF_INIT;
	uint32_t *at = NULL, length;
	size_t size = 0, count;
	kt_index *index;

	kt_buf_add(&text, KT_STR("The "));
	for (int i = 0; i < 300; i++) /* a distance of more than a byte */
		kt_buf_addf(&text, "rare%d ", i);
	kt_buf_add(&text, KT_STR("of the THE end"));
	kt_buf_addc(&text, '\0');
	add_source(store, "/a", "en", text.ptr);
	add_source(store, "/b", "en", "none here");
	add_source(store, "/c", "en", "the third");
	finish(store);
	index = opened();
	OK(kt_index_positions(index, 3, KT_STR("the"), &at, &size, &count, &err));
	ck_assert_uint_eq(count, 1);
	OK(kt_index_positions(index, 1, KT_STR("the"), &at, &size, &count, &err)); /* back */
	ck_assert_uint_eq(count, 3);
	ck_assert_uint_eq(at[0], 1);
	ck_assert_uint_eq(at[1], 303);
	ck_assert_uint_eq(at[2], 304);
	OK(kt_index_positions(index, 1, KT_STR("end"), &at, &size, &count, &err));
	ck_assert_uint_eq(count, 1);
	ck_assert_uint_eq(at[0], 305);
	OK(kt_index_positions(index, 2, KT_STR("the"), &at, &size, &count, &err));
	ck_assert_uint_eq(count, 0);
	OK(kt_index_length(index, 1, &length, &err)); /* rare ones, and the end */
	ck_assert_uint_eq(length, 301);
	OK(kt_index_length(index, 3, &length, &err));
	ck_assert_uint_eq(length, 1);
	kt_index_free(index);
	kt_buf_release(&text);
	free(at);
}
END_TEST

/* ---- runs ---- */

#define PASSAGES 200
#define LONGEST 30

static const char *const vocabulary[] = { "the", "of", "and", "party", "in" };
enum { WORDS = sizeof vocabulary / sizeof *vocabulary };

static unsigned random_words(unsigned *chance, unsigned char *out)
{
	unsigned count = 1;

	for (unsigned i = 0; i < LONGEST; i++) {
		*chance = *chance * 1103515245 + 12345;
		out[i] = (unsigned char)(*chance >> 16) % WORDS;
		count += i + 1 < LONGEST && (*chance >> 24) % LONGEST != 0;
	}
	return count;
}

static kt_status note_run(void *context, uint32_t id, uint32_t occurrences, kt_error *e)
{
	uint32_t *times = context;

	(void)e;
	times[id] = occurrences;
	return KT_OK;
}

START_TEST(runs_are_those_of_a_plain_scan)
{
	static const char *const RUNS[][3] = { { "of", "the", NULL }, { "the", "the", NULL },
		{ "in", "of", "the" }, { "and", NULL, NULL }, { "the", "of", "the" } };
	static unsigned char text[PASSAGES + 1][LONGEST];
	unsigned length[PASSAGES + 1], chance = 7;
	const uint32_t some[] = { 2, 3, 5, 90, 199 };
	kt_store *store = store_of(db, 0);
	kt_index *index;

	begin(store, "/a");
	for (uint32_t i = 1; i <= PASSAGES; i++) {
		kt_buf words_of = KT_BUF_INIT;

		length[i] = random_words(&chance, text[i]);
		for (unsigned w = 0; w < length[i]; w++)
			kt_buf_addf(&words_of, "%s ", vocabulary[text[i][w]]);
		add_text(store, i, "en", words_of.ptr);
		kt_buf_release(&words_of);
	}
	OK(kt_store_end_source(store, &err));
	finish(store);
	index = opened();
	for (size_t r = 0; r < sizeof RUNS / sizeof *RUNS; r++) {
		kt_common_set sets[3] = { { { 0 } } };
		uint32_t times[PASSAGES + 1] = { 0 }, few[PASSAGES + 1] = { 0 };
		size_t count = 0;

		for (; count < 3 && RUNS[r][count]; count++)
			ck_assert_int_eq(
				kt_common_set_add(&sets[count], kt_str_of(RUNS[r][count])), 1);
		OK(kt_index_common_runs(index, sets, count, NULL, 0, note_run, times, &err));
		OK(kt_index_common_runs(index, sets, count, some, 5, note_run, few, &err));
		for (uint32_t i = 1; i <= PASSAGES; i++) {
			uint32_t wanted = 0;
			int among = 0;

			for (unsigned w = 0; w + count <= length[i]; w++) {
				size_t k = 0;

				while (k < count && !strcmp(vocabulary[text[i][w + k]], RUNS[r][k]))
					k++;
				wanted += k == count;
			}
			for (size_t k = 0; k < 5; k++)
				among |= some[k] == i;
			ck_assert_uint_eq(times[i], wanted);
			ck_assert_uint_eq(few[i], among ? wanted : 0);
		}
	}
	kt_index_free(index);
}
END_TEST

/* Of more passages than there are documents, none, a word cut off, a distance without an end,
 * lengths without bounds, no passages. */
static const kt_str CORRUPT[] = { KT_STR("\x02\x01"), KT_STR("\x01"),
	KT_STR("\x01\x02\x00\x03\x80"), KT_STR("\x01\x02\x00\x00\x01\x01\x05"),
	KT_STR("\x01\xff\xff\xff\xff\xff\xff"), KT_STR("\x00") };

START_TEST(corrupt_stream_is_told)
{
	kt_str bytes = CORRUPT[_i];
	tally t = { 0, 0 };
	xap_document *doc;
	xap_writer *writer;
	uint32_t *at = NULL;
	size_t size = 0, count;
	kt_index *index;

	finish(store_of(db, 0));
	index = opened();
	OK(xap_writer_open(&writer, kt_index_path(index), XAP_OPEN, &err));
	kt_index_free(index);
	OK(xap_writer_begin(writer, &err));
	OK(xap_document_new(&doc, &err));
	OK(xap_document_stream(doc, bytes, &err));
	OK(xap_writer_add(writer, doc, NULL, &err));
	OK(xap_writer_commit(writer, &err));
	OK(xap_writer_close(writer, &err));
	xap_document_free(doc);
	index = opened();
	ck_assert_int_eq(kt_index_postings(index, KT_STR("zum"), NULL, 0, add_to_tally, &t, &err),
		KT_OK); /* no common word: not looked for there */
	ck_assert_int_eq(kt_index_postings(index, KT_STR("the"), NULL, 0, add_to_tally, &t, &err),
		KT_ECORRUPT);
	ck_assert_int_eq(
		kt_index_positions(index, 1, KT_STR("the"), &at, &size, &count, &err), KT_ECORRUPT);
	kt_index_free(index);
	free(at);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("common words");
	TCase *table = add_case(s, "table"), *counts = add_case(s, "counts");
	TCase *places = add_case(s, "places");

	tcase_add_test(table, each_common_word_has_its_number);
	tcase_add_test(counts, counts_stay_right_when_sources_change);
	tcase_add_test(counts, passage_of_common_words_alone_is_whole);
	tcase_add_test(counts, given_up_sources_are_not_counted);
	tcase_add_test(places, common_words_stand_at_their_positions);
	tcase_add_test(places, runs_are_those_of_a_plain_scan);
	tcase_add_loop_test(
		places, corrupt_stream_is_told, 0, (int)(sizeof CORRUPT / sizeof *CORRUPT));
	return s;
}

int main(void)
{
	return run_suite(suite());
}
