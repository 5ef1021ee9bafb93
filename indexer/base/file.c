#include "kartoteka/base.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

kt_status kt_file_read(kt_buf *out, const char *path, kt_error *err)
{
	struct stat st;
	kt_status status = KT_OK;
	int fd;

	kt_buf_init(out);
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0)
		return kt_fail(err, KT_EINPUT, "%s: %s", path, strerror(errno));
	if (fstat(fd, &st) < 0)
		status = kt_fail(err, KT_EINPUT, "%s: %s", path, strerror(errno));
	else if (S_ISDIR(st.st_mode))
		status = kt_fail(err, KT_EINPUT, "%s: is a folder", path);
	else if (!S_ISREG(st.st_mode))
		status = kt_fail(err, KT_EINPUT, "%s: is no regular file", path);
	else if ((uintmax_t)st.st_size > KT_FILE_MAX)
		status = kt_fail(err, KT_EINPUT, "%s: larger than %zu MB", path, KT_FILE_MAX >> 20);
	else if (!kt_buf_reserve(out, (size_t)st.st_size + 1))
		status = kt_fail(err, KT_ENOMEM, "%s: out of memory", path);
	while (!status) {
		ssize_t n = read(fd, out->ptr + out->len, out->size - out->len - 1);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			status = kt_fail(err, KT_EINPUT, "%s: %s", path, strerror(errno));
		if (n <= 0)
			break;
		out->len += (size_t)n;
		if (out->len > KT_FILE_MAX)
			status = kt_fail(err, KT_EINPUT, "%s: larger than %zu MB", path,
				KT_FILE_MAX >> 20);
		else if (!kt_buf_reserve(out, 4096))
			status = kt_fail(err, KT_ENOMEM, "%s: out of memory", path);
	}
	close(fd);
	if (status)
		kt_buf_release(out);
	else
		out->ptr[out->len] = '\0';
	return status;
}

static kt_status write_all(int fd, kt_str bytes, const char *path, kt_error *err)
{
	while (bytes.len) {
		ssize_t n = write(fd, bytes.ptr, bytes.len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return kt_fail(err, errno == ENOSPC || errno == EDQUOT ? KT_EFULL : KT_EIO,
				"%s: %s", path, strerror(errno));
		bytes.ptr += n;
		bytes.len -= (size_t)n;
	}
	return KT_OK;
}

/* The rename is on disk only when the folder is. */
static void sync_folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? strndup(path, (size_t)(slash - path) + 1) : strdup(".");
	int fd = folder ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;

	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
	free(folder);
}

kt_status kt_file_write(const char *path, kt_str bytes, kt_error *err)
{
	kt_buf beside = KT_BUF_INIT;
	kt_status status;
	int fd = -1;

	kt_buf_addf(&beside, "%s.new", path);
	status = kt_buf_status(&beside, err);
	if (status)
		goto out;
	fd = open(beside.ptr, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0) {
		status = kt_fail(err, errno == ENOSPC ? KT_EFULL : KT_EIO, "%s: %s", path,
			strerror(errno));
		goto out;
	}
	status = write_all(fd, bytes, path, err);
	if (!status && (fsync(fd) < 0 || rename(beside.ptr, path) < 0))
		status = kt_fail(err, errno == ENOSPC ? KT_EFULL : KT_EIO, "%s: %s", path,
			strerror(errno));
	if (status)
		unlink(beside.ptr);
	else
		sync_folder_of(path);
out:
	if (fd >= 0)
		close(fd);
	kt_buf_release(&beside);
	return status;
}

/* ---- walk ------------------------------------------------------------------------------------ */

typedef struct walk {
	const char *root;
	kt_walk_fn fn;
	void *context;
	kt_map *seen; /* folders by device and inode */
	size_t depth;
} walk;

#define DEPTH_MAX 256

static kt_status visit(walk *w, const char *path, int named, kt_error *err);

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static kt_status list_folder(const char *path, char ***names, size_t *count, kt_error *err)
{
	DIR *dir = opendir(path);
	struct dirent *entry;
	size_t size = 0;

	*names = NULL;
	*count = 0;
	if (!dir)
		return kt_fail(err, KT_EINPUT, "%s", strerror(errno));
	while ((entry = readdir(dir))) {
		if (entry->d_name[0] == '.')
			continue;
		if (!kt_grow((void **)names, &size, *count, sizeof **names) ||
			!((*names)[*count] = strdup(entry->d_name))) {
			closedir(dir);
			return kt_fail(err, KT_ENOMEM, "out of memory");
		}
		++*count;
	}
	closedir(dir);
	if (*count)
		qsort(*names, *count, sizeof **names, by_name);
	return KT_OK;
}

static kt_status unreadable(walk *w, const char *path, const char *reason, kt_error *err)
{
	return w->fn(w->context, KT_WALK_UNREADABLE, w->root, path, reason, err);
}

static kt_status visit_folder(walk *w, const char *path, const struct stat *st, kt_error *err)
{
	uint64_t identity[2] = { (uint64_t)st->st_dev, (uint64_t)st->st_ino };
	char **names = NULL;
	size_t count = 0;
	kt_error why;
	kt_status status;
	int added;

	if (!kt_map_put(w->seen, (kt_str){ (const char *)identity, sizeof identity }, 0, &added))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	if (!added)
		return KT_OK;
	if (w->depth >= DEPTH_MAX)
		return unreadable(w, path, "folders nested too deep", err);
	status = list_folder(path, &names, &count, &why);
	if (status == KT_EINPUT)
		status = unreadable(w, path, why.message, err);
	else if (status && err)
		*err = why;
	w->depth++;
	for (size_t i = 0; i < count; i++) {
		kt_buf child = KT_BUF_INIT;

		kt_buf_addf(&child, "%s%s%s", path,
			path[0] && path[strlen(path) - 1] == '/' ? "" : "/", names[i]);
		if (!status)
			status = kt_buf_status(&child, err);
		if (!status)
			status = visit(w, child.ptr, 0, err);
		kt_buf_release(&child);
		free(names[i]);
	}
	w->depth--;
	free(names);
	return status;
}

static kt_status visit(walk *w, const char *path, int named, kt_error *err)
{
	struct stat st;

	if (stat(path, &st) < 0)
		return unreadable(w, path, strerror(errno), err);
	if (S_ISDIR(st.st_mode))
		return visit_folder(w, path, &st, err);
	if (S_ISREG(st.st_mode))
		return w->fn(w->context, KT_WALK_FILE, w->root, path, NULL, err);
	return named ? unreadable(w, path, "is no regular file", err) : KT_OK;
}

kt_status kt_file_walk(const char *path, kt_walk_fn fn, void *context, kt_error *err)
{
	walk w = { path, fn, context, NULL, 0 };
	kt_status status = kt_map_new(&w.seen, err);

	if (!status)
		status = visit(&w, path, 1, err);
	kt_map_free(w.seen);
	return status;
}

static kt_status remove_tree(const char *path, size_t depth, kt_error *err)
{
	struct stat st;
	kt_status status = KT_OK;
	struct dirent *entry;
	DIR *dir;

	if (lstat(path, &st) < 0)
		return errno == ENOENT ? KT_OK
				       : kt_fail(err, KT_EIO, "%s: %s", path, strerror(errno));
	if (S_ISDIR(st.st_mode) && depth < DEPTH_MAX && (dir = opendir(path))) {
		while (!status && (entry = readdir(dir))) {
			kt_buf child = KT_BUF_INIT;

			if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
				continue;
			kt_buf_addf(&child, "%s/%s", path, entry->d_name);
			status = kt_buf_status(&child, err);
			if (!status)
				status = remove_tree(child.ptr, depth + 1, err);
			kt_buf_release(&child);
		}
		closedir(dir);
	}
	if (!status && remove(path) < 0)
		status = kt_fail(err, KT_EIO, "%s: %s", path, strerror(errno));
	return status;
}

kt_status kt_file_remove_all(const char *path, kt_error *err)
{
	return remove_tree(path, 0, err);
}

double kt_clock(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}
