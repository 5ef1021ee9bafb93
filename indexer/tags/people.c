/* people.c - where a passage may name a person: candidates, with what is said beside the surname.
 */
#include "people.h"

#include <stdlib.h>
#include <string.h>

/* ---- candidates ---- */

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
	if (has(s, to - 1, KT_TOKEN_LETTER) && has(s, to - 1, KT_TOKEN_POINT) && to > from + 1)
		c->end++; /* the point of the last initial */
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
	/* it only sounds like one: Victory Plaza */
	if (!f->initials_only && !class_at(s, f->given[0])->v.exact &&
		!(f->surname != SIZE_MAX && name_class_at(s, f->surname)->ending))
		return 1;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (kt_str_is(first, words[i]))
			return starts_sentence(s, f->given[0]) || kt_str_is(first, "roman") ||
			       kt_str_is(first, "may");
	return 0;
}

/* 1. Introduction, B. Stalin's rise: a mark of a list, not an initial. */
static int list_mark(const scan *s, const found *f)
{
	kt_str letter = form_at(s, f->given[0]);

	if (!f->initials_only || f->givens != 1 || f->known ||
		!has(s, f->given[0], KT_TOKEN_LETTER) || !starts_sentence(s, f->given[0]))
		return 0;
	if (s->passage->kind == KT_KIND_HEADING || s->passage->kind == KT_KIND_LIST)
		return 1;
	return !f->given[0] && letter.len == 1 && strchr("abcdefgivx", letter.ptr[0]) != NULL;
}

/* U.S., U.N., M.D.: no initials. */
static int state(const scan *s, size_t from, size_t to)
{
	static const char *const pairs[] = { "us", "un", "uk", "md", "dc", "ny", "pm", "am", "ps",
		"sr", "sd", "cp", "cc", "ad", "bc" };
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

/* S. Deputies, Alexander Hall, U.S. Embassy: one given name or such letters before a word. */
static int doubtful_surname(const scan *s, const found *f)
{
	if (f->known || f->surname == SIZE_MAX)
		return 0;
	if (f->initials_only && f->givens == 2 && state(s, f->given[0], f->given[1] + 1))
		return 1;
	if (f->givens > 1)
		return 0;
	return lexical(s, f->surname, W_THING | W_HEAD) ||
	       (f->initials_only && class_at(s, f->surname)->lower);
}

/* S. Senate, of U.S. Senate. */
static int behind_a_letter(const scan *s, const found *f)
{
	size_t i = f->given[0];

	return !f->known && f->initials_only && i && has(s, i - 1, KT_TOKEN_LETTER) &&
	       has(s, i - 1, KT_TOKEN_CAPITAL) && gap_before(s, i) <= GAP_POINT;
}

static size_t try_full(const scan *s, size_t i)
{
	candidate c = fresh();
	found f = { 0 };

	if (!full_name(s, i, &f, &c) || behind_a_letter(s, &f) || doubtful_forename(s, &f) ||
		list_mark(s, &f) || doubtful_surname(s, &f))
		return 0;
	keep_found(s, &c, &f, i, BY_GIVEN);
	return f.to - i;
}

/* Where an author's name begins in a list of literature: first, or after another's initials. */
static int item_begins(const scan *s, size_t i)
{
	gap g;

	if (!i)
		return 1;
	g = gap_before(s, i);
	return (g == GAP_COMMA || g == GAP_OTHER) ||
	       (has(s, i - 1, KT_TOKEN_LETTER) &&
		       kt_str_find(kt_str_sub(s->text, token_end(s, i - 1), s->at[i].offset),
			       KT_STR(","), 0) != SIZE_MAX);
}

/* Ленин В. И.; Lenin, V. I.; Fürst, Juliane in a list of literature. */
static size_t try_surname_first(const scan *s, size_t i)
{
	candidate c = fresh();
	found f = { 0 };
	size_t length, at, after;
	gap g;
	int item, literature = s->passage->kind == KT_KIND_BIBLIOGRAPHY ||
			       s->passage->kind == KT_KIND_FOOTNOTE ||
			       s->passage->kind == KT_KIND_NOTE ||
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
	item = literature && item_begins(s, i);
	if (g != GAP_COMMA &&
		(g != GAP_SPACE || (class_at(s, i)->script != SCRIPT_CYRILLIC && !item)))
		return 0;
	after = take_given(s, at, &f);
	if (!f.givens || has(s, after - 1, KT_TOKEN_POSSESSIVE))
		return 0;
	if (item && g == GAP_SPACE && !f.initials_only && class_at(s, i)->script != SCRIPT_CYRILLIC)
		return 0;
	set_given(s, &c, &f);
	f.known = any_row_fits(s, &c);
	/* the given names may be the next person's: Троцкий, Л. Б. Каменев; not so where an item of
	 * a list of literature begins: Виола Л. Крестьянский бунт */
	if (!item && after < s->count && has(s, after, KT_TOKEN_CAPITAL) && !s->t->taken[after] &&
		given_gap(s, after, is_initial(s, after - 1, 1)) &&
		(may_be_surname(s, after, 0) || name_class_at(s, after)->readings) &&
		(f.initials_only || !f.known || g == GAP_COMMA))
		return 0;
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
static size_t try_eastern(const scan *s, size_t i)
{
	candidate c = fresh();
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
	keep(s, &c, i, to);
	return to - i;
}

static int plain_capital(const scan *s, size_t i)
{
	return i < s->count && !s->t->taken[i] && has(s, i, KT_TOKEN_CAPITAL) &&
	       !has(s, i, KT_TOKEN_UPPER | KT_TOKEN_LETTER) && !common_word(s, i) &&
	       may_be_surname(s, i, 0) && !unlikely_surname(s, i);
}

/* His wife, Milda Draule; Milda Draule said: two unknown words, the first of which no list has,
 * with something beside them that people alone have. */
static size_t try_two_words(const scan *s, size_t i)
{
	candidate c = fresh();
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
	keep(s, &c, titled && has(s, i, KT_TOKEN_CAPITAL) ? i : at, to);
	return to - i;
}

/* ---- bare surnames ---- */

static size_t try_bare(const scan *s, size_t i)
{
	candidate c = fresh();
	size_t length = surname_rows(s, i, &c, 1);
	size_t to = i + (length ? length : 1);
	int context;

	if (!length && (!may_be_surname(s, i, 0) || has(s, i, KT_TOKEN_LETTER)))
		return 0;
	if (has(s, i, KT_TOKEN_UPPER) && class_at(s, i)->letters <= 5 && !length)
		return 0;
	if (!length && to < s->count && has(s, to, KT_TOKEN_HYPHEN) &&
		!has(s, to, KT_TOKEN_CAPITAL))
		return 0; /* Tsay-ee-kah */
	set_surname(s, &c, i, to);
	c.common = (uint8_t)(length <= 1 ? common_word(s, i) : 0);
	c.hostile = (uint8_t)speaks_for_word(s, i, to);
	c.inside = (uint8_t)(!c.hostile && !starts_sentence(s, i) && !class_at(s, i)->lower &&
			     !lexical(s, i, W_NEVER | W_PLACE | W_NATION | W_HEAD | W_TITLE) &&
			     (!class_at(s, i)->v.groups || lexical(s, i, W_COMMON)) &&
			     s->passage->kind != KT_KIND_HEADING);
	c.begins = (uint8_t)starts_sentence(s, i);
	c.score = (int8_t)speaks_for_person(s, i, to);
	context = c.score >= 5;
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
		c.by = (uint8_t)(holder_of_title(s, i, to) ? BY_TITLE
				 : context		   ? BY_CONTEXT
							   : BY_TABLE);
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

/* Lenin Institute: a body that bears the name. */
static void keep_in_body(const scan *s, size_t i)
{
	candidate c = fresh();
	const word_class *w = name_class_at(s, i);

	if (!w->readings || s->t->readings[w->reading].how > HOW_OBLIQUE || common_word(s, i) ||
		!surname_rows(s, i, &c, 1))
		return;
	c.excluded = 1;
	c.rule = "organisation";
	c.by = BY_TABLE;
	set_surname(s, &c, i, i + 1);
	keep(s, &c, i, i + 1);
}

static int three_words(const scan *s, size_t i)
{
	return i + 2 < s->count && has(s, i + 1, KT_TOKEN_CAPITAL) &&
	       gap_before(s, i + 1) == GAP_SPACE && class_at(s, i + 2)->letters < 7 &&
	       (gap_before(s, i + 2) == GAP_HYPHEN ||
		       (gap_before(s, i + 2) == GAP_SPACE && has(s, i + 2, KT_TOKEN_CAPITAL)));
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
	if (!length && c->v.groups && c->v.flags & W_EASTERN && three_words(s, i))
		length = try_eastern(s, i); /* Kim Jong Un, though Kim Philby */
	if (!length)
		length = try_surname_first(s, i);
	if (!length)
		length = try_full(s, i);
	if (!length)
		length = try_eastern(s, i);
	if (!length && c->bearer != NONE && !c->readings) {
		keep_derived(s, i);
		return 1;
	}
	if (!length && c->script == SCRIPT_LATIN)
		length = try_two_words(s, i);
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
			else if (has(s, i, KT_TOKEN_CAPITAL))
				keep_in_body(s, i);
		} else if (has(s, i, KT_TOKEN_CAPITAL) || c->bearer != NONE ||
			   c->v.flags & (W_TITLE | W_MONARCH | W_PARTICLE)) {
			length = person_at(s, i);
		}
		i += length ? length : 1;
	}
}
