/* index_make.c - the names of an authority laid out: words of surnames in their cases, sounds and
 * slips, words of whole names by their classes, acronyms. */
#include "index.h"

#include <stdlib.h>
#include <string.h>

static void link_to(name_index *x, keymap *map, kt_str key, reading r)
{
	uint32_t *head;

	if (x->failed || !key.len)
		return;
	head = keymap_put(map, key, (uint32_t)NONE, NULL);
	if (!head) {
		x->failed = 1;
		return;
	}
	for (int32_t i = (int32_t)*head; i != NONE; i = x->links[i].next)
		if (x->links[i].r.word == r.word)
			return;
	if (!kt_grow((void **)&x->links, &x->link_size, x->link_count, sizeof *x->links)) {
		x->failed = 1;
		return;
	}
	x->links[x->link_count] = (reading_link) { r, (int32_t)*head };
	*head = (uint32_t)x->link_count++;
}

static void start_at(name_index *x, int32_t *head, uint32_t row, uint32_t name)
{
	if (!kt_grow((void **)&x->starts, &x->start_size, x->start_count, sizeof *x->starts)) {
		x->failed = 1;
		return;
	}
	x->starts[x->start_count] = (start) { row, name, *head };
	*head = (int32_t)x->start_count++;
}

/* ---- words of surnames ---- */

typedef struct spelling {
	name_index *x;
	uint32_t word;
} spelling;

static void oblique(void *context, kt_str form, int plural)
{
	spelling *s = context;

	strict_cyrillic(&s->x->room, form);
	link_to(s->x, &s->x->exact, kt_buf_str(&s->x->room),
		(reading) { s->word, HOW_OBLIQUE, (uint16_t)plural });
}

/* A long word less each of its letters, for finding one that differs in a letter. */
static void link_shorter(name_index *x, kt_str plain, uint32_t word)
{
	char less[NAME_KEY_MAX * 2];

	if (plain.len >= sizeof less)
		return;
	link_to(x, &x->shorter, plain, (reading) { word, HOW_SLIP, 0 });
	for (size_t at = 0, from = 0; kt_utf8_next(plain, &at) != KT_BAD_CODEPOINT; from = at) {
		memcpy(less, plain.ptr, from);
		memcpy(less + from, plain.ptr + at, plain.len - at);
		link_to(x, &x->shorter, (kt_str) { less, plain.len - (at - from) },
			(reading) { word, HOW_SLIP, 0 });
	}
}

static void add_surname_word(name_index *x, uint32_t word, gender g, int native)
{
	kt_str form = name_form(x->authority, word);
	spelling s = { x, word };
	name_keys keys;

	kt_buf_clear(&x->plain);
	if (script_of(form) == SCRIPT_CYRILLIC) {
		strict_cyrillic(&x->plain, form);
		decline(form, NAME_SURNAME, g, oblique, &s);
	} else {
		kt_fold_plain(&x->plain, form);
	}
	link_to(x, &x->exact, kt_buf_str(&x->plain), (reading) { word, HOW_EXACT, 0 });
	name_keys_of(&keys, form);
	for (size_t i = 0; i < keys.count && (i < 1 || !native); i++)
		link_to(x, native ? &x->sound : &x->foreign, kt_str_of(keys.at[i]),
			(reading) { word, HOW_SOUND, 0 });
	if (word_letters(kt_buf_str(&x->plain)) >= SLIP_WORD)
		link_shorter(x, kt_buf_str(&x->plain), word);
}

static int cyrillic_by_origin(const kt_authority *a, const bearer_row *r)
{
	return r->b.native.len && r->name_count > 1 &&
	       script_of(name_form(a, r->names[1].words[0])) == SCRIPT_CYRILLIC;
}

static void add_parts(name_index *x, uint32_t row, uint32_t name)
{
	const bearer_row *r = &x->authority->rows[row];
	const bearer_name *n = &r->names[name];

	for (int w = 0; w < n->surname; w++)
		add_surname_word(x, n->words[w], r->g, cyrillic_by_origin(x->authority, r));
	start_at(x, &x->surname_starts[n->words[0]], row, name);
}

/* ---- words of whole names and bodies ---- */

typedef struct stem_cases {
	name_index *x;
	uint32_t stem;
} stem_cases;

static void add_case(void *context, kt_str form, int plural)
{
	stem_cases *c = context;

	(void)plural;
	if (name_index_stem(c->x, form) == NONE && c->x->room.len &&
		!keymap_put(&c->x->stems, kt_buf_str(&c->x->room), c->stem, NULL))
		c->x->failed = 1;
}

/* Госплан, Совнарком: a stemmer takes the end of such a word for an ending, though not in its other
 * cases; these are of its class too. */
static void add_cases(name_index *x, kt_str folded, uint32_t stem)
{
	static const char *const endings[] = { "н", "м", "т", "л" };
	stem_cases c = { x, stem };

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (word_letters(folded) > 5 && kt_str_ends(folded, kt_str_of(endings[i])))
			decline(folded, NAME_SURNAME, GENDER_MAN, add_case, &c);
}

static int32_t new_stem(name_index *x, uint32_t word)
{
	int32_t stem = x->word_stems[word];
	uint32_t bit;

	if (stem != NONE)
		return stem;
	bit = name_beginning(name_form(x->authority, word));
	x->beginnings[bit >> 3] = (uint8_t)(x->beginnings[bit >> 3] | 1u << (bit & 7));
	stem = name_index_stem(x, name_form(x->authority, word));
	x->word_stems[word] = stem;
	if (stem != NONE || !x->room.len)
		return stem;
	stem = (int32_t)x->phrase_count;
	if (!keymap_put(&x->stems, kt_buf_str(&x->room), (uint32_t)stem, NULL) ||
		!kt_grow((void **)&x->phrase_starts, &x->phrase_size, x->phrase_count,
			sizeof *x->phrase_starts)) {
		x->failed = 1;
		return NONE;
	}
	x->phrase_starts[x->phrase_count++] = NONE;
	x->word_stems[word] = stem;
	add_cases(x, name_form(x->authority, word), (uint32_t)stem);
	return stem;
}

static void add_acronym(name_index *x, kt_str folded, uint32_t row, uint32_t name)
{
	name_keys keys;

	acronym_keys_of(&keys, folded);
	for (size_t i = 0; i < keys.count; i++) {
		uint32_t *head =
			keymap_put(&x->acronyms, kt_str_of(keys.at[i]), (uint32_t)NONE, NULL);

		if (head)
			start_at(x, (int32_t *)head, row, name);
		else
			x->failed = 1;
	}
}

/* КГБ of Комитет государственной безопасности: the first letters, where no row has them itself. */
static void add_initial_letters(name_index *x, uint32_t row, uint32_t name)
{
	static const char *const small[] = { "и", "по", "при", "в", "на", "с", "имени", "за", "о" };
	const bearer_name *n = &x->authority->rows[row].names[name];
	kt_buf letters = KT_BUF_INIT;
	size_t count = 0;
	name_keys keys;

	for (int w = 0; w < n->count; w++) {
		kt_str form = name_form(x->authority, n->words[w]);
		size_t at = 0, k = 0;

		while (k < sizeof small / sizeof *small && !kt_str_is(form, small[k]))
			k++;
		if (k < sizeof small / sizeof *small)
			continue;
		if (script_of(form) != SCRIPT_CYRILLIC || n->upper >> w & 1)
			count = 100; /* СССР within a name: not spelled so */
		kt_utf8_next(form, &at);
		kt_buf_add(&letters, kt_str_sub(form, 0, at));
		count++;
	}
	if (count >= 3 && count < 8) {
		acronym_keys_of(&keys, kt_buf_str(&letters));
		if (keys.count && !keymap_get(&x->acronyms, kt_str_of(keys.at[0])))
			add_acronym(x, kt_buf_str(&letters), row, name);
	}
	kt_buf_release(&letters);
}

static void add_phrase(name_index *x, uint32_t row, uint32_t name)
{
	const bearer_name *n = &x->authority->rows[row].names[name];
	int32_t first = NONE;

	for (int w = n->count - 1; w >= 0; w--)
		first = new_stem(x, n->words[w]);
	if (first != NONE)
		start_at(x, &x->phrase_starts[first], row, name);
	if (x->authority->rows[row].b.kind == KT_MENTION_ORGANISATION && n->count == 1 &&
		n->upper & 1)
		add_acronym(x, name_form(x->authority, n->words[0]), row, name);
}

kt_status name_index_make(name_index *x, kt_error *err)
{
	const kt_authority *authority = x->authority;
	size_t words = name_form_count(authority);

	x->surname_starts = malloc((words + 1) * sizeof *x->surname_starts);
	x->word_stems = malloc((words + 1) * sizeof *x->word_stems);
	if (!x->surname_starts || !x->word_stems)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	for (size_t i = 0; i < words; i++)
		x->surname_starts[i] = x->word_stems[i] = NONE;
	for (uint32_t row = 0; row < authority->count; row++) {
		const bearer_row *r = &authority->rows[row];

		for (uint32_t name = 0; name < r->name_count; name++) {
			if (r->names[name].kind == NAME_PARTS)
				add_parts(x, row, name);
			else
				add_phrase(x, row, name);
			if (r->names[name].kind == NAME_EASTERN)
				add_parts(x, row, name);
		}
	}
	for (uint32_t row = 0; row < authority->count; row++)
		if (authority->rows[row].b.kind == KT_MENTION_ORGANISATION)
			for (uint32_t name = 0; name < authority->rows[row].name_count; name++)
				add_initial_letters(x, row, name);
	return x->failed || x->room.failed || x->plain.failed
		       ? kt_fail(err, KT_ENOMEM, "out of memory")
		       : KT_OK;
}

