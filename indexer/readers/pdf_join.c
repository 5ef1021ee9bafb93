/* pdf_join.c - from the lines of a PDF to its paragraphs: by gaps, indents, short last lines and
 * the size of letters.
 *
 * Footnotes stand between two pages of a paragraph: they are gathered and follow it. */
#include "layout.h"
#include "pdf_parts.h"
#include "piece.h"

#include <string.h>

enum { HEADING_LINES = 4, HEADING_LETTERS = 250 };

#define GAP 1.3f /* more than the usual distance between lines parts paragraphs */
#define SIZES_ALIKE 1.12f
#define INDENT 0.6f /* of a letter's height */
#define QUOTE_FROM 1.0f /* set in by so many heights of a letter ... */
#define QUOTE_TO 100.0f /* ... and not more points */

/* A paragraph in the making. */
struct paragraph {
	block_list *list;
	const struct pdf_line *first, *last;
	size_t lines, letters;
	size_t short_lines; /* ended before the edge, the last not counted */
	size_t set_in; /* lines that are */
	int shifts; /* a line began elsewhere than the one before it */
};

struct joining {
	const struct pdf_measure *measure;
	block_list *list, notes;
	struct paragraph text, note;
};

/* ---- lines ---- */

static uint32_t first_letter(kt_str s)
{
	size_t at = 0;

	return s.len ? kt_utf8_next(s, &at) : 0;
}

static int begins_lower(kt_str s)
{
	uint32_t c = first_letter(s);

	return (c >= 'a' && c <= 'z') || (c >= 0x430 && c <= 0x45F) || (c >= 0xDF && c <= 0xFF);
}

static int ends_sentence(kt_str s)
{
	size_t end = core_end(s);

	return end && strchr(".!?:;", s.ptr[end - 1]) != NULL;
}

static int begins_item(kt_str s)
{
	static const uint32_t bullets[] = { 0x2022, 0x25CF, 0x25AA, 0x25A0, 0x25CB, 0x2023,
		0xF0B7 };
	uint32_t c = first_letter(s);

	for (size_t i = 0; i < sizeof(bullets) / sizeof(*bullets); i++)
		if (c == bullets[i])
			return 1;
	return 0;
}

static int ends_with_hyphen(kt_str s)
{
	return kt_str_ends(s, KT_STR("-")) || kt_str_ends(s, KT_STR("\xC2\xAD")) ||
	       kt_str_ends(s, KT_STR("\xE2\x80\x90"));
}

/* Whether the first word of the next line would have stood behind this one. */
static int is_short(const struct pdf_line *line, const struct pdf_line *next)
{
	float letter = (line->right - line->left) / (float)(line->letters ? line->letters : 1);
	size_t word = 0, at = 0;

	while (at < next->text.len && next->text.ptr[at] != ' ') {
		kt_utf8_next(next->text, &at);
		word++;
	}
	return line->right + letter * (float)(word + 3) < line->column_right;
}

/* A line that no column ends at. */
static int is_very_short(const struct pdf_line *line)
{
	return (line->right - line->column_left) < (line->column_right - line->column_left) * 0.7f;
}

static int sizes_differ(float a, float b)
{
	return a > b * SIZES_ALIKE || b > a * SIZES_ALIKE;
}

static int is_set_in(const struct pdf_line *line)
{
	float by = line->left - line->column_left;

	return by > line->size * QUOTE_FROM && by < QUOTE_TO;
}

/* ---- where a paragraph begins ---- */

/* At the top of another page or column. */
static int begins_across(const struct pdf_line *p, const struct pdf_line *c)
{
	if (!ends_sentence(p->text) || begins_lower(c->text))
		return 0;
	return c->left - c->column_left > c->size * INDENT || is_short(p, c);
}

static int begins(
	const struct joining *j, const struct paragraph *paragraph, const struct pdf_line *c)
{
	const struct pdf_line *p = paragraph->last;
	float pitch = j->measure->pitch * c->size / j->measure->size, by = c->left - p->left;

	if (sizes_differ(p->size, c->size))
		return 1;
	if (c->page != p->page || c->top < p->top)
		return begins_across(p, c);
	if (c->top - p->top > (pitch > 0 ? pitch : c->size) * GAP || begins_item(c->text))
		return 1;
	if (by > c->size * INDENT) /* the first line of another, or the second of a hanging one */
		return paragraph->lines > 1 || ends_sentence(p->text) || is_short(p, c);
	if (by < -c->size * INDENT) /* the second line, or the end of what was set in */
		return paragraph->lines > 1 ||
		       (is_short(p, c) && (ends_sentence(p->text) || is_very_short(p)));
	if (c->note && pdf_begins_note(c->text) && ends_sentence(p->text))
		return 1;
	return is_short(p, c) && ends_sentence(p->text) && !begins_lower(c->text) &&
	       paragraph->short_lines + 1 < paragraph->lines + (paragraph->lines == 1);
}

/* ---- what a paragraph is ---- */

static kt_kind kind_of(const struct joining *j, const struct paragraph *p)
{
	if (p->first->note)
		return KT_KIND_FOOTNOTE;
	if (begins_item(p->first->text))
		return KT_KIND_LIST;
	if (p->first->size > j->measure->size * SIZES_ALIKE && p->lines <= HEADING_LINES &&
		p->letters <= HEADING_LETTERS)
		return KT_KIND_HEADING;
	if (p->lines >= 2 && p->set_in == p->lines && !p->shifts && p->short_lines * 2 < p->lines)
		return KT_KIND_BLOCKQUOTE;
	return KT_KIND_PARAGRAPH;
}

static kt_status end(struct joining *j, struct paragraph *p, kt_error *err)
{
	kt_status status;

	if (!p->lines)
		return KT_OK;
	status = block_end(p->list, kind_of(j, p), (kt_language) { "" }, err);
	p->lines = p->letters = p->short_lines = p->set_in = 0;
	p->shifts = 0;
	if (status != KT_OK || p->list != j->list)
		return status;
	status = layout_append(j->list, j->notes.at, j->notes.count, err);
	j->notes.count = 0;
	return status;
}

static void part_lines(struct paragraph *p, const struct pdf_line *line)
{
	size_t cut = is_short(p->last, line) != 0;
	float by = line->left - p->last->left;

	p->short_lines += cut;
	p->shifts |= p->lines > 1 && (by > line->size * INDENT || by < -line->size * INDENT);
	/* A hyphen before a line end may be one of print only: the words tell that. */
	if (ends_with_hyphen(p->last->text) || (cut && p->short_lines == p->lines))
		block_line(p->list);
	else
		block_text(p->list, KT_STR(" "));
}

static kt_status take_line(struct joining *j, const struct pdf_line *line, kt_error *err)
{
	struct paragraph *p = line->note ? &j->note : &j->text;
	kt_status status = KT_OK;

	if (p->lines && begins(j, p, line))
		status = end(j, p, err);
	if (status != KT_OK)
		return status;
	if (p->lines)
		part_lines(p, line);
	else
		p->first = line;
	block_text(p->list, line->text);
	p->last = line;
	p->lines++;
	p->letters += line->letters;
	p->set_in += (size_t)is_set_in(line);
	return KT_OK;
}

kt_status pdf_join(block_list *l, const struct pdf_lines *lines, const struct pdf_measure *measure,
	kt_error *err)
{
	struct joining j = { .measure = measure, .list = l };
	kt_status status = KT_OK;

	block_list_init(&j.notes, l->arena);
	j.text.list = l;
	j.note.list = &j.notes;
	for (size_t i = 0; i < lines->count && status == KT_OK; i++) {
		if (lines->at[i].leave_out)
			continue;
		if (!lines->at[i].note) /* the notes of a page are whole */
			status = end(&j, &j.note, err);
		if (status == KT_OK)
			status = take_line(&j, &lines->at[i], err);
	}
	if (status == KT_OK)
		status = end(&j, &j.note, err);
	if (status == KT_OK)
		status = end(&j, &j.text, err);
	if (status == KT_OK)
		status = layout_append(l, j.notes.at, j.notes.count, err);
	block_list_release(&j.notes);
	return status;
}
