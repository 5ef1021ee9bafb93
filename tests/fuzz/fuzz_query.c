/* Any bytes as a query: a tree that keeps its promises, or an error with its place. */
#include <stdint.h>
#include <stdlib.h>

#include "kartoteka/parse.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(int promise)
{
	if (!promise)
		abort();
}

/* The bounds, the places and the children that parse.h promises; returns the number of nodes. */
static size_t check_node(const kt_query *node, kt_str query, kt_query_op parent, unsigned depth)
{
	size_t nodes = 1;

	require(depth <= KT_QUERY_DEPTH || !node->count);
	require(node->at <= query.len && node->length <= query.len - node->at);
	require(node->demand == KT_DEMAND_SOME || parent == KT_QUERY_LIST);
	switch (node->op) {
	case KT_QUERY_WORD:
	case KT_QUERY_PHRASE:
	case KT_QUERY_FIELD:
		require(!node->count && node->text.len);
		require(node->text.ptr >= query.ptr + node->at);
		require(node->text.ptr + node->text.len <= query.ptr + node->at + node->length);
		break;
	case KT_QUERY_NOT:
		require(node->count == 1 && parent == KT_QUERY_AND);
		break;
	case KT_QUERY_NEAR:
	case KT_QUERY_ADJ:
		require(node->count == 2 && node->distance >= 1 && node->distance <= 1000);
		break;
	default:
		require(node->count >= 2);
	}
	for (size_t i = 0; i < node->count; i++)
		nodes += check_node(node->children[i], query, node->op, depth + 1);
	return nodes;
}

static void check_range(kt_str text, kt_status (*read)(kt_str, int *, int *, kt_error *))
{
	int from, to;
	kt_error err = { 0 };
	kt_status status = read(text, &from, &to, &err);

	require(status ? status == KT_EINVAL && err.message[0] : from <= to);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	kt_str query = { (const char *)bytes, size };
	kt_buf out = KT_BUF_INIT;
	kt_arena *arena;
	kt_query *tree;
	kt_error err = { 0 };

	if (kt_arena_new(&arena, NULL))
		return 0;
	if (kt_query_parse(&tree, arena, query, &err)) {
		require(!tree && err.code == KT_EINVAL && err.has_place);
		require(err.at <= size && err.span <= size - err.at);
		kt_query_point(&out, query, &err, 80);
	} else {
		require(check_node(tree, query, KT_QUERY_WORD, 1) <= KT_QUERY_NODES);
		kt_query_describe(&out, tree);
	}
	require(out.len && kt_utf8_check(kt_buf_str(&out)) == out.len);
	check_range(query, kt_query_years);
	check_range(query, kt_query_dates);
	kt_buf_release(&out);
	kt_arena_free(arena);
	return 0;
}
