/* container.h - the entries of a zip archive that lies in memory.  Private to the readers. */
#ifndef KARTOTEKA_READERS_CONTAINER_H
#define KARTOTEKA_READERS_CONTAINER_H

#include "kartoteka/base.h"

struct container_entry {
	kt_str name; /* as the archive has it, ended by NUL */
	kt_str bytes; /* unpacked; empty where it is not wanted or not readable */
	int unpacked; /* 0: left packed, since nobody wants it or it cannot be read */
	int encrypted;
};

struct container {
	struct container_entry *at; /* in the arena */
	size_t count;
	int damaged; /* the archive breaks off or an entry is broken: what there is was read */
	char why[128]; /* ... in which way */
};

/* Whether the entry of this name is to be unpacked. */
typedef int (*container_wants_fn)(kt_str name);

/* Reads the archive; entries live in the arena.  A damaged archive gives the entries before the
 * damage.  KT_EINPUT, without the file's name: no zip archive, nothing in it can be read, too many
 * entries, or it unpacks to more than a document may. */
kt_status container_read(struct container *out, kt_arena *arena, kt_str bytes,
	container_wants_fn wants, kt_error *err);

/* The entry of this name, or NULL; the case of ASCII letters does not matter where no entry has the
 * very name. */
const struct container_entry *container_find(const struct container *container, kt_str name);

#endif
