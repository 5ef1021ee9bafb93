/* opening.c - opens an index to write: folder, lock, database, what is in it. */
#include <stdlib.h>
#include <string.h>

#include "writing.h"

static kt_status read_metadata(kt_store *s, kt_buf *out, state_key key, kt_error *err)
{
	return xap_writer_metadata(s->writer, out, state_name(key), err);
}

static kt_status read_number(kt_store *s, uint64_t *out, state_key key, kt_error *err)
{
	kt_status status = read_metadata(s, &s->value, key, err);

	if (!status && !state_parse(out, kt_buf_str(&s->value)))
		status = kt_fail(err, KT_ECORRUPT,
			"%s: '%.*s' is missing; index again (kartoteka-index --rebuild)",
			s->dir.ptr, KT_STR_ARG(state_name(key)));
	return status;
}

static kt_status check_version(kt_store *s, kt_error *err)
{
	kt_status status = read_metadata(s, &s->key, STATE_SCHEMA, err);

	if (!status)
		status = read_metadata(s, &s->value, STATE_ANALYSER, err);
	return status ? status
		      : state_check(s->dir.ptr, kt_buf_str(&s->key), kt_buf_str(&s->value), err);
}

static kt_status read_source(kt_store *s, uint32_t number, kt_error *err)
{
	kt_source_record record;
	kt_status status;

	source_key(&s->key, number);
	status = xap_writer_metadata(s->writer, &s->value, kt_buf_str(&s->key), err);
	if (status || !s->value.len) /* empty: a source that was removed */
		return status;
	status = source_decode(&record, kt_buf_str(&s->value), err);
	if (!status && record.number != number)
		status = kt_fail(err, KT_ECORRUPT, "%s: source %u says it is %u", s->dir.ptr,
			number, record.number);
	return status ? status : source_list_add(&s->sources, &record, err);
}

static kt_status read_sources(kt_store *s, kt_error *err)
{
	uint64_t last, number;
	kt_status status = read_number(s, &last, STATE_LAST_SOURCE, err);

	if (!status && last > UINT32_MAX - 1)
		status = kt_fail(err, KT_ECORRUPT, "%s: more sources than can be", s->dir.ptr);
	if (status)
		return status;
	s->last_source = (uint32_t)last;
	for (number = 1; !status && number <= last; number++)
		status = read_source(s, (uint32_t)number, err);
	return status;
}

static kt_status read_state(kt_store *s, kt_error *err)
{
	kt_status status = check_version(s, err);

	if (!status)
		status = read_number(s, &s->passages, STATE_PASSAGES, err);
	if (!status)
		status = read_number(s, &s->words, STATE_WORDS, err);
	if (!status)
		status = read_sources(s, err);
	if (!status)
		status = xap_writer_metadata(s->writer, &s->value, KT_STR(STREAM_COUNTS_KEY), err);
	if (!status)
		status = stream_counts_decode(&s->common, kt_buf_str(&s->value), err);
	if (!status)
		status = xap_writer_metadata(
			s->writer, &s->value, KT_STR(LEXICON_LANGUAGES_KEY), err);
	if (status)
		return status;
	s->lexicon.language_count =
		lexicon_parse_languages(s->lexicon.languages, kt_buf_str(&s->value));
	s->lexicon.languages_done = s->lexicon.languages_written = s->lexicon.language_count;
	return KT_OK;
}

/* A new database is whole from its first commit on: it has a version and no passages. */
static kt_status write_first_state(kt_store *s, kt_error *err)
{
	kt_status status = writing_begin(s, err);

	if (!status)
		status = writing_set_number(s, STATE_SCHEMA, KT_SCHEMA_VERSION, err);
	if (!status)
		status = writing_set_number(s, STATE_ANALYSER, KT_ANALYSER_VERSION, err);
	return status ? status : writing_commit(s, err);
}

static kt_status open_database(kt_store *s, int fresh, kt_error *err)
{
	kt_status status = folder_path(&s->path, s->dir.ptr, s->name.ptr, err);

	if (!status)
		status = writing_open(s, fresh, err);
	if (!status)
		status = fresh ? write_first_state(s, err) : read_state(s, err);
	s->lexicon.path = kt_buf_str(&s->path);
	s->lexicon.had_forms = s->passages > 0;
	return status;
}

/* Which database is written: the current one, or a new one.  The first of all is current at once,
 * so that what an interrupted run has committed is there for the next. */
static kt_status choose_database(kt_store *s, int rebuild, kt_error *err)
{
	kt_status status = folder_current(&s->current, s->dir.ptr, err);
	int fresh;

	if (rebuild && status == KT_ECORRUPT) /* what `current` said is of no use: begin anew */
		status = KT_OK;
	if (!status)
		status = folder_clean(
			s->dir.ptr, s->current.len ? s->current.ptr : "", &s->name, err);
	if (status)
		return status;
	fresh = rebuild || !s->current.len;
	if (!fresh) {
		kt_buf_clear(&s->name);
		kt_buf_add(&s->name, kt_buf_str(&s->current));
		status = kt_buf_status(&s->name, err);
	}
	if (!status)
		status = open_database(s, fresh, err);
	if (status || s->current.len)
		return status;
	status = folder_set_current(s->dir.ptr, s->name.ptr, err);
	if (!status) {
		kt_buf_add(&s->current, kt_buf_str(&s->name));
		status = kt_buf_status(&s->current, err);
	}
	return status;
}

static void set_dir(kt_store *s, const char *dir)
{
	kt_str name = kt_str_of(dir);

	while (name.len > 1 && name.ptr[name.len - 1] == '/')
		name.len--;
	kt_buf_add(&s->dir, name);
}

kt_status kt_store_open(kt_store **out, const char *dir, int rebuild, kt_error *err)
{
	kt_store *s = calloc(1, sizeof *s);
	kt_status status;

	*out = NULL;
	if (!s)
		return kt_fail(err, KT_ENOMEM, "%s: no memory", dir);
	s->lock = -1;
	set_dir(s, dir);
	status = kt_buf_status(&s->dir, err);
	if (!status)
		status = source_list_init(&s->sources, err);
	if (!status)
		status = lexicon_init(&s->lexicon, err);
	if (!status)
		status = folder_make(dir, err);
	if (!status)
		status = lock_take(&s->lock, s->dir.ptr, err);
	if (!status)
		status = choose_database(s, rebuild, err);
	if (status)
		kt_store_close(s);
	else
		*out = s;
	return status;
}
