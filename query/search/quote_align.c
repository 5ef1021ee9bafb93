/* quote_align.c - words of a quotation laid beside those of a passage.
 *
 * A local alignment (Smith and Waterman 1981) of words: those found add their weight, what is
 * between them has its price, words of the quotation that are not found add nothing.  Words that
 * the passage has more are a gap of one of two prices, one dear at the start and cheap for each
 * further word, so that both a word put in and a middle left out are paid for as what they are
 * (Gotoh 1990, piecewise linear).
 */
#include <stdlib.h>
#include <string.h>

#include "quote.h"

static const float shares[] = { [LIKE_NOT] = 0,
	[LIKE_SOUND] = 0.8F,
	[LIKE_CLASS] = 0.85F,
	[LIKE_SPELLING] = 0.99F,
	[LIKE_SAME] = 1 };

#define SWAP_PRICE 0.15F
#define OTHER_PRICE 0.1F /* beside the word that is not found */
#define ADD_FIRST 0.25F
#define ADD_NEXT 0.15F
#define SKIP_FIRST 1.1F
#define SKIP_NEXT 0.02F
#define BRACKETED 0.02F /* an editor's word in brackets */
#define OPEN_FIRST 0.02F /* where the quotation has an ellipsis */
#define OPEN_NEXT 0.002F
#define SHORTENED 0.4F /* of a word's weight where the passage has an ellipsis in its place */

/* How a cell came to be: what it is, and for both gaps whether they begin there. */
enum {
	WAY_START,
	WAY_FOUND,
	WAY_OTHER,
	WAY_MISSING,
	WAY_SWAPPED,
	WAY_JOINED_HERE, /* several words of the passage are one of the quotation */
	WAY_JOINED_THERE, /* the other way about */
	WAY_ADD,
	WAY_SKIP,
	WAY_MASK = 15,
	ADD_BEGINS = 16,
	SKIP_BEGINS = 32
};

static likeness like(const quotation *q, row_number row, uint32_t class)
{
	return row < ROW_FIRST ? LIKE_NOT : q->rows[(row - ROW_FIRST) * q->class_count + class];
}

static float weight_of(const quotation *q, size_t word)
{
	return q->words[word].weight;
}

void aligner_release(aligner *a)
{
	free(a->best);
	free(a->way);
	memset(a, 0, sizeof *a);
}

void alignment_release(alignment *a)
{
	free(a->steps);
	memset(a, 0, sizeof *a);
}

static kt_status make_room(aligner *a, size_t cells, kt_error *err)
{
	if (cells <= a->size)
		return KT_OK;
	aligner_release(a);
	a->best = malloc(cells * sizeof *a->best);
	a->way = malloc(cells);
	if (!a->best || !a->way)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	a->size = cells;
	return KT_OK;
}

/* A row of the table: the first i words against every start of the passage. */
typedef struct row {
	const quotation *q;
	const view *v;
	size_t i, width;
	float *best; /* of the row; those of shorter starts are `width` before */
	unsigned char *way;
	float weight; /* of word i - 1 */
} row;

static inline void better(float *best, unsigned char *way, float other, unsigned char how)
{
	if (other > *best) {
		*best = other;
		*way = how;
	}
}

/* Of words that stand in the passage's token j - 1. */
static void try_found(const row *r, size_t j, float *best, unsigned char *way)
{
	const quote_word *w = &r->q->words[r->i - 1];
	const view_token *t = &r->v->at[j - 1];
	const float *above = r->best - r->width;
	likeness how = like(r->q, t->row, w->class);

	if (how)
		better(best, way, above[j - 1] + r->weight * shares[how], WAY_FOUND);
	if (t->join && (how = like(r->q, t->join_row, w->class)) != LIKE_NOT)
		better(best, way, above[j - t->join] + r->weight * shares[how], WAY_JOINED_HERE);
	if (w->join && (how = like(r->q, t->row, w->join_class)) != LIKE_NOT) {
		float weight = 0;

		for (size_t k = 0; k < w->join; k++)
			weight += weight_of(r->q, r->i - 1 - k);
		better(best, way, r->best[j - 1 - w->join * r->width] + weight * shares[how],
			WAY_JOINED_THERE);
	}
	if (r->i > 1 && j > 1) {
		likeness first = like(r->q, t->row, w[-1].class);
		likeness second = first ? like(r->q, t[-1].row, w->class) : LIKE_NOT;

		if (second)
			better(best, way,
				above[j - 2 - r->width] +
					weight_of(r->q, r->i - 2) * shares[first] +
					r->weight * shares[second] - SWAP_PRICE,
				WAY_SWAPPED);
	}
}

/* Inlined once with ways and once without. */
static inline __attribute__((always_inline)) void fill_row(const row *r, int with_ways)
{
	const float *above = r->best - r->width;
	int open = r->q->words[r->i - 1].open;
	float add = -1, skip = -1;

	r->best[0] = 0;
	if (with_ways)
		r->way[0] = WAY_START;
	for (size_t j = 1; j < r->width; j++) {
		const view_token *t = &r->v->at[j - 1];
		float from = r->best[j - 1];
		float first = from - (open ? OPEN_FIRST : t->bracketed ? BRACKETED : ADD_FIRST);
		float skip_first = from - SKIP_FIRST;
		float missing = above[j], other = above[j - 1] - OTHER_PRICE, best;
		unsigned char way = WAY_MISSING, gaps = 0;

		add -= open ? OPEN_NEXT : t->bracketed ? BRACKETED : ADD_NEXT;
		skip -= SKIP_NEXT;
		if (with_ways)
			gaps = (first > add ? ADD_BEGINS : 0) |
			       (skip_first > skip ? SKIP_BEGINS : 0);
		add = first > add ? first : add;
		skip = skip_first > skip ? skip_first : skip;
		if (t->open && missing > 0)
			missing += SHORTENED * r->weight;
		best = missing;
		if (!(best > 0))
			way = WAY_START;
		better(&best, &way, other, WAY_OTHER);
		if (t->row >= ROW_FIRST || t->join)
			try_found(r, j, &best, &way);
		better(&best, &way, add, WAY_ADD);
		better(&best, &way, skip, WAY_SKIP);
		r->best[j] = best;
		if (with_ways)
			r->way[j] = way | gaps;
	}
}

/* Fills the table and tells its best cell. */
static kt_status fill(aligner *a, const quotation *q, const view *v, int with_ways, size_t *word,
	size_t *token, kt_error *err)
{
	size_t width = v->count + 1;
	float best = 0;
	kt_status status = make_room(a, (q->count + 1) * width, err);

	*word = *token = 0;
	if (status)
		return status;
	for (size_t j = 0; j < width; j++) {
		a->best[j] = 0;
		a->way[j] = WAY_START;
	}
	for (size_t i = 1; i <= q->count; i++) {
		row r = { q, v, i, width, a->best + i * width, a->way + i * width,
			weight_of(q, i - 1) };

		if (with_ways)
			fill_row(&r, 1);
		else
			fill_row(&r, 0);
	}
	/* what is missing at the end adds nothing: the last row has the best cell, but for a
	 * passage that ends with an ellipsis, whose words count as found */
	for (size_t j = 1; j < width; j++)
		if (a->best[q->count * width + j] > best) {
			best = a->best[q->count * width + j];
			*word = q->count;
			*token = j;
		}
	return KT_OK;
}

kt_status align_score(
	aligner *a, const quotation *q, const view *v, double *similarity, kt_error *err)
{
	size_t i, j;
	kt_status status = fill(a, q, v, 0, &i, &j, err);

	*similarity = status || !i ? 0 : a->best[i * (v->count + 1) + j] / q->weight;
	return status;
}

/* ---- the way back ------------------------------------------------------------------------------
 */

static kt_status add_step(alignment *out, step s, kt_error *err)
{
	if (!kt_grow((void **)&out->steps, &out->size, out->count, sizeof *out->steps))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	out->steps[out->count++] = s;
	return KT_OK;
}

/* Words added before token j, back to where their gap begins; i and j are moved. */
static kt_status walk_gap(const aligner *a, size_t width, size_t i, size_t *j, unsigned char begins,
	alignment *out, kt_error *err)
{
	kt_status status = KT_OK;
	int begun = 0;

	while (!status && !begun && *j) {
		begun = a->way[i * width + *j] & begins;
		--*j;
		status = add_step(
			out, (step) { STEP_ADDED, LIKE_NOT, (uint32_t)i, 0, (uint32_t)*j, 1 }, err);
	}
	return status;
}

static likeness least(likeness a, likeness b)
{
	return a < b ? a : b;
}

/* The step that leads to cell i, j. */
static step step_to(const quotation *q, const view *v, unsigned char way, size_t i, size_t j)
{
	const quote_word *w = &q->words[i - 1];
	const view_token *t = &v->at[j - 1];
	step s = { STEP_MISSING, LIKE_NOT, (uint32_t)i - 1, 1, (uint32_t)j - 1, 1 };

	switch (way) {
	case WAY_FOUND:
		s.kind = STEP_FOUND;
		s.how = like(q, t->row, w->class);
		break;
	case WAY_OTHER:
		s.kind = STEP_OTHER;
		break;
	case WAY_SWAPPED:
		s.kind = STEP_SWAPPED;
		s.how = least(like(q, t->row, w[-1].class), like(q, t[-1].row, w->class));
		s.word--, s.words = 2;
		s.token--, s.tokens = 2;
		break;
	case WAY_JOINED_HERE:
		s.kind = STEP_JOINED;
		s.how = like(q, t->join_row, w->class);
		s.token = (uint32_t)(j - t->join), s.tokens = t->join;
		break;
	case WAY_JOINED_THERE:
		s.kind = STEP_JOINED;
		s.how = like(q, t->row, w->join_class);
		s.word = (uint32_t)(i - w->join), s.words = w->join;
		break;
	default:
		s.token = (uint32_t)j, s.tokens = 0;
	}
	return s;
}

static kt_status walk(const aligner *a, const quotation *q, const view *v, size_t i, size_t j,
	alignment *out, kt_error *err)
{
	size_t width = v->count + 1;
	kt_status status = KT_OK;

	while (!status && i) {
		unsigned char way = j ? a->way[i * width + j] & WAY_MASK : WAY_START;
		step s;

		if (way == WAY_ADD || way == WAY_SKIP) {
			status = walk_gap(a, width, i, &j,
				way == WAY_ADD ? ADD_BEGINS : SKIP_BEGINS, out, err);
			continue;
		}
		if (way == WAY_START)
			s = (step) { STEP_MISSING, LIKE_NOT, (uint32_t)i - 1, 1, (uint32_t)j, 0 };
		else
			s = step_to(q, v, way, i, j);
		status = add_step(out, s, err);
		i -= s.words;
		j -= s.tokens;
	}
	for (size_t k = 0; !status && k < out->count / 2; k++) {
		step s = out->steps[k];

		out->steps[k] = out->steps[out->count - 1 - k];
		out->steps[out->count - 1 - k] = s;
	}
	return status;
}

static int is_found(const step *s)
{
	return s->kind <= STEP_SWAPPED;
}

/* A function word alone, away from the others, is found everywhere: it is taken as missing. */
#define AWAY 4 /* steps in between */

static int is_telling(const quotation *q, const step *s)
{
	for (size_t n = 0; is_found(s) && n < s->words; n++)
		if (!q->classes[q->words[s->word + n].class].stop)
			return 1;
	return 0;
}

/* Steps from `at` on in direction `by` until one is found (until 1) or not (0). */
static size_t steps_until(const alignment *a, size_t at, int by, int until)
{
	size_t count = 0;

	for (; at < a->count && is_found(&a->steps[at]) != until; at += (size_t)by)
		count++;
	return count;
}

/* From the end `at` in direction `by`: what is found there before a long break is let go. */
static void trim(const quotation *q, alignment *a, size_t at, int by)
{
	size_t lead, fragment, gap;

	lead = steps_until(a, at, by, 1);
	fragment = steps_until(a, at + lead * (size_t)by, by, 0);
	gap = steps_until(a, at + (lead + fragment) * (size_t)by, by, 1);
	if (gap < AWAY || lead + fragment + gap >= a->count)
		return;
	for (size_t k = lead; k < lead + fragment; k++)
		if (is_telling(q, &a->steps[at + k * (size_t)by]))
			return;
	for (size_t k = 0; k < lead + fragment + gap; k++) {
		step *s = &a->steps[at + k * (size_t)by];

		s->kind = STEP_MISSING;
		s->how = LIKE_NOT;
		s->tokens = 0;
	}
}

typedef struct found_run {
	size_t words, telling;
	double bits;
} found_run;

static void lengthen(found_run *run, const quotation *q, const step *s)
{
	for (size_t n = 0; n < s->words; n++) {
		const quote_class *c = &q->classes[q->words[s->word + n].class];

		run->words++;
		run->telling += !c->stop;
		run->bits += c->bits;
	}
}

/* Words that were found and what they tell; runs without a break; whether nothing differs. */
static void sum_up(const quotation *q, alignment *a)
{
	found_run all = { 0, 0, 0 }, run = { 0, 0, 0 }, best = { 0, 0, 0 };

	a->first = UINT32_MAX;
	a->exact = 1;
	for (size_t k = 0; k < a->count; k++) {
		const step *s = &a->steps[k];

		if (!is_found(s)) {
			a->exact = 0;
			run = (found_run) { 0, 0, 0 };
			continue;
		}
		a->exact &= s->how == LIKE_SAME && s->kind != STEP_SWAPPED;
		lengthen(&all, q, s);
		lengthen(&run, q, s);
		if (run.bits > best.bits)
			best = run;
		if (a->first == UINT32_MAX)
			a->first = s->token;
		a->last = s->token + s->tokens - 1;
	}
	a->found = all.words;
	a->bits = all.bits;
	a->run_words = best.words;
	a->run_telling = best.telling;
	a->run_bits = best.bits;
	if (a->exact)
		a->similarity = 1;
}

kt_status align_fully(aligner *a, const quotation *q, const view *v, alignment *out, kt_error *err)
{
	size_t i, j;
	kt_status status = fill(a, q, v, 1, &i, &j, err);

	out->count = out->found = out->run_words = out->run_telling = 0;
	out->bits = out->run_bits = 0;
	out->similarity = 0;
	if (status || !i)
		return status;
	out->similarity = a->best[i * (v->count + 1) + j] / q->weight;
	status = walk(a, q, v, i, j, out, err);
	if (status)
		return status;
	trim(q, out, 0, 1);
	trim(q, out, out->count - 1, -1);
	sum_up(q, out);
	return status;
}
