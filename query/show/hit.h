/* hit.h - passages as they are shown, in every listing alike. */
#ifndef KARTOTEKA_SHOW_HIT_H
#define KARTOTEKA_SHOW_HIT_H

#include "printer.h"

/* Sets what is told of a passage: name, source, title, author, number, kind. */
int set_passage(json_t *object, kt_arena *arena, const kt_hit *hit);
/* Sets offset and text. */
int set_text(json_t *object, const kt_hit *hit);
/* Sets matches, tags and neighbours. */
int set_nested(json_t *object, kt_arena *arena, const kt_hit *hit);

/* Draws the line that says where a passage is from; rank 0: none. */
void draw_heading(pen *p, kt_arena *arena, const kt_hit *hit, size_t rank);
void draw_neighbours(pen *p, kt_arena *arena, const kt_source_record *source,
	const kt_passage *passages, size_t count);

/* First year of an event that the passage speaks of; 0: none is told. */
int first_year(const kt_passage *passage);

/* ---- totals.c ---- */

/* The totals of an answer, of whose rows `shown` were shown after `offset`. */
json_t *totals_json(const kt_answer *answer);
json_t *forms_json(const kt_answer *answer);
/* "passages with all the words" and so on, behind the number of rows. */
void draw_totals(pen *p, const kt_answer *answer);
void draw_forms(pen *p, const kt_answer *answer);
/* "organised 7, organisation 4, and 3 more forms 6". */
void add_form_counts(kt_buf *out, const kt_form_count *forms, size_t count);

#endif
