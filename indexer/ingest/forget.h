/* forget.h - sources that leave the index. */
#ifndef KARTOTEKA_INGEST_FORGET_H
#define KARTOTEKA_INGEST_FORGET_H

#include "run.h"

/* Of a dry run it is told alone. */
kt_status forget_source(run *r, const kt_source_record *source, kt_error *err);
/* A source, or all in a folder; one that the index has not is told. */
kt_status forget_named(run *r, const char *path, kt_error *err);
/* Those whose files are gone. */
kt_status forget_gone(run *r, kt_error *err);

#endif
