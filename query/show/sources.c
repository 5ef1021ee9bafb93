/* sources.c - what is indexed. */
#include "kartoteka/json.h"
#include "table.h"

typedef struct sources {
	const kt_source_record *all;
	size_t count, offset, shown;
	uint64_t passages, words; /* of all */
	table table;
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

/* ---- text
 * ----------------------------------------------------------------------------------------- */

enum { CELL_NAME, CELL_TITLE, CELL_AUTHOR, CELL_DATE, CELL_PASSAGES, CELL_WORDS, CELLS };

/* The name, by which a source is asked for, is cut after the others. */
static const table_column cells[CELLS] = {
	[CELL_NAME] = { "source", 0, 3 },
	[CELL_TITLE] = { "title", 0, 1 },
	[CELL_AUTHOR] = { "author", 0, 2 },
	[CELL_DATE] = { "date", 0, 0 },
	[CELL_PASSAGES] = { "passages", 1, 0 },
	[CELL_WORDS] = { "words", 1, 0 },
};

static void add_cell(kt_buf *out, const void *row, size_t column)
{
	const kt_source_record *r = row;
	const kt_str strings[] = { r->name, r->title, r->author, r->date };

	if (column < CELL_PASSAGES)
		kt_buf_add(out, strings[column]);
	else
		kt_show_number(out, column == CELL_PASSAGES ? r->passages : r->words);
}

static void draw_head(pen *p, const void *subject)
{
	const sources *s = subject;

	if (s->shown)
		draw_table_head(p, &s->table);
}

static void draw_row(pen *p, const void *subject, const void *row)
{
	draw_table_row(p, &((const sources *)subject)->table, row);
}

static void draw_tail(pen *p, const void *subject)
{
	const sources *s = subject;
	kt_buf text = KT_BUF_INIT;

	kt_show_range(&text, s->offset, s->shown, s->count, "source, ", "sources, ");
	kt_show_counted(&text, s->passages, "passage, ", "passages, ");
	kt_show_counted(&text, s->words, "word", "words");
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
	sources s = {
		.all = records, .count = count, .table = { cells, CELLS, add_cell, 0, { 0 } }
	};
	kt_status status;

	s.offset = offset < count ? offset : count;
	s.shown = limit && limit < count - s.offset ? limit : count - s.offset;
	for (size_t i = 0; i < count; i++) {
		s.passages += records[i].passages;
		s.words += records[i].words;
	}
	for (size_t i = s.offset; i < s.offset + s.shown; i++)
		table_note(&s.table, &records[i]);
	table_fit(&s.table, printer->style.columns);
	status = print_begin(printer, &all_sources, &s, err);
	for (size_t i = s.offset; !status && i < s.offset + s.shown; i++)
		status = print_row(printer, &records[i], err);
	return status ? status : print_end(printer, err);
}
