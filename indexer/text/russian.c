/* russian.c - what counts as the same word in Russian. */
#include "conflate.h"

#include "lookup.h"

typedef struct pair {
	const char *from, *to;
} pair;

/* Letters of before 1918, when `plain` has no more ё. */
static const pair old_letters[] = { { "ѣ", "е" }, { "і", "и" }, { "ї", "и" }, { "ѳ", "ф" },
	{ "ѵ", "и" } };

/* Endings of adjectives of before 1918, behind consonants where no other word has them. */
static const pair old_endings[] = { { "скаго", "ского" }, { "цкаго", "цкого" }, { "наго", "ного" },
	{ "ваго", "вого" }, { "раго", "рого" }, { "таго", "того" }, { "няго", "него" },
	{ "ыя", "ые" } };

/* Surnames that would be genitive plurals of names or words (Николай, молот), which stand for the
 * surname almost always; in the order of their bytes.  Others in -ов and -ев are both: большевиков
 * is of большевик, too. */
/* clang-format off */
static const char *const surnames[] = {
	"абакумов", "авдеев", "александров", "алексеев", "андреев", "андропов", "антонов",
	"арсеньев", "архипов", "афанасьев", "белов", "богданов", "борисов", "брусилов", "бубнов",
	"булгаков", "вавилов", "васильев", "виноградов", "владимиров", "власов", "войков",
	"ворошилов", "гаврилов", "герасимов", "григорьев", "громов", "гучков", "данилов",
	"демьянов", "денисов", "дмитриев", "дорофеев", "егоров", "елисеев", "емельянов",
	"еремеев", "ермолаев", "ефимов", "ефремов", "жданов", "жуков", "захаров", "зиновьев",
	"иванов", "игнатов", "игнатьев", "исаев", "исаков", "карпов", "катаев", "кириллов",
	"киров", "климов", "козлов", "корнеев", "корнилов", "красников", "краснов", "крылов",
	"лавров", "лазарев", "леонтьев", "литвинов", "лукьянов", "макаров", "максимов",
	"маленков", "марков", "мартов", "мартынов", "матвеев", "милюков", "миронов", "михайлов",
	"молотов", "морозов", "муралов", "назаров", "наумов", "нестеров", "николаев", "осипов",
	"павлов", "пантелеев", "петров", "платонов", "плеханов", "потапов", "прокофьев",
	"прохоров", "пятаков", "родионов", "романов", "рыжков", "рыков", "савельев", "савинков",
	"самойлов", "сапронов", "сахаров", "свердлов", "семенов", "сергеев", "серов", "сидоров",
	"симонов", "скворцов", "смирнов", "соколов", "соловьев", "софронов", "спиридонов",
	"стаханов", "степанов", "суслов", "тарасов", "терентьев", "тимофеев", "титов", "тихонов",
	"трофимов", "ульянов", "устинов", "фадеев", "федоров", "филатов", "филиппов", "фролов",
	"фурманов", "харитонов", "чернов", "шапошников", "шляпников", "юрьев",
};
/* clang-format on */

#define LETTER 2 /* bytes of a Cyrillic letter in UTF-8 */

static int ends_in_one_of(kt_str word, const char *const *endings, size_t count, size_t *length)
{
	for (size_t i = 0; i < count; i++) {
		*length = strlen(endings[i]);
		if (kt_str_ends(word, kt_str_of(endings[i])))
			return 1;
	}
	return 0;
}

/* The word in today's letters. */
static void add_modern(kt_buf *out, kt_str word)
{
	for (size_t at = 0; at < word.len;) {
		size_t start = at;
		kt_str letter;

		kt_utf8_next(word, &at);
		letter = kt_str_sub(word, start, at);
		for (size_t i = 0; i < LOOKUP_COUNT(old_letters); i++)
			if (kt_str_is(letter, old_letters[i].from))
				letter = kt_str_of(old_letters[i].to);
		if (at < word.len || !kt_str_is(letter, "ъ"))
			kt_buf_add(out, letter);
	}
	for (size_t i = 0; i < LOOKUP_COUNT(old_endings); i++) {
		kt_str ending = kt_str_of(old_endings[i].from);

		if (out->len >= ending.len + 2 * LETTER && kt_str_ends(kt_buf_str(out), ending)) {
			out->len -= ending.len;
			kt_buf_add(out, kt_str_of(old_endings[i].to));
			return;
		}
	}
}

/* The nominative of a surname in -ов, -ев, -ин, -ын in any case and gender, or empty. */
static kt_str surname_base(kt_str word)
{
	static const char *const cases[] = { "ыми", "ым", "ом", "ой", "ою", "ых", "а", "у", "е",
		"ы", "" };
	static const char *const suffixes[] = { "ов", "ев", "ин", "ын" };

	for (size_t i = 0; i < LOOKUP_COUNT(cases); i++) {
		kt_str ending = kt_str_of(cases[i]), base;
		size_t length;

		if (!kt_str_ends(word, ending))
			continue;
		base = kt_str_sub(word, 0, word.len - ending.len);
		if (ends_in_one_of(base, suffixes, LOOKUP_COUNT(suffixes), &length) &&
			base.len >= length + 2 * LETTER)
			return base;
	}
	return KT_STR("");
}

/* Whether a word in -ов or -ев can be no genitive plural: that is in -ей behind ж, ш, ч, щ, and in
 * -ев only behind ц, ь and vowels; or whether it is a known surname. */
static int is_no_plural(kt_str word)
{
	static const char *const soft[] = { "ж", "ш", "ч", "щ" };
	static const char *const before_ev[] = { "ц", "ь", "а", "е", "и", "о", "у", "ы", "ю", "я" };
	kt_str base = kt_str_sub(word, 0, word.len - 2 * LETTER);
	size_t length;

	if (kt_str_ends(word, KT_STR("ов"))
			? ends_in_one_of(base, soft, LOOKUP_COUNT(soft), &length)
			: !ends_in_one_of(base, before_ev, LOOKUP_COUNT(before_ev), &length))
		return 1;
	return LOOKUP(surnames, word) != NULL;
}

void russian_keys(kt_buf *out, stemmers *s, int language, kt_str plain)
{
	kt_buf room = KT_BUF_INIT;
	size_t from = out->len;
	kt_str word, base;

	add_modern(&room, plain);
	word = kt_buf_str(&room);
	base = surname_base(word);
	if (!base.len || base.len < word.len || kt_str_ends(word, KT_STR("н")) ||
		!is_no_plural(word)) {
		stem_add(out, s, language, word);
		kt_buf_addc(out, '\n');
	}
	if (base.len && !kt_str_equal(base,
				kt_str_sub(kt_buf_str(out), from, out->len - (out->len > from)))) {
		kt_buf_add(out, base);
		kt_buf_addc(out, '\n');
	}
	out->failed |= room.failed;
	kt_buf_release(&room);
}
