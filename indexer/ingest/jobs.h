/* jobs.h - many new sources, read by other processes. */
#ifndef KARTOTEKA_INGEST_JOBS_H
#define KARTOTEKA_INGEST_JOBS_H

#include "run.h"

/* How many processes are to read so many bytes in so many files beside the index that is there; 0:
 * they are few enough to go straight into it. */
unsigned jobs_wanted(const run *r, uint64_t bytes, size_t files);
/* Reads the files from `first` on, which the store has not, into it by so many processes.  The
 * store is merged then: only finishing it is left. */
kt_status jobs_index(run *r, size_t first, unsigned workers, kt_error *err);

#endif
