/* url.c - what a browser asks for, taken apart, and links, put together. */
#include <string.h>

#include "kartoteka/serve.h"

static int digit_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Decodes into the arena. */
static kt_status decode(kt_str *out, kt_arena *arena, kt_str s, int form, kt_error *err)
{
	char *to = kt_arena_alloc(arena, s.len + 1);
	size_t length = 0;

	if (!to)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	for (size_t at = 0; at < s.len; at++) {
		int high = -1, low = -1;

		if (s.ptr[at] != '%') {
			to[length++] = form && s.ptr[at] == '+' ? ' ' : s.ptr[at];
			continue;
		}
		if (at + 2 < s.len) {
			high = digit_of(s.ptr[at + 1]);
			low = digit_of(s.ptr[at + 2]);
		}
		if (high < 0 || low < 0)
			return kt_fail(err, KT_EINVAL, "%%: two hexadecimal digits must follow it");
		to[length++] = (char)(high * 16 + low);
		at += 2;
	}
	*out = (kt_str) { to, length };
	if (memchr(to, '\0', length))
		return kt_fail(err, KT_EINVAL, "the address holds a NUL");
	if (kt_utf8_check(*out) != length)
		return kt_fail(err, KT_EINVAL, "the address is not UTF-8");
	return KT_OK;
}

static kt_status read_parameter(kt_target *out, kt_arena *arena, kt_str part, kt_error *err)
{
	size_t equals = kt_str_find(part, KT_STR("="), 0);
	kt_parameter *one = &out->parameters[out->count];
	kt_status status;

	if (equals == SIZE_MAX || equals + 1 == part.len) /* a field of a form left empty */
		return KT_OK;
	if (out->count == KT_PARAMETERS)
		return kt_fail(err, KT_EINVAL, "more than %d parameters", KT_PARAMETERS);
	status = decode(&one->name, arena, kt_str_sub(part, 0, equals), 1, err);
	if (!status)
		status = decode(&one->value, arena, kt_str_sub(part, equals + 1, part.len), 1, err);
	if (!status && one->value.len > KT_PARAMETER_BYTES)
		return kt_fail(err, KT_EINVAL, "%.*s: longer than %d bytes",
			KT_STR_ARG(
				kt_str_sub(one->name, 0, one->name.len > 40 ? 40 : one->name.len)),
			KT_PARAMETER_BYTES);
	out->count += !status;
	return status;
}

kt_status kt_target_read(kt_target *out, kt_arena *arena, kt_str target, kt_error *err)
{
	size_t mark = kt_str_find(target, KT_STR("?"), 0);
	size_t path = mark == SIZE_MAX ? target.len : mark, end;
	kt_status status;

	memset(out, 0, sizeof *out);
	if (target.len > KT_TARGET_BYTES)
		return kt_fail(
			err, KT_ELIMIT, "the address is longer than %zu bytes", KT_TARGET_BYTES);
	if (!target.len || target.ptr[0] != '/')
		return kt_fail(err, KT_EINVAL, "the address does not begin with /");
	out->parameters = kt_arena_array(arena, KT_PARAMETERS + 1, sizeof *out->parameters);
	if (!out->parameters)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	status = decode(&out->path, arena, kt_str_sub(target, 0, path), 0, err);
	for (size_t at = path + 1; !status && at < target.len; at = end + 1) {
		end = kt_str_find(target, KT_STR("&"), at);
		end = end == SIZE_MAX ? target.len : end;
		status = read_parameter(out, arena, kt_str_sub(target, at, end), err);
	}
	return status;
}

/* What needs no code, in a path as behind the question mark. */
static int is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '-' || c == '.' || c == '_' || c == '~' || c == ':' || c == '/';
}

void kt_url_add(kt_buf *out, kt_str s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (is_plain(s.ptr[i]))
			kt_buf_addc(out, s.ptr[i]);
		else
			kt_buf_addf(out, "%%%02X", (unsigned char)s.ptr[i]);
	}
}
