/* words.c - the distinct words of a text, each folded and classified once. */
#include "words.h"

#include "language.h"

#include <stdlib.h>

enum { PAGES = 0x110000 / WORDS_PAGE, FIRST_SLOTS = 1 << 8 };

kt_status kt_words_new(kt_words **out, kt_error *err)
{
	kt_words *words = calloc(1, sizeof *words);
	kt_status status = KT_OK;

	*out = NULL;
	if (!words)
		return kt_fail(err, KT_ENOMEM, "no memory for the list of words");
	words->slots = calloc(FIRST_SLOTS, sizeof *words->slots);
	words->slot_count = FIRST_SLOTS;
	if (!words->slots)
		status = kt_fail(err, KT_ENOMEM, "no memory for the list of words");
	if (status == KT_OK)
		status = kt_map_new(&words->forms, err);
	if (status == KT_OK)
		status = kt_map_new(&words->longs, err);
	if (status != KT_OK) {
		kt_words_free(words);
		return status;
	}
	*out = words;
	return KT_OK;
}

void kt_words_free(kt_words *words)
{
	if (!words)
		return;
	for (size_t i = 0; i < PAGES; i++)
		free(words->pages[i]);
	kt_map_free(words->forms);
	kt_map_free(words->longs);
	kt_buf_release(&words->form);
	free(words->slots);
	free(words->hints);
	free(words->common);
	free(words);
}

size_t kt_words_count(const kt_words *words)
{
	return kt_map_count(words->forms);
}

kt_str kt_words_form(const kt_words *words, uint32_t form)
{
	return kt_map_key(words->forms, form);
}

int kt_words_find(const kt_words *words, kt_str form, uint32_t *number)
{
	const uint32_t *found = kt_map_get(words->forms, form);

	if (found)
		*number = *found;
	return found != NULL;
}

uint64_t kt_words_hash(const kt_words *words, uint32_t form)
{
	return kt_map_hash(words->forms, form);
}

unsigned kt_words_common(const kt_words *words, uint32_t form)
{
	return words->common[form];
}

uint8_t words_class_slow(kt_words *words, uint32_t cp)
{
	uint8_t *page;

	if (cp > 0x10FFFF)
		return CHAR_OTHER;
	page = words->pages[cp / WORDS_PAGE];
	if (!page) {
		page = malloc(WORDS_PAGE);
		if (!page)
			return char_class(cp);
		for (uint32_t i = 0; i < WORDS_PAGE; i++)
			page[i] = char_class(cp / WORDS_PAGE * WORDS_PAGE + i);
		words->pages[cp / WORDS_PAGE] = page;
	}
	return page[cp % WORDS_PAGE];
}

uint64_t words_ask_hints(const kt_words *words, uint32_t form)
{
	return words->hints[form] = language_hints(kt_words_form(words, form));
}

/* The flags that a spelling has wherever it stands. */
static uint32_t classify(kt_words *words, kt_str raw)
{
	uint32_t flags = 0;
	unsigned letters = 0, capitals = 0, digits = 0;

	for (size_t at = 0; at < raw.len;) {
		uint8_t class = words_class(words, kt_utf8_next(raw, &at));
		unsigned kind = class & CHAR_KIND;

		if (kind == CHAR_DIGIT && !letters && !digits++)
			flags |= KT_TOKEN_NUMBER;
		if (kind != CHAR_LETTER && kind != CHAR_IDEOGRAPH)
			continue;
		if (!letters++ && !digits && class & CHAR_UPPER)
			flags |= KT_TOKEN_CAPITAL;
		capitals += class & CHAR_UPPER ? 1 : 0;
		flags |= class & CHAR_LATIN	 ? (uint32_t)KT_TOKEN_LATIN
			 : class & CHAR_CYRILLIC ? (uint32_t)KT_TOKEN_CYRILLIC
						 : (uint32_t)KT_TOKEN_OTHER;
		if (kind == CHAR_IDEOGRAPH)
			letters++; /* a word, not the letter of an abbreviation */
	}
	if (letters > 1 && capitals == letters)
		flags |= KT_TOKEN_UPPER;
	if (letters == 1 && !digits)
		flags |= KT_TOKEN_LETTER;
	return flags;
}

/* Doubles the slots. */
static int grow_slots(kt_words *words)
{
	size_t mask = words->slot_count * 2 - 1;
	words_slot *slots = calloc(mask + 1, sizeof *slots);

	if (!slots)
		return 0;
	for (size_t i = 0; i < words->slot_count; i++) {
		size_t at = words_hash(words->slots[i].key) & mask;

		if (!words->slots[i].key[2])
			continue;
		while (slots[at].key[2])
			at = (at + 1) & mask;
		slots[at] = words->slots[i];
	}
	free(words->slots);
	words->slots = slots;
	words->slot_count = mask + 1;
	return 1;
}

/* The number of the form of a word, added when it is new.  0: no memory. */
static int fold_word(kt_words *words, kt_str raw, words_slot *slot)
{
	uint32_t fresh = (uint32_t)kt_map_count(words->forms), *form;
	int added;

	slot->flags = classify(words, raw);
	kt_buf_clear(&words->form);
	kt_fold(&words->form, raw);
	if (words->form.failed)
		return 0;
	if (!words->form.len || words->form.len > KT_WORD_MAX) {
		slot->flags |= words->form.len ? WORDS_LONG : WORDS_NO_FORM;
		return 1;
	}
	if (!kt_grow((void **)&words->hints, &words->hint_size, fresh, sizeof *words->hints) ||
		!kt_grow((void **)&words->common, &words->common_size, fresh, 1))
		return 0;
	form = kt_map_put(words->forms, kt_buf_str(&words->form), fresh, &added);
	if (!form)
		return 0;
	if (added) {
		words->hints[fresh] = WORDS_UNASKED;
		words->common[fresh] = (uint8_t)kt_common_number(kt_buf_str(&words->form));
	}
	slot->form = *form;
	return 1;
}

const words_slot *words_add(kt_words *words, kt_str raw, const uint64_t *key, size_t at)
{
	words_slot slot = { { key[0], key[1], key[2] }, 0, 0 };

	if (!fold_word(words, raw, &slot))
		return NULL;
	if (++words->used * 2 > words->slot_count) {
		if (!grow_slots(words))
			return NULL;
		at = words_hash(key) & (words->slot_count - 1);
		while (words->slots[at].key[2])
			at = (at + 1) & (words->slot_count - 1);
	}
	words->slots[at] = slot;
	return &words->slots[at];
}

const words_slot *words_look_up_long(kt_words *words, kt_str raw)
{
	int added;
	uint32_t *number =
		kt_map_put(words->longs, raw, (uint32_t)kt_map_count(words->longs), &added);
	uint64_t key[WORDS_KEY] = { 0 };
	size_t mask = words->slot_count - 1, at;

	if (!number)
		return NULL;
	key[0] = *number;
	key[2] = UINT64_C(0xFF) << WORDS_LENGTH_SHIFT;
	for (at = words_hash(key) & mask; words->slots[at].key[2]; at = (at + 1) & mask)
		if (!memcmp(words->slots[at].key, key, sizeof key))
			return &words->slots[at];
	return words_add(words, raw, key, at);
}
