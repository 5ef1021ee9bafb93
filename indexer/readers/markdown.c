/* markdown.c - Markdown into pieces: the blocks of CommonMark 0.31 line by line, without recursion.
 *
 * Quotations and lists are not nested here: a passage is a paragraph, and which list stands within
 * which quotation says nothing of it.  Left out are thematic breaks, definitions of links, comments
 * and HTML without text. */
#include "markline.h"
#include "piece.h"

#include <string.h>

enum container { IN_TEXT, IN_QUOTE, IN_LIST, IN_NOTE };

struct parser {
	struct reading *reading;
	kt_str text;
	struct line line;
	size_t next; /* the line behind `line` */

	kt_str s; /* the line without `>` and white space at both ends */
	size_t from; /* where s stands in the text */
	uint32_t indent; /* columns of s, counted behind `>` */
	uint32_t depth; /* of `>` */

	/* the paragraph being read */
	int open;
	kt_kind kind;
	int given;
	size_t open_from, open_to;
	size_t last_from; /* its last line, without `>` */
	uint32_t open_lines, open_depth;

	enum container container; /* what an indented line after a blank one belongs to */
	uint32_t content; /* column at which the text of a list's item begins */
	uint32_t blanks;
	unsigned look; /* what a rule before it tells of the next piece */
	size_t hopeless[2]; /* length of ` and ~ fences that nothing closes any more; 0: not known
			     */
	int no_comment; /* no comment is closed any more */
	kt_status status;
};

/* ---- adding ---- */

static struct piece *add(struct parser *p, size_t from, size_t to, kt_kind kind, int given)
{
	struct piece *piece = piece_add(&p->reading->pieces, p->text, from, to, &p->status);

	if (!piece)
		return NULL;
	piece->kind = kind;
	piece->given = given;
	piece->blank_before = p->blanks;
	piece->look = p->look;
	p->blanks = 0;
	p->look = 0;
	return piece;
}

/* A line at the end of a quotation that says whose it is: a dash or parentheses, and a name. */
static int is_attribution(kt_str s)
{
	struct piece piece = { .to = s.len };

	if (!s.len || s.len > 300)
		return 0;
	piece_measure(&piece, s, '\n');
	return (piece.look & LOOK_DASH) || ((piece.look & LOOK_PARENS) && piece.words <= 60);
}

static void flush_quote(struct parser *p)
{
	kt_str last = kt_str_sub(p->text, p->last_from, p->open_to);
	const struct pieces *pieces = &p->reading->pieces;

	if (!is_attribution(last)) {
		add(p, p->open_from, p->open_to, KT_KIND_BLOCKQUOTE, 1);
	} else if (p->last_from > p->open_from) {
		kt_str before = kt_str_sub(p->text, p->open_from, p->last_from);
		size_t end = before.len;

		/* `>` at the beginning of the line that is cut off */
		while (end > 0 && strchr("> \t\r\n", before.ptr[end - 1]))
			end--;
		add(p, p->open_from, p->open_from + end, KT_KIND_BLOCKQUOTE, 1);
		add(p, p->last_from, p->open_to, KT_KIND_ATTRIBUTION, 1);
	} else {
		int after =
			pieces->count && pieces->at[pieces->count - 1].kind == KT_KIND_BLOCKQUOTE;

		add(p, p->open_from, p->open_to, after ? KT_KIND_ATTRIBUTION : KT_KIND_BLOCKQUOTE,
			1);
	}
}

static void flush(struct parser *p)
{
	if (!p->open)
		return;
	p->open = 0;
	if (p->kind == KT_KIND_BLOCKQUOTE)
		flush_quote(p);
	else if (!p->given && only_pictures(kt_str_sub(p->text, p->open_from, p->open_to)))
		add(p, p->open_from, p->open_to, KT_KIND_CAPTION, 1);
	else
		add(p, p->open_from, p->open_to, p->kind, p->given);
}

static void open_paragraph(struct parser *p, kt_kind kind, int given, size_t skip)
{
	p->open = 1;
	p->kind = kind;
	p->given = given;
	p->open_from = p->last_from = p->from + skip;
	p->open_to = p->from + p->s.len;
	p->open_lines = 1;
	p->open_depth = p->depth;
}

/* ---- lines ---- */

/* The line with its `>` taken off. */
static void look_into(struct parser *p)
{
	size_t at = p->line.from;

	p->indent = p->line.indent;
	p->depth = 0;
	while (p->indent < 4 && at < p->line.to && p->text.ptr[at] == '>') {
		p->depth++;
		at++;
		if (at < p->line.to && p->text.ptr[at] == ' ')
			at++;
		for (p->indent = 0; at < p->line.to; at++) {
			if (p->text.ptr[at] == '\t')
				p->indent = (p->indent / 8 + 1) * 8;
			else if (p->text.ptr[at] == ' ')
				p->indent++;
			else
				break;
		}
	}
	p->from = at;
	p->s = kt_str_sub(p->text, at, p->line.to);
}

static int read_line(struct parser *p)
{
	if (!line_read(&p->line, p->text, p->next, p->reading->ending))
		return 0;
	p->next = p->line.next;
	look_into(p);
	return 1;
}

/* The line behind the present one, without moving. */
static kt_str peek(const struct parser *p)
{
	struct line line;

	if (!line_read(&line, p->text, p->next, p->reading->ending))
		return (kt_str) { "", 0 };
	return kt_str_sub(p->text, line.from, line.to);
}

/* ---- blocks of several lines ---- */

/* Text between fences: what kind it is its looks tell.  0 when nothing closes the fence. */
static int read_fenced(struct parser *p)
{
	char sign = 0;
	size_t length = p->indent < 4 ? mark_fence(p->s, &sign) : 0, at = p->next;
	size_t *hopeless = &p->hopeless[sign == '~'];
	struct line line;

	if (!length || (*hopeless && length >= *hopeless))
		return 0;
	while (line_read(&line, p->text, at, p->reading->ending)) {
		size_t from = line.from;

		while (p->depth && from < line.to && strchr("> ", p->text.ptr[from]))
			from++;
		if (!mark_fence_end(kt_str_sub(p->text, from, line.to), sign, length)) {
			at = line.next;
			continue;
		}
		flush(p);
		add(p, p->next, line.start, KT_KIND_PARAGRAPH, 0);
		p->next = line.next;
		return 1;
	}
	*hopeless = length;
	return 0;
}

/* Up to a blank line, or to the end of a comment. */
static int read_html(struct parser *p)
{
	kt_kind kind;
	size_t from = p->from, to = p->from + p->s.len;
	int comment = kt_str_starts(p->s, KT_STR("<!--"));

	if (p->indent >= 4 || !mark_html(p->s, &kind))
		return 0;
	/* A comment that nothing closes would hide the rest of the text. */
	if (comment && (p->no_comment || kt_str_find(p->text, KT_STR("-->"), from) == SIZE_MAX)) {
		p->no_comment = 1;
		return 0;
	}
	flush(p);
	while (!(comment && kt_str_find(p->s, KT_STR("-->"), 0) != SIZE_MAX)) {
		if (!peek(p).len && !comment)
			break;
		if (!read_line(p))
			break;
		if (p->s.len)
			to = p->from + p->s.len;
	}
	if (html_has_text(kt_str_sub(p->text, from, to)))
		add(p, from, to, kind, kind != KT_KIND_PARAGRAPH);
	return 1;
}

static int begins_table(const struct parser *p)
{
	kt_str s = p->s;

	if (p->indent >= 4 && !mark_columns(s))
		return 0;
	if (kt_str_starts(s, KT_STR("+-")) || kt_str_starts(s, KT_STR("+=")))
		return 1;
	if (mark_columns(s)) /* alone it is a break */
		return p->open || peek(p).len;
	return memchr(s.ptr, '|', s.len) && (s.ptr[0] == '|' || mark_table_rule(peek(p)));
}

static int read_table(struct parser *p)
{
	size_t from = p->line.start, to = p->line.to;
	int columns = mark_columns(p->s);

	if (!p->s.len || !begins_table(p))
		return 0;
	/* The head of a table of pandoc's stands above its rule. */
	if (columns && p->open && p->kind == KT_KIND_PARAGRAPH && p->open_lines <= 3) {
		from = p->open_from;
		p->open = 0;
	}
	flush(p);
	while (peek(p).len &&
		(columns || memchr(peek(p).ptr, '|', peek(p).len) || peek(p).ptr[0] == '+')) {
		read_line(p);
		to = p->line.to;
	}
	p->status = p->status == KT_OK ? table_add(p->reading, from, to, &p->blanks) : p->status;
	return 1;
}

/* ---- blocks of one line, and the first lines of paragraphs ---- */

static int read_heading(struct parser *p)
{
	size_t from, to;
	int level = p->indent < 4 ? mark_heading(p->s, &from, &to) : 0;
	struct piece *piece;

	if (!level)
		return 0;
	flush(p);
	piece = add(p, p->from + from, p->from + to, KT_KIND_HEADING, 1);
	if (piece)
		piece->level = level;
	p->reading->marked_headings = 1;
	p->container = IN_TEXT;
	return 1;
}

/* A paragraph of a line or three with === or --- under it.  Under more text --- is a break. */
static int read_underline(struct parser *p)
{
	int level = mark_underline(p->s);
	struct piece *piece;

	if (!level || !p->open || p->kind != KT_KIND_PARAGRAPH || p->depth != p->open_depth ||
		p->open_lines > 3 || p->open_to - p->open_from > 300 || p->indent >= 4)
		return 0;
	p->open = 0;
	piece = add(p, p->open_from, p->open_to, KT_KIND_HEADING, 1);
	if (piece)
		piece->level = level;
	p->reading->marked_headings = 1;
	return 1;
}

static int read_break(struct parser *p)
{
	if (p->indent >= 4 || (!mark_break(p->s) && !(mark_underline(p->s) && p->s.len >= 3)))
		return 0;
	flush(p);
	p->look = LOOK_RULED;
	p->container = IN_TEXT;
	return 1;
}

static int read_item(struct parser *p)
{
	uint32_t number, inner, column = p->indent;
	size_t length = mark_item(p->s, &number), more;
	int in_list = p->container == IN_LIST;

	if (!length || (column >= 4 && !(in_list && column <= p->content + 3)))
		return 0;
	/* Only a bullet or the number 1 breaks off a paragraph. */
	if (p->open && p->kind != KT_KIND_LIST && (number > 1 || length == p->s.len))
		return 0;
	flush(p);
	/* - - - of lists within lists */
	for (inner = (uint32_t)length; length < p->s.len; length += more) {
		more = mark_item(kt_str_sub(p->s, length, p->s.len), &number);
		if (!more || number)
			break;
	}
	p->container = IN_LIST;
	p->content = column + inner;
	if (length < p->s.len)
		open_paragraph(p, p->depth ? KT_KIND_BLOCKQUOTE : KT_KIND_LIST, 1, length);
	return 1;
}

static int read_footnote(struct parser *p)
{
	size_t length = p->indent < 4 ? mark_footnote(p->s) : 0;

	if (!length)
		return 0;
	flush(p);
	p->container = IN_NOTE;
	p->content = 2;
	if (length < p->s.len)
		open_paragraph(p, KT_KIND_FOOTNOTE, 1, length);
	return 1;
}

static int read_reference(struct parser *p)
{
	return !p->open && p->indent < 4 && mark_reference(p->s);
}

static void read_text(struct parser *p)
{
	if (p->open && p->depth <= p->open_depth) { /* goes on, lazily or not */
		p->open_to = p->from + p->s.len;
		p->last_from = p->from;
		p->open_lines++;
		return;
	}
	flush(p);
	if (p->depth) {
		open_paragraph(p, KT_KIND_BLOCKQUOTE, 1, 0);
		return;
	}
	if ((p->container == IN_LIST || p->container == IN_NOTE) &&
		(p->indent >= p->content || p->indent >= 4)) {
		open_paragraph(p, p->container == IN_LIST ? KT_KIND_LIST : KT_KIND_FOOTNOTE, 1, 0);
		return;
	}
	p->container = IN_TEXT;
	open_paragraph(p, KT_KIND_PARAGRAPH, 0, 0);
}

kt_status markdown_read(struct reading *reading, size_t from, kt_error *err)
{
	static int (*const blocks[])(struct parser *) = { read_fenced, read_heading, read_underline,
		read_table, read_break, read_item, read_footnote, read_html, read_reference };
	struct parser parser = { .reading = reading, .text = reading->text, .next = from }, *p;

	for (p = &parser; p->status == KT_OK && read_line(p);) {
		size_t i = 0;

		if (!p->s.len) {
			flush(p);
			p->blanks++;
			continue;
		}
		while (i < sizeof(blocks) / sizeof(*blocks) && !blocks[i](p))
			i++;
		if (i == sizeof(blocks) / sizeof(*blocks))
			read_text(p);
	}
	flush(p);
	return p->status == KT_OK ? KT_OK : kt_fail(err, p->status, "out of memory");
}
