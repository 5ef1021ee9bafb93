/* jobs_plan.h - which files make a part, and who has taken which. */
#ifndef KARTOTEKA_INGEST_JOBS_PLAN_H
#define KARTOTEKA_INGEST_JOBS_PLAN_H

#include <stdatomic.h>

#include "sources.h"

#define JOBS_MAX 64 /* workers */

/* Files first .. end-1, one after the other in the order of the run: documents of the merged index
 * lie as one process would have laid them. */
typedef struct jobs_part {
	uint32_t number;
	size_t first, end;
	uint64_t weight;
} jobs_part;

/* In memory that all processes see. */
typedef struct jobs_taken {
	atomic_uint next; /* place in jobs_plan.parts */
	atomic_uint at[JOBS_MAX]; /* the file that each worker reads, + 1; 0: none */
} jobs_taken;

typedef struct jobs_plan {
	jobs_part *parts; /* the heaviest first */
	unsigned count;
	jobs_taken *taken;
} jobs_plan;

/* Of the files from `first` on. */
kt_status jobs_plan_init(
	jobs_plan *plan, const source_files *files, size_t first, unsigned workers, kt_error *err);
void jobs_plan_release(jobs_plan *plan);
/* The next part that nobody has taken, or NULL. */
const jobs_part *jobs_plan_take(const jobs_plan *plan);

#endif
