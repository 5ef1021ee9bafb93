/* named.c - passages that only name an era of the years asked for: they are left out, which is
 * said.
 */
#include <stdlib.h>
#include <string.h>

#include "plan.h"

enum { NAMES_SHOWN = 3, RECORDS_READ = 16 };

/* ---- their names ----------------------------------------------------------------------------- */

static int is_among(kt_str list, kt_str name)
{
	return kt_str_find(list, name, 0) != SIZE_MAX;
}

static int is_named(const plan *p, const kt_year_span *y)
{
	int asked = 0;

	if (y->type != KT_YEAR_NAMED)
		return 0;
	for (const leaf *l = p->leaves; l; l = l->next) {
		if (l->years && year_span_fit(p, l, y) > 0)
			return 1;
		asked |= l->years != NULL;
	}
	return !asked;
}

/* Adds a name on one line, however it is printed. */
static void add_name(kt_buf *out, kt_str name)
{
	for (size_t i = 0; i < name.len; i++) {
		int blank = strchr(" \t\r\n", name.ptr[i]) != NULL;

		if (!blank)
			kt_buf_addc(out, name.ptr[i]);
		else if (out->len && out->ptr[out->len - 1] != ' ')
			kt_buf_addc(out, ' ');
	}
}

kt_status named_list(plan *p, const uint32_t *ids, size_t count, kt_buf *out, kt_error *err)
{
	size_t shown = 0, i;
	kt_status status = KT_OK;

	for (i = 0; !status && i < count && i < RECORDS_READ && shown < NAMES_SHOWN; i++) {
		kt_passage passage;

		status = kt_index_passage(p->index, p->arena, ids[i], &passage, err);
		for (size_t k = 0; !status && k < passage.year_count && shown < NAMES_SHOWN; k++) {
			const kt_year_span *y = &passage.years[k];
			kt_str name = kt_str_sub(passage.text, y->start, y->end);

			if (!is_named(p, y) || is_among(kt_buf_str(out), name))
				continue;
			kt_buf_add(out, shown++ ? KT_STR(", ") : KT_STR(""));
			add_name(out, name);
		}
	}
	if (i < count)
		kt_buf_add(out, KT_STR(", ..."));
	return status;
}

/* ---- how many -------------------------------------------------------------------------------- */

/* Documents that match the plan, or its filters where it has no query. */
static kt_status find(plan *p, uint32_t **ids, size_t *count, kt_error *err)
{
	xap_query *all;
	kt_status status;

	*ids = NULL;
	if (p->root)
		return plan_documents(p, ids, count, err);
	status = xap_query_all(&all, err);
	return status ? status : query_documents(p, all, ids, count, err);
}

/* Lets passages that only name an era speak of its years. */
static void take_named_in(plan *p)
{
	for (leaf *l = p->leaves; l; l = l->next) {
		if (!l->named.count)
			continue;
		documents_release(&l->found);
		l->found = l->named;
		l->named = (documents) { NULL, NULL, NULL, 0, 0 };
	}
	p->eras = 1;
}

/* Of the documents (both ascending) those that are not among the others; their number. */
static size_t leave(uint32_t *ids, size_t count, const uint32_t *others, size_t other_count)
{
	size_t kept = 0;

	for (size_t i = 0, j = 0; i < count; i++) {
		while (j < other_count && others[j] < ids[i])
			j++;
		if (j == other_count || others[j] != ids[i])
			ids[kept++] = ids[i];
	}
	return kept;
}

static kt_status tell(plan *p, const uint32_t *ids, size_t count, kt_error *err)
{
	kt_buf names = KT_BUF_INIT;
	kt_status status = named_list(p, ids, count, &names, err);

	if (!status)
		status = kt_buf_status(&names, err);
	if (!status)
		status = plan_notice(p, err,
			"%zu more passage%s a time of these years (%.*s); --eras takes %s in",
			count, count == 1 ? " only names" : "s only name",
			KT_STR_ARG(kt_buf_str(&names)), count == 1 ? "it" : "them");
	kt_buf_release(&names);
	return status;
}

kt_status named_notice(plan *p, kt_error *err)
{
	uint32_t *with = NULL, *without = NULL;
	size_t with_count = 0, without_count = 0;
	kt_status status = KT_OK;
	int any = 0;

	for (const leaf *l = p->leaves; l; l = l->next)
		any |= l->named.count > 0;
	if (!any)
		return KT_OK;
	status = find(p, &without, &without_count, err);
	if (!status) {
		take_named_in(p);
		status = documents_again(p, err);
	}
	if (!status)
		status = find(p, &with, &with_count, err);
	if (!status)
		with_count = leave(with, with_count, without, without_count);
	if (!status && with_count)
		status = tell(p, with, with_count, err);
	free(with);
	free(without);
	return status;
}
