/* quote_parts.c - passages that have many words of one stretch of a long quotation: they may hold a
 * part of it, though few of all its words. */
#include <stdlib.h>
#include <string.h>

#include "quote.h"

#define STRETCH_WORDS 12
#define CLASSES_LEAST 3 /* that a part has of those counted */

static int by_document(const void *a, const void *b)
{
	const quote_posting *x = a, *y = b;

	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	return (x->class > y->class) - (x->class < y->class);
}

/* What the words of the best stretch tell, of those in the postings of one document.  stamps: by
 * class, the document that has it. */
static double best_stretch(
	const quotation *q, const quote_posting *of, size_t count, uint32_t *stamps)
{
	uint32_t id = of->id;
	double now = 0, best = 0;

	for (size_t i = 0; i < count; i++)
		stamps[of[i].class] = id;
	for (size_t i = 0; i < q->count; i++) {
		uint32_t class = q->words[i].class;

		if (stamps[class] == id)
			now += q->classes[class].bits;
		if (i >= STRETCH_WORDS && stamps[q->words[i - STRETCH_WORDS].class] == id)
			now -= q->classes[q->words[i - STRETCH_WORDS].class].bits;
		best = now > best ? now : best;
	}
	return best;
}

/* The best so far, in no order. */
typedef struct best_few {
	uint32_t *ids;
	double bits[QUOTE_PARTS];
	size_t count, least; /* place of the least */
} best_few;

static void offer(best_few *b, uint32_t id, double bits)
{
	size_t at = b->count;

	if (b->count == QUOTE_PARTS) {
		at = b->least;
		if (bits <= b->bits[at])
			return;
	} else {
		b->count++;
	}
	b->ids[at] = id;
	b->bits[at] = bits;
	b->least = 0;
	for (size_t i = 1; i < b->count; i++)
		if (b->bits[i] < b->bits[b->least])
			b->least = i;
}

kt_status quote_parts(const quotation *q, quote_posting *postings, size_t count, uint32_t *ids,
	size_t *made, kt_error *err)
{
	best_few best = { .ids = ids };
	uint32_t *stamps = calloc(q->class_count, sizeof *stamps);

	*made = 0;
	if (!stamps)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	if (count)
		qsort(postings, count, sizeof *postings, by_document);
	for (size_t from = 0, to; from < count; from = to) {
		size_t classes = 1;

		for (to = from + 1; to < count && postings[to].id == postings[from].id; to++)
			classes += postings[to].class != postings[to - 1].class;
		if (classes >= CLASSES_LEAST)
			offer(&best, postings[from].id,
				best_stretch(q, postings + from, to - from, stamps));
	}
	*made = best.count;
	free(stamps);
	return KT_OK;
}
