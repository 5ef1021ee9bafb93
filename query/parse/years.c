/* Years and dates as they are asked for: one, a range, a range open at one end. */
#include "kartoteka/parse.h"

#include "chars.h"

#define YEAR_MAX 9999
#define YEAR_DIGITS 4

typedef struct range {
	kt_str from, to;
	int parted; /* there is a sign between them */
	int dots; /* and it is "..": either end may be open */
} range;

/* Length of the sign that parts a range at s[at]: "..", "..." or an ellipsis, to which two full
 * stops are made by word processors; or, with `dash`, one of the dashes. */
static size_t parting(kt_str s, size_t at, int dash)
{
	size_t next = at;
	uint32_t cp = kt_utf8_next(s, &next);

	if (dash)
		return parse_is_dash(cp) ? next - at : 0;
	if (cp == 0x2026)
		return next - at;
	if (!kt_str_starts(kt_str_sub(s, at, s.len), KT_STR("..")))
		return 0;
	return at + 2 < s.len && s.ptr[at + 2] == '.' ? 3 : 2;
}

static int part_at(range *out, kt_str s, int dash)
{
	for (size_t at = 0; at < s.len; at++) {
		size_t length = parting(s, at, dash);

		if (!length)
			continue;
		out->from = kt_str_trim(kt_str_sub(s, 0, at));
		out->to = kt_str_trim(kt_str_sub(s, at + length, s.len));
		out->parted = 1;
		out->dots = !dash;
		return 1;
	}
	return 0;
}

static range part(kt_str s, int dashes)
{
	range r = { kt_str_trim(s), { "", 0 }, 0, 0 };

	if (!part_at(&r, r.from, 0) && dashes)
		part_at(&r, r.from, 1);
	return r;
}

/* The number that s is; 0: it has more digits than any year; -1: it is none. */
static int number(kt_str s)
{
	int value = 0;

	if (!s.len)
		return -1;
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] < '0' || s.ptr[i] > '9')
			return -1;
		value = i < YEAR_DIGITS ? value * 10 + (s.ptr[i] - '0') : 0;
	}
	return value;
}

static kt_status no_year(kt_str s, kt_error *err)
{
	kt_str shown = parse_clip(s);

	if (!s.len)
		return kt_fail(err, KT_EINVAL, "a year is wanted, as in 1937 or 1936..1938");
	return kt_fail(err, KT_EINVAL, "%.*s is no year; write 1937, 1936..1938, ..1917 or 1953..",
		KT_STR_ARG(shown));
}

static kt_status year(kt_str s, int *out, kt_error *err)
{
	int value = number(s);
	kt_str shown = parse_clip(s);

	if (value < 0)
		return no_year(s, err);
	if (!value)
		return kt_fail(err, KT_EINVAL, "year %.*s is not within 1 to %d", KT_STR_ARG(shown),
			YEAR_MAX);
	*out = value;
	return KT_OK;
}

/* The second year of a range, which may leave out the digits that it shares with the first (1936-8,
 * 1936-38; Chicago Manual of Style 17, 9.64). */
static kt_status last_year(kt_str s, kt_str first, int from, int *out, kt_error *err)
{
	kt_status status = year(s, out, err);
	int unit = 1;

	if (status || s.len >= first.len)
		return status;
	for (size_t i = 0; i < s.len; i++)
		unit *= 10;
	*out += from - from % unit;
	return KT_OK;
}

static kt_status decade(kt_str s, int *from, int *to, kt_error *err)
{
	kt_status status = year(kt_str_sub(s, 0, s.len - 1), from, err);

	if (status || *from % 10)
		return no_year(s, err);
	*to = *from + 9;
	return KT_OK;
}

static kt_status backwards(kt_str s, kt_error *err)
{
	kt_str shown = parse_clip(s);

	return kt_fail(
		err, KT_EINVAL, "%.*s runs backwards; the earlier comes first", KT_STR_ARG(shown));
}

kt_status kt_query_years(kt_str text, int *from, int *to, kt_error *err)
{
	range r = part(text, 1);
	kt_status status;

	*from = KT_PARSE_OPEN_FROM;
	*to = KT_PARSE_OPEN_TO;
	if (!r.parted && kt_str_ends(r.from, KT_STR("s")))
		return decade(r.from, from, to, err);
	if (!r.parted) {
		status = year(r.from, from, err);
		*to = *from;
		return status;
	}
	if (!r.from.len && !r.to.len)
		return kt_fail(err, KT_EINVAL, "a range has a year at one end at least");
	if (!r.dots && (!r.from.len || !r.to.len))
		return no_year(text, err);
	if (r.from.len && (status = year(r.from, from, err)))
		return status;
	if (r.to.len && (status = last_year(r.to, r.from, *from, to, err)))
		return status;
	return *from > *to ? backwards(text, err) : KT_OK;
}

static int days_of(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

/* First and last day of an ISO 8601 date that may leave out the day, or month and day. */
static kt_status days(kt_str s, int *first, int *last, kt_error *err)
{
	int y = number(kt_str_sub(s, 0, 4)), m, d;
	kt_str shown = parse_clip(s);

	if ((s.len != 4 && s.len != 7 && s.len != 10) || y < 1)
		goto wrong;
	m = s.len > 4 ? number(kt_str_sub(s, 5, 7)) : 1;
	if ((s.len > 4 && s.ptr[4] != '-') || m < 1 || m > 12)
		goto wrong;
	d = s.len > 7 ? number(kt_str_sub(s, 8, 10)) : 1;
	if ((s.len > 7 && s.ptr[7] != '-') || d < 1 || d > days_of(y, m))
		goto wrong;
	*first = y * 10000 + m * 100 + d;
	if (s.len == 4)
		m = 12;
	*last = y * 10000 + m * 100 + (s.len == 10 ? d : days_of(y, m));
	return KT_OK;
wrong:
	return kt_fail(err, KT_EINVAL,
		"%.*s is no date; write 1936, 1936-08, 1936-08-19 or a range with ..",
		KT_STR_ARG(shown));
}

kt_status kt_query_dates(kt_str text, int *from, int *to, kt_error *err)
{
	range r = part(text, 0);
	kt_status status;
	int ignored;

	*from = KT_PARSE_FIRST_DAY;
	*to = KT_PARSE_LAST_DAY;
	if (!r.parted)
		return days(r.from, from, to, err);
	if (!r.from.len && !r.to.len)
		return kt_fail(err, KT_EINVAL, "a range has a date at one end at least");
	if (r.from.len && (status = days(r.from, from, &ignored, err)))
		return status;
	if (r.to.len && (status = days(r.to, &ignored, to, err)))
		return status;
	return *from > *to ? backwards(text, err) : KT_OK;
}
