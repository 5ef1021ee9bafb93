/* codec.h - numbers and strings to bytes and back, for what the index stores.  Numbers are LEB128
 * (seven bits a byte, the lowest first), strings their length and their bytes. */
#ifndef KARTOTEKA_STORE_CODEC_H
#define KARTOTEKA_STORE_CODEC_H

#include "kartoteka/base.h"

void codec_put_number(kt_buf *out, uint64_t number);
void codec_put_signed(kt_buf *out, int64_t number);
void codec_put_string(kt_buf *out, kt_str s);

/* Reading never leaves the bytes.  What cannot be read gives 0 or the empty slice, and `bad` stays
 * set: one look at the end suffices. */
typedef struct codec_reading {
	const unsigned char *at, *end;
	int bad;
} codec_reading;

void codec_begin(codec_reading *in, kt_str bytes);
uint64_t codec_number(codec_reading *in, uint64_t max); /* larger than max is bad */
int64_t codec_signed(codec_reading *in, int64_t min, int64_t max);
kt_str codec_string(codec_reading *in);
/* A number of elements that take `width` bytes or more each: bad when they cannot be there. */
size_t codec_count(codec_reading *in, size_t width);
/* Whether all was read, and nothing is left. */
int codec_whole(const codec_reading *in);

#endif
