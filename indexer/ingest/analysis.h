/* analysis.h - a source's blocks to tagged passages. */
#ifndef KARTOTEKA_INGEST_ANALYSIS_H
#define KARTOTEKA_INGEST_ANALYSIS_H

#include "kartoteka/ingest.h"

/* Scratch of one worker: what is kept from source to source. */
typedef struct analysis {
	kt_arena *arena; /* of the stretch of a source at hand */
	kt_arena *kept; /* of the source at hand */
	kt_words *words;
	kt_tokens tokens; /* of the passages at hand, one after the other */
	kt_tokens cutting;
	kt_offsets sentences;
	kt_language usual; /* of most words of the source at hand */
	uint32_t number; /* of its last passage */
	kt_year_tagger *year_tagger;
	kt_name_tagger *name_tagger;
} analysis;

kt_status analysis_init(analysis *a, const kt_authority *authority, kt_error *err);
void analysis_release(analysis *a);
/* Forgets the words when they have become very many, between stretches: what is kept of each is
 * memory that would grow with the collection. */
kt_status analysis_renew(analysis *a, const kt_authority *authority, kt_error *err);

/* Told each passage with its tokens (a copy of the slice of a->tokens), in reading order. */
typedef kt_status (*analysis_fn)(
	void *context, const kt_passage *passage, const kt_tokens *tokens, kt_error *err);
/* Begins a source. */
void analysis_begin(analysis *a);
/* Cuts, tokenises, tags a source, or the next stretch of it.  language: what the user said, or "".
 */
kt_status analysis_run(analysis *a, const kt_tag_source *source, const kt_source_text *text,
	kt_language language, analysis_fn fn, void *context, kt_error *err);

#endif
