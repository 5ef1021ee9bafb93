/* quote_candidates.c - which passages may hold a quotation: those with most of its rare words.
 *
 * Postings of the quotation's words are counted, rarest first, until a bound is reached, so that
 * the work does not grow with common words; a passage's score is the sum of what its words tell.
 * Where that does not part the passages (few words, all common), Xapian says in which of them the
 * rarest words stand together.
 */
#include <stdlib.h>
#include <string.h>

#include "quote.h"

#define POSTINGS_ENOUGH 60000 /* read; the rarest two classes are read whatever they have */
#define POSTINGS_WIDELY 300000 /* where parts are what is asked for */
#define POSTINGS_MOST 400000 /* of the rarest class: more is refused */
#define NEAR_CLASSES 3
#define NEAR_SLACK 4
#define HOPELESS_LOOKED_AT 80
#define HOPEFUL_LACK 0.4F /* of the quotation's weight */
#define PHRASE_WORDS 16
#define LONG_WORDS 16 /* more: parts are looked for too */

/* Scores of documents, by number; `last` is the class that was counted last. */
typedef struct score {
	float bits, weight;
	uint32_t last;
} score;

typedef struct counting {
	quotation *q;
	score *scores;
	uint32_t *touched;
	size_t touched_count, touched_size;
	quote_posting *postings; /* of a long quotation */
	size_t posting_count, posting_size;
	uint32_t mark; /* of the class being counted, from 1 */
	uint32_t class;
	float bits, weight; /* weight: with that of its repetitions */
	float counted; /* weight of the classes counted */
	const unsigned char *within; /* by document; NULL: all */
} counting;

static kt_status count_posting(void *context, uint32_t id, uint32_t occurrences, kt_error *err)
{
	counting *c = context;
	score *s = &c->scores[id];

	(void)occurrences;
	if (s->last == c->mark || (c->within && !c->within[id]))
		return KT_OK;
	if (!s->last) {
		if (!kt_grow((void **)&c->touched, &c->touched_size, c->touched_count,
			    sizeof *c->touched))
			return kt_fail(err, KT_ENOMEM, "out of memory");
		c->touched[c->touched_count++] = id;
	}
	s->last = c->mark;
	s->bits += c->bits;
	s->weight += c->weight;
	if (c->q->count <= LONG_WORDS)
		return KT_OK;
	if (!kt_grow(
		    (void **)&c->postings, &c->posting_size, c->posting_count, sizeof *c->postings))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	c->postings[c->posting_count++] = (quote_posting) { id, c->class };
	return KT_OK;
}

static int by_rarity(const void *a, const void *b)
{
	const quote_class *x = *(quote_class *const *)a, *y = *(quote_class *const *)b;

	if (x->documents != y->documents)
		return x->documents < y->documents ? -1 : 1;
	return x < y ? -1 : 1;
}

/* Classes that occur, rarest first. */
static quote_class **rarest(quotation *q, size_t *count, kt_error *err)
{
	quote_class **out = plan_alloc(q->plan, q->class_count, sizeof *out, err);

	*count = 0;
	for (size_t i = 0; out && i < q->class_count; i++)
		if (q->classes[i].documents)
			out[(*count)++] = &q->classes[i];
	if (out)
		qsort(out, *count, sizeof *out, by_rarity);
	return out;
}

/* Common words of a class are read in one go. */
static kt_status count_class(counting *c, const quote_class *class, kt_error *err)
{
	kt_index *index = c->q->plan->index;
	kt_str *forms = plan_alloc(c->q->plan, class->term_count, sizeof *forms, err);
	kt_word_set common = { forms, 0 };
	kt_status status = forms ? KT_OK : KT_ENOMEM;

	for (size_t i = 0; !status && i < class->term_count; i++) {
		if (kt_common_number(class->terms[i]))
			forms[common.count++] = class->terms[i];
		else
			status = kt_index_postings(
				index, class->terms[i], NULL, 0, count_posting, c, err);
	}
	if (!status && common.count)
		status = kt_index_runs(index, &common, 1, NULL, 0, count_posting, c, err);
	return status;
}

static kt_status count_classes(
	counting *c, quote_class *const *classes, size_t count, kt_error *err)
{
	uint64_t read = 0, enough = c->q->widely ? POSTINGS_WIDELY : POSTINGS_ENOUGH;
	kt_status status = KT_OK;

	for (size_t i = 0; !status && i < count; i++) {
		if (i > 1 && read + classes[i]->documents > enough)
			break;
		read += classes[i]->documents;
		c->mark = (uint32_t)i + 1;
		c->class = (uint32_t)(classes[i] - c->q->classes);
		c->bits = (float)classes[i]->bits;
		c->weight = classes[i]->total_weight;
		c->counted += c->weight;
		status = count_class(c, classes[i], err);
	}
	return status;
}

/* ---- the best -------------------------------------------------------------------------------- */

/* Whether a comes behind b: fewer bits, or as many and a later document. */
static int is_behind(const score *scores, uint32_t a, uint32_t b)
{
	if (scores[a].bits != scores[b].bits)
		return scores[a].bits < scores[b].bits;
	return a > b;
}

/* A heap whose top is the hindmost. */
static void sink(const score *scores, uint32_t *heap, size_t count, size_t at)
{
	for (;;) {
		size_t child = 2 * at + 1;
		uint32_t swap;

		if (child >= count)
			return;
		if (child + 1 < count && is_behind(scores, heap[child + 1], heap[child]))
			child++;
		if (!is_behind(scores, heap[child], heap[at]))
			return;
		swap = heap[at];
		heap[at] = heap[child];
		heap[child] = swap;
		at = child;
	}
}

/* The best of the documents touched, best first, into out; *ties: how many of those left out have
 * the score of the last. */
static size_t best_of(const counting *c, uint32_t *out, size_t most, size_t *ties)
{
	size_t count = c->touched_count < most ? c->touched_count : most;

	*ties = 0;
	if (!count)
		return 0;
	memcpy(out, c->touched, count * sizeof *out);
	for (size_t i = count / 2; i-- > 0;)
		sink(c->scores, out, count, i);
	for (size_t i = count; i < c->touched_count; i++)
		if (is_behind(c->scores, out[0], c->touched[i])) {
			out[0] = c->touched[i];
			sink(c->scores, out, count, 0);
		}
	for (size_t i = 0; i < c->touched_count; i++)
		*ties += c->touched_count > count &&
			 c->scores[c->touched[i]].bits == c->scores[out[0]].bits &&
			 c->touched[i] > out[0];
	for (size_t end = count; end > 1; end--) {
		uint32_t swap = out[0];

		out[0] = out[end - 1];
		out[end - 1] = swap;
		sink(c->scores, out, end - 1, 0);
	}
	return count;
}

/* ---- words that stand together -----------------------------------------------------------------
 */

/* In how wide a window the classes stand in the quotation. */
static unsigned window_of(const quotation *q, quote_class *const *classes, size_t count)
{
	size_t first = q->count, last = 0;

	for (size_t i = 0; i < q->count; i++)
		for (size_t k = 0; k < count; k++)
			if (&q->classes[q->words[i].class] == classes[k]) {
				first = i < first ? i : first;
				last = i;
			}
	return (unsigned)(last - first + 1 + NEAR_SLACK);
}

/* The terms of a class as one place of a phrase; of a common word the common ones, since what else
 * is in its class are parts of compounds (t. o.). */
static kt_status element_of(const quotation *q, const quote_class *c, element *out, kt_error *err)
{
	int common = kt_common_number(c->form) > 0;

	out->sequences = plan_alloc(q->plan, c->term_count, sizeof *out->sequences, err);
	if (!out->sequences)
		return KT_ENOMEM;
	for (size_t i = 0; i < c->term_count; i++)
		if (!common || kt_common_number(c->terms[i]))
			out->sequences[out->count++] = (sequence) { &c->terms[i], 1 };
	return KT_OK;
}

/* Puts documents into out, by number, and releases them; *all: how many there were. */
static void take(
	const counting *c, documents *having, uint32_t *out, size_t most, size_t *made, size_t *all)
{
	*all = having->count;
	for (size_t i = 0; i < having->count && *made < most; i++)
		if (!c->within || c->within[having->ids[i]])
			out[(*made)++] = having->ids[i];
	documents_release(having);
}

static kt_status exact_words(
	counting *c, uint32_t *out, size_t most, size_t *made, size_t *all, kt_error *err)
{
	const quotation *q = c->q;
	element *words = plan_alloc(q->plan, q->count, sizeof *words, err);
	documents having = { NULL, NULL, NULL, 0, 0 };
	kt_status status = words ? KT_OK : KT_ENOMEM;

	*made = *all = 0;
	for (size_t i = 0; !status && i < q->count; i++) {
		const quote_class *class = &q->classes[q->words[i].class];

		if (!class->documents)
			return KT_OK;
		status = element_of(q, class, &words[i], err);
	}
	if (!status)
		status = documents_of_elements(q->plan, words, q->count, &having, err);
	take(c, &having, out, most, made, all);
	return status;
}

/* Of the rarest classes.  Of common words alone only the very words are near. */
static kt_status near_words(counting *c, quote_class *const *classes, size_t count, uint32_t *out,
	size_t most, size_t *made, size_t *all, kt_error *err)
{
	size_t n = count < NEAR_CLASSES ? count : NEAR_CLASSES;
	element words[NEAR_CLASSES] = { 0 };
	documents having = { NULL, NULL, NULL, 0, 0 };
	kt_status status = KT_OK;

	*made = *all = 0;
	if (n < 2 || c->q->common)
		return KT_OK;
	for (size_t i = 0; !status && i < n; i++)
		status = element_of(c->q, classes[i], &words[i], err);
	if (!status)
		status = documents_together(
			c->q->plan, words, n, window_of(c->q, classes, n), &having, err);
	take(c, &having, out, most, made, all);
	return status;
}

/* ---- all of it ---------------------------------------------------------------------------------
 */

static size_t without_doubles(uint32_t *ids, size_t count, score *scores)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (scores[ids[i]].last != UINT32_MAX) {
			scores[ids[i]].last = UINT32_MAX;
			ids[kept++] = ids[i];
		}
	return kept;
}

/* Candidates that cannot come near by the words they lack are looked at in a small number only:
 * they may have parts, or words with slips. */
static size_t without_hopeless(const counting *c, uint32_t *ids, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		float lacking = c->counted - c->scores[ids[i]].weight;

		if (i < HOPELESS_LOOKED_AT || lacking < HOPEFUL_LACK * c->q->weight)
			ids[kept++] = ids[i];
	}
	return kept;
}

static kt_status choose(
	counting *c, quote_class *const *classes, size_t count, candidates *out, kt_error *err)
{
	uint32_t *ids = out->ids, *best = ids + 2 * QUOTE_CANDIDATES;
	size_t ties, exact = 0, near = 0, all_exact = 0, all_near = 0;
	kt_status status = count_classes(c, classes, count, err);

	if (status)
		return status;
	out->count = best_of(c, best, QUOTE_CANDIDATES, &ties);
	out->count = without_hopeless(c, best, out->count);
	out->parts = plan_alloc(c->q->plan, QUOTE_PARTS, sizeof *out->parts, err);
	if (!out->parts)
		return KT_ENOMEM;
	if (c->posting_count)
		status = quote_parts(
			c->q, c->postings, c->posting_count, out->parts, &out->part_count, err);
	if (!status && ties && c->q->count <= PHRASE_WORDS)
		status = exact_words(c, ids, QUOTE_CANDIDATES, &exact, &all_exact, err);
	if (!status && ties)
		status = near_words(
			c, classes, count, ids + exact, QUOTE_CANDIDATES, &near, &all_near, err);
	if (status)
		return status;
	/* Of a long quotation the places alone are not counted: when none of a full list is
	 * hopeless, others as good may have been left out. */
	out->cut = !c->within &&
		   (all_exact > exact || all_near > near ||
			   (ties && c->q->count > PHRASE_WORDS && out->count == QUOTE_CANDIDATES));
	memmove(ids + exact + near, best, out->count * sizeof *ids);
	out->count = without_doubles(ids, exact + near + out->count, c->scores);
	return KT_OK;
}

kt_status quote_candidates(
	quotation *q, const unsigned char *within, candidates *out, kt_error *err)
{
	counting c = { .q = q, .within = within };
	uint32_t last = 0;
	size_t count = 0;
	quote_class **classes = rarest(q, &count, err);
	kt_status status = classes ? xap_reader_last(q->plan->reader, &last, err) : KT_ENOMEM;

	memset(out, 0, sizeof *out);
	if (status || !count)
		return status;
	if (classes[0]->documents > POSTINGS_MOST) {
		out->refused = 1;
		return KT_OK;
	}
	out->ids = plan_alloc(q->plan, 3 * QUOTE_CANDIDATES, sizeof *out->ids, err);
	c.scores = calloc((size_t)last + 1, sizeof *c.scores);
	if (!out->ids || !c.scores)
		status = kt_fail(err, KT_ENOMEM, "out of memory");
	if (!status)
		status = choose(&c, classes, count, out, err);
	free(c.scores);
	free(c.touched);
	free(c.postings);
	return status;
}
