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

static kt_str sound(kt_buf *out, kt_str word)
{
	kt_buf_clear(out);
	kt_sound_key(out, word);
	return kt_buf_str(out);
}

/* Least distance between the sounds of any two words of the names. */
static size_t name_distance(kt_words *words, kt_str a, kt_str b, kt_error *err)
{
	kt_tokens one = { NULL, 0, 0 }, other = { NULL, 0, 0 };
	kt_buf x = KT_BUF_INIT, y = KT_BUF_INIT;
	size_t best = SIZE_MAX;

	if (!kt_tokenise(&one, words, a, 0, err) && !kt_tokenise(&other, words, b, 0, err))
		for (size_t i = 0; i < one.count; i++)
			for (size_t j = 0; j < other.count; j++) {
				kt_str s = sound(&x, kt_words_form(words, one.at[i].form));
				kt_str t = sound(&y, kt_words_form(words, other.at[j].form));
				size_t d = distance(s, t, 4);

				if (s.len >= 3 && d < best && d * 3 <= s.len)
					best = d;
			}
	kt_buf_release(&x);
	kt_buf_release(&y);
	kt_tokens_release(&one);
	kt_tokens_release(&other);
	return best;
}

kt_status names_near(
	kt_named **out, size_t *count, kt_index *index, kt_arena *arena, kt_str name, kt_error *err)
{
	kt_named *all;
	kt_words *words;
	size_t total, kept = 0;
	kt_status status =
		kt_search_names(&all, &total, index, arena, KT_STR(""), KT_MENTION_KINDS, err);

	*out = NULL;
	*count = 0;
	if (status)
		return status;
	status = kt_words_new(&words, err);
	*out = kt_arena_array(arena, NEAR_MOST, sizeof **out);
	if (!status && !*out)
		status = kt_fail(err, KT_ENOMEM, "out of memory");
	for (size_t d = 0; !status && d < 3; d++)
		for (size_t i = 0; i < total && kept < NEAR_MOST; i++)
			if (name_distance(words, name, all[i].name, err) == d)
				(*out)[kept++] = all[i];
	*count = kept;
	kt_words_free(words);
	return status;
}
