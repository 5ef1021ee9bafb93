/* year_term.c - the term of a span of years, and back. */
#include "kartoteka/store.h"

#include <string.h>

static const kt_field fields[KT_YEAR_TYPES] = {
	[KT_YEAR_EVENT] = KT_FIELD_YEAR,
	[KT_YEAR_PUBLICATION] = KT_FIELD_PUBLISHED,
	[KT_YEAR_LIFE] = KT_FIELD_YEAR,
	[KT_YEAR_SOURCE] = KT_FIELD_YEAR,
	[KT_YEAR_ERA] = KT_FIELD_YEAR,
	[KT_YEAR_NAMED] = KT_FIELD_ERA,
};

kt_status kt_year_term_build(kt_buf *out, const kt_year_span *y, kt_error *err)
{
	kt_buf_clear(out);
	if (y->from > y->to)
		return kt_fail(err, KT_EINVAL, "years from %d to %d", y->from, y->to);
	kt_buf_add(out, kt_term_prefix(fields[y->type]));
	if (y->from != KT_YEAR_OPEN_FROM)
		kt_buf_addf(out, "%d", y->from);
	if (y->from != y->to)
		kt_buf_add(out, KT_STR(".."));
	if (y->from != y->to && y->to != KT_YEAR_OPEN_TO)
		kt_buf_addf(out, "%d", y->to);
	kt_buf_add(out, y->approximate ? KT_STR("~") : KT_STR(""));
	kt_buf_add(out, y->inferred ? KT_STR("?") : KT_STR(""));
	kt_buf_add(out, y->type == KT_YEAR_ERA ? KT_STR("e") : KT_STR(""));
	return kt_buf_status(out, err);
}

/* A year at *at, which is moved behind it; `none` where no figure stands. */
static int read_year(kt_str s, size_t *at, int none)
{
	size_t i = *at;
	int minus = i < s.len && s.ptr[i] == '-', year = 0, figures = 0;

	for (i += (size_t)minus; i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9' && figures < 6;
		i++, figures++)
		year = year * 10 + (s.ptr[i] - '0');
	if (!figures)
		return none;
	*at = i;
	return minus ? -year : year;
}

static int read_mark(kt_str s, size_t *at, char mark)
{
	int there = *at < s.len && s.ptr[*at] == mark;

	*at += (size_t)there;
	return there;
}

static int read_field(kt_year_span *out, kt_str *value)
{
	static const kt_year_type types[] = { KT_YEAR_EVENT, KT_YEAR_NAMED, KT_YEAR_PUBLICATION };

	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		kt_str prefix = kt_term_prefix(fields[types[i]]);

		if (!kt_str_starts(*value, prefix))
			continue;
		out->type = types[i];
		*value = kt_str_sub(*value, prefix.len, value->len);
		return 1;
	}
	return 0;
}

int kt_year_term_read(kt_year_span *out, kt_str term)
{
	size_t at = 0;

	memset(out, 0, sizeof *out);
	if (!read_field(out, &term))
		return 0;
	out->from = read_year(term, &at, KT_YEAR_OPEN_FROM);
	out->to = out->from;
	if (kt_str_starts(kt_str_sub(term, at, term.len), KT_STR(".."))) {
		at += 2;
		out->to = read_year(term, &at, KT_YEAR_OPEN_TO);
	} else if (!at) {
		return 0;
	}
	out->approximate = read_mark(term, &at, '~');
	out->inferred = read_mark(term, &at, '?');
	if (read_mark(term, &at, 'e'))
		out->type = KT_YEAR_ERA;
	return at == term.len && out->from <= out->to;
}
