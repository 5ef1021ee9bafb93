#include "vocabulary.h"

#include "forenames.h"
#include "kartoteka/text.h"

#include <stdlib.h>
#include <string.h>

struct vocabulary {
	kt_map *words; /* plain or strict word to an index */
	kt_map *sounds; /* key of a Cyrillic forename to an index */
	kt_map *foreign; /* key of a Latin one, for Cyrillic words */
	vocabulary_word *at;
	size_t count, size;
	int failed;
};

/* How a word is looked up: Latin without diacritics, Cyrillic strict. */
static kt_str plain_of(kt_buf *buf, kt_str folded)
{
	kt_buf_clear(buf);
	if (script_of(folded) == SCRIPT_CYRILLIC)
		strict_cyrillic(buf, folded);
	else
		kt_fold_plain(buf, folded);
	return kt_buf_str(buf);
}

static vocabulary_word *entry(vocabulary *v, kt_map *map, kt_str word)
{
	int added;
	uint32_t *at = kt_map_put(map, word, (uint32_t)v->count, &added);

	if (!at || (added && !kt_grow((void **)&v->at, &v->size, v->count, sizeof *v->at))) {
		v->failed = 1;
		return NULL;
	}
	if (added)
		memset(&v->at[v->count++], 0, sizeof *v->at);
	return &v->at[*at];
}

typedef struct adding {
	vocabulary *v;
	uint32_t flags;
	gender g;
	uint16_t group;
	kt_str word; /* that is being added */
	kt_buf room;
} adding;

static void add_group(vocabulary_word *w, gender g, uint16_t group, int oblique)
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
	w->g = w->groups && w->g != g ? GENDER_UNKNOWN : g;
	w->group[w->groups++] = group;
	if (!oblique)
		w->oblique = 0;
}

static void oblique_forename(void *context, kt_str form, int plural)
{
	adding *a = context;

	vocabulary_word *w;

	if (plural)
		return;
	w = entry(a->v, a->v->words, plain_of(&a->room, form));
	add_group(w, a->g, a->group, 1);
	if (w && !w->nominative.len)
		w->nominative = a->word;
}

static void oblique_word(void *context, kt_str form, int plural)
{
	adding *a = context;
	vocabulary_word *w = entry(a->v, a->v->words, plain_of(&a->room, form));

	(void)plural;
	if (w)
		w->flags |= a->flags;
}

static void add_forename(adding *a, kt_str word)
{
	kt_buf folded = KT_BUF_INIT;
	name_keys keys;

	a->word = word;
	kt_fold(&folded, word);
	add_group(entry(a->v, a->v->words, plain_of(&a->room, kt_buf_str(&folded))), a->g, a->group,
		0);
	if (script_of(kt_buf_str(&folded)) == SCRIPT_CYRILLIC) {
		name_keys_of(&keys, kt_buf_str(&folded));
		if (keys.count && keys.length[0] > 3)
			add_group(entry(a->v, a->v->sounds, kt_str_of(keys.at[0])), a->g, a->group,
				0);
		decline(kt_buf_str(&folded), NAME_FORENAME, a->g, oblique_forename, a);
	} else {
		name_keys_of(&keys, kt_buf_str(&folded));
		for (size_t i = 0; i < keys.count; i++)
			if (keys.length[i] > 3)
				add_group(entry(a->v, a->v->foreign, kt_str_of(keys.at[i])), a->g,
					a->group, 0);
	}
	kt_buf_release(&folded);
}

/* Nouns of the lexicon that stand in the nominative there are known in all cases. */
enum { DECLINED = W_TITLE | W_ROLE | W_KIN | W_MONARCH | W_HEAD | W_PLACE };

static void add_lexicon_word(adding *a, kt_str word)
{
	vocabulary_word *w = entry(a->v, a->v->words, word);

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

kt_status vocabulary_new(vocabulary **out, kt_error *err)
{
	vocabulary *v = calloc(1, sizeof *v);
	adding a = { .v = v };
	kt_status status;

	*out = NULL;
	if (!v)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	status = kt_map_new(&v->words, err);
	if (!status)
		status = kt_map_new(&v->sounds, err);
	if (!status)
		status = kt_map_new(&v->foreign, err);
	for (size_t i = 0; !status && lexicon_rows[i].words; i++) {
		a.flags = lexicon_rows[i].flags;
		each_word(&a, lexicon_rows[i].words, add_lexicon_word);
	}
	for (size_t i = 0; !status && forename_groups[i].names; i++) {
		a.g = forename_groups[i].g;
		a.group = (uint16_t)i;
		each_word(&a, forename_groups[i].names, add_forename);
	}
	kt_buf_release(&a.room);
	if (!status && v->failed)
		status = kt_fail(err, KT_ENOMEM, "out of memory");
	if (status)
		vocabulary_free(v);
	else
		*out = v;
	return status;
}

void vocabulary_free(vocabulary *v)
{
	if (!v)
		return;
	kt_map_free(v->words);
	kt_map_free(v->sounds);
	kt_map_free(v->foreign);
	free(v->at);
	free(v);
}

vocabulary_word vocabulary_find(const vocabulary *v, kt_str folded)
{
	vocabulary_word found = { 0 };
	kt_buf buf = KT_BUF_INIT;
	const uint32_t *at = kt_map_get(v->words, plain_of(&buf, folded));
	name_keys keys;

	if (at) {
		found = v->at[*at];
		found.exact = 1;
	}
	kt_buf_release(&buf);
	if (found.groups || found.flags || folded.len < 4)
		return found;
	name_keys_of(&keys, folded);
	for (size_t i = 0; i < keys.count; i++) {
		at = kt_map_get(script_of(folded) == SCRIPT_LATIN ? v->sounds : v->foreign,
			kt_str_of(keys.at[i]));
		if (at)
			return v->at[*at];
	}
	return found;
}

int forenames_agree(const vocabulary *v, kt_str a, kt_str b)
{
	vocabulary_word x = vocabulary_find(v, a), y = vocabulary_find(v, b);
	kt_buf p = KT_BUF_INIT, q = KT_BUF_INIT;
	kt_str m = plain_of(&p, a), n = plain_of(&q, b);
	int agree = kt_str_equal(m, n);

	for (size_t i = 0; !agree && i < x.groups; i++)
		for (size_t j = 0; j < y.groups; j++)
			agree |= x.group[i] == y.group[j];
	if (!agree && m.len > 2 && n.len > 2)
		agree = kt_str_starts(m, n) || kt_str_starts(n, m);
	if (!agree) {
		name_keys s, t;

		name_keys_of(&s, a);
		name_keys_of(&t, b);
		for (size_t i = 0; !agree && i < s.count; i++)
			for (size_t j = 0; !agree && j < t.count; j++)
				agree = s.length[i] == t.length[j] &&
					!memcmp(s.at[i], t.at[j], s.length[i]);
	}
	kt_buf_release(&p);
	kt_buf_release(&q);
	return agree;
}
