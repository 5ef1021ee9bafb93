/* years_infer.c - which year is meant where none is printed, by the last that was. */
#include "years.h"

#include <stdlib.h>

/* ---- that year, two years later -------------------------------------------------------------- */

/* The number before token i: two, 2, a; 0: none. */
static int number_before(const scan *s, uint32_t i)
{
	kt_str form;

	if (!i || !is_space(year_gap(s, i)))
		return 0;
	if (is_role(s, i - 1, R_CARDINAL | R_SMALL))
		return lex_at(s, i - 1)->value;
	form = kt_words_form(s->tagger->lexicon.of, s->token[i - 1].form);
	return kt_str_is(form, "a") || kt_str_is(form, "an");
}

/* Steps of a unit from the time spoken of; until it is inferred they stand in from, the unit in to.
 */
static uint32_t push_relative(scan *s, uint32_t first, uint32_t last, int step, int unit)
{
	found *f = year_push(s, first, last, step, unit, SHAPE_RELATIVE | SHAPE_PENDING);

	return f ? last + 1 : first;
}

/* Whether days or weeks are told from, so that their number does not matter. */
static int is_short(int unit)
{
	return unit == unit_day || unit == unit_week;
}

/* within two weeks after, twenty-four days later. */
static int lasts(const scan *s, uint32_t i)
{
	kt_str form;

	if (!i)
		return 0;
	form = kt_words_form(s->tagger->lexicon.of, s->token[i - 1].form);
	return s->token[i].flags & KT_TOKEN_HYPHEN || kt_str_is(form, "within") ||
	       kt_str_is(form, "for");
}

/* two years later, three months earlier, some days later, two days after. */
static uint32_t read_distance(scan *s, uint32_t i, int unit)
{
	int n = number_before(s, i), how, after;

	if (n > 60 || unit == unit_time || unit == unit_hour || !is_space(year_gap(s, i + 1)) ||
		lasts(s, n ? i - 1 : i))
		return i;
	how = sub_at(s, i + 1, R_RELATIVE);
	after = is_short(unit) && n && is_role(s, i + 1, R_OPEN) &&
		(is_role(s, i + 2, R_DETERMINER) || sub_at(s, i + 1, R_OPEN) == open_since);
	if (!n && !(is_short(unit) && (how == relative_later || how == relative_earlier)))
		return i;
	if (how == relative_later || after)
		return push_relative(s, n ? i - 1 : i, i + 1, n, unit);
	if (how == relative_earlier)
		return push_relative(s, n ? i - 1 : i, i + 1, -n, unit);
	return i;
}

/* the end of the year, later in the year. */
static uint32_t read_part_of_year(scan *s, uint32_t i)
{
	if (i < 3 || sub_at(s, i - 1, R_LINK) != link_article || !is_role(s, i - 3, R_PART) ||
		(sub_at(s, i - 2, R_LINK) != link_of && sub_at(s, i - 2, R_LINK) != link_in))
		return i;
	if (!is_space(year_gap(s, i)) || !is_space(year_gap(s, i - 1)) ||
		!is_space(year_gap(s, i - 2)))
		return i;
	if (is_role(s, i + 1, R_YEAR | R_NUMBER) || sub_at(s, i + 1, R_LINK) == link_of)
		return i;
	return push_relative(s, i - 3, i, 0, unit_year);
}

/* Whether the word before the unit points to a time: that year, того же года. */
static int pointer_before(const scan *s, uint32_t i, uint32_t *first)
{
	uint32_t k = i - 1;

	if (!i || !is_space(year_gap(s, i)))
		return 0;
	if (k && s->token[k].flags & KT_TOKEN_CYRILLIC && s->token[k].length == 4 &&
		is_role(s, k - 1, R_RELATIVE) && is_role(s, k, R_FUNCTION))
		k--; /* же */
	if (!is_role(s, k, R_RELATIVE) ||
		(s->token[k].flags ^ s->token[i].flags) & KT_TOKEN_CYRILLIC)
		return 0;
	*first = k;
	if (k && is_role(s, k - 1, R_RELATIVE) && is_space(year_gap(s, k)))
		*first = k - 1; /* that same day */
	return sub_at(s, k, R_RELATIVE);
}

/* On this day; "this morning" and "to this day" are the writer's. */
static int is_on_this(const scan *s, uint32_t first, int unit)
{
	return unit == unit_day && first &&
	       kt_str_is(kt_words_form(s->tagger->lexicon.of, s->token[first - 1].form), "on");
}

/* that year, the following day, того же года; not "the next two years", which last. */
uint32_t year_read_relative(scan *s, uint32_t i)
{
	int unit = sub_at(s, i, R_UNIT_OF_TIME), how;
	uint32_t first, next = read_distance(s, i, unit);

	if (next == i && unit == unit_year)
		next = read_part_of_year(s, i);
	if (next > i)
		return next;
	how = pointer_before(s, i, &first);
	if (unit == unit_year && lex_at(s, i)->value == 2)
		return i; /* in the previous years */
	if (!how || unit == unit_decade || unit == unit_time || unit == unit_hour)
		return i;
	if (how == relative_same || (how == relative_this && is_on_this(s, first, unit)))
		return push_relative(s, first, i, 0, unit);
	if (how == relative_next)
		return push_relative(s, first, i, 1, unit);
	if (how == relative_last)
		return push_relative(s, first, i, -1, unit);
	return i;
}

/* ---- what the text speaks of ----------------------------------------------------------------- */

static int is_in_section(const kt_year_tagger *t, int year)
{
	return !t->section_from || (year >= t->section_from && year <= t->section_to);
}

/* Words that tell a year the narrative does not stand in: since 1813, planned for 1976. */
static int is_looked_at_from_afar(const scan *s, const found *f)
{
	uint32_t k = f->first;

	while (k && is_space(year_gap(s, k)) && sub_at(s, k - 1, R_LINK) >= link_in)
		k--;
	if (!k || !is_space(year_gap(s, k)))
		return 0;
	k--;
	if (is_role(s, k, R_OPEN))
		return sub_at(s, k, R_OPEN) != open_onwards;
	return kt_str_is(kt_words_form(s->tagger->lexicon.of, s->token[k].form), "for");
}

/* The revolution of 1905, the 1905 revolution: a year that tells which is meant, not when. */
static int names_a_thing(const scan *s, const found *f)
{
	uint32_t k = f->first;

	if (f->shape & (SHAPE_MONTH | SHAPE_SEASON | SHAPE_PART | SHAPE_WORD) || !k ||
		!is_space(year_gap(s, k)))
		return 0;
	return is_role(s, k - 1, R_DETERMINER) || s->token[k - 1].flags & KT_TOKEN_POSSESSIVE ||
	       sub_at(s, k - 1, R_LINK) == link_of;
}

enum {
	FAR = 10, /* years that a narrative seldom leaps */
	NEXT_PASSAGES = 3
};

/* A year far off is gone to for the rest of the passage when it is told with its month or comes
 * back, and for good when one of the next passages takes it up. */
static int is_still_doubtful(scan *s, int year, int with_month)
{
	kt_year_tagger *t = s->tagger;
	int known = abs(year - t->doubtful) <= 2;
	uint32_t passages = s->passage->number - t->doubted;

	t->visiting = !known || !passages || passages > NEXT_PASSAGES;
	if (t->visiting) {
		t->doubtful = year;
		t->doubted = s->passage->number;
	}
	return !known && !with_month;
}

/* A time that the narrative does not stand in. */
static int is_no_time(const found *f)
{
	return f->type == KT_YEAR_PUBLICATION || f->type == KT_YEAR_LIFE ||
	       f->shape & (SHAPE_ERA | SHAPE_OPEN | SHAPE_DECADE | SHAPE_CENTURY);
}

static int is_aside(scan *s, const found *f)
{
	kt_year_tagger *t = s->tagger;
	int year = f->to, distance = abs(year - t->anchor.year);

	if ((f->shape & SHAPE_RANGE && !f->month) || is_looked_at_from_afar(s, f))
		return 1;
	if (!t->anchor.year || t->provisional)
		return names_a_thing(s, f);
	if (distance > 1 && (names_a_thing(s, f) || f->end - f->start < 4))
		return 1;
	return distance > FAR && is_still_doubtful(s, year, f->month && f->shape & SHAPE_YEAR);
}

/* An aside is better than nothing, until the first year that is none. */
static void remember(scan *s, const found *f)
{
	kt_year_tagger *t = s->tagger;
	int aside;

	if (is_no_time(f))
		return;
	aside = is_aside(s, f);
	if (aside && t->anchor.year && !t->provisional)
		return;
	t->provisional = aside;
	t->anchor = (anchor) { f->to, f->month, 0 };
	if (f->day)
		t->dated = t->anchor;
}

/* A heading's year or years bound what its section speaks of. */
static void read_heading(kt_year_tagger *t)
{
	for (size_t i = 0; i < t->count; i++) {
		const found *f = &t->found[i];

		if (f->shape & (SHAPE_GONE | SHAPE_PENDING | SHAPE_ERA | SHAPE_CENTURY) ||
			f->type == KT_YEAR_PUBLICATION || f->type == KT_YEAR_LIFE)
			continue;
		t->section_from = f->from;
		t->section_to = f->to;
		t->outside = 0;
		if (is_in_section(t, t->anchor.year))
			continue;
		t->anchor = (anchor) { f->from, f->month, 0 };
		t->provisional = 0;
	}
}

/* ---- inferring ------------------------------------------------------------------------------- */

/* The year of a month that follows the time spoken of. */
static anchor month_after(const anchor *a, const found *f)
{
	int month = f->month;
	anchor next = { a->year, month, a->rolled };

	/* a bare month may as well look back; a day, or a month close by, goes on */
	int near = f->day ? a->month >= 10 && month <= 3 : a->month >= 11 && month <= 2;

	if (near && !a->rolled) {
		next.year++;
		next.rolled = 1;
	} else if (a->rolled && a->month <= 3 && month >= 10) {
		next.year--; /* it was a look ahead */
		next.rolled = 0;
	}
	return next;
}

static int step_years(const anchor *a, int step, int unit)
{
	if (unit == unit_year)
		return a->year + step;
	if (unit == unit_decade)
		return a->year + 10 * step;
	if (unit != unit_month)
		return a->year;
	step += a->month ? a->month : 6;
	return a->year + (step > 12 ? (step - 1) / 12 : step < 1 ? -1 : 0);
}

/* A day soon after one that was dated in full goes on with it, whatever bare year stands between.
 */
static int goes_on_with_date(const kt_year_tagger *t, const found *f)
{
	int months = f->month - t->dated.month;

	return t->dated.year && f->day && f->month && !t->anchor.month && months >= 0 &&
	       months <= 1;
}

/* the same month, August 1936; that year (1919): what follows says which, or 0. */
static int year_said_behind(const scan *s, const found *f)
{
	const kt_year_tagger *t = s->tagger;

	if (f + 1 >= t->found + t->count || f[1].first != f->last + 1 || !(f[1].shape & SHAPE_YEAR))
		return 0;
	return year_gap(s, f[1].first) & (G_COMMA | G_OPEN) ? f[1].to : 0;
}

static void resolve(scan *s, found *f)
{
	kt_year_tagger *t = s->tagger;
	int year = 0, said = f->shape & SHAPE_RELATIVE ? year_said_behind(s, f) : 0;

	if (said) {
		f->from = f->to = said;
		f->inferred = 1;
		f->shape &= ~(uint32_t)SHAPE_PENDING;
		return;
	}
	if (!t->anchor.year)
		return;
	if (goes_on_with_date(t, f))
		t->anchor = t->dated;
	if (f->shape & SHAPE_RELATIVE)
		year = step_years(&t->anchor, f->from, f->to);
	else if (!f->month)
		year = t->anchor.year;
	if (f->month) {
		t->anchor = month_after(&t->anchor, f);
		year = t->anchor.year;
	}
	if (f->month && f->day)
		t->dated = t->anchor;
	f->from = f->to = year;
	f->inferred = 1;
	f->shape &= ~(uint32_t)SHAPE_PENDING;
}

void year_infer(scan *s)
{
	kt_year_tagger *t = s->tagger;
	anchor before = t->anchor;

	t->dated.year = t->visiting = 0;
	if (s->passage->kind == KT_KIND_HEADING)
		read_heading(t);
	for (size_t i = 0; i < t->count; i++) {
		found *f = &t->found[i];

		if (f->shape & SHAPE_GONE)
			continue;
		if (f->shape & SHAPE_PENDING)
			resolve(s, f);
		else if (s->passage->kind != KT_KIND_HEADING)
			remember(s, f);
	}
	if (t->visiting)
		t->anchor = before;
	/* a passage that leaves the section's years leaves them for itself */
	if (!is_in_section(t, t->anchor.year)) {
		if (++t->outside > 1)
			t->section_from = t->section_to = t->outside = 0;
		else
			t->anchor = before;
	}
}
