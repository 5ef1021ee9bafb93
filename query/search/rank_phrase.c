/* rank_phrase.c - a phrase by itself, ranked.  Where it stands was worked out beforehand; only
 * there are its words weighed. */
#include <stdlib.h>
#include <string.h>

#include "plan.h"

int is_lone_phrase(const plan *p)
{
	const leaf *l = p->root->leaf;

	return l && l->kind == LEAF_PHRASE && l->count && !p->filter_count &&
	       p->options->sort == KT_SORT_RELEVANCE;
}

/* ---- weights ---- */

/* How often a word stands in the documents of a phrase. */
typedef struct counting {
	const documents *found;
	uint32_t *times;
	size_t next;
} counting;

static kt_status add_times(void *context, uint32_t id, uint32_t occurrences, kt_error *err)
{
	counting *c = context;

	(void)err;
	while (c->found->ids[c->next] < id)
		c->next++;
	c->times[c->next] += occurrences;
	return KT_OK;
}

/* The one word that may stand at a place stands wherever the phrase does. */
static kt_status count_one(
	plan *p, kt_str form, counting *c, uint32_t all, double *weight, kt_error *err)
{
	uint32_t having;
	kt_status status = kt_index_word(p->index, form, &having, NULL, err);

	*weight = word_weight(all, having);
	for (size_t i = 0; !status && i < c->found->count; i++)
		c->times[i] = kt_index_times(p->index, c->found->ids[i], form);
	return status;
}

static kt_status count_terms(
	plan *p, const element *e, counting *c, uint32_t all, double *weight, kt_error *err)
{
	size_t having = 0;
	kt_status status = KT_OK;

	for (size_t i = 0; !status && i < e->count; i++) {
		kt_str form = e->sequences[i].terms[0];
		uint32_t count;

		c->next = 0;
		status = kt_index_word(p->index, form, &count, NULL, err);
		if (!status)
			status = kt_index_postings(
				p->index, form, c->found->ids, c->found->count, add_times, c, err);
		having += count;
	}
	*weight = word_weight(all, having < all ? having : all);
	return status;
}

/* The same of an element with compounds. */
static kt_status count_listed(
	plan *p, element *e, counting *c, uint32_t all, double *weight, kt_error *err)
{
	kt_status status = list_element(p, e, err);

	*weight = word_weight(all, e->listed.count);
	for (size_t i = 0, k = 0; !status && i < c->found->count; i++) {
		while (k < e->listed.count && e->listed.ids[k] < c->found->ids[i])
			k++;
		if (k < e->listed.count && e->listed.ids[k] == c->found->ids[i])
			c->times[i] = e->listed.counts[k];
	}
	return status;
}

/* Adds the weight of one element to those of the documents. */
static kt_status weigh_element(
	plan *p, documents *d, element *e, uint32_t all, double average, kt_error *err)
{
	counting c = { d, calloc(d->count + 1, sizeof *c.times), 0 };
	double weight = 0;
	kt_status status = KT_OK;

	if (!c.times)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	if (has_listed(e))
		status = count_listed(p, e, &c, all, &weight, err);
	else if (e->count == 1)
		status = count_one(p, e->sequences[0].terms[0], &c, all, &weight, err);
	else
		status = count_terms(p, e, &c, all, &weight, err);
	for (size_t i = 0; !status && i < d->count; i++)
		d->weights[i] +=
			bm25(weight, c.times[i], kt_index_length(p->index, d->ids[i]) / average);
	free(c.times);
	return status;
}

/* Common words add nothing to the weight, unless there is nothing else: then how often the phrase
 * stands is its weight (documents_of_phrase). */
static kt_status weigh(plan *p, leaf *l, kt_error *err)
{
	documents *d = &l->found;
	uint32_t all;
	double average;
	size_t rare = 0;
	kt_status status = xap_reader_count(p->reader, &all, err);

	if (!d->count) /* and no list of them: that would mean all */
		return status;
	for (size_t i = 0; i < l->count; i++)
		rare += !has_common(&l->elements[i]);
	if (!status && rare)
		status = kt_index_average_length(p->index, &average, err);
	for (size_t i = 0; rare && i < d->count; i++)
		d->weights[i] = 0;
	for (size_t i = 0; !status && rare && i < l->count; i++)
		if (!has_common(&l->elements[i]))
			status = weigh_element(p, d, &l->elements[i], all, average, err);
	return status;
}

/* ---- the heaviest ---- */

static int is_before(const xap_match *a, const xap_match *b)
{
	return a->weight != b->weight ? a->weight > b->weight : a->id < b->id;
}

static int by_weight(const void *a, const void *b)
{
	return is_before(a, b) ? -1 : is_before(b, a);
}

#define FEW 200 /* are kept in order; for more all are sorted */

/* The first `most` into best. */
static void few_best(const documents *d, xap_match *best, size_t most)
{
	size_t count = 0;

	for (size_t i = 0; i < d->count; i++) {
		xap_match m = { d->ids[i], d->weights[i] };
		size_t at = count < most ? count++ : most - 1;

		if (at + 1 == most && i >= most && !is_before(&m, &best[at]))
			continue;
		for (; at && is_before(&m, &best[at - 1]); at--)
			best[at] = best[at - 1];
		best[at] = m;
	}
}

static kt_status take_page(
	const documents *d, size_t offset, size_t limit, ranked *out, kt_error *err)
{
	size_t end, count;

	out->total = d->count;
	if (offset >= d->count || !limit)
		return KT_OK;
	limit = limit < d->count - offset ? limit : d->count - offset;
	end = offset + limit;
	count = end <= FEW ? end : d->count;
	out->matches = calloc(count, sizeof *out->matches);
	if (!out->matches)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	if (end <= FEW) {
		few_best(d, out->matches, end);
	} else {
		for (size_t i = 0; i < d->count; i++)
			out->matches[i] = (xap_match) { d->ids[i], d->weights[i] };
		qsort(out->matches, d->count, sizeof *out->matches, by_weight);
	}
	memmove(out->matches, out->matches + offset, limit * sizeof *out->matches);
	out->count = limit;
	return KT_OK;
}

kt_status rank_phrase(plan *p, size_t offset, size_t limit, ranked *out, kt_error *err)
{
	leaf *l = p->root->leaf;
	kt_status status = weigh(p, l, err);

	return status ? status : take_page(&l->found, offset, limit, out, err);
}
