/* odt.h - OpenDocument text (OASIS OpenDocument 1.3, part 3), packed or flat.  Private to the
 * readers. */
#ifndef KARTOTEKA_READERS_ODT_H
#define KARTOTEKA_READERS_ODT_H

#include "formats.h"

kt_status odt_read(kt_source_text *out, kt_arena *arena, const struct file *file, kt_error *err);
/* One XML file with all that is in a package. */
kt_status fodt_read(kt_source_text *out, kt_arena *arena, const struct file *file, kt_error *err);

#endif
