/* pen.h - text for people: inks, wrapping, what a terminal must not be told. */
#ifndef KARTOTEKA_SHOW_PEN_H
#define KARTOTEKA_SHOW_PEN_H

#include "kartoteka/show.h"

typedef enum ink { INK_PLAIN, INK_MATCH, INK_TITLE, INK_DIM, INKS } ink;

/* Sets words on lines.  A word is held back until it has ended, since it may have to go to the next
 * line. */
typedef struct pen {
	kt_buf *out;
	kt_style style;
	size_t indent; /* of the lines that begin from now on */
	size_t column; /* columns taken on the line */
	int begun; /* something stands on the line */
	int space; /* white space is due before the next word */
	kt_buf word;
	size_t width; /* columns of the word */
	ink ink; /* at the end of the word */
	ink line_ink; /* at the end of the line */
} pen;

void pen_init(pen *p, kt_buf *out, const kt_style *style);
void pen_release(pen *p);
/* Adds text; white space of any length parts words and is one space. */
void pen_text(pen *p, kt_str text, ink with);
void pen_textf(pen *p, ink with, const char *fmt, ...) KT_PRINTF(3, 4);
/* Adds text as it is, spaces and all, on the line that is being written. */
void pen_exact(pen *p, kt_str text, ink with);
/* Begins a line; where it is wrapped, it goes on with another indent, as the lines after it. */
void pen_begin(pen *p, size_t indent, size_t then);
/* Ends the line, if there is one. */
void pen_line(pen *p);
/* Ends the line, if there is one, and leaves one empty. */
void pen_gap(pen *p);

/* ---- characters ---- */

/* ASCII white space, where words part. */
static inline int is_white(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* A character of ASCII that takes a column. */
static inline int is_plain(char c)
{
	return c >= ' ' && c <= '~';
}

/* What a terminal may be given for the character cp, which stands in text[start, end). */
kt_str safe_character(kt_str text, size_t start, size_t end, uint32_t cp);
/* Cuts text to so many columns, with an ellipsis where it is cut. */
void add_cut(kt_buf *out, kt_str text, size_t columns);
void add_spaces(kt_buf *out, size_t count);

#endif
