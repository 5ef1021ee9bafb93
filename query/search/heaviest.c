#include "heaviest.h"

#include <stdlib.h>

static int is_before(const xap_match *a, const xap_match *b)
{
	return a->weight != b->weight ? a->weight > b->weight : a->id < b->id;
}

int heaviest_takes(const heaviest *h, const xap_match *m)
{
	return h->count < h->most || is_before(m, &h->at[h->most - 1]);
}

void heaviest_add(heaviest *h, xap_match m)
{
	size_t at;

	if (!heaviest_takes(h, &m))
		return;
	at = h->count < h->most ? h->count++ : h->most - 1;
	for (; at && is_before(&m, &h->at[at - 1]); at--)
		h->at[at] = h->at[at - 1];
	h->at[at] = m;
}

static int by_weight(const void *a, const void *b)
{
	return is_before(a, b) ? -1 : is_before(b, a);
}

void heaviest_sort(xap_match *at, size_t count)
{
	if (count)
		qsort(at, count, sizeof *at, by_weight);
}
