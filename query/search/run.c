/* run.c - all documents that match, ascending. */
#include <stdlib.h>

#include "plan.h"

kt_status matching_documents(
	plan *p, xap_query *query, uint32_t **ids, size_t *count, kt_error *err)
{
	xap_match *matches = NULL;
	xap_query *unweighted;
	size_t total;
	kt_status status = xap_query_scale(&unweighted, query, 0, err);

	*ids = NULL;
	*count = 0;
	if (!status)
		status = xap_run(p->reader, unweighted, &(xap_ranking) { .sort = XAP_BY_DOCUMENT },
			0, SIZE_MAX, &matches, count, &total, err);
	if (!status && !(*ids = malloc((*count + 1) * sizeof **ids)))
		status = kt_fail(err, KT_ENOMEM, "out of memory");
	for (size_t i = 0; !status && i < *count; i++)
		(*ids)[i] = matches[i].id;
	xap_query_free(unweighted);
	free(matches);
	return status;
}

kt_status query_documents(plan *p, xap_query *query, uint32_t **ids, size_t *count, kt_error *err)
{
	kt_status status = compose_filters(p, &query, err);

	*ids = NULL;
	return status ? status : matching_documents(p, query, ids, count, err);
}

kt_status plan_documents(plan *p, uint32_t **ids, size_t *count, kt_error *err)
{
	xap_query *query;
	kt_status status = compose(p, p->root, &query, err);

	*ids = NULL;
	return status ? status : query_documents(p, query, ids, count, err);
}
