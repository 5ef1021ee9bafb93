/* bearers.h - who a name means, how often and in which forms the texts have it, and what does not
 * count. */
#ifndef KARTOTEKA_SHOW_BEARERS_H
#define KARTOTEKA_SHOW_BEARERS_H

#include "printer.h"

/* Sets who is meant, totals, forms, and what is excluded; `asked` is the name as typed. */
int set_bearers(json_t *object, kt_str asked, const kt_mentions *mentions);
/* Sets where a mention stands: passage, source, number, offset, surface, start, end, whom it may
 * mean (`ids`, as a cell of a table), tier, rule, left, right. */
int set_place(json_t *object, kt_arena *arena, const kt_mentions *mentions, const kt_place *place);
/* `ids` as a list, in the place of the cell. */
int set_ids(json_t *object, const kt_mentions *mentions, const kt_place *place);

kt_match match_of_place(const kt_place *place);

/* "10 mentions in 8 passages of 1 source", with name, id and forms; nothing where nobody is meant.
 */
void draw_bearers(pen *p, kt_str asked, const kt_mentions *mentions);
/* "not counted: Leningrad 12 (place)". */
void draw_excluded(pen *p, const kt_mentions *mentions);

#endif
