#include "jobs_plan.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* Parts are made of neighbouring files, so they cannot be as even as single files could; several a
 * worker let those who are done early take over.  Each is opened when they are merged: the bound
 * keeps far from the number of files that a process may have open. */
#define PARTS_A_WORKER 4
#define PARTS_MAX 128
#define PART_BYTES                                                                                 \
	((uint64_t)16 << 20) /* what is added to a larger part touches ever more of it             \
			      */
#define FILE_WEIGHT 4096 /* bytes of text whose reading costs as much as opening a file */

static uint64_t weight(const source_file *file)
{
	return file->size + FILE_WEIGHT;
}

static int heaviest_first(const void *a, const void *b)
{
	const jobs_part *x = a, *y = b;

	if (x->weight != y->weight)
		return x->weight < y->weight ? 1 : -1;
	return x->number < y->number ? -1 : x->number > y->number;
}

static unsigned parts_wanted(uint64_t total, unsigned workers)
{
	uint64_t wanted = total / PART_BYTES + 1;

	if (workers > 1 && wanted < workers * PARTS_A_WORKER)
		wanted = workers * PARTS_A_WORKER;
	return wanted < PARTS_MAX ? (unsigned)wanted : PARTS_MAX;
}

/* Cuts behind the file that fills a part to its share of the whole. */
static void cut(
	jobs_plan *plan, const source_files *files, size_t first, uint64_t total, unsigned wanted)
{
	jobs_part part = { .first = first };
	uint64_t gone = 0;

	for (size_t i = first; i < files->count; i++) {
		part.weight += weight(&files->at[i]);
		if (i + 1 < files->count &&
			gone + part.weight < total / wanted * (plan->count + 1u))
			continue;
		gone += part.weight;
		part.end = i + 1;
		part.number = plan->count;
		plan->parts[plan->count++] = part;
		part.first = part.end;
		part.weight = 0;
	}
}

kt_status jobs_plan_init(
	jobs_plan *plan, const source_files *files, size_t first, unsigned workers, kt_error *err)
{
	unsigned wanted;
	uint64_t total = 0;

	memset(plan, 0, sizeof *plan);
	for (size_t i = first; i < files->count; i++)
		total += weight(&files->at[i]);
	wanted = parts_wanted(total, workers);
	plan->parts = calloc(wanted + 1, sizeof *plan->parts);
	plan->taken = mmap(NULL, sizeof *plan->taken, PROT_READ | PROT_WRITE,
		MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (plan->taken == MAP_FAILED)
		plan->taken = NULL;
	if (!plan->parts || !plan->taken)
		return kt_fail(err, KT_ENOMEM, "no memory to share work");
	cut(plan, files, first, total, wanted);
	qsort(plan->parts, plan->count, sizeof *plan->parts, heaviest_first);
	return KT_OK;
}

void jobs_plan_release(jobs_plan *plan)
{
	free(plan->parts);
	if (plan->taken)
		munmap(plan->taken, sizeof *plan->taken);
}

const jobs_part *jobs_plan_take(const jobs_plan *plan)
{
	unsigned i = atomic_fetch_add(&plan->taken->next, 1);

	return i < plan->count ? &plan->parts[i] : NULL;
}
