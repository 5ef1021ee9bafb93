/* line.c - the lines of a text, and those that say nothing. */
#include "piece.h"

#include <string.h>

enum {
	GAP = 4, /* spaces between columns */
	GAP_WITHIN = 512 /* bytes */
};

char line_ending(kt_str text)
{
	if (!text.len || memchr(text.ptr, '\n', text.len) || !memchr(text.ptr, '\r', text.len))
		return '\n';
	return '\r';
}

size_t space_at(kt_str text, size_t at, size_t to)
{
	const unsigned char *p = (const unsigned char *)text.ptr + at;
	size_t left = to - at;

	if (at >= to)
		return 0;
	if (p[0] == ' ' || (p[0] >= '\t' && p[0] <= '\r'))
		return 1;
	if (p[0] < 0xC2)
		return 0;
	if (left >= 2 && p[0] == 0xC2 && (p[1] == 0xA0 || p[1] == 0x85))
		return 2;
	if (left < 3)
		return 0;
	/* U+2000..U+200B, U+2028, U+2029, U+202F, U+205F, U+3000, U+FEFF */
	if (p[0] == 0xE2 && p[1] == 0x80 &&
		((p[2] >= 0x80 && p[2] <= 0x8B) || p[2] == 0xA8 || p[2] == 0xA9 || p[2] == 0xAF))
		return 3;
	if ((p[0] == 0xE2 && p[1] == 0x81 && p[2] == 0x9F) ||
		(p[0] == 0xE3 && p[1] == 0x80 && p[2] == 0x80) ||
		(p[0] == 0xEF && p[1] == 0xBB && p[2] == 0xBF))
		return 3;
	return 0;
}

size_t space_before(kt_str text, size_t from, size_t at)
{
	for (size_t length = 1; length <= 3 && length <= at - from; length++)
		if (space_at(text, at - length, at) == length)
			return length;
	return 0;
}

/* Bytes that do not go on with a character, counted eight at a time in lanes of their own. */
static uint32_t code_points(kt_str text, size_t from, size_t to)
{
	const uint64_t ones = 0x0101010101010101u;
	size_t n = to - from, i = from;

	for (; to - i >= 8; i += 8) {
		uint64_t bytes, more;

		memcpy(&bytes, text.ptr + i, 8);
		more = bytes >> 7 & ~(bytes >> 6) & ones;
		n -= (size_t)(more * ones >> 56);
	}
	for (; i < to; i++)
		n -= ((unsigned char)text.ptr[i] & 0xC0) == 0x80;
	return n > UINT32_MAX ? UINT32_MAX : (uint32_t)n;
}

int line_read(struct line *out, kt_str text, size_t at, char ending)
{
	const char *end;
	size_t length;

	if (at >= text.len)
		return 0;
	end = memchr(text.ptr + at, ending, text.len - at);
	out->start = out->from = at;
	out->to = end ? (size_t)(end - text.ptr) : text.len;
	out->next = end ? out->to + 1 : text.len;
	out->indent = 0;
	while ((length = space_at(text, out->from, out->to)) > 0) {
		if (text.ptr[out->from] == '\t')
			out->indent = (out->indent / 8 + 1) * 8;
		else if (text.ptr[out->from] == ' ' || length > 1)
			out->indent++;
		out->from += length;
	}
	while (out->to > out->from && (length = space_before(text, out->from, out->to)) > 0)
		out->to -= length;
	out->width = code_points(text, out->from, out->to);
	return 1;
}

int line_is_rule(kt_str text, const struct line *line)
{
	kt_str s = kt_str_sub(text, line->from, line->to);
	size_t signs = 0, at = 0;

	if (!s.len || s.len > 400)
		return 0;
	while (at < s.len) {
		uint32_t c = kt_utf8_next(s, &at);

		if (c == ' ' || c == '\t' || c == 0xA0)
			continue;
		/* also bullets, dashes, asterisms, box drawing and dingbat stars */
		if (!(c < 0x80 && strchr("*-_=~#+.", (int)c)) && c != 0xB7 && c != 0x2022 &&
			!(c >= 0x2012 && c <= 0x2015) && c != 0x2042 && c != 0x2500 &&
			c != 0x2550 && !(c >= 0x2605 && c <= 0x2606) &&
			!(c >= 0x2731 && c <= 0x273F))
			return 0;
		if (c == 0x2042)
			signs += 3;
		signs++;
	}
	return signs >= 3 || (signs == 1 && s.ptr[0] == '*');
}

int line_is_page_number(kt_str text, const struct line *line)
{
	kt_str s = kt_str_sub(text, line->from, line->to);
	size_t at = 0, digits = 0, from;

	if (!s.len || s.len > 16)
		return 0;
	while (at < s.len && strchr("[{-( ", s.ptr[at]))
		at++;
	for (size_t i = 0; i < 3; i++) {
		static const kt_str words[] = { { "Page ", 5 }, { "Pg ", 3 }, { "p. ", 3 } };

		if (kt_str_starts(kt_str_sub(s, at, s.len), words[i])) {
			at += words[i].len;
			break;
		}
	}
	for (from = at; at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9'; at++)
		digits++;
	/* [12] alone is a note without its text; a year alone may be a heading. */
	if (digits == 0 || digits > 4 || (digits == 4 && s.ptr[from] <= '2') ||
		(s.ptr[0] == '[' && from == 1))
		return 0;
	while (at < s.len && strchr("]}-) ", s.ptr[at]))
		at++;
	return at == s.len;
}

/* A tab, or four spaces in a row: one of these stands at a multiple of four. */
int line_has_gap(kt_str s)
{
	if (s.len > GAP_WITHIN)
		s.len = GAP_WITHIN;
	if (s.len && memchr(s.ptr, '\t', s.len))
		return 1;
	for (size_t i = GAP - 1; i < s.len; i += GAP) {
		size_t from = i, to = i + 1;

		if (s.ptr[i] != ' ')
			continue;
		while (from && s.ptr[from - 1] == ' ')
			from--;
		while (to < s.len && s.ptr[to] == ' ')
			to++;
		if (to - from >= GAP)
			return 1;
	}
	return 0;
}
