/* rank.c - ranked lists of plain words, the question that is asked most.
 *
 * BM25 (Robertson and Zaragoza 2009) with a word's class as one term.  Xapian ranks the same, but
 * reads the length of every passage that it weighs.  Here passages that have each word equally
 * often are a group: they weigh the same but for their lengths, and none weighs more than a short
 * one.  Lengths are read from the heaviest group down, until what is left cannot be among those
 * asked for.  How many passages have all the words, and any, comes out on the way. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "groups.h"
#include "heaviest.h"

#define SHORTEST 0.5 /* of the average: a shorter passage weighs no more */

typedef struct word {
	const leaf *leaf;
	unsigned typed; /* so often */
	postings at;
	double weight;
	double most[GROUP_TIMES + 1]; /* that it weighs in a short passage, standing there so often
				       */
} word;

/* A group's number, and what a short passage of it weighs. */
typedef struct prospect {
	uint32_t group;
	double most;
} prospect;

typedef struct ranking {
	plan *p;
	word *words;
	size_t count;
	double average; /* length of a passage */
	groups groups;
	/* Groups with all the words, and those with some; and how many passages they have. */
	prospect *tiers[2];
	size_t tier_counts[2], passages[2];
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

/* A word typed twice weighs twice. */
static kt_status add_word(ranking *r, const leaf *l, kt_error *err)
{
	word *w = word_of(r, l);

	return w->typed++ || !l->count ? KT_OK
				       : postings_of_element(r->p, &l->elements[0], &w->at, err);
}

static kt_status add_words(ranking *r, kt_error *err)
{
	const plan_node *root = r->p->root;
	kt_status status = KT_OK;

	r->words = plan_alloc(r->p, root->leaf ? 1 : root->count, sizeof *r->words, err);
	if (!r->words)
		return KT_ENOMEM;
	if (root->leaf)
		return add_word(r, root->leaf, err);
	for (size_t i = 0; !status && i < root->count; i++)
		if (!root->children[i]->leaf->stop)
			status = add_word(r, root->children[i]->leaf, err);
	return status;
}

static kt_status group_passages(ranking *r, kt_error *err)
{
	const postings **lists = plan_alloc(r->p, r->count, sizeof *lists, err);

	if (!lists)
		return KT_ENOMEM;
	for (size_t i = 0; i < r->count; i++)
		lists[i] = &r->words[i].at;
	return groups_make(&r->groups, lists, r->count, err);
}

/* ---- what they weigh ---- */

double bm25(double weight, uint32_t times, double length)
{
	double norm = length > SHORTEST ? length : SHORTEST;

	return weight * times / (RANKING_K1 * (1 - RANKING_B + RANKING_B * norm) + times);
}

static size_t passages_with(const ranking *r, size_t number)
{
	size_t count = 0;

	for (size_t i = 0; i < r->groups.count; i++)
		count += group_times(&r->groups, i, number) ? r->groups.at[i].count : 0;
	return count;
}

static kt_status weigh_words(ranking *r, kt_error *err)
{
	uint32_t all;
	kt_status status = xap_reader_count(r->p->reader, &all, err);

	if (!status)
		status = kt_index_average_length(r->p->index, &r->average, err);
	for (size_t i = 0; !status && i < r->count; i++) {
		word *w = &r->words[i];
		double once = word_weight(all, passages_with(r, i));

		for (unsigned k = 0; k < w->typed; k++)
			w->weight += once;
		for (uint32_t times = 0; times < GROUP_TIMES; times++)
			w->most[times] = bm25(w->weight, times, SHORTEST);
		w->most[GROUP_TIMES] = w->weight; /* however often */
	}
	return status;
}

static kt_status weigh_groups(ranking *r, kt_error *err)
{
	for (int tier = 0; tier < 2; tier++) {
		r->tiers[tier] = plan_alloc(r->p, r->groups.count, sizeof **r->tiers, err);
		if (!r->tiers[tier])
			return KT_ENOMEM;
	}
	for (size_t i = 0; i < r->groups.count; i++) {
		prospect p = { (uint32_t)i, 0 };
		int tier = 0;

		for (size_t k = 0; k < r->count; k++) {
			uint32_t times = group_times(&r->groups, i, k);

			p.most += r->words[k].most[times];
			tier |= !times;
		}
		r->tiers[tier][r->tier_counts[tier]++] = p;
		r->passages[tier] += r->groups.at[i].count;
	}
	return KT_OK;
}

static xap_match weigh(const ranking *r, uint32_t number, uint32_t id)
{
	double length = kt_index_length(r->p->index, id) / r->average;
	xap_match m = { id, 0 };

	for (size_t i = 0; i < r->count; i++) {
		const word *w = &r->words[i];
		uint32_t times = group_times(&r->groups, number, i);

		if (times == GROUP_TIMES)
			times = postings_times(&w->at, id);
		m.weight += bm25(w->weight, times, length);
	}
	return m;
}

/* ---- the heaviest ---- */

/* A heap whose top weighs most. */
static void sink(prospect *heap, size_t count, size_t at)
{
	for (size_t child; (child = 2 * at + 1) < count; at = child) {
		prospect swap;

		if (child + 1 < count && heap[child + 1].most > heap[child].most)
			child++;
		if (heap[child].most <= heap[at].most)
			return;
		swap = heap[at];
		heap[at] = heap[child];
		heap[child] = swap;
	}
}

static prospect take_top(prospect *heap, size_t count)
{
	prospect top = heap[0];

	heap[0] = heap[count - 1];
	sink(heap, count - 1, 0);
	return top;
}

static void add_best(const ranking *r, prospect p, heaviest *best)
{
	const group *g = &r->groups.at[p.group];
	uint32_t at = g->first;

	for (size_t i = 0; i < g->count; i++, at = r->groups.passages[at].next) {
		xap_match m = { r->groups.passages[at].id, p.most };

		if (!heaviest_takes(best, &m)) /* nor are those behind it */
			return;
		heaviest_add(best, weigh(r, p.group, m.id));
	}
}

static void best_of(const ranking *r, int tier, heaviest *best)
{
	prospect *heap = r->tiers[tier];

	for (size_t i = r->tier_counts[tier] / 2; i-- > 0;)
		sink(heap, r->tier_counts[tier], i);
	for (size_t left = r->tier_counts[tier]; left; left--) {
		if (best->count == best->most && heap[0].most < best->at[best->most - 1].weight)
			break;
		add_best(r, take_top(heap, left), best);
	}
}

static void all_of(const ranking *r, int tier, xap_match *out)
{
	size_t count = 0;

	for (size_t i = 0; i < r->tier_counts[tier]; i++) {
		uint32_t number = r->tiers[tier][i].group;
		const group *g = &r->groups.at[number];
		uint32_t at = g->first;

		for (size_t k = 0; k < g->count; k++, at = r->groups.passages[at].next)
			out[count++] = weigh(r, number, r->groups.passages[at].id);
	}
	heaviest_sort(out, count);
}

/* Adds those of a tier that are on the page; *offset and *limit: what is left of it. */
static kt_status add_page(
	ranking *r, int tier, size_t *offset, size_t *limit, ranked *out, kt_error *err)
{
	size_t count = r->passages[tier];
	size_t skip = *offset < count ? *offset : count;
	size_t take = *limit < count - skip ? *limit : count - skip;
	int few = skip + take <= HEAVIEST_FEW;
	heaviest best = { NULL, 0, skip + take };

	*offset -= skip;
	*limit -= take;
	if (!take)
		return KT_OK;
	best.at = malloc((few ? best.most : count) * sizeof *best.at);
	if (!best.at)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	if (few)
		best_of(r, tier, &best);
	else
		all_of(r, tier, best.at);
	memcpy(out->matches + out->count, best.at + skip, take * sizeof *best.at);
	out->count += take;
	free(best.at);
	return KT_OK;
}

static kt_status page(ranking *r, size_t offset, size_t limit, ranked *out, kt_error *err)
{
	size_t all = r->passages[0], some = r->p->options->all ? 0 : r->passages[1];
	size_t most = limit < all + some ? limit : all + some;
	kt_status status = KT_OK;

	out->total = all + some;
	out->matches = calloc(most + 1, sizeof *out->matches);
	if (!out->matches)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	status = add_page(r, 0, &offset, &limit, out, err);
	if (!status && some)
		status = add_page(r, 1, &offset, &limit, out, err);
	r->p->answer->all_words = all;
	r->p->answer->any_word = all + r->passages[1];
	return status;
}

kt_status rank_words(plan *p, size_t offset, size_t limit, ranked *out, kt_error *err)
{
	ranking r = { .p = p };
	kt_status status = add_words(&r, err);

	if (!status)
		status = group_passages(&r, err);
	if (!status)
		status = weigh_words(&r, err);
	if (!status)
		status = weigh_groups(&r, err);
	if (!status)
		status = page(&r, offset, limit, out, err);
	for (size_t i = 0; i < r.count; i++)
		postings_release(&r.words[i].at);
	groups_release(&r.groups);
	return status;
}
