/* words.h - the distinct words of a text, looked up by their raw bytes.  Private to the room text.
 */
#ifndef KARTOTEKA_TEXT_WORDS_H
#define KARTOTEKA_TEXT_WORDS_H

#include "kartoteka/text.h"

#include "chars.h"

/* A word as it stands in texts, with what follows from its bytes alone. */
typedef struct words_entry {
	const char *raw;
	uint32_t length;
	uint32_t form;
	uint32_t flags; /* KT_TOKEN_CAPITAL .. KT_TOKEN_OTHER that hold wherever it stands */
} words_entry;

/* In flags: nothing is left of the word; its form is longer than KT_WORD_MAX.  Then it has no form.
 */
#define WORDS_NO_FORM (1u << 31)
#define WORDS_LONG (1u << 30)

/* NULL: no memory.  Valid until the next call. */
const words_entry *words_look_up(kt_words *words, kt_str raw);

uint8_t words_class_slow(kt_words *words, uint32_t cp);

/* The class of a code point (char_class), remembered. */
static inline uint8_t words_class(kt_words *words, uint32_t cp)
{
	return cp < 128 ? char_ascii[cp] : words_class_slow(words, cp);
}

/* What a form tells of the language it is in (language.h); computed once. */
uint64_t words_hints(const kt_words *words, uint32_t form);

#endif
