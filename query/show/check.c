/* check.c - what a check of the index found. */
#include <time.h>

#include "kartoteka/json.h"
#include "printer.h"

static const char *const columns[] = { "whole", "index", "schema", "analyser", "written", "bytes",
	"sources", "passages", "words", "problems", NULL };

/* ISO 8601, UTC. */
static void add_time(kt_buf *out, uint64_t seconds)
{
	time_t when = (time_t)seconds;
	struct tm utc;
	char text[40];

	if (gmtime_r(&when, &utc) && strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc))
		kt_buf_add(out, kt_str_of(text));
}

static json_t *scalars(const void *subject, const void *row)
{
	const kt_check_report *r = row;
	kt_buf written = KT_BUF_INIT;
	json_t *object;

	add_time(&written, r->state.written);
	object = json_pack("{s:b, s:o, s:i, s:i, s:o, s:I, s:I, s:I, s:I, s:I}", "whole",
		r->problems == 0, "index", kt_json_str(kt_str_of(subject)), "schema",
		r->state.schema, "analyser", r->state.analyser, "written",
		kt_json_str_or_null(kt_buf_str(&written)), "bytes", (json_int_t)r->bytes, "sources",
		(json_int_t)r->sources, "passages", (json_int_t)r->passages, "words",
		(json_int_t)r->words, "problems", (json_int_t)r->problems);
	kt_buf_release(&written);
	return object;
}

static void draw_row(pen *p, const void *subject, const void *row)
{
	const kt_check_report *r = row;
	kt_buf text = KT_BUF_INIT;

	kt_buf_addf(&text, "%s: ", (const char *)subject);
	if (r->problems)
		kt_show_counted(&text, r->problems, "problem", "problems");
	else
		kt_buf_add(&text, KT_STR("whole"));
	pen_text(p, kt_buf_str(&text), INK_TITLE);
	pen_line(p);
	kt_buf_clear(&text);
	kt_show_counted(&text, r->sources, "source, ", "sources, ");
	kt_show_counted(&text, r->passages, "passage, ", "passages, ");
	kt_show_counted(&text, r->words, "word", "words");
	pen_text(p, kt_buf_str(&text), INK_PLAIN);
	pen_line(p);
	kt_buf_clear(&text);
	kt_buf_addf(&text, "schema %d, analyser %d, %.1f MB, written ", r->state.schema,
		r->state.analyser, (double)r->bytes / 1e6);
	add_time(&text, r->state.written);
	pen_text(p, kt_buf_str(&text), INK_PLAIN);
	kt_buf_release(&text);
}

static const listing check = { .columns = columns, .scalars = scalars, .draw_row = draw_row };

kt_status kt_show_check(
	kt_printer *printer, const char *path, const kt_check_report *report, kt_error *err)
{
	kt_status status = print_begin(printer, &check, path, err);

	if (!status)
		status = print_row(printer, report, err);
	return status ? status : print_end(printer, err);
}
