/* folder.h - the folder of an index: which database is current, leavings, the writer's lock. */
#ifndef KARTOTEKA_STORE_FOLDER_H
#define KARTOTEKA_STORE_FOLDER_H

#include "kartoteka/base.h"

#define FOLDER_PART ".part-" /* index-N.part-K: a part of what becomes a database */

/* Name of the current database ("index-1") into out; empty where there is no file `current`.
 * KT_ECORRUPT: the file says no such name. */
kt_status folder_current(kt_buf *out, const char *dir, kt_error *err);
kt_status folder_set_current(const char *dir, const char *name, kt_error *err);
/* Makes the folder, with those above it, unless it is there.  KT_ENOINDEX: it is there and neither
 * empty nor an index. */
kt_status folder_make(const char *dir, kt_error *err);
/* Removes the databases that are not the current one, and parts; `next` is set to a name not used
 * yet. current may be empty. */
kt_status folder_clean(const char *dir, const char *current, kt_buf *next, kt_error *err);
/* The name after this one: index-4 of index-3. */
kt_status folder_next(kt_buf *out, const char *name, kt_error *err);
/* DIR/name into out. */
kt_status folder_path(kt_buf *out, const char *dir, const char *name, kt_error *err);

/* Takes the writer's lock; *fd holds it until it is closed.  KT_ELOCKED names the holder. */
kt_status lock_take(int *fd, const char *dir, kt_error *err);
void lock_drop(int *fd);

#endif
