#include "kartoteka/base.h"

#include <utf8proc.h>

/* Length of the well-formed sequence at s[at] (1..4), or 0; *bad is then the length of its maximal
 * subpart (RFC 3629, table of section 4; Unicode 15, section 3.9, table 3-7). */
static size_t sequence(kt_str s, size_t at, size_t *bad)
{
	const unsigned char *p = (const unsigned char *)s.ptr + at;
	size_t left = s.len - at, length;
	unsigned char low = 0x80, high = 0xBF;

	*bad = 1;
	if (p[0] < 0x80)
		return 1;
	if (p[0] < 0xC2 || p[0] > 0xF4)
		return 0;
	length = p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
	if (p[0] == 0xE0)
		low = 0xA0;
	else if (p[0] == 0xED)
		high = 0x9F;
	else if (p[0] == 0xF0)
		low = 0x90;
	else if (p[0] == 0xF4)
		high = 0x8F;
	for (size_t i = 1; i < length; i++) {
		if (i >= left || p[i] < low || p[i] > high)
			return 0;
		*bad = i + 1;
		low = 0x80;
		high = 0xBF;
	}
	return length;
}

uint32_t kt_utf8_next(kt_str s, size_t *at)
{
	const unsigned char *p = (const unsigned char *)s.ptr + *at;
	size_t length, bad;

	if (*at >= s.len)
		return KT_BAD_CODEPOINT;
	if (p[0] < 0x80) {
		++*at;
		return p[0];
	}
	length = sequence(s, *at, &bad);
	*at += length ? length : 1;
	switch (length) {
	case 2:
		return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
	case 3:
		return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
	case 4:
		return (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 |
		       (p[3] & 0x3Fu);
	default:
		return KT_BAD_CODEPOINT;
	}
}

uint32_t kt_utf8_prev(kt_str s, size_t *at)
{
	size_t end = *at, start = end, next;
	uint32_t cp;

	if (!end || end > s.len)
		return KT_BAD_CODEPOINT;
	do
		start--;
	while (start && end - start < 4 && ((unsigned char)s.ptr[start] & 0xC0) == 0x80);
	next = start;
	cp = kt_utf8_next(s, &next);
	if (next != end) { /* a stray continuation byte */
		*at = end - 1;
		return KT_BAD_CODEPOINT;
	}
	*at = start;
	return cp;
}

size_t kt_utf8_check(kt_str s)
{
	size_t at = 0, length, bad;

	while (at < s.len) {
		if ((unsigned char)s.ptr[at] < 0x80) {
			at++;
			continue;
		}
		length = sequence(s, at, &bad);
		if (!length)
			return at;
		at += length;
	}
	return s.len;
}

size_t kt_utf8_repair(kt_buf *out, kt_str s)
{
	size_t replaced = 0, at = 0, from = 0, length, bad;

	while (at < s.len) {
		length = sequence(s, at, &bad);
		if (length) {
			at += length;
			continue;
		}
		kt_buf_add(out, kt_str_sub(s, from, at));
		kt_buf_add_codepoint(out, 0xFFFD);
		replaced++;
		at += bad;
		from = at;
	}
	kt_buf_add(out, kt_str_sub(s, from, s.len));
	return replaced;
}

size_t kt_utf8_width(kt_str s)
{
	size_t width = 0, at = 0;

	while (at < s.len) {
		uint32_t cp;
		int w;

		if (s.ptr[at] >= ' ' && s.ptr[at] <= '~') {
			width++;
			at++;
			continue;
		}
		cp = kt_utf8_next(s, &at);
		w = cp == KT_BAD_CODEPOINT ? 1 : utf8proc_charwidth((utf8proc_int32_t)cp);

		width += w > 0 ? (size_t)w : 0;
	}
	return width;
}
