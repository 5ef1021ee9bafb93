/* english.c - what counts as the same word in English. */
#include "conflate.h"

#include "lookup.h"

#include <string.h>

/* Verbs in -ise that no one spells with -ize, and nouns and adverbs like them, without -ise: here
 * Snowball's stem is right. */
static const char *const never_ize[] = { "adv", "advert", "appr", "ar", "chast", "circumc",
	"clockw", "compr", "comprom", "conc", "contrariw", "dem", "desp", "dev", "disenfranch",
	"edgew", "enfranch", "enterpr", "exc", "exerc", "expert", "franch", "improv", "imprec",
	"inc", "lengthw", "likew", "merchand", "moonr", "mort", "otherw", "parad", "prec", "prem",
	"prom", "repr", "rev", "sidew", "sunr", "superv", "surm", "surpr", "telev", "treat",
	"uncomprom", "unprom", "unsuperv", "unsurpr", "upr" };

static const kt_str ize_endings[] = { SLICE("ations"), SLICE("ational"), SLICE("ation"),
	SLICE("ings"), SLICE("ing"), SLICE("ers"), SLICE("able"), SLICE("er"), SLICE("es"),
	SLICE("ed"), SLICE("e") };

#define COUNT(table) (sizeof(table) / sizeof *(table))

static int is_vowel(char c)
{
	return strchr("aeiou", c) != NULL;
}

static int may_take_ize(kt_str base)
{
	if (base.len < 3 || !english_syllables(base) || is_vowel(base.ptr[base.len - 1]))
		return 0;
	for (size_t i = 0; i < COUNT(never_ize); i++)
		if (kt_str_is(base, never_ize[i]))
			return 0;
	return 1;
}

/* The word before -ise/-ize and what follows from it (-isation, -iser ...), or empty. */
static kt_str ize_base(kt_str word)
{
	for (size_t i = 0; i < COUNT(ize_endings); i++) {
		kt_str end = ize_endings[i], base;

		if (word.len < end.len + 5 || !lookup_ends(word, end))
			continue;
		base = kt_str_sub(word, 0, word.len - end.len);
		if (!kt_str_ends(base, KT_STR("iz")) && !kt_str_ends(base, KT_STR("is")))
			continue;
		base.len -= 2;
		return may_take_ize(base) ? base : KT_STR("");
	}
	return KT_STR("");
}

void english_ize(kt_buf *word)
{
	kt_str base = ize_base(kt_buf_str(word));

	if (base.len)
		word->ptr[base.len + 1] = 'z';
}

static int has_apostrophe(kt_str word)
{
	return word.len && memchr(word.ptr, '\'', word.len) != NULL;
}

static int is_contraction(kt_str word)
{
	static const char *const ends[] = { "'ll", "'d", "'t", "'re", "'ve", "'m" };

	for (size_t i = 0; i < COUNT(ends); i++)
		if (kt_str_ends(word, kt_str_of(ends[i])))
			return 1;
	return 0;
}

static void add_without_apostrophes(kt_buf *out, kt_str word)
{
	for (size_t i = 0; i < word.len; i++)
		if (word.ptr[i] != '\'')
			kt_buf_addc(out, word.ptr[i]);
}

/* Drops the second l of a stem that is longer than a syllable: travell, controll, install. */
static void drop_double_l(kt_buf *out, size_t from)
{
	kt_str stem = kt_str_sub(kt_buf_str(out), from, out->len);

	if (kt_str_ends(stem, KT_STR("ll")) && english_syllables(stem) > 1)
		out->ptr[--out->len] = '\0';
}

/* Adds the key of a word in its one spelling. */
static void add_key(kt_buf *out, stemmers *s, int language, kt_str word)
{
	size_t from = out->len;
	kt_str base = ize_base(word);

	if (base.len) {
		kt_buf_add(out, base);
		drop_double_l(out, from);
		kt_buf_add(out, KT_STR("-iz"));
	} else if (word.len > 4 && kt_str_ends(word, KT_STR("ism"))) {
		kt_buf_add(out, word); /* a doctrine is not its man: Stalinism */
	} else if (word.len > 5 && kt_str_ends(word, KT_STR("isms"))) {
		kt_buf_add(out, kt_str_sub(word, 0, word.len - 1));
	} else if (kt_str_is(word, "marshall")) {
		kt_buf_add(out, word); /* the man, not the rank */
	} else {
		stem_add(out, s, language, word);
		drop_double_l(out, from);
	}
	kt_buf_addc(out, '\n');
}

void english_keys(kt_buf *out, stemmers *s, int language, kt_str plain)
{
	kt_buf word = KT_BUF_INIT;
	int irregular;

	irregular = english_base(&word, plain);
	if (irregular) {
		english_spelling(&word);
		add_key(out, s, language, kt_buf_str(&word));
	}
	if (irregular != 1) {
		kt_buf_clear(&word);
		if (!has_apostrophe(plain) || is_contraction(plain))
			kt_buf_add(&word, plain);
		else
			add_without_apostrophes(&word, plain);
		if (word.len)
			english_spelling(&word);
		add_key(out, s, language, kt_buf_str(&word));
	}
	out->failed |= word.failed;
	kt_buf_release(&word);
}
