/* Quotations found by their words: exactly, nearly, in part, or not. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "kartoteka/ingest.h"
#include "kartoteka/search.h"

#define COUNT(table) (int)(sizeof(table) / sizeof(table)[0])

/* Texts of the index; a paragraph each between blank lines. */
static const char letters_of_1921[] =
	"---\ntitle: Letters from the Volga\ndate: 1921\n---\n\n"
	"The harvest of that summer failed along the whole length of the river, and the "
	"committees could no longer feed the towns.\n\n"
	"A miller wrote to his brother that the colour of the bread had changed before its price "
	"did.\n\n"
	"“Comrades, [the delegates] must carry the grain to the stations […] before the roads "
	"freeze,” the telegram said, “or the cities will starve.”[14]\n\n"
	"The counter-revolutionary bands were organised by former officers, so the newspaper "
	"claimed, and Zinov'ev repeated it.\n";

static const char essay_of_1987[] =
	"---\ntitle: Bread and Power\ndate: 1987\n---\n\n"
	"Historians of the famine have often repeated that the committees could no longer feed "
	"the towns. Few have asked why.\n\n"
	"What the miller's brother noticed, that the color of the bread had changed long before "
	"its price "
	"did, "
	"was a matter of chemistry.\n\n"
	"Stalin wrote in 1936: “The archives of the grain procurement office were never meant to "
	"be read by strangers.”\n\n"
	"It was said, and said again, that to be or not to be was no question there.\n\n"
	"The harvest was poor, the river was long, the towns were many.\n";

static char folder[] = "/tmp/check_quote_XXXXXX";
static char db[64];
static kt_index *kartoteka;
static kt_arena *arena;
static kt_quotes quotes;

static void write_text(const char *name, const char *text)
{
	char path[128];

	snprintf(path, sizeof path, "%s/%s", folder, name);
	ck_assert_int_eq(kt_file_write(path, kt_str_of(text), NULL), KT_OK);
}

static kt_str opened(const char *name)
{
	char path[128];
	kt_buf text = KT_BUF_INIT;
	kt_str copy;

	snprintf(path, sizeof path, "%s", name);
	ck_assert_int_eq(kt_file_read(&text, path, NULL), KT_OK);
	copy = kt_arena_str(arena, kt_buf_str(&text));
	kt_buf_release(&text);
	return copy;
}

/* A paragraph so long that it is cut, with a sentence on both sides of every place where a cut may
 * be: each sentence has a number of its own, in words. */
static void write_long_paragraph(void)
{
	static const char *const tens[] = { "amber", "birch", "cedar", "dusk", "ember", "flint",
		"grove", "heath", "inlet", "juniper" };
	kt_buf text = KT_BUF_INIT;

	kt_buf_addf(&text, "---\ntitle: A Long Winter\n---\n\n");
	for (int i = 0; i < 100; i++)
		kt_buf_addf(&text, "The %s waggon reached the %s siding after midnight. ",
			tens[i / 10], tens[i % 10]);
	kt_buf_addf(&text, "\n");
	write_text("winter.md", text.ptr);
	kt_buf_release(&text);
}

static void make_index(void)
{
	kt_authority *authority;
	kt_ingest_counts counts = { 0 };
	kt_error err;
	const char *paths[] = { folder };
	kt_ingest_options options = { .db = db, .paths = paths, .path_count = 1 };

	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(db, sizeof db, "%s.db", folder);
	write_text("letters.md", letters_of_1921);
	write_text("essay.md", essay_of_1987);
	write_long_paragraph();
	ck_assert_int_eq(kt_arena_new(&arena, NULL), KT_OK);
	ck_assert_int_eq(kt_authority_new(&authority, NULL), KT_OK);
	ck_assert_int_eq(kt_authority_add(authority, "people.tsv",
				 opened("corpus/authority/people.tsv"), &err),
		KT_OK);
	options.authority = authority;
	ck_assert_msg(!kt_ingest(&options, &counts, &err), "%s", err.message);
	ck_assert_uint_eq(counts.added, 3);
	kt_authority_free(authority);
	kt_arena_free(arena);
}

static void remove_index(void)
{
	kt_file_remove_all(folder, NULL);
	kt_file_remove_all(db, NULL);
}

static void set_up(void)
{
	ck_assert_int_eq(kt_arena_new(&arena, NULL), KT_OK);
	ck_assert_int_eq(kt_index_open(&kartoteka, db, NULL), KT_OK);
}

static void tear_down(void)
{
	kt_index_free(kartoteka);
	kt_arena_free(arena);
}

static const kt_quote_hit *first_of(const char *words)
{
	kt_search_options options = { .limit = 10 };
	kt_error err = { 0 };
	kt_status status =
		kt_search_quote(&quotes, kartoteka, arena, kt_str_of(words), &options, &err);

	ck_assert_msg(!status, "%s: %s", words, err.message);
	return quotes.hit_count ? &quotes.hits[0] : NULL;
}

static const char *name_of(const kt_quote_hit *hit)
{
	return kt_passage_name(arena, hit->hit.source, hit->hit.passage.number).ptr;
}

/* ---- the same words -------------------------------------------------------------------------- */

static const struct {
	const char *words, *passage;
} same[] = {
	{ "the committees could no longer feed the towns", "letters:1" },
	{ "“the committees could no longer feed the towns”", "letters:1" },
	{ "the committees ... could no longer feed the towns", "letters:1" },
	{ "the committees […] could no longer feed the towns.", "letters:1" },
	{ "[T]he committees could [sic] no longer feed the towns", "letters:1" },
	{ "the committees could no longer[3] feed the towns[14]", "letters:1" },
	{ "the committees [of the province] could no longer feed the towns", "letters:1" },
	{ "the [committees] could no longer feed the [towns]", "letters:1" },
	{ "[the committees could no longer feed the towns]", "letters:1" },
	{ "the commit-\ntees could\nno longer feed the towns", "letters:1" },
	{ "THE COMMITTEES — could no longer — feed the towns", "letters:1" },
	{ "must carry the grain to the stations before the roads freeze", "letters:3" },
	{ "Comrades, must carry the grain to the stations", "letters:3" },
	{ "before the roads freeze the telegram said or the cities will starve", "letters:3" },
	{ "\"before the roads freeze", "letters:3" },
	{ "The counterrevolutionary bands were organised by former officers", "letters:4" },
	{ "The counter revolutionary bands were organised by former officers", "letters:4" },
};

START_TEST(editorial_marks_are_no_obstacle)
{
	const kt_quote_hit *hit = first_of(same[_i].words);

	ck_assert_ptr_nonnull(hit);
	ck_assert_str_eq(name_of(hit), same[_i].passage);
	ck_assert_int_eq(hit->near, 1);
	ck_assert_msg(hit->similarity > 0.98, "%s: %g", same[_i].words, hit->similarity);
}
END_TEST

/* ---- other words --------------------------------------------------------------------------------
 */

static const struct {
	const char *words, *passage, *difference;
} altered[] = {
	{ "the committees could no longer feed towns", "letters:1",
		"the committees could no longer feed {the} towns" },
	{ "the committees could really no longer feed the towns", "letters:1",
		"the committees could [really] no longer feed the towns" },
	{ "the committee could no longer feed the town", "letters:1",
		"the {committees} [committee] could no longer feed the {towns} [town]" },
	{ "the committees no could longer feed the towns", "letters:1",
		"the committees {could no} [no could] longer feed the towns" },
	{ "the committees could no longer clothe the towns", "letters:1",
		"the committees could no longer {feed} [clothe] the towns" },
	{ "the comrnittees could no longer feed the towns", "letters:1",
		"the {committees} [comrnittees] could no longer feed the towns" },
	{ "the bands were organized by former officers, and Zinoviev repeated it", "letters:4",
		"The {counter-revolutionary} bands were organised by former officers {so the "
		"newspaper claimed} and {Zinov'ev} [Zinoviev] repeated it" },
	{ "A miller wrote to his brother that the bread had changed", "letters:2",
		"A miller wrote to his brother that {the colour of} the bread had changed" },
	{ "A miller wrote to his brother ... before its price did", "letters:2",
		"A miller wrote to his brother {that the colour of the bread had changed} before "
		"its "
		"price did" },
	{ "What the miller brother noticed was a matter of chemistry", "essay:2",
		"What the miller's brother noticed {that the color \xE2\x80\xA6 its "
		"price "
		"did} was a matter of chemistry" },
	{ "the harvest of that summer failed along the river", "letters:1",
		"The harvest of that summer failed along {the whole length of} the river" },
};

START_TEST(altered_words_are_found_and_the_difference_is_shown)
{
	const kt_quote_hit *hit = first_of(altered[_i].words);

	ck_assert_ptr_nonnull(hit);
	ck_assert_str_eq(name_of(hit), altered[_i].passage);
	ck_assert_int_eq(hit->near, 1);
	ck_assert(hit->similarity > 0.6 && hit->similarity < 1);
	ck_assert_str_eq(hit->difference.ptr, altered[_i].difference);
}
END_TEST

START_TEST(the_nearer_wording_comes_first)
{
	const kt_quote_hit *hit =
		first_of("the colour of the bread had changed before its price did");

	ck_assert_str_eq(name_of(hit), "letters:2");
	ck_assert_uint_eq(hit->also_count, 1);
	ck_assert_str_eq(hit->also[0].passage.ptr, "essay:2");
	ck_assert_int_eq(hit->also[0].altered, 1);
	ck_assert(first_of("the committees feed the towns")->similarity <
		  first_of("the committees could feed the towns")->similarity);
}
END_TEST

START_TEST(matches_are_the_words_found)
{
	const kt_quote_hit *hit = first_of("feed towns");
	kt_str text = hit->hit.passage.text;
	kt_match *m = hit->hit.matches;

	ck_assert_uint_eq(hit->hit.match_count, 2);
	ck_assert(kt_str_is(kt_str_sub(text, m[0].start, m[0].end), "feed"));
	ck_assert(kt_str_is(kt_str_sub(text, m[1].start, m[1].end), "towns"));
}
END_TEST

/* ---- what is not there
 * ----------------------------------------------------------------------------- */

static const char *const absent[] = {
	"the sailors of the fleet refused to leave their ships without a vote",
	"historians have seldom agreed about the number of the dead",
	"the river was not long enough for so many officers and millers",
	"zyxwvut qponmlk",
};

START_TEST(a_quotation_that_is_not_there_is_not_near)
{
	const kt_quote_hit *hit = first_of(absent[_i]);

	ck_assert_uint_eq(quotes.answer.passages, 0);
	ck_assert_uint_eq(quotes.answer.occurrences, 0);
	ck_assert_uint_eq(quotes.wordings, 0);
	for (size_t i = 0; hit && i < quotes.hit_count; i++)
		ck_assert_int_eq(hit[i].near, 0);
}
END_TEST

/* ---- where else
 * -------------------------------------------------------------------------------------- */

START_TEST(the_same_words_are_one_hit_with_the_other_passages)
{
	const kt_quote_hit *hit = first_of("the committees could no longer feed the towns");

	ck_assert_uint_eq(quotes.hit_count, 1);
	ck_assert_uint_eq(quotes.answer.passages, 2);
	ck_assert_str_eq(name_of(hit), "letters:1"); /* the older source */
	ck_assert_uint_eq(hit->also_count, 1);
	ck_assert_str_eq(hit->also[0].passage.ptr, "essay:1");
	ck_assert_int_eq(hit->also[0].altered, 0);
}
END_TEST

START_TEST(limit_and_offset_cut_wordings_and_say_so)
{
	kt_search_options options = { .limit = 1 };
	kt_str words = KT_STR("the harvest the river the towns");

	ck_assert_int_eq(kt_search_quote(&quotes, kartoteka, arena, words, &options, NULL), KT_OK);
	options = (kt_search_options) { .limit = 1 };
	words = KT_STR("colours of the bread had changed before its price did");
	ck_assert_int_eq(kt_search_quote(&quotes, kartoteka, arena, words, &options, NULL), KT_OK);
	ck_assert_uint_eq(quotes.wordings, 2);
	ck_assert_uint_eq(quotes.hit_count, 1);
	ck_assert_int_eq(quotes.answer.truncated, 1);
}
END_TEST

START_TEST(filters_narrow_a_quotation)
{
	kt_filter filter = { KT_ASK_YEAR, KT_STR("1936") };
	kt_search_options options = { .filters = &filter, .filter_count = 1 };

	ck_assert_int_eq(
		kt_search_quote(&quotes, kartoteka, arena,
			KT_STR("the committees could no longer feed the towns"), &options, NULL),
		KT_OK);
	ck_assert_uint_eq(quotes.answer.passages, 0);
	ck_assert_int_eq(
		kt_search_quote(&quotes, kartoteka, arena,
			KT_STR("the archives of the grain procurement office"), &options, NULL),
		KT_OK);
	ck_assert_uint_eq(quotes.answer.passages, 1);
}
END_TEST

START_TEST(the_speaker_is_the_quotations)
{
	const kt_quote_hit *hit = first_of("never meant to be read by strangers");

	ck_assert_str_eq(hit->speaker.ptr, "stalin-joseph");
	ck_assert_str_eq(hit->speaker_name.ptr, "Stalin, Joseph");
	hit = first_of("the committees could no longer feed the towns");
	ck_assert_uint_eq(hit->speaker.len, 0);
}
END_TEST

START_TEST(a_family_is_the_other_passages_oldest_first)
{
	kt_search_options options = { 0 };

	ck_assert_int_eq(
		kt_search_family(&quotes, kartoteka, arena, KT_STR("essay:1"), &options, NULL),
		KT_OK);
	ck_assert_uint_eq(quotes.answer.passages, 1);
	ck_assert_str_eq(name_of(&quotes.hits[0]), "letters:1");
	ck_assert_int_eq(quotes.hits[0].part, 1);
	ck_assert_int_eq(
		kt_search_family(&quotes, kartoteka, arena, KT_STR("essay:5"), &options, NULL),
		KT_OK);
	ck_assert_uint_eq(quotes.answer.passages, 0);
	ck_assert_int_eq(
		kt_search_family(&quotes, kartoteka, arena, KT_STR("essay:77"), &options, NULL),
		KT_ENOTFOUND);
}
END_TEST

/* ---- a paragraph that was cut
 * ------------------------------------------------------------------------- */

/* Some sentence ends the first piece: with the next it is a quotation across the cut. */
START_TEST(a_cut_paragraph_hides_no_quotation)
{
	kt_hit piece, next;
	kt_str text;
	size_t from, to;

	ck_assert_int_eq(
		kt_search_passage(&piece, kartoteka, arena, KT_STR("winter:1"), 0, NULL), KT_OK);
	ck_assert_int_eq(
		kt_search_passage(&next, kartoteka, arena, KT_STR("winter:2"), 0, NULL), KT_OK);
	ck_assert_int_eq(next.passage.continued, 1);
	text = kt_str_trim(piece.passage.text);
	for (from = text.len - 2; text.ptr[from] != '.'; from--)
		;
	to = kt_str_find(next.passage.text, KT_STR("."), 0);
	first_of(kt_arena_printf(arena, "%.*s %.*s",
		KT_STR_ARG(kt_str_trim(kt_str_sub(text, from + 1, text.len))),
		KT_STR_ARG(kt_str_sub(next.passage.text, 0, to))));
	ck_assert_uint_ge(quotes.hit_count, 1);
	ck_assert_msg(quotes.hits[0].similarity == 1, "%g: %s", quotes.hits[0].similarity,
		quotes.hits[0].difference.ptr);
	ck_assert(kt_str_is(quotes.hits[0].hit.source->stem, "winter"));
	ck_assert_uint_ge(quotes.hits[0].hit.match_count, 1);
	for (size_t i = 0; i < quotes.hits[0].hit.match_count; i++)
		ck_assert_uint_le(
			quotes.hits[0].hit.matches[i].end, quotes.hits[0].hit.passage.text.len);
}
END_TEST

/* ---- what is no quotation
 * ------------------------------------------------------------------------------- */

static const char *const none[] = { "", "   ", "[]", "“”", "…", "bread", "“bread”", "bread [sic]" };

START_TEST(no_word_or_one_is_refused)
{
	kt_search_options options = { 0 };
	kt_error err;

	ck_assert_int_eq(
		kt_search_quote(&quotes, kartoteka, arena, kt_str_of(none[_i]), &options, &err),
		KT_EINVAL);
	ck_assert_uint_gt(strlen(err.message), 0);
}
END_TEST

START_TEST(five_thousand_words_are_cut_and_it_is_said)
{
	kt_buf words = KT_BUF_INIT;

	kt_buf_addf(&words, "the committees could no longer feed the towns ");
	for (int i = 0; i < 5000; i++)
		kt_buf_addf(&words, "%s ", i % 3 ? "grain" : "winter");
	first_of(words.ptr);
	ck_assert_uint_eq(quotes.answer.passages, 0);
	ck_assert_uint_ge(quotes.answer.notice_count, 1);
	ck_assert_ptr_nonnull(strstr(quotes.answer.notices[0].ptr, "first 400 of 5008 words"));
	kt_buf_release(&words);
}
END_TEST

START_TEST(a_quotation_of_several_passages_is_found_in_each)
{
	first_of(
		"The harvest of that summer failed along the whole length of the river, and the "
		"committees could no longer feed the towns. A miller wrote to his brother that the "
		"colour of the bread had changed before its price did. Comrades must carry the "
		"grain "
		"to the stations before the roads freeze, the telegram said, or the cities will "
		"starve.");
	ck_assert_uint_ge(quotes.answer.passages, 1);
	ck_assert_str_eq(name_of(&quotes.hits[0]), "letters:1");
	ck_assert_int_eq(quotes.hits[0].near, 1);
	ck_assert(quotes.hits[0].similarity < 0.6);
}
END_TEST

START_TEST(common_words_are_found_as_they_stand)
{
	const kt_quote_hit *hit = first_of("to be or not to be");

	ck_assert_str_eq(name_of(hit), "essay:4");
	ck_assert_int_eq(hit->near, 1);
	ck_assert(hit->similarity == 1);
	first_of("to be and to have been");
	ck_assert_uint_eq(quotes.answer.passages, 0);
}
END_TEST

START_TEST(ill_formed_bytes_are_no_obstacle)
{
	ck_assert_str_eq(
		name_of(first_of("the committees \xff\xfe could no longer feed the towns")),
		"letters:1");
}
END_TEST

/* ---- a phrase that stands nowhere
 * ------------------------------------------------------------------------- */

static kt_answer searched(const char *query)
{
	kt_search_options options = { 0 };
	kt_query *tree;
	kt_answer answer;

	ck_assert_int_eq(kt_query_parse(&tree, arena, kt_str_of(query), NULL), KT_OK);
	ck_assert_int_eq(kt_search(&answer, kartoteka, arena, tree, &options, NULL), KT_OK);
	return answer;
}

static int offers(const kt_answer *answer, const char *passage)
{
	for (size_t i = 0; i < answer->notice_count; i++)
		if (strstr(answer->notices[i].ptr, "`quote` finds") &&
			strstr(answer->notices[i].ptr, passage))
			return 1;
	return 0;
}

START_TEST(a_phrase_found_nowhere_offers_what_quote_finds)
{
	kt_answer answer = searched("\"the committee could no longer feed the towns\"");

	ck_assert_uint_eq(answer.passages, 0);
	ck_assert(offers(&answer, "letters:1"));
	answer = searched("\"the committees could no longer feed the towns\"");
	ck_assert_uint_eq(answer.passages, 2);
	ck_assert(!offers(&answer, ""));
	answer = searched("\"sailors of the fleet refused\"");
	ck_assert(!offers(&answer, ""));
}
END_TEST

static Suite *quote_suite(void)
{
	Suite *s = suite_create("quote");
	TCase *t = tcase_create("quotations");

	tcase_add_unchecked_fixture(t, make_index, remove_index);
	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, editorial_marks_are_no_obstacle, 0, COUNT(same));
	tcase_add_loop_test(
		t, altered_words_are_found_and_the_difference_is_shown, 0, COUNT(altered));
	tcase_add_test(t, the_nearer_wording_comes_first);
	tcase_add_test(t, matches_are_the_words_found);
	tcase_add_loop_test(t, a_quotation_that_is_not_there_is_not_near, 0, COUNT(absent));
	tcase_add_test(t, the_same_words_are_one_hit_with_the_other_passages);
	tcase_add_test(t, limit_and_offset_cut_wordings_and_say_so);
	tcase_add_test(t, filters_narrow_a_quotation);
	tcase_add_test(t, the_speaker_is_the_quotations);
	tcase_add_test(t, a_family_is_the_other_passages_oldest_first);
	tcase_add_test(t, a_cut_paragraph_hides_no_quotation);
	tcase_add_loop_test(t, no_word_or_one_is_refused, 0, COUNT(none));
	tcase_add_test(t, five_thousand_words_are_cut_and_it_is_said);
	tcase_add_test(t, a_quotation_of_several_passages_is_found_in_each);
	tcase_add_test(t, common_words_are_found_as_they_stand);
	tcase_add_test(t, ill_formed_bytes_are_no_obstacle);
	tcase_add_test(t, a_phrase_found_nowhere_offers_what_quote_finds);
	suite_add_tcase(s, t);
	return s;
}

int main(void)
{
	SRunner *r = srunner_create(quote_suite());
	int failed;

	srunner_run_all(r, CK_NORMAL);
	failed = srunner_ntests_failed(r);
	srunner_free(r);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
