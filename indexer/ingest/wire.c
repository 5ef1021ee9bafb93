#include "wire.h"

#include <errno.h>
#include <unistd.h>

static int write_all(int fd, const char *at, size_t left)
{
	while (left) {
		ssize_t n = write(fd, at, left);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return 0;
		at += n;
		left -= (size_t)n;
	}
	return 1;
}

static int read_all(int fd, char *at, size_t left)
{
	while (left) {
		ssize_t n = read(fd, at, left);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return 0;
		at += n;
		left -= (size_t)n;
	}
	return 1;
}

int wire_send(int fd, wire_head head, const void *bytes, size_t length)
{
	head.has_bytes = bytes != NULL;
	head.length = (uint32_t)length;
	return write_all(fd, (const char *)&head, sizeof head) && write_all(fd, bytes, length);
}

int wire_receive(int fd, wire_head *head, kt_buf *bytes)
{
	kt_buf_clear(bytes);
	if (!read_all(fd, (char *)head, sizeof *head) ||
		!kt_buf_reserve(bytes, (size_t)head->length + 1) ||
		!read_all(fd, bytes->ptr, head->length))
		return 0;
	bytes->len = head->length;
	bytes->ptr[bytes->len] = '\0';
	return 1;
}
