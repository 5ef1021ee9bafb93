/* marker.c - what numbers an item or a note: bullets, figures, letters, [12]. */
#include "piece.h"

#include <string.h>

static uint32_t roman_value(kt_str s)
{
	static const char signs[] = "IVXLCDM";
	static const uint32_t values[] = { 1, 5, 10, 50, 100, 500, 1000 };
	uint32_t sum = 0, last = 0;

	if (s.len > 8)
		return 0;
	for (size_t i = s.len; i-- > 0;) {
		const char *sign = strchr(signs, s.ptr[i]);
		uint32_t value;

		if (!sign || !*sign)
			return 0;
		value = values[sign - signs];
		sum = value < last ? sum - value : sum + value;
		last = value > last ? value : last;
	}
	return sum;
}

static enum marker note_marker(kt_str s, uint32_t *number, size_t *length)
{
	size_t at = 1, from;

	if (s.ptr[0] != '[')
		return MARK_NONE;
	at += at < s.len && s.ptr[at] == '^';
	for (from = at; at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9' && at - from < 5; at++)
		*number = *number * 10 + (uint32_t)(s.ptr[at] - '0');
	if (at == from && at < s.len && at + 1 < s.len && s.ptr[at + 1] == ']' &&
		((s.ptr[at] >= 'a' && s.ptr[at] <= 'z') || (s.ptr[at] >= 'A' && s.ptr[at] <= 'Z') ||
			s.ptr[at] == '*'))
		at++;
	if (at == from || at >= s.len || s.ptr[at] != ']')
		return MARK_NONE;
	at++;
	*length = at;
	return at == s.len || space_at(s, at, s.len) || s.ptr[at] == ':' ||
			       (unsigned char)s.ptr[at] >= 0x80 ||
			       (s.ptr[at] >= 'A' && s.ptr[at] <= 'Z')
		       ? MARK_NOTE
		       : MARK_NONE;
}

/* 1.  12)  (3)  a.  (b)  IV. */
static enum marker item_marker(kt_str s, uint32_t *number, size_t *length)
{
	int open = s.ptr[0] == '(';
	size_t from = (size_t)open, at = from;
	enum marker marker = MARK_NONE;
	kt_str name;

	while (at < s.len && at - from < 9 &&
		((s.ptr[at] >= '0' && s.ptr[at] <= '9') || (s.ptr[at] >= 'a' && s.ptr[at] <= 'z') ||
			(s.ptr[at] >= 'A' && s.ptr[at] <= 'Z')))
		at++;
	name = kt_str_sub(s, from, at);
	if (!name.len || at >= s.len || (s.ptr[at] != ')' && (open || s.ptr[at] != '.')))
		return MARK_NONE;
	if (name.ptr[0] >= '0' && name.ptr[0] <= '9') {
		for (size_t i = 0; i < name.len; i++) {
			if (name.ptr[i] < '0' || name.ptr[i] > '9' || i >= 3)
				return MARK_NONE; /* 1917. */
			*number = *number * 10 + (uint32_t)(name.ptr[i] - '0');
		}
		marker = MARK_NUMBER;
	} else if (roman_value(name) && (name.len > 1 || strchr("IVX", name.ptr[0]))) {
		*number = roman_value(name);
		marker = MARK_ROMAN;
	} else if (name.len == 1) {
		*number = (uint32_t)((name.ptr[0] | 0x20) - 'a' + 1);
		marker = MARK_LETTER;
	} else {
		return MARK_NONE;
	}
	at++;
	if (at < s.len && !space_at(s, at, s.len))
		return MARK_NONE; /* 1.5; N.K. */
	*length = at;
	return marker;
}

enum marker marker_of(kt_str s, uint32_t *number, size_t *length)
{
	size_t at = 0, more;
	uint32_t c;
	enum marker marker = MARK_NONE;

	*number = 0;
	*length = 0;
	if (!s.len)
		return MARK_NONE;
	c = kt_utf8_next(s, &at);
	if (c == '-' || c == '+' || c == 0x2022 || c == 0x25CF || c == 0x25AA || c == 0xB7) {
		marker = space_at(s, at, s.len) ? MARK_BULLET : MARK_NONE;
		*length = at;
	} else if (c == '*' || c == 0x2020 || c == 0x2021) {
		while (at < s.len && s.ptr[at] == '*')
			at++;
		marker = space_at(s, at, s.len) ? MARK_STAR : MARK_NONE;
		*length = at;
	} else if (c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079)) {
		marker = MARK_NOTE;
		*length = at;
	} else if (c == '[') {
		marker = note_marker(s, number, length);
	} else if (c < 0x80) {
		marker = item_marker(s, number, length);
	}
	if (marker == MARK_NONE)
		*length = 0;
	else
		while ((more = space_at(s, *length, s.len)) > 0)
			*length += more;
	return marker;
}
