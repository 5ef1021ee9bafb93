/* people.c - where a passage may name a person: candidates, with what is said beside the surname.
 */
#include "people.h"

#include <stdlib.h>
#include <string.h>

/* ---- candidates ---- */

candidate fresh_candidate(void)
{
	candidate c;

	memset(&c, 0, sizeof c);
	c.first_form = c.second_form = c.person = NONE;
	return c;
}

void keep_candidate(const scan *s, candidate *c, size_t from, size_t to)
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

void set_surname(const scan *s, candidate *c, size_t from, size_t to)
{
	c->token = (uint32_t)from;
	c->form = s->at[from].form;
	c->surname = printed(s, from, to);
}

/* A name before Prize, Street, Ballet; the word says of what kind the thing is. */
int thing_follows(const scan *s, size_t to)
{
	if (to >= s->count || has(s, to - 1, KT_TOKEN_POSSESSIVE) || !lexical(s, to, W_THING) ||
		(gap_before(s, to) != GAP_SPACE && gap_before(s, to) != GAP_HYPHEN))
		return 0;
	return has(s, to, KT_TOKEN_CAPITAL) || kt_str_starts(form_at(s, to), KT_STR("cocktail"));
}

/* имени Ленина, улица Кирова, Order of Lenin. */
int thing_before(const scan *s, size_t from)
{
	if (!from || (gap_before(s, from) != GAP_SPACE && gap_before(s, from) != GAP_POINT))
		return 0;
	if (lexical(s, from - 1, W_BEFORE_THING))
		return class_at(s, from - 1)->script == SCRIPT_CYRILLIC ||
		       !kt_str_is(form_at(s, from - 1), "order");
	return from > 1 && kt_str_is(form_at(s, from - 1), "of") &&
	       kt_str_is(form_at(s, from - 2), "order") && has(s, from - 2, KT_TOKEN_CAPITAL);
}

void keep_found(const scan *s, candidate *c, const found *f, size_t from, evidence by)
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
	keep_candidate(s, c, from, to);
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
int list_mark(const scan *s, const found *f)
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
int state_letters(const scan *s, size_t from, size_t to)
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
	if (f->initials_only && f->givens == 2 && state_letters(s, f->given[0], f->given[1] + 1))
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

/* M. Clemenceau: no initial of his, but what the French call a man. */
static int monsieur(const scan *s, const found *f)
{
	return !f->known && f->initials_only && f->givens == 1 && f->surname != SIZE_MAX &&
	       kt_str_is(form_at(s, f->given[0]), "m") && has(s, f->given[0], KT_TOKEN_POINT);
}

static size_t try_full(const scan *s, size_t i)
{
	candidate c = fresh_candidate();
	found f = { 0 };

	if (!full_name(s, i, &f, &c) || behind_a_letter(s, &f) || doubtful_forename(s, &f) ||
		list_mark(s, &f) || doubtful_surname(s, &f))
		return 0;
	if (monsieur(s, &f)) {
		surname_rows(s, f.surname, &c, 1);
		c.first = 0;
		keep_found(s, &c,
			&(found) { .from = f.surname,
				.to = f.to,
				.surname = f.surname,
				.surname_to = f.surname_to },
			f.surname, BY_TITLE);
		return f.to - i;
	}
	keep_found(s, &c, &f, i, BY_GIVEN);
	return f.to - i;
}

/* ---- bare surnames ---- */

static size_t try_bare(const scan *s, size_t i)
{
	candidate c = fresh_candidate();
	size_t length = surname_rows(s, i, &c, 1);
	size_t to = i + (length ? length : 1);
	int context;

	if (!length && (!may_be_surname(s, i, 0) || has(s, i, KT_TOKEN_LETTER)))
		return 0;
	if (has(s, i, KT_TOKEN_UPPER) && class_at(s, i)->letters <= 5 && !length)
		return 0;
	if (place_of_publication(s, i, to))
		return to - i;
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
	keep_candidate(s, &c, i, to);
	return to - i;
}

static size_t try_whole(const scan *s, size_t i)
{
	candidate c = fresh_candidate();
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
	keep_candidate(s, &c, i, i + length);
	return length;
}

static void keep_derived(const scan *s, size_t i)
{
	const word_class *w = class_at(s, i);
	candidate c = fresh_candidate();

	add_row(&c, (uint32_t)w->bearer, HOW_EXACT);
	c.excluded = (uint8_t)(w->excluded ? 1 : 2);
	c.rule = w->derived;
	c.by = BY_WHOLE;
	set_surname(s, &c, i, i + 1);
	keep_candidate(s, &c, i, i + 1);
}

/* Lenin Institute: a body that bears the name. */
static void keep_in_body(const scan *s, size_t i)
{
	candidate c = fresh_candidate();
	const word_class *w = name_class_at(s, i);

	if (!w->readings || s->t->readings[w->reading].how > HOW_OBLIQUE || common_word(s, i) ||
		!surname_rows(s, i, &c, 1))
		return;
	c.excluded = 1;
	c.rule = "organisation";
	c.by = BY_TABLE;
	set_surname(s, &c, i, i + 1);
	keep_candidate(s, &c, i, i + 1);
}

/* Lloyd George: a bearer's surname of several words, the first of which is a forename too. */
static size_t try_long_surname(const scan *s, size_t i)
{
	candidate c = fresh_candidate();

	if (!class_at(s, i)->v.groups || surname_rows(s, i, &c, 1) < 2)
		return 0;
	return try_bare(s, i);
}

static void broken_reading(void *context, reading r)
{
	candidate *c = ((void **)context)[0];
	const name_index *x = &((const scan *)((void **)context)[1])->t->index;

	for (int32_t i = x->surname_starts[r.word]; r.how <= HOW_OBLIQUE && i != NONE;
		i = x->starts[i].next) {
		const bearer_name *n =
			&x->authority->rows[x->starts[i].row].names[x->starts[i].name];

		if (n->surname == 1 && n->primary)
			add_row(c, x->starts[i].row, r.how);
	}
}

/* Trots-\nky: a surname of the tables broken at the end of a line. */
static size_t try_broken(const scan *s, size_t i)
{
	candidate c = fresh_candidate();
	void *context[2] = { &c, (void *)(uintptr_t)s };
	kt_buf joined = KT_BUF_INIT;

	if (i + 1 >= s->count || !has(s, i + 1, KT_TOKEN_BROKEN))
		return 0;
	kt_buf_add(&joined, form_at(s, i));
	kt_buf_add(&joined, form_at(s, i + 1));
	name_index_read(&s->t->index, kt_buf_str(&joined), broken_reading, context);
	kt_buf_release(&joined);
	if (!c.rows)
		return 0;
	c.by = BY_TABLE;
	c.rule = "broken at a line end";
	set_surname(s, &c, i, i + 2);
	keep_candidate(s, &c, i, i + 2);
	return 2;
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
	length = try_broken(s, i);
	if (!length)
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
		length = try_long_surname(s, i);
	if (!length)
		length = try_full(s, i);
	if (!length)
		length = try_eastern(s, i);
	if (!length && c->bearer != NONE && !c->readings) {
		keep_derived(s, i);
		return 1;
	}
	if (!length && c->script == SCRIPT_LATIN)
		length = try_middle_initial(s, i);
	if (!length)
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
