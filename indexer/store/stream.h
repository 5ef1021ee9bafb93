/* stream.h - common words (kt_common_number) of a passage, kept in one run of bytes.
 *
 * They are a third of what a passage has of distinct words and nearly half of its occurrences: as
 * postings with positions they would be most of what Xapian has to do, and a phrase of them ("of
 * the") would read a list of positions for each word and passage.  A passage's stream is, for each
 * of them in the order of positions: the distance from the position before (LEB128, from 0), and
 * the word's number (a byte). */
#ifndef KARTOTEKA_STORE_STREAM_H
#define KARTOTEKA_STORE_STREAM_H

#include "kartoteka/store.h"

#include "codec.h"

void stream_put(kt_buf *out, uint32_t distance, unsigned number);

typedef struct stream_reading {
	codec_reading in;
	uint32_t position;
	unsigned number;
} stream_reading;

void stream_begin(stream_reading *r, kt_str bytes);
/* The next word; 0 at the end, and where the bytes are no stream (r->in.bad). */
static inline int stream_next(stream_reading *r)
{
	codec_reading *in = &r->in;

	if (in->at == in->end)
		return 0;
	r->position +=
		*in->at < 0x80 ? *in->at++ : (uint32_t)codec_number(in, UINT32_MAX - r->position);
	if (in->at == in->end || !*in->at || *in->at > KT_COMMON_WORDS)
		in->bad = 1;
	if (in->bad)
		return 0;
	r->number = *in->at++;
	return 1;
}

/* In how many passages, and how often, each common word stands. */
typedef struct stream_counts {
	uint32_t documents[KT_COMMON_WORDS + 1];
	uint64_t occurrences[KT_COMMON_WORDS + 1];
} stream_counts;

#define STREAM_COUNTS_KEY "common-words" /* of the metadata */

/* Adds a passage's stream, or takes it away.  KT_ECORRUPT. */
kt_status stream_count(stream_counts *counts, kt_str bytes, int add, kt_error *err);
void stream_counts_add(stream_counts *counts, const stream_counts *more);
kt_status stream_counts_encode(kt_buf *out, const stream_counts *counts, kt_error *err);
/* Empty bytes are no counts: none. */
kt_status stream_counts_decode(stream_counts *out, kt_str bytes, kt_error *err);

#endif
