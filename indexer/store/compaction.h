/* compaction.h - databases to one compact one, with word of how far it is. */
#ifndef KARTOTEKA_STORE_COMPACTION_H
#define KARTOTEKA_STORE_COMPACTION_H

#include "kartoteka/store.h"

/* xap_compact in a thread; this one tells how it goes on.  tell may be NULL. */
kt_status compact_telling(const char *to, const char *const *from, size_t count,
	kt_store_merge_fn tell, void *context, kt_error *err);

#endif
