/* language.c - the language of a passage, by script, letters and function words. */
#include "language.h"

#include "stopwords.h"
#include "words.h"

#include <string.h>

/* Weights of a form, at most 15. */
enum { FUNCTION_WORD = 4, OWN_LETTER = 3, SHARED_LETTER = 1 };

enum {
	ENOUGH = 12, /* evidence that makes sure: three function words more than any other's */
	LEAST = 4, /* evidence below which nothing is said */
	CYRILLIC_MAX = 6 /* what the Cyrillic script alone tells for Russian */
};

/* Letters that tell languages apart. */
static const struct {
	const char *code;
	const char *letters;
	unsigned weight;
} letters[] = {
	{ "ru", "ыъэё", OWN_LETTER },
	{ "ru", "ѣ", OWN_LETTER },
	{ "uk", "іїєґ", OWN_LETTER }, /* і is in Russian of before 1918 too, with ѣ and ъ */
	{ "de", "äöü", OWN_LETTER },
	{ "fr", "éèêàâçœîôûëù", SHARED_LETTER },
	{ "it", "èàìòù", SHARED_LETTER },
	{ "es", "ñáíóúé", SHARED_LETTER },
	{ "es", "ñ", OWN_LETTER },
	{ "pt", "çáâêéíóú", SHARED_LETTER },
	{ "pt", "ãõ", OWN_LETTER },
	{ "pl", "łżąęśćń", OWN_LETTER },
	{ "cs", "čšžýáíé", SHARED_LETTER },
	{ "cs", "řěů", OWN_LETTER },
};

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

static int has_letter_of(kt_str form, kt_str set)
{
	for (size_t at = 0; at < form.len;) {
		size_t start = at;
		uint32_t cp = kt_utf8_next(form, &at);

		if (cp >= 0x80 && cp != KT_BAD_CODEPOINT &&
			kt_str_find(set, kt_str_sub(form, start, at), 0) != SIZE_MAX)
			return 1;
	}
	return 0;
}

static unsigned letters_weight(const char *code, kt_str form)
{
	unsigned weight = 0;

	for (size_t i = 0; i < LETTERS; i++)
		if (!strcmp(code, letters[i].code) &&
			has_letter_of(form, kt_str_of(letters[i].letters)))
			weight += letters[i].weight;
	return weight;
}

uint64_t language_hints(kt_str form)
{
	uint64_t hints = 0;
	int ascii = 1;

	for (size_t i = 0; i < form.len; i++)
		ascii &= (unsigned char)form.ptr[i] < 0x80;
	for (size_t i = 0; i < STOP_LISTS; i++) {
		unsigned weight = stop_list_has(&stop_lists[i], form) ? FUNCTION_WORD : 0;

		if (!ascii)
			weight += letters_weight(stop_lists[i].code, form);
		hints |= (uint64_t)(weight > 15 ? 15 : weight) << (4 * i);
	}
	return hints;
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
	for (size_t i = 0; i < STOP_LISTS; i++) {
		if (!strcmp(stop_lists[i].code, "ru"))
			scores[i] += cyrillic < CYRILLIC_MAX ? cyrillic : CYRILLIC_MAX;
		best = scores[i] > scores[best] ? i : best;
	}
	for (size_t i = 0; i < STOP_LISTS; i++)
		if (i != best && scores[i] > second)
			second = scores[i];
	margin = scores[best] - second;
	if (!margin || scores[best] < LEAST)
		return kt_language_of("");
	*sure = (int)(100 * margin / (scores[best] > ENOUGH ? scores[best] : ENOUGH));
	return kt_language_of(stop_lists[best].code);
}
