/* table.h - rows for people whose cells stand below each other. */
#ifndef KARTOTEKA_SHOW_TABLE_H
#define KARTOTEKA_SHOW_TABLE_H

#include "printer.h"

#define TABLE_COLUMNS 8

typedef struct table_column {
	const char *heading;
	int number; /* stands to the right */
	int turn; /* when it is cut where a row is too long: 1 first, several at once; 0: never */
} table_column;

typedef struct table {
	const table_column *columns;
	size_t count;
	/* Adds the text of a cell. */
	void (*cell)(kt_buf *out, const void *row, size_t column);
	int cut;
	size_t width[TABLE_COLUMNS]; /* 0: the column is empty and not drawn */
} table;

/* Takes a row into account. */
void table_note(table *t, const void *row);
/* Settles the widths, when all rows are noted; `columns` of the terminal, 0: as many as it takes.
 */
void table_fit(table *t, size_t columns);
void draw_table_head(pen *p, const table *t);
void draw_table_row(pen *p, const table *t, const void *row);

#endif
