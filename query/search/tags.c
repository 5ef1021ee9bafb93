/* tags.c - passages by their tags where terms alone do not decide: years, and names of several
 * bearers. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "plan.h"

/* How exactly a span of years names what is asked for: shared years by all years of both (Jaccard
 * 1912), less for what is inferred or approximate; 0: not at all. */
static double year_fit(const kt_year_span *y, int from, int to, kt_year_match match)
{
	double low = y->from, high = y->to, shared, all;

	if (y->to < from || y->from > to)
		return 0;
	/* "before the arrest of 1937": 1937 is a span of its own, all the time before it is not
	 * spoken of */
	if (y->inferred && (y->from == KT_YEAR_OPEN_FROM || y->to == KT_YEAR_OPEN_TO))
		return 0;
	if (match == KT_YEARS_WITHIN && (y->from < from || y->to > to))
		return 0;
	if (match == KT_YEARS_EXACT && (y->from != from || y->to != to))
		return 0;
	shared = fmin(high, to) - fmax(low, from) + 1;
	all = fmax(high, to) - fmin(low, from) + 1;
	return shared / all * (y->inferred ? 0.9 : 1) * (y->approximate ? 0.95 : 1);
}

double year_span_fit(const leaf *l, const kt_year_span *y, kt_year_match match)
{
	int publication = y->type == KT_YEAR_PUBLICATION;

	if (publication != (l->node->field == KT_ASK_PUBLISHED))
		return 0;
	/* an era's name says less exactly than years that are printed */
	return year_fit(y, l->from, l->to, match) * (y->type == KT_YEAR_ERA ? 0.5 : 1);
}

static kt_status add_years(plan *p, leaf *l, uint32_t id, const kt_passage *passage, kt_error *err)
{
	double best = 0;
	uint32_t count = 0;

	for (size_t i = 0; i < passage->year_count; i++) {
		double fit = year_span_fit(l, &passage->years[i], p->options->year_match);

		if (fit > 0)
			count++;
		if (fit > best)
			best = fit;
	}
	/* between equals, who speaks of it more often comes first */
	return count ? documents_add(&l->found, id, count, best + 0.01 * log(1 + count), err)
		     : KT_OK;
}

static int is_asked(const leaf *l, kt_str id)
{
	const element *e = &l->elements[0];
	size_t prefix = kt_term_prefix(l->field).len;

	for (size_t i = 0; i < e->count; i++) {
		kt_str term = e->sequences[i].terms[0];

		if (kt_str_equal(kt_str_sub(term, prefix, term.len), id))
			return 1;
	}
	return 0;
}

/* A place that may mean several of them counts once. */
static kt_status add_mentions(leaf *l, uint32_t id, const kt_passage *passage, kt_error *err)
{
	uint32_t count = 0, end = 0;
	int any = 0;

	for (size_t i = 0; i < passage->mention_count; i++) {
		const kt_mention *m = &passage->mentions[i];

		if (m->kind > KT_MENTION_ORGANISATION || !is_asked(l, m->id))
			continue;
		if (!any || m->start >= end) {
			count++;
			end = m->end;
		}
		any = 1;
	}
	return count ? documents_add(&l->found, id, count, 0, err) : KT_OK;
}

static kt_status candidates(plan *p, const leaf *l, xap_match **out, size_t *count, kt_error *err)
{
	xap_query *query, *unweighted;
	size_t total;
	kt_status status = compose_element(p, &l->elements[0], &query, err);

	*out = NULL;
	*count = 0;
	if (!status)
		status = xap_query_scale(&unweighted, query, 0, err);
	if (status)
		return status;
	status = xap_run(p->reader, unweighted, &(xap_ranking) { .sort = XAP_BY_DOCUMENT }, 0,
		SIZE_MAX, out, count, &total, err);
	xap_query_free(unweighted);
	return status;
}

static int is_year(const leaf *l)
{
	return l->node->field == KT_ASK_YEAR || l->node->field == KT_ASK_PUBLISHED;
}

/* Reads the records of the passages that may fit. */
kt_status documents_of_tag(plan *p, leaf *l, kt_error *err)
{
	xap_match *matches = NULL;
	kt_arena *arena = NULL;
	size_t count = 0;
	kt_status status = KT_OK;

	if (!is_year(l) && (l->elements[0].count < 2 || l->node->field == KT_ASK_BY))
		return KT_OK;
	status = kt_arena_new(&arena, err);
	if (!status)
		status = candidates(p, l, &matches, &count, err);
	for (size_t i = 0; !status && i < count; i++) {
		kt_passage passage;

		kt_arena_clear(arena);
		status = kt_index_passage(p->index, arena, matches[i].id, &passage, err);
		if (status)
			break;
		status = is_year(l) ? add_years(p, l, matches[i].id, &passage, err)
				    : add_mentions(l, matches[i].id, &passage, err);
	}
	free(matches);
	kt_arena_free(arena);
	return status;
}
