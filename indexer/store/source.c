/* source.c - source records: their bytes, and the list of a writer.
 *
 * A record is: version, number, path, name, stem, title, author, date, origin, licence, format,
 * encoding, language, hash, size, stamp, passages, words. */
#include "source.h"

#include <stdlib.h>
#include <string.h>

#include "codec.h"

#define SOURCE_VERSION 2

/* The strings of a record, in the order of its bytes. */
static const size_t strings[] = {
	offsetof(kt_source_record, path),
	offsetof(kt_source_record, name),
	offsetof(kt_source_record, stem),
	offsetof(kt_source_record, title),
	offsetof(kt_source_record, author),
	offsetof(kt_source_record, date),
	offsetof(kt_source_record, origin),
	offsetof(kt_source_record, licence),
	offsetof(kt_source_record, format),
	offsetof(kt_source_record, encoding),
};

#define STRINGS (sizeof strings / sizeof strings[0])

static kt_str *string_of(kt_source_record *record, size_t i)
{
	return (kt_str *)(void *)((char *)record + strings[i]);
}

void source_key(kt_buf *out, uint32_t number)
{
	kt_buf_clear(out);
	kt_buf_addf(out, SOURCE_KEY "%010u", number);
}

/* ---- bytes ---- */

kt_status source_encode(kt_buf *out, const kt_source_record *record, kt_error *err)
{
	kt_source_record copy = *record;
	size_t i;

	kt_buf_clear(out);
	codec_put_number(out, SOURCE_VERSION);
	codec_put_number(out, record->number);
	for (i = 0; i < STRINGS; i++)
		codec_put_string(out, *string_of(&copy, i));
	codec_put_string(out, kt_str_of(copy.language.code));
	codec_put_number(out, record->hash);
	codec_put_number(out, record->size);
	codec_put_number(out, record->stamp);
	codec_put_number(out, record->passages);
	codec_put_number(out, record->words);
	return kt_buf_status(out, err);
}

kt_status source_decode(kt_source_record *out, kt_str bytes, kt_error *err)
{
	codec_reading in;
	kt_str language;
	size_t i;

	memset(out, 0, sizeof *out);
	codec_begin(&in, bytes);
	if (codec_number(&in, UINT64_MAX) != SOURCE_VERSION)
		in.bad = 1;
	out->number = (uint32_t)codec_number(&in, UINT32_MAX);
	for (i = 0; i < STRINGS; i++)
		*string_of(out, i) = codec_string(&in);
	language = codec_string(&in);
	if (language.len >= sizeof out->language.code)
		in.bad = 1;
	else if (language.len)
		memcpy(out->language.code, language.ptr, language.len);
	out->hash = codec_number(&in, UINT64_MAX);
	out->size = codec_number(&in, UINT64_MAX);
	out->stamp = codec_number(&in, UINT64_MAX);
	out->passages = (uint32_t)codec_number(&in, UINT32_MAX);
	out->words = codec_number(&in, UINT64_MAX);
	if (codec_whole(&in) && out->number)
		return KT_OK;
	memset(out, 0, sizeof *out);
	return kt_fail(err, KT_ECORRUPT, "source record of %zu bytes is corrupt", bytes.len);
}

kt_status source_keep(kt_source_record *record, kt_arena *arena, kt_error *err)
{
	size_t i;

	for (i = 0; i < STRINGS; i++) {
		kt_str *s = string_of(record, i);

		*s = kt_arena_str(arena, *s);
		if (!s->ptr)
			return kt_fail(err, KT_ENOMEM, "source record: no memory");
	}
	return KT_OK;
}

/* ---- list ---- */

kt_status source_list_init(source_list *list, kt_error *err)
{
	kt_status status;

	memset(list, 0, sizeof *list);
	status = kt_arena_new(&list->arena, err);
	if (!status)
		status = kt_map_new(&list->by_path, err);
	if (!status)
		status = kt_map_new(&list->taken, err);
	return status;
}

void source_list_release(source_list *list)
{
	kt_arena_free(list->arena);
	kt_map_free(list->by_path);
	kt_map_free(list->taken);
	free(list->at);
}

/* Place of the first record whose number is not smaller. */
static size_t place_of(const source_list *list, uint32_t number)
{
	size_t low = 0, high = list->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (list->at[middle].number < number)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

kt_source_record *source_list_find(const source_list *list, uint32_t number)
{
	size_t i = place_of(list, number);

	return i < list->count && list->at[i].number == number ? &list->at[i] : NULL;
}

kt_source_record *source_list_by_path(const source_list *list, kt_str path)
{
	const uint32_t *number = kt_map_get(list->by_path, path);

	return number && *number ? source_list_find(list, *number) : NULL;
}

static int set(kt_map *map, kt_str key, uint32_t number)
{
	uint32_t *value = kt_map_put(map, key, number, NULL);

	if (value)
		*value = number;
	return value != NULL;
}

kt_status source_list_add(source_list *list, const kt_source_record *record, kt_error *err)
{
	kt_source_record copy = *record;
	kt_status status = source_keep(&copy, list->arena, err);
	size_t i = place_of(list, copy.number);

	if (status)
		return status;
	if (!kt_grow((void **)&list->at, &list->size, list->count, sizeof *list->at) ||
		!set(list->by_path, copy.path, copy.number) ||
		!set(list->taken, copy.name, copy.number) ||
		!set(list->taken, copy.stem, copy.number))
		return kt_fail(err, KT_ENOMEM, "%.*s: no memory", KT_STR_ARG(copy.path));
	memmove(&list->at[i + 1], &list->at[i], (list->count - i) * sizeof copy);
	list->at[i] = copy;
	list->count++;
	return KT_OK;
}

static void unset(kt_map *map, kt_str key, uint32_t number)
{
	uint32_t *value = kt_map_get(map, key);

	if (value && *value == number)
		*value = 0;
}

void source_list_remove(source_list *list, uint32_t number)
{
	kt_source_record *record = source_list_find(list, number);
	size_t i;

	if (!record)
		return;
	unset(list->by_path, record->path, number);
	unset(list->taken, record->name, number);
	unset(list->taken, record->stem, number);
	i = (size_t)(record - list->at);
	list->count--;
	memmove(record, record + 1, (list->count - i) * sizeof *record);
}
