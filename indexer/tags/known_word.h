/* known_word.h - a word of the vocabulary as it is packed. */
#ifndef KARTOTEKA_TAGS_KNOWN_WORD_H
#define KARTOTEKA_TAGS_KNOWN_WORD_H

#include "keymap.h"
#include "vocabulary.h"

typedef struct known_word {
	uint32_t flags; /* W_... */
	uint32_t nominative; /* of an oblique forename: where it stands among all nominatives */
	uint8_t nominative_length;
	uint8_t g, groups, oblique;
	uint16_t group[FORENAME_GROUPS];
} known_word;

#endif
