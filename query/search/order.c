/* order.c - documents by their sources: each source's follow each other in the index. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "plan.h"

typedef struct stretch {
	uint32_t first; /* document */
	uint32_t rank; /* of the source among all */
	int date;
} stretch;

static int by_first(const void *a, const void *b)
{
	const stretch *x = a, *y = b;

	return (x->first > y->first) - (x->first < y->first);
}

static int by_date(const void *a, const void *b)
{
	const stretch *x = a, *y = b;

	if (x->date != y->date)
		return x->date < y->date ? -1 : 1;
	return (x->rank > y->rank) - (x->rank < y->rank);
}

static kt_status find_first(plan *p, uint32_t source, uint32_t *first, kt_error *err)
{
	kt_buf term = KT_BUF_INIT;
	char number[16];
	kt_status status;

	snprintf(number, sizeof number, "%u", source);
	status = kt_term_build(&term, KT_FIELD_SOURCE, kt_str_of(number), err);
	if (!status)
		status = xap_reader_first(p->reader, kt_buf_str(&term), first, err);
	kt_buf_release(&term);
	return status;
}

/* Where the documents of each source begin, in the order of documents. */
static kt_status find_stretches(plan *p, int dates, stretch **out, size_t *count, kt_error *err)
{
	kt_source_record *sources;
	size_t all;
	kt_status status = kt_index_sources(p->index, p->arena, &sources, &all, err);

	*count = 0;
	*out = status ? NULL : plan_alloc(p, all, sizeof **out, err);
	if (!status && !*out)
		status = KT_ENOMEM;
	for (size_t i = 0; !status && i < all; i++) {
		stretch *s = &(*out)[*count];
		int last;

		if (!sources[i].passages)
			continue;
		s->rank = (uint32_t)i;
		if (!sources[i].date.len || kt_query_dates(sources[i].date, &s->date, &last, NULL))
			s->date = KT_PARSE_LAST_DAY;
		status = find_first(p, sources[i].number, &s->first, err);
		*count += !status;
	}
	if (status || !*count)
		return status;
	if (dates) {
		qsort(*out, *count, sizeof **out, by_date);
		for (size_t i = 0; i < *count; i++)
			(*out)[i].rank = (uint32_t)i;
	}
	qsort(*out, *count, sizeof **out, by_first);
	return KT_OK;
}

typedef struct placed {
	uint32_t rank, id;
} placed;

static int by_place(const void *a, const void *b)
{
	const placed *x = a, *y = b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return (x->id > y->id) - (x->id < y->id);
}

static uint32_t rank_of(const stretch *all, size_t count, uint32_t id)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (all[middle].first <= id)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? all[low - 1].rank : 0;
}

kt_status order_documents(plan *p, int dates, uint32_t *ids, size_t count, kt_error *err)
{
	stretch *stretches;
	placed *places;
	size_t sources;
	kt_status status = find_stretches(p, dates, &stretches, &sources, err);

	if (status || !count)
		return status;
	places = malloc(count * sizeof *places);
	if (!places)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	for (size_t i = 0; i < count; i++)
		places[i] = (placed) { rank_of(stretches, sources, ids[i]), ids[i] };
	qsort(places, count, sizeof *places, by_place);
	for (size_t i = 0; i < count; i++)
		ids[i] = places[i].id;
	free(places);
	return KT_OK;
}

/* ---- by year --------------------------------------------------------------------------------- */

typedef struct dated {
	int year;
	uint32_t place, id;
} dated;

/* The first year that each of the documents speaks of.  Where all time before or after a year is
 * only inferred, the year has a span of its own. */
typedef struct dating {
	const uint32_t *sorted; /* documents, ascending */
	int *years; /* of sorted; INT_MAX: none */
	size_t count;
} dating;

static int is_dating(const void *context, const kt_year_span *y)
{
	const plan *p = context;
	int open = y->from == KT_YEAR_OPEN_FROM || y->to == KT_YEAR_OPEN_TO;

	return !(y->inferred && open) && (y->type != KT_YEAR_NAMED || p->eras);
}

static kt_status find_years(plan *p, dating *d, kt_error *err)
{
	year_postings all = { 0 };
	kt_status status = year_postings_read(p, 0, is_dating, p, d->sorted, d->count, &all, err);

	for (size_t i = 0, at = 0; !status && i < all.count; i++) {
		int from = all.spans[all.at[i].term].from;

		while (d->sorted[at] < all.at[i].id)
			at++;
		if (from < d->years[at])
			d->years[at] = from;
	}
	year_postings_release(&all);
	return status;
}

static int by_id(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

static int by_dated(const void *a, const void *b)
{
	const dated *x = a, *y = b;

	if (x->year != y->year)
		return x->year < y->year ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

kt_status order_by_year(plan *p, uint32_t *ids, size_t count, kt_error *err)
{
	uint32_t *sorted = malloc((count + 1) * sizeof *sorted);
	dating d = { sorted, malloc((count + 1) * sizeof *d.years), count };
	dated *all = malloc((count + 1) * sizeof *all);
	kt_status status = KT_OK;

	if (!sorted || !d.years || !all)
		status = kt_fail(err, KT_ENOMEM, "out of memory");
	for (size_t i = 0; !status && i < count; i++) {
		sorted[i] = ids[i];
		d.years[i] = INT_MAX;
	}
	if (!status && count) {
		qsort(sorted, count, sizeof *sorted, by_id);
		status = find_years(p, &d, err);
	}
	for (size_t i = 0; !status && i < count; i++) {
		const uint32_t *at = bsearch(&ids[i], sorted, count, sizeof ids[i], by_id);

		all[i] = (dated) { d.years[at - sorted], (uint32_t)i, ids[i] };
	}
	if (!status && count)
		qsort(all, count, sizeof *all, by_dated);
	for (size_t i = 0; !status && i < count; i++)
		ids[i] = all[i].id;
	free(sorted);
	free(d.years);
	free(all);
	return status;
}
