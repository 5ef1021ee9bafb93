/* quote_offer.c - a phrase that stands nowhere: what comes near it. */
#include "quote.h"

static int is_phrase_alone(const plan *p)
{
	const kt_query *q = p->root->leaf ? p->root->leaf->node : NULL;

	return q && (q->op == KT_QUERY_PHRASE ||
			    (q->op == KT_QUERY_FIELD && q->field == KT_ASK_QUOTE && q->quoted));
}

kt_status quote_offer(plan *p, kt_error *err)
{
	kt_search_options options = *p->options;
	kt_quotes near;
	kt_error ignored;
	kt_status status;

	if (!is_phrase_alone(p))
		return KT_OK;
	options.limit = 1;
	options.offset = 0;
	options.context = 0;
	status = kt_search_quote(
		&near, p->index, p->arena, p->root->leaf->node->text, &options, &ignored);
	if (status == KT_EINVAL) /* one word */
		return KT_OK;
	if (status || !near.answer.passages)
		return status ? kt_fail(err, status, "%s", ignored.message) : KT_OK;
	return plan_notice(p, err, "nowhere in these very words; `quote` finds %.*s (%.2f): %.*s",
		KT_STR_ARG(kt_passage_name(
			p->arena, near.hits[0].hit.source, near.hits[0].hit.passage.number)),
		near.hits[0].similarity, KT_STR_ARG(near.hits[0].difference));
}
