/* A query with a caret under the place of an error. */
#include "kartoteka/parse.h"

#include "chars.h"

#define COLUMNS_MIN 20

/* What stands on the terminal for a character: one that could steer it, or is none, is replaced. */
static kt_str shown(kt_str query, size_t start, size_t end, uint32_t cp)
{
	int steers = (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);

	if (cp == KT_BAD_CODEPOINT || steers)
		return KT_STR("\xEF\xBF\xBD");
	if (cp == ' ' || cp == '\t' || cp == '\n' || cp == '\r' || cp == 0xA0)
		return KT_STR(" ");
	return parse_is_space(cp) && kt_utf8_width(kt_str_sub(query, start, end)) == 0
		       ? KT_STR("\xEF\xBF\xBD")
		       : kt_str_sub(query, start, end);
}

/* Columns of the characters that begin before byte `to`; with `out`, those that lie wholly within
 * the columns `left` to `right` are added to it. */
static size_t walk(kt_buf *out, kt_str query, size_t to, size_t left, size_t right)
{
	size_t at = 0, column = 0;

	while (at < query.len && at < to) {
		size_t start = at;
		uint32_t cp = kt_utf8_next(query, &at);
		kt_str s = shown(query, start, at, cp);
		size_t width = kt_utf8_width(s);

		if (out && column >= left && column + width <= right)
			kt_buf_add(out, s);
		else if (out && column < left && column + width > left)
			kt_buf_addc(out, ' ');
		column += width;
	}
	return column;
}

static void repeat(kt_buf *out, char c, size_t count)
{
	while (count--)
		kt_buf_addc(out, c);
}

/* The first column to show, of `total`: what stands around at..end, if possible all of it. */
static size_t first_column(size_t at, size_t end, size_t total, size_t columns)
{
	size_t left = at > columns / 2 ? at - columns / 2 : 0;

	if (total <= columns)
		return 0;
	if (end - at < columns - 1 && end + 1 > left + columns)
		left = end + 1 - columns;
	return left > total - columns ? total - columns : left;
}

void kt_query_point(kt_buf *out, kt_str query, const kt_error *err, size_t columns)
{
	size_t total, at, end, left, right;

	if (!err->has_place)
		return;
	columns = columns < COLUMNS_MIN ? COLUMNS_MIN : columns;
	total = walk(NULL, query, query.len, 0, 0);
	at = walk(NULL, query, err->at, 0, 0);
	end = err->span > SIZE_MAX - err->at ? total : walk(NULL, query, err->at + err->span, 0, 0);
	if (end <= at)
		end = at + 1;
	if (total < end)
		total = end;
	left = first_column(at, end, total, columns);
	right = total - left > columns ? left + columns : total;
	if (left)
		kt_buf_add(out, KT_STR("\xE2\x80\xA6"));
	walk(out, query, query.len, left + (left > 0), right - (right < total));
	if (right < total)
		kt_buf_add(out, KT_STR("\xE2\x80\xA6"));
	kt_buf_addc(out, '\n');
	repeat(out, ' ', at - left);
	repeat(out, '^', (end < right ? end : right) - at);
	kt_buf_addc(out, '\n');
}
