#include "kartoteka/search.h"

#include <stdlib.h>
#include <string.h>

#include "plan.h"

#define TRIES 5 /* times that a question is asked again when the index changes under it */

/* BM25's constants: passages differ little in length, so it weighs less than in Xapian's default.
 */
static const xap_ranking rankings[] = {
	[KT_SORT_RELEVANCE] = { .k1 = 1.2, .b = 0.6, .sort = XAP_BY_WEIGHT },
	[KT_SORT_SOURCE] = { .sort = KT_SLOT_ORDER },
	[KT_SORT_DATE] = { .sort = KT_SLOT_DATE },
	[KT_SORT_YEAR] = { .sort = KT_SLOT_FIRST_YEAR },
};

/* A ranked answer in the making. */
typedef struct ranked {
	xap_match *matches; /* of the page asked for */
	size_t count;
	size_t total;
} ranked;

static kt_status run(
	plan *p, xap_query *query, size_t offset, size_t limit, ranked *out, kt_error *err)
{
	kt_status status = compose_filters(p, &query, err);

	memset(out, 0, sizeof *out);
	if (!status)
		status = xap_run(p->reader, query, &rankings[p->options->sort], offset, limit,
			&out->matches, &out->count, &out->total, err);
	xap_query_free(query);
	return status;
}

static int is_ranked_list(const plan *p)
{
	size_t some = 0;

	if (p->root->op != KT_QUERY_LIST)
		return 0;
	for (size_t i = 0; i < p->root->count; i++)
		some += p->root->children[i]->demand == KT_DEMAND_SOME;
	return some > 1;
}

/* Passages with all the words, then those with some. */
static kt_status run_in_tiers(plan *p, size_t offset, size_t limit, ranked *out, kt_error *err)
{
	kt_answer *a = p->answer;
	xap_query *all, *any, *rest[2];
	ranked first, second = { NULL, 0, 0 };
	kt_status status = compose_list(p, p->root, 1, &all, err);

	if (!status)
		status = run(p, all, offset, limit, &first, err);
	if (status)
		return status;
	a->all_words = first.total;
	status = compose_list(p, p->root, 0, &any, err);
	if (!status)
		status = compose_list(p, p->root, 1, &rest[1], err);
	rest[0] = any;
	if (!status)
		status = xap_query_join(&any, XAP_AND_NOT, rest, 2, 0, err);
	if (!status)
		status = run(p, any, offset > first.total ? offset - first.total : 0,
			limit == SIZE_MAX ? SIZE_MAX : limit - first.count, &second, err);
	if (!status && second.count) {
		xap_match *both =
			realloc(first.matches, (first.count + second.count) * sizeof *both);

		if (both) {
			memcpy(both + first.count, second.matches, second.count * sizeof *both);
			first.matches = both;
			first.count += second.count;
		} else {
			status = kt_fail(err, KT_ENOMEM, "out of memory");
		}
	}
	free(second.matches);
	if (status) {
		free(first.matches);
		return status;
	}
	first.total += second.total;
	a->any_word = first.total;
	*out = first;
	return KT_OK;
}

static kt_status run_plain(plan *p, size_t offset, size_t limit, ranked *out, kt_error *err)
{
	kt_answer *a = p->answer;
	xap_query *query;
	ranked any;
	kt_status status = compose(p, p->root, &query, err);

	if (!status)
		status = run(p, query, offset, limit, out, err);
	if (status)
		return status;
	a->all_words = a->any_word = out->total;
	if (p->root->op != KT_QUERY_LIST || !p->options->all)
		return KT_OK;
	status = compose_list(p, p->root, 0, &query, err);
	if (!status)
		status = run(p, query, 0, 0, &any, err);
	a->any_word = status ? 0 : any.total;
	return status;
}

/* Sorted otherwise than by relevance there are no tiers. */
static kt_status run_query(plan *p, size_t offset, size_t limit, ranked *out, kt_error *err)
{
	kt_answer *a = p->answer;
	xap_query *all;
	ranked counted;
	kt_status status;

	if (!is_ranked_list(p) || p->options->all)
		return run_plain(p, offset, limit, out, err);
	if (p->options->sort == KT_SORT_RELEVANCE)
		return run_in_tiers(p, offset, limit, out, err);
	status = run_plain(p, offset, limit, out, err);
	if (!status)
		status = compose_list(p, p->root, 1, &all, err);
	if (!status)
		status = run(p, all, 0, 0, &counted, err);
	a->all_words = status ? 0 : counted.total;
	return status;
}

/* ---- occurrences ---------------------------------------------------------------------------- */

/* Whether every passage with any part of the plan is in the answer: then nothing need be looked at.
 */
static int covers_all(const plan *p)
{
	const plan_node *root = p->root;

	if (p->filter_count || p->options->all)
		return 0;
	if (root->leaf)
		return 1;
	if (root->op != KT_QUERY_LIST && root->op != KT_QUERY_OR)
		return root->op == KT_QUERY_NEAR || root->op == KT_QUERY_ADJ;
	for (size_t i = 0; i < root->count; i++)
		if (!root->children[i]->leaf || root->children[i]->demand != KT_DEMAND_SOME ||
			(root->children[i]->leaf->kind == LEAF_FILTER && root->op == KT_QUERY_LIST))
			return 0;
	return 1;
}

static kt_status count_in_answer(plan *p, kt_error *err)
{
	uint32_t *ids = NULL;
	size_t count = 0;
	kt_status status;

	if (covers_all(p))
		return count_occurrences(p, NULL, 0, &p->answer->occurrences, err);
	status = plan_documents(p, &ids, &count, err);
	if (!status)
		status = count_occurrences(p, ids, count, &p->answer->occurrences, err);
	free(ids);
	return status;
}

/* ---- the answer ---------------------------------------------------------------------------------
 */

static kt_status load_hits(plan *p, const ranked *found, kt_error *err)
{
	kt_answer *a = p->answer;
	hit_loader *loader;
	kt_status status = hit_loader_new(&loader, p->index, p->arena, err);

	if (!status && !(a->hits = plan_alloc(p, found->count, sizeof *a->hits, err)))
		status = KT_ENOMEM;
	for (size_t i = 0; !status && i < found->count; i++) {
		a->hits[i].score = found->matches[i].weight;
		status = hit_load(
			loader, p, found->matches[i].id, p->options->context, &a->hits[i], err);
		a->hit_count += !status;
	}
	hit_loader_free(loader);
	return status;
}

static kt_status answer(kt_answer *out, kt_index *index, kt_arena *arena, const kt_query *query,
	const kt_search_options *options, kt_error *err)
{
	size_t limit = options->limit ? options->limit : SIZE_MAX;
	ranked found = { NULL, 0, 0 };
	plan p;
	kt_status status = plan_init(&p, index, arena, options, out, err);

	if (!status)
		status = plan_make(&p, query, err);
	if (!status)
		status = run_query(&p, options->offset, limit, &found, err);
	if (!status) {
		out->passages = found.total;
		status = count_in_answer(&p, err);
	}
	if (!status)
		status = load_hits(&p, &found, err);
	out->truncated = out->hit_count < out->passages;
	free(found.matches);
	plan_release(&p);
	return status;
}

kt_status kt_search(kt_answer *out, kt_index *index, kt_arena *arena, const kt_query *query,
	const kt_search_options *options, kt_error *err)
{
	kt_status status;

	for (int tries = 0;; tries++) {
		memset(out, 0, sizeof *out);
		status = answer(out, index, arena, query, options, err);
		if (status != KT_ECHANGED || tries == TRIES)
			return status;
		status = kt_index_reopen(index, err);
		if (status)
			return status;
	}
}
