/* readers.h - from the bytes of a file to its blocks. */
#ifndef KARTOTEKA_READERS_H
#define KARTOTEKA_READERS_H

#include "kartoteka/passage.h"

#ifdef __cplusplus
extern "C" {
#endif
#if defined(__GNUC__)
#pragma GCC visibility push(default)
#endif

/* A block of print: heading, paragraph, block quotation, ... */
typedef struct kt_block {
	kt_kind kind;
	kt_str text; /* UTF-8; for UTF-8 plain text and Markdown the verbatim slice of the file */
	int64_t offset; /* byte offset of text in the file, or -1 */
	kt_language language; /* where the source says it for the block; else "" */
} kt_block;

/* A source as read.  Slices live in the arena. */
typedef struct kt_source_text {
	kt_str title, author, date, origin, licence; /* empty: not told */
	kt_language language; /* of the metadata; "" when not told */
	const char *format; /* "text", "markdown", "html", "tei", ... */
	const char *encoding; /* as iconv names it */
	int encoding_guessed;
	kt_block *blocks;
	size_t block_count;
} kt_source_text;

/* Told what the user should know of a source that could be read: a guessed encoding, bytes
 * replaced. */
typedef void (*kt_notice_fn)(void *context, const char *message);

/* Reads bytes (of the file named `name`, which is used for its ending and in messages) into out.
 * `bytes` must outlive the arena's use: blocks may borrow from it.  KT_EINPUT with a reason:
 * binary, unknown format, malformed.  A file without any text gives no blocks and KT_OK. */
kt_status kt_read_source(kt_source_text *out, kt_arena *arena, const char *name, kt_str bytes,
	kt_notice_fn notice, void *context, kt_error *err);

/* Whether a walk through a folder takes a file up: by its ending (that of a format that is read, or
 * none). */
int kt_readers_know(const char *name);

/* Whether a file has to be read as a whole, by its name and its first bytes (a few hundred are
 * enough): all but plain text and Markdown, which may be read in stretches. */
int kt_readers_whole(const char *name, kt_str first);

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
