#include "fields.h"

#define NAME_MAX_BYTES 16 /* longer than every name of a field */
#define SLIP_MIN_BYTES 4 /* a slip in a shorter name may be any other word */

static const struct field {
	const char *name, *usage;
	parse_value value;
} fields[KT_ASK_FIELDS] = {
	[KT_ASK_PERSON] = { "person", "person:NAME", PARSE_NAME },
	[KT_ASK_ORGANISATION] = { "org", "org:NAME", PARSE_NAME },
	[KT_ASK_YEAR] = { "year", "year:1937 or year:1936..1938", PARSE_YEARS },
	[KT_ASK_PUBLISHED] = { "published", "published:1975..2005", PARSE_YEARS },
	[KT_ASK_QUOTE] = { "quote", "quote:word or quote:\"a b c\"", PARSE_WORDS },
	[KT_ASK_BY] = { "by", "by:NAME", PARSE_NAME },
	[KT_ASK_AUTHOR] = { "author", "author:NAME", PARSE_VERBATIM },
	[KT_ASK_TITLE] = { "title", "title:word or title:\"a b c\"", PARSE_VERBATIM },
	[KT_ASK_SOURCE] = { "source", "source:FILE", PARSE_VERBATIM },
	[KT_ASK_LANGUAGE] = { "language", "language:en", PARSE_VERBATIM },
	[KT_ASK_KIND] = { "kind", "kind:footnote", PARSE_VERBATIM },
	[KT_ASK_DATE] = { "date", "date:1936 or date:1936-08..1937", PARSE_DATES },
};

/* Other words for a field, at which people try first. */
static const struct alias {
	const char *name;
	kt_query_field field;
} aliases[] = {
	{ "people", KT_ASK_PERSON },
	{ "organisation", KT_ASK_ORGANISATION },
	{ "organization", KT_ASK_ORGANISATION },
	{ "orgs", KT_ASK_ORGANISATION },
	{ "quotation", KT_ASK_QUOTE },
	{ "speaker", KT_ASK_BY },
	{ "file", KT_ASK_SOURCE },
	{ "lang", KT_ASK_LANGUAGE },
};

const char *kt_query_field_name(kt_query_field field)
{
	return (unsigned)field < KT_ASK_FIELDS ? fields[field].name : "";
}

parse_value parse_field_value(kt_query_field field)
{
	return fields[field].value;
}

const char *parse_field_usage(kt_query_field field)
{
	return fields[field].usage;
}

kt_query_field parse_field_find(kt_str name)
{
	unsigned i = 0;

	while (i < KT_ASK_FIELDS && !kt_str_equal_nocase(name, kt_str_of(fields[i].name)))
		i++;
	return (kt_query_field)i;
}

static char lower(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

/* Whether a becomes b by one letter added, dropped or changed, or two neighbours swapped (Damerau
 * 1964). */
static int one_slip(kt_str a, kt_str b)
{
	size_t head = 0, tail = 0, left_a, left_b;

	while (head < a.len && head < b.len && lower(a.ptr[head]) == lower(b.ptr[head]))
		head++;
	while (tail < a.len - head && tail < b.len - head &&
		lower(a.ptr[a.len - 1 - tail]) == lower(b.ptr[b.len - 1 - tail]))
		tail++;
	left_a = a.len - head - tail;
	left_b = b.len - head - tail;
	if (left_a == 2 && left_b == 2)
		return lower(a.ptr[head]) == lower(b.ptr[head + 1]) &&
		       lower(a.ptr[head + 1]) == lower(b.ptr[head]);
	return left_a <= 1 && left_b <= 1;
}

kt_query_field parse_field_meant(kt_str name)
{
	if (name.len < SLIP_MIN_BYTES || name.len > NAME_MAX_BYTES)
		return KT_ASK_FIELDS;
	for (size_t i = 0; i < sizeof aliases / sizeof aliases[0]; i++)
		if (kt_str_equal_nocase(name, kt_str_of(aliases[i].name)))
			return aliases[i].field;
	for (unsigned i = 0; i < KT_ASK_FIELDS; i++) {
		kt_str known = kt_str_of(fields[i].name);

		if (known.len >= SLIP_MIN_BYTES && one_slip(name, known))
			return (kt_query_field)i;
	}
	return KT_ASK_FIELDS;
}
