/* read.h - a source's way from its bytes to tagged passages, stretch after stretch. */
#ifndef KARTOTEKA_INGEST_READ_H
#define KARTOTEKA_INGEST_READ_H

#include "run.h"
#include "stretches.h"

typedef struct read_told {
	/* Once, before the first passage: what the source says of itself, kept until its end.  May
	 * be NULL. */
	kt_status (*about)(void *context, const kt_source_text *text, kt_error *err);
	analysis_fn passage;
	void *context;
} read_told;

/* Reads an opened source into passages.  KT_EINPUT: nothing of it can be read.  A later stretch
 * that cannot is told as failed and passed over.  A source without text is told. */
kt_status read_source(
	run *r, const source_file *file, stretches *from, const read_told *told, kt_error *err);

#endif
