/* epub.h - EPUB 2 and 3.  Private to the readers. */
#ifndef KARTOTEKA_READERS_EPUB_H
#define KARTOTEKA_READERS_EPUB_H

#include "formats.h"

kt_status epub_read(kt_source_text *out, kt_arena *arena, const struct file *file, kt_error *err);

#endif
