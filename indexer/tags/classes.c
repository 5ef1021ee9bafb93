/* classes.c - what a distinct word can be in a name; asked once for each form. */
#include "tagger.h"

#include <stdlib.h>
#include <string.h>

kt_status classes_for(kt_name_tagger *t, const kt_words *words, kt_error *err)
{
	size_t count = kt_words_count(words);
	int same = words == t->words && count >= t->word_count && t->word_count &&
		   kt_hash(kt_words_form(words, (uint32_t)t->word_count - 1)) == t->last_word;

	if (!same) { /* other words, though they may lie where those lay */
		t->words = words;
		t->word_count = 0;
		t->reading_count = 0;
		if (t->classes)
			memset(t->classes, 0, t->class_size * sizeof *t->classes);
	}
	if (count > t->class_size) {
		size_t size = count + count / 2 + 1024;
		word_class *grown = realloc(t->classes, size * sizeof *grown);

		if (!grown)
			return kt_fail(err, KT_ENOMEM, "out of memory");
		memset(grown + t->class_size, 0, (size - t->class_size) * sizeof *grown);
		t->classes = grown;
		t->class_size = size;
	}
	t->word_count = count;
	t->last_word = count ? kt_hash(kt_words_form(words, (uint32_t)count - 1)) : 0;
	return KT_OK;
}

/* ---- derived words ---- */

/* What is put to a name to make a word that is no mention of the person, or a place.  Bases of
 * Cyrillic words are in the case the suffix wants (троцк-ист, сталин-ск-ий); the endings of cases
 * follow a '-'. */
static const struct suffix {
	const char *suffix, *endings, *rule;
	int excluded;
	size_t letters; /* of the base, at least */
} suffixes[] = {
	{ "isms", NULL, "doctrine", 0, 3 },
	{ "ism", NULL, "doctrine", 0, 3 },
	{ "ists", NULL, "adherent", 0, 3 },
	{ "ist", NULL, "adherent", 0, 3 },
	{ "ites", NULL, "adherent", 0, 4 },
	{ "ite", NULL, "adherent", 0, 4 },
	{ "istic", NULL, "adjective", 0, 4 },
	{ "isation", NULL, "process", 0, 4 },
	{ "ization", NULL, "process", 0, 4 },
	{ "ised", NULL, "process", 0, 4 },
	{ "ized", NULL, "process", 0, 4 },
	{ "ising", NULL, "process", 0, 4 },
	{ "izing", NULL, "process", 0, 4 },
	{ "ise", NULL, "process", 0, 5 },
	{ "ize", NULL, "process", 0, 5 },
	{ "esque", NULL, "adjective", 0, 4 },
	{ "ians", NULL, "adherent", 0, 5 },
	{ "ian", NULL, "adjective", 0, 5 },
	{ "ograd", NULL, "place", 1, 4 },
	{ "grad", NULL, "place", 1, 5 },
	{ "ogorsk", NULL, "place", 1, 5 },
	{ "sk", NULL, "place", 1, 5 },
	{ "abad", NULL, "place", 1, 5 },
	{ "akan", NULL, "place", 1, 5 },
	{ "изм", " а у ом е ы ов ам ами ах", "doctrine", 0, 4 },
	{ "ист", " а у ом е ы ов ам ами ах", "adherent", 0, 4 },
	{ "истк", "а и е у ой ам ами ах", "adherent", 0, 4 },
	{ "истск", "ий ая ое ие ого ой ому ую им их ими ом", "adjective", 0, 4 },
	{ "изаци", "я и ю ей", "process", 0, 4 },
	{ "щин", "а ы е у ой", "process", 0, 4 },
	{ "ец", " ", "adherent", 0, 5 },
	{ "ц", "а у ем е ы ев ам ами ах", "adherent", 0, 5 },
	{ "ск", "ий ая ое ие ого ой ому ую им их ими ом", "adjective", 0, 5 },
	{ "оград", " а у ом е", "place", 1, 4 },
	{ "град", " а у ом е", "place", 1, 5 },
	{ "огорск", " а у ом е", "place", 1, 5 },
	{ "ск", " а у ом е", "place", 1, 5 },
	{ "абад", " а у ом е", "place", 1, 5 },
	{ "акан", " а у ом е", "place", 1, 5 },
};

/* The part before suffix and ending, or nothing. */
static kt_str base_of(kt_str word, const struct suffix *x)
{
	kt_str suffix = kt_str_of(x->suffix);

	if (!x->endings)
		return kt_str_ends(word, suffix) ? kt_str_sub(word, 0, word.len - suffix.len)
						 : (kt_str) { NULL, 0 };
	for (const char *at = x->endings;; at++) {
		size_t n = strcspn(at, " ");
		kt_str ending = { at, n };

		if (word.len > n + suffix.len && kt_str_ends(word, ending) &&
			kt_str_ends(kt_str_sub(word, 0, word.len - n), suffix))
			return kt_str_sub(word, 0, word.len - n - suffix.len);
		at += n;
		if (!*at)
			return (kt_str) { NULL, 0 };
	}
}

typedef struct base_search {
	kt_name_tagger *t;
	int32_t row;
	int exact_only;
	kt_str base;
} base_search;

static void base_reading(void *context, reading r)
{
	base_search *b = context;
	const name_index *x = &b->t->index;

	if (r.how == HOW_OBLIQUE || (r.how == HOW_SOUND && b->exact_only))
		return;
	for (int32_t i = x->surname_starts[r.word]; i != NONE; i = x->starts[i].next) {
		const bearer_row *row = &x->authority->rows[x->starts[i].row];
		const bearer_name *n = &row->names[x->starts[i].name];

		if (n->surname == 1 && n->primary &&
			(b->row == NONE || row->rank < x->authority->rows[b->row].rank))
			b->row = (int32_t)x->starts[i].row;
	}
}

static int32_t bearer_of_base(kt_name_tagger *t, kt_str base, const struct suffix *x)
{
	base_search b = { t, NONE, x->letters > 4 && x->endings, base };
	vocabulary_word v = vocabulary_find(t->authority->vocabulary, base);
	static const char *const full[] = { "ий", "y", "и", "ой" };

	if (v.flags & (W_PLACE | W_NEVER | W_NATION | W_COMMON | W_HEAD | W_TITLE) ||
		(v.groups && v.exact))
		return NONE;
	name_index_read(&t->index, base, base_reading, &b);
	for (size_t i = 0; b.row == NONE && i < sizeof full / sizeof *full; i++) {
		/* троцк-ист from Троцкий, Dzerzhinsk-∅ from Dzerzhinsky */
		if (!kt_str_ends(base, KT_STR("к")) && !kt_str_ends(base, KT_STR("sk")))
			break;
		kt_buf_clear(&t->room2);
		kt_buf_add(&t->room2, base);
		kt_buf_add(&t->room2, kt_str_of(full[i]));
		b.exact_only = 1;
		name_index_read(&t->index, kt_buf_str(&t->room2), base_reading, &b);
	}
	return b.row;
}

static void find_derived(kt_name_tagger *t, word_class *c, kt_str form)
{
	c->bearer = NONE;
	if (c->v.flags & ~(uint32_t)(W_NEVER | W_ROLE | W_PLACE) || form.len < 6 ||
		(c->script != SCRIPT_LATIN && c->script != SCRIPT_CYRILLIC))
		return;
	kt_buf_clear(&t->room);
	if (c->script == SCRIPT_CYRILLIC)
		strict_cyrillic(&t->room, form);
	else
		kt_fold_plain(&t->room, form);
	for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
		const struct suffix *x = &suffixes[i];
		kt_str base;
		int32_t row;

		if ((x->endings != NULL) != (c->script == SCRIPT_CYRILLIC))
			continue;
		base = base_of(kt_buf_str(&t->room), x);
		if (word_letters(base) < x->letters)
			continue;
		if (x->endings && !strcmp(x->suffix, "ск") && !kt_str_ends(base, KT_STR("ин")) &&
			!kt_str_ends(base, KT_STR("ов")) && !kt_str_ends(base, KT_STR("ев")))
			continue;
		if (kt_str_is(base, "мартов")) /* of March */
			continue;
		row = bearer_of_base(t, base, x);
		if (row == NONE)
			continue;
		c->bearer = row;
		c->derived = x->rule;
		c->excluded = (uint8_t)x->excluded;
		return;
	}
}

/* ---- as a word, as a name ---- */

void class_as_word(kt_name_tagger *t, word_class *c, kt_str form)
{
	c->known = 1;
	c->script = (uint8_t)script_of(form);
	c->letters = (uint8_t)word_letters(form);
	c->v = vocabulary_find(t->authority->vocabulary, form);
	c->stem = name_index_stem(&t->index, form);
	c->bearer = NONE;
	c->acronym = NONE;
	if (c->script == SCRIPT_CYRILLIC)
		find_derived(t, c, form);
}

static void keep_reading(void *context, reading r)
{
	kt_name_tagger *t = context;

	if (!kt_grow((void **)&t->readings, &t->reading_size, t->reading_count,
		    sizeof *t->readings)) {
		t->failed = 1;
		return;
	}
	t->readings[t->reading_count++] = r;
}

/* Endings that are all but a name's own in a word with a capital: Russian, Ukrainian, Polish,
 * Georgian, Armenian surnames. */
static int surname_ending(kt_str form, size_t letters)
{
	static const struct {
		const char *ending;
		size_t letters;
	} endings[] = { { "ov", 6 }, { "ev", 6 }, { "yov", 6 }, { "off", 7 }, { "eff", 7 },
		{ "sky", 6 }, { "skii", 7 }, { "skiy", 7 }, { "skij", 7 }, { "ski", 6 },
		{ "tsky", 6 }, { "enko", 7 }, { "shvili", 8 }, { "adze", 6 }, { "idze", 6 },
		{ "chuk", 6 }, { "ovich", 8 }, { "evich", 8 }, { "owicz", 7 }, { "ewicz", 7 },
		{ "ovsky", 7 }, { "ovskii", 7 }, { "ovna", 20 }, { "yan", 7 }, { "kin", 6 },
		{ "енко", 7 }, { "швили", 8 }, { "адзе", 6 }, { "идзе", 6 }, { "чук", 6 },
		{ "ский", 7 }, { "цкий", 6 }, { "ского", 8 }, { "скому", 8 }, { "ским", 7 },
		{ "цкого", 7 }, { "цкому", 7 }, { "цким", 7 }, { "овым", 6 }, { "евым", 6 },
		{ "иным", 7 } };

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (letters >= endings[i].letters &&
			kt_str_ends(form, kt_str_of(endings[i].ending)))
			return 1;
	return 0;
}

void class_as_name(kt_name_tagger *t, word_class *c, kt_str form)
{
	name_keys keys;

	c->named = 1;
	if (c->letters <= 4) {
		c->alone = initials_of(form, 1);
		c->digraph = (uint8_t)is_digraph_initial(form);
	}
	c->begins = initials_of(form, 0);
	c->patronymic = (uint8_t)(c->letters > 5 ? patronymic_gender(form) : GENDER_UNKNOWN);
	c->ending = (uint8_t)surname_ending(form, c->letters);
	if (c->script != SCRIPT_CYRILLIC)
		find_derived(t, c, form);
	if (c->letters > 1 && c->letters < 10) {
		acronym_keys_of(&keys, form);
		for (size_t i = 0; i < keys.count && c->acronym == NONE; i++) {
			const uint32_t *head = keymap_get(&t->index.acronyms, kt_str_of(keys.at[i]));

			if (head)
				c->acronym = (int32_t)*head;
		}
	}
	c->reading = (uint32_t)t->reading_count;
	if (c->letters > 1)
		name_index_read(&t->index, form, keep_reading, t);
	/* the Trotskys */
	if (t->reading_count == c->reading && c->letters > 5 && kt_str_ends(form, KT_STR("s"))) {
		size_t kept = c->reading;

		kt_str one = kt_str_sub(form, 0, form.len - 1);
		vocabulary_word v = vocabulary_find(t->authority->vocabulary, one);

		if (!v.groups && !(v.flags & ~(uint32_t)(W_CITY | W_EASTERN)))
			name_index_read(&t->index, one, keep_reading, t);
		for (size_t i = c->reading; i < t->reading_count; i++)
			if (t->readings[i].how == HOW_EXACT) {
				t->readings[kept] = t->readings[i];
				t->readings[kept++].plural = 1;
			}
		t->reading_count = kept;
	}
	/* a word of the lexicon is a name only where it is one to the letter */
	if (c->v.groups || c->v.flags & ~(uint32_t)(W_CITY | W_EASTERN | W_COMMON)) {
		size_t kept = c->reading;

		for (size_t i = c->reading; i < t->reading_count; i++)
			if (t->readings[i].how != HOW_SOUND)
				t->readings[kept++] = t->readings[i];
		t->reading_count = kept;
	}
	c->readings = (uint32_t)t->reading_count - c->reading;
}
