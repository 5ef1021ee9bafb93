#include "keymap.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_SLOTS = 64 };

void keymap_release(keymap *map)
{
	if (!map->packed) {
		free(map->slots);
		free(map->entries);
		free(map->letters);
	}
	memset(map, 0, sizeof *map);
}

static uint32_t hash_of(kt_str key)
{
	return (uint32_t)kt_hash(key);
}

/* The slot of a key, or the free one where it would stand. */
static size_t find(const keymap *map, kt_str key, uint32_t hash)
{
	size_t mask = map->slot_count - 1, i = hash & mask;

	for (; map->slots[i]; i = (i + 1) & mask) {
		const keymap_entry *e = &map->entries[map->slots[i] - 1];

		if (e->hash == hash && e->length == key.len &&
			!memcmp(map->letters + e->at, key.ptr, key.len))
			break;
	}
	return i;
}

const uint32_t *keymap_get(const keymap *map, kt_str key)
{
	size_t slot;

	if (!map->count || !key.len)
		return NULL;
	slot = find(map, key, hash_of(key));
	return map->slots[slot] ? &map->entries[map->slots[slot] - 1].value : NULL;
}

static int widen(keymap *map)
{
	size_t count = map->slot_count ? map->slot_count * 2 : FIRST_SLOTS;
	uint32_t *slots = calloc(count, sizeof *slots);

	if (!slots)
		return 0;
	for (size_t n = 0; n < map->count; n++) {
		size_t i = map->entries[n].hash & (count - 1);

		while (slots[i])
			i = (i + 1) & (count - 1);
		slots[i] = (uint32_t)n + 1;
	}
	free(map->slots);
	map->slots = slots;
	map->slot_count = count;
	return 1;
}

/* Room for one more entry and the letters of its key. */
static int room_for(keymap *map, size_t length)
{
	if (map->count * 2 >= map->slot_count && !widen(map))
		return 0;
	if (map->length + length > map->letter_size) {
		size_t size = (map->length + length) * 2 + 1024;
		char *grown = size < UINT32_MAX ? realloc(map->letters, size) : NULL;

		if (!grown)
			return 0;
		map->letters = grown;
		map->letter_size = size;
	}
	return kt_grow((void **)&map->entries, &map->size, map->count, sizeof *map->entries);
}

uint32_t *keymap_put(keymap *map, kt_str key, uint32_t fresh, int *added)
{
	uint32_t hash = hash_of(key);
	size_t slot;

	assert(!map->packed && key.len);
	if (!room_for(map, key.len))
		return NULL;
	slot = find(map, key, hash);
	if (added)
		*added = !map->slots[slot];
	if (!map->slots[slot]) {
		memcpy(map->letters + map->length, key.ptr, key.len);
		map->entries[map->count] = (keymap_entry) { hash, (uint32_t)map->length,
			(uint32_t)key.len, fresh };
		map->length += key.len;
		map->slots[slot] = (uint32_t)++map->count;
	}
	return &map->entries[map->slots[slot] - 1].value;
}

void keymap_pack(kt_buf *out, const keymap *map)
{
	pack_array(out, map->slots, map->slot_count, sizeof *map->slots);
	pack_array(out, map->entries, map->count, sizeof *map->entries);
	pack_array(out, map->letters, map->length, 1);
}

void keymap_unpack(keymap *map, packed *from)
{
	memset(map, 0, sizeof *map);
	map->packed = 1;
	map->slots = (uint32_t *)pack_take(from, sizeof *map->slots, &map->slot_count);
	map->entries = (keymap_entry *)pack_take(from, sizeof *map->entries, &map->count);
	map->letters = (char *)pack_take(from, 1, &map->length);
}
