/* Any bytes as a table of names: rows that can be asked for and tagged with, or an error with its place. */
#include <stdint.h>
#include <stdlib.h>

#include "kartoteka/tags.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(int holds)
{
	if (!holds)
		abort();
}

/* Every row is there again when the table is written and read, and is found by its own name. */
static void check_rows(const kt_authority *authority, kt_arena *arena)
{
	for (size_t i = 0; i < kt_authority_count(authority) && i < 16; i++) {
		const kt_bearer *b = kt_authority_bearer(authority, i);
		size_t *found, count;

		check(b->id.len && b->name.len);
		check(!kt_authority_resolve(authority, arena, b->kind, b->name, &found, &count, NULL));
		for (size_t j = 0; j < count; j++)
			check(found[j] < kt_authority_count(authority));
	}
}

static void check_again(const kt_authority *authority)
{
	kt_authority *again;
	size_t count = 0;

	check(!kt_authority_new(&again, NULL));
	for (int kind = KT_MENTION_PERSON; kind <= KT_MENTION_ORGANISATION; kind++) {
		kt_buf table = KT_BUF_INIT;

		check(!kt_authority_write(authority, (kt_mention_kind)kind, &table, NULL));
		check(!table.len ||
			!kt_authority_add(again, "again", kt_buf_str(&table), NULL));
		kt_buf_release(&table);
	}
	count = kt_authority_count(again);
	check(count == kt_authority_count(authority));
	kt_authority_free(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	kt_str table = { (const char *)data, size };
	kt_authority *authority;
	kt_name_tagger *tagger = NULL;
	kt_arena *arena;
	kt_error err = { 0 };

	check(!kt_authority_new(&authority, NULL) && !kt_arena_new(&arena, NULL));
	if (kt_authority_add(authority, "fuzz.tsv", table, &err)) {
		check(err.message[0]);
	} else {
		check_rows(authority, arena);
		check_again(authority);
		check(!kt_name_tagger_new(&tagger, authority, NULL));
	}
	kt_name_tagger_free(tagger);
	kt_authority_free(authority);
	kt_arena_free(arena);
	return 0;
}
