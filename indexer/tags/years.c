/* years.c - the way through a source: each passage's expressions read, joined, typed, and those
 * without a year of their own inferred from what was read before.
 */
#include "years.h"

#include <stdlib.h>
#include <string.h>

kt_status kt_year_tagger_new(kt_year_tagger **out, kt_error *err)
{
	kt_year_tagger *tagger = calloc(1, sizeof *tagger);
	kt_status status;

	*out = NULL;
	if (!tagger)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	status = year_lexicon_init(&tagger->lexicon, err);
	if (status) {
		kt_year_tagger_free(tagger);
		return status;
	}
	*out = tagger;
	return KT_OK;
}

void kt_year_tagger_free(kt_year_tagger *tagger)
{
	if (!tagger)
		return;
	year_lexicon_release(&tagger->lexicon);
	free(tagger->found);
	free(tagger);
}

found *year_push(scan *s, uint32_t first, uint32_t last, int from, int to, uint32_t shape)
{
	kt_year_tagger *t = s->tagger;
	found *f;

	if (!kt_grow((void **)&t->found, &t->size, t->count, sizeof *t->found)) {
		s->failed = 1;
		return NULL;
	}
	f = &t->found[t->count++];
	memset(f, 0, sizeof *f);
	f->from = from;
	f->to = to;
	f->first = f->head = first;
	f->last = last;
	f->start = s->token[first].offset;
	f->end = token_end(s, last);
	f->shape = shape;
	return f;
}

/* ---- one passage ----------------------------------------------------------------------------- */

/* Reads what may begin at token i; the token behind it, or i. */
static uint32_t read_at(scan *s, uint32_t i, uint32_t roles)
{
	static const struct {
		uint32_t roles;
		uint32_t (*read)(scan *s, uint32_t i);
	} readers[] = {
		{ R_SMALL, year_read_numeric_date },
		{ R_ERA, year_read_era },
		{ R_DECADE | R_DECADE_WORD | R_SMALL, year_read_decade },
		{ R_YEAR | R_SMALL, year_read_figures },
		{ R_MONTH, year_read_month },
		{ R_CENTURY, year_read_century },
		{ R_SEASON, year_read_season },
		{ R_CARDINAL, year_read_spelled },
		{ R_CONGRESS, year_read_congress },
		{ R_UNIT_OF_TIME, year_read_relative },
		{ R_SMALL | R_ORDINAL, year_read_bare_day },
	};
	uint32_t next = i;

	for (size_t n = 0; n < sizeof readers / sizeof *readers && next == i; n++)
		if (roles & readers[n].roles)
			next = readers[n].read(s, i);
	return next;
}

static void read_passage(scan *s)
{
	for (uint32_t i = 0; i < s->count && !s->failed;) {
		const lex *l = &s->lex[s->token[i].form];
		uint32_t next = i;

		if (l->how & HOW_CORE)
			next = read_at(s, i, l->roles);
		i = next > i ? next : i + 1;
	}
}

static int by_place(const void *a, const void *b)
{
	const kt_year_span *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return (x->end > y->end) - (x->end < y->end);
}

/* Copies what was found to the passage. */
static kt_status hand_over(scan *s, kt_passage *passage, kt_arena *arena, kt_error *err)
{
	kt_year_tagger *t = s->tagger;
	size_t count = 0;

	for (size_t i = 0; i < t->count; i++)
		if (!(t->found[i].shape & (SHAPE_GONE | SHAPE_PENDING)))
			count++;
	if (!count)
		return KT_OK;
	passage->years = kt_arena_array(arena, count, sizeof *passage->years);
	if (!passage->years)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	for (size_t i = 0; i < t->count; i++) {
		const found *f = &t->found[i];

		if (f->shape & (SHAPE_GONE | SHAPE_PENDING))
			continue;
		passage->years[passage->year_count++] = (kt_year_span) { .from = f->from,
			.to = f->to,
			.type = f->type,
			.approximate = f->approximate,
			.inferred = f->inferred,
			.start = f->start,
			.end = f->end };
	}
	qsort(passage->years, passage->year_count, sizeof *passage->years, by_place);
	return KT_OK;
}

static kt_status tag_passage(
	kt_year_tagger *tagger, kt_arena *arena, const kt_tagged *tagged, kt_error *err)
{
	scan s = { .tagger = tagger,
		.passage = tagged->passage,
		.text = tagged->passage->text,
		.token = tagged->tokens->at + tagged->first,
		.count = (uint32_t)tagged->count,
		.lex = tagger->lexicon.forms };

	tagged->passage->years = NULL;
	tagged->passage->year_count = 0;
	tagger->count = 0;
	read_passage(&s);
	if (tagger->count || tagged->passage->kind == KT_KIND_HEADING) {
		year_join_ranges(&s);
		year_tell_types(&s);
		year_tell_use(&s);
		year_infer(&s);
		year_open_ranges(&s);
	}
	if (s.failed)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	return hand_over(&s, tagged->passage, arena, err);
}

/* The first year that the source's own date prints, or 0. */
static int year_of_date(kt_str date)
{
	for (size_t i = 0; i + 4 <= date.len; i++) {
		int year = 0, n = 0;

		while (i < date.len && date.ptr[i] >= '0' && date.ptr[i] <= '9' && n < 5) {
			year = year * 10 + (date.ptr[i++] - '0');
			n++;
		}
		if (n == 4 && year >= 1500 && year < 2100)
			return year;
	}
	return 0;
}

kt_status kt_tag_years(kt_year_tagger *tagger, kt_arena *arena, const kt_tag_source *source,
	kt_tagged *passages, size_t count, const kt_words *words, kt_error *err)
{
	kt_status status = year_lexicon_update(&tagger->lexicon, words, err);

	memset(&tagger->anchor, 0, sizeof tagger->anchor);
	memset(&tagger->dated, 0, sizeof tagger->dated);
	tagger->section_from = tagger->section_to = tagger->outside = tagger->doubtful = 0;
	tagger->doubted = 0;
	tagger->visiting = tagger->provisional = 0;
	tagger->written = source ? year_of_date(source->date) : 0;
	for (size_t i = 0; !status && i < count; i++)
		status = tag_passage(tagger, arena, &passages[i], err);
	return status;
}
