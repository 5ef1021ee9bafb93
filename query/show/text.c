/* text.c - the format for people: each listing draws itself. */
#include "printer.h"

static void begin(kt_printer *printer)
{
	if (printer->listing->draw_head)
		printer->listing->draw_head(&printer->pen, printer->subject);
}

static void row(kt_printer *printer, const void *what)
{
	printer->listing->draw_row(&printer->pen, printer->subject, what);
	printer->pen.indent = 0;
	pen_line(&printer->pen);
}

static void end(kt_printer *printer)
{
	if (printer->listing->draw_tail)
		printer->listing->draw_tail(&printer->pen, printer->subject);
	pen_line(&printer->pen);
}

const format_ops text_ops = { begin, row, end };
