/* rtf.h - Rich Text Format (RTF 1.9.1).  Private to the readers. */
#ifndef KARTOTEKA_READERS_RTF_H
#define KARTOTEKA_READERS_RTF_H

#include "formats.h"

kt_status rtf_read(kt_source_text *out, kt_arena *arena, const struct file *file, kt_error *err);

#endif
