/* reading.h - an index that is being read: what index.c, words.c, runs.c and lexicon.c share. */
#ifndef KARTOTEKA_STORE_READING_H
#define KARTOTEKA_STORE_READING_H

#include "block.h"
#include "kept.h"
#include "stream.h"

#define OPEN_POSTINGS 64

typedef struct open_postings {
	kt_buf form;
	xap_postings *postings; /* NULL: none are open */
} open_postings;

struct kt_index {
	kt_buf dir, path; /* of the index; of its database */
	xap_reader *reader;
	kt_buf key, value;
	block_reading block;
	kept_state kept;
	stream_counts common; /* read when `counted` */
	int counted;
	forward words;
	open_postings open[OPEN_POSTINGS]; /* of words, by their keys */
};

#endif
