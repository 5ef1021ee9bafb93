#include "kartoteka/base.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void kt_buf_init(kt_buf *buf)
{
	*buf = (kt_buf)KT_BUF_INIT;
}

void kt_buf_release(kt_buf *buf)
{
	free(buf->ptr);
	kt_buf_init(buf);
}

void kt_buf_clear(kt_buf *buf)
{
	buf->len = 0;
	buf->failed = 0;
	if (buf->ptr)
		buf->ptr[0] = '\0';
}

int kt_buf_reserve(kt_buf *buf, size_t more)
{
	size_t size = buf->size ? buf->size : 64;
	char *ptr;

	if (buf->failed)
		return 0;
	if (more >= SIZE_MAX / 2 - buf->len)
		goto fail;
	if (buf->ptr && buf->len + more < buf->size)
		return 1;
	while (size <= buf->len + more)
		size *= 2;
	ptr = realloc(buf->ptr, size);
	if (!ptr)
		goto fail;
	buf->ptr = ptr;
	buf->size = size;
	return 1;
fail:
	buf->failed = 1;
	return 0;
}

void kt_buf_add(kt_buf *buf, kt_str s)
{
	if (!kt_buf_reserve(buf, s.len))
		return;
	if (s.len)
		memcpy(buf->ptr + buf->len, s.ptr, s.len);
	buf->len += s.len;
	buf->ptr[buf->len] = '\0';
}

void kt_buf_addc(kt_buf *buf, char c)
{
	kt_buf_add(buf, (kt_str){ &c, 1 });
}

void kt_buf_add_codepoint(kt_buf *buf, uint32_t cp)
{
	char b[4];
	size_t n;

	if (cp > 0x10FFFF || (cp >= 0xD800 && cp < 0xE000))
		cp = 0xFFFD;
	if (cp < 0x80) {
		b[0] = (char)cp;
		n = 1;
	} else if (cp < 0x800) {
		b[0] = (char)(0xC0 | cp >> 6);
		b[1] = (char)(0x80 | (cp & 0x3F));
		n = 2;
	} else if (cp < 0x10000) {
		b[0] = (char)(0xE0 | cp >> 12);
		b[1] = (char)(0x80 | (cp >> 6 & 0x3F));
		b[2] = (char)(0x80 | (cp & 0x3F));
		n = 3;
	} else {
		b[0] = (char)(0xF0 | cp >> 18);
		b[1] = (char)(0x80 | (cp >> 12 & 0x3F));
		b[2] = (char)(0x80 | (cp >> 6 & 0x3F));
		b[3] = (char)(0x80 | (cp & 0x3F));
		n = 4;
	}
	kt_buf_add(buf, (kt_str){ b, n });
}

void kt_buf_addf(kt_buf *buf, const char *fmt, ...)
{
	va_list args, again;
	int n;

	va_start(args, fmt);
	va_copy(again, args);
	n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (n < 0)
		buf->failed = 1;
	else if (kt_buf_reserve(buf, (size_t)n)) {
		vsnprintf(buf->ptr + buf->len, (size_t)n + 1, fmt, again);
		buf->len += (size_t)n;
	}
	va_end(again);
}

kt_str kt_buf_str(const kt_buf *buf)
{
	return buf->ptr ? (kt_str){ buf->ptr, buf->len } : (kt_str){ "", 0 };
}

kt_status kt_buf_status(const kt_buf *buf, kt_error *err)
{
	return buf->failed ? kt_fail(err, KT_ENOMEM, "out of memory") : KT_OK;
}

int kt_grow(void **at, size_t *size, size_t count, size_t width)
{
	size_t more = *size ? *size : 16;
	void *ptr;

	if (count < *size)
		return 1;
	while (more <= count) {
		if (more > SIZE_MAX / 2 / width)
			return 0;
		more *= 2;
	}
	ptr = realloc(*at, more * width);
	if (!ptr)
		return 0;
	*at = ptr;
	*size = more;
	return 1;
}
