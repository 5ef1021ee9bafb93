/* bearers.c - who a name in a query may mean: the tables of the index, and the people that stand in
 * none. */
#include <stdlib.h>
#include <string.h>

#include "plan.h"

static const char *const table_keys[] = {
	[KT_MENTION_PERSON] = "people", [KT_MENTION_ORGANISATION] = "organisations"
};
static const char *const headers[] = { [KT_MENTION_PERSON] =
					       "id\tname\tnative\tborn\tdied\talso\tabout\n",
	[KT_MENTION_ORGANISATION] = "id\tname\tnative\tfrom\tto\talso\tabout\n" };

typedef struct own_names {
	kt_index *index;
	kt_buf table, name;
	size_t prefix;
} own_names;

/* A row for a name that only the texts know. */
static kt_status add_own(void *context, kt_str key, kt_error *err)
{
	own_names *own = context;
	kt_status status;

	kt_buf_clear(&own->name);
	status = kt_index_get(own->index, &own->name, key, err);
	if (!status && own->name.len)
		kt_buf_addf(&own->table, "%.*s\t%s\t\t\t\t\t\n",
			KT_STR_ARG(kt_str_sub(key, own->prefix, key.len)), own->name.ptr);
	return status;
}

static kt_status own_table(kt_index *index, kt_mention_kind kind, own_names *own, kt_error *err)
{
	kt_buf prefix = KT_BUF_INIT;
	kt_status status;

	kt_buf_addf(&prefix, "%s:?", kt_name_prefix(kind));
	own->index = index;
	own->prefix = prefix.len - 1;
	kt_buf_add(&own->table, kt_str_of(headers[kind]));
	status = kt_buf_status(&prefix, err);
	if (!status)
		status = xap_reader_metadata_keys(
			kt_index_reader(index), kt_buf_str(&prefix), add_own, own, err);
	kt_buf_release(&prefix);
	return status;
}

/* The tables as the index keeps them, and beside them its own names. */
static kt_status read_authority(
	kt_index *index, kt_mention_kind kind, kt_authority **out, kt_error *err)
{
	own_names own = { .table = KT_BUF_INIT, .name = KT_BUF_INIT };
	kt_buf table = KT_BUF_INIT;
	kt_status status = kt_authority_new(out, err);

	if (!status)
		status = kt_index_get(index, &table, kt_str_of(table_keys[kind]), err);
	if (!status && table.len)
		status = kt_authority_add(*out, table_keys[kind], kt_buf_str(&table), err);
	if (!status)
		status = own_table(index, kind, &own, err);
	if (!status)
		status = kt_buf_status(&own.table, err);
	if (!status)
		status = kt_authority_add(*out, "names of the texts", kt_buf_str(&own.table), err);
	kt_buf_release(&own.table);
	kt_buf_release(&own.name);
	kt_buf_release(&table);
	return status;
}

static kt_status copy_bearer(kt_arena *arena, const kt_bearer *b, kt_bearer *out, kt_error *err)
{
	*out = *b;
	out->id = kt_arena_str(arena, b->id);
	out->name = kt_arena_str(arena, b->name);
	out->native = kt_arena_str(arena, b->native);
	out->also = kt_arena_str(arena, b->also);
	out->about = kt_arena_str(arena, b->about);
	return out->about.ptr && out->also.ptr && out->id.ptr
		       ? KT_OK
		       : kt_fail(err, KT_ENOMEM, "out of memory");
}

static int is_id(const kt_bearer *b, kt_str name)
{
	return kt_str_equal(b->id, name) ||
	       (b->id.len && b->id.ptr[0] == '?' &&
		       kt_str_equal(kt_str_sub(b->id, 1, b->id.len), name));
}

kt_status bearers_of(kt_index *index, kt_arena *arena, kt_mention_kind kind, kt_str name,
	kt_bearer **out, size_t *count, kt_error *err)
{
	kt_authority *authority = NULL;
	size_t *numbers = NULL, all;
	kt_status status = read_authority(index, kind, &authority, err);

	*count = 0;
	all = authority ? kt_authority_count(authority) : 0;
	for (size_t i = 0; !status && i < all; i++)
		if (is_id(kt_authority_bearer(authority, i), name)) {
			numbers = kt_arena_array(arena, 1, sizeof *numbers);
			if (!numbers)
				status = kt_fail(err, KT_ENOMEM, "out of memory");
			else
				numbers[(*count)++] = i;
			break;
		}
	if (!status && !*count)
		status = kt_authority_resolve(authority, arena, kind, name, &numbers, count, err);
	*out = status ? NULL : kt_arena_array(arena, *count, sizeof **out);
	if (!status && !*out)
		status = kt_fail(err, KT_ENOMEM, "out of memory");
	for (size_t i = 0; !status && i < *count; i++)
		status = copy_bearer(
			arena, kt_authority_bearer(authority, numbers[i]), &(*out)[i], err);
	kt_authority_free(authority);
	return status;
}
