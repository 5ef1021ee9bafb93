#include "tree.h"

#include <assert.h>
#include <string.h>

static kt_status fail_node(tree *t, const kt_query *node, const char *message)
{
	return kt_fail_at(t->err, KT_EINVAL, node->at, node->length, "%s", message);
}

static kt_status new_node(tree *t, kt_query **out, size_t at, size_t length)
{
	*out = NULL;
	if (t->nodes++ == KT_QUERY_NODES)
		return kt_fail_at(t->err, KT_EINVAL, at, length,
			"the query has more than %d words and operators", KT_QUERY_NODES);
	*out = kt_arena_alloc(t->arena, sizeof **out);
	return *out ? KT_OK : kt_fail(t->err, KT_ENOMEM, "out of memory");
}

kt_status tree_leaf(tree *t, kt_query **out, const kt_query *leaf)
{
	kt_status status = new_node(t, out, leaf->at, leaf->length);

	if (!status)
		**out = *leaf;
	return status;
}

/* A node with the last `count` of the stack for children, which it takes off. */
static kt_status join(tree *t, kt_query **out, kt_query_op op, size_t count)
{
	kt_query **children = t->stack + (t->waiting - count);
	size_t at = children[0]->at, end = children[count - 1]->at + children[count - 1]->length;
	kt_status status = new_node(t, out, at, end - at);

	t->waiting -= count;
	if (status)
		return status;
	(*out)->op = op;
	(*out)->at = at;
	(*out)->length = end - at;
	(*out)->count = count;
	(*out)->children = kt_arena_array(t->arena, count, sizeof *children);
	if (!(*out)->children)
		return kt_fail(t->err, KT_ENOMEM, "out of memory");
	memcpy((*out)->children, children, count * sizeof *children);
	return KT_OK;
}

static void push(tree *t, kt_query *node)
{
	assert(t->waiting < KT_QUERY_NODES);
	t->stack[t->waiting++] = node;
}

void tree_wait(tree *t, kt_query_op op, kt_query *node)
{
	if (node->op != op || (op != KT_QUERY_AND && op != KT_QUERY_OR)) {
		push(t, node);
		return;
	}
	for (size_t i = 0; i < node->count; i++)
		push(t, node->children[i]);
}

static size_t count_not(const tree *t, size_t base)
{
	size_t count = 0;

	for (size_t i = base; i < t->waiting; i++)
		count += t->stack[i]->op == KT_QUERY_NOT;
	return count;
}

static kt_query *only(tree *t)
{
	return t->stack[--t->waiting];
}

/* NOT of the OR of what the nodes from base on exclude, all of which are NOT. */
static kt_status exclude_all(tree *t, kt_query **out, size_t base)
{
	size_t at = t->stack[base]->at;
	kt_status status;

	for (size_t i = base; i < t->waiting; i++)
		t->stack[i] = t->stack[i]->children[0];
	status = join(t, out, KT_QUERY_OR, t->waiting - base);
	return status ? status : tree_not(t, out, at);
}

kt_status tree_and(tree *t, kt_query **out, size_t base)
{
	size_t count = t->waiting - base;

	if (count == 1) {
		*out = only(t);
		return KT_OK;
	}
	if (count_not(t, base) == count)
		return exclude_all(t, out, base);
	return join(t, out, KT_QUERY_AND, count);
}

kt_status tree_or(tree *t, kt_query **out, size_t base)
{
	size_t count = t->waiting - base;

	if (count == 1) {
		*out = only(t);
		return KT_OK;
	}
	for (size_t i = base; i < t->waiting; i++)
		if (t->stack[i]->op == KT_QUERY_NOT)
			return fail_node(t, t->stack[i],
				"OR cannot join what is excluded: nearly everything would be "
				"found");
	return join(t, out, KT_QUERY_OR, count);
}

kt_status tree_list(tree *t, kt_query **out, size_t base)
{
	size_t count = t->waiting - base;

	if (count == 1) {
		*out = only(t);
		(*out)->demand = KT_DEMAND_SOME;
		return KT_OK;
	}
	if (count_not(t, base) == count)
		return exclude_all(t, out, base);
	for (size_t i = base; i < t->waiting; i++)
		if (t->stack[i]->op == KT_QUERY_NOT) {
			t->stack[i] = t->stack[i]->children[0];
			t->stack[i]->demand = KT_DEMAND_NOT;
		}
	return join(t, out, KT_QUERY_LIST, count);
}

kt_status tree_not(tree *t, kt_query **node, size_t at)
{
	size_t end = (*node)->at + (*node)->length;
	kt_status status;

	if ((*node)->op == KT_QUERY_NOT)
		return fail_node(
			t, *node, "this is excluded already, and cannot be excluded twice");
	push(t, *node);
	status = join(t, node, KT_QUERY_NOT, 1);
	if (status)
		return status;
	(*node)->at = at;
	(*node)->length = end - at;
	return KT_OK;
}

static int may_be_near(const kt_query *node)
{
	switch (node->op) {
	case KT_QUERY_WORD:
	case KT_QUERY_PHRASE:
		return 1;
	case KT_QUERY_FIELD:
		return node->field == KT_ASK_PERSON || node->field == KT_ASK_ORGANISATION ||
		       node->field == KT_ASK_YEAR;
	default:
		return 0;
	}
}

static kt_status check_near(tree *t, const kt_query *node)
{
	int good = node->op == KT_QUERY_OR ? 1 : may_be_near(node);

	for (size_t i = 0; good && node->op == KT_QUERY_OR && i < node->count; i++) {
		good = may_be_near(node->children[i]);
		if (!good)
			node = node->children[i];
	}
	return good ? KT_OK
		    : fail_node(t, node,
			      "NEAR and ADJ join words, phrases, person:, org: and year:, and "
			      "groups (a OR b) of these");
}

kt_status tree_near(
	tree *t, kt_query **out, kt_query_op op, unsigned distance, kt_query *left, kt_query *right)
{
	kt_status status = check_near(t, left);

	if (!status)
		status = check_near(t, right);
	if (status)
		return status;
	push(t, left);
	push(t, right);
	status = join(t, out, op, 2);
	if (!status)
		(*out)->distance = distance;
	return status;
}

static kt_status check_depth(tree *t, const kt_query *node, unsigned depth)
{
	kt_status status = KT_OK;

	if (node->count && depth > KT_QUERY_DEPTH)
		return kt_fail_at(t->err, KT_EINVAL, node->at, node->length,
			"operators are nested more than %d deep", KT_QUERY_DEPTH);
	for (size_t i = 0; !status && i < node->count; i++)
		status = check_depth(t, node->children[i], depth + 1);
	return status;
}

kt_status tree_check(tree *t, const kt_query *root)
{
	if (root->op == KT_QUERY_NOT)
		return fail_node(t, root, "nothing to search for: only excluded words");
	return check_depth(t, root, 1);
}
