/* years_words.h - the words of time and of its surroundings. */
#ifndef TAGS_YEARS_WORDS_H
#define TAGS_YEARS_WORDS_H

#include "years.h"

typedef struct word_row {
	const char *words; /* folded forms, parted by spaces */
	uint32_t roles;
	int16_t value, sub;
} word_row;

extern const word_row year_words[];
extern const size_t year_word_count;

/* Words beside the names of eras; cue: CUE_ bits. */
typedef struct cue_row {
	const char *words;
	uint32_t cue;
} cue_row;

extern const cue_row year_cues[];
extern const size_t year_cue_count;

#endif
