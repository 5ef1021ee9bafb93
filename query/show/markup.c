/* markup.c - what of Markdown is not shown to people: emphasis, targets of links, signs of quoting.
 */
#include <string.h>

#include "excerpt.h"

#define LINK_MAX 2000 /* bytes; longer brackets are text */
#define RUN_MAX 16 /* signs in a row; longer runs are text */

static int is_punctuation(char c)
{
	return c && strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", c);
}

static char byte_at(kt_str text, size_t at)
{
	return at < text.len ? text.ptr[at] : ' ';
}

static int is_escaped(kt_str text, size_t at)
{
	size_t slashes = 0;

	while (slashes < at && slashes < RUN_MAX && text.ptr[at - slashes - 1] == '\\')
		slashes++;
	return slashes % 2 == 1;
}

/* A delimiter run is emphasis unless white space stands on both sides; one of _ also not within a
 * word (CommonMark 0.31, section 6.2, simplified). */
static size_t emphasis(kt_str text, size_t at)
{
	char sign = text.ptr[at], before, behind;
	size_t from = at, to = at;

	while (from && at - from < RUN_MAX && text.ptr[from - 1] == sign)
		from--;
	while (to < text.len && to - at < RUN_MAX && text.ptr[to] == sign)
		to++;
	before = from ? text.ptr[from - 1] : ' ';
	behind = byte_at(text, to);
	if ((is_white(before) && is_white(behind)) || before == sign || behind == sign)
		return 0;
	if (sign == '_' && !is_white(before) && !is_punctuation(before) && !is_white(behind) &&
		!is_punctuation(behind))
		return 0;
	return to - at;
}

/* Behind the bracket that closes the one at `at`; 0: none. */
static size_t closing(kt_str text, size_t at, char open, char close)
{
	size_t end = text.len - at > LINK_MAX ? at + LINK_MAX : text.len, depth = 0;

	for (size_t i = at; i < end; i++) {
		if (text.ptr[i] == '\\')
			i++;
		else if (text.ptr[i] == open)
			depth++;
		else if (text.ptr[i] == close && !--depth)
			return i + 1;
	}
	return 0;
}

/* [text](target): the first bracket. */
static size_t link_opening(kt_str text, size_t at)
{
	size_t behind = closing(text, at, '[', ']');

	return behind && byte_at(text, behind) == '(' && closing(text, behind, '(', ')');
}

/* The second bracket with the target, where a link or picture begins before it. */
static size_t link_target(kt_str text, size_t at)
{
	size_t depth = 0, start = at, end;

	if (byte_at(text, at + 1) != '(' || !(end = closing(text, at + 1, '(', ')')))
		return 0;
	for (; at - start < LINK_MAX; start--) {
		if (text.ptr[start] == ']' && !is_escaped(text, start))
			depth++;
		else if (text.ptr[start] == '[' && !is_escaped(text, start) && !--depth)
			return end - at;
		if (!start)
			break;
	}
	return 0;
}

static int quotes(char c)
{
	return c == '>' || c == ' ' || c == '\t';
}

/* Signs of quoting that begin a line, with the space behind each. */
static size_t quoting(kt_str text, size_t at)
{
	size_t from = at, to = at;

	while (from && text.ptr[from - 1] != '\n') {
		if (!quotes(text.ptr[from - 1]))
			return 0;
		from--;
	}
	while (to < text.len && quotes(text.ptr[to]))
		to++;
	return to - at;
}

size_t kt_show_markup(kt_str text, size_t at)
{
	char c = text.ptr[at];

	if (!is_punctuation(c) || is_escaped(text, at))
		return 0;
	switch (c) {
	case '\\':
		return is_punctuation(byte_at(text, at + 1)) != 0;
	case '*':
	case '_':
		return emphasis(text, at);
	case '>':
		return quoting(text, at);
	case '[':
		return link_opening(text, at);
	case '!':
		return byte_at(text, at + 1) == '[' && link_opening(text, at + 1) ? 2 : 0;
	case ']':
		return link_target(text, at);
	default:
		return 0;
	}
}
