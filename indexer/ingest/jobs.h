/* jobs.h - a new index written by several processes. */
#ifndef KARTOTEKA_INGEST_JOBS_H
#define KARTOTEKA_INGEST_JOBS_H

#include "run.h"

/* How many processes are to read the files of a run whose store has no sources; 1: this one. */
unsigned jobs_wanted(const run *r);
/* Reads the files into r->store by so many processes.  The store is merged then: only finishing it
 * is left. */
kt_status jobs_index(run *r, unsigned workers, kt_error *err);

#endif
