/* conflate.c - from a form to the keys of its classes. */
#include "conflate.h"

#include "chars.h"
#include "lookup.h"

#include <stdlib.h>
#include <string.h>

struct kt_conflation {
	stemmers *stemmers;
	kt_buf plain, stem; /* room for a form, and for its stem */
};

typedef void (*keys_fn)(kt_buf *out, stemmers *s, int language, kt_str plain);

/* Languages with rules beyond their stemmer. */
static const struct {
	const char *code;
	keys_fn keys;
} own_rules[] = { { "en", english_keys }, { "ru", russian_keys }, { "uk", ukrainian_keys } };

/* What is written together with the word behind it in French, Italian and Catalan. */
static const kt_str elided[] = { SLICE("l'"), SLICE("d'"), SLICE("qu'"), SLICE("n'"), SLICE("s'"),
	SLICE("j'"), SLICE("m'"), SLICE("t'"), SLICE("c'"), SLICE("jusqu'"), SLICE("lorsqu'"),
	SLICE("puisqu'"), SLICE("quoiqu'"), SLICE("un'"), SLICE("dell'"), SLICE("all'"),
	SLICE("nell'"), SLICE("dall'"), SLICE("sull'"), SLICE("quell'"), SLICE("quest'") };

#define COUNT(table) (sizeof(table) / sizeof *(table))

kt_status kt_conflation_new(kt_conflation **out, kt_error *err)
{
	kt_conflation *conflation = calloc(1, sizeof *conflation);

	*out = NULL;
	if (conflation)
		conflation->stemmers = stemmers_new();
	if (!conflation || !conflation->stemmers) {
		kt_conflation_free(conflation);
		return kt_fail(err, KT_ENOMEM, "no memory for the rules of languages");
	}
	*out = conflation;
	return KT_OK;
}

void kt_conflation_free(kt_conflation *conflation)
{
	if (!conflation)
		return;
	stemmers_free(conflation->stemmers);
	kt_buf_release(&conflation->plain);
	kt_buf_release(&conflation->stem);
	free(conflation);
}

const char *const *kt_conflation_languages(void)
{
	return stem_codes();
}

static uint32_t script_of(uint8_t class)
{
	if ((class & CHAR_KIND) != CHAR_LETTER)
		return 0;
	return class & CHAR_LATIN      ? (uint32_t)KT_TOKEN_LATIN
	       : class & CHAR_CYRILLIC ? (uint32_t)KT_TOKEN_CYRILLIC
				       : (uint32_t)KT_TOKEN_OTHER;
}

/* The scripts of a word's letters; 0 for a number. */
static uint32_t scripts_of(kt_str form)
{
	uint32_t scripts = 0;
	size_t at = 0;

	if (form.len && (char_class(kt_utf8_next(form, &at)) & CHAR_KIND) == CHAR_DIGIT)
		return 0;
	for (at = 0; at < form.len;) {
		unsigned char c = (unsigned char)form.ptr[at];

		if (c >= 0x80) {
			scripts |= script_of(char_class(kt_utf8_next(form, &at)));
			continue;
		}
		if (char_ascii[c] & CHAR_LATIN)
			scripts |= KT_TOKEN_LATIN;
		at++;
	}
	return scripts;
}

static int fits(int language, kt_str form)
{
	return language >= 0 && (stem_scripts(language) & scripts_of(form)) != 0;
}

int kt_conflation_fits(kt_language language, kt_str form)
{
	return fits(stem_language(language), form);
}

static kt_str without_elision(kt_language language, kt_str form)
{
	if (!form.len || !memchr(form.ptr, '\'', form.len))
		return form;
	if (strcmp(language.code, "fr") && strcmp(language.code, "it") &&
		strcmp(language.code, "ca"))
		return form;
	for (size_t i = 0; i < COUNT(elided); i++) {
		kt_str head = elided[i];

		if (form.len > head.len && kt_str_starts(form, head))
			return kt_str_sub(form, head.len, form.len);
	}
	return form;
}

/* The stem of the word without diacritics, and, where it has some, its stem without them: each is
 * the only one that a spelling of the other kind has. */
static void add_stems(kt_conflation *c, kt_buf *out, int language, kt_str form, kt_str plain)
{
	size_t from = out->len, end;

	stem_add(out, c->stemmers, language, plain);
	end = out->len;
	kt_buf_addc(out, '\n');
	if (!kt_str_equal(form, plain)) {
		size_t second = out->len;

		kt_buf_clear(&c->stem);
		stem_add(&c->stem, c->stemmers, language, form);
		kt_fold_plain(out, kt_buf_str(&c->stem));
		if (kt_str_equal(kt_str_sub(kt_buf_str(out), from, end),
			    kt_str_sub(kt_buf_str(out), second, out->len)))
			out->ptr[out->len = second] = '\0';
		else
			kt_buf_addc(out, '\n');
		out->failed |= c->stem.failed;
	}
}

void kt_conflation_keys(kt_conflation *conflation, kt_buf *out, kt_language language, kt_str form)
{
	kt_buf *room = &conflation->plain;
	int number = stem_language(language);
	kt_str plain;

	form = without_elision(language, form);
	kt_buf_clear(room);
	kt_fold_plain(room, form);
	out->failed |= room->failed;
	plain = kt_buf_str(room);
	if (!plain.len)
		return;
	if (!fits(number, form)) {
		kt_buf_add(out, plain);
		kt_buf_addc(out, '\n');
		return;
	}
	for (size_t i = 0; i < COUNT(own_rules); i++)
		if (!strcmp(own_rules[i].code, language.code)) {
			own_rules[i].keys(out, conflation->stemmers, number, plain);
			return;
		}
	add_stems(conflation, out, number, form, plain);
}

void kt_spelling(kt_buf *out, kt_str form)
{
	kt_buf word = KT_BUF_INIT;

	kt_fold_plain(&word, form);
	if (word.len && !word.failed && (scripts_of(kt_buf_str(&word)) & KT_TOKEN_LATIN)) {
		english_variants(&word);
		english_ize(&word);
	}
	kt_buf_add(out, kt_buf_str(&word));
	out->failed |= word.failed;
	kt_buf_release(&word);
}
