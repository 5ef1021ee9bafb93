#include "pen.h"

#include <stdio.h>
#include <string.h>

/* Each begins with a reset, so that one follows another. */
static const char *const colors[INKS] = {
	[INK_PLAIN] = "\033[0m",
	[INK_MATCH] = "\033[0;1;31m",
	[INK_TITLE] = "\033[0;1m",
	[INK_DIM] = "\033[0;2m",
};

void pen_init(pen *p, kt_buf *out, const kt_style *style)
{
	memset(p, 0, sizeof *p);
	p->out = out;
	p->style = *style;
	kt_buf_init(&p->word);
}

void pen_release(pen *p)
{
	kt_buf_release(&p->word);
}

static void begin_line(pen *p)
{
	add_spaces(p->out, p->indent);
	p->column = p->indent;
	p->begun = 1;
	if (p->style.color && p->line_ink != INK_PLAIN && !(p->word.len && *p->word.ptr == '\033'))
		kt_buf_add(p->out, kt_str_of(colors[p->line_ink]));
}

static void end_line(pen *p)
{
	if (p->style.color && p->line_ink != INK_PLAIN)
		kt_buf_add(p->out, kt_str_of(colors[INK_PLAIN]));
	kt_buf_addc(p->out, '\n');
	p->begun = 0;
}

/* Sets the word that has ended. */
static void set_word(pen *p)
{
	size_t columns = p->style.columns;

	if (!p->width) /* nothing, or a change of ink, which goes with the next word */
		return;
	if (p->begun && p->space && columns && p->column + 1 + p->width > columns) {
		end_line(p);
		begin_line(p);
	} else if (!p->begun) {
		begin_line(p);
	} else if (p->space) {
		kt_buf_addc(p->out, ' ');
		p->column++;
	}
	kt_buf_add(p->out, kt_buf_str(&p->word));
	p->column += p->width;
	p->line_ink = p->ink;
	p->space = 0;
	p->width = 0;
	kt_buf_clear(&p->word);
}

static void change_ink(pen *p, ink with)
{
	if (with == p->ink)
		return;
	if (p->style.color) {
		kt_buf_add(&p->word, kt_str_of(colors[with]));
	} else if (p->ink == INK_MATCH || with == INK_MATCH) {
		kt_buf_addc(&p->word, '*');
		p->width++;
	}
	p->ink = with;
}

/* The character at text[*at], or as many as stand there that are plain and (spaces) no words part.
 */
static void add_characters(pen *p, kt_str text, size_t *at, int spaces)
{
	size_t start = *at;
	uint32_t cp;
	kt_str s;

	while (*at < text.len && is_plain(text.ptr[*at]) && (spaces || text.ptr[*at] != ' '))
		++*at;
	if (*at > start) {
		kt_buf_add(&p->word, kt_str_sub(text, start, *at));
		p->width += *at - start;
		return;
	}
	cp = kt_utf8_next(text, at);
	s = safe_character(text, start, *at, cp);
	kt_buf_add(&p->word, s);
	p->width += kt_utf8_width(s);
}

void pen_text(pen *p, kt_str text, ink with)
{
	size_t at = 0;

	change_ink(p, with);
	while (at < text.len) {
		if (is_white(text.ptr[at])) {
			set_word(p);
			p->space = 1;
			at++;
		} else {
			add_characters(p, text, &at, 0);
		}
	}
}

void pen_exact(pen *p, kt_str text, ink with)
{
	size_t at = 0;

	change_ink(p, with);
	while (at < text.len)
		add_characters(p, text, &at, 1);
}

void pen_textf(pen *p, ink with, const char *fmt, ...)
{
	char text[1024];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	pen_text(p, kt_str_of(text), with);
}

void pen_begin(pen *p, size_t indent, size_t then)
{
	pen_line(p);
	p->indent = indent;
	begin_line(p);
	p->indent = then;
}

void pen_line(pen *p)
{
	change_ink(p, INK_PLAIN);
	set_word(p);
	if (p->begun)
		end_line(p);
	kt_buf_clear(&p->word);
	p->line_ink = INK_PLAIN;
	p->space = 0;
}

void pen_gap(pen *p)
{
	pen_line(p);
	kt_buf_addc(p->out, '\n');
}

/* ---- characters ------------------------------------------------------------------------------ */

kt_str safe_character(kt_str text, size_t start, size_t end, uint32_t cp)
{
	int steers = cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || cp == 0x2028 || cp == 0x2029 ||
		     (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);

	if (steers || cp == KT_BAD_CODEPOINT)
		return KT_STR("\xEF\xBF\xBD");
	return kt_str_sub(text, start, end);
}

void kt_show_safely(kt_buf *out, kt_str text)
{
	size_t at = 0;

	while (at < text.len) {
		size_t start = at;
		uint32_t cp = kt_utf8_next(text, &at);

		kt_buf_add(out, cp == '\n' || cp == '\t' ? kt_str_sub(text, start, at)
							 : safe_character(text, start, at, cp));
	}
}

void add_cut(kt_buf *out, kt_str text, size_t columns)
{
	size_t at = 0, width = 0, fits = 0;

	while (at < text.len) {
		size_t start = at;

		kt_utf8_next(text, &at);
		width += kt_utf8_width(kt_str_sub(text, start, at));
		if (width > columns)
			break;
		if (width < columns)
			fits = at;
	}
	if (width <= columns) {
		kt_show_safely(out, text);
	} else if (columns) {
		kt_show_safely(out, kt_str_sub(text, 0, fits));
		kt_buf_add(out, KT_STR("…"));
	}
}

void add_spaces(kt_buf *out, size_t count)
{
	static const char spaces[] =
		"                                                                ";

	for (size_t some; count; count -= some) {
		some = count < sizeof spaces - 1 ? count : sizeof spaces - 1;
		kt_buf_add(out, (kt_str) { spaces, some });
	}
}

/* ---- numbers -----------------------------------------------------------------------------------
 */

void kt_show_number(kt_buf *out, uint64_t n)
{
	char digits[24];
	int count = snprintf(digits, sizeof digits, "%llu", (unsigned long long)n);

	for (int i = 0; i < count; i++) {
		if (i && (count - i) % 3 == 0)
			kt_buf_addc(out, ',');
		kt_buf_addc(out, digits[i]);
	}
}

void kt_show_counted(kt_buf *out, uint64_t n, const char *one, const char *many)
{
	kt_show_number(out, n);
	kt_buf_addf(out, " %s", n == 1 ? one : many);
}

void kt_show_range(
	kt_buf *out, size_t offset, size_t shown, uint64_t total, const char *one, const char *many)
{
	if (shown == total) {
		kt_show_counted(out, total, one, many);
		return;
	}
	if (offset && shown) {
		kt_show_number(out, offset + 1);
		if (shown > 1) {
			kt_buf_add(out, KT_STR("–"));
			kt_show_number(out, offset + shown);
		}
	} else {
		kt_show_number(out, shown);
	}
	kt_buf_add(out, KT_STR(" of "));
	kt_show_counted(out, total, one, many);
}
