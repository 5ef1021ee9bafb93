/* tree.h - what a tree may be: counted, joined, checked. */
#ifndef KARTOTEKA_PARSE_TREE_H
#define KARTOTEKA_PARSE_TREE_H

#include "kartoteka/parse.h"

/* Nodes that wait for their parent, in order.  None waits twice, so that the bound on nodes is the
 * bound on the stack. */
typedef struct tree {
	kt_arena *arena;
	kt_error *err;
	size_t nodes;
	size_t waiting;
	kt_query *stack[KT_QUERY_NODES];
} tree;

/* A copy of the leaf. */
kt_status tree_leaf(tree *t, kt_query **out, const kt_query *leaf);
/* Puts node on the stack; in place of a node with the operator `op`, its children (a OR (b OR c)).
 */
void tree_wait(tree *t, kt_query_op op, kt_query *node);
/* Takes the nodes from `base` on off the stack and makes them one: the node itself where there is
 * one, else AND, OR or LIST.  What only excludes becomes NOT. */
kt_status tree_and(tree *t, kt_query **out, size_t base);
kt_status tree_or(tree *t, kt_query **out, size_t base);
kt_status tree_list(tree *t, kt_query **out, size_t base);
/* Excludes what *node matches; `at` is the operator's place. */
kt_status tree_not(tree *t, kt_query **node, size_t at);
/* left op right, where op is KT_QUERY_NEAR or KT_QUERY_ADJ. */
kt_status tree_near(tree *t, kt_query **out, kt_query_op op, unsigned distance, kt_query *left,
	kt_query *right);
/* Whether the whole may be searched for: not too deep, and not excluding only. */
kt_status tree_check(tree *t, const kt_query *root);

#endif
