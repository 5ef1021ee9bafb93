/* pdf_margins.c - which lines are of the page rather than of the text: running heads and feet, and
 * page numbers.
 *
 * A running head stands at one height on several pages and differs in its numbers at most. */
#include "pdf_parts.h"
#include "piece.h"

#include <math.h>
#include <stdlib.h>

enum {
	AT_EDGE = 2, /* lines at the top and at the bottom that may be of the page */
	PAGES_ALIKE = 3,
	KEY_BYTES = 200,
	HEAD_LETTERS = 100
};

#define SAME_HEIGHT 4.0f /* points */

/* A line at the edge of a page; two of one key are of one running head. */
struct edge {
	uint64_t key;
	struct pdf_line *line;
};

/* Of the text without its digits. */
static uint64_t key_of(const struct pdf_line *line)
{
	char key[KEY_BYTES];
	size_t n = 0;

	for (size_t i = 0; i < line->text.len && n < sizeof(key); i++)
		if (line->text.ptr[i] < '0' || line->text.ptr[i] > '9')
			key[n++] = line->text.ptr[i];
	return kt_hash((kt_str) { key, n });
}

static int compare(const void *a, const void *b)
{
	const struct edge *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	if (x->line->top < y->line->top || x->line->top > y->line->top)
		return x->line->top < y->line->top ? -1 : 1;
	return 0;
}

/* The outermost lines of a page, above (sign 1) or below (-1). */
static size_t take_edges(struct edge *out, struct pdf_line *lines, size_t count, int sign)
{
	size_t taken = 0;

	for (; taken < AT_EDGE && taken < count; taken++) {
		struct pdf_line *best = NULL;

		for (size_t i = 0; i < count; i++) {
			struct pdf_line *line = &lines[i];
			int used = 0;

			for (size_t j = 0; j < taken; j++)
				used |= out[j].line == line;
			if (!used && (!best || (line->top - best->top) * (float)sign < 0))
				best = line;
		}
		out[taken].line = best;
		out[taken].key = key_of(best);
	}
	return taken;
}

static int is_page_number(const struct pdf_line *line)
{
	struct line whole;

	return line_read(&whole, line->text, 0, '\n') && whole.next >= line->text.len &&
	       line_is_page_number(line->text, &whole);
}

/* Marks runs of one key at one height. */
static void mark_repeated(struct edge *edges, size_t count)
{
	for (size_t from = 0, to; from < count; from = to) {
		for (to = from + 1; to < count && edges[to].key == edges[from].key &&
				    edges[to].line->top - edges[to - 1].line->top < SAME_HEIGHT;
			to++)
			;
		for (size_t i = from; i < to && to - from >= PAGES_ALIKE; i++)
			edges[i].line->leave_out = 1;
	}
}

/* Number behind a running head or before it is found with it; alone it is found here. */
static void mark_numbers(const struct edge *edges, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (is_page_number(edges[i].line))
			edges[i].line->leave_out = 1;
}

/* Heads of short chapters stand where those of the others do. */
static void mark_alike(struct edge *edges, size_t count, uint32_t pages)
{
	enum { HEIGHTS = 4000 };
	uint32_t marked[HEIGHTS] = { 0 };

	for (size_t i = 0; i < count; i++) {
		float top = edges[i].line->top;

		if (edges[i].line->leave_out && top >= 0 && top < HEIGHTS)
			marked[(size_t)top]++;
	}
	for (size_t i = 0; i < count; i++) {
		float top = edges[i].line->top;
		size_t at = top >= 1 && top < HEIGHTS - 1 ? (size_t)top : 1;

		if (marked[at - 1] + marked[at] + marked[at + 1] > pages / 2 &&
			edges[i].line->letters < HEAD_LETTERS)
			edges[i].line->leave_out = 1;
	}
}

void pdf_find_margins(struct pdf_lines *lines)
{
	struct edge *edges = calloc((size_t)lines->pages * AT_EDGE + 1, sizeof(*edges));

	for (int sign = 1; edges && sign >= -1; sign -= 2) {
		size_t count = 0;

		for (size_t from = 0, to; from < lines->count; from = to) {
			for (to = from;
				to < lines->count && lines->at[to].page == lines->at[from].page;
				to++)
				;
			count += take_edges(edges + count, lines->at + from, to - from, sign);
		}
		if (lines->pages > 1)
			mark_numbers(edges, count);
		qsort(edges, count, sizeof(*edges), compare);
		mark_repeated(edges, count);
		if (lines->pages > PAGES_ALIKE)
			mark_alike(edges, count, lines->pages);
	}
	free(edges);
}
