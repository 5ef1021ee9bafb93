/* people.h - what the finders of people share. */
#ifndef KARTOTEKA_TAGS_PEOPLE_H
#define KARTOTEKA_TAGS_PEOPLE_H

#include "tagger.h"

enum { GIVEN_MAX = 4 };

/* A name as it is put together from token i on. */
typedef struct found {
	size_t from, to; /* tokens [from, to) */
	size_t surname; /* first token of it; SIZE_MAX: forename and patronymic alone */
	size_t surname_to;
	size_t given[GIVEN_MAX], givens;
	int initials_only;
	int known; /* the surname is a bearer's and the given names fit */
} found;

static inline kt_str form_at(const scan *s, size_t i)
{
	return kt_words_form(s->t->words, s->at[i].form);
}

/* fullname.c */
int is_forename(const scan *s, size_t i);
int is_initial(const scan *s, size_t i, int bare);
int may_be_surname(const scan *s, size_t i, int after_given);
int unlikely_surname(const scan *s, size_t i);
void add_row(candidate *c, uint32_t row, int quality);
size_t surname_rows(const scan *s, size_t i, candidate *c, int bare);
int given_gap(const scan *s, size_t i, int after_initial);
void set_given(const scan *s, candidate *c, const found *f);
int any_row_fits(const scan *s, candidate *c);
size_t unknown_surname(const scan *s, size_t i);
size_t take_given(const scan *s, size_t i, found *f);
int full_name(const scan *s, size_t i, found *f, candidate *c);

/* beside.c */
int holder_of_title(const scan *s, size_t from, size_t to);
int cited(const scan *s, size_t from, size_t to);
int common_word(const scan *s, size_t i);
int speaks_for_word(const scan *s, size_t from, size_t to);
int place_of_publication(const scan *s, size_t from, size_t to);
int city_here(const scan *s, size_t from, size_t to);
int speaks_for_person(const scan *s, size_t from, size_t to);

/* people.c */
candidate fresh_candidate(void);
void keep_candidate(const scan *s, candidate *c, size_t from, size_t to);
void set_surname(const scan *s, candidate *c, size_t from, size_t to);
void keep_found(const scan *s, candidate *c, const found *f, size_t from, evidence by);
int thing_follows(const scan *s, size_t to);
int thing_before(const scan *s, size_t from);
int list_mark(const scan *s, const found *f);
/* U.S., U.N., M.D.: two letters that are no initials. */
int state_letters(const scan *s, size_t from, size_t to);

/* surname_first.c */
size_t try_surname_first(const scan *s, size_t i);

/* titles.c */
size_t try_title(const scan *s, size_t i);
size_t try_eastern(const scan *s, size_t i);
size_t try_two_words(const scan *s, size_t i);
size_t try_middle_initial(const scan *s, size_t i);
size_t try_monarch(const scan *s, size_t i);

#endif
