#include "kartoteka/ingest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "anew.h"
#include "forget.h"
#include "jobs.h"
#include "read.h"

#define TOLD_BYTES ((uint64_t)256 << 10) /* of a source, between one telling and the next */

void run_tell(run *r, kt_ingest_event event, const char *message)
{
	if (r->options->tell)
		r->options->tell(r->options->context, event, message, r->counts);
}

void run_unreadable(run *r, const char *message)
{
	r->counts->failed++;
	run_tell(r, KT_INGEST_FAILED, message);
}

static void tell_unreadable(void *context, const char *message)
{
	run_unreadable(context, message);
}

kt_status run_find_files(run *r, kt_error *err)
{
	kt_status status = source_files_init(&r->files, err);
	char message[64];

	for (size_t i = 0; !status && i < r->options->path_count; i++)
		status = source_files_add(&r->files, r->options->paths[i], tell_unreadable, r, err);
	for (size_t i = 0; i < r->files.count; i++)
		r->counts->bytes += r->files.at[i].size;
	r->counts->files = r->files.count;
	if (!status && r->files.passed_over) {
		snprintf(message, sizeof message, "%zu files of other kinds passed over",
			r->files.passed_over);
		run_tell(r, KT_INGEST_NOTICE, message);
	}
	return status;
}

/* The same bytes read with other options or names are not the same source. */
static kt_status salt(run *r, kt_error *err)
{
	kt_buf all = KT_BUF_INIT;
	kt_status status = KT_OK;

	kt_buf_add(&all, kt_str_of(r->options->language.code));
	if (r->options->authority) {
		kt_buf table = KT_BUF_INIT;

		for (int kind = KT_MENTION_PERSON; !status && kind <= KT_MENTION_ORGANISATION;
			kind++) {
			kt_buf_clear(&table);
			status = kt_authority_write(
				r->options->authority, (kt_mention_kind)kind, &table, err);
			kt_buf_add(&all, kt_buf_str(&table));
		}
		kt_buf_release(&table);
	}
	if (!status)
		status = kt_buf_status(&all, err);
	r->salt = kt_hash(kt_buf_str(&all));
	kt_buf_release(&all);
	return status;
}

static kt_str or_name(kt_str title, const char *name)
{
	return title.len ? title : kt_str_of(name);
}

/* The name that an id stands for, once for the index. */
static kt_status keep_name(run *r, const kt_mention *m, kt_error *err)
{
	kt_buf key = KT_BUF_INIT;
	kt_status status;
	int added;

	if (m->kind > KT_MENTION_ORGANISATION)
		return KT_OK;
	kt_buf_addf(&key, "%s:%.*s", kt_name_prefix(m->kind), KT_STR_ARG(m->id));
	status = kt_buf_status(&key, err);
	if (!status && !kt_map_put(r->named, kt_buf_str(&key), 0, &added))
		status = kt_fail(err, KT_ENOMEM, "out of memory");
	if (!status && added)
		status = kt_store_set(r->store, kt_buf_str(&key), m->name, err);
	kt_buf_release(&key);
	return status;
}

/* Begins the source at hand once its language is known. */
static kt_status begin(run *r, kt_error *err)
{
	kt_source_record *record = r->record;

	r->record = NULL;
	record->language = r->analysis.usual;
	return kt_store_begin_source(r->store, record, err);
}

/* A long source is told as it goes on. */
static void tell_text(run *r, size_t bytes)
{
	r->text_done += bytes;
	if (r->text_done - r->text_told < TOLD_BYTES)
		return;
	r->counts->bytes_done += r->text_done - r->text_told;
	r->text_told = r->text_done;
	run_tell(r, KT_INGEST_PROGRESS, NULL);
}

static kt_status add_passage(
	void *context, const kt_passage *passage, const kt_tokens *tokens, kt_error *err)
{
	run *r = context;
	kt_status status = KT_OK;

	r->counts->passages++;
	r->counts->words += tokens->count;
	tell_text(r, passage->text.len);
	if (!r->store)
		return KT_OK;
	if (r->record)
		status = begin(r, err);
	for (size_t i = 0; !status && i < passage->mention_count; i++)
		status = keep_name(r, &passage->mentions[i], err);
	return status ? status : kt_store_add(r->store, passage, tokens, r->analysis.words, err);
}

/* What the source says of itself goes into its record. */
static kt_status fill_record(void *context, const kt_source_text *text, kt_error *err)
{
	run *r = context;
	kt_source_record *record = r->record;

	(void)err;
	record->title = or_name(text->title, record->name.ptr);
	record->author = text->author;
	record->date = text->date;
	record->origin = text->origin;
	record->licence = text->licence;
	record->format = kt_str_of(text->format);
	record->encoding = kt_str_of(text->encoding);
	return KT_OK;
}

/* Reads a source into the store (or, in a dry run, only counts what it has). */
static kt_status index_text(run *r, const source_file *file, stretches *bytes, kt_error *err)
{
	read_told told = { fill_record, add_passage, r };
	kt_source_record record = { .path = kt_str_of(file->path),
		.name = kt_str_of(file->name),
		.hash = bytes->hash ^ r->salt,
		.size = bytes->size,
		.stamp = file->stamp ? file->stamp ^ r->salt : 0,
		.number = r->first_number ? r->first_number + (uint32_t)(file - r->files.at) : 0 };
	kt_status status;

	r->record = &record;
	status = read_source(r, file, bytes, &told, err);
	if (!status && r->store && r->record) /* no passage in it */
		status = begin(r, err);
	if (!status && r->store)
		status = kt_store_end_source(r->store, err);
	return status;
}

/* Whether the index has the source, and in which state. */
static int is_known(const run *r, const char *path, source_state *out)
{
	const kt_source_record *record;
	const uint32_t *at;

	record = r->store ? kt_store_source_by_path(r->store, kt_str_of(path)) : NULL;
	if (record) {
		*out = (source_state) { record->hash, record->stamp };
		return 1;
	}
	at = r->known ? kt_map_get(r->known, kt_str_of(path)) : NULL;
	if (at)
		*out = r->states[*at];
	return at != NULL;
}

/* When only the file is another (a copy, or one that was too young to tell), it need not be read
 * the next time. */
static kt_status stamp(run *r, const source_file *file, kt_error *err)
{
	const kt_source_record *record;

	record = r->store ? kt_store_source_by_path(r->store, kt_str_of(file->path)) : NULL;
	if (!record || !file->stamp)
		return KT_OK;
	return kt_store_stamp(r->store, record->number, file->stamp ^ r->salt, err);
}

static void unchanged(run *r, const source_file *file)
{
	r->counts->unchanged++;
	run_tell(r, KT_INGEST_UNCHANGED, file->name);
}

static kt_status index_file(run *r, const source_file *file, kt_error *err)
{
	source_state was;
	stretches bytes;
	int known = is_known(r, file->path, &was);
	kt_status status;

	if (known && file->stamp && was.stamp == (file->stamp ^ r->salt)) {
		unchanged(r, file);
		return KT_OK;
	}
	status = stretches_open(&bytes, file->path, err);
	if (status)
		goto out;
	if (known && was.hash == (bytes.hash ^ r->salt)) {
		unchanged(r, file);
		status = stamp(r, file, err);
		goto out;
	}
	status = index_text(r, file, &bytes, err);
	if (status)
		goto out;
	if (known)
		r->counts->replaced++;
	else
		r->counts->added++;
	run_tell(r, known ? KT_INGEST_REPLACED : KT_INGEST_ADDED, file->name);
out:
	stretches_close(&bytes);
	return status;
}

kt_status run_file(run *r, size_t i, kt_error *err)
{
	const source_file *file = &r->files.at[i];
	uint64_t before = r->counts->bytes_done;
	kt_error why;
	kt_status status;

	r->text_done = r->text_told = 0;
	status = index_file(r, file, &why);
	if (status == KT_EINPUT) {
		run_unreadable(r, why.message);
	} else if (status) {
		if (err)
			*err = why;
		return status;
	}
	r->counts->files_done++;
	r->counts->bytes_done = before + file->size;
	run_tell(r, KT_INGEST_PROGRESS, file->name);
	return KT_OK;
}

static int is_new(const run *r, const source_file *file)
{
	return !kt_store_source_by_path(r->store, kt_str_of(file->path));
}

/* Puts the files that are new to the index behind the others, each in their order. */
static kt_status part_files(run *r, size_t known, kt_error *err)
{
	source_file *all = r->files.at;
	source_file *parted = malloc((r->files.count + 1) * sizeof *parted);
	size_t next[2] = { 0, known };

	if (!parted)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	for (size_t i = 0; i < r->files.count; i++)
		parted[next[is_new(r, &all[i])]++] = all[i];
	memcpy(all, parted, r->files.count * sizeof *parted);
	free(parted);
	return KT_OK;
}

/* How many processes read the files that are new, and how many files are not. */
static unsigned workers_for_new(run *r, size_t *known)
{
	uint64_t bytes = 0;

	*known = 0;
	if (!r->store)
		return 0;
	for (size_t i = 0; i < r->files.count; i++) {
		int new = is_new(r, &r->files.at[i]);

		bytes += new ? r->files.at[i].size : 0;
		*known += !new;
	}
	return jobs_wanted(r, bytes, r->files.count - *known);
}

/* New sources that other processes read, and those of an empty index, have numbers in the order of
 * their files, whoever reads them. */
static kt_status index_files(run *r, kt_error *err)
{
	size_t known, end = r->files.count;
	unsigned workers = workers_for_new(r, &known);
	kt_status status = KT_OK;

	if (workers) {
		end = known;
		status = part_files(r, known, err);
	} else if (r->store && !kt_store_source_count(r->store)) {
		r->first_number = kt_store_last_source(r->store) + 1;
	}
	for (size_t i = 0; !status && i < end; i++)
		status = run_file(r, i, err);
	if (status || !workers)
		return status;
	r->first_number = kt_store_last_source(r->store) + 1 - (uint32_t)known;
	return jobs_index(r, known, workers, err);
}

/* ---- runs ------------------------------------------------------------------------------------ */

void run_release(run *r)
{
	kt_store_close(r->store);
	kt_map_free(r->named);
	kt_map_free(r->known);
	free(r->states);
	analysis_release(&r->analysis);
	source_files_release(&r->files);
}

static kt_status keep_authority(run *r, kt_error *err)
{
	static const char *const keys[] = { "people", "organisations" };
	kt_buf table = KT_BUF_INIT;
	kt_status status = KT_OK;

	for (int kind = KT_MENTION_PERSON; !status && kind <= KT_MENTION_ORGANISATION; kind++) {
		kt_buf_clear(&table);
		status = kt_authority_write(
			r->options->authority, (kt_mention_kind)kind, &table, err);
		if (!status)
			status = kt_store_set(
				r->store, kt_str_of(keys[kind]), kt_buf_str(&table), err);
	}
	kt_buf_release(&table);
	return status;
}

kt_status run_read_known(run *r, kt_error *err)
{
	kt_source_record *sources;
	kt_index *index = NULL;
	kt_arena *arena = NULL;
	size_t count = 0;
	kt_error why;
	kt_status status;

	if (r->options->rebuild)
		return KT_OK;
	status = kt_index_open(&index, r->options->db, &why);
	if (status == KT_ENOINDEX)
		return KT_OK;
	if (status && err)
		*err = why;
	if (!status)
		status = kt_arena_new(&arena, err);
	if (!status)
		status = kt_index_sources(index, arena, &sources, &count, err);
	if (!status)
		status = kt_map_new(&r->known, err);
	if (!status && !(r->states = calloc(count + 1, sizeof *r->states)))
		status = kt_fail(err, KT_ENOMEM, "out of memory");
	for (size_t i = 0; !status && i < count; i++) {
		r->states[i] = (source_state) { sources[i].hash, sources[i].stamp };
		if (!kt_map_put(r->known, sources[i].path, (uint32_t)i, NULL))
			status = kt_fail(err, KT_ENOMEM, "out of memory");
		if (!status && !r->store && r->options->prune &&
			access(sources[i].path.ptr, F_OK) < 0)
			status = forget_source(r, &sources[i], err);
	}
	kt_arena_free(arena);
	kt_index_free(index);
	return status;
}

kt_status kt_ingest(const kt_ingest_options *options, kt_ingest_counts *counts, kt_error *err)
{
	run r = { .options = options, .counts = counts };
	kt_status status;

	memset(counts, 0, sizeof *counts);
	status = run_find_files(&r, err);
	if (!status)
		status = salt(&r, err);
	if (!status)
		status = kt_map_new(&r.named, err);
	if (!status)
		status = analysis_init(&r.analysis, options->authority, err);
	if (!status && options->dry_run)
		status = run_read_known(&r, err);
	else if (!status)
		status = anew_open(&r, err);
	if (!status && r.store)
		status = anew_keep(&r, err);
	if (!status && r.store && options->authority)
		status = keep_authority(&r, err);
	for (size_t i = 0; !status && r.store && i < options->remove_count; i++)
		status = forget_named(&r, options->remove[i], err);
	if (!status && r.store && options->prune)
		status = forget_gone(&r, err);
	if (!status)
		status = index_files(&r, err);
	if (!status && r.store)
		status = kt_store_finish(r.store, err);
	run_release(&r);
	return status;
}
