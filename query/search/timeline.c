/* timeline.c - passages per year. */
#include <stdlib.h>
#include <string.h>

#include "plan.h"

/* Years that can be told, each with a place. */
enum { YEARS = KT_YEAR_OPEN_TO - KT_YEAR_OPEN_FROM + 1 };

typedef struct counting {
	plan *plan;
	kt_timeline *out;
	uint32_t *last; /* by year: the last passage counted in it */
	uint32_t *passages; /* by year */
	uint32_t *named; /* passages that only name an era */
	size_t named_count, named_size;
} counting;

static int is_any(const void *context, const kt_year_span *y)
{
	(void)context;
	(void)y;
	return 1;
}

/* A passage counts once in each year of its short spans. */
static void count_span(counting *c, uint32_t id, const kt_year_span *y)
{
	for (int year = y->from; year <= y->to; year++) {
		size_t place = (size_t)(year - KT_YEAR_OPEN_FROM);

		if (c->last[place] != id)
			c->passages[place]++;
		c->last[place] = id;
	}
}

static kt_status add_passage(
	counting *c, const year_postings *y, size_t from, size_t to, kt_error *err)
{
	int dated = 0, by_long = 0, named = 0;
	uint32_t id = y->at[from].id;

	for (size_t i = from; i < to; i++) {
		const kt_year_span *one = &y->spans[y->at[i].term];

		if (one->type == KT_YEAR_NAMED && !c->plan->eras) {
			named = 1;
		} else if (is_short_span(one)) {
			dated = 1;
			count_span(c, id, one);
		} else {
			by_long = 1;
		}
	}
	c->out->dated += (uint64_t)dated;
	c->out->long_only += (uint64_t)(by_long && !dated);
	if (!named || dated || by_long)
		return KT_OK;
	if (!kt_grow((void **)&c->named, &c->named_size, c->named_count, sizeof *c->named))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	c->named[c->named_count++] = id;
	return KT_OK;
}

static kt_status list_years(counting *c, kt_error *err)
{
	kt_timeline *out = c->out;
	size_t count = 0;

	for (size_t i = 0; i < YEARS; i++)
		count += c->passages[i] > 0;
	out->years = plan_alloc(c->plan, count, sizeof *out->years, err);
	if (!out->years)
		return KT_ENOMEM;
	for (size_t i = 0; i < YEARS; i++)
		if (c->passages[i])
			out->years[out->year_count++] =
				(kt_year_count) { (int)i + KT_YEAR_OPEN_FROM, c->passages[i] };
	return KT_OK;
}

/* What only names an era stands in no year, which is said. */
static kt_status tell_named(counting *c, kt_error *err)
{
	kt_buf names = KT_BUF_INIT;
	kt_status status = KT_OK;

	if (!c->named_count)
		return KT_OK;
	status = named_list(c->plan, c->named, c->named_count, &names, err);
	if (!status)
		status = kt_buf_status(&names, err);
	if (!status)
		status = plan_notice(c->plan, err,
			"%zu of those of no year only name%s a time (%.*s); --eras takes %s in",
			c->named_count, c->named_count == 1 ? "s" : "",
			KT_STR_ARG(kt_buf_str(&names)), c->named_count == 1 ? "it" : "them");
	kt_buf_release(&names);
	return status;
}

/* ids NULL: of every passage. */
static kt_status count_years(counting *c, const uint32_t *ids, size_t count, kt_error *err)
{
	year_postings all = { 0 };
	kt_status status = year_postings_read(c->plan, 0, is_any, NULL, ids, count, &all, err);

	c->last = calloc(YEARS, sizeof *c->last);
	c->passages = calloc(YEARS, sizeof *c->passages);
	if (!status && (!c->last || !c->passages))
		status = kt_fail(err, KT_ENOMEM, "out of memory");
	for (size_t i = 0, j; !status && i < all.count; i = j) {
		for (j = i; j < all.count && all.at[j].id == all.at[i].id;)
			j++;
		status = add_passage(c, &all, i, j, err);
	}
	if (!status)
		status = list_years(c, err);
	if (!status)
		status = tell_named(c, err);
	year_postings_release(&all);
	free(c->last);
	free(c->passages);
	free(c->named);
	return status;
}

static kt_status timeline(kt_timeline *out, kt_index *index, kt_arena *arena, const kt_query *query,
	const kt_search_options *options, kt_error *err)
{
	counting c = { .out = out };
	uint32_t *ids = NULL, passages = 0;
	size_t count = 0;
	plan p;
	kt_status status;

	memset(out, 0, sizeof *out);
	status = plan_init(&p, index, arena, options, &out->answer, err);
	c.plan = &p;
	if (!status && query) {
		status = plan_make(&p, query, err);
		if (!status)
			status = plan_documents(&p, &ids, &count, err);
		out->passages = count;
	} else if (!status) {
		status = xap_reader_count(p.reader, &passages, err);
		out->passages = passages;
	}
	if (!status)
		status = count_years(&c, ids, count, err);
	if (!status)
		status = named_notice(&p, err);
	free(ids);
	plan_release(&p);
	return status;
}

kt_status kt_timeline_query(kt_query **out, kt_arena *arena, kt_str text,
	const kt_search_options *options, kt_error *err)
{
	const kt_filter *first = &options->filters[0];
	kt_query *q;

	*out = NULL;
	if (kt_str_trim(text).len)
		return kt_query_parse(out, arena, text, err);
	if (!options->filter_count)
		return KT_OK;
	q = *out = kt_arena_alloc(arena, sizeof *q);
	if (!q)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	q->op = KT_QUERY_FIELD;
	q->field = first->field;
	q->text = first->text;
	q->quoted = 1;
	return first->field == KT_ASK_YEAR ? kt_query_years(q->text, &q->from, &q->to, err) : KT_OK;
}

kt_status kt_search_timeline(kt_timeline *out, kt_index *index, kt_arena *arena,
	const kt_query *query, const kt_search_options *options, kt_error *err)
{
	kt_status status = timeline(out, index, arena, query, options, err);

	if (status == KT_ECHANGED && !(status = kt_index_reopen(index, err)))
		status = timeline(out, index, arena, query, options, err);
	return status;
}
