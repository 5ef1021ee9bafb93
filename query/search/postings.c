/* postings.c - the passages of each form of a word, read one list behind the other. */
#include "postings.h"

#include <stdlib.h>

#define FIRST_SIZE 1024 /* postings; most words of a question have more */

void postings_release(postings *p)
{
	free(p->at);
	*p = (postings) { 0 };
}

static void end_list(postings *p)
{
	p->ends[p->list_count++] = p->count;
}

static kt_status add(void *context, uint32_t id, uint32_t times, kt_error *err)
{
	postings *p = context;

	if (p->count == p->size && !kt_grow((void **)&p->at, &p->size, p->count, sizeof *p->at))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	p->at[p->count++] = (xap_posting) { id, times };
	return KT_OK;
}

static kt_status add_compound(plan *p, const sequence *s, postings *out, kt_error *err)
{
	documents found = { NULL, NULL, NULL, 0, 0 };
	kt_status status = documents_of_sequence(p, s, &found, err);

	for (size_t i = 0; !status && i < found.count; i++)
		status = add(out, found.ids[i], found.counts[i], err);
	documents_release(&found);
	return status;
}

/* Compounds and common words are not what Xapian keeps postings of; the common ones are left for
 * later, to be read in one go. */
static kt_status add_form(
	plan *p, const sequence *s, kt_word_set *common, kt_str *room, postings *out, kt_error *err)
{
	kt_status status;

	if (s->count == 1 && is_listed(s)) {
		room[common->count++] = s->terms[0];
		return KT_OK;
	}
	status = s->count > 1 ? add_compound(p, s, out, err)
			      : xap_reader_list(p->reader, s->terms[0], NULL, 0, &out->at,
					&out->size, &out->count, err);
	end_list(out);
	return status;
}

kt_status postings_of_element(plan *p, const element *e, postings *out, kt_error *err)
{
	kt_str *room = plan_alloc(p, e->count, sizeof *room, err);
	kt_word_set common = { room, 0 };
	kt_status status = KT_OK;

	out->ends = plan_alloc(p, e->count + 1, sizeof *out->ends, err);
	if (!out->ends || !room)
		return KT_ENOMEM;
	out->at = malloc(FIRST_SIZE * sizeof *out->at);
	if (!out->at)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	out->size = FIRST_SIZE;
	for (size_t i = 0; !status && i < e->count; i++)
		status = add_form(p, &e->sequences[i], &common, room, out, err);
	if (status || !common.count)
		return status;
	status = kt_index_runs(p->index, &common, 1, NULL, 0, add, out, err);
	end_list(out);
	return status;
}

static uint32_t times_in_list(const xap_posting *at, size_t count, uint32_t id)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (at[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && at[low].id == id ? at[low].occurrences : 0;
}

uint32_t postings_times(const postings *p, uint32_t id)
{
	uint32_t times = 0;
	size_t from = 0;

	for (size_t i = 0; i < p->list_count; from = p->ends[i++])
		times += times_in_list(p->at + from, p->ends[i] - from, id);
	return times;
}
