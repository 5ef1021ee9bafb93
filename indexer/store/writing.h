/* writing.h - a store that is being written: what store.c and opening.c share. */
#ifndef KARTOTEKA_STORE_WRITING_H
#define KARTOTEKA_STORE_WRITING_H

#include "block.h"
#include "folder.h"
#include "forward.h"
#include "lexicon.h"
#include "posting.h"
#include "source.h"
#include "state.h"
#include "stream.h"

struct kt_store {
	kt_buf dir;
	kt_buf current; /* name of the database that readers open; empty: none yet */
	kt_buf name, path; /* of the database that is written */
	int lock;
	xap_writer *writer;
	forward_writer *forward;
	int begun; /* a transaction */
	int is_part; /* filled beside others: sources come with their numbers and are named when
			the parts are merged */

	source_list sources;
	uint32_t *unwritten; /* numbers of sources that were ended since the last commit */
	size_t unwritten_count, unwritten_size;
	uint32_t last_source;
	uint32_t open_source; /* begun and not ended; 0: none */
	uint64_t passages, words;
	stream_counts common; /* of the sources that were ended */
	stream_counts open_common; /* of the one that was begun */
	uint64_t gathered; /* bytes of text in the transaction */

	posting posting;
	block block; /* passages that wait to be written */
	lexicon lexicon;
	kt_buf aside; /* of a part: metadata, see merge.c */
	kt_language part_languages[LEXICON_LANGUAGES + 1]; /* as they come up in it */
	size_t part_language_count;
	kt_buf key, value;
};

/* Opens the database s->path: Xapian's tables and the words beside them. */
kt_status writing_open(kt_store *store, int create, kt_error *err);
/* Closes it; what was not committed is given up. */
kt_status writing_close(kt_store *store, kt_error *err);
/* Begins a transaction unless one is. */
kt_status writing_begin(kt_store *store, kt_error *err);
kt_status writing_set_number(kt_store *store, state_key key, uint64_t number, kt_error *err);
/* The source's record goes out with the next commit. */
kt_status writing_note_source(kt_store *store, uint32_t number, kt_error *err);
#define PART_METADATA "metadata" /* the file in a part */
#define PART_REVISIT "revisit" /* a key in it: see sayings of merge.c */

/* DIR/index-N.part-K */
kt_status part_path(kt_buf *out, const kt_store *store, uint32_t number, kt_error *err);
/* Keeps metadata of a part for whom merges it. */
kt_status part_metadata(kt_store *part, kt_str key, kt_str value, kt_error *err);
/* Takes note of a language as it comes up in a part. */
void part_see_language(kt_store *part, kt_language language);
/* Makes what was changed since the last commit whole and commits it. */
kt_status writing_commit(kt_store *store, kt_error *err);

#endif
