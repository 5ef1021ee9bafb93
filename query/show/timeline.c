/* timeline.c - passages per year. */
#include "bars.h"
#include "kartoteka/json.h"
#include "printer.h"

typedef struct years {
	kt_str query;
	const kt_timeline *timeline;
	bars bars;
} years;

static const char *const columns[] = { "year", "passages", NULL };

static json_t *head(const void *subject)
{
	const years *y = subject;
	const kt_timeline *t = y->timeline;

	return json_pack("{s:o, s:{s:I, s:I, s:I}}", "query", kt_json_str_or_null(y->query),
		"total", "passages", (json_int_t)t->passages, "dated", (json_int_t)t->dated,
		"long_only", (json_int_t)t->long_only);
}

static json_t *scalars(const void *subject, const void *row)
{
	const kt_year_count *year = row;

	(void)subject;
	return json_pack("{s:i, s:I}", "year", year->year, "passages", (json_int_t)year->count);
}

static void draw_row(pen *p, const void *subject, const void *row)
{
	const years *y = subject;

	draw_bar(p, &y->bars, (size_t)((const kt_year_count *)row - y->timeline->years));
}

/* What the bars leave out. */
static void draw_tail(pen *p, const void *subject)
{
	const kt_timeline *t = ((const years *)subject)->timeline;
	uint64_t none = t->passages - t->dated - t->long_only;
	kt_buf text = KT_BUF_INIT;

	if (t->year_count)
		pen_gap(p);
	kt_show_counted(&text, t->passages, "passage", "passages");
	if (t->dated) {
		kt_buf_add(&text, KT_STR(": "));
		kt_show_number(&text, t->dated);
		kt_buf_add(&text, KT_STR(" in these years, each in all that it speaks of"));
	}
	if (t->long_only) {
		kt_buf_add(&text, t->dated ? KT_STR("; ") : KT_STR(": "));
		kt_show_number(&text, t->long_only);
		kt_buf_add(&text, t->long_only == 1 ? KT_STR(" speaks") : KT_STR(" speak"));
		kt_buf_add(&text, KT_STR(" of longer times only"));
	}
	if (none) {
		kt_buf_add(&text, t->dated || t->long_only ? KT_STR("; ") : KT_STR(": "));
		kt_show_number(&text, none);
		kt_buf_add(&text, KT_STR(" of no year"));
	}
	pen_text(p, kt_buf_str(&text), INK_PLAIN);
	kt_buf_release(&text);
}

static const listing timeline = {
	.list = "years",
	.columns = columns,
	.head = head,
	.scalars = scalars,
	.draw_row = draw_row,
	.draw_tail = draw_tail,
};

kt_status kt_show_timeline(
	kt_printer *printer, kt_str query, const kt_timeline *what, kt_error *err)
{
	years y = { .query = query, .timeline = what };
	kt_status status;

	bars_init(&y.bars, what->years, what->year_count, printer->style.columns);
	status = print_begin(printer, &timeline, &y, err);
	for (size_t i = 0; !status && i < what->year_count; i++)
		status = print_row(printer, &what->years[i], err);
	return status ? status : print_end(printer, err);
}
