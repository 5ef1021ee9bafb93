#include "index.h"

#include <stdlib.h>
#include <string.h>

kt_status name_index_init(name_index *x, const kt_authority *authority, kt_error *err)
{
	packed from = authority->index;
	kt_status status;

	memset(x, 0, sizeof *x);
	x->authority = authority;
	status = kt_conflation_new(&x->conflation, err);
	if (!status && from.bytes.len)
		name_index_unpack(x, &from);
	else if (!status)
		status = name_index_make(x, err);
	return status;
}

void name_index_release(name_index *x)
{
	keymap_release(&x->exact);
	keymap_release(&x->sound);
	keymap_release(&x->foreign);
	keymap_release(&x->shorter);
	keymap_release(&x->stems);
	keymap_release(&x->acronyms);
	kt_conflation_free(x->conflation);
	if (!x->authority->index.bytes.len) {
		free(x->links);
		free(x->surname_starts);
		free(x->word_stems);
		free(x->phrase_starts);
		free(x->starts);
	}
	kt_buf_release(&x->room);
	kt_buf_release(&x->plain);
}

/* ---- packed ---- */

void name_index_pack(kt_buf *out, const name_index *x)
{
	size_t words = name_form_count(x->authority);

	keymap_pack(out, &x->exact);
	keymap_pack(out, &x->sound);
	keymap_pack(out, &x->foreign);
	keymap_pack(out, &x->shorter);
	keymap_pack(out, &x->stems);
	keymap_pack(out, &x->acronyms);
	pack_array(out, x->links, x->link_count, sizeof *x->links);
	pack_array(out, x->surname_starts, words, sizeof *x->surname_starts);
	pack_array(out, x->word_stems, words, sizeof *x->word_stems);
	pack_array(out, x->phrase_starts, x->phrase_count, sizeof *x->phrase_starts);
	pack_array(out, x->starts, x->start_count, sizeof *x->starts);
	pack_array(out, x->beginnings, sizeof x->beginnings, 1);
}

void name_index_unpack(name_index *x, packed *from)
{
	size_t count;

	keymap_unpack(&x->exact, from);
	keymap_unpack(&x->sound, from);
	keymap_unpack(&x->foreign, from);
	keymap_unpack(&x->shorter, from);
	keymap_unpack(&x->stems, from);
	keymap_unpack(&x->acronyms, from);
	x->links = (reading_link *)pack_take(from, sizeof *x->links, &x->link_count);
	x->surname_starts = (int32_t *)pack_take(from, sizeof *x->surname_starts, &count);
	x->word_stems = (int32_t *)pack_take(from, sizeof *x->word_stems, &count);
	x->phrase_starts =
		(int32_t *)pack_take(from, sizeof *x->phrase_starts, &x->phrase_count);
	x->starts = (start *)pack_take(from, sizeof *x->starts, &x->start_count);
	memcpy(x->beginnings, pack_take(from, 1, &count), sizeof x->beginnings);
}

/* ---- classes of words ---- */

uint32_t name_beginning(kt_str folded)
{
	uint32_t bits = 0;

	for (size_t i = 0; i < 3 && i < folded.len; i++)
		bits = bits * 0x9E3779B1u + (unsigned char)folded.ptr[i] + 1;
	return (bits ^ bits >> 15) & 0xFFFF;
}

int32_t name_index_stem(name_index *x, kt_str folded)
{
	uint32_t bit = name_beginning(folded);
	script s;
	const uint32_t *at;

	if (!(x->beginnings[bit >> 3] >> (bit & 7) & 1)) {
		kt_buf_clear(&x->room);
		return NONE;
	}
	s = script_of(folded);

	kt_buf_clear(&x->room);
	if (s == SCRIPT_NONE || s == SCRIPT_MIXED) {
		kt_buf_add(&x->room, folded);
	} else {
		kt_conflation_keys(x->conflation, &x->room,
			kt_language_of(s == SCRIPT_CYRILLIC ? "ru" : "en"), folded);
		for (size_t i = 0; i < x->room.len; i++)
			if (x->room.ptr[i] == '\n') {
				x->room.len = i; /* the first class is the word's own */
				break;
			}
	}
	if (!x->room.len)
		return NONE;
	at = keymap_get(&x->stems, kt_buf_str(&x->room));
	return at ? (int32_t)*at : NONE;
}

/* ---- reading a word ---- */

static int tell(const name_index *x, const keymap *map, kt_str key, reading_fn fn, void *context)
{
	const uint32_t *head = keymap_get(map, key);

	if (!head)
		return 0;
	for (int32_t i = (int32_t)*head; i != NONE; i = x->links[i].next)
		fn(context, x->links[i].r);
	return 1;
}

enum { SOUND_LETTERS = 4 };

void name_index_read(const name_index *x, kt_str folded, reading_fn fn, void *context)
{
	kt_buf plain = KT_BUF_INIT, whole = KT_BUF_INIT;
	name_keys keys;
	int found;

	if (unmix(&whole, folded))
		folded = kt_buf_str(&whole);
	if (script_of(folded) == SCRIPT_CYRILLIC)
		strict_cyrillic(&plain, folded);
	else
		kt_fold_plain(&plain, folded);
	found = tell(x, &x->exact, kt_buf_str(&plain), fn, context);
	name_keys_of(&keys, folded);
	for (size_t i = 0; !found && i < keys.count; i++)
		if (keys.length[i] >= SOUND_LETTERS) {
			found = tell(x, &x->sound, kt_str_of(keys.at[i]), fn, context);
			if (!found && script_of(folded) == SCRIPT_CYRILLIC)
				found = tell(x, &x->foreign, kt_str_of(keys.at[i]), fn, context);
		}
	kt_buf_release(&plain);
	kt_buf_release(&whole);
}

typedef struct slip_check {
	const name_index *x;
	kt_str word;
	reading_fn fn;
	void *context;
	uint32_t last;
} slip_check;

static void check_slip(void *context, reading r)
{
	slip_check *c = context;
	kt_buf plain = KT_BUF_INIT;
	kt_str form = name_form(c->x->authority, r.word);

	if (r.word == c->last)
		return;
	if (script_of(form) == SCRIPT_CYRILLIC)
		strict_cyrillic(&plain, form);
	else
		kt_fold_plain(&plain, form);
	if (kt_one_slip(kt_buf_str(&plain), c->word)) {
		c->last = r.word;
		c->fn(c->context, r);
	}
	kt_buf_release(&plain);
}

void name_index_slips(name_index *x, kt_str folded, reading_fn fn, void *context)
{
	char less[NAME_KEY_MAX * 2];
	slip_check c = { x, { NULL, 0 }, fn, context, UINT32_MAX };

	kt_buf_clear(&x->plain);
	if (script_of(folded) == SCRIPT_CYRILLIC)
		strict_cyrillic(&x->plain, folded);
	else
		kt_fold_plain(&x->plain, folded);
	c.word = kt_buf_str(&x->plain);
	if (word_letters(c.word) < SLIP_WORD - 1 || c.word.len >= sizeof less)
		return;
	tell(x, &x->shorter, c.word, check_slip, &c);
	for (size_t at = 0, from = 0; kt_utf8_next(c.word, &at) != KT_BAD_CODEPOINT; from = at) {
		memcpy(less, c.word.ptr, from);
		memcpy(less + from, c.word.ptr + at, c.word.len - at);
		tell(x, &x->shorter, (kt_str) { less, c.word.len - (at - from) }, check_slip, &c);
	}
}
