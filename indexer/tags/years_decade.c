/* years_decade.c - decades and centuries. */
#include "years.h"

/* ---- decades --------------------------------------------------------------------------------- */

/* 30 to 1930, by what is spoken of. */
static int full_decade(const scan *s, int value)
{
	return value >= 100 ? value : year_full(s, value) / 10 * 10;
}

static int is_age(const scan *s, uint32_t i)
{
	static const uint32_t whose = R_DETERMINER;
	uint32_t k = i;

	if (k && is_role(s, k - 1, R_PART))
		k--;
	/* in his thirties; "the" is the only determiner of a decade */
	return k && is_role(s, k - 1, whose) && sub_at(s, k - 1, R_LINK) != link_article;
}

/* Whether a decade's word stands as such: the thirties, early thirties, в тридцатых годах. */
static int is_decade_word(const scan *s, uint32_t i, uint32_t *last)
{
	*last = year_take_word(s, i);
	if (is_age(s, i))
		return 0;
	if (s->token[i].flags & KT_TOKEN_CYRILLIC)
		return *last > i;
	return i && (sub_at(s, i - 1, R_LINK) == link_article ||
			    is_role(s, i - 1, R_PART | R_DECADE | R_DECADE_WORD) ||
			    (is_role(s, i - 1, R_LINK) && i > 1 &&
				    is_role(s, i - 2, R_DECADE | R_DECADE_WORD)) ||
			    (is_role(s, i - 1, R_CARDINAL) && lex_at(s, i - 1)->value == 19));
}

static void decade_span(found *f, int year)
{
	f->from = year;
	f->to = year + 9;
	if (year % 100 == 0 && year < 1900) {
		f->to = year + 99; /* the 1800s */
		f->shape = SHAPE_CENTURY;
	}
}

/* 1930s, 30s, thirties; figures with a possessive ('s) before this as years. */
/* в 20-х числах мая, 20-е место. */
static int is_day_or_place(const scan *s, uint32_t i)
{
	return i < s->count && is_space(year_gap(s, i)) &&
	       (year_before_noun(s, i) || is_role(s, i, R_MONTH));
}

/* Two figures with an ending or with the word for years: 30-х, 20–30-е годы, années 30. */
static int short_decade(const scan *s, uint32_t i, uint32_t *last)
{
	int value = lex_at(s, i)->value, decade;

	if (s->token[i].length != 2 || value % 10 || is_age(s, i))
		return 0;
	*last = year_take_suffix(s, i, &decade);
	if (*last > i)
		return decade && !is_day_or_place(s, *last + 1);
	return i && year_is_french_decade(s, i);
}

static void begin_earlier(const scan *s, found *f)
{
	uint32_t i = f->first;

	if (i && is_role(s, i - 1, R_CARDINAL) && lex_at(s, i - 1)->value == 19) {
		f->first--; /* nineteen-thirties */
	} else if (i && year_gap(s, i) == G_DASH && is_role(s, i - 1, R_SMALL) &&
		   s->token[i - 1].length == 2 && lex_at(s, i - 1)->value % 10 == 0 &&
		   lex_at(s, i - 1)->value < lex_at(s, i)->value) {
		f->first--; /* 20–30-е */
		f->from = f->from / 100 * 100 + lex_at(s, i - 1)->value;
	}
	f->start = s->token[f->first].offset;
}

/* 1930s, 30s, thirties, 30-х; figures with a possessive ('s) are read as years first. */
uint32_t year_read_decade(scan *s, uint32_t i)
{
	int value = lex_at(s, i)->value;
	uint32_t last = i;
	found *f;

	if (is_role(s, i, R_DECADE_WORD)) {
		if (!is_decade_word(s, i, &last))
			return i;
	} else if (!is_role(s, i, R_DECADE)) {
		if (!short_decade(s, i, &last))
			return i;
	} else if (value < 100 && is_age(s, i)) {
		return i;
	}
	f = year_push(s, i, last, 0, 0, SHAPE_DECADE);
	if (!f)
		return i;
	decade_span(f, full_decade(s, value));
	f->last = year_take_word(s, last);
	f->end = token_end(s, f->last);
	begin_earlier(s, f);
	year_take_modifiers(s, f);
	return f->last + 1;
}

/* ---- centuries ------------------------------------------------------------------------------- */

static int century_number(const scan *s, uint32_t i)
{
	if (!is_role(s, i, R_ORDINAL | R_ROMAN | R_SMALL))
		return 0;
	return lex_at(s, i)->value;
}

/* The number of the century before token i; *first is its first token. */
static int century_before(const scan *s, uint32_t i, uint32_t *first)
{
	uint32_t k = i;
	int number;

	if (!k)
		return 0;
	k--;
	if (is_role(s, k, R_SUFFIX) && k && year_gap(s, k) == G_DASH)
		k--;
	number = century_number(s, k);
	*first = k;
	if (number == 1 && k && is_role(s, k - 1, R_CARDINAL) && lex_at(s, k - 1)->value == 20) {
		*first = k - 1; /* twenty-first */
		return 21;
	}
	return number >= 5 && number <= 21 ? number : 0;
}

uint32_t year_read_century(scan *s, uint32_t i)
{
	uint32_t first, k;
	int number = century_before(s, i, &first), before = 0;
	unsigned gap = year_gap(s, i);
	found *f;

	if (!number || !only(gap, G_BLANK | G_DASH | G_POINT) || year_before_christ(s, i + 1))
		return i;
	f = year_push(s, first, i, (number - 1) * 100, number * 100 - 1, SHAPE_CENTURY);
	if (!f)
		return i;
	k = first; /* XIX–XX centuries, XIX и XX веков */
	if (k && only(year_gap(s, k), G_DASH | G_BLANK) && year_gap(s, k) & G_DASH)
		before = century_number(s, --k);
	else if (k > 1 && sub_at(s, k - 1, R_LINK) == link_and && is_space(year_gap(s, k)))
		before = century_number(s, k -= 2);
	if (before >= 5 && before < number) {
		f->first = k;
		f->start = s->token[k].offset;
		f->from = (before - 1) * 100;
	}
	year_take_modifiers(s, f);
	return i + 1;
}
