/* docx.h - WordprocessingML (ECMA-376, part 1, section 17).  Private to the readers. */
#ifndef KARTOTEKA_READERS_DOCX_H
#define KARTOTEKA_READERS_DOCX_H

#include "formats.h"

kt_status docx_read(kt_source_text *out, kt_arena *arena, const struct file *file, kt_error *err);

#endif
