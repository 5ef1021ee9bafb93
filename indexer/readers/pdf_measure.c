/* pdf_measure.c - how the lines of a PDF stand: the size of most letters, the distance of most
 * lines, footnotes. */
#include "pdf_parts.h"

#include <string.h>

enum { STEPS = 400 }; /* of sizes and distances: half a point each */

#define SMALLER 0.93f /* letters of footnotes, by those of the text */
#define AT_FOOT 40.0f /* points from the last line of a page */

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

/* ---- footnotes ---- */

int pdf_begins_note(kt_str text)
{
	size_t at = 0;
	uint32_t c = kt_utf8_next(text, &at);

	return (c >= '0' && c <= '9') || c == '*' || c == 0xB9 || c == 0xB2 || c == 0xB3 ||
	       (c >= 0x2070 && c <= 0x2079) || c == 0x2020 || c == 0x2021;
}

/* The last lines of a column, smaller than the text that stands above them. */
static int find_notes(struct pdf_line *at, size_t count, float size, float foot, int going_on)
{
	size_t from = count;
	int marked = going_on;

	while (from > 0 && (at[from - 1].leave_out || at[from - 1].size < size * SMALLER)) {
		from--;
		marked |= !at[from].leave_out && pdf_begins_note(at[from].text);
	}
	if (from == 0 || from == count || !marked || at[count - 1].bottom < foot - AT_FOOT)
		return 0;
	for (size_t i = from; i < count; i++)
		at[i].note = 1;
	return 1;
}

static int find_page_notes(struct pdf_line *at, size_t count, float size, int going_on)
{
	float foot = 0;
	int found = 0;

	for (size_t i = 0; i < count; i++)
		if (!at[i].leave_out && at[i].bottom > foot)
			foot = at[i].bottom;
	for (size_t from = 0, to; from < count; from = to) {
		for (to = from + 1; to < count &&
				    (at[to].leave_out || at[to].column_left - at[from].column_left <
								 COLUMN_WIDTH);
			to++)
			if (at[from].column_left - at[to].column_left >= COLUMN_WIDTH &&
				!at[to].leave_out)
				break;
		found |= find_notes(at + from, to - from, size, foot, going_on);
	}
	return found;
}

void pdf_measure_lines(struct pdf_measure *out, struct pdf_lines *lines)
{
	int notes = 0;

	out->size = usual_size(lines);
	for (size_t from = 0, to; from < lines->count; from = to) {
		for (to = from; to < lines->count && lines->at[to].page == lines->at[from].page;
			to++)
			;
		pdf_find_columns(lines->at + from, to - from);
		notes = find_page_notes(lines->at + from, to - from, out->size, notes);
	}
	out->pitch = usual_pitch(lines, out->size);
}
