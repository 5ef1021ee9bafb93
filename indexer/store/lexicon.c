/* lexicon.c - asking the lexicon of classes. */
#include "lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "reading.h"
#include "slips.h"

kt_status kt_lexicon_languages(kt_index *index, kt_language out[32], kt_error *err)
{
	kept_state *k = &index->kept;
	kt_status status = KT_OK;

	out[0] = LEXICON_NO_LANGUAGE;
	if (!k->has_languages) {
		status = kt_index_get(index, &index->value, KT_STR(LEXICON_LANGUAGES_KEY), err);
		if (status)
			return status;
		lexicon_parse_languages(k->languages, kt_buf_str(&index->value));
		k->has_languages = 1;
	}
	memcpy(out, k->languages, sizeof k->languages);
	return status;
}

/* ---- gathering forms ---- */

typedef struct found {
	size_t at, len; /* in the text of the gathering */
} found;

/* Forms that may be told: some more than once, and some that no longer occur. */
typedef struct gathering {
	kt_index *index;
	kt_buf text;
	found *forms;
	size_t count, size;
	kt_str *sorted; /* room for as many */
	size_t sorted_size;
} gathering;

static void gathering_release(gathering *g)
{
	kt_buf_release(&g->text);
	free(g->forms);
	free(g->sorted);
}

/* Also what the reader tells of synonyms: context is the gathering. */
static kt_status gather(void *context, kt_str form, kt_error *err)
{
	gathering *g = context;

	if (!form.len)
		return KT_OK;
	if (!kt_grow((void **)&g->forms, &g->size, g->count, sizeof *g->forms))
		return kt_fail(err, KT_ENOMEM, "no memory for the forms of a word");
	g->forms[g->count++] = (found) { g->text.len, form.len };
	kt_buf_add(&g->text, form);
	return kt_buf_status(&g->text, err);
}

static kt_status gather_key(
	gathering *g, char kind, kt_language language, kt_str key, kt_error *err)
{
	kt_status status;

	if (!key.len)
		return KT_OK;
	lexicon_key(&g->index->key, kind, language, key);
	status = kt_buf_status(&g->index->key, err);
	return status ? status
		      : xap_reader_synonyms(
				g->index->reader, kt_buf_str(&g->index->key), gather, g, err);
}

/* ---- telling those that occur, each once ---- */

static kt_status occurs(kt_index *index, kt_str form, int *yes, kt_error *err)
{
	kt_status status = KT_OK;
	size_t from, to;

	*yes = 1;
	for (from = 0; !status && *yes && from < form.len; from = to + 1) {
		uint64_t occurrences = 0;

		to = kt_str_find(form, KT_STR(" "), from);
		if (to > form.len)
			to = form.len;
		status = kt_index_word(index, kt_str_sub(form, from, to), NULL, &occurrences, err);
		*yes = occurrences > 0;
	}
	return status;
}

static int by_bytes(const void *a, const void *b)
{
	return kt_str_compare(*(const kt_str *)a, *(const kt_str *)b);
}

static kt_status sort(gathering *g, kt_error *err)
{
	if (!kt_grow((void **)&g->sorted, &g->sorted_size, g->count, sizeof *g->sorted))
		return kt_fail(err, KT_ENOMEM, "no memory for the forms of a word");
	for (size_t i = 0; i < g->count; i++)
		g->sorted[i] = (kt_str) { g->text.ptr + g->forms[i].at, g->forms[i].len };
	if (g->count)
		qsort(g->sorted, g->count, sizeof *g->sorted, by_bytes);
	return KT_OK;
}

/* Tells what was gathered, sorted, and forgets it. */
static kt_status tell(gathering *g, xap_string_fn fn, void *context, kt_error *err)
{
	kt_status status = sort(g, err);
	int yes;

	for (size_t i = 0; !status && i < g->count; i++) {
		if (i && kt_str_equal(g->sorted[i], g->sorted[i - 1]))
			continue;
		status = occurs(g->index, g->sorted[i], &yes, err);
		if (!status && yes)
			status = fn(context, g->sorted[i], err);
	}
	g->count = 0;
	kt_buf_clear(&g->text);
	return status;
}

/* ---- classes ---- */

/* The key at *from, which is moved behind it. */
static kt_str next_key(const kt_buf *keys, size_t *from)
{
	size_t to = kt_str_find(kt_buf_str(keys), KT_STR("\n"), *from);
	kt_str key;

	if (to > keys->len)
		to = keys->len;
	key = kt_str_sub(kt_buf_str(keys), *from, to);
	*from = to + 1;
	return key;
}

/* A form that is its own key is not written below it. */
static int is_key_of_itself(
	kt_conflation *conflation, kt_buf *keys, kt_language language, kt_str key)
{
	kt_buf_clear(keys);
	kt_conflation_keys(conflation, keys, language, key);
	for (size_t from = 0; from < keys->len;)
		if (kt_str_equal(next_key(keys, &from), key))
			return 1;
	return 0;
}

static kt_status gather_class(
	gathering *g, kt_conflation *conflation, kt_language language, kt_str form, kt_error *err)
{
	kt_buf keys = KT_BUF_INIT, again = KT_BUF_INIT;
	kt_status status;

	kt_conflation_keys(conflation, &keys, language, form);
	status = kt_buf_status(&keys, err);
	for (size_t from = 0; !status && from < keys.len;) {
		kt_str key = next_key(&keys, &from);

		status = gather_key(g, 'c', language, key, err);
		if (!status && !kt_str_equal(key, form) && /* which was gathered */
			is_key_of_itself(conflation, &again, language, key))
			status = gather(g, key, err);
	}
	kt_buf_release(&keys);
	kt_buf_release(&again);
	return status;
}

kt_status kt_lexicon_forms(kt_index *index, kt_conflation *conflation, const kt_language *languages,
	kt_str form, xap_string_fn fn, void *context, kt_error *err)
{
	gathering g = { .index = index };
	kt_status status = gather(&g, form, err);
	int told = 0;

	if (!status)
		status = gather_key(&g, 'j', LEXICON_NO_LANGUAGE, form, err);
	for (; !status && languages->code[0]; languages++) {
		if (!kt_conflation_fits(*languages, form))
			continue;
		status = gather_class(&g, conflation, *languages, form, err);
		if (!status)
			status = tell(&g, fn, context, err);
		told = 1;
	}
	if (!status && !told)
		status = tell(&g, fn, context, err);
	gathering_release(&g);
	return status;
}

/* ---- letters, sound, slips ---- */

typedef void (*fold_fn)(kt_buf *, kt_str);

/* Forms that fold to the same as `form`. */
static kt_status gather_folded(gathering *g, char kind, fold_fn fold, kt_str form, kt_error *err)
{
	kt_buf key = KT_BUF_INIT, again = KT_BUF_INIT;
	kt_status status;

	fold(&key, form);
	status = kt_buf_status(&key, err);
	if (!status)
		status = gather_key(g, kind, LEXICON_NO_LANGUAGE, kt_buf_str(&key), err);
	fold(&again, kt_buf_str(&key));
	if (!status && kt_str_equal(kt_buf_str(&key), kt_buf_str(&again)))
		status = gather(g, kt_buf_str(&key), err);
	kt_buf_release(&key);
	kt_buf_release(&again);
	return status ? status : gather(g, form, err);
}

kt_status kt_lexicon_plain(
	kt_index *index, kt_str form, xap_string_fn fn, void *context, kt_error *err)
{
	gathering g = { .index = index };
	kt_status status = gather_folded(&g, 'p', kt_fold_plain, form, err);

	if (!status)
		status = tell(&g, fn, context, err);
	gathering_release(&g);
	return status;
}

kt_status kt_lexicon_alike(
	kt_index *index, kt_str form, xap_string_fn fn, void *context, kt_error *err)
{
	gathering g = { .index = index };
	kt_status status = gather_folded(&g, 's', kt_sound_key, form, err);

	if (!status)
		status = slips_find(index, form, gather, &g, err);
	if (!status)
		status = tell(&g, fn, context, err);
	gathering_release(&g);
	return status;
}
