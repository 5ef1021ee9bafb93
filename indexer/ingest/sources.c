#include "sources.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

kt_status source_files_init(source_files *files, kt_error *err)
{
	memset(files, 0, sizeof *files);
	return kt_map_new(&files->seen, err);
}

void source_files_release(source_files *files)
{
	for (size_t i = 0; i < files->count; i++) {
		free(files->at[i].path);
		free(files->at[i].name);
	}
	free(files->at);
	kt_map_free(files->seen);
}

typedef struct walking {
	source_files *files;
	source_unreadable_fn fn;
	void *context;
} walking;

static kt_status no_memory(kt_error *err)
{
	return kt_fail(err, KT_ENOMEM, "out of memory");
}

/* The name below the folder that was asked for; the base name of a file that was. */
static const char *shown_name(const char *root, const char *path)
{
	size_t n = strlen(root);
	const char *slash = strrchr(path, '/');

	if (strcmp(root, path) && !strncmp(root, path, n)) {
		path += n;
		while (*path == '/')
			path++;
		return path;
	}
	return slash ? slash + 1 : path;
}

/* Seconds within which a file may be changed again and have the same times: FAT's are two apart. */
#define TOO_YOUNG 2

/* The time of the last change of the inode is nobody's to set; a copy or another file put in its
 * place has another inode. */
static uint64_t stamp_of(const struct stat *st)
{
	const uint64_t told[] = { (uint64_t)st->st_size, (uint64_t)st->st_ino,
		(uint64_t)st->st_mtim.tv_sec, (uint64_t)st->st_mtim.tv_nsec,
		(uint64_t)st->st_ctim.tv_sec, (uint64_t)st->st_ctim.tv_nsec };

	if (time(NULL) - st->st_ctim.tv_sec <= TOO_YOUNG)
		return 0;
	return kt_hash((kt_str) { (const char *)told, sizeof told });
}

static kt_status found(void *context, kt_walk_what what, const char *root, const char *path,
	const char *reason, kt_error *err)
{
	walking *w = context;
	source_files *files = w->files;
	char real[PATH_MAX];
	struct stat st;
	source_file file;
	int added;

	if (what == KT_WALK_UNREADABLE || !realpath(path, real) || stat(real, &st) < 0) {
		kt_buf message = KT_BUF_INIT;

		kt_buf_addf(&message, "%s: %s", path, reason ? reason : "cannot be reached");
		if (!message.failed)
			w->fn(w->context, message.ptr);
		kt_buf_release(&message);
		return KT_OK;
	}
	if (strcmp(root, path) && !kt_readers_know(path)) {
		files->passed_over++;
		return KT_OK;
	}
	if (!kt_map_put(files->seen, kt_str_of(real), 0, &added))
		return no_memory(err);
	if (!added)
		return KT_OK;
	if (!kt_grow((void **)&files->at, &files->size, files->count, sizeof *files->at))
		return no_memory(err);
	file.path = strdup(real);
	file.name = strdup(shown_name(root, path));
	file.size = (uint64_t)st.st_size;
	file.stamp = stamp_of(&st);
	files->at[files->count++] = file;
	return file.path && file.name ? KT_OK : no_memory(err);
}

kt_status source_files_add(source_files *files, const char *path, source_unreadable_fn fn,
	void *context, kt_error *err)
{
	walking w = { files, fn, context };

	return kt_file_walk(path, found, &w, err);
}
