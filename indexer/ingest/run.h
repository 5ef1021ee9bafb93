/* run.h - a run of the indexer: what ingest.c and the workers of jobs.c share. */
#ifndef KARTOTEKA_INGEST_RUN_H
#define KARTOTEKA_INGEST_RUN_H

#include "analysis.h"
#include "kartoteka/store.h"
#include "sources.h"

/* Of a source that the index has; both with the salt of the options. */
typedef struct source_state {
	uint64_t hash, stamp;
} source_state;

typedef struct run {
	const kt_ingest_options *options;
	kt_ingest_counts *counts;
	source_files files;
	analysis analysis;
	kt_store *store; /* NULL: --dry-run and --tag */
	kt_map *named; /* ids whose names this run has kept */
	kt_map *known; /* the sources there are, by path: without a store (--dry-run), or
			  beside one that is begun anew */
	source_state *states; /* of these */
	uint64_t salt; /* of the options that change what is indexed */
	uint32_t first_number; /* of the first file's source; 0: as they come */
	kt_source_record *record; /* of the source at hand, until it is begun */
	uint64_t text_done,
		text_told; /* bytes of the source at hand: dealt with; told as progress */
} run;

void run_tell(run *r, kt_ingest_event event, const char *message);
/* Finds the files of its paths; what cannot be reached is told. */
kt_status run_find_files(run *r, kt_error *err);
void run_release(run *r);
/* Tells what cannot be read, and counts it. */
void run_unreadable(run *r, const char *message);
/* Fills known from the index, if there is one. */
kt_status run_read_known(run *r, kt_error *err);
/* Reads file i into the store.  One that cannot be read is told; trouble with the index or memory
 * ends the run. */
kt_status run_file(run *r, size_t i, kt_error *err);

#endif
