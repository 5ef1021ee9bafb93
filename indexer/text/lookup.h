/* lookup.h - words in const tables.  Private to the room text. */
#ifndef KARTOTEKA_TEXT_LOOKUP_H
#define KARTOTEKA_TEXT_LOOKUP_H

#include "kartoteka/base.h"

#include <stdlib.h>
#include <string.h>

/* For bsearch: a kt_str against rows that begin with a const char *, in the order of their bytes.
 */
static inline int lookup_compare(const void *key, const void *row)
{
	const kt_str *s = key;
	const char *word = *(const char *const *)row;
	int order = strncmp(s->ptr, word, s->len);

	return order ? order : word[s->len] ? -1 : 0;
}

#define LOOKUP_COUNT(table) (sizeof(table) / sizeof *(table))
/* The row of a table for a kt_str variable, or NULL. */
#define LOOKUP(table, key)                                                                         \
	bsearch(&(key), table, LOOKUP_COUNT(table), sizeof *(table), lookup_compare)

#endif
