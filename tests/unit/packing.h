/* packing.h - zip archives for tests of formats that are one. */
#ifndef KARTOTEKA_TESTS_PACKING_H
#define KARTOTEKA_TESTS_PACKING_H

#include <archive.h>
#include <archive_entry.h>

#include "reading.h"

struct part {
	const char *name, *text;
};

static inline void add_part(struct archive *zip, const char *name, const char *bytes, size_t size)
{
	struct archive_entry *entry = archive_entry_new();

	archive_entry_set_pathname(entry, name);
	archive_entry_set_size(entry, (la_int64_t)size);
	archive_entry_set_filetype(entry, AE_IFREG);
	archive_entry_set_perm(entry, 0644);
	ck_assert_int_eq(archive_write_header(zip, entry), ARCHIVE_OK);
	ck_assert_int_eq(archive_write_data(zip, bytes, size), (la_ssize_t)size);
	archive_entry_free(entry);
}

static inline struct archive *zip_begin(kt_buf *out, size_t room, size_t *used)
{
	struct archive *zip = archive_write_new();

	ck_assert(kt_buf_reserve(out, room));
	archive_write_set_format_zip(zip);
	archive_write_set_bytes_per_block(zip, 0);
	ck_assert_int_eq(archive_write_open_memory(zip, out->ptr, room, used), ARCHIVE_OK);
	return zip;
}

static inline void zip_end(struct archive *zip, kt_buf *out, const size_t *used)
{
	ck_assert_int_eq(archive_write_close(zip), ARCHIVE_OK);
	ck_assert_int_eq(archive_write_free(zip), ARCHIVE_OK);
	out->len = *used;
}

static inline void pack(kt_buf *out, const struct part *parts, size_t count)
{
	size_t used = 0;
	struct archive *zip = zip_begin(out, (size_t)1 << 20, &used);

	for (size_t i = 0; i < count; i++)
		if (parts[i].name)
			add_part(zip, parts[i].name, parts[i].text, strlen(parts[i].text));
	zip_end(zip, out, &used);
}

static inline kt_status try_parts(const char *name, const struct part *parts, size_t count)
{
	kt_buf zip = KT_BUF_INIT;
	kt_status status;

	pack(&zip, parts, count);
	status = try_file(name, kt_arena_str(arena, kt_buf_str(&zip)));
	kt_buf_release(&zip);
	return status;
}

static inline void read_parts(const char *name, const struct part *parts, size_t count)
{
	kt_status status = try_parts(name, parts, count);

	ck_assert_msg(status == KT_OK, "%s: status %d, %s", name, (int)status, err.message);
}

#endif
