/* state.c - what the metadata says of the whole index. */
#include "state.h"

#include <stdio.h>

#include "lexicon.h"
#include "source.h"
#include "stream.h"

static const char *const names[STATE_KEYS] = {
	[STATE_SCHEMA] = "schema",
	[STATE_ANALYSER] = "analyser",
	[STATE_WRITTEN] = "written",
	[STATE_PASSAGES] = "passages",
	[STATE_WORDS] = "words",
	[STATE_SOURCES] = "sources",
	[STATE_LAST_SOURCE] = "last-source",
};

kt_str state_name(state_key key)
{
	return kt_str_of(names[key]);
}

int state_parse(uint64_t *out, kt_str text)
{
	size_t i;

	*out = 0;
	for (i = 0; i < text.len; i++) {
		uint64_t digit = (uint64_t)(unsigned char)text.ptr[i] - '0';

		if (digit > 9 || *out > (UINT64_MAX - digit) / 10)
			return 0;
		*out = *out * 10 + digit;
	}
	return text.len > 0;
}

int state_reserved(kt_str key)
{
	int i;

	for (i = 0; i < STATE_KEYS; i++)
		if (kt_str_is(key, names[i]))
			return 1;
	return kt_str_starts(key, KT_STR(SOURCE_KEY)) || kt_str_is(key, LEXICON_LANGUAGES_KEY) ||
	       kt_str_is(key, STREAM_COUNTS_KEY);
}

kt_status state_check(const char *dir, kt_str schema, kt_str analyser, kt_error *err)
{
	uint64_t written_schema, written_analyser;

	if (!state_parse(&written_schema, schema) || !state_parse(&written_analyser, analyser))
		return kt_fail(err, KT_ECORRUPT,
			"%s: does not say its version; index again (kartoteka-index --rebuild)",
			dir);
	if (written_schema == KT_SCHEMA_VERSION && written_analyser == KT_ANALYSER_VERSION)
		return KT_OK;
	return kt_fail(err, KT_EVERSION,
		"%s: of version %llu.%llu, this program reads %d.%d; index again "
		"(kartoteka-index --rebuild)",
		dir, (unsigned long long)written_schema, (unsigned long long)written_analyser,
		KT_SCHEMA_VERSION, KT_ANALYSER_VERSION);
}
