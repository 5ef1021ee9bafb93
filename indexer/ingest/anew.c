#include "anew.h"

#include <stdlib.h>

#define READ_WITH "read-with" /* key of the metadata */

static void write_salt(const run *r, kt_buf *out)
{
	kt_buf_clear(out);
	kt_buf_addf(out, "%016llx", (unsigned long long)r->salt);
}

kt_status anew_keep(run *r, kt_error *err)
{
	kt_buf salt = KT_BUF_INIT;
	kt_status status;

	write_salt(r, &salt);
	status = kt_buf_status(&salt, err);
	if (!status)
		status = kt_store_set(r->store, KT_STR(READ_WITH), kt_buf_str(&salt), err);
	kt_buf_release(&salt);
	return status;
}

/* Whether the index says that it was read with something else. */
static kt_status is_read_otherwise(const run *r, kt_index *index, int *yes, kt_error *err)
{
	kt_buf salt = KT_BUF_INIT, kept = KT_BUF_INIT;
	kt_status status;

	write_salt(r, &salt);
	status = kt_buf_status(&salt, err);
	if (!status)
		status = kt_index_get(index, &kept, KT_STR(READ_WITH), err);
	*yes = kept.len && !kt_str_equal(kt_buf_str(&kept), kt_buf_str(&salt));
	kt_buf_release(&salt);
	kt_buf_release(&kept);
	return status;
}

/* Whether each source is among the files of the run. */
static kt_status has_all_files(const run *r, kt_index *index, int *yes, kt_error *err)
{
	kt_arena *arena;
	kt_source_record *sources;
	size_t count = 0, found = 0;
	kt_status status = kt_arena_new(&arena, err);

	if (!status)
		status = kt_index_sources(index, arena, &sources, &count, err);
	while (!status && found < count && kt_map_get(r->files.seen, sources[found].path))
		found++;
	*yes = count && found == count;
	kt_arena_free(arena);
	return status;
}

/* An index that cannot be read is told by who opens it to write. */
static int is_wanted(const run *r)
{
	kt_index *index;
	int yes = 0;

	if (r->options->remove_count || kt_index_open(&index, r->options->db, NULL))
		return 0;
	if (is_read_otherwise(r, index, &yes, NULL) || (yes && has_all_files(r, index, &yes, NULL)))
		yes = 0;
	kt_index_free(index);
	return yes;
}

kt_status anew_open(run *r, kt_error *err)
{
	const char *db = r->options->db;
	kt_status status;

	if (r->options->rebuild || !is_wanted(r))
		return kt_store_open(&r->store, db, r->options->rebuild, err);
	status = kt_store_open(&r->store, db, 1, err);
	if (status)
		return status;
	if (is_wanted(r)) { /* still, now that nobody else writes */
		run_tell(r, KT_INGEST_NOTICE,
			"names or language have changed: all sources are read again");
		return run_read_known(r, err);
	}
	kt_store_close(r->store);
	r->store = NULL;
	return kt_store_open(&r->store, db, 0, err);
}
