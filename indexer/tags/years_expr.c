/* years_expr.c - years in figures, and the words before an expression that say which part of it. */
#include "years.h"

/* ---- years ----------------------------------------------------------------------------------- */

/* The year of this century or the last that ends so and is nearest to what is spoken of. */
int year_full(const scan *s, int two)
{
	int near = s->tagger->anchor.year ? s->tagger->anchor.year : 1930;
	int year = near / 100 * 100 + two;

	/* the thirties are past ones where the present is spoken of */
	if (year - near > (near < 1950 ? 50 : 15))
		year -= 100;
	else if (near - year > 50)
		year += 100;
	return year;
}

/* '37: an apostrophe glued before two figures, and none behind that closes a quotation. */
static int short_year_at(const scan *s, uint32_t i)
{
	static const uint32_t before = R_PREPOSITION | R_LINK | R_OPEN | R_MONTH | R_SEASON |
				       R_DETERMINER | R_PART | R_ABOUT | R_YEAR;
	unsigned gap = year_gap(s, i);
	size_t at = s->token[i].offset;
	uint32_t mark;

	if (s->token[i].length != 2 || !(gap & G_APOSTROPHE) ||
		!only(gap, G_APOSTROPHE | G_BLANK | G_DASH | G_OPEN) || gap == G_APOSTROPHE)
		return 0;
	if (!i || year_gap(s, i + 1) & G_APOSTROPHE || is_role(s, i + 1, R_COUNTED))
		return 0;
	mark = kt_utf8_prev(s->text, &at);
	/* an opening mark begins a quotation, unless a word before leads to a year */
	if (mark != 0x2019 && !is_role(s, i - 1, before) && year_before_noun(s, i + 1))
		return 0;
	if (mark == 0x2018 && !is_role(s, i - 1, before))
		return 0;
	return is_role(s, i, R_SMALL) ? year_full(s, lex_at(s, i)->value) : 0;
}

int year_at(const scan *s, uint32_t i)
{
	if (i >= s->count)
		return 0;
	if (is_role(s, i, R_YEAR))
		return lex_at(s, i)->value;
	return is_role(s, i, R_SMALL) ? short_year_at(s, i) : 0;
}

/* The last year of a range whose end stands at j, shortened perhaps: 1936-8; 0: none. */
static int range_end(const scan *s, uint32_t j, int from)
{
	unsigned gap = year_gap(s, j);
	int value, to;

	if (j >= s->count || !(gap & (G_DASH | G_SLASH)) ||
		!only(gap, G_DASH | G_SLASH | G_BLANK | G_APOSTROPHE))
		return 0;
	if (s->token[j].flags & KT_TOKEN_GROUP)
		return 0;
	value = lex_at(s, j)->value;
	if (is_role(s, j, R_YEAR))
		return value > from && value - from < 300 ? value : 0;
	if (!is_role(s, j, R_SMALL) || gap & G_BLANK)
		return 0;
	to = s->token[j].length == 1 ? from / 10 * 10 + value : from / 100 * 100 + value;
	return to > from ? to : 0;
}

/* Whether figures go on glued behind token i: 1917-11-7, 1917.5. */
static int goes_on(const scan *s, uint32_t i)
{
	return i + 1 < s->count && is_role(s, i + 1, R_NUMBER) &&
	       s->token[i + 1].flags & KT_TOKEN_GLUED && !(year_gap(s, i + 1) & G_NOTE);
}

/* 1789-1848-1905 is no range, nor 1917-18-5. */
static int is_chained(const scan *s, uint32_t i)
{
	return i && is_role(s, i - 1, R_YEAR) && year_gap(s, i) == G_DASH;
}

/* 1917-10-25: the token of the day, or 0. */
static uint32_t iso_date(const scan *s, uint32_t i)
{
	if (i + 2 >= s->count || !is_role(s, i, R_YEAR) || !is_role(s, i + 1, R_SMALL) ||
		!is_role(s, i + 2, R_SMALL))
		return 0;
	if (year_gap(s, i + 1) != G_DASH || year_gap(s, i + 2) != G_DASH)
		return 0;
	if (s->token[i + 1].length != 2 || s->token[i + 2].length != 2)
		return 0;
	if (lex_at(s, i + 1)->value > 12 || lex_at(s, i + 2)->value > 31)
		return 0;
	return i + 2;
}

uint32_t year_take_word(const scan *s, uint32_t last)
{
	unsigned gap = year_gap(s, last + 1);

	/* the abbreviations of the year stand in Cyrillic; in English the word stands before */
	if (sub_at(s, last + 1, R_UNIT_OF_TIME) == unit_year &&
		s->token[last + 1].flags & KT_TOKEN_CYRILLIC && (!gap || is_space(gap)))
		return last + 1;
	return last;
}

/* A figure's ending behind a hyphen: 1937-й, 30-х; its token, or `last`. */
uint32_t year_take_suffix(const scan *s, uint32_t last, int *decade)
{
	unsigned gap = year_gap(s, last + 1);

	*decade = 0;
	if (!is_role(s, last + 1, R_SUFFIX) || (gap && gap != G_DASH))
		return last;
	*decade = sub_at(s, last + 1, R_SUFFIX) == 1;
	return last + 1;
}

static void take_doubt(scan *s, found *f)
{
	unsigned before = year_gap(s, f->first), after = year_gap(s, f->last + 1);

	if (after & G_QUESTION && after & (G_CLOSE | G_UNBRACKET | G_COMMA | G_SEMICOLON | G_DASH))
		f->approximate = 1;
	if (before & G_BRACKET && after & G_UNBRACKET)
		f->approximate = 1;
}

/* années 30, années 1930. */
int year_is_french_decade(const scan *s, uint32_t i)
{
	return i && is_space(year_gap(s, i)) &&
	       kt_str_is(kt_words_form(s->tagger->lexicon.of, s->token[i - 1].form), "années");
}

/* the 1930's, années 1930. */
static int is_printed_decade(const scan *s, uint32_t i)
{
	if (year_is_french_decade(s, i))
		return 1;
	return s->token[i].flags & KT_TOKEN_POSSESSIVE && i &&
	       (sub_at(s, i - 1, R_LINK) == link_article || is_role(s, i - 1, R_PART));
}

/* в 37-м году, but not of one's life. */
static int ordinal_year(const scan *s, uint32_t i)
{
	uint32_t word;
	int decade;

	if (!i || s->token[i].length != 2 || !is_role(s, i - 1, R_PREPOSITION | R_PART))
		return 0;
	word = year_take_suffix(s, i, &decade);
	if (word == i || decade || year_take_word(s, word) == word)
		return 0;
	return year_before_noun(s, word + 2) ? 0 : year_full(s, lex_at(s, i)->value);
}

/* в 1930 годы, but not: в 1920 и 1930 гг. */
static int is_decade_of_years(const scan *s, uint32_t i)
{
	return year_take_word(s, i) > i && lex_at(s, i + 1)->value == 2 && i &&
	       sub_at(s, i - 1, R_LINK) != link_and && !is_role(s, i - 1, R_NUMBER) &&
	       is_space(year_gap(s, i));
}

/* A year or a range of years of figures at i; NULL: none (then *next is behind it all the same). */
static found *year_figures(scan *s, uint32_t i, uint32_t *next)
{
	int from = year_at(s, i), to, decade;
	uint32_t last = i, end;
	found *f;

	*next = i;
	if (!from && !(s->token[i].flags & KT_TOKEN_GROUP))
		from = ordinal_year(s, i);
	if (!from)
		return NULL;
	end = iso_date(s, i);
	to = end ? from : range_end(s, i + 1, from);
	if (to)
		last = end ? end : i + 1;
	if (to && !end && (goes_on(s, last) || is_chained(s, i))) {
		last = i;
		to = 0;
	}
	*next = last + 1;
	if (year_is_none(s, i, last))
		return NULL;
	end = year_take_suffix(s, last, &decade);
	if (!to && from % 10 == 0 && (is_printed_decade(s, i) || is_decade_of_years(s, i)))
		decade = 1;
	f = year_push(s, i, end, from, to ? to : from, SHAPE_YEAR | (to > from ? SHAPE_RANGE : 0));
	if (!f)
		return NULL;
	if (decade && (to ? to : from) % 10 == 0) {
		f->shape = SHAPE_DECADE;
		f->to += 9;
	} else if (end > last && decade) {
		f->last = last; /* 1937-х is no ending of a year */
		f->end = token_end(s, last);
	}
	return f;
}

uint32_t year_read_figures(scan *s, uint32_t i)
{
	uint32_t next, last;
	found *f = year_figures(s, i, &next);

	if (!f)
		return next; /* behind figures that are none */
	take_doubt(s, f);
	last = year_take_word(s, f->last);
	if (last > f->last)
		f->shape |= SHAPE_WORD;
	else if (is_role(s, last + 1, R_SEASON) && is_space(year_gap(s, last + 1)) &&
		 !year_at(s, last + 2))
		last++; /* the 1982 summer */
	f->last = last;
	f->end = token_end(s, last);
	year_take_modifiers(s, f);
	return f->last + 1;
}

/* ---- words before ---------------------------------------------------------------------------- */

static void narrow(found *f, int part, int second)
{
	int from = f->from, length = f->to - f->from + 1;

	if (!(f->shape & (SHAPE_DECADE | SHAPE_CENTURY)) || (length != 10 && length != 100))
		return;
	if (part == part_early)
		f->to = from + length * 34 / 100;
	else if (part == part_late)
		f->from = from + length * 6 / 10 + (length == 100 ? 6 : 0);
	else if (part == part_mid) {
		f->from = from + length / 3;
		f->to = from + length * 7 / 10 - (length == 100 ? 4 : 0);
	} else if (part == part_half && second) {
		f->from = from + length / 2;
	} else if (part == part_half) {
		f->to = from + length / 2 - 1;
	} else if (part == part_turn) {
		f->from = from - length / 20 - (length == 10);
		f->to = from + length / 20 + (length == 10);
		f->approximate = 1;
	}
}

/* first half: 1, second: 2 at the token before, or 0. */
static int which_half(const scan *s, uint32_t k)
{
	if (!k || !is_role(s, k - 1, R_ORDINAL))
		return 0;
	return lex_at(s, k - 1)->value <= 2 ? lex_at(s, k - 1)->value : 0;
}

static void move_start(const scan *s, found *f, uint32_t first)
{
	f->first = first;
	f->start = s->token[first].offset;
}

/* early to mid, mid-to-late: takes the other part before token k. */
static void take_other_part(const scan *s, found *f, uint32_t k, int from, int to)
{
	uint32_t j = k;
	found other = *f;

	if (j < 2 || !only(year_gap(s, j), G_BLANK | G_DASH))
		return;
	if (is_role(s, j - 1, R_LINK) && sub_at(s, j - 1, R_LINK) <= link_and)
		j--;
	else if (!(year_gap(s, j) & G_DASH))
		return;
	if (!only(year_gap(s, j), G_BLANK | G_DASH) || !is_role(s, j - 1, R_PART))
		return;
	other.from = from;
	other.to = to;
	narrow(&other, sub_at(s, j - 1, R_PART), 0);
	if (other.from > f->from)
		return;
	f->from = other.from;
	move_start(s, f, j - 1);
}

/* early 1930s, the end of the 1930s, late in 1957, в начале 30-х; 0: no such word. */
static int take_part(const scan *s, found *f)
{
	uint32_t k = f->first;
	int links = 0, of = 0, in = 0, part, half = 0, from = f->from, to = f->to;

	while (k && links < 3 && is_space(year_gap(s, k)) &&
		(sub_at(s, k - 1, R_LINK) >= link_of ||
			sub_at(s, k - 1, R_UNIT_OF_TIME) == unit_year)) {
		of |= sub_at(s, k - 1, R_LINK) == link_of;
		in |= sub_at(s, k - 1, R_LINK) == link_in;
		k--;
		links++;
	}
	if (!k || !is_role(s, k - 1, R_PART) || !only(year_gap(s, k), G_BLANK | G_DASH))
		return 0;
	part = sub_at(s, k - 1, R_PART);
	if ((year_gap(s, k) & G_DASH && links) || (in && lex_at(s, k - 1)->value))
		return 0; /* to start in 1917 */
	if (part == part_half) {
		half = which_half(s, k - 1);
		if (!half)
			return 0;
	}
	if (part == part_turn && !of && !(s->token[k - 1].flags & KT_TOKEN_CYRILLIC))
		return 0;
	k--;
	narrow(f, part, half == 2);
	f->shape |= SHAPE_PART;
	move_start(s, f, half ? k - 1 : k);
	take_other_part(s, f, k, from, to);
	return 1;
}

/* summer of 1916, summer-fall 1919. */
static int take_season(const scan *s, found *f)
{
	uint32_t k = f->first;

	if (!(f->shape & SHAPE_YEAR) || !k)
		return 0;
	if (sub_at(s, k - 1, R_LINK) == link_of && is_space(year_gap(s, k)))
		k--;
	if (k > 1 && k < f->first && sub_at(s, k - 1, R_UNIT_OF_TIME) == unit_month)
		k--; /* the summer months of 1917 */
	if (!k || !is_role(s, k - 1, R_SEASON) || !is_space(year_gap(s, k)))
		return 0;
	k--;
	f->shape |= SHAPE_SEASON;
	f->month = lex_at(s, k)->value;
	if (k && year_gap(s, k) == G_DASH && is_role(s, k - 1, R_SEASON))
		k--;
	else if (k > 1 && sub_at(s, k - 1, R_LINK) == link_and && is_role(s, k - 2, R_SEASON) &&
		 is_space(year_gap(s, k)) && is_space(year_gap(s, k - 1)))
		k -= 2;
	move_start(s, f, k);
	return 1;
}

static void take_about(const scan *s, found *f)
{
	uint32_t k = f->first;

	while (k && is_space(year_gap(s, k)) && sub_at(s, k - 1, R_LINK) >= link_in)
		k--;
	if (!k || !is_role(s, k - 1, R_ABOUT) || !only(year_gap(s, k), G_BLANK | G_POINT))
		return;
	if (s->token[k - 1].flags & KT_TOKEN_LETTER && !(s->token[k - 1].flags & KT_TOKEN_POINT))
		return; /* "c." alone is circa */
	f->approximate = 1;
	move_start(s, f, k - 1);
}

void year_take_modifiers(scan *s, found *f)
{
	take_season(s, f);
	take_part(s, f);
	take_about(s, f);
}
