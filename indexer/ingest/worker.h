/* worker.h - a process that reads parts of the files. */
#ifndef KARTOTEKA_INGEST_WORKER_H
#define KARTOTEKA_INGEST_WORKER_H

#include "jobs_plan.h"
#include "run.h"

/* The life of a worker, in a process forked for it: r is its copy of the run, fd leads to the
 * process that started it. */
_Noreturn void worker_live(run *r, const jobs_plan *plan, unsigned number, int fd);

#endif
