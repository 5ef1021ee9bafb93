/* sources.c - what is indexed. */
#include <string.h>

#include "kartoteka/json.h"
#include "printer.h"

#define GAP 2 /* columns between two cells */
#define CELL_MIN 12 /* a cell is not cut to less */

/* The cells that are strings; numbers follow. */
enum { CELL_NAME, CELL_TITLE, CELL_AUTHOR, CELL_DATE, CELLS };

typedef struct sources {
	const kt_source_record *all;
	size_t count, offset, shown;
	uint64_t passages, words; /* of all */
	size_t width[CELLS]; /* columns */
	size_t digits[2]; /* of passages and words */
} sources;

/* ---- JSON and tables ----------------------------------------------------------------------------
 */

static const char *const columns[] = { "source", "title", "author", "date", "language", "passages",
	"words", NULL };

static json_t *head(const void *subject)
{
	const sources *s = subject;

	return json_pack("{s:{s:I, s:I, s:I}, s:b}", "total", "sources", (json_int_t)s->count,
		"passages", (json_int_t)s->passages, "words", (json_int_t)s->words, "truncated",
		s->shown < s->count);
}

static json_t *scalars(const void *subject, const void *row)
{
	const kt_source_record *r = row;

	(void)subject;
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:I, s:I}", "source",
		kt_json_str(r->name), "title", kt_json_str_or_null(r->title), "author",
		kt_json_str_or_null(r->author), "date", kt_json_str_or_null(r->date), "language",
		kt_json_str_or_null(kt_str_of(r->language.code)), "origin",
		kt_json_str_or_null(r->origin), "licence", kt_json_str_or_null(r->licence),
		"format", kt_json_str_or_null(r->format), "encoding",
		kt_json_str_or_null(r->encoding), "passages", (json_int_t)r->passages, "words",
		(json_int_t)r->words);
}

static const char *const headings[CELLS] = { "source", "title", "author", "date" };

/* ---- text
 * ----------------------------------------------------------------------------------------- */

static kt_str cell(const kt_source_record *r, int i)
{
	return i == CELL_NAME	  ? r->name
	       : i == CELL_TITLE  ? r->title
	       : i == CELL_AUTHOR ? r->author
				  : r->date;
}

static size_t width_of_number(uint64_t n)
{
	kt_buf text = KT_BUF_INIT;
	size_t width;

	add_number(&text, n);
	width = text.len;
	kt_buf_release(&text);
	return width;
}

static size_t larger(size_t a, size_t b)
{
	return a > b ? a : b;
}

static void narrow(size_t *width, size_t *too_much)
{
	size_t most = *width > CELL_MIN ? *width - CELL_MIN : 0;

	most = most < *too_much ? most : *too_much;
	*width -= most;
	*too_much -= most;
}

/* Makes cells narrower until a row fits; the name, by which a source is asked for, last. */
static void fit(sources *s, size_t columns_there)
{
	size_t taken = s->digits[0] + s->digits[1] + (CELLS + 1) * GAP, too_much;

	for (int i = 0; i < CELLS; i++)
		taken += s->width[i];
	if (!columns_there || taken <= columns_there)
		return;
	too_much = taken - columns_there;
	narrow(&s->width[CELL_TITLE], &too_much);
	narrow(&s->width[CELL_AUTHOR], &too_much);
	narrow(&s->width[CELL_NAME], &too_much);
}

static void measure(sources *s, size_t columns_there)
{
	for (size_t i = s->offset; i < s->offset + s->shown; i++) {
		const kt_source_record *r = &s->all[i];

		for (int c = 0; c < CELLS; c++)
			s->width[c] = larger(s->width[c], kt_utf8_width(cell(r, c)));
		s->digits[0] = larger(s->digits[0], width_of_number(r->passages));
		s->digits[1] = larger(s->digits[1], width_of_number(r->words));
	}
	for (int c = 0; c < CELLS; c++)
		if (s->width[c])
			s->width[c] = larger(s->width[c], strlen(headings[c]));
	s->digits[0] = larger(s->digits[0], sizeof "passages" - 1);
	s->digits[1] = larger(s->digits[1], sizeof "words" - 1);
	fit(s, columns_there);
}

static void add_cell(kt_buf *out, kt_str text, size_t width)
{
	size_t from = out->len;

	add_cut(out, text, width);
	add_spaces(out, width - kt_utf8_width(kt_str_sub(kt_buf_str(out), from, out->len)) + GAP);
}

static void add_right(kt_buf *out, kt_str text, size_t width)
{
	add_spaces(out, width - text.len);
	kt_buf_add(out, text);
}

static void draw_head(pen *p, const void *subject)
{
	const sources *s = subject;
	kt_buf line = KT_BUF_INIT;

	for (int i = 0; i < CELLS && s->shown; i++)
		if (s->width[i])
			add_cell(&line, kt_str_of(headings[i]), s->width[i]);
	if (s->shown) {
		add_right(&line, KT_STR("passages"), s->digits[0]);
		add_right(&line, KT_STR("words"), s->digits[1] + GAP);
	}
	pen_exact(p, kt_buf_str(&line), INK_DIM);
	pen_line(p);
	kt_buf_release(&line);
}

static void draw_row(pen *p, const void *subject, const void *row)
{
	const sources *s = subject;
	const kt_source_record *r = row;
	kt_buf line = KT_BUF_INIT, number = KT_BUF_INIT;

	for (int i = 0; i < CELLS; i++)
		if (s->width[i])
			add_cell(&line, cell(r, i), s->width[i]);
	add_number(&number, r->passages);
	add_right(&line, kt_buf_str(&number), s->digits[0]);
	kt_buf_clear(&number);
	add_number(&number, r->words);
	add_right(&line, kt_buf_str(&number), s->digits[1] + GAP);
	pen_exact(p, kt_buf_str(&line), INK_PLAIN);
	kt_buf_release(&line);
	kt_buf_release(&number);
}

static void draw_tail(pen *p, const void *subject)
{
	const sources *s = subject;
	kt_buf text = KT_BUF_INIT;

	add_range(&text, s->offset, s->shown, s->count, "source, ", "sources, ");
	add_counted(&text, s->passages, "passage, ", "passages, ");
	add_counted(&text, s->words, "word", "words");
	pen_text(p, kt_buf_str(&text), INK_PLAIN);
	kt_buf_release(&text);
}

static const listing all_sources = {
	.list = "sources",
	.columns = columns,
	.head = head,
	.scalars = scalars,
	.draw_head = draw_head,
	.draw_row = draw_row,
	.draw_tail = draw_tail,
};

kt_status kt_show_sources(kt_printer *printer, const kt_source_record *records, size_t count,
	size_t offset, size_t limit, kt_error *err)
{
	sources s = { .all = records, .count = count };
	kt_status status;

	s.offset = offset < count ? offset : count;
	s.shown = limit && limit < count - s.offset ? limit : count - s.offset;
	for (size_t i = 0; i < count; i++) {
		s.passages += records[i].passages;
		s.words += records[i].words;
	}
	measure(&s, printer->style.columns);
	status = print_begin(printer, &all_sources, &s, err);
	for (size_t i = s.offset; !status && i < s.offset + s.shown; i++)
		status = print_row(printer, &records[i], err);
	return status ? status : print_end(printer, err);
}
