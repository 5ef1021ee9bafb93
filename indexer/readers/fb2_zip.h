/* fb2_zip.h - FictionBook in a zip archive, as libraries give it out.  Private to the readers. */
#ifndef KARTOTEKA_READERS_FB2_ZIP_H
#define KARTOTEKA_READERS_FB2_ZIP_H

#include "formats.h"

kt_status fb2_zip_read(
	kt_source_text *out, kt_arena *arena, const struct file *file, kt_error *err);

#endif
