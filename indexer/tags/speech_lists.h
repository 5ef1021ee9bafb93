/* speech_lists.h - lists of words and how a form is looked up in them. */
#ifndef KARTOTEKA_TAGS_SPEECH_LISTS_H
#define KARTOTEKA_TAGS_SPEECH_LISTS_H

#include "speech.h"

#include <stdlib.h>
#include <string.h>

#define FORMS(list) list, sizeof(list) / sizeof *(list)
#define VERB_TAG (SPEECH_VERB | SPEECH_TAG)

typedef struct word {
	const char *form;
	uint32_t class;
} word;

/* For bsearch: a form against rows that begin with a const char *, in the order of their bytes. */
static inline int form_order(const void *key, const void *row)
{
	const kt_str *form = key;
	const char *entry = *(const char *const *)row;
	int order;

	if (form->ptr[0] != entry[0]) /* most steps are decided here */
		return (unsigned char)form->ptr[0] < (unsigned char)entry[0] ? -1 : 1;
	order = strncmp(form->ptr, entry, form->len);
	return order ? order : entry[form->len] ? -1 : 0;
}

static inline int in_list(const char *const *list, size_t count, kt_str form)
{
	return form.len && bsearch(&form, list, count, sizeof *list, form_order);
}

static inline uint32_t in_words(const word *list, size_t count, kt_str form)
{
	const word *found = form.len ? bsearch(&form, list, count, sizeof *list, form_order) : NULL;

	return found ? found->class | SPEECH_KNOWN : 0;
}

/* speech_russian.c: what a form may be, ё written е. */
uint32_t speech_russian(kt_str form);

#endif
