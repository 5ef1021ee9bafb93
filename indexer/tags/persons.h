/* persons.h - what the two passes over a source's candidates share. */
#ifndef KARTOTEKA_TAGS_PERSONS_H
#define KARTOTEKA_TAGS_PERSONS_H

#include "tagger.h"

enum { GROWN_UP = 15 }; /* years; a younger one is not named in a text */

static inline kt_str text_form(const kt_name_tagger *t, int32_t form)
{
	return kt_words_form(t->words, (uint32_t)form);
}

/* persons.c */
int32_t add_person(kt_name_tagger *t, person p);
person person_of(const candidate *c, size_t number, int32_t row);
int default_of(const kt_name_tagger *t, uint32_t *rows, int count);
void settle_full(kt_name_tagger *t, candidate *c, size_t number);
void set_key(kt_name_tagger *t, candidate *c);

#endif
