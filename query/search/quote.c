/* quote.c - a quotation found by its words. */
#include "quote.h"

#include <stdlib.h>
#include <string.h>

#define TRIES 5

kt_status quote_filter(plan *p, unsigned char **out, kt_error *err)
{
	uint32_t *ids = NULL, last = 0;
	size_t count = 0;
	xap_query *all;
	kt_status status;

	*out = NULL;
	if (!p->filter_count)
		return KT_OK;
	status = xap_reader_last(p->reader, &last, err);
	if (!status)
		status = xap_query_all(&all, err);
	if (!status)
		status = query_documents(p, all, &ids, &count, err);
	if (!status && !(*out = calloc((size_t)last + 1, 1)))
		status = kt_fail(err, KT_ENOMEM, "out of memory");
	for (size_t i = 0; !status && i < count; i++)
		(*out)[ids[i]] = 1;
	free(ids);
	return status;
}

static kt_status tell(quotation *q, const candidates *c, kt_error *err)
{
	kt_status status = KT_OK;

	if (q->left_out)
		status = plan_notice(q->plan, err, "only the first %zu of %zu words are looked for",
			q->count, q->count + q->left_out);
	if (!status && c->refused)
		status = plan_notice(
			q->plan, err, "these words stand nearly everywhere; add a rarer one");
	else if (!status && q->common)
		status = plan_notice(q->plan, err,
			"these are common words: only the very words are called near");
	if (!status && c->cut)
		status = plan_notice(q->plan, err,
			"more passages have these words than can be compared; `search '\"...\"'` "
			"counts them all");
	return status;
}

static kt_status explain(quotation *q, kt_error *err)
{
	kt_buf *text = &q->plan->explained;

	kt_buf_addf(text, "quotation of %zu words\n", q->count);
	for (size_t i = 0; i < q->class_count; i++) {
		const quote_class *c = &q->classes[i];

		kt_buf_addf(text, "%.*s: weight %.2f:", KT_STR_ARG(c->form), c->weight);
		for (size_t k = 0; k < c->term_count; k++)
			kt_buf_addf(text, "%s %.*s", k ? "," : "", KT_STR_ARG(c->terms[k]));
		kt_buf_add(text, c->term_count ? KT_STR("\n") : KT_STR(" does not occur\n"));
	}
	q->plan->answer->explained = kt_arena_str(q->plan->arena, kt_buf_str(text));
	return kt_buf_status(text, err);
}

static kt_status quote(kt_quotes *out, kt_index *index, kt_arena *arena, kt_str words,
	const kt_search_options *options, kt_error *err)
{
	quotation q = { 0 };
	candidates c = { 0 };
	founds all = { NULL, 0, 0 };
	unsigned char *within = NULL;
	hit_loader *loader = NULL;
	plan p;
	kt_status status;

	memset(out, 0, sizeof *out);
	status = plan_init(&p, index, arena, options, &out->answer, err);
	if (!status)
		status = plan_make(&p, NULL, err);
	if (!status)
		status = quotation_init(&q, &p, words, 0, err);
	if (!status)
		status = quote_filter(&p, &within, err);
	if (!status)
		status = quote_candidates(&q, within, &c, err);
	if (!status)
		status = hit_loader_new(&loader, index, arena, err);
	if (!status)
		status = quote_find(&q, loader, &c, &all, err);
	if (!status)
		status = quote_group(&p, loader, &all, out, err);
	if (!status)
		status = tell(&q, &c, err);
	if (!status)
		status = explain(&q, err);
	if (!status)
		status = named_notice(&p, err);
	hit_loader_free(loader);
	free(all.at);
	free(within);
	quotation_release(&q);
	plan_release(&p);
	return status;
}

kt_status kt_search_quote(kt_quotes *out, kt_index *index, kt_arena *arena, kt_str words,
	const kt_search_options *options, kt_error *err)
{
	kt_status status;

	for (int tries = 0;; tries++) {
		status = quote(out, index, arena, words, options, err);
		if (status != KT_ECHANGED || tries == TRIES)
			return status;
		status = kt_index_reopen(index, err);
		if (status)
			return status;
	}
}
