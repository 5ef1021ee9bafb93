/* years_type.c - whether a year is spoken of, is that of a publication, a life, or a document. */
#include "years.h"

#include <stdlib.h>

enum { DATE_LOOKS_BACK = 7, BRACKET_LOOKS_BACK = 24 };

static int is_capital(const scan *s, uint32_t i)
{
	return i < s->count && s->token[i].flags & KT_TOKEN_CAPITAL;
}

static kt_kind kind_of_passage(const scan *s)
{
	return s->passage->kind;
}

static int cites(const scan *s)
{
	kt_kind kind = kind_of_passage(s);

	return kind == KT_KIND_FOOTNOTE || kind == KT_KIND_BIBLIOGRAPHY ||
	       kind == KT_KIND_ATTRIBUTION;
}

/* A year, or the years of several volumes, without a day. */
static int is_plain(const found *f)
{
	return f->shape & SHAPE_YEAR && !(f->shape & (SHAPE_DAY | SHAPE_PART | SHAPE_WORD)) &&
	       f->to - f->from <= 12;
}

/* ---- brackets -------------------------------------------------------------------------------- */

/* The first token inside the bracket that is open at token i, or the number of tokens: none. */
static uint32_t bracket_of(const scan *s, uint32_t i)
{
	for (uint32_t n = 0; n < BRACKET_LOOKS_BACK; n++, i--) {
		unsigned gap = year_gap(s, i);

		if (gap & G_OPEN)
			return i;
		if (gap & G_CLOSE || !i)
			break;
	}
	return s->count;
}

static int is_alone_in_bracket(const scan *s, const found *f)
{
	return year_gap(s, f->first) & G_OPEN && year_gap(s, f->last + 1) & G_CLOSE;
}

/* ---- publications ---------------------------------------------------------------------------- */

static int is_pages(const scan *s, uint32_t j)
{
	if (j >= s->count)
		return 0;
	if (sub_at(s, j, R_LABEL) == label_page && s->token[j].flags & KT_TOKEN_POINT)
		return is_role(s, j + 1, R_NUMBER | R_ROMAN);
	return is_role(s, j, R_NUMBER) && !is_role(s, j, R_DECADE | R_YEAR) &&
	       is_role(s, j + 1, R_NUMBER) && year_gap(s, j + 1) == G_DASH;
}

/* A year or range before the mark that closes a title: *Trotsky, 1879–1921*, vol. 1. */
static int ends_title(const scan *s, const found *f)
{
	size_t end = f->end;
	unsigned kind = year_kind_of(kt_utf8_next(s->text, &end));

	return kind & (G_STAR | G_QUOTE) ||
	       (kind & G_APOSTROPHE && !(s->token[f->last].flags & KT_TOKEN_POSSESSIVE));
}

/* 1978, 37-45; 2002): 353; 1937, p. 4. */
static int has_pages_behind(const scan *s, const found *f)
{
	uint32_t j = f->last + 1;
	unsigned gap = year_gap(s, j);

	if (ends_title(s, f) || !(gap & (G_COMMA | G_COLON | G_POINT)) || gap & (G_LINE | G_NOTE))
		return 0;
	if (is_pages(s, j))
		return 1;
	return gap & G_COLON && gap & G_CLOSE && is_role(s, j, R_NUMBER);
}

/* no. 5, 1980; 54 (2002); 1997. No 3. */
static int has_number_beside(const scan *s, const found *f)
{
	uint32_t k = f->first, j = f->last + 1;
	unsigned gap = year_gap(s, k);

	if (ends_title(s, f))
		return 0;
	if (k && is_role(s, k - 1, R_NUMBER | R_ROMAN) && gap & (G_COMMA | G_OPEN)) {
		gap = year_gap(s, k - 1);
		if (gap & G_NUMERO || (k > 1 && is_role(s, k - 2, R_LABEL) &&
					      sub_at(s, k - 2, R_LABEL) == label_number &&
					      only(gap, G_BLANK | G_POINT)))
			return 1;
	}
	gap = year_gap(s, j);
	if (!(gap & (G_COMMA | G_POINT)) || gap & (G_LINE | G_NOTE))
		return 0;
	return gap & G_NUMERO ||
	       (sub_at(s, j, R_LABEL) == label_number && s->token[j].flags & KT_TOKEN_POINT &&
		       is_role(s, j + 1, R_NUMBER | R_ROMAN));
}

/* Behind a place or a publisher: Moscow, 1937; М., 1997; University Press, 1999. */
static int has_imprint(const scan *s, const found *f, uint32_t from)
{
	uint32_t k = f->first;
	unsigned gap = year_gap(s, k);

	if (!k || !is_capital(s, k - 1) || !(gap & G_COMMA) || gap & G_LINE)
		return 0;
	if (is_role(s, k - 1, R_IMPRINT))
		return 1;
	for (uint32_t j = k; j-- > from && k - j < 8;) {
		if (is_role(s, j, R_PLACE) && is_capital(s, j) && year_gap(s, j + 1) & G_COLON)
			return 1; /* London: Verso, 1978 */
		if (is_role(s, j, R_IMPRINT) && is_capital(s, j))
			return 1;
	}
	return is_role(s, k - 1, R_PLACE) && (cites(s) || has_pages_behind(s, f));
}

/* (Fitzpatrick 1999), (Getty and Naumov, 1999, 45): names alone before the year. */
static int is_author_and_year(const scan *s, const found *f, uint32_t open)
{
	unsigned after = year_gap(s, f->last + 1);
	uint32_t names = 0;

	if (!(after & (G_CLOSE | G_COMMA | G_COLON | G_SEMICOLON)) ||
		f->shape & (SHAPE_MONTH | SHAPE_SEASON | SHAPE_RANGE))
		return 0;
	if (open == f->first || f->first - open > 8)
		return 0;
	for (uint32_t j = open; j < f->first; j++) {
		if (is_role(s, j, R_LINK) && sub_at(s, j, R_LINK) == link_and)
			continue;
		if (is_role(s, j, R_VERB_OF_CITING | R_IMPRINT) || (names && is_role(s, j, R_YEAR)))
			continue;
		if (!is_capital(s, j) ||
			is_role(s, j, R_MONTH | R_PLACE | R_NUMBER | R_CONGRESS | R_PREPOSITION))
			return 0;
		names++;
	}
	return names > 0 && only(year_gap(s, f->first), G_BLANK | G_COMMA | G_POINT);
}

/* Whether a person's name may end at token k: capitals, no article before them. */
static int is_name(const scan *s, uint32_t k)
{
	uint32_t first = k;

	if (!is_capital(s, k) || is_role(s, k, R_NUMBER | R_PAPER | R_ERA | R_CONGRESS | R_MONTH))
		return 0;
	while (first && k - first < 5 && is_capital(s, first - 1) &&
		!is_role(s, first - 1, R_DETERMINER | R_ORDINAL) &&
		only(year_gap(s, first), G_BLANK | G_POINT | G_DASH))
		first--;
	return !first || !only(year_gap(s, first), G_BLANK) ||
	       !is_role(s, first - 1, R_DETERMINER | R_ORDINAL);
}

/* Fitzpatrick (1999) argues; *The Revolution Betrayed* (1936). */
static int is_work_in_text(const scan *s, const found *f)
{
	uint32_t k = f->first;
	unsigned gap = year_gap(s, k);

	if (!is_alone_in_bracket(s, f) || !k)
		return 0;
	if (f->to - f->from > 5)
		return 0; /* the life of a journal */
	if (gap & (G_STAR | G_QUOTE))
		return 1;
	if (!is_capital(s, k - 1))
		return 0;
	if (is_role(s, f->last + 1, R_VERB_OF_CITING) || cites(s) ||
		s->token[k - 1].flags & KT_TOKEN_POSSESSIVE)
		return 1;
	/* Davies and Wheatcroft (2004): what they found */
	return year_gap(s, f->last + 1) & G_COLON && f->from >= 1945 && is_name(s, k - 1);
}

/* In a note or a bibliography: a year between commas or stops, no word of a sentence. */
static int stands_apart(const scan *s, const found *f)
{
	unsigned before = year_gap(s, f->first), after = year_gap(s, f->last + 1);

	return !ends_title(s, f) && before & (G_COMMA | G_POINT | G_OPEN | G_COLON | G_BRACKET) &&
	       after & (G_COMMA | G_POINT | G_CLOSE | G_SEMICOLON | G_EDGE | G_UNBRACKET | G_COLON |
			       G_OPEN);
}

/* The same, and not within a title: behind a stop or a place, or alone in its bracket. */
static int stands_as_imprint(const scan *s, const found *f)
{
	unsigned before = year_gap(s, f->first), after = year_gap(s, f->last + 1);

	if (before & G_OPEN && after & (G_CLOSE | G_COMMA))
		return 1;
	if (before & G_COMMA)
		return f->first && is_role(s, f->first - 1, R_PLACE | R_IMPRINT | R_YEAR);
	return before & G_POINT && !(after & G_COLON);
}

/* The last year that stands apart in an entry of a bibliography. */
static int is_last_apart(const scan *s, const found *f)
{
	const kt_year_tagger *t = s->tagger;
	const found *end = t->found + t->count;

	for (const found *g = f + 1; g < end; g++) {
		if (g->shape & (SHAPE_GONE | SHAPE_ERA) || !is_plain(g))
			continue;
		if (year_gap(s, g->first) & G_LINE)
			break;
		if (stands_apart(s, g))
			return 0;
	}
	return 1;
}

/* New York, Henry Holt and Company, 1918. */
static int is_title_page(const scan *s, const found *f)
{
	return f->first && f->last + 1 == s->count && s->count < 20 &&
	       is_role(s, f->first - 1, R_IMPRINT) && is_capital(s, f->first - 1);
}

/* Also in 1454, 1468 and 1484: a list of years in a note. */
static int is_in_list(const scan *s, const found *f)
{
	uint32_t k = f->first;

	return k && is_role(s, k - 1, R_YEAR) && bracket_of(s, k) == s->count &&
	       only(year_gap(s, k), G_COMMA | G_BLANK);
}

/* Retrieved 9 May 2010. */
static int is_access(const scan *s, const found *f)
{
	static const char *const words[] = { "retrieved", "accessed", "access", "accessdate",
		"обращения" };
	uint32_t k = f->first;

	if (k > 1 && is_space(year_gap(s, k)) && is_role(s, k - 1, R_PREPOSITION))
		k--;
	for (size_t n = 0; k && n < sizeof words / sizeof *words; n++)
		if (kt_str_is(kt_words_form(s->tagger->lexicon.of, s->token[k - 1].form), words[n]))
			return 1;
	return 0;
}

static int is_publication(const scan *s, const found *f)
{
	uint32_t open;

	if (is_access(s, f) || (f->shape & SHAPE_DAY && cites(s) && is_alone_in_bracket(s, f)))
		return 1;
	if (!is_plain(f))
		return 0;
	open = bracket_of(s, f->first);
	if (open < s->count && is_author_and_year(s, f, open))
		return 1;
	if (has_pages_behind(s, f) || has_number_beside(s, f) || is_work_in_text(s, f))
		return 1;
	if (has_imprint(s, f, open < s->count ? open : 0) || is_title_page(s, f))
		return 1;
	if (open < s->count && is_role(s, f->first - 1, R_PLACE) &&
		year_gap(s, f->first) & G_COMMA && year_gap(s, open) & (G_STAR | G_QUOTE))
		return 1;
	if (!cites(s) || !stands_apart(s, f) || is_in_list(s, f))
		return 0;
	if (f->shape & SHAPE_RANGE && !is_role(s, f->first - 1, R_PLACE | R_IMPRINT))
		return 0;
	return kind_of_passage(s) != KT_KIND_BIBLIOGRAPHY || stands_as_imprint(s, f) ||
	       is_last_apart(s, f);
}

/* ---- documents ------------------------------------------------------------------------------- */

/* The paper at token k has a date to the day, or a number: Правда. 1937. 5 янв. */
static int is_dated_issue(const scan *s, const found *f, uint32_t k)
{
	uint32_t j = f->last + 1;

	if (f->shape & SHAPE_DAY)
		return 1;
	if (sub_at(s, k, R_PAPER))
		return 0; /* Times, Post: parts of other titles too */
	if (is_role(s, k + 1, R_NUMBER | R_LABEL) && k + 1 < f->first)
		return 1;
	return only(year_gap(s, j), G_POINT | G_COMMA | G_BLANK) && is_role(s, j, R_SMALL) &&
	       is_role(s, j + 1, R_MONTH);
}

/* Pravda, 5 January 1937; «Правда» от 5 января: the paper, then nothing but numbers and links. */
static int is_issue(const scan *s, const found *f)
{
	uint32_t k = f->first;

	if (f->shape & SHAPE_DAY && cites(s) && k && year_gap(s, k) & (G_STAR | G_QUOTE) &&
		year_gap(s, k) & (G_COMMA | G_POINT))
		return 1; /* _Washington Jewish Week_, March 3, 2005 */
	for (int n = 0; n < DATE_LOOKS_BACK && k; n++, k--) {
		if (year_gap(s, k) & (G_SEMICOLON | G_LINE | G_CLOSE))
			return 0;
		if (is_role(s, k - 1, R_PAPER) && is_capital(s, k - 1))
			return is_dated_issue(s, f, k - 1);
		if (!is_role(s, k - 1, R_NUMBER | R_LABEL | R_LINK | R_MONTH))
			return 0;
		if (sub_at(s, k - 1, R_LINK) == link_in)
			return 0;
	}
	return 0;
}

/* Place and date, and no more: Washington, January 4, 1955, 2 p.m. */
static int is_dateline(const scan *s, const found *f)
{
	uint32_t k;

	if (f->first > 6 || s->count - f->last > 5 || !(f->shape & SHAPE_DAY) ||
		f->shape & SHAPE_RANGE)
		return 0;
	if (!f->first)
		return kind_of_passage(s) != KT_KIND_HEADING && s->count == f->last + 1;
	for (k = 0; k < f->first; k++)
		if (!is_capital(s, k) && !is_role(s, k, R_NUMBER))
			return 0;
	return year_gap(s, f->first) & (G_COMMA | G_POINT | G_DASH | G_COLON) ||
	       is_role(s, f->first - 1, R_DOCUMENT);
}

/* A document's heading that ends with its date: 1. Memorandum of a Conversation, ..., January 4. */
static int is_heading_of_document(const scan *s, const found *f)
{
	if (s->count - f->last > 6 || !(f->shape & SHAPE_DAY) || s->count > 80 || cites(s))
		return 0;
	if (!(year_gap(s, f->first) & G_COMMA) && kind_of_passage(s) != KT_KIND_HEADING)
		return 0;
	for (uint32_t k = 0; k < 4 && k < f->first; k++)
		if (is_role(s, k, R_DOCUMENT) && is_capital(s, k))
			return 1;
	return 0;
}

/* ---- lives ----------------------------------------------------------------------------------- */

static int is_life(const scan *s, const found *f)
{
	uint32_t k = f->first;
	unsigned gap = year_gap(s, k), after = year_gap(s, f->last + 1);
	int years = f->to - f->from;

	if (k && is_role(s, k - 1, R_LIFE) && only(gap, G_BLANK | G_POINT) &&
		(s->token[k - 1].flags & KT_TOKEN_POINT || s->token[k - 1].length > 2))
		return bracket_of(s, k) < s->count;
	if (f->shape & SHAPE_WORD && is_role(s, f->last + 1, R_LIFE) &&
		s->token[f->last + 1].flags & KT_TOKEN_POINT && s->token[f->last + 1].length == 2)
		return 1; /* 1895 г. р. */
	return f->shape & SHAPE_RANGE && years >= 15 && years <= 105 && gap & G_OPEN &&
	       after & (G_CLOSE | G_COMMA | G_SEMICOLON) && k && !(gap & (G_STAR | G_QUOTE)) &&
	       is_name(s, k - 1);
}

/* ---- together -------------------------------------------------------------------------------- */

void year_tell_types(scan *s)
{
	kt_year_tagger *t = s->tagger;

	for (size_t i = 0; i < t->count; i++) {
		found *f = &t->found[i];

		if (f->shape & (SHAPE_GONE | SHAPE_ERA | SHAPE_PENDING | SHAPE_RELATIVE))
			continue;
		if (is_issue(s, f) || is_dateline(s, f) || is_heading_of_document(s, f))
			f->type = KT_YEAR_SOURCE;
		else if (is_life(s, f))
			f->type = KT_YEAR_LIFE;
		else if (is_publication(s, f))
			f->type = KT_YEAR_PUBLICATION;
	}
}
