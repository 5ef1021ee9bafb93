/* slip.c - words that differ by one slip of the hand or of the eye of OCR. */
#include "kartoteka/text.h"

/* Letters that OCR takes for one another, where they differ in number. */
static const struct {
	kt_str one, other;
} misread[] = {
	{ { "rn", 2 }, { "m", 1 } },
	{ { "cl", 2 }, { "d", 1 } },
	{ { "li", 2 }, { "h", 1 } },
	{ { "vv", 2 }, { "w", 1 } },
};

static size_t letters(kt_str s)
{
	size_t count = 0;

	for (size_t at = 0; at < s.len; count++)
		kt_utf8_next(s, &at);
	return count;
}

/* Bytes of the code points that both begin with. */
static size_t common_beginning(kt_str a, kt_str b)
{
	size_t at = 0;

	for (;;) {
		size_t x = at, y = at;

		if (at >= a.len || at >= b.len || kt_utf8_next(a, &x) != kt_utf8_next(b, &y))
			return at;
		at = x;
	}
}

static size_t common_end(kt_str a, kt_str b)
{
	size_t x = a.len, y = b.len;

	while (x && y) {
		size_t i = x, j = y;

		if (kt_utf8_prev(a, &i) != kt_utf8_prev(b, &j))
			break;
		x = i;
		y = j;
	}
	return a.len - x;
}

static int are_swapped(kt_str a, kt_str b)
{
	size_t i = 0, j = 0;
	uint32_t a1 = kt_utf8_next(a, &i), a2 = kt_utf8_next(a, &i);
	uint32_t b1 = kt_utf8_next(b, &j), b2 = kt_utf8_next(b, &j);

	return i == a.len && j == b.len && a1 == b2 && a2 == b1;
}

static int is_misread(kt_str a, kt_str b)
{
	for (size_t i = 0; i < sizeof misread / sizeof *misread; i++)
		if ((kt_str_equal(a, misread[i].one) && kt_str_equal(b, misread[i].other)) ||
			(kt_str_equal(b, misread[i].one) && kt_str_equal(a, misread[i].other)))
			return 1;
	return 0;
}

int kt_one_slip(kt_str a, kt_str b)
{
	size_t n = common_beginning(a, b);
	size_t in_a, in_b;

	a = kt_str_sub(a, n, a.len);
	b = kt_str_sub(b, n, b.len);
	n = common_end(a, b);
	a = kt_str_sub(a, 0, a.len - n);
	b = kt_str_sub(b, 0, b.len - n);
	in_a = letters(a);
	in_b = letters(b);
	if (in_a <= 1 && in_b <= 1)
		return 1;
	return are_swapped(a, b) || is_misread(a, b);
}
