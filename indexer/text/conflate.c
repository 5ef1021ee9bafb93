/* conflate.c - from a form to the keys of its classes. */
#include "conflate.h"

#include "chars.h"

#include <stdlib.h>
#include <string.h>

struct kt_conflation {
	stemmers *stemmers;
};

typedef void (*keys_fn)(kt_buf *out, stemmers *s, int language, kt_str plain);

/* Languages with rules beyond their stemmer. */
static const struct {
	const char *code;
	keys_fn keys;
} own_rules[] = { { "en", english_keys }, { "ru", russian_keys }, { "uk", ukrainian_keys } };

/* What is written together with the word behind it in French, Italian and Catalan. */
static const char *const elided[] = { "l'", "d'", "qu'", "n'", "s'", "j'", "m'", "t'", "c'",
	"jusqu'", "lorsqu'", "puisqu'", "quoiqu'", "un'", "dell'", "all'", "nell'", "dall'",
	"sull'", "quell'", "quest'" };

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
	free(conflation);
}

const char *const *kt_conflation_languages(void)
{
	return stem_codes();
}

/* The scripts of a word's letters; 0 for a number. */
static uint32_t scripts_of(kt_str form)
{
	uint32_t scripts = 0;

	for (size_t at = 0; at < form.len;) {
		size_t start = at;
		unsigned char c = (unsigned char)form.ptr[at];
		uint8_t class = char_ascii[c & 0x7F];

		if (c < 0x80)
			at++;
		else
			class = char_class(kt_utf8_next(form, &at)); /* CHAR_OTHER for a bad byte */
		if (!start && (class & CHAR_KIND) == CHAR_DIGIT)
			return 0;
		if ((class & CHAR_KIND) == CHAR_LETTER)
			scripts |= class & CHAR_LATIN	   ? (uint32_t)KT_TOKEN_LATIN
				   : class & CHAR_CYRILLIC ? (uint32_t)KT_TOKEN_CYRILLIC
							   : (uint32_t)KT_TOKEN_OTHER;
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
	if (strcmp(language.code, "fr") && strcmp(language.code, "it") &&
		strcmp(language.code, "ca"))
		return form;
	for (size_t i = 0; i < COUNT(elided); i++) {
		kt_str head = kt_str_of(elided[i]);

		if (form.len > head.len && kt_str_starts(form, head))
			return kt_str_sub(form, head.len, form.len);
	}
	return form;
}

/* The stem of the word without diacritics, and, where it has some, its stem without them: each is
 * the only one that a spelling of the other kind has. */
static void add_stems(kt_buf *out, stemmers *s, int language, kt_str form, kt_str plain)
{
	size_t from = out->len, end;
	kt_buf stem = KT_BUF_INIT;

	stem_add(out, s, language, plain);
	end = out->len;
	kt_buf_addc(out, '\n');
	if (!kt_str_equal(form, plain)) {
		size_t second = out->len;

		stem_add(&stem, s, language, form);
		kt_fold_plain(out, kt_buf_str(&stem));
		if (kt_str_equal(kt_str_sub(kt_buf_str(out), from, end),
			    kt_str_sub(kt_buf_str(out), second, out->len)))
			out->ptr[out->len = second] = '\0';
		else
			kt_buf_addc(out, '\n');
	}
	out->failed |= stem.failed;
	kt_buf_release(&stem);
}

void kt_conflation_keys(kt_conflation *conflation, kt_buf *out, kt_language language, kt_str form)
{
	kt_buf plain = KT_BUF_INIT;
	int number = stem_language(language);

	form = without_elision(language, form);
	kt_fold_plain(&plain, form);
	if (!plain.len)
		goto out;
	if (!fits(number, form)) {
		kt_buf_add(out, kt_buf_str(&plain));
		kt_buf_addc(out, '\n');
		goto out;
	}
	for (size_t i = 0; i < COUNT(own_rules); i++)
		if (!strcmp(own_rules[i].code, language.code)) {
			own_rules[i].keys(out, conflation->stemmers, number, kt_buf_str(&plain));
			goto out;
		}
	add_stems(out, conflation->stemmers, number, form, kt_buf_str(&plain));
out:
	out->failed |= plain.failed;
	kt_buf_release(&plain);
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
