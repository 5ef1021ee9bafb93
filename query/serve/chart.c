/* chart.c - counts per year as columns, and as a table. */
#include "page.h"

#define WIDTH 700 /* units of the drawing, unless there are too many years */
#define COLUMN_MIN 2 /* units, for a year */
#define COLUMN_MAX 18
#define GAP_YEARS 10 /* more without anything are left out of a drawing */
#define GAP_COLUMNS 2 /* which stand for them */
#define HEIGHT 110
#define FOOT 20 /* below the columns, for the years' labels */
#define LABEL 48 /* that a year's label takes */
#define BAR 1000 /* of the longest bar of a table */

typedef struct chart {
	page *page;
	const kt_year_count *years;
	size_t count;
	const char *of; /* what is counted */
	kt_str query; /* what the years are added to */
	uint64_t most;
	int column, width; /* units */
} chart;

static uint64_t most_of(const kt_year_count *years, size_t count)
{
	uint64_t most = 1;

	for (size_t i = 0; i < count; i++)
		if (years[i].count > most)
			most = years[i].count;
	return most;
}

/* A query that finds the passages of a year. */
static kt_str query_of(const chart *c, int year)
{
	return kt_str_of(kt_arena_printf(c->page->arena, "%.*s%syear:%d", KT_STR_ARG(c->query),
		c->query.len ? " " : "", year));
}

/* ---- columns --------------------------------------------------------------------------------- */

static int years_since_last(const chart *c, size_t i)
{
	return i ? c->years[i].year - c->years[i - 1].year : 0;
}

/* The place of years[i], in columns; `place` is that of the one before. */
static int next_place(const chart *c, size_t i, int place)
{
	int gap = years_since_last(c, i);

	return place + (gap > GAP_YEARS ? GAP_COLUMNS + 1 : gap);
}

static void share_width(chart *c)
{
	int place = 0;

	for (size_t i = 0; i < c->count; i++)
		place = next_place(c, i, place);
	c->column = WIDTH / (place + 1);
	c->column = c->column < COLUMN_MIN ? COLUMN_MIN : c->column;
	c->column = c->column > COLUMN_MAX ? COLUMN_MAX : c->column;
	c->width = (place + 1) * c->column;
	c->width = c->width < WIDTH ? WIDTH : c->width;
}

/* The whole height of a year can be pointed at. */
static void put_column(const chart *c, size_t i, int place)
{
	const kt_year_count *y = &c->years[i];
	int height = (int)(y->count * HEIGHT / c->most), x = place * c->column;
	int gap = c->column > COLUMN_MIN;

	height = height ? height : 1;
	put(c->page, "<a href=\"/search?q=%u\"><title>%d: %n %s</title>", query_of(c, y->year),
		y->year, y->count, c->of);
	put(c->page, "<rect class=\"reach\" x=\"%d\" width=\"%d\" height=\"%d\"/>", x, c->column,
		HEIGHT);
	put(c->page, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/></a>\n", x,
		HEIGHT - height, c->column - gap, height);
}

/* Years are labelled by decades, and where a stretch begins, as far as there is room. */
static void put_labels(const chart *c)
{
	int place = 0, free_from = 0;

	for (size_t i = 0; i < c->count; i++) {
		int begins = !i || years_since_last(c, i) > GAP_YEARS, x;

		place = next_place(c, i, place);
		x = place * c->column;
		if ((!begins && c->years[i].year % 10) || x < free_from || x + LABEL > c->width)
			continue;
		put(c->page, "<text x=\"%d\" y=\"%d\">%d</text>\n", x, HEIGHT + FOOT - 4,
			c->years[i].year);
		free_from = x + LABEL;
	}
}

static void put_columns(const chart *c)
{
	int place = 0;

	put(c->page, "<figure class=\"years\">\n<svg role=\"group\" ");
	put(c->page, "aria-label=\"%s per year, %d to %d\" viewBox=\"0 0 %d %d\">\n", c->of,
		c->years[0].year, c->years[c->count - 1].year, c->width, HEIGHT + FOOT);
	for (size_t i = 0; i < c->count; i++) {
		place = next_place(c, i, place);
		put_column(c, i, place);
	}
	put(c->page, "<path d=\"M0 %d.5H%d\"/>\n", HEIGHT, (place + 1) * c->column);
	put_labels(c);
	put(c->page, "</svg>\n</figure>\n");
}

/* ---- a table --------------------------------------------------------------------------------- */

static void put_row(const chart *c, size_t i)
{
	const kt_year_count *y = &c->years[i];
	int width = (int)(y->count * BAR / c->most);

	put(c->page, "<tr><th scope=\"row\"><a href=\"/search?q=%u\">%d</a></th>",
		query_of(c, y->year), y->year);
	put(c->page, "<td class=\"number\">%n</td><td class=\"bar\">", y->count);
	put(c->page,
		"<svg viewBox=\"0 0 %d 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">",
		BAR);
	put(c->page, "<rect width=\"%d\" height=\"10\"/></svg></td></tr>\n", width ? width : 1);
}

static void put_table(const chart *c)
{
	put(c->page, "<table class=\"list bars\"><thead><tr><th scope=\"col\">Year</th>");
	put(c->page, "<th scope=\"col\" class=\"number\">%s</th><td></td></tr></thead>\n", c->of);
	put(c->page, "<tbody>\n");
	for (size_t i = 0; i < c->count; i++)
		put_row(c, i);
	put(c->page, "</tbody></table>\n");
}

void put_chart(
	page *p, const kt_year_count *years, size_t count, const char *of, kt_str query, int table)
{
	chart c = { p, years, count, of, query, most_of(years, count), 0, 0 };

	share_width(&c);
	put_columns(&c);
	if (!table)
		return;
	put(p, "<details><summary>The same in numbers</summary>\n");
	put_table(&c);
	put(p, "</details>\n");
}
