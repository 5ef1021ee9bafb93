/* authority.h - the tables of names as this folder knows them: rows with their names taken apart.
 */
#ifndef KARTOTEKA_TAGS_AUTHORITY_H
#define KARTOTEKA_TAGS_AUTHORITY_H

#include "decline.h"
#include "kartoteka/tags.h"
#include "keymap.h"
#include "translit.h"
#include "vocabulary.h"

enum { NAME_WORDS = 12, NAME_BYTES = 1000 };

typedef enum name_kind {
	NAME_PARTS, /* surname and, perhaps, forenames */
	NAME_WHOLE, /* as it stands: Catherine the Great, Nicholas II */
	NAME_EASTERN /* as it stands, and its first word is the surname: Mao Zedong */
} name_kind;

/* One name of a row.  Words are forms of the authority's own kt_words; surname first.  (Packed as
 * it is: there are no bytes between the members.) */
typedef struct bearer_name {
	name_kind kind;
	script script;
	uint32_t words[NAME_WORDS];
	uint8_t surname, forenames; /* numbers of words: the forenames follow the surname */
	uint8_t count;
	uint8_t closing; /* ends with a bracket */
	uint16_t primary; /* the surname alone means the bearer: not Rosenfeld for Kamenev */
	uint16_t lower; /* bit i: word i is not written with a capital in the table */
	uint16_t upper; /* bit i: word i is all capitals (an acronym) */
	uint16_t glued; /* bit i: nothing but a bracket or a hyphen before word i: RKP(b) */
} bearer_name;

typedef struct bearer_row {
	kt_bearer b;
	gender g;
	bearer_name *names;
	size_t name_count;
	uint32_t first,
		second; /* bits of initials_of that the two forenames can have; 0: not known */
	int rank; /* 0: `also` gives the bearer the bare surname; 1: who made history; 2: arts and
		     sciences; 3: relatives and scholars: the first is meant by it */
} bearer_row;

struct kt_authority {
	bearer_row *rows;
	size_t count, size;
	int some; /* only rows that a sieve let through */
	keymap ids;
	vocabulary *vocabulary;
	kt_words *words; /* of all names; NULL where they are packed: */
	kt_str *forms;
	size_t form_count;
	packed index; /* of packed names: laid out for the tagger; empty: not packed */
	kt_tokens tokens;
	kt_arena *arena;
};

/* A word of a name, folded. */
static inline kt_str name_form(const kt_authority *a, uint32_t word)
{
	return a->words ? kt_words_form(a->words, word) : a->forms[word];
}

static inline size_t name_form_count(const kt_authority *a)
{
	return a->words ? kt_words_count(a->words) : a->form_count;
}

/* name_parts.c: takes the names of a row apart. */
kt_status bearer_names(kt_authority *authority, bearer_row *row, kt_error *err);

#endif
