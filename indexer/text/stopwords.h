/* stopwords.h - function words of the languages that the program knows.  Private to the room text.
 */
#ifndef KARTOTEKA_TEXT_STOPWORDS_H
#define KARTOTEKA_TEXT_STOPWORDS_H

#include "kartoteka/text.h"

typedef struct stop_list {
	const char *code; /* of the language */
	const char *const *words; /* folded forms in the order of their bytes */
	size_t count;
	int cyrillic; /* written in it */
} stop_list;

enum {
	STOP_EN,
	STOP_RU,
	STOP_UK,
	STOP_DE,
	STOP_FR,
	STOP_IT,
	STOP_ES,
	STOP_PL,
	STOP_CS,
	STOP_NL,
	STOP_PT,
	STOP_LISTS
};
extern const stop_list stop_lists[STOP_LISTS];

int stop_list_has(const stop_list *list, kt_str form);

#endif
