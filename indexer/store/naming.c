/* naming.c - names by which sources are shown and asked for. */
#include "source.h"

/* Whether a name or stem may be borne by the source of this number. */
static int is_free(const source_list *list, kt_str name, uint32_t number)
{
	const uint32_t *bearer = kt_map_get(list->taken, name);

	return name.len && (!bearer || !*bearer || *bearer == number);
}

static size_t base_at(kt_str path)
{
	size_t at = path.len;

	while (at && path.ptr[at - 1] != '/')
		at--;
	return at;
}

/* The name without the ending of its last part: folder/essay of folder/essay.txt. */
static kt_str without_ending(kt_str name)
{
	size_t base = base_at(name), at = name.len;

	while (at > base && name.ptr[at - 1] != '.')
		at--;
	return at > base + 1 ? kt_str_sub(name, 0, at - 1) : name;
}

static int is_end_of_path(kt_str path, kt_str end)
{
	return end.len && kt_str_ends(path, end) &&
	       (path.len == end.len || path.ptr[path.len - end.len - 1] == '/');
}

/* The wish, else more and more of the path from its end. */
static kt_str free_path_end(const source_list *list, const kt_source_record *record, kt_str wish)
{
	kt_str path = record->path, name = wish;
	size_t at;

	if (is_free(list, name, record->number))
		return name;
	at = is_end_of_path(path, wish) ? path.len - wish.len : path.len;
	while (at) {
		at = base_at(kt_str_sub(path, 0, at - 1));
		name = kt_str_sub(path, at, path.len);
		if (is_free(list, name, record->number))
			return name;
	}
	return kt_str_sub(name, 0, 0);
}

/* name-2, name-3, ...: where even the path is another's name. */
static kt_str numbered(source_list *list, kt_str name, uint32_t number)
{
	kt_str found = { NULL, 0 };
	unsigned i;

	for (i = 2;; i++) {
		char *text = kt_arena_printf(list->arena, "%.*s-%u", KT_STR_ARG(name), i);

		found = kt_str_of(text);
		if (!text || is_free(list, found, number))
			return found;
	}
}

static kt_str choose_name(source_list *list, const kt_source_record *record)
{
	kt_str path = record->path;
	kt_str wish = record->name.len ? record->name : kt_str_sub(path, base_at(path), path.len);
	kt_str name = free_path_end(list, record, wish);

	return name.len ? name : numbered(list, path, record->number);
}

static kt_str choose_stem(source_list *list, kt_str name, uint32_t number)
{
	kt_str stem = without_ending(name);

	if (is_free(list, stem, number))
		return stem;
	return is_free(list, name, number) ? name : numbered(list, name, number);
}

kt_status source_name(
	source_list *list, kt_source_record *record, const kt_source_record *before, kt_error *err)
{
	if (before && is_end_of_path(before->name, record->name)) {
		record->name = before->name;
		record->stem = before->stem;
		return KT_OK;
	}
	record->name = kt_arena_str(list->arena, choose_name(list, record));
	record->stem = choose_stem(list, record->name, record->number);
	if (!record->name.ptr || !record->stem.ptr)
		return kt_fail(err, KT_ENOMEM, "%.*s: no memory", KT_STR_ARG(record->path));
	return KT_OK;
}
