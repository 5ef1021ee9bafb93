/* container.c - zip archives, with bounds on what they unpack to. */
#include "container.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <string.h>

enum { ENTRIES_MAX = 20000, NAME_MAX_BYTES = 4096 };
#define UNPACKED_MAX ((size_t)512 << 20) /* bytes, of all the entries that are wanted */
#define RATIO_FROM ((size_t)32 << 20) /* unpacked bytes from which on the ratio is looked at */
#define RATIO_MAX 200 /* deflate makes 1,000 of zeros; XML seldom more than 20 */

struct reading {
	struct archive *archive;
	kt_arena *arena;
	size_t packed; /* bytes of the archive */
	size_t unpacked; /* bytes so far */
	struct container *out;
	size_t size; /* entries that out->at has room for */
};

static void note_damage(struct reading *reading)
{
	const char *why = archive_error_string(reading->archive);

	if (!reading->out->damaged)
		snprintf(reading->out->why, sizeof(reading->out->why), "%s",
			why ? why : "broken entry");
	reading->out->damaged = 1;
}

static struct container_entry *add_entry(struct reading *reading)
{
	struct container *out = reading->out;

	if (out->count == reading->size) {
		size_t size = reading->size ? reading->size * 2 : 32;
		struct container_entry *at = kt_arena_array(reading->arena, size, sizeof(*at));

		if (!at)
			return NULL;
		if (out->count)
			memcpy(at, out->at, out->count * sizeof(*at));
		out->at = at;
		reading->size = size;
	}
	return &out->at[out->count++];
}

static kt_status check_size(const struct reading *reading, kt_error *err)
{
	if (reading->unpacked > UNPACKED_MAX)
		return kt_fail(err, KT_EINPUT, "unpacks to more than %zu MB", UNPACKED_MAX >> 20);
	if (reading->unpacked > RATIO_FROM && reading->unpacked / RATIO_MAX > reading->packed)
		return kt_fail(err, KT_EINPUT,
			"unpacks to more than %d times its size: no document does", RATIO_MAX);
	return KT_OK;
}

static kt_status unpack(
	struct reading *reading, struct container_entry *entry, kt_buf *buf, kt_error *err)
{
	kt_status status = KT_OK;

	kt_buf_clear(buf);
	for (;;) {
		const void *block;
		size_t length;
		int64_t offset;
		int got = archive_read_data_block(reading->archive, &block, &length, &offset);

		if (got == ARCHIVE_EOF)
			break;
		if (got < ARCHIVE_WARN) {
			note_damage(reading);
			break;
		}
		reading->unpacked += length;
		status = check_size(reading, err);
		if (status != KT_OK)
			return status;
		kt_buf_add(buf, (kt_str) { block, length });
	}
	status = kt_buf_status(buf, err);
	if (status != KT_OK)
		return status;
	entry->bytes = kt_arena_str(reading->arena, kt_buf_str(buf));
	entry->unpacked = 1;
	return entry->bytes.ptr ? KT_OK : kt_fail(err, KT_ENOMEM, "out of memory");
}

static kt_status take_entry(struct reading *reading, struct archive_entry *header,
	container_wants_fn wants, kt_buf *buf, kt_error *err)
{
	const char *name = archive_entry_pathname_utf8(header);
	struct container_entry *entry;
	kt_str path;

	if (!name) /* not UTF-8, and the locale does not know it */
		name = archive_entry_pathname(header);
	path = kt_str_of(name);
	if (!path.len || path.len > NAME_MAX_BYTES || path.ptr[path.len - 1] == '/')
		return KT_OK;
	if (reading->out->count == ENTRIES_MAX)
		return kt_fail(err, KT_EINPUT, "more than %d entries", ENTRIES_MAX);
	entry = add_entry(reading);
	path = kt_arena_str(reading->arena, path);
	if (!entry || !path.ptr)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	entry->name = path;
	entry->bytes = (kt_str) { "", 0 };
	entry->encrypted = archive_entry_is_encrypted(header);
	if (entry->encrypted || !wants(path))
		return KT_OK;
	return unpack(reading, entry, buf, err);
}

static kt_status read_entries(struct reading *reading, container_wants_fn wants, kt_error *err)
{
	kt_buf buf = KT_BUF_INIT;
	kt_status status = KT_OK;

	while (status == KT_OK) {
		struct archive_entry *header;
		int got = archive_read_next_header(reading->archive, &header);

		if (got == ARCHIVE_EOF)
			break;
		if (got < ARCHIVE_WARN) {
			note_damage(reading);
			if (got == ARCHIVE_FATAL)
				break;
		}
		if (got != ARCHIVE_RETRY)
			status = take_entry(reading, header, wants, &buf, err);
		else if (++reading->unpacked > UNPACKED_MAX) /* never without an end */
			break;
	}
	kt_buf_release(&buf);
	return status;
}

kt_status container_read(struct container *out, kt_arena *arena, kt_str bytes,
	container_wants_fn wants, kt_error *err)
{
	struct reading reading = { archive_read_new(), arena, bytes.len, 0, out, 0 };
	kt_status status = KT_OK;

	memset(out, 0, sizeof(*out));
	if (!reading.archive)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	archive_read_support_format_zip_seekable(reading.archive);
	archive_read_support_format_zip_streamable(reading.archive);
	if (archive_read_open_memory(reading.archive, bytes.ptr, bytes.len) != ARCHIVE_OK)
		note_damage(&reading);
	else
		status = read_entries(&reading, wants, err);
	archive_read_free(reading.archive);
	if (status == KT_OK && !out->count)
		status = kt_fail(err, KT_EINPUT, "no zip archive, or one that is broken%s%s",
			out->damaged ? ": " : "", out->why);
	return status;
}

const struct container_entry *container_find(const struct container *container, kt_str name)
{
	for (size_t i = 0; i < container->count; i++)
		if (kt_str_equal(container->at[i].name, name))
			return &container->at[i];
	for (size_t i = 0; i < container->count; i++)
		if (kt_str_equal_nocase(container->at[i].name, name))
			return &container->at[i];
	return NULL;
}
