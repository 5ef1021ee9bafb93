#include "postings.h"

#include <stdlib.h>

#define FIRST_SIZE 1024

void postings_release(postings *p)
{
	free(p->at);
	*p = (postings) { 0 };
}

static void end_list(postings *p)
{
	p->ends[p->list_count++] = p->count;
}

/* Compounds and common words are not what Xapian keeps postings of. */
static int is_kept(const sequence *s)
{
	return s->count == 1 && !is_listed(s);
}

static kt_status add_others(plan *p, const element *others, postings *out, kt_error *err)
{
	documents found = { NULL, NULL, NULL, 0, 0 };
	kt_status status = documents_of_element(p, others, &found, err);

	for (size_t i = 0; !status && i < found.count; i++) {
		if (kt_grow((void **)&out->at, &out->size, out->count, sizeof *out->at))
			out->at[out->count++] = (xap_posting) { found.ids[i], found.counts[i] };
		else
			status = kt_fail(err, KT_ENOMEM, "out of memory");
	}
	documents_release(&found);
	end_list(out);
	return status;
}

kt_status postings_of_element(plan *p, const element *e, postings *out, kt_error *err)
{
	element others = { 0 };
	kt_status status = KT_OK;

	out->ends = plan_alloc(p, e->count + 1, sizeof *out->ends, err);
	others.sequences = plan_alloc(p, e->count, sizeof *others.sequences, err);
	if (!out->ends || !others.sequences)
		return KT_ENOMEM;
	out->at = malloc(FIRST_SIZE * sizeof *out->at);
	if (!out->at)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	out->size = FIRST_SIZE;
	for (size_t i = 0; !status && i < e->count; i++) {
		const sequence *s = &e->sequences[i];

		if (!is_kept(s)) {
			others.sequences[others.count++] = *s;
			continue;
		}
		status = xap_reader_list(
			p->reader, s->terms[0], NULL, 0, &out->at, &out->size, &out->count, err);
		end_list(out);
	}
	return status || !others.count ? status : add_others(p, &others, out, err);
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
