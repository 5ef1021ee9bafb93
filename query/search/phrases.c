/* phrases.c - where words stand one behind the other, or together. */
#include <assert.h>
#include <stdlib.h>

#include "plan.h"

/* ---- candidates ---- */

/* Documents that have all of the elements, but for those with common words, unless there are no
 * others; quoted: and a quotation. */
static kt_status documents_of_all(plan *p, element *elements, size_t count, int quoted,
	uint32_t **ids, size_t *found, kt_error *err)
{
	xap_query **parts = plan_alloc(p, count + 1, sizeof *parts, err), *query;
	size_t made = 0, rare = 0;
	kt_status status = parts ? KT_OK : KT_ENOMEM;

	for (size_t i = 0; i < count; i++)
		rare += !has_common(&elements[i]);
	for (size_t i = 0; !status && i < count; i++) {
		if (rare && has_common(&elements[i]))
			continue;
		status = compose_element(p, &elements[i], &parts[made], err);
		made += !status;
	}
	if (!status && quoted) {
		status = xap_query_term(&parts[made], KT_STR("XQfrom"), err);
		made += !status;
	}
	if (!status)
		status = xap_query_join(&query, XAP_AND, parts, made, err);
	else
		while (made)
			xap_query_free(parts[--made]);
	return status ? status : matching_documents(p, query, ids, found, err);
}

/* ---- one behind the other ---- */

/* Whether each place is one word, and nothing stands between them. */
static int is_plain(const leaf *l)
{
	for (size_t i = 0; i < l->count; i++)
		for (size_t k = 0; k < l->elements[i].count; k++)
			if (l->elements[i].sequences[k].count > 1)
				return 0;
	return !l->slop;
}

static kt_status set_of_element(plan *p, const element *e, kt_word_set *out, kt_error *err)
{
	kt_str *forms = plan_alloc(p, e->count, sizeof *forms, err);

	for (size_t i = 0; forms && i < e->count; i++)
		forms[i] = e->sequences[i].terms[0];
	*out = (kt_word_set) { forms, e->count };
	return forms ? KT_OK : KT_ENOMEM;
}

static kt_status documents_of_plain(plan *p, const leaf *l, documents *out, kt_error *err)
{
	kt_word_set *sets = plan_alloc(p, l->count, sizeof *sets, err);
	kt_status status = sets ? KT_OK : KT_ENOMEM;

	for (size_t i = 0; !status && i < l->count; i++)
		status = set_of_element(p, &l->elements[i], &sets[i], err);
	return status ? status : documents_of_runs(p, sets, l->count, out, err);
}

/* Of these documents those where the leaf has places. */
static kt_status keep_places(plan *p, leaf *l, const uint32_t *ids, size_t count, kt_error *err)
{
	spans places = { NULL, 0, 0 };
	kt_status status = KT_OK;

	for (size_t i = 0; !status && i < count; i++) {
		places.count = 0;
		status = spans_of_leaf(p, l, ids[i], &places, err);
		if (!status && places.count)
			status = documents_add(&l->found, ids[i], (uint32_t)places.count, 0, err);
	}
	spans_release(&places);
	return status;
}

kt_status documents_of_phrase(plan *p, leaf *l, kt_error *err)
{
	documents plain = { NULL, NULL, NULL, 0, 0 };
	uint32_t *ids = NULL;
	size_t count;
	kt_status status;

	if (!is_plain(l)) {
		status = documents_of_all(p, l->elements, l->count, l->quoted, &ids, &count, err);
		if (!status)
			status = keep_places(p, l, ids, count, err);
	} else if (l->quoted) {
		status = documents_of_plain(p, l, &plain, err);
		if (!status)
			status = keep_places(p, l, plain.ids, plain.count, err);
	} else {
		status = documents_of_plain(p, l, &l->found, err);
	}
	free(ids);
	documents_release(&plain);
	return status ? status : documents_weigh(p, &l->found, err);
}

kt_status documents_of_elements(
	plan *p, element *elements, size_t count, documents *out, kt_error *err)
{
	leaf l = { .kind = LEAF_PHRASE, .elements = elements, .count = count };
	kt_status status = documents_of_phrase(p, &l, err);

	*out = l.found;
	for (size_t i = 0; i < count; i++)
		documents_release(&elements[i].listed);
	return status;
}

kt_status documents_of_sequence(plan *p, const sequence *s, documents *out, kt_error *err)
{
	kt_word_set *sets = plan_alloc(p, s->count, sizeof *sets, err);

	if (!sets)
		return KT_ENOMEM;
	for (size_t i = 0; i < s->count; i++)
		sets[i] = (kt_word_set) { &s->terms[i], 1 };
	return documents_of_runs(p, sets, s->count, out, err);
}

/* ---- together, in any order ---- */

/* Whether some place of each lies within the window. */
static int within_window(const spans *places, size_t count, unsigned window)
{
	size_t at[TOGETHER_MOST] = { 0 };

	for (;;) {
		size_t first = 0;
		uint32_t last = 0;

		for (size_t i = 0; i < count; i++) {
			if (at[i] == places[i].count)
				return 0;
			if (places[i].at[at[i]].from < places[first].at[at[first]].from)
				first = i;
			if (places[i].at[at[i]].from > last)
				last = places[i].at[at[i]].from;
		}
		if (last - places[first].at[at[first]].from < window)
			return 1;
		at[first]++;
	}
}

kt_status documents_together(
	plan *p, element *elements, size_t count, unsigned window, documents *out, kt_error *err)
{
	spans places[TOGETHER_MOST] = { { NULL, 0, 0 } };
	uint32_t *ids;
	size_t found;
	kt_status status = documents_of_all(p, elements, count, 0, &ids, &found, err);

	assert(count <= TOGETHER_MOST);
	for (size_t i = 0; !status && i < found; i++) {
		for (size_t k = 0; !status && k < count; k++)
			status = spans_of_element(p, &elements[k], ids[i], &places[k], err);
		if (!status && within_window(places, count, window))
			status = documents_add(out, ids[i], 0, 0, err);
	}
	free(ids);
	for (size_t k = 0; k < count; k++) {
		spans_release(&places[k]);
		documents_release(&elements[k].listed);
	}
	return status;
}
