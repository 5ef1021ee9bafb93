#include "kartoteka/base.h"

#include <string.h>

kt_str kt_str_of(const char *text)
{
	return text ? (kt_str){ text, strlen(text) } : (kt_str){ "", 0 };
}

kt_str kt_str_sub(kt_str s, size_t from, size_t to)
{
	if (to > s.len)
		to = s.len;
	if (from > to)
		from = to;
	return (kt_str){ s.ptr + from, to - from };
}

static int is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

kt_str kt_str_trim(kt_str s)
{
	while (s.len && is_space(s.ptr[0])) {
		s.ptr++;
		s.len--;
	}
	while (s.len && is_space(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

int kt_str_equal(kt_str a, kt_str b)
{
	return a.len == b.len && (!a.len || !memcmp(a.ptr, b.ptr, a.len));
}

static unsigned char lower(char c)
{
	return (unsigned char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

int kt_str_equal_nocase(kt_str a, kt_str b)
{
	if (a.len != b.len)
		return 0;
	for (size_t i = 0; i < a.len; i++)
		if (lower(a.ptr[i]) != lower(b.ptr[i]))
			return 0;
	return 1;
}

int kt_str_is(kt_str s, const char *text)
{
	return kt_str_equal(s, kt_str_of(text));
}

int kt_str_starts(kt_str s, kt_str prefix)
{
	return s.len >= prefix.len && kt_str_equal(kt_str_sub(s, 0, prefix.len), prefix);
}

int kt_str_ends(kt_str s, kt_str suffix)
{
	return s.len >= suffix.len &&
	       kt_str_equal(kt_str_sub(s, s.len - suffix.len, s.len), suffix);
}

int kt_str_compare(kt_str a, kt_str b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int order = n ? memcmp(a.ptr, b.ptr, n) : 0;

	return order ? order : (a.len > b.len) - (a.len < b.len);
}

size_t kt_str_find(kt_str s, kt_str needle, size_t from)
{
	const char *found;

	if (from > s.len || needle.len > s.len - from)
		return SIZE_MAX;
	if (!needle.len)
		return from;
	found = memmem(s.ptr + from, s.len - from, needle.ptr, needle.len);
	return found ? (size_t)(found - s.ptr) : SIZE_MAX;
}
