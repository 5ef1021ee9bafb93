/* dossier.c - a person's card: when, and in whose company. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "plan.h"

typedef struct company {
	kt_named *at;
	size_t count, size;
	kt_map *ids; /* kind and id */
} company;

static int is_of(const kt_mentions *m, kt_str id)
{
	for (size_t i = 0; i < m->bearer_count; i++)
		if (kt_str_equal(m->bearers[i].id, id))
			return 1;
	return 0;
}

/* Each once for a passage: `mentions` keeps the number of the last passage that counted. */
static kt_status add_company(
	company *c, const kt_mentions *of, const kt_passage *passage, uint64_t turn, kt_error *err)
{
	for (size_t i = 0; i < passage->mention_count; i++) {
		const kt_mention *m = &passage->mentions[i];
		kt_buf key = KT_BUF_INIT;
		uint32_t *at;
		int added;

		if (m->kind > KT_MENTION_ORGANISATION || is_of(of, m->id))
			continue;
		kt_buf_addf(&key, "%d%.*s", (int)m->kind, KT_STR_ARG(m->id));
		at = kt_map_put(c->ids, kt_buf_str(&key), (uint32_t)c->count, &added);
		kt_buf_release(&key);
		if (!at || !kt_grow((void **)&c->at, &c->size, c->count, sizeof *c->at))
			return kt_fail(err, KT_ENOMEM, "out of memory");
		if (added)
			c->at[c->count++] =
				(kt_named) { m->kind, m->id, m->name, { "", 0 }, 0, 0, 0 };
		if (c->at[*at].mentions != turn) {
			c->at[*at].mentions = turn;
			c->at[*at].passages++;
		}
	}
	return KT_OK;
}

static double part(double observed, double expected)
{
	return observed > 0 ? observed * log(observed / expected) : 0;
}

/* G squared of the four-fold table of passages with one, the other, both, neither (T. Dunning,
 * Accurate methods for the statistics of surprise and coincidence, 1993); negative where they meet
 * less often than by chance. */
static double telling(double both, double one, double other, double all)
{
	double a = both, b = one - both, c = other - both, d = all - one - other + both;
	double g = 2 * (part(a, one * other / all) + part(b, one * (all - other) / all) +
			       part(c, (all - one) * other / all) +
			       part(d, (all - one) * (all - other) / all));

	return a * all < one * other ? -g : g;
}

static kt_status score(company *c, kt_index *index, const kt_mentions *of, kt_error *err)
{
	xap_reader *reader = kt_index_reader(index);
	kt_buf term = KT_BUF_INIT;
	uint32_t all, passages;
	uint64_t times;
	kt_status status = xap_reader_count(reader, &all, err);

	for (size_t i = 0; !status && i < c->count; i++) {
		kt_named *n = &c->at[i];
		kt_field field =
			n->kind == KT_MENTION_PERSON ? KT_FIELD_PERSON : KT_FIELD_ORGANISATION;

		status = kt_term_build(&term, field, n->id, err);
		if (!status)
			status = xap_reader_term(reader, kt_buf_str(&term), &passages, &times, err);
		if (!status)
			n->score = telling((double)n->passages, (double)of->passages,
				(double)passages, (double)all);
		n->mentions = times;
	}
	kt_buf_release(&term);
	return status;
}

static int by_score(const void *a, const void *b)
{
	const kt_named *x = a, *y = b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return kt_str_compare(x->id, y->id);
}

/* ---- years ----------------------------------------------------------------------------------- */

typedef struct year_list {
	kt_year_count *at;
	size_t count, size;
} year_list;

static int by_year(const void *a, const void *b)
{
	const kt_year_count *x = a, *y = b;

	return (x->year > y->year) - (x->year < y->year);
}

/* The passage's mentions count in each year that it speaks of. */
static kt_status add_years(
	year_list *years, const kt_passage *passage, uint64_t mentions, int eras, kt_error *err)
{
	size_t first = years->count;

	for (size_t i = 0; i < passage->year_count; i++) {
		const kt_year_span *y = &passage->years[i];

		if (y->type == KT_YEAR_PUBLICATION || !is_short_span(y) ||
			(y->type == KT_YEAR_NAMED && !eras))
			continue;
		for (int year = y->from; year <= y->to; year++) {
			size_t n = first;

			while (n < years->count && years->at[n].year != year)
				n++;
			if (n < years->count)
				continue;
			if (!kt_grow((void **)&years->at, &years->size, years->count,
				    sizeof *years->at))
				return kt_fail(err, KT_ENOMEM, "out of memory");
			years->at[years->count++] = (kt_year_count) { year, mentions };
		}
	}
	return KT_OK;
}

static kt_status list_years(kt_dossier *out, year_list *years, kt_arena *arena, kt_error *err)
{
	out->years = kt_arena_array(arena, years->count + 1, sizeof *out->years);
	if (!out->years)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	if (years->count)
		qsort(years->at, years->count, sizeof *years->at, by_year);
	for (size_t i = 0; i < years->count; i++) {
		kt_year_count *last = out->year_count ? &out->years[out->year_count - 1] : NULL;

		if (last && last->year == years->at[i].year)
			last->count += years->at[i].count;
		else
			out->years[out->year_count++] = years->at[i];
	}
	return KT_OK;
}

/* Places come passage by passage. */
static kt_status gather(kt_dossier *out, company *c, year_list *years, int eras, kt_error *err)
{
	const kt_mentions *all = &out->all;
	kt_status status = KT_OK;

	for (size_t i = 0, j; !status && i < all->place_count; i = j) {
		const kt_passage *passage = all->places[i].passage;

		for (j = i; j < all->place_count && all->places[j].passage == passage;)
			j++;
		status = add_years(years, passage, j - i, eras, err);
		if (!status)
			status = add_company(c, all, passage, i + 1, err);
	}
	return status;
}

kt_status kt_search_dossier(kt_dossier *out, kt_index *index, kt_arena *arena, kt_str name,
	const kt_search_options *options, kt_error *err)
{
	kt_search_options everything = *options;
	company c = { NULL, 0, 0, NULL };
	year_list years = { NULL, 0, 0 };
	kt_status status;

	everything.limit = everything.offset = 0;
	memset(out, 0, sizeof *out);
	status = kt_search_mentions(&out->all, index, arena, name, &everything, err);
	if (!status)
		status = kt_map_new(&c.ids, err);
	if (!status)
		status = gather(out, &c, &years, options->eras, err);
	if (!status)
		status = score(&c, index, &out->all, err);
	if (!status)
		status = list_years(out, &years, arena, err);
	if (!status && c.count) {
		qsort(c.at, c.count, sizeof *c.at, by_score);
		out->with = kt_arena_array(arena, c.count, sizeof *out->with);
		if (!out->with)
			status = kt_fail(err, KT_ENOMEM, "out of memory");
		else
			memcpy(out->with, c.at, c.count * sizeof *c.at);
		out->with_count = status ? 0 : c.count;
	}
	if (!status && out->all.place_count) {
		out->first = &out->all.places[0];
		out->last = &out->all.places[out->all.place_count - 1];
	}
	kt_map_free(c.ids);
	free(c.at);
	free(years.at);
	return status;
}
