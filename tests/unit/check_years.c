/* check_years.c - expressions of time to years.  The cases are lines of tests/data/years/: kind of
 * passage, text (passages of one source parted by " || "), and what is to be found, as
 * surface=years with ~ (approximate), ? (inferred) and the type where it is not event; of an era
 * that is no time there, named.
 */
#include "kartoteka/tags.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DATA "tests/data/years/"
#define PASSAGES_MAX 8

static kt_year_tagger *tagger;
static kt_words *words;
static kt_arena *arena;

static void set_up(void)
{
	ck_assert_int_eq(kt_year_tagger_new(&tagger, NULL), KT_OK);
	ck_assert_int_eq(kt_words_new(&words, NULL), KT_OK);
	ck_assert_int_eq(kt_arena_new(&arena, NULL), KT_OK);
}

static void tear_down(void)
{
	kt_year_tagger_free(tagger);
	kt_words_free(words);
	kt_arena_free(arena);
}

/* ---- a source in, spans out ------------------------------------------------------------------ */

static void add_tokens(kt_tokens *all, const kt_tokens *more)
{
	for (size_t i = 0; i < more->count; i++) {
		ck_assert(kt_grow((void **)&all->at, &all->size, all->count, sizeof *all->at));
		all->at[all->count++] = more->at[i];
	}
}

static size_t split(kt_str text, kt_str *parts)
{
	size_t count = 0, from = 0;

	while (from <= text.len && count < PASSAGES_MAX) {
		size_t end = kt_str_find(text, KT_STR(" || "), from);

		parts[count++] = kt_str_sub(text, from, end == SIZE_MAX ? text.len : end);
		if (end == SIZE_MAX)
			break;
		from = end + 4;
	}
	return count;
}

static void show_years(kt_buf *out, int from, int to)
{
	if (from == to) {
		kt_buf_addf(out, "%d", from);
		return;
	}
	if (from != KT_YEAR_OPEN_FROM)
		kt_buf_addf(out, "%d", from);
	kt_buf_addf(out, "..");
	if (to != KT_YEAR_OPEN_TO)
		kt_buf_addf(out, "%d", to);
}

static void show_passage(kt_buf *out, const kt_passage *p)
{
	for (size_t i = 0; i < p->year_count; i++) {
		const kt_year_span *y = &p->years[i];

		ck_assert_int_le(y->from, y->to);
		ck_assert_uint_le(y->end, p->text.len);
		ck_assert_uint_lt(y->start, y->end);
		if (out->len)
			kt_buf_addf(out, "; ");
		kt_buf_addf(out, "%.*s=", (int)(y->end - y->start), p->text.ptr + y->start);
		show_years(out, y->from, y->to);
		kt_buf_addf(out, "%s%s", y->approximate ? "~" : "", y->inferred ? "?" : "");
		if (y->type != KT_YEAR_EVENT)
			kt_buf_addf(out, " %s",
				y->type == KT_YEAR_NAMED ? "named" : kt_year_type_name(y->type));
	}
}

/* The text with the names of eras marked: <Civil War> where it tells a time, {Civil War} where not.
 */
static void show_eras(kt_buf *out, const kt_passage *p)
{
	size_t at = 0;

	for (size_t i = 0; i < p->year_count; i++) {
		const kt_year_span *y = &p->years[i];

		if (y->type != KT_YEAR_ERA && y->type != KT_YEAR_NAMED)
			continue;
		kt_buf_add(out, kt_str_sub(p->text, at, y->start));
		kt_buf_addc(out, y->type == KT_YEAR_ERA ? '<' : '{');
		kt_buf_add(out, kt_str_sub(p->text, y->start, y->end));
		kt_buf_addc(out, y->type == KT_YEAR_ERA ? '>' : '}');
		at = y->end;
	}
	kt_buf_add(out, kt_str_sub(p->text, at, p->text.len));
}

/* Tags the passages of a source; `kind` may name one for each: heading+paragraph. */
static void tag_as(kt_buf *out, kt_str kinds, kt_str text, const char *date,
	void (*show)(kt_buf *out, const kt_passage *p))
{
	kt_str parts[PASSAGES_MAX];
	size_t count = split(text, parts), at = 0;
	kt_passage passages[PASSAGES_MAX];
	kt_tagged tagged[PASSAGES_MAX];
	kt_tokens all = { 0 }, one = { 0 };
	kt_tag_source source = { .date = kt_str_of(date) };
	int sure;

	memset(passages, 0, sizeof passages);
	for (size_t i = 0; i < count; i++) {
		size_t end = kt_str_find(kinds, KT_STR("+"), at);
		kt_str kind = kt_str_sub(kinds, at, end == SIZE_MAX ? kinds.len : end);

		if (end != SIZE_MAX)
			at = end + 1;
		passages[i].text = parts[i];
		passages[i].number = (uint32_t)i + 1;
		passages[i].kind = (kt_kind)kt_kind_find(kind);
		ck_assert_msg(kt_kind_find(kind) >= 0, "%.*s: no kind", KT_STR_ARG(kind));
		ck_assert_int_eq(kt_tokenise(&one, words, parts[i], 0, NULL), KT_OK);
		passages[i].language = kt_language_detect(&one, words, &sure);
		tagged[i] = (kt_tagged) { &passages[i], &all, all.count, one.count };
		add_tokens(&all, &one);
	}
	ck_assert_int_eq(kt_tag_years(tagger, arena, &source, tagged, count, words, NULL), KT_OK);
	for (size_t i = 0; i < count; i++)
		show(out, &passages[i]);
	kt_tokens_release(&all);
	kt_tokens_release(&one);
}

static void tag(kt_buf *out, kt_str kinds, kt_str text, const char *date)
{
	tag_as(out, kinds, text, date, show_passage);
}

/* ---- cases from files
 * ---------------------------------------------------------------------------- */

/* Tells what is wrong with a line; out is released. */
static int is_wanted(const char *file, int number, kt_str text, kt_str wanted, kt_buf *out)
{
	int right = kt_str_equal(kt_buf_str(out), wanted);

	if (!right)
		fprintf(stderr, "%s:%d: %.*s\n  wanted %.*s\n  found  %.*s\n", file, number,
			KT_STR_ARG(text), KT_STR_ARG(wanted), (int)out->len,
			out->ptr ? out->ptr : "");
	kt_buf_release(out);
	return right;
}

static int check_line(const char *file, int number, kt_str line)
{
	size_t first = kt_str_find(line, KT_STR("\t"), 0), second;
	kt_str kind, text, wanted;
	kt_buf out = KT_BUF_INIT;

	ck_assert_msg(first != SIZE_MAX, "%s:%d: no tab", file, number);
	second = kt_str_find(line, KT_STR("\t"), first + 1);
	ck_assert_msg(second != SIZE_MAX, "%s:%d: no second tab", file, number);
	kind = kt_str_sub(line, 0, first);
	text = kt_str_sub(line, first + 1, second);
	wanted = kt_str_sub(line, second + 1, line.len);
	tag(&out, kind, text, NULL);
	return is_wanted(file, number, text, wanted, &out);
}

/* A sentence with its names of eras marked; "= " before it makes it a heading. */
static int check_eras(const char *file, int number, kt_str line)
{
	int heading = kt_str_starts(line, KT_STR("= "));
	kt_str wanted = kt_str_sub(line, heading ? 2 : 0, line.len);
	kt_buf text = KT_BUF_INIT, out = KT_BUF_INIT;
	int right;

	for (size_t i = 0; i < wanted.len; i++)
		if (!strchr("<>{}", wanted.ptr[i]))
			kt_buf_addc(&text, wanted.ptr[i]);
	tag_as(&out, heading ? KT_STR("heading") : KT_STR("paragraph"), kt_buf_str(&text), NULL,
		show_eras);
	right = is_wanted(file, number, kt_buf_str(&text), wanted, &out);
	kt_buf_release(&text);
	return right;
}

/* Checks the lines of a file one by one, so that all that fail are told. */
static void check_file(const char *name, int (*check)(const char *file, int number, kt_str line))
{
	char path[200], *line = NULL;
	size_t size = 0, checked = 0, right = 0;
	ssize_t length;
	FILE *in;

	snprintf(path, sizeof path, DATA "%s", name);
	in = fopen(path, "r");
	ck_assert_msg(in != NULL, "%s: cannot be opened", path);
	for (int number = 1; (length = getline(&line, &size, in)) > 0; number++) {
		while (length && line[length - 1] == '\n')
			length--;
		if (!length || line[0] == '#')
			continue;
		right += (size_t)check(path, number, (kt_str) { line, (size_t)length });
		checked++;
	}
	free(line);
	fclose(in);
	ck_assert_uint_gt(checked, 5);
	ck_assert_msg(right == checked, "%s: %zu of %zu lines are right", path, right, checked);
}

START_TEST(english_expressions_are_read)
{
	check_file("english.tsv", check_line);
}
END_TEST

START_TEST(russian_expressions_are_read)
{
	check_file("russian.tsv", check_line);
}
END_TEST

START_TEST(german_and_french_years_are_read)
{
	check_file("others.tsv", check_line);
}
END_TEST

START_TEST(numbers_that_are_no_years_are_left)
{
	check_file("none.tsv", check_line);
}
END_TEST

START_TEST(each_year_has_its_type)
{
	check_file("types.tsv", check_line);
}
END_TEST

START_TEST(years_not_printed_are_inferred)
{
	check_file("inferred.tsv", check_line);
}
END_TEST

START_TEST(eras_tell_a_time_or_are_only_named)
{
	check_file("eras_english.txt", check_eras);
	check_file("eras_russian.txt", check_eras);
	check_file("eras_others.txt", check_eras);
}
END_TEST

/* ---- bad input
 * ------------------------------------------------------------------------------------ */

START_TEST(text_of_nothing_but_digits_is_read)
{
	kt_buf text = KT_BUF_INIT, out = KT_BUF_INIT;

	for (int i = 0; i < 100000; i++)
		kt_buf_addf(&text, "%d ", i * 7919 % 10000);
	tag(&out, KT_STR("paragraph"), kt_buf_str(&text), NULL);
	ck_assert_uint_eq(out.len, 0);
	kt_buf_release(&text);
	kt_buf_release(&out);
}
END_TEST

START_TEST(hundred_thousand_years_are_all_found)
{
	kt_buf text = KT_BUF_INIT, out = KT_BUF_INIT;
	size_t found = 1;

	for (int i = 0; i < 100000; i++)
		kt_buf_addf(&text, "in %d, ", 1901 + i % 90);
	tag(&out, KT_STR("paragraph"), kt_buf_str(&text), NULL);
	for (size_t i = 0; i < out.len; i++)
		found += out.ptr[i] == ';';
	ck_assert_uint_eq(found, 100000);
	kt_buf_release(&text);
	kt_buf_release(&out);
}
END_TEST

START_TEST(passage_cut_anywhere_is_read)
{
	static const char text[] =
		"on 25 October (7 November) 1917, from 1936-8 to the '40s, 25.X.17 "
		"and the XX century, two years later, в начале 30-х гг.";
	kt_buf out = KT_BUF_INIT;

	for (size_t from = 0; from < sizeof text; from++)
		for (size_t to = from; to < sizeof text; to++) {
			kt_buf_clear(&out);
			tag(&out, KT_STR("paragraph"), (kt_str) { text + from, to - from }, NULL);
		}
	kt_buf_release(&out);
}
END_TEST

START_TEST(words_of_another_run_start_afresh)
{
	kt_buf out = KT_BUF_INIT;
	kt_words *other;

	tag(&out, KT_STR("paragraph"), KT_STR("many other words before 1917"), NULL);
	ck_assert_int_eq(kt_words_new(&other, NULL), KT_OK);
	kt_words_free(words);
	words = other;
	kt_buf_clear(&out);
	tag(&out, KT_STR("paragraph"), KT_STR("in 1921"), NULL);
	ck_assert_str_eq(out.ptr, "1921=1921");
	kt_buf_release(&out);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("years");
	TCase *cases = tcase_create("cases"), *bad = tcase_create("bad input");
	SRunner *runner;
	int failed;

	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, english_expressions_are_read);
	tcase_add_test(cases, russian_expressions_are_read);
	tcase_add_test(cases, german_and_french_years_are_read);
	tcase_add_test(cases, numbers_that_are_no_years_are_left);
	tcase_add_test(cases, each_year_has_its_type);
	tcase_add_test(cases, years_not_printed_are_inferred);
	tcase_add_test(cases, eras_tell_a_time_or_are_only_named);
	suite_add_tcase(suite, cases);
	tcase_add_checked_fixture(bad, set_up, tear_down);
	tcase_set_timeout(bad, 60);
	tcase_add_test(bad, text_of_nothing_but_digits_is_read);
	tcase_add_test(bad, hundred_thousand_years_are_all_found);
	tcase_add_test(bad, passage_cut_anywhere_is_read);
	tcase_add_test(bad, words_of_another_run_start_afresh);
	suite_add_tcase(suite, bad);
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
