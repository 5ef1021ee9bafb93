/* words.c - the distinct words of a text, each folded and classified once. */
#include "words.h"

#include "language.h"

#include <stdlib.h>
#include <string.h>

enum { PAGE = 256, PAGES = 0x110000 / PAGE, FIRST_SLOTS = 1 << 12 };

typedef struct slot {
	uint32_t hash;
	uint32_t entry; /* index + 1; 0: free */
} slot;

struct kt_words {
	kt_map *forms; /* folded form to its number */
	kt_arena *arena; /* raw spellings */
	slot *slots; /* open addressing, a power of two, at most half full */
	size_t slot_count;
	words_entry *entries;
	size_t entry_count, entry_size;
	uint64_t *hints; /* one a form */
	size_t hint_count, hint_size;
	kt_buf form; /* room for folding */
	uint8_t *pages[PAGES]; /* classes of code points, a page at a time */
};

kt_status kt_words_new(kt_words **out, kt_error *err)
{
	kt_words *words = calloc(1, sizeof *words);
	kt_status status = KT_ENOMEM;

	*out = NULL;
	if (!words)
		return kt_fail(err, KT_ENOMEM, "no memory for the list of words");
	words->slots = calloc(FIRST_SLOTS, sizeof *words->slots);
	words->slot_count = FIRST_SLOTS;
	if (!words->slots)
		status = kt_fail(err, KT_ENOMEM, "no memory for the list of words");
	else
		status = kt_map_new(&words->forms, err);
	if (status == KT_OK)
		status = kt_arena_new(&words->arena, err);
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
	kt_arena_free(words->arena);
	kt_buf_release(&words->form);
	free(words->slots);
	free(words->entries);
	free(words->hints);
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

uint64_t words_hints(const kt_words *words, uint32_t form)
{
	return words->hints[form];
}

uint8_t words_class_slow(kt_words *words, uint32_t cp)
{
	uint8_t *page;

	if (cp > 0x10FFFF)
		return CHAR_OTHER;
	page = words->pages[cp / PAGE];
	if (!page) {
		page = malloc(PAGE);
		if (!page)
			return char_class(cp);
		for (uint32_t i = 0; i < PAGE; i++)
			page[i] = char_class(cp / PAGE * PAGE + i);
		words->pages[cp / PAGE] = page;
	}
	return page[cp % PAGE];
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
	size_t count = words->slot_count * 2;
	slot *slots = calloc(count, sizeof *slots);

	if (!slots)
		return 0;
	for (size_t i = 0; i < words->slot_count; i++) {
		slot s = words->slots[i];
		size_t at = s.hash & (count - 1);

		if (!s.entry)
			continue;
		while (slots[at].entry)
			at = (at + 1) & (count - 1);
		slots[at] = s;
	}
	free(words->slots);
	words->slots = slots;
	words->slot_count = count;
	return 1;
}

/* Fills in the entry's form and flags. */
static int fold_entry(kt_words *words, words_entry *entry)
{
	kt_str raw = { entry->raw, entry->length };
	uint32_t fresh = (uint32_t)kt_map_count(words->forms), *form;
	int added;

	entry->flags = classify(words, raw);
	kt_buf_clear(&words->form);
	kt_fold(&words->form, raw);
	if (words->form.failed)
		return 0;
	if (!words->form.len || words->form.len > KT_WORD_MAX) {
		entry->flags |= words->form.len ? WORDS_LONG : WORDS_NO_FORM;
		return 1;
	}
	if (!kt_grow((void **)&words->hints, &words->hint_size, fresh, sizeof *words->hints))
		return 0;
	form = kt_map_put(words->forms, kt_buf_str(&words->form), fresh, &added);
	if (!form)
		return 0;
	if (added)
		words->hints[fresh] = language_hints(kt_buf_str(&words->form));
	entry->form = *form;
	return 1;
}

static const words_entry *add_entry(kt_words *words, kt_str raw, uint32_t hash, size_t at)
{
	words_entry entry = { NULL, (uint32_t)raw.len, 0, 0 };

	entry.raw = kt_arena_str(words->arena, raw).ptr;
	if (!entry.raw || !fold_entry(words, &entry))
		return NULL;
	if (!kt_grow((void **)&words->entries, &words->entry_size, words->entry_count,
		    sizeof *words->entries))
		return NULL;
	words->entries[words->entry_count++] = entry;
	words->slots[at] = (slot) { hash, (uint32_t)words->entry_count };
	if (words->entry_count * 2 > words->slot_count && !grow_slots(words))
		return NULL;
	return &words->entries[words->entry_count - 1];
}

const words_entry *words_look_up(kt_words *words, kt_str raw)
{
	uint32_t hash = (uint32_t)kt_hash(raw);
	size_t mask = words->slot_count - 1, at = hash & mask;

	for (; words->slots[at].entry; at = (at + 1) & mask) {
		const words_entry *entry;

		if (words->slots[at].hash != hash)
			continue;
		entry = &words->entries[words->slots[at].entry - 1];
		if (entry->length == raw.len && !memcmp(entry->raw, raw.ptr, raw.len))
			return entry;
	}
	return add_entry(words, raw, hash, at);
}
