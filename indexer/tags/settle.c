/* settle.c - who is meant by a surname that stands alone, for the whole source. */
#include "persons.h"

#include <stdlib.h>
#include <string.h>

/* ---- titles, and what stands beside ---- */

/* A scholar is not who is meant by Admiral Murphy. */
static void without_scholars(const kt_name_tagger *t, candidate *c)
{
	uint8_t kept = 0;

	for (uint8_t i = 0; i < c->rows; i++)
		if (t->authority->rows[c->row[i]].rank < 3 || t->person_of_row[c->row[i]] != NONE) {
			c->how[kept] = c->how[i];
			c->row[kept++] = c->row[i];
		}
	c->rows = kept;
}

enum { SCORE_OF_PERSON = 5 };

static int told_by_context(const surname_of_source *s)
{
	return s->for_person >= SCORE_OF_PERSON && s->for_person * 2 > s->for_word;
}

/* Surnames that a title or the words beside them tell to be a person's, though none has a forename.
 */
static void settle_titled(kt_name_tagger *t, candidate *c, size_t number)
{
	surname_of_source *s = &t->surname[c->key];

	if (c->by == BY_TITLE && !c->academic)
		without_scholars(t, c);
	if (c->by == BY_TITLE || (told_by_context(s) && c->common != 3))
		s->supported = 1;
	if (!s->supported || c->rows || s->people != NONE || ((c->common & 1) && c->by < BY_TITLE))
		return;
	add_person(t, person_of(c, number, NONE));
}

/* ---- coordination ---- */

static int is_person(const kt_name_tagger *t, const candidate *c)
{
	if (c->excluded)
		return 0;
	return c->person != NONE || c->by == BY_TITLE || t->surname[c->key].supported ||
	       told_by_context(&t->surname[c->key]) || (c->rows && !c->common);
}

/* What joins two names: 5 for "and", less for a comma, 0 for anything else. */
static int joined(const kt_name_tagger *t, const candidate *a, const candidate *b)
{
	static const struct {
		const char *text;
		int score;
	} joints[] = { { " and ", 5 }, { ", and ", 5 }, { " & ", 5 }, { " or ", 5 }, { "-", 5 },
		{ "–", 5 }, { " и ", 5 }, { " или ", 5 }, { ", ", 3 }, { "\n", 1 } };
	kt_str text = t->passages[a->passage].passage->text, between;

	if (a->passage != b->passage || b->start < a->end)
		return 0;
	between = kt_str_sub(text, a->end, b->start);
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
		if (kt_str_is(between, joints[i].text))
			return joints[i].score;
	return 0;
}

/* Harriman and Vance; Dulles, Murphy, Bowie and Smith: who stands with people is one. */
static void settle_joined(kt_name_tagger *t)
{
	for (int pass = 0; pass < 2; pass++)
		for (size_t k = 1; k < t->candidate_count; k++) {
			size_t i = pass ? t->candidate_count - k : k;
			candidate *a = &t->candidates[pass ? i : i - 1];
			candidate *b = &t->candidates[pass ? i - 1 : i];
			int score = pass ? joined(t, b, a) : joined(t, a, b);

			if (score && !b->excluded && !is_person(t, b) && is_person(t, a))
				t->surname[b->key].for_person += score;
		}
}

/* ---- second pass: what stands alone ---- */

/* Whether the person last named is one whom the source names in passing (a father, a namesake, a
 * slip in the initials), and not just here. */
static int in_passing(const kt_name_tagger *t, const candidate *c, int32_t p, int32_t chief)
{
	const person *who = &t->people[p];

	if (c->passage <= t->candidates[who->last].passage + 1)
		return 0;
	if (chief != NONE)
		return t->people[chief].times >= (who->times == 1 ? 2 : 3 * who->times);
	return who->row == NONE && who->first_form == NONE && who->first && who->times < 2;
}

/* The one of that surname whom the source names most often. */
static int32_t chief_of(const kt_name_tagger *t, const candidate *c)
{
	int32_t best = NONE;

	for (uint8_t i = 0; i < c->rows; i++) {
		int32_t p = t->person_of_row[c->row[i]];

		if (p != NONE && (best == NONE || t->people[p].times > t->people[best].times))
			best = p;
	}
	for (int32_t p = t->surname[c->key].people, left = 64; p != NONE && left; left--) {
		if (best == NONE || t->people[p].times > t->people[best].times)
			best = p;
		p = t->people[p].next;
	}
	return best;
}

/* Of the people of the source who have the surname, the one last named before it, else one named
 * later. */
static int32_t person_by_surname(kt_name_tagger *t, const candidate *c, size_t number, int *several)
{
	const surname_of_source *s = &t->surname[c->key];
	int32_t before = s->last, later = NONE, chief;
	uint32_t distinct = s->count;

	for (uint8_t i = 0; i < c->rows; i++) {
		int32_t p = t->person_of_row[c->row[i]];

		if (p == NONE)
			continue;
		if (t->people[p].key != c->key)
			distinct++;
		if (t->people[p].named <= number &&
			(before == NONE || t->people[p].last > t->people[before].last))
			before = p;
		if (later == NONE || t->people[p].named < t->people[later].named)
			later = p;
	}
	for (int32_t p = s->people; before == NONE && p != NONE; p = t->people[p].next)
		if (later == NONE || t->people[p].named < t->people[later].named)
			later = p;
	*several = distinct > 1;
	if (before == NONE)
		return later;
	chief = chief_of(t, c);
	if (!in_passing(t, c, before, chief == before ? NONE : chief))
		return before;
	if (chief != before)
		return chief;
	/* initials that no bearer has: as the table has it, where there is but one */
	return c->rows == 1 && c->how[0] <= HOW_OBLIQUE ? NONE : before;
}

static void slip_row(void *context, reading r)
{
	candidate *c = ((void **)context)[0];
	const kt_name_tagger *t = ((void **)context)[1];
	const name_index *x = &t->index;

	for (int32_t i = x->surname_starts[r.word]; i != NONE; i = x->starts[i].next) {
		const bearer_name *n =
			&x->authority->rows[x->starts[i].row].names[x->starts[i].name];

		if (n->primary && n->surname == 1 && t->person_of_row[x->starts[i].row] != NONE)
			c->person = t->person_of_row[x->starts[i].row];
	}
}

enum { SLIP_LETTERS = 8, SLIP_TIMES = 2 };

/* A long name with one slip of a letter, where the source has the right one too. */
static void settle_slip(kt_name_tagger *t, candidate *c)
{
	void *context[2] = { c, t };
	const word_class *w = &t->classes[c->form];

	if (w->letters < SLIP_LETTERS || w->capital > SLIP_TIMES || c->common || w->derived)
		return;
	name_index_slips(&t->index, text_form(t, (int32_t)c->form), slip_row, context);
	if (c->person != NONE) {
		c->tier = KT_POSSIBLE;
		c->rule = "one letter differs";
	}
}

static void settle_by_table(kt_name_tagger *t, candidate *c)
{
	uint32_t rows[CANDIDATE_ROWS];
	int count = 0, exact = 0;

	for (uint8_t i = 0; i < c->rows; i++)
		exact |= c->how[i] <= HOW_OBLIQUE;
	for (uint8_t i = 0; i < c->rows; i++)
		if (!exact || c->how[i] <= HOW_OBLIQUE)
			rows[count++] = c->row[i];
	c->rows = 0;
	if (c->common && !t->surname[c->key].supported)
		return;
	count = default_of(t, rows, count);
	for (int i = 0; i < count; i++)
		c->row[c->rows++] = rows[i];
	c->tier = count > 1 ? KT_POSSIBLE : KT_PROBABLE;
}

static void settle_bare(kt_name_tagger *t, candidate *c, size_t number)
{
	int several = 0;
	int32_t p = person_by_surname(t, c, number, &several);

	if ((c->hostile && c->common && c->by < BY_CONTEXT) ||
		(c->common == 3 && c->by < BY_TITLE && c->score < 2)) {
		c->rows = 0;
		return;
	}
	if (p != NONE) {
		const person *who = &t->people[p];

		c->rows = 0;
		if (c->common == 1 && c->begins && who->row == NONE && c->by < BY_CONTEXT)
			return; /* Hunger, though a Hunger is named */
		c->person = p;
		c->rows = 0;
		c->tier = several || (!who->first && who->row == NONE && !who->monarch &&
					     c->by != BY_TITLE)
				  ? KT_PROBABLE
				  : KT_CERTAIN;
		return;
	}
	if (c->rows) {
		settle_by_table(t, c);
		return;
	}
	settle_slip(t, c);
}

/* ---- all ---- */

kt_status settle_people(kt_name_tagger *t, kt_error *err)
{
	for (size_t i = 0; i < t->candidate_count; i++)
		set_key(t, &t->candidates[i]);
	if (t->failed)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	for (size_t i = 0; i < t->candidate_count; i++)
		if (t->candidates[i].by >= BY_GIVEN && !t->candidates[i].excluded)
			settle_full(t, &t->candidates[i], i);
	for (size_t i = 0; i < t->candidate_count; i++) {
		candidate *c = &t->candidates[i];

		if (c->excluded || c->by >= BY_GIVEN)
			continue;
		if (c->score > 0)
			t->surname[c->key].for_person += c->score;
		else
			t->surname[c->key].for_word -= c->score;
		if (c->by == BY_TABLE && c->inside)
			t->surname[c->key].supported = 1;
	}
	settle_joined(t);
	for (size_t i = 0; i < t->candidate_count; i++) {
		candidate *c = &t->candidates[i];

		if (c->by < BY_GIVEN && !c->excluded)
			settle_titled(t, c, i);
	}
	for (size_t i = 0; i < t->candidate_count; i++) {
		candidate *c = &t->candidates[i];

		if (c->excluded)
			continue;
		if (c->by < BY_GIVEN) {
			settle_bare(t, c, i);
		} else if (c->person != NONE) {
			person *p = &t->people[c->person];

			p->last = i;
			t->surname[c->key].last = c->person;
		}
	}
	return t->failed ? kt_fail(err, KT_ENOMEM, "out of memory") : KT_OK;
}
