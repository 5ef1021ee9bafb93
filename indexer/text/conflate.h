/* conflate.h - the rules of single languages on what counts as the same word.  Private to the room
 * text. */
#ifndef KARTOTEKA_TEXT_CONFLATE_H
#define KARTOTEKA_TEXT_CONFLATE_H

#include "stem.h"

/* Each adds the keys of a plain form (kt_fold_plain), ended by '\n', to out; `language` is the
 * number of stem_language. */
void english_keys(kt_buf *out, stemmers *s, int language, kt_str plain);
void russian_keys(kt_buf *out, stemmers *s, int language, kt_str plain);
void ukrainian_keys(kt_buf *out, stemmers *s, int language, kt_str plain);

/* In English, the one spelling of a word that is spelled in several ways: color, center, dialog,
 * analyse.  Replaces the word. */
void english_spelling(kt_buf *word);
/* The same for what British and American spelling differ in by rule (-our, -re, -ogue, -ll-, ae), and not
 * for single words (enquire and inquire are two words in a quotation). */
void english_variants(kt_buf *word);
/* Of the endings in -ise and -ize, the one with z. */
void english_ize(kt_buf *word);
int english_syllables(kt_str word);
/* Adds the base of an irregular form (wrote: write) to out: 1; 2 when the form is a base of its
 * own, too (found: find); 0 when it is regular. */
int english_base(kt_buf *out, kt_str form);

#endif
