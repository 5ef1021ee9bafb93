/* rank.c - ranked lists of plain words, the question that is asked most.
 *
 * BM25 (Robertson and Zaragoza 2009) with a word's class as one term.  Xapian ranks the same, but
 * reads the length of every passage that it weighs; here each is first given the weight that it had
 * if it were short, and lengths are read from the heaviest down, until what is left cannot be among
 * those asked for.  How many passages have all the words, and any, comes out on the way. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "plan.h"

#define SHORTEST 0.5 /* of the average: a shorter passage weighs no more */

#define TIMES 16 /* a word stands rarely more often in a passage */

typedef struct word {
	const leaf *leaf;
	documents at;
	double weight;
	double most[TIMES]; /* that it weighs in a short passage where it stands so often */
	size_t next; /* of `at` */
	uint32_t id; /* its document */
} word;

typedef struct scored {
	uint32_t id;
	double weight;
} scored;

/* Passages with all the words, or those with some. */
typedef struct tier {
	scored *at;
	size_t count;
} tier;

typedef struct ranking {
	plan *p;
	word *words;
	size_t count;
	double average; /* length of a passage */
	tier tiers[2];
} ranking;

/* ---- the words ---- */

double word_weight(uint32_t all, size_t having)
{
	double odds = ((double)all - (double)having + 0.5) / ((double)having + 0.5);

	/* so that what most passages have does not weigh less than nothing */
	return log(odds < 2 ? odds * 0.5 + 1 : odds) * (1 + RANKING_K1);
}

static int is_ranked_word(const plan_node *node)
{
	return node->op == KT_QUERY_WORD && node->leaf && node->leaf->kind == LEAF_WORD &&
	       node->leaf->count <= 1 && node->demand == KT_DEMAND_SOME;
}

int is_list_of_words(const plan *p)
{
	const plan_node *root = p->root;

	if (p->filter_count || p->options->sort != KT_SORT_RELEVANCE)
		return 0;
	if (root->leaf)
		return is_ranked_word(root);
	if (root->op != KT_QUERY_LIST)
		return 0;
	for (size_t i = 0; i < root->count; i++)
		if (!is_ranked_word(root->children[i]))
			return 0;
	return root->count > 0;
}

static word *word_of(ranking *r, const leaf *l)
{
	for (size_t i = 0; i < r->count; i++)
		if (r->words[i].leaf == l)
			return &r->words[i];
	r->words[r->count].leaf = l;
	return &r->words[r->count++];
}

static kt_status add_word(ranking *r, leaf *l, uint32_t all, kt_error *err)
{
	size_t before = r->count;
	word *w = word_of(r, l);
	kt_status status = KT_OK;

	if (r->count > before && l->count)
		status = documents_of_element(r->p, &l->elements[0], &w->at, err);
	w->weight += word_weight(all, w->at.count); /* a word typed twice weighs twice */
	return status;
}

static kt_status add_words(ranking *r, kt_error *err)
{
	const plan_node *root = r->p->root;
	uint32_t all;
	kt_status status = xap_reader_count(r->p->reader, &all, err);

	r->words = plan_alloc(r->p, root->leaf ? 1 : root->count, sizeof *r->words, err);
	if (!r->words)
		return KT_ENOMEM;
	if (!status && root->leaf)
		return add_word(r, root->leaf, all, err);
	for (size_t i = 0; !status && i < root->count; i++)
		if (!root->children[i]->leaf->stop)
			status = add_word(r, root->children[i]->leaf, all, err);
	return status;
}

/* ---- all passages that have some of them ---- */

double bm25(double weight, uint32_t times, double length)
{
	double norm = length > SHORTEST ? length : SHORTEST;

	return weight * times / (RANKING_K1 * (1 - RANKING_B + RANKING_B * norm) + times);
}

static double weight_of(const word *w, uint32_t times, double length)
{
	return bm25(w->weight, times, length);
}

/* Room for as many passages as there can be. */
static kt_status make_room(ranking *r, kt_error *err)
{
	size_t all = 0;

	for (size_t i = 0; i < r->count; i++)
		all += r->words[i].at.count;
	for (size_t i = 0; i < 2; i++) {
		r->tiers[i].at = malloc((all + 1) * sizeof *r->tiers[i].at);
		if (!r->tiers[i].at)
			return kt_fail(err, KT_ENOMEM, "out of memory");
	}
	return KT_OK;
}

static void step(word *w)
{
	w->id = w->next < w->at.count ? w->at.ids[w->next] : UINT32_MAX;
}

static void begin(word *w)
{
	for (uint32_t times = 0; times < TIMES; times++)
		w->most[times] = weight_of(w, times, SHORTEST);
	step(w);
}

static uint32_t next_passage(const ranking *r)
{
	uint32_t id = UINT32_MAX;

	for (size_t i = 0; i < r->count; i++)
		id = r->words[i].id < id ? r->words[i].id : id;
	return id;
}

static kt_status meet_words(ranking *r, kt_error *err)
{
	kt_status status = make_room(r, err);
	uint32_t id;

	for (size_t i = 0; i < r->count; i++)
		begin(&r->words[i]);
	while (!status && (id = next_passage(r)) != UINT32_MAX) {
		double most = 0;
		size_t having = 0;
		tier *t;

		for (size_t i = 0; i < r->count; i++) {
			word *w = &r->words[i];
			uint32_t times;

			if (w->id != id)
				continue;
			times = w->at.counts[w->next++];
			most += times < TIMES ? w->most[times] : weight_of(w, times, SHORTEST);
			having++;
			step(w);
		}
		t = &r->tiers[having < r->count];
		t->at[t->count++] = (scored) { id, most };
	}
	return status;
}

/* ---- the heaviest ---- */

/* Whether a comes before b. */
static int is_before(const scored *a, const scored *b)
{
	return a->weight != b->weight ? a->weight > b->weight : a->id < b->id;
}

static int by_weight(const void *a, const void *b)
{
	return is_before(a, b) ? -1 : is_before(b, a);
}

/* A heap whose top comes before all. */
static void sink(scored *heap, size_t count, size_t at)
{
	for (size_t child; (child = 2 * at + 1) < count; at = child) {
		scored swap;

		if (child + 1 < count && is_before(&heap[child + 1], &heap[child]))
			child++;
		if (!is_before(&heap[child], &heap[at]))
			return;
		swap = heap[at];
		heap[at] = heap[child];
		heap[child] = swap;
	}
}

static uint32_t times_in(const documents *d, uint32_t id)
{
	size_t low = 0, high = d->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (d->ids[middle] < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < d->count && d->ids[low] == id ? d->counts[low] : 0;
}

static void weigh(const ranking *r, scored *s)
{
	uint32_t length = kt_index_length(r->p->index, s->id);

	s->weight = 0;
	for (size_t i = 0; i < r->count; i++) {
		const word *w = &r->words[i];

		s->weight += weight_of(w, times_in(&w->at, s->id), length / r->average);
	}
}

/* Puts s into its place among the best so far, of which there are `most` at most. */
static void insert(scored *best, size_t *count, size_t most, scored s)
{
	size_t at = *count < most ? (*count)++ : most - 1;

	for (; at && is_before(&s, &best[at - 1]); at--)
		best[at] = best[at - 1];
	best[at] = s;
}

/* The first `most` of a tier, in order, into best. */
static void best_of(const ranking *r, tier *t, size_t most, scored *best)
{
	size_t count = 0;

	for (size_t i = t->count / 2; i-- > 0;)
		sink(t->at, t->count, i);
	for (size_t left = t->count; left; left--) {
		scored s = t->at[0];

		if (count == most && !is_before(&s, &best[most - 1]))
			break;
		t->at[0] = t->at[left - 1];
		sink(t->at, left - 1, 0);
		weigh(r, &s);
		if (count < most || is_before(&s, &best[most - 1]))
			insert(best, &count, most, s);
	}
}

static void all_of(const ranking *r, tier *t)
{
	for (size_t i = 0; i < t->count; i++)
		weigh(r, &t->at[i]);
	if (t->count)
		qsort(t->at, t->count, sizeof *t->at, by_weight);
}

#define FEW 1000 /* more are all weighed and sorted */

/* Adds those of a tier that are on the page; *offset and *limit: what is left of it. */
static void add_page(const ranking *r, tier *t, size_t *offset, size_t *limit, ranked *out)
{
	size_t skip = *offset < t->count ? *offset : t->count;
	size_t take = *limit < t->count - skip ? *limit : t->count - skip;
	scored few[FEW], *best = few;

	*offset -= skip;
	*limit -= take;
	if (!take)
		return;
	if (skip + take <= FEW) {
		best_of(r, t, skip + take, few);
	} else {
		all_of(r, t);
		best = t->at;
	}
	for (size_t i = skip; i < skip + take; i++)
		out->matches[out->count++] = (xap_match) { best[i].id, best[i].weight };
}

static kt_status page(ranking *r, size_t offset, size_t limit, ranked *out, kt_error *err)
{
	size_t all = r->tiers[0].count, some = r->p->options->all ? 0 : r->tiers[1].count;
	size_t most = limit < all + some ? limit : all + some;

	out->total = all + some;
	out->matches = calloc(most + 1, sizeof *out->matches);
	if (!out->matches)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	add_page(r, &r->tiers[0], &offset, &limit, out);
	if (some)
		add_page(r, &r->tiers[1], &offset, &limit, out);
	r->p->answer->all_words = all;
	r->p->answer->any_word = all + r->tiers[1].count;
	return KT_OK;
}

kt_status rank_words(plan *p, size_t offset, size_t limit, ranked *out, kt_error *err)
{
	ranking r = { .p = p };
	kt_status status = add_words(&r, err);

	if (!status)
		status = kt_index_average_length(p->index, &r.average, err);
	if (!status && r.count)
		status = meet_words(&r, err);
	if (!status)
		status = page(&r, offset, limit, out, err);
	for (size_t i = 0; i < r.count; i++)
		documents_release(&r.words[i].at);
	free(r.tiers[0].at);
	free(r.tiers[1].at);
	return status;
}
