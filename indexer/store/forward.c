#include "forward.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folder.h"

static const char *const names[] = { "words", "places" };
enum { WORDS, PLACES, FILES };

/* What `words` begins with, so that no stream begins at 0. */
static const char head[8] = "ktwords\n";

#define ENTRY 8 /* bytes of `places` for each document */
#define GATHERED ((size_t)1 << 20) /* bytes written at once */
#define LENGTH_MOST (((uint32_t)1 << 24) - 1)

static kt_status failed(const char *path, kt_error *err)
{
	return kt_fail(err, errno == ENOSPC || errno == EDQUOT ? KT_EFULL : KT_EIO, "%s: %s", path,
		strerror(errno));
}

kt_status forward_corrupt(uint32_t id, kt_error *err)
{
	return kt_fail(err, KT_ECORRUPT,
		"the words of document %u are corrupt; index again (kartoteka-index --rebuild)",
		id);
}

/* ---- reading ---- */

static kt_status map_file(const unsigned char **out, size_t *size, const char *path, kt_error *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	kt_status status = KT_OK;
	void *mapped;

	if (fd < 0 && errno == ENOENT)
		return kt_fail(err, KT_ENOINDEX,
			"%s: is missing; index again (kartoteka-index --rebuild)", path);
	if (fd < 0 || fstat(fd, &st) < 0) {
		status = failed(path, err);
	} else if (st.st_size) {
		mapped = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_SHARED, fd, 0);
		if (mapped == MAP_FAILED) {
			status = failed(path, err);
		} else {
			*out = mapped;
			*size = (size_t)st.st_size;
		}
	}
	if (fd >= 0)
		close(fd);
	return status;
}

kt_status forward_map(forward *out, const char *path, kt_error *err)
{
	kt_buf name = KT_BUF_INIT;
	kt_status status = folder_path(&name, path, names[WORDS], err);

	memset(out, 0, sizeof *out);
	if (!status)
		status = map_file(&out->words, &out->words_size, name.ptr, err);
	if (!status)
		status = folder_path(&name, path, names[PLACES], err);
	if (!status)
		status = map_file(&out->places, &out->places_size, name.ptr, err);
	kt_buf_release(&name);
	if (status)
		forward_unmap(out);
	return status;
}

void forward_unmap(forward *f)
{
	if (f->words)
		munmap((void *)f->words, f->words_size);
	if (f->places)
		munmap((void *)f->places, f->places_size);
	memset(f, 0, sizeof *f);
}

/* ---- writing ---- */

struct forward_writer {
	kt_buf path, paths[FILES];
	int files[FILES];
	uint64_t written; /* bytes of `words` */
	kt_buf streams,
		entries; /* to be written: behind `written`, and of documents from `first` */
	uint32_t first;
	forward view;
	int scratch;
};

static kt_status write_at(
	const forward_writer *w, int file, kt_str bytes, uint64_t at, kt_error *err)
{
	while (bytes.len) {
		ssize_t n = pwrite(w->files[file], bytes.ptr, bytes.len, (off_t)at);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return failed(w->paths[file].ptr, err);
		bytes.ptr += n;
		bytes.len -= (size_t)n;
		at += (uint64_t)n;
	}
	return KT_OK;
}

static kt_status flush(forward_writer *w, kt_error *err)
{
	kt_status status = write_at(w, WORDS, kt_buf_str(&w->streams), w->written, err);

	if (!status)
		status = write_at(
			w, PLACES, kt_buf_str(&w->entries), (uint64_t)w->first * ENTRY, err);
	if (status)
		return status;
	w->written += w->streams.len;
	w->first += (uint32_t)(w->entries.len / ENTRY);
	kt_buf_clear(&w->streams);
	kt_buf_clear(&w->entries);
	return KT_OK;
}

/* Cuts off what lies behind the last document. */
static kt_status cut(forward_writer *w, uint32_t last, kt_error *err)
{
	stream_view v;
	kt_status status = forward_map(&w->view, w->path.ptr, err);

	if (!status && (!forward_entry(&w->view, last) || !forward_words(&w->view, last, &v)))
		status = forward_corrupt(last, err);
	if (status)
		return status;
	w->written = (uint64_t)(v.end - w->view.words);
	forward_unmap(&w->view);
	if (ftruncate(w->files[WORDS], (off_t)w->written) < 0)
		return failed(w->paths[WORDS].ptr, err);
	if (ftruncate(w->files[PLACES], ((off_t)last + 1) * ENTRY) < 0)
		return failed(w->paths[PLACES].ptr, err);
	return KT_OK;
}

static kt_status open_files(forward_writer *w, int fresh, kt_error *err)
{
	kt_status status = KT_OK;

	for (int i = 0; !status && i < FILES; i++) {
		status = folder_path(&w->paths[i], w->path.ptr, names[i], err);
		if (status)
			break;
		w->files[i] = open(w->paths[i].ptr,
			O_RDWR | O_CLOEXEC | (fresh ? O_CREAT | O_TRUNC : 0), 0666);
		if (w->files[i] < 0)
			status = failed(w->paths[i].ptr, err);
	}
	return status;
}

kt_status forward_open(
	forward_writer **out, const char *path, uint32_t last, int scratch, kt_error *err)
{
	forward_writer *w = calloc(1, sizeof *w);
	kt_status status;

	*out = NULL;
	if (!w)
		return kt_fail(err, KT_ENOMEM, "%s: no memory", path);
	w->files[WORDS] = w->files[PLACES] = -1;
	w->scratch = scratch;
	w->first = last + 1;
	kt_buf_add(&w->path, kt_str_of(path));
	status = kt_buf_status(&w->path, err);
	if (!status)
		status = open_files(w, !last, err);
	if (!status && last) {
		status = cut(w, last, err);
	} else if (!status) {
		status = write_at(w, WORDS, (kt_str) { head, sizeof head }, 0, err);
		w->written = sizeof head;
	}
	if (status)
		forward_close(w);
	else
		*out = w;
	return status;
}

void forward_close(forward_writer *w)
{
	if (!w)
		return;
	forward_unmap(&w->view);
	for (int i = 0; i < FILES; i++) {
		if (w->files[i] >= 0)
			close(w->files[i]);
		kt_buf_release(&w->paths[i]);
	}
	kt_buf_release(&w->path);
	kt_buf_release(&w->streams);
	kt_buf_release(&w->entries);
	free(w);
}

static void put_entry(kt_buf *out, uint64_t offset, uint32_t length)
{
	uint64_t entry = offset | (uint64_t)length << FORWARD_OFFSET_BITS;

	for (unsigned i = 0; i < ENTRY; i++)
		kt_buf_addc(out, (char)(unsigned char)(entry >> 8 * i));
}

static kt_status too_large(const forward_writer *w, kt_error *err)
{
	return kt_fail(err, KT_ELIMIT, "%s: larger than a terabyte", w->paths[WORDS].ptr);
}

kt_status forward_put(forward_writer *w, uint32_t id, kt_str bytes, uint32_t others, kt_error *err)
{
	uint64_t offset = w->written + w->streams.len;
	kt_status status = KT_OK;

	if (id != w->first + w->entries.len / ENTRY) {
		status = flush(w, err);
		offset = w->written;
		w->first = id;
	}
	if (!status && offset >> FORWARD_OFFSET_BITS)
		status = too_large(w, err);
	if (status)
		return status;
	kt_buf_add(&w->streams, bytes);
	put_entry(&w->entries, offset, others < LENGTH_MOST ? others : LENGTH_MOST);
	status = kt_buf_status(&w->streams, err);
	if (!status)
		status = kt_buf_status(&w->entries, err);
	return status || w->streams.len < GATHERED ? status : flush(w, err);
}

kt_status forward_sync(forward_writer *w, kt_error *err)
{
	kt_status status = flush(w, err);

	for (int i = 0; !status && !w->scratch && i < FILES; i++)
		if (fsync(w->files[i]) < 0)
			status = failed(w->paths[i].ptr, err);
	return status;
}

kt_status forward_view(forward_writer *w, const forward **out, kt_error *err)
{
	kt_status status = flush(w, err);

	*out = &w->view;
	if (status || (w->view.words && w->view.words_size == w->written))
		return status;
	forward_unmap(&w->view);
	return forward_map(&w->view, w->path.ptr, err);
}

/* Of a mapped one.  The streams are written as they lie; only their places change. */
static kt_status copy(forward_writer *w, const forward *from, uint32_t first, uint32_t last,
	int64_t shift, kt_error *err)
{
	const uint64_t mask = ((uint64_t)1 << FORWARD_OFFSET_BITS) - 1;
	uint64_t begin = forward_entry(from, first) & mask;
	stream_view v;
	kt_status status;
	kt_str bytes;

	if (!begin || !forward_words(from, first, &v) || !forward_words(from, last, &v) ||
		(uint64_t)(v.end - from->words) < begin)
		return forward_corrupt(last, err);
	bytes = (kt_str) { (const char *)from->words + begin,
		(size_t)(v.end - from->words) - begin };
	w->first = (uint32_t)(first + shift);
	for (uint64_t id = first; id <= last; id++) {
		uint64_t entry = forward_entry(from, (uint32_t)id);

		put_entry(&w->entries, (entry & mask) ? (entry & mask) - begin + w->written : 0,
			(uint32_t)(entry >> FORWARD_OFFSET_BITS));
	}
	if ((w->written + bytes.len) >> FORWARD_OFFSET_BITS)
		return too_large(w, err);
	status = kt_buf_status(&w->entries, err);
	if (!status)
		status = write_at(w, WORDS, bytes, w->written, err);
	w->written += bytes.len;
	return status ? status : flush(w, err);
}

kt_status forward_copy(forward_writer *w, const char *path, uint32_t first, uint32_t last,
	int64_t shift, kt_error *err)
{
	forward from;
	kt_status status = flush(w, err);

	if (!status)
		status = forward_map(&from, path, err);
	if (status)
		return status;
	status = copy(w, &from, first, last, shift, err);
	forward_unmap(&from);
	return status;
}
