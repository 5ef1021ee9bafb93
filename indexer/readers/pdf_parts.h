/* pdf_parts.h - the lines of a PDF, and what is known of each.  Private to the readers of PDF.
 *
 * A PDF has letters at places and no paragraphs.  Poppler puts the letters of a page into lines in
 * reading order (pdf.c); here it is told which lines are of the page rather than of the text
 * (pdf_margins.c), how the others stand (pdf_columns.c, pdf_measure.c),
 * and how they make paragraphs (pdf_join.c). */
#ifndef KARTOTEKA_READERS_PDF_PARTS_H
#define KARTOTEKA_READERS_PDF_PARTS_H

#include "blocks.h"

/* Points (1/72 inch) from the left and the top of the page. */
struct pdf_line {
	kt_str text; /* trimmed; in the arena */
	float left, right, top, bottom;
	float size; /* height of most of its letters */
	uint32_t page; /* from 0 */
	uint32_t letters; /* code points */
	float column_left, column_right; /* of the column that it stands in */
	int leave_out; /* a header, a footer, a page number */
	int note; /* of the footnotes of its page */
};

struct pdf_lines {
	struct pdf_line *at;
	size_t count, size;
	uint32_t pages;
};

/* Marks what repeats from page to page above and below the text, and page numbers. */
void pdf_find_margins(struct pdf_lines *lines);

#define COLUMN_WIDTH 100.0f /* points: nearer to another edge, text is set in */

/* Finds the columns of the lines of a page, and puts these in order: down one column, then down the
 * next; what stands across them parts what is above from what is below. */
void pdf_find_columns(struct pdf_line *at, size_t count);

/* What most of the text is like. */
struct pdf_measure {
	float size; /* of its letters */
	float pitch; /* from line to line */
};

/* Finds the columns of each line and the footnotes of each page (pdf_measure.c). */
void pdf_measure_lines(struct pdf_measure *out, struct pdf_lines *lines);

/* Whether a line begins as a note does: with a number, a raised one, a star or a dagger. */
int pdf_begins_note(kt_str text);

/* Adds the paragraphs of the lines to l: headings, footnotes and quotations where their letters or
 * place say so, else paragraphs. */
kt_status pdf_join(block_list *l, const struct pdf_lines *lines, const struct pdf_measure *measure,
	kt_error *err);

#endif
