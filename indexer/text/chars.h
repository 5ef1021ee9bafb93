/* chars.h - what a code point is to a word.  Private to the room text. */
#ifndef KARTOTEKA_TEXT_CHARS_H
#define KARTOTEKA_TEXT_CHARS_H

#include <stdint.h>

/* The low four bits of a class say what the character does ... */
enum {
	CHAR_OTHER, /* punctuation, symbols: parts words */
	CHAR_SPACE,
	CHAR_LETTER,
	CHAR_DIGIT,
	CHAR_IDEOGRAPH, /* Han, Hiragana, Katakana: a word each */
	CHAR_MARK, /* combining: goes on with a word, never begins one */
	CHAR_JOINER, /* soft hyphen, zero-width joiner and the like: inside a word, not seen */
	CHAR_APOSTROPHE,
	CHAR_HYPHEN,
	CHAR_SUPERSCRIPT, /* digits of note markers */
	CHAR_KIND = 15
};
/* ... the high four its script and case. */
enum { CHAR_LATIN = 16, CHAR_CYRILLIC = 32, CHAR_SCRIPT = 64, CHAR_UPPER = 128 };

extern const uint8_t char_ascii[128];

/* The class of a code point, by Unicode's general category (utf8proc) and the blocks of its chart.
 */
uint8_t char_class(uint32_t cp);

static inline int char_is_word(uint8_t class)
{
	unsigned kind = class & CHAR_KIND;

	return kind == CHAR_LETTER || kind == CHAR_DIGIT;
}

#endif
