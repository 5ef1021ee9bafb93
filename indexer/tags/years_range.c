/* years_range.c - two expressions that make one: from 1924 to 1929, 1920s-30s. */
#include "years.h"

/* The token before f, articles and the like left out. */
uint32_t year_before_words(const scan *s, uint32_t k)
{
	for (int n = 0; n < 3 && k && is_space(year_gap(s, k)); n++, k--)
		if (sub_at(s, k - 1, R_LINK) < link_in &&
			sub_at(s, k - 1, R_UNIT_OF_TIME) != unit_year &&
			!is_role(s, k - 1, R_ABOUT | R_PART))
			break;
	return k;
}

/* How two neighbours are linked: by a dash, or by "to" behind "from", "and" behind "between". */
static int are_linked(const scan *s, const found *a, const found *b, uint32_t *from)
{
	uint32_t k = year_before_words(s, b->first), lead = year_before_words(s, a->first);
	unsigned gap = year_gap(s, b->first);
	int link, opener = lead ? sub_at(s, lead - 1, R_LINK) : 0;

	*from = a->first;
	if (b->first == a->last + 1 && gap == G_DASH &&
		!((a->shape | b->shape) & ~(uint32_t)SHAPE_YEAR))
		return 0; /* 1789-1848-1905: each for itself */
	if (b->first == a->last + 1)
		return gap & G_DASH && only(gap, G_DASH | G_BLANK | G_POINT | G_APOSTROPHE);
	if (k != a->last + 2 || !is_space(year_gap(s, k)))
		return 0;
	gap = year_gap(s, k - 1);
	if (!only(gap, G_BLANK | G_POINT | G_COMMA) || (gap & G_COMMA && !opener))
		return 0;
	link = sub_at(s, k - 1, R_LINK);
	if (link == link_to && opener == link_from && lead) {
		*from = lead - 1;
		return 1;
	}
	if (link == link_and && opener == link_between) {
		*from = lead - 1;
		return 1;
	}
	/* "до" alone is "before"; "to" and "through" tell a range of themselves */
	return link == link_to && s->token[k - 1].flags & KT_TOKEN_LATIN &&
	       !is_role(s, k - 1, R_OPEN);
}

/* A month without a year takes it from what it runs to or from: from December to March 1921, from
 * April 1917 to July. */
static void date_each_other(found *a, found *b)
{
	if (a->shape & SHAPE_PENDING)
		a->to = a->from = b->from - (a->month > b->month);
	else if (b->shape & SHAPE_PENDING)
		b->to = b->from = a->to + (b->month < a->month);
	a->shape &= ~(uint32_t)SHAPE_PENDING;
	b->shape &= ~(uint32_t)SHAPE_PENDING;
}

static int may_join(const found *a, const found *b)
{
	static const uint32_t no_date = SHAPE_GONE | SHAPE_ERA | SHAPE_OPEN | SHAPE_RELATIVE;

	if ((a->shape | b->shape) & no_date || (a->shape & b->shape & SHAPE_PENDING))
		return 0;
	if ((a->shape | b->shape) & SHAPE_PENDING)
		return a->month && b->month && !((a->shape | b->shape) & SHAPE_RANGE);
	return a->from <= b->from && a->to <= b->to && b->to - a->from < 400;
}

void year_join_ranges(scan *s)
{
	kt_year_tagger *t = s->tagger;
	found *a = NULL;

	for (size_t i = 0; i < t->count; i++) {
		found *b = &t->found[i];
		uint32_t from;

		if (b->shape & SHAPE_GONE)
			continue;
		if (a && may_join(a, b) && are_linked(s, a, b, &from)) {
			date_each_other(a, b);
			a->to = b->to;
			a->last = b->last;
			a->end = b->end;
			a->first = from;
			a->start = s->token[from].offset;
			a->shape |= b->shape | (a->to > a->from ? SHAPE_RANGE : 0);
			a->approximate |= b->approximate;
			b->shape |= SHAPE_GONE;
			continue;
		}
		a = b;
	}
}
