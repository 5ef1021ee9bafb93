/* groups.h - passages that have any of several words, those together that have each word equally
 * often. */
#ifndef KARTOTEKA_SEARCH_GROUPS_H
#define KARTOTEKA_SEARCH_GROUPS_H

#include "postings.h"

#define GROUP_TIMES 15 /* so often or more is not told apart */
#define GROUP_PLANE 8 /* words of which one number tells how often each stands: a byte each */

typedef struct group {
	uint32_t first, last; /* its passages in `passages` */
	size_t count;
} group;

typedef struct grouped {
	uint32_t id, next; /* a passage, and the place of the next of its group, if any */
} grouped;

typedef struct groups {
	size_t planes; /* numbers that tell how often each word stands in a passage */
	group *at;
	size_t count, size;
	uint64_t *times; /* planes of each group */
	size_t times_size;
	grouped *passages; /* those of each group ascend */
	uint32_t passage_count;
} groups;

/* words: the postings of each. */
kt_status groups_make(groups *out, const postings *const *words, size_t count, kt_error *err);
void groups_release(groups *g);

/* How often a word stands in the passages of a group. */
static inline uint32_t group_times(const groups *g, size_t number, size_t word)
{
	return ((const unsigned char *)(g->times + number * g->planes))[word];
}

#endif
