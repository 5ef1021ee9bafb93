/* pdf_measure.c - how the lines of a PDF stand: the size of most letters, the distance of most
 * lines, columns, footnotes. */
#include "pdf_parts.h"

#include <string.h>

enum {
	STEPS = 400, /* of sizes and distances: half a point each */
	PAGE_LINES = 2000 /* a page with more is no page of print: its columns are not looked for */
};

#define COLUMN_WIDTH 100.0f /* points: nearer to another edge, text is set in */
#define SMALLER 0.93f /* letters of footnotes, by those of the text */
#define EDGE_SHARE 10 /* a column's edge has one in so many letters of a page */

static size_t step_of(float points)
{
	return points <= 0 ? 0 : points * 2 >= STEPS ? STEPS - 1 : (size_t)(points * 2 + 0.5f);
}

/* Half points that most weight is at, from `least` on; 0: none. */
static size_t most(const size_t *weight, size_t least)
{
	size_t best = 0;

	for (size_t i = least; i < STEPS; i++)
		if (weight[i] > (best ? weight[best] : 0))
			best = i;
	return best;
}

static float usual_size(const struct pdf_lines *lines)
{
	size_t weight[STEPS] = { 0 };

	for (size_t i = 0; i < lines->count; i++)
		if (!lines->at[i].leave_out)
			weight[step_of(lines->at[i].size)] += lines->at[i].letters;
	return (float)most(weight, 1) / 2;
}

static float usual_pitch(const struct pdf_lines *lines, float size)
{
	size_t weight[STEPS] = { 0 };

	for (size_t i = 1; i < lines->count; i++) {
		const struct pdf_line *a = &lines->at[i - 1], *b = &lines->at[i];

		if (a->page == b->page && !a->leave_out && !b->leave_out && b->top > a->top &&
			a->size > size * SMALLER && b->size > size * SMALLER)
			weight[step_of(b->top - a->top)] += b->letters;
	}
	return (float)most(weight, step_of(size * 0.7f)) / 2;
}

/* ---- columns ---- */

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

static void find_columns(struct pdf_line *at, size_t count)
{
	float left = count <= PAGE_LINES ? find_edge(at, count, 0) : -1, next;

	for (size_t i = 0; i < count; i++) {
		at[i].column_left = at[i].left;
		at[i].column_right = at[i].right;
	}
	while (left >= 0) {
		next = find_edge(at, count, left + COLUMN_WIDTH);
		set_column(at, count, left, next >= 0 ? next : 1e9f);
		left = next;
	}
}

/* ---- footnotes ---- */

int pdf_begins_note(kt_str text)
{
	size_t at = 0;
	uint32_t c = kt_utf8_next(text, &at);

	return (c >= '0' && c <= '9') || c == '*' || c == 0xB9 || c == 0xB2 || c == 0xB3 ||
	       (c >= 0x2070 && c <= 0x2079) || c == 0x2020 || c == 0x2021;
}

/* The last lines of a page, smaller than the text that stands above them. */
static int find_notes(struct pdf_line *at, size_t count, float size, int going_on)
{
	size_t from = count;
	int marked = going_on;

	while (from > 0 && (at[from - 1].leave_out || at[from - 1].size < size * SMALLER)) {
		from--;
		marked |= !at[from].leave_out && pdf_begins_note(at[from].text);
	}
	if (from == 0 || from == count || !marked)
		return 0;
	for (size_t i = from; i < count; i++)
		at[i].note = 1;
	return 1;
}

void pdf_measure_lines(struct pdf_measure *out, struct pdf_lines *lines)
{
	int notes = 0;

	out->size = usual_size(lines);
	out->pitch = usual_pitch(lines, out->size);
	for (size_t from = 0, to; from < lines->count; from = to) {
		for (to = from; to < lines->count && lines->at[to].page == lines->at[from].page;
			to++)
			;
		find_columns(lines->at + from, to - from);
		notes = find_notes(lines->at + from, to - from, out->size, notes);
	}
}
