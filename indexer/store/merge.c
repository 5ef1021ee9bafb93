/* merge.c - parts become one database.
 *
 * Compaction puts the documents of the store's own database and of the parts into one, in this
 * order, and joins their synonyms.  Of metadata with the same key in several databases it keeps
 * any: so those of parts stand beside them, in files, and are written when all is merged.  What
 * readers see is left as it is. */
#include <stdlib.h>
#include <string.h>

#include "codec.h"
#include "compaction.h"
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

/* ---- what parts say ---- */

typedef struct saying {
	size_t at, key_length, value_length; /* in text: key, value */
} saying;

typedef struct sayings {
	saying *at;
	size_t count, size;
	kt_buf text;
	kt_map *keys;
	int revisit; /* of a part's forms some have no classes in a language that came up later */
} sayings;

static void sayings_release(sayings *all)
{
	free(all->at);
	kt_buf_release(&all->text);
	kt_map_free(all->keys);
}

/* Of what is not a source's what was said first is kept: names are kept as they come up. */
static kt_status keep_saying(kt_store *s, sayings *all, kt_str key, kt_str value, kt_error *err)
{
	saying new = { all->text.len, key.len, value.len };
	int added;

	if (!kt_map_put(all->keys, key, 0, &added) ||
		!kt_grow((void **)&all->at, &all->size, all->count, sizeof *all->at))
		return kt_fail(err, KT_ENOMEM, "%s: no memory", s->dir.ptr);
	if (!added)
		return KT_OK;
	all->at[all->count++] = new;
	kt_buf_add(&all->text, key);
	kt_buf_add(&all->text, value);
	return kt_buf_status(&all->text, err);
}

static kt_status gather_one(kt_store *s, sayings *all, kt_str key, kt_str value, kt_error *err)
{
	kt_language languages[LEXICON_LANGUAGES + 1];

	if (kt_str_starts(key, KT_STR(SOURCE_KEY)))
		return gather_source(s, value, err);
	if (kt_str_is(key, STREAM_COUNTS_KEY))
		return gather_common(s, value, err);
	if (kt_str_is(key, LEXICON_LANGUAGES_KEY)) {
		lexicon_parse_languages(languages, value);
		return kt_store_see_languages(s, languages, err);
	}
	if (kt_str_is(key, PART_REVISIT)) {
		all->revisit = 1;
		return KT_OK;
	}
	return keep_saying(s, all, key, value, err);
}

static kt_status gather_part(kt_store *s, sayings *all, const char *path, kt_error *err)
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
				: gather_one(s, all, key, value, err);
	}
	kt_buf_release(&bytes);
	return status == KT_EINPUT ? KT_EIO : status;
}

static int by_key(const void *a, const void *b, void *context)
{
	const char *text = ((const sayings *)context)->text.ptr;
	const saying *x = a, *y = b;

	return kt_str_compare(
		(kt_str) { text + x->at, x->key_length }, (kt_str) { text + y->at, y->key_length });
}

/* Sorted, so that each block of the table is written once; those that the store's own database had
 * stay. */
static kt_status write_sayings(kt_store *s, sayings *all, kt_error *err)
{
	kt_status status = KT_OK;

	if (all->count)
		qsort_r(all->at, all->count, sizeof *all->at, by_key, all);
	for (size_t i = 0; !status && i < all->count; i++) {
		const char *text = all->text.ptr + all->at[i].at;
		kt_str key = { text, all->at[i].key_length };

		status = xap_writer_metadata(s->writer, &s->value, key, err);
		if (!status && !s->value.len)
			status = xap_writer_set_metadata(s->writer, key,
				(kt_str) { text + key.len, all->at[i].value_length }, err);
	}
	return status;
}

/* Into the merged database.  Its forms have their classes in all languages, but for those of the
 * store's own database when languages came up that it had not. */
static kt_status gather_metadata(
	kt_store *s, const char *const *paths, uint32_t parts, int had_forms, kt_error *err)
{
	size_t before = s->lexicon.language_count;
	sayings all = { 0 };
	kt_status status = kt_map_new(&all.keys, err);

	for (uint32_t i = 0; !status && i < parts; i++)
		status = gather_part(s, &all, paths[i], err);
	s->lexicon.languages_done = had_forms || all.revisit ? before : s->lexicon.language_count;
	if (!status)
		status = writing_begin(s, err);
	if (!status)
		status = write_sayings(s, &all, err);
	if (!status)
		status = writing_commit(s, err);
	sayings_release(&all);
	return status;
}

/* ---- words ---- */

/* Where a database's documents are. */
typedef struct document_range {
	xap_reader *reader;
	uint32_t first, last; /* first 0: it has none */
	kt_buf term; /* of the source that comes first */
} document_range;

/* A source's documents follow each other. */
static kt_status see_source(void *context, kt_str term, kt_error *err)
{
	document_range *range = context;
	uint32_t first, documents;
	kt_status status = xap_reader_first(range->reader, term, &first, err);

	if (!status)
		status = xap_reader_term(range->reader, term, &documents, NULL, err);
	if (status)
		return status;
	if (!range->first || first < range->first) {
		range->first = first;
		kt_buf_clear(&range->term);
		kt_buf_add(&range->term, term);
	}
	if (first + documents - 1 > range->last)
		range->last = first + documents - 1;
	return kt_buf_status(&range->term, err);
}

/* Compaction has moved all documents of a database by as many numbers. */
static kt_status gather_words_of(
	forward_writer *to, xap_reader *merged, const char *path, kt_error *err)
{
	document_range range = { NULL, 0, 0, KT_BUF_INIT };
	uint32_t first = 0;
	kt_status status = xap_reader_open(&range.reader, path, err);

	if (!status)
		status = xap_reader_terms(
			range.reader, kt_term_prefix(KT_FIELD_SOURCE), see_source, &range, err);
	if (!status && range.first)
		status = xap_reader_first(merged, kt_buf_str(&range.term), &first, err);
	if (!status && range.first)
		status = forward_copy(
			to, path, range.first, range.last, (int64_t)first - range.first, err);
	xap_reader_free(range.reader);
	kt_buf_release(&range.term);
	return status;
}

static kt_status gather_words(kt_store *s, const char *const *from, size_t count, kt_error *err)
{
	xap_reader *merged;
	forward_writer *to = NULL;
	kt_status status = xap_reader_open(&merged, s->path.ptr, err);

	if (!status)
		status = forward_open(&to, s->path.ptr, 0, 0, err);
	for (size_t i = 0; !status && i < count; i++)
		status = gather_words_of(to, merged, from[i], err);
	if (!status)
		status = forward_sync(to, err);
	forward_close(to);
	xap_reader_free(merged);
	return status;
}

/* ---- merging ---- */

static kt_status end_writer(kt_store *s, kt_error *err)
{
	kt_status status = writing_commit(s, err);

	return status ? status : writing_close(s, err);
}

/* from: the store's own database, and the parts.  The merged one takes its place. */
static kt_status merge(kt_store *s, const char *const *from, uint32_t parts, kt_store_merge_fn tell,
	void *context, kt_error *err)
{
	int had_forms = s->passages > 0;
	kt_status status = end_writer(s, err);

	if (!status)
		status = folder_next(&s->name, s->name.ptr, err);
	if (!status)
		status = folder_path(&s->path, s->dir.ptr, s->name.ptr, err);
	if (!status)
		status = compact_telling(s->path.ptr, from, (size_t)parts + 1, tell, context, err);
	if (!status)
		status = gather_words(s, from, (size_t)parts + 1, err);
	if (!status)
		status = writing_open(s, XAP_OPEN, err);
	s->lexicon.path = kt_buf_str(&s->path);
	return status ? status : gather_metadata(s, from + 1, parts, had_forms, err);
}

kt_status kt_store_merge(
	kt_store *s, uint32_t parts, kt_store_merge_fn tell, void *context, kt_error *err)
{
	kt_buf *paths = calloc((size_t)parts + 1, sizeof *paths);
	const char **from = calloc((size_t)parts + 1, sizeof *from);
	kt_status status = KT_OK;

	if (!paths || !from)
		status = kt_fail(err, KT_ENOMEM, "%s: no memory", s->dir.ptr);
	for (uint32_t i = 0; !status && i <= parts; i++) {
		if (i)
			status = part_path(&paths[i], s, i - 1, err);
		else
			status = folder_path(&paths[i], s->dir.ptr, s->name.ptr, err);
		from[i] = paths[i].ptr;
	}
	if (!status)
		status = merge(s, from, parts, tell, context, err);
	for (uint32_t i = 0; paths && i <= parts; i++)
		kt_buf_release(&paths[i]);
	free(paths);
	free(from);
	return status;
}
