/* pdf_columns.c - the columns of a page. */
#include "pdf_parts.h"

#include <stdlib.h>
#include <string.h>

enum {
	COLUMNS_MAX = 8,
	PAGE_LINES =
		2000, /* a page with more is no page of print: its columns are not looked for */
	EDGE_SHARE = 10, /* a column's edge has one in so many letters of a page */
	COLUMN_SHARE = 5 /* where columns are read one after the other, each has one in so many */
};

#define ACROSS 6.0f /* points on both sides of an edge */

/* The leftmost edge from `from` on that many lines of the page have, or -1. */
static float find_edge(const struct pdf_line *at, size_t count, float from)
{
	size_t all = 0;
	float edge = -1;

	for (size_t i = 0; i < count; i++)
		all += at[i].leave_out ? 0 : at[i].letters;
	for (size_t i = 0; i < count; i++) {
		size_t weight = 0;

		if (at[i].leave_out || at[i].left < from || (edge >= 0 && at[i].left >= edge))
			continue;
		for (size_t j = 0; j < count; j++)
			if (!at[j].leave_out && at[j].left - at[i].left < 2 &&
				at[i].left - at[j].left < 2)
				weight += at[j].letters;
		if (weight * EDGE_SHARE >= all)
			edge = at[i].left;
	}
	return edge;
}

static void set_column(struct pdf_line *at, size_t count, float left, float next)
{
	float right = 0;

	for (size_t i = 0; i < count; i++) {
		int inside = at[i].left >= left - 2 && at[i].left < next - 2;

		if (inside && !at[i].leave_out && at[i].right > right && at[i].right < next)
			right = at[i].right;
	}
	for (size_t i = 0; i < count; i++) {
		if (at[i].left < left - 2 || at[i].left >= next - 2)
			continue;
		at[i].column_left = left;
		at[i].column_right = right;
	}
}

/* Their left edges; how many there are. */
static size_t find_columns(float *edges, struct pdf_line *at, size_t count)
{
	float left = find_edge(at, count, 0), next;
	size_t columns = 0;

	while (left >= 0 && columns < COLUMNS_MAX) {
		next = find_edge(at, count, left + COLUMN_WIDTH);
		set_column(at, count, left, next >= 0 ? next : 1e9f);
		edges[columns++] = left;
		left = next;
	}
	return columns;
}

/* ---- order ---- */

/* Where a line comes in the order of reading. */
struct place {
	size_t band; /* what stands across has the odd ones */
	size_t column, index;
	float top;
};

static int compare(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	if (x->band != y->band)
		return x->band < y->band ? -1 : 1;
	if (x->column != y->column)
		return x->column < y->column ? -1 : 1;
	if (x->top < y->top - 1 || x->top > y->top + 1)
		return x->top < y->top ? -1 : 1;
	return x->index < y->index ? -1 : x->index > y->index;
}

static int stands_across(const struct pdf_line *line, const float *edges, size_t columns)
{
	for (size_t i = 1; i < columns; i++)
		if (line->left < edges[i] - ACROSS && line->right > edges[i] + ACROSS)
			return 1;
	return 0;
}

static size_t column_of(const struct pdf_line *line, const float *edges, size_t columns)
{
	size_t i = columns;

	while (i > 1 && line->left < edges[i - 1] - 2)
		i--;
	return i - 1;
}

/* Whether text runs down the columns: a table has short lines, or has them side by side. */
static int run_down(const struct pdf_line *at, size_t count, const float *edges, size_t columns)
{
	size_t letters[COLUMNS_MAX] = { 0 }, lines[COLUMNS_MAX] = { 0 }, all = 0;

	for (size_t i = 0; i < count; i++) {
		size_t c = column_of(&at[i], edges, columns);

		if (at[i].leave_out)
			continue;
		all += at[i].letters;
		if (stands_across(&at[i], edges, columns))
			continue;
		letters[c] += at[i].letters;
		lines[c]++;
	}
	for (size_t c = 0; c < columns; c++)
		if (letters[c] * COLUMN_SHARE < all || letters[c] < lines[c] * 20)
			return 0;
	return columns > 1;
}

static void place_lines(struct place *places, const struct pdf_line *at, size_t count,
	const float *edges, size_t columns)
{
	for (size_t i = 0; i < count; i++) {
		int across = stands_across(&at[i], edges, columns);
		size_t above = 0;

		for (size_t j = 0; j < count; j++)
			above += !at[j].leave_out && at[j].top < at[i].top - 1 &&
				 stands_across(&at[j], edges, columns);
		places[i].band = above * 2 + (across != 0);
		places[i].column = across ? 0 : column_of(&at[i], edges, columns);
		places[i].index = i;
		places[i].top = at[i].top;
	}
}

static void put_in_order(struct pdf_line *at, size_t count, const float *edges, size_t columns)
{
	struct place *places = calloc(count, sizeof(*places));
	struct pdf_line *copy = calloc(count, sizeof(*copy));

	if (places && copy) { /* else they stay as they came */
		place_lines(places, at, count, edges, columns);
		qsort(places, count, sizeof(*places), compare);
		memcpy(copy, at, count * sizeof(*copy));
		for (size_t i = 0; i < count; i++)
			at[i] = copy[places[i].index];
	}
	free(places);
	free(copy);
}

void pdf_find_columns(struct pdf_line *at, size_t count)
{
	float edges[COLUMNS_MAX];
	size_t columns;

	for (size_t i = 0; i < count; i++) {
		at[i].column_left = at[i].left;
		at[i].column_right = at[i].right;
	}
	if (count > PAGE_LINES)
		return;
	columns = find_columns(edges, at, count);
	if (run_down(at, count, edges, columns))
		put_in_order(at, count, edges, columns);
}
