/* stem.h - the one door to libstemmer.  Private to the room text. */
#ifndef KARTOTEKA_TEXT_STEM_H
#define KARTOTEKA_TEXT_STEM_H

#include "kartoteka/text.h"

typedef struct stemmers stemmers;

stemmers *stemmers_new(void); /* NULL: no memory */
void stemmers_free(stemmers *s);

/* A language's number among those that are known, or -1. */
int stem_language(kt_language language);
/* The scripts of a language's words: KT_TOKEN_LATIN, KT_TOKEN_CYRILLIC, KT_TOKEN_OTHER. */
uint32_t stem_scripts(int language);
const char *const *stem_codes(void);

/* Adds the stem of a folded word to out; the word itself in a language without a stemmer. */
void stem_add(kt_buf *out, stemmers *s, int language, kt_str word);

#endif
