/* words.h - the distinct words of a text, looked up by their raw bytes.  Private to the room text.
 */
#ifndef KARTOTEKA_TEXT_WORDS_H
#define KARTOTEKA_TEXT_WORDS_H

#include "kartoteka/text.h"

#include "chars.h"

#include <string.h>

/* In the flags of a slot: nothing is left of the word; its form is longer than KT_WORD_MAX.  Then
 * it has no form. */
#define WORDS_NO_FORM (1u << 31)
#define WORDS_LONG (1u << 30)

#define WORDS_UNASKED UINT64_MAX /* hints are four bits for each of eleven languages */

/* Where the last byte of eight, which no short word takes, is in their value. */
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define WORDS_LENGTH_SHIFT 56
#else
#define WORDS_LENGTH_SHIFT 0
#endif

enum { WORDS_KEY = 3, WORDS_SHORT = 8 * WORDS_KEY - 1, WORDS_PAGE = 256 };

/* A word as it stands in texts, with what follows from its bytes alone.  The key is the word itself
 * where it has at most WORDS_SHORT bytes, its length in the last byte, so that one line of the
 * cache holds all that an occurrence needs; else its number among the long ones. */
typedef struct words_slot {
	uint64_t key[WORDS_KEY]; /* the last is 0 in a free slot */
	uint32_t form;
	uint32_t flags; /* KT_TOKEN_CAPITAL .. KT_TOKEN_OTHER that hold wherever it stands */
} words_slot;

struct kt_words {
	kt_map *forms; /* folded form to its number */
	words_slot *slots; /* open addressing, a power of two, at most half full */
	size_t slot_count, used;
	kt_map *longs; /* words of more than WORDS_SHORT bytes, to their number */
	uint64_t *hints; /* language_hints of each form, or WORDS_UNASKED */
	uint8_t *common; /* kt_common_number of each form */
	size_t hint_size, common_size;
	kt_buf form; /* room for folding */
	uint8_t *pages[0x110000 / WORDS_PAGE]; /* classes of code points, a page at a time */
};

/* The two rare ways of a look-up: a word of more than WORDS_SHORT bytes, and one not seen before,
 * at slot `at`.  NULL: no memory. */
const words_slot *words_look_up_long(kt_words *words, kt_str raw);
const words_slot *words_add(kt_words *words, kt_str raw, const uint64_t *key, size_t at);

static inline uint64_t words_mix(uint64_t a, uint64_t b)
{
	unsigned __int128 product =
		(unsigned __int128)(a ^ 0x9E3779B97F4A7C15u) * (b ^ 0xD6E8FEB86659FD93u);

	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline size_t words_hash(const uint64_t *key)
{
	return (size_t)words_mix(words_mix(key[0], key[1]), key[2]);
}

/* The first n bytes of each eight, as they lie in memory. */
static inline uint64_t words_low_bytes(uint64_t word, size_t n)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	return word & ((UINT64_C(1) << (8 * n)) - 1);
#else
	return n ? word & ~(UINT64_MAX >> (8 * n)) : 0;
#endif
}

static inline void words_key(uint64_t *key, kt_str raw, size_t readable)
{
	size_t n = raw.len;

	memset(key, 0, 8 * WORDS_KEY);
	if (readable < 8 * WORDS_KEY) {
		memcpy(key, raw.ptr, n);
	} else if (n < 8) {
		memcpy(key, raw.ptr, 8);
		key[0] = words_low_bytes(key[0], n);
	} else if (n < 16) {
		memcpy(key, raw.ptr, 16);
		key[1] = words_low_bytes(key[1], n - 8);
	} else {
		memcpy(key, raw.ptr, 24);
		key[2] = words_low_bytes(key[2], n - 16);
	}
	key[2] |= (uint64_t)n << WORDS_LENGTH_SHIFT;
}

/* The slot of a word; readable: bytes from raw.ptr on that may be read (raw.len or more).  Valid
 * until the next call.  NULL: no memory. */
static inline const words_slot *words_look_up(kt_words *words, kt_str raw, size_t readable)
{
	uint64_t key[WORDS_KEY];
	size_t mask = words->slot_count - 1, at;

	if (raw.len > WORDS_SHORT)
		return words_look_up_long(words, raw);
	words_key(key, raw, readable);
	for (at = words_hash(key) & mask;; at = (at + 1) & mask) {
		const words_slot *slot = &words->slots[at];

		if (slot->key[0] == key[0] && slot->key[1] == key[1] && slot->key[2] == key[2])
			return slot;
		if (!slot->key[2])
			return words_add(words, raw, key, at);
	}
}

uint64_t words_ask_hints(const kt_words *words, uint32_t form);
uint8_t words_class_slow(kt_words *words, uint32_t cp);

/* The class of a code point (char_class), remembered. */
static inline uint8_t words_class(kt_words *words, uint32_t cp)
{
	return cp < 128 ? char_ascii[cp] : words_class_slow(words, cp);
}

/* What a form tells of the language it is in (language.h); computed once, when it is asked for:
 * whoever marks words in a passage that is read again does not. */
static inline uint64_t words_hints(const kt_words *words, uint32_t form)
{
	uint64_t hints = words->hints[form];

	return hints == WORDS_UNASKED ? words_ask_hints(words, form) : hints;
}

#endif
