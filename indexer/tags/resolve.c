/* resolve.c - what a name typed by a user means. */
#include "authority.h"
#include "typed.h"

#include <stdlib.h>
#include <string.h>

/* How well a bearer fits; the lower the better. */
enum { FITS_EXACTLY, FITS_A_CASE, FITS_BY_SOUND, FITS_WITH_A_SLIP, FITS_NOT };

/* ---- a word ---- */

static int keys_meet(const name_keys *a, const name_keys *b)
{
	for (size_t i = 0; i < a->count; i++)
		for (size_t j = 0; j < b->count; j++)
			if (a->length[i] == b->length[j] &&
				!memcmp(a->at[i], b->at[j], a->length[i]))
				return 1;
	return 0;
}

typedef struct case_check {
	typed *t;
	const typed_word *w;
	int fit;
} case_check;

static void check_case(void *context, kt_str form, int plural)
{
	case_check *c = context;
	name_keys keys;

	(void)plural;
	if (c->fit == FITS_A_CASE)
		return;
	kt_buf_clear(&c->t->room);
	strict_cyrillic(&c->t->room, form);
	if (kt_str_equal(kt_buf_str(&c->t->room), c->w->plain)) {
		c->fit = FITS_A_CASE;
		return;
	}
	if (script_of(c->w->folded) != SCRIPT_LATIN)
		return;
	name_keys_of(&keys, form);
	if (keys_meet(&c->w->keys, &keys))
		c->fit = FITS_BY_SOUND;
}

static int word_fits(typed *t, kt_str form, name_class what, gender g, const typed_word *w)
{
	case_check c = { t, w, FITS_NOT };
	kt_str plain = typed_plain(t, form);
	name_keys keys;

	if (kt_str_equal(plain, w->plain))
		return FITS_EXACTLY;
	name_keys_of(&keys, form);
	if (typed_same_beginning(&keys, &w->keys)) {
		if (script_of(form) == SCRIPT_CYRILLIC)
			decline(form, what, g, check_case, &c);
		if (c.fit != FITS_NOT)
			return c.fit;
		if (keys_meet(&keys, &w->keys))
			return FITS_BY_SOUND;
	}
	if (t->slips && w->plain.len >= SLIP_BYTES &&
		(kt_one_slip(plain, w->plain) || typed_keys_nearly_meet(&keys, &w->keys)))
		return FITS_WITH_A_SLIP;
	return FITS_NOT;
}

/* ---- people ---- */

/* A typed word as the nth given name of a bearer: an initial or the name, in any of its spellings.
 */
static int given_fits(
	typed *t, const kt_authority *a, const bearer_row *row, const typed_word *w, int nth)
{
	uint32_t bits = nth ? row->second : row->first;
	int best = FITS_NOT;

	if (w->letter)
		return !bits || bits & w->bits ? FITS_EXACTLY : FITS_NOT;
	for (size_t i = 0; i < row->name_count; i++) {
		const bearer_name *n = &row->names[i];
		kt_str form;
		int fit;

		if (n->kind != NAME_PARTS || nth >= n->forenames)
			continue;
		form = name_form(a, n->words[n->surname + nth]);
		fit = word_fits(t, form, NAME_FORENAME, row->g, w);
		if (fit == FITS_NOT && !nth && forenames_agree(a->vocabulary, form, w->folded))
			fit = FITS_BY_SOUND;
		if (fit < best)
			best = fit;
	}
	/* VI Lenin: two initials in one word */
	if (best == FITS_NOT && !nth && w->plain.len == 2) {
		kt_str first = { w->plain.ptr, 1 }, second = { w->plain.ptr + 1, 1 };

		if (row->first & initials_of(first, 1) &&
			(!row->second || row->second & initials_of(second, 1)))
			return FITS_EXACTLY;
	}
	return best;
}

static int worse(int a, int b)
{
	return a > b ? a : b;
}

/* The words but those of the surname, [from, from + length), as given names. */
static int givens_fit(
	typed *t, const kt_authority *a, const bearer_row *row, size_t from, size_t length)
{
	int fit = FITS_EXACTLY, nth = 0;

	for (size_t i = 0; i < t->count; i++) {
		int given;

		if (i >= from && i < from + length)
			continue;
		given = nth < 2 ? given_fits(t, a, row, &t->at[i], nth) : FITS_NOT;
		if (given == FITS_NOT && !nth)
			given = given_fits(t, a, row, &t->at[i], nth = 1);
		if (given == FITS_NOT)
			return FITS_NOT;
		fit = worse(fit, given);
		nth++;
	}
	return fit;
}

static int surname_fits(
	typed *t, const kt_authority *a, const bearer_row *row, const bearer_name *n, size_t from)
{
	int fit = FITS_EXACTLY;

	for (size_t w = 0; w < n->surname && fit != FITS_NOT; w++)
		fit = worse(fit, word_fits(t, name_form(a, n->words[w]), NAME_SURNAME, row->g,
					 &t->at[from + w]));
	return fit;
}

static int parts_fit(typed *t, const kt_authority *a, const bearer_row *row, const bearer_name *n)
{
	size_t length = n->surname, last = t->count - length;
	int best = FITS_NOT;

	if (!length || length > t->count)
		return FITS_NOT;
	for (size_t from = 0; from <= last; from += last ? last : 1) {
		int fit =
			t->comma != SIZE_MAX && from ? FITS_NOT : surname_fits(t, a, row, n, from);

		if (fit != FITS_NOT && (t->count > length || n->primary || n->kind == NAME_EASTERN))
			fit = worse(fit, givens_fit(t, a, row, from, length));
		else
			fit = FITS_NOT;
		if (fit < best)
			best = fit;
	}
	return best;
}

/* Vladimir Ilyich: forename and patronymic alone. */
static int patronymic_fits(typed *t, const kt_authority *a, const bearer_row *row)
{
	int first, second;

	if (t->count != 2 || t->at[0].letter || t->at[1].letter || !row->second ||
		!patronymic_gender(t->at[1].folded))
		return FITS_NOT;
	first = given_fits(t, a, row, &t->at[0], 0);
	second = given_fits(t, a, row, &t->at[1], 1);
	return worse(first, second);
}

/* Tsetung and Tse-tung: the same letters in other words. */
static int same_joined(typed *t, const kt_authority *a, const bearer_name *n)
{
	kt_buf typed_letters = KT_BUF_INIT, letters = KT_BUF_INIT;
	int same;

	for (size_t i = 0; i < t->count; i++)
		kt_buf_add(&typed_letters, t->at[i].plain);
	for (size_t w = 0; w < n->count && letters.len <= typed_letters.len; w++)
		kt_buf_add(&letters, typed_plain(t, name_form(a, n->words[w])));
	same = kt_str_equal(kt_buf_str(&typed_letters), kt_buf_str(&letters));
	kt_buf_release(&typed_letters);
	kt_buf_release(&letters);
	return same;
}

static int whole_fits(typed *t, const kt_authority *a, const bearer_row *row, const bearer_name *n)
{
	int fit = FITS_EXACTLY;

	if (n->count != t->count)
		return same_joined(t, a, n) ? FITS_BY_SOUND : FITS_NOT;
	for (size_t w = 0; w < n->count && fit != FITS_NOT; w++) {
		kt_str form = name_form(a, n->words[w]);
		int one = word_fits(t, form, NAME_FORENAME, row->g, &t->at[w]);

		if (one >= FITS_BY_SOUND && t->at[w].stem.len &&
			kt_str_equal(typed_stem(t, form), t->at[w].stem))
			one = FITS_A_CASE;
		fit = worse(fit, one);
	}
	return fit;
}

static int person_fits(typed *t, const kt_authority *a, const bearer_row *row)
{
	int best = patronymic_fits(t, a, row);

	for (size_t i = 0; i < row->name_count && best != FITS_EXACTLY; i++) {
		const bearer_name *n = &row->names[i];
		int fit =
			n->kind == NAME_PARTS ? parts_fit(t, a, row, n) : whole_fits(t, a, row, n);

		if (fit == FITS_NOT && n->kind == NAME_EASTERN && t->count == 1)
			fit = parts_fit(t, a, row, n);
		if (fit < best)
			best = fit;
	}
	return best;
}

/* ---- bodies ---- */

static int body_fits(typed *t, const kt_authority *a, const bearer_row *row)
{
	int best = FITS_NOT;

	for (size_t i = 0; i < row->name_count && best != FITS_EXACTLY; i++) {
		int fit = whole_fits(t, a, row, &row->names[i]);

		if (fit < best)
			best = fit;
	}
	return best;
}

/* ---- all bearers ---- */

static kt_status all_that_fit(typed *t, const kt_authority *a, kt_arena *arena,
	kt_mention_kind kind, size_t **out, size_t *count, kt_error *err)
{
	uint8_t *fits = calloc(a->count + 1, 1);
	size_t n = 0;

	if (!fits)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	for (size_t i = 0; i < a->count; i++) {
		const bearer_row *row = &a->rows[i];

		fits[i] = FITS_NOT;
		if (row->b.kind == kind)
			fits[i] = (uint8_t)(kind == KT_MENTION_PERSON ? person_fits(t, a, row)
								      : body_fits(t, a, row));
		n += fits[i] != FITS_NOT;
	}
	*out = kt_arena_array(arena, n + 1, sizeof **out);
	if (*out)
		for (int fit = FITS_EXACTLY; fit < FITS_NOT; fit++)
			for (size_t i = 0; i < a->count; i++)
				if (fits[i] == fit)
					(*out)[(*count)++] = i;
	free(fits);
	return *out ? KT_OK : kt_fail(err, KT_ENOMEM, "out of memory");
}

kt_status kt_authority_resolve(const kt_authority *authority, kt_arena *arena, kt_mention_kind kind,
	kt_str name, size_t **out, size_t *count, kt_error *err)
{
	typed t;
	const uint32_t *id;
	kt_status status;

	*out = NULL;
	*count = 0;
	name = kt_str_trim(name);
	id = keymap_get(&authority->ids, name);
	if (id && authority->rows[*id].b.kind == kind) {
		*out = kt_arena_array(arena, 1, sizeof **out);
		if (!*out)
			return kt_fail(err, KT_ENOMEM, "out of memory");
		(*out)[(*count)++] = *id;
		return KT_OK;
	}
	if (name.len > NAME_BYTES)
		return KT_OK; /* no name in a table is as long */
	status = typed_init(&t, err);
	/* as it stands; without Mr, General, Tsar; then with a letter that differs */
	for (int pass = 0; !status && !*count && pass < (authority->some ? 2 : 3); pass++) {
		t.slips = pass == 2;
		status = typed_read(&t, authority->vocabulary, name, !pass, err);
		if (!status && kind == KT_MENTION_ORGANISATION)
			typed_join_letters(&t);
		if (!status && t.count)
			status = all_that_fit(&t, authority, arena, kind, out, count, err);
	}
	typed_release(&t);
	return status;
}
