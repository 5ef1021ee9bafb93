/* kept.h - what the questions that are asked of one index have in common: made once, read once. */
#ifndef KARTOTEKA_STORE_KEPT_H
#define KARTOTEKA_STORE_KEPT_H

#include "kartoteka/store.h"

#define KEPT_WORDS 2 /* lists of words; one question has as many at a time */

typedef struct kept_state {
	/* Of the program: they stay when the index is opened anew. */
	kt_conflation *conflation;
	kt_words *words[KEPT_WORDS]; /* that no question has at the moment */
	size_t words_count;

	/* Of the index. */
	int has_languages, has_average;
	kt_language languages[32];
	double average;
	kt_map *seen; /* words, and how often each occurs */
	uint64_t *occurrences;
	size_t occurrences_size;
	kt_map *numbers; /* of sources */
	kt_source_record *sources; /* with texts in source_texts */
	size_t source_size;
	kt_arena *source_texts;
} kept_state;

/* Forgets what is of the index. */
void kept_forget(kept_state *k);
void kept_release(kept_state *k);

/* As xap_reader_term tells how often a term occurs. */
kt_status kept_occurrences(
	kept_state *k, xap_reader *reader, kt_str term, uint64_t *occurrences, kt_error *err);

/* NULL: it is not known yet. */
const kt_source_record *kept_source(const kept_state *k, uint32_t number);
kt_status kept_add_source(kept_state *k, const kt_source_record *source, kt_error *err);

#endif
