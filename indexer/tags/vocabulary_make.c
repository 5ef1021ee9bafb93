/* vocabulary_make.c - the lexicon and the forenames in all their cases and sounds, worked out when
 * the program is built. */
#include "vocabulary.h"

#include "forenames.h"
#include "kartoteka/text.h"
#include "known_word.h"
#include "lexicon.h"

#include <stdlib.h>
#include <string.h>

typedef struct making {
	keymap words, sounds, foreign;
	known_word *at;
	size_t count, size;
	kt_buf nominatives; /* of forenames, as the table has them */
	int failed;
} making;

static known_word *entry(making *v, keymap *map, kt_str word)
{
	int added;
	uint32_t *at = keymap_put(map, word, (uint32_t)v->count, &added);

	if (!at || (added && !kt_grow((void **)&v->at, &v->size, v->count, sizeof *v->at))) {
		v->failed = 1;
		return NULL;
	}
	if (added)
		memset(&v->at[v->count++], 0, sizeof *v->at);
	return &v->at[*at];
}

typedef struct adding {
	making *v;
	uint32_t flags;
	gender g;
	uint16_t group;
	uint32_t word_at; /* of the forename that is being added, among the nominatives */
	uint8_t word_length;
	kt_buf room;
} adding;

static void add_group(known_word *w, gender g, uint16_t group, int oblique)
{
	if (!w)
		return;
	for (size_t i = 0; i < w->groups; i++)
		if (w->group[i] == group)
			return;
	if (w->groups == FORENAME_GROUPS)
		return;
	if (!w->groups)
		w->oblique = (uint8_t)oblique;
	w->g = (uint8_t)(w->groups && w->g != g ? GENDER_UNKNOWN : g);
	w->group[w->groups++] = group;
	if (!oblique)
		w->oblique = 0;
}

static void oblique_forename(void *context, kt_str form, int plural)
{
	adding *a = context;
	known_word *w;

	if (plural)
		return;
	w = entry(a->v, &a->v->words, vocabulary_plain(&a->room, form));
	add_group(w, a->g, a->group, 1);
	if (w && !w->nominative_length) {
		w->nominative = a->word_at;
		w->nominative_length = a->word_length;
	}
}

static void oblique_word(void *context, kt_str form, int plural)
{
	adding *a = context;
	known_word *w = entry(a->v, &a->v->words, vocabulary_plain(&a->room, form));

	(void)plural;
	if (w)
		w->flags |= a->flags;
}

static void add_forename(adding *a, kt_str word)
{
	kt_buf folded = KT_BUF_INIT;
	name_keys keys;

	kt_fold(&folded, word);
	add_group(entry(a->v, &a->v->words, vocabulary_plain(&a->room, kt_buf_str(&folded))), a->g,
		a->group, 0);
	if (script_of(kt_buf_str(&folded)) == SCRIPT_CYRILLIC) {
		name_keys_of(&keys, kt_buf_str(&folded));
		if (keys.count && keys.length[0] > 3)
			add_group(entry(a->v, &a->v->sounds, kt_str_of(keys.at[0])), a->g, a->group,
				0);
		a->word_at = (uint32_t)a->v->nominatives.len;
		a->word_length = (uint8_t)word.len;
		kt_buf_add(&a->v->nominatives, word);
		decline(kt_buf_str(&folded), NAME_FORENAME, a->g, oblique_forename, a);
	} else {
		name_keys_of(&keys, kt_buf_str(&folded));
		for (size_t i = 0; i < keys.count; i++)
			if (keys.length[i] > 3)
				add_group(entry(a->v, &a->v->foreign, kt_str_of(keys.at[i])), a->g,
					a->group, 0);
	}
	kt_buf_release(&folded);
}

/* Nouns of the lexicon that stand in the nominative there are known in all cases. */
enum { DECLINED = W_TITLE | W_ROLE | W_KIN | W_MONARCH | W_HEAD | W_PLACE };

static void add_lexicon_word(adding *a, kt_str word)
{
	known_word *w = entry(a->v, &a->v->words, word);

	if (w)
		w->flags |= a->flags;
	if (a->flags & DECLINED && script_of(word) == SCRIPT_CYRILLIC)
		decline(word, NAME_FORENAME,
			kt_str_ends(word, KT_STR("а")) || kt_str_ends(word, KT_STR("я"))
				? GENDER_WOMAN
				: GENDER_MAN,
			oblique_word, a);
}

static void each_word(adding *a, const char *words, void (*fn)(adding *, kt_str))
{
	for (const char *at = words; *at;) {
		size_t n = strcspn(at, " ");

		if (n)
			fn(a, (kt_str) { at, n });
		at += n;
		at += *at == ' ';
	}
}

static void add_groups(adding *a, const forename_group *groups)
{
	for (; groups->names; groups++, a->group++) {
		a->g = groups->g;
		each_word(a, groups->names, add_forename);
	}
}

void vocabulary_make(kt_buf *out)
{
	making v = { .failed = 0 };
	adding a = { .v = &v };

	for (size_t i = 0; lexicon_rows[i].words; i++) {
		a.flags = lexicon_rows[i].flags;
		each_word(&a, lexicon_rows[i].words, add_lexicon_word);
	}
	add_groups(&a, eastern_forenames);
	add_groups(&a, western_forenames);
	keymap_pack(out, &v.words);
	keymap_pack(out, &v.sounds);
	keymap_pack(out, &v.foreign);
	pack_array(out, v.at, v.count, sizeof *v.at);
	pack_array(out, v.nominatives.ptr, v.nominatives.len, 1);
	out->failed |= v.failed | v.nominatives.failed | a.room.failed;
	keymap_release(&v.words);
	keymap_release(&v.sounds);
	keymap_release(&v.foreign);
	free(v.at);
	kt_buf_release(&v.nominatives);
	kt_buf_release(&a.room);
}
