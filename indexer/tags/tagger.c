/* tagger.c - the name tagger: a source's passages in, their mentions out. */
#include "tagger.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

kt_status kt_name_tagger_new(kt_name_tagger **out, const kt_authority *authority, kt_error *err)
{
	kt_name_tagger *t = calloc(1, sizeof *t);
	kt_status status;

	*out = NULL;
	if (!t)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	t->authority = authority;
	status = name_index_init(&t->index, authority, err);
	t->person_of_row = malloc((authority->count + 1) * sizeof *t->person_of_row);
	if (!status && !t->person_of_row)
		status = kt_fail(err, KT_ENOMEM, "out of memory");
	if (status)
		kt_name_tagger_free(t);
	else
		*out = t;
	return status;
}

void kt_name_tagger_free(kt_name_tagger *t)
{
	if (!t)
		return;
	name_index_release(&t->index);
	free(t->classes);
	free(t->readings);
	free(t->candidates);
	free(t->people);
	free(t->person_of_row);
	kt_map_free(t->surnames);
	free(t->surname);
	kt_map_free(t->capitals);
	free(t->bodies);
	kt_map_free(t->defined);
	free(t->local);
	free(t->taken);
	kt_buf_release(&t->room);
	kt_buf_release(&t->room2);
	free(t);
}

/* ---- a source ---- */

static kt_status begin(kt_name_tagger *t, kt_arena *arena, kt_error *err)
{
	kt_status status;

	t->arena = arena;
	t->epoch++;
	t->candidate_count = t->people_count = t->body_count = 0;
	t->failed = 0;
	for (size_t i = 0; i < t->authority->count; i++)
		t->person_of_row[i] = NONE;
	kt_map_free(t->surnames);
	kt_map_free(t->capitals);
	kt_map_free(t->defined);
	t->surnames = t->capitals = t->defined = NULL;
	t->local_count = 0;
	status = kt_map_new(&t->surnames, err);
	if (!status)
		status = kt_map_new(&t->capitals, err);
	if (!status)
		status = kt_map_new(&t->defined, err);
	return status;
}

/* How often each form stands in lower case and with a capital. */
static void count_forms(scan *s)
{
	kt_name_tagger *t = s->t;

	for (size_t i = 0; i < s->count; i++) {
		word_class *c = class_at(s, i);
		kt_str form;

		if (!c->known)
			class_as_word(t, c, kt_words_form(t->words, s->at[i].form));
		if (c->epoch != t->epoch) {
			c->epoch = t->epoch;
			c->lower = c->capital = 0;
		}
		if (!has(s, i, KT_TOKEN_CAPITAL)) {
			c->lower++;
			continue;
		}
		if (!c->capital++ && c->script == SCRIPT_CYRILLIC) {
			form = kt_words_form(t->words, s->at[i].form);
			strict_cyrillic(&t->room, form);
			if (!kt_map_put(t->capitals, kt_buf_str(&t->room), 1, NULL))
				t->failed = 1;
		}
	}
}

static int room_for(kt_name_tagger *t, size_t tokens)
{
	if (tokens > t->taken_size) {
		uint8_t *grown = realloc(t->taken, tokens * 2);

		if (!grown)
			return 0;
		t->taken = grown;
		t->taken_size = tokens * 2;
	}
	memset(t->taken, 0, tokens);
	return 1;
}

static scan scan_of(kt_name_tagger *t, const kt_tagged *p, size_t number)
{
	return (scan) { t, p->passage, p->passage->text, p->tokens->at + p->first, p->count,
		(uint32_t)number };
}

/* ---- what comes out ---- */

static kt_str row_id(const kt_name_tagger *t, uint32_t row)
{
	return t->authority->rows[row].b.id;
}

/* ?surname-forenames and "Surname, Forenames" of a person in no table. */
static void name_person(kt_name_tagger *t, person *p)
{
	kt_buf id = KT_BUF_INIT, name = KT_BUF_INIT, folded = KT_BUF_INIT;
	const kt_str parts[] = { p->surname, p->first_name, p->second_name };

	kt_buf_addc(&id, '?');
	for (size_t i = 0; i < 3; i++) {
		if (!parts[i].len)
			continue;
		if (i)
			kt_buf_addc(&id, '-');
		kt_buf_clear(&folded);
		kt_fold(&folded, parts[i]);
		slug_add(&id, kt_buf_str(&folded));
		if (i)
			kt_buf_add(&name, i == 1 ? KT_STR(", ") : KT_STR(" "));
		kt_buf_add(&name, parts[i]);
		if (i && word_letters(parts[i]) == 1)
			kt_buf_addc(&name, '.');
	}
	for (size_t i = 0; i < name.len; i++) /* a name across a line end is one line */
		if (name.ptr[i] == '\n' || name.ptr[i] == '\r' || name.ptr[i] == '\t')
			name.ptr[i] = ' ';
	p->id = kt_arena_str(t->arena, kt_buf_str(&id));
	p->name = kt_arena_str(t->arena, kt_buf_str(&name));
	if (!p->id.ptr || !p->name.ptr || id.failed || name.failed || folded.failed)
		t->failed = 1;
	kt_buf_release(&id);
	kt_buf_release(&name);
	kt_buf_release(&folded);
}

typedef struct mentions {
	kt_mention *at;
	size_t count, size;
} mentions;

static void put(kt_name_tagger *t, mentions *out, kt_mention m)
{
	if (!kt_grow((void **)&out->at, &out->size, out->count, sizeof *out->at))
		t->failed = 1;
	else
		out->at[out->count++] = m;
}

static void put_row(kt_name_tagger *t, mentions *out, const candidate *c, uint32_t row,
	kt_mention_kind kind, kt_tier tier)
{
	const kt_bearer *b = &t->authority->rows[row].b;

	put(t, out,
		(kt_mention) { kind, tier, c->start, c->end, b->id, b->name, kt_str_of(c->rule) });
}

static void put_candidate(kt_name_tagger *t, mentions *out, const candidate *c)
{
	kt_mention_kind kind = c->excluded == 1 ? KT_MENTION_EXCLUDED
			       : c->excluded	? KT_MENTION_DERIVED
						: KT_MENTION_PERSON;
	kt_tier tier = c->rows && c->person != NONE ? KT_POSSIBLE : (kt_tier)c->tier;

	if (kind != KT_MENTION_PERSON) {
		uint32_t best = c->row[0];

		for (uint8_t i = 1; i < c->rows; i++)
			if (t->authority->rows[c->row[i]].rank < t->authority->rows[best].rank)
				best = c->row[i];
		if (c->rows)
			put_row(t, out, c, best, kind, KT_CERTAIN);
		return;
	}
	if (c->person != NONE) {
		person *p = &t->people[c->person];

		if (p->row != NONE) {
			put_row(t, out, c, (uint32_t)p->row, kind, tier);
		} else {
			if (!p->id.ptr)
				name_person(t, p);
			put(t, out,
				(kt_mention) { kind, tier, c->start, c->end, p->id, p->name,
					kt_str_of(c->rule) });
		}
	}
	for (uint8_t i = 0; i < c->rows; i++)
		put_row(t, out, c, c->row[i], kind, tier);
}

static void put_body(kt_name_tagger *t, mentions *out, const body *b)
{
	kt_str id, name;

	if (b->row != NONE) {
		id = row_id(t, (uint32_t)b->row);
		name = t->authority->rows[b->row].b.name;
	} else {
		id = t->local[b->local].id;
		name = t->local[b->local].name;
	}
	put(t, out,
		(kt_mention) { KT_MENTION_ORGANISATION, b->tier, b->start, b->end, id, name,
			kt_str_of(b->rule) });
}

static int by_place(const void *a, const void *b)
{
	const kt_mention *m = a, *n = b;

	if (m->start != n->start)
		return m->start < n->start ? -1 : 1;
	if (m->end != n->end)
		return m->end > n->end ? -1 : 1;
	if (m->kind != n->kind)
		return m->kind < n->kind ? -1 : 1;
	return kt_str_compare(m->id, n->id);
}

static void write_mentions(kt_name_tagger *t, kt_tagged *passages, size_t count)
{
	mentions all = { NULL, 0, 0 };
	size_t c = 0, b = 0;

	for (size_t i = 0; i < count; i++) {
		kt_passage *p = passages[i].passage;

		all.count = 0;
		for (; c < t->candidate_count && t->candidates[c].passage == i; c++)
			put_candidate(t, &all, &t->candidates[c]);
		for (; b < t->body_count && t->bodies[b].passage == i; b++)
			put_body(t, &all, &t->bodies[b]);
		p->mentions = NULL;
		p->mention_count = 0;
		if (!all.count)
			continue;
		qsort(all.at, all.count, sizeof *all.at, by_place);
		p->mentions = kt_arena_array(t->arena, all.count, sizeof *all.at);
		if (!p->mentions) {
			t->failed = 1;
			break;
		}
		memcpy(p->mentions, all.at, all.count * sizeof *all.at);
		p->mention_count = all.count;
	}
	free(all.at);
}

/* The last year that is printed in the source; who was a child then is not named in it. */
static int last_year_of(const kt_tagged *passages, size_t count)
{
	int last = INT_MIN;

	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < passages[i].passage->year_count; k++) {
			const kt_year_span *y = &passages[i].passage->years[k];

			if (!y->inferred && y->to != KT_YEAR_OPEN_TO && y->to > last &&
				y->to < 2100)
				last = y->to;
		}
	return last == INT_MIN ? INT_MAX : last;
}

kt_status kt_tag_names(kt_name_tagger *t, kt_arena *arena, const kt_tag_source *source,
	kt_tagged *passages, size_t count, const kt_words *words, kt_error *err)
{
	kt_status status = begin(t, arena, err);

	(void)source;
	t->passages = passages;
	t->last_year = last_year_of(passages, count);
	if (!status)
		status = classes_for(t, words, err);
	if (status)
		return status;
	for (size_t i = 0; i < count; i++) {
		scan s = scan_of(t, &passages[i], i);

		count_forms(&s);
	}
	for (size_t i = 0; i < count && !t->failed; i++) {
		scan s = scan_of(t, &passages[i], i);

		if (!room_for(t, s.count))
			return kt_fail(err, KT_ENOMEM, "out of memory");
		find_definitions(&s);
	}
	for (size_t i = 0; i < count && !t->failed; i++) {
		scan s = scan_of(t, &passages[i], i);

		if (!room_for(t, s.count))
			return kt_fail(err, KT_ENOMEM, "out of memory");
		find_organisations(&s);
		find_people(&s);
	}
	if (!t->failed)
		status = settle_people(t, err);
	if (!status && !t->failed)
		write_mentions(t, passages, count);
	if (!status && t->failed)
		status = kt_fail(err, KT_ENOMEM, "out of memory");
	return status;
}
