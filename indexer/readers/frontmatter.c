/* frontmatter.c - the metadata before a text: `---` lines with `key: value` between them. */
#include "piece.h"

#include <stdio.h>
#include <string.h>

enum { LINES_MAX = 200 };

struct field {
	const char *key;
	size_t place; /* of the kt_str in kt_source_text */
};

static const struct field fields[] = {
	{ "title", offsetof(kt_source_text, title) },
	{ "author", offsetof(kt_source_text, author) },
	{ "authors", offsetof(kt_source_text, author) },
	{ "date", offsetof(kt_source_text, date) },
	{ "source", offsetof(kt_source_text, origin) },
	{ "licence", offsetof(kt_source_text, licence) },
	{ "license", offsetof(kt_source_text, licence) },
};

static int is_key_sign(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '_' || c == '-' || (unsigned char)c >= 0x80;
}

/* Length of the key that a line begins with, a colon behind it; 0 when there is none. */
static size_t key_length(kt_str s)
{
	size_t at = 0;

	while (at < s.len && is_key_sign(s.ptr[at]))
		at++;
	if (!at || at >= s.len || s.ptr[at] != ':')
		return 0;
	return at + 1 == s.len || s.ptr[at + 1] == ' ' || s.ptr[at + 1] == '\t' ? at : 0;
}

static int is_mark_line(kt_str text, const struct line *line, int closing)
{
	kt_str s = kt_str_sub(text, line->from, line->to);

	return line->indent == 0 && (kt_str_is(s, "---") || (closing && kt_str_is(s, "...")));
}

/* The end of the block, in bytes, or 0: no closing line, or a line that is no metadata. */
static size_t block_end(kt_str text, char ending)
{
	struct line line;
	size_t at = 0, keys = 0;

	if (!line_read(&line, text, 0, ending) || !is_mark_line(text, &line, 0))
		return 0;
	at = line.next;
	for (int n = 0; n < LINES_MAX && line_read(&line, text, at, ending); n++) {
		kt_str s = kt_str_sub(text, line.from, line.to);

		at = line.next;
		if (is_mark_line(text, &line, 1))
			return keys ? at : 0;
		if (!s.len || s.ptr[0] == '#')
			continue;
		if (line.indent == 0 && key_length(s))
			keys++;
		else if (!keys || (line.indent == 0 && !kt_str_starts(s, KT_STR("- "))))
			return 0;
	}
	return 0;
}

/* A value without its quotation marks and what they escape. */
static void add_value(kt_buf *out, kt_str s)
{
	char quote = s.len >= 2 && (s.ptr[0] == '"' || s.ptr[0] == '\'') ? s.ptr[0] : 0;

	if (!quote || s.ptr[s.len - 1] != quote) {
		kt_buf_add(out, s);
		return;
	}
	s = kt_str_sub(s, 1, s.len - 1);
	for (size_t i = 0; i < s.len; i++) {
		if (i + 1 < s.len &&
			((quote == '"' && s.ptr[i] == '\\') || (quote == '\'' && s.ptr[i] == '\'')))
			i++;
		kt_buf_addc(out, s.ptr[i]);
	}
}

/* [one, two] */
static void add_list(kt_buf *out, kt_str s)
{
	size_t from = 1;

	for (size_t i = 1; i < s.len; i++) {
		if (s.ptr[i] != ',' && i + 1 != s.len)
			continue;
		if (out->len)
			kt_buf_add(out, KT_STR("; "));
		add_value(out, kt_str_trim(kt_str_sub(s, from, i)));
		from = i + 1;
	}
}

/* 0 when there is no memory. */
static int set_field(kt_source_text *out, kt_arena *arena, kt_str key, kt_str value)
{
	if (!value.len)
		return 1;
	if (kt_str_equal_nocase(key, KT_STR("language")) ||
		kt_str_equal_nocase(key, KT_STR("lang"))) {
		char code[16];

		snprintf(code, sizeof(code), "%.*s", value.len < 15 ? (int)value.len : 15,
			value.ptr);
		out->language = kt_language_of(code);
		return 1;
	}
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
		kt_str *field = (kt_str *)(void *)((char *)out + fields[i].place);

		if (!kt_str_equal_nocase(key, kt_str_of(fields[i].key)))
			continue;
		*field = kt_arena_str(arena, value);
		return field->ptr != NULL;
	}
	return 1;
}

/* The value at a key's line and the indented lines or `- ` items below it.  *at is moved behind. */
static void read_value(kt_buf *out, kt_str text, kt_str first, size_t *at, char ending)
{
	struct line line;

	kt_buf_clear(out);
	if (first.len >= 2 && first.ptr[0] == '[' && first.ptr[first.len - 1] == ']')
		add_list(out, first);
	else if (!kt_str_is(first, ">") && !kt_str_is(first, "|") && !kt_str_is(first, ">-") &&
		 !kt_str_is(first, "|-"))
		add_value(out, first);
	while (line_read(&line, text, *at, ending)) {
		kt_str s = kt_str_sub(text, line.from, line.to);
		int item = kt_str_starts(s, KT_STR("- "));

		if (is_mark_line(text, &line, 1) || (s.len && line.indent == 0 && !item))
			return;
		*at = line.next;
		if (!s.len)
			continue;
		if (out->len)
			kt_buf_add(out, item ? KT_STR("; ") : KT_STR(" "));
		add_value(out, item ? kt_str_trim(kt_str_sub(s, 2, s.len)) : s);
	}
}

kt_status frontmatter_read(
	size_t *length, kt_source_text *out, kt_arena *arena, kt_str text, kt_error *err)
{
	char ending = line_ending(text);
	kt_buf value = KT_BUF_INIT;
	struct line line;
	kt_status status;
	size_t at;

	*length = block_end(text, ending);
	if (!*length)
		return KT_OK;
	text = kt_str_sub(text, 0, *length);
	line_read(&line, text, 0, ending);
	at = line.next;
	while (line_read(&line, text, at, ending)) {
		kt_str s = kt_str_sub(text, line.from, line.to);
		size_t key = line.indent == 0 ? key_length(s) : 0;

		at = line.next;
		if (!key)
			continue;
		read_value(&value, text, kt_str_trim(kt_str_sub(s, key + 1, s.len)), &at, ending);
		if (!set_field(out, arena, kt_str_sub(s, 0, key), kt_buf_str(&value)))
			value.failed = 1;
	}
	status = kt_buf_status(&value, err);
	kt_buf_release(&value);
	return status;
}
