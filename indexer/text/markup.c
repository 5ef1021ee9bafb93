/* markup.c - what in a text is no word: note markers, targets of links, tags. */
#include "markup.h"

#include <string.h>

enum { NAME_MAX_BYTES = 100, TARGET_MAX = 4096, TAG_MAX = 4096, COMMENT_MAX = 16384 };
enum { DEPTH_MAX = 32 }; /* of parentheses in an address, as CommonMark has it */

static int is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static int is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static int is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static char byte(kt_str text, size_t at)
{
	return at < text.len ? text.ptr[at] : '\0';
}

static size_t skip_spaces(kt_str text, size_t at)
{
	while (is_space(byte(text, at)) ||
		(byte(text, at) == '\xC2' && byte(text, at + 1) == '\xA0'))
		at += byte(text, at) == '\xC2' ? 2 : 1;
	return at;
}

/* ---- note markers --------------------------------------------------------------------------- */

/* Behind a word that a note's number may follow, or at itself. */
static size_t skip_note_word(kt_str text, size_t at)
{
	static const char *const words[] = { "note", "notes", "n", "nn", "nb", "fn", "footnote",
		"endnote", "ref", "anm", "прим", "примеч", "примечание", "сноска" };
	size_t end = at;

	while (is_letter(byte(text, end)) || (unsigned char)byte(text, end) >= 0xD0)
		end += is_letter(byte(text, end)) ? 1 : 2;
	if (end == at || end > text.len)
		return at;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (kt_str_equal_nocase(kt_str_sub(text, at, end), kt_str_of(words[i])))
			return skip_spaces(text, byte(text, end) == '.' ? end + 1 : end);
	return at;
}

/* Behind one to three digits and perhaps a letter (12a), or 0. */
static size_t note_number(kt_str text, size_t at)
{
	size_t end = at;

	while (is_digit(byte(text, end)))
		end++;
	if (end == at || end - at > 3)
		return 0;
	if (byte(text, end) >= 'a' && byte(text, end) <= 'e')
		end++;
	return end;
}

/* Behind what parts two numbers: comma, semicolon, hyphen, dash, spaces; or at itself. */
static size_t skip_separator(kt_str text, size_t at)
{
	size_t end = skip_spaces(text, at);

	if (end < text.len && strchr(",;-", text.ptr[end]))
		end++;
	else if (text.len - end >= 3 && !memcmp(text.ptr + end, "\xE2\x80", 2) &&
		 (unsigned char)text.ptr[end + 2] >= 0x90 &&
		 (unsigned char)text.ptr[end + 2] <= 0x95)
		end += 3;
	return skip_spaces(text, end);
}

static size_t closing(kt_str text, size_t at)
{
	if (byte(text, at) == '\\')
		at++;
	return byte(text, at) == ']' ? at + 1 : 0;
}

size_t markup_note(kt_str text, size_t at)
{
	at = note_number(text, skip_note_word(text, skip_spaces(text, at)));
	while (at) {
		size_t next = skip_separator(text, at), end = closing(text, next);

		if (end)
			return end;
		if (next == at)
			return 0;
		at = note_number(text, next);
	}
	return 0;
}

size_t markup_footnote(kt_str text, size_t at)
{
	size_t end = at + 1;

	if (byte(text, at) != '^')
		return 0;
	while (end < text.len && end - at < NAME_MAX_BYTES && !is_space(text.ptr[end]) &&
		text.ptr[end] != ']' && text.ptr[end] != '[')
		end++;
	return end > at + 1 && byte(text, end) == ']' ? end + 1 : 0;
}

size_t markup_superscript(kt_str text, size_t at)
{
	size_t end = note_number(text, at + 1);

	return end && byte(text, end) == '^' ? end + 1 : 0;
}

/* ---- links ---------------------------------------------------------------------------------- */

/* Behind <target> or a target without spaces whose parentheses are in pairs. */
static size_t skip_address(kt_str text, size_t at)
{
	size_t end = at, depth = 0;

	if (byte(text, at) == '<') {
		for (end++; end < text.len && end - at < TARGET_MAX; end++)
			if (strchr("<>\n", text.ptr[end]))
				break;
		return byte(text, end) == '>' ? end + 1 : 0;
	}
	for (; end < text.len && end - at < TARGET_MAX && !is_space(text.ptr[end]); end++) {
		if (text.ptr[end] == '\\' && end + 1 < text.len)
			end++;
		else if (text.ptr[end] == '(' && ++depth > DEPTH_MAX)
			return 0;
		else if (text.ptr[end] == ')' && !depth--)
			break;
	}
	return end;
}

/* Behind "title", 'title' or (title), or at itself. */
static size_t skip_title(kt_str text, size_t at)
{
	char open = byte(text, at), close = open == '(' ? ')' : open;
	size_t end = at + 1;

	if (open != '"' && open != '\'' && open != '(')
		return at;
	while (end < text.len && end - at < TARGET_MAX && text.ptr[end] != close)
		end += text.ptr[end] == '\\' && end + 1 < text.len ? 2 : 1;
	return byte(text, end) == close ? end + 1 : at;
}

size_t markup_target(kt_str text, size_t at)
{
	size_t end;

	if (byte(text, at) != '(')
		return 0;
	end = skip_address(text, skip_spaces(text, at + 1));
	if (!end)
		return 0;
	end = skip_spaces(text, skip_title(text, skip_spaces(text, end)));
	return byte(text, end) == ')' ? end + 1 : 0;
}

size_t markup_reference(kt_str text, size_t at)
{
	size_t end = at + 1;

	if (byte(text, at) != '[')
		return 0;
	while (end < text.len && end - at < NAME_MAX_BYTES && text.ptr[end] != ']' &&
		text.ptr[end] != '[' && text.ptr[end] != '\n')
		end++;
	return byte(text, end) == ']' ? end + 1 : 0;
}

/* Whether an address looks like one, and not like the only word of a speech. */
static int is_address(kt_str address)
{
	kt_str head = kt_str_sub(address, 0, address.len ? address.len - 1 : 0);

	return address.len > 1 &&
	       (address.ptr[0] == '<' || address.ptr[0] == '#' || memchr(head.ptr, '/', head.len) ||
		       memchr(head.ptr, ':', head.len) || memchr(head.ptr, '.', head.len));
}

size_t markup_definition(kt_str text, size_t at)
{
	size_t start = markup_reference(text, at), end;

	if (!start || byte(text, at + 1) == '^' || byte(text, start) != ':')
		return 0;
	start++;
	while (byte(text, start) == ' ' || byte(text, start) == '\t')
		start++;
	end = skip_address(text, start);
	if (!end || !is_address(kt_str_sub(text, start, end)))
		return 0;
	start = end;
	while (byte(text, start) == ' ' || byte(text, start) == '\t')
		start++;
	start = skip_title(text, start);
	while (byte(text, start) == ' ' || byte(text, start) == '\t' || byte(text, start) == '\r')
		start++;
	return start >= text.len || text.ptr[start] == '\n' ? start : 0;
}

/* ---- HTML ----------------------------------------------------------------------------------- */

/* Behind the comment that began before `at`, or 0; none begins inside another. */
static size_t skip_comment(kt_str text, size_t at)
{
	kt_str s = kt_str_sub(text, 0, at + COMMENT_MAX);

	for (;;) {
		at = kt_str_find(s, KT_STR("--"), at);
		if (at == SIZE_MAX || kt_str_ends(kt_str_sub(s, 0, at), KT_STR("<!")))
			return 0;
		if (byte(s, at + 2) == '>')
			return at + 3;
		at++;
	}
}

/* Behind an attribute's value, or 0. */
static size_t skip_value(kt_str text, size_t at)
{
	char quote = byte(text, at);
	size_t end = at;

	if (quote == '"' || quote == '\'') {
		do
			end++;
		while (end < text.len && end - at < TAG_MAX && text.ptr[end] != quote);
		return byte(text, end) == quote ? end + 1 : 0;
	}
	while (end < text.len && end - at < TAG_MAX && !is_space(text.ptr[end]) &&
		!strchr("\"'<>=`", text.ptr[end]))
		end++;
	return end > at ? end : 0;
}

/* Behind an attribute (name or name=value), or 0. */
static size_t skip_attribute(kt_str text, size_t at)
{
	size_t end = at;

	while (is_letter(byte(text, end)) || is_digit(byte(text, end)) ||
		(byte(text, end) && strchr("_:.-", byte(text, end))))
		end++;
	if (end == at || !(is_letter(text.ptr[at]) || text.ptr[at] == '_' || text.ptr[at] == ':'))
		return 0;
	at = skip_spaces(text, end);
	return byte(text, at) == '=' ? skip_value(text, skip_spaces(text, at + 1)) : end;
}

/* <https://example.org>, <name@example.org> */
static size_t skip_autolink(kt_str text, size_t at)
{
	size_t end = at;
	int address = 0;

	while (end < text.len && end - at < TARGET_MAX && !is_space(text.ptr[end]) &&
		text.ptr[end] != '<' && text.ptr[end] != '>') {
		address |= text.ptr[end] == ':' || text.ptr[end] == '@';
		end++;
	}
	return address && byte(text, end) == '>' ? end + 1 : 0;
}

size_t markup_tag(kt_str text, size_t at)
{
	size_t end = at + 1, limit;

	if (kt_str_starts(kt_str_sub(text, at, text.len), KT_STR("<!--")))
		return skip_comment(text, at + 4);
	if (byte(text, end) == '/')
		end++;
	if (!is_letter(byte(text, end)))
		return 0;
	while (is_letter(byte(text, end)) || is_digit(byte(text, end)) || byte(text, end) == '-')
		end++;
	for (limit = at + TAG_MAX; end && end < limit;) {
		size_t next = skip_spaces(text, end);

		if (byte(text, next) == '/')
			next++;
		if (byte(text, next) == '>')
			return next + 1;
		if (next == end)
			break;
		end = skip_attribute(text, next);
	}
	return skip_autolink(text, at + 1);
}

size_t markup_entity(kt_str text, size_t at)
{
	size_t end = at + 1;

	if (byte(text, end) == '#')
		end++;
	while (end - at < 32 && (is_letter(byte(text, end)) || is_digit(byte(text, end))))
		end++;
	return end > at + 2 && byte(text, end) == ';' ? end + 1 : 0;
}
