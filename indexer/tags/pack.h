/* pack.h - arrays one behind the other as bytes, as a program that is built takes them along to
 * use them where they lie: of one machine, and read only by what was built with it. */
#ifndef KARTOTEKA_TAGS_PACK_H
#define KARTOTEKA_TAGS_PACK_H

#include "kartoteka/base.h"

#define PACK_ALIGN 16

/* Bytes that are being read; they begin at a multiple of PACK_ALIGN. */
typedef struct packed {
	kt_str bytes;
	size_t at;
} packed;

void pack_array(kt_buf *out, const void *array, size_t count, size_t width);
/* The next array; asserts that it is one of such elements. */
const void *pack_take(packed *from, size_t width, size_t *count);

#endif
