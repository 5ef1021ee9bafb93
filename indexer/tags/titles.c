/* titles.c - names that a title, a throne or the custom of a country tells. */
#include "people.h"

#include <string.h>

/* ---- titles ---- */

static int is_the(const scan *s, size_t i)
{
	return kt_str_is(form_at(s, i), "the");
}

/* Secretary of State, Minister of Foreign Affairs: the token behind the office. */
static size_t over_office(const scan *s, size_t i)
{
	size_t at = i;
	int offices = 0;

	if (at + 1 >= s->count || gap_before(s, at) != GAP_SPACE ||
		!kt_str_is(form_at(s, at), "of"))
		return i;
	while (++at < s->count && gap_before(s, at) == GAP_SPACE &&
		(lexical(s, at, W_OFFICE) || is_the(s, at)))
		offices += lexical(s, at, W_OFFICE);
	return offices ? at : i;
}

static size_t over_titles(const scan *s, size_t i, size_t *last)
{
	size_t at = i;

	while (at < s->count && !s->t->taken[at] && lexical(s, at, W_TITLE) &&
		(at == i || gap_before(s, at) == GAP_SPACE || gap_before(s, at) == GAP_POINT ||
			gap_before(s, at) == GAP_HYPHEN) &&
		!has(s, at, KT_TOKEN_POSSESSIVE)) {
		size_t office;

		*last = at++;
		office = at < s->count ? over_office(s, at) : at;
		if (office > at)
			return office;
	}
	return at;
}

static int title_gap(const scan *s, size_t i)
{
	gap g = gap_before(s, i);

	return g == GAP_SPACE || (g == GAP_POINT && class_at(s, i - 1)->letters <= 6);
}

/* Mr., Dr., Mrs.: titles that nothing but a name follows. */
static int abbreviated_title(const scan *s, size_t i)
{
	static const char *const titles[] = { "mr", "mrs", "ms", "dr", "sir", "miss", "mme", "herr",
		"senator", "congressman", "тов", "г-н", "господин", "товарищ" };

	for (size_t k = 0; k < sizeof titles / sizeof *titles; k++)
		if (kt_str_is(form_at(s, i), titles[k]))
			return 1;
	return 0;
}

static int plain_capital(const scan *s, size_t i)
{
	return i < s->count && !s->t->taken[i] && has(s, i, KT_TOKEN_CAPITAL) &&
	       !has(s, i, KT_TOKEN_UPPER | KT_TOKEN_LETTER) && !common_word(s, i) &&
	       may_be_surname(s, i, 0) && !unlikely_surname(s, i) && !name_class_at(s, i)->derived;
}

/* Yoram Gorlizki: no list has the forename, but a bearer of the surname does. */
static int bearers_forename(const scan *s, candidate *c)
{
	for (uint8_t k = 0; k < c->rows; k++)
		if (c->how[k] <= HOW_SOUND && s->t->authority->rows[c->row[k]].first &&
			row_fits(s->t, c->row[k], c))
			return 1;
	return 0;
}

/* Arno J. Mayer, Kendall E. Bailes: a word that no list of forenames has, one initial and a
 * surname; "Chekist Ya. Peters" is another's initial. */
static size_t middle_initial(const scan *s, size_t i, int titled)
{
	candidate c = fresh_candidate();
	found f = { .from = i, .surname = i + 2, .givens = 2, .given = { i, i + 1 } };
	size_t length;

	if (i + 2 >= s->count || !plain_capital(s, i) || name_class_at(s, i)->readings ||
		has(s, i, KT_TOKEN_POSSESSIVE) || gap_before(s, i + 1) != GAP_SPACE ||
		!has(s, i + 1, KT_TOKEN_LETTER) || !is_initial(s, i + 1, 0) ||
		gap_before(s, i + 2) != GAP_POINT || has(s, i + 2, KT_TOKEN_LETTER) ||
		!may_be_surname(s, i + 2, 0) || unlikely_surname(s, i + 2) || s->t->taken[i + 2])
		return 0;
	length = surname_rows(s, i + 2, &c, 0);
	set_given(s, &c, &f);
	f.known = length && bearers_forename(s, &c);
	if (!f.known) {
		candidate other = c;
		found bare = { .from = i + 1,
			.surname = i + 2,
			.givens = 1,
			.given = { i + 1 },
			.initials_only = 1 };
		size_t after = i + 2 + (length ? length : unknown_surname(s, i + 2));

		set_given(s, &other, &bare);
		if ((length && any_row_fits(s, &other)) || (class_at(s, i + 2)->lower && !titled) ||
			(after < s->count && gap_before(s, after) == GAP_SPACE &&
				has(s, after, KT_TOKEN_CAPITAL)))
			return 0;
		if (!length)
			length = unknown_surname(s, i + 2);
	}
	f.surname_to = f.to = i + 2 + length;
	keep_found(s, &c, &f, i, BY_GIVEN);
	return f.to - i;
}

size_t try_middle_initial(const scan *s, size_t i)
{
	return middle_initial(s, i, 0);
}

/* Senator Lester C. Hunt, Senator Millard Tydings: behind a title, two names that no list has. */
static size_t unlisted_name(const scan *s, size_t i)
{
	candidate c = fresh_candidate();
	found f = { .from = i,
		.to = i + 2,
		.surname = i + 1,
		.surname_to = i + 2,
		.givens = 1,
		.given = { i } };
	size_t length = middle_initial(s, i, 1);

	if (length)
		return length;
	if (!plain_capital(s, i) || name_class_at(s, i)->readings || i + 1 >= s->count ||
		class_at(s, i)->script != SCRIPT_LATIN || has(s, i, KT_TOKEN_POSSESSIVE) ||
		gap_before(s, i + 1) != GAP_SPACE || !plain_capital(s, i + 1) ||
		surname_rows(s, i + 1, &c, 0) ||
		(i + 2 < s->count && has(s, i + 2, KT_TOKEN_CAPITAL) &&
			gap_before(s, i + 2) <= GAP_HYPHEN && !has(s, i + 1, KT_TOKEN_POSSESSIVE)))
		return 0;
	set_given(s, &c, &f);
	keep_found(s, &c, &f, i, BY_GIVEN);
	return 2;
}

size_t try_title(const scan *s, size_t i)
{
	candidate c = fresh_candidate();
	found f = { 0 };
	size_t last = i, at = over_titles(s, i, &last), length;
	int capital = has(s, i, KT_TOKEN_CAPITAL);
	int cyrillic = class_at(s, i)->script == SCRIPT_CYRILLIC;

	if (at == i || at >= s->count || s->t->taken[at] || !title_gap(s, at) ||
		!has(s, at, KT_TOKEN_CAPITAL))
		return 0;
	if (surname_rows(s, at, &c, 1) < 2 && full_name(s, at, &f, &c) && !list_mark(s, &f)) {
		keep_found(s, &c, &f, at, BY_GIVEN);
		return f.to - i;
	}
	length = unlisted_name(s, at);
	if (length)
		return at + length - i;
	c = fresh_candidate();
	length = surname_rows(s, at, &c, 1);
	if (!length) {
		size_t particles = at;

		while (particles + 1 < s->count && lexical(s, particles, W_PARTICLE) &&
			given_gap(s, particles + 1, 0))
			particles++;
		if (!may_be_surname(s, particles, abbreviated_title(s, last)) ||
			has(s, particles, KT_TOKEN_LETTER) ||
			(unlikely_surname(s, particles) && !abbreviated_title(s, last)) ||
			lexical(s, particles, W_ROLE) || name_class_at(s, particles)->derived)
			return 0;
		if (has(s, particles, KT_TOKEN_UPPER) && !has(s, i, KT_TOKEN_UPPER) &&
			class_at(s, particles)->letters < 5)
			return 0; /* Президент США */
		if (!capital && !cyrillic && !lexical(s, last, W_ROLE))
			return 0;
		if (class_at(s, particles)->lower && !abbreviated_title(s, last))
			return 0; /* Commissar Supplies */
		length = particles - at + unknown_surname(s, particles);
	} else if (lexical(s, at, W_NEVER | W_HEAD | W_TITLE)) {
		return 0; /* General Staff, Secretary General */
	}
	c.academic = (uint8_t)lexical(s, last, W_ACADEMIC);
	f = (found) { .from = at, .to = at + length, .surname = at, .surname_to = at + length };
	keep_found(s, &c, &f, at, BY_TITLE);
	return at + length - i;
}

/* Nguyen Van Thieu, Deng Xiaoping: the surname comes first; a Vietnamese is called by the last
 * name. */
size_t try_eastern(const scan *s, size_t i)
{
	candidate c = fresh_candidate();
	size_t to = i + 1;

	if (!lexical(s, i, W_EASTERN) || has(s, i, KT_TOKEN_POSSESSIVE))
		return 0;
	while (to < s->count && to < i + 4 && !s->t->taken[to] &&
		(gap_before(s, to) == GAP_SPACE || gap_before(s, to) == GAP_HYPHEN) &&
		(may_be_surname(s, to, 0) || gap_before(s, to) == GAP_HYPHEN) &&
		!unlikely_surname(s, to) && class_at(s, to)->letters < 9 &&
		!has(s, to - 1, KT_TOKEN_POSSESSIVE))
		to++;
	if (to == i + 1 || (lexical(s, i, W_PARTICLE) && to < i + 3))
		return 0;
	set_surname(s, &c, i, to);
	c.key_name = lexical(s, i, W_GIVEN_LAST) ? printed(s, to - 1, to) : printed(s, i, i + 1);
	c.by = BY_GIVEN;
	c.monarch = 1;
	c.rule = "surname first";
	keep_candidate(s, &c, i, to);
	return to - i;
}

/* Haldore Hanson: a scholar of the tables has the surname, but not that forename. */
static int another_scholar(const scan *s, size_t i, const candidate *c)
{
	for (uint8_t k = 0; k < c->rows; k++)
		if (c->how[k] > HOW_EXACT || s->t->authority->rows[c->row[k]].rank < 3)
			return 0;
	return !starts_sentence(s, i) && class_at(s, i)->script == SCRIPT_LATIN;
}

/* His wife, Milda Draule; Milda Draule said: two unknown words, the first of which no list has,
 * with something beside them that people alone have. */
size_t try_two_words(const scan *s, size_t i)
{
	candidate c = fresh_candidate();
	found f = { .from = i,
		.to = i + 2,
		.surname = i + 1,
		.surname_to = i + 2,
		.givens = 1,
		.given = { i } };
	int kin = i && lexical(s, i - 1, W_KIN | W_ROLE) && !has(s, i - 1, KT_TOKEN_CAPITAL) &&
		  (gap_before(s, i) == GAP_SPACE || gap_before(s, i) == GAP_COMMA);
	size_t length;

	if (!plain_capital(s, i) || name_class_at(s, i)->readings || i + 1 >= s->count ||
		has(s, i, KT_TOKEN_POSSESSIVE) || gap_before(s, i + 1) != GAP_SPACE ||
		s->passage->kind == KT_KIND_HEADING)
		return 0;
	length = surname_rows(s, i + 1, &c, 0);
	if (length) {
		f.surname_to = f.to = i + 1 + length;
		set_given(s, &c, &f);
		f.known = bearers_forename(s, &c);
		if (f.known || (another_scholar(s, i, &c) && plain_capital(s, i + 1))) {
			keep_found(s, &c, &f, i, BY_GIVEN);
			return f.to - i;
		}
	}
	if (length > 1 || (!length && !plain_capital(s, i + 1)) ||
		(i + 2 < s->count && has(s, i + 2, KT_TOKEN_CAPITAL) &&
			gap_before(s, i + 2) <= GAP_HYPHEN && !has(s, i + 1, KT_TOKEN_POSSESSIVE)))
		return 0;
	if (!kin && !name_class_at(s, i + 1)->ending &&
		!(i + 2 < s->count && lexical(s, i + 2, W_SPEECH) &&
			!has(s, i + 2, KT_TOKEN_CAPITAL) && gap_before(s, i + 2) == GAP_SPACE))
		return 0;
	set_given(s, &c, &f);
	keep_found(s, &c, &f, i, BY_GIVEN);
	return 2;
}

/* Tsar Nicholas II, King George; Nicholas II. */
size_t try_monarch(const scan *s, size_t i)
{
	candidate c = fresh_candidate();
	size_t at = i, to, length;
	int32_t row;
	int titled = lexical(s, i, W_MONARCH);

	if (titled && (++at >= s->count || gap_before(s, at) != GAP_SPACE || s->t->taken[at]))
		return 0;
	if (!has(s, at, KT_TOKEN_CAPITAL) || (!is_forename(s, at) && !titled))
		return 0;
	to = at + 1;
	if (to < s->count && gap_before(s, to) == GAP_SPACE && lexical(s, to, W_ROMAN) &&
		has(s, to, KT_TOKEN_CAPITAL) && !has(s, at, KT_TOKEN_POSSESSIVE) &&
		!(has(s, to, KT_TOKEN_LETTER) && to + 1 < s->count && /* Robert V. Daniels */
			has(s, to + 1, KT_TOKEN_CAPITAL) &&
			(has(s, to, KT_TOKEN_POINT) || gap_before(s, to + 1) == GAP_SPACE)))
		to++;
	else if (!titled)
		return 0;
	else if (!is_forename(s, at))
		return 0;
	length = match_phrase(s, at, KT_MENTION_PERSON, &row);
	if (row != NONE && length >= to - at)
		add_row(&c, (uint32_t)row, HOW_EXACT);
	c.by = row != NONE ? BY_WHOLE : BY_GIVEN;
	c.monarch = 1;
	c.rule = "monarch";
	c.first = name_class_at(s, at)->begins;
	set_surname(s, &c, at, to);
	c.key_name = printed(s, at, at + 1); /* Nicholas, of Nicholas II */
	keep_candidate(s, &c, titled && has(s, i, KT_TOKEN_CAPITAL) ? i : at, to);
	return to - i;
}
