/* bars.h - counts per year, drawn as bars. */
#ifndef KARTOTEKA_SHOW_BARS_H
#define KARTOTEKA_SHOW_BARS_H

#include "pen.h"

typedef struct bars {
	const kt_year_count *years; /* ascending */
	size_t count;
	uint64_t most;
	size_t digits, room; /* columns of a count, and of the longest bar */
} bars;

void bars_init(bars *b, const kt_year_count *years, size_t count, size_t columns);
/* Draws years[i], and before it a sign where years without passages were passed over. */
void draw_bar(pen *p, const bars *b, size_t i);

#endif
