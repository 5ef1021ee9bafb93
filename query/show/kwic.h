/* kwic.h - a keyword in its context: one line, the word in the middle, the same column in all. */
#ifndef KARTOTEKA_SHOW_KWIC_H
#define KARTOTEKA_SHOW_KWIC_H

#include "printer.h"

/* How the columns of a terminal are shared out among name, mark, left side, match and right side.
 */
typedef struct kwic {
	size_t columns; /* of the terminal; 0: as many as it takes */
	size_t name, mark, left, match;
} kwic;

/* Takes a line into account; a mark is empty or a sign or two behind the name. */
void kwic_note(kwic *k, kt_str name, kt_str mark, kt_str match);
/* Shares out the columns, when all lines are noted. */
void kwic_share(kwic *k);
/* Draws passage->text[match] with what stands beside it; `name` and `mark` come before it. */
void draw_kwic(
	pen *p, const kwic *k, kt_str name, kt_str mark, const kt_passage *passage, kt_match match);

/* What stands beside a match, as printed. */
json_t *left_json(const kt_passage *passage, kt_match match);
json_t *right_json(const kt_passage *passage, kt_match match);

#endif
