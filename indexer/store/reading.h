/* reading.h - an index that is being read: what index.c and lexicon.c share. */
#ifndef KARTOTEKA_STORE_READING_H
#define KARTOTEKA_STORE_READING_H

#include "block.h"
#include "stream.h"

struct kt_index {
	kt_buf dir, path; /* of the index; of its database */
	xap_reader *reader;
	kt_buf key, value;
	block_reading block;
	stream_counts common; /* read when `counted` */
	int counted;
	kt_buf streams; /* of the block of `passage` */
	stream_block passage; /* asked for last; all 0: none was */
};

#endif
