/* excerpt.h - which part of a passage's text is shown, and how. */
#ifndef KARTOTEKA_SHOW_EXCERPT_H
#define KARTOTEKA_SHOW_EXCERPT_H

#include "pen.h"

/* Draws text[from, to) of a passage with those matches that lie in it.  What is mark-up in
 * Markdown is not shown. */
void draw_passage_text(pen *p, const kt_passage *passage, kt_stretch part, const kt_match *matches,
	size_t match_count, ink with);

/* Draws the stretches of a passage that show its matches. */
void draw_excerpt(pen *p, kt_excerpter *e, const kt_hit *hit);

#endif
