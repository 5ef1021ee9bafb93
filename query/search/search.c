#include "kartoteka/search.h"

#include <stdlib.h>
#include <string.h>

#include "plan.h"

#define TRIES 5 /* times that a question is asked again when the index changes under it */

static const xap_ranking by_relevance = { .k1 = RANKING_K1, .b = RANKING_B };

static kt_status run(plan *p, xap_query *query, const xap_ranking *ranking, size_t offset,
	size_t limit, ranked *out, kt_error *err)
{
	kt_status status = compose_filters(p, &query, err);

	memset(out, 0, sizeof *out);
	if (!status)
		status = xap_run(p->reader, query, ranking, offset, limit, &out->matches,
			&out->count, &out->total, err);
	xap_query_free(query);
	return status;
}

/* Puts what comes second behind what came first. */
static kt_status append(ranked *first, ranked *second, kt_error *err)
{
	xap_match *both;

	first->total += second->total;
	if (second->count) {
		both = realloc(first->matches, (first->count + second->count) * sizeof *both);
		if (!both)
			return kt_fail(err, KT_ENOMEM, "out of memory");
		memcpy(both + first->count, second->matches, second->count * sizeof *both);
		first->matches = both;
		first->count += second->count;
	}
	free(second->matches);
	second->matches = NULL;
	return KT_OK;
}

/* What of a page is left for the second part. */
static size_t rest_offset(size_t offset, const ranked *first)
{
	return offset > first->total ? offset - first->total : 0;
}

static size_t rest_limit(size_t limit, const ranked *first)
{
	return limit == SIZE_MAX ? SIZE_MAX : limit - first->count;
}

static int is_ranked_list(const plan *p)
{
	size_t some = 0;

	if (p->root->op != KT_QUERY_LIST)
		return 0;
	for (size_t i = 0; i < p->root->count; i++)
		some += p->root->children[i]->demand == KT_DEMAND_SOME &&
			!is_narrowing(p->root->children[i]);
	return some > 1;
}

/* Passages with all the words, then those with some. */
static kt_status run_in_tiers(plan *p, size_t offset, size_t limit, ranked *out, kt_error *err)
{
	xap_query *all, *rest[2] = { NULL, NULL }, *some;
	ranked second = { NULL, 0, 0 };
	kt_status status = compose_list(p, p->root, 1, &all, err);

	if (!status)
		status = run(p, all, &by_relevance, offset, limit, out, err);
	if (status)
		return status;
	p->answer->all_words = out->total;
	status = compose_list(p, p->root, 0, &rest[0], err);
	if (!status)
		status = compose_list(p, p->root, 1, &rest[1], err);
	if (status) {
		xap_query_free(rest[0]);
		return status;
	}
	status = xap_query_join(&some, XAP_AND_NOT, rest, 2, err);
	if (!status)
		status = run(p, some, &by_relevance, rest_offset(offset, out),
			rest_limit(limit, out), &second, err);
	if (!status)
		status = append(out, &second, err);
	free(second.matches);
	p->answer->any_word = out->total;
	return status;
}

/* By source, date or year: the documents themselves are sorted. */
static kt_status run_sorted(plan *p, size_t offset, size_t limit, ranked *out, kt_error *err)
{
	uint32_t *ids;
	size_t count;
	kt_status status = plan_documents(p, &ids, &count, err);

	if (!status)
		status = order_documents(p, p->options->sort == KT_SORT_DATE, ids, count, err);
	if (!status && p->options->sort == KT_SORT_YEAR)
		status = order_by_year(p, ids, count, err);
	if (!status) {
		out->total = count;
		if (offset > count)
			offset = count;
		out->count = limit < count - offset ? limit : count - offset;
		out->matches = calloc(out->count + 1, sizeof *out->matches);
		if (!out->matches)
			status = kt_fail(err, KT_ENOMEM, "out of memory");
	}
	for (size_t i = 0; !status && i < out->count; i++)
		out->matches[i].id = ids[offset + i];
	free(ids);
	return status;
}

/* How many passages a ranked list has with all, or with any of its words. */
static kt_status count_list(plan *p, int all, uint64_t *out, kt_error *err)
{
	xap_query *query;
	ranked counted;
	kt_status status = compose_list(p, p->root, all, &query, err);

	if (!status)
		status = run(p, query, &by_relevance, 0, 0, &counted, err);
	*out = status ? 0 : counted.total;
	return status;
}

static kt_status run_plain(plan *p, size_t offset, size_t limit, ranked *out, kt_error *err)
{
	xap_query *query;
	kt_status status;

	if (p->options->sort != KT_SORT_RELEVANCE)
		return run_sorted(p, offset, limit, out, err);
	if (is_lone_phrase(p))
		return rank_phrase(p, offset, limit, out, err);
	status = compose(p, p->root, &query, err);
	return status ? status : run(p, query, &by_relevance, offset, limit, out, err);
}

/* Sorted otherwise than by relevance there are no tiers. */
static kt_status run_query(plan *p, size_t offset, size_t limit, ranked *out, kt_error *err)
{
	kt_answer *a = p->answer;
	int list = is_ranked_list(p);
	kt_status status;

	memset(out, 0, sizeof *out);
	if (is_list_of_words(p))
		return rank_words(p, offset, limit, out, err);
	if (list && !p->options->all && p->options->sort == KT_SORT_RELEVANCE)
		return run_in_tiers(p, offset, limit, out, err);
	status = run_plain(p, offset, limit, out, err);
	a->all_words = a->any_word = out->total;
	if (!status && list)
		status = p->options->all ? count_list(p, 0, &a->any_word, err)
					 : count_list(p, 1, &a->all_words, err);
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
			(is_narrowing(root->children[i]) && root->op == KT_QUERY_LIST))
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
	if (!status && !out->passages)
		status = quote_offer(&p, err);
	if (!status)
		status = named_notice(&p, err);
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
