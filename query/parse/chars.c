#include "chars.h"

#include <utf8proc.h>

#define CLIP_BYTES 60

static int among(uint32_t cp, const uint32_t *table, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (table[i] == cp)
			return 1;
	return 0;
}

#define AMONG(cp, table) among(cp, table, sizeof(table) / sizeof(table)[0])

/* The double quotation marks of Unicode 15, section 6.2, and the single guillemets; not the single
 * marks, of which one is the apostrophe. */
static const uint32_t quotes[] = { '"', 0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x201F, 0x2039, 0x203A,
	0x2E42, 0x301D, 0x301E, 0x301F, 0xFF02 };
static const uint32_t apostrophes[] = { '\'', '`', 0xB4, 0x2B9, 0x2BC, 0x2018, 0x2019, 0x201B,
	0x2032, 0xFF07 };

static utf8proc_category_t category(uint32_t cp)
{
	return utf8proc_category((utf8proc_int32_t)cp);
}

int parse_is_space(uint32_t cp)
{
	switch (category(cp)) {
	case UTF8PROC_CATEGORY_ZS:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
	case UTF8PROC_CATEGORY_CC:
		return 1;
	default:
		return cp == 0x200B || cp == 0xFEFF; /* no width, but they part words */
	}
}

int parse_is_quote(uint32_t cp)
{
	return AMONG(cp, quotes);
}

int parse_is_apostrophe(uint32_t cp)
{
	return AMONG(cp, apostrophes);
}

int parse_is_dash(uint32_t cp)
{
	return cp == '-' || (cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212;
}

int parse_is_letter(uint32_t cp)
{
	switch (category(cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL:
		return !parse_is_apostrophe(cp);
	default:
		return 0;
	}
}

int parse_is_mark(uint32_t cp)
{
	switch (category(cp)) {
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
		return 1;
	default:
		return 0;
	}
}

int parse_has_letter(kt_str s)
{
	size_t at = 0;

	while (at < s.len)
		if (parse_is_letter(kt_utf8_next(s, &at)))
			return 1;
	return 0;
}

kt_str parse_clip(kt_str s)
{
	size_t at = 0, end = 0;

	while (at < s.len && at <= CLIP_BYTES) {
		end = at;
		kt_utf8_next(s, &at);
	}
	return at <= CLIP_BYTES ? s : kt_str_sub(s, 0, end);
}
