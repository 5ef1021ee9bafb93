/* lexicon_write.c - classes of the forms that come up, made once for each distinct form. */
#include "lexicon.h"

#include <stdlib.h>
#include <string.h>

#define HASH_DIGITS 16
#define FORMS_MAX ((size_t)250 << 10) /* kept from source to source */
#define SPILL_BYTES ((size_t)8 << 20)
#define COMMITTED 1u /* in the value of a form: the database had it, with its classes */

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

static kt_status no_memory(kt_error *err)
{
	return kt_fail(err, KT_ENOMEM, "no memory for the lexicon");
}

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
	xap_reader_free(l->committed);
	kt_conflation_free(l->conflation);
	kt_map_free(l->forms);
	free(l->noted);
	kt_map_free(l->compounds);
	pairs_release(&l->pairs);
	kt_buf_release(&l->key);
	kt_buf_release(&l->keys);
	kt_buf_release(&l->joined);
}

static kt_status open_committed(lexicon *l, kt_error *err)
{
	return l->committed ? KT_OK : xap_reader_open(&l->committed, l->path.ptr, err);
}

/* ---- classes ---- */

/* Enters `form` under the classes that `joined` has in a language; they differ for compounds. */
static kt_status add_classes(
	lexicon *l, kt_language language, kt_str joined, kt_str form, kt_error *err)
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
		status = pairs_add(&l->pairs, kt_buf_str(&l->key), form, err);
	}
	return status;
}

/* In the languages from..to-1 of the index. */
static kt_status add_all_classes(
	lexicon *l, size_t from, size_t to, kt_str joined, kt_str form, kt_error *err)
{
	kt_status status = KT_OK;

	for (; !status && from < to; from++)
		status = add_classes(l, l->languages[from], joined, form, err);
	return status;
}

/* Enters a form under its letters without diacritics and its sound. */
static kt_status add_letters(lexicon *l, kt_str form, kt_error *err)
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
		status = pairs_add(&l->pairs, kt_buf_str(&l->key), form, err);
	}
	return status;
}

/* ---- languages ---- */

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

static int has_rules(kt_language language)
{
	const char *const *known = kt_conflation_languages();

	while (*known && strcmp(*known, language.code))
		known++;
	return *known != NULL;
}

static void split_compound(kt_str both, kt_str *joined, kt_str *parts)
{
	size_t cut = kt_str_find(both, KT_STR("\n"), 0);

	*joined = kt_str_sub(both, 0, cut);
	*parts = kt_str_sub(both, cut + 1, both.len);
}

/* What was seen and is not written yet gets its classes in the language that was added last. */
static kt_status revisit_seen(lexicon *l, kt_error *err)
{
	size_t to = l->language_count, i;
	kt_str joined, parts;
	kt_status status = KT_OK;

	for (i = l->forms_done; !status && i < kt_map_count(l->forms); i++) {
		kt_str form = kt_map_key(l->forms, (uint32_t)i);

		if (!(kt_map_value(l->forms, (uint32_t)i) & COMMITTED))
			status = add_all_classes(l, to - 1, to, form, form, err);
	}
	for (i = l->compounds_done; !status && i < kt_map_count(l->compounds); i++) {
		split_compound(kt_map_key(l->compounds, (uint32_t)i), &joined, &parts);
		status = add_all_classes(l, to - 1, to, joined, parts, err);
	}
	return status;
}

kt_status lexicon_see_language(lexicon *l, kt_language language, kt_error *err)
{
	size_t i;

	if (!language.code[0])
		return KT_OK;
	for (i = 0; i < l->language_count; i++)
		if (kt_language_equal(l->languages[i], language))
			return KT_OK;
	if (l->language_count == LEXICON_LANGUAGES || !has_rules(language))
		return KT_OK;
	l->languages[l->language_count++] = language;
	return revisit_seen(l, err);
}

/* ---- forms ---- */

static int reserve(lexicon *l, size_t count)
{
	uint32_t *grown;

	if (count <= l->noted_size)
		return 1;
	count += count / 2;
	grown = realloc(l->noted, count * sizeof *grown);
	if (!grown)
		return 0;
	memset(grown + l->noted_size, 0, (count - l->noted_size) * sizeof *grown);
	l->noted = grown;
	l->noted_size = count;
	return 1;
}

/* A form that is committed has its classes: one look spares making and writing them again. */
static kt_status is_committed(lexicon *l, kt_str form, int *yes, kt_error *err)
{
	uint32_t documents = 0;
	kt_status status = KT_OK;

	if (l->had_forms)
		status = open_committed(l, err);
	if (!status && l->had_forms)
		status = xap_reader_term(l->committed, form, &documents, NULL, err);
	*yes = documents > 0;
	return status;
}

/* A form that comes up for the first time; its value in l->forms. */
static kt_status see_form(lexicon *l, kt_str form, uint32_t *value, kt_error *err)
{
	int committed;
	kt_status status = is_committed(l, form, &committed, err);

	if (status)
		return status;
	if (committed) {
		*value |= COMMITTED;
		return KT_OK;
	}
	status = add_letters(l, form, err);
	return status ? status : add_all_classes(l, 0, l->language_count, form, form, err);
}

kt_status lexicon_see(
	lexicon *l, const kt_words *words, const uint32_t *forms, size_t count, kt_error *err)
{
	kt_status status = KT_OK;
	size_t i;

	if (!reserve(l, kt_words_count(words)))
		return no_memory(err);
	for (i = 0; !status && i < count; i++) {
		kt_str form = kt_words_form(words, forms[i]);
		uint32_t *noted = &l->noted[forms[i]], *value;
		int added;

		/* the number may have been another form's, of other words */
		if (*noted && kt_str_equal(kt_map_key(l->forms, *noted - 1), form))
			continue;
		value = kt_map_put(l->forms, form, (uint32_t)kt_map_count(l->forms) << 1, &added);
		if (!value)
			return no_memory(err);
		*noted = (*value >> 1) + 1;
		if (added)
			status = see_form(l, form, value, err);
	}
	return status;
}

/* ---- compounds ---- */

/* Tokens that may begin a compound: the next is glued to it or carries on its number, or it is a
 * letter that may be an initial. */
static int may_begin(const kt_token *token)
{
	const uint32_t joins = KT_TOKEN_GLUED | KT_TOKEN_HYPHEN | KT_TOKEN_BROKEN | KT_TOKEN_GROUP;

	return (token[1].flags & joins) || (token->flags & KT_TOKEN_LETTER);
}

/* l->joined holds "joined\nparts". */
static kt_status see_compound(lexicon *l, kt_error *err)
{
	kt_status status = kt_buf_status(&l->joined, err);
	kt_str joined, parts;
	int added;

	if (status)
		return status;
	if (!kt_map_put(l->compounds, kt_buf_str(&l->joined), 0, &added))
		return no_memory(err);
	if (!added)
		return KT_OK;
	split_compound(kt_buf_str(&l->joined), &joined, &parts);
	lexicon_key(&l->key, 'j', LEXICON_NO_LANGUAGE, joined);
	status = pairs_add(&l->pairs, kt_buf_str(&l->key), parts, err);
	return status ? status : add_all_classes(l, 0, l->language_count, joined, parts, err);
}

kt_status lexicon_see_compounds(
	lexicon *l, const kt_tokens *tokens, const kt_words *words, kt_str text, kt_error *err)
{
	kt_status status = KT_OK;
	size_t from = 0, to, i;

	while (!status && from + 1 < tokens->count) {
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
		status = see_compound(l, err);
	}
	return status;
}

/* ---- a language that the database had not ---- */

static kt_status revisit_form(void *context, kt_str term, kt_error *err)
{
	lexicon *l = context;

	kt_status status;

	if (term.ptr[0] >= 'A' && term.ptr[0] <= 'Z') /* a field's prefix: forms are folded */
		return KT_OK;
	status = add_all_classes(l, l->languages_done, l->language_count, term, term, err);
	return status ? status : lexicon_spill(l, l->spills_to, err);
}

static kt_status revisit_compound(void *context, kt_str parts, kt_error *err)
{
	lexicon *l = context;

	return add_all_classes(
		l, l->languages_done, l->language_count, kt_buf_str(&l->joined), parts, err);
}

static kt_status revisit_joined(void *context, kt_str key, kt_error *err)
{
	lexicon *l = context;

	kt_buf_clear(&l->joined);
	kt_buf_add(&l->joined, kt_str_sub(key, 2, key.len));
	return xap_reader_synonyms(l->committed, key, revisit_compound, l, err);
}

/* All that is committed gets its classes in the languages that came up since. */
static kt_status revisit_committed(lexicon *l, xap_writer *writer, kt_error *err)
{
	kt_status status;

	if (l->languages_done == l->language_count)
		return KT_OK;
	l->spills_to = writer;
	status = open_committed(l, err);
	if (!status)
		status = xap_reader_terms(l->committed, KT_STR(""), revisit_form, l, err);
	for (unsigned i = 1; !status && i <= KT_COMMON_WORDS; i++) /* are no terms */
		status = revisit_form(l, kt_common_form(i), err);
	if (!status)
		status =
			xap_reader_synonym_keys(l->committed, KT_STR("j:"), revisit_joined, l, err);
	return status;
}

static kt_status write_languages(lexicon *l, xap_writer *writer, kt_error *err)
{
	kt_status status;
	size_t i;

	if (l->languages_written == l->language_count)
		return KT_OK;
	kt_buf_clear(&l->key);
	for (i = 0; i < l->language_count; i++)
		kt_buf_addf(&l->key, "%s%s", i ? " " : "", l->languages[i].code);
	status = kt_buf_status(&l->key, err);
	return status ? status
		      : xap_writer_set_metadata(
				writer, KT_STR(LEXICON_LANGUAGES_KEY), kt_buf_str(&l->key), err);
}

kt_status lexicon_write(lexicon *l, xap_writer *writer, kt_error *err)
{
	kt_status status = revisit_committed(l, writer, err);

	if (!status)
		status = pairs_write(&l->pairs, writer, err);
	return status ? status : write_languages(l, writer, err);
}

kt_status lexicon_spill(lexicon *l, xap_writer *writer, kt_error *err)
{
	return l->pairs.text.len < SPILL_BYTES ? KT_OK : pairs_write(&l->pairs, writer, err);
}

kt_status lexicon_forget(lexicon *l, kt_error *err)
{
	if (kt_map_count(l->forms) + kt_map_count(l->compounds) < FORMS_MAX)
		return KT_OK;
	if (!l->languages_forgotten)
		l->languages_forgotten = l->language_count + 1;
	kt_map_free(l->forms);
	kt_map_free(l->compounds);
	free(l->noted);
	l->forms = l->compounds = NULL;
	l->noted = NULL;
	l->noted_size = l->forms_done = l->compounds_done = 0;
	return kt_map_new(&l->forms, err) || kt_map_new(&l->compounds, err) ? KT_ENOMEM : KT_OK;
}

void lexicon_committed(lexicon *l)
{
	l->forms_done = kt_map_count(l->forms);
	l->compounds_done = kt_map_count(l->compounds);
	l->languages_done = l->languages_written = l->language_count;
	xap_reader_free(l->committed); /* two commits on it would no longer be readable */
	l->committed = NULL;
}
