/* lexicon_write.c - classes of the forms that come up, written once for each distinct form. */
#include "lexicon.h"

#include <stdlib.h>
#include <string.h>

#define HASH_DIGITS 16

void lexicon_key(kt_buf *out, char kind, kt_language language, kt_str key)
{
	size_t room;

	kt_buf_clear(out);
	kt_buf_addc(out, kind);
	kt_buf_addc(out, ':');
	if (language.code[0]) {
		kt_buf_add(out, kt_str_of(language.code));
		kt_buf_addc(out, ':');
	}
	room = XAP_TERM_MAX - out->len;
	if (key.len <= room) {
		kt_buf_add(out, key);
	} else {
		kt_buf_add(out, kt_str_sub(key, 0, room - HASH_DIGITS));
		kt_buf_addf(out, "%016llx", (unsigned long long)kt_hash(key));
	}
}

/* ---- what is seen ---- */

kt_status lexicon_init(lexicon *l, kt_error *err)
{
	kt_status status;

	memset(l, 0, sizeof *l);
	status = kt_conflation_new(&l->conflation, err);
	if (!status)
		status = kt_map_new(&l->forms, err);
	if (!status)
		status = kt_map_new(&l->compounds, err);
	return status;
}

void lexicon_release(lexicon *l)
{
	kt_conflation_free(l->conflation);
	kt_map_free(l->forms);
	free(l->known);
	kt_map_free(l->compounds);
	kt_buf_release(&l->key);
	kt_buf_release(&l->keys);
	kt_buf_release(&l->joined);
}

size_t lexicon_parse_languages(kt_language out[LEXICON_LANGUAGES + 1], kt_str list)
{
	size_t count = 0, from = 0, to;

	for (; from < list.len && count < LEXICON_LANGUAGES; from = to + 1) {
		to = kt_str_find(list, KT_STR(" "), from);
		if (to > list.len)
			to = list.len;
		if (to > from && to - from < sizeof out->code) {
			memset(&out[count], 0, sizeof *out);
			memcpy(out[count++].code, list.ptr + from, to - from);
		}
	}
	memset(&out[count], 0, sizeof *out);
	return count;
}

int lexicon_has_rules(kt_language language)
{
	const char *const *known = kt_conflation_languages();

	while (*known && strcmp(*known, language.code))
		known++;
	return *known != NULL;
}

void lexicon_see_language(lexicon *l, kt_language language)
{
	size_t i;

	if (!language.code[0])
		return;
	for (i = 0; i < l->language_count; i++)
		if (kt_language_equal(l->languages[i], language))
			return;
	if (l->language_count < LEXICON_LANGUAGES && lexicon_has_rules(language))
		l->languages[l->language_count++] = language;
}

int lexicon_reserve(lexicon *l, const kt_words *words)
{
	size_t count = kt_words_count(words);
	unsigned char *grown;

	if (words != l->words || count < l->known_count)
		memset(l->known, 0, l->known_size);
	l->words = words;
	l->known_count = count;
	if (count <= l->known_size)
		return 1;
	count += count / 2;
	grown = realloc(l->known, count);
	if (!grown)
		return 0;
	memset(grown + l->known_size, 0, count - l->known_size);
	l->known = grown;
	l->known_size = count;
	return 1;
}

kt_status lexicon_see(
	lexicon *l, xap_writer *writer, const kt_words *words, uint32_t number, kt_error *err)
{
	uint64_t occurrences = 0;
	kt_status status = KT_OK;
	kt_str form;
	uint32_t *known;
	int added;

	if (l->known[number])
		return KT_OK;
	form = kt_words_form(words, number);
	known = kt_map_put(l->forms, form, 0, &added);
	if (!known)
		return kt_fail(err, KT_ENOMEM, "no memory for the lexicon");
	l->known[number] = 1;
	if (added) {
		/* One look now spares stemming it and writing its classes anew. */
		status = xap_writer_frequency(writer, form, &occurrences, err);
		*known = occurrences > 0;
	}
	return status;
}

/* Tokens that may begin a compound: the next is glued to it or carries on its number, or it is a
 * letter that may be an initial. */
static int may_begin(const kt_token *token)
{
	const uint32_t joins = KT_TOKEN_GLUED | KT_TOKEN_HYPHEN | KT_TOKEN_BROKEN | KT_TOKEN_GROUP;

	return (token[1].flags & joins) || (token->flags & KT_TOKEN_LETTER);
}

kt_status lexicon_see_compounds(
	lexicon *l, const kt_tokens *tokens, const kt_words *words, kt_str text, kt_error *err)
{
	size_t from = 0, to, i;

	while (from + 1 < tokens->count) {
		if (!may_begin(&tokens->at[from]) ||
			!kt_compound(&l->joined, tokens, words, text, from, &to) || to <= from) {
			from++;
			continue;
		}
		for (i = from; i < to; i++) {
			kt_buf_addc(&l->joined, i == from ? '\n' : ' ');
			kt_buf_add(&l->joined, kt_words_form(words, tokens->at[i].form));
		}
		from = to;
		if (!kt_buf_status(&l->joined, NULL) &&
			!kt_map_put(l->compounds, kt_buf_str(&l->joined), 0, NULL))
			return kt_fail(err, KT_ENOMEM, "no memory for the lexicon");
	}
	return kt_buf_status(&l->joined, err);
}

/* ---- pairs of key and form, sorted so that each key of the table is touched once ---- */

typedef struct pair {
	size_t at; /* in text: key, form */
	uint32_t key_length, form_length;
} pair;

typedef struct pairs {
	pair *at;
	size_t count, size;
	kt_buf text;
} pairs;

static void pairs_release(pairs *all)
{
	free(all->at);
	kt_buf_release(&all->text);
}

static kt_str key_of(const pairs *all, const pair *p)
{
	return (kt_str) { all->text.ptr + p->at, p->key_length };
}

static kt_str form_of(const pairs *all, const pair *p)
{
	return (kt_str) { all->text.ptr + p->at + p->key_length, p->form_length };
}

static kt_status pairs_add(pairs *all, kt_str key, kt_str form, kt_error *err)
{
	pair p = { all->text.len, (uint32_t)key.len, (uint32_t)form.len };

	if (form.len > XAP_TERM_MAX) /* a compound of a great many parts: nobody asks for it */
		return KT_OK;
	if (!kt_grow((void **)&all->at, &all->size, all->count, sizeof *all->at))
		return kt_fail(err, KT_ENOMEM, "no memory for the lexicon");
	all->at[all->count++] = p;
	kt_buf_add(&all->text, key);
	kt_buf_add(&all->text, form);
	return kt_buf_status(&all->text, err);
}

static int by_key(const void *a, const void *b, void *context)
{
	const pairs *all = context;
	int order = kt_str_compare(key_of(all, a), key_of(all, b));

	return order ? order : kt_str_compare(form_of(all, a), form_of(all, b));
}

static kt_status pairs_write(pairs *all, xap_writer *writer, kt_error *err)
{
	kt_status status = KT_OK;
	size_t i;

	if (all->count)
		qsort_r(all->at, all->count, sizeof *all->at, by_key, all);
	for (i = 0; !status && i < all->count; i++)
		status = xap_writer_add_synonym(
			writer, key_of(all, &all->at[i]), form_of(all, &all->at[i]), err);
	return status;
}

/* ---- classes ---- */

/* Enters `form` under the classes that `joined` has in a language; they differ for compounds. */
static kt_status add_classes(
	lexicon *l, pairs *all, kt_language language, kt_str joined, kt_str form, kt_error *err)
{
	kt_status status = KT_OK;
	size_t from, to;

	if (!kt_conflation_fits(language, joined))
		return KT_OK;
	kt_buf_clear(&l->keys);
	kt_conflation_keys(l->conflation, &l->keys, language, joined);
	status = kt_buf_status(&l->keys, err);
	for (from = 0; !status && from < l->keys.len; from = to + 1) {
		kt_str key;

		to = kt_str_find(kt_buf_str(&l->keys), KT_STR("\n"), from);
		if (to > l->keys.len)
			to = l->keys.len;
		key = kt_str_sub(kt_buf_str(&l->keys), from, to);
		if (!key.len || kt_str_equal(key, form))
			continue;
		lexicon_key(&l->key, 'c', language, key);
		status = pairs_add(all, kt_buf_str(&l->key), form, err);
	}
	return status;
}

/* Enters a form under its letters without diacritics and its sound. */
static kt_status add_letters(lexicon *l, pairs *all, kt_str form, kt_error *err)
{
	static void (*const fold[])(kt_buf *, kt_str) = { kt_fold_plain, kt_sound_key };
	static const char kind[] = { 'p', 's' };
	kt_status status = KT_OK;
	size_t i;

	for (i = 0; !status && i < 2; i++) {
		kt_buf_clear(&l->keys);
		fold[i](&l->keys, form);
		status = kt_buf_status(&l->keys, err);
		if (status || !l->keys.len || kt_str_equal(kt_buf_str(&l->keys), form))
			continue;
		lexicon_key(&l->key, kind[i], LEXICON_NO_LANGUAGE, kt_buf_str(&l->keys));
		status = pairs_add(all, kt_buf_str(&l->key), form, err);
	}
	return status;
}

static kt_status add_new_forms(lexicon *l, pairs *all, kt_error *err)
{
	kt_status status = KT_OK;
	size_t i, j;

	for (i = l->forms_done; !status && i < kt_map_count(l->forms); i++) {
		kt_str form = kt_map_key(l->forms, (uint32_t)i);

		if (kt_map_value(l->forms, (uint32_t)i))
			continue;
		status = add_letters(l, all, form, err);
		for (j = 0; !status && j < l->language_count; j++)
			status = add_classes(l, all, l->languages[j], form, form, err);
	}
	return status;
}

static kt_status add_new_compounds(lexicon *l, pairs *all, kt_error *err)
{
	kt_status status = KT_OK;
	size_t i, j;

	for (i = l->compounds_done; !status && i < kt_map_count(l->compounds); i++) {
		kt_str both = kt_map_key(l->compounds, (uint32_t)i);
		size_t cut = kt_str_find(both, KT_STR("\n"), 0);
		kt_str joined = kt_str_sub(both, 0, cut);
		kt_str parts = kt_str_sub(both, cut + 1, both.len);

		lexicon_key(&l->key, 'j', LEXICON_NO_LANGUAGE, joined);
		status = pairs_add(all, kt_buf_str(&l->key), parts, err);
		for (j = 0; !status && j < l->language_count; j++)
			status = add_classes(l, all, l->languages[j], joined, parts, err);
	}
	return status;
}

/* ---- a language that the database had not ---- */

typedef struct revisiting {
	lexicon *lexicon;
	pairs *all;
	xap_reader *reader;
	kt_str joined;
} revisiting;

static kt_status add_in_new_languages(revisiting *r, kt_str joined, kt_str form, kt_error *err)
{
	lexicon *l = r->lexicon;
	kt_status status = KT_OK;
	size_t i;

	for (i = l->languages_done; !status && i < l->language_count; i++)
		status = add_classes(l, r->all, l->languages[i], joined, form, err);
	return status;
}

static kt_status revisit_form(void *context, kt_str term, kt_error *err)
{
	if (term.ptr[0] >= 'A' && term.ptr[0] <= 'Z') /* a field's prefix: forms are folded */
		return KT_OK;
	return add_in_new_languages(context, term, term, err);
}

static kt_status revisit_compound(void *context, kt_str parts, kt_error *err)
{
	revisiting *r = context;

	return add_in_new_languages(r, r->joined, parts, err);
}

static kt_status revisit_joined(void *context, kt_str key, kt_error *err)
{
	revisiting *r = context;

	r->joined = kt_str_sub(key, 2, key.len);
	return xap_reader_synonyms(r->reader, key, revisit_compound, r, err);
}

/* All that is committed gets its classes in the languages that came up since. */
static kt_status revisit(lexicon *l, pairs *all, const char *path, kt_error *err)
{
	revisiting r = { l, all, NULL, { NULL, 0 } };
	kt_status status;

	if (l->languages_done == l->language_count)
		return KT_OK;
	status = xap_reader_open(&r.reader, path, err);
	if (!status)
		status = xap_reader_terms(r.reader, KT_STR(""), revisit_form, &r, err);
	if (!status)
		status = xap_reader_synonym_keys(r.reader, KT_STR("j:"), revisit_joined, &r, err);
	xap_reader_free(r.reader);
	return status;
}

static kt_status write_languages(lexicon *l, xap_writer *writer, kt_error *err)
{
	kt_status status;
	size_t i;

	if (l->languages_done == l->language_count)
		return KT_OK;
	kt_buf_clear(&l->key);
	for (i = 0; i < l->language_count; i++)
		kt_buf_addf(&l->key, "%s%s", i ? " " : "", l->languages[i].code);
	status = kt_buf_status(&l->key, err);
	return status ? status
		      : xap_writer_set_metadata(
				writer, KT_STR(LEXICON_LANGUAGES_KEY), kt_buf_str(&l->key), err);
}

kt_status lexicon_write(lexicon *l, xap_writer *writer, const char *path, kt_error *err)
{
	pairs all = { NULL, 0, 0, KT_BUF_INIT };
	kt_status status = revisit(l, &all, path, err);

	if (!status)
		status = add_new_forms(l, &all, err);
	if (!status)
		status = add_new_compounds(l, &all, err);
	if (!status)
		status = pairs_write(&all, writer, err);
	if (!status)
		status = write_languages(l, writer, err);
	if (!status) {
		l->forms_done = kt_map_count(l->forms);
		l->compounds_done = kt_map_count(l->compounds);
		l->languages_done = l->language_count;
	}
	pairs_release(&all);
	return status;
}
