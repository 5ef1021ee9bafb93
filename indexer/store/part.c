/* part.c - filling a part of a store, beside other processes that fill others.
 *
 * A part is a database DIR/index-N.part-K, index-N being the one that the store has opened.  Its
 * metadata are not in it but beside it, in a file of keys and values (strings of codec.h): see
 * merge.c. */
#include <stdlib.h>
#include <string.h>

#include "codec.h"
#include "writing.h"

kt_status part_path(kt_buf *out, const kt_store *s, uint32_t number, kt_error *err)
{
	kt_buf_clear(out);
	kt_buf_addf(out, "%s/%s" FOLDER_PART "%u", s->dir.ptr, s->name.ptr, number);
	return kt_buf_status(out, err);
}

kt_status kt_store_part_new(kt_store **out, const kt_store *whole, kt_error *err)
{
	kt_store *s = calloc(1, sizeof *s);
	kt_status status;

	*out = NULL;
	if (!s)
		return kt_fail(err, KT_ENOMEM, "%s: no memory", whole->dir.ptr);
	s->lock = -1;
	s->is_part = 1;
	kt_buf_add(&s->dir, kt_buf_str(&whole->dir));
	kt_buf_add(&s->name, kt_buf_str(&whole->name));
	kt_buf_add(&s->current, kt_buf_str(&whole->name));
	status = kt_buf_status(&s->dir, err);
	if (!status)
		status = kt_buf_status(&s->name, err);
	if (!status)
		status = kt_buf_status(&s->current, err);
	if (!status)
		status = source_list_init(&s->sources, err);
	if (!status)
		status = lexicon_init(&s->lexicon, err);
	if (!status)
		status = kt_store_see_languages(s, whole->lexicon.languages, err);
	if (status)
		kt_store_close(s);
	else
		*out = s;
	return status;
}

kt_status kt_store_part_begin(kt_store *part, uint32_t number, kt_error *err)
{
	kt_status status = kt_store_part_end(part, err);

	if (!status)
		status = part_path(&part->path, part, number, err);
	if (!status)
		status = writing_open(part, XAP_SCRATCH, err);
	part->lexicon.path = kt_buf_str(&part->path);
	return status ? status : writing_begin(part, err);
}

kt_status part_metadata(kt_store *part, kt_str key, kt_str value, kt_error *err)
{
	codec_put_string(&part->aside, key);
	codec_put_string(&part->aside, value);
	return kt_buf_status(&part->aside, err);
}

void part_see_language(kt_store *part, kt_language language)
{
	for (size_t i = 0; i < part->part_language_count; i++)
		if (kt_language_equal(part->part_languages[i], language))
			return;
	if (part->part_language_count < LEXICON_LANGUAGES)
		part->part_languages[part->part_language_count++] = language;
}

/* Forms that were forgotten before the last languages were known have no classes in them. */
static kt_status put_revisit(kt_store *part, kt_error *err)
{
	const lexicon *l = &part->lexicon;

	if (!l->languages_forgotten || l->languages_forgotten > l->language_count)
		return KT_OK;
	return part_metadata(part, KT_STR(PART_REVISIT), KT_STR("1"), err);
}

static kt_status put_languages(kt_store *part, kt_error *err)
{
	kt_buf_clear(&part->value);
	for (size_t i = 0; i < part->part_language_count; i++)
		kt_buf_addf(&part->value, "%s%s", i ? " " : "", part->part_languages[i].code);
	part->part_language_count = 0;
	if (kt_buf_status(&part->value, err))
		return KT_ENOMEM;
	return part_metadata(part, KT_STR(LEXICON_LANGUAGES_KEY), kt_buf_str(&part->value), err);
}

kt_status kt_store_part_end(kt_store *part, kt_error *err)
{
	kt_status status = KT_OK;

	if (!part->writer)
		return KT_OK;
	status = kt_store_finish(part, err);
	if (!status)
		status = put_languages(part, err);
	if (!status)
		status = put_revisit(part, err);
	if (!status)
		status = folder_path(&part->value, part->path.ptr, PART_METADATA, err);
	if (!status)
		status = kt_file_write(part->value.ptr, kt_buf_str(&part->aside), err);
	if (status)
		return status;
	kt_buf_clear(&part->aside);
	source_list_release(&part->sources);
	status = writing_close(part, err);
	return status ? status : source_list_init(&part->sources, err);
}

size_t kt_store_languages(const kt_store *s, kt_language out[32])
{
	memset(out, 0, 32 * sizeof *out);
	memcpy(out, s->lexicon.languages, s->lexicon.language_count * sizeof *out);
	return s->lexicon.language_count;
}

kt_status kt_store_see_languages(kt_store *s, const kt_language *languages, kt_error *err)
{
	kt_status status = KT_OK;

	for (; !status && languages->code[0]; languages++)
		status = lexicon_see_language(&s->lexicon, *languages, err);
	return status;
}
