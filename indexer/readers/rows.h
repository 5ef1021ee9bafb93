/* rows.h - tables of a format to blocks.  Private to the readers.
 *
 * What stands in cells is ended as blocks of any kind; when the table ends, its rows are made lines
 * of one block, or of several where it is long.  A table that only lays a page out (a single
 * column, tables within, whole texts in its cells) is left as the blocks that stand in it. */
#ifndef KARTOTEKA_READERS_ROWS_H
#define KARTOTEKA_READERS_ROWS_H

#include "blocks.h"

typedef struct table_cell {
	size_t from; /* the first of its blocks */
	int row;
} table_cell;

typedef struct table {
	size_t from; /* the first of its blocks */
	table_cell *cells;
	size_t count, size;
	int rows;
	int nested; /* a table stands in it */
} table;

/* Tables that are open, one within the other; those nested deeper are passed over. */
#define TABLES_MAX 16

typedef struct tables {
	struct {
		table rows;
		block_list *list; /* that its blocks are put into */
	} at[TABLES_MAX];
	size_t depth; /* with those passed over */
} tables;

void tables_open(tables *all, block_list *l);
/* A row or a cell of the innermost begins; without one, or where blocks go into another list than
 * its own (a note in a cell), nothing does. */
void tables_row(tables *all);
kt_status tables_cell(tables *all, const block_list *l, kt_error *err);
/* The innermost ends. */
kt_status tables_close(tables *all, block_list *l, kt_error *err);
/* Of those that are not ended. */
void tables_release(tables *all);

void table_begin(table *t, const block_list *l);
void table_row(table *t); /* begins a row */
kt_status table_cell_begin(table *t, const block_list *l, kt_error *err);
/* Blocks of a footnote kind in cells stay footnotes, a row each.  Releases what t holds, whatever
 * the status. */
kt_status table_end(table *t, block_list *l, kt_error *err);
void table_release(table *t); /* of one that is not ended */

#endif
