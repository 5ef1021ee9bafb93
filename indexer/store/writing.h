/* writing.h - a store that is being written: what store.c and opening.c share. */
#ifndef KARTOTEKA_STORE_WRITING_H
#define KARTOTEKA_STORE_WRITING_H

#include "folder.h"
#include "lexicon.h"
#include "posting.h"
#include "source.h"
#include "state.h"

struct kt_store {
	kt_buf dir;
	kt_buf current; /* name of the database that readers open; empty: none yet */
	kt_buf name, path; /* of the database that is written */
	int lock;
	xap_writer *writer;
	int begun; /* a transaction */

	source_list sources;
	uint32_t *unwritten; /* numbers of sources that were ended since the last commit */
	size_t unwritten_count, unwritten_size;
	uint32_t last_source;
	uint32_t open_source; /* begun and not ended; 0: none */
	uint64_t passages, words;
	uint64_t gathered; /* bytes of text in the transaction */

	posting posting;
	lexicon lexicon;
	kt_buf key, value;
};

/* Begins a transaction unless one is. */
kt_status writing_begin(kt_store *store, kt_error *err);
kt_status writing_set_number(kt_store *store, state_key key, uint64_t number, kt_error *err);
/* Makes what was changed since the last commit whole and commits it. */
kt_status writing_commit(kt_store *store, kt_error *err);

#endif
