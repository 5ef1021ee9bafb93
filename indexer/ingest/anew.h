/* anew.h - an index that is read again as a whole. */
#ifndef KARTOTEKA_INGEST_ANEW_H
#define KARTOTEKA_INGEST_ANEW_H

#include "run.h"

/* Opens the store of a run.  Where all that the index has is to be read again (it was read with
 * other names or in another language) and can be (each of its sources is among the files of the
 * run), it is rebuilt: replacing each source in place takes longer and leaves the index larger.
 * r->known has the sources there were, then. */
kt_status anew_open(run *r, kt_error *err);
/* Keeps what the index is read with, for the next run. */
kt_status anew_keep(run *r, kt_error *err);

#endif
