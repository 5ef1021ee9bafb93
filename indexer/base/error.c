#include "kartoteka/base.h"

#include <stdio.h>
#include <string.h>

static void fill(kt_error *err, kt_status code, const char *fmt, va_list args)
{
	if (!err)
		return;
	memset(err, 0, sizeof *err);
	err->code = code;
	vsnprintf(err->message, sizeof err->message, fmt, args);
}

kt_status kt_fail(kt_error *err, kt_status code, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	fill(err, code, fmt, args);
	va_end(args);
	return code;
}

kt_status kt_fail_at(kt_error *err, kt_status code, size_t at, size_t span, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	fill(err, code, fmt, args);
	va_end(args);
	if (err) {
		err->has_place = 1;
		err->at = at;
		err->span = span;
	}
	return code;
}

int kt_exit_code(kt_status code)
{
	switch (code) {
	case KT_OK:
		return 0;
	case KT_ENOTFOUND:
	case KT_EINPUT:
		return 1;
	case KT_EINVAL:
	case KT_ELIMIT:
		return 2;
	default:
		return 3;
	}
}
