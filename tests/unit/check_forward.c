/* check_forward.c - the forward index: where words stand, alone and one behind the other. */
#include "indexing.h"

#include <fcntl.h>
#include <unistd.h>

static uint32_t *at;
static size_t at_size, at_count;

/* Positions of a word in a document, as text. */
static const char *places_of(kt_index *index, uint32_t id, const char *word)
{
	static char text[512];
	size_t n = 0;

	OK(kt_index_positions(index, id, kt_str_of(word), &at, &at_size, &at_count, &err));
	text[0] = '\0';
	for (size_t i = 0; i < at_count && n < sizeof text - 16; i++)
		n += (size_t)snprintf(text + n, sizeof text - n, i ? " %u" : "%u", at[i]);
	return text;
}

START_TEST(words_stand_at_their_positions)
{
	kt_store *store = store_of(db, 0);
	kt_buf text = KT_BUF_INIT;
	kt_index *index;

	kt_buf_add(&text, KT_STR("The "));
	for (int i = 0; i < 300; i++)
		kt_buf_addf(&text, "rare%d ", i);
	kt_buf_add(&text, KT_STR("of the THE end"));
	kt_buf_addc(&text, '\0');
	add_source(store, "/a", "en", text.ptr);
	add_source(store, "/b", "en", "none here");
	add_source(store, "/c", "en", "the third of theese [sic] and thees [sic] ends");
	add_source(store, "/d", "en", "*** --- ***");
	finish(store);
	index = index_of(db);
	ck_assert_str_eq(places_of(index, 3, "the"), "1");
	ck_assert_str_eq(places_of(index, 1, "the"), "1 303 304"); /* back */
	ck_assert_str_eq(places_of(index, 1, "end"), "305");
	ck_assert_str_eq(places_of(index, 1, "rare299"), "301");
	ck_assert_str_eq(places_of(index, 2, "the"), "");
	ck_assert_str_eq(places_of(index, 3, "theese"), "4");
	ck_assert_str_eq(places_of(index, 3, "sic"), "4 6"); /* aside: where the word before is */
	ck_assert_str_eq(places_of(index, 3, "and"), "5");
	ck_assert_str_eq(places_of(index, 3, "ends"), "7");
	ck_assert_str_eq(places_of(index, 4, "the"), ""); /* a passage without words */
	ck_assert_str_eq(places_of(index, 99, "the"), "");
	ck_assert_uint_eq(kt_index_length(index, 1), 301); /* rare ones, and the end */
	ck_assert_uint_eq(kt_index_length(index, 3), 6);
	ck_assert_uint_eq(kt_index_length(index, 99), 0);
	kt_index_free(index);
	kt_buf_release(&text);
}
END_TEST

/* Different words of one passage: so many that some would have the same code, and more than there
 * are narrow codes. */
static const unsigned MANY[] = { 700, 5000, 70000 };

START_TEST(each_word_of_a_passage_has_a_code_of_its_own)
{
	kt_store *store = store_of(db, 0);
	kt_buf text = KT_BUF_INIT;
	kt_index *index;

	for (unsigned i = 0; i < MANY[_i]; i++)
		kt_buf_addf(&text, "w%x ", i * 7919);
	add_source(store, "/a", "en", text.ptr);
	finish(store);
	index = index_of(db);
	for (unsigned i = 0; i < MANY[_i]; i++) {
		char word[32];

		snprintf(word, sizeof word, "w%x", i * 7919);
		OK(kt_index_positions(index, 1, kt_str_of(word), &at, &at_size, &at_count, &err));
		ck_assert_uint_eq(at_count, 1);
		ck_assert_uint_eq(at[0], i + 1);
		snprintf(word, sizeof word, "absent%x", i); /* may have a code that is there */
		ck_assert_str_eq(places_of(index, 1, word), "");
	}
	kt_index_free(index);
	kt_buf_release(&text);
}
END_TEST

/* ---- runs ---- */

#define PASSAGES 300
#define LONGEST 30

/* Common words and others; [sic] stands aside. */
static const char *const vocabulary[] = { "the", "of", "and", "party", "in", "congress", "soviet",
	"[sic]" };
enum { WORDS = sizeof vocabulary / sizeof *vocabulary, ASIDE = WORDS - 1 };

typedef struct text_word {
	unsigned word;
	uint32_t position;
} text_word;

static text_word text[PASSAGES + 1][LONGEST];
static size_t length[PASSAGES + 1];

static void make_passage(kt_store *store, const char *path, uint32_t id)
{
	kt_buf out = KT_BUF_INIT;
	uint32_t position = 0;

	length[id] = 1 + random_below(LONGEST);
	for (size_t i = 0; i < length[id]; i++) {
		unsigned word = random_below(i && id % 3 == 0 ? WORDS : ASIDE);

		position += word != ASIDE;
		text[id][i] = (text_word) { word, position };
		kt_buf_addf(&out, "%s ", vocabulary[word]);
	}
	add_source(store, path, "en", out.ptr);
	kt_buf_release(&out);
}

/* Words that may stand at each of up to three places, by their numbers, ended by -1. */
static const int RUNS[][3][4] = {
	{ { 1, -1 }, { 0, -1 } },
	{ { 0, -1 }, { 0, -1 } },
	{ { 4, -1 }, { 1, -1 }, { 0, -1 } },
	{ { 2, -1 } },
	{ { 3, -1 } },
	{ { 3, -1 }, { 1, -1 }, { 5, -1 } },
	{ { 3, 5, -1 }, { 6, -1 } },
	{ { 0, 3, -1 }, { 6, 5, -1 } },
	{ { 0, 1, 4, -1 }, { 6, 2, -1 }, { 3, 5, 6, -1 } },
	{ { 6, -1 }, { 6, -1 }, { 6, -1 } },
};

static int is_at(const int *place, unsigned word)
{
	for (; *place >= 0; place++)
		if ((unsigned)*place == word)
			return 1;
	return 0;
}

/* Whether the places from `place` on are filled from a position on. */
static int goes_on(uint32_t id, const int (*run)[4], size_t places, size_t place, uint32_t position)
{
	if (place == places)
		return 1;
	for (size_t i = 0; i < length[id]; i++)
		if (text[id][i].position == position && is_at(run[place], text[id][i].word))
			return goes_on(id, run, places, place + 1, position + 1);
	return 0;
}

static uint32_t wanted_in(uint32_t id, const int (*run)[4], size_t places)
{
	uint32_t times = 0;

	for (size_t i = 0; i < length[id]; i++)
		times += is_at(run[0], text[id][i].word) &&
			 goes_on(id, run, places, 1, text[id][i].position + 1);
	return times;
}

static kt_status note_run(void *context, uint32_t id, uint32_t occurrences, kt_error *e)
{
	uint32_t *times = context;

	(void)e;
	ck_assert_uint_eq(times[id], 0);
	times[id] = occurrences;
	return KT_OK;
}

static void runs_are_there(kt_index *index, const unsigned char *deleted)
{
	const uint32_t some[] = { 2, 3, 5, 90, 199 };

	for (size_t r = 0; r < sizeof RUNS / sizeof *RUNS; r++) {
		uint32_t times[PASSAGES + 1] = { 0 }, few[PASSAGES + 1] = { 0 };
		kt_str forms[3][3];
		kt_word_set sets[3];
		size_t count = 0;

		for (; count < 3 && (RUNS[r][count][0] || RUNS[r][count][1]); count++) {
			size_t n = 0;

			for (const int *word = RUNS[r][count]; *word >= 0; word++)
				forms[count][n++] = kt_str_of(vocabulary[*word]);
			sets[count] = (kt_word_set) { forms[count], n };
		}
		OK(kt_index_runs(index, sets, count, NULL, 0, note_run, times, &err));
		OK(kt_index_runs(index, sets, count, some, 5, note_run, few, &err));
		for (uint32_t i = 1; i <= PASSAGES; i++) {
			uint32_t wanted = deleted[i] ? 0 : wanted_in(i, RUNS[r], count);
			int among = 0;

			for (size_t k = 0; k < 5; k++)
				among |= some[k] == i;
			ck_assert_msg(times[i] == wanted, "run %zu in %u: %u times, not %u", r, i,
				times[i], wanted);
			ck_assert_uint_eq(few[i], among ? wanted : 0);
		}
	}
}

START_TEST(runs_are_those_of_a_plain_scan)
{
	unsigned char deleted[PASSAGES + 1] = { 0 };
	kt_store *store = store_of(db, 0);
	kt_index *index;
	char path[16];

	for (uint32_t i = 1; i <= PASSAGES; i++) {
		snprintf(path, sizeof path, "/%u", i);
		make_passage(store, path, i);
	}
	finish(store);
	index = index_of(db);
	runs_are_there(index, deleted);
	kt_index_free(index);

	store = store_of(db, 0);
	for (uint32_t i = 1; i <= PASSAGES; i += 7) {
		OK(kt_store_remove(store, i, &err));
		deleted[i] = 1;
	}
	finish(store);
	index = index_of(db);
	runs_are_there(index, deleted);
	kt_index_free(index);
}
END_TEST

START_TEST(run_of_no_words_is_nowhere)
{
	uint32_t times[2] = { 0 };
	kt_str absent = KT_STR("absent"), the = KT_STR("the");
	kt_word_set sets[] = { { &the, 1 }, { &absent, 1 }, { NULL, 0 } };
	kt_index *index;

	make_index("en", "the end");
	index = index_of(db);
	OK(kt_index_runs(index, sets, 2, NULL, 0, note_run, times, &err));
	OK(kt_index_runs(index, sets, 3, NULL, 0, note_run, times, &err));
	OK(kt_index_runs(index, sets, 0, NULL, 0, note_run, times, &err));
	ck_assert_uint_eq(times[1], 0);
	kt_index_free(index);
}
END_TEST

/* ---- the files ---- */

/* DIR/index-1/name, opened to be changed. */
static int file_of(const char *name)
{
	char path[128];
	int fd;

	snprintf(path, sizeof path, "%s/index-1/%s", db, name);
	fd = open(path, O_RDWR);
	ck_assert_int_ge(fd, 0);
	return fd;
}

/* More words than there are bytes, a number without an end, words aside without a distance, wide
 * codes cut off, nothing. */
static const kt_str CORRUPT[] = { KT_STR("\x7f\x00\x00\x01\x02"), KT_STR("\xff\xff"),
	KT_STR("\x01\x00\x02\x00\x00\x01\x00"), KT_STR("\x02\x01\x00\x01\x02\x03\x04"),
	KT_STR("") };

START_TEST(corrupt_words_are_told)
{
	kt_str the = KT_STR("the");
	kt_word_set set = { &the, 1 };
	uint32_t times[2] = { 0 };
	kt_store *store;
	kt_index *index;
	int fd;

	make_index("en", "the end");
	fd = file_of("words");
	ck_assert_int_eq(ftruncate(fd, 8), 0);
	ck_assert_int_eq(pwrite(fd, CORRUPT[_i].ptr, CORRUPT[_i].len, 8), (ssize_t)CORRUPT[_i].len);
	close(fd);
	index = index_of(db);
	ck_assert_int_eq(
		kt_index_runs(index, &set, 1, NULL, 0, note_run, times, &err), KT_ECORRUPT);
	ck_assert_int_eq(
		kt_index_positions(index, 1, the, &at, &at_size, &at_count, &err), KT_ECORRUPT);
	kt_index_free(index);
	ck_assert_int_eq(kt_store_open(&store, db, 0, &err), KT_ECORRUPT);
}
END_TEST

/* What a writer left that was killed is in nobody's way. */
START_TEST(leavings_behind_the_last_document_are_cut_off)
{
	kt_store *store;
	kt_index *index;
	off_t size;
	int fd;

	make_index("en", "the end");
	for (int i = 0; i < 2; i++) {
		fd = file_of(i ? "places" : "words");
		size = lseek(fd, 0, SEEK_END);
		ck_assert_int_eq(write(fd, "leavings of another run", 23), 23);
		close(fd);
	}
	store = store_of(db, 0);
	fd = file_of("places");
	ck_assert_int_eq(lseek(fd, 0, SEEK_END), size);
	close(fd);
	add_source(store, "/b", "en", "of the second");
	finish(store);
	index = index_of(db);
	ck_assert_str_eq(places_of(index, 1, "end"), "2");
	ck_assert_str_eq(places_of(index, 2, "second"), "3");
	kt_index_free(index);
}
END_TEST

START_TEST(other_words_are_told)
{
	kt_index *index;
	int fd;

	make_index("en", "the end of the party");
	index = index_of(db);
	OK(kt_tokenise(&tokens, words, KT_STR("the end of the party"), 0, &err));
	ck_assert(kt_index_has_words(index, 1, &tokens, words));
	ck_assert(!kt_index_has_words(index, 2, &tokens, words));
	OK(kt_tokenise(&tokens, words, KT_STR("the end of a party"), 0, &err));
	ck_assert(!kt_index_has_words(index, 1, &tokens, words));
	kt_index_free(index);
	fd = file_of("words");
	ck_assert_int_eq(pwrite(fd, "x", 1, lseek(fd, -1, SEEK_END)), 1);
	close(fd);
	index = index_of(db);
	OK(kt_tokenise(&tokens, words, KT_STR("the end of the party"), 0, &err));
	ck_assert(!kt_index_has_words(index, 1, &tokens, words));
	kt_index_free(index);
}
END_TEST

static kt_status pass_over(void *context, uint32_t id, uint32_t occurrences, kt_error *e)
{
	(void)context;
	(void)id;
	(void)occurrences;
	(void)e;
	return KT_OK;
}

/* Any byte of either file may be another: answers may be wrong then, but nothing is read beyond the
 * files (the sanitizers look on). */
START_TEST(bytes_of_any_kind_do_no_harm)
{
	kt_str forms[] = { KT_STR("the"), KT_STR("party") };
	kt_word_set sets[] = { { &forms[0], 1 }, { &forms[1], 1 } };
	kt_store *store = store_of(db, 0);
	kt_index *index;
	int fd[2];

	for (int i = 0; i < 20; i++)
		add_source(store, (const char[]) { '/', (char)('a' + i), '\0' }, "en",
			"the party of the [sic] congress and the party");
	finish(store);
	index = index_of(db);
	fd[0] = file_of("words");
	fd[1] = file_of("places");
	for (int i = 0; i < 3000; i++) {
		int file = i % 2;
		off_t where = (off_t)random_below((unsigned)lseek(fd[file], 0, SEEK_END));
		unsigned char was, is = (unsigned char)random_below(256);
		kt_status status;

		ck_assert_int_eq(pread(fd[file], &was, 1, where), 1);
		ck_assert_int_eq(pwrite(fd[file], &is, 1, where), 1);
		status = kt_index_runs(index, sets, 2, NULL, 0, pass_over, NULL, &err);
		ck_assert(status == KT_OK || status == KT_ECORRUPT);
		for (uint32_t id = 1; id <= 20; id++) {
			status = kt_index_positions(
				index, id, forms[id % 2], &at, &at_size, &at_count, &err);
			ck_assert(status == KT_OK || status == KT_ECORRUPT);
		}
		ck_assert_int_eq(pwrite(fd[file], &was, 1, where), 1);
	}
	close(fd[0]);
	close(fd[1]);
	kt_index_free(index);
}
END_TEST

START_TEST(missing_words_are_told)
{
	char path[128];
	kt_index *index;

	make_index("en", "the end");
	snprintf(path, sizeof path, "%s/index-1/words", db);
	ck_assert_int_eq(unlink(path), 0);
	ck_assert_int_eq(kt_index_open(&index, db, &err), KT_ENOINDEX);
	ck_assert_ptr_nonnull(strstr(err.message, "words: is missing; index again"));
}
END_TEST

static void forget_room(void)
{
	free(at);
	at = NULL;
	at_size = 0;
}

static Suite *suite(void)
{
	Suite *s = suite_create("forward index");
	TCase *places = add_case(s, "places"), *runs = add_case(s, "runs");
	TCase *files = add_case(s, "files");

	tcase_add_checked_fixture(places, NULL, forget_room);
	tcase_add_checked_fixture(files, NULL, forget_room);
	tcase_add_test(places, words_stand_at_their_positions);
	tcase_add_loop_test(places, each_word_of_a_passage_has_a_code_of_its_own, 0,
		(int)(sizeof MANY / sizeof *MANY));
	tcase_add_test(runs, runs_are_those_of_a_plain_scan);
	tcase_add_test(runs, run_of_no_words_is_nowhere);
	tcase_add_loop_test(
		files, corrupt_words_are_told, 0, (int)(sizeof CORRUPT / sizeof *CORRUPT));
	tcase_add_test(files, leavings_behind_the_last_document_are_cut_off);
	tcase_add_test(files, other_words_are_told);
	tcase_add_test(files, bytes_of_any_kind_do_no_harm);
	tcase_add_test(files, missing_words_are_told);
	return s;
}

int main(void)
{
	return run_suite(suite());
}
