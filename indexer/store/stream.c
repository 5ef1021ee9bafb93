#include "stream.h"

#include <string.h>

void stream_put(kt_buf *out, uint32_t distance, unsigned number)
{
	codec_put_number(out, distance);
	kt_buf_addc(out, (char)(unsigned char)number);
}

void stream_begin(stream_reading *r, kt_str bytes)
{
	codec_begin(&r->in, bytes);
	r->position = 0;
	r->number = 0;
}

/* ---- counts ---- */

kt_status stream_count(stream_counts *counts, kt_str bytes, int add, kt_error *err)
{
	unsigned char seen[KT_COMMON_WORDS + 1] = { 0 };
	stream_reading r;

	for (stream_begin(&r, bytes); stream_next(&r); seen[r.number] = 1)
		if (add) {
			counts->documents[r.number] += !seen[r.number];
			counts->occurrences[r.number]++;
		} else {
			counts->documents[r.number] -= !seen[r.number];
			counts->occurrences[r.number]--;
		}
	return r.in.bad ? kt_fail(err, KT_ECORRUPT, "a passage's common words are corrupt") : KT_OK;
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
