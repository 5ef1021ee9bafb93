/* Until the taggers are here, nothing is tagged. */
#include "kartoteka/tags.h"

#include <stdlib.h>

kt_status kt_tag_quotations(kt_arena *arena, const kt_tag_source *source, kt_tagged *passages,
	size_t count, const kt_words *words, kt_error *err)
{
	(void)arena, (void)source, (void)passages, (void)count, (void)words, (void)err;
	return KT_OK;
}

struct kt_authority {
	int unused;
};

kt_status kt_authority_new(kt_authority **out, kt_error *err)
{
	*out = calloc(1, sizeof **out);
	return *out ? KT_OK : kt_fail(err, KT_ENOMEM, "out of memory");
}

void kt_authority_free(kt_authority *authority)
{
	free(authority);
}

kt_status kt_authority_add(kt_authority *authority, const char *file, kt_str table, kt_error *err)
{
	(void)authority, (void)file, (void)table, (void)err;
	return KT_OK;
}

kt_status kt_authority_write(
	const kt_authority *authority, kt_mention_kind kind, kt_buf *out, kt_error *err)
{
	(void)authority, (void)kind, (void)out, (void)err;
	return KT_OK;
}

size_t kt_authority_count(const kt_authority *authority)
{
	(void)authority;
	return 0;
}

const kt_bearer *kt_authority_bearer(const kt_authority *authority, size_t i)
{
	(void)authority, (void)i;
	return NULL;
}

kt_status kt_authority_resolve(const kt_authority *authority, kt_arena *arena,
	kt_mention_kind kind, kt_str name, size_t **out, size_t *count, kt_error *err)
{
	(void)authority, (void)arena, (void)kind, (void)name, (void)err;
	*out = NULL;
	*count = 0;
	return KT_OK;
}

struct kt_name_tagger {
	int unused;
};

kt_status kt_name_tagger_new(kt_name_tagger **out, const kt_authority *authority, kt_error *err)
{
	(void)authority;
	*out = calloc(1, sizeof **out);
	return *out ? KT_OK : kt_fail(err, KT_ENOMEM, "out of memory");
}

void kt_name_tagger_free(kt_name_tagger *tagger)
{
	free(tagger);
}

kt_status kt_tag_names(kt_name_tagger *tagger, kt_arena *arena, const kt_tag_source *source,
	kt_tagged *passages, size_t count, const kt_words *words, kt_error *err)
{
	(void)tagger, (void)arena, (void)source, (void)passages, (void)count, (void)words;
	(void)err;
	return KT_OK;
}
