#include "block.h"

#include <string.h>

#include "codec.h"

void block_release(block *b)
{
	for (size_t i = 0; i < BLOCK_PASSAGES; i++)
		xap_document_free(b->docs[i]);
	kt_buf_release(&b->records);
	kt_buf_release(&b->bytes);
	kt_buf_release(&b->streams);
}

xap_document *block_next(block *b, kt_error *err)
{
	xap_document **doc = &b->docs[b->count];

	if (!*doc && xap_document_new(doc, err))
		return NULL;
	return *doc;
}

void block_drop(block *b)
{
	b->count = 0;
	kt_buf_clear(&b->records);
	kt_buf_clear(&b->streams);
}

static kt_status write_document(block *b, size_t i, kt_str *words, kt_error *err)
{
	char back = (char)i;
	uint32_t id;
	kt_status status = xap_document_record(
		b->docs[i], i ? (kt_str) { &back, 1 } : kt_buf_str(&b->bytes), err);

	words->len = b->stream_lengths[i];
	if (!status)
		status = xap_writer_add(b->writer, b->docs[i], &id, err);
	if (!status)
		status = forward_put(b->forward, id, *words, b->others[i], err);
	words->ptr += words->len;
	return status;
}

/* A first document's bytes are the number of records, their lengths, and they; another's are one
 * byte, 1 to BLOCK_PASSAGES - 1: a count of records is followed by more. */
kt_status block_flush(block *b, kt_error *err)
{
	kt_str words = { b->streams.ptr, 0 };
	kt_status status;
	size_t i;

	if (!b->count)
		return KT_OK;
	kt_buf_clear(&b->bytes);
	codec_put_number(&b->bytes, b->count);
	for (i = 0; i < b->count; i++)
		codec_put_number(&b->bytes, b->lengths[i]);
	kt_buf_add(&b->bytes, kt_buf_str(&b->records));
	status = kt_buf_status(&b->bytes, err);
	for (i = 0; !status && i < b->count; i++)
		status = write_document(b, i, &words, err);
	block_drop(b);
	return status;
}

kt_status block_put(block *b, kt_str record, stream *words, kt_error *err)
{
	size_t before = b->streams.len;
	kt_status status;

	if (record.len > UINT32_MAX)
		return kt_fail(err, KT_ELIMIT, "a record of %zu bytes", record.len);
	kt_buf_add(&b->records, record);
	status = kt_buf_status(&b->records, err);
	if (!status)
		status = stream_end(words, &b->streams, err);
	if (status)
		return status;
	b->stream_lengths[b->count] = b->streams.len - before;
	b->others[b->count] = words->others;
	b->lengths[b->count++] = (uint32_t)record.len;
	return b->count == BLOCK_PASSAGES || b->records.len >= BLOCK_BYTES ? block_flush(b, err)
									   : KT_OK;
}

/* ---- reading ---- */

void block_reading_release(block_reading *r)
{
	kt_buf_release(&r->bytes);
	kt_buf_release(&r->scratch);
}

static kt_status corrupt(uint32_t id, kt_error *err)
{
	return kt_fail(err, KT_ECORRUPT, "the block of document %u is corrupt", id);
}

/* Record `n` of the block that is kept. */
static kt_status record_of(
	const block_reading *r, uint32_t n, uint32_t id, kt_str *out, kt_error *err)
{
	kt_str bytes = kt_buf_str(&r->bytes);
	codec_reading in;
	uint64_t before = 0, length = 0, count, i;
	size_t from;

	codec_begin(&in, bytes);
	count = codec_number(&in, BLOCK_PASSAGES);
	for (i = 0; i < count; i++) {
		uint64_t one = codec_number(&in, UINT32_MAX);

		if (i < n)
			before += one;
		if (i == n)
			length = one;
	}
	from = bytes.len - (size_t)(in.end - in.at);
	if (in.bad || n >= count || before + length > bytes.len - from)
		return corrupt(id, err);
	*out = kt_str_sub(bytes, from + (size_t)before, from + (size_t)(before + length));
	return KT_OK;
}

kt_status block_record(
	block_reading *r, xap_reader *reader, uint32_t id, kt_str *out, kt_error *err)
{
	kt_buf *read = r->first ? &r->scratch : &r->bytes;
	uint32_t first = id;
	kt_status status;

	*out = (kt_str) { "", 0 };
	status = xap_reader_record(reader, read, id, err);
	if (!status && read->len == 1) {
		first = id - (unsigned char)read->ptr[0];
		if (first >= id || id - first >= BLOCK_PASSAGES)
			return corrupt(id, err);
		if (first != r->first)
			status = xap_reader_record(reader, &r->bytes, first, err);
	} else if (!status && read != &r->bytes) {
		kt_buf swap = r->bytes;

		r->bytes = r->scratch;
		r->scratch = swap;
	}
	r->first = status ? 0 : first;
	return status ? status : record_of(r, id - first, id, out, err);
}
