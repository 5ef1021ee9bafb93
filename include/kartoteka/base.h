/* base.h - the ground floor: status and error, slices, buffers, arenas, a hash table, UTF-8, files.
 */
#ifndef KARTOTEKA_BASE_H
#define KARTOTEKA_BASE_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define KT_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#pragma GCC visibility push(default)
#else
#define KT_PRINTF(fmt, args)
#endif

/* ---- status and error ------------------------------------------------------------------- */

typedef enum kt_status {
	KT_OK = 0,
	KT_ENOTFOUND, /* what was asked for is not there */
	KT_EINVAL, /* an argument, a command line or a query is wrong */
	KT_EINPUT, /* a source that cannot be read: unreadable, binary, malformed */
	KT_ELIMIT, /* larger or deeper than is allowed */
	KT_ENOMEM,
	KT_EIO,
	KT_ENOINDEX, /* the index is missing or is no index */
	KT_ECORRUPT,
	KT_ELOCKED, /* another writer is at work */
	KT_EVERSION, /* written by another version: index again */
	KT_EFULL, /* disk full */
	KT_ECHANGED /* the index changed under a reader: reopen and ask again */
} kt_status;

/* Fixed in size, so that reporting never allocates.  `at` and `span` are the place in a query
 * (bytes) where `has_place` is set. */
typedef struct kt_error {
	kt_status code;
	int has_place;
	size_t at, span;
	char message[512];
} kt_error;

/* Fills err (which may be NULL) and returns code.  A message names the object and what to do:
 * lower case, no full stop. */
kt_status kt_fail(kt_error *err, kt_status code, const char *fmt, ...) KT_PRINTF(3, 4);

/* The same, with the place in the query. */
kt_status kt_fail_at(kt_error *err, kt_status code, size_t at, size_t span, const char *fmt, ...)
	KT_PRINTF(5, 6);

/* The exit code that the contract gives to a status (0, 1, 2 or 3). */
int kt_exit_code(kt_status code);

/* ---- slices ------------------------------------------------------------------------------ */

/* Borrowed bytes; not ended by NUL. */
typedef struct kt_str {
	const char *ptr;
	size_t len;
} kt_str;

#define KT_STR(literal) ((kt_str) { (literal), sizeof(literal) - 1 })
#define KT_STR_ARG(s) (int)(s).len, (s).ptr /* for "%.*s" */

kt_str kt_str_of(const char *text); /* NULL gives the empty slice */
kt_str kt_str_sub(kt_str s, size_t from, size_t to);
kt_str kt_str_trim(kt_str s); /* ASCII white space off both ends */
int kt_str_equal(kt_str a, kt_str b);
int kt_str_equal_nocase(kt_str a, kt_str b); /* ASCII letters only */
int kt_str_is(kt_str s, const char *text);
int kt_str_starts(kt_str s, kt_str prefix);
int kt_str_ends(kt_str s, kt_str suffix);
int kt_str_compare(kt_str a, kt_str b); /* by bytes, as memcmp */
/* Offset of needle in s at or after from, or SIZE_MAX. */
size_t kt_str_find(kt_str s, kt_str needle, size_t from);

/* ---- growing buffer ---------------------------------------------------------------------- */

/* A failed allocation is kept and told by kt_buf_status; additions after it do nothing. */
typedef struct kt_buf {
	char *ptr; /* ended by a NUL that len does not count, once anything was added */
	size_t len, size;
	int failed;
} kt_buf;

#define KT_BUF_INIT                                                                                \
	{                                                                                          \
		NULL, 0, 0, 0                                                                      \
	}

void kt_buf_init(kt_buf *buf);
void kt_buf_release(kt_buf *buf);
void kt_buf_clear(kt_buf *buf); /* keeps the room */
int kt_buf_reserve(kt_buf *buf, size_t more); /* 0 when there is no memory */
void kt_buf_add(kt_buf *buf, kt_str s);
void kt_buf_addc(kt_buf *buf, char c);
void kt_buf_add_codepoint(kt_buf *buf, uint32_t cp);
void kt_buf_addf(kt_buf *buf, const char *fmt, ...) KT_PRINTF(2, 3);
kt_str kt_buf_str(const kt_buf *buf);
kt_status kt_buf_status(const kt_buf *buf, kt_error *err); /* KT_OK or KT_ENOMEM */

/* Makes room for one more element of `width` bytes in a growing array.  0 when there is no memory.
 */
int kt_grow(void **at, size_t *size, size_t count, size_t width);

/* ---- arena --------------------------------------------------------------------------------- */

/* One arena per source when indexing, one per question when asking; freed as a whole. */
typedef struct kt_arena kt_arena;

kt_status kt_arena_new(kt_arena **out, kt_error *err);
void kt_arena_free(kt_arena *arena);
void kt_arena_clear(kt_arena *arena); /* forgets all, keeps one block */
void *kt_arena_alloc(
	kt_arena *arena, size_t size); /* aligned for anything, zeroed; NULL: no memory */
void *kt_arena_array(kt_arena *arena, size_t count, size_t width); /* NULL on overflow too */
kt_str kt_arena_str(kt_arena *arena, kt_str s); /* a copy, ended by NUL; ptr NULL: no memory */
char *kt_arena_printf(kt_arena *arena, const char *fmt, ...) KT_PRINTF(2, 3);

/* ---- hash table ------------------------------------------------------------------------------ */

/* From bytes to a number that the caller chooses (an index into an array of its own).  Keys are
 * copied. */
typedef struct kt_map kt_map;

kt_status kt_map_new(kt_map **out, kt_error *err);
void kt_map_free(kt_map *map);
size_t kt_map_count(const kt_map *map);
/* Points at the key's value, or NULL. */
uint32_t *kt_map_get(const kt_map *map, kt_str key);
/* Points at the key's value, added with `fresh` when it is not there; *added says which.
 * NULL: no memory. */
uint32_t *kt_map_put(kt_map *map, kt_str key, uint32_t fresh, int *added);
/* The stored copy of entry i (in the order of adding, 0 .. count-1); valid until the map is freed.
 */
kt_str kt_map_key(const kt_map *map, uint32_t i);
uint32_t kt_map_value(const kt_map *map, uint32_t i);
uint64_t kt_map_hash(const kt_map *map, uint32_t i); /* kt_hash of the key */

uint64_t kt_hash(kt_str s); /* XXH3, 64 bits */

/* ---- UTF-8 (RFC 3629) -------------------------------------------------------------------------
 */

#define KT_BAD_CODEPOINT UINT32_MAX

/* The code point at s[*at], and *at moved behind it.  An ill-formed byte gives KT_BAD_CODEPOINT and
 * moves by one; at the end KT_BAD_CODEPOINT and no move. */
uint32_t kt_utf8_next(kt_str s, size_t *at);
/* The code point before s[*at], and *at moved to its first byte. */
uint32_t kt_utf8_prev(kt_str s, size_t *at);
/* Offset of the first ill-formed byte, or s.len. */
size_t kt_utf8_check(kt_str s);
/* Adds s to out, ill-formed sequences replaced by U+FFFD, one for each maximal subpart
 * (Unicode 15, section 3.9).  Returns their number. */
size_t kt_utf8_repair(kt_buf *out, kt_str s);
/* Columns that s takes on a terminal. */
size_t kt_utf8_width(kt_str s);

/* ---- files --------------------------------------------------------------------------------------
 */

#define KT_FILE_MAX ((size_t)1 << 31) /* bytes of a file or text that is read as a whole */

/* The bytes of a regular file; free with kt_buf_release.  KT_EINPUT names the file and the reason;
 * KT_ELIMIT when it is larger than KT_FILE_MAX. */
kt_status kt_file_read(kt_buf *out, const char *path, kt_error *err);
/* Writes beside, syncs, renames over: the file is whole as before or whole as now. */
kt_status kt_file_write(const char *path, kt_str bytes, kt_error *err);

typedef enum kt_walk_what { KT_WALK_FILE, KT_WALK_UNREADABLE } kt_walk_what;

/* Told for each regular file below path in byte order of names (and for path itself when it is a
 * file). `root` is the path that was asked for; `reason` says why when something cannot be read.
 * Links to folders are followed, each folder once (a loop is not walked twice).  Names that begin
 * with a dot are passed over unless asked for by name.  Not KT_OK ends the walk with that status.
 */
typedef kt_status (*kt_walk_fn)(void *context, kt_walk_what what, const char *root,
	const char *path, const char *reason, kt_error *err);
kt_status kt_file_walk(const char *path, kt_walk_fn fn, void *context, kt_error *err);

/* Removes a folder with all that is in it. */
kt_status kt_file_remove_all(const char *path, kt_error *err);

/* Seconds of a monotonic clock. */
double kt_clock(void);

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
