/* speech_lists.h - lists of words and how a form is looked up in them. */
#ifndef KARTOTEKA_TAGS_SPEECH_LISTS_H
#define KARTOTEKA_TAGS_SPEECH_LISTS_H

#include "speech.h"

#include <string.h>

#define FORMS(list) list, sizeof(list) / sizeof *(list)
#define VERB_TAG (SPEECH_VERB | SPEECH_TAG)

typedef struct word {
	const char *form;
	uint32_t class;
} word;

static inline int is_form(const char *entry, kt_str form)
{
	return entry[0] == form.ptr[0] && entry[1] == form.ptr[1] &&
	       !strncmp(entry, form.ptr, form.len) && !entry[form.len];
}

static inline int in_list(const char *const *list, size_t count, kt_str form)
{
	for (size_t i = 0; form.len > 1 && i < count; i++)
		if (is_form(list[i], form))
			return 1;
	return 0;
}

static inline uint32_t in_words(const word *list, size_t count, kt_str form)
{
	for (size_t i = 0; i < count; i++)
		if (form.len == 1 ? list[i].form[0] == form.ptr[0] && !list[i].form[1]
				  : is_form(list[i].form, form))
			return list[i].class | SPEECH_KNOWN;
	return 0;
}

/* speech_russian.c: what a form may be, ё written е. */
uint32_t speech_russian(kt_str form);

#endif
