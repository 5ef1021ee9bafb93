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

void table_begin(table *t, const block_list *l);
void table_row(table *t); /* begins a row */
kt_status table_cell_begin(table *t, const block_list *l, kt_error *err);
/* Blocks of a footnote kind in cells stay footnotes, a row each.  Releases what t holds, whatever
 * the status. */
kt_status table_end(table *t, block_list *l, kt_error *err);
void table_release(table *t); /* of one that is not ended */

#endif
