/* years.c - passages by the years that they speak of.  A passage has a term for each span of years
 * in it, so that the terms alone tell what fits and how exactly: no record is read. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "plan.h"

#define SHORT_SPAN 10 /* years, each of which counts */

int is_short_span(const kt_year_span *y)
{
	return y->to - y->from < SHORT_SPAN;
}

/* ---- how exactly ----------------------------------------------------------------------------- */

/* How exactly a span of years names what is asked for: shared years by all years of both (Jaccard
 * 1912), less for what is inferred or approximate; 0: not at all. */
static double fit(const kt_year_span *y, int from, int to, kt_year_match match)
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

/* An era's name says less exactly than years that are printed, and least where it is no time. */
static double span_fit(const leaf *l, const kt_year_span *y, kt_year_match match)
{
	int publication = y->type == KT_YEAR_PUBLICATION;

	if (publication != (l->field == KT_FIELD_PUBLISHED))
		return 0;
	return fit(y, l->from, l->to, match) * (y->type == KT_YEAR_ERA		  ? 0.5
						       : y->type == KT_YEAR_NAMED ? 0.4
										  : 1);
}

double year_span_fit(const plan *p, const leaf *l, const kt_year_span *y)
{
	return y->type == KT_YEAR_NAMED && !p->eras ? 0 : span_fit(l, y, p->options->year_match);
}

/* ---- terms and postings ---------------------------------------------------------------------- */

typedef struct reading {
	plan *plan;
	year_postings *out;
	year_wanted_fn wanted;
	const void *context;
	unsigned char *in; /* by document; NULL: all */
	uint32_t term;
} reading;

void year_postings_release(year_postings *y)
{
	free(y->terms);
	free(y->spans);
	free(y->at);
	memset(y, 0, sizeof *y);
}

static kt_status add_term(void *context, kt_str term, kt_error *err)
{
	reading *r = context;
	year_postings *out = r->out;
	size_t size = out->term_size;
	kt_year_span y;

	if (!kt_year_term_read(&y, term) || !r->wanted(r->context, &y))
		return KT_OK;
	if (!kt_grow((void **)&out->terms, &size, out->term_count, sizeof *out->terms) ||
		!kt_grow(
			(void **)&out->spans, &out->term_size, out->term_count, sizeof *out->spans))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	term = kt_arena_str(r->plan->arena, term);
	if (!term.ptr)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	out->terms[out->term_count] = term;
	out->spans[out->term_count++] = y;
	return KT_OK;
}

static kt_status add_posting(void *context, uint32_t id, uint32_t times, kt_error *err)
{
	reading *r = context;
	year_postings *out = r->out;

	if (r->in && !r->in[id])
		return KT_OK;
	if (!kt_grow((void **)&out->at, &out->size, out->count, sizeof *out->at))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	out->at[out->count++] = (year_posting) { id, r->term, times };
	return KT_OK;
}

/* From the order of terms to that of documents, by counting (last: the highest document). */
static kt_status sort(year_postings *y, uint32_t last, kt_error *err)
{
	size_t *end = calloc((size_t)last + 2, sizeof *end);
	year_posting *sorted = malloc((y->count + 1) * sizeof *sorted);

	if (!end || !sorted) {
		free(end);
		free(sorted);
		return kt_fail(err, KT_ENOMEM, "out of memory");
	}
	for (size_t i = 0; i < y->count; i++)
		end[y->at[i].id + 1]++;
	for (size_t id = 0; id <= last; id++)
		end[id + 1] += end[id];
	for (size_t i = 0; i < y->count; i++)
		sorted[end[y->at[i].id]++] = y->at[i];
	free(end);
	free(y->at);
	y->at = sorted;
	y->size = y->count + 1;
	return KT_OK;
}

/* Of few documents each is looked for in each term; else the terms are read through. */
static kt_status read_terms(
	reading *r, const uint32_t *in, size_t count, uint32_t last, kt_error *err)
{
	year_postings *out = r->out;
	int few = in && count < last / (out->term_count + 1);
	kt_status status = KT_OK;

	if (in && !few) {
		r->in = calloc((size_t)last + 1, 1);
		if (!r->in)
			return kt_fail(err, KT_ENOMEM, "out of memory");
		for (size_t i = 0; i < count; i++)
			r->in[in[i]] = 1;
	}
	for (size_t i = 0; !status && i < out->term_count; i++) {
		r->term = (uint32_t)i;
		status = xap_reader_postings(r->plan->reader, out->terms[i], few ? in : NULL, count,
			add_posting, r, err);
	}
	free(r->in);
	r->in = NULL;
	return status;
}

kt_status year_postings_read(plan *p, int published, year_wanted_fn wanted, const void *context,
	const uint32_t *in, size_t count, year_postings *out, kt_error *err)
{
	reading r = { .plan = p, .out = out, .wanted = wanted, .context = context };
	kt_field first = published ? KT_FIELD_PUBLISHED : KT_FIELD_YEAR;
	uint32_t last = 0;
	kt_status status = xap_reader_last(p->reader, &last, err);

	if (!status)
		status = xap_reader_terms(p->reader, kt_term_prefix(first), add_term, &r, err);
	if (!status && !published)
		status = xap_reader_terms(
			p->reader, kt_term_prefix(KT_FIELD_ERA), add_term, &r, err);
	if (!status)
		status = read_terms(&r, in, count, last, err);
	return status ? status : sort(out, last, err);
}

const year_posting *year_postings_of(const year_postings *y, uint32_t id, size_t *count)
{
	size_t low = 0, high = y->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (y->at[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	for (*count = 0; low + *count < y->count && y->at[low + *count].id == id;)
		++*count;
	return y->at + low;
}

/* ---- year: and published: -------------------------------------------------------------------- */

typedef struct asked {
	const plan *plan;
	const leaf *leaf;
} asked;

static int is_asked(const void *context, const kt_year_span *y)
{
	const asked *a = context;

	return span_fit(a->leaf, y, a->plan->options->year_match) > 0;
}

/* Passages by what fits them best; between equals, who speaks of it more often comes first. */
static kt_status collect(plan *p, const leaf *l, int eras, documents *out, kt_error *err)
{
	const year_postings *y = l->years;
	kt_status status = KT_OK;

	for (size_t i = 0, j; !status && i < y->count; i = j) {
		double best = 0;
		uint32_t count = 0;

		for (j = i; j < y->count && y->at[j].id == y->at[i].id; j++) {
			const kt_year_span *one = &y->spans[y->at[j].term];
			double exact = span_fit(l, one, p->options->year_match);

			if (one->type == KT_YEAR_NAMED && !eras)
				continue;
			count += y->at[j].times;
			best = fmax(best, exact);
		}
		if (count)
			status = documents_add(
				out, y->at[i].id, count, best + 0.01 * log(1 + count), err);
	}
	return status;
}

static int has_named(const year_postings *y)
{
	for (size_t i = 0; i < y->term_count; i++)
		if (y->spans[i].type == KT_YEAR_NAMED)
			return 1;
	return 0;
}

kt_status plan_year(plan *p, leaf *l, kt_error *err)
{
	asked a = { p, l };
	int published = l->node->field == KT_ASK_PUBLISHED;
	kt_status status;

	l->kind = LEAF_TAG;
	l->field = published ? KT_FIELD_PUBLISHED : KT_FIELD_YEAR;
	l->from = l->node->from;
	l->to = l->node->to;
	l->years = plan_alloc(p, 1, sizeof *l->years, err);
	if (!l->years)
		return KT_ENOMEM;
	status = year_postings_read(p, published, is_asked, &a, NULL, 0, l->years, err);
	if (!status)
		status = collect(p, l, p->eras, &l->found, err);
	if (!status && !p->eras && has_named(l->years))
		status = collect(p, l, 1, &l->named, err);
	kt_buf_addf(&p->explained, "%s:%.*s: passages that %s years from %d to %d\n",
		kt_query_field_name(l->node->field), KT_STR_ARG(l->node->text),
		published ? "cite works of" : "speak of", l->from, l->to);
	return status;
}
