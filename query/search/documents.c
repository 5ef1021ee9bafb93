/* documents.c - what must be worked out before Xapian runs, and occurrences. */
#include <stdlib.h>

#include "plan.h"

void documents_release(documents *d)
{
	free(d->ids);
	free(d->counts);
	free(d->weights);
	*d = (documents) { NULL, NULL, NULL, 0, 0 };
}

kt_status documents_add(documents *d, uint32_t id, uint32_t count, double weight, kt_error *err)
{
	size_t size = d->size, again = d->size, third = d->size;

	if (d->count == d->size) {
		if (!kt_grow((void **)&d->ids, &size, d->count, sizeof *d->ids) ||
			!kt_grow((void **)&d->counts, &again, d->count, sizeof *d->counts) ||
			!kt_grow((void **)&d->weights, &third, d->count, sizeof *d->weights))
			return kt_fail(err, KT_ENOMEM, "out of memory");
		d->size = size;
	}
	d->ids[d->count] = id;
	d->counts[d->count] = count;
	d->weights[d->count++] = weight;
	return KT_OK;
}

static kt_status documents_of_near(plan *p, plan_node *node, kt_error *err)
{
	spans places = { NULL, 0, 0 };
	uint32_t *ids = NULL;
	xap_query *sides[2] = { NULL, NULL }, *query;
	size_t count = 0, pairs;
	kt_status status = compose(p, node->children[0], &sides[0], err);

	if (!status)
		status = compose(p, node->children[1], &sides[1], err);
	if (status) {
		xap_query_free(sides[0]);
		return status;
	}
	status = xap_query_join(&query, XAP_AND, sides, 2, err);
	if (!status)
		status = matching_documents(p, query, &ids, &count, err);
	for (size_t i = 0; !status && i < count; i++) {
		places.count = 0;
		status = spans_of_near(p, node, ids[i], &places, &pairs, err);
		if (!status && pairs)
			status = documents_add(&node->found, ids[i], (uint32_t)pairs, 0, err);
	}
	free(ids);
	spans_release(&places);
	return status;
}

static kt_status documents_of_nears(plan *p, plan_node *node, kt_error *err)
{
	kt_status status = KT_OK;

	if (node->op == KT_QUERY_NEAR || node->op == KT_QUERY_ADJ)
		return documents_of_near(p, node, err);
	for (size_t i = 0; !status && i < node->count; i++)
		status = documents_of_nears(p, node->children[i], err);
	return status;
}

kt_status documents_of_phrases(plan *p, kt_error *err)
{
	kt_status status = KT_OK;

	for (leaf *l = p->leaves; !status && l; l = l->next) {
		if (l->kind == LEAF_PHRASE && l->count)
			status = documents_of_phrase(p, l, err);
		else if (l->kind == LEAF_TAG && l->count)
			status = documents_of_tag(p, l, err);
	}
	return status || !p->root ? status : documents_of_nears(p, p->root, err);
}

static void forget_nears(plan_node *node)
{
	documents_release(&node->found);
	for (size_t i = 0; i < node->count; i++)
		forget_nears(node->children[i]);
}

kt_status documents_again(plan *p, kt_error *err)
{
	if (!p->root)
		return KT_OK;
	forget_nears(p->root);
	return documents_of_nears(p, p->root, err);
}

/* ---- occurrences --------------------------------------------------------------------------- */

static uint64_t sum(const documents *d, const uint32_t *ids, size_t count)
{
	uint64_t total = 0;

	for (size_t i = 0, j = 0; i < d->count; i++) {
		while (ids && j < count && ids[j] < d->ids[i])
			j++;
		if (!ids || (j < count && ids[j] == d->ids[i]))
			total += d->counts[i];
	}
	return total;
}

static kt_status add_posting(void *context, uint32_t id, uint32_t occurrences, kt_error *err)
{
	(void)id;
	(void)err;
	*(uint64_t *)context += occurrences;
	return KT_OK;
}

static kt_status count_term(
	plan *p, kt_str term, const uint32_t *ids, size_t count, uint64_t *total, kt_error *err)
{
	uint64_t occurrences;
	kt_status status;

	if (ids)
		return kt_index_postings(p->index, term, ids, count, add_posting, total, err);
	status = kt_index_word(p->index, term, NULL, &occurrences, err);
	*total += status ? 0 : occurrences;
	return status;
}

/* Occurrences of a compound: its places in the documents that have all its parts. */
static kt_status count_sequence(plan *p, const sequence *s, const uint32_t *ids, size_t count,
	uint64_t *total, kt_error *err)
{
	documents found = { NULL, NULL, NULL, 0, 0 };
	kt_status status = documents_of_sequence(p, s, &found, err);

	*total += status ? 0 : sum(&found, ids, count);
	documents_release(&found);
	return status;
}

static kt_status count_leaf(
	plan *p, const leaf *l, const uint32_t *ids, size_t count, uint64_t *total, kt_error *err)
{
	kt_status status = KT_OK;

	if (l->kind == LEAF_PHRASE || l->found.count) {
		*total += sum(&l->found, ids, count);
		return KT_OK;
	}
	if (l->kind == LEAF_FILTER || !l->count)
		return KT_OK;
	for (size_t i = 0; !status && i < l->elements[0].count; i++) {
		const sequence *s = &l->elements[0].sequences[i];

		status = s->count == 1 ? count_term(p, s->terms[0], ids, count, total, err)
				       : count_sequence(p, s, ids, count, total, err);
	}
	return status;
}

static kt_status count_node(plan *p, const plan_node *node, const uint32_t *ids, size_t count,
	kt_map *seen, uint64_t *total, kt_error *err)
{
	kt_status status = KT_OK;
	int added;

	if (node->op == KT_QUERY_NEAR || node->op == KT_QUERY_ADJ) {
		*total += sum(&node->found, ids, count);
		return KT_OK;
	}
	if (node->leaf) {
		kt_str key = { (const char *)&node->leaf, sizeof node->leaf };

		if (node->leaf->negative || node->leaf->stop)
			return KT_OK;
		if (!kt_map_put(seen, key, 0, &added))
			return kt_fail(err, KT_ENOMEM, "out of memory");
		return added ? count_leaf(p, node->leaf, ids, count, total, err) : KT_OK;
	}
	for (size_t i = 0; !status && i < node->count; i++)
		status = count_node(p, node->children[i], ids, count, seen, total, err);
	return status;
}

kt_status count_occurrences(
	plan *p, const uint32_t *ids, size_t count, uint64_t *out, kt_error *err)
{
	kt_map *seen;
	kt_status status = kt_map_new(&seen, err);

	*out = 0;
	if (!status)
		status = count_node(p, p->root, ids, count, seen, out, err);
	kt_map_free(seen);
	return status;
}
