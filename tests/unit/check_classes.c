/* What counts as the same word: folding, classes, sounds and slips. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "kartoteka/text.h"

#define COUNT(table) (int)(sizeof(table) / sizeof(table)[0])

static kt_conflation *conflation;
static kt_buf a, b;

static void set_up(void)
{
	ck_assert_int_eq(kt_conflation_new(&conflation, NULL), KT_OK);
	kt_buf_init(&a);
	kt_buf_init(&b);
}

static void tear_down(void)
{
	kt_conflation_free(conflation);
	kt_buf_release(&a);
	kt_buf_release(&b);
}

/* ---- folding ---- */

static const struct {
	const char *word, *folded, *plain;
} folds[] = {
	{ "STALIN", "stalin", "stalin" },
	{ "Zinov’ev", "zinov'ev", "zinov'ev" },
	{ "Zinovʹev", "zinov'ev", "zinov'ev" },
	{ "Zinov`ev", "zinov'ev", "zinov'ev" },
	{ "organi[s]ation", "organisation", "organisation" },
	{ "\\[T\\]he", "the", "the" },
	{ "so\xC2\xADviet", "soviet", "soviet" },
	{ "Ёлка", "ёлка", "елка" },
	{ "Йод", "йод", "йод" },
	{ "И\xCC\x86од", "йод", "йод" },
	{ "сто́ит", "стоит", "стоит" },
	{ "ё\xCC\x81лка", "ёлка", "елка" },
	{ "ѐ", "е", "е" },
	{ "Ќирил", "ќирил", "кирил" },
	{ "Київ", "київ", "київ" },
	{ "Съѣздъ", "съѣздъ", "съѣздъ" },
	{ "ЎУЗБЕК", "ўузбек", "ўузбек" },
	{ "Fürst", "fürst", "furst" },
	{ "Fu\xCC\x88rst", "fürst", "furst" },
	{ "Straße", "strasse", "strasse" },
	{ "Łódź", "łódź", "lodz" },
	{ "Søren Đilas Æsop Œuvre", "søren đilas æsop œuvre", "soren dilas aesop oeuvre" },
	{ "ﬁle", "file", "file" },
	{ "Ａｂ", "ａｂ", "ab" },
	{ "I͡Uliia", "i͡uliia", "iuliia" },
	{ "हिन्दी", "हिन्दी", "हिन्दी" },
	{ "한국", "한국", "한국" },
	{ "が", "が", "が" },
	{ "ab\xFF"
	  "c",
		"abc", "abc" },
	{ "", "", "" },
};

START_TEST(a_word_is_folded)
{
	kt_fold(&a, kt_str_of(folds[_i].word));
	kt_fold_plain(&b, kt_str_of(folds[_i].word));
	ck_assert_str_eq(a.len ? a.ptr : "", folds[_i].folded);
	ck_assert_str_eq(b.len ? b.ptr : "", folds[_i].plain);
}
END_TEST

START_TEST(a_long_text_is_folded_as_a_short_one)
{
	kt_buf text = KT_BUF_INIT;

	for (int i = 0; i < 1000; i++)
		kt_buf_add(&text, KT_STR("Ё"));
	kt_fold_plain(&a, kt_buf_str(&text));
	ck_assert_uint_eq(a.len, 2000);
	ck_assert(kt_str_starts(kt_buf_str(&a), KT_STR("ее")));
	kt_buf_release(&text);
}
END_TEST

/* Each code point behind a letter, so that marks have a base. */
START_TEST(what_is_folded_stays_as_it_is)
{
	kt_buf once = KT_BUF_INIT, word = KT_BUF_INIT;

	for (uint32_t cp = 1; cp < 0x110000; cp++) {
		if (cp >= 0xD800 && cp < 0xE000)
			continue;
		kt_buf_clear(&word);
		kt_buf_addc(&word, 'x');
		kt_buf_add_codepoint(&word, cp);
		kt_buf_clear(&once);
		kt_fold(&once, kt_buf_str(&word));
		kt_buf_clear(&a);
		kt_fold(&a, kt_buf_str(&once));
		ck_assert_msg(kt_str_equal(kt_buf_str(&a), kt_buf_str(&once)), "U+%04X", cp);
		kt_buf_clear(&a);
		kt_fold_plain(&a, kt_buf_str(&once));
		kt_buf_clear(&b);
		kt_fold_plain(&b, kt_buf_str(&a));
		ck_assert_msg(kt_str_equal(kt_buf_str(&a), kt_buf_str(&b)), "plain U+%04X", cp);
	}
	kt_buf_release(&once);
	kt_buf_release(&word);
}
END_TEST

/* ---- classes ---- */

static void add_keys(kt_buf *out, const char *code, kt_str word)
{
	kt_buf form = KT_BUF_INIT;

	kt_buf_clear(out);
	kt_fold(&form, word);
	kt_conflation_keys(conflation, out, kt_language_of(code), kt_buf_str(&form));
	kt_buf_release(&form);
}

/* Whether two lists of keys, each ended by a line end, have one in common. */
static int share_a_key(kt_str x, kt_str y)
{
	for (size_t at = 0; at < x.len;) {
		size_t end = kt_str_find(x, KT_STR("\n"), at);
		kt_str key = kt_str_sub(x, at, end + 1);

		for (size_t from = 0; from < y.len;) {
			size_t to = kt_str_find(y, KT_STR("\n"), from);

			if (kt_str_equal(key, kt_str_sub(y, from, to + 1)))
				return 1;
			from = to + 1;
		}
		at = end + 1;
	}
	return 0;
}

/* The next word of a list parted by spaces. */
static kt_str next_word(const char **list)
{
	size_t n = strcspn(*list, " ");
	kt_str word = { *list, n };

	*list += n + ((*list)[n] == ' ');
	return word;
}

/* All words of `same` are one word, none of `others` is it. */
static const struct {
	const char *code, *same, *others;
} classes[] = {
	{ "en",
		"organise organised organisation organizations organizing organiser organizers "
		"organisational",
		"organ organs organic" },
	{ "en", "Stalinisation stalinize Stalinised", "Stalin Stalinist Stalinism" },
	{ "en", "Stalinist Stalinists", "Stalin Stalinism" },
	{ "en", "socialism", "social socialist" },
	{ "en", "Sovietisation Sovietized", "Soviet Soviets" },
	{ "en", "worker workers", "work" },
	{ "en", "colour colors coloured colouring", "colon" },
	{ "en", "labour labor labours labouring", "laboratory" },
	{ "en", "neighbouring neighboring neighbour", "neigh" },
	{ "en", "four", "for" },
	{ "en", "hour hours", "horror" },
	{ "en", "centre center centres centred centered", "cent central" },
	{ "en", "theatre theaters", "theatrical" },
	{ "en", "kilometre kilometers", "metre" },
	{ "en", "catalogue catalog catalogued cataloging", "cat" },
	{ "en", "dialogue dialogs", "" },
	{ "en", "analyse analyzed analysing", "" },
	{ "en", "travel travelled traveled travelling traveler travellers", "gravel" },
	{ "en", "control controlled controlling", "" },
	{ "en", "call called calls calling", "" },
	{ "en", "kill killed killing", "kiln" },
	{ "en", "fulfil fulfilled fulfill fulfilment fulfillment", "" },
	{ "en", "Marshall", "marshal" },
	{ "en", "archaeology archeology", "" },
	{ "en", "mediaeval medieval", "" },
	{ "en", "manoeuvre maneuver manoeuvres maneuvering", "" },
	{ "en", "Michael", "Michel" },
	{ "en", "poet poets", "pet" },
	{ "en", "defence defense defences", "" },
	{ "en", "licence license licensed", "" },
	{ "en", "practise practice practised practicing", "" },
	{ "en", "grey gray greys", "" },
	{ "en", "programme program programmes programs programmed", "" },
	{ "en", "tsar czar tzars", "" },
	{ "en", "tsarist czarists", "tsar" },
	{ "en", "judgement judgment", "judge" },
	{ "en", "connexion connections", "" },
	{ "en", "promise promised promises promising", "" },
	{ "en", "exercise exercised exercising", "" },
	{ "en", "improvise improvisation improvised", "" },
	{ "en", "rise rising risen rose", "rice" },
	{ "en", "precise precisely", "price" },
	{ "en", "size sizes", "sight" },
	{ "en", "write wrote written writes", "rite" },
	{ "en", "find found finds", "fin" },
	{ "en", "found founded founding", "fin" },
	{ "en", "man men", "many" },
	{ "en", "workman workmen", "work" },
	{ "en", "specimen specimens", "speciman" },
	{ "en", "Bolshevik Bolsheviks Bolsheviki", "Bolshevism" },
	{ "en", "Zinov'ev Zinov’ev Zinovev", "Zinoviev" },
	{ "en", "won't", "wont" },
	{ "en", "Fürst Furst", "first" },
	{ "ru", "Киров Кирова Кирову Кировым Кирове Кировой Кировы Кировых", "Кира Кир" },
	{ "ru", "Молотов Молотова Молотову Молотовым Молотове", "молот молота молоту" },
	{ "ru", "большевик большевиков большевика большевики большевиками", "большой" },
	{ "ru", "Ежов Ежова Ежову Ежовым Ежове", "еж ежа ежи" },
	{ "ru", "Каменев Каменева Каменеву Каменевым", "камень" },
	{ "ru", "Николаев Николаева Николаеву", "Николай Николая" },
	{ "ru", "Зиновьев Зиновьева Зиновьеву Зиновьевым", "" },
	{ "ru", "Хрущёв Хрущев Хрущева Хрущёвым", "" },
	{ "ru", "Сталин Сталина Сталину Сталиным Сталине", "сталь" },
	{ "ru", "Бухарин Бухарина Бухариным Бухариной", "" },
	{ "ru", "Куницын Куницына Куницыным", "" },
	{ "ru", "Троцкий Троцкого Троцкому Троцким Троцком Троцкая Троцкой", "троцкист" },
	{ "ru", "месяц месяца месяцев", "" },
	{ "ru", "остров острова островом", "" },
	{ "ru", "русский русскаго русского русскіе", "Русь" },
	{ "ru", "революция революціи революцию", "" },
	{ "ru", "съезд съѣздъ съезда", "" },
	{ "ru", "ёлка елки", "" },
	{ "uk", "Шевченко Шевченка Шевченку Шевченком", "" },
	{ "uk", "Грушевський Грушевського Грушевському Грушевським", "" },
	{ "uk", "Харків Харкова Харкову", "" },
	{ "uk", "Київ Києва Києву", "" },
	{ "uk", "більшовик більшовиків більшовики", "" },
	{ "uk", "Петров Петрова Петрову Петровим", "" },
	{ "de", "Arbeiter Arbeiters Arbeitern", "Arm" },
	{ "de", "Häuser Hauses Haus", "Hase" },
	{ "fr", "opposition l'opposition oppositions d’opposition", "opposant" },
	{ "fr", "organisée organisés organisées", "organe" },
	{ "fr", "organisee organisée", "organe" },
	{ "en", "1937", "1938" },
	{ "en", "1930s", "1930" },
	{ "en", "партия", "партии" },
	{ "cs", "Praha praha", "Prahy" },
};

START_TEST(forms_of_a_word_share_a_key_and_others_do_not)
{
	const char *list = classes[_i].same;
	kt_str first = next_word(&list);

	add_keys(&a, classes[_i].code, first);
	while (*list) {
		kt_str word = next_word(&list);

		add_keys(&b, classes[_i].code, word);
		ck_assert_msg(share_a_key(kt_buf_str(&a), kt_buf_str(&b)),
			"%.*s (%s), not %.*s (%s)", KT_STR_ARG(first), a.ptr, KT_STR_ARG(word),
			b.ptr);
	}
	for (list = classes[_i].others; *list;) {
		kt_str word = next_word(&list);

		add_keys(&b, classes[_i].code, word);
		ck_assert_msg(!share_a_key(kt_buf_str(&a), kt_buf_str(&b)), "%.*s is not %.*s (%s)",
			KT_STR_ARG(first), KT_STR_ARG(word), b.ptr);
	}
}
END_TEST

START_TEST(a_form_has_few_keys)
{
	add_keys(&a, "en", KT_STR("organisation"));
	ck_assert_str_eq(a.ptr, "organ-iz\n");
	add_keys(&a, "ru", KT_STR("Троцкого"));
	ck_assert_str_eq(a.ptr, "троцк\n");
	add_keys(&a, "ru", KT_STR("большевиков"));
	ck_assert_str_eq(a.ptr, "большевик\nбольшевиков\n");
}
END_TEST

static const struct {
	const char *code, *form;
	int fits;
} scripts[] = {
	{ "en", "stalin", 1 },
	{ "en", "сталин", 0 },
	{ "ru", "сталин", 1 },
	{ "ru", "stalin", 0 },
	{ "uk", "сталін", 1 },
	{ "de", "fürst", 1 },
	{ "fr", "l'humanité", 1 },
	{ "en", "1937", 0 },
	{ "ru", "1937", 0 },
	{ "en", "1930s", 0 },
	{ "el", "σοφός", 1 },
	{ "el", "sofos", 0 },
	{ "ja", "東京", 0 },
	{ "", "stalin", 0 },
	{ "xx", "stalin", 0 },
	{ "en", "", 0 },
};

START_TEST(a_language_fits_the_words_of_its_script)
{
	ck_assert_int_eq(
		kt_conflation_fits(kt_language_of(scripts[_i].code), kt_str_of(scripts[_i].form)),
		scripts[_i].fits);
}
END_TEST

START_TEST(every_language_with_rules_has_a_key_for_a_word_of_its_script)
{
	const char *const *codes = kt_conflation_languages();
	size_t count = 0;

	for (; codes[count]; count++) {
		int fits = kt_conflation_fits(kt_language_of(codes[count]), KT_STR("leningrad")) ||
			   kt_conflation_fits(kt_language_of(codes[count]), KT_STR("ленинград")) ||
			   kt_conflation_fits(kt_language_of(codes[count]), KT_STR("λενιν"));

		ck_assert_msg(fits, "%s", codes[count]);
		add_keys(&a, codes[count], KT_STR("leningrads"));
		ck_assert_msg(a.len > 1 && a.ptr[a.len - 1] == '\n', "%s", codes[count]);
	}
	ck_assert_uint_ge(count, 5);
}
END_TEST

/* ---- spellings ---- */

static const struct {
	const char *one, *other;
	int same;
} spellings[] = {
	{ "organised", "organized", 1 },
	{ "colour", "color", 1 },
	{ "centres", "centers", 1 },
	{ "travelled", "traveled", 1 },
	{ "fürst", "furst", 1 },
	{ "ёлка", "елка", 1 },
	{ "organised", "organise", 0 },
	{ "organise", "organ", 0 },
	{ "workers", "worker", 0 },
	{ "enquire", "inquire", 0 },
	{ "stalin", "сталин", 0 },
};

START_TEST(variants_are_one_spelling_and_forms_are_not)
{
	kt_spelling(&a, kt_str_of(spellings[_i].one));
	kt_spelling(&b, kt_str_of(spellings[_i].other));
	ck_assert_int_eq(kt_str_equal(kt_buf_str(&a), kt_buf_str(&b)), spellings[_i].same);
}
END_TEST

/* ---- sounds ---- */

/* Spellings of one name, then of others. */
static const struct {
	const char *same, *others;
} sounds[] = {
	{ "Trotsky Trotzky Trotzki Trotskii Trotskij Trotskiy Trockij Троцкий", "Troyanovsky" },
	{ "Yezhov Ezhov Jeschow Jeżow Ježov Ежов", "Yegorov Zhukov" },
	{ "Chicherin Tchitcherin Tschitscherin Čičerin Чичерин", "Shishkin" },
	{ "Ryutin Riutin Rjutin Рютин", "Raskin Rykov" },
	{ "Khrushchev Khrushchov Chruschtschow Xruščev Khrouchtchev Chruszczow Хрущёв Хрущев",
		"Krupsky" },
	{ "Lenin Lenine Lénine Ленин", "Lunin Lunine Лунин" },
	{ "Zinoviev Zinov'ev Zinovieff Zinovyev Sinowjew Зиновьев", "Semenov" },
	{ "Bukharin Boukharine Buharin Бухарин", "Bakunin" },
	{ "Kamenev Kameneff Kamenew Каменев", "Kaminsky" },
	{ "Krupskaya Krupskaia Krupskaja Крупская", "Krupsky" },
	{ "Dzerzhinsky Dzerzhinskii Dzierżyński Dserschinski Дзержинский", "" },
	{ "Tukhachevsky Tuchatschewski Toukhatchevski Тухачевский", "" },
	{ "Lunacharsky Lounatcharski Lunatscharski Луначарский", "" },
	{ "Preobrazhensky Preobraschenski Преображенский", "" },
	{ "Piatakov Pyatakov Pjatakow Пятаков", "Petrakov" },
	{ "Yagoda Iagoda Jagoda Ягода", "" },
	{ "Beria Beriya Beriia Берия", "" },
	{ "Zhdanov Jdanov Schdanow Жданов", "" },
	{ "Ordzhonikidze Ordjonikidze Ordschonikidse Орджоникидзе", "" },
	{ "Alexeyev Alekseev Alexejew Алексеев", "" },
	{ "Ioffe Joffe Yoffe Иоффе", "" },
	{ "Bronstein Bronshtein Bronschtein Бронштейн", "" },
	{ "Rachmaninoff Rakhmaninov Рахманинов", "" },
	{ "Fyodor Fedor Фёдор", "" },
	{ "Kuznetsov Kuznecov Кузнецов", "Kozlov" },
	{ "Shlyapnikov Shliapnikov Schljapnikow Шляпников", "" },
	{ "Шевченко Shevchenko Schewtschenko", "" },
};

static void add_sound(kt_buf *out, kt_str word)
{
	kt_buf_clear(out);
	kt_sound_key(out, word);
	ck_assert(out->len > 0);
}

START_TEST(a_name_sounds_alike_in_every_transliteration)
{
	const char *list = sounds[_i].same;
	kt_str first = next_word(&list);

	add_sound(&a, first);
	while (*list) {
		kt_str word = next_word(&list);

		add_sound(&b, word);
		ck_assert_msg(kt_str_equal(kt_buf_str(&a), kt_buf_str(&b)), "%.*s: %s, %.*s: %s",
			KT_STR_ARG(first), a.ptr, KT_STR_ARG(word), b.ptr);
	}
	for (list = sounds[_i].others; *list;) {
		kt_str word = next_word(&list);

		add_sound(&b, word);
		ck_assert_msg(!kt_str_equal(kt_buf_str(&a), kt_buf_str(&b)), "%.*s: %s",
			KT_STR_ARG(word), b.ptr);
	}
}
END_TEST

/* The words of the sentence that the standards of transliteration are shown with. */
static const struct {
	const char *scheme, *text;
} schemes[] = {
	{ "Cyrillic", "Юлия съешь этих мягких булок из Йошкар Олы выпей алтайского чаю" },
	{ "ALA-LC", "I͡ulii͡a sʺeshʹ ėtikh mi͡agkikh bulok iz Ĭoshkar Oly vypeĭ "
		    "altaĭskogo chai͡u" },
	{ "BGN/PCGN", "Yuliya syesh etikh myagkikh bulok iz Yoshkar Oly vypey "
		      "altayskogo chayu" },
	{ "ISO 9:1954", "Julija sešʹ ėtih mjagkih bulok iz Joškar Oly vypej altajskogo čaju" },
	{ "GOST 52535", "Iuliia sesh etikh miagkikh bulok iz Ioshkar Oly vypei "
			"altaiskogo chaiu" },
	{ "BS 2979", "Yuliya sʺeshʹ étikh myagkikh bulok iz Ĭoshkar Olȳ vȳpeĭ "
		     "altaĭskogo chayu" },
};

START_TEST(the_standards_of_transliteration_sound_alike)
{
	const char *cyrillic = schemes[0].text, *latin = schemes[_i].text;

	while (*cyrillic) {
		kt_str word = next_word(&cyrillic), other = next_word(&latin);

		add_sound(&a, word);
		add_sound(&b, other);
		ck_assert_msg(kt_str_equal(kt_buf_str(&a), kt_buf_str(&b)),
			"%s: %.*s: %s, %.*s: %s", schemes[_i].scheme, KT_STR_ARG(word), a.ptr,
			KT_STR_ARG(other), b.ptr);
	}
}
END_TEST

START_TEST(another_script_sounds_like_itself)
{
	add_sound(&a, KT_STR("東京"));
	add_sound(&b, KT_STR("京都"));
	ck_assert(!kt_str_equal(kt_buf_str(&a), kt_buf_str(&b)));
	add_sound(&a, KT_STR("1937"));
	ck_assert_str_eq(a.ptr, "1937");
	add_sound(&a, KT_STR("1933"));
	ck_assert_str_eq(a.ptr, "1933");
}
END_TEST

/* ---- slips ---- */

static const struct {
	const char *one, *other;
	int slip;
} slips[] = {
	{ "stalin", "stalin", 1 },
	{ "stalin", "stalln", 1 },
	{ "stalin", "stain", 1 },
	{ "stalin", "staalin", 1 },
	{ "stalin", "satlin", 1 },
	{ "stalin", "stlain", 1 },
	{ "stalin", "stlani", 0 },
	{ "stalin", "tsailn", 0 },
	{ "stalin", "lenin", 0 },
	{ "ленин", "лении", 1 },
	{ "ленин", "лунин", 1 },
	{ "ленин", "елнин", 1 },
	{ "ленин", "лен", 0 },
	{ "ленин", "ленинград", 0 },
	{ "modern", "modem", 1 },
	{ "clear", "dear", 1 },
	{ "with", "witli", 1 },
	{ "savvy", "sawy", 1 },
	{ "1917", "l917", 1 },
	{ "opposition", "0pposition", 1 },
	{ "modern", "mode", 0 },
	{ "a", "", 1 },
	{ "", "", 1 },
	{ "ab", "", 0 },
	{ "ab", "ba", 1 },
	{ "abc", "cba", 0 },
	{ "ёлка", "елка", 1 },
};

START_TEST(one_slip_is_seen_and_two_are_not)
{
	kt_str one = kt_str_of(slips[_i].one), other = kt_str_of(slips[_i].other);

	ck_assert_int_eq(kt_one_slip(one, other), slips[_i].slip);
	ck_assert_int_eq(kt_one_slip(other, one), slips[_i].slip);
}
END_TEST

/* ---- function words ---- */

static const struct {
	const char *code, *yes, *no;
} stops[] = {
	{ "en", "a about the of and by yourselves would not with", "stalin party revolution" },
	{ "ru", "а и в на не что это я его ещё еще", "сталин партия революция" },
	{ "uk", "а і в на не що це яких або", "сталін партія" },
	{ "de", "aber der die und nicht zwischen", "partei stalin" },
	{ "fr", "afin le la et pas y à qu'il", "parti staline" },
	{ "xx", "", "the" },
	{ "", "", "the и" },
};

START_TEST(function_words_are_known)
{
	kt_language language = kt_language_of(stops[_i].code);

	for (const char *list = stops[_i].yes; *list;) {
		kt_str word = next_word(&list);

		ck_assert_msg(kt_stop_word(language, word), "%.*s", KT_STR_ARG(word));
	}
	for (const char *list = stops[_i].no; *list;) {
		kt_str word = next_word(&list);

		ck_assert_msg(!kt_stop_word(language, word), "%.*s", KT_STR_ARG(word));
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("classes");
	TCase *tc = tcase_create("classes");
	SRunner *runner = srunner_create(suite);
	int failed;

	tcase_add_checked_fixture(tc, set_up, tear_down);
	tcase_set_timeout(tc, 60);
	tcase_add_loop_test(tc, a_word_is_folded, 0, COUNT(folds));
	tcase_add_test(tc, a_long_text_is_folded_as_a_short_one);
	tcase_add_test(tc, what_is_folded_stays_as_it_is);
	tcase_add_loop_test(tc, forms_of_a_word_share_a_key_and_others_do_not, 0, COUNT(classes));
	tcase_add_test(tc, a_form_has_few_keys);
	tcase_add_loop_test(tc, variants_are_one_spelling_and_forms_are_not, 0, COUNT(spellings));
	tcase_add_loop_test(tc, a_language_fits_the_words_of_its_script, 0, COUNT(scripts));
	tcase_add_test(tc, every_language_with_rules_has_a_key_for_a_word_of_its_script);
	tcase_add_loop_test(tc, a_name_sounds_alike_in_every_transliteration, 0, COUNT(sounds));
	tcase_add_loop_test(tc, the_standards_of_transliteration_sound_alike, 0, COUNT(schemes));
	tcase_add_test(tc, another_script_sounds_like_itself);
	tcase_add_loop_test(tc, one_slip_is_seen_and_two_are_not, 0, COUNT(slips));
	tcase_add_loop_test(tc, function_words_are_known, 0, COUNT(stops));
	suite_add_tcase(suite, tc);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
