/* scan.h - a text on its way to tokens.  Private to the room text. */
#ifndef KARTOTEKA_TEXT_SCAN_H
#define KARTOTEKA_TEXT_SCAN_H

#include "words.h"

typedef struct scan {
	kt_tokens *out;
	kt_words *words;
	kt_str text;
	int markdown;
	unsigned special; /* kinds of bytes that are special here */
	size_t end; /* of the last token with its possessive */
	uint32_t position;
	unsigned open; /* brackets that may hold a link's text */
} scan;

/* KT_TOKEN_GLUED, HYPHEN, BROKEN for what stands between two tokens, [from, to) in the text. */
uint32_t scan_gap_flags(const scan *s, size_t from, size_t to);
/* Whether the three digits at [start, end) go on with the number before them: 41,000  41 000
 * 41, 000. */
int scan_is_group(const scan *s, size_t start, size_t end);
int scan_all_digits(const scan *s, size_t from, size_t to);

static inline char byte_at(const scan *s, size_t at)
{
	return at < s->text.len ? s->text.ptr[at] : '\0';
}

/* The class of the character at *at, which is moved behind it; CHAR_OTHER at the end. */
static inline uint8_t next_class(const scan *s, size_t *at)
{
	const unsigned char *p = (const unsigned char *)s->text.ptr;
	uint32_t cp;

	if (*at < s->text.len && p[*at] < 0x80)
		return char_ascii[p[(*at)++]];
	if (*at + 1 < s->text.len && p[*at] >= 0xC2 && p[*at] < 0xE0 &&
		(p[*at + 1] & 0xC0) == 0x80) {
		cp = (uint32_t)(p[*at] & 0x1F) << 6 | (p[*at + 1] & 0x3F);
		*at += 2;
		return words_class_slow(s->words, cp);
	}
	cp = kt_utf8_next(s->text, at);
	return cp == KT_BAD_CODEPOINT ? (uint8_t)CHAR_OTHER : words_class(s->words, cp);
}

static inline uint8_t class_at(const scan *s, size_t at)
{
	return next_class(s, &at);
}

static inline uint8_t class_before(const scan *s, size_t at)
{
	uint32_t cp = at ? kt_utf8_prev(s->text, &at) : KT_BAD_CODEPOINT;

	return cp == KT_BAD_CODEPOINT ? (uint8_t)CHAR_OTHER : words_class(s->words, cp);
}

static inline int is_kind(uint8_t class, unsigned kind)
{
	return (class & CHAR_KIND) == kind;
}

#endif
