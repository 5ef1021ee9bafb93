/* stream.h - the words of a passage in their order, as a run of bytes.
 *
 * Xapian keeps a list of positions for each word of each passage: two fifths of an index, and a
 * quarter of the time of writing it.  Here each word of a passage is a code, and where it stands is
 * read off.  A common word's code is its number (kt_common_number), which is below 256; another's
 * is taken from a hash of its form.  Within a passage different words have different codes: where
 * two would have the same, another salt is tried for all.  So a code tells where a word stands in a
 * passage that has the word, and postings tell which passages have it.  (A passage that has it not
 * may have its code.)
 *
 * A stream is the number of words, their coding (stream_code), how many of them stand at the
 * position of the word before ([sic]) and the distances between these, all LEB128; then the codes,
 * two bytes each or (WIDE) four: the lowest byte of all, then the next of all ..., so that a code
 * is found by memchr. */
#ifndef KARTOTEKA_STORE_STREAM_H
#define KARTOTEKA_STORE_STREAM_H

#include "kartoteka/store.h"

#include <string.h>

#include "codec.h"

/* ---- codes ---- */

/* What a word's codes are made from: the number of a common word, else a hash. */
#define STREAM_HASHED ((uint64_t)1 << 63)
#define STREAM_COMMON_CODES 256u

static inline uint64_t stream_key(unsigned common, uint64_t hash)
{
	return common ? common : hash | STREAM_HASHED;
}

uint64_t stream_key_of(kt_str form);

/* A coding is a salt, twice, and whether codes take four bytes. */
#define STREAM_WIDE 1u

static inline uint32_t stream_code(uint64_t key, uint32_t coding)
{
	const uint64_t room = coding & STREAM_WIDE ? UINT32_MAX : 0xFFFF;
	uint64_t mixed;

	if (key < STREAM_COMMON_CODES)
		return (uint32_t)key;
	mixed = (key ^ (coding >> 1) * UINT64_C(0x9E3779B97F4A7C15)) * UINT64_C(0xD6E8FEB86659FD93);
	return STREAM_COMMON_CODES +
	       (uint32_t)((mixed >> 32) * (room + 1 - STREAM_COMMON_CODES) >> 32);
}

/* ---- writing ---- */

/* A passage's words in the making; the room is used again. */
typedef struct stream {
	uint64_t *keys; /* of its distinct words */
	uint32_t *times; /* how often each stands there */
	uint32_t *codes;
	size_t distinct, key_size, times_size, code_size;
	uint32_t *order; /* of each word: its place among the distinct */
	size_t count, order_size;
	uint32_t *asides; /* of the words that stand at the position of the one before: their place
			     in `order` */
	size_t aside_count, aside_size;
	uint32_t others; /* words that are not common */
	uint32_t *taken; /* by code: the round in which a word had it */
	uint32_t round;
} stream;

/* An empty one, with room for so many words. */
kt_status stream_begin(stream *s, size_t words, kt_error *err);
void stream_release(stream *s);
/* Adds its bytes to out.  KT_ELIMIT: so many different words that no coding was found. */
kt_status stream_end(stream *s, kt_buf *out, kt_error *err);

/* ---- reading ---- */

typedef struct stream_view {
	size_t count; /* words */
	uint32_t coding;
	size_t aside_count;
	codec_reading asides;
	const unsigned char *codes, *end;
} stream_view;

/* A number that mostly takes one byte. */
static inline uint64_t stream_number(codec_reading *in)
{
	return in->at < in->end && *in->at < 0x80 ? *in->at++ : codec_number(in, UINT32_MAX);
}

/* Reads over the words that stand aside: rare. */
void stream_read_asides(stream_view *v, codec_reading *in);

/* 0: the bytes do not begin with a stream. */
static inline int stream_read(stream_view *v, const unsigned char *at, const unsigned char *end)
{
	codec_reading in = { at, end, 0 };
	size_t width;

	v->count = stream_number(&in);
	v->coding = (uint32_t)stream_number(&in);
	v->aside_count = stream_number(&in);
	if (v->aside_count)
		stream_read_asides(v, &in);
	width = v->coding & STREAM_WIDE ? 4 : 2;
	if (in.bad || v->count > (size_t)(in.end - in.at) / width)
		return 0;
	v->codes = in.at;
	v->end = in.at + v->count * width;
	return 1;
}

/* The code of word i. */
static inline uint32_t stream_code_at(const stream_view *v, size_t i)
{
	const unsigned char *at = v->codes + i;
	uint32_t code = at[0] | (uint32_t)at[v->count] << 8;

	if (v->coding & STREAM_WIDE)
		code |= (uint32_t)at[2 * v->count] << 16 | (uint32_t)at[3 * v->count] << 24;
	return code;
}

/* The first word at or behind `from` with this code, or v->count. */
static inline size_t stream_find(const stream_view *v, uint32_t code, size_t from)
{
	const unsigned char *at = v->codes + from;

	for (; from < v->count; at++) {
		at = memchr(at, (int)(code & 0xFF), v->count - from);
		if (!at)
			return v->count;
		from = (size_t)(at - v->codes);
		if (stream_code_at(v, from) == code)
			return from;
		from++;
	}
	return v->count;
}

/* Positions of words, asked for in their order. */
typedef struct stream_places {
	codec_reading asides;
	size_t left; /* asides not read yet */
	uint32_t next; /* the next of them; UINT32_MAX: there is none */
	uint32_t before; /* how many stand before the word asked for last, or are it */
} stream_places;

void stream_places_begin(stream_places *p, const stream_view *v);
void stream_places_step(stream_places *p);
static inline uint32_t stream_position(stream_places *p, size_t i)
{
	while (p->next <= i)
		stream_places_step(p);
	return (uint32_t)i + 1 - p->before;
}

/* ---- counts of the common words ---- */

/* In how many passages, and how often, each stands. */
typedef struct stream_counts {
	uint32_t documents[KT_COMMON_WORDS + 1];
	uint64_t occurrences[KT_COMMON_WORDS + 1];
} stream_counts;

#define STREAM_COUNTS_KEY "common-words" /* of the metadata */

/* Adds a passage's words. */
void stream_counts_put(stream_counts *counts, const stream *s);
/* Takes a passage's words away.  0: one of them is none. */
int stream_counts_take(stream_counts *counts, const stream_view *v);
void stream_counts_add(stream_counts *counts, const stream_counts *more);
kt_status stream_counts_encode(kt_buf *out, const stream_counts *counts, kt_error *err);
/* Empty bytes are no counts: none. */
kt_status stream_counts_decode(stream_counts *out, kt_str bytes, kt_error *err);

#endif
