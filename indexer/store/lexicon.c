/* lexicon.c - asking the lexicon of classes. */
#include "lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "reading.h"
#include "slips.h"

kt_status kt_lexicon_languages(kt_index *index, kt_language out[32], kt_error *err)
{
	kt_status status = kt_index_get(index, &index->value, KT_STR(LEXICON_LANGUAGES_KEY), err);

	out[0] = LEXICON_NO_LANGUAGE;
	if (!status)
		lexicon_parse_languages(out, kt_buf_str(&index->value));
	return status;
}

/* ---- gathering forms that occur, each once ---- */

typedef struct gathering {
	kt_index *index;
	kt_map *forms;
} gathering;

static kt_status occurs(gathering *g, kt_str form, int *yes, kt_error *err)
{
	kt_status status = KT_OK;
	size_t from, to;

	*yes = form.len > 0;
	for (from = 0; !status && *yes && from < form.len; from = to + 1) {
		uint32_t documents = 0;
		kt_str part;

		to = kt_str_find(form, KT_STR(" "), from);
		if (to > form.len)
			to = form.len;
		part = kt_str_sub(form, from, to);
		status = kt_index_word(g->index, part, &documents, NULL, err);
		*yes = documents > 0;
	}
	return status;
}

/* Also what the reader tells of synonyms: context is the gathering. */
static kt_status gather(void *context, kt_str form, kt_error *err)
{
	gathering *g = context;
	kt_status status;
	int yes;

	if (kt_map_get(g->forms, form))
		return KT_OK;
	status = occurs(g, form, &yes, err);
	if (!status && yes && !kt_map_put(g->forms, form, 0, NULL))
		status = kt_fail(err, KT_ENOMEM, "no memory for the forms of a word");
	return status;
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

static int by_bytes(const void *a, const void *b)
{
	return kt_str_compare(*(const kt_str *)a, *(const kt_str *)b);
}

static kt_status tell_sorted(gathering *g, xap_string_fn fn, void *context, kt_error *err)
{
	size_t count = kt_map_count(g->forms), i;
	kt_str *sorted = calloc(count + 1, sizeof *sorted);
	kt_status status = KT_OK;

	if (!sorted)
		return kt_fail(err, KT_ENOMEM, "no memory for the forms of a word");
	for (i = 0; i < count; i++)
		sorted[i] = kt_map_key(g->forms, (uint32_t)i);
	qsort(sorted, count, sizeof *sorted, by_bytes);
	for (i = 0; !status && i < count; i++)
		status = fn(context, sorted[i], err);
	free(sorted);
	return status;
}

/* ---- classes ---- */

/* A form that is its own key is not written below it. */
static int is_key_of_itself(
	kt_conflation *conflation, kt_buf *keys, kt_language language, kt_str key)
{
	size_t from, to;

	kt_buf_clear(keys);
	kt_conflation_keys(conflation, keys, language, key);
	for (from = 0; from < keys->len; from = to + 1) {
		to = kt_str_find(kt_buf_str(keys), KT_STR("\n"), from);
		if (to > keys->len)
			to = keys->len;
		if (kt_str_equal(kt_str_sub(kt_buf_str(keys), from, to), key))
			return 1;
	}
	return 0;
}

static kt_status gather_class(
	gathering *g, kt_conflation *conflation, kt_language language, kt_str form, kt_error *err)
{
	kt_buf keys = KT_BUF_INIT, again = KT_BUF_INIT;
	kt_status status = KT_OK;
	size_t from, to;

	kt_conflation_keys(conflation, &keys, language, form);
	status = kt_buf_status(&keys, err);
	for (from = 0; !status && from < keys.len; from = to + 1) {
		kt_str key;

		to = kt_str_find(kt_buf_str(&keys), KT_STR("\n"), from);
		if (to > keys.len)
			to = keys.len;
		key = kt_str_sub(kt_buf_str(&keys), from, to);
		status = gather_key(g, 'c', language, key, err);
		if (!status && is_key_of_itself(conflation, &again, language, key))
			status = gather(g, key, err);
	}
	kt_buf_release(&keys);
	kt_buf_release(&again);
	return status;
}

kt_status kt_lexicon_forms(kt_index *index, kt_conflation *conflation, kt_language language,
	kt_str form, xap_string_fn fn, void *context, kt_error *err)
{
	gathering g = { index, NULL };
	kt_status status = kt_map_new(&g.forms, err);

	if (!status)
		status = gather(&g, form, err);
	if (!status)
		status = gather_key(&g, 'j', LEXICON_NO_LANGUAGE, form, err);
	if (!status && kt_conflation_fits(language, form))
		status = gather_class(&g, conflation, language, form, err);
	if (!status)
		status = tell_sorted(&g, fn, context, err);
	kt_map_free(g.forms);
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
	gathering g = { index, NULL };
	kt_status status = kt_map_new(&g.forms, err);

	if (!status)
		status = gather_folded(&g, 'p', kt_fold_plain, form, err);
	if (!status)
		status = tell_sorted(&g, fn, context, err);
	kt_map_free(g.forms);
	return status;
}

kt_status kt_lexicon_alike(
	kt_index *index, kt_str form, xap_string_fn fn, void *context, kt_error *err)
{
	gathering g = { index, NULL };
	kt_status status = kt_map_new(&g.forms, err);

	if (!status)
		status = gather_folded(&g, 's', kt_sound_key, form, err);
	if (!status)
		status = slips_find(index, form, gather, &g, err);
	if (!status)
		status = tell_sorted(&g, fn, context, err);
	kt_map_free(g.forms);
	return status;
}
