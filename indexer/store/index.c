/* index.c - reading: the current database, its state, sources and passages. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "folder.h"
#include "reading.h"
#include "source.h"
#include "state.h"

#define OPEN_TRIES 5 /* a rebuild may remove a database between our look and our opening it */

static kt_status check_version(kt_index *index, kt_error *err)
{
	kt_status status = kt_index_get(index, &index->key, state_name(STATE_SCHEMA), err);

	if (!status)
		status = kt_index_get(index, &index->value, state_name(STATE_ANALYSER), err);
	return status ? status
		      : state_check(index->dir.ptr, kt_buf_str(&index->key),
				kt_buf_str(&index->value), err);
}

static void close_postings(kt_index *index)
{
	for (size_t i = 0; i < OPEN_POSTINGS; i++) {
		xap_postings_free(index->open[i].postings);
		index->open[i].postings = NULL;
	}
}

static kt_status open_current(kt_index *index, kt_error *err)
{
	xap_reader *reader = NULL;
	kt_status status = folder_current(&index->value, index->dir.ptr, err);

	if (status)
		return status;
	if (!index->value.len && access(index->dir.ptr, F_OK) < 0)
		return kt_fail(err, KT_ENOINDEX,
			"%s: there is no index here (kartoteka-index makes one)", index->dir.ptr);
	if (!index->value.len)
		return kt_fail(err, KT_ENOINDEX, "%s: is no kartoteka index (no file 'current')",
			index->dir.ptr);
	status = folder_path(&index->path, index->dir.ptr, index->value.ptr, err);
	if (!status)
		status = xap_reader_open(&reader, index->path.ptr, err);
	if (status)
		return status;
	close_postings(index);
	xap_reader_free(index->reader);
	index->reader = reader;
	index->block.first = 0;
	kept_forget(&index->kept);
	index->counted = 0;
	forward_unmap(&index->words);
	status = check_version(index, err);
	return status ? status : forward_map(&index->words, index->path.ptr, err);
}

static kt_status open_with_patience(kt_index *index, kt_error *err)
{
	kt_status status = KT_OK;
	int i;

	for (i = 0; i < OPEN_TRIES; i++) {
		kt_buf_clear(&index->path);
		status = open_current(index, err);
		/* without a path there was no database to open */
		if ((status != KT_ENOINDEX || !index->path.len) && status != KT_ECHANGED)
			break;
	}
	return status;
}

kt_status kt_index_open(kt_index **out, const char *dir, kt_error *err)
{
	kt_index *index = calloc(1, sizeof *index);
	kt_status status;

	*out = NULL;
	if (!index)
		return kt_fail(err, KT_ENOMEM, "%s: no memory", dir);
	kt_buf_add(&index->dir, kt_str_of(dir));
	kt_buf_add(&index->dir, KT_STR("")); /* ended by NUL, also where dir is empty */
	status = kt_buf_status(&index->dir, err);
	if (!status && !*dir)
		status = kt_fail(err, KT_ENOINDEX, "the folder of the index has no name");
	if (!status)
		status = open_with_patience(index, err);
	if (status)
		kt_index_free(index);
	else
		*out = index;
	return status;
}

void kt_index_free(kt_index *index)
{
	if (!index)
		return;
	close_postings(index);
	for (size_t i = 0; i < OPEN_POSTINGS; i++)
		kt_buf_release(&index->open[i].form);
	xap_reader_free(index->reader);
	kt_buf_release(&index->dir);
	kt_buf_release(&index->path);
	kt_buf_release(&index->key);
	kt_buf_release(&index->value);
	forward_unmap(&index->words);
	block_reading_release(&index->block);
	kept_release(&index->kept);
	free(index);
}

/* Opens anew rather than Xapian's reopen: a rebuild may have made another database current. */
kt_status kt_index_reopen(kt_index *index, kt_error *err)
{
	return open_with_patience(index, err);
}

xap_reader *kt_index_reader(kt_index *index)
{
	return index->reader;
}

const char *kt_index_path(const kt_index *index)
{
	return index->path.ptr;
}

/* ---- state ---- */

kt_status kt_index_get(kt_index *index, kt_buf *out, kt_str key, kt_error *err)
{
	return xap_reader_metadata(index->reader, out, key, err);
}

kt_status kt_index_state_read(kt_index *index, kt_index_state *out, kt_error *err)
{
	uint64_t numbers[STATE_KEYS];
	kt_status status = KT_OK;
	int i;

	memset(out, 0, sizeof *out);
	for (i = 0; !status && i < STATE_KEYS; i++) {
		status = kt_index_get(index, &index->value, state_name((state_key)i), err);
		if (!status && !state_parse(&numbers[i], kt_buf_str(&index->value)))
			status = kt_fail(err, KT_ECORRUPT, "%s: '%.*s' is no number",
				index->dir.ptr, KT_STR_ARG(state_name((state_key)i)));
	}
	if (status)
		return status;
	out->schema = (int)numbers[STATE_SCHEMA];
	out->analyser = (int)numbers[STATE_ANALYSER];
	out->written = numbers[STATE_WRITTEN];
	out->passages = numbers[STATE_PASSAGES];
	out->words = numbers[STATE_WORDS];
	out->sources = numbers[STATE_SOURCES];
	return KT_OK;
}

/* ---- sources ---- */

static kt_status read_source(
	kt_index *index, kt_arena *arena, kt_str key, kt_source_record *out, kt_error *err)
{
	kt_status status = kt_index_get(index, &index->value, key, err);

	if (!status && !index->value.len)
		status = kt_fail(err, KT_ENOTFOUND, "%s: has no source %.*s", index->dir.ptr,
			KT_STR_ARG(kt_str_sub(key, sizeof SOURCE_KEY - 1, key.len)));
	if (!status)
		status = source_decode(out, kt_buf_str(&index->value), err);
	return status ? status : source_keep(out, arena, err);
}

kt_status kt_index_source(
	kt_index *index, kt_arena *arena, uint32_t number, kt_source_record *out, kt_error *err)
{
	const kt_source_record *known = kept_source(&index->kept, number);
	kt_status status;

	memset(out, 0, sizeof *out);
	if (known) {
		*out = *known;
		return source_keep(out, arena, err);
	}
	source_key(&index->key, number);
	status = kt_buf_status(&index->key, err);
	if (!status)
		status = read_source(index, arena, kt_buf_str(&index->key), out, err);
	return status ? status : kept_add_source(&index->kept, out, err);
}

typedef struct listing {
	kt_index *index;
	kt_arena *arena;
	kt_source_record *at;
	size_t count, size;
} listing;

static kt_status list_source(void *context, kt_str key, kt_error *err)
{
	listing *l = context;
	kt_status status;

	if (!kt_grow((void **)&l->at, &l->size, l->count, sizeof *l->at))
		return kt_fail(err, KT_ENOMEM, "%s: no memory for its sources", l->index->dir.ptr);
	status = read_source(l->index, l->arena, key, &l->at[l->count], err);
	if (!status)
		l->count++;
	return status;
}

static int by_name(const void *a, const void *b)
{
	const kt_source_record *one = a, *other = b;

	return kt_str_compare(one->name, other->name);
}

kt_status kt_index_sources(
	kt_index *index, kt_arena *arena, kt_source_record **out, size_t *count, kt_error *err)
{
	listing l = { index, arena, NULL, 0, 0 };
	kt_status status;

	*out = NULL;
	*count = 0;
	status = xap_reader_metadata_keys(index->reader, KT_STR(SOURCE_KEY), list_source, &l, err);
	if (!status && l.count) {
		*out = kt_arena_array(arena, l.count, sizeof *l.at);
		if (!*out)
			status = kt_fail(
				err, KT_ENOMEM, "%s: no memory for its sources", index->dir.ptr);
	}
	if (!status && l.count) {
		qsort(l.at, l.count, sizeof *l.at, by_name);
		memcpy(*out, l.at, l.count * sizeof *l.at);
		*count = l.count;
	}
	free(l.at);
	return status;
}

/* ---- a source by its name ---- */

static kt_str base_of(kt_str path)
{
	size_t at = path.len;

	while (at && path.ptr[at - 1] != '/')
		at--;
	return kt_str_sub(path, at, path.len);
}

/* How well a source's names fit what was asked for: the larger the better; 0 not. */
enum { FITS_NOT, FITS_BASE, FITS_FOLDED, FITS_EXACTLY };

typedef struct asking {
	kt_str name;
	kt_buf folded; /* of name */
	kt_buf other; /* of what it is compared with */
} asking;

static int equal_folded(asking *ask, kt_str other)
{
	kt_buf_clear(&ask->other);
	kt_fold(&ask->other, other);
	return kt_str_equal(kt_buf_str(&ask->folded), kt_buf_str(&ask->other));
}

static int fit(asking *ask, const kt_source_record *source)
{
	const kt_str names[] = { source->name, source->stem, source->path };
	int best = FITS_NOT;
	size_t i;

	for (i = 0; i < 3; i++) {
		if (kt_str_equal(names[i], ask->name))
			return FITS_EXACTLY;
		if (equal_folded(ask, names[i]))
			best = FITS_FOLDED;
		else if (best < FITS_BASE && equal_folded(ask, base_of(names[i])))
			best = FITS_BASE;
	}
	return best;
}

static kt_status choose(
	asking *ask, const kt_source_record *sources, size_t count, uint32_t *number, kt_error *err)
{
	int best = FITS_NOT;
	size_t i, equals = 0;

	for (i = 0; i < count; i++) {
		int fits = fit(ask, &sources[i]);

		if (fits < best || fits == FITS_NOT)
			continue;
		equals = fits > best ? 1 : equals + 1;
		if (equals == 1)
			*number = sources[i].number;
		best = fits;
	}
	if (best == FITS_NOT)
		return kt_fail(
			err, KT_ENOTFOUND, "no source is named '%.*s'", KT_STR_ARG(ask->name));
	if (best != FITS_EXACTLY && equals > 1) {
		*number = 0;
		return kt_fail(err, KT_ENOTFOUND,
			"%zu sources are named '%.*s'; give more of the path", equals,
			KT_STR_ARG(ask->name));
	}
	return KT_OK;
}

kt_status kt_index_source_find(kt_index *index, kt_str name, uint32_t *number, kt_error *err)
{
	asking ask = { name, KT_BUF_INIT, KT_BUF_INIT };
	kt_source_record *sources;
	kt_arena *arena;
	size_t count;
	kt_status status = kt_arena_new(&arena, err);

	*number = 0;
	kt_fold(&ask.folded, name);
	if (!status)
		status = kt_buf_status(&ask.folded, err);
	if (!status)
		status = kt_index_sources(index, arena, &sources, &count, err);
	if (!status)
		status = choose(&ask, sources, count, number, err);
	kt_arena_free(arena);
	kt_buf_release(&ask.folded);
	kt_buf_release(&ask.other);
	return status;
}

/* ---- passages ---- */

kt_status kt_index_find(
	kt_index *index, uint32_t source, uint32_t number, uint32_t *id, kt_error *err)
{
	uint32_t passages, first;
	uint64_t occurrences;
	kt_status status;

	*id = 0;
	kt_buf_clear(&index->key);
	kt_buf_addf(&index->key, "%.*s%u", KT_STR_ARG(kt_term_prefix(KT_FIELD_SOURCE)), source);
	status = kt_buf_status(&index->key, err);
	if (!status)
		status = xap_reader_term(
			index->reader, kt_buf_str(&index->key), &passages, &occurrences, err);
	if (!status && (!number || number > passages))
		return kt_fail(err, KT_ENOTFOUND, "source %u has no passage %u", source, number);
	if (!status)
		status = xap_reader_first(index->reader, kt_buf_str(&index->key), &first, err);
	if (!status)
		*id = first + number - 1; /* a source's documents are written in one go */
	return status;
}

kt_status kt_index_passage(
	kt_index *index, kt_arena *arena, uint32_t id, kt_passage *out, kt_error *err)
{
	kt_status status;
	kt_str bytes;
	kt_error why;

	memset(out, 0, sizeof *out);
	status = block_record(&index->block, index->reader, id, &bytes, err);
	if (status)
		return status;
	bytes = kt_arena_str(arena, bytes);
	if (!bytes.ptr)
		return kt_fail(err, KT_ENOMEM, "%s: no memory for a passage", index->dir.ptr);
	status = kt_record_decode(out, arena, bytes, &why);
	if (status)
		return kt_fail(
			err, status, "%s: document %u: %s", index->path.ptr, id, why.message);
	return KT_OK;
}
