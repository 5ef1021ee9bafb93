/* blocks.c - text in pieces to blocks. */
#include "blocks.h"

#include "piece.h"

#include <stdlib.h>
#include <string.h>

void block_list_init(block_list *l, kt_arena *arena)
{
	memset(l, 0, sizeof(*l));
	l->arena = arena;
	kt_buf_init(&l->text);
}

void block_list_release(block_list *l)
{
	free(l->at);
	kt_buf_release(&l->text);
	memset(l, 0, sizeof(*l));
}

static void add_word(block_list *l, kt_str word)
{
	if (l->space && l->text.len && l->text.ptr[l->text.len - 1] != '\n')
		kt_buf_addc(&l->text, ' ');
	l->space = 0;
	if (kt_utf8_check(word) == word.len)
		kt_buf_add(&l->text, word);
	else
		kt_utf8_repair(&l->text, word);
}

void block_text(block_list *l, kt_str text)
{
	size_t from = 0, at = 0;

	while (at < text.len) {
		size_t length = space_at(text, at, text.len);

		if (!length) {
			at++;
			continue;
		}
		if (at > from)
			add_word(l, kt_str_sub(text, from, at));
		l->space = 1;
		from = at += length;
	}
	if (at > from)
		add_word(l, kt_str_sub(text, from, at));
}

void block_line(block_list *l)
{
	if (l->text.len && l->text.ptr[l->text.len - 1] != '\n')
		kt_buf_addc(&l->text, '\n');
	l->space = 0;
}

/* ---- markers of notes ---- */

static int is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static int is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0xC3;
}

/* 12, 12a, 1, 2, 3-5 */
static int is_numbers(kt_str s)
{
	size_t digits = 0;

	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];

		if (is_digit(c))
			digits++;
		else if (!strchr(", -", c) && !(digits && c >= 'a' && c <= 'e' && i + 1 == s.len))
			return 0;
		if (c == ',' || c == '-')
			digits = 0;
		if (digits > 3)
			return 0;
	}
	return s.len && is_digit(s.ptr[0]);
}

/* m², 10⁶: behind a unit of length, or a number that is no year. */
static int is_exponent(kt_str before)
{
	static const char *const units[] = { "m", "km", "cm", "mm", "dm", "ft", "in", "mi", "s",
		"м", "км", "см", "x", "n" };
	size_t at = before.len;
	kt_str word;

	if (at && is_digit(before.ptr[at - 1])) {
		while (at && is_digit(before.ptr[at - 1]))
			at--;
		return before.len - at != 4;
	}
	while (at && is_letter(before.ptr[at - 1]))
		at--;
	while (at < before.len && ((unsigned char)before.ptr[at] & 0xC0) == 0x80)
		at++;
	word = kt_str_sub(before, at, before.len);
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (kt_str_is(word, units[i]))
			return 1;
	return 0;
}

static const char *const exponents[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };

static int all_digits(kt_str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!is_digit(s.ptr[i]))
			return 0;
	return 1;
}

static kt_str without_brackets(kt_str s)
{
	s = kt_str_trim(s);
	if (s.len > 2 && ((s.ptr[0] == '[' && s.ptr[s.len - 1] == ']') ||
				 (s.ptr[0] == '(' && s.ptr[s.len - 1] == ')')))
		s = kt_str_trim(kt_str_sub(s, 1, s.len - 1));
	return s;
}

/* Arrows of all kinds, also with U+FE0E behind them, and short letters. */
static int says_nothing(kt_str s)
{
	size_t at = 0;

	if (s.len <= 4 && is_letter(s.ptr[0]) && is_letter(s.ptr[s.len - 1]))
		return 1;
	while (at < s.len) {
		uint32_t c = kt_utf8_next(s, &at);

		if (c != '^' && !(c >= 0x2190 && c <= 0x21FF) && !(c >= 0x2900 && c <= 0x297F) &&
			c != 0xFE0E && c != 0xFE0F)
			return 0;
	}
	return 1;
}

void block_marker(block_list *l, kt_str marker, int sure)
{
	kt_str s = without_brackets(marker);

	if (!s.len)
		return;
	if (is_numbers(s) && (sure || (!l->space && !is_exponent(kt_buf_str(&l->text))))) {
		block_text(l, KT_STR("["));
		block_text(l, s);
		block_text(l, KT_STR("]"));
	} else if (!sure && all_digits(s)) {
		for (size_t i = 0; i < s.len; i++)
			block_text(l, kt_str_of(exponents[s.ptr[i] - '0']));
	} else if (!sure || !says_nothing(s)) {
		block_text(l, marker);
	}
}

/* ---- blocks ---- */

int block_begun(const block_list *l)
{
	return l->text.len > 0;
}

void block_forget(block_list *l)
{
	kt_buf_clear(&l->text);
	l->space = 0;
}

/* What a paragraph or item of the section is. */
static kt_kind kind_within(const block_list *l, kt_kind kind)
{
	if (kind != KT_KIND_PARAGRAPH && kind != KT_KIND_LIST)
		return kind;
	switch ((enum section)l->section) {
	case SECTION_BIBLIOGRAPHY:
	case SECTION_REFERENCES:
		return KT_KIND_BIBLIOGRAPHY;
	case SECTION_NOTES:
		return KT_KIND_FOOTNOTE;
	case SECTION_EDITOR:
		return KT_KIND_NOTE;
	case SECTION_INDEX:
		return KT_KIND_LIST;
	default:
		return kind;
	}
}

/* * * *, ------: parts sections and says nothing. */
static int is_rule(kt_str text)
{
	struct line line;

	return text.len < 200 && line_read(&line, text, 0, '\n') && line.next == text.len &&
	       line_is_rule(text, &line);
}

static kt_status add_block(block_list *l, kt_kind kind, kt_language language, kt_error *err)
{
	kt_str text = kt_str_trim(kt_buf_str(&l->text));
	kt_status status = kt_buf_status(&l->text, err);
	kt_block *block;

	if (status != KT_OK || !text.len || is_rule(text)) {
		block_forget(l);
		return status;
	}
	if (!kt_grow((void **)&l->at, &l->size, l->count, sizeof(*l->at)))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	block = &l->at[l->count];
	memset(block, 0, sizeof(*block));
	block->kind = kind;
	block->language = language;
	block->offset = -1;
	block->text = kt_arena_str(l->arena, text);
	block_forget(l);
	if (!block->text.ptr)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	l->count++;
	return KT_OK;
}

kt_status block_end(block_list *l, kt_kind kind, kt_language language, kt_error *err)
{
	return kind == KT_KIND_HEADING ? block_heading(l, 0, language, err)
				       : add_block(l, kind_within(l, kind), language, err);
}

kt_status block_heading(block_list *l, int level, kt_language language, kt_error *err)
{
	size_t before = l->count;
	kt_status status = add_block(l, KT_KIND_HEADING, language, err);
	enum section section;

	if (status != KT_OK || l->count == before)
		return status;
	section = section_of(l->at[before].text);
	if (section == SECTION_TEXT && l->section != SECTION_TEXT && level > l->section_level &&
		l->section_level)
		return KT_OK;
	l->section = (int)section;
	l->section_level = level;
	return KT_OK;
}

kt_status block_copy(kt_str *out, kt_arena *arena, kt_str s, kt_error *err)
{
	block_list one;
	kt_status status;

	block_list_init(&one, arena);
	block_text(&one, s);
	status = kt_buf_status(&one.text, err);
	if (status == KT_OK && one.text.len) {
		*out = kt_arena_str(arena, kt_buf_str(&one.text));
		if (!out->ptr)
			status = kt_fail(err, KT_ENOMEM, "out of memory");
	} else {
		*out = KT_STR("");
	}
	block_list_release(&one);
	return status;
}

kt_status block_list_title(const block_list *l, kt_source_text *out, kt_error *err)
{
	for (size_t i = 0; i < l->count && !out->title.len; i++)
		if (l->at[i].kind == KT_KIND_HEADING)
			return block_copy(&out->title, l->arena, l->at[i].text, err);
	return KT_OK;
}

kt_status block_list_move(block_list *l, block_list *from, kt_error *err)
{
	for (size_t i = 0; i < from->count; i++) {
		if (!kt_grow((void **)&l->at, &l->size, l->count, sizeof(*l->at)))
			return kt_fail(err, KT_ENOMEM, "out of memory");
		l->at[l->count++] = from->at[i];
	}
	from->count = 0;
	return KT_OK;
}

kt_status block_list_give(block_list *l, kt_source_text *out, kt_error *err)
{
	out->blocks = kt_arena_array(l->arena, l->count, sizeof(*l->at));
	if (!out->blocks && l->count)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	if (l->count)
		memcpy(out->blocks, l->at, l->count * sizeof(*l->at));
	out->block_count = l->count;
	l->count = 0;
	return KT_OK;
}
