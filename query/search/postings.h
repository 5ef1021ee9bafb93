/* postings.h - where a word stands: the passages of each of its forms. */
#ifndef KARTOTEKA_SEARCH_POSTINGS_H
#define KARTOTEKA_SEARCH_POSTINGS_H

#include "plan.h"

/* Lists of forms, one behind the other; each ascends. */
typedef struct postings {
	xap_posting *at;
	size_t count, size;
	size_t *ends; /* of the lists; the next begins there */
	size_t list_count;
} postings;

void postings_release(postings *p);
/* Reads those of an element into out, which is empty. */
kt_status postings_of_element(plan *p, const element *e, postings *out, kt_error *err);
/* How often it stands in a passage. */
uint32_t postings_times(const postings *p, uint32_t id);

#endif
