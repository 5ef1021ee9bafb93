/* term.c - index terms: one table of prefixes, shared by indexer and query. */
#include "kartoteka/store.h"

#include <string.h>

static const struct {
	const char *name, *prefix;
} fields[KT_FIELDS] = {
	[KT_FIELD_WORD] = { "word", "" },
	[KT_FIELD_PERSON] = { "person", "XP" },
	[KT_FIELD_ORGANISATION] = { "organisation", "XO" },
	[KT_FIELD_YEAR] = { "year", "XY" },
	[KT_FIELD_ERA] = { "era", "XE" },
	[KT_FIELD_PUBLISHED] = { "year of publication", "XU" },
	[KT_FIELD_QUOTED] = { "quoted word", "XQ" },
	[KT_FIELD_SPEAKER] = { "speaker", "XB" },
	[KT_FIELD_KIND] = { "kind", "XK" },
	[KT_FIELD_LANGUAGE] = { "language", "XL" },
	[KT_FIELD_SOURCE] = { "source", "XS" },
	[KT_FIELD_EXCLUDED] = { "word from a name", "XD" },
};

#define HASH_DIGITS 16

kt_str kt_term_prefix(kt_field field)
{
	return kt_str_of(fields[field].prefix);
}

/* The longest start of a value that fits before a hash, with whole code points. */
static kt_str cut(kt_str value, size_t room)
{
	size_t end = room - HASH_DIGITS;

	while (end && ((unsigned char)value.ptr[end] & 0xc0) == 0x80)
		end--;
	return kt_str_sub(value, 0, end);
}

kt_status kt_term_build(kt_buf *out, kt_field field, kt_str value, kt_error *err)
{
	kt_str prefix = kt_term_prefix(field);
	size_t room = XAP_TERM_MAX - prefix.len;

	kt_buf_clear(out);
	if (!value.len)
		return kt_fail(err, KT_EINVAL, "%s: empty", fields[field].name);
	if (memchr(value.ptr, '\0', value.len))
		return kt_fail(err, KT_EINVAL, "%s: holds a NUL", fields[field].name);
	kt_buf_add(out, prefix);
	if (value.len <= room) {
		kt_buf_add(out, value);
	} else {
		kt_buf_add(out, cut(value, room));
		kt_buf_addf(out, "%016llx", (unsigned long long)kt_hash(value));
	}
	return kt_buf_status(out, err);
}
