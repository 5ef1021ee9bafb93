/* words.c - asking for a word by its form, whether it is kept as postings or in the streams. */
#include <string.h>

#include "reading.h"
#include "state.h"

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
	int only; /* the one word of the first set; 0: it has several */
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

/* The first place of a word of the first set at or behind `from`, or b->count. */
static size_t next_place(const running *run, const stream_block *b, size_t from)
{
	const unsigned char *at;

	if (run->only) {
		at = from < b->count ? memchr(b->numbers + from, run->only, b->count - from) : NULL;
		return at ? (size_t)(at - b->numbers) : b->count;
	}
	while (from < b->count && !is_in(run->sets, b->numbers[from]))
		from++;
	return from;
}

static uint32_t plain_times(const running *run, const stream_block *b)
{
	uint32_t times = 0;

	for (size_t i = 0; (i = next_place(run, b, i)) + run->count <= b->count; i++) {
		size_t k = 1;

		while (k < run->count && b->distances[i + k] == 1 &&
			is_in(&run->sets[k], b->numbers[i + k]))
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

/* The number of the set's word where it has one. */
static int only_word(const kt_common_set *set)
{
	int only = 0;

	for (int i = 1; i <= KT_COMMON_WORDS; i++)
		if (is_in(set, (unsigned)i)) {
			if (only)
				return 0;
			only = i;
		}
	return only;
}

kt_status kt_index_common_runs(kt_index *index, const kt_common_set *sets, size_t count,
	const uint32_t *in, size_t in_count, xap_posting_fn fn, void *context, kt_error *err)
{
	running run = { sets, count, only_word(sets), in, in_count, fn, context };

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

/* Puts index->passage at the document; its id is another where the document has no stream. */
static kt_status find_passage(kt_index *index, uint32_t id, kt_error *err)
{
	stream_block *b = &index->passage;
	kt_status status = KT_OK;
	uint32_t last;

	if (b->id == id)
		return KT_OK;
	if (id < b->first || id > b->last) {
		status = xap_reader_stream(index->reader, &index->streams, id, &last, err);
		stream_block_begin(b, kt_buf_str(&index->streams), status ? 0 : last);
	} else if (id < b->id) {
		stream_block_begin(b, kt_buf_str(&index->streams), b->last);
	}
	if (status || !b->last) /* behind the last stream */
		return status;
	while (b->id < id && stream_block_next(b))
		;
	return b->in.bad ? stream_corrupt(id, err) : KT_OK;
}

/* Adds the places of a word in the passage at hand. */
static kt_status add_places(const stream_block *b, unsigned number, uint32_t **at, size_t *size,
	size_t *count, kt_error *err)
{
	stream_word w;

	stream_word_begin(&w, b);
	while (stream_word_next(&w)) {
		if (w.number != number)
			continue;
		if (!kt_grow((void **)at, size, *count, sizeof **at))
			return kt_fail(err, KT_ENOMEM, "no memory for positions");
		(*at)[(*count)++] = w.position;
	}
	return w.distances.bad ? stream_corrupt(b->id, err) : KT_OK;
}

kt_status kt_index_positions(kt_index *index, uint32_t id, kt_str term, uint32_t **at, size_t *size,
	size_t *count, kt_error *err)
{
	const stream_block *b = &index->passage;
	unsigned number = kt_common_number(term);
	kt_status status;

	*count = 0;
	if (!number)
		return xap_reader_positions(index->reader, id, term, at, size, count, err);
	status = find_passage(index, id, err);
	if (status || b->id != id || !memchr(b->numbers, (int)number, b->count))
		return status;
	return add_places(b, number, at, size, count, err);
}

kt_status kt_index_length(kt_index *index, uint32_t id, uint32_t *words, kt_error *err)
{
	kt_status status = find_passage(index, id, err);

	*words = status || index->passage.id != id ? 0 : index->passage.others;
	return status;
}

static kt_status read_number(kt_index *index, state_key key, uint64_t *out, kt_error *err)
{
	kt_status status = kt_index_get(index, &index->value, state_name(key), err);

	if (!status && !state_parse(out, kt_buf_str(&index->value)))
		status = kt_fail(
			err, KT_ECORRUPT, "%s: does not say how much is in it", index->path.ptr);
	return status;
}

kt_status kt_index_average_length(kt_index *index, double *words, kt_error *err)
{
	uint64_t all = 0, passages = 0, common = 0;
	kt_status status = read_counts(index, err);

	if (!status)
		status = read_number(index, STATE_WORDS, &all, err);
	if (!status)
		status = read_number(index, STATE_PASSAGES, &passages, err);
	for (unsigned i = 1; !status && i <= KT_COMMON_WORDS; i++)
		common += index->common.occurrences[i];
	*words = passages && all > common ? (double)(all - common) / (double)passages : 1;
	return status;
}
