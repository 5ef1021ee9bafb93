/* lexicon.h - words that tell what stands beside them: titles, heads of names of bodies, things
 * that bear names, words that are never a person's name. */
#ifndef KARTOTEKA_TAGS_LEXICON_H
#define KARTOTEKA_TAGS_LEXICON_H

#include "kartoteka/base.h"

enum {
	W_TITLE = 1 << 0, /* General, Mr, Secretary: a name follows */
	W_ROLE = 1 << 1, /* historian, poet: a name in full may follow */
	W_MONARCH = 1 << 2, /* Tsar, Pope: a forename follows, the title is part of the name */
	W_PARTICLE = 1 << 3, /* von, de: inside a surname */
	W_NEVER = 1 << 4, /* no part of a person's name where it stands with a capital */
	W_PLACE = 1 << 5,
	W_HEAD = 1 << 6, /* Committee, комитет: head of the name of a body */
	W_THING = 1 << 7, /* Prize, Street: what stands before it is a name it bears */
	W_SPEECH = 1 << 8, /* said, wrote, argues */
	W_ROMAN = 1 << 9, /* II, XIV */
	W_COMMON = 1 << 10, /* a surname that is a common word too: Young, Service */
	W_NATION = 1 << 11, /* Soviet, Russian: begins names of bodies */
	W_OFFICE = 1 << 12, /* State, Defense, after "Secretary of" */
	W_CITE = 1 << 13, /* vol, ed, trans, see, cf */
	W_FUNCTION = 1 << 14, /* small words inside names of bodies: of, and, the, for */
	W_BEFORE_THING =
		1 << 15, /* площадь, улица, имени: what stands after it is a name it bears */
	W_KIN = 1 << 16, /* wife, son, brother: a name follows or went before */
	W_ORG_WORD = 1 << 17, /* National, Central, State: no surname */
	W_CITY = 1 << 18, /* a surname that was a city's name too: Gorky, Kirov */
	W_IN = 1 << 19, /* in, near, at: before a city */
	W_EASTERN = 1 << 20, /* a surname that comes before the forename: Nguyen, Mao */
	W_ACADEMIC = 1 << 21,
	W_GIVEN_LAST =
		1 << 22 /* a Vietnamese surname: the last name is what its bearer is called */
};

typedef struct lexicon_row {
	uint32_t flags;
	const char *words; /* folded plain, parted by spaces */
} lexicon_row;

extern const lexicon_row lexicon_rows[]; /* NULL words end it */

/* Endings of Russian words in the table that stand for all cases: a row's Cyrillic word is matched
 * with any of its forms. */
#endif
