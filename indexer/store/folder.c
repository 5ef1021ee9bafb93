/* folder.c - the folder of an index. */
#include "folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PREFIX "index-"
#define NUMBER_MAX 999999999ul

/* The number of index-N, or 0 where it is no such name. */
static unsigned long number_of(kt_str name)
{
	unsigned long number = 0;
	size_t i = sizeof PREFIX - 1;

	if (!kt_str_starts(name, KT_STR(PREFIX)) || i == name.len || name.ptr[i] == '0')
		return 0;
	for (; i < name.len; i++) {
		if (name.ptr[i] < '0' || name.ptr[i] > '9' || number > NUMBER_MAX / 10)
			return 0;
		number = number * 10 + (unsigned long)(name.ptr[i] - '0');
	}
	return number;
}

/* Whether it is index-N.part-K, and then N. */
static unsigned long part_of(kt_str name)
{
	size_t dot = kt_str_find(name, KT_STR(FOLDER_PART), 0);

	return dot < name.len ? number_of(kt_str_sub(name, 0, dot)) : 0;
}

static kt_status system_error(kt_error *err, const char *path)
{
	int full = errno == ENOSPC || errno == EDQUOT;

	return kt_fail(err, full ? KT_EFULL : KT_EIO, "%s: %s", path,
		full ? "disk full" : strerror(errno));
}

kt_status folder_path(kt_buf *out, const char *dir, const char *name, kt_error *err)
{
	kt_buf_clear(out);
	kt_buf_addf(out, "%s/%s", dir, name);
	return kt_buf_status(out, err);
}

kt_status folder_current(kt_buf *out, const char *dir, kt_error *err)
{
	kt_buf path = KT_BUF_INIT, bytes = KT_BUF_INIT;
	kt_str name;
	kt_status status;

	kt_buf_clear(out);
	status = folder_path(&path, dir, "current", err);
	if (status)
		goto out;
	if (access(path.ptr, F_OK) < 0 && (errno == ENOENT || errno == ENOTDIR))
		goto out;
	status = kt_file_read(&bytes, path.ptr, err);
	if (status == KT_EINPUT)
		status = KT_EIO;
	if (status)
		goto out;
	name = kt_str_trim(kt_buf_str(&bytes));
	if (!number_of(name)) {
		status = kt_fail(err, KT_ECORRUPT,
			"%s: names no database; index again (kartoteka-index --rebuild)", path.ptr);
		goto out;
	}
	kt_buf_add(out, name);
	status = kt_buf_status(out, err);
out:
	if (err && status)
		err->code = status;
	kt_buf_release(&path);
	kt_buf_release(&bytes);
	return status;
}

kt_status folder_set_current(const char *dir, const char *name, kt_error *err)
{
	kt_buf path = KT_BUF_INIT, line = KT_BUF_INIT;
	kt_status status = folder_path(&path, dir, "current", err);

	kt_buf_addf(&line, "%s\n", name);
	if (!status)
		status = kt_buf_status(&line, err);
	if (!status)
		status = kt_file_write(path.ptr, kt_buf_str(&line), err);
	kt_buf_release(&path);
	kt_buf_release(&line);
	return status;
}

static kt_status make_one(const char *path, kt_error *err)
{
	if (mkdir(path, 0777) < 0 && errno != EEXIST)
		return system_error(err, path);
	return KT_OK;
}

static kt_status make_path(const char *dir, kt_error *err)
{
	char *path = strdup(dir), *slash;
	kt_status status = KT_OK;

	if (!path)
		return kt_fail(err, KT_ENOMEM, "%s: no memory", dir);
	for (slash = strchr(path + 1, '/'); slash && !status; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		status = make_one(path, err);
		*slash = '/';
	}
	if (!status)
		status = make_one(path, err);
	free(path);
	return status;
}

/* What an index may hold before its first database is current: what an interrupted run left. */
static int is_ours(const char *name)
{
	return !strcmp(name, ".") || !strcmp(name, "..") || !strcmp(name, "writer.lock") ||
	       !strcmp(name, "current") || !strcmp(name, "current.new") ||
	       number_of(kt_str_of(name)) || part_of(kt_str_of(name));
}

static kt_status check_content(const char *dir, kt_error *err)
{
	DIR *open = opendir(dir);
	const struct dirent *entry;
	int foreign = 0, current = 0;

	if (!open)
		return errno == ENOTDIR ? kt_fail(err, KT_ENOINDEX,
						  "%s: is no kartoteka index but a file", dir)
					: system_error(err, dir);
	while ((entry = readdir(open))) {
		if (!strcmp(entry->d_name, "current"))
			current = 1;
		if (!is_ours(entry->d_name))
			foreign = 1;
	}
	closedir(open);
	if (foreign && !current)
		return kt_fail(err, KT_ENOINDEX,
			"%s: is no kartoteka index (no file 'current') and not empty", dir);
	return KT_OK;
}

kt_status folder_make(const char *dir, kt_error *err)
{
	kt_status status = KT_OK;

	if (!*dir)
		return kt_fail(err, KT_EINVAL, "the folder of the index has no name");
	if (access(dir, F_OK) < 0)
		status = make_path(dir, err);
	return status ? status : check_content(dir, err);
}

kt_status folder_clean(const char *dir, const char *current, kt_buf *next, kt_error *err)
{
	DIR *open = opendir(dir);
	const struct dirent *entry;
	unsigned long last = number_of(kt_str_of(current));
	kt_buf path = KT_BUF_INIT;
	kt_status status = KT_OK;

	if (!open)
		return system_error(err, dir);
	while (!status && (entry = readdir(open))) {
		unsigned long number = number_of(kt_str_of(entry->d_name));

		if (!number)
			number = part_of(kt_str_of(entry->d_name));
		if (!number || !strcmp(entry->d_name, current))
			continue;
		if (number > last)
			last = number;
		status = folder_path(&path, dir, entry->d_name, err);
		if (!status)
			status = kt_file_remove_all(path.ptr, err);
	}
	closedir(open);
	kt_buf_release(&path);
	kt_buf_clear(next);
	kt_buf_addf(next, PREFIX "%lu", last + 1);
	return status ? status : kt_buf_status(next, err);
}

kt_status folder_next(kt_buf *out, const char *name, kt_error *err)
{
	unsigned long number = number_of(kt_str_of(name));

	kt_buf_clear(out);
	kt_buf_addf(out, PREFIX "%lu", number + 1);
	return kt_buf_status(out, err);
}
