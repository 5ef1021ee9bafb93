/* sources.h - the files that a run is about. */
#ifndef KARTOTEKA_INGEST_SOURCES_H
#define KARTOTEKA_INGEST_SOURCES_H

#include "kartoteka/ingest.h"

typedef struct source_file {
	char *path; /* absolute, links resolved: what tells sources apart */
	char *name; /* below the folder that was named, or the base name */
	uint64_t size;
	uint64_t
		stamp; /* the same as long as nobody changes the file; 0: it is too young to tell */
} source_file;

typedef struct source_files {
	source_file *at;
	size_t count, size;
	size_t passed_over; /* files in folders that no reader knows */
	kt_map *seen; /* by path: a file named twice is read once */
} source_files;

kt_status source_files_init(source_files *files, kt_error *err);
void source_files_release(source_files *files);

typedef void (*source_unreadable_fn)(void *context, const char *message);
/* Adds what is at path and below.  What cannot be read is told. */
kt_status source_files_add(source_files *files, const char *path, source_unreadable_fn fn,
	void *context, kt_error *err);

#endif
