/* fields.c - metadata by rank. */
#include "fields.h"

#include "blocks.h"

#include <string.h>

enum { VALUE_MAX = 1000 }; /* bytes */

static kt_str shorten(kt_str value)
{
	size_t at = VALUE_MAX;

	if (value.len <= VALUE_MAX)
		return value;
	while (at && ((unsigned char)value.ptr[at] & 0xC0) == 0x80)
		at--;
	return kt_str_sub(value, 0, at);
}

static kt_status keep(field_list *f, enum field field, int rank, kt_str value, kt_error *err)
{
	kt_str kept;
	kt_status status = block_copy(&kept, f->arena, shorten(value), err);

	if (status == KT_OK && kept.len) {
		f->values[field] = kept;
		f->ranks[field] = rank;
	}
	return status;
}

kt_status fields_tell(field_list *f, enum field field, int rank, kt_str value, kt_error *err)
{
	if (f->ranks[field] && f->ranks[field] <= rank)
		return KT_OK;
	return keep(f, field, rank, value, err);
}

kt_status fields_add(field_list *f, enum field field, int rank, kt_str value, kt_error *err)
{
	kt_str before = f->values[field];
	kt_str more = kt_str_trim(value);
	char *joined;

	if (!f->ranks[field] || f->ranks[field] != rank || !more.len)
		return fields_tell(f, field, rank, value, err);
	if (before.len > VALUE_MAX || kt_str_find(before, more, 0) != SIZE_MAX)
		return KT_OK;
	more = shorten(more);
	joined = kt_arena_printf(f->arena, "%.*s; %.*s", KT_STR_ARG(before), KT_STR_ARG(more));
	if (!joined)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	return keep(f, field, rank, kt_str_of(joined), err);
}

void fields_give(const field_list *f, kt_source_text *out)
{
	kt_str *const places[] = { &out->title, &out->author, &out->date, &out->origin,
		&out->licence };

	for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++)
		if (!places[i]->len)
			*places[i] = f->values[i];
	if (!out->language.code[0])
		out->language = language_of(f->values[FIELD_LANGUAGE]);
}

kt_language language_of(kt_str code)
{
	char text[16] = "";

	memcpy(text, code.ptr ? code.ptr : "", code.len < 15 ? code.len : 15);
	return kt_language_of(text);
}
