#include "bars.h"

#define PIPE_COLUMNS 80 /* of a line, where there is no terminal */
#define YEAR_DIGITS 4
#define GAP 2

static size_t digits_of(uint64_t n)
{
	kt_buf text = KT_BUF_INIT;
	size_t digits;

	kt_show_number(&text, n);
	digits = text.len;
	kt_buf_release(&text);
	return digits;
}

void bars_init(bars *b, const kt_year_count *years, size_t count, size_t columns)
{
	size_t taken;

	*b = (bars) { .years = years, .count = count };
	for (size_t i = 0; i < count; i++)
		if (years[i].count > b->most)
			b->most = years[i].count;
	b->digits = digits_of(b->most);
	columns = columns ? columns : PIPE_COLUMNS;
	taken = YEAR_DIGITS + GAP + b->digits + 1;
	b->room = columns > taken ? columns - taken : 1;
}

/* A column for each of the count; fewer where the longest bar would not fit.  Only 0 has none. */
static void add_signs(kt_buf *out, const bars *b, uint64_t n)
{
	uint64_t length = b->most > b->room ? n * b->room / b->most : n;

	for (length = n && !length ? 1 : length; length; length--)
		kt_buf_addc(out, '#');
}

/* The same in eighths of a column (U+2588 to U+258F, block elements). */
static void add_blocks(kt_buf *out, const bars *b, uint64_t n)
{
	uint64_t eighths = 8 * n;

	if (b->most > b->room)
		eighths = eighths * b->room / b->most;
	for (eighths = n && !eighths ? 1 : eighths; eighths >= 8; eighths -= 8)
		kt_buf_add_codepoint(out, 0x2588);
	if (eighths)
		kt_buf_add_codepoint(out, 0x2590 - (uint32_t)eighths);
}

static void draw_year(pen *p, const bars *b, int year, uint64_t n)
{
	kt_buf text = KT_BUF_INIT;
	size_t from;

	kt_buf_addf(&text, "%*d", YEAR_DIGITS, year);
	add_spaces(&text, GAP + b->digits - digits_of(n));
	kt_show_number(&text, n);
	if (n)
		kt_buf_addc(&text, ' ');
	pen_exact(p, kt_buf_str(&text), INK_PLAIN);
	from = text.len;
	if (p->style.columns)
		add_blocks(&text, b, n);
	else
		add_signs(&text, b, n);
	pen_exact(p, kt_str_sub(kt_buf_str(&text), from, text.len), INK_PLAIN);
	pen_line(p);
	kt_buf_release(&text);
}

/* One year without passages is shown as such, more are an ellipsis. */
void draw_bar(pen *p, const bars *b, size_t i)
{
	const kt_year_count *y = &b->years[i];
	int passed_over = i ? y->year - b->years[i - 1].year - 1 : 0;

	if (passed_over == 1) {
		draw_year(p, b, y->year - 1, 0);
	} else if (passed_over > 1) {
		pen_exact(p, KT_STR("   …"), INK_DIM);
		pen_line(p);
	}
	draw_year(p, b, y->year, y->count);
}
