/* words.c - asking for a word by its form, whether it is kept as postings or in the streams. */
#include <string.h>

#include "reading.h"

/* ---- how often ---- */

static kt_status read_counts(kt_index *index, kt_error *err)
{
	kt_status status;

	if (index->counted)
		return KT_OK;
	status = kt_index_get(index, &index->value, KT_STR(STREAM_COUNTS_KEY), err);
	if (!status)
		status = stream_counts_decode(&index->common, kt_buf_str(&index->value), err);
	index->counted = !status;
	return status;
}

kt_status kt_index_word(
	kt_index *index, kt_str form, uint32_t *documents, uint64_t *occurrences, kt_error *err)
{
	unsigned number = kt_common_number(form);
	kt_status status;

	if (!number)
		return xap_reader_term(index->reader, form, documents, occurrences, err);
	status = read_counts(index, err);
	if (documents)
		*documents = status ? 0 : index->common.documents[number];
	if (occurrences)
		*occurrences = status ? 0 : index->common.occurrences[number];
	return status;
}

kt_status kt_index_words(
	kt_index *index, kt_str prefix, xap_string_fn fn, void *context, kt_error *err)
{
	kt_status status = xap_reader_terms(index->reader, prefix, fn, context, err);

	if (!status)
		status = read_counts(index, err);
	for (unsigned i = 1; !status && i <= KT_COMMON_WORDS; i++)
		if (index->common.documents[i] && kt_str_starts(kt_common_form(i), prefix))
			status = fn(context, kt_common_form(i), err);
	return status;
}

/* ---- where ---- */

typedef struct running {
	const kt_common_set *sets;
	size_t count;
	xap_posting_fn fn;
	void *context;
} running;

static int is_in(const kt_common_set *set, unsigned number)
{
	return (int)(set->bits[number / 64] >> number % 64 & 1);
}

/* Whether the elements from the second on stand behind a place of the first. */
static int follow(const running *run, stream_reading r)
{
	uint32_t wanted = r.position + 1;
	size_t i = 1;

	while (i < run->count && stream_next(&r) && r.position <= wanted)
		if (r.position == wanted && is_in(&run->sets[i], r.number)) {
			wanted++;
			i++;
		}
	return i == run->count;
}

static kt_status run_in_stream(void *context, uint32_t id, kt_str bytes, kt_error *err)
{
	const running *run = context;
	uint32_t times = 0;
	stream_reading r;

	for (stream_begin(&r, bytes); stream_next(&r);)
		if (is_in(run->sets, r.number))
			times += run->count == 1 || follow(run, r);
	if (r.in.bad)
		return kt_fail(err, KT_ECORRUPT, "the common words of document %u are corrupt", id);
	return times ? run->fn(run->context, id, times, err) : KT_OK;
}

int kt_common_set_add(kt_common_set *set, kt_str form)
{
	unsigned number = kt_common_number(form);

	set->bits[number / 64] |= (uint64_t)(number > 0) << number % 64;
	return number > 0;
}

kt_status kt_index_common_runs(kt_index *index, const kt_common_set *sets, size_t count,
	const uint32_t *in, size_t in_count, xap_posting_fn fn, void *context, kt_error *err)
{
	running run = { sets, count, fn, context };

	return xap_reader_streams(index->reader, in, in_count, run_in_stream, &run, err);
}

kt_status kt_index_postings(kt_index *index, kt_str term, const uint32_t *in, size_t count,
	xap_posting_fn fn, void *context, kt_error *err)
{
	kt_common_set set = { { 0 } };

	if (kt_common_set_add(&set, term))
		return kt_index_common_runs(index, &set, 1, in, count, fn, context, err);
	return xap_reader_postings(index->reader, term, in, count, fn, context, err);
}

kt_status kt_index_positions(kt_index *index, uint32_t id, kt_str term, uint32_t **at, size_t *size,
	size_t *count, kt_error *err)
{
	unsigned number = kt_common_number(term);
	kt_status status = KT_OK;
	stream_reading r;

	*count = 0;
	if (!number)
		return xap_reader_positions(index->reader, id, term, at, size, count, err);
	if (index->stream_id != id)
		status = xap_reader_stream(index->reader, &index->stream, id, err);
	index->stream_id = status ? 0 : id;
	if (status)
		return status;
	for (stream_begin(&r, kt_buf_str(&index->stream)); stream_next(&r);) {
		if (r.number != number)
			continue;
		if (!kt_grow((void **)at, size, *count, sizeof **at))
			return kt_fail(
				err, KT_ENOMEM, "%s: no memory for positions", index->path.ptr);
		(*at)[(*count)++] = r.position;
	}
	return r.in.bad ? kt_fail(err, KT_ECORRUPT,
				  "%s: the common words of document %u are corrupt",
				  index->path.ptr, id)
			: KT_OK;
}
