/* tags.c - passages by their tags where terms alone do not decide: names of several bearers. */
#include <stdlib.h>

#include "plan.h"

static int is_asked(const leaf *l, kt_str id)
{
	const element *e = &l->elements[0];
	size_t prefix = kt_term_prefix(l->field).len;

	for (size_t i = 0; i < e->count; i++) {
		kt_str term = e->sequences[i].terms[0];

		if (kt_str_equal(kt_str_sub(term, prefix, term.len), id))
			return 1;
	}
	return 0;
}

/* A place that may mean several of them counts once. */
static kt_status add_mentions(leaf *l, uint32_t id, const kt_passage *passage, kt_error *err)
{
	uint32_t count = 0, end = 0;
	int any = 0;

	for (size_t i = 0; i < passage->mention_count; i++) {
		const kt_mention *m = &passage->mentions[i];

		if (m->kind > KT_MENTION_ORGANISATION || !is_asked(l, m->id))
			continue;
		if (!any || m->start >= end) {
			count++;
			end = m->end;
		}
		any = 1;
	}
	return count ? documents_add(&l->found, id, count, 0, err) : KT_OK;
}

static kt_status candidates(plan *p, const leaf *l, xap_match **out, size_t *count, kt_error *err)
{
	xap_query *query, *unweighted;
	size_t total;
	kt_status status = compose_element(p, &l->elements[0], &query, err);

	*out = NULL;
	*count = 0;
	if (!status)
		status = xap_query_scale(&unweighted, query, 0, err);
	if (status)
		return status;
	status = xap_run(p->reader, unweighted, &(xap_ranking) { .sort = XAP_BY_DOCUMENT }, 0,
		SIZE_MAX, out, count, &total, err);
	xap_query_free(unweighted);
	return status;
}

/* Reads the records of the passages that may mention them. */
kt_status documents_of_tag(plan *p, leaf *l, kt_error *err)
{
	xap_match *matches = NULL;
	kt_arena *arena = NULL;
	size_t count = 0;
	kt_status status = KT_OK;

	if (l->elements[0].count < 2 || l->node->field == KT_ASK_BY)
		return KT_OK;
	status = kt_arena_new(&arena, err);
	if (!status)
		status = candidates(p, l, &matches, &count, err);
	for (size_t i = 0; !status && i < count; i++) {
		kt_passage passage;

		kt_arena_clear(arena);
		status = kt_index_passage(p->index, arena, matches[i].id, &passage, err);
		if (!status)
			status = add_mentions(l, matches[i].id, &passage, err);
	}
	free(matches);
	kt_arena_free(arena);
	return status;
}
