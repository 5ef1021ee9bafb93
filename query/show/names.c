/* names.c - people and organisations of the index. */
#include "kartoteka/json.h"
#include "table.h"

typedef struct names {
	const kt_named *all;
	size_t count, offset, shown;
	size_t people; /* of all */
	table table;
} names;

static const char *const columns[] = { "id", "name", "kind", "mentions", "passages", NULL };

static json_t *head(const void *subject)
{
	const names *n = subject;

	return json_pack("{s:{s:I, s:I, s:I}, s:b}", "total", "names", (json_int_t)n->count,
		"people", (json_int_t)n->people, "organisations",
		(json_int_t)(n->count - n->people), "truncated", n->shown < n->count);
}

static json_t *scalars(const void *subject, const void *row)
{
	const kt_named *n = row;

	(void)subject;
	return json_pack("{s:o, s:o, s:s, s:I, s:I}", "id", kt_json_str(n->id), "name",
		kt_json_str(n->name), "kind", kt_name_prefix(n->kind), "mentions",
		(json_int_t)n->mentions, "passages", (json_int_t)n->passages);
}

enum { CELL_MENTIONS, CELL_PASSAGES, CELL_KIND, CELL_NAME, CELL_ID, CELLS };

static const table_column cells[CELLS] = {
	[CELL_MENTIONS] = { "mentions", 1, 0 },
	[CELL_PASSAGES] = { "passages", 1, 0 },
	[CELL_KIND] = { "kind", 0, 0 },
	[CELL_NAME] = { "name", 0, 1 },
	[CELL_ID] = { "id", 0, 1 },
};

static void add_cell(kt_buf *out, const void *row, size_t column)
{
	const kt_named *n = row;

	switch (column) {
	case CELL_MENTIONS:
	case CELL_PASSAGES:
		kt_show_number(out, column == CELL_MENTIONS ? n->mentions : n->passages);
		break;
	case CELL_KIND:
		kt_buf_add(out, kt_str_of(kt_name_prefix(n->kind)));
		break;
	default:
		kt_buf_add(out, column == CELL_NAME ? n->name : n->id);
	}
}

static void draw_head(pen *p, const void *subject)
{
	const names *n = subject;

	if (n->shown)
		draw_table_head(p, &n->table);
}

static void draw_row(pen *p, const void *subject, const void *row)
{
	draw_table_row(p, &((const names *)subject)->table, row);
}

static void draw_tail(pen *p, const void *subject)
{
	const names *n = subject;
	kt_buf text = KT_BUF_INIT;

	if (n->shown)
		pen_gap(p);
	kt_show_range(&text, n->offset, n->shown, n->count, "name", "names");
	if (n->people && n->people < n->count) {
		kt_buf_add(&text, KT_STR(": "));
		kt_show_counted(&text, n->people, "person, ", "people, ");
		kt_show_counted(&text, n->count - n->people, "organisation", "organisations");
	}
	pen_text(p, kt_buf_str(&text), INK_PLAIN);
	kt_buf_release(&text);
}

static const listing all_names = {
	.list = "names",
	.columns = columns,
	.head = head,
	.scalars = scalars,
	.draw_head = draw_head,
	.draw_row = draw_row,
	.draw_tail = draw_tail,
};

kt_status kt_show_names(kt_printer *printer, const kt_named *all, size_t count, size_t offset,
	size_t limit, kt_error *err)
{
	names n = { .all = all, .count = count, .table = { cells, CELLS, add_cell, 0, { 0 } } };
	kt_status status;

	n.offset = offset < count ? offset : count;
	n.shown = limit && limit < count - n.offset ? limit : count - n.offset;
	for (size_t i = 0; i < count; i++)
		n.people += all[i].kind == KT_MENTION_PERSON;
	for (size_t i = n.offset; i < n.offset + n.shown; i++)
		table_note(&n.table, &all[i]);
	table_fit(&n.table, printer->style.columns);
	status = print_begin(printer, &all_names, &n, err);
	for (size_t i = n.offset; !status && i < n.offset + n.shown; i++)
		status = print_row(printer, &all[i], err);
	return status ? status : print_end(printer, err);
}
