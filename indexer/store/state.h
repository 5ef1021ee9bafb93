/* state.h - keys of the metadata by which an index speaks of itself. */
#ifndef KARTOTEKA_STORE_STATE_H
#define KARTOTEKA_STORE_STATE_H

#include "kartoteka/store.h"

typedef enum state_key {
	STATE_SCHEMA,
	STATE_ANALYSER,
	STATE_WRITTEN, /* seconds since 1970 */
	STATE_PASSAGES,
	STATE_WORDS,
	STATE_SOURCES,
	STATE_LAST_SOURCE, /* the highest number given to a source */
	STATE_KEYS
} state_key;

kt_str state_name(state_key key);
/* A decimal number; 0 is returned where it is none. */
int state_parse(uint64_t *out, kt_str text);
/* Whether a key of the metadata is the store's own. */
int state_reserved(kt_str key);
/* KT_EVERSION, unless schema and analyser are those of this program. */
kt_status state_check(const char *dir, kt_str schema, kt_str analyser, kt_error *err);

#endif
