/* ingest.h - a source's way: file, reader, passages, tags, store; what changed; progress. */
#ifndef KARTOTEKA_INGEST_H
#define KARTOTEKA_INGEST_H

#include "kartoteka/readers.h"
#include "kartoteka/tags.h"

#ifdef __cplusplus
extern "C" {
#endif
#if defined(__GNUC__)
#pragma GCC visibility push(default)
#endif

typedef enum kt_ingest_event {
	KT_INGEST_ADDED,
	KT_INGEST_REPLACED,
	KT_INGEST_UNCHANGED,
	KT_INGEST_REMOVED,
	KT_INGEST_FAILED, /* message: the source and the reason */
	KT_INGEST_NOTICE, /* message: a guessed encoding, bytes replaced, ... */
	KT_INGEST_PROGRESS /* a source is done, or a part of a long one */
} kt_ingest_event;

typedef struct kt_ingest_counts {
	uint64_t files, files_done, bytes, bytes_done; /* found so far; dealt with so far */
	uint64_t added, replaced, unchanged, removed, failed;
	uint64_t passages, words;
	uint64_t merged, to_merge; /* bytes of tables, when all files are dealt with; 0: nothing to
				      merge */
} kt_ingest_counts;

typedef struct kt_ingest_options {
	const char *db;
	const char *const *paths;
	size_t path_count;
	const char *const *remove;
	size_t remove_count;
	const kt_authority *authority;
	kt_language language; /* "" : each passage's own is detected */
	int rebuild, prune, dry_run;
	/* Worker processes that read what is new to the index, where that is much beside what is
	 * there (the index is the same whatever their number); 0: one for each core. */
	unsigned jobs;
	/* Told what happens, on the caller's thread.  message is NULL where there is nothing to
	 * say. */
	void (*tell)(void *context, kt_ingest_event event, const char *message,
		const kt_ingest_counts *counts);
	void *context;
} kt_ingest_options;

/* Reads paths into the index.  A source that cannot be read is told and does not stop the others.
 * KT_OK also then: counts->failed says how many. */
kt_status kt_ingest(const kt_ingest_options *options, kt_ingest_counts *counts, kt_error *err);

/* Told each passage of a file, tagged as it would be indexed, in reading order. */
typedef kt_status (*kt_ingest_passage_fn)(
	void *context, const char *source, const kt_passage *passage, kt_error *err);
/* Reads paths without an index.  What cannot be read is told by options->tell (KT_INGEST_FAILED).
 */
kt_status kt_ingest_tag(const kt_ingest_options *options, kt_ingest_passage_fn fn, void *context,
	kt_ingest_counts *counts, kt_error *err);

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
