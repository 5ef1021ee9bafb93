/* posting.h - which terms a passage gets, and its words in their order. */
#ifndef KARTOTEKA_STORE_POSTING_H
#define KARTOTEKA_STORE_POSTING_H

#include "kartoteka/store.h"

#include "stream.h"

typedef struct posting_mark posting_mark;

/* Room that is used again from passage to passage: nothing is allocated per token. */
typedef struct posting {
	xap_document *doc; /* of the passage at hand */
	kt_buf term;

	/* Tokens by form: `seen[form] == round` says that the form has place `rank[form]` among the
	 * distinct ones of this round. */
	uint32_t *seen, *rank, round;
	size_t forms;
	uint32_t *distinct; /* form numbers of the passage, each once */
	size_t distinct_count, distinct_size;
	stream stream; /* the words in their order */

	uint32_t *positions; /* of a tag */
	size_t positions_size;
	posting_mark *marks; /* terms of tags */
	size_t mark_count, mark_size;
	kt_buf mark_terms;

	kt_buf source_term; /* of each passage of the source */
	kt_language language; /* of the source */
} posting;

void posting_release(posting *posting);

/* Makes what all passages of a source get. */
kt_status posting_source(posting *posting, const kt_source_record *source, kt_error *err);
/* Fills posting->doc with its terms (the record is not its business), `stream` and `distinct`. */
kt_status posting_passage(posting *posting, const kt_passage *passage, const kt_tokens *tokens,
	const kt_words *words, kt_error *err);

#endif
