/* tsv.c - a table: a header row, tabs between the cells, no quoting. */
#include "printer.h"

static void header(kt_printer *printer)
{
	const char *const *columns = printer->listing->columns;

	for (size_t i = 0; columns[i]; i++)
		kt_buf_addf(&printer->out, "%s%s", i ? "\t" : "", columns[i]);
	kt_buf_addc(&printer->out, '\n');
}

/* What would part cells or rows is a space. */
static void add_string(kt_buf *out, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		kt_buf_addc(out, is_white(text[i]) || !text[i] ? ' ' : text[i]);
}

static void add_cell(kt_buf *out, const json_t *value)
{
	switch (value ? json_typeof(value) : JSON_NULL) {
	case JSON_STRING:
		add_string(out, json_string_value(value), json_string_length(value));
		break;
	case JSON_INTEGER:
		kt_buf_addf(out, "%lld", (long long)json_integer_value(value));
		break;
	case JSON_REAL:
		kt_buf_addf(out, "%.6g", json_real_value(value));
		break;
	case JSON_TRUE:
		kt_buf_add(out, KT_STR("true"));
		break;
	case JSON_FALSE:
		kt_buf_add(out, KT_STR("false"));
		break;
	default:
		break;
	}
}

static void row(kt_printer *printer, const void *what)
{
	const listing *l = printer->listing;
	json_t *object = l->scalars(printer->subject, what);

	if (!object)
		printer->failed = 1;
	for (size_t i = 0; object && l->columns[i]; i++) {
		if (i)
			kt_buf_addc(&printer->out, '\t');
		add_cell(&printer->out, json_object_get(object, l->columns[i]));
	}
	kt_buf_addc(&printer->out, '\n');
	json_decref(object);
}

static void nothing(kt_printer *printer)
{
	(void)printer;
}

const format_ops tsv_ops = { header, row, nothing };
