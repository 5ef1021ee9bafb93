/* language.c - the language of a passage, by script, letters and function words. */
#include "language.h"

#include "lookup.h"
#include "stopwords.h"
#include "words.h"

#include <string.h>

/* What a function word weighs by the number of languages that have it; with a letter at most 15. */
static const uint8_t word_weights[STOP_LISTS + 1] = { 0, 6, 4, 3, 2, 2, 2, 2, 2, 2, 2, 2 };

enum {
	ENOUGH = 12, /* evidence that makes sure: two function words that no other language has */
	LEAST = 4, /* evidence below which nothing is said */
	CYRILLIC_MAX = 6 /* what the Cyrillic script alone tells for Russian */
};

/* Letters that tell languages apart, with what they weigh in each: those that a language of these
 * alone has, and those that it shares.  і was in Russian before 1918, too, with ѣ and ъ. */
#define OWN(language) (UINT64_C(3) << (4 * STOP_##language))
#define SHARED(language) (UINT64_C(1) << (4 * STOP_##language))
static const struct {
	uint16_t cp;
	uint64_t weights;
} letters[] = {
	{ 0xE0, SHARED(FR) | SHARED(IT) }, /* à */
	{ 0xE1, SHARED(ES) | SHARED(CS) | SHARED(PT) }, /* á */
	{ 0xE2, SHARED(FR) | SHARED(PT) }, /* â */
	{ 0xE3, OWN(PT) }, /* ã */
	{ 0xE4, OWN(DE) }, /* ä */
	{ 0xE7, SHARED(FR) | SHARED(PT) }, /* ç */
	{ 0xE8, SHARED(FR) | SHARED(IT) }, /* è */
	{ 0xE9, SHARED(FR) | SHARED(ES) | SHARED(CS) | SHARED(PT) }, /* é */
	{ 0xEA, SHARED(FR) | SHARED(PT) }, /* ê */
	{ 0xEB, SHARED(FR) }, /* ë */
	{ 0xEC, SHARED(IT) }, /* ì */
	{ 0xED, SHARED(ES) | SHARED(CS) | SHARED(PT) }, /* í */
	{ 0xEE, SHARED(FR) }, /* î */
	{ 0xF1, OWN(ES) }, /* ñ */
	{ 0xF2, SHARED(IT) }, /* ò */
	{ 0xF3, SHARED(ES) | SHARED(PT) }, /* ó */
	{ 0xF4, SHARED(FR) }, /* ô */
	{ 0xF5, OWN(PT) }, /* õ */
	{ 0xF6, OWN(DE) }, /* ö */
	{ 0xF9, SHARED(FR) | SHARED(IT) }, /* ù */
	{ 0xFA, SHARED(ES) | SHARED(PT) }, /* ú */
	{ 0xFB, SHARED(FR) }, /* û */
	{ 0xFC, OWN(DE) }, /* ü */
	{ 0xFD, SHARED(CS) }, /* ý */
	{ 0x105, OWN(PL) }, /* ą */
	{ 0x107, OWN(PL) }, /* ć */
	{ 0x10D, SHARED(CS) }, /* č */
	{ 0x119, OWN(PL) }, /* ę */
	{ 0x11B, OWN(CS) }, /* ě */
	{ 0x142, OWN(PL) }, /* ł */
	{ 0x144, OWN(PL) }, /* ń */
	{ 0x153, SHARED(FR) }, /* œ */
	{ 0x159, OWN(CS) }, /* ř */
	{ 0x15B, OWN(PL) }, /* ś */
	{ 0x161, SHARED(CS) }, /* š */
	{ 0x16F, OWN(CS) }, /* ů */
	{ 0x17C, OWN(PL) }, /* ż */
	{ 0x17E, SHARED(CS) }, /* ž */
	{ 0x44A, OWN(RU) }, /* ъ */
	{ 0x44B, OWN(RU) }, /* ы */
	{ 0x44D, OWN(RU) }, /* э */
	{ 0x451, OWN(RU) }, /* ё */
	{ 0x454, OWN(UK) }, /* є */
	{ 0x456, OWN(UK) }, /* і */
	{ 0x457, OWN(UK) }, /* ї */
	{ 0x463, OWN(RU) }, /* ѣ */
	{ 0x491, OWN(UK) }, /* ґ */
};

/* Endings that tell a little. */
#define ENDING(language) (UINT64_C(2) << (4 * STOP_##language))
static const struct {
	kt_str ending;
	uint64_t weights;
} endings[] = {
	{ SLICE("ing"), SHARED(EN) },
	{ SLICE("ed"), SHARED(EN) },
	{ SLICE("ly"), SHARED(EN) },
	{ SLICE("ness"), SHARED(EN) },
	{ SLICE("tion"), SHARED(EN) | SHARED(FR) },
	{ SLICE("ment"), SHARED(EN) | SHARED(FR) },
	{ SLICE("ung"), ENDING(DE) },
	{ SLICE("ungen"), ENDING(DE) },
	{ SLICE("heit"), ENDING(DE) },
	{ SLICE("keit"), ENDING(DE) },
	{ SLICE("schaft"), ENDING(DE) },
	{ SLICE("ische"), ENDING(DE) },
	{ SLICE("ischen"), ENDING(DE) },
	{ SLICE("eux"), ENDING(FR) },
	{ SLICE("ique"), ENDING(FR) },
	{ SLICE("aient"), ENDING(FR) },
	{ SLICE("isme"), SHARED(FR) | SHARED(NL) },
	{ SLICE("zione"), ENDING(IT) },
	{ SLICE("zioni"), ENDING(IT) },
	{ SLICE("ción"), ENDING(ES) },
	{ SLICE("ciones"), ENDING(ES) },
	{ SLICE("ção"), ENDING(PT) },
	{ SLICE("ções"), ENDING(PT) },
	{ SLICE("ów"), ENDING(PL) },
	{ SLICE("ego"), SHARED(PL) },
	{ SLICE("ych"), SHARED(PL) },
	{ SLICE("ých"), ENDING(CS) },
	{ SLICE("ého"), ENDING(CS) },
	{ SLICE("heid"), ENDING(NL) },
	{ SLICE("lijk"), ENDING(NL) },
	{ SLICE("ние"), ENDING(RU) },
	{ SLICE("ния"), ENDING(RU) },
	{ SLICE("ия"), SHARED(RU) },
	{ SLICE("ие"), SHARED(RU) },
	{ SLICE("лся"), SHARED(RU) },
	{ SLICE("ння"), ENDING(UK) },
	{ SLICE("ття"), ENDING(UK) },
};
#undef ENDING
#undef OWN
#undef SHARED

enum { LETTERS = sizeof letters / sizeof *letters };

kt_language kt_language_of(const char *code)
{
	kt_language language = { "" };
	size_t n = 0;

	while (code && n < 4 && (code[n] | 32) >= 'a' && (code[n] | 32) <= 'z')
		n++;
	if (n < 2 || n > 3 || (code[n] && code[n] != '-' && code[n] != '_'))
		return language;
	for (size_t i = 0; i < n; i++)
		language.code[i] = (char)(code[i] | 32);
	return language;
}

int kt_language_equal(kt_language a, kt_language b)
{
	return !strcmp(a.code, b.code);
}

static uint64_t letter_weights(uint32_t cp)
{
	size_t low = 0, high = LETTERS;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (letters[middle].cp == cp)
			return letters[middle].weights;
		if (letters[middle].cp < cp)
			low = middle + 1;
		else
			high = middle;
	}
	return 0;
}

uint64_t language_hints(kt_str form)
{
	uint64_t hints = 0, words = 0, shape = 0;
	unsigned count = 0;
	int cyrillic = form.len && (unsigned char)form.ptr[0] >= 0xD0;

	for (size_t at = 0; at < form.len;) {
		if ((unsigned char)form.ptr[at] < 0x80)
			at++;
		else
			hints |= letter_weights(kt_utf8_next(form, &at)); /* 3 takes 1 in */
	}
	for (size_t i = 0; i < STOP_LISTS; i++)
		if (stop_lists[i].cyrillic == cyrillic && stop_list_has(&stop_lists[i], form)) {
			words |= UINT64_C(1) << (4 * i);
			count++;
		}
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (lookup_ends(form, endings[i].ending))
			shape |= endings[i].weights;
	return hints + shape + words * word_weights[count];
}

kt_language kt_language_detect(const kt_tokens *tokens, const kt_words *words, int *sure)
{
	unsigned scores[STOP_LISTS] = { 0 }, cyrillic = 0, second = 0, margin;
	size_t best = 0;

	*sure = 0;
	for (size_t i = 0; i < tokens->count; i++) {
		uint64_t hints = words_hints(words, tokens->at[i].form);

		cyrillic += (tokens->at[i].flags & KT_TOKEN_CYRILLIC) != 0;
		for (size_t j = 0; hints; j++, hints >>= 4)
			scores[j] += hints & 15;
	}
	if (scores[STOP_UK] <= scores[STOP_RU])
		scores[STOP_RU] += cyrillic < CYRILLIC_MAX ? cyrillic : CYRILLIC_MAX;
	for (size_t i = 0; i < STOP_LISTS; i++)
		best = scores[i] > scores[best] ? i : best;
	for (size_t i = 0; i < STOP_LISTS; i++)
		if (i != best && scores[i] > second)
			second = scores[i];
	margin = scores[best] - second;
	if (!margin || scores[best] < LEAST)
		return kt_language_of("");
	*sure = (int)(100 * margin / (scores[best] > ENOUGH ? scores[best] : ENOUGH));
	return kt_language_of(stop_lists[best].code);
}
