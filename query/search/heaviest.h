/* heaviest.h - the first few of many matches: the heaviest, ties by document. */
#ifndef KARTOTEKA_SEARCH_HEAVIEST_H
#define KARTOTEKA_SEARCH_HEAVIEST_H

#include "kartoteka/xap.h"

/* The best so far, in order, of which there are `most` at most. */
typedef struct heaviest {
	xap_match *at;
	size_t count, most;
} heaviest;

/* Whether it would be among them. */
int heaviest_takes(const heaviest *h, const xap_match *m);
/* Puts it into its place, if it is among them. */
void heaviest_add(heaviest *h, xap_match m);
/* Sorts all, where nearly all are asked for. */
void heaviest_sort(xap_match *at, size_t count);

#define HEAVIEST_FEW 1000 /* are kept in order as they come; for more, all are sorted */

#endif
