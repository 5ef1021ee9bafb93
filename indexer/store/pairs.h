/* pairs.h - pairs of a key of the lexicon and a form, gathered to be written together. */
#ifndef KARTOTEKA_STORE_PAIRS_H
#define KARTOTEKA_STORE_PAIRS_H

#include "kartoteka/xap.h"

typedef struct pair pair;

typedef struct pairs {
	pair *at;
	size_t count, size;
	kt_buf text;
} pairs;

void pairs_release(pairs *all);
kt_status pairs_add(pairs *all, kt_str key, kt_str form, kt_error *err);
/* Writes them as synonyms, sorted, so that each key of the table is touched once; then forgets
 * them. */
kt_status pairs_write(pairs *all, xap_writer *writer, kt_error *err);

#endif
