/* people.c - where a passage may name a person: candidates, with what is said beside the surname.
 */
#include "tagger.h"

#include <stdlib.h>
#include <string.h>

enum { GIVEN_MAX = 4 };

/* A name as it is put together from token i on. */
typedef struct found {
	size_t from, to; /* tokens [from, to) */
	size_t surname; /* first token of it; SIZE_MAX: forename and patronymic alone */
	size_t surname_to;
	size_t given[GIVEN_MAX], givens;
	int initials_only;
	int known; /* the surname is a bearer's and the given names fit */
} found;

static kt_str form_at(const scan *s, size_t i)
{
	return kt_words_form(s->t->words, s->at[i].form);
}

/* ---- words
 * ---------------------------------------------------------------------------------------- */

static int is_forename(const scan *s, size_t i)
{
	return has(s, i, KT_TOKEN_CAPITAL) && class_at(s, i)->v.groups &&
	       !lexical(s, i, W_NEVER | W_MONARCH);
}

/* N. or Yu. or, where `bare` says that there need be no point, N. */
static int is_initial(const scan *s, size_t i, int bare)
{
	const word_class *c = class_at(s, i);

	if (!has(s, i, KT_TOKEN_CAPITAL) || has(s, i, KT_TOKEN_NUMBER | KT_TOKEN_POSSESSIVE))
		return 0;
	if (has(s, i, KT_TOKEN_LETTER))
		return bare || has(s, i, KT_TOKEN_POINT);
	if (c->letters > 3 || !has(s, i, KT_TOKEN_POINT) ||
		c->v.flags & (W_TITLE | W_CITE | W_NEVER))
		return 0;
	c = name_class_at(s, i);
	return c->alone && (c->letters == 2 || c->v.groups == 0) &&
	       !(has(s, i, KT_TOKEN_UPPER) && c->letters > 2);
}

/* What can be the surname of a person who is in no table; after a forename it may be a word like May
 * or West. */
static int may_be_surname(const scan *s, size_t i, int after_given)
{
	const word_class *c = class_at(s, i);

	return has(s, i, KT_TOKEN_CAPITAL) && c->letters > 1 &&
	       !has(s, i, KT_TOKEN_NUMBER | KT_TOKEN_OTHER) &&
	       !(c->v.flags & (W_NEVER | W_NATION | W_ROMAN | W_MONARCH | W_CITE | W_FUNCTION));
}

static int unlikely_surname(const scan *s, size_t i)
{
	const word_class *c = class_at(s, i);

	return c->v.flags & (W_PLACE | W_HEAD | W_THING | W_TITLE | W_ORG_WORD) &&
	       !(c->v.flags & W_COMMON);
}

/* ---- surnames of the tables
 * ------------------------------------------------------------------------- */

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

static void add_row(candidate *c, uint32_t row, int how)
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
static size_t surname_rows(const scan *s, size_t i, candidate *c, int bare)
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
			c->plural = r.plural;
			add_row(c, x->starts[at].row, how);
		}
	}
	return longest;
}

/* ---- full names
 * ------------------------------------------------------------------------------------ */

static int given_gap(const scan *s, size_t i, int after_initial)
{
	gap g = gap_before(s, i);

	return g == GAP_SPACE || (g == GAP_HYPHEN && has(s, i, KT_TOKEN_CAPITAL)) ||
	       (after_initial && (g == GAP_POINT || g == GAP_NONE)) ||
	       (g == GAP_POINT && class_at(s, i - 1)->letters <= 3 &&
		       has(s, i - 1, KT_TOKEN_POINT) && is_forename(s, i - 1));
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

static void set_given(const scan *s, candidate *c, const found *f)
{
	size_t n = 0;

	c->initials_only = (uint8_t)f->initials_only;
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

static int any_row_fits(const scan *s, candidate *c)
{
	for (uint8_t i = 0; i < c->rows; i++)
		if (row_fits(s->t, c->row[i], c))
			return 1;
	return 0;
}

/* A hyphenated surname that is in no table. */
static size_t unknown_surname(const scan *s, size_t i)
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
	if (!length && unlikely_surname(s, particles))
		return 0;
	if (!length && class_at(s, particles)->script != class_at(s, f->given[0])->script &&
		class_at(s, f->given[0])->letters > 1)
		return 0;
	f->surname_to = f->to = particles + unknown_surname(s, particles);
	return 1;
}

/* Given names from i on; the token behind them. */
static size_t take_given(const scan *s, size_t i, found *f)
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
		int patronymic = f->givens && !initial && has(s, at, KT_TOKEN_CAPITAL) &&
				 name_class_at(s, at)->patronymic;

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
	if (is_initial(s, last, 1))
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

	if (f->initials_only || at + 1 >= s->count || class_at(s, at)->script != SCRIPT_LATIN ||
		f->givens >= GIVEN_MAX || has(s, at, KT_TOKEN_POSSESSIVE) ||
		!may_be_surname(s, at, 0) || unlikely_surname(s, at) ||
		gap_before(s, at + 1) != GAP_SPACE)
		return 0;
	longer.given[longer.givens++] = at;
	if (!take_surname(s, at + 1, &longer, &other) ||
		has(s, at + 1, KT_TOKEN_UPPER) != has(s, at, KT_TOKEN_UPPER))
		return 0;
	if (!longer.known && (unlikely_surname(s, at + 1) || is_forename(s, at + 1) ||
				     lexical(s, at + 1, W_COMMON)))
		return 0;
	*f = longer;
	*c = other;
	return 1;
}

/* Given names and a surname from i on. */
static int full_name(const scan *s, size_t i, found *f, candidate *c)
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

/* ---- candidates
 * ----------------------------------------------------------------------------------- */

static candidate fresh(void)
{
	candidate c;

	memset(&c, 0, sizeof c);
	c.first_form = c.second_form = c.person = NONE;
	return c;
}

static void keep(const scan *s, candidate *c, size_t from, size_t to)
{
	kt_name_tagger *t = s->t;

	if (!kt_grow((void **)&t->candidates, &t->candidate_size, t->candidate_count,
		    sizeof *t->candidates)) {
		t->failed = 1;
		return;
	}
	c->passage = s->number;
	c->start = s->at[from].offset;
	c->end = (uint32_t)token_end(s, to - 1);
	t->candidates[t->candidate_count++] = *c;
}

static void set_surname(const scan *s, candidate *c, size_t from, size_t to)
{
	c->token = (uint32_t)from;
	c->form = s->at[from].form;
	c->surname = printed(s, from, to);
}

/* A name before Prize, Street, Ballet; the word says of what kind the thing is. */
static int thing_follows(const scan *s, size_t to)
{
	if (to >= s->count || has(s, to - 1, KT_TOKEN_POSSESSIVE) || !lexical(s, to, W_THING) ||
		gap_before(s, to) != GAP_SPACE)
		return 0;
	return has(s, to, KT_TOKEN_CAPITAL) || kt_str_starts(form_at(s, to), KT_STR("cocktail"));
}

/* имени Ленина, улица Кирова, Order of Lenin. */
static int thing_before(const scan *s, size_t from)
{
	if (!from || (gap_before(s, from) != GAP_SPACE && gap_before(s, from) != GAP_POINT))
		return 0;
	if (lexical(s, from - 1, W_BEFORE_THING))
		return class_at(s, from - 1)->script == SCRIPT_CYRILLIC ||
		       !kt_str_is(form_at(s, from - 1), "order");
	return from > 1 && kt_str_is(form_at(s, from - 1), "of") &&
	       kt_str_is(form_at(s, from - 2), "order") && has(s, from - 2, KT_TOKEN_CAPITAL);
}

static void keep_found(const scan *s, candidate *c, const found *f, size_t from, evidence by)
{
	size_t to = f->to;

	c->by = (uint8_t)by;
	if (f->surname != SIZE_MAX)
		set_surname(s, c, f->surname, f->surname_to);
	else
		c->token = (uint32_t)f->given[0];
	c->rule = f->surname == SIZE_MAX	  ? "forename and patronymic"
		  : f->initials_only && f->givens ? "initials and surname"
		  : f->givens			  ? "forename and surname"
						  : "title and surname";
	if (thing_follows(s, to) || thing_before(s, from)) {
		c->excluded = 1;
		c->rule = "bears the name";
	}
	keep(s, c, from, to);
}

/* Forenames that are words too at the head of a sentence: Will Stalin ...? */
static int doubtful_forename(const scan *s, const found *f)
{
	static const char *const words[] = { "will", "mark", "may", "rose", "grace", "roman",
		"frank", "bill", "guy", "rich", "don", "art", "pat", "ray", "dick", "max", "victor",
		"vera", "nova", "faith", "hope", "joy", "grant", "dean", "earl", "clay", "dale",
		"jack" };
	kt_str first = form_at(s, f->given[0]);

	if (f->known || f->givens != 1)
		return 0;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (kt_str_is(first, words[i]))
			return starts_sentence(s, f->given[0]) || kt_str_is(first, "roman") ||
			       kt_str_is(first, "may");
	return 0;
}

/* 1. Introduction, B. Stalin's rise: a mark of a list, not an initial. */
static int list_mark(const scan *s, const found *f)
{
	return f->initials_only && f->givens == 1 && !f->known &&
	       (!f->given[0] || starts_sentence(s, f->given[0])) &&
	       has(s, f->given[0], KT_TOKEN_LETTER) &&
	       (s->passage->kind == KT_KIND_HEADING || s->passage->kind == KT_KIND_LIST ||
		       !f->given[0]);
}

static size_t try_full(const scan *s, size_t i)
{
	candidate c = fresh();
	found f = { 0 };

	if (!full_name(s, i, &f, &c) || doubtful_forename(s, &f) || list_mark(s, &f))
		return 0;
	keep_found(s, &c, &f, i, BY_GIVEN);
	return f.to - i;
}

/* U.S., U.N., M.D.: no initials. */
static int state(const scan *s, size_t from, size_t to)
{
	static const char *const pairs[] = { "us", "un", "uk", "md", "dc", "ny", "pm", "am", "ps" };
	char pair[3] = "";

	if (to != from + 2 || s->at[from].length != 1 || s->at[from + 1].length != 1)
		return 0;
	pair[0] = form_at(s, from).ptr[0];
	pair[1] = form_at(s, from + 1).ptr[0];
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (!strcmp(pair, pairs[i]))
			return 1;
	return 0;
}

/* Ленин В. И.; Lenin, V. I.; Fürst, Juliane in a list of literature. */
static size_t try_surname_first(const scan *s, size_t i)
{
	candidate c = fresh();
	found f = { 0 };
	size_t length, at, after;
	gap g;
	int literature = s->passage->kind == KT_KIND_BIBLIOGRAPHY ||
			 s->passage->kind == KT_KIND_FOOTNOTE || s->passage->kind == KT_KIND_NOTE ||
			 s->passage->kind == KT_KIND_LIST ||
			 s->passage->kind == KT_KIND_ATTRIBUTION;

	if (has(s, i, KT_TOKEN_LETTER | KT_TOKEN_POSSESSIVE) || !may_be_surname(s, i, 0))
		return 0;
	length = surname_rows(s, i, &c, 0);
	if (!length)
		length = unknown_surname(s, i);
	at = i + length;
	if (at >= s->count || s->t->taken[at] || has(s, at - 1, KT_TOKEN_POSSESSIVE))
		return 0;
	g = gap_before(s, at);
	if (g != GAP_COMMA && (g != GAP_SPACE || class_at(s, i)->script != SCRIPT_CYRILLIC))
		return 0;
	after = take_given(s, at, &f);
	if (!f.givens || has(s, after - 1, KT_TOKEN_POSSESSIVE))
		return 0;
	set_given(s, &c, &f);
	f.known = any_row_fits(s, &c);
	/* the given names may be the next person's: Троцкий, Л. Б. Каменев */
	if (after < s->count && has(s, after, KT_TOKEN_CAPITAL) && !s->t->taken[after] &&
		given_gap(s, after, is_initial(s, after - 1, 1)) &&
		(may_be_surname(s, after, 0) || name_class_at(s, after)->readings)) {
		if (f.initials_only || !f.known || g == GAP_COMMA)
			return 0;
	}
	if (f.initials_only) {
		/* Vance, U.S. Representative; Lau, M.D. */
		if (g == GAP_COMMA && !f.known &&
			(!has(s, f.given[0], KT_TOKEN_POINT) || state(s, f.given[0], after)))
			return 0;
		if (!f.known && g == GAP_COMMA && !literature && f.givens < 2)
			return 0;
		if (f.givens == 1 && !f.known && !has(s, f.given[0], KT_TOKEN_POINT))
			return 0;
	} else if (g == GAP_COMMA) {
		if (s->passage->kind != KT_KIND_BIBLIOGRAPHY || !starts_sentence(s, i))
			return 0;
	} else if (!f.known) { /* Иванов Пётр Сергеевич */
		if (f.givens < 2 || !name_class_at(s, f.given[1])->patronymic)
			return 0;
	}
	if (unlikely_surname(s, i) && !f.known)
		return 0;
	f.surname = i;
	f.surname_to = at;
	f.from = i;
	f.to = after;
	keep_found(s, &c, &f, i, BY_GIVEN);
	return f.to - i;
}

/* ---- titles
 * ---------------------------------------------------------------------------------------- */

/* Secretary of State, Minister of Foreign Affairs: the token behind the office. */
static size_t over_office(const scan *s, size_t i)
{
	size_t at = i;

	if (at + 1 >= s->count || gap_before(s, at) != GAP_SPACE ||
		!kt_str_is(form_at(s, at), "of"))
		return i;
	for (at++;
		at < s->count && (lexical(s, at, W_OFFICE) || kt_str_is(form_at(s, at), "the")) &&
		gap_before(s, at) == GAP_SPACE;
		at++)
		;
	return at;
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

static size_t try_title(const scan *s, size_t i)
{
	candidate c = fresh();
	found f = { 0 };
	size_t last = i, at = over_titles(s, i, &last), length;
	int capital = has(s, i, KT_TOKEN_CAPITAL);
	int cyrillic = class_at(s, i)->script == SCRIPT_CYRILLIC;

	if (at == i || at >= s->count || s->t->taken[at] || !title_gap(s, at) ||
		!has(s, at, KT_TOKEN_CAPITAL))
		return 0;
	if (full_name(s, at, &f, &c) && !list_mark(s, &f)) {
		keep_found(s, &c, &f, at, BY_GIVEN);
		return f.to - i;
	}
	c = fresh();
	length = surname_rows(s, at, &c, 1);
	if (!length) {
		size_t particles = at;

		while (particles + 1 < s->count && lexical(s, particles, W_PARTICLE) &&
			given_gap(s, particles + 1, 0))
			particles++;
		if (!may_be_surname(s, particles, abbreviated_title(s, last)) ||
			has(s, particles, KT_TOKEN_LETTER) ||
			(unlikely_surname(s, particles) && !abbreviated_title(s, last)) ||
			lexical(s, particles, W_ROLE) ||
			name_class_at(s, particles)->derived)
			return 0;
		if (!capital && !cyrillic && !lexical(s, last, W_ROLE))
			return 0;
		length = particles - at + unknown_surname(s, particles);
	} else if (lexical(s, at, W_NEVER | W_HEAD | W_TITLE)) {
		return 0; /* General Staff, Secretary General */
	}
	f = (found) { .from = at, .to = at + length, .surname = at, .surname_to = at + length };
	keep_found(s, &c, &f, at, BY_TITLE);
	return at + length - i;
}

/* Tsar Nicholas II, King George; Nicholas II. */
static size_t try_monarch(const scan *s, size_t i)
{
	candidate c = fresh();
	size_t at = i, to, length;
	int32_t row;
	int titled = lexical(s, i, W_MONARCH);

	if (titled && (++at >= s->count || gap_before(s, at) != GAP_SPACE || s->t->taken[at]))
		return 0;
	if (!has(s, at, KT_TOKEN_CAPITAL) || (!is_forename(s, at) && !titled))
		return 0;
	to = at + 1;
	if (to < s->count && gap_before(s, to) == GAP_SPACE && lexical(s, to, W_ROMAN) &&
		has(s, to, KT_TOKEN_CAPITAL) && !has(s, at, KT_TOKEN_POSSESSIVE))
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
	keep(s, &c, titled && has(s, i, KT_TOKEN_CAPITAL) ? i : at, to);
	return to - i;
}

/* ---- bare surnames
 * --------------------------------------------------------------------------------- */

static int digit_follows(const scan *s, size_t i)
{
	return i < s->count && has(s, i, KT_TOKEN_NUMBER);
}

/* (Fürst, 369)  (Service, Trotsky, 441)  Viola 1996, 12 */
static int cited(const scan *s, size_t from, size_t to)
{
	int opened = from > 0 ? kt_str_ends(kt_str_sub(s->text, token_end(s, from - 1),
						    s->at[from].offset),
					KT_STR("("))
			      : kt_str_starts(s->text, KT_STR("("));
	size_t end = to;

	if (!opened && (s->passage->kind != KT_KIND_FOOTNOTE && s->passage->kind != KT_KIND_NOTE))
		return 0;
	if (!opened && from)
		return 0;
	if (to < s->count && gap_before(s, to) != GAP_COMMA && gap_before(s, to) != GAP_SPACE)
		return 0;
	while (end < s->count && end < to + 10 && !digit_follows(s, end) &&
		gap_before(s, end) <= GAP_COMMA)
		end++;
	return end < s->count && digit_follows(s, end) &&
	       (end > to || gap_before(s, to) == GAP_COMMA || (s->at[end].length == 4));
}

/* What stands beside a single word with a capital and says that it is a person. */
static int in_context(const scan *s, size_t from, size_t to)
{
	if (cited(s, from, to))
		return 1;
	if (to < s->count && gap_before(s, to) == GAP_SPACE && lexical(s, to, W_SPEECH) &&
		!has(s, to, KT_TOKEN_CAPITAL) && !has(s, to - 1, KT_TOKEN_POSSESSIVE))
		return 1;
	if (!from || gap_before(s, from) != GAP_SPACE)
		return 0;
	if (lexical(s, from - 1, W_SPEECH) && !has(s, from - 1, KT_TOKEN_CAPITAL) &&
		class_at(s, from - 1)->script == SCRIPT_CYRILLIC)
		return 1;
	return kt_str_is(form_at(s, from - 1), "by") && from > 1 &&
	       (kt_str_ends(form_at(s, from - 2), KT_STR("ed")) ||
		       kt_str_is(form_at(s, from - 2), "written"));
}

/* A surname of a bearer that is a word too. */
static int common_word(const scan *s, size_t i)
{
	const word_class *c = class_at(s, i);

	return c->v.flags & ~(uint32_t)(W_CITY | W_EASTERN | W_PARTICLE) || c->v.groups ||
	       (c->epoch == s->t->epoch && c->lower > 0);
}

/* the Service, Secret Service, Service Department: not the man of that name. */
static int speaks_for_word(const scan *s, size_t from, size_t to)
{
	if (from && gap_before(s, from) == GAP_SPACE &&
		(has(s, from - 1, KT_TOKEN_CAPITAL) || kt_str_is(form_at(s, from - 1), "the") ||
			kt_str_is(form_at(s, from - 1), "a")) &&
		!lexical(s, from - 1, W_TITLE))
		return 1;
	return to < s->count && has(s, to, KT_TOKEN_CAPITAL) && gap_before(s, to) == GAP_SPACE &&
	       !has(s, to - 1, KT_TOKEN_POSSESSIVE);
}

/* "in Gorky", "в Кирове": the town. */
static int city_here(const scan *s, size_t from, size_t to)
{
	return lexical(s, to - 1, W_CITY) && from && lexical(s, from - 1, W_IN) &&
	       gap_before(s, from) == GAP_SPACE && !has(s, to - 1, KT_TOKEN_POSSESSIVE);
}

static size_t try_bare(const scan *s, size_t i)
{
	candidate c = fresh();
	size_t length = surname_rows(s, i, &c, 1);
	size_t to = i + (length ? length : 1);
	int context;

	if (!length && (!may_be_surname(s, i, 0) || has(s, i, KT_TOKEN_LETTER)))
		return 0;
	if (has(s, i, KT_TOKEN_UPPER) && class_at(s, i)->letters <= 3 && !length)
		return 0;
	set_surname(s, &c, i, to);
	c.common = (uint8_t)(length == 1 ? common_word(s, i) : !length && common_word(s, i));
	c.hostile = (uint8_t)speaks_for_word(s, i, to);
	c.inside = (uint8_t)(!c.hostile && !starts_sentence(s, i) && !class_at(s, i)->lower &&
			     !lexical(s, i, W_NEVER | W_PLACE | W_NATION | W_HEAD | W_TITLE) &&
			     (!class_at(s, i)->v.groups || lexical(s, i, W_COMMON)) &&
			     s->passage->kind != KT_KIND_HEADING);
	context = in_context(s, i, to);
	if (!length && !context) {
		const word_class *w = name_class_at(s, i);

		if (unlikely_surname(s, i))
			return 0;
		c.rule = "surname";
		if (w->ending && !w->derived && !starts_sentence(s, i) && !c.common) {
			c.by = BY_CONTEXT;
			c.rule = "ending of a surname";
			to = i + unknown_surname(s, i);
		}
	} else {
		c.by = (uint8_t)(context ? BY_CONTEXT : BY_TABLE);
		c.rule = cited(s, i, to) ? "citation" : context && !length ? "context" : "surname";
		if (!length && unlikely_surname(s, i))
			return 0;
	}
	if (length && (thing_follows(s, to) || thing_before(s, i))) {
		c.excluded = 1;
		c.rule = "bears the name";
	} else if (length && city_here(s, i, to)) {
		c.excluded = 1;
		c.rule = "place";
	}
	keep(s, &c, i, to);
	return to - i;
}

static size_t try_whole(const scan *s, size_t i)
{
	candidate c = fresh();
	int32_t row;
	size_t length = match_phrase(s, i, KT_MENTION_PERSON, &row);

	if (length < 2 && !(length && !common_word(s, i)))
		return 0;
	add_row(&c, (uint32_t)row, HOW_EXACT);
	c.by = BY_WHOLE;
	c.rule = "whole name";
	set_surname(s, &c, i, i + length);
	if (thing_follows(s, i + length)) {
		c.excluded = 1;
		c.rule = "bears the name";
	}
	keep(s, &c, i, i + length);
	return length;
}

static void keep_derived(const scan *s, size_t i)
{
	const word_class *w = class_at(s, i);
	candidate c = fresh();

	add_row(&c, (uint32_t)w->bearer, HOW_EXACT);
	c.excluded = (uint8_t)(w->excluded ? 1 : 2);
	c.rule = w->derived;
	c.by = BY_WHOLE;
	set_surname(s, &c, i, i + 1);
	keep(s, &c, i, i + 1);
}

static size_t person_at(const scan *s, size_t i)
{
	const word_class *c = class_at(s, i);
	size_t length = 0;

	if (!has(s, i, KT_TOKEN_CAPITAL)) {
		if (c->bearer != NONE)
			keep_derived(s, i);
		if (c->v.flags & W_TITLE)
			length = try_title(s, i);
		if (!length && c->v.flags & W_MONARCH)
			length = try_monarch(s, i);
		if (!length && c->v.flags & W_PARTICLE && name_class_at(s, i)->readings)
			length = try_bare(s, i);
		return length;
	}
	if (has(s, i, KT_TOKEN_NUMBER))
		return 0;
	c = name_class_at(s, i);
	length = try_monarch(s, i);
	if (!length)
		length = try_whole(s, i);
	if (!length && c->v.flags & W_TITLE)
		length = try_title(s, i);
	if (!length)
		length = try_full(s, i);
	if (!length)
		length = try_surname_first(s, i);
	if (!length && c->bearer != NONE && !c->readings) {
		keep_derived(s, i);
		return 1;
	}
	if (!length)
		length = try_bare(s, i);
	return length;
}

void find_people(scan *s)
{
	for (size_t i = 0; i < s->count;) {
		const word_class *c = class_at(s, i);
		size_t length = 0;

		if (s->t->taken[i]) { /* the Trotskyist Opposition: derived, in a body's name */
			if (has(s, i, KT_TOKEN_CAPITAL) ? name_class_at(s, i)->bearer != NONE
							: c->bearer != NONE)
				keep_derived(s, i);
		} else if (has(s, i, KT_TOKEN_CAPITAL) || c->bearer != NONE ||
			   c->v.flags & (W_TITLE | W_MONARCH | W_PARTICLE)) {
			length = person_at(s, i);
		}
		i += length ? length : 1;
	}
}
