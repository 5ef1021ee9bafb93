/* sound.c - one key for the many ways to write a Russian name: by the schemas of libraries and
 * standards (ALA-LC, BGN/PCGN, ISO 9, GOST, scientific), by German, French and Polish habit, in old
 * newspapers, and in Cyrillic. */
#include "kartoteka/text.h"

#include "lookup.h"

#include <string.h>

/* Letters that a table must turn to Latin ones; what else is not ASCII loses its diacritics. */
static const struct {
	uint16_t cp;
	const char *latin;
} letters[] = {
	{ 0x107, "ch" }, /* ć */
	{ 0x10D, "ch" }, /* č */
	{ 0x15D, "sh" }, /* ŝ: щ in ISO 9 */
	{ 0x15F, "sh" }, /* ş */
	{ 0x161, "sh" }, /* š */
	{ 0x163, "ts" }, /* ţ */
	{ 0x17C, "zh" }, /* ż */
	{ 0x17E, "zh" }, /* ž */
	{ 0x219, "sh" }, /* ș */
	{ 0x21B, "ts" }, /* ț */
	{ 0x430, "a" },
	{ 0x431, "b" },
	{ 0x432, "v" },
	{ 0x433, "g" },
	{ 0x434, "d" },
	{ 0x435, "e" },
	{ 0x436, "zh" },
	{ 0x437, "z" },
	{ 0x438, "i" },
	{ 0x439, "y" },
	{ 0x43A, "k" },
	{ 0x43B, "l" },
	{ 0x43C, "m" },
	{ 0x43D, "n" },
	{ 0x43E, "o" },
	{ 0x43F, "p" },
	{ 0x440, "r" },
	{ 0x441, "s" },
	{ 0x442, "t" },
	{ 0x443, "u" },
	{ 0x444, "f" },
	{ 0x445, "kh" },
	{ 0x446, "ts" },
	{ 0x447, "ch" },
	{ 0x448, "sh" },
	{ 0x449, "sh" },
	{ 0x44A, "" },
	{ 0x44B, "y" },
	{ 0x44C, "" },
	{ 0x44D, "e" },
	{ 0x44E, "yu" },
	{ 0x44F, "ya" },
	{ 0x450, "e" },
	{ 0x451, "e" },
	{ 0x452, "dzh" },
	{ 0x453, "g" },
	{ 0x454, "e" },
	{ 0x456, "i" },
	{ 0x457, "i" },
	{ 0x458, "y" },
	{ 0x459, "l" },
	{ 0x45A, "n" },
	{ 0x45B, "ch" },
	{ 0x45C, "k" },
	{ 0x45D, "i" },
	{ 0x45E, "u" },
	{ 0x45F, "dzh" },
	{ 0x463, "e" },
	{ 0x473, "f" },
	{ 0x475, "i" },
	{ 0x491, "g" },
};

/* Groups of letters that are one sound, by their first letter, longest first.  Of the sibilants, S
 * is ж, ш and щ, which German and old English writers do not tell apart, C is ч, T is ц, s is с and
 * з; X is х. */
static const struct {
	kt_str group;
	const char *sound;
} groups[] = {
	{ SLICE("chtch"), "S" },
	{ SLICE("cz"), "C" },
	{ SLICE("dj"), "dS" },
	{ SLICE("ehr"), "er" },
	{ SLICE("gh"), "g" },
	{ SLICE("gue"), "ge" },
	{ SLICE("gui"), "gi" },
	{ SLICE("h"), "X" },
	{ SLICE("kh"), "X" },
	{ SLICE("ou"), "u" },
	{ SLICE("oo"), "u" },
	{ SLICE("ph"), "f" },
	{ SLICE("qu"), "kv" },
	{ SLICE("q"), "k" },
	{ SLICE("schtsch"), "S" },
	{ SLICE("stein"), "Stein" }, /* Bronstein, Бронштейн */
	{ SLICE("shtsh"), "S" },
	{ SLICE("schch"), "S" },
	{ SLICE("shch"), "S" },
	{ SLICE("stch"), "S" },
	{ SLICE("szcz"), "S" },
	{ SLICE("shh"), "S" },
	{ SLICE("sch"), "S" },
	{ SLICE("sh"), "S" },
	{ SLICE("sz"), "S" },
	{ SLICE("tsch"), "C" },
	{ SLICE("tch"), "C" },
	{ SLICE("tsh"), "C" },
	{ SLICE("tz"), "T" },
	{ SLICE("ts"), "T" },
	{ SLICE("tc"), "T" },
	{ SLICE("th"), "t" },
	{ SLICE("w"), "v" },
	{ SLICE("y"), "i" },
	{ SLICE("zh"), "S" },
	{ SLICE("z"), "s" },
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* ---- to Latin letters ------------------------------------------------------------------------ */

static void add_latin(kt_buf *out, kt_str letter, uint32_t cp)
{
	if (cp < 0x80) {
		if (cp != '\'')
			kt_buf_addc(out, (char)cp);
		return;
	}
	for (size_t i = 0; i < COUNT(letters); i++)
		if (letters[i].cp == cp) {
			kt_buf_add(out, kt_str_of(letters[i].latin));
			return;
		}
	kt_fold_plain(out, letter);
}

static void romanise(kt_buf *out, kt_str form)
{
	kt_buf folded = KT_BUF_INIT;
	kt_str s;

	kt_fold(&folded, form);
	s = kt_buf_str(&folded);
	for (size_t at = 0; at < s.len;) {
		size_t start = at;
		uint32_t cp = kt_utf8_next(s, &at);

		add_latin(out, kt_str_sub(s, start, at), cp);
	}
	if (out->len > 4 && kt_str_ends(kt_buf_str(out), KT_STR("ine")))
		out->ptr[--out->len] = '\0'; /* Lenine, Bakounine */
	out->failed |= folded.failed;
	kt_buf_release(&folded);
}

/* ---- to sounds ------------------------------------------------------------------------------- */

static char letter_at(kt_str s, size_t at)
{
	return at < s.len ? s.ptr[at] : '\0';
}

static int is_vowel(char c)
{
	return c && strchr("aeiouy", c) != NULL;
}

static int is_consonant(char c)
{
	return c >= 'a' && c <= 'z' && !is_vowel(c);
}

/* Whether a German wrote it: there ch is х. */
static int is_german(kt_str s)
{
	return kt_str_find(s, KT_STR("sch"), 0) != SIZE_MAX || kt_str_ends(s, KT_STR("ow")) ||
	       kt_str_ends(s, KT_STR("ew"));
}

static int ends_adjective(kt_str s)
{
	static const char *const ends[] = { "i", "y", "ij", "ii", "iy", "yi", "yj" };

	for (size_t i = 0; i < COUNT(ends); i++)
		if (kt_str_is(s, ends[i]))
			return 1;
	return 0;
}

/* The sounds of c and its groups; *length is what was read. */
static const char *sound_of_c(kt_str s, size_t at, int german, size_t *length)
{
	char next = letter_at(s, at + 1);

	*length = 2;
	if (next == 'h') /* Chlebnikov, Rachmaninoff, Richter */
		return german || (letter_at(s, at + 2) && strchr("lmrt", letter_at(s, at + 2)))
			       ? "X"
			       : "C";
	if (next == 'k') /* Trockij, but Rakovsky's Backer */
		return ends_adjective(kt_str_sub(s, at + 2, s.len)) ? "Tk" : "k";
	*length = 1;
	if (kt_str_starts(kt_str_sub(s, at + 1, s.len), KT_STR("ov")))
		return "T"; /* Kuznecov */
	return next && strchr("eiy", next) ? "T" : "k";
}

static const char *sound_of_j(kt_str s, size_t at)
{
	return is_consonant(letter_at(s, at + 1)) && !(at && is_vowel(s.ptr[at - 1])) ? "S" : "i";
}

/* yo and jo are ё, which is printed е; so is io at the beginning (Ioffe, Joffe). */
static int is_yo(kt_str s, size_t at)
{
	char c = s.ptr[at];

	return letter_at(s, at + 1) == 'o' &&
	       (c == 'y' || c == 'j' || (c == 'i' && !at && letter_at(s, at + 2) != 'u'));
}

static int is_final_f(kt_str s, size_t at)
{
	kt_str rest = kt_str_sub(s, at, s.len);

	return at && strchr("oe", s.ptr[at - 1]) && (kt_str_is(rest, "f") || kt_str_is(rest, "ff"));
}

/* The sounds at a place, and how many letters they are written with; NULL: the letter itself. */
static const char *sound_at(kt_str s, size_t at, int german, size_t *length)
{
	*length = 1;
	for (size_t i = 0; i < COUNT(groups) && groups[i].group.ptr[0] <= s.ptr[at]; i++) {
		kt_str group = groups[i].group;

		if (s.ptr[at] != group.ptr[0] || !kt_str_starts(kt_str_sub(s, at, s.len), group))
			continue;
		if (s.ptr[at] == 'y' && is_yo(s, at))
			break;
		*length = group.len;
		return groups[i].sound;
	}
	if (is_yo(s, at)) {
		*length = 2;
		return "e";
	}
	if (is_final_f(s, at)) {
		*length = s.len - at;
		return "v";
	}
	switch (s.ptr[at]) {
	case 'c':
		return sound_of_c(s, at, german, length);
	case 'j':
		return sound_of_j(s, at);
	case 'x':
		return is_consonant(letter_at(s, at + 1)) ? "X" : "ks";
	}
	return NULL;
}

/* Adds a sound to those from `from` on: none twice, no glide before a vowel, е behind a sibilant.
 */
static void add_sound(kt_buf *out, size_t from, char sound)
{
	char last = out->len > from ? out->ptr[out->len - 1] : '\0';

	if (last == 'i' && strchr("aeou", sound)) {
		out->ptr[--out->len] = '\0';
		last = out->len > from ? out->ptr[out->len - 1] : '\0';
	}
	if (sound == 'o' && (last == 'S' || last == 'C'))
		sound = 'e';
	if (sound != last || (unsigned char)sound >= 0x80 || (sound >= '0' && sound <= '9'))
		kt_buf_addc(out, sound);
}

void kt_sound_key(kt_buf *out, kt_str form)
{
	kt_buf latin = KT_BUF_INIT;
	size_t from = out->len, length;
	kt_str s;
	int german;

	romanise(&latin, form);
	s = kt_buf_str(&latin);
	german = is_german(s);
	for (size_t at = 0; at < s.len; at += length) {
		const char *sound = sound_at(s, at, german, &length);

		if (!sound)
			add_sound(out, from, s.ptr[at]);
		for (; sound && *sound; sound++)
			add_sound(out, from, *sound);
	}
	if (out->len == from)
		kt_fold_plain(out, form);
	out->failed |= latin.failed;
	kt_buf_release(&latin);
}
