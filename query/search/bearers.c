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

/* The tables of a kind, read once for a question. */
static kt_status authority_of(
	plan *p, kt_mention_kind kind, const kt_authority **out, kt_error *err)
{
	kt_authority **own = &p->authorities[kind];
	kt_status status = *own ? KT_OK : read_authority(p->index, kind, own, err);

	*out = *own;
	return status;
}

/* The bearer with this id, or SIZE_MAX. */
static size_t with_id(const kt_authority *authority, kt_str id)
{
	for (size_t i = 0; i < kt_authority_count(authority); i++)
		if (is_id(kt_authority_bearer(authority, i), id))
			return i;
	return SIZE_MAX;
}

kt_status bearers_of(
	plan *p, kt_mention_kind kind, kt_str name, kt_bearer **out, size_t *count, kt_error *err)
{
	const kt_authority *authority;
	size_t *numbers = NULL, only;
	kt_status status = authority_of(p, kind, &authority, err);

	*out = NULL;
	*count = 0;
	if (status)
		return status;
	only = with_id(authority, name);
	if (only != SIZE_MAX) {
		numbers = &only;
		*count = 1;
	} else {
		status =
			kt_authority_resolve(authority, p->arena, kind, name, &numbers, count, err);
	}
	if (!status && !(*out = plan_alloc(p, *count, sizeof **out, err)))
		status = KT_ENOMEM;
	for (size_t i = 0; !status && i < *count; i++)
		status = copy_bearer(
			p->arena, kt_authority_bearer(authority, numbers[i]), &(*out)[i], err);
	return status;
}

/* Whether the name is one of a list parted by semicolons, without regard to case and diacritics. */
static int is_among(kt_str folded, kt_str list, kt_buf *scratch)
{
	for (size_t from = 0, to; from <= list.len; from = to + 1) {
		to = kt_str_find(list, KT_STR(";"), from);
		if (to == SIZE_MAX)
			to = list.len;
		kt_buf_clear(scratch);
		kt_fold_plain(scratch, kt_str_trim(kt_str_sub(list, from, to)));
		if (scratch->len && kt_str_equal(kt_buf_str(scratch), folded))
			return 1;
	}
	return 0;
}

kt_status bearers_named(plan *p, kt_mention_kind kind, kt_str name, int *out, kt_error *err)
{
	const kt_authority *authority;
	kt_buf folded = KT_BUF_INIT, scratch = KT_BUF_INIT;
	kt_status status = authority_of(p, kind, &authority, err);

	*out = 0;
	if (!status)
		*out = with_id(authority, name) != SIZE_MAX;
	kt_fold_plain(&folded, name);
	for (size_t i = 0; !status && !*out && i < kt_authority_count(authority); i++) {
		const kt_bearer *b = kt_authority_bearer(authority, i);

		*out = is_among(kt_buf_str(&folded), b->name, &scratch) ||
		       is_among(kt_buf_str(&folded), b->also, &scratch);
	}
	kt_buf_release(&folded);
	kt_buf_release(&scratch);
	return status;
}
