/* json.h - a passage's tags in the contract's JSON.  Belongs to the room text. */
#ifndef KARTOTEKA_JSON_H
#define KARTOTEKA_JSON_H

#include <jansson.h>

#include "kartoteka/passage.h"

#ifdef __cplusplus
extern "C" {
#endif
#if defined(__GNUC__)
#pragma GCC visibility push(default)
#endif

/* Each returns a new reference, or NULL when there is no memory. */
json_t *kt_json_str(kt_str s); /* ill-formed UTF-8 is repaired */
json_t *kt_json_str_or_null(kt_str s); /* null for the empty slice */
/* The arrays `people`, `organisations`, `years`, `quotations`, `derived` set into object; 0, or -1:
 * no memory. */
int kt_json_set_tags(json_t *object, const kt_passage *passage);

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
