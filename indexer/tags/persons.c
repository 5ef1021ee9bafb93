/* persons.c - the people of a source, by their full names. */
#include "persons.h"

#include <stdlib.h>
#include <string.h>

/* ---- given names ---- */

static int groups_meet(const vocabulary_word *a, const vocabulary_word *b)
{
	for (size_t i = 0; i < a->groups; i++)
		for (size_t j = 0; j < b->groups; j++)
			if (a->group[i] == b->group[j])
				return 1;
	return 0;
}

/* Whether a forename of the text can be the nth one of a row; 1 when the row tells nothing. */
static int row_given(
	const kt_name_tagger *t, const bearer_row *row, int32_t form, int nth, int *told)
{
	const kt_authority *a = t->authority;
	const vocabulary_word *v = &t->classes[form].v;

	for (size_t i = 0; i < row->name_count; i++) {
		const bearer_name *n = &row->names[i];
		kt_str given;
		vocabulary_word w;

		if (n->kind != NAME_PARTS || nth >= n->forenames)
			continue;
		given = name_form(a, n->words[n->surname + nth]);
		*told = 1;
		if (word_letters(given) == 1) {
			if (initials_of(given, 1) & t->classes[form].begins)
				return 1;
			continue;
		}
		if (kt_str_equal(given, text_form(t, form)))
			return 1;
		w = vocabulary_find(a->vocabulary, given);
		if (groups_meet(v, &w))
			return 1;
		if (forenames_agree(a->vocabulary, given, text_form(t, form)))
			return 1;
	}
	return 0;
}

/* A second name in full: not S. A. Smith for Al Smith. */
static int row_has_second(const kt_name_tagger *t, const bearer_row *row)
{
	for (size_t i = 0; i < row->name_count; i++) {
		const bearer_name *n = &row->names[i];

		if (n->kind == NAME_PARTS && n->forenames > 1 &&
			word_letters(name_form(t->authority, n->words[n->surname + 1])) >
				1)
			return 1;
	}
	return 0;
}

int row_fits(const kt_name_tagger *t, uint32_t number, const candidate *c)
{
	const bearer_row *row = &t->authority->rows[number];
	int told = 0;

	if (row->b.from && row->b.from > t->last_year - GROWN_UP)
		return 0;
	if (c->monarch)
		return 1;
	if (c->first_form != NONE) {
		if (!row_given(t, row, c->first_form, 0, &told) && told) {
			told = 0; /* Foster Dulles: the second of his names, where that is told */
			if (c->second || !(row_has_second(t, row) &&
						 row_given(t, row, c->first_form, 1, &told)))
				return 0;
		}
	} else if (c->first && row->first && !(c->first & row->first)) {
		return 0;
	}
	if (c->second_form != NONE && row->second) {
		told = 0;
		if (t->classes[c->second_form].begins & row->second)
			return 1;
		return row_given(t, row, c->second_form, 1, &told) || !told;
	}
	return !c->second || !row->second || c->second & row->second;
}

static int forms_agree(const kt_name_tagger *t, int32_t a, int32_t b)
{
	if (a == b || groups_meet(&t->classes[a].v, &t->classes[b].v))
		return 1;
	return forenames_agree(t->authority->vocabulary, text_form(t, a), text_form(t, b));
}

/* Two sets of given names that one person can have. */
static int givens_agree(const kt_name_tagger *t, const person *p, const candidate *c)
{
	if (p->first && c->first) {
		if (p->first_form != NONE && c->first_form != NONE) {
			if (!forms_agree(t, p->first_form, c->first_form))
				return 0;
		} else if (!(p->first & c->first)) {
			return 0;
		}
	}
	return !p->second || !c->second || p->second & c->second;
}

/* ---- surnames of the source ---- */

static uint32_t surname_key(kt_name_tagger *t, kt_str nominative)
{
	int added;
	uint32_t *at =
		kt_map_put(t->surnames, nominative, (uint32_t)kt_map_count(t->surnames), &added);

	if (!at) {
		t->failed = 1;
		return 0;
	}
	if (added) {
		if (!kt_grow((void **)&t->surname, &t->surname_size, *at, sizeof *t->surname)) {
			t->failed = 1;
			return 0;
		}
		t->surname[*at] = (surname_of_source) { NONE, 0, NONE, 0, 0, 0 };
	}
	return *at;
}

/* Endings of surnames whose cases cannot be taken for another nominative. */
static int usual_surname(kt_str nominative)
{
	static const char *const endings[] = { "ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ская",
		"цкая", "ова", "ева", "ёва", "ина" };

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (kt_str_ends(nominative, kt_str_of(endings[i])))
			return 1;
	return 0;
}

/* The nominative of a surname that is in no table: the one that the source has too, else the usual.
 */
static kt_str nominative_of(kt_name_tagger *t, const candidate *c, kt_buf *out)
{
	kt_str all[NOMINATIVES], printed = c->surname;
	kt_buf folded = KT_BUF_INIT;
	size_t count, best = 0;
	int found = 0;

	kt_fold(&folded, printed);
	kt_buf_clear(out);
	if (script_of(kt_buf_str(&folded)) != SCRIPT_CYRILLIC) {
		kt_buf_add(out, kt_buf_str(&folded));
		kt_buf_release(&folded);
		return kt_buf_str(out);
	}
	count = nominatives(t->arena, kt_buf_str(&folded), c->g, all);
	for (size_t i = 0; i < count && !found; i++) {
		strict_cyrillic(&t->room2, all[i]);
		if (i + 1 < count && kt_map_get(t->capitals, kt_buf_str(&t->room2))) {
			best = i;
			found = 1;
		}
	}
	if (!found)
		best = count > 1 && (c->oblique || usual_surname(all[0])) ? 0 : count - 1;
	kt_buf_add(out, all[best]);
	kt_buf_release(&folded);
	return kt_buf_str(out);
}

/* The printed surname in the nominative, with its capital. */
static kt_str capitalised(kt_name_tagger *t, kt_str folded, kt_str printed)
{
	kt_buf same = KT_BUF_INIT;
	kt_str out = printed;
	size_t at = 0;

	kt_fold(&same, printed);
	if (!kt_str_equal(kt_buf_str(&same), folded)) {
		uint32_t cp = kt_utf8_next(folded, &at);

		kt_buf_clear(&same);
		if (cp >= 0x430 && cp <= 0x44F)
			cp -= 0x20;
		kt_buf_add_codepoint(&same, cp);
		kt_buf_add(&same, kt_str_sub(folded, at, folded.len));
		out = kt_arena_str(t->arena, kt_buf_str(&same));
	}
	kt_buf_release(&same);
	return out;
}

/* ---- people ---- */

int32_t add_person(kt_name_tagger *t, person p)
{
	surname_of_source *s = &t->surname[p.key];

	if (!kt_grow((void **)&t->people, &t->people_size, t->people_count, sizeof *t->people)) {
		t->failed = 1;
		return NONE;
	}
	p.next = s->people;
	s->people = (int32_t)t->people_count;
	s->count++;
	t->people[t->people_count] = p;
	return (int32_t)t->people_count++;
}

person person_of(const candidate *c, size_t number, int32_t row)
{
	return (person) { .row = row,
		.key = c->key,
		.first = c->first,
		.second = c->second,
		.first_form = c->first_form,
		.second_form = c->second_form,
		.surname = c->surname,
		.first_name = c->first_name,
		.second_name = c->second_name,
		.named = number,
		.last = 0,
		.monarch = c->monarch };
}

static int32_t person_of_row(kt_name_tagger *t, const candidate *c, size_t number, uint32_t row)
{
	int32_t *at = &t->person_of_row[row];

	if (*at == NONE)
		*at = add_person(t, person_of(c, number, (int32_t)row));
	else if (t->people[*at].named > number)
		t->people[*at].named = number;
	return *at;
}

/* The person of the source, in no table, that a full name means; a new one where there is none. */
static int32_t local_person(kt_name_tagger *t, const candidate *c, size_t number)
{
	enum { LOOKED_AT = 64 }; /* people of one surname: the last named suffice */
	int left = LOOKED_AT;

	for (int32_t i = t->surname[c->key].people; i != NONE && left;
		i = t->people[i].next, left--) {
		person *p = &t->people[i];

		if (p->row != NONE || !givens_agree(t, p, c) || p->monarch != c->monarch ||
			(c->monarch && !kt_str_equal(p->surname, c->surname)))
			continue;
		if (c->first_form != NONE && p->first_form == NONE) {
			p->first_form = c->first_form;
			p->first_name = c->first_name;
			p->first = c->first;
		}
		if (c->second && !p->second) {
			p->second = c->second;
			p->second_form = c->second_form;
			p->second_name = c->second_name;
		}
		return i;
	}
	return add_person(t, person_of(c, number, NONE));
}

/* The best of a candidate's rows among those that fit: exact spelling, then who is in the source,
 * then who is meant by the surname alone. */
static int fitting_rows(kt_name_tagger *t, const candidate *c, uint32_t *out)
{
	int best = HOW_SLIP + 1, count = 0;

	for (uint8_t i = 0; i < c->rows; i++)
		if (row_fits(t, c->row[i], c)) {
			int h = c->how[i] == HOW_OBLIQUE ? HOW_EXACT : c->how[i];

			if (h < best) {
				best = h;
				count = 0;
			}
			if (h == best)
				out[count++] = c->row[i];
		}
	return count;
}

/* Who is meant by the surname alone: whom the table gives it to, else those of the first rank that
 * anybody has. */
int default_of(const kt_name_tagger *t, uint32_t *rows, int count)
{
	int best = 1000, kept = 0;

	for (int i = 0; i < count; i++)
		if (t->authority->rows[rows[i]].rank < best)
			best = t->authority->rows[rows[i]].rank;
	for (int i = 0; i < count; i++)
		if (t->authority->rows[rows[i]].rank == best)
			rows[kept++] = rows[i];
	return kept;
}

/* ---- first pass: full names make the people of the source ---- */

void settle_full(kt_name_tagger *t, candidate *c, size_t number)
{
	uint32_t rows[CANDIDATE_ROWS];
	int count = fitting_rows(t, c, rows), kept = 0;

	for (int i = 0; count > 1 && i < count; i++)
		if (t->person_of_row[rows[i]] != NONE)
			rows[kept++] = rows[i];
	if (kept)
		count = kept;
	else if (count > 1)
		count = default_of(t, rows, count);
	c->rows = 0;
	if (count) {
		c->person = person_of_row(t, c, number, rows[0]);
		for (int i = 1; i < count; i++) /* who else it may be */
			c->row[c->rows++] = rows[i];
	} else if (c->surname.len) {
		if (!c->key_name.len) {
			kt_buf nominative = KT_BUF_INIT;

			c->surname = capitalised(t, nominative_of(t, c, &nominative), c->surname);
			kt_buf_release(&nominative);
		}
		c->person = local_person(t, c, number);
	}
	if (c->person != NONE)
		t->people[c->person].times++;
}

/* ---- candidates ---- */

/* Bearers who were not yet grown up when the source ends. */
static void drop_unborn(const kt_name_tagger *t, candidate *c)
{
	uint8_t kept = 0;

	for (uint8_t i = 0; i < c->rows; i++) {
		int born = t->authority->rows[c->row[i]].b.from;

		if (born && born > t->last_year - GROWN_UP)
			continue;
		c->how[kept] = c->how[i];
		c->row[kept++] = c->row[i];
	}
	if (c->rows && !kept && c->by == BY_TABLE)
		c->by = BY_NOTHING;
	c->rows = kept;
}

void set_key(kt_name_tagger *t, candidate *c)
{
	kt_buf buf = KT_BUF_INIT;
	kt_str name;

	if (!c->surname.len)
		return;
	if (!c->excluded)
		drop_unborn(t, c);
	if (c->key_name.len) {
		kt_fold(&buf, c->key_name);
		name = kt_buf_str(&buf);
	} else if (c->rows) {
		/* in whatever case or alphabet: as the table has it */
		const bearer_name *n = &t->authority->rows[c->row[0]].names[0];

		for (size_t w = 0; w < n->surname; w++) {
			if (w)
				kt_buf_addc(&buf, '-');
			kt_buf_add(&buf, name_form(t->authority, n->words[w]));
		}
		name = kt_buf_str(&buf);
	} else {
		name = nominative_of(t, c, &buf);
		if (!c->key_name.len)
			c->surname = capitalised(t, name, c->surname);
	}
	kt_buf_clear(&t->room2);
	if (script_of(name) == SCRIPT_CYRILLIC)
		strict_cyrillic(&t->room2, name);
	else
		kt_fold_plain(&t->room2, name);
	c->key = surname_key(t, kt_buf_str(&t->room2));
	kt_buf_release(&buf);
}
