/* passage.c - a passage asked for by its name. */
#include <string.h>

#include "plan.h"

kt_str kt_passage_name(kt_arena *arena, const kt_source_record *source, uint32_t number)
{
	return kt_str_of(kt_arena_printf(arena, "%.*s:%u", KT_STR_ARG(source->stem), number));
}

/* The number behind the last colon; 0 when it is none. */
static uint32_t number_of(kt_str name, kt_str *source)
{
	size_t colon = name.len;
	uint64_t number = 0;

	while (colon && name.ptr[colon - 1] != ':')
		colon--;
	if (!colon || colon == name.len || name.len - colon > 9)
		return 0;
	for (size_t i = colon; i < name.len; i++) {
		if (name.ptr[i] < '0' || name.ptr[i] > '9')
			return 0;
		number = number * 10 + (uint64_t)(name.ptr[i] - '0');
	}
	*source = kt_str_sub(name, 0, colon - 1);
	return (uint32_t)number;
}

static kt_status load(
	kt_hit *out, kt_index *index, kt_arena *arena, kt_str name, unsigned context, kt_error *err)
{
	hit_loader *loader = NULL;
	kt_str source;
	uint32_t number = number_of(name, &source), source_number, id;
	kt_status status;

	memset(out, 0, sizeof *out);
	if (!number)
		return kt_fail(err, KT_EINVAL, "%.*s: no passage's name, such as essay:12",
			KT_STR_ARG(name));
	status = kt_index_source_find(index, source, &source_number, err);
	if (!status)
		status = kt_index_find(index, source_number, number, &id, err);
	if (status == KT_ENOTFOUND)
		return kt_fail(err, status, "%.*s: no such passage", KT_STR_ARG(name));
	if (!status)
		status = hit_loader_new(&loader, index, arena, err);
	if (!status)
		status = hit_load(loader, NULL, id, context, out, err);
	hit_loader_free(loader);
	return status;
}

kt_status kt_search_passage(
	kt_hit *out, kt_index *index, kt_arena *arena, kt_str name, unsigned context, kt_error *err)
{
	kt_status status = load(out, index, arena, name, context, err);

	if (status == KT_ECHANGED && !(status = kt_index_reopen(index, err)))
		status = load(out, index, arena, name, context, err);
	return status;
}
