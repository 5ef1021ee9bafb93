#include "stretches.h"

#include "kartoteka/readers.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_BYTES ((size_t)256 << 10) /* at a time: most files are no longer */

/* Byte order marks of characters of more than one byte: those of UTF-32 first, since that of
 * UTF-16LE begins the other. */
static const struct {
	kt_str bytes;
	size_t unit;
} marks[] = {
	{ { "\xFF\xFE\0\0", 4 }, 4 },
	{ { "\0\0\xFE\xFF", 4 }, 4 },
	{ { "\xFF\xFE", 2 }, 2 },
	{ { "\xFE\xFF", 2 }, 2 },
};

static kt_status unreadable(const stretches *s, kt_error *err)
{
	return kt_fail(err, KT_EINPUT, "%s: %s", s->path, strerror(errno));
}

/* Reads until the buffer holds so many bytes, or the file ends. */
static kt_status fill(stretches *s, size_t wanted, kt_error *err)
{
	kt_buf *b = &s->read;

	while (b->len < wanted && !s->ended) {
		size_t more = wanted - b->len < READ_BYTES ? wanted - b->len : READ_BYTES;
		ssize_t n;

		if (!kt_buf_reserve(b, more + 1))
			return kt_fail(err, KT_ENOMEM, "%s: out of memory", s->path);
		n = read(s->fd, b->ptr + b->len, more);
		if (n < 0 && errno != EINTR)
			return unreadable(s, err);
		if (n == 0)
			s->ended = 1;
		if (n > 0)
			b->len += (size_t)n;
		b->ptr[b->len] = '\0';
	}
	return KT_OK;
}

/* ---- where a stretch ends ---- */

static int is_line_end(const stretches *s, size_t at)
{
	const char *p = s->read.ptr + at;

	if (s->unit == 1)
		return p[0] == s->line_end;
	if (s->unit == 2)
		return (p[0] == '\n' && !p[1]) || (!p[0] && p[1] == '\n');
	return (p[0] == '\n' || p[3] == '\n') && !p[1] && !p[2];
}

/* A reader takes what a file begins with for more than text: front matter, HTML, another format. */
static int may_begin(const stretches *s, size_t at)
{
	return at < s->read.len && (s->unit > 1 || !memchr("-<%{", s->read.ptr[at], 4));
}

/* Whether the line that ends at `at` is blank. */
static int is_blank(const stretches *s, size_t at)
{
	while (at >= s->unit) {
		at -= s->unit;
		if (is_line_end(s, at))
			return 1;
		for (size_t i = 0; i < s->unit; i++)
			if (s->read.ptr[at + i] && !strchr(" \t\r", s->read.ptr[at + i]))
				return 0;
	}
	return 0;
}

/* Behind the last blank line of the second half, else behind a line, else between words, else
 * between characters. */
static size_t cut(const stretches *s)
{
	size_t end = s->read.len / s->unit * s->unit, line = 0, word = 0, at = end;

	while (at > s->mark + STRETCH_BYTES / 2) {
		at -= s->unit;
		if (!word && s->unit == 1 && s->read.ptr[at] == ' ')
			word = at + 1;
		if (!is_line_end(s, at) || !may_begin(s, at + s->unit))
			continue;
		if (!line)
			line = at + s->unit;
		if (is_blank(s, at))
			return at + s->unit;
	}
	if (line || word)
		return line ? line : word;
	while (s->unit == 1 && end > s->mark + 1 &&
		((unsigned char)s->read.ptr[end] & 0xC0) == 0x80)
		end--;
	return end;
}

static void set_stretch(stretches *s)
{
	size_t end = s->ended ? s->read.len : cut(s);

	s->bytes = (kt_str) { s->read.ptr, end };
	s->rest = s->read.len - end;
}

int stretches_next(stretches *s, kt_status *status, kt_error *err)
{
	size_t gone = s->bytes.len;

	*status = KT_OK;
	if (s->ended && !s->rest)
		return 0;
	s->from += gone - (s->from ? s->mark : 0);
	memmove(s->read.ptr + s->mark, s->read.ptr + gone, s->rest);
	s->read.len = s->mark + s->rest;
	*status = fill(s, s->mark + STRETCH_BYTES, err);
	if (*status)
		return 0;
	set_stretch(s);
	return s->bytes.len > s->mark;
}

/* ---- opening ---- */

/* Of a source of several stretches, the hash of the hashes of its pieces. */
static kt_status hash_pieces(stretches *s, kt_error *err)
{
	uint64_t hashes[2] = { 0 };
	kt_status status = KT_OK;

	while (!status && s->read.len) {
		hashes[1] = kt_hash(kt_buf_str(&s->read));
		hashes[0] = kt_hash((kt_str) { (const char *)hashes, sizeof hashes });
		s->size += s->read.len;
		kt_buf_clear(&s->read);
		status = fill(s, STRETCH_BYTES, err);
	}
	s->hash = hashes[0];
	s->ended = 0;
	if (!status && lseek(s->fd, 0, SEEK_SET) < 0)
		status = unreadable(s, err);
	return status;
}

static void look_at_mark(stretches *s)
{
	s->unit = 1;
	s->line_end = memchr(s->read.ptr, '\n', s->read.len) ? '\n' : '\r';
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (kt_str_starts(kt_buf_str(&s->read), marks[i].bytes)) {
			s->unit = marks[i].unit;
			s->mark = marks[i].bytes.len;
			return;
		}
	if (memchr(s->read.ptr, '\0', s->read.len)) /* UTF-16 without a mark, or no text */
		s->unit = 2;
}

/* Fills up to the end of a file that cannot be parted. */
static kt_status fill_whole(stretches *s, kt_error *err)
{
	kt_status status = fill(s, WHOLE_BYTES + 1, err);

	if (!status && !s->ended)
		status = kt_fail(err, KT_EINPUT,
			"%s: larger than %zu MB, which is as much as is "
			"read of its format",
			s->path, WHOLE_BYTES >> 20);
	return status;
}

static kt_status first(stretches *s, kt_error *err)
{
	kt_status status = fill(s, STRETCH_BYTES + 1, err);

	if (!status && !s->ended && kt_readers_whole(s->path, kt_buf_str(&s->read)))
		status = fill_whole(s, err);
	if (status)
		return status;

	s->whole = s->ended;
	if (s->whole) {
		s->hash = kt_hash(kt_buf_str(&s->read));
		s->size = s->read.len;
	} else {
		status = hash_pieces(s, err);
		if (!status)
			status = fill(s, STRETCH_BYTES, err);
	}
	if (status)
		return status;
	if (s->read.len)
		look_at_mark(s);
	set_stretch(s);
	return KT_OK;
}

kt_status stretches_open(stretches *s, const char *path, kt_error *err)
{
	struct stat st;

	memset(s, 0, sizeof *s);
	s->path = path;
	s->fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (s->fd < 0 || fstat(s->fd, &st) < 0)
		return unreadable(s, err);
	if (S_ISDIR(st.st_mode))
		return kt_fail(err, KT_EINPUT, "%s: is a folder", path);
	if (!S_ISREG(st.st_mode))
		return kt_fail(err, KT_EINPUT, "%s: is no regular file", path);
	return first(s, err);
}

void stretches_close(stretches *s)
{
	if (s->fd >= 0)
		close(s->fd);
	kt_buf_release(&s->read);
}
