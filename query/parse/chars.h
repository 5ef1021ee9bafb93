/* chars.h - what a character is to a query. */
#ifndef KARTOTEKA_PARSE_CHARS_H
#define KARTOTEKA_PARSE_CHARS_H

#include "kartoteka/base.h"

int parse_is_space(uint32_t cp); /* white space and control characters */
int parse_is_quote(uint32_t cp); /* opens and closes a phrase; an apostrophe never does */
int parse_is_apostrophe(uint32_t cp);
int parse_is_dash(uint32_t cp);
int parse_is_letter(uint32_t cp); /* a letter or digit: what makes a word of a run */
int parse_is_mark(uint32_t cp); /* combining: belongs to the letter before it */
int parse_has_letter(kt_str s);
/* The beginning of s, short enough to be named in a message, not cut within a code point. */
kt_str parse_clip(kt_str s);

#endif
