/* fold.c - words in the one spelling that the index holds, and without diacritics. */
#include "kartoteka/text.h"

#include "chars.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum { ACUTE = 0x301, GRAVE = 0x300, BREVE = 0x306, DIAERESIS = 0x308 };

/* Of an editorial insertion, and what may escape it. */
static int is_bracket(uint32_t cp)
{
	return cp == '[' || cp == ']' || cp == '\\';
}

/* char_class, at once for the letters of Latin and Cyrillic. */
static uint8_t class_of(uint32_t cp)
{
	if ((cp >= 0xC0 && cp < 0x2B9) || (cp >= 0x370 && cp < 0x530))
		return CHAR_LETTER;
	return char_class(cp);
}

/* Adds what of a word is seen: no bad bytes, joiners and brackets; one kind of apostrophe. */
static void add_seen(kt_buf *out, kt_str word)
{
	for (size_t at = 0; at < word.len;) {
		uint32_t cp = kt_utf8_next(word, &at);
		uint8_t class;

		if (cp == KT_BAD_CODEPOINT || is_bracket(cp))
			continue;
		class = class_of(cp);
		if (class == CHAR_JOINER)
			continue;
		if (class == CHAR_APOSTROPHE)
			kt_buf_addc(out, '\'');
		else
			kt_buf_add_codepoint(out, cp);
	}
}

static int cyrillic_vowel(int32_t cp)
{
	static const uint16_t vowels[] = { 0x430, 0x435, 0x438, 0x43E, 0x443, 0x44B, 0x44D, 0x44E,
		0x44F, 0x454, 0x456, 0x463, 0x475, 0x4AF, 0x4B1, 0x4D9, 0x4E9 };

	for (size_t i = 0; i < sizeof vowels / sizeof *vowels; i++)
		if (cp == vowels[i])
			return 1;
	return 0;
}

static int is_mark(int32_t cp)
{
	return cp >= 0x300 && char_class((uint32_t)cp) == CHAR_MARK;
}

static size_t drop_stress(int32_t *cps, size_t count)
{
	int32_t base = 0;
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		if (!is_mark(cps[i]))
			base = cps[i];
		else if ((cps[i] == ACUTE || cps[i] == GRAVE) && cyrillic_vowel(base))
			continue;
		cps[kept++] = cps[i];
	}
	return kept;
}

/* Marks that are accents on a letter, and not the vowels of an Indic script or of Thai. */
static int is_accent(int32_t cp)
{
	static const uint16_t ranges[][2] = { { 0x300, 0x36F }, { 0x483, 0x487 }, { 0x591, 0x5C7 },
		{ 0x64B, 0x65F }, { 0x670, 0x670 }, { 0x1AB0, 0x1AFF }, { 0x1DC0, 0x1DFF },
		{ 0x20D0, 0x20FF }, { 0xFE00, 0xFE2F } };

	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		if (cp >= ranges[i][0] && cp <= ranges[i][1])
			return 1;
	return 0;
}

/* й, ў and ї are letters of their own. */
static int makes_a_letter(int32_t base, int32_t mark)
{
	return (mark == BREVE && (base == 0x438 || base == 0x443)) ||
	       (mark == DIAERESIS && base == 0x456);
}

static size_t drop_accents(int32_t *cps, size_t count)
{
	int32_t base = 0;
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		if (!is_accent(cps[i]))
			base = cps[i];
		else if (!makes_a_letter(base, cps[i]))
			continue;
		cps[kept++] = cps[i];
	}
	return kept;
}

/* Latin letters that Unicode does not take apart. */
static const char *base_letters(int32_t cp)
{
	static const struct {
		int32_t cp;
		const char *letters;
	} table[] = { { 0xE6, "ae" }, { 0xF0, "d" }, { 0xF8, "o" }, { 0xFE, "th" }, { 0x111, "d" },
		{ 0x127, "h" }, { 0x131, "i" }, { 0x138, "k" }, { 0x142, "l" }, { 0x14B, "n" },
		{ 0x153, "oe" }, { 0x167, "t" }, { 0x180, "b" }, { 0x197, "i" }, { 0x259, "e" } };

	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (table[i].cp == cp)
			return table[i].letters;
	return NULL;
}

static void add_cps(kt_buf *out, int32_t *cps, size_t count, int plain)
{
	utf8proc_ssize_t n = utf8proc_normalize_utf32(
		cps, (utf8proc_ssize_t)count, UTF8PROC_COMPOSE | UTF8PROC_STABLE);

	for (utf8proc_ssize_t i = 0; i < n; i++) {
		const char *letters = plain && cps[i] >= 0xE6 ? base_letters(cps[i]) : NULL;

		if (is_bracket((uint32_t)cps[i]))
			continue;
		if (letters)
			kt_buf_add(out, kt_str_of(letters));
		else if (class_of((uint32_t)cps[i]) == CHAR_APOSTROPHE)
			kt_buf_addc(out, '\''); /* of a letter that was taken apart */
		else
			kt_buf_add_codepoint(out, (uint32_t)cps[i]);
	}
}

static void fold(kt_buf *out, kt_str word, int plain)
{
	unsigned options = UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STABLE |
			   (plain ? UTF8PROC_COMPAT : 0u);
	kt_buf seen = KT_BUF_INIT;
	int32_t room[256], *cps = room;
	utf8proc_ssize_t count;

	add_seen(&seen, word);
	if (seen.failed || !seen.len)
		goto out;
	count = utf8proc_decompose((const utf8proc_uint8_t *)seen.ptr, (utf8proc_ssize_t)seen.len,
		cps, 256, (utf8proc_option_t)options);
	if (count > 256) {
		cps = malloc((size_t)count * sizeof *cps);
		if (!cps) {
			out->failed = 1;
			goto out;
		}
		count = utf8proc_decompose((const utf8proc_uint8_t *)seen.ptr,
			(utf8proc_ssize_t)seen.len, cps, count, (utf8proc_option_t)options);
	}
	if (count > 0) {
		size_t kept = drop_stress(cps, (size_t)count);

		if (plain)
			kept = drop_accents(cps, kept);
		add_cps(out, cps, kept, plain);
	}
out:
	out->failed |= seen.failed;
	kt_buf_release(&seen);
	if (cps != room)
		free(cps);
}

static int is_ascii(kt_str word)
{
	for (size_t i = 0; i < word.len; i++)
		if ((unsigned char)word.ptr[i] >= 128)
			return 0;
	return 1;
}

static void add_ascii(kt_buf *out, kt_str word)
{
	char *to;

	if (!kt_buf_reserve(out, word.len))
		return;
	to = out->ptr + out->len;
	for (size_t i = 0; i < word.len; i++) {
		char c = word.ptr[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c + 32);
		if (!is_bracket((unsigned char)c))
			*to++ = c == '`' ? '\'' : c;
	}
	*to = '\0';
	out->len = (size_t)(to - out->ptr);
}

void kt_fold(kt_buf *out, kt_str word)
{
	if (is_ascii(word))
		add_ascii(out, word);
	else
		fold(out, word, 0);
}

void kt_fold_plain(kt_buf *out, kt_str word)
{
	if (is_ascii(word))
		add_ascii(out, word);
	else
		fold(out, word, 1);
}
