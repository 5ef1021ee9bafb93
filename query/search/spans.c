#include <stdlib.h>

#include "plan.h"

void spans_release(spans *s)
{
	free(s->at);
	*s = (spans) { NULL, 0, 0 };
}

static kt_status add(spans *s, uint32_t from, uint32_t to, kt_error *err)
{
	if (!kt_grow((void **)&s->at, &s->size, s->count, sizeof *s->at))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	s->at[s->count++] = (span) { from, to };
	return KT_OK;
}

static int by_start(const void *a, const void *b)
{
	const span *x = a, *y = b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return (x->to > y->to) - (x->to < y->to);
}

/* Sorted by start, and none twice. */
static void spans_sort(spans *s)
{
	size_t kept = 0;

	if (s->count)
		qsort(s->at, s->count, sizeof *s->at, by_start);
	for (size_t i = 0; i < s->count; i++)
		if (!kept || by_start(&s->at[kept - 1], &s->at[i]))
			s->at[kept++] = s->at[i];
	s->count = kept;
}

static int is_word(kt_str term)
{
	return term.len && (term.ptr[0] < 'A' || term.ptr[0] > 'Z'); /* words are folded */
}

/* Where a term stands; a word of a text that was read, by its tokens. */
static kt_status positions_of(plan *p, uint32_t id, kt_str term, positions *out, kt_error *err)
{
	uint32_t form;

	if (p->tokens_of != id || !is_word(term))
		return kt_index_positions(
			p->index, id, term, &out->at, &out->size, &out->count, err);
	out->count = 0;
	if (!kt_words_find(p->token_words, term, &form))
		return KT_OK;
	for (size_t i = 0; i < p->tokens->count; i++) {
		if (p->tokens->at[i].form != form)
			continue;
		if (!kt_grow((void **)&out->at, &out->size, out->count, sizeof *out->at))
			return kt_fail(err, KT_ENOMEM, "out of memory");
		out->at[out->count++] = p->tokens->at[i].position;
	}
	return KT_OK;
}

/* Places of the sequence: of each position of its first term, those that the others follow. */
static kt_status add_sequence(plan *p, const sequence *s, uint32_t id, spans *out, kt_error *err)
{
	positions *first = &p->positions[0], *next = &p->positions[1];
	size_t kept;
	kt_status status = positions_of(p, id, s->terms[0], first, err);

	for (size_t i = 1; !status && i < s->count && first->count; i++) {
		status = positions_of(p, id, s->terms[i], next, err);
		kept = 0;
		for (size_t a = 0, b = 0; !status && a < first->count; a++) {
			while (b < next->count && next->at[b] < first->at[a] + i)
				b++;
			if (b < next->count && next->at[b] == first->at[a] + i)
				first->at[kept++] = first->at[a];
		}
		first->count = kept;
	}
	for (size_t i = 0; !status && i < first->count; i++)
		status = add(out, first->at[i], first->at[i] + (uint32_t)s->count - 1, err);
	return status;
}

kt_status spans_of_element(plan *p, const element *e, uint32_t id, spans *out, kt_error *err)
{
	kt_status status = KT_OK;

	out->count = 0;
	for (size_t i = 0; !status && i < e->count; i++)
		status = add_sequence(p, &e->sequences[i], id, out, err);
	if (e->count > 1)
		spans_sort(out);
	return status;
}

/* Where a phrase stands so far: one way to have come from a start to an end. */
typedef struct thread {
	uint32_t start, end;
	unsigned used; /* words in between, of the slop */
} thread;

static size_t first_from(const spans *s, uint32_t from)
{
	size_t low = 0, high = s->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (s->at[middle].from < from)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Threads of `now` continued by the places of the next element. */
static kt_status step(const thread *now, size_t count, const spans *next, unsigned slop,
	thread **out, size_t *size, size_t *made, kt_error *err)
{
	*made = 0;
	for (size_t i = 0; i < count; i++) {
		uint32_t least = now[i].end + 1, most = least + slop - now[i].used;

		for (size_t b = first_from(next, least);
			b < next->count && next->at[b].from <= most; b++) {
			if (!kt_grow((void **)out, size, *made, sizeof **out))
				return kt_fail(err, KT_ENOMEM, "out of memory");
			(*out)[(*made)++] = (thread) { now[i].start, next->at[b].to,
				now[i].used + next->at[b].from - least };
		}
	}
	return KT_OK;
}

/* Each start once, with its nearest end. */
static kt_status add_threads(const thread *t, size_t count, spans *out, kt_error *err)
{
	kt_status status = KT_OK;

	for (size_t i = 0; !status && i < count;) {
		uint32_t start = t[i].start, end = t[i].end;

		for (; i < count && t[i].start == start; i++)
			if (t[i].end < end)
				end = t[i].end;
		status = add(out, start, end, err);
	}
	return status;
}

static kt_status phrase_spans(plan *p, const leaf *l, uint32_t id, spans *out, kt_error *err)
{
	spans places = { NULL, 0, 0 };
	thread *now = NULL, *then = NULL;
	size_t now_size = 0, then_size = 0, count = 0, made;
	kt_status status = spans_of_element(p, &l->elements[0], id, &places, err);

	for (size_t i = 0; !status && i < places.count; i++) {
		if (!kt_grow((void **)&now, &now_size, count, sizeof *now))
			status = kt_fail(err, KT_ENOMEM, "out of memory");
		else
			now[count++] = (thread) { places.at[i].from, places.at[i].to, 0 };
	}
	for (size_t i = 1; !status && i < l->count && count; i++) {
		thread *swap = now;
		size_t swap_size = now_size;

		status = spans_of_element(p, &l->elements[i], id, &places, err);
		if (!status)
			status = step(now, count, &places, l->slop, &then, &then_size, &made, err);
		now = then;
		now_size = then_size;
		then = swap;
		then_size = swap_size;
		count = status ? 0 : made;
	}
	if (!status)
		status = add_threads(now, count, out, err);
	free(now);
	free(then);
	spans_release(&places);
	return status;
}

/* The words of the spans of years that are asked for. */
static kt_status year_spans(plan *p, const leaf *l, uint32_t id, spans *out, kt_error *err)
{
	size_t count;
	const year_posting *at = year_postings_of(l->years, id, &count);
	kt_status status = KT_OK;

	for (size_t i = 0; !status && i < count; i++) {
		sequence one = { &l->years->terms[at[i].term], 1 };

		if (year_span_fit(p, l, &l->years->spans[at[i].term]) > 0)
			status = add_sequence(p, &one, id, out, err);
	}
	spans_sort(out);
	return status;
}

/* Following positions of a tag are one mention. */
static kt_status tag_spans(plan *p, const leaf *l, uint32_t id, spans *out, kt_error *err)
{
	spans places = { NULL, 0, 0 };
	kt_status status = l->years ? year_spans(p, l, id, &places, err)
				    : spans_of_element(p, &l->elements[0], id, &places, err);

	for (size_t i = 0; !status && i < places.count;) {
		size_t j = i + 1;

		while (j < places.count && places.at[j].from == places.at[j - 1].to + 1)
			j++;
		status = add(out, places.at[i].from, places.at[j - 1].to, err);
		i = j;
	}
	spans_release(&places);
	return status;
}

/* Of the places from `first` on, those within a stretch of quoted words. */
static kt_status keep_quoted(plan *p, uint32_t id, spans *s, size_t first, kt_error *err)
{
	positions from = { NULL, 0, 0 }, to = { NULL, 0, 0 };
	size_t kept = first;
	kt_status status = xap_reader_positions(
		p->reader, id, KT_STR("XQfrom"), &from.at, &from.size, &from.count, err);

	if (!status)
		status = xap_reader_positions(
			p->reader, id, KT_STR("XQto"), &to.at, &to.size, &to.count, err);
	for (size_t i = first; !status && i < s->count; i++)
		for (size_t j = 0; j < from.count && j < to.count; j++)
			if (s->at[i].from >= from.at[j] && s->at[i].to <= to.at[j]) {
				s->at[kept++] = s->at[i];
				break;
			}
	if (!status)
		s->count = kept;
	free(from.at);
	free(to.at);
	return status;
}

kt_status spans_of_leaf(plan *p, const leaf *l, uint32_t id, spans *out, kt_error *err)
{
	size_t before = out->count;
	kt_status status = KT_OK;

	switch (l->kind) {
	case LEAF_FILTER:
		break;
	case LEAF_TAG:
		status = tag_spans(p, l, id, out, err);
		break;
	default:
		if (l->count)
			status = phrase_spans(p, l, id, out, err);
		if (!status && l->quoted)
			status = keep_quoted(p, id, out, before, err);
	}
	if (!status && before)
		spans_sort(out);
	return status;
}

/* Places of one side of a NEAR: a leaf, or any of several. */
static kt_status side_spans(plan *p, const plan_node *node, uint32_t id, spans *out, kt_error *err)
{
	kt_status status = KT_OK;

	if (node->leaf)
		return spans_of_leaf(p, node->leaf, id, out, err);
	for (size_t i = 0; !status && i < node->count; i++)
		status = side_spans(p, node->children[i], id, out, err);
	spans_sort(out);
	return status;
}

static int are_near(const plan_node *node, span a, span b)
{
	if (b.from > a.to)
		return b.from - a.to <= node->distance;
	if (node->op == KT_QUERY_NEAR && a.from > b.to)
		return a.from - b.to <= node->distance;
	return 0; /* a place is not near itself */
}

kt_status spans_of_near(
	plan *p, const plan_node *node, uint32_t id, spans *out, size_t *pairs, kt_error *err)
{
	spans a = { NULL, 0, 0 }, b = { NULL, 0, 0 };
	kt_status status = side_spans(p, node->children[0], id, &a, err);

	*pairs = 0;
	if (!status)
		status = side_spans(p, node->children[1], id, &b, err);
	for (size_t i = 0; !status && i < a.count; i++) {
		uint32_t reach = a.at[i].from > node->distance + KT_WORD_MAX
					 ? a.at[i].from - node->distance - KT_WORD_MAX
					 : 0;
		int met = 0;

		for (size_t j = first_from(&b, reach);
			!status && j < b.count && b.at[j].from <= a.at[i].to + node->distance;
			j++) {
			if (!are_near(node, a.at[i], b.at[j]))
				continue;
			met = 1;
			status = add(out, b.at[j].from, b.at[j].to, err);
		}
		if (!status && met) {
			++*pairs;
			status = add(out, a.at[i].from, a.at[i].to, err);
		}
	}
	spans_release(&a);
	spans_release(&b);
	return status;
}

kt_status spans_of_node(plan *p, const plan_node *node, uint32_t id, spans *out, kt_error *err)
{
	kt_status status = KT_OK;
	size_t pairs;

	if (node->leaf) /* years are marked by their stored spans */
		return node->leaf->negative || node->leaf->stop || node->leaf->years
			       ? KT_OK
			       : spans_of_leaf(p, node->leaf, id, out, err);
	if (node->op == KT_QUERY_NEAR || node->op == KT_QUERY_ADJ)
		return spans_of_near(p, node, id, out, &pairs, err);
	for (size_t i = 0; !status && i < node->count; i++)
		status = spans_of_node(p, node->children[i], id, out, err);
	return status;
}
