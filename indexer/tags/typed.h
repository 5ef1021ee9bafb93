/* typed.h - a name as a user types it, word by word. */
#ifndef KARTOTEKA_TAGS_TYPED_H
#define KARTOTEKA_TAGS_TYPED_H

#include "vocabulary.h"

enum {
	TYPED_WORDS = 16,
	SLIP_BYTES = 5 /* of a word in which a letter may differ, at least */
};

typedef struct typed_word {
	kt_str folded, plain, stem;
	name_keys keys;
	int letter; /* one letter, or one with a point: an initial */
	uint32_t bits; /* as an initial */
} typed_word;

typedef struct typed {
	kt_words *words;
	kt_tokens tokens;
	kt_arena *arena; /* of this question alone */
	kt_conflation *conflation;
	typed_word at[TYPED_WORDS];
	size_t count, comma; /* words before the comma; SIZE_MAX: no comma */
	int slips; /* a letter may differ */
	kt_buf room;
} typed;

kt_status typed_init(typed *t, kt_error *err);
void typed_release(typed *t);
/* Reads the words of a name; initials written together (VI Lenin) are not taken apart here but
 * where they are compared.  titles: Mr, General, Tsar count as words of it. */
kt_status typed_read(typed *t, const vocabulary *v, kt_str name, int titles, kt_error *err);
/* The letters of an acronym typed with points or spaces as one word. */
void typed_join_letters(typed *t);

/* A folded word as it is compared; its class. */
kt_str typed_plain(typed *t, kt_str folded);
kt_str typed_stem(typed *t, kt_str folded);

/* Whether two words may sound alike: their first letters do. */
int typed_same_beginning(const name_keys *a, const name_keys *b);
/* Whether the most usual sounds of two long words differ in a letter. */
int typed_keys_nearly_meet(const name_keys *a, const name_keys *b);

#endif
