/* merge.c - parts become one database.
 *
 * Compaction puts the documents of all into one database, in the order of the parts, and joins
 * their synonyms.  Of metadata with the same key in several databases it keeps any.  So all
 * metadata are first gathered in one more database without documents, and only there: those of the
 * database that the store has opened (which may be what readers see, and is left as it is), and
 * those of the parts. */
#include <stdlib.h>
#include <string.h>

#include "codec.h"
#include "writing.h"

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

static kt_status gather_common(kt_store *s, kt_str bytes, kt_error *err)
{
	stream_counts more;
	kt_status status = stream_counts_decode(&more, bytes, err);

	if (!status)
		stream_counts_add(&s->common, &more);
	return status;
}

/* Of what is not a source's the first part's is kept: names are kept as they come up. */
static kt_status gather_one(kt_store *s, kt_map *kept, kt_str key, kt_str value, kt_error *err)
{
	kt_language languages[LEXICON_LANGUAGES + 1];
	int added;

	if (kt_str_starts(key, KT_STR(SOURCE_KEY)))
		return gather_source(s, value, err);
	if (kt_str_is(key, STREAM_COUNTS_KEY))
		return gather_common(s, value, err);
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
	kt_status status = folder_path(&s->value, path, PART_METADATA, err);

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

/* ---- what the store's own database says ---- */

typedef struct copying {
	kt_store *store;
	xap_reader *from;
} copying;

static kt_status copy_one(void *context, kt_str key, kt_error *err)
{
	copying *c = context;
	kt_status status = xap_reader_metadata(c->from, &c->store->value, key, err);

	return status ? status
		      : xap_writer_set_metadata(
				c->store->writer, key, kt_buf_str(&c->store->value), err);
}

static kt_status copy_own(kt_store *s, kt_error *err)
{
	copying c = { s, NULL };
	kt_status status = xap_reader_open(&c.from, s->path.ptr, err);

	if (!status)
		status = xap_reader_metadata_keys(c.from, KT_STR(""), copy_one, &c, err);
	xap_reader_free(c.from);
	return status;
}

/* ---- merging ---- */

/* Ends the store's own database and writes on in another. */
static kt_status change_writer(kt_store *s, const char *path, kt_error *err)
{
	kt_status status = writing_commit(s, err);
	xap_writer *own = s->writer;

	if (status)
		return status;
	s->writer = NULL;
	status = xap_writer_close(own, err);
	return status ? status : xap_writer_open(&s->writer, path, XAP_SCRATCH, err);
}

/* Puts all metadata into the last of the paths. */
static kt_status gather_metadata(
	kt_store *s, const char *const *paths, uint32_t parts, kt_error *err)
{
	xap_writer *writer;
	kt_map *kept = NULL;
	kt_status status = change_writer(s, paths[parts], err);

	if (!status)
		status = writing_begin(s, err);
	if (!status)
		status = copy_own(s, err);
	if (!status)
		status = kt_map_new(&kept, err);
	for (uint32_t i = 0; !status && i < parts; i++)
		status = gather_part(s, kept, paths[i], err);
	kt_map_free(kept);
	if (!status)
		status = writing_commit(s, err);
	if (status)
		return status;
	writer = s->writer;
	s->writer = NULL;
	return xap_writer_close(writer, err);
}

/* The merged database takes the place of the store's own. */
static kt_status compact_parts(kt_store *s, const char *const *paths, uint32_t parts, kt_error *err)
{
	kt_status status = folder_next(&s->name, s->name.ptr, err);

	if (!status)
		status = folder_path(&s->path, s->dir.ptr, s->name.ptr, err);
	return status ? status : xap_compact(s->path.ptr, paths, (size_t)parts + 1, err);
}

kt_status kt_store_merge(kt_store *s, uint32_t parts, kt_error *err)
{
	kt_buf *paths = calloc((size_t)parts + 1, sizeof *paths);
	const char **from = calloc((size_t)parts + 1, sizeof *from);
	kt_status status = KT_OK;

	if (!paths || !from)
		status = kt_fail(err, KT_ENOMEM, "%s: no memory", s->dir.ptr);
	for (uint32_t i = 0; !status && i <= parts; i++) {
		status = part_path(&paths[i], s, i, err);
		from[i] = paths[i].ptr;
	}
	if (!status)
		status = gather_metadata(s, from, parts, err);
	if (!status)
		status = compact_parts(s, from, parts, err);
	for (uint32_t i = 0; paths && i <= parts; i++)
		kt_buf_release(&paths[i]);
	free(paths);
	free(from);
	return status;
}
