/* store.c - writing: sources, passages, commits. */
#include "kartoteka/store.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "writing.h"

/* Commits cost: sources are gathered to this many bytes of text.  A larger one is one commit. */
#define COMMIT_BYTES ((uint64_t)64 << 20)

/* ---- the database ---- */

kt_status writing_open(kt_store *s, int create, kt_error *err)
{
	uint32_t last;
	kt_status status = xap_writer_open(&s->writer, s->path.ptr, create, err);

	if (!status)
		status = xap_writer_last(s->writer, &last, err);
	return status ? status
		      : forward_open(&s->forward, s->path.ptr, last, create == XAP_SCRATCH, err);
}

kt_status writing_close(kt_store *s, kt_error *err)
{
	xap_writer *writer = s->writer;

	forward_close(s->forward);
	s->forward = NULL;
	s->writer = NULL;
	return xap_writer_close(writer, err);
}

/* ---- transactions ---- */

kt_status writing_begin(kt_store *s, kt_error *err)
{
	kt_status status = KT_OK;

	if (!s->begun)
		status = xap_writer_begin(s->writer, err);
	if (!status)
		s->begun = 1;
	return status;
}

kt_status writing_set_number(kt_store *s, state_key key, uint64_t number, kt_error *err)
{
	kt_status status;

	kt_buf_clear(&s->value);
	kt_buf_addf(&s->value, "%llu", (unsigned long long)number);
	status = kt_buf_status(&s->value, err);
	return status ? status
		      : xap_writer_set_metadata(
				s->writer, state_name(key), kt_buf_str(&s->value), err);
}

static kt_status write_metadata(kt_store *s, kt_str key, kt_str value, kt_error *err)
{
	return s->is_part ? part_metadata(s, key, value, err)
			  : xap_writer_set_metadata(s->writer, key, value, err);
}

static kt_status write_common(kt_store *s, kt_error *err)
{
	kt_status status = stream_counts_encode(&s->value, &s->common, err);

	if (!status)
		status = write_metadata(s, KT_STR(STREAM_COUNTS_KEY), kt_buf_str(&s->value), err);
	if (s->is_part) /* what a part says at its commits is added up when it is merged */
		memset(&s->common, 0, sizeof s->common);
	return status;
}

static kt_status write_counters(kt_store *s, kt_error *err)
{
	kt_status status = writing_set_number(s, STATE_WRITTEN, (uint64_t)time(NULL), err);

	if (!status)
		status = writing_set_number(s, STATE_PASSAGES, s->passages, err);
	if (!status)
		status = writing_set_number(s, STATE_WORDS, s->words, err);
	if (!status)
		status = writing_set_number(s, STATE_SOURCES, s->sources.count, err);
	if (!status)
		status = writing_set_number(s, STATE_LAST_SOURCE, s->last_source, err);
	return status;
}

/* The records of the sources that were ended: they are committed with their passages. */
static kt_status write_sources(kt_store *s, kt_error *err)
{
	kt_status status = KT_OK;
	size_t i;

	for (i = 0; !status && i < s->unwritten_count; i++) {
		const kt_source_record *source = source_list_find(&s->sources, s->unwritten[i]);

		if (!source) /* removed since */
			continue;
		source_key(&s->key, source->number);
		status = kt_buf_status(&s->key, err);
		if (!status)
			status = source_encode(&s->value, source, err);
		if (!status)
			status = write_metadata(s, kt_buf_str(&s->key), kt_buf_str(&s->value), err);
	}
	s->unwritten_count = 0;
	return status;
}

kt_status writing_note_source(kt_store *s, uint32_t number, kt_error *err)
{
	if (!kt_grow((void **)&s->unwritten, &s->unwritten_size, s->unwritten_count,
		    sizeof *s->unwritten))
		return kt_fail(err, KT_ENOMEM, "%s: no memory for its sources", s->dir.ptr);
	s->unwritten[s->unwritten_count++] = number;
	return KT_OK;
}

kt_status writing_commit(kt_store *s, kt_error *err)
{
	kt_status status;

	if (!s->begun)
		return KT_OK;
	if (s->is_part) /* each form had its classes when its language was seen: see below */
		s->lexicon.languages_done = s->lexicon.language_count;
	status = lexicon_write(&s->lexicon, s->writer, err);
	if (!status)
		status = write_sources(s, err);
	if (!status)
		status = write_common(s, err);
	if (!status && !s->is_part)
		status = write_counters(s, err);
	if (!status) /* what the commit makes seen is there */
		status = forward_sync(s->forward, err);
	if (!status)
		status = xap_writer_commit(s->writer, err);
	if (!status) {
		lexicon_committed(&s->lexicon);
		if (s->is_part) /* a language that comes later is for the forms of all parts */
			s->lexicon.forms_done = s->lexicon.compounds_done = 0;
		else
			s->lexicon.had_forms |= s->passages > 0;
		s->begun = 0;
		s->gathered = 0;
	}
	return status ? status : lexicon_forget(&s->lexicon, err);
}

/* ---- sources ---- */

size_t kt_store_source_count(const kt_store *s)
{
	return s->sources.count;
}

const kt_source_record *kt_store_source(const kt_store *s, size_t i)
{
	return i < s->sources.count ? &s->sources.at[i] : NULL;
}

const kt_source_record *kt_store_source_by_path(const kt_store *s, kt_str path)
{
	return source_list_by_path(&s->sources, path);
}

uint32_t kt_store_last_source(const kt_store *s)
{
	return s->last_source;
}

typedef struct forgetting {
	stream_counts *common;
	const forward *words;
} forgetting;

static kt_status forget_common(void *context, uint32_t id, uint32_t occurrences, kt_error *err)
{
	forgetting *f = context;
	stream_view v;

	(void)occurrences;
	return forward_words(f->words, id, &v) && stream_counts_take(f->common, &v)
		       ? KT_OK
		       : forward_corrupt(id, err);
}

/* A source's common words leave the totals.  s->key: its term. */
static kt_status forget_words(kt_store *s, kt_error *err)
{
	forgetting f = { .common = &s->common };
	kt_status status = forward_view(s->forward, &f.words, err);

	return status ? status
		      : xap_writer_postings(s->writer, kt_buf_str(&s->key), forget_common, &f, err);
}

/* Deletes a source's passages and its record; its counts leave the totals. */
static kt_status forget(kt_store *s, uint32_t number, kt_error *err)
{
	kt_source_record *record = source_list_find(&s->sources, number);
	kt_status status = writing_begin(s, err);

	kt_buf_clear(&s->key);
	kt_buf_addf(&s->key, "%.*s%u", KT_STR_ARG(kt_term_prefix(KT_FIELD_SOURCE)), number);
	if (!status)
		status = kt_buf_status(&s->key, err);
	if (!status && number != s->open_source) /* its common words are not in the totals yet */
		status = forget_words(s, err);
	if (!status)
		status = xap_writer_delete(s->writer, kt_buf_str(&s->key), err);
	source_key(&s->key, number);
	if (!status)
		status = kt_buf_status(&s->key, err);
	if (!status)
		status = xap_writer_set_metadata(s->writer, kt_buf_str(&s->key), KT_STR(""), err);
	if (status)
		return status;
	s->passages -= record->passages;
	s->words -= record->words;
	source_list_remove(&s->sources, number);
	if (s->open_source == number)
		s->open_source = 0;
	return KT_OK;
}

kt_status kt_store_stamp(kt_store *s, uint32_t source, uint64_t stamp, kt_error *err)
{
	kt_source_record *record = source_list_find(&s->sources, source);
	kt_status status;

	if (!record)
		return kt_fail(err, KT_ENOTFOUND, "%s: has no source %u", s->dir.ptr, source);
	status = writing_begin(s, err);
	record->stamp = stamp;
	return status ? status : writing_note_source(s, source, err);
}

kt_status kt_store_remove(kt_store *s, uint32_t source, kt_error *err)
{
	if (!source_list_find(&s->sources, source))
		return kt_fail(err, KT_ENOTFOUND, "%s: has no source %u", s->dir.ptr, source);
	return forget(s, source, err);
}

/* A source that was begun and not ended is not whole: it goes. */
static kt_status give_up_open(kt_store *s, kt_error *err)
{
	block_drop(&s->block);
	return s->open_source ? forget(s, s->open_source, err) : KT_OK;
}

/* The record takes the place of one with the same path: the same number, and names that are kept.
 * Else the number is what was wished for, where it is behind all that were given. */
static kt_status take_place(kt_store *s, kt_source_record *record, kt_error *err)
{
	const kt_source_record *before = source_list_by_path(&s->sources, record->path);
	kt_status status;

	if (!before && s->last_source == UINT32_MAX - 1)
		return kt_fail(err, KT_ELIMIT, "%s: too many sources", s->dir.ptr);
	if (before)
		record->number = before->number;
	else if (!s->is_part && record->number <= s->last_source)
		record->number = s->last_source + 1;
	record->passages = 0;
	record->words = 0;
	if (s->is_part)
		record->stem = record->name;
	status = s->is_part ? KT_OK : source_name(&s->sources, record, before, err);
	if (!status && before)
		status = forget(s, record->number, err);
	if (!status && record->number > s->last_source)
		s->last_source = record->number;
	return status ? status : source_list_add(&s->sources, record, err);
}

kt_status kt_store_begin_source(kt_store *s, kt_source_record *record, kt_error *err)
{
	kt_source_record *kept;
	kt_status status;

	if (!record->path.len || memchr(record->path.ptr, '\0', record->path.len))
		return kt_fail(err, KT_EINVAL, "a source without a path");
	status = give_up_open(s, err);
	if (!status)
		status = writing_begin(s, err);
	if (!status)
		status = take_place(s, record, err);
	if (status)
		return status;
	s->open_source = record->number;
	memset(&s->open_common, 0, sizeof s->open_common);
	kept = source_list_find(&s->sources, record->number);
	record->name = kept->name;
	record->stem = kept->stem;
	return posting_source(&s->posting, kept, err);
}

/* ---- passages ---- */

static kt_status see_forms(kt_store *s, const kt_passage *passage, const kt_tokens *tokens,
	const kt_words *words, kt_error *err)
{
	kt_status status = lexicon_see_language(&s->lexicon, passage->language, err);

	if (s->is_part)
		part_see_language(s, passage->language);
	if (!status)
		status = lexicon_see(
			&s->lexicon, words, s->posting.distinct, s->posting.distinct_count, err);
	if (!status)
		status = lexicon_see_compounds(&s->lexicon, tokens, words, passage->text, err);
	if (!status)
		status = lexicon_spill(&s->lexicon, s->writer, err);
	/* elsewhere only what is committed can be revisited, see writing_commit */
	return status || !s->is_part ? status : lexicon_forget(&s->lexicon, err);
}

static kt_status write_passage(kt_store *s, const kt_passage *passage, const kt_tokens *tokens,
	const kt_words *words, kt_error *err)
{
	kt_status status;

	s->block.writer = s->writer;
	s->block.forward = s->forward;
	s->posting.doc = block_next(&s->block, err);
	status = s->posting.doc ? posting_passage(&s->posting, passage, tokens, words, err)
				: KT_ENOMEM;
	if (!status)
		status = kt_record_encode(&s->value, passage, err);
	if (!status)
		status = see_forms(s, passage, tokens, words, err);
	if (status)
		return status;
	stream_counts_put(&s->open_common, &s->posting.stream);
	return block_put(&s->block, kt_buf_str(&s->value), &s->posting.stream, err);
}

kt_status kt_store_add(kt_store *s, const kt_passage *passage, const kt_tokens *tokens,
	const kt_words *words, kt_error *err)
{
	kt_source_record *source = source_list_find(&s->sources, s->open_source);
	kt_passage own = *passage;
	kt_error why;
	kt_status status;

	if (!source)
		return kt_fail(err, KT_EINVAL, "%s: a passage without a source", s->dir.ptr);
	if (own.number != source->passages + 1) /* readers count on it: see kt_index_find */
		return kt_fail(err, KT_EINVAL, "%.*s: passage %u after passage %u",
			KT_STR_ARG(source->name), own.number, source->passages);
	own.source = source->number;
	status = write_passage(s, &own, tokens, words, &why);
	if (status)
		return kt_fail(err, status, "%.*s:%u: %s", KT_STR_ARG(source->name), own.number,
			why.message);
	source->passages++;
	source->words += tokens->count;
	s->passages++;
	s->words += tokens->count;
	s->gathered += own.text.len;
	return KT_OK;
}

kt_status kt_store_end_source(kt_store *s, kt_error *err)
{
	kt_status status;

	if (!s->open_source)
		return kt_fail(err, KT_EINVAL, "%s: no source was begun", s->dir.ptr);
	status = writing_note_source(s, s->open_source, err);
	s->open_source = 0;
	stream_counts_add(&s->common, &s->open_common);
	if (!status)
		status = block_flush(&s->block, err);
	if (status)
		return status;
	return s->gathered >= COMMIT_BYTES ? writing_commit(s, err) : KT_OK;
}

/* ---- the whole ---- */

kt_status kt_store_set(kt_store *s, kt_str key, kt_str value, kt_error *err)
{
	kt_status status;

	if (!key.len || key.len > XAP_TERM_MAX || memchr(key.ptr, '\0', key.len) ||
		state_reserved(key))
		return kt_fail(err, KT_EINVAL, "metadata '%.*s': the key is reserved or no key",
			KT_STR_ARG(key));
	status = writing_begin(s, err);
	return status ? status : write_metadata(s, key, value, err);
}

/* The new database becomes the current one; readers of the old keep its files open. */
static kt_status replace_current(kt_store *s, kt_error *err)
{
	kt_status status;

	if (kt_str_equal(kt_buf_str(&s->current), kt_buf_str(&s->name)))
		return KT_OK;
	status = folder_set_current(s->dir.ptr, s->name.ptr, err);
	if (status)
		return status;
	kt_buf_clear(&s->current);
	kt_buf_add(&s->current, kt_buf_str(&s->name));
	status = kt_buf_status(&s->current, err);
	return status ? status : folder_clean(s->dir.ptr, s->current.ptr, &s->key, err);
}

kt_status kt_store_finish(kt_store *s, kt_error *err)
{
	kt_status status = give_up_open(s, err);

	if (!status)
		status = writing_commit(s, err);
	return status ? status : replace_current(s, err);
}

/* A rebuild that was not finished leaves nothing behind, nor do parts. */
static void remove_unfinished(kt_store *s)
{
	if (s->lock < 0 || folder_current(&s->current, s->dir.ptr, NULL))
		return;
	if (s->current.len)
		folder_clean(s->dir.ptr, s->current.ptr, &s->key, NULL);
	else if (s->path.len)
		kt_file_remove_all(s->path.ptr, NULL);
}

void kt_store_close(kt_store *s)
{
	if (!s)
		return;
	writing_close(s, NULL);
	remove_unfinished(s);
	lock_drop(&s->lock);
	source_list_release(&s->sources);
	posting_release(&s->posting);
	block_release(&s->block);
	lexicon_release(&s->lexicon);
	free(s->unwritten);
	kt_buf_release(&s->dir);
	kt_buf_release(&s->current);
	kt_buf_release(&s->name);
	kt_buf_release(&s->path);
	kt_buf_release(&s->aside);
	kt_buf_release(&s->key);
	kt_buf_release(&s->value);
	free(s);
}
