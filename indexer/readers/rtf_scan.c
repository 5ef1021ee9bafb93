/* rtf_scan.c - the marks of RTF: groups, control words and symbols, text. */
#include "rtf_parts.h"

#include <limits.h>

enum { NAME_LENGTH = 32 }; /* letters of a control word */

static int is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static int is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static int hex_digit(char c)
{
	if (is_digit(c))
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static char sign_at(const struct rtf_scan *scan, size_t at)
{
	return at < scan->bytes.len ? scan->bytes.ptr[at] : '\0';
}

static void scan_number(struct rtf_scan *scan)
{
	int negative = sign_at(scan, scan->at) == '-';
	long long n = 0;

	if (!is_digit(sign_at(scan, scan->at + (size_t)negative)))
		return;
	scan->has_number = 1;
	scan->at += (size_t)negative;
	for (; is_digit(sign_at(scan, scan->at)); scan->at++)
		if (n <= INT_MAX)
			n = n * 10 + (scan->bytes.ptr[scan->at] - '0');
	if (n > INT_MAX)
		n = INT_MAX;
	scan->number = (int)(negative ? -n : n);
}

static enum rtf_token scan_word(struct rtf_scan *scan)
{
	size_t from = scan->at;

	while (is_letter(sign_at(scan, scan->at)) && scan->at - from < NAME_LENGTH)
		scan->at++;
	scan->text = kt_str_sub(scan->bytes, from, scan->at);
	scan_number(scan);
	if (sign_at(scan, scan->at) == ' ')
		scan->at++;
	if (!kt_str_is(scan->text, "bin") || scan->number <= 0)
		return RTF_WORD;
	scan->at = (size_t)scan->number > scan->bytes.len - scan->at
			   ? scan->bytes.len
			   : scan->at + (size_t)scan->number;
	return RTF_BINARY;
}

/* Behind a backslash. */
static enum rtf_token scan_control(struct rtf_scan *scan)
{
	char sign = sign_at(scan, scan->at);
	int high, low;

	if (is_letter(sign))
		return scan_word(scan);
	if (scan->at >= scan->bytes.len)
		return RTF_END;
	scan->text = kt_str_sub(scan->bytes, scan->at, scan->at + 1);
	scan->at++;
	if (sign != '\'')
		return RTF_SYMBOL;
	high = hex_digit(sign_at(scan, scan->at));
	low = hex_digit(sign_at(scan, scan->at + 1));
	if (high < 0 || low < 0)
		return RTF_SYMBOL;
	scan->at += 2;
	scan->number = high << 4 | low;
	return RTF_HEX;
}

enum rtf_token rtf_next(struct rtf_scan *scan)
{
	size_t from;

	scan->has_number = scan->number = 0;
	while (sign_at(scan, scan->at) == '\r' || sign_at(scan, scan->at) == '\n')
		scan->at++;
	if (scan->at >= scan->bytes.len)
		return RTF_END;
	from = scan->at++;
	switch (scan->bytes.ptr[from]) {
	case '{':
		return RTF_OPEN;
	case '}':
		return RTF_CLOSE;
	case '\\':
		return scan_control(scan);
	default:
		break;
	}
	for (; scan->at < scan->bytes.len; scan->at++) {
		char c = scan->bytes.ptr[scan->at];

		if (c == '{' || c == '}' || c == '\\' || c == '\r' || c == '\n')
			break;
	}
	scan->text = kt_str_sub(scan->bytes, from, scan->at);
	return RTF_TEXT;
}
