/* vocabulary.h - the lexicon and the forenames, ready to be looked up by word.  They are laid out
 * when the program is built (indexer/make_vocabulary.c). */
#ifndef KARTOTEKA_TAGS_VOCABULARY_H
#define KARTOTEKA_TAGS_VOCABULARY_H

#include "decline.h"
#include "kartoteka/text.h"
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

/* Adds the packed vocabulary; a failure shows in out->failed. */
void vocabulary_make(kt_buf *out);

kt_status vocabulary_new(vocabulary **out, kt_error *err);
void vocabulary_free(vocabulary *v);

/* What is known of a folded word (kt_fold); all zero when nothing is. */
vocabulary_word vocabulary_find(const vocabulary *v, kt_str folded);

/* How a folded word is looked up: Latin without diacritics, Cyrillic strict.  Replaces buf. */
static inline kt_str vocabulary_plain(kt_buf *buf, kt_str folded)
{
	kt_buf_clear(buf);
	if (script_of(folded) == SCRIPT_CYRILLIC)
		strict_cyrillic(buf, folded);
	else
		kt_fold_plain(buf, folded);
	return kt_buf_str(buf);
}

/* Whether two forenames can be the same person's: alike, of one group, or one the beginning of the
 * other. */
int forenames_agree(const vocabulary *v, kt_str a, kt_str b);

#endif
