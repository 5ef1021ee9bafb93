#include "stream.h"

#include <string.h>

/* ---- in the making ---- */

void stream_clear(stream *s)
{
	kt_buf_clear(&s->distances);
	kt_buf_clear(&s->numbers);
	s->position = 0;
	s->others = 0;
}

void stream_release(stream *s)
{
	kt_buf_release(&s->distances);
	kt_buf_release(&s->numbers);
}

void stream_put(stream *s, uint32_t position, unsigned number)
{
	codec_put_number(&s->distances, position - s->position);
	kt_buf_addc(&s->numbers, (char)(unsigned char)number);
	s->position = position;
}

kt_status stream_end(const stream *s, kt_buf *out, kt_error *err)
{
	kt_status status = kt_buf_status(&s->distances, err);

	if (!status)
		status = kt_buf_status(&s->numbers, err);
	codec_put_number(out, s->numbers.len);
	codec_put_number(out, s->distances.len - s->numbers.len);
	codec_put_number(out, s->others);
	kt_buf_add(out, kt_buf_str(&s->distances));
	kt_buf_add(out, kt_buf_str(&s->numbers));
	return status ? status : kt_buf_status(out, err);
}

/* ---- reading ---- */

void stream_block_begin(stream_block *b, kt_str bytes, uint32_t last)
{
	uint64_t count;

	codec_begin(&b->in, bytes);
	count = codec_number(&b->in, last);
	b->last = last;
	b->first = last - (uint32_t)count + 1;
	b->id = b->first - 1;
	if (!count)
		b->in.bad = 1;
}

void stream_word_begin(stream_word *w, const stream_block *b)
{
	codec_begin(&w->distances, (kt_str) { (const char *)b->distances, b->count + b->extra });
	w->numbers = b->numbers;
	w->end = b->numbers + b->count;
	w->position = 0;
}

/* ---- counts ---- */

kt_status stream_corrupt(uint32_t id, kt_error *err)
{
	return kt_fail(err, KT_ECORRUPT, "the common words of document %u are corrupt", id);
}

/* A passage's words; 0 is returned where one is none. */
static int count_words(stream_counts *counts, const unsigned char *numbers, size_t count, int add)
{
	unsigned char seen[KT_COMMON_WORDS + 1] = { 0 };

	for (size_t i = 0; i < count; i++) {
		unsigned number = numbers[i];
		uint32_t first;

		if (!number || number > KT_COMMON_WORDS)
			return 0;
		first = !seen[number];
		seen[number] = 1;
		counts->documents[number] += add ? first : -first;
		counts->occurrences[number] += add ? 1 : UINT64_MAX;
	}
	return 1;
}

void stream_counts_put(stream_counts *counts, const stream *s)
{
	count_words(counts, (const unsigned char *)s->numbers.ptr, s->numbers.len, 1);
}

kt_status stream_counts_take(stream_counts *counts, kt_str bytes, uint32_t last, kt_error *err)
{
	stream_block b;

	for (stream_block_begin(&b, bytes, last); stream_block_next(&b);)
		if (!count_words(counts, b.numbers, b.count, 0))
			b.in.bad = 1;
	return b.in.bad ? stream_corrupt(last, err) : KT_OK;
}

void stream_counts_add(stream_counts *counts, const stream_counts *more)
{
	for (unsigned i = 1; i <= KT_COMMON_WORDS; i++) {
		counts->documents[i] += more->documents[i];
		counts->occurrences[i] += more->occurrences[i];
	}
}

kt_status stream_counts_encode(kt_buf *out, const stream_counts *counts, kt_error *err)
{
	kt_buf_clear(out);
	for (unsigned i = 1; i <= KT_COMMON_WORDS; i++) {
		codec_put_number(out, counts->documents[i]);
		codec_put_number(out, counts->occurrences[i]);
	}
	return kt_buf_status(out, err);
}

kt_status stream_counts_decode(stream_counts *out, kt_str bytes, kt_error *err)
{
	codec_reading in;

	memset(out, 0, sizeof *out);
	if (!bytes.len)
		return KT_OK;
	codec_begin(&in, bytes);
	for (unsigned i = 1; i <= KT_COMMON_WORDS; i++) {
		out->documents[i] = (uint32_t)codec_number(&in, UINT32_MAX);
		out->occurrences[i] = codec_number(&in, UINT64_MAX);
	}
	return codec_whole(&in)
		       ? KT_OK
		       : kt_fail(err, KT_ECORRUPT, "the counts of common words are corrupt");
}
