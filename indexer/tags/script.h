/* script.h - the alphabet of a word. */
#ifndef KARTOTEKA_TAGS_SCRIPT_H
#define KARTOTEKA_TAGS_SCRIPT_H

#include "kartoteka/base.h"

typedef enum script { SCRIPT_NONE, SCRIPT_LATIN, SCRIPT_CYRILLIC, SCRIPT_MIXED } script;

/* The script of a word by its letters. */
script script_of(kt_str word);

size_t word_letters(kt_str word); /* code points but apostrophes */

/* Letters of the other alphabet that look the same are put into the one that most letters are of:
 * a Latin a in Стaлин.  0 when the word is not mixed, or what remains still is. */
int unmix(kt_buf *out, kt_str folded);

/* Cyrillic in strict form for comparing within the alphabet: е for ё and ѣ, и for і, ѳ as ф, no
 * ъ at the end, -аго as -ого, no stress marks. */
void strict_cyrillic(kt_buf *out, kt_str folded);

#endif
