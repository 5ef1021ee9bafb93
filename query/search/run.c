/* run.c - all documents that match, ascending. */
#include "plan.h"

kt_status matching_documents(
	plan *p, xap_query *query, uint32_t **ids, size_t *count, kt_error *err)
{
	kt_status status = xap_documents(p->reader, query, ids, count, err);

	xap_query_free(query);
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
