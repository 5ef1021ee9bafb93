/* posting_tags.h - the terms that a passage gets from its tags. */
#ifndef KARTOTEKA_STORE_POSTING_TAGS_H
#define KARTOTEKA_STORE_POSTING_TAGS_H

#include "posting.h"

/* People, organisations, years and speakers; and posting->quoted. */
kt_status posting_tags(
	posting *posting, const kt_passage *passage, const kt_tokens *tokens, kt_error *err);

#endif
