/* printer.h - what is shown (a listing) apart from how a format draws it. */
#ifndef KARTOTEKA_SHOW_PRINTER_H
#define KARTOTEKA_SHOW_PRINTER_H

#include <jansson.h>

#include "pen.h"

/* What a verb prints: rows, and what stands before and behind them.  `subject` is what is told of,
 * as a whole. */
typedef struct listing {
	const char *list; /* the rows' key in the JSON object; NULL: one row, which stands alone */
	const char *const *columns; /* of a table: keys of `scalars`; NULL ends them */
	/* The JSON object without its list; not for a row that stands alone. */
	json_t *(*head)(const void *subject);
	/* A row's numbers and strings, and what does not fit into a table (may be NULL; 0, or not:
	 * no memory). */
	json_t *(*scalars)(const void *subject, const void *row);
	int (*nested)(json_t *object, const void *subject, const void *row);
	/* For the text; draw_head and draw_tail may be NULL. */
	void (*draw_head)(pen *p, const void *subject);
	void (*draw_row)(pen *p, const void *subject, const void *row);
	void (*draw_tail)(pen *p, const void *subject);
} listing;

/* A format's way; `print` fails by marking the printer. */
typedef struct format_ops {
	void (*begin)(kt_printer *printer);
	void (*row)(kt_printer *printer, const void *row);
	void (*end)(kt_printer *printer);
} format_ops;

extern const format_ops text_ops, json_ops, jsonl_ops, tsv_ops;

struct kt_printer {
	const format_ops *ops;
	kt_style style;
	kt_write_fn write;
	void *context;
	kt_buf out; /* not yet written */
	pen pen;
	int failed; /* no memory */
	const listing *listing;
	const void *subject;
	size_t rows; /* printed so far */
};

kt_status print_begin(kt_printer *printer, const listing *what, const void *subject, kt_error *err);
kt_status print_row(kt_printer *printer, const void *row, kt_error *err);
kt_status print_end(kt_printer *printer, kt_error *err);

#endif
