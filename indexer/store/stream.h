/* stream.h - common words (kt_common_number) of passages, kept in one run of bytes.
 *
 * They are a third of what a passage has of distinct words and nearly half of its occurrences: as
 * postings with positions they would be a sixth of what Xapian has to do, and a phrase of them ("of
 * the") would read a list of positions for each word and passage.
 *
 * A passage's stream is the number of its common words, how many bytes their distances take more
 * than one each, how many other words it has, the distances from the position before (LEB128, from
 * 0), and the words' numbers (a byte each).  The last document of a block (block.h) holds the
 * number of its passages and their streams, so that all are read in a row, and the block of a
 * passage is the next that is held. */
#ifndef KARTOTEKA_STORE_STREAM_H
#define KARTOTEKA_STORE_STREAM_H

#include "kartoteka/store.h"

#include "codec.h"

/* A passage's stream in the making. */
typedef struct stream {
	kt_buf distances, numbers;
	uint32_t position; /* of the last */
	uint32_t others; /* words that are not common */
} stream;

void stream_clear(stream *s);
void stream_release(stream *s);
void stream_put(stream *s, uint32_t position, unsigned number);
/* Adds its bytes to out. */
kt_status stream_end(const stream *s, kt_buf *out, kt_error *err);

/* The streams of a block, one after the other. */
typedef struct stream_block {
	codec_reading in;
	uint32_t first, last; /* documents */
	uint32_t id; /* of the passage at hand */
	/* Its words: so many, and where. */
	size_t count, extra;
	uint32_t others;
	const unsigned char *distances, *numbers;
} stream_block;

/* last: the document that holds it. */
void stream_block_begin(stream_block *b, kt_str bytes, uint32_t last);
/* A number that mostly takes one byte. */
static inline uint64_t stream_number(codec_reading *in)
{
	return in->at < in->end && *in->at < 0x80 ? *in->at++ : codec_number(in, UINT32_MAX);
}

/* The next passage; 0 at the end, and where the bytes are no streams (b->in.bad). */
static inline int stream_block_next(stream_block *b)
{
	codec_reading *in = &b->in;
	size_t left;

	if (b->id == b->last || in->bad)
		return 0;
	b->id++;
	b->count = stream_number(in);
	b->extra = stream_number(in);
	b->others = (uint32_t)stream_number(in);
	left = (size_t)(in->end - in->at);
	if (in->bad || b->count > left / 2 || b->extra > left - 2 * b->count) {
		in->bad = 1;
		return 0;
	}
	b->distances = in->at;
	b->numbers = in->at + b->count + b->extra;
	in->at = b->numbers + b->count;
	return 1;
}

/* The words of the passage at hand, one after the other. */
typedef struct stream_word {
	codec_reading distances;
	const unsigned char *numbers, *end;
	uint32_t position;
	unsigned number;
} stream_word;

void stream_word_begin(stream_word *w, const stream_block *b);
/* The next word; 0 at the end. */
static inline int stream_word_next(stream_word *w)
{
	if (w->numbers == w->end)
		return 0;
	w->position += (uint32_t)stream_number(&w->distances);
	w->number = *w->numbers++;
	return !w->distances.bad;
}

/* In how many passages, and how often, each common word stands. */
typedef struct stream_counts {
	uint32_t documents[KT_COMMON_WORDS + 1];
	uint64_t occurrences[KT_COMMON_WORDS + 1];
} stream_counts;

#define STREAM_COUNTS_KEY "common-words" /* of the metadata */

/* Adds a passage's words. */
void stream_counts_put(stream_counts *counts, const stream *s);
/* Takes a block's words away.  KT_ECORRUPT. */
kt_status stream_counts_take(stream_counts *counts, kt_str bytes, uint32_t last, kt_error *err);
void stream_counts_add(stream_counts *counts, const stream_counts *more);
kt_status stream_counts_encode(kt_buf *out, const stream_counts *counts, kt_error *err);
/* Empty bytes are no counts: none. */
kt_status stream_counts_decode(stream_counts *out, kt_str bytes, kt_error *err);
kt_status stream_corrupt(uint32_t id, kt_error *err);

#endif
