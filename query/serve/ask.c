/* ask.c - the parameters of an address. */
#include <string.h>

#include "page.h"

#define CONTEXT_MAX 20

typedef struct parameter {
	const char *name;
	unsigned bit;
	int repeats;
	kt_status (*take)(page *p, const struct parameter *parameter, kt_str value, kt_error *err);
} parameter;

/* ---- values ---------------------------------------------------------------------------------- */

static kt_status take_text(page *p, const parameter *one, kt_str value, kt_error *err)
{
	if (p->ask.text_is)
		return kt_fail(
			err, KT_EINVAL, "%s: something else is asked for already", one->name);
	p->ask.text = value;
	p->ask.text_is = kt_str_trim(value).len ? one->bit : 0;
	return KT_OK;
}

static kt_status read_number(
	const parameter *one, kt_str value, size_t most, size_t *out, kt_error *err)
{
	size_t n = 0;
	int fits = value.len > 0;

	for (size_t i = 0; i < value.len && fits; i++) {
		fits = value.ptr[i] >= '0' && value.ptr[i] <= '9' && n < SIZE_MAX / 20;
		n = n * 10 + (size_t)(value.ptr[i] - '0');
	}
	if (!fits || n > most)
		return kt_fail(err, KT_EINVAL, "%s=%.*s: not a number of 0 to %zu", one->name,
			value.len > 40 ? 40 : (int)value.len, value.ptr, most);
	*out = n;
	return KT_OK;
}

static kt_status take_number(page *p, const parameter *one, kt_str value, kt_error *err)
{
	size_t n = 0, most = one->bit == TAKES_CONTEXT ? CONTEXT_MAX : SIZE_MAX / 40;
	kt_status status = read_number(one, value, most, &n, err);

	if (one->bit == TAKES_CONTEXT)
		p->ask.search.context = (unsigned)n;
	else if (one->bit == TAKES_OFFSET)
		p->ask.offset = n;
	else
		p->ask.limit = n;
	p->ask.has_limit |= one->bit == TAKES_LIMIT;
	return status;
}

static kt_status read_choice(
	const parameter *one, kt_str value, const choice *choices, int *out, kt_error *err)
{
	char all[160] = "";

	for (const choice *c = choices; c->name; c++) {
		if (kt_str_is(value, c->name)) {
			*out = c->value;
			return KT_OK;
		}
		strncat(all, c == choices ? "" : ", ", sizeof all - strlen(all) - 1);
		strncat(all, c->name, sizeof all - strlen(all) - 1);
	}
	return kt_fail(err, KT_EINVAL, "%s=%.*s: not one of %s", one->name,
		value.len > 40 ? 40 : (int)value.len, value.ptr, all);
}

static kt_status take_sort(page *p, const parameter *one, kt_str value, kt_error *err)
{
	return read_choice(one, value, p->view->sorts, &p->ask.sort, err);
}

static kt_status take_kind(page *p, const parameter *one, kt_str value, kt_error *err)
{
	static const choice kinds[] = { { "person", NULL, KT_MENTION_PERSON },
		{ "organisation", NULL, KT_MENTION_ORGANISATION }, { NULL, NULL, 0 } };

	return read_choice(one, value, kinds, &p->ask.kind, err);
}

static kt_status take_year_match(page *p, const parameter *one, kt_str value, kt_error *err)
{
	static const choice ways[] = { { "overlap", NULL, KT_YEARS_OVERLAP },
		{ "within", NULL, KT_YEARS_WITHIN }, { "exact", NULL, KT_YEARS_EXACT },
		{ NULL, NULL, 0 } };
	int way = 0;
	kt_status status = read_choice(one, value, ways, &way, err);

	p->ask.search.year_match = (kt_year_match)way;
	return status;
}

static kt_status take_flag(page *p, const parameter *one, kt_str value, kt_error *err)
{
	static const choice flags[] = { { "1", NULL, 1 }, { "0", NULL, 0 }, { NULL, NULL, 0 } };

	return read_choice(one, value, flags,
		one->bit == TAKES_ALL ? &p->ask.search.all : &p->ask.search.eras, err);
}

static kt_status take_language(page *p, const parameter *one, kt_str value, kt_error *err)
{
	char code[16] = "";

	if (value.len < sizeof code)
		memcpy(code, value.ptr, value.len);
	p->ask.search.language = kt_language_of(code);
	return p->ask.search.language.code[0]
		       ? KT_OK
		       : kt_fail(err, KT_EINVAL, "%s: no code of a language, such as en or ru",
				 one->name);
}

static kt_status take_filter(page *p, const parameter *one, kt_str value, kt_error *err)
{
	kt_filter f = { KT_ASK_PERSON, kt_str_trim(value) };
	kt_error why = { 0 };
	int from, to;

	if (!f.text.len)
		return KT_OK;
	if (one->bit != TAKES_PERSON)
		f.field = one->bit == TAKES_ORG ? KT_ASK_ORGANISATION : KT_ASK_YEAR;
	if (p->ask.search.filter_count == KT_FILTERS_MAX)
		return kt_fail(
			err, KT_EINVAL, "%s: more than %d of them", one->name, KT_FILTERS_MAX);
	if (f.field == KT_ASK_YEAR && kt_query_years(f.text, &from, &to, &why))
		return kt_fail(err, KT_EINVAL, "%s: %s", one->name, why.message);
	p->ask.filters[p->ask.search.filter_count++] = f;
	return KT_OK;
}

static kt_status take_format(page *p, const parameter *one, kt_str value, kt_error *err)
{
	static const choice formats[] = { { "json", NULL, KT_FORMAT_JSON },
		{ "jsonl", NULL, KT_FORMAT_JSONL }, { "tsv", NULL, KT_FORMAT_TSV },
		{ NULL, NULL, 0 } };
	int format = 0;
	kt_status status = read_choice(one, value, formats, &format, err);

	p->ask.format = (kt_format)format;
	p->ask.has_format = !status;
	return status;
}

/* ---- the table ------------------------------------------------------------------------------- */

static const parameter parameters[] = {
	{ "format", TAKES_FORMAT, 0, take_format },
	{ "q", TAKES_Q, 0, take_text },
	{ "name", TAKES_NAME, 0, take_text },
	{ "pattern", TAKES_PATTERN, 0, take_text },
	{ "family", TAKES_FAMILY, 0, take_text },
	{ "person", TAKES_PERSON, 1, take_filter },
	{ "org", TAKES_ORG, 1, take_filter },
	{ "year", TAKES_YEAR, 1, take_filter },
	{ "year-match", TAKES_YEAR_MATCH, 0, take_year_match },
	{ "eras", TAKES_ERAS, 0, take_flag },
	{ "all", TAKES_ALL, 0, take_flag },
	{ "language", TAKES_LANGUAGE, 0, take_language },
	{ "sort", TAKES_SORT, 0, take_sort },
	{ "kind", TAKES_KIND, 0, take_kind },
	{ "limit", TAKES_LIMIT, 0, take_number },
	{ "offset", TAKES_OFFSET, 0, take_number },
	{ "context", TAKES_CONTEXT, 0, take_number },
};

#define COUNT (sizeof parameters / sizeof *parameters)

static const parameter *find(kt_str name)
{
	for (size_t i = 0; i < COUNT; i++)
		if (kt_str_is(name, parameters[i].name))
			return &parameters[i];
	return NULL;
}

unsigned parameter_bit(kt_str name)
{
	const parameter *one = find(name);

	return one ? one->bit : 0;
}

/* A page is no longer than can be read; programs are given what they ask for. */
static kt_status check_limit(const page *p, kt_error *err)
{
	const ask *a = &p->ask;

	if (a->has_format || !a->has_limit || (a->limit && a->limit <= p->view->limit_max))
		return KT_OK;
	return kt_fail(err, KT_EINVAL,
		"limit: a page holds 1 to %zu (format=json as many as you like)",
		p->view->limit_max);
}

kt_status read_ask(page *p, kt_error *err)
{
	unsigned given = 0;
	kt_status status = KT_OK;

	p->ask.kind = KT_MENTION_KINDS;
	p->ask.search.context = p->view->context;
	if (p->view->sorts)
		p->ask.sort = p->view->sorts->value;
	for (size_t i = 0; !status && i < p->target->count; i++) {
		const kt_parameter *told = &p->target->parameters[i];
		const parameter *one = find(told->name);

		if (!one || !(p->view->takes & one->bit))
			return kt_fail(err, KT_EINVAL, "%.*s: %s takes no such parameter",
				told->name.len > 40 ? 40 : (int)told->name.len, told->name.ptr,
				p->view->path);
		if ((given & one->bit) && !one->repeats)
			return kt_fail(err, KT_EINVAL, "%s: given twice", one->name);
		given |= one->bit;
		status = one->take(p, one, told->value, err);
	}
	p->ask.search.filters = p->ask.filters;
	if (!p->ask.has_limit)
		p->ask.limit = p->ask.has_format ? p->view->command_limit : p->view->limit;
	return status ? status : check_limit(p, err);
}
