#include "plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

kt_status plan_init(plan *p, kt_index *index, kt_arena *arena, const kt_search_options *options,
	kt_answer *answer, kt_error *err)
{
	kt_status status;

	memset(p, 0, sizeof *p);
	p->index = index;
	p->reader = kt_index_reader(index);
	p->arena = arena;
	p->options = options;
	p->answer = answer;
	p->eras = options->eras;
	p->tail = &p->leaves;
	status = kt_index_conflation(index, &p->conflation, err);
	if (!status)
		status = kt_index_take_words(index, &p->words, err);
	if (!status)
		status = kt_lexicon_languages(index, p->languages, err);
	return status;
}

static void release_node(plan_node *node)
{
	for (size_t i = 0; node && i < node->count; i++)
		release_node(node->children[i]);
	if (node)
		documents_release(&node->found);
}

static void release_leaf(leaf *l)
{
	documents_release(&l->found);
	documents_release(&l->named);
	if (l->years)
		year_postings_release(l->years);
	for (size_t i = 0; i < l->count; i++)
		documents_release(&l->elements[i].listed);
}

void plan_release(plan *p)
{
	for (leaf *l = p->leaves; l; l = l->next)
		release_leaf(l);
	release_node(p->root);
	kt_authority_free(p->tables[KT_MENTION_PERSON].authority);
	kt_authority_free(p->tables[KT_MENTION_ORGANISATION].authority);
	kt_index_give_words(p->index, p->words);
	kt_buf_release(&p->explained);
	for (size_t i = 0; i < 2; i++)
		free(p->positions[i].at);
}

void *plan_alloc(plan *p, size_t count, size_t width, kt_error *err)
{
	void *ptr = kt_arena_array(p->arena, count ? count : 1, width);

	if (!ptr)
		kt_fail(err, KT_ENOMEM, "out of memory");
	return ptr;
}

kt_status plan_notice(plan *p, kt_error *err, const char *fmt, ...)
{
	kt_answer *a = p->answer;
	char text[1024];
	kt_str *grown;
	kt_str notice;
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	notice = kt_arena_str(p->arena, kt_str_of(text));
	if (a->notice_count == p->notice_size) {
		p->notice_size = p->notice_size ? p->notice_size * 2 : 8;
		grown = plan_alloc(p, p->notice_size, sizeof *grown, err);
		if (!grown)
			return KT_ENOMEM;
		if (a->notice_count)
			memcpy(grown, a->notices, a->notice_count * sizeof *grown);
		a->notices = grown;
	}
	if (!notice.ptr)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	a->notices[a->notice_count++] = notice;
	return KT_OK;
}

static kt_status plan_tree(
	plan *p, const kt_query *q, int negative, plan_node **out, kt_error *err);

/* The leaf of the same words that the plan has already: asked for twice, it is one. */
static leaf *same_leaf(const plan *p, const kt_query *q, int negative)
{
	for (leaf *l = p->leaves; l; l = l->next)
		if (l->node->op == q->op && l->node->match == q->match &&
			l->node->slop == q->slop && l->negative == negative &&
			kt_str_equal(l->node->text, q->text) &&
			(q->op != KT_QUERY_FIELD ||
				(l->node->field == q->field && l->node->quoted == q->quoted)))
			return l;
	return NULL;
}

static kt_status plan_leaf(plan *p, const kt_query *q, int negative, leaf **out, kt_error *err)
{
	leaf *l = *out = same_leaf(p, q, negative);

	if (l)
		return KT_OK;
	l = *out = plan_alloc(p, 1, sizeof *l, err);
	if (!l)
		return KT_ENOMEM;
	l->node = q;
	l->negative = negative;
	*p->tail = l;
	p->tail = &l->next;
	switch (q->op) {
	case KT_QUERY_WORD:
		return plan_word(p, l, err);
	case KT_QUERY_PHRASE:
		return plan_phrase(p, l, err);
	default:
		return plan_field(p, l, err);
	}
}

static kt_status plan_children(
	plan *p, const kt_query *q, int negative, plan_node *node, kt_error *err)
{
	node->children = plan_alloc(p, q->count, sizeof *node->children, err);
	if (!node->children)
		return KT_ENOMEM;
	for (size_t i = 0; i < q->count; i++) {
		int below = negative ^ (q->children[i]->demand == KT_DEMAND_NOT);
		kt_status status = plan_tree(p, q->children[i], below, &node->children[i], err);

		if (status)
			return status;
		node->count++;
	}
	return KT_OK;
}

/* Depth is bounded by the parser. */
static kt_status plan_tree(plan *p, const kt_query *q, int negative, plan_node **out, kt_error *err)
{
	plan_node *node = *out = plan_alloc(p, 1, sizeof *node, err);

	if (!node)
		return KT_ENOMEM;
	node->op = q->op;
	node->demand = q->demand;
	node->distance = q->distance;
	if (!q->count)
		return plan_leaf(p, q, negative, &node->leaf, err);
	return plan_children(p, q, negative ^ (q->op == KT_QUERY_NOT), node, err);
}

static kt_status plan_filters(plan *p, kt_error *err)
{
	const kt_search_options *o = p->options;

	p->filters = plan_alloc(p, o->filter_count, sizeof *p->filters, err);
	if (!p->filters)
		return KT_ENOMEM;
	for (size_t i = 0; i < o->filter_count; i++) {
		kt_query *q = plan_alloc(p, 1, sizeof *q, err);
		kt_status status;

		if (!q)
			return KT_ENOMEM;
		q->op = KT_QUERY_FIELD;
		q->field = o->filters[i].field;
		q->text = o->filters[i].text;
		q->quoted = 1;
		q->from = KT_PARSE_OPEN_FROM;
		q->to = KT_PARSE_OPEN_TO;
		status = q->field == KT_ASK_YEAR || q->field == KT_ASK_PUBLISHED
				 ? kt_query_years(q->text, &q->from, &q->to, err)
				 : KT_OK;
		if (!status)
			status = plan_tree(p, q, 1, &p->filters[i], err); /* not to be marked */
		if (status)
			return status;
		p->filter_count++;
	}
	return KT_OK;
}

/* Function words decide only where a list has nothing else; then they are words like others. */
static void settle_stops(plan_node *node)
{
	int others = node->op != KT_QUERY_LIST;

	for (size_t i = 0; i < node->count; i++) {
		const plan_node *child = node->children[i];

		settle_stops(node->children[i]);
		others |= child->demand != KT_DEMAND_NOT && (!child->leaf || !child->leaf->stop);
	}
	for (size_t i = 0; i < node->count; i++)
		if (node->children[i]->leaf && (!others || node->op != KT_QUERY_LIST ||
						       node->children[i]->demand == KT_DEMAND_MUST))
			node->children[i]->leaf->stop = 0;
	if (node->leaf && node->op == KT_QUERY_WORD && node->demand == KT_DEMAND_MUST)
		node->leaf->stop = 0;
}

/* What does not decide is not reported. */
static void drop_stops(plan *p)
{
	kt_answer *a = p->answer;
	size_t kept = 0;

	for (const leaf *l = p->leaves; l; l = l->next)
		if (l->stop)
			kt_buf_addf(&p->explained, "left out, a function word: %.*s\n",
				KT_STR_ARG(l->node->text));
	for (size_t i = 0; i < a->form_count; i++) {
		int stop = 0;

		for (const leaf *l = p->leaves; l; l = l->next)
			stop |= l->stop && l->node->text.ptr == a->forms[i].word.ptr;
		if (!stop)
			a->forms[kept++] = a->forms[i];
	}
	a->form_count = kept;
}

kt_status plan_make(plan *p, const kt_query *query, kt_error *err)
{
	kt_status status = query ? plan_tree(p, query, 0, &p->root, err) : KT_OK;
	kt_str explained;

	if (!status && p->root) {
		if (p->root->leaf)
			p->root->leaf->stop = 0;
		settle_stops(p->root);
		drop_stops(p);
	}
	if (!status)
		status = plan_filters(p, err);
	if (!status)
		status = documents_of_phrases(p, err);
	if (!status)
		status = kt_buf_status(&p->explained, err);
	if (status)
		return status;
	explained = kt_arena_str(p->arena, kt_buf_str(&p->explained));
	if (!explained.ptr)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	p->answer->explained = explained;
	return KT_OK;
}
