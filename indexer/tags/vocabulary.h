/* vocabulary.h - the lexicon and the forenames, ready to be looked up by word. */
#ifndef KARTOTEKA_TAGS_VOCABULARY_H
#define KARTOTEKA_TAGS_VOCABULARY_H

#include "decline.h"
#include "lexicon.h"
#include "translit.h"

enum { FORENAME_GROUPS = 4 };

typedef struct vocabulary_word {
	uint32_t flags; /* W_... */
	gender g; /* of a forename */
	uint8_t groups; /* of forenames that it belongs to; 0: no forename */
	uint16_t group[FORENAME_GROUPS];
	uint8_t oblique; /* the forename is in a case other than the nominative */
	kt_str nominative; /* of an oblique forename, as the table has it */
	uint8_t exact; /* spelled as in the table; else it sounds so */
} vocabulary_word;

typedef struct vocabulary vocabulary;

kt_status vocabulary_new(vocabulary **out, kt_error *err);
void vocabulary_free(vocabulary *v);

/* What is known of a folded word (kt_fold); all zero when nothing is. */
vocabulary_word vocabulary_find(const vocabulary *v, kt_str folded);

/* Whether two forenames can be the same person's: alike, of one group, or one the beginning of the
 * other. */
int forenames_agree(const vocabulary *v, kt_str a, kt_str b);

#endif
