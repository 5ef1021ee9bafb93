/* block.h - passage records in blocks: the first document of a block holds the records of all its
 * documents, the others hold only how far behind it they stand.  Xapian compresses each document's
 * record by itself, which costs a tenth of the time of indexing when they are small, and saves
 * less. */
#ifndef KARTOTEKA_STORE_BLOCK_H
#define KARTOTEKA_STORE_BLOCK_H

#include "forward.h"
#include "stream.h"

#define BLOCK_PASSAGES 8
#define BLOCK_BYTES (16 << 10) /* of records: a block is not begun anew for each long passage */

/* A block in the making: its documents wait until it is full.  All are of one source.  Who owns it
 * says where they go. */
typedef struct block {
	xap_document *docs[BLOCK_PASSAGES];
	uint32_t lengths[BLOCK_PASSAGES]; /* of the records */
	size_t count;
	kt_buf records, bytes;
	kt_buf streams; /* the words of each */
	size_t stream_lengths[BLOCK_PASSAGES];
	uint32_t others[BLOCK_PASSAGES]; /* words that are not common */
	xap_writer *writer;
	forward_writer *forward;
} block;

void block_release(block *block);
/* The document of the passage that comes next; NULL: no memory. */
xap_document *block_next(block *block, kt_error *err);
/* Its record is there, its terms and its words: the block is written when it is full. */
kt_status block_put(block *block, kt_str record, stream *words, kt_error *err);
/* Writes what waits: the source is at its end. */
kt_status block_flush(block *block, kt_error *err);
/* Forgets what waits. */
void block_drop(block *block);

/* A block as read, kept for the next passage of it. */
typedef struct block_reading {
	uint32_t first; /* document; 0: none is kept */
	kt_buf bytes, scratch;
} block_reading;

void block_reading_release(block_reading *reading);
/* The record of a document; borrowed until the next call.  KT_ENOTFOUND, KT_ECORRUPT. */
kt_status block_record(
	block_reading *reading, xap_reader *reader, uint32_t id, kt_str *out, kt_error *err);

#endif
