/* markline.c - what a line of Markdown is. */
#include "markline.h"

#include <string.h>

static int is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static int is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static int is_alpha(char c)
{
	return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static size_t run_of(kt_str s, size_t at, char c)
{
	size_t from = at;

	while (at < s.len && s.ptr[at] == c)
		at++;
	return at - from;
}

static size_t skip_blanks(kt_str s, size_t at)
{
	while (at < s.len && is_blank(s.ptr[at]))
		at++;
	return at;
}

int mark_heading(kt_str s, size_t *from, size_t *to)
{
	size_t level = run_of(s, 0, '#'), end = s.len;

	if (level == 0 || level > 6 || (level < s.len && !is_blank(s.ptr[level])))
		return 0;
	*from = skip_blanks(s, level);
	while (end > *from && s.ptr[end - 1] == '#')
		end--;
	if (end > *from && !is_blank(s.ptr[end - 1]))
		end = s.len; /* C# */
	while (end > *from && is_blank(s.ptr[end - 1]))
		end--;
	*to = end;
	return (int)level;
}

int mark_underline(kt_str s)
{
	/* CommonMark asks for one sign; a dash left over is more often no heading. */
	if (s.len < 3 || run_of(s, 0, s.ptr[0]) != s.len)
		return 0;
	return s.ptr[0] == '=' ? 1 : s.ptr[0] == '-' ? 2 : 0;
}

int mark_break(kt_str s)
{
	size_t signs = 0;

	if (!s.len || !strchr("*-_", s.ptr[0]))
		return 0;
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == s.ptr[0])
			signs++;
		else if (!is_blank(s.ptr[i]))
			return 0;
	}
	return signs >= 3;
}

size_t mark_fence(kt_str s, char *sign)
{
	size_t length;

	if (!s.len || (s.ptr[0] != '`' && s.ptr[0] != '~'))
		return 0;
	*sign = s.ptr[0];
	length = run_of(s, 0, *sign);
	if (length < 3 || (*sign == '`' && memchr(s.ptr + length, '`', s.len - length)))
		return 0;
	return length;
}

int mark_fence_end(kt_str s, char sign, size_t length)
{
	return s.len >= length && run_of(s, 0, sign) == s.len;
}

int mark_table_rule(kt_str s)
{
	size_t dashes = 0, bars = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == '-')
			dashes++;
		else if (s.ptr[i] == '|')
			bars++;
		else if (s.ptr[i] != ':' && !is_blank(s.ptr[i]))
			return 0;
	}
	return dashes > 0 && bars > 0;
}

int mark_columns(kt_str s)
{
	size_t groups = 0, at = 0;

	while (at < s.len) {
		size_t length = run_of(s, at, '-');

		if (length < 2)
			return 0;
		groups++;
		at = skip_blanks(s, at + length);
	}
	return groups >= 2;
}

size_t mark_item(kt_str s, uint32_t *number)
{
	size_t at = 0;

	*number = 0;
	if (!s.len)
		return 0;
	if (strchr("-*+", s.ptr[0])) {
		at = 1;
	} else {
		/* CommonMark has up to nine digits; but 1917. is a year. */
		while (at < s.len && at < 3 && is_digit(s.ptr[at]))
			*number = *number * 10 + (uint32_t)(s.ptr[at++] - '0');
		if (at == 0 || at >= s.len || (s.ptr[at] != '.' && s.ptr[at] != ')'))
			return 0;
		at++;
	}
	if (at < s.len && !is_blank(s.ptr[at]))
		return 0;
	return skip_blanks(s, at);
}

size_t mark_footnote(kt_str s)
{
	size_t at = 2;

	if (s.len < 5 || s.ptr[0] != '[' || s.ptr[1] != '^')
		return 0;
	while (at < s.len && at < 64 && s.ptr[at] != ']' && !is_blank(s.ptr[at]))
		at++;
	if (at == 2 || at + 1 >= s.len || s.ptr[at] != ']' || s.ptr[at + 1] != ':')
		return 0;
	return skip_blanks(s, at + 2);
}

int mark_reference(kt_str s)
{
	size_t at = 1, from;

	if (s.len < 4 || s.ptr[0] != '[' || s.ptr[1] == '^')
		return 0;
	while (at < s.len && at < 1000 && s.ptr[at] != ']')
		at++;
	if (at == 1 || at + 1 >= s.len || s.ptr[at] != ']' || s.ptr[at + 1] != ':')
		return 0;
	from = at = skip_blanks(s, at + 2);
	while (at < s.len && !is_blank(s.ptr[at]))
		at++;
	/* A destination has a sign that no word has; a note that begins "[1]: See" is text. */
	if (at == from ||
		(s.ptr[from] != '<' && !memchr(s.ptr + from, '/', at - from) && s.ptr[from] != '#'))
		return 0;
	at = skip_blanks(s, at);
	return at == s.len || (strchr("\"'(", s.ptr[at]) && strchr("\"')", s.ptr[s.len - 1]));
}

/* Tags that begin a block (CommonMark 0.31, section 4.6, kind 6, and those that hold no text). */
static const struct {
	const char *name;
	kt_kind kind;
} tags[] = {
	{ "table", KT_KIND_TABLE },
	{ "thead", KT_KIND_TABLE },
	{ "tbody", KT_KIND_TABLE },
	{ "tr", KT_KIND_TABLE },
	{ "td", KT_KIND_TABLE },
	{ "th", KT_KIND_TABLE },
	{ "blockquote", KT_KIND_BLOCKQUOTE },
	{ "figure", KT_KIND_CAPTION },
	{ "figcaption", KT_KIND_CAPTION },
	{ "caption", KT_KIND_CAPTION },
	{ "img", KT_KIND_CAPTION },
	{ "h1", KT_KIND_HEADING },
	{ "h2", KT_KIND_HEADING },
	{ "h3", KT_KIND_HEADING },
	{ "h4", KT_KIND_HEADING },
	{ "h5", KT_KIND_HEADING },
	{ "h6", KT_KIND_HEADING },
	{ "ul", KT_KIND_LIST },
	{ "ol", KT_KIND_LIST },
	{ "li", KT_KIND_LIST },
	{ "dl", KT_KIND_LIST },
	{ "dt", KT_KIND_LIST },
	{ "dd", KT_KIND_LIST },
	{ "div", KT_KIND_PARAGRAPH },
	{ "p", KT_KIND_PARAGRAPH },
	{ "center", KT_KIND_PARAGRAPH },
	{ "section", KT_KIND_PARAGRAPH },
	{ "article", KT_KIND_PARAGRAPH },
	{ "aside", KT_KIND_PARAGRAPH },
	{ "header", KT_KIND_PARAGRAPH },
	{ "footer", KT_KIND_PARAGRAPH },
	{ "main", KT_KIND_PARAGRAPH },
	{ "nav", KT_KIND_PARAGRAPH },
	{ "details", KT_KIND_PARAGRAPH },
	{ "summary", KT_KIND_PARAGRAPH },
	{ "address", KT_KIND_PARAGRAPH },
	{ "pre", KT_KIND_PARAGRAPH },
	{ "hr", KT_KIND_PARAGRAPH },
	{ "link", KT_KIND_PARAGRAPH },
	{ "meta", KT_KIND_PARAGRAPH },
	{ "iframe", KT_KIND_PARAGRAPH },
	{ "script", KT_KIND_PARAGRAPH },
	{ "style", KT_KIND_PARAGRAPH },
};

int mark_html(kt_str s, kt_kind *kind)
{
	size_t at = 1, length;

	*kind = KT_KIND_PARAGRAPH;
	if (s.len < 3 || s.ptr[0] != '<')
		return 0;
	if (kt_str_starts(s, KT_STR("<!--")))
		return 1;
	at += s.ptr[at] == '/';
	for (length = 0; at + length < s.len && length < 12 &&
			 (is_alpha(s.ptr[at + length]) || is_digit(s.ptr[at + length]));)
		length++;
	if (at + length < s.len && !is_blank(s.ptr[at + length]) && s.ptr[at + length] != '>' &&
		s.ptr[at + length] != '/')
		return 0;
	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++)
		if (kt_str_equal_nocase(kt_str_sub(s, at, at + length), kt_str_of(tags[i].name))) {
			*kind = tags[i].kind;
			return 1;
		}
	return 0;
}

int html_has_text(kt_str s)
{
	for (size_t at = 0; at < s.len; at++) {
		if (s.ptr[at] == '<') {
			int comment = kt_str_starts(kt_str_sub(s, at, s.len), KT_STR("<!--"));
			size_t end = kt_str_find(s, comment ? KT_STR("-->") : KT_STR(">"), at);

			if (end == SIZE_MAX)
				return !comment;
			at = comment ? end + 2 : end;
		} else if (!is_blank(s.ptr[at]) && s.ptr[at] != '\n' && s.ptr[at] != '\r') {
			return 1;
		}
	}
	return 0;
}

/* Behind the parenthesis that ends a link's target, or SIZE_MAX. */
static size_t target_end(kt_str s, size_t at)
{
	size_t depth = 0;

	if (at >= s.len || s.ptr[at] != '(')
		return SIZE_MAX;
	for (; at < s.len; at++) {
		depth += s.ptr[at] == '(';
		if (s.ptr[at] == ')' && --depth == 0)
			return at + 1;
	}
	return SIZE_MAX;
}

int only_pictures(kt_str s)
{
	size_t at = 0;

	if (!kt_str_starts(s, KT_STR("![")) && !kt_str_starts(s, KT_STR("[![")))
		return 0;
	while (at < s.len) {
		int linked = s.ptr[at] == '[';

		at += (size_t)linked;
		if (!kt_str_starts(kt_str_sub(s, at, s.len), KT_STR("![")))
			return 0;
		at = kt_str_find(s, KT_STR("]("), at);
		if (at == SIZE_MAX || (at = target_end(s, at + 1)) == SIZE_MAX)
			return 0;
		if (linked && (at >= s.len || s.ptr[at] != ']' ||
				      (at = target_end(s, at + 1)) == SIZE_MAX))
			return 0;
		while (at < s.len && (is_blank(s.ptr[at]) || s.ptr[at] == '\n' ||
					     s.ptr[at] == '\r' || s.ptr[at] == '\\'))
			at++;
	}
	return 1;
}
