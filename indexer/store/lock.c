/* lock.c - one writer at a time.  The lock is the kernel's (flock) and goes with its holder; what
 * the file says is for others to read. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "folder.h"

#define DYING_WAIT 5.0 /* seconds */

/* Whether the process that signed the lock is gone.  Its workers hold the lock until they are, too:
 * the system ends them with it, but not in the same moment. */
static int holder_is_gone(int fd)
{
	char text[256] = "", host[128] = "", here[128] = "";
	long pid = 0;

	if (pread(fd, text, sizeof text - 1, 0) <= 0 ||
		sscanf(text, "process %ld on %127s", &pid, host) != 2 || pid <= 0 ||
		gethostname(here, sizeof here - 1) < 0 || strcmp(host, here) != 0)
		return 0;
	return kill((pid_t)pid, 0) < 0 && errno == ESRCH;
}

/* 0, or -1 and errno as flock gives it. */
static int lock_file(int fd)
{
	const struct timespec pause = { 0, 10 * 1000 * 1000 };
	double until = kt_clock() + DYING_WAIT;
	int failed;

	while ((failed = flock(fd, LOCK_EX | LOCK_NB)) && errno == EWOULDBLOCK &&
		holder_is_gone(fd) && kt_clock() < until)
		nanosleep(&pause, NULL);
	if (failed && errno == ESRCH)
		errno = EWOULDBLOCK;
	return failed;
}

static kt_status tell_holder(int fd, const char *dir, kt_error *err)
{
	char text[256];
	ssize_t n = pread(fd, text, sizeof text, 0);
	kt_str holder = kt_str_trim((kt_str) { text, n > 0 ? (size_t)n : 0 });

	if (kt_utf8_check(holder) < holder.len || !holder.len)
		holder = KT_STR("another program");
	return kt_fail(err, KT_ELOCKED, "%s: is being written (%.*s); try again when that is done",
		dir, KT_STR_ARG(holder));
}

/* Failing to write it is no harm: the lock holds without. */
static void sign(int fd)
{
	kt_buf text = KT_BUF_INIT;
	char host[128] = "", start[64] = "";
	time_t now = time(NULL);
	struct tm local;

	if (gethostname(host, sizeof host - 1) < 0)
		strcpy(host, "unknown host");
	if (localtime_r(&now, &local))
		strftime(start, sizeof start, "%Y-%m-%d %H:%M:%S", &local);
	kt_buf_addf(&text, "process %ld on %s since %s\n", (long)getpid(), host, start);
	if (!text.failed && ftruncate(fd, 0) == 0 && pwrite(fd, text.ptr, text.len, 0) < 0)
		errno = 0;
	kt_buf_release(&text);
}

kt_status lock_take(int *fd, const char *dir, kt_error *err)
{
	kt_buf path = KT_BUF_INIT;
	kt_status status = folder_path(&path, dir, "writer.lock", err);

	*fd = -1;
	if (status)
		goto out;
	*fd = open(path.ptr, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
	if (*fd < 0) {
		int full = errno == ENOSPC || errno == EDQUOT;

		status = kt_fail(err, full ? KT_EFULL : KT_EIO, "%s: %s", path.ptr,
			full ? "disk full" : strerror(errno));
		goto out;
	}
	if (lock_file(*fd) < 0) {
		status = errno == EWOULDBLOCK
				 ? tell_holder(*fd, dir, err)
				 : kt_fail(err, KT_EIO, "%s: %s", path.ptr, strerror(errno));
		lock_drop(fd);
		goto out;
	}
	sign(*fd);
out:
	kt_buf_release(&path);
	return status;
}

void lock_drop(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}
