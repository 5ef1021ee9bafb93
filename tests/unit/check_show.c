/* From an answer to what is printed, in each format. */
#include <stdio.h>
#include <stdlib.h>

#include "showing.h"

static kt_hit hits[16];
static kt_match matches[16];
static kt_answer answer;

static void set_up(void)
{
	begin_showing();
	memset(hits, 0, sizeof hits);
	memset(&answer, 0, sizeof answer);
	answer.hits = hits;
}

/* ---- answers made by hand ---- */

/* A hit with the text; every *marked* word is a match. */
static kt_hit *add_hit(uint32_t number, const char *marked)
{
	kt_hit *hit = &hits[answer.hit_count++];
	size_t size = strlen(marked) + 1;
	char *text = kt_arena_alloc(arena, size);
	uint32_t length = 0;
	int open = 0;

	hit->source = &source;
	hit->score = 12.5;
	hit->matches = kt_arena_array(arena, size, sizeof *hit->matches);
	for (const char *c = marked; *c; c++) {
		if (*c != '*') {
			text[length++] = *c;
		} else if ((open = !open)) {
			hit->matches[hit->match_count].start = length;
		} else {
			hit->matches[hit->match_count++].end = length;
		}
	}
	hit->passage = (kt_passage) { .source = 1,
		.number = number,
		.kind = KT_KIND_PARAGRAPH,
		.offset = 5342,
		.text = { text, length } };
	answer.passages = answer.all_words = answer.any_word = answer.hit_count;
	answer.occurrences += hit->match_count;
	return hit;
}

static kt_passage *passages_of(const char *text, uint32_t number)
{
	kt_passage *p = kt_arena_alloc(arena, sizeof *p);

	p->source = 1;
	p->number = number;
	p->text = kt_str_of(text);
	return p;
}

/* ---- printing ---- */

static const char *shown(kt_format format, const kt_style *style, size_t offset)
{
	kt_printer *printer = printer_of(format, style);

	ck_assert_int_eq(
		kt_show_answer(printer, arena, KT_STR("who?"), &answer, offset, NULL), KT_OK);
	kt_printer_free(printer);
	return printed.ptr ? printed.ptr : "";
}

static const char *as_text(void)
{
	return shown(KT_FORMAT_TEXT, &plain, 0);
}

static const char *lines_shown(
	kt_format format, const kt_style *style, kt_line_order order, size_t offset, size_t limit)
{
	kt_printer *printer = printer_of(format, style);

	ck_assert_int_eq(
		kt_show_concordance(printer, arena, &answer, order, offset, limit, NULL), KT_OK);
	kt_printer_free(printer);
	return printed.ptr;
}

/* ---- JSON ---- */

START_TEST(json_is_one_object_with_totals_forms_and_hits)
{
	kt_form_count form = { KT_STR("organise"), KT_STR("organisation"), 4 };
	kt_hit *hit = add_hit(12, "They *organised* it.");

	hit->before = passages_of("before", 11);
	hit->before_count = 1;
	answer.forms = &form;
	answer.form_count = 1;
	answer.truncated = 1;
	answer.passages = 31;
	is_json(shown(KT_FORMAT_JSON, &plain, 4),
		"{\"query\":\"who?\",\"total\":{\"passages\":31,\"occurrences\":1,\"all_words\":1,"
		"\"any_word\":1},\"truncated\":true,\"forms\":[{\"for\":\"organise\",\"form\":"
		"\"organisation\",\"count\":4}],\"hits\":[{\"rank\":5,\"passage\":\"terror:12\","
		"\"source\":\"essays/terror.md\",\"title\":\"The Great Terror\",\"author\":"
		"\"Anon\",\"number\":12,\"kind\":\"paragraph\",\"score\":12.5,\"offset\":5342,"
		"\"text\":\"They organised it.\",\"matches\":[{\"start\":5,\"end\":14}],"
		"\"people\":[],\"organisations\":[],\"derived\":[],\"years\":[],\"quotations\":[],"
		"\"before\":[{\"passage\":\"terror:11\",\"text\":\"before\"}],\"after\":[]}]}");
	ck_assert_ptr_eq(strchr(printed.ptr, '\n'), printed.ptr + printed.len - 1);
}
END_TEST

START_TEST(what_is_not_known_is_null)
{
	json_t *json, *hit;

	source.title = source.author = (kt_str) { NULL, 0 };
	add_hit(1, "x")->passage.offset = -1;
	json = parsed(shown(KT_FORMAT_JSON, &plain, 0));
	hit = json_array_get(json_object_get(json, "hits"), 0);
	ck_assert(json_is_null(json_object_get(hit, "offset")));
	ck_assert(json_is_null(json_object_get(hit, "title")));
	ck_assert(json_is_null(json_object_get(hit, "author")));
	json_decref(json);
}
END_TEST

START_TEST(nothing_found_is_an_object_with_empty_lists)
{
	is_json(shown(KT_FORMAT_JSON, &plain, 0),
		"{\"query\":\"who?\",\"total\":{\"passages\":0,\"occurrences\":0,\"all_words\":0,"
		"\"any_word\":0},\"truncated\":false,\"forms\":[],\"hits\":[]}");
	ck_assert_str_eq(shown(KT_FORMAT_JSONL, &plain, 0), "");
}
END_TEST

START_TEST(json_for_the_eye_is_the_same_object)
{
	const kt_style style = { 0, 0, 1 };
	json_t *a, *b;

	for (int i = 0; i < 3; i++) {
		a = parsed(shown(KT_FORMAT_JSON, &plain, 0));
		b = parsed(shown(KT_FORMAT_JSON, &style, 0));
		ck_assert(json_equal(a, b));
		ck_assert(strchr(printed.ptr, '\n') != printed.ptr + printed.len - 1);
		json_decref(a);
		json_decref(b);
		add_hit(1, "new\nline \"quoted\"")->before = passages_of("x", 1);
		hits[i].before_count = 1;
	}
}
END_TEST

START_TEST(jsonl_is_a_hit_a_line)
{
	json_t *json;
	kt_str line;

	add_hit(1, "one\n*two*");
	add_hit(2, "three");
	shown(KT_FORMAT_JSONL, &plain, 0);
	for (size_t i = 0; i < 2; i++) {
		line = line_of(printed.ptr, i);
		json = json_loadb(line.ptr, line.len, 0, NULL);
		ck_assert_ptr_nonnull(json);
		ck_assert_int_eq(
			json_integer_value(json_object_get(json, "rank")), (json_int_t)i + 1);
		json_decref(json);
	}
	ck_assert_uint_eq(line_of(printed.ptr, 2).len, 0);
}
END_TEST

START_TEST(ill_formed_text_is_repaired_in_json)
{
	json_t *json;

	add_hit(1, "a\x93"
		   "b");
	json = parsed(shown(KT_FORMAT_JSONL, &plain, 0));
	ck_assert_str_eq(json_string_value(json_object_get(json, "text")), "a\xEF\xBF\xBD"
									   "b");
	json_decref(json);
}
END_TEST

/* ---- tables ---- */

START_TEST(a_table_has_a_header_and_a_row_for_each_hit)
{
	add_hit(12, "tab\there, *line*\r\nthere");
	add_hit(13, "x")->passage.offset = -1;
	ck_assert_str_eq(shown(KT_FORMAT_TSV, &plain, 0),
		"rank\tpassage\tsource\ttitle\tnumber\tkind\tscore\toffset\ttext\n"
		"1\tterror:12\tessays/terror.md\tThe Great Terror\t12\tparagraph\t12.5\t5342\t"
		"tab here, line  there\n"
		"2\tterror:13\tessays/terror.md\tThe Great Terror\t13\tparagraph\t12.5\t\tx\n");
}
END_TEST

START_TEST(an_empty_table_has_its_header)
{
	ck_assert_str_eq(shown(KT_FORMAT_TSV, &plain, 0),
		"rank\tpassage\tsource\ttitle\tnumber\tkind\tscore\toffset\ttext\n");
}
END_TEST

/* ---- text ---- */

START_TEST(text_marks_matches_by_asterisks)
{
	add_hit(12, "Who *organised* the counter-*revolution*?");
	ck_assert_str_eq(as_text(), "1. The Great Terror · terror:12\n"
				    "   Who *organised* the counter-*revolution*?\n"
				    "\n"
				    "1 passage, 2 occurrences\n");
}
END_TEST

START_TEST(a_heading_tells_kind_and_years_of_events_each_once)
{
	kt_year_span years[] = {
		{ 1937, 1937, KT_YEAR_EVENT, 0, 0, 0, 1 },
		{ 1968, 1968, KT_YEAR_PUBLICATION, 0, 0, 0, 1 },
		{ 1936, 1938, KT_YEAR_EVENT, 0, 0, 0, 1 },
		{ 1937, 1937, KT_YEAR_EVENT, 0, 0, 0, 1 },
		{ 1953, KT_YEAR_OPEN_TO, KT_YEAR_EVENT, 0, 0, 0, 1 },
		{ KT_YEAR_OPEN_FROM, 1917, KT_YEAR_EVENT, 0, 0, 0, 1 },
		{ 1941, 1941, KT_YEAR_EVENT, 0, 0, 0, 1 },
	};
	kt_hit *hit = add_hit(3, "x");

	hit->passage.kind = KT_KIND_FOOTNOTE;
	hit->passage.years = years;
	hit->passage.year_count = 3;
	has(as_text(), "1. The Great Terror · terror:3 · footnote · 1937, 1936–1938\n");
	hit->passage.year_count = 7;
	has(as_text(), " · 1937, 1936–1938, 1953–, –1917, …\n");
}
END_TEST

static const struct total {
	uint64_t passages, all, occurrences;
	size_t offset, shown;
	const char *text;
} totals[] = {
	{ 6746, 6746, 9120, 0, 2, "2 of 6,746 passages, 9,120 occurrences\n" },
	{ 6746, 12, 9120, 0, 2,
		"2 of 6,746 passages (12 with all the words), 9,120 occurrences\n" },
	{ 6746, 6746, 1, 10, 2, "11–12 of 6,746 passages, 1 occurrence\n" },
	{ 12, 12, 1234567, 11, 1, "12 of 12 passages, 1,234,567 occurrences\n" },
	{ 2, 2, 2, 0, 2, "\n2 passages, 2 occurrences\n" },
	{ 12, 12, 12, 50, 0, "0 of 12 passages, 12 occurrences\n" },
	{ 0, 0, 0, 0, 0, "0 passages, 0 occurrences\n" },
};

START_TEST(every_cut_is_said)
{
	const struct total *t = &totals[_i];

	for (uint32_t i = 0; i < t->shown; i++)
		add_hit(i + 1, "x");
	answer.passages = answer.any_word = t->passages;
	answer.all_words = t->all;
	answer.occurrences = t->occurrences;
	has(shown(KT_FORMAT_TEXT, &plain, t->offset), t->text);
}
END_TEST

START_TEST(forms_stand_with_their_counts)
{
	kt_form_count forms[] = { { KT_STR("organise"), KT_STR("organised"), 7000 },
		{ KT_STR("organise"), KT_STR("organisation"), 4 },
		{ KT_STR("Kirov"), KT_STR("kirov"), 1 } };

	answer.forms = forms;
	answer.form_count = 3;
	has(as_text(), "\norganise 7,004: organised 7,000, organisation 4\nKirov 1: kirov 1\n");
}
END_TEST

START_TEST(of_many_forms_the_rest_is_counted)
{
	kt_form_count forms[15];

	for (int i = 0; i < 15; i++)
		forms[i] = (kt_form_count) { KT_STR("a*"), KT_STR("ab"), 2 };
	answer.forms = forms;
	answer.form_count = 15;
	has(as_text(), "a* 30: ab 2,");
	has(as_text(), ", and 3 more forms 6\n");
}
END_TEST

START_TEST(colour_takes_the_place_of_asterisks_and_ends_with_each_line)
{
	const kt_style style = { 1, 20, 0 };
	const char *text, *line;

	add_hit(12, "Who *organised and led and fed* the counter-*revolution*?");
	text = shown(KT_FORMAT_TEXT, &style, 0);
	has(text, "\033[0;1;31mrevolution\033[0m?");
	has_not(text, "*");
	for (line = text; *line; line += line_of(line, 0).len + 1) {
		kt_str s = line_of(line, 0);
		int on = 0;

		for (size_t i = 0; i + 3 < s.len; i++)
			if (s.ptr[i] == '\033')
				on = s.ptr[i + 3] == ';';
		ck_assert_msg(!on, "%.*s", KT_STR_ARG(s));
	}
}
END_TEST

static const char *const long_texts[] = {
	"It was *said* that the committee had met at noon, and that nobody had been told of it.",
	"Троцкий был *исключён* из партии и выслан в Алма-Ату, а затем из пределов Союза.",
	"東京 は 日本 の *首都* で あり 多く の 人 が 住ん で いる 大き な 都市 で ある",
	"e\xCC\x81 e\xCC\x81 e\xCC\x81 e\xCC\x81 *e\xCC\x81* e\xCC\x81 e\xCC\x81 e\xCC\x81 "
	"e\xCC\x81 "
	"e\xCC\x81 e\xCC\x81 e\xCC\x81 e\xCC\x81 e\xCC\x81 e\xCC\x81 e\xCC\x81 e\xCC\x81 e\xCC\x81",
};

START_TEST(text_is_wrapped_to_the_columns_of_the_terminal)
{
	for (size_t columns = 20; columns < 60; columns += 7) {
		const kt_style style = { 0, columns, 0 };
		const char *text;

		answer.hit_count = 0;
		add_hit(1, long_texts[_i]);
		text = shown(KT_FORMAT_TEXT, &style, 0);
		for (; *text; text += line_of(text, 0).len + 1)
			ck_assert_msg(kt_utf8_width(line_of(text, 0)) <= columns, "%zu: %.*s",
				columns, KT_STR_ARG(line_of(text, 0)));
	}
	/* and filled: in a line of 40 columns there is no room for the next line's first word */
	{
		const kt_style style = { 0, 40, 0 };
		kt_str first, second;
		size_t word;

		shown(KT_FORMAT_TEXT, &style, 0);
		first = line_of(printed.ptr, 1);
		second = kt_str_trim(line_of(printed.ptr, 2));
		word = kt_str_find(second, KT_STR(" "), 0);
		word = kt_utf8_width(kt_str_sub(second, 0, word < second.len ? word : second.len));
		ck_assert_uint_gt(kt_utf8_width(first) + 1 + word, 40);
	}
}
END_TEST

START_TEST(text_in_a_pipe_is_not_wrapped)
{
	char text[400] = "";

	for (int i = 0; i < 70; i++)
		strcat(text, "word ");
	add_hit(1, text);
	as_text();
	ck_assert_uint_gt(line_of(printed.ptr, 1).len, 300);
}
END_TEST

START_TEST(a_text_cannot_steer_the_terminal)
{
	const kt_style style = { 1, 80, 0 };
	const char *text;

	source.title = KT_STR("Evil\033]0;title\007");
	add_hit(1, "a\033[2Jb \xC2\x9B"
		   "2J \xE2\x80\xAE rtl \x7F nul");
	text = shown(KT_FORMAT_TEXT, &style, 0);
	has_not(text, "\033[2J");
	has_not(text, "\033]");
	has_not(text, "\007");
	has_not(text, "\xC2\x9B");
	has_not(text, "\xE2\x80\xAE");
	has_not(text, "\x7F");
	has(text, "a\xEF\xBF\xBD[2Jb");
}
END_TEST

/* ---- excerpts ---- */

/* Words w1 w2 ... with some marked. */
static const char *words(int count, const int *marked, int marked_count)
{
	char *text = kt_arena_alloc(arena, (size_t)count * 8 + 1), *at = text;

	for (int i = 1; i <= count; i++) {
		int mark = 0;

		for (int k = 0; k < marked_count; k++)
			mark |= marked[k] == i;
		at += sprintf(at, mark ? "*w%d* " : "w%d ", i);
	}
	return text;
}

static size_t words_of(kt_str line)
{
	size_t count = 0;

	for (size_t i = 0; i < line.len; i++)
		count += line.ptr[i] == 'w';
	return count;
}

START_TEST(a_short_passage_is_shown_whole)
{
	add_hit(1, words(80, (int[]) { 40 }, 1));
	has_not(as_text(), "…");
	ck_assert_uint_eq(words_of(line_of(printed.ptr, 1)), 80);
}
END_TEST

START_TEST(a_long_passage_is_shown_by_the_stretch_around_its_match)
{
	kt_str line;

	add_hit(1, words(300, (int[]) { 150 }, 1));
	has(as_text(), " *w150* ");
	line = line_of(printed.ptr, 1);
	ck_assert(kt_str_starts(line, KT_STR("   … w")));
	ck_assert(kt_str_ends(line, KT_STR(" …")));
	ck_assert_uint_ge(words_of(line), 50);
	ck_assert_uint_le(words_of(line), 72);
}
END_TEST

START_TEST(matches_far_apart_are_shown_by_several_stretches)
{
	kt_str line;

	add_hit(1, words(400, (int[]) { 10, 200, 390 }, 3));
	as_text();
	line = line_of(printed.ptr, 1);
	has(printed.ptr, " *w10* ");
	has(printed.ptr, " … ");
	has(printed.ptr, " *w200* ");
	has(printed.ptr, " *w390* ");
	ck_assert(kt_str_starts(line, KT_STR("   w1 "))); /* a few words are not left out */
	ck_assert_uint_le(words_of(line), 90);
}
END_TEST

START_TEST(a_stretch_begins_with_the_sentence_that_begins_near)
{
	kt_buf text = KT_BUF_INIT;

	for (int i = 0; i < 80; i++)
		kt_buf_add(&text, KT_STR("Alpha beta gamma. "));
	kt_buf_add(&text, KT_STR("Then came the *end* of it all. "));
	for (int i = 0; i < 80; i++)
		kt_buf_add(&text, KT_STR("Alpha beta gamma. "));
	add_hit(1, text.ptr);
	has(as_text(), "   … Alpha beta gamma. Alpha");
	has(as_text(), "gamma. …\n");
	kt_buf_release(&text);
}
END_TEST

START_TEST(a_long_passage_without_matches_is_shown_by_its_beginning)
{
	add_hit(1, words(300, NULL, 0));
	as_text();
	ck_assert(kt_str_starts(line_of(printed.ptr, 1), KT_STR("   w1 w2 ")));
	ck_assert(kt_str_ends(line_of(printed.ptr, 1), KT_STR(" …")));
	ck_assert_uint_le(words_of(line_of(printed.ptr, 1)), 70);
}
END_TEST

/* ---- Markdown ---- */

static const struct markdown {
	const char *text, *shown;
} markdowns[] = {
	{ "the *Aurora* and **Red** _Star_", "the Aurora and Red Star" },
	{ "snake_case and 2 * 3", "snake_case and 2 * 3" },
	{ "see [the page](http://x.org/a_(b)) now", "see the page now" },
	{ "![a picture](x.png) here", "a picture here" },
	{ "[sic] and [12] stay", "[sic] and [12] stay" },
	{ "a \\* b \\_c\\_", "a * b _c_" },
	{ "> quoted\n> on, a > b", "quoted on, a > b" },
	{ "[open (never", "[open (never" },
};

START_TEST(markup_is_not_shown_to_people)
{
	const struct markdown *m = &markdowns[_i];
	kt_hit *hit = add_hit(1, "");
	kt_buf expected = KT_BUF_INIT;

	hit->passage.text = kt_str_of(m->text);
	hit->passage.markdown = 1;
	kt_buf_addf(&expected, "\n   %s\n", m->shown);
	has(as_text(), expected.ptr);
	kt_buf_release(&expected);
}
END_TEST

START_TEST(a_match_within_emphasis_is_marked_once)
{
	kt_hit *hit = add_hit(1, "");

	hit->passage.text = KT_STR("the *Aurora* sailed");
	hit->passage.markdown = 1;
	matches[0] = (kt_match) { 5, 11 };
	hit->matches = matches;
	hit->match_count = 1;
	has(as_text(), "\n   the *Aurora* sailed\n");
}
END_TEST

START_TEST(verse_keeps_its_lines_and_prose_does_not)
{
	add_hit(1, "one *line*\nand another");
	has(as_text(), "\n   one *line* and another\n");
	hits[0].passage.kind = KT_KIND_VERSE;
	has(as_text(), "\n   one *line*\n   and another\n");
}
END_TEST

START_TEST(neighbours_stand_before_and_after_with_their_names)
{
	kt_hit *hit = add_hit(12, "*this*");

	hit->before = passages_of("before", 11);
	hit->after = passages_of("after", 13);
	hit->before_count = hit->after_count = 1;
	has(as_text(), "\n      [terror:11] before\n   *this*\n      [terror:13] after\n");
}
END_TEST

/* ---- one passage ---- */

START_TEST(a_passage_is_shown_whole_with_its_neighbours)
{
	kt_printer *printer = printer_of(KT_FORMAT_TEXT, &plain);
	kt_hit *hit = add_hit(12, words(300, NULL, 0));

	hit->after = passages_of("after", 13);
	hit->after_count = 1;
	ck_assert_int_eq(kt_show_passage(printer, arena, hit, NULL), KT_OK);
	kt_printer_free(printer);
	has(printed.ptr, "The Great Terror · terror:12\n   w1 w2 ");
	has(printed.ptr, " w299 w300\n      [terror:13] after\n");
}
END_TEST

START_TEST(a_passage_in_json_is_like_a_hit)
{
	kt_printer *printer = printer_of(KT_FORMAT_JSON, &plain);

	ck_assert_int_eq(kt_show_passage(printer, arena, add_hit(12, "text"), NULL), KT_OK);
	kt_printer_free(printer);
	is_json(printed.ptr,
		"{\"passage\":\"terror:12\",\"source\":\"essays/terror.md\",\"title\":\"The Great "
		"Terror\",\"author\":\"Anon\",\"number\":12,\"kind\":\"paragraph\",\"offset\":5342,"
		"\"text\":\"text\",\"matches\":[],\"people\":[],\"organisations\":[],\"derived\":[]"
		","
		"\"years\":[],\"quotations\":[],\"before\":[],\"after\":[]}");
}
END_TEST

/* ---- concordance ---- */

static void three_lines(void)
{
	add_hit(1, "a Zeta *key* beta and beta *key* Alpha");
	add_hit(2, "the alpha *key* gamma");
}

static const struct ordering {
	kt_line_order order;
	const char *lefts[3];
} orderings[] = {
	{ KT_LINES_AS_FOUND, { "a Zeta ", "a Zeta key beta and beta ", "the alpha " } },
	{ KT_LINES_LEFT, { "the alpha ", "a Zeta key beta and beta ", "a Zeta " } },
	{ KT_LINES_RIGHT, { "a Zeta key beta and beta ", "a Zeta ", "the alpha " } },
};

START_TEST(lines_are_sorted_by_the_words_beside_the_match)
{
	const struct ordering *o = &orderings[_i];
	json_t *json, *list;

	three_lines();
	json = parsed(lines_shown(KT_FORMAT_JSON, &plain, o->order, 0, 0));
	list = json_object_get(json, "lines");
	ck_assert_uint_eq(json_array_size(list), 3);
	for (size_t i = 0; i < 3; i++)
		ck_assert_str_eq(
			json_string_value(json_object_get(json_array_get(list, i), "left")),
			o->lefts[i]);
	json_decref(json);
}
END_TEST

START_TEST(left_is_read_backwards_word_by_word)
{
	json_t *json, *first;

	add_hit(1, "zz x *key*");
	add_hit(2, "aa y *key*");
	add_hit(3, "aa x *key*");
	json = parsed(lines_shown(KT_FORMAT_JSON, &plain, KT_LINES_LEFT, 0, 0));
	first = json_array_get(json_object_get(json, "lines"), 0);
	ck_assert_str_eq(json_string_value(json_object_get(first, "left")), "aa x ");
	json_decref(json);
}
END_TEST

START_TEST(a_line_in_json_has_its_passage_and_year)
{
	kt_year_span years[] = { { 1968, 1968, KT_YEAR_PUBLICATION, 0, 0, 0, 1 },
		{ 1938, 1938, KT_YEAR_EVENT, 0, 0, 0, 1 },
		{ 1937, 1937, KT_YEAR_EVENT, 0, 0, 0, 1 } };

	add_hit(9, "in the\n  *year*,  then");
	is_json(lines_shown(KT_FORMAT_JSONL, &plain, KT_LINES_AS_FOUND, 0, 0),
		"{\"passage\":\"terror:9\",\"left\":\"in the \",\"match\":\"year\",\"right\":\", "
		"then\",\"year\":null}");
	hits[0].passage.years = years;
	hits[0].passage.year_count = 3;
	has(lines_shown(KT_FORMAT_JSONL, &plain, KT_LINES_AS_FOUND, 0, 0), "\"year\":1937}");
}
END_TEST

START_TEST(contexts_are_cut_at_a_words_border)
{
	json_t *json;
	const char *left, *right;

	add_hit(1, words(200, (int[]) { 100 }, 1));
	json = parsed(lines_shown(KT_FORMAT_JSONL, &plain, KT_LINES_AS_FOUND, 0, 0));
	left = json_string_value(json_object_get(json, "left"));
	right = json_string_value(json_object_get(json, "right"));
	ck_assert_str_eq(left, "w85 w86 w87 w88 w89 w90 w91 w92 w93 w94 w95 w96 w97 w98 w99 ");
	ck_assert_str_eq(right, " w101 w102 w103 w104 w105 w106 w107 w108 w109 w110 w111 w112");
	json_decref(json);
}
END_TEST

START_TEST(matches_stand_below_each_other)
{
	kt_style style = { 0, 0, 0 };
	size_t column = 0;

	add_hit(1, "Он говорил, что *Киров* убит в Ленинграде первого декабря.");
	add_hit(2, "*Kirov*");
	add_hit(123, "東京 で *Kirov* の");
	for (style.columns = 0; style.columns < 100; style.columns += 70) {
		const char *text = lines_shown(KT_FORMAT_TEXT, &style, KT_LINES_AS_FOUND, 0, 0);

		for (size_t i = 0; i < 3; i++) {
			kt_str line = line_of(text, i);
			size_t star = kt_str_find(line, KT_STR("*"), 0);
			size_t there = kt_utf8_width(kt_str_sub(line, 0, star));

			if (style.columns)
				ck_assert_uint_le(kt_utf8_width(line), style.columns);
			if (i)
				ck_assert_uint_eq(there, column);
			column = there;
		}
	}
}
END_TEST

START_TEST(a_long_name_is_cut_in_a_narrow_concordance_but_for_its_number)
{
	const kt_style style = { 0, 60, 0 };
	kt_str line;

	source.stem = KT_STR("collected/letters/a-very-long-name-of-a-source");
	add_hit(123, words(40, (int[]) { 20 }, 1));
	line = line_of(lines_shown(KT_FORMAT_TEXT, &style, KT_LINES_AS_FOUND, 0, 0), 0);
	ck_assert(kt_str_starts(line, KT_STR("…")));
	has(printed.ptr, "of-a-source:123 ");
	ck_assert_uint_le(kt_utf8_width(line), 60);
}
END_TEST

START_TEST(limit_and_offset_count_lines)
{
	three_lines();
	has(lines_shown(KT_FORMAT_TEXT, &plain, KT_LINES_AS_FOUND, 1, 1),
		"2 of 3 lines in 2 passages, 3 occurrences\n");
	has(lines_shown(KT_FORMAT_JSON, &plain, KT_LINES_AS_FOUND, 0, 2), "\"truncated\":true");
	has(lines_shown(KT_FORMAT_JSON, &plain, KT_LINES_AS_FOUND, 0, 2), "\"lines\":3");
	has(lines_shown(KT_FORMAT_TSV, &plain, KT_LINES_AS_FOUND, 2, 0),
		"passage\tleft\tmatch\tright\tyear\nterror:2\tthe alpha \tkey\t gamma\t\n");
}
END_TEST

/* ---- sources and check ---- */

static const char *sources_shown(kt_format format, const kt_style *style, size_t limit)
{
	kt_source_record two[2] = { source, source };
	kt_printer *printer = printer_of(format, style);

	two[1].name = KT_STR("террор.txt");
	two[1].title = (kt_str) { NULL, 0 };
	two[1].date = KT_STR("1956");
	ck_assert_int_eq(kt_show_sources(printer, two, 2, 0, limit, NULL), KT_OK);
	kt_printer_free(printer);
	return printed.ptr;
}

START_TEST(sources_stand_in_columns)
{
	ck_assert_str_eq(sources_shown(KT_FORMAT_TEXT, &plain, 0),
		"source            title             author  date  passages  words\n"
		"essays/terror.md  The Great Terror  Anon                40  1,234\n"
		"террор.txt                          Anon    1956        40  1,234\n"
		"2 sources, 80 passages, 2,468 words\n");
	has(sources_shown(KT_FORMAT_TEXT, &plain, 1), "1 of 2 sources, 80 passages, 2,468 words\n");
}
END_TEST

START_TEST(sources_are_cut_to_the_terminal)
{
	const kt_style style = { 0, 61, 0 };
	const char *text = sources_shown(KT_FORMAT_TEXT, &style, 0);

	has(text, "essays/terror.md  The Great T…  ");
	for (size_t i = 0; i < 3; i++)
		ck_assert_uint_le(kt_utf8_width(line_of(text, i)), 61);
}
END_TEST

START_TEST(sources_in_json)
{
	json_t *json = parsed(sources_shown(KT_FORMAT_JSON, &plain, 1)), *one;

	ck_assert_uint_eq(json_array_size(json_object_get(json, "sources")), 1);
	ck_assert(json_is_true(json_object_get(json, "truncated")));
	one = json_array_get(json_object_get(json, "sources"), 0);
	ck_assert_str_eq(json_string_value(json_object_get(one, "source")), "essays/terror.md");
	ck_assert_int_eq(json_integer_value(json_object_get(one, "passages")), 40);
	ck_assert_int_eq(json_integer_value(json_object_get(one, "words")), 1234);
	ck_assert(json_is_null(json_object_get(one, "date")));
	json_decref(json);
	has(sources_shown(KT_FORMAT_TSV, &plain, 0),
		"source\ttitle\tauthor\tdate\tlanguage\tpassages\twords\n"
		"essays/terror.md\tThe Great Terror\tAnon\t\t\t40\t1234\n"
		"террор.txt\t\tAnon\t1956\t\t40\t1234\n");
}
END_TEST

START_TEST(a_check_tells_version_size_and_time)
{
	kt_check_report report = { .sources = 2,
		.passages = 80,
		.words = 2468,
		.bytes = 1234567,
		.state = { .schema = 1, .analyser = 2, .written = 1700000000 } };
	kt_printer *printer = printer_of(KT_FORMAT_TEXT, &plain);

	ck_assert_int_eq(kt_show_check(printer, "x.db", &report, NULL), KT_OK);
	ck_assert_str_eq(printed.ptr,
		"x.db: whole\n2 sources, 80 passages, 2,468 words\n"
		"schema 1, analyser 2, 1.2 MB, written 2023-11-14T22:13:20Z\n");
	kt_printer_free(printer);
	report.problems = 2;
	printer = printer_of(KT_FORMAT_JSON, &plain);
	ck_assert_int_eq(kt_show_check(printer, "x.db", &report, NULL), KT_OK);
	has(printed.ptr, "\"whole\":false");
	has(printed.ptr, "\"problems\":2");
	kt_printer_free(printer);
}
END_TEST

/* ---- writing ---- */

static kt_status refuse(void *context, kt_str bytes, kt_error *err)
{
	(void)bytes;
	++*(int *)context;
	return kt_fail(err, KT_EIO, "disk full");
}

START_TEST(printing_ends_when_nothing_can_be_written)
{
	kt_printer *printer;
	kt_error err;
	int calls = 0;

	for (int i = 0; i < 16; i++)
		add_hit(1, words(2000, NULL, 0));
	ck_assert_int_eq(
		kt_printer_new(&printer, (kt_format)_i, &plain, refuse, &calls, &err), KT_OK);
	ck_assert_int_eq(kt_show_answer(printer, arena, KT_STR("x"), &answer, 0, &err), KT_EIO);
	ck_assert_str_eq(err.message, "disk full");
	ck_assert_int_eq(calls, 1);
	kt_printer_free(printer);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("show");
	TCase *tc = tcase_create("show");
	SRunner *runner = srunner_create(suite);
	int failed;

	tcase_add_checked_fixture(tc, set_up, end_showing);
	tcase_add_test(tc, json_is_one_object_with_totals_forms_and_hits);
	tcase_add_test(tc, what_is_not_known_is_null);
	tcase_add_test(tc, nothing_found_is_an_object_with_empty_lists);
	tcase_add_test(tc, json_for_the_eye_is_the_same_object);
	tcase_add_test(tc, jsonl_is_a_hit_a_line);
	tcase_add_test(tc, ill_formed_text_is_repaired_in_json);
	tcase_add_test(tc, a_table_has_a_header_and_a_row_for_each_hit);
	tcase_add_test(tc, an_empty_table_has_its_header);
	tcase_add_test(tc, text_marks_matches_by_asterisks);
	tcase_add_test(tc, a_heading_tells_kind_and_years_of_events_each_once);
	tcase_add_loop_test(tc, every_cut_is_said, 0, COUNT(totals));
	tcase_add_test(tc, forms_stand_with_their_counts);
	tcase_add_test(tc, of_many_forms_the_rest_is_counted);
	tcase_add_test(tc, colour_takes_the_place_of_asterisks_and_ends_with_each_line);
	tcase_add_loop_test(
		tc, text_is_wrapped_to_the_columns_of_the_terminal, 0, COUNT(long_texts));
	tcase_add_test(tc, text_in_a_pipe_is_not_wrapped);
	tcase_add_test(tc, a_text_cannot_steer_the_terminal);
	tcase_add_test(tc, a_short_passage_is_shown_whole);
	tcase_add_test(tc, a_long_passage_is_shown_by_the_stretch_around_its_match);
	tcase_add_test(tc, matches_far_apart_are_shown_by_several_stretches);
	tcase_add_test(tc, a_stretch_begins_with_the_sentence_that_begins_near);
	tcase_add_test(tc, a_long_passage_without_matches_is_shown_by_its_beginning);
	tcase_add_loop_test(tc, markup_is_not_shown_to_people, 0, COUNT(markdowns));
	tcase_add_test(tc, a_match_within_emphasis_is_marked_once);
	tcase_add_test(tc, verse_keeps_its_lines_and_prose_does_not);
	tcase_add_test(tc, neighbours_stand_before_and_after_with_their_names);
	tcase_add_test(tc, a_passage_is_shown_whole_with_its_neighbours);
	tcase_add_test(tc, a_passage_in_json_is_like_a_hit);
	tcase_add_loop_test(
		tc, lines_are_sorted_by_the_words_beside_the_match, 0, COUNT(orderings));
	tcase_add_test(tc, left_is_read_backwards_word_by_word);
	tcase_add_test(tc, a_line_in_json_has_its_passage_and_year);
	tcase_add_test(tc, contexts_are_cut_at_a_words_border);
	tcase_add_test(tc, matches_stand_below_each_other);
	tcase_add_test(tc, a_long_name_is_cut_in_a_narrow_concordance_but_for_its_number);
	tcase_add_test(tc, limit_and_offset_count_lines);
	tcase_add_test(tc, sources_stand_in_columns);
	tcase_add_test(tc, sources_are_cut_to_the_terminal);
	tcase_add_test(tc, sources_in_json);
	tcase_add_test(tc, a_check_tells_version_size_and_time);
	tcase_add_loop_test(tc, printing_ends_when_nothing_can_be_written, 0, KT_FORMATS);
	suite_add_tcase(suite, tc);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
