/* years_spell.c - years and congresses in words, and names of eras. */
#include "years.h"

#include <string.h>

/* ---- nineteen seventeen ---------------------------------------------------------------------- */

static int cardinal(const scan *s, uint32_t i)
{
	return is_role(s, i, R_CARDINAL) ? lex_at(s, i)->value : 0;
}

static int joined(const scan *s, uint32_t i)
{
	return only(year_gap(s, i), G_BLANK | G_DASH) && i < s->count;
}

/* The last two figures in words at j: seventeen, thirty-seven, [hundred] and five. */
static int two_figures(const scan *s, uint32_t j, uint32_t *last)
{
	int value = cardinal(s, j), unit;

	if (!joined(s, j))
		return 0;
	*last = j;
	if (value >= 10 && value < 20)
		return value;
	if (value < 20 || value > 90)
		return 0;
	unit = cardinal(s, j + 1);
	if (unit >= 1 && unit <= 9 && joined(s, j + 1) && !sub_at(s, j + 1, R_CARDINAL)) {
		*last = j + 1;
		return value + unit;
	}
	return value;
}

static int english_year(const scan *s, uint32_t i, uint32_t *last)
{
	int century = cardinal(s, i), value;
	uint32_t j = i + 1;

	if (century < 16 || century > 19)
		return 0;
	if (cardinal(s, j) == 100 && joined(s, j)) {
		j++;
		if (sub_at(s, j, R_LINK) == link_and)
			j++;
		value = two_figures(s, j, last);
		if (!value && cardinal(s, j) >= 1 && cardinal(s, j) <= 9 && joined(s, j)) {
			value = cardinal(s, j);
			*last = j;
		}
		return value ? century * 100 + value : 0;
	}
	value = two_figures(s, j, last);
	return value ? century * 100 + value : 0;
}

/* тысяча девятьсот тридцать седьмого года: the last word is an ordinal, and a year's word follows.
 */
static int russian_year(const scan *s, uint32_t i, uint32_t *last)
{
	uint32_t j = i + 1;
	int year = 1000, ordinal;

	if (cardinal(s, i) != 1000 || (cardinal(s, j) != 900 && cardinal(s, j) != 800))
		return 0;
	year += cardinal(s, j++);
	if (cardinal(s, j) >= 20 && cardinal(s, j) <= 90 && sub_at(s, j, R_CARDINAL) == 2)
		year += cardinal(s, j++);
	ordinal = is_role(s, j, R_ORDINAL) ? lex_at(s, j)->value : 0;
	if (!ordinal || year_take_word(s, j) == j)
		return 0;
	*last = j + 1;
	return year + ordinal;
}

uint32_t year_read_spelled(scan *s, uint32_t i)
{
	uint32_t last = i, next;
	int year = english_year(s, i, &last);
	found *f;

	if (!year)
		year = russian_year(s, i, &last);
	if (!year)
		return i;
	next = last + 1;
	if (year_gap(s, next) == G_DASH ||
		(is_role(s, next, R_COUNTED) && is_space(year_gap(s, next))))
		return next; /* nineteen thirty-year-olds */
	f = year_push(s, i, last, year, year, SHAPE_YEAR);
	if (f)
		year_take_modifiers(s, f);
	return next;
}

/* ---- eras ------------------------------------------------------------------------------------ */

/* The token behind an era's name that begins at i, or 0. */
static uint32_t behind_era(const scan *s, const era *e, uint32_t i)
{
	const char *words = e->words;

	for (uint32_t j = i;; j++) {
		if (j >= s->count || (j > i && !only(year_gap(s, j), G_BLANK | G_DASH)))
			return 0;
		if (!year_word_fits(&words, kt_words_form(s->tagger->lexicon.of, s->token[j].form)))
			return 0;
		if (!*words)
			return j + 1;
	}
}

/* Names are written with capitals, but in Russian, and for the -shchinas. */
static int has_capitals(const scan *s, const era *e, uint32_t i, uint32_t end)
{
	uint32_t words = 0, capitals = 0;

	if (s->token[i].flags & KT_TOKEN_CYRILLIC ||
		(e->kind == NAMED_EVENT && s->token[i].flags & KT_TOKEN_CAPITAL))
		return 1;
	for (uint32_t j = i; j < end; j++) {
		if (is_role(s, j, R_LINK | R_DETERMINER) && j == i) {
			continue;
		}
		words++;
		capitals += (s->token[j].flags & (KT_TOKEN_CAPITAL | KT_TOKEN_NUMBER)) != 0;
	}
	return end == i + 1 || 2 * capitals > words;
}

/* "Thaw" and the like are names only behind an article. */
static int is_plain_word(const scan *s, const era *e, uint32_t i)
{
	return !strcmp(e->words, "thaw") && (!i || sub_at(s, i - 1, R_LINK) != link_article ||
						    !(s->token[i].flags & KT_TOKEN_CAPITAL));
}

/* The Civil War of another people: Spanish Civil War, гражданская война в Испании. */
static int is_elsewhere(const scan *s, const era *e, uint32_t i, uint32_t end)
{
	if (!strstr(e->words, "civil war") && !strstr(e->words, "гражданск"))
		return 0;
	if (s->token[i].flags & KT_TOKEN_CYRILLIC) {
		kt_str form;

		if (sub_at(s, end, R_LINK) != link_in || end + 1 >= s->count)
			return 0;
		form = kt_words_form(s->tagger->lexicon.of, s->token[end + 1].form);
		return !kt_str_starts(form, KT_STR("росси")) && !kt_str_is(form, "ссср") &&
		       s->token[end + 1].flags & KT_TOKEN_CAPITAL;
	}
	return i && is_space(year_gap(s, i)) && s->token[i - 1].flags & KT_TOKEN_CAPITAL &&
	       !is_role(s, i - 1, R_FUNCTION | R_PREPOSITION | R_DETERMINER | R_LINK) &&
	       e == &eras[1] &&
	       !kt_str_is(kt_words_form(s->tagger->lexicon.of, s->token[i - 1].form), "soviet");
}

uint32_t year_read_era(scan *s, uint32_t i)
{
	if (!(lex_at(s, i)->how & HOW_ERA_ALONE) &&
		(i + 1 >= s->count || !(lex_at(s, i + 1)->how & HOW_ERA_NEXT)))
		return i;
	for (size_t n = 0; n < era_count; n++) {
		uint32_t end;
		found *f;

		end = behind_era(s, &eras[n], i);
		if (!end || !has_capitals(s, &eras[n], i, end) || is_plain_word(s, &eras[n], i))
			continue;
		if (is_elsewhere(s, &eras[n], i, end))
			return end;
		f = year_push(s, i, end - 1, eras[n].from, eras[n].to,
			SHAPE_ERA | (eras[n].kind != PERIOD ? SHAPE_EVENT : 0));
		if (f)
			f->type = KT_YEAR_ERA;
		return end;
	}
	return i;
}

/* ---- congresses ------------------------------------------------------------------------------ */

static int form_starts(const scan *s, uint32_t i, const char *const *stems)
{
	kt_str form;

	if (i >= s->count)
		return 0;
	form = kt_words_form(s->tagger->lexicon.of, s->token[i].form);
	for (; *stems; stems++)
		if (kt_str_starts(form, kt_str_of(*stems)))
			return 1;
	return 0;
}

static const char *const party_words[] = { "party", "партии", "партийн", "партсъезд", "ркп", "вкп",
	"кпсс", "рсдрп", "rkp", "vkp", "cpsu", "rcp", "rsdrp", "rsdlp", "bolshevik", "большевик",
	"communist", "партконференц", NULL };
static const char *const comintern_words[] = { "comintern", "коминтерн", "international", NULL };
static const char *const soviet_words[] = { "soviets", "советов", NULL };
static const char *const all_russian[] = { "russian", "российск", "russia", NULL };
static const char *const all_union[] = { "union", "союзн", NULL };
static const char *const skipped[] = { "all", "party", "русск", "партийн", "congress", "съезд",
	"съѣзд", "all-russian", NULL };

/* The number of a congress before token i: Tenth, XVII, 17-й, and *first, its token. */
static int congress_number(const scan *s, uint32_t i, uint32_t *first)
{
	uint32_t k = i;
	int number;

	for (int n = 0; n < 3 && k && only(year_gap(s, k), G_BLANK | G_DASH); n++, k--) {
		if (is_role(s, k - 1, R_ORDINAL | R_ROMAN) && lex_at(s, k - 1)->value) {
			number = lex_at(s, k - 1)->value;
			*first = k - 1;
			if (k > 1 && number < 10 && is_role(s, k - 2, R_CARDINAL) &&
				lex_at(s, k - 2)->value == 20) {
				*first = k - 2;
				return 20 + number;
			}
			return number;
		}
		if (is_role(s, k - 1, R_SUFFIX) && k > 1 && is_role(s, k - 2, R_SMALL) &&
			year_gap(s, k - 1) == G_DASH) {
			*first = k - 2;
			return lex_at(s, k - 2)->value;
		}
		if (!form_starts(s, k - 1, skipped) && !form_starts(s, k - 1, party_words) &&
			!form_starts(s, k - 1, all_russian) && !form_starts(s, k - 1, all_union) &&
			!form_starts(s, k - 1, comintern_words))
			return 0;
	}
	return 0;
}

/* Whether one of the stems stands between the number and a few tokens behind the congress. */
static int has_near(const scan *s, uint32_t first, uint32_t i, const char *const *stems)
{
	for (uint32_t j = first; j < i + 5 && j < s->count; j++) {
		if (j > i && !only(year_gap(s, j), G_BLANK | G_DASH | G_QUOTE))
			return 0;
		if (form_starts(s, j, stems))
			return 1;
	}
	return 0;
}

/* The Tenth Congress of Trade Unions, X съезд комсомола; not X съезд избрал. */
static int is_of_others(const scan *s, uint32_t i)
{
	if (!is_space(year_gap(s, i + 1)))
		return 0;
	if (s->token[i].flags & KT_TOKEN_CYRILLIC)
		return year_before_noun(s, i + 1) && !year_is_past_verb(s, i + 1);
	return sub_at(s, i + 1, R_LINK) == link_of;
}

uint32_t year_read_congress(scan *s, uint32_t i)
{
	uint32_t first;
	int kind = sub_at(s, i, R_CONGRESS), number = congress_number(s, i, &first), year = 0;
	found *f;

	if (!number)
		return i;
	if (has_near(s, first, i, soviet_words))
		year = congress_of_soviets(number,
			has_near(s, first, i, all_union) && !has_near(s, first, i, all_russian));
	else if (has_near(s, first, i, comintern_words))
		year = congress_of_comintern(number);
	else if (has_near(s, first, i, party_words))
		year = kind == 2 ? conference_of_party(number) : congress_of_party(number);
	else if (kind == 1 && number >= 8 && !is_of_others(s, i))
		year = congress_of_party(number); /* "the Tenth Congress" is the party's */
	if (!year)
		return i;
	/* the number is a number; the span is the body's name */
	f = year_push(s, i, i, year, year, SHAPE_ERA | SHAPE_EVENT | SHAPE_CONGRESS);
	if (f) {
		f->type = KT_YEAR_ERA;
		f->head = first;
	}
	return i;
}
