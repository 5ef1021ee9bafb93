#include "kartoteka/base.h"

#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

/* Open addressing over an array of entries in the order of adding; keys live in an arena. */
typedef struct entry {
	kt_str key;
	uint64_t hash;
	uint32_t value;
} entry;

struct kt_map {
	kt_arena *keys;
	entry *entries;
	size_t count, size;
	uint32_t *slots; /* entry number + 1; 0 is free */
	size_t mask;
};

uint64_t kt_hash(kt_str s)
{
	return XXH3_64bits(s.ptr, s.len);
}

kt_status kt_map_new(kt_map **out, kt_error *err)
{
	kt_map *map = calloc(1, sizeof *map);

	*out = NULL;
	if (!map)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	map->mask = 63;
	map->slots = calloc(map->mask + 1, sizeof *map->slots);
	if (!map->slots || kt_arena_new(&map->keys, err)) {
		kt_map_free(map);
		return kt_fail(err, KT_ENOMEM, "out of memory");
	}
	*out = map;
	return KT_OK;
}

void kt_map_free(kt_map *map)
{
	if (!map)
		return;
	kt_arena_free(map->keys);
	free(map->entries);
	free(map->slots);
	free(map);
}

size_t kt_map_count(const kt_map *map)
{
	return map->count;
}

static uint32_t *find(const kt_map *map, kt_str key, uint64_t hash)
{
	size_t i = (size_t)hash & map->mask;

	for (; map->slots[i]; i = (i + 1) & map->mask) {
		const entry *e = &map->entries[map->slots[i] - 1];

		if (e->hash == hash && kt_str_equal(e->key, key))
			break;
	}
	return &map->slots[i];
}

uint32_t *kt_map_get(const kt_map *map, kt_str key)
{
	const uint32_t *slot = find(map, key, kt_hash(key));

	return *slot ? &map->entries[*slot - 1].value : NULL;
}

static int widen(kt_map *map)
{
	size_t mask = map->mask * 2 + 1;
	uint32_t *slots = calloc(mask + 1, sizeof *slots);

	if (!slots)
		return 0;
	for (size_t n = 0; n < map->count; n++) {
		size_t i = (size_t)map->entries[n].hash & mask;

		while (slots[i])
			i = (i + 1) & mask;
		slots[i] = (uint32_t)n + 1;
	}
	free(map->slots);
	map->slots = slots;
	map->mask = mask;
	return 1;
}

uint32_t *kt_map_put(kt_map *map, kt_str key, uint32_t fresh, int *added)
{
	uint64_t hash = kt_hash(key);
	uint32_t *slot = find(map, key, hash);
	kt_str copy;

	if (added)
		*added = !*slot;
	if (*slot)
		return &map->entries[*slot - 1].value;
	if (map->count >= UINT32_MAX - 1)
		return NULL;
	if (map->count * 2 >= map->mask) {
		if (!widen(map))
			return NULL;
		slot = find(map, key, hash);
	}
	copy = kt_arena_str(map->keys, key);
	if (!copy.ptr ||
		!kt_grow((void **)&map->entries, &map->size, map->count, sizeof *map->entries))
		return NULL;
	map->entries[map->count] = (entry) { copy, hash, fresh };
	*slot = (uint32_t)++map->count;
	return &map->entries[map->count - 1].value;
}

kt_str kt_map_key(const kt_map *map, uint32_t i)
{
	return map->entries[i].key;
}

uint64_t kt_map_hash(const kt_map *map, uint32_t i)
{
	return map->entries[i].hash;
}

uint32_t kt_map_value(const kt_map *map, uint32_t i)
{
	return map->entries[i].value;
}
