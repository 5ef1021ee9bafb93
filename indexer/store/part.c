/* part.c - writing in parts: databases that processes fill side by side, and their merging.
 *
 * A part is a database DIR/index-N.part-K beside the store's own, index-N, which holds no passages.
 * Compaction puts the documents of all, in the order of the parts, into index-(N+1).  Synonyms are
 * joined.  Of metadata with the same key in several databases it keeps any: so a part's are not in
 * its database but beside it, in a file `metadata` of keys and values (strings of codec.h), and are
 * put into the store's own database before the merging. */
#include <stdlib.h>
#include <string.h>

#include "codec.h"
#include "writing.h"

static kt_status part_path(kt_buf *out, const kt_store *s, uint32_t number, kt_error *err)
{
	kt_buf_clear(out);
	kt_buf_addf(out, "%s/%s" FOLDER_PART "%u", s->dir.ptr, s->name.ptr, number);
	return kt_buf_status(out, err);
}

#define ASIDE "metadata"

/* ---- filling a part ---- */

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
		status = posting_init(&s->posting, err);
	if (!status)
		status = lexicon_init(&s->lexicon, err);
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
		status = xap_writer_open(&part->writer, part->path.ptr, 1, err);
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
	xap_writer *writer = part->writer;
	kt_status status = KT_OK;

	if (!writer)
		return KT_OK;
	status = kt_store_finish(part, err);
	if (!status)
		status = put_languages(part, err);
	if (!status)
		status = folder_path(&part->value, part->path.ptr, ASIDE, err);
	if (!status)
		status = kt_file_write(part->value.ptr, kt_buf_str(&part->aside), err);
	if (status)
		return status;
	kt_buf_clear(&part->aside);
	part->writer = NULL;
	return xap_writer_close(writer, err);
}

size_t kt_store_languages(const kt_store *s, kt_language out[32])
{
	memset(out, 0, 32 * sizeof *out);
	memcpy(out, s->lexicon.languages, s->lexicon.language_count * sizeof *out);
	return s->lexicon.language_count;
}

kt_status kt_store_see_languages(kt_store *s, const kt_language *languages, kt_error *err)
{
	kt_status status = writing_begin(s, err);

	for (; !status && languages->code[0]; languages++)
		status = lexicon_see_language(&s->lexicon, *languages, err);
	return status;
}

/* ---- merging ---- */

/* The source is named now, in the order of numbers, as one process would have named it. */
static kt_status gather_source(kt_store *s, kt_str bytes, kt_error *err)
{
	kt_source_record record;
	kt_status status = source_decode(&record, bytes, err);

	if (!status)
		status = source_name(&s->sources, &record, NULL, err);
	if (!status)
		status = source_list_add(&s->sources, &record, err);
	if (!status)
		status = writing_note_source(s, record.number, err);
	if (status)
		return status;
	s->passages += record.passages;
	s->words += record.words;
	if (record.number > s->last_source)
		s->last_source = record.number;
	return KT_OK;
}

/* Of what is not a source's the first part's is kept: names are kept as they come up. */
static kt_status gather_one(kt_store *s, kt_map *kept, kt_str key, kt_str value, kt_error *err)
{
	kt_language languages[LEXICON_LANGUAGES + 1];
	int added;

	if (kt_str_starts(key, KT_STR(SOURCE_KEY)))
		return gather_source(s, value, err);
	if (kt_str_is(key, LEXICON_LANGUAGES_KEY)) {
		lexicon_parse_languages(languages, value);
		return kt_store_see_languages(s, languages, err);
	}
	if (!kt_map_put(kept, key, 0, &added))
		return kt_fail(err, KT_ENOMEM, "%s: no memory", s->dir.ptr);
	return added ? xap_writer_set_metadata(s->writer, key, value, err) : KT_OK;
}

static kt_status gather_part(kt_store *s, kt_map *kept, const char *path, kt_error *err)
{
	kt_buf bytes = KT_BUF_INIT;
	codec_reading in;
	kt_status status = folder_path(&s->value, path, ASIDE, err);

	if (!status)
		status = kt_file_read(&bytes, s->value.ptr, err);
	codec_begin(&in, kt_buf_str(&bytes));
	while (!status && in.at < in.end) {
		kt_str key = codec_string(&in), value = codec_string(&in);

		status = in.bad ? kt_fail(err, KT_ECORRUPT, "%s: is cut off", s->value.ptr)
				: gather_one(s, kept, key, value, err);
	}
	kt_buf_release(&bytes);
	return status == KT_EINPUT ? KT_EIO : status;
}

/* What the parts know together, committed into the store's own database, which is then closed. */
static kt_status gather_parts(kt_store *s, const char *const *paths, size_t count, kt_error *err)
{
	xap_writer *writer = s->writer;
	kt_map *kept = NULL;
	kt_status status = writing_begin(s, err);

	if (!status)
		status = kt_map_new(&kept, err);
	for (size_t i = 1; !status && i < count; i++)
		status = gather_part(s, kept, paths[i], err);
	kt_map_free(kept);
	if (!status)
		status = writing_commit(s, err);
	s->writer = NULL;
	s->begun = 0;
	return status ? (xap_writer_close(writer, NULL), status) : xap_writer_close(writer, err);
}

/* The merged database takes the place of the store's own. */
static kt_status compact_parts(kt_store *s, const char *const *paths, size_t count, kt_error *err)
{
	kt_status status = folder_next(&s->name, s->name.ptr, err);

	if (!status)
		status = folder_path(&s->path, s->dir.ptr, s->name.ptr, err);
	return status ? status : xap_compact(s->path.ptr, paths, count, err);
}

kt_status kt_store_merge(kt_store *s, uint32_t parts, kt_error *err)
{
	size_t count = (size_t)parts + 1;
	kt_buf *paths = calloc(count, sizeof *paths);
	const char **from = calloc(count, sizeof *from);
	kt_status status = KT_OK;

	if (!paths || !from) {
		status = kt_fail(err, KT_ENOMEM, "%s: no memory", s->dir.ptr);
		goto out;
	}
	for (size_t i = 0; !status && i < count; i++) {
		status = i ? part_path(&paths[i], s, (uint32_t)i - 1, err)
			   : folder_path(&paths[i], s->dir.ptr, s->name.ptr, err);
		from[i] = paths[i].ptr;
	}
	if (!status)
		status = gather_parts(s, from, count, err);
	if (!status)
		status = compact_parts(s, from, count, err);
out:
	for (size_t i = 0; paths && i < count; i++)
		kt_buf_release(&paths[i]);
	free(paths);
	free(from);
	return status;
}
