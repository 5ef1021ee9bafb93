/* stretches.h - the bytes of a source, a stretch at a time.
 *
 * A source of up to STRETCH_BYTES is one stretch: the whole.  A longer one comes in several, each
 * cut off behind a blank line where there is one, so that memory is bounded whatever the length of
 * a source.  Each is read and tagged for itself: how paragraphs are set off and what a bare surname
 * means is told from the stretch that it stands in; metadata come from the first.  A file of a
 * format that cannot be parted (any but plain text and Markdown) is one stretch, up to WHOLE_BYTES.
 */
#ifndef KARTOTEKA_INGEST_STRETCHES_H
#define KARTOTEKA_INGEST_STRETCHES_H

#include "kartoteka/base.h"

#define STRETCH_BYTES ((size_t)8 << 20)
#define WHOLE_BYTES ((size_t)256 << 20)

typedef struct stretches {
	const char *path;
	int fd;
	uint64_t hash; /* of all bytes */
	uint64_t size; /* as read for the hash */
	uint64_t from; /* offset in the file of the stretch at hand */
	kt_str bytes; /* the stretch at hand */
	/* private */
	size_t mark; /* bytes of a byte order mark: it stands at the file's beginning, and is put
			before each stretch */
	kt_buf read; /* the stretch at hand, then what follows it and was read already */
	size_t rest; /* bytes of what follows */
	size_t unit; /* bytes of a character that are never parted */
	char line_end; /* where unit is 1 */
	int whole; /* one stretch is all */
	int ended;
} stretches;

/* Opens a file, takes its hash and the first stretch; path is borrowed.  KT_EINPUT: cannot be
 * read.  To be closed whatever the status. */
kt_status stretches_open(stretches *s, const char *path, kt_error *err);
void stretches_close(stretches *s);
/* The next stretch.  0: there is none, or (*status) it cannot be read. */
int stretches_next(stretches *s, kt_status *status, kt_error *err);

#endif
