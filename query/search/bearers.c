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
	kt_name_sieve *sieve;
	kt_buf table, name;
	size_t prefix;
} own_names;

/* A row for a name that only the texts know. */
static kt_status add_own(void *context, kt_str key, kt_error *err)
{
	own_names *own = context;
	kt_str id = kt_str_sub(key, own->prefix, key.len);
	kt_status status;

	if (!kt_name_sieve_id(own->sieve, id))
		return KT_OK;
	kt_buf_clear(&own->name);
	status = kt_index_get(own->index, &own->name, key, err);
	if (!status && own->name.len) {
		kt_buf_add(&own->table, id);
		kt_buf_addc(&own->table, '\t');
		kt_buf_add(&own->table, kt_buf_str(&own->name));
		kt_buf_add(&own->table, KT_STR("\t\t\t\t\t\n"));
	}
	return status;
}

/* id: only the one that is typed is wanted. */
static kt_status own_table(
	kt_index *index, kt_mention_kind kind, kt_str id, own_names *own, kt_error *err)
{
	kt_buf prefix = KT_BUF_INIT;
	kt_status status;

	kt_buf_addf(&prefix, "%s:?", kt_name_prefix(kind));
	own->index = index;
	own->prefix = prefix.len - 1;
	kt_buf_add(&prefix, id.len && id.ptr[0] == '?' ? kt_str_sub(id, 1, id.len) : id);
	kt_buf_add(&own->table, kt_str_of(headers[kind]));
	status = kt_buf_status(&prefix, err);
	if (!status)
		status = xap_reader_metadata_keys(
			kt_index_reader(index), kt_buf_str(&prefix), add_own, own, err);
	kt_buf_release(&prefix);
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

/* Whether the name is an id, of the tables or made from a name. */
static kt_status is_any_id(kt_index *index, kt_mention_kind kind, kt_str name, const kt_buf *table,
	int *out, kt_error *err)
{
	kt_buf key = KT_BUF_INIT, own = KT_BUF_INIT;
	kt_status status;

	kt_buf_addf(&key, "\n%.*s\t", KT_STR_ARG(name));
	*out = name.len && kt_str_find(kt_buf_str(table), kt_buf_str(&key), 0) != SIZE_MAX;
	kt_buf_clear(&key);
	kt_buf_addf(&key, "%s:%s%.*s", kt_name_prefix(kind),
		name.len && name.ptr[0] == '?' ? "" : "?", KT_STR_ARG(name));
	status = kt_buf_status(&key, err);
	if (!status && !*out) {
		status = kt_index_get(index, &own, kt_buf_str(&key), err);
		*out = own.len > 0;
	}
	kt_buf_release(&key);
	kt_buf_release(&own);
	return status;
}

/* What may be meant by a name, of the tables as the index keeps them and beside them of its own
 * names. */
static kt_status read_authority(kt_index *index, kt_mention_kind kind, kt_str name,
	kt_name_likeness likeness, kt_authority **out, kt_error *err)
{
	own_names own = { .table = KT_BUF_INIT, .name = KT_BUF_INIT };
	kt_buf table = KT_BUF_INIT;
	kt_status status = kt_authority_new(out, err);
	int id = 0;

	if (!status)
		status = kt_index_get(index, &table, kt_str_of(table_keys[kind]), err);
	if (!status)
		status = is_any_id(index, kind, name, &table, &id, err);
	if (!status)
		status = kt_name_sieve_new(&own.sieve, kind, name, id ? KT_NAME_ID : likeness, err);
	if (!status && table.len)
		status = kt_authority_add_some(
			*out, table_keys[kind], kt_buf_str(&table), own.sieve, err);
	if (!status)
		status = own_table(index, kind, id ? name : KT_STR(""), &own, err);
	if (!status)
		status = kt_buf_status(&own.table, err);
	if (!status)
		status = kt_authority_add_some(
			*out, "names of the texts", kt_buf_str(&own.table), own.sieve, err);
	kt_name_sieve_free(own.sieve);
	kt_buf_release(&own.table);
	kt_buf_release(&own.name);
	kt_buf_release(&table);
	return status;
}

/* What of the tables of a kind may be meant by a name; kept until another name is asked for. */
static kt_status authority_for(plan *p, kt_mention_kind kind, kt_str name,
	kt_name_likeness likeness, const kt_authority **out, kt_error *err)
{
	bearer_tables *kept = &p->tables[kind];
	kt_status status = KT_OK;

	*out = kept->authority;
	if (kept->authority && kept->likeness >= likeness && kt_str_equal(kept->name, name))
		return KT_OK;
	kt_authority_free(kept->authority);
	kept->authority = NULL;
	kept->likeness = likeness;
	kept->name = kt_arena_str(p->arena, name);
	if (!kept->name.ptr)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	status = read_authority(p->index, kind, name, likeness, &kept->authority, err);
	*out = kept->authority;
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
	kt_status status = authority_for(p, kind, name, KT_NAME_ALIKE, &authority, err);

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
	if (!status && !*count) {
		status = authority_for(p, kind, name, KT_NAME_WITH_SLIPS, &authority, err);
		if (!status)
			status = kt_authority_resolve(
				authority, p->arena, kind, name, &numbers, count, err);
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
	kt_status status = authority_for(p, kind, name, KT_NAME_ALIKE, &authority, err);

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
