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
	const uint32_t *in; /* what is left of the documents asked for; NULL: all */
	size_t in_count;
	xap_posting_fn fn;
	void *context;
} running;

static int is_in(const kt_common_set *set, unsigned number)
{
	return (int)(set->bits[number / 64] >> number % 64 & 1);
}

/* Of a passage where each word has a position of its own and no distance takes two bytes: nearly
 * all. */
static int is_plain(const stream_block *b)
{
	return !b->extra && !memchr(b->distances, 0, b->count);
}

static uint32_t plain_times(const running *run, const stream_block *b)
{
	uint32_t times = 0;

	for (size_t i = 0; i + run->count <= b->count; i++) {
		size_t k = 0;

		while (k < run->count && is_in(&run->sets[k], b->numbers[i + k]) &&
			(!k || b->distances[i + k] == 1))
			k++;
		times += k == run->count;
	}
	return times;
}

/* Whether the elements from the second on stand behind a place of the first. */
static int follow(const running *run, stream_word w)
{
	uint32_t wanted = w.position + 1;
	size_t i = 1;

	while (i < run->count && stream_word_next(&w) && w.position <= wanted)
		if (w.position == wanted && is_in(&run->sets[i], w.number)) {
			wanted++;
			i++;
		}
	return i == run->count;
}

static uint32_t times_in(const running *run, const stream_block *b)
{
	uint32_t times = 0;
	stream_word w;

	if (is_plain(b))
		return plain_times(run, b);
	for (stream_word_begin(&w, b); stream_word_next(&w);)
		times += is_in(run->sets, w.number) && follow(run, w);
	return times;
}

/* Whether the passage is one of those asked for. */
static int is_asked(running *run, uint32_t id)
{
	if (!run->in)
		return 1;
	while (run->in_count && *run->in < id) {
		run->in++;
		run->in_count--;
	}
	return run->in_count && *run->in == id;
}

static kt_status run_in_block(void *context, uint32_t last, kt_str bytes, kt_error *err)
{
	running *run = context;
	kt_status status = KT_OK;
	stream_block b;

	for (stream_block_begin(&b, bytes, last); !status && stream_block_next(&b);) {
		uint32_t times = is_asked(run, b.id) ? times_in(run, &b) : 0;

		if (times)
			status = run->fn(run->context, b.id, times, err);
	}
	return !status && b.in.bad ? stream_corrupt(last, err) : status;
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
	running run = { sets, count, in, in_count, fn, context };

	return xap_reader_streams(index->reader, in, in_count, run_in_block, &run, err);
}

kt_status kt_index_postings(kt_index *index, kt_str term, const uint32_t *in, size_t count,
	xap_posting_fn fn, void *context, kt_error *err)
{
	kt_common_set set = { { 0 } };

	if (kt_common_set_add(&set, term))
		return kt_index_common_runs(index, &set, 1, in, count, fn, context, err);
	return xap_reader_postings(index->reader, term, in, count, fn, context, err);
}

/* The streams of the block that has the document, or of a later one. */
static kt_status read_streams(kt_index *index, uint32_t id, stream_block *b, kt_error *err)
{
	kt_status status = KT_OK;

	if (index->stream_last)
		stream_block_begin(b, kt_buf_str(&index->streams), index->stream_last);
	if (index->stream_last && id >= b->first && id <= b->last)
		return KT_OK;
	status = xap_reader_stream(index->reader, &index->streams, id, &index->stream_last, err);
	if (status)
		index->stream_last = 0;
	stream_block_begin(b, kt_buf_str(&index->streams), index->stream_last);
	return status;
}

kt_status kt_index_positions(kt_index *index, uint32_t id, kt_str term, uint32_t **at, size_t *size,
	size_t *count, kt_error *err)
{
	unsigned number = kt_common_number(term);
	stream_block b;
	stream_word w;
	kt_status status;

	*count = 0;
	if (!number)
		return xap_reader_positions(index->reader, id, term, at, size, count, err);
	status = read_streams(index, id, &b, err);
	if (status || !index->stream_last)
		return status;
	while (stream_block_next(&b) && b.id < id)
		;
	if (b.in.bad)
		return stream_corrupt(id, err);
	if (b.id != id)
		return KT_OK;
	for (stream_word_begin(&w, &b); stream_word_next(&w);) {
		if (w.number != number)
			continue;
		if (!kt_grow((void **)at, size, *count, sizeof **at))
			return kt_fail(
				err, KT_ENOMEM, "%s: no memory for positions", index->path.ptr);
		(*at)[(*count)++] = w.position;
	}
	return w.distances.bad ? stream_corrupt(id, err) : KT_OK;
}
