/* Until the taggers are here, nothing is tagged. */
#include "kartoteka/tags.h"

#include <stdlib.h>

kt_status kt_tag_quotations(kt_arena *arena, const kt_tag_source *source, kt_tagged *passages,
	size_t count, const kt_words *words, kt_error *err)
{
	(void)arena, (void)source, (void)passages, (void)count, (void)words, (void)err;
	return KT_OK;
}
