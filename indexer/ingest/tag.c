/* tag.c - what would be indexed, told and not written. */
#include "read.h"

#include <string.h>

typedef struct tagging {
	kt_ingest_passage_fn fn;
	void *context;
	const char *name;
} tagging;

static kt_status tagged(
	void *context, const kt_passage *passage, const kt_tokens *tokens, kt_error *err)
{
	tagging *t = context;

	(void)tokens;
	return t->fn(t->context, t->name, passage, err);
}

static kt_status tag_file(run *r, const source_file *file, tagging *t, kt_error *err)
{
	read_told told = { NULL, tagged, t };
	stretches bytes;
	kt_status status = stretches_open(&bytes, file->path, err);

	t->name = file->name;
	if (!status)
		status = read_source(r, file, &bytes, &told, err);
	stretches_close(&bytes);
	return status;
}

kt_status kt_ingest_tag(const kt_ingest_options *options, kt_ingest_passage_fn fn, void *context,
	kt_ingest_counts *counts, kt_error *err)
{
	run r = { .options = options, .counts = counts };
	tagging t = { fn, context, NULL };
	kt_status status;

	memset(counts, 0, sizeof *counts);
	status = run_find_files(&r, err);
	if (!status)
		status = analysis_init(&r.analysis, options->authority, err);
	for (size_t i = 0; !status && i < r.files.count; i++) {
		kt_error why;
		kt_status one = tag_file(&r, &r.files.at[i], &t, &why);

		if (one == KT_EINPUT) {
			run_unreadable(&r, why.message);
		} else if (one) {
			status = one;
			if (err)
				*err = why;
		}
	}
	run_release(&r);
	return status;
}
