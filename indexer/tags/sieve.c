/* sieve.c - which rows of a table of names are worth taking apart for a name that was typed.
 *
 * The surname of a bearer stands first or last in what is typed, and a whole name begins and ends
 * as what is typed does: so one word of the row is like the first or the last word.  Words are
 * alike when they have the same letters, but for one where slips are allowed, or begin as a case or
 * another word of the same stem does. */
#include "sieve.h"
#include "authority.h"
#include "typed.h"

#include <stdlib.h>
#include <string.h>

enum { SIEVE_WORDS = 4, LETTERS = 0x530 };

struct kt_name_sieve {
	kt_buf id;
	typed_word words[SIEVE_WORDS]; /* the first and the last, with titles and without */
	size_t count;
	kt_str joined; /* all letters without titles, or with them */
	kt_str joined_titles;
	int slips; /* a letter may differ */
	uint8_t begins[LETTERS]; /* whether a word that begins so may be like one of them */
	uint8_t id_begins[256]; /* the same for words of ids made from names */
	kt_buf folded, plain;
	typed typed;
	vocabulary *vocabulary;
};

/* ---- what is typed ---- */

static kt_str joined(typed *t)
{
	kt_buf all = KT_BUF_INIT;
	kt_str out;

	for (size_t i = 0; i < t->count; i++)
		kt_buf_add(&all, t->at[i].plain);
	out = kt_arena_str(t->arena, kt_buf_str(&all));
	kt_buf_release(&all);
	return out;
}

static void add_word(kt_name_sieve *s, const typed_word *w)
{
	uint32_t sounds = 0, first;
	kt_buf slug = KT_BUF_INIT;
	size_t at = 0;

	for (size_t i = 0; i < s->count; i++)
		if (kt_str_equal(s->words[i].folded, w->folded))
			return;
	if (s->count == SIEVE_WORDS)
		return;
	s->words[s->count++] = *w;
	for (size_t i = 0; i < w->keys.count; i++)
		sounds |= sound_bit(w->keys.at[i][0]);
	first = kt_utf8_next(w->plain, &at);
	if (!w->keys.count)
		sounds = sound_beginnings(first);
	for (uint32_t cp = 'A'; cp < LETTERS; cp++)
		s->begins[cp] |= (sound_beginnings(cp) & sounds) != 0;
	for (uint32_t c = 'a'; c <= 'z'; c++)
		s->id_begins[c] |= (sound_beginnings(c) & sounds) != 0;
	if (first < LETTERS)
		s->begins[first] = 1;
	if (first >= 'a' && first <= 'z')
		s->begins[first - 0x20] = 1;
	if (first >= 0x430 && first <= 0x44F)
		s->begins[first - 0x20] = 1;
	slug_add(&slug, w->plain);
	if (slug.len)
		s->id_begins[(unsigned char)slug.ptr[0]] = 1;
	kt_buf_release(&slug);
}

/* The words that count when titles do, and when they do not. */
static kt_status read_name(
	kt_name_sieve *s, kt_mention_kind kind, kt_str name, int titles, kt_error *err)
{
	typed *t = &s->typed;
	kt_status status = typed_read(t, s->vocabulary, name, titles, err);

	if (!status && kind == KT_MENTION_ORGANISATION)
		typed_join_letters(t);
	if (status || !t->count)
		return status;
	if (titles)
		s->joined_titles = joined(t);
	else
		s->joined = joined(t);
	add_word(s, &t->at[0]);
	add_word(s, &t->at[t->count - 1]);
	return KT_OK;
}

static kt_status read_both(kt_name_sieve *s, kt_mention_kind kind, kt_str name, kt_error *err)
{
	kt_status status = vocabulary_new(&s->vocabulary, err);

	if (!status)
		status = read_name(s, kind, name, 1, err);
	if (!status)
		status = read_name(s, kind, name, 0, err);
	if (s->slips) { /* the first letter may be the one */
		memset(s->begins, 1, sizeof s->begins);
		memset(s->id_begins, 1, sizeof s->id_begins);
	}
	return status;
}

kt_status kt_name_sieve_new(kt_name_sieve **out, kt_mention_kind kind, kt_str name,
	kt_name_likeness likeness, kt_error *err)
{
	kt_name_sieve *s = *out = calloc(1, sizeof *s);
	kt_status status;

	if (!s)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	name = kt_str_trim(name);
	kt_buf_add(&s->id, name);
	status = kt_buf_status(&s->id, err);
	if (!status)
		status = typed_init(&s->typed, err);
	s->slips = likeness == KT_NAME_WITH_SLIPS;
	if (!status && likeness != KT_NAME_ID && name.len <= NAME_BYTES)
		status = read_both(s, kind, name, err);
	if (status) {
		kt_name_sieve_free(s);
		*out = NULL;
	}
	return status;
}

void kt_name_sieve_free(kt_name_sieve *s)
{
	if (!s)
		return;
	kt_buf_release(&s->id);
	kt_buf_release(&s->folded);
	kt_buf_release(&s->plain);
	typed_release(&s->typed);
	vocabulary_free(s->vocabulary);
	free(s);
}

/* ---- what is in a row ---- */

static int begins_alike(kt_str a, kt_str b)
{
	return a.len && b.len && !memcmp(a.ptr, b.ptr, a.len < b.len ? a.len : b.len);
}

static size_t shared(const char *a, size_t a_length, const char *b, size_t b_length)
{
	size_t n = 0;

	while (n < a_length && n < b_length && a[n] == b[n])
		n++;
	return n;
}

/* A name less what a case may cut off at its end and, in a key, what stands before that; a typed
 * word less the longest ending and the same. */
enum { KEY_CUT = 4, KEY_ENDING = 8, STEM_CUT = 2 };

/* Whether a key of the row's word may be that of the typed one, or of its nominative. */
static int keys_alike(const name_keys *row, const name_keys *word)
{
	for (size_t i = 0; i < row->count; i++)
		for (size_t j = 0; j < word->count; j++) {
			size_t n = shared(row->at[i], row->length[i], word->at[j], word->length[j]);

			if (n >= 2 && n + KEY_CUT >= row->length[i] &&
				n + KEY_ENDING >= word->length[j])
				return 1;
		}
	return 0;
}

/* Whether it may be a word of the same stem. */
static int stem_alike(kt_str plain, kt_str stem)
{
	size_t letter = stem.len && (unsigned char)stem.ptr[0] < 0x80 ? 1 : 2;
	size_t n = shared(plain.ptr, plain.len, stem.ptr, stem.len);

	return n >= 2 * letter && n + STEM_CUT * letter >= stem.len;
}

static int slip_alike(kt_str plain, const name_keys *keys, const typed_word *w)
{
	return w->plain.len >= SLIP_BYTES &&
	       (kt_one_slip(plain, w->plain) || typed_keys_nearly_meet(keys, &w->keys));
}

static int is_like(kt_name_sieve *s, kt_str word)
{
	kt_str plain;
	name_keys keys;

	kt_buf_clear(&s->folded);
	kt_fold(&s->folded, word);
	plain = vocabulary_plain(&s->plain, kt_buf_str(&s->folded));
	if (begins_alike(plain, s->joined) || begins_alike(plain, s->joined_titles))
		return 1;
	name_keys_of(&keys, kt_buf_str(&s->folded));
	for (size_t i = 0; i < s->count; i++) {
		const typed_word *w = &s->words[i];

		if (kt_str_equal(plain, w->plain) || keys_alike(&keys, &w->keys) ||
			stem_alike(plain, w->stem) || (s->slips && slip_alike(plain, &keys, w)))
			return 1;
	}
	return 0;
}

/* Letters of the alphabets that names of the tables are written in; what else there is beyond
 * ASCII may be a letter or not. */
static int is_letter(uint32_t cp)
{
	return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') ||
	       (cp >= 0xC0 && cp < LETTERS && cp != 0xD7 && cp != 0xF7);
}

/* Where a word that begins at `at` may end at the latest: what stands in it, or is left out of it,
 * is no end. */
static size_t word_end(kt_str text, size_t at)
{
	while (at < text.len) {
		size_t next = at;
		uint32_t cp = kt_utf8_next(text, &next);

		if (cp < 0x80 && !is_letter(cp) && !(cp >= '0' && cp <= '9') &&
			!strchr("'`[]\\", (int)cp))
			break;
		if (cp >= 0x2010 && cp < 0x2070 && cp != 0x2018 && cp != 0x2019)
			break;
		at = next;
	}
	return at;
}

int name_sieve_text(kt_name_sieve *s, kt_str text)
{
	int inside = 0;

	if (!s->count)
		return 0;
	for (size_t at = 0; at < text.len;) {
		unsigned char c = (unsigned char)text.ptr[at];
		size_t from = at;
		uint32_t cp = c;

		if (c < 0x80)
			at++;
		else
			cp = kt_utf8_next(text, &at);
		if (!inside && (cp < LETTERS ? s->begins[cp] : cp >= 0x530) &&
			is_like(s, kt_str_sub(text, from, word_end(text, from))))
			return 1;
		inside = is_letter(cp);
	}
	return 0;
}

int name_sieve_is_id(const kt_name_sieve *s, kt_str id)
{
	kt_str name = kt_buf_str(&s->id);

	return kt_str_equal(id, name) ||
	       (id.len && id.ptr[0] == '?' && kt_str_equal(kt_str_sub(id, 1, id.len), name));
}

int kt_name_sieve_id(const kt_name_sieve *s, kt_str id)
{
	if (name_sieve_is_id(s, id))
		return 1;
	for (size_t i = 1; i < id.len && id.ptr[0] == '?'; i++)
		if ((i == 1 || id.ptr[i - 1] == '-') && s->id_begins[(unsigned char)id.ptr[i]])
			return 1;
	return 0;
}

int name_sieve_slips(const kt_name_sieve *s)
{
	return s->slips;
}
