/* names.c - people and organisations that the texts mention. */
#include <stdlib.h>
#include <string.h>

#include "plan.h"

typedef struct listing {
	kt_index *index;
	kt_arena *arena;
	hit_loader *loader;
	kt_mention_kind kind;
	kt_field field;
	kt_str pattern; /* folded plainly */
	kt_named *at;
	size_t count, size;
	kt_buf folded;
} listing;

/* Whether text fits a pattern in which * stands for any letters; without one, any part fits. */
static int fits(kt_str pattern, kt_str text)
{
	size_t p = 0, t = 0, star = SIZE_MAX, from = 0;

	if (kt_str_find(pattern, KT_STR("*"), 0) == SIZE_MAX)
		return kt_str_find(text, pattern, 0) != SIZE_MAX;
	while (t < text.len) {
		if (p < pattern.len && pattern.ptr[p] == '*') {
			star = p++;
			from = t;
		} else if (p < pattern.len && pattern.ptr[p] == text.ptr[t]) {
			p++;
			t++;
		} else if (star != SIZE_MAX) {
			p = star + 1;
			t = ++from;
		} else {
			return 0;
		}
	}
	while (p < pattern.len && pattern.ptr[p] == '*')
		p++;
	return p == pattern.len;
}

static int is_asked(listing *l, kt_str id, kt_str name)
{
	if (!l->pattern.len)
		return 1;
	kt_buf_clear(&l->folded);
	kt_fold_plain(&l->folded, name);
	return fits(l->pattern, kt_buf_str(&l->folded)) || fits(l->pattern, id);
}

static kt_status add_name(void *context, kt_str term, kt_error *err)
{
	listing *l = context;
	size_t prefix = kt_term_prefix(l->field).len;
	kt_str id = kt_arena_str(l->arena, kt_str_sub(term, prefix, term.len)), name;
	uint32_t passages;
	uint64_t times;
	kt_status status;

	if (!id.ptr)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	status = hit_name(l->loader, l->kind, id, &name, err);
	if (status || !is_asked(l, id, name))
		return status;
	status = xap_reader_term(kt_index_reader(l->index), term, &passages, &times, err);
	if (status || !passages)
		return status;
	if (!kt_grow((void **)&l->at, &l->size, l->count, sizeof *l->at))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	l->at[l->count++] = (kt_named) { l->kind, id, name, { "", 0 }, times, passages, 0 };
	return KT_OK;
}

static int by_mentions(const void *a, const void *b)
{
	const kt_named *x = a, *y = b;

	if (x->mentions != y->mentions)
		return x->mentions > y->mentions ? -1 : 1;
	return kt_str_compare(x->id, y->id);
}

static kt_status list_kind(listing *l, kt_mention_kind kind, kt_error *err)
{
	l->kind = kind;
	l->field = kind == KT_MENTION_PERSON ? KT_FIELD_PERSON : KT_FIELD_ORGANISATION;
	return xap_reader_terms(
		kt_index_reader(l->index), kt_term_prefix(l->field), add_name, l, err);
}

kt_status kt_search_names(kt_named **out, size_t *count, kt_index *index, kt_arena *arena,
	kt_str pattern, kt_mention_kind kind, kt_error *err)
{
	listing l = { .index = index, .arena = arena };
	kt_buf folded = KT_BUF_INIT;
	kt_status status = hit_loader_new(&l.loader, index, arena, err);

	*out = NULL;
	*count = 0;
	kt_fold_plain(&folded, pattern);
	l.pattern = kt_buf_str(&folded);
	if (!status && kind != KT_MENTION_ORGANISATION)
		status = list_kind(&l, KT_MENTION_PERSON, err);
	if (!status && kind != KT_MENTION_PERSON)
		status = list_kind(&l, KT_MENTION_ORGANISATION, err);
	if (!status)
		*out = kt_arena_array(arena, l.count ? l.count : 1, sizeof **out);
	if (!status && !*out)
		status = kt_fail(err, KT_ENOMEM, "out of memory");
	if (!status && l.count) {
		memcpy(*out, l.at, l.count * sizeof **out);
		qsort(*out, l.count, sizeof **out, by_mentions);
		*count = l.count;
	}
	hit_loader_free(l.loader);
	free(l.at);
	kt_buf_release(&l.folded);
	kt_buf_release(&folded);
	return status;
}

/* ---- what comes near a name that nobody has -------------------------------------------------- */

#define NEAR_MOST 5
#define LETTERS_MOST 64
#define SOUNDS_MOST 64 /* of a name */
#define DISTANCE_MOST 3 /* letters; from there on nothing is near */

/* Letters to change, add or drop between two words (Levenshtein), or `most` when it is as many. */
static size_t distance(kt_str a, kt_str b, size_t most)
{
	size_t row[LETTERS_MOST + 1];

	if (a.len > LETTERS_MOST || b.len > LETTERS_MOST)
		return most;
	for (size_t j = 0; j <= b.len; j++)
		row[j] = j;
	for (size_t i = 1; i <= a.len; i++) {
		size_t diagonal = row[0];

		row[0] = i;
		for (size_t j = 1; j <= b.len; j++) {
			size_t best = diagonal + (a.ptr[i - 1] != b.ptr[j - 1]);

			diagonal = row[j];
			if (row[j] + 1 < best)
				best = row[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			row[j] = best;
		}
	}
	return row[b.len] < most ? row[b.len] : most;
}

/* The sounds of the words of a name. */
typedef struct sounds {
	kt_words *words;
	kt_tokens tokens;
	kt_buf letters;
	size_t ends[SOUNDS_MOST], count; /* in letters */
} sounds;

static void sounds_of(sounds *s, kt_str name, kt_error *err)
{
	s->count = 0;
	kt_buf_clear(&s->letters);
	if (kt_tokenise(&s->tokens, s->words, name, 0, err))
		return;
	for (size_t i = 0; i < s->tokens.count && s->count < SOUNDS_MOST; i++) {
		kt_sound_key(&s->letters, kt_words_form(s->words, s->tokens.at[i].form));
		s->ends[s->count++] = s->letters.len;
	}
}

static kt_str sound_at(const sounds *s, size_t i)
{
	return kt_str_sub(kt_buf_str(&s->letters), i ? s->ends[i - 1] : 0, s->ends[i]);
}

static void sounds_release(sounds *s)
{
	kt_tokens_release(&s->tokens);
	kt_buf_release(&s->letters);
}

/* Least distance between the sounds of any two words of the names. */
static size_t name_distance(const sounds *a, const sounds *b)
{
	size_t best = SIZE_MAX;

	for (size_t i = 0; i < a->count; i++)
		for (size_t j = 0; j < b->count; j++) {
			kt_str s = sound_at(a, i);
			size_t d = distance(s, sound_at(b, j), DISTANCE_MOST + 1);

			if (s.len >= 3 && d < best && d * 3 <= s.len)
				best = d;
		}
	return best;
}

/* The first few at each distance. */
typedef struct nearest {
	kt_named at[DISTANCE_MOST][NEAR_MOST];
	size_t count[DISTANCE_MOST];
} nearest;

static void find_nearest(nearest *out, kt_words *words, kt_str name, const kt_named *all,
	size_t total, kt_error *err)
{
	sounds asked = { .words = words }, other = { .words = words };

	sounds_of(&asked, name, err);
	for (size_t i = 0; i < total; i++) {
		size_t d;

		sounds_of(&other, all[i].name, err);
		d = name_distance(&asked, &other);
		if (d < DISTANCE_MOST && out->count[d] < NEAR_MOST)
			out->at[d][out->count[d]++] = all[i];
	}
	sounds_release(&asked);
	sounds_release(&other);
}

kt_status names_near(
	kt_named **out, size_t *count, kt_index *index, kt_arena *arena, kt_str name, kt_error *err)
{
	nearest near = { .count = { 0 } };
	kt_named *all;
	kt_words *words;
	size_t total, kept = 0;
	kt_status status =
		kt_search_names(&all, &total, index, arena, KT_STR(""), KT_MENTION_KINDS, err);

	*out = NULL;
	*count = 0;
	if (!status)
		status = kt_words_new(&words, err);
	if (status)
		return status;
	*out = kt_arena_array(arena, NEAR_MOST, sizeof **out);
	if (!*out)
		status = kt_fail(err, KT_ENOMEM, "out of memory");
	else
		find_nearest(&near, words, name, all, total, err);
	for (size_t d = 0; d < DISTANCE_MOST; d++)
		for (size_t i = 0; i < near.count[d] && kept < NEAR_MOST; i++)
			(*out)[kept++] = near.at[d][i];
	*count = kept;
	kt_words_free(words);
	return status;
}
