/* html.h - the blocks of one HTML or XHTML document.  Private to the readers. */
#ifndef KARTOTEKA_READERS_HTML_H
#define KARTOTEKA_READERS_HTML_H

#include "blocks.h"
#include "formats.h"

/* Adds the blocks of a document to l.  What it says of itself goes to meta (slices in l's arena),
 * where meta does not say it already; meta may be NULL.  encoding: "UTF-8" where it is known to be
 * that, else NULL, and it is found out.  KT_EINPUT, without the file's name: binary. */
kt_status html_blocks(block_list *l, kt_source_text *meta, kt_str bytes, const char *encoding,
	kt_notice_fn notice, void *context, kt_error *err);

/* A document in UTF-8 that is a source of its own. */
kt_status html_read_text(
	kt_source_text *out, kt_arena *arena, const struct file *file, kt_str text, kt_error *err);

#endif
