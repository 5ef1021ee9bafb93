#include "forget.h"

#include <stdlib.h>
#include <unistd.h>

static int is_below(kt_str path, kt_str folder)
{
	return kt_str_starts(path, folder) &&
	       (path.len == folder.len || folder.ptr[folder.len - 1] == '/' ||
		       path.ptr[folder.len] == '/');
}

kt_status forget_source(run *r, const kt_source_record *source, kt_error *err)
{
	kt_buf name = KT_BUF_INIT;
	kt_status status;

	kt_buf_add(&name, source->name);
	status = kt_buf_status(&name, err);
	if (!status && !r->options->dry_run)
		status = kt_store_remove(r->store, source->number, err);
	if (!status) {
		r->counts->removed++;
		run_tell(r, KT_INGEST_REMOVED, name.ptr);
	}
	kt_buf_release(&name);
	return status;
}

/* Absolute, though the file may be gone. */
static void absolute(kt_buf *out, const char *path)
{
	char *real = realpath(path, NULL), here[4096];

	if (real)
		kt_buf_add(out, kt_str_of(real));
	else if (path[0] != '/' && getcwd(here, sizeof here))
		kt_buf_addf(out, "%s/%s", here, path);
	else
		kt_buf_add(out, kt_str_of(path));
	while (out->len > 1 && out->ptr[out->len - 1] == '/')
		out->ptr[--out->len] = '\0';
	free(real);
}

kt_status forget_named(run *r, const char *path, kt_error *err)
{
	kt_buf full = KT_BUF_INIT;
	uint64_t before = r->counts->removed;
	kt_status status;

	absolute(&full, path);
	status = kt_buf_status(&full, err);
	for (size_t i = kt_store_source_count(r->store); !status && i-- > 0;) {
		const kt_source_record *source = kt_store_source(r->store, i);

		if (is_below(source->path, kt_buf_str(&full)) || kt_str_is(source->name, path))
			status = forget_source(r, source, err);
	}
	if (!status && r->counts->removed == before) {
		kt_buf_clear(&full);
		kt_buf_addf(&full, "%s: is not in the index", path);
		run_unreadable(r, full.ptr);
	}
	kt_buf_release(&full);
	return status;
}

kt_status forget_gone(run *r, kt_error *err)
{
	kt_status status = KT_OK;

	for (size_t i = kt_store_source_count(r->store); !status && i-- > 0;) {
		const kt_source_record *source = kt_store_source(r->store, i);

		if (access(source->path.ptr, F_OK) < 0)
			status = forget_source(r, source, err);
	}
	return status;
}
