/* lookup.h - words in const tables.  Private to the room text. */
#ifndef KARTOTEKA_TEXT_LOOKUP_H
#define KARTOTEKA_TEXT_LOOKUP_H

#include "kartoteka/base.h"

#include <stdlib.h>
#include <string.h>

/* clang-format off */
/* A word of a table as a slice. */
#define SLICE(literal) { (literal), sizeof(literal) - 1 }
/* clang-format on */

/* kt_str_ends for an ending of a table, which is not empty: most are told by their last byte. */
static inline int lookup_ends(kt_str word, kt_str ending)
{
	return word.len >= ending.len && word.ptr[word.len - 1] == ending.ptr[ending.len - 1] &&
	       kt_str_ends(word, ending);
}

/* For bsearch: a kt_str against rows that begin with a const char *, in the order of their bytes.
 */
static inline int lookup_compare(const void *key, const void *row)
{
	const kt_str *s = key;
	const char *word = *(const char *const *)row;
	int order;

	if (s->len && s->ptr[0] != word[0]) /* most steps are decided here */
		return (unsigned char)s->ptr[0] < (unsigned char)word[0] ? -1 : 1;
	order = strncmp(s->ptr, word, s->len);
	return order ? order : word[s->len] ? -1 : 0;
}

#define LOOKUP_COUNT(table) (sizeof(table) / sizeof *(table))
/* The row of a table for a kt_str variable, or NULL. */
#define LOOKUP(table, key)                                                                         \
	bsearch(&(key), table, LOOKUP_COUNT(table), sizeof *(table), lookup_compare)

#endif
