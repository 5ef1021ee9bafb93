#include "printer.h"

#include <stdlib.h>

#define PIECE ((size_t)32 << 10) /* bytes that are written at once */

static const struct {
	const char *name;
	const format_ops *ops;
} formats[KT_FORMATS] = {
	[KT_FORMAT_TEXT] = { "text", &text_ops },
	[KT_FORMAT_JSON] = { "json", &json_ops },
	[KT_FORMAT_JSONL] = { "jsonl", &jsonl_ops },
	[KT_FORMAT_TSV] = { "tsv", &tsv_ops },
};

const char *kt_format_name(kt_format format)
{
	return formats[format].name;
}

kt_status kt_printer_new(kt_printer **out, kt_format format, const kt_style *style,
	kt_write_fn write, void *context, kt_error *err)
{
	kt_printer *printer = *out = calloc(1, sizeof *printer);

	if (!printer)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	printer->ops = formats[format].ops;
	printer->style = *style;
	printer->write = write;
	printer->context = context;
	kt_buf_init(&printer->out);
	pen_init(&printer->pen, &printer->out, style);
	return KT_OK;
}

void kt_printer_free(kt_printer *printer)
{
	if (!printer)
		return;
	pen_release(&printer->pen);
	kt_buf_release(&printer->out);
	free(printer);
}

/* Writes what has gathered, where that is `least` bytes. */
static kt_status write_out(kt_printer *printer, size_t least, kt_error *err)
{
	kt_status status;

	if (printer->failed || printer->out.failed || printer->pen.word.failed)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	if (printer->out.len < least || !printer->out.len)
		return KT_OK;
	status = printer->write(printer->context, kt_buf_str(&printer->out), err);
	kt_buf_clear(&printer->out);
	return status;
}

kt_status print_begin(kt_printer *printer, const listing *what, const void *subject, kt_error *err)
{
	printer->listing = what;
	printer->subject = subject;
	printer->rows = 0;
	printer->ops->begin(printer);
	return write_out(printer, PIECE, err);
}

kt_status print_row(kt_printer *printer, const void *row, kt_error *err)
{
	printer->ops->row(printer, row);
	printer->rows++;
	return write_out(printer, PIECE, err);
}

kt_status print_end(kt_printer *printer, kt_error *err)
{
	printer->ops->end(printer);
	return write_out(printer, 0, err);
}
