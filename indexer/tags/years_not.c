/* years_not.c - numbers of four digits that are no years: pages, counts, files, orders, titles. */
#include "years.h"

/* ---- what stands before ---------------------------------------------------------------------- */

static kt_str form_at(const scan *s, uint32_t i)
{
	return kt_words_form(s->tagger->lexicon.of, s->token[i].form);
}

/* An archive's letter before: f. 17, op. 2, d. 1917, л. 37. "d. 1937" alone is a death. */
static int is_archive_letter(const scan *s, uint32_t k)
{
	kt_str form = form_at(s, k);

	if (!kt_str_is(form, "d") && !kt_str_is(form, "д") && !kt_str_is(form, "об"))
		return s->token[k].flags & KT_TOKEN_POINT ||
		       !(s->token[k].flags & KT_TOKEN_CAPITAL);
	for (uint32_t j = k; j-- > 0 && k - j < 6;)
		if (is_role(s, j, R_LABEL) &&
			s->lex[s->token[j].form].sub[SLOT_LABEL] == label_letter)
			return 1;
	return 0;
}

/* A word that numbers what follows: p., No, Order. */
static int has_label(const scan *s, uint32_t i, int is_range)
{
	unsigned gap = year_gap(s, i);
	uint32_t k = i - 1;
	int point;

	if (gap & (G_NUMERO | G_MONEY))
		return 1;
	if (i > 1 && s->token[k].flags & KT_TOKEN_LETTER && s->token[k].flags & KT_TOKEN_CAPITAL &&
		is_role(s, k - 1, R_NUMBER) && is_space(gap))
		return 1; /* Lot 58 D 1933 */
	if (year_take_word(s, i) > i)
		return 0; /* дело 1965 года */
	if (!i || !is_role(s, k, R_LABEL) ||
		!only(gap, G_BLANK | G_POINT | G_COLON | G_STAR | G_QUOTE))
		return 0;
	point = (s->token[k].flags & KT_TOKEN_POINT) != 0;
	switch (sub_at(s, k, R_LABEL)) {
	case label_page:
		/* с is a preposition too; "p" and "s" need their point unless glued */
		return s->token[k].length > 2 || point || is_role(s, k - 1, R_NUMBER);
	case label_number:
		if (k && is_role(s, k - 1, R_NUMBER | R_CARDINAL) && point &&
			is_space(year_gap(s, k)))
			return 0; /* 14 vols. 1950-78 */
		return point || s->token[k].length > 3 || s->token[k].flags & KT_TOKEN_CAPITAL;
	case label_word:
		return !is_range && !(gap & G_COLON) &&
		       (s->token[k].length > 5 || point || s->token[k].flags & KT_TOKEN_CAPITAL ||
			       !is_role(s, k, R_COUNTED));
	case label_model:
		return year_take_word(s, i) == i;
	case label_letter:
		return is_archive_letter(s, k);
	default:
		return 0;
	}
}

/* Years before Christ are not told. */
int year_before_christ(const scan *s, uint32_t i)
{
	kt_str form;

	if (i >= s->count || !only(year_gap(s, i), G_BLANK | G_POINT))
		return 0;
	form = form_at(s, i);
	if (kt_str_is(form, "bc") || kt_str_is(form, "bce"))
		return 1;
	return kt_str_is(form,
		       i + 1 < s->count && s->token[i].flags & KT_TOKEN_CYRILLIC ? "до" : "b") &&
	       i + 1 < s->count &&
	       (kt_str_is(form_at(s, i + 1), "н") || kt_str_is(form_at(s, i + 1), "c"));
}

/* A list of pages goes on: pp. 1917, 1920 and 1931-5. */
static int list_goes_on(const scan *s, uint32_t i)
{
	unsigned gap = year_gap(s, i);

	if (i && is_role(s, i - 1, R_YEAR) && s->token[i - 1].length == 5 &&
		s->token[i - 1].flags & KT_TOKEN_LATIN && only(gap, G_COMMA | G_COLON | G_BLANK))
		return 1; /* 1998a, 1033 */
	if (!s->last_none || !i)
		return 0;
	if (s->last_none == i)
		return gap & (G_COMMA | G_DASH | G_SLASH) &&
		       only(gap, G_COMMA | G_DASH | G_SLASH | G_BLANK);
	return s->last_none == i - 1 && sub_at(s, i - 1, R_LINK) == link_and && is_space(gap) &&
	       is_space(year_gap(s, i - 1));
}

/* Glued to letters or figures before: T-1917, 0-1917, example.org/1937. */
static int is_glued(const scan *s, uint32_t i)
{
	unsigned gap;
	uint32_t k = i - 1;

	if (!i || !(s->token[i].flags & KT_TOKEN_GLUED))
		return 0;
	gap = year_gap(s, i);
	if (is_role(s, k, R_YEAR) && gap == G_DASH && lex_at(s, k)->value < lex_at(s, i)->value)
		return 0; /* 1789-1848-1905 */
	if (is_role(s, k, R_NUMBER))
		return gap == G_DASH || gap == G_POINT || gap == G_COMMA || gap == G_SLASH;
	if (gap == G_DASH) {
		if (is_role(s, k, R_PREPOSITION | R_PART | R_MONTH | R_SEASON | R_ABOUT))
			return 0;
		return s->token[k].flags & (KT_TOKEN_LETTER | KT_TOKEN_UPPER) ||
		       is_role(s, k, R_ROMAN);
	}
	return gap == G_SLASH || gap & G_OTHER || (gap == G_STAR && !(gap & G_SPACE));
}

/* ---- what stands behind ---------------------------------------------------------------------- */

/* A preposition that leads to a time rather than to things counted. */
static int leads_to_time(const scan *s, uint32_t i)
{
	uint32_t k = i - 1;

	if (!i || !is_space(year_gap(s, i)))
		return 0;
	if (is_role(s, k, R_OPEN | R_MONTH | R_SEASON | R_PART) || sub_at(s, k, R_LINK) == link_in)
		return 1;
	if (sub_at(s, k, R_LINK) == link_between || sub_at(s, k, R_LINK) == link_from)
		return is_role(s, i + 1, R_LINK) && is_role(s, i + 2, R_YEAR);
	if (sub_at(s, k, R_LINK) == link_of && k && is_role(s, k - 1, R_MONTH | R_SEASON | R_PART))
		return 1;
	return sub_at(s, k, R_UNIT_OF_TIME) == unit_year || kt_str_is(form_at(s, k), "during");
}

static int is_supported(const scan *s, uint32_t i)
{
	unsigned gap = year_gap(s, i);

	if (!i || gap & (G_OPEN | G_BRACKET | G_COMMA | G_BAR | G_EDGE))
		return 1;
	return is_role(s, i - 1,
		       R_PREPOSITION | R_DETERMINER | R_OPEN | R_MONTH | R_SEASON | R_PART |
			       R_ABOUT | R_UNIT_OF_TIME) ||
	       s->token[i - 1].flags & KT_TOKEN_POSSESSIVE;
}

/* A word in the plural, by its look. */
static int is_plural(const scan *s, uint32_t j)
{
	kt_str form = form_at(s, j);

	return form.len > 3 && form.ptr[form.len - 1] == 's' && form.ptr[form.len - 2] != 's';
}

/* 1388 (0.9 %): the share that the number is. */
static int is_share(const scan *s, uint32_t j)
{
	if (!(year_gap(s, j) & G_OPEN) || !is_role(s, j, R_NUMBER))
		return 0;
	while (is_role(s, j + 1, R_NUMBER) && s->token[j + 1].flags & KT_TOKEN_GLUED)
		j++;
	return year_gap(s, j + 1) & G_PERCENT;
}

/* Things counted behind the number: 1200 men, 1500 рублей. */
static int counts(const scan *s, uint32_t i, uint32_t last)
{
	uint32_t j = last + 1;
	unsigned gap = year_gap(s, j);
	int value = lex_at(s, i)->value, round = value % 100 == 0 || value < 1600;

	if (last > i && !round)
		return 0;
	if (gap & (G_PERCENT | G_MONEY) || (!leads_to_time(s, i) && is_share(s, j)))
		return 1;
	if (j >= s->count || !(is_space(gap) || gap == G_DASH))
		return 0;
	if (gap == G_DASH && is_role(s, j, R_SUFFIX))
		return 0;
	if (gap == G_DASH)
		return is_role(s, j, R_COUNTED | R_UNIT_OF_TIME) ||
		       kt_str_is(form_at(s, j), "strong") || kt_str_is(form_at(s, j), "man");
	if (is_role(s, j, R_COUNTED)) {
		if (sub_at(s, j, R_COUNTED))
			return !is_role(s, j, R_PREPOSITION | R_FUNCTION) &&
			       !(s->token[j].flags & KT_TOKEN_CAPITAL);
		return round || !leads_to_time(s, i);
	}
	if (i && is_role(s, i - 1, R_QUANTITY) && is_space(year_gap(s, i)) &&
		year_before_noun(s, j) && (round || is_plural(s, j)))
		return 1;
	if (year_before_noun(s, j) && is_plural(s, j) && last == i)
		return !is_supported(s, i) && !(s->token[j].flags & KT_TOKEN_POSSESSIVE);
	return 0;
}

/* 1917 Pennsylvania Avenue. */
static int is_address(const scan *s, uint32_t last)
{
	static const char *const kinds[] = { "street", "avenue", "road", "boulevard", "st", "ave",
		"drive", "square" };

	for (uint32_t j = last + 1; j < last + 4 && j < s->count; j++) {
		if (!is_space(year_gap(s, j)) || !(s->token[j].flags & KT_TOKEN_CAPITAL))
			return 0;
		for (size_t n = 0; n < sizeof kinds / sizeof *kinds; n++)
			if (j > last + 1 && kt_str_is(form_at(s, j), kinds[n]))
				return 1;
	}
	return 0;
}

/* The kinds of the characters that touch the stretch of tokens [i, last]. */
static unsigned touching(const scan *s, uint32_t i, uint32_t last, unsigned *behind)
{
	size_t at = s->token[i].offset, end = token_end(s, last);
	uint32_t before = kt_utf8_prev(s->text, &at), after = kt_utf8_next(s->text, &end);

	*behind = year_kind_of(after);
	return year_kind_of(before);
}

/* Marked off as a title: *1984*, «1984»; a bold year is a heading. */
static int is_title(const scan *s, uint32_t i, uint32_t last)
{
	unsigned before, after, both;

	if (last > i || year_gap(s, i) & (G_EDGE | G_BOLD))
		return 0;
	before = touching(s, i, last, &after);
	both = before & after;
	return both & (G_QUOTE | G_STAR | G_APOSTROPHE);
}

static int is_novel(const scan *s, uint32_t i)
{
	if (lex_at(s, i)->value != 1984)
		return 0;
	for (uint32_t k = i; k-- > 0 && i - k < 5;)
		if (kt_str_is(form_at(s, k), "orwell") ||
			kt_str_starts(form_at(s, k), KT_STR("оруэлл")))
			return 1;
	return 0;
}

/* A figure among figures, as in a table or a code. */
static int is_among_figures(const scan *s, uint32_t i, uint32_t last)
{
	return i && is_role(s, i - 1, R_NUMBER) && is_role(s, last + 1, R_NUMBER) &&
	       is_space(year_gap(s, i)) && is_space(year_gap(s, last + 1));
}

/* ---- together -------------------------------------------------------------------------------- */

/* A bare number is read as a year from 1600 on; before, and for full centuries, something must say
 * that it is one. */
static int is_unlikely(const scan *s, uint32_t i, uint32_t last)
{
	int value = lex_at(s, i)->value;
	unsigned after = year_gap(s, last + 1);

	if (value >= 1600 && value % 100 && value <= 2030)
		return 0;
	if (last > i || year_take_word(s, last) > last || leads_to_time(s, i))
		return 0;
	if ((value < 1600 && value % 100 == 0) || value > 2030)
		return 1;
	if (value < 1600 && !is_supported(s, i))
		return 1;
	/* a full century: a word behind it is likely to be what is counted */
	if (!is_space(after) || last + 1 >= s->count)
		return 0;
	if (year_before_noun(s, last + 1))
		return 1;
	/* Crowley & Lowery 2000 and */
	return !is_supported(s, i) && !(i && s->token[i - 1].flags & KT_TOKEN_CAPITAL &&
					      is_role(s, last + 1, R_FUNCTION | R_LINK));
}

int year_is_none(scan *s, uint32_t i, uint32_t last)
{
	uint32_t next = last + 1;

	if (s->token[i].flags & KT_TOKEN_GROUP ||
		(next < s->count && s->token[next].flags & KT_TOKEN_GROUP))
		return 1;
	if (!is_role(s, i, R_YEAR)) /* '37 has told */
		return 0;
	if (next < s->count && is_role(s, next, R_NUMBER) && !leads_to_time(s, i)) {
		unsigned gap = year_gap(s, next);

		if (gap == G_POINT || gap == G_COMMA)
			return 1; /* 1917.5 */
	}
	if (has_label(s, i, last > i) || list_goes_on(s, i)) {
		s->last_none = last + 1;
		return 1;
	}
	return year_before_christ(s, year_take_word(s, last) + 1) || is_glued(s, i) ||
	       counts(s, i, last) || is_address(s, last) || is_title(s, i, last) ||
	       is_novel(s, i) || is_among_figures(s, i, last) || is_unlikely(s, i, last);
}
