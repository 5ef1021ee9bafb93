/* json.c - one object with a list in it, written row by row; or the rows alone, one a line. */
#include "printer.h"

#define DIGITS 6 /* of a score or similarity */

/* Where a dump goes: new lines are indented by so much. */
typedef struct dump {
	kt_buf *out;
	size_t indent;
} dump;

/* No string holds a raw new line, so that each is one of the layout. */
static int take(const char *bytes, size_t length, void *context)
{
	dump *d = context;

	if (!d->indent)
		kt_buf_add(d->out, (kt_str) { bytes, length });
	for (size_t at = 0; d->indent && at < length;) {
		size_t end = kt_str_find((kt_str) { bytes, length }, KT_STR("\n"), at);

		if (end == SIZE_MAX) {
			kt_buf_add(d->out, (kt_str) { bytes + at, length - at });
			break;
		}
		kt_buf_add(d->out, (kt_str) { bytes + at, end + 1 - at });
		add_spaces(d->out, d->indent);
		at = end + 1;
	}
	return d->out->failed ? -1 : 0;
}

/* Adds the object and lets go of it. */
static void add_json(kt_printer *printer, json_t *object, int indented, size_t depth)
{
	dump d = { &printer->out, indented ? depth * 2 : 0 };
	size_t layout = indented ? JSON_INDENT(2) : JSON_COMPACT;

	if (!object || json_dump_callback(object, take, &d, layout | JSON_REAL_PRECISION(DIGITS)))
		printer->failed = 1;
	json_decref(object);
}

static json_t *row_object(kt_printer *printer, const void *row)
{
	const listing *l = printer->listing;
	json_t *object = l->scalars(printer->subject, row);

	if (object && l->nested && l->nested(object, printer->subject, row)) {
		json_decref(object);
		return NULL;
	}
	return object;
}

/* ---- json --------------------------------------------------------------------------------------
 */

static void begin_object(kt_printer *printer)
{
	const listing *l = printer->listing;
	const char *const openings[] = { ",\"%s\":[", ",\n  \"%s\": [" };
	kt_buf *out = &printer->out;

	if (!l->list)
		return;
	add_json(printer, l->head(printer->subject), printer->style.indent, 0);
	if (printer->failed || out->failed)
		return;
	out->len -= printer->style.indent ? 2 : 1; /* the brace that would end it */
	kt_buf_addf(out, openings[printer->style.indent != 0], l->list);
}

static void add_element(kt_printer *printer, const void *row)
{
	int indent = printer->style.indent;

	if (!printer->listing->list) {
		add_json(printer, row_object(printer, row), indent, 0);
		return;
	}
	if (printer->rows)
		kt_buf_addc(&printer->out, ',');
	if (indent)
		kt_buf_add(&printer->out, KT_STR("\n    "));
	add_json(printer, row_object(printer, row), indent, 2);
}

static void end_object(kt_printer *printer)
{
	if (printer->listing->list && printer->style.indent)
		kt_buf_add(&printer->out, printer->rows ? KT_STR("\n  ]\n}") : KT_STR("]\n}"));
	else if (printer->listing->list)
		kt_buf_add(&printer->out, KT_STR("]}"));
	kt_buf_addc(&printer->out, '\n');
}

const format_ops json_ops = { begin_object, add_element, end_object };

/* ---- jsonl -------------------------------------------------------------------------------------
 */

static void nothing(kt_printer *printer)
{
	(void)printer;
}

static void add_line(kt_printer *printer, const void *row)
{
	add_json(printer, row_object(printer, row), 0, 0);
	kt_buf_addc(&printer->out, '\n');
}

const format_ops jsonl_ops = { nothing, add_line, nothing };
