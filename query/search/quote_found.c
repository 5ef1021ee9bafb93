/* quote_found.c - candidates compared with the quotation: how near, where, whose words. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "quote.h"

#define LOOKED_AT 20 /* candidates that are compared sharply, though they seem far */
#define SEEMS_NEAR 0.5 /* all of those are */
#define CUT_WORDS 100 /* a passage of fewer was not cut behind */
#define OCCURRENCES_MOST 64 /* in one passage */
#define PIECES 3

#define NEAR_LEAST 0.6 /* similarity */
#define NEAR_SURE 0.985 /* the words stand there, common or not */
#define NEAR_RUN 20 /* words without a break: a passage of a long quotation */
#define NEAR_BITS 12 /* more than log2 of the index's words: not by chance */
#define PART_WORDS 5 /* without a break, */
#define PART_TELLING 3 /* not function words, */
#define PART_BITS 12 /* and more than log2 of the index's words */

/* A passage, with those it continues or that continue it when the quotation crosses the cut. */
typedef struct stretch {
	kt_passage pieces[PIECES];
	uint32_t ids[PIECES];
	size_t bases[PIECES]; /* of each piece in the text */
	size_t count;
	kt_str text;
} stretch;

typedef struct finder {
	quotation *q;
	hit_loader *loader;
	kt_arena *scratch; /* for one passage */
	view v;
	aligner a;
	alignment best, wider;
	kt_buf text;
	kt_map *seen; /* documents that were found */
	founds *out;
} finder;

typedef struct seeming {
	uint32_t id;
	double similarity;
} seeming;

static int by_seeming(const void *a, const void *b)
{
	const seeming *x = a, *y = b;

	if (x->similarity != y->similarity)
		return x->similarity > y->similarity ? -1 : 1;
	return (x->id > y->id) - (x->id < y->id);
}

/* How near each seems by forms that are known to be the quotation's. */
static kt_status seem(finder *f, const candidates *from, seeming *out, kt_error *err)
{
	kt_status status = KT_OK;

	for (size_t i = 0; !status && i < from->count; i++) {
		kt_passage p;

		kt_arena_clear(f->scratch);
		out[i].id = from->ids[i];
		status = kt_index_passage(f->q->plan->index, f->scratch, out[i].id, &p, err);
		if (!status)
			status = view_read(&f->v, f->q, p.text, p.markdown, err);
		if (!status)
			status = align_score(&f->a, f->q, &f->v, &out[i].similarity, err);
	}
	if (!status)
		qsort(out, from->count, sizeof *out, by_seeming);
	return status;
}

/* ---- a paragraph that was cut ---------------------------------------------------------------- */

static kt_status load(
	finder *f, uint32_t source, uint32_t number, kt_passage *out, uint32_t *id, kt_error *err)
{
	kt_index *index = f->q->plan->index;
	kt_status status = kt_index_find(index, source, number, id, err);

	return status ? status : kt_index_passage(index, f->scratch, *id, out, err);
}

static void append(stretch *s, const kt_passage *p, uint32_t id)
{
	s->pieces[s->count] = *p;
	s->ids[s->count++] = id;
}

static kt_status join_text(finder *f, stretch *s, kt_error *err)
{
	kt_buf_clear(&f->text);
	for (size_t i = 0; i < s->count; i++) {
		if (i)
			kt_buf_addc(&f->text, '\n');
		s->bases[i] = f->text.len;
		kt_buf_add(&f->text, s->pieces[i].text);
	}
	s->text = kt_arena_str(f->scratch, kt_buf_str(&f->text));
	return s->text.ptr ? kt_buf_status(&f->text, err)
			   : kt_fail(err, KT_ENOMEM, "out of memory");
}

/* The stretch with what is beyond its cuts. */
static kt_status widen(finder *f, const stretch *one, stretch *out, kt_error *err)
{
	const kt_passage *p = &one->pieces[0];
	const kt_source_record *source;
	kt_passage other;
	uint32_t id;
	kt_status status = hit_source(f->loader, p->source, &source, err);

	out->count = 0;
	if (!status && p->continued && p->number > 1) {
		status = load(f, p->source, p->number - 1, &other, &id, err);
		if (!status)
			append(out, &other, id);
	}
	append(out, p, one->ids[0]);
	if (!status && f->v.count >= CUT_WORDS && p->number < source->passages) {
		status = load(f, p->source, p->number + 1, &other, &id, err);
		if (!status && other.continued)
			append(out, &other, id);
	}
	return status || out->count == 1 ? status : join_text(f, out, err);
}

static kt_status compare(finder *f, const stretch *s, alignment *out, kt_error *err)
{
	kt_status status = view_read(&f->v, f->q, s->text, s->pieces[0].markdown, err);

	if (!status)
		status = view_sharpen(&f->v, f->q, err);
	return status ? status : align_fully(&f->a, f->q, &f->v, out, err);
}

/* Compares the passage, and what it continues where that is nearer; f->v and f->best are of it. */
static kt_status compare_widely(finder *f, uint32_t id, stretch *s, kt_error *err)
{
	stretch wide;
	alignment swap;
	kt_status status = kt_index_passage(f->q->plan->index, f->scratch, id, &s->pieces[0], err);

	s->ids[0] = id;
	s->bases[0] = 0;
	s->count = 1;
	s->text = s->pieces[0].text;
	if (!status)
		status = compare(f, s, &f->best, err);
	if (status || f->best.similarity >= NEAR_SURE)
		return status;
	status = widen(f, s, &wide, err);
	if (status || wide.count == 1)
		return status;
	status = compare(f, &wide, &f->wider, err);
	if (status || f->wider.similarity <= f->best.similarity)
		return status ? status
			      : view_read(&f->v, f->q, s->text, s->pieces[0].markdown, err);
	swap = f->best;
	f->best = f->wider;
	f->wider = swap;
	*s = wide;
	return KT_OK;
}

/* ---- what is found -----------------------------------------------------------------------------
 */

static int is_near(const quotation *q, const alignment *a)
{
	return a->similarity >= NEAR_SURE ||
	       (a->run_words >= NEAR_RUN && a->run_telling >= PART_TELLING) ||
	       (a->similarity >= NEAR_LEAST &&
		       a->bits * a->similarity >= log2(q->total_words + 1) + NEAR_BITS);
}

static int is_part(const quotation *q, const alignment *a)
{
	return a->run_words >= PART_WORDS && !q->common &&
	       a->run_bits >= log2(q->total_words + 1) + PART_BITS;
}

static size_t piece_of(const stretch *s, uint32_t at)
{
	size_t k = 0;

	while (k + 1 < s->count && s->bases[k + 1] <= at)
		k++;
	return k;
}

/* The piece that has the most of the words found. */
static size_t home_of(const finder *f, const stretch *s)
{
	size_t counts[PIECES] = { 0 }, home = 0;

	for (size_t k = 0; k < f->best.count; k++) {
		const step *st = &f->best.steps[k];

		if (st->kind <= STEP_SWAPPED)
			counts[piece_of(s, f->v.at[st->token].start)] += st->tokens;
	}
	for (size_t k = 1; k < s->count; k++)
		if (counts[k] > counts[home])
			home = k;
	return home;
}

/* Adds the runs of words found, as far as they stand in the piece. */
static void add_matches(const finder *f, const stretch *s, size_t home, found *out)
{
	uint32_t next = UINT32_MAX;

	for (size_t k = 0; k < f->best.count; k++) {
		const step *st = &f->best.steps[k];
		uint32_t start, end;

		if (st->kind > STEP_SWAPPED)
			continue;
		start = f->v.at[st->token].start;
		end = f->v.at[st->token + st->tokens - 1].end;
		if (piece_of(s, start) != home)
			continue;
		start -= (uint32_t)s->bases[home];
		end -= (uint32_t)s->bases[home];
		if (st->token == next)
			out->matches[out->match_count - 1].end = end;
		else
			out->matches[out->match_count++] = (kt_match) { start, end };
		next = st->token + st->tokens;
	}
}

/* The words from the first found to the last, in one spelling. */
static uint64_t wording_of(finder *f)
{
	kt_buf_clear(&f->text);
	for (uint32_t i = f->best.first; i <= f->best.last; i++) {
		kt_spelling(&f->text, kt_words_form(f->q->plan->words, f->v.at[i].form));
		kt_buf_addc(&f->text, ' ');
	}
	return kt_hash(kt_buf_str(&f->text));
}

/* Whose words: of the quotation in the passage that has most of the match. */
static void set_speaker(const kt_passage *p, found *out)
{
	uint32_t start = out->matches[0].start, end = out->matches[out->match_count - 1].end;
	const kt_quotation *best = NULL;
	uint32_t most = 0;

	for (size_t i = 0; i < p->quotation_count; i++) {
		const kt_quotation *q = &p->quotations[i];
		uint32_t from = q->start > start ? q->start : start;
		uint32_t to = q->end < end ? q->end : end;

		if (from >= to || q->kind == KT_QUOTATION_TITLE)
			continue;
		if (to - from > most ||
			(to - from == most && q->end - q->start < best->end - best->start)) {
			most = to - from;
			best = q;
		}
	}
	if (!best || 2 * most < end - start)
		return;
	out->speaker = best->speaker;
	out->work = best->work;
	out->page = best->page;
}

static kt_status keep_strings(finder *f, found *out, kt_error *err)
{
	kt_arena *arena = f->q->plan->arena;
	kt_str *all[] = { &out->speaker, &out->work, &out->page, &out->difference };

	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		*all[i] = kt_arena_str(arena, *all[i]);
		if (!all[i]->ptr)
			return kt_fail(err, KT_ENOMEM, "out of memory");
	}
	return KT_OK;
}

static kt_status add_matches_of(finder *f, const stretch *s, size_t home, found *out, kt_error *err)
{
	kt_match *grown =
		plan_alloc(f->q->plan, out->match_count + f->best.count, sizeof *grown, err);

	if (!grown)
		return KT_ENOMEM;
	if (out->match_count)
		memcpy(grown, out->matches, out->match_count * sizeof *grown);
	out->matches = grown;
	add_matches(f, s, home, out);
	return KT_OK;
}

static int by_place(const void *a, const void *b)
{
	const kt_match *x = a, *y = b;

	return (x->start > y->start) - (x->start < y->start);
}

/* The quotation again in the same passage: what was found is blotted out. */
static kt_status find_again(finder *f, const stretch *s, size_t home, found *out, kt_error *err)
{
	kt_status status = KT_OK;

	for (; !status && out->occurrences < OCCURRENCES_MOST; out->occurrences++) {
		for (uint32_t i = f->best.first; i <= f->best.last; i++) {
			f->v.at[i].row = ROW_NONE;
			f->v.at[i].join = 0;
		}
		status = align_fully(&f->a, f->q, &f->v, &f->best, err);
		if (status || !f->best.found || !is_near(f->q, &f->best))
			break;
		status = add_matches_of(f, s, home, out, err);
	}
	if (!status)
		qsort(out->matches, out->match_count, sizeof *out->matches, by_place);
	return status;
}

static kt_status keep(finder *f, const stretch *s, kt_error *err)
{
	founds *all = f->out;
	size_t home = home_of(f, s);
	found *out;
	kt_status status;
	int added;

	if (!kt_map_put(f->seen, (kt_str) { (const char *)&s->ids[home], sizeof s->ids[home] }, 0,
		    &added) ||
		!kt_grow((void **)&all->at, &all->size, all->count, sizeof *all->at))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	if (!added)
		return KT_OK;
	out = &all->at[all->count++];
	memset(out, 0, sizeof *out);
	out->id = s->ids[home];
	out->number = s->pieces[home].number;
	out->similarity = f->best.similarity;
	out->near = is_near(f->q, &f->best);
	out->part = is_part(f->q, &f->best);
	out->wording = wording_of(f);
	quote_difference(&f->text, f->q, &f->v, &f->best);
	out->difference = kt_buf_str(&f->text);
	status = hit_source(f->loader, s->pieces[home].source, &out->source, err);
	if (!status)
		status = add_matches_of(f, s, home, out, err);
	if (!status && out->match_count)
		set_speaker(&s->pieces[home], out);
	if (!status)
		status = keep_strings(f, out, err);
	out->occurrences = 1;
	return !status && out->near ? find_again(f, s, home, out, err) : status;
}

static kt_status look_at(finder *f, uint32_t id, kt_error *err)
{
	stretch s;
	kt_status status;

	if (kt_map_get(f->seen, (kt_str) { (const char *)&id, sizeof id }))
		return KT_OK;
	kt_arena_clear(f->scratch);
	status = compare_widely(f, id, &s, err);
	return status || !f->best.found ? status : keep(f, &s, err);
}

kt_status quote_find(
	quotation *q, hit_loader *loader, const candidates *from, founds *out, kt_error *err)
{
	finder f = { .q = q, .loader = loader, .out = out };
	seeming *order = plan_alloc(q->plan, from->count, sizeof *order, err);
	kt_status status = order ? kt_arena_new(&f.scratch, err) : KT_ENOMEM;

	if (!status)
		status = kt_map_new(&f.seen, err);
	if (!status)
		status = seem(&f, from, order, err);
	for (size_t i = 0; !status && i < from->count; i++)
		if (i < LOOKED_AT || order[i].similarity >= SEEMS_NEAR)
			status = look_at(&f, order[i].id, err);
	for (size_t i = 0; !status && i < from->part_count; i++)
		status = look_at(&f, from->parts[i], err);
	kt_arena_free(f.scratch);
	kt_map_free(f.seen);
	kt_buf_release(&f.text);
	view_release(&f.v);
	aligner_release(&f.a);
	alignment_release(&f.best);
	alignment_release(&f.wider);
	return status;
}
