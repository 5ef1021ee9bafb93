/* years_date.c - days and months, with a year or without. */
#include "years.h"

/* A date under way: its tokens, its first and last month and day. */
typedef struct date {
	uint32_t first, last;
	int day, month, last_month, from, to;
} date;

static int day_value(const scan *s, uint32_t i)
{
	int value = is_role(s, i, R_SMALL | R_ORDINAL) ? lex_at(s, i)->value : 0;

	return value >= 1 && value <= 31 ? value : 0;
}

/* ---- day and month --------------------------------------------------------------------------- */

/* The first token of a day that ends before token i: 25, 25th of, 25-го, 3 (16); i: none. */
static uint32_t day_before(const scan *s, uint32_t i)
{
	unsigned gap = year_gap(s, i);
	int german =
		kt_str_is(kt_str_of(s->passage->language.code), "de") ||
		sub_at(s, i, R_MONTH) & month_foreign ||
		(i > 1 && is_role(s, i - 2, R_PREPOSITION | R_LINK) && s->token[i - 2].length == 2);

	if (!i)
		return i;
	if (i > 1 && sub_at(s, i - 1, R_LINK) == link_of && is_space(gap) &&
		is_space(year_gap(s, i - 1)) && day_value(s, i - 2))
		return i - 2;
	if (i > 1 && is_role(s, i - 1, R_SUFFIX) && year_gap(s, i - 1) == G_DASH && is_space(gap) &&
		day_value(s, i - 2))
		return i - 2;
	if (!day_value(s, i - 1))
		return i;
	if (is_space(gap) || gap == G_DASH || (german && only(gap, G_POINT | G_BLANK)))
		return i - 1;
	if (i > 1 && only(gap, G_CLOSE | G_BLANK) && gap & G_CLOSE && year_gap(s, i - 1) & G_OPEN &&
		day_value(s, i - 2))
		return i - 2;
	return i;
}

/* More days of the same month before token q: 6-7, с 2 по 17, 5 and 7. */
static uint32_t days_before(const scan *s, uint32_t q)
{
	unsigned gap = year_gap(s, q);

	if (q && day_value(s, q - 1) && gap & (G_DASH | G_SLASH) &&
		only(gap, G_DASH | G_SLASH | G_BLANK))
		return q - 1;
	if (q > 1 && is_role(s, q - 1, R_LINK) && is_space(gap) && is_space(year_gap(s, q - 1)) &&
		sub_at(s, q - 1, R_LINK) <= link_and && day_value(s, q - 2) &&
		is_role(s, q - 2, R_SMALL | R_ORDINAL))
		return q - 2;
	return q;
}

/* The last token of a day behind the month at i: 24, 5-9; i: none. */
static uint32_t day_after(const scan *s, uint32_t i)
{
	uint32_t j = i + 1;
	unsigned gap = year_gap(s, j);
	int dotted = sub_at(s, i, R_MONTH) & month_short && only(gap, G_POINT | G_BLANK);

	if (!day_value(s, j) || !(is_space(gap) || dotted))
		return i;
	if (j + 1 < s->count && s->token[j + 1].flags & KT_TOKEN_GROUP)
		return i; /* in March 15,000 men */
	gap = year_gap(s, j + 1);
	if (gap & G_PERCENT || is_role(s, j + 1, R_COUNTED))
		return i;
	if (gap == G_POINT && is_role(s, j + 1, R_NUMBER))
		return i; /* 1.5 million */
	if (gap & G_DASH && only(gap, G_DASH | G_BLANK) && day_value(s, j + 1) > day_value(s, j) &&
		!is_role(s, j + 2, R_MONTH))
		return j + 1;
	return j;
}

/* The month at i with its days. */
static date day_and_month(const scan *s, uint32_t i)
{
	date d = { .first = day_before(s, i), .last = i, .month = lex_at(s, i)->value };

	d.last_month = d.month;
	if (d.first < i) {
		d.day = day_value(s, d.first);
		d.first = days_before(s, d.first);
	} else {
		d.last = day_after(s, i);
		if (d.last > i)
			d.day = day_value(s, i + 1);
	}
	return d;
}

/* Whether the month's word at i can be one here: May with its capital. */
static int is_month(const scan *s, uint32_t i)
{
	int how;

	if (!is_role(s, i, R_MONTH))
		return 0;
	how = sub_at(s, i, R_MONTH);
	return !(how & month_capital) || s->token[i].flags & KT_TOKEN_CAPITAL;
}

/* ---- the year behind ------------------------------------------------------------------------- */

/* The token of the year that belongs to a date whose last token is `last`, or 0. */
static uint32_t year_behind(scan *s, uint32_t last)
{
	uint32_t j = last + 1;
	unsigned gap = year_gap(s, j),
		 allowed = G_BLANK | G_COMMA | G_APOSTROPHE | G_CLOSE | G_STAR;

	if (j + 1 < s->count && sub_at(s, j, R_LINK) == link_of && is_space(gap)) {
		j++;
		gap = year_gap(s, j);
	}
	if (is_role(s, last, R_MONTH) && sub_at(s, last, R_MONTH) & month_short)
		allowed |= G_POINT;
	if (is_role(s, last, R_MONTH) && s->token[last].flags & KT_TOKEN_CYRILLIC)
		allowed |= G_DASH;
	if (!year_at(s, j) || !only(gap, allowed) || year_is_none(s, j, j))
		return 0;
	return j;
}

/* A date in brackets behind token `last`, of the other calendar: (7 November), (8 January 1918);
 * sets *inner and returns its last token, or 0. */
static uint32_t other_calendar(scan *s, uint32_t last, date *inner)
{
	uint32_t j = last + 1, i, year;
	unsigned gap = year_gap(s, j);

	if (!(gap & G_OPEN) || !only(gap, G_OPEN | G_BLANK | G_POINT))
		return 0;
	for (i = j; i < j + 3 && !is_month(s, i); i++)
		if (!day_value(s, i) && !is_role(s, i, R_SUFFIX))
			return 0;
	if (!is_month(s, i))
		return 0;
	*inner = day_and_month(s, i);
	if (!inner->day || inner->first != j)
		return 0;
	year = year_behind(s, inner->last);
	if (year && !(year_gap(s, year) & G_CLOSE)) {
		inner->from = inner->to = year_at(s, year);
		inner->last = year_take_word(s, year);
	}
	i = inner->last; /* N.S., ст. ст. */
	while (i < inner->last + 2 && !(year_gap(s, i + 1) & G_CLOSE) && i + 1 < s->count &&
		s->token[i + 1].length <= 4 && s->token[i + 1].flags & KT_TOKEN_POINT)
		i++;
	return year_gap(s, i + 1) & G_CLOSE ? i : 0;
}

/* A further month that shares the year to come: August-September, 31 May-1 June, July and August;
 * its month's token, or 0. */
static uint32_t further_month(const scan *s, const date *d)
{
	uint32_t j = d->last + 1;
	unsigned gap = year_gap(s, j);
	int joined = gap & (G_DASH | G_SLASH | G_COMMA) &&
		     only(gap, G_DASH | G_SLASH | G_BLANK | G_COMMA);

	if (!joined) {
		if (!is_space(gap) || !is_role(s, j, R_LINK) || sub_at(s, j, R_LINK) > link_and ||
			!is_space(year_gap(s, j + 1)))
			return 0;
		j++;
	}
	if (sub_at(s, j, R_LINK) == link_article || is_role(s, j, R_PART))
		j++;
	for (int n = 0; n < 3 && j < s->count; n++, j++) {
		if (is_month(s, j))
			return j;
		if (!day_value(s, j) && !is_role(s, j, R_SUFFIX) && sub_at(s, j, R_LINK) != link_of)
			return 0;
	}
	return 0;
}

static void set_year(date *d, int year)
{
	d->to = year;
	d->from = d->month > d->last_month ? year - 1 : year;
}

/* Whether a year closes the run of months that begins with d; d becomes the whole. */
static int close_run(scan *s, date *d)
{
	date whole = *d, inner;
	uint32_t year, next;

	for (int n = 0; n < 4; n++) {
		year = year_behind(s, whole.last);
		if (year && !(year_gap(s, year) & G_CLOSE)) {
			whole.last = year;
			set_year(&whole, year_at(s, year));
			*d = whole;
			return 1;
		}
		next = other_calendar(s, whole.last, &inner);
		if (next && inner.to)
			return 0;
		if (next) {
			year = year_behind(s, next);
			if (!year)
				return 0;
			whole.last = year;
			set_year(&whole, year_at(s, year));
			*d = whole;
			return 1;
		}
		next = further_month(s, &whole);
		if (!next)
			return 0;
		inner = day_and_month(s, next);
		whole.last = inner.last;
		whole.last_month = inner.month;
	}
	return 0;
}

/* ---- without a year -------------------------------------------------------------------------- */

/* August Bebel, April Glaspie: a month's name that is a forename too, before a surname. */
static int is_forename(const scan *s, uint32_t i)
{
	int month = lex_at(s, i)->value;

	return (month == 4 || month == 6 || month == 8) && is_space(year_gap(s, i + 1)) &&
	       i + 1 < s->count && s->token[i + 1].flags & KT_TOKEN_CAPITAL;
}

/* A bare month is a time where a word of time leads to it: in October, early July, by March. */
static int month_stands_alone(const scan *s, uint32_t i)
{
	static const uint32_t leading = R_PREPOSITION | R_PART | R_OPEN | R_RELATIVE;
	unsigned after = year_gap(s, i + 1);

	if (sub_at(s, i, R_MONTH) & (month_foreign | month_short))
		return 0;
	if (!i || !only(year_gap(s, i), G_BLANK | G_DASH) || !is_role(s, i - 1, leading))
		return 0;
	if (s->token[i].flags & KT_TOKEN_CYRILLIC || !is_space(after) || i + 1 >= s->count ||
		!(s->token[i + 1].flags & KT_TOKEN_CAPITAL))
		return 1;
	/* of April Theses, to August Bebel; but: in April Nixon flew */
	return is_role(s, i - 1, R_PART | R_OPEN) ||
	       (sub_at(s, i - 1, R_LINK) == link_in && !is_forename(s, i)) ||
	       (kt_str_is(kt_words_form(s->tagger->lexicon.of, s->token[i - 1].form), "by") &&
		       !is_forename(s, i));
}

/* January of each year. */
static int is_yearly(const scan *s, uint32_t i)
{
	return sub_at(s, i, R_LINK) == link_of && is_role(s, i + 1, R_DETERMINER) &&
	       !is_role(s, i + 1, R_RELATIVE) && sub_at(s, i + 1, R_LINK) != link_article;
}

/* Takes early, the end of, mid- before a date. */
static uint32_t part_before(const scan *s, uint32_t first)
{
	uint32_t k = first;
	int in = 0;

	while (k && is_space(year_gap(s, k)) && sub_at(s, k - 1, R_LINK) >= link_of) {
		in |= sub_at(s, k - 1, R_LINK) == link_in;
		k--;
	}
	if (k && is_role(s, k - 1, R_PART) && !(in && lex_at(s, k - 1)->value) &&
		only(year_gap(s, k), G_BLANK | G_DASH) && sub_at(s, k - 1, R_PART) != part_half)
		return k - 1;
	return first;
}

/* The span ends with the bracket that closes. */
static void take_bracket(const scan *s, found *f)
{
	size_t close = kt_str_find(s->text, KT_STR(")"), f->end);

	if (close != SIZE_MAX && (f->last + 1 >= s->count || close < s->token[f->last + 1].offset))
		f->end = (uint32_t)close + 1;
}

static uint32_t push_date(scan *s, const date *d, uint32_t shape)
{
	uint32_t last = d->to ? year_take_word(s, d->last) : d->last;
	found *f = year_push(s, d->first, last, d->from, d->to, shape);

	if (!f)
		return last + 1;
	f->month = d->month;
	f->day = d->day;
	f->first = part_before(s, d->first);
	f->start = s->token[f->first].offset;
	if (shape & SHAPE_BRACKET)
		take_bracket(s, f);
	return last + 1;
}

uint32_t year_read_month(scan *s, uint32_t i)
{
	date d, inner;
	uint32_t shape = SHAPE_MONTH, end;
	int how;

	if (!is_month(s, i))
		return i;
	how = sub_at(s, i, R_MONTH);
	d = day_and_month(s, i);
	if (d.day)
		shape |= SHAPE_DAY;
	if (close_run(s, &d)) {
		shape |= SHAPE_YEAR | (d.to > d.from ? SHAPE_RANGE : 0);
		end = other_calendar(s, year_take_word(s, d.last), &inner);
		if (end) {
			d.last = end;
			if (inner.to > d.to)
				d.to = inner.to;
			shape |= SHAPE_BRACKET;
		}
		return push_date(s, &d, shape);
	}
	if ((!d.day && !month_stands_alone(s, i)) || is_yearly(s, d.last + 1))
		return i;
	if (how & (month_foreign | month_short) && !d.day)
		return i;
	return push_date(s, &d, shape | SHAPE_PENDING);
}

/* ---- seasons without a year ------------------------------------------------------------------ */

uint32_t year_read_season(scan *s, uint32_t i)
{
	uint32_t k = i, j = i + 1;
	found *f;

	if (sub_at(s, j, R_LINK) == link_of)
		j++;
	if (year_at(s, j) || sub_at(s, i, R_SEASON) == 1 || !i)
		return i;
	if (is_role(s, i + 1, R_SEASON) ||
		(is_role(s, i + 1, R_LINK) && is_role(s, i + 2, R_SEASON)))
		return i; /* the last of several is read */
	if (sub_at(s, k - 1, R_LINK) == link_article)
		k--;
	if (!(s->token[i].flags & KT_TOKEN_CYRILLIC) &&
		(!k || !is_role(s, k - 1, R_PREPOSITION | R_RELATIVE | R_PART | R_OPEN)))
		return i;
	if (is_space(year_gap(s, i + 1)) && !(s->token[i].flags & KT_TOKEN_CYRILLIC) &&
		i + 1 < s->count &&
		(year_before_noun(s, i + 1) || s->token[i + 1].flags & KT_TOKEN_CAPITAL ||
			is_role(s, i + 1, R_UNIT_OF_TIME)))
		return i; /* in spring water, the Winter Palace, the summer months of */
	f = year_push(s, i, i, 0, 0, SHAPE_SEASON | SHAPE_PENDING);
	if (f)
		f->month = lex_at(s, i)->value;
	return i + 1;
}

/* ---- days without a month -------------------------------------------------------------------- */

static int is_word(const scan *s, uint32_t i, const char *word)
{
	return kt_str_is(kt_words_form(s->tagger->lexicon.of, s->token[i].form), word);
}

/* On the 5th, until the 12th. */
static int is_english_day(const scan *s, uint32_t i)
{
	unsigned after = year_gap(s, i + 1);

	if (i < 2 || !is_role(s, i, R_ORDINAL) || !is_role(s, i, R_NUMBER) ||
		sub_at(s, i - 1, R_LINK) != link_article || !is_space(year_gap(s, i)))
		return 0;
	if (!is_word(s, i - 2, "on") && !is_word(s, i - 2, "by") && !is_word(s, i - 2, "from") &&
		!is_role(s, i - 2, R_OPEN))
		return 0;
	if (is_space(after) && i + 1 < s->count)
		return !(s->token[i + 1].flags & KT_TOKEN_CAPITAL) && !year_before_noun(s, i + 1) &&
		       !is_role(s, i + 1, R_MONTH | R_UNIT_OF_TIME | R_CENTURY | R_NUMBER) &&
		       sub_at(s, i + 1, R_LINK) != link_of && sub_at(s, i + 1, R_LINK) != link_and;
	return after & (G_EDGE | G_COMMA | G_POINT | G_SEMICOLON | G_NOTE);
}

/* утром 25-го. */
static int is_russian_day(const scan *s, uint32_t i)
{
	return i && is_role(s, i + 1, R_SUFFIX) && year_gap(s, i + 1) == G_DASH &&
	       is_word(s, i + 1, "го") && is_space(year_gap(s, i)) &&
	       sub_at(s, i - 1, R_UNIT_OF_TIME) == unit_day;
}

/* A day of the month that is spoken of. */
uint32_t year_read_bare_day(scan *s, uint32_t i)
{
	uint32_t last = i;

	if (!day_value(s, i))
		return i;
	if (is_russian_day(s, i))
		last++;
	else if (!is_english_day(s, i))
		return i;
	return year_push(s, i, last, 0, 0, SHAPE_DAY | SHAPE_PENDING) ? last + 1 : i;
}

/* ---- figures alone --------------------------------------------------------------------------- */

/* 25.10.1917, 25/X/17: the part of a date that stands at i. */
static int month_figure(const scan *s, uint32_t i)
{
	int value = is_role(s, i, R_SMALL | R_ROMAN) ? lex_at(s, i)->value : 0;

	return value >= 1 && value <= 12 ? value : 0;
}

static int numeric_year(const scan *s, uint32_t i, unsigned sep, int is_roman)
{
	int value = lex_at(s, i + 2)->value;

	if (is_role(s, i + 2, R_YEAR))
		return value;
	if (!is_role(s, i + 2, R_SMALL) || s->token[i + 2].length != 2)
		return 0;
	/* 1.2.17 may be a paragraph's number */
	if (!is_roman && sep == G_POINT &&
		(s->token[i].length + s->token[i + 1].length < 3 || value < 10))
		return 0;
	if (!is_roman && sep == G_DASH)
		return 0;
	return 1900 + value;
}

uint32_t year_read_numeric_date(scan *s, uint32_t i)
{
	unsigned sep;
	int day, month, year, is_roman;
	found *f;

	if (i + 2 >= s->count || s->token[i + 1].flags & KT_TOKEN_GROUP)
		return i;
	if (!is_role(s, i + 1, R_SMALL | R_ROMAN) || !is_role(s, i + 2, R_YEAR | R_SMALL))
		return i;
	sep = year_gap(s, i + 1);
	is_roman = !is_role(s, i + 1, R_SMALL);
	if ((sep != G_POINT && sep != G_SLASH && sep != G_DASH) || year_gap(s, i + 2) != sep)
		return i;
	day = lex_at(s, i)->value;
	month = month_figure(s, i + 1);
	if (!month && !is_roman && lex_at(s, i)->value <= 12) { /* 10/25/1917 */
		month = lex_at(s, i)->value;
		day = lex_at(s, i + 1)->value;
	}
	if (!month || day < 1 || day > 31)
		return i;
	year = numeric_year(s, i, sep, is_roman);
	if (!year || (i && is_role(s, i - 1, R_NUMBER) && year_gap(s, i) == sep) ||
		(is_role(s, i + 3, R_NUMBER) && year_gap(s, i + 3) == sep))
		return i;
	f = year_push(
		s, i, year_take_word(s, i + 2), year, year, SHAPE_YEAR | SHAPE_MONTH | SHAPE_DAY);
	if (f) {
		f->month = month;
		f->day = day;
	}
	return f ? f->last + 1 : i;
}
