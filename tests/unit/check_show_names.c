/* People, organisations and years, as they are printed. */
#include <stdlib.h>

#include "showing.h"

static kt_source_record other;
static kt_passage passages[4];
static kt_mention tags[8];
static kt_place places[8];
static kt_named trotsky, smirnovs[2];
static kt_form_count forms[2];
static kt_excluded excluded[1];
static kt_mentions mentions;

/* A mention of text[start, end) in passage i. */
static void add_place(size_t i, const char *text, uint32_t start, uint32_t end, kt_tier tier)
{
	size_t n = mentions.place_count++;

	passages[i].text = kt_str_of(text);
	passages[i].number = (uint32_t)i + 9;
	passages[i].offset = 4100;
	tags[n] = (kt_mention) { .kind = KT_MENTION_PERSON,
		.tier = tier,
		.start = start,
		.end = end,
		.id = KT_STR("trotsky-leon"),
		.rule = KT_STR("surname") };
	passages[i].mentions = passages[i].mention_count ? passages[i].mentions : &tags[n];
	passages[i].mention_count++;
	places[n] = (kt_place) { &passages[i], &source, &tags[n] };
	mentions.mentions++;
	mentions.passages = i + 1;
}

static void set_up(void)
{
	begin_showing();
	memset(passages, 0, sizeof passages);
	memset(&mentions, 0, sizeof mentions);
	other = source;
	other.name = other.title = KT_STR("letters.txt");
	other.stem = KT_STR("letters");
	trotsky = (kt_named) { KT_MENTION_PERSON, KT_STR("trotsky-leon"), KT_STR("Trotsky, Leon"),
		KT_STR("leader"), 3, 2, 0 };
	smirnovs[0] = (kt_named) { KT_MENTION_PERSON, KT_STR("smirnov-ivan"),
		KT_STR("Smirnov, Ivan"), KT_STR("Old Bolshevik"), 3, 2, 0 };
	smirnovs[1] = (kt_named) { KT_MENTION_PERSON, KT_STR("smirnov-vladimir"),
		KT_STR("Smirnov, Vladimir"), { NULL, 0 }, 1, 1, 0 };
	forms[0] = (kt_form_count) { { NULL, 0 }, KT_STR("Trotsky"), 1200 };
	forms[1] = (kt_form_count) { { NULL, 0 }, KT_STR("Троцкий"), 1 };
	excluded[0] = (kt_excluded) { KT_STR("Trotskyists"), KT_STR("derived"), 21 };
	mentions.bearers = &trotsky;
	mentions.bearer_count = 1;
	mentions.sources = 1;
	mentions.places = places;
}

static const char *shown(kt_format format, const kt_style *style, size_t offset)
{
	kt_printer *printer = printer_of(format, style);

	ck_assert_int_eq(
		kt_show_mentions(printer, arena, KT_STR("Trotzky"), &mentions, offset, NULL),
		KT_OK);
	kt_printer_free(printer);
	return printed.ptr ? printed.ptr : "";
}

/* ---- mentions ---- */

START_TEST(mentions_are_one_object_with_totals_forms_and_what_is_excluded)
{
	add_place(0, "Then *Trotsky*  spoke.", 6, 13, KT_CERTAIN);
	mentions.forms = forms;
	mentions.form_count = 1;
	mentions.excluded = excluded;
	mentions.excluded_count = 1;
	is_json(shown(KT_FORMAT_JSON, &plain, 0),
		"{\"name\":\"Trotsky, Leon\",\"id\":\"trotsky-leon\",\"kind\":\"person\",\"about\":"
		"\"leader\",\"total\":{\"mentions\":1,\"passages\":1,\"sources\":1},\"truncated\":"
		"false,\"forms\":[{\"form\":\"Trotsky\",\"count\":1200}],\"excluded\":[{\"form\":"
		"\"Trotskyists\",\"count\":21,\"why\":\"derived\"}],\"candidates\":[],\"nearest\":"
		"[],\"mentions\":[{\"passage\":\"terror:9\",\"source\":\"essays/terror.md\","
		"\"number\":9,\"offset\":4100,\"surface\":\"Trotsky\",\"start\":6,\"end\":13,"
		"\"ids\":[\"trotsky-leon\"],\"tier\":\"certain\",\"rule\":\"surname\",\"left\":"
		"\"Then *\",\"right\":\"* spoke.\"}]}");
}
END_TEST

START_TEST(several_bearers_are_listed_and_none_is_chosen)
{
	json_t *json, *one;

	add_place(0, "Smirnov came.", 0, 7, KT_POSSIBLE);
	add_place(0, "Smirnov came.", 0, 7, KT_POSSIBLE);
	tags[0].id = smirnovs[1].id;
	tags[1].id = smirnovs[0].id;
	mentions.place_count = mentions.mentions = 1;
	mentions.bearers = smirnovs;
	mentions.bearer_count = 2;
	json = parsed(shown(KT_FORMAT_JSON, &plain, 0));
	ck_assert_str_eq(json_string_value(json_object_get(json, "name")), "Trotzky");
	ck_assert(json_is_null(json_object_get(json, "id")));
	ck_assert_str_eq(json_string_value(json_object_get(json, "kind")), "person");
	ck_assert_uint_eq(json_array_size(json_object_get(json, "candidates")), 2);
	json_decref(json);
	has(printed.ptr, "\"candidates\":[{\"id\":\"smirnov-ivan\",\"name\":\"Smirnov, Ivan\","
			 "\"about\":\"Old Bolshevik\",\"mentions\":3,\"passages\":2},");
	json = parsed(shown(KT_FORMAT_JSONL, &plain, 0));
	one = json_object_get(json, "ids");
	ck_assert_uint_eq(json_array_size(one), 2);
	json_decref(json);
	has(shown(KT_FORMAT_TSV, &plain, 0), "\tsmirnov-vladimir smirnov-ivan\tpossible\t");
	has(shown(KT_FORMAT_TEXT, &plain, 0), "Trotzky · any of 2 people\n1 mention in ");
}
END_TEST

START_TEST(nobody_found_is_an_object_with_zeros_and_the_nearest)
{
	mentions.bearer_count = 0;
	mentions.sources = 0;
	mentions.nearest = smirnovs;
	mentions.nearest_count = 1;
	is_json(shown(KT_FORMAT_JSON, &plain, 0),
		"{\"name\":\"Trotzky\",\"id\":null,\"kind\":null,\"about\":null,\"total\":{"
		"\"mentions\":0,\"passages\":0,\"sources\":0},\"truncated\":false,\"forms\":[],"
		"\"excluded\":[],\"candidates\":[],\"nearest\":[{\"id\":\"smirnov-ivan\",\"name\":"
		"\"Smirnov, Ivan\"}],\"mentions\":[]}");
	ck_assert_str_eq(shown(KT_FORMAT_TEXT, &plain, 0), "");
	ck_assert_str_eq(shown(KT_FORMAT_JSONL, &plain, 0), "");
}
END_TEST

START_TEST(mentions_stand_below_their_source_with_doubts_marked)
{
	add_place(0, "Then Trotsky spoke to Trotsky.", 5, 12, KT_CERTAIN);
	add_place(0, "Then Trotsky spoke to Trotsky.", 22, 29, KT_PROBABLE);
	add_place(1, "L. Trotsky", 3, 10, KT_POSSIBLE);
	places[2].source = &other;
	mentions.forms = forms;
	mentions.form_count = 2;
	mentions.excluded = excluded;
	mentions.excluded_count = 1;
	mentions.sources = 2;
	shown(KT_FORMAT_TEXT, &plain, 0);
	has(printed.ptr, "Trotsky, Leon · trotsky-leon\n   leader\n"
			 "3 mentions in 2 passages of 2 sources\n"
			 "as printed: Trotsky 1,200, Троцкий 1\n? probable, ?? possible\n\n"
			 "The Great Terror · essays/terror.md\nterror:9       ");
	has(printed.ptr, " Then *Trotsky* spoke to Trotsky.\nterror:9   ?  ");
	has(printed.ptr, " spoke to *Trotsky*.\n\nletters.txt\nletters:10 ?? ");
	has(printed.ptr, " L. *Trotsky*\n\nnot counted: Trotskyists 21 (derived)\n");
}
END_TEST

START_TEST(certain_mentions_are_not_marked)
{
	add_place(0, "Trotsky", 0, 7, KT_CERTAIN);
	has_not(shown(KT_FORMAT_TEXT, &plain, 0), "probable");
	has(printed.ptr, "\nterror:9  ");
}
END_TEST

START_TEST(mentions_cut_off_are_said)
{
	add_place(0, "Trotsky", 0, 7, KT_CERTAIN);
	mentions.mentions = 6746;
	mentions.truncated = 1;
	has(shown(KT_FORMAT_TEXT, &plain, 0), "\n6,746 mentions in ");
	has(printed.ptr, "\n\n1 of 6,746 mentions\n");
	has(shown(KT_FORMAT_TEXT, &plain, 10), "\n\n11 of 6,746 mentions\n");
	has(shown(KT_FORMAT_JSON, &plain, 10), "\"truncated\":true");
}
END_TEST

START_TEST(lines_of_mentions_fit_the_terminal)
{
	const char *text = "It was said that the committee had met at noon with Trotsky in the "
			   "chair, and that nobody had been told of it before the evening.";

	add_place(0, text, 52, 59, KT_CERTAIN);
	add_place(1, text, 52, 59, KT_POSSIBLE);
	for (size_t columns = 60; columns < 120; columns += 20) {
		const kt_style style = { 0, columns, 0 };

		shown(KT_FORMAT_TEXT, &style, 0);
		for (const char *at = printed.ptr; *at; at += line_of(at, 0).len + 1)
			ck_assert_uint_le(kt_utf8_width(line_of(at, 0)), columns);
	}
}
END_TEST

START_TEST(mentions_are_a_table_with_their_place)
{
	add_place(0, "a\tTrotsky", 2, 9, KT_CERTAIN);
	passages[0].offset = -1;
	ck_assert_str_eq(shown(KT_FORMAT_TSV, &plain, 0),
		"passage\tsource\tnumber\toffset\tsurface\tstart\tend\tids\ttier\trule\tleft\tright"
		"\nterror:9\tessays/terror.md\t9\t\tTrotsky\t2\t9\ttrotsky-leon\tcertain\tsurname\t"
		"a \t\n");
}
END_TEST

/* ---- names ---- */

static const char *names_shown(kt_format format, const kt_style *style, size_t offset, size_t limit)
{
	kt_printer *printer = printer_of(format, style);
	kt_named all[] = { trotsky, smirnovs[0],
		{ KT_MENTION_ORGANISATION, KT_STR("nkvd"), KT_STR("NKVD"), { NULL, 0 }, 1, 1, 0 } };

	all[0].mentions = 1234;
	ck_assert_int_eq(kt_show_names(printer, all, 3, offset, limit, NULL), KT_OK);
	kt_printer_free(printer);
	return printed.ptr;
}

START_TEST(names_stand_in_columns)
{
	ck_assert_str_eq(names_shown(KT_FORMAT_TEXT, &plain, 0, 0),
		"mentions  passages  kind          name           id\n"
		"   1,234         2  person        Trotsky, Leon  trotsky-leon\n"
		"       3         2  person        Smirnov, Ivan  smirnov-ivan\n"
		"       1         1  organisation  NKVD           nkvd\n"
		"\n3 names: 2 people, 1 organisation\n");
	has(names_shown(KT_FORMAT_TEXT, &plain, 1, 1), "\n2 of 3 names: 2 people, ");
}
END_TEST

START_TEST(names_in_json_and_in_a_table)
{
	is_json(names_shown(KT_FORMAT_JSON, &plain, 0, 1),
		"{\"total\":{\"names\":3,\"people\":2,\"organisations\":1},\"truncated\":true,"
		"\"names\":[{\"id\":\"trotsky-leon\",\"name\":\"Trotsky, "
		"Leon\",\"kind\":\"person\","
		"\"mentions\":1234,\"passages\":2}]}");
	ck_assert_str_eq(names_shown(KT_FORMAT_TSV, &plain, 2, 0),
		"id\tname\tkind\tmentions\tpassages\nnkvd\tNKVD\torganisation\t1\t1\n");
}
END_TEST

START_TEST(in_a_pipe_a_long_name_pushes_its_own_row_alone)
{
	kt_str line;

	smirnovs[0].name = KT_STR("Committee on the Interrelation of Departments of Insurance");
	names_shown(KT_FORMAT_TEXT, &plain, 0, 0);
	has(printed.ptr, "Interrelation of Departments of Insurance  smirnov-ivan\n");
	line = line_of(printed.ptr, 3);
	ck_assert_uint_lt(line.len, 90);
}
END_TEST

START_TEST(names_are_cut_to_the_terminal)
{
	const kt_style style = { 0, 60, 0 };

	names_shown(KT_FORMAT_TEXT, &style, 0, 0);
	for (size_t i = 0; i < 4; i++)
		ck_assert_uint_le(kt_utf8_width(line_of(printed.ptr, i)), 60);
	has(printed.ptr, "trotsky-leon\n");
}
END_TEST

/* ---- timeline ---- */

static kt_timeline timeline;

static const char *years_shown(kt_format format, const kt_style *style, const kt_year_count *years,
	size_t count, const char *query)
{
	kt_printer *printer = printer_of(format, style);

	timeline.years = (kt_year_count *)years;
	timeline.year_count = count;
	ck_assert_int_eq(kt_show_timeline(printer, kt_str_of(query), &timeline, NULL), KT_OK);
	kt_printer_free(printer);
	return printed.ptr;
}

START_TEST(bars_stand_for_passages_and_gaps_are_shown)
{
	static const kt_year_count years[] = { { 1917, 3 }, { 1918, 12 }, { 1920, 1 },
		{ 1936, 2 } };

	timeline = (kt_timeline) { .passages = 66, .dated = 14, .long_only = 12 };
	ck_assert_str_eq(years_shown(KT_FORMAT_TEXT, &plain, years, 4, ""),
		"1917   3 ###\n1918  12 ############\n1919   0\n1920   1 #\n   …\n1936   2 ##\n\n"
		"66 passages: 14 in these years, each in all that it speaks of; "
		"12 speak of longer times only; 40 of no year\n");
}
END_TEST

START_TEST(bars_are_scaled_to_the_columns)
{
	static const kt_year_count years[] = { { 1917, 1 }, { 1918, 500 }, { 1919, 1000 } };
	const kt_style narrow = { 0, 33, 0 };
	size_t half, whole;

	timeline = (kt_timeline) { .passages = 1501, .dated = 1501 };
	years_shown(KT_FORMAT_TEXT, &plain, years, 3, "");
	has(printed.ptr, "1917      1 #\n");
	half = line_of(printed.ptr, 1).len - 12;
	whole = line_of(printed.ptr, 2).len - 12;
	ck_assert_uint_eq(half, whole / 2);
	ck_assert_uint_gt(whole, 50);
	years_shown(KT_FORMAT_TEXT, &narrow, years, 3, "");
	ck_assert_uint_eq(kt_utf8_width(line_of(printed.ptr, 2)), 33);
	has(printed.ptr, "1917      1 ▏\n");
	has(printed.ptr, "1918    500 ██████████▌\n");
}
END_TEST

START_TEST(a_timeline_in_json_and_in_a_table)
{
	static const kt_year_count years[] = { { 1937, 12 } };

	timeline = (kt_timeline) { .passages = 15, .dated = 12, .long_only = 1 };
	is_json(years_shown(KT_FORMAT_JSON, &plain, years, 1, "grain"),
		"{\"query\":\"grain\",\"total\":{\"passages\":15,\"dated\":12,\"long_only\":1},"
		"\"years\":[{\"year\":1937,\"passages\":12}]}");
	ck_assert_str_eq(years_shown(KT_FORMAT_TSV, &plain, years, 1, "grain"),
		"year\tpassages\n1937\t12\n");
	ck_assert_str_eq(years_shown(KT_FORMAT_JSONL, &plain, years, 1, "grain"),
		"{\"year\":1937,\"passages\":12}\n");
}
END_TEST

START_TEST(no_year_is_said)
{
	timeline = (kt_timeline) { .passages = 2 };
	ck_assert_str_eq(years_shown(KT_FORMAT_TEXT, &plain, NULL, 0, "grain"),
		"2 passages: 2 of no year\n");
}
END_TEST

/* ---- dossier ---- */

static kt_dossier dossier;
static kt_named company[20];
static const kt_year_count active[] = { { 1927, 2 }, { 1936, 1 } };

static void fill_dossier(size_t companions)
{
	add_place(0, "Then Trotsky spoke.", 5, 12, KT_CERTAIN);
	add_place(1, "Trotsky was gone.", 0, 7, KT_CERTAIN);
	dossier = (kt_dossier) { .all = mentions,
		.first = &places[0],
		.last = &places[1],
		.years = (kt_year_count *)active,
		.year_count = 2,
		.with = company,
		.with_count = companions };
	for (size_t i = 0; i < companions; i++) {
		company[i] = smirnovs[0];
		company[i].score = 16.5 - (double)i;
	}
}

static const char *dossier_shown(kt_format format)
{
	kt_printer *printer = printer_of(format, &plain);

	ck_assert_int_eq(kt_show_dossier(printer, arena, KT_STR("Trotzky"), &dossier, NULL), KT_OK);
	kt_printer_free(printer);
	return printed.ptr;
}

START_TEST(a_dossier_is_a_card)
{
	fill_dossier(1);
	ck_assert_str_eq(dossier_shown(KT_FORMAT_TEXT),
		"Trotsky, Leon · trotsky-leon\n   leader\n2 mentions in 2 passages of 1 source\n"
		"\nFirst mention\nThe Great Terror · terror:9 · heading\n   Then *Trotsky* spoke.\n"
		"\nLast mention\nThe Great Terror · terror:10 · heading\n   *Trotsky* was gone.\n"
		"\nMentions by the years that their passages speak of\n"
		"1927  2 ##\n   …\n1936  1 #\n"
		"\nNamed in the same passages, the most telling first\n"
		"passages  name           id\n       2  Smirnov, Ivan  smirnov-ivan\n");
}
END_TEST

START_TEST(of_a_dossiers_company_who_is_there_by_chance_is_left_out)
{
	json_t *json, *with;

	fill_dossier(20);
	has(dossier_shown(KT_FORMAT_TEXT), "\n15 of 17 (--format json: all)\n");
	json = parsed(dossier_shown(KT_FORMAT_JSON));
	with = json_object_get(json, "with");
	ck_assert_uint_eq(json_array_size(with), 17);
	json_decref(json);
}
END_TEST

START_TEST(a_dossier_in_json_has_first_and_last_years_and_company)
{
	json_t *json, *first;

	fill_dossier(1);
	json = parsed(dossier_shown(KT_FORMAT_JSON));
	ck_assert_str_eq(json_string_value(json_object_get(json, "id")), "trotsky-leon");
	first = json_object_get(json, "first");
	ck_assert_str_eq(json_string_value(json_object_get(first, "passage")), "terror:9");
	ck_assert_str_eq(json_string_value(json_object_get(first, "surface")), "Trotsky");
	ck_assert_str_eq(json_string_value(json_object_get(first, "text")), "Then Trotsky spoke.");
	json_decref(json);
	has(printed.ptr, "\"years\":[{\"year\":1927,\"mentions\":2},{\"year\":1936,\"mentions\":1}]"
			 ",\"with\":[{\"id\":\"smirnov-ivan\",\"name\":\"Smirnov, Ivan\",\"kind\":"
			 "\"person\",\"passages\":2,\"score\":16.5}]}\n");
	ck_assert_str_eq(dossier_shown(KT_FORMAT_TSV),
		"id\tname\tkind\tabout\tmentions\tpassages\tsources\tfirst\tlast\n"
		"trotsky-leon\tTrotsky, Leon\tperson\tleader\t2\t2\t1\tterror:9\tterror:10\n");
}
END_TEST

START_TEST(a_dossier_of_nobody_is_null)
{
	memset(&dossier, 0, sizeof dossier);
	is_json(dossier_shown(KT_FORMAT_JSON),
		"{\"name\":\"Trotzky\",\"id\":null,\"kind\":null,\"about\":null,\"total\":{"
		"\"mentions\":0,\"passages\":0,\"sources\":0},\"truncated\":false,\"forms\":[],"
		"\"excluded\":[],\"candidates\":[],\"nearest\":[],\"first\":null,\"last\":null,"
		"\"years\":[],\"with\":[]}");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("show names");
	TCase *tc = tcase_create("show names");
	SRunner *runner = srunner_create(suite);
	int failed;

	tcase_add_checked_fixture(tc, set_up, end_showing);
	tcase_add_test(tc, mentions_are_one_object_with_totals_forms_and_what_is_excluded);
	tcase_add_test(tc, several_bearers_are_listed_and_none_is_chosen);
	tcase_add_test(tc, nobody_found_is_an_object_with_zeros_and_the_nearest);
	tcase_add_test(tc, mentions_stand_below_their_source_with_doubts_marked);
	tcase_add_test(tc, certain_mentions_are_not_marked);
	tcase_add_test(tc, mentions_cut_off_are_said);
	tcase_add_test(tc, lines_of_mentions_fit_the_terminal);
	tcase_add_test(tc, mentions_are_a_table_with_their_place);
	tcase_add_test(tc, names_stand_in_columns);
	tcase_add_test(tc, names_in_json_and_in_a_table);
	tcase_add_test(tc, in_a_pipe_a_long_name_pushes_its_own_row_alone);
	tcase_add_test(tc, names_are_cut_to_the_terminal);
	tcase_add_test(tc, bars_stand_for_passages_and_gaps_are_shown);
	tcase_add_test(tc, bars_are_scaled_to_the_columns);
	tcase_add_test(tc, a_timeline_in_json_and_in_a_table);
	tcase_add_test(tc, no_year_is_said);
	tcase_add_test(tc, a_dossier_is_a_card);
	tcase_add_test(tc, of_a_dossiers_company_who_is_there_by_chance_is_left_out);
	tcase_add_test(tc, a_dossier_in_json_has_first_and_last_years_and_company);
	tcase_add_test(tc, a_dossier_of_nobody_is_null);
	suite_add_tcase(suite, tc);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
