/* check_lexicon.c - classes, letters, sounds and slips. */
#include "indexing.h"

/* ---- lexicon ---- */

static kt_status collect(void *context, kt_str string, kt_error *e)
{
	kt_buf *out = context;

	(void)e;
	if (out->len)
		kt_buf_addc(out, '|');
	kt_buf_add(out, string);
	return KT_OK;
}

typedef enum asking { FORMS, PLAIN, ALIKE } asking;

static const char *ask(kt_buf *out, asking what, const char *language, const char *form)
{
	kt_index *index = index_of(db);
	kt_conflation *conflation;

	kt_buf_clear(out);
	kt_buf_add(out, KT_STR(""));
	OK(kt_conflation_new(&conflation, &err));
	if (what == FORMS)
		OK(kt_lexicon_forms(index, conflation,
			(kt_language[]) { kt_language_of(language), { "" } }, kt_str_of(form),
			collect, out, &err));
	else if (what == PLAIN)
		OK(kt_lexicon_plain(index, kt_str_of(form), collect, out, &err));
	else
		OK(kt_lexicon_alike(index, kt_str_of(form), collect, out, &err));
	kt_conflation_free(conflation);
	kt_index_free(index);
	return out->len ? out->ptr : "";
}

#define ENGLISH                                                                                    \
	"Organise, organised, organization. An organ. Station, stations. "                         \
	"Counter-revolution and counterrevolution. N. K. Krupskaya of the U.S.S.R., USSR. "        \
	"41,000 and 41000. Tsar, Czar. Trotsky's. Méndez and Mendez. Ryutin, Riutin. "            \
	"Modern, modem. Quite quiet."
#define RUSSIAN "Киров, Кирова, Кировым. Ещё и еще."

static const struct {
	asking what;
	const char *language, *form, *forms;
} CLASSES[] = {
	{ FORMS, "en", "organise", "organise|organised|organization" },
	{ FORMS, "en", "organised", "organise|organised|organization" },
	{ FORMS, "en", "organising", "organise|organised|organization" },
	{ FORMS, "en", "station", "station|stations" },
	{ FORMS, "en", "absent", "" },
	{ FORMS, "en", "counterrevolution", "counter revolution|counterrevolution" },
	{ FORMS, "en", "nk", "n k" },
	{ FORMS, "en", "ussr", "u s s r|ussr" },
	{ FORMS, "en", "41000", "41 000|41000" },
	{ FORMS, "en", "czar", "czar|tsar" },
	{ FORMS, "ru", "киров", "киров|кирова|кировым" },
	{ FORMS, "ru", "кировом", "киров|кирова|кировым" },
	{ FORMS, "en", "киров", "киров" },
	{ PLAIN, "", "mendez", "mendez|méndez" },
	{ PLAIN, "", "méndez", "mendez|méndez" },
	{ PLAIN, "", "еще", "еще|ещё" },
	{ PLAIN, "", "absent", "" },
	{ ALIKE, "", "riutin", "riutin|ryutin" },
	{ ALIKE, "", "ryutin", "riutin|ryutin" },
	{ ALIKE, "", "modern", "modem|modern" },
	{ ALIKE, "", "modem", "modem|modern" },
	{ ALIKE, "", "quiet", "quiet|quite" },
	{ ALIKE, "", "sttion", "station" },
	{ ALIKE, "", "tstation", "station" },
	{ ALIKE, "", "htation", "station" },
	{ ALIKE, "", "statioi", "station" },
	{ ALIKE, "", "кирев", "киров" },
};

static void make_lexicon(void)
{
	kt_store *store = store_of(db, 0);

	add_source(store, "/a", "en", ENGLISH);
	add_source(store, "/b", "ru", RUSSIAN);
	finish(store);
}

START_TEST(class_has_the_forms_that_occur)
{
	kt_buf out = KT_BUF_INIT;

	make_lexicon();
	ck_assert_str_eq(ask(&out, CLASSES[_i].what, CLASSES[_i].language, CLASSES[_i].form),
		CLASSES[_i].forms);
	kt_buf_release(&out);
}
END_TEST

START_TEST(classes_of_several_languages_are_told_together)
{
	kt_buf out = KT_BUF_INIT;
	kt_conflation *conflation;
	kt_index *index;

	make_lexicon();
	index = index_of(db);
	OK(kt_index_conflation(index, &conflation, &err));
	OK(kt_lexicon_forms(index, conflation, (kt_language[]) { { "en" }, { "ru" }, { "" } },
		kt_str_of("кирова"), collect, &out, &err));
	ck_assert_str_eq(out.ptr, "киров|кирова|кировым");
	kt_buf_clear(&out);
	OK(kt_lexicon_forms(index, conflation, (kt_language[]) { { "ru" }, { "" } },
		kt_str_of("41000"), collect, &out, &err));
	ck_assert_str_eq(out.ptr, "41 000|41000"); /* of no language */
	kt_index_free(index);
	kt_buf_release(&out);
}
END_TEST

START_TEST(form_that_is_gone_is_not_told)
{
	kt_store *store = store_of(db, 0);
	kt_buf out = KT_BUF_INIT;

	add_source(store, "/a", "en", "stations of the counter-revolution");
	add_source(store, "/b", "en", "station and counter");
	finish(store);
	store = store_of(db, 0);
	OK(kt_store_remove(store, 1, &err));
	finish(store);
	ck_assert_str_eq(ask(&out, FORMS, "en", "station"), "station");
	ck_assert_str_eq(ask(&out, FORMS, "en", "counterrevolution"), "");
	/* and when it is back it is told again */
	store = store_of(db, 0);
	add_source(store, "/c", "en", "stations of the counter-revolution");
	finish(store);
	ck_assert_str_eq(ask(&out, FORMS, "en", "station"), "station|stations");
	ck_assert_str_eq(ask(&out, FORMS, "en", "counterrevolution"), "counter revolution");
	kt_buf_release(&out);
}
END_TEST

START_TEST(languages_are_those_of_the_passages)
{
	kt_language languages[32];
	kt_index *index;

	make_lexicon();
	index = index_of(db);
	OK(kt_lexicon_languages(index, languages, &err));
	ck_assert_str_eq(languages[0].code, "en");
	ck_assert_str_eq(languages[1].code, "ru");
	ck_assert_str_eq(languages[2].code, "");
	kt_index_free(index);
}
END_TEST

/* The whole synonym table as text. */
static kt_status dump_key(void *context, kt_str key, kt_error *e)
{
	void **both = context;

	kt_buf_addf(both[1], "\n%.*s:", KT_STR_ARG(key));
	return xap_reader_synonyms(both[0], key, collect, both[1], e);
}

static void dump(kt_buf *out)
{
	kt_index *index = index_of(db);
	void *both[] = { kt_index_reader(index), out };

	kt_buf_clear(out);
	OK(xap_reader_synonym_keys(kt_index_reader(index), KT_STR(""), dump_key, both, &err));
	kt_index_free(index);
}

static const char *const PARTS[][2] = {
	{ "en", ENGLISH },
	{ "", "without a language: re-elections of N. K. Organs." },
	{ "ru", RUSSIAN },
	{ "en", "Stationing again, Кировом; organisation's anti-Soviet" },
	{ "de", "Der Organisator; die Räte-Republik, 1.000 Kirow" },
};
enum { PART_COUNT = sizeof PARTS / sizeof *PARTS };

/* Whether a run writes so many parts or one, and languages come early or late. */
START_TEST(lexicon_does_not_depend_on_the_runs)
{
	kt_buf one = KT_BUF_INIT, other = KT_BUF_INIT;
	kt_store *store = store_of(db, 0);
	char path[32];
	size_t i;

	for (i = 0; i < PART_COUNT; i++) {
		snprintf(path, sizeof path, "/t/%zu", i);
		add_source(store, path, PARTS[i][0], PARTS[i][1]);
	}
	finish(store);
	dump(&one);
	ck_assert_uint_gt(one.len, 500);
	OK(kt_file_remove_all(db, &err));
	for (i = 0; i < PART_COUNT; i++) {
		store = store_of(db, 0);
		snprintf(path, sizeof path, "/t/%zu", i);
		add_source(store, path, PARTS[i][0], PARTS[i][1]);
		if (_i)
			OK(kt_store_finish(store, &err)); /* the same session goes on */
		add_source(store, path, PARTS[i][0], PARTS[i][1]);
		finish(store);
	}
	dump(&other);
	ck_assert_str_eq(one.ptr, other.ptr);
	kt_buf_release(&one);
	kt_buf_release(&other);
}
END_TEST

/* A word of an alphabet so small that many others are one slip away. */
static kt_str random_word(char *text)
{
	static const char *const letters[] = { "a", "r", "n", "m", "c", "l", "d", "i", "h", "v",
		"w", "0", "o", "1", "é", "ж", "я" };
	size_t n = 0;

	for (unsigned i = 0, count = 4 + random_below(3); i < count; i++) {
		const char *letter = letters[random_below(17)];

		memcpy(text + n, letter, strlen(letter));
		n += strlen(letter);
	}
	return (kt_str) { text, n };
}

static kt_status collect_slip(void *context, kt_str term, kt_error *e)
{
	void **both = context;
	const kt_str *word = both[0];

	if ((term.ptr[0] < 'A' || term.ptr[0] > 'Z') &&
		(kt_str_equal(*word, term) || kt_one_slip(*word, term)))
		return collect(both[1], term, e);
	return KT_OK;
}

static kt_status lacks(void *context, kt_str term, kt_error *e)
{
	kt_buf *told = context;
	kt_buf bars = KT_BUF_INIT;
	kt_str all = kt_buf_str(told);
	size_t at;

	(void)e;
	kt_buf_addf(&bars, "|%.*s|", KT_STR_ARG(term));
	at = kt_str_find(all, kt_buf_str(&bars), 0);
	kt_buf_release(&bars);
	ck_assert_msg(at < all.len, "%.*s is missing", KT_STR_ARG(term));
	return KT_OK;
}

START_TEST(every_word_with_one_slip_is_found)
{
	kt_buf text = KT_BUF_INIT, told = KT_BUF_INIT, wanted = KT_BUF_INIT;
	char word[64];
	kt_index *index;
	size_t slips = 0, from, to;

	seed = 11;
	for (int i = 0; i < 4000; i++) {
		kt_buf_add(&text, random_word(word));
		kt_buf_addc(&text, ' ');
	}
	make_index("", text.ptr);
	index = index_of(db);
	for (int i = 0; i < 300; i++) {
		kt_str asked = random_word(word);
		void *both[] = { &asked, &wanted };

		kt_buf_clear(&told);
		kt_buf_clear(&wanted);
		kt_buf_add(&told, KT_STR("|"));
		OK(kt_lexicon_alike(index, asked, collect, &told, &err));
		kt_buf_add(&told, KT_STR("|"));
		OK(xap_reader_terms(kt_index_reader(index), KT_STR(""), collect_slip, both, &err));
		for (from = 0; from < wanted.len; from = to + 1, slips++) {
			to = kt_str_find(kt_buf_str(&wanted), KT_STR("|"), from);
			if (to > wanted.len)
				to = wanted.len;
			lacks(&told, kt_str_sub(kt_buf_str(&wanted), from, to), &err);
		}
	}
	ck_assert_uint_gt(slips, 50);
	kt_index_free(index);
	kt_buf_release(&text);
	kt_buf_release(&told);
	kt_buf_release(&wanted);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("lexicon");
	TCase *lexicon = add_case(s, "lexicon");

	tcase_add_loop_test(
		lexicon, class_has_the_forms_that_occur, 0, sizeof CLASSES / sizeof *CLASSES);
	tcase_add_test(lexicon, classes_of_several_languages_are_told_together);
	tcase_add_test(lexicon, form_that_is_gone_is_not_told);
	tcase_add_test(lexicon, languages_are_those_of_the_passages);
	tcase_add_loop_test(lexicon, lexicon_does_not_depend_on_the_runs, 0, 2);
	tcase_add_test(lexicon, every_word_with_one_slip_is_found);
	return s;
}

int main(void)
{
	return run_suite(suite());
}
