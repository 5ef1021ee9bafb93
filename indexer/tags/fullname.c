/* fullname.c - initials, forenames and the surname that belongs to them. */
#include "people.h"

#include <stdlib.h>
#include <string.h>

/* ---- words ---- */

int is_forename(const scan *s, size_t i)
{
	return has(s, i, KT_TOKEN_CAPITAL) && class_at(s, i)->v.groups &&
	       !lexical(s, i, W_NEVER | W_MONARCH | W_PLACE | W_NATION);
}

/* N. or Yu. or, where `bare` says that there need be no point, N. */
int is_initial(const scan *s, size_t i, int bare)
{
	const word_class *c = class_at(s, i);

	if (!has(s, i, KT_TOKEN_CAPITAL) || has(s, i, KT_TOKEN_NUMBER | KT_TOKEN_POSSESSIVE))
		return 0;
	if (has(s, i, KT_TOKEN_LETTER))
		return bare || has(s, i, KT_TOKEN_POINT);
	return c->letters <= 4 && has(s, i, KT_TOKEN_POINT) && !(c->v.flags & (W_CITE | W_NEVER)) &&
	       name_class_at(s, i)->digraph;
}

/* Главное, Советские: the neuter and the plural of an adjective, no surname. */
static int neuter_or_plural(const scan *s, size_t i)
{
	static const char *const endings[] = { "ое", "ее", "ые", "ие" };

	if (class_at(s, i)->script != SCRIPT_CYRILLIC)
		return 0;
	for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
		if (kt_str_ends(form_at(s, i), kt_str_of(endings[k])))
			return class_at(s, i)->letters > 4;
	return 0;
}

/* I'm, We've, Don't */
static int contraction(const scan *s, size_t i)
{
	static const char *const endings[] = { "'m", "'ve", "'re", "'ll", "'d", "n't" };

	if (!memchr(form_at(s, i).ptr, '\'', form_at(s, i).len))
		return 0;
	for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
		if (kt_str_ends(form_at(s, i), kt_str_of(endings[k])))
			return 1;
	return 0;
}

/* What can be the surname of a person who is in no table; after a forename it may be a word like
 * May or West. */
int may_be_surname(const scan *s, size_t i, int after_given)
{
	const word_class *c = class_at(s, i);

	if (!has(s, i, KT_TOKEN_CAPITAL) || c->letters < 2 ||
		has(s, i, KT_TOKEN_NUMBER | KT_TOKEN_OTHER) ||
		c->v.flags & (W_NATION | W_ROMAN | W_MONARCH | W_CITE | W_FUNCTION) ||
		neuter_or_plural(s, i) || contraction(s, i))
		return 0;
	return !(c->v.flags & W_NEVER) || (after_given && c->v.flags & W_COMMON);
}

int unlikely_surname(const scan *s, size_t i)
{
	const word_class *c = class_at(s, i);

	return c->v.flags & (W_PLACE | W_HEAD | W_THING | W_TITLE | W_ORG_WORD) &&
	       !(c->v.flags & W_COMMON);
}

/* ---- surnames of the tables ---- */

static int same_surname_word(const scan *s, size_t i, uint32_t word, int *howp)
{
	const word_class *c = name_class_at(s, i);

	for (uint32_t k = 0; k < c->readings; k++) {
		const reading *r = &s->t->readings[c->reading + k];

		if (r->word == word) {
			if (r->how > *howp)
				*howp = r->how;
			return 1;
		}
	}
	return 0;
}

/* Tokens that the surname of a name takes from i on, or 0. */
static size_t surname_here(const scan *s, size_t i, const bearer_name *n, int *how)
{
	for (size_t w = 1; w < n->surname; w++) {
		gap g;

		if (i + w >= s->count || s->t->taken[i + w])
			return 0;
		g = gap_before(s, i + w);
		if ((g != GAP_HYPHEN && g != GAP_SPACE && g != GAP_NONE) ||
			!same_surname_word(s, i + w, n->words[w], how))
			return 0;
	}
	return n->surname;
}

void add_row(candidate *c, uint32_t row, int how)
{
	for (uint8_t i = 0; i < c->rows; i++)
		if (c->row[i] == row) {
			if (how < c->how[i])
				c->how[i] = (uint8_t)how;
			return;
		}
	if (c->rows == CANDIDATE_ROWS)
		return;
	c->row[c->rows] = row;
	c->how[c->rows++] = (uint8_t)how;
}

/* Fills c's rows with the bearers of the surname at i, the longest; returns its tokens. `bare`
 * leaves out names that do not mean the bearer without a forename. */
size_t surname_rows(const scan *s, size_t i, candidate *c, int bare)
{
	const word_class *w = name_class_at(s, i);
	const name_index *x = &s->t->index;
	size_t longest = 0;

	c->rows = 0;
	for (uint32_t k = 0; k < w->readings; k++) {
		reading r = s->t->readings[w->reading + k];

		for (int32_t at = x->surname_starts[r.word]; at != NONE; at = x->starts[at].next) {
			const bearer_name *n =
				&x->authority->rows[x->starts[at].row].names[x->starts[at].name];
			int how = r.how;
			size_t length = n->primary || !bare ? surname_here(s, i, n, &how) : 0;

			if (!length || length < longest)
				continue;
			if (length > longest)
				c->rows = 0;
			longest = length;
			c->plural = (uint8_t)r.plural;
			add_row(c, x->starts[at].row, how);
		}
	}
	return longest;
}

/* ---- full names ---- */

int given_gap(const scan *s, size_t i, int after_initial)
{
	gap g = gap_before(s, i);

	return g == GAP_SPACE || (g == GAP_HYPHEN && has(s, i, KT_TOKEN_CAPITAL)) ||
	       (after_initial && (g == GAP_POINT || g == GAP_NONE));
}

/* "nickname" between forename and surname: the token behind its closing mark, or i. */
static size_t over_nickname(const scan *s, size_t i)
{
	gap g = gap_before(s, i);
	size_t from = token_end(s, i - 1);

	if (g != GAP_QUOTE && g != GAP_OPEN)
		return i;
	for (size_t k = i + 1; k < s->count && k < i + 9; k++) {
		kt_str b = kt_str_sub(s->text, token_end(s, k - 1), s->at[k].offset);

		if (kt_str_find(b, KT_STR("\n\n"), 0) != SIZE_MAX)
			return i;
		if (kt_str_is(b, "\" ") || kt_str_is(b, "” ") || kt_str_is(b, "» ") ||
			kt_str_is(b, ") "))
			return has(s, k, KT_TOKEN_CAPITAL) && s->at[k].offset - from < 80 ? k : i;
		if (memchr(b.ptr, '.', b.len) || memchr(b.ptr, ';', b.len))
			return i;
	}
	return i;
}

/* Initials written as one word before a surname that they fit: VI Lenin, IN Smirnov, EH Carr. */
static int joined_initials(const scan *s, size_t i)
{
	return has(s, i, KT_TOKEN_UPPER) && has(s, i, KT_TOKEN_LATIN | KT_TOKEN_CYRILLIC) &&
	       class_at(s, i)->letters <= 3 && !has(s, i, KT_TOKEN_POSSESSIVE);
}

void set_given(const scan *s, candidate *c, const found *f)
{
	size_t n = 0;

	c->initials_only = (uint8_t)f->initials_only;
	c->first = c->second = 0; /* of another try */
	c->first_form = c->second_form = NONE;
	c->first_name = c->second_name = (kt_str) { NULL, 0 };
	c->oblique = 0;
	c->g = GENDER_UNKNOWN;
	for (size_t k = 0; k < f->givens; k++) {
		size_t i = f->given[k];
		const word_class *w = name_class_at(s, i);
		int initial = is_initial(s, i, 1) || w->letters == 1;
		uint32_t bits = initial ? w->alone : w->begins;
		int32_t form = initial ? NONE : (int32_t)s->at[i].form;

		if (joined_initials(s, i) && !initial && !w->v.groups && f->givens == 1) {
			kt_str joined = form_at(s, i);
			size_t at = 0, first;

			kt_utf8_next(joined, &at);
			first = at;
			c->first = initials_of(kt_str_sub(joined, 0, first), 1);
			kt_utf8_next(joined, &at);
			c->second = initials_of(kt_str_sub(joined, first, at), 1);
			c->first_name = printed(s, i, i + 1);
			c->initials_only = 1;
			return;
		}
		if (k && gap_before(s, i) == GAP_HYPHEN)
			continue; /* Jean-Jacques: the first half tells */
		if (!n++) {
			c->first = bits;
			c->first_form = form;
			c->first_name = printed(s, i, i + 1);
			if (w->v.oblique && !initial && !has(s, i, KT_TOKEN_UPPER)) {
				c->oblique = 1;
				c->first_name = w->v.nominative;
			}
			if (w->v.g)
				c->g = w->v.g;
		} else if (n == 2) {
			c->second = bits;
			c->second_form = form;
			c->second_name = printed(s, i, i + 1);
		}
		if (w->patronymic && k)
			c->g = (gender)w->patronymic;
	}
}

int any_row_fits(const scan *s, candidate *c)
{
	for (uint8_t i = 0; i < c->rows; i++)
		if (row_fits(s->t, c->row[i], c))
			return 1;
	return 0;
}

/* A hyphenated surname that is in no table. */
size_t unknown_surname(const scan *s, size_t i)
{
	size_t to = i + 1;

	while (to < s->count && gap_before(s, to) == GAP_HYPHEN && may_be_surname(s, to, 0) &&
		class_at(s, to)->letters > 2 && !name_class_at(s, to)->derived)
		to++;
	return to - i;
}

/* The surname that stands at i after the given names in f. */
static int take_surname(const scan *s, size_t i, found *f, candidate *c)
{
	size_t length = 0, particles = i;

	if (i >= s->count || s->t->taken[i])
		return 0;
	length = surname_rows(s, i, c, 0);
	while (!length && particles < s->count && particles < i + 3 &&
		lexical(s, particles, W_PARTICLE) &&
		!(class_at(s, particles)->v.flags & (W_MONARCH | W_TITLE)) &&
		particles + 1 < s->count && given_gap(s, particles + 1, 0)) {
		particles++;
		length = surname_rows(s, particles, c, 0);
		if (length)
			length += particles - i;
	}
	set_given(s, c, f);
	f->surname = i;
	if (length && any_row_fits(s, c)) {
		f->surname_to = f->to = i + length;
		f->known = 1;
		return 1;
	}
	if (particles >= s->count || !may_be_surname(s, particles, 1) ||
		(has(s, particles, KT_TOKEN_LETTER)))
		return 0;
	if (!length && unlikely_surname(s, particles) &&
		!(f->givens > 1 && !f->initials_only && is_initial(s, particles - 1, 0) &&
			!lexical(s, particles, W_HEAD | W_THING | W_TITLE | W_ORG_WORD)))
		return 0; /* but Ralph E. Flanders */
	if (!length && class_at(s, particles)->script != class_at(s, f->given[0])->script &&
		class_at(s, f->given[0])->letters > 1)
		return 0;
	f->surname_to = f->to = particles + unknown_surname(s, particles);
	return 1;
}

/* Трифон Гордеевич: whatever stands before a patronymic is a forename. */
static int before_patronymic(const scan *s, size_t i)
{
	return i + 1 < s->count && class_at(s, i)->script == SCRIPT_CYRILLIC &&
	       gap_before(s, i + 1) == GAP_SPACE && has(s, i + 1, KT_TOKEN_CAPITAL) &&
	       name_class_at(s, i + 1)->patronymic && may_be_surname(s, i, 0) &&
	       !unlikely_surname(s, i) && !name_class_at(s, i)->readings &&
	       !name_class_at(s, i)->patronymic;
}

/* Given names from i on; the token behind them. */
size_t take_given(const scan *s, size_t i, found *f)
{
	size_t at = i;
	int initials = 0;

	f->givens = 0;
	f->initials_only = 1;
	while (at < s->count && f->givens < GIVEN_MAX && !s->t->taken[at]) {
		int initial = is_initial(s, at,
			f->givens > 0 || (at + 1 < s->count && has(s, at + 1, KT_TOKEN_LETTER) &&
						 has(s, at + 1, KT_TOKEN_CAPITAL) &&
						 gap_before(s, at + 1) <= GAP_POINT));
		int patronymic =
			!initial && has(s, at, KT_TOKEN_CAPITAL) &&
			(f->givens ? name_class_at(s, at)->patronymic : before_patronymic(s, at));

		if (at > i && !given_gap(s, at, is_initial(s, at - 1, 1)))
			break;
		if (!initial && !patronymic && (!is_forename(s, at) || initials > 1))
			break;
		if (!initial)
			f->initials_only = 0;
		initials += initial;
		f->given[f->givens++] = at++;
		if (has(s, at - 1, KT_TOKEN_POSSESSIVE))
			break;
	}
	return at;
}

/* Forenames alone whose last is the surname: Norman Thomas. */
static int last_is_surname(const scan *s, found *f, candidate *c)
{
	size_t last = f->given[f->givens - 1];

	if (f->givens < 2 || f->initials_only || gap_before(s, last) == GAP_HYPHEN)
		return 0;
	if (name_class_at(s, last)->patronymic && class_at(s, last)->script == SCRIPT_CYRILLIC) {
		/* Лазарь Каганович is a surname where a bearer has it, Владимир Ильич is not */
		size_t length = surname_rows(s, last, c, 1);

		f->givens--;
		set_given(s, c, f);
		if (length && any_row_fits(s, c)) {
			f->surname = last;
			f->surname_to = f->to = last + length;
			f->known = 1;
			return 1;
		}
		f->givens++;
		set_given(s, c, f);
		c->rows = 0;
		f->surname = SIZE_MAX;
		f->to = last + 1;
		return 1;
	}
	if (is_initial(s, last, 1) || lexical(s, last, W_NEVER))
		return 0;
	f->givens--;
	set_given(s, c, f);
	surname_rows(s, last, c, 0);
	f->known = any_row_fits(s, c);
	f->surname = last;
	f->surname_to = f->to = last + 1;
	return 1;
}

/* A middle name that no list has: John Foster Dulles. */
static int with_middle_name(const scan *s, size_t at, found *f, candidate *c)
{
	found longer = *f;
	candidate other = *c;

	if (at + 1 >= s->count || class_at(s, at)->script != SCRIPT_LATIN ||
		f->givens >= GIVEN_MAX || has(s, at, KT_TOKEN_POSSESSIVE) ||
		!may_be_surname(s, at, 0) || unlikely_surname(s, at) ||
		gap_before(s, at + 1) != GAP_SPACE)
		return 0;
	longer.given[longer.givens++] = at;
	if (!take_surname(s, at + 1, &longer, &other) ||
		has(s, at + 1, KT_TOKEN_UPPER) != has(s, at, KT_TOKEN_UPPER))
		return 0;
	if (!longer.known && (f->initials_only || unlikely_surname(s, at + 1) ||
				     is_forename(s, at + 1) || lexical(s, at + 1, W_COMMON)))
		return 0;
	*f = longer;
	*c = other;
	return 1;
}

/* David Lloyd George: a surname of several words that looks like forenames. */
static int longer_surname(const scan *s, found *f, candidate *c)
{
	size_t givens = f->givens;

	for (size_t k = 1; k < givens; k++) {
		size_t length = surname_rows(s, f->given[k], c, 0);

		f->givens = k;
		set_given(s, c, f);
		if (length > 1 && any_row_fits(s, c)) {
			f->surname = f->given[k];
			f->surname_to = f->to = f->given[k] + length;
			f->known = 1;
			return 1;
		}
	}
	f->givens = givens;
	c->rows = 0;
	return 0;
}

/* Given names and a surname from i on. */
int full_name(const scan *s, size_t i, found *f, candidate *c)
{
	size_t at = take_given(s, i, f), after;

	f->from = i;
	f->known = 0;
	if (!f->givens) {
		if (!joined_initials(s, i) || i + 1 >= s->count ||
			gap_before(s, i + 1) != GAP_SPACE)
			return 0;
		f->given[0] = i;
		f->givens = 1;
		return take_surname(s, i + 1, f, c) && f->known && c->first && c->second;
	}
	if (f->givens > 1 && longer_surname(s, f, c))
		return 1;
	/* a single letter without a point is no initial unless a forename went before */
	if (at >= s->count || has(s, at - 1, KT_TOKEN_POSSESSIVE))
		return last_is_surname(s, f, c);
	after = f->initials_only ? at : over_nickname(s, at);
	if (after != at && (s->t->taken[after] || !may_be_surname(s, after, 0)))
		after = at;
	if (after == at && !given_gap(s, at, is_initial(s, at - 1, 1)))
		return last_is_surname(s, f, c);
	if (take_surname(s, after, f, c)) {
		if (!f->known && after == at && with_middle_name(s, at, f, c))
			return 1;
		if (!f->known && last_is_surname(s, f, c) && f->known)
			return 1;
		if (!f->known) { /* put back what the try has changed */
			f->givens = 0;
			take_given(s, i, f);
			return take_surname(s, after, f, c);
		}
		return 1;
	}
	return last_is_surname(s, f, c);
}
