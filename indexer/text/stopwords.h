/* stopwords.h - function words of the languages that the program knows.  Private to the room text.
 */
#ifndef KARTOTEKA_TEXT_STOPWORDS_H
#define KARTOTEKA_TEXT_STOPWORDS_H

#include "kartoteka/text.h"

typedef struct stop_list {
	const char *code; /* of the language */
	const char *const *words; /* folded forms in the order of their bytes */
	size_t count;
} stop_list;

enum { STOP_LISTS = 11 };
extern const stop_list stop_lists[STOP_LISTS];

int stop_list_has(const stop_list *list, kt_str form);

#endif
