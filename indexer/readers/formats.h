/* formats.h - the formats that are read, each by its reader.  Private to the readers.
 *
 * A reader fills `out`, which is zeroed, but for `format`; slices go into the arena or are borrowed
 * from the bytes.  KT_EINPUT with the reason, without the file's name. */
#ifndef KARTOTEKA_READERS_FORMATS_H
#define KARTOTEKA_READERS_FORMATS_H

#include "kartoteka/readers.h"

/* A file as it comes. */
struct file {
	const char *name; /* for messages */
	kt_str bytes;
	kt_notice_fn notice; /* NULL: nobody is told */
	void *context;
};

typedef kt_status (*read_fn)(
	kt_source_text *out, kt_arena *arena, const struct file *file, kt_error *err);

kt_status plain_text_read(
	kt_source_text *out, kt_arena *arena, const struct file *file, kt_error *err);
kt_status markdown_text_read(
	kt_source_text *out, kt_arena *arena, const struct file *file, kt_error *err);
/* HTML and XHTML (html.c). */
kt_status html_read(kt_source_text *out, kt_arena *arena, const struct file *file, kt_error *err);
/* XML of any kind: TEI, FictionBook, XHTML by their readers, another by its elements (tei.c).  They
 * tell the format. */
kt_status xml_read(kt_source_text *out, kt_arena *arena, const struct file *file, kt_error *err);

/* Decodes the file's bytes into *text and fills in what out tells of the encoding; what the user
 * should know of it is told. */
kt_status file_decode(kt_str *text, kt_source_text *out, kt_arena *arena, const struct file *file,
	int64_t *offset, kt_error *err);
/* Tells "NAME: message" or, with a line, "NAME:LINE: message". */
void file_notice(const struct file *file, size_t line, const char *message);

#endif
