/* check_stretches.c - a source of more than a stretch (8 MB) is read whole, in order. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kartoteka/ingest.h"

static char dir[64], path[96];
static kt_error err;

static void set_up(void)
{
	strcpy(dir, "/tmp/check_stretches.XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(dir));
}

static void tear_down(void)
{
	ck_assert_int_eq(kt_file_remove_all(dir, &err), KT_OK);
}

/* ---- texts: words w0 w1 w2 ... w10006 w0 ..., `paragraph` words between partings ---- */

#define BYTES 8800000u
#define WORD_BYTES 6u /* and a little more, with the space before it */
#define DISTINCT 10007u
#define MEGABYTES(n) ((n) << 20)

static const struct {
	const char *name; /* of the file */
	const char *mark;
	size_t mark_length;
	size_t unit; /* bytes of a sign; the other bytes are zero */
	int big_endian;
	const char *parting;
	unsigned paragraph; /* words */
	int has_offsets;
} texts[] = {
	{ "plain.txt", "", 0, 1, 0, "\n\n", 100, 1 },
	{ "marked.txt", "\xEF\xBB\xBF", 3, 1, 0, "\n\n", 100, 1 },
	{ "lines.md", "", 0, 1, 0, "\r\n \r\n", 77, 1 },
	{ "hand.txt", "", 0, 1, 0, "\n", 12, 1 },
	{ "old.txt", "", 0, 1, 0, "\r\r", 100, 1 },
	{ "one-line.txt", "", 0, 1, 0, "", BYTES, 1 },
	{ "rules.md", "", 0, 1, 0, "\n\n---\n\n", 100, 1 },
	{ "utf16.txt", "\xFF\xFE", 2, 2, 0, "\n\n", 100, 0 },
	{ "utf16be.txt", "\xFE\xFF", 2, 2, 1, "\r\n\r\n", 100, 0 },
	{ "utf32.txt", "\xFF\xFE\0\0", 4, 4, 0, "\n\n", 100, 0 },
	{ "unmarked.txt", "", 0, 2, 0, "\n\n", 100, 0 },
};

#define TEXTS ((int)(sizeof texts / sizeof *texts))

static unsigned words_of(int i)
{
	return BYTES / (unsigned)texts[i].unit / WORD_BYTES;
}

static void put(kt_buf *out, int i, const char *ascii)
{
	for (; *ascii; ascii++) {
		char sign[4] = { 0 };

		sign[texts[i].big_endian ? texts[i].unit - 1 : 0] = *ascii;
		kt_buf_add(out, (kt_str) { sign, texts[i].unit });
	}
}

static void make_text(kt_buf *out, int i)
{
	char word[32];

	kt_buf_add(out, (kt_str) { texts[i].mark, texts[i].mark_length });
	for (unsigned n = 0; n < words_of(i); n++) {
		unsigned of = n % texts[i].paragraph;

		snprintf(word, sizeof word, "%sw%u%s", n && of ? " " : "", n % DISTINCT,
			of + 1 == texts[i].paragraph ? "." : "");
		if (n && !of)
			put(out, i, texts[i].parting);
		put(out, i, word);
	}
	ck_assert(!out->failed);
	ck_assert_uint_gt(out->len, MEGABYTES(8));
}

/* ---- reading them ---- */

typedef struct seen {
	int text;
	kt_str file;
	unsigned words, passages;
	char said[400];
} seen;

/* Each passage carries on with the words where the one before ended, and is a slice of the file. */
static kt_status see(void *context, const char *source, const kt_passage *passage, kt_error *e)
{
	seen *s = context;
	char wanted[16];

	(void)e;
	ck_assert_str_eq(source, texts[s->text].name);
	ck_assert_uint_eq(passage->number, ++s->passages);
	ck_assert_int_eq(passage->offset >= 0, texts[s->text].has_offsets);
	if (passage->offset >= 0)
		ck_assert(kt_str_equal(
			passage->text, kt_str_sub(s->file, (size_t)passage->offset,
					       (size_t)passage->offset + passage->text.len)));
	for (size_t at = 0; at < passage->text.len;) {
		size_t end = at;

		while (end < passage->text.len && (unsigned char)passage->text.ptr[end] > ' ')
			end++;
		if (end > at && passage->text.ptr[at] != '-') {
			kt_str word = kt_str_sub(passage->text, at, end);

			snprintf(wanted, sizeof wanted, "w%u", s->words++ % DISTINCT);
			if (word.ptr[word.len - 1] == '.')
				word.len--;
			ck_assert_msg(kt_str_is(word, wanted), "%.*s, not %s, in passage %u",
				KT_STR_ARG(word), wanted, s->passages);
		}
		at = end + 1;
	}
	return KT_OK;
}

static void hear(
	void *context, kt_ingest_event event, const char *message, const kt_ingest_counts *counts)
{
	seen *s = context;

	(void)counts;
	if (event == KT_INGEST_NOTICE || event == KT_INGEST_FAILED)
		strncat(s->said, message, sizeof s->said - strlen(s->said) - 1);
}

static void tag(seen *s)
{
	const char *paths[] = { path };
	kt_ingest_options options = { .paths = paths, .path_count = 1, .tell = hear, .context = s };
	kt_ingest_counts counts;

	ck_assert_msg(kt_ingest_tag(&options, see, s, &counts, &err) == KT_OK, "%s", err.message);
}

START_TEST(a_source_of_several_stretches_is_read_whole)
{
	seen s = { .text = _i };
	kt_buf text = KT_BUF_INIT;

	make_text(&text, _i);
	s.file = kt_buf_str(&text);
	snprintf(path, sizeof path, "%s/%s", dir, texts[_i].name);
	ck_assert_int_eq(kt_file_write(path, s.file, &err), KT_OK);
	tag(&s);
	ck_assert_uint_eq(s.words, words_of(_i));
	ck_assert_str_eq(s.said, "");
	kt_buf_release(&text);
}
END_TEST

START_TEST(a_stretch_that_is_no_text_is_told_and_the_others_are_read)
{
	seen s = { .text = 0 };
	kt_buf text = KT_BUF_INIT;

	make_text(&text, 0);
	text.ptr[text.len - 1000] = '\0'; /* the first stretch ends before it */
	s.file = kt_buf_str(&text);
	snprintf(path, sizeof path, "%s/%s", dir, texts[0].name);
	ck_assert_int_eq(kt_file_write(path, s.file, &err), KT_OK);
	tag(&s);
	ck_assert_uint_gt(s.words, words_of(0) / 3);
	ck_assert_uint_lt(s.words, words_of(0));
	ck_assert_msg(strstr(s.said, "from byte ") && strstr(s.said, " of plain.txt: binary"), "%s",
		s.said);
	kt_buf_release(&text);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("stretches");
	TCase *tests = tcase_create("stretches");

	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_set_timeout(tests, 120);
	tcase_add_loop_test(tests, a_source_of_several_stretches_is_read_whole, 0, TEXTS);
	tcase_add_test(tests, a_stretch_that_is_no_text_is_told_and_the_others_are_read);
	suite_add_tcase(s, tests);
	return s;
}

int main(void)
{
	SRunner *runner = srunner_create(suite());
	int failed;

	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
