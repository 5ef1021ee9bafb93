/* bodies.h - what the finders of organisations share. */
#ifndef KARTOTEKA_TAGS_BODIES_H
#define KARTOTEKA_TAGS_BODIES_H

#include "tagger.h"

enum {
	LOCAL = 1 << 24, /* in the map of what the source defines: a body of its own */
	NAME_TOKENS = 12
};

static inline kt_str form_at(const scan *s, size_t i)
{
	return kt_words_form(s->t->words, s->at[i].form);
}

static inline int is(const scan *s, size_t i, const char *word)
{
	return i < s->count && kt_str_is(form_at(s, i), word);
}

static inline int one_of(kt_str form, const char *const *words)
{
	for (; *words; words++)
		if (kt_str_is(form, *words))
			return 1;
	return 0;
}

static inline int free_capital(const scan *s, size_t i)
{
	return i < s->count && !s->t->taken[i] && has(s, i, KT_TOKEN_CAPITAL);
}

/* bodies.c */
/* The number of a body that is in no table, by the classes of its words. */
uint32_t local_body_of(const scan *s, const size_t *tokens, size_t count);
/* Tokens [from, to) as a body: a row of the tables, or (NONE) one of the source. */
void keep_body(
	const scan *s, size_t from, size_t to, int32_t row, uint32_t local, const char *rule);
/* Tokens [from, to) as a body that is in no table, unless just these words are. */
void keep_local(const scan *s, size_t from, size_t to, const char *rule);

/* acronyms.c: how many tokens from i on are one; 0: none. */
size_t acronym_at(const scan *s, size_t i);

/* heads.c: how many tokens from i on a head word tells to be a body's name; they are kept. */
size_t head_at(const scan *s, size_t i);

#endif
