/* package.h - documents that are an archive of XML parts: EPUB, DOCX, ODT.  Private to the readers.
 */
#ifndef KARTOTEKA_READERS_PACKAGE_H
#define KARTOTEKA_READERS_PACKAGE_H

#include "container.h"
#include "formats.h"
#include "xml.h"

struct package {
	const struct file *file; /* borrowed */
	kt_arena *arena; /* borrowed; holds all that is unpacked */
	struct container container;
};

/* Reads the archive as container_read does; damage is told as a notice. */
kt_status package_open(struct package *out, kt_arena *arena, const struct file *file,
	container_wants_fn wants, kt_error *err);
/* The bytes of a part.  KT_ENOTFOUND: there is none, KT_EINPUT: it is encrypted. */
kt_status package_part(kt_str *bytes, const struct package *package, kt_str name, kt_error *err);
/* Reads a part as XML; what is wrong with it is told as a notice.  As package_part, and KT_EINPUT
 * where it is no text. */
kt_status package_parse(const struct package *package, kt_str name, const xml_handler *handler,
	void *context, kt_error *err);

/* Dublin Core of a part, and what goes with it in the formats of offices, to out's title, author,
 * date, language, licence, origin.  No part gives nothing. */
kt_status package_properties(
	kt_source_text *out, const struct package *package, kt_str name, kt_error *err);
/* The same for a text that is at hand. */
kt_status properties_read(kt_source_text *out, kt_arena *arena, kt_str text, kt_error *err);

#endif
