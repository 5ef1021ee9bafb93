/* fb2_zip.c - the book in an archive. */
#include "fb2_zip.h"

#include "package.h"

static int wants(kt_str name)
{
	static const kt_str ending = { ".fb2", 4 };

	return name.len >= ending.len &&
	       kt_str_equal_nocase(kt_str_sub(name, name.len - ending.len, name.len), ending);
}

kt_status fb2_zip_read(kt_source_text *out, kt_arena *arena, const struct file *file, kt_error *err)
{
	struct package package;
	struct file book = *file;
	kt_status status = package_open(&package, arena, file, wants, err);

	for (size_t i = 0; status == KT_OK && i < package.container.count; i++) {
		const struct container_entry *entry = &package.container.at[i];

		if (!wants(entry->name))
			continue;
		status = package_part(&book.bytes, &package, entry->name, err);
		return status == KT_OK ? xml_read(out, arena, &book, err) : status;
	}
	return status == KT_OK ? kt_fail(err, KT_EINPUT, "there is no FB2 in the archive") : status;
}
