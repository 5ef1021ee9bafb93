/* phrases.c - where words stand one behind the other, or together. */
#include <assert.h>
#include <stdlib.h>

#include "plan.h"

/* An element that Xapian's own phrases take: terms of one word each. */
static int is_plain(const element *e)
{
	for (size_t i = 0; i < e->count; i++)
		if (e->sequences[i].count != 1)
			return 0;
	return e->count && !has_listed(e);
}

static unsigned widest(const element *e)
{
	size_t most = 1;

	for (size_t i = 0; i < e->count; i++)
		most = e->sequences[i].count > most ? e->sequences[i].count : most;
	return (unsigned)most;
}

/* Plain elements in order, as near as the phrase has them: what stands between them is left open.
 * *out NULL: there are not two. */
static kt_status compose_order(plan *p, const leaf *l, xap_query **out, kt_error *err)
{
	xap_query **parts = plan_alloc(p, l->count, sizeof *parts, err);
	unsigned window = l->slop, between = 0;
	size_t made = 0, plain = 0;
	kt_status status = parts ? KT_OK : KT_ENOMEM;

	*out = NULL;
	for (size_t i = 0; i < l->count; i++)
		plain += (size_t)is_plain(&l->elements[i]);
	if (status || plain < 2)
		return status;
	for (size_t i = 0; !status && i < l->count; i++) {
		between += widest(&l->elements[i]);
		if (!is_plain(&l->elements[i]))
			continue;
		window += made ? between : 1;
		between = 0;
		status = compose_alternatives(p, &l->elements[i], &parts[made], err);
		made += !status;
	}
	if (!status)
		return xap_query_join(out, XAP_PHRASE, parts, made, window, err);
	while (made)
		xap_query_free(parts[--made]);
	return status;
}

/* All that a phrase's places need, as far as Xapian knows it; all: common words, too. */
static kt_status compose_elements(plan *p, leaf *l, int all, xap_query **out, kt_error *err)
{
	xap_query **parts = plan_alloc(p, l->count + 2, sizeof *parts, err);
	kt_status status = parts ? compose_order(p, l, &parts[0], err) : KT_ENOMEM;
	size_t made = !status && parts[0], in_order = made;

	for (size_t i = 0; !status && i < l->count; i++) {
		element *e = &l->elements[i];

		if ((in_order && is_plain(e)) || (!all && has_listed(e)))
			continue;
		status = compose_element(p, e, &parts[made], err);
		made += !status;
	}
	if (!status && l->quoted) {
		status = xap_query_term(&parts[made], KT_STR("XQfrom"), err);
		made += !status;
	}
	if (!status)
		return xap_query_join(out, XAP_AND, parts, made, 0, err);
	while (made)
		xap_query_free(parts[--made]);
	return status;
}

static kt_status documents_of_query(plan *p, xap_query *query, documents *out, kt_error *err)
{
	uint32_t *ids;
	size_t count;
	kt_status status = matching_documents(p, query, &ids, &count, err);

	for (size_t i = 0; !status && i < count; i++)
		status = documents_add(out, ids[i], 0, 0, err);
	free(ids);
	return status;
}

/* Documents that have other forms than the common ones in the place of common words (ín for in):
 * few. */
static kt_status documents_of_others(plan *p, leaf *l, documents *out, kt_error *err)
{
	kt_status status = KT_OK;

	for (size_t i = 0; !status && i < l->count; i++) {
		const element *e = &l->elements[i];
		kt_common_set set = { { 0 } };
		documents some = { NULL, NULL, NULL, 0, 0 };
		xap_query *query;

		if (!is_common(e, &set))
			continue;
		status = compose_alternatives(p, e, &query, err);
		if (!status)
			status = documents_of_query(p, query, &some, err);
		if (!status && some.count)
			status = documents_join(out, &some, err);
		documents_release(&some);
	}
	return status;
}

/* Of d those that are in one of the others, too. */
static kt_status keep_either(
	documents *d, const documents *one, const documents *other, kt_error *err)
{
	documents kept = { NULL, NULL, NULL, 0, 0 };
	kt_status status = KT_OK;

	for (size_t i = 0, a = 0, b = 0; !status && i < d->count; i++) {
		while (a < one->count && one->ids[a] < d->ids[i])
			a++;
		while (b < other->count && other->ids[b] < d->ids[i])
			b++;
		if ((a < one->count && one->ids[a] == d->ids[i]) ||
			(b < other->count && other->ids[b] == d->ids[i]))
			status = documents_add(&kept, d->ids[i], 0, 0, err);
	}
	documents_release(d);
	*d = kept;
	return status;
}

/* Documents that lie close together have their streams read in one go; few are looked at one by one
 * as soon. */
#define NARROWED_FROM 4000

/* Of the documents those that have the phrase's runs of common words, or other forms of these; of
 * one word alone nearly all have it. */
static kt_status narrow_by_runs(
	plan *p, const leaf *l, documents *d, const documents *others, kt_error *err)
{
	kt_common_set *sets = plan_alloc(p, l->count, sizeof *sets, err);
	kt_status status = sets ? KT_OK : KT_ENOMEM;
	size_t from = 0, run;

	while (!status && d->count >= NARROWED_FROM && (run = common_run(l, &from, sets))) {
		documents with = { NULL, NULL, NULL, 0, 0 };

		if (run == 1)
			continue;
		status = documents_of_runs(p, sets, run, d->ids, d->count, &with, err);
		if (!status)
			status = keep_either(d, &with, others, err);
		documents_release(&with);
	}
	return status;
}

/* Documents where a phrase may stand.  *exact: it is common words and nothing else, and but for
 * `others` these are its places. */
static kt_status may_have_phrase(
	plan *p, leaf *l, const documents *others, documents *out, int *exact, kt_error *err)
{
	kt_common_set *sets = plan_alloc(p, l->count, sizeof *sets, err);
	size_t from = 0, run = sets ? common_run(l, &from, sets) : 0, known = 0;
	xap_query *query;
	kt_status status = sets ? KT_OK : KT_ENOMEM;

	*exact = run == l->count && !l->quoted && !l->slop;
	for (size_t i = 0; i < l->count; i++)
		known += !has_listed(&l->elements[i]);
	if (!status && run && !known) {
		status = documents_of_runs(p, sets, run, NULL, 0, out, err);
		return status || !others->count ? status : documents_join(out, others, err);
	}
	if (!status)
		status = compose_elements(p, l, !known, &query, err);
	if (!status)
		status = documents_of_query(p, query, out, err);
	return status ? status : narrow_by_runs(p, l, out, others, err);
}

/* The phrase without other forms in the place of common words. */
static kt_status without_others(plan *p, const leaf *l, leaf *out, kt_error *err)
{
	*out = *l;
	out->elements = plan_alloc(p, l->count, sizeof *out->elements, err);
	for (size_t i = 0; out->elements && i < l->count; i++) {
		const element *from = &l->elements[i];
		element *to = &out->elements[i];
		kt_common_set set = { { 0 } };

		to->sequences = from->sequences;
		to->count = from->count;
		if (!is_common(from, &set))
			continue;
		to->count = 0;
		to->sequences = plan_alloc(p, from->count, sizeof *to->sequences, err);
		if (!to->sequences)
			return KT_ENOMEM;
		for (size_t k = 0; k < from->count; k++)
			if (is_listed(&from->sequences[k]))
				to->sequences[to->count++] = from->sequences[k];
	}
	return out->elements ? KT_OK : KT_ENOMEM;
}

kt_status documents_of_phrase(plan *p, leaf *l, kt_error *err)
{
	documents may = { NULL, NULL, NULL, 0, 0 }, others = { NULL, NULL, NULL, 0, 0 };
	spans places = { NULL, 0, 0 };
	leaf common;
	int exact;
	kt_status status = without_others(p, l, &common, err);

	if (!status)
		status = documents_of_others(p, l, &others, err);
	if (!status)
		status = may_have_phrase(p, l, &others, &may, &exact, err);
	for (size_t i = 0, k = 0; !status && i < may.count; i++) {
		uint32_t times = may.counts[i];
		int has_others;

		while (k < others.count && others.ids[k] < may.ids[i])
			k++;
		has_others = k < others.count && others.ids[k] == may.ids[i];
		if (!exact || has_others) {
			places.count = 0;
			status = spans_of_leaf(
				p, has_others ? l : &common, may.ids[i], &places, err);
			times = (uint32_t)places.count;
		}
		if (!status && times)
			status = documents_add(&l->found, may.ids[i], times, 0, err);
	}
	documents_release(&may);
	documents_release(&others);
	spans_release(&places);
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
	element *elements = plan_alloc(p, s->count, sizeof *elements, err);
	sequence *terms = plan_alloc(p, s->count, sizeof *terms, err);

	if (!elements || !terms)
		return KT_ENOMEM;
	for (size_t i = 0; i < s->count; i++) {
		terms[i] = (sequence) { &s->terms[i], 1 };
		elements[i].sequences = &terms[i];
		elements[i].count = 1;
	}
	return documents_of_elements(p, elements, s->count, out, err);
}

/* ---- words together, in any order ---- */

/* Documents that have what Xapian knows of the elements together, or else the first of them. */
static kt_status may_be_together(
	plan *p, element *elements, size_t count, unsigned window, documents *out, kt_error *err)
{
	xap_query **parts = plan_alloc(p, count, sizeof *parts, err);
	xap_query *query;
	size_t made = 0;
	kt_status status = parts ? KT_OK : KT_ENOMEM;

	for (size_t i = 0; !status && i < count; i++) {
		if (has_listed(&elements[i]))
			continue;
		status = compose_alternatives(p, &elements[i], &parts[made], err);
		made += !status;
	}
	if (!status && !made) {
		status = compose_element(p, &elements[0], &parts[0], err);
		made += !status;
	}
	if (!status)
		status = xap_query_join(
			&query, made > 1 ? XAP_NEAR : XAP_AND, parts, made, window, err);
	else
		while (made)
			xap_query_free(parts[--made]);
	return status ? status : documents_of_query(p, query, out, err);
}

static int has_others(const element *e)
{
	for (size_t i = 0; i < e->count; i++)
		if (!is_listed(&e->sequences[i]))
			return 1;
	return 0;
}

/* Those of the documents that have the common words, too. */
static kt_status narrow_by_common(plan *p, const element *e, documents *d, kt_error *err)
{
	kt_common_set set = { { 0 } };
	documents narrowed = { NULL, NULL, NULL, 0, 0 };
	kt_status status;

	if (!d->count || !is_common(e, &set) || has_others(e))
		return KT_OK;
	status = documents_of_runs(p, &set, 1, d->ids, d->count, &narrowed, err);
	documents_release(d);
	*d = narrowed;
	return status;
}

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

static kt_status keep_together(
	plan *p, element *elements, size_t count, unsigned window, documents *d, kt_error *err)
{
	spans places[TOGETHER_MOST] = { { NULL, 0, 0 } };
	kt_status status = KT_OK;
	size_t kept = 0;

	for (size_t i = 0; !status && i < d->count; i++) {
		for (size_t k = 0; !status && k < count; k++)
			status = spans_of_element(p, &elements[k], d->ids[i], &places[k], err);
		if (!status && within_window(places, count, window))
			d->ids[kept++] = d->ids[i];
	}
	d->count = kept;
	for (size_t k = 0; k < count; k++)
		spans_release(&places[k]);
	return status;
}

kt_status documents_together(
	plan *p, element *elements, size_t count, unsigned window, documents *out, kt_error *err)
{
	size_t listed = 0;
	kt_status status;

	assert(count <= TOGETHER_MOST);
	for (size_t i = 0; i < count; i++)
		listed += (size_t)has_listed(&elements[i]);
	status = may_be_together(p, elements, count, window, out, err);
	for (size_t i = 0; !status && i < count; i++)
		status = narrow_by_common(p, &elements[i], out, err);
	if (!status && listed)
		status = keep_together(p, elements, count, window, out, err);
	for (size_t i = 0; i < count; i++)
		documents_release(&elements[i].listed);
	return status;
}
