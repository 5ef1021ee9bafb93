/* keymap.h - words to numbers in flat arrays, which can be packed and used where they lie. */
#ifndef KARTOTEKA_TAGS_KEYMAP_H
#define KARTOTEKA_TAGS_KEYMAP_H

#include "pack.h"

typedef struct keymap_entry {
	uint32_t hash, at, length; /* at: of the key, in the letters of all */
	uint32_t value;
} keymap_entry;

/* All zero is an empty map. */
typedef struct keymap {
	uint32_t *slots; /* number of an entry and 1; 0 is free */
	keymap_entry *entries;
	char *letters;
	size_t slot_count, count, size, length, letter_size;
	int packed; /* the arrays are another's, and nothing can be added */
} keymap;

void keymap_release(keymap *map);
/* Points at the key's value, or NULL. */
const uint32_t *keymap_get(const keymap *map, kt_str key);
/* Points at the key's value, added with `fresh` when it is not there; *added (may be NULL) says
 * which.  Valid until the next is added.  NULL: no memory. */
uint32_t *keymap_put(keymap *map, kt_str key, uint32_t fresh, int *added);

void keymap_pack(kt_buf *out, const keymap *map);
void keymap_unpack(keymap *map, packed *from);

#endif
