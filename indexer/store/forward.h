/* forward.h - the forward index: the words of each passage, in two files beside Xapian's tables.
 *
 * `words` holds the streams of all passages (stream.h), one behind the other; `places` holds for
 * each document, from 0 on, eight bytes, the lowest first: five for where its stream begins (0: it
 * has none), three for how many of its words are not common (its length, as BM25 counts it).
 * Readers map both.  Both only grow: what a commit of Xapian's has made seen is never changed, and
 * what lies behind the last document of the database is no reader's.  A writer that was killed
 * leaves bytes there, which the next cuts off.  Of a deleted document the stream stays, until the
 * index is rebuilt. */
#ifndef KARTOTEKA_STORE_FORWARD_H
#define KARTOTEKA_STORE_FORWARD_H

#include <endian.h>

#include "stream.h"

/* ---- reading ---- */

typedef struct forward {
	const unsigned char *words, *places; /* NULL: not mapped */
	size_t words_size, places_size;
} forward;

/* path: of the database.  KT_ENOINDEX: a file is missing; KT_EIO. */
kt_status forward_map(forward *out, const char *path, kt_error *err);
void forward_unmap(forward *f);
kt_status forward_corrupt(uint32_t id, kt_error *err);

static inline uint64_t forward_entry(const forward *f, uint32_t id)
{
	uint64_t entry;

	if (id >= f->places_size / sizeof entry)
		return 0;
	memcpy(&entry, f->places + (size_t)id * sizeof entry, sizeof entry);
	return le64toh(entry);
}

#define FORWARD_OFFSET_BITS 40

static inline uint32_t forward_length(const forward *f, uint32_t id)
{
	return (uint32_t)(forward_entry(f, id) >> FORWARD_OFFSET_BITS);
}

/* The words of a document; none where it has none.  0: the files are corrupt. */
static inline int forward_words(const forward *f, uint32_t id, stream_view *out)
{
	uint64_t offset = forward_entry(f, id) & (((uint64_t)1 << FORWARD_OFFSET_BITS) - 1);

	out->count = out->aside_count = 0;
	if (!offset)
		return 1;
	return offset < f->words_size &&
	       stream_read(out, f->words + offset, f->words + f->words_size);
}

/* ---- writing ---- */

typedef struct forward_writer forward_writer;

/* last: the last document of the database.  scratch: nothing need outlive a power cut.  KT_EIO,
 * KT_EFULL, KT_ECORRUPT. */
kt_status forward_open(
	forward_writer **out, const char *path, uint32_t last, int scratch, kt_error *err);
void forward_close(forward_writer *w); /* NULL is allowed */
/* Documents ascend.  bytes: the stream; others: words that are not common. */
kt_status forward_put(forward_writer *w, uint32_t id, kt_str bytes, uint32_t others, kt_error *err);
/* All that was put is in the files, and on the disk. */
kt_status forward_sync(forward_writer *w, kt_error *err);
/* What was put, to be read; until the next call. */
kt_status forward_view(forward_writer *w, const forward **out, kt_error *err);
/* Puts what documents first .. last of another database have, as first + shift .. last + shift. */
kt_status forward_copy(forward_writer *w, const char *path, uint32_t first, uint32_t last,
	int64_t shift, kt_error *err);

#endif
