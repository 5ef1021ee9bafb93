/* timeline.c - passages per year. */
#include <stdlib.h>
#include <string.h>

#include "plan.h"

typedef struct counting {
	plan *plan;
	kt_timeline *out;
	const uint32_t *ids; /* NULL: every document */
	size_t count, size;
	unsigned char *dated; /* of ids, or of every document by number */
} counting;

typedef struct year_counting {
	counting *c;
	uint64_t passages;
	size_t at;
} year_counting;

static kt_status add_posting(void *context, uint32_t id, uint32_t occurrences, kt_error *err)
{
	year_counting *y = context;
	counting *c = y->c;

	(void)occurrences;
	(void)err;
	y->passages++;
	if (!c->ids) {
		c->dated[id] = 1;
		return KT_OK;
	}
	while (y->at < c->count && c->ids[y->at] < id)
		y->at++;
	if (y->at < c->count)
		c->dated[y->at] = 1;
	return KT_OK;
}

static kt_status count_term(counting *c, kt_str term, uint64_t *passages, kt_error *err)
{
	year_counting y = { c, 0, 0 };
	kt_status status =
		xap_reader_postings(c->plan->reader, term, c->ids, c->count, add_posting, &y, err);

	*passages = y.passages;
	return status;
}

static kt_status add_year(void *context, kt_str term, kt_error *err)
{
	counting *c = context;
	kt_timeline *out = c->out;
	size_t prefix = kt_term_prefix(KT_FIELD_YEAR).len;
	uint64_t passages;
	kt_status status = count_term(c, term, &passages, err);
	int year = 0;

	if (status || !passages)
		return status;
	for (size_t i = prefix; i < term.len; i++)
		year = year * 10 + term.ptr[i] - '0';
	if (out->year_count == c->size) {
		size_t size = c->size ? c->size * 2 : 128;
		kt_year_count *grown = plan_alloc(c->plan, size, sizeof *grown, err);

		if (!grown)
			return KT_ENOMEM;
		if (out->year_count)
			memcpy(grown, out->years, out->year_count * sizeof *grown);
		out->years = grown;
		c->size = size;
	}
	out->years[out->year_count++] = (kt_year_count) { year, passages };
	return KT_OK;
}

static int by_year(const void *a, const void *b)
{
	const kt_year_count *x = a, *y = b;

	return (x->year > y->year) - (x->year < y->year);
}

static uint64_t count_dated(const counting *c, size_t places)
{
	uint64_t dated = 0;

	for (size_t i = 0; i < places; i++)
		dated += c->dated[i];
	return dated;
}

static kt_status count_years(counting *c, kt_error *err)
{
	kt_timeline *out = c->out;
	kt_buf term = KT_BUF_INIT;
	uint32_t last = 0, passages;
	uint64_t with_long;
	size_t places;
	kt_status status = xap_reader_last(c->plan->reader, &last, err);

	places = c->ids ? c->count : (size_t)last + 1;
	if (!status && !(c->dated = calloc(places + 1, 1)))
		status = kt_fail(err, KT_ENOMEM, "out of memory");
	if (!status)
		status = xap_reader_terms(
			c->plan->reader, kt_term_prefix(KT_FIELD_YEAR), add_year, c, err);
	if (!status) {
		if (out->year_count)
			qsort(out->years, out->year_count, sizeof *out->years, by_year);
		out->dated = count_dated(c, places);
		status = kt_term_build(&term, KT_FIELD_LONG_YEARS, KT_STR("1"), err);
	}
	if (!status)
		status = count_term(c, kt_buf_str(&term), &with_long, err);
	if (!status)
		out->long_only = count_dated(c, places) - out->dated;
	out->passages = c->count;
	if (!status && !c->ids) {
		status = xap_reader_count(c->plan->reader, &passages, err);
		out->passages = passages;
	}
	kt_buf_release(&term);
	free(c->dated);
	return status;
}

static kt_status timeline(kt_timeline *out, kt_index *index, kt_arena *arena, const kt_query *query,
	const kt_search_options *options, kt_error *err)
{
	counting c = { .out = out };
	uint32_t *ids = NULL;
	plan p;
	kt_status status;

	memset(out, 0, sizeof *out);
	status = plan_init(&p, index, arena, options, &out->answer, err);
	c.plan = &p;
	if (!status && query) {
		status = plan_make(&p, query, err);
		if (!status)
			status = plan_documents(&p, &ids, &c.count, err);
		c.ids = ids;
	}
	if (!status)
		status = count_years(&c, err);
	free(ids);
	plan_release(&p);
	return status;
}

kt_status kt_search_timeline(kt_timeline *out, kt_index *index, kt_arena *arena,
	const kt_query *query, const kt_search_options *options, kt_error *err)
{
	kt_status status = timeline(out, index, arena, query, options, err);

	if (status == KT_ECHANGED && !(status = kt_index_reopen(index, err)))
		status = timeline(out, index, arena, query, options, err);
	return status;
}
