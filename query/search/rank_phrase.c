/* rank_phrase.c - a phrase by itself, ranked.  Where it stands was worked out beforehand; only
 * there are its words weighed. */
#include <stdlib.h>
#include <string.h>

#include "heaviest.h"
#include "postings.h"

int is_lone_phrase(const plan *p)
{
	const leaf *l = p->root->leaf;

	return l && l->kind == LEAF_PHRASE && l->count && !p->filter_count &&
	       p->options->sort == KT_SORT_RELEVANCE;
}

/* ---- weights ---- */

/* How often an element stands in each of the documents, and what it weighs. */
typedef struct element_weight {
	plan *p;
	kt_str word; /* the one that stands there wherever the phrase does; else "" */
	postings at; /* of several, or of compounds */
	size_t documents;
} element_weight;

static kt_status begin_weight(element_weight *w, const element *e, kt_error *err)
{
	uint32_t having = 0;
	kt_status status;

	if (e->count == 1 && !is_listed(&e->sequences[0])) {
		w->word = e->sequences[0].terms[0];
		status = kt_index_word(w->p->index, w->word, &having, NULL, err);
		w->documents = having;
		return status;
	}
	status = postings_of_element(w->p, e, &w->at, err);
	w->documents = w->at.count; /* few have two of the forms */
	return status;
}

static uint32_t times_in(const element_weight *w, uint32_t id)
{
	return w->word.len ? kt_index_times(w->p->index, id, w->word) : postings_times(&w->at, id);
}

/* Adds the weight of one element to those of the documents. */
static kt_status weigh_element(
	plan *p, documents *d, const element *e, uint32_t all, double average, kt_error *err)
{
	element_weight w = { .p = p, .word = KT_STR("") };
	kt_status status = begin_weight(&w, e, err);
	double weight = word_weight(all, w.documents < all ? w.documents : all);

	for (size_t i = 0; !status && i < d->count; i++)
		d->weights[i] += bm25(weight, times_in(&w, d->ids[i]),
			kt_index_length(p->index, d->ids[i]) / average);
	postings_release(&w.at);
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

static kt_status take_page(
	const documents *d, size_t offset, size_t limit, ranked *out, kt_error *err)
{
	heaviest best = { NULL, 0, 0 };

	out->total = d->count;
	if (offset >= d->count || !limit)
		return KT_OK;
	limit = limit < d->count - offset ? limit : d->count - offset;
	best.most = offset + limit <= HEAVIEST_FEW ? offset + limit : d->count;
	best.at = calloc(best.most, sizeof *best.at);
	if (!best.at)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	for (size_t i = 0; i < d->count; i++) {
		xap_match m = { d->ids[i], d->weights[i] };

		if (best.most < d->count)
			heaviest_add(&best, m);
		else
			best.at[i] = m;
	}
	if (best.most == d->count)
		heaviest_sort(best.at, best.most);
	memmove(best.at, best.at + offset, limit * sizeof *best.at);
	out->matches = best.at;
	out->count = limit;
	return KT_OK;
}

kt_status rank_phrase(plan *p, size_t offset, size_t limit, ranked *out, kt_error *err)
{
	leaf *l = p->root->leaf;
	kt_status status = weigh(p, l, err);

	return status ? status : take_page(&l->found, offset, limit, out, err);
}
