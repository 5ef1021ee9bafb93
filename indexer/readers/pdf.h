/* pdf.h - Portable Document Format, by Poppler.  Private to the readers. */
#ifndef KARTOTEKA_READERS_PDF_H
#define KARTOTEKA_READERS_PDF_H

#include "formats.h"

kt_status pdf_read(kt_source_text *out, kt_arena *arena, const struct file *file, kt_error *err);

#endif
