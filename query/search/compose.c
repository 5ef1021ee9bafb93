/* compose.c - the plan as a query of Xapian. */
#include "plan.h"

/* Queries to be joined; those not taken are freed. */
typedef struct parts {
	xap_query **at;
	size_t count;
} parts;

static kt_status parts_init(plan *p, parts *list, size_t size, kt_error *err)
{
	list->count = 0;
	list->at = plan_alloc(p, size, sizeof *list->at, err);
	return list->at ? KT_OK : KT_ENOMEM;
}

static void parts_drop(parts *list)
{
	while (list->count)
		xap_query_free(list->at[--list->count]);
}

/* One part is itself; none is what `none` says: 0 nothing, 1 everything. */
static kt_status parts_join(parts *list, xap_op op, int none, xap_query **out, kt_error *err)
{
	size_t count = list->count;

	list->count = 0;
	if (count == 1) {
		*out = list->at[0];
		return KT_OK;
	}
	if (!count)
		return none ? xap_query_all(out, err) : xap_query_none(out, err);
	return xap_query_join(out, op, list->at, count, err);
}

static kt_status join_two(xap_op op, xap_query *a, xap_query *b, xap_query **out, kt_error *err)
{
	xap_query *both[2] = { a, b };

	return xap_query_join(out, op, both, 2, err);
}

/* A class of words that Xapian knows. */
static kt_status compose_terms(plan *p, const element *e, xap_query **out, kt_error *err)
{
	parts list;
	kt_status status = parts_init(p, &list, e->count, err);

	*out = NULL;
	for (size_t i = 0; !status && i < e->count; i++) {
		status = xap_query_term(&list.at[i], e->sequences[i].terms[0], err);
		list.count += !status;
	}
	if (!status)
		status = parts_join(&list, XAP_SYNONYM, 0, out, err);
	parts_drop(&list);
	return status;
}

kt_status compose_element(plan *p, element *e, xap_query **out, kt_error *err)
{
	const documents *d = &e->listed;
	kt_status status;

	if (!has_listed(e))
		return compose_terms(p, e, out, err);
	status = list_element(p, e, err);
	return status ? status : xap_query_documents(out, d->ids, d->weights, d->count, err);
}

/* Weighed by its words, matching in the documents that were worked out. */
static kt_status compose_found(
	const documents *found, xap_query *weighed, xap_query **out, kt_error *err)
{
	xap_query *which;
	kt_status status = xap_query_documents(&which, found->ids, NULL, found->count, err);

	if (status) {
		xap_query_free(weighed);
		return status;
	}
	return join_two(XAP_FILTER, weighed, which, out, err);
}

/* Common words add nothing to the weight, unless there is nothing else. */
static kt_status compose_phrase(plan *p, const leaf *l, xap_query **out, kt_error *err)
{
	parts list;
	xap_query *words;
	kt_status status = parts_init(p, &list, l->count, err);

	for (size_t i = 0; !status && i < l->count; i++) {
		if (has_common(&l->elements[i]))
			continue;
		status = compose_element(p, &l->elements[i], &list.at[list.count], err);
		list.count += !status;
	}
	if (!status && !list.count)
		return xap_query_documents(
			out, l->found.ids, l->found.weights, l->found.count, err);
	if (!status)
		status = parts_join(&list, XAP_AND, 0, &words, err);
	parts_drop(&list);
	return status ? status : compose_found(&l->found, words, out, err);
}

static kt_status compose_filter(plan *p, const leaf *l, xap_query **out, kt_error *err)
{
	static const xap_op ops[] = { XAP_OR, XAP_AND_NOT, XAP_OR };
	kt_status status = l->everything ? xap_query_all(out, err)
					 : compose_element(p, &l->elements[0], out, err);

	for (size_t i = 1; !status && i < l->count; i++) {
		xap_query *part;

		if (!l->elements[i].count)
			continue;
		status = compose_element(p, &l->elements[i], &part, err);
		if (status)
			xap_query_free(*out);
		else
			status = join_two(ops[i], *out, part, out, err);
	}
	return status ? status : xap_query_scale(out, *out, 0, err);
}

static kt_status compose_leaf(plan *p, const leaf *l, xap_query **out, kt_error *err)
{
	if (l->years)
		return xap_query_documents(
			out, l->found.ids, l->found.weights, l->found.count, err);
	if (l->kind == LEAF_PHRASE && l->count)
		return compose_phrase(p, l, out, err);
	if (!l->count)
		return xap_query_none(out, err);
	if (l->kind == LEAF_FILTER)
		return compose_filter(p, l, out, err);
	return compose_element(p, &l->elements[0], out, err);
}

static kt_status compose_near(plan *p, const plan_node *node, xap_query **out, kt_error *err)
{
	xap_query *a, *b, *both;
	kt_status status = compose(p, node->children[0], &a, err);

	if (status)
		return status;
	status = compose(p, node->children[1], &b, err);
	if (status) {
		xap_query_free(a);
		return status;
	}
	status = join_two(XAP_AND, a, b, &both, err);
	return status ? status : compose_found(&node->found, both, out, err);
}

static int is_excluded(const plan_node *node)
{
	return node->op == KT_QUERY_NOT || node->demand == KT_DEMAND_NOT;
}

static kt_status compose_excluded(plan *p, const plan_node *node, xap_query **out, kt_error *err)
{
	return compose(p, node->op == KT_QUERY_NOT ? node->children[0] : node, out, err);
}

/* What is wanted, without the children that are excluded. */
static kt_status without_excluded(
	plan *p, const plan_node *node, xap_query *wanted, xap_query **out, kt_error *err)
{
	parts list;
	kt_status status = parts_init(p, &list, node->count + 1, err);

	if (status) {
		xap_query_free(wanted);
		return status;
	}
	list.at[list.count++] = wanted;
	for (size_t i = 0; !status && i < node->count; i++) {
		if (!is_excluded(node->children[i]))
			continue;
		status = compose_excluded(p, node->children[i], &list.at[list.count], err);
		list.count += !status;
	}
	if (!status)
		status = parts_join(&list, XAP_AND_NOT, 0, out, err);
	parts_drop(&list);
	return status;
}

static kt_status compose_boolean(
	plan *p, const plan_node *node, xap_op op, xap_query **out, kt_error *err)
{
	parts list;
	xap_query *wanted;
	kt_status status = parts_init(p, &list, node->count, err);

	for (size_t i = 0; !status && i < node->count; i++) {
		if (is_excluded(node->children[i]))
			continue;
		status = compose(p, node->children[i], &list.at[list.count], err);
		list.count += !status;
	}
	if (!status)
		status = parts_join(&list, op, 1, &wanted, err);
	parts_drop(&list);
	return status ? status : without_excluded(p, node, wanted, out, err);
}

static int is_stop(const plan_node *node)
{
	return node->leaf && node->leaf->stop && node->demand == KT_DEMAND_SOME;
}

int is_narrowing(const plan_node *node)
{
	return node->leaf && node->op == KT_QUERY_FIELD && node->leaf->node->field != KT_ASK_QUOTE;
}

/* Words of a list: all that must be there, with those that add weight; or any of them.  NULL: it
 * has none. */
static kt_status join_words(parts *must, parts *some, xap_query **out, kt_error *err)
{
	xap_query *all, *any;
	kt_status status;

	*out = NULL;
	if (!must->count)
		return some->count ? parts_join(some, XAP_OR, 0, out, err) : KT_OK;
	status = parts_join(must, XAP_AND, 1, &all, err);
	if (status || !some->count) {
		*out = status ? NULL : all;
		return status;
	}
	status = parts_join(some, XAP_OR, 0, &any, err);
	if (status) {
		xap_query_free(all);
		return status;
	}
	return join_two(XAP_AND_MAYBE, all, any, out, err);
}

/* Words rank; a field (person:, year:, source: ...) narrows, as the options do. */
kt_status compose_list(plan *p, const plan_node *list, int all, xap_query **out, kt_error *err)
{
	parts must, some, narrow;
	xap_query *wanted = NULL;
	kt_status status = parts_init(p, &must, list->count, err);

	if (!status)
		status = parts_init(p, &some, list->count, err);
	if (!status)
		status = parts_init(p, &narrow, list->count + 1, err);
	if (status)
		return status;
	for (size_t i = 0; !status && i < list->count; i++) {
		const plan_node *child = list->children[i];
		parts *to = is_narrowing(child)			     ? &narrow
			    : all || child->demand == KT_DEMAND_MUST ? &must
								     : &some;

		if (is_excluded(child) || is_stop(child))
			continue;
		status = compose(p, child, &to->at[to->count], err);
		to->count += !status;
	}
	if (!status)
		status = join_words(&must, &some, &wanted, err);
	if (!status && wanted)
		narrow.at[narrow.count++] = wanted;
	if (!status)
		status = parts_join(&narrow, XAP_AND, 1, &wanted, err);
	parts_drop(&must);
	parts_drop(&some);
	parts_drop(&narrow);
	return status ? status : without_excluded(p, list, wanted, out, err);
}

kt_status compose(plan *p, const plan_node *node, xap_query **out, kt_error *err)
{
	*out = NULL;
	if (node->leaf)
		return compose_leaf(p, node->leaf, out, err);
	switch (node->op) {
	case KT_QUERY_NEAR:
	case KT_QUERY_ADJ:
		return compose_near(p, node, out, err);
	case KT_QUERY_AND:
		return compose_boolean(p, node, XAP_AND, out, err);
	case KT_QUERY_OR:
		return compose_boolean(p, node, XAP_OR, out, err);
	case KT_QUERY_NOT:
		return compose(p, node->children[0], out, err);
	default:
		return compose_list(p, node, p->options->all, out, err);
	}
}

kt_status compose_filters(plan *p, xap_query **query, kt_error *err)
{
	kt_status status = KT_OK;

	for (size_t i = 0; !status && i < p->filter_count; i++) {
		xap_query *filter;

		status = compose(p, p->filters[i], &filter, err);
		if (status) {
			xap_query_free(*query);
			*query = NULL;
		} else {
			status = join_two(XAP_FILTER, *query, filter, query, err);
		}
	}
	return status;
}
