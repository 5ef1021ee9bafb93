/* years_infer.c - which year is meant where none is printed, by the last that was. */
#include "years.h"

/* ---- that year, two years later ----------------------------------------------------------------
 */

/* The number before token i: two, 2, a; 0: none. */
static int number_before(const scan *s, uint32_t i)
{
	if (!i || !is_space(year_gap(s, i)))
		return 0;
	if (!is_role(s, i - 1, R_CARDINAL | R_SMALL))
		return 0;
	return lex_at(s, i - 1)->value;
}

/* Years from the year spoken of; the step is put into from, the unit into to, until it is inferred.
 */
static uint32_t push_relative(scan *s, uint32_t first, uint32_t last, int step, int unit)
{
	found *f = year_push(s, first, last, step, unit, SHAPE_RELATIVE | SHAPE_PENDING);

	return f ? last + 1 : first;
}

/* two years later, three months earlier. */
static uint32_t read_distance(scan *s, uint32_t i, int unit)
{
	int n = number_before(s, i), how;

	if (!n || n > 60 || unit == unit_hour || unit == unit_time)
		return i;
	how = is_space(year_gap(s, i + 1)) ? sub_at(s, i + 1, R_RELATIVE) : 0;
	if (how == relative_later)
		return push_relative(s, i - 1, i + 1, n, unit);
	if (how == relative_earlier)
		return push_relative(s, i - 1, i + 1, -n, unit);
	return i;
}

/* that year, the following day, того же года. */
uint32_t year_read_relative(scan *s, uint32_t i)
{
	int unit = sub_at(s, i, R_UNIT_OF_TIME), how;
	uint32_t k = i, next = read_distance(s, i, unit);

	if (next > i)
		return next;
	if (!k || !is_space(year_gap(s, k)))
		return i;
	if (!is_role(s, k - 1, R_RELATIVE) && k > 1 && is_space(year_gap(s, k - 1)))
		k--; /* того же года, that same year */
	how = sub_at(s, k - 1, R_RELATIVE);
	if (how == relative_same)
		return push_relative(s, k - 1, i, 0, unit);
	if (how == relative_next)
		return push_relative(s, k - 1, i, 1, unit);
	if (how == relative_last)
		return push_relative(s, k - 1, i, -1, unit);
	return i;
}

/* ---- inferring ---------------------------------------------------------------------------------
 */

static void resolve(found *f, const anchor *a)
{
	int year = a->year;

	if (!year)
		return;
	if (f->shape & SHAPE_RELATIVE) {
		int step = f->from;

		if (f->to == unit_year)
			year += step;
		else if (f->to == unit_decade)
			year += 10 * step;
	}
	f->from = f->to = year;
	f->inferred = 1;
	f->shape &= ~(uint32_t)SHAPE_PENDING;
}

static void remember(anchor *a, const found *f)
{
	if (f->type == KT_YEAR_PUBLICATION || f->type == KT_YEAR_LIFE ||
		f->shape & (SHAPE_ERA | SHAPE_OPEN))
		return;
	if (f->shape & (SHAPE_DECADE | SHAPE_CENTURY))
		return;
	a->year = f->to;
	a->month = f->month;
}

void year_infer(scan *s)
{
	kt_year_tagger *t = s->tagger;

	for (size_t i = 0; i < t->count; i++) {
		found *f = &t->found[i];

		if (f->shape & SHAPE_GONE)
			continue;
		if (f->shape & SHAPE_PENDING)
			resolve(f, &t->anchor);
		else
			remember(&t->anchor, f);
	}
}
