/* quote_group.c - what was found, in order: the very same words once, the others with them. */
#include <stdlib.h>
#include <string.h>

#include "quote.h"

#define FAR_HITS 3 /* shown where nothing is near */
#define FAR_LEAST 0.4

/* Oldest source first, undated ones last. */
static int by_age(const found *a, const found *b)
{
	kt_str x = a->source->date, y = b->source->date;

	if (!x.len != !y.len)
		return x.len ? -1 : 1;
	if (kt_str_compare(x, y))
		return kt_str_compare(x, y);
	return (a->id > b->id) - (a->id < b->id);
}

static int by_nearness(const void *a, const void *b)
{
	const found *x = a, *y = b;

	if (x->near != y->near)
		return y->near - x->near;
	if (x->similarity != y->similarity)
		return x->similarity > y->similarity ? -1 : 1;
	return by_age(x, y);
}

static int by_age_of(const void *a, const void *b)
{
	return by_age(*(const found *const *)a, *(const found *const *)b);
}

/* The others that have the quotation or a part of it. */
static kt_status list_also(
	plan *p, const founds *all, const found *of, kt_quote_hit *hit, kt_error *err)
{
	const found **others = plan_alloc(p, all->count, sizeof *others, err);
	size_t count = 0;

	for (size_t i = 0; others && i < all->count; i++)
		if (&all->at[i] != of && (all->at[i].near || all->at[i].part))
			others[count++] = &all->at[i];
	hit->also = plan_alloc(p, count, sizeof *hit->also, err);
	if (!others || !hit->also)
		return KT_ENOMEM;
	qsort(others, count, sizeof *others, by_age_of);
	for (size_t i = 0; i < count; i++) {
		kt_also *a = &hit->also[hit->also_count++];

		a->document = others[i]->id;
		a->source = others[i]->source;
		a->passage = kt_passage_name(p->arena, a->source, others[i]->number);
		a->altered = others[i]->wording != of->wording;
	}
	return KT_OK;
}

static kt_status add_hit(plan *p, hit_loader *loader, const founds *all, const found *f,
	kt_quotes *out, kt_error *err)
{
	kt_quote_hit *hit = &out->hits[out->hit_count];
	kt_status status = hit_load(loader, NULL, f->id, p->options->context, &hit->hit, err);

	hit->hit.score = hit->similarity = f->similarity;
	hit->hit.matches = f->matches;
	hit->hit.match_count = f->match_count;
	hit->near = f->near;
	hit->part = f->part;
	hit->difference = f->difference;
	hit->speaker = f->speaker;
	hit->work = f->work;
	hit->page = f->page;
	if (!status && f->speaker.len)
		status = hit_name(loader, KT_MENTION_PERSON, f->speaker, &hit->speaker_name, err);
	if (!status && (f->near || f->part))
		status = list_also(p, all, f, hit, err);
	out->hit_count += !status;
	return status;
}

/* Whether the wording was met before place i. */
static int is_told(const founds *all, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (all->at[k].wording == all->at[i].wording)
			return 1;
	return 0;
}

static size_t count_near(const founds *all, kt_answer *answer)
{
	size_t near = 0;

	while (near < all->count && all->at[near].near)
		answer->occurrences += all->at[near++].occurrences;
	answer->passages = answer->all_words = answer->any_word = near;
	return near;
}

/* Adds the hits that limit and offset leave of the first `end`. */
static kt_status add_hits(plan *p, hit_loader *loader, const founds *all, size_t end, int fold,
	kt_quotes *out, kt_error *err)
{
	const kt_search_options *o = p->options;
	kt_status status = KT_OK;
	size_t rank = 0;

	out->hits = plan_alloc(p, end, sizeof *out->hits, err);
	if (!out->hits)
		return KT_ENOMEM;
	for (size_t i = 0; !status && i < end; i++) {
		if (fold && is_told(all, i))
			continue;
		if (rank >= o->offset && (!o->limit || rank - o->offset < o->limit))
			status = add_hit(p, loader, all, &all->at[i], out, err);
		rank++;
	}
	out->wordings = out->answer.passages ? rank : 0;
	out->answer.truncated = out->hit_count < out->wordings;
	return status;
}

kt_status quote_group(plan *p, hit_loader *loader, founds *all, kt_quotes *out, kt_error *err)
{
	size_t near, end;

	if (all->count)
		qsort(all->at, all->count, sizeof *all->at, by_nearness);
	near = count_near(all, &out->answer);
	end = near;
	for (; !near && end < all->count && end < FAR_HITS; end++)
		if (all->at[end].similarity < FAR_LEAST)
			break;
	return add_hits(p, loader, all, end, 1, out, err);
}

static int by_age_alone(const void *a, const void *b)
{
	return by_age(a, b);
}

kt_status quote_list(plan *p, hit_loader *loader, founds *all, kt_quotes *out, kt_error *err)
{
	kt_answer *answer = &out->answer;

	if (all->count)
		qsort(all->at, all->count, sizeof *all->at, by_age_alone);
	for (size_t i = 0; i < all->count; i++)
		answer->occurrences += all->at[i].occurrences;
	answer->passages = answer->all_words = answer->any_word = all->count;
	return add_hits(p, loader, all, all->count, 0, out, err);
}
