/* chars.c - what a code point is to a word. */
#include "chars.h"

#include <stddef.h>
#include <utf8proc.h>

#define L (CHAR_LETTER | CHAR_LATIN)
#define U (CHAR_LETTER | CHAR_LATIN | CHAR_UPPER)
#define D CHAR_DIGIT
#define S CHAR_SPACE
#define A CHAR_APOSTROPHE
#define H CHAR_HYPHEN

/* clang-format off */
const uint8_t char_ascii[128] = {
	0, 0, 0, 0, 0, 0, 0, 0, 0, S, S, S, S, S, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	S, 0, 0, 0, 0, 0, 0, A, 0, 0, 0, 0, 0, H, 0, 0,
	D, D, D, D, D, D, D, D, D, D, 0, 0, 0, 0, 0, 0,
	0, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
	U, U, U, U, U, U, U, U, U, U, U, 0, 0, 0, 0, 0,
	A, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, 0, 0, 0, 0, 0,
};
/* clang-format on */

#undef L
#undef U
#undef D
#undef S
#undef A
#undef H

typedef struct char_range {
	uint32_t from, to;
	uint8_t class;
} char_range;

/* Characters whose general category does not say what they do in a word. */
static const char_range special[] = {
	{ 0x00AC, 0x00AC, CHAR_HYPHEN }, /* as some scanners write a hyphen at a line end */
	{ 0x00AD, 0x00AD, CHAR_JOINER }, /* soft hyphen */
	{ 0x00B2, 0x00B3, CHAR_SUPERSCRIPT },
	{ 0x00B4, 0x00B4, CHAR_APOSTROPHE }, /* acute accent, as typed for an apostrophe */
	{ 0x00B9, 0x00B9, CHAR_SUPERSCRIPT },
	{ 0x02B9, 0x02BD, CHAR_APOSTROPHE }, /* primes and modifier apostrophes */
	{ 0x02BE, 0x02BF, CHAR_APOSTROPHE }, /* half rings: ayn and hamza */
	{ 0x02CA, 0x02CB, CHAR_APOSTROPHE },
	{ 0x055A, 0x055A, CHAR_APOSTROPHE },
	{ 0x05F3, 0x05F3, CHAR_APOSTROPHE }, /* geresh */
	{ 0x200B, 0x200B, CHAR_SPACE },
	{ 0x2010, 0x2011, CHAR_HYPHEN },
	{ 0x2018, 0x2019, CHAR_APOSTROPHE },
	{ 0x201B, 0x201B, CHAR_APOSTROPHE },
	{ 0x2032, 0x2033, CHAR_APOSTROPHE },
	{ 0x2070, 0x2070, CHAR_SUPERSCRIPT },
	{ 0x2074, 0x2079, CHAR_SUPERSCRIPT },
	{ 0xA78B, 0xA78C, CHAR_APOSTROPHE },
	{ 0xFE63, 0xFE63, CHAR_HYPHEN },
	{ 0xFF07, 0xFF07, CHAR_APOSTROPHE },
	{ 0xFF0D, 0xFF0D, CHAR_HYPHEN },
};

/* Scripts of letters, by block. */
static const char_range scripts[] = {
	{ 0x0041, 0x024F, CHAR_LATIN },
	{ 0x0250, 0x02AF, CHAR_LATIN },
	{ 0x0400, 0x052F, CHAR_CYRILLIC },
	{ 0x1C80, 0x1C8F, CHAR_CYRILLIC },
	{ 0x1D00, 0x1D25, CHAR_LATIN },
	{ 0x1D2B, 0x1D2B, CHAR_CYRILLIC },
	{ 0x1E00, 0x1EFF, CHAR_LATIN },
	{ 0x2C60, 0x2C7F, CHAR_LATIN },
	{ 0x2DE0, 0x2DFF, CHAR_CYRILLIC },
	{ 0xA640, 0xA69F, CHAR_CYRILLIC },
	{ 0xA720, 0xA7FF, CHAR_LATIN },
	{ 0xAB30, 0xAB6F, CHAR_LATIN },
	{ 0xFB00, 0xFB06, CHAR_LATIN },
	{ 0xFF21, 0xFF5A, CHAR_LATIN },
};

/* Scripts that are written without spaces and have a meaning in each character. */
static const char_range ideographs[] = {
	{ 0x3005, 0x3007, CHAR_IDEOGRAPH },
	{ 0x3021, 0x3029, CHAR_IDEOGRAPH },
	{ 0x3038, 0x303C, CHAR_IDEOGRAPH },
	{ 0x3041, 0x3096, CHAR_IDEOGRAPH },
	{ 0x309D, 0x309F, CHAR_IDEOGRAPH },
	{ 0x30A1, 0x30FA, CHAR_IDEOGRAPH },
	{ 0x30FC, 0x30FF, CHAR_IDEOGRAPH },
	{ 0x31F0, 0x31FF, CHAR_IDEOGRAPH },
	{ 0x3400, 0x4DBF, CHAR_IDEOGRAPH },
	{ 0x4E00, 0x9FFF, CHAR_IDEOGRAPH },
	{ 0xF900, 0xFAFF, CHAR_IDEOGRAPH },
	{ 0xFF66, 0xFF9D, CHAR_IDEOGRAPH },
	{ 0x1B000, 0x1B16F, CHAR_IDEOGRAPH },
	{ 0x20000, 0x3FFFD, CHAR_IDEOGRAPH },
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static uint8_t find(const char_range *table, size_t count, uint32_t cp)
{
	for (size_t i = 0; i < count && table[i].from <= cp; i++)
		if (cp <= table[i].to)
			return table[i].class;
	return 0;
}

static uint8_t letter(uint32_t cp)
{
	uint8_t script = find(scripts, COUNT(scripts), cp);

	if (find(ideographs, COUNT(ideographs), cp))
		return CHAR_IDEOGRAPH | CHAR_SCRIPT;
	return (uint8_t)(CHAR_LETTER | (script ? script : CHAR_SCRIPT));
}

uint8_t char_class(uint32_t cp)
{
	uint8_t class;

	if (cp < 128)
		return char_ascii[cp];
	if (cp > 0x10FFFF)
		return CHAR_OTHER;
	class = find(special, COUNT(special), cp);
	if (class)
		return class;
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LT:
		return letter(cp) | CHAR_UPPER;
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_NL:
		return letter(cp);
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NO:
		return CHAR_DIGIT;
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
		return CHAR_MARK;
	case UTF8PROC_CATEGORY_CF:
		return CHAR_JOINER;
	case UTF8PROC_CATEGORY_ZS:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return CHAR_SPACE;
	default:
		return cp == 0x85 ? CHAR_SPACE : CHAR_OTHER;
	}
}
