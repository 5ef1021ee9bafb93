/* source.h - source records: their bytes, the list of a writer, and how they are named. */
#ifndef KARTOTEKA_STORE_SOURCE_H
#define KARTOTEKA_STORE_SOURCE_H

#include "kartoteka/store.h"

#define SOURCE_KEY "source:" /* before the number, of ten digits so that keys sort by it */

void source_key(kt_buf *out, uint32_t number);

kt_status source_encode(kt_buf *out, const kt_source_record *record, kt_error *err);
/* Slices borrow from bytes. */
kt_status source_decode(kt_source_record *out, kt_str bytes, kt_error *err);
/* Moves the record's slices into the arena, each ended by NUL. */
kt_status source_keep(kt_source_record *record, kt_arena *arena, kt_error *err);

/* All sources of a database that is being written. */
typedef struct source_list {
	kt_arena *arena;
	kt_source_record *at; /* by number */
	size_t count, size;
	kt_map *by_path; /* number of the source; 0: gone */
	kt_map *taken; /* names and stems: number of the source that bears it; 0: free */
} source_list;

kt_status source_list_init(source_list *list, kt_error *err);
void source_list_release(source_list *list);
kt_source_record *source_list_find(const source_list *list, uint32_t number);
kt_source_record *source_list_by_path(const source_list *list, kt_str path);
/* Adds a copy, in the place of its number, which is not there yet. */
kt_status source_list_add(source_list *list, const kt_source_record *record, kt_error *err);
void source_list_remove(source_list *list, uint32_t number);

/* Chooses name and stem for a record: no name or stem is another source's name or stem.  `before`
 * is the record of the same path that it replaces, or NULL: its names are kept where they are still
 * what was wished for, so that what users noted down stays right.  Slices live in the list's arena.
 */
kt_status source_name(
	source_list *list, kt_source_record *record, const kt_source_record *before, kt_error *err);

#endif
