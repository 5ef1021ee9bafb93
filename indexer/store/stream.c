#include "stream.h"

#include <stdlib.h>
#include <string.h>

#define CODES_NARROW (1u << 16)
#define SALTS_NARROW 16 /* tried before codes become wide */
#define SALTS_WIDE 4096

uint64_t stream_key_of(kt_str form)
{
	return stream_key(kt_common_number(form), kt_hash(form));
}

/* ---- writing ---- */

kt_status stream_begin(stream *s, size_t words, kt_error *err)
{
	if (!s->taken)
		s->taken = calloc(CODES_NARROW, sizeof *s->taken);
	if (!s->taken || !kt_grow((void **)&s->keys, &s->key_size, words, sizeof *s->keys) ||
		!kt_grow((void **)&s->times, &s->times_size, words, sizeof *s->times) ||
		!kt_grow((void **)&s->codes, &s->code_size, words, sizeof *s->codes) ||
		!kt_grow((void **)&s->order, &s->order_size, words, sizeof *s->order) ||
		!kt_grow((void **)&s->asides, &s->aside_size, words, sizeof *s->asides))
		return kt_fail(err, KT_ENOMEM, "no memory for %zu words", words);
	s->distinct = s->count = s->aside_count = 0;
	s->others = 0;
	return KT_OK;
}

void stream_release(stream *s)
{
	free(s->keys);
	free(s->times);
	free(s->codes);
	free(s->order);
	free(s->asides);
	free(s->taken);
}

static void next_round(stream *s)
{
	if (++s->round == 0) {
		memset(s->taken, 0, CODES_NARROW * sizeof *s->taken);
		s->round = 1;
	}
}

/* 0: two words would have the same code. */
static int code_narrowly(stream *s, uint32_t coding)
{
	next_round(s);
	for (size_t i = 0; i < s->distinct; i++) {
		uint32_t code = stream_code(s->keys[i], coding);

		if (s->taken[code] == s->round)
			return 0;
		s->taken[code] = s->round;
		s->codes[i] = code;
	}
	return 1;
}

static int by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

static int code_widely(stream *s, uint32_t coding)
{
	for (size_t i = 0; i < s->distinct; i++)
		s->codes[i] = stream_code(s->keys[i], coding);
	qsort(s->codes, s->distinct, sizeof *s->codes, by_number);
	for (size_t i = 1; i < s->distinct; i++)
		if (s->codes[i] == s->codes[i - 1])
			return 0;
	for (size_t i = 0; i < s->distinct; i++)
		s->codes[i] = stream_code(s->keys[i], coding);
	return 1;
}

static kt_status find_coding(stream *s, uint32_t *coding, kt_error *err)
{
	for (*coding = 0; *coding < 2 * SALTS_NARROW; *coding += 2)
		if (code_narrowly(s, *coding))
			return KT_OK;
	for (*coding = STREAM_WIDE; *coding < 2 * SALTS_WIDE; *coding += 2)
		if (code_widely(s, *coding))
			return KT_OK;
	return kt_fail(err, KT_ELIMIT, "a passage of %zu different words", s->distinct);
}

static kt_status put_codes(const stream *s, uint32_t coding, kt_buf *out, kt_error *err)
{
	size_t width = coding & STREAM_WIDE ? 4 : 2;
	char *to;

	if (!kt_buf_reserve(out, width * s->count))
		return kt_buf_status(out, err);
	to = out->ptr + out->len;
	for (size_t plane = 0; plane < width; plane++)
		for (size_t i = 0; i < s->count; i++)
			*to++ = (char)(unsigned char)(s->codes[s->order[i]] >> 8 * plane);
	*to = '\0';
	out->len += width * s->count;
	return KT_OK;
}

kt_status stream_end(stream *s, kt_buf *out, kt_error *err)
{
	uint32_t coding;
	kt_status status = find_coding(s, &coding, err);

	if (status)
		return status;
	codec_put_number(out, s->count);
	codec_put_number(out, coding);
	codec_put_number(out, s->aside_count);
	for (size_t i = 0; i < s->aside_count; i++)
		codec_put_number(out, s->asides[i] - (i ? s->asides[i - 1] : 0));
	return put_codes(s, coding, out, err);
}

/* ---- reading ---- */

void stream_read_asides(stream_view *v, codec_reading *in)
{
	v->asides = *in;
	for (size_t i = 0; i < v->aside_count && !in->bad; i++)
		if (stream_number(in) == 0)
			in->bad = 1;
}

void stream_places_step(stream_places *p)
{
	if (p->next) /* 0 is no aside: it stands for what is before the first */
		p->before++;
	p->next = p->left ? p->next + (uint32_t)stream_number(&p->asides) : UINT32_MAX;
	p->left -= p->left > 0;
}

void stream_places_begin(stream_places *p, const stream_view *v)
{
	*p = (stream_places) { v->asides, v->aside_count, 0, 0 };
	stream_places_step(p);
}

/* ---- counts ---- */

void stream_counts_put(stream_counts *counts, const stream *s)
{
	for (size_t i = 0; i < s->distinct; i++)
		if (s->keys[i] < STREAM_COMMON_CODES) {
			counts->documents[s->keys[i]]++;
			counts->occurrences[s->keys[i]] += s->times[i];
		}
}

int stream_counts_take(stream_counts *counts, const stream_view *v)
{
	unsigned char seen[KT_COMMON_WORDS + 1] = { 0 };

	for (size_t i = 0; i < v->count; i++) {
		uint32_t code = stream_code_at(v, i);

		if (code >= STREAM_COMMON_CODES)
			continue;
		if (!code || code > KT_COMMON_WORDS)
			return 0;
		counts->documents[code] -= !seen[code];
		seen[code] = 1;
		counts->occurrences[code]--;
	}
	return 1;
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
