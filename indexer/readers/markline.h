/* markline.h - what a line of Markdown is (CommonMark 0.31, GFM tables, footnotes as in pandoc).
 * Private to the readers. */
#ifndef KARTOTEKA_READERS_MARKLINE_H
#define KARTOTEKA_READERS_MARKLINE_H

#include "kartoteka/readers.h"

/* In all of these s is a line, white space taken off both ends. */

/* `#` to `######`: the level, with *from and *to around the heading's text; else 0. */
int mark_heading(kt_str s, size_t *from, size_t *to);
/* === or ---: 1 or 2; else 0. */
int mark_underline(kt_str s);
/* ***, - - -, ___ */
int mark_break(kt_str s);
/* An opening fence: its length, with the sign in *sign; else 0. */
size_t mark_fence(kt_str s, char *sign);
int mark_fence_end(kt_str s, char sign, size_t length);
/* |---|:--:| below the head of a table. */
int mark_table_rule(kt_str s);
/* ------ ----- of pandoc's simple tables. */
int mark_columns(kt_str s);
/* A bullet or number: the length of the marker with the white space behind it; else 0.  *number is
 * 0 for a bullet. */
size_t mark_item(kt_str s, uint32_t *number);
/* [^12]: the length of the marker with the white space behind it; else 0. */
size_t mark_footnote(kt_str s);
/* [label]: http://... "title" */
int mark_reference(kt_str s);
/* Begins a block of HTML; *kind is what its tag says of it. */
int mark_html(kt_str s, kt_kind *kind);
/* Whether a block of HTML has text outside its tags and comments. */
int html_has_text(kt_str s);
/* Nothing but pictures, linked or not. */
int only_pictures(kt_str s);

#endif
