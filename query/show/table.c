#include "table.h"

#include <string.h>

#define GAP 2 /* columns between two cells */
#define CELL_MIN 12 /* a cell is not cut to less */
#define PIPE_CELL 40 /* where nothing is cut, a longer cell pushes the others aside */

/* ---- widths
 * ---------------------------------------------------------------------------------------- */

static size_t larger(size_t a, size_t b)
{
	return a > b ? a : b;
}

void table_note(table *t, const void *row)
{
	kt_buf text = KT_BUF_INIT;

	for (size_t i = 0; i < t->count; i++) {
		kt_buf_clear(&text);
		t->cell(&text, row, i);
		t->width[i] = larger(t->width[i], kt_utf8_width(kt_buf_str(&text)));
	}
	kt_buf_release(&text);
}

/* The column that is cut next: of those whose turn it is, the widest. */
static size_t *next_to_cut(table *t)
{
	size_t best = t->count;

	for (size_t i = 0; i < t->count; i++) {
		int turn = t->columns[i].turn;

		if (!turn || t->width[i] <= CELL_MIN)
			continue;
		if (best == t->count || turn < t->columns[best].turn ||
			(turn == t->columns[best].turn && t->width[i] > t->width[best]))
			best = i;
	}
	return best < t->count ? &t->width[best] : NULL;
}

void table_fit(table *t, size_t columns)
{
	size_t taken = 0, *width;

	for (size_t i = 0; i < t->count; i++) {
		if (!t->width[i])
			continue;
		t->width[i] = larger(t->width[i], strlen(t->columns[i].heading));
		taken += t->width[i] + (taken ? GAP : 0);
	}
	t->cut = columns != 0;
	for (; columns && taken > columns && (width = next_to_cut(t)); taken--)
		--*width;
	for (size_t i = 0; !columns && i < t->count; i++)
		if (t->width[i] > PIPE_CELL)
			t->width[i] = PIPE_CELL;
}

/* ---- drawing
 * --------------------------------------------------------------------------------------- */

/* Adds a cell; the space before it is due only where another follows on the line. */
static void add_cell(kt_buf *out, const table *t, size_t i, kt_str text, size_t *due)
{
	size_t width = t->width[i], taken = kt_utf8_width(text), from;

	add_spaces(out, *due);
	if (t->columns[i].number && taken < width)
		add_spaces(out, width - taken);
	from = out->len;
	add_cut(out, text, t->cut ? width : taken);
	taken = kt_utf8_width(kt_str_sub(kt_buf_str(out), from, out->len));
	*due = GAP + (t->columns[i].number || taken > width ? 0 : width - taken);
}

void draw_table_head(pen *p, const table *t)
{
	kt_buf line = KT_BUF_INIT;
	size_t due = 0;

	for (size_t i = 0; i < t->count; i++)
		if (t->width[i])
			add_cell(&line, t, i, kt_str_of(t->columns[i].heading), &due);
	pen_exact(p, kt_buf_str(&line), INK_DIM);
	pen_line(p);
	kt_buf_release(&line);
}

void draw_table_row(pen *p, const table *t, const void *row)
{
	kt_buf line = KT_BUF_INIT, text = KT_BUF_INIT;
	size_t due = 0;

	for (size_t i = 0; i < t->count; i++) {
		if (!t->width[i])
			continue;
		kt_buf_clear(&text);
		t->cell(&text, row, i);
		add_cell(&line, t, i, kt_buf_str(&text), &due);
	}
	pen_exact(p, kt_buf_str(&line), INK_PLAIN);
	pen_line(p);
	kt_buf_release(&line);
	kt_buf_release(&text);
}
