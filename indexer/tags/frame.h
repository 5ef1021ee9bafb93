/* frame.h - the sentence around a quotation, as its frame is looked for in: words by what they may
 * be in a frame, people and quotations each as one piece. */
#ifndef KARTOTEKA_TAGS_FRAME_H
#define KARTOTEKA_TAGS_FRAME_H

#include "quotations.h"

/* What stands between a piece and the one before. */
enum {
	GAP_COMMA = 1 << 0,
	GAP_COLON = 1 << 1,
	GAP_SEMICOLON = 1 << 2,
	GAP_DASH = 1 << 3,
	GAP_OPEN = 1 << 4, /* ( */
	GAP_CLOSE = 1 << 5, /* ) */
	GAP_STOP = 1 << 6
};

typedef enum piece_kind { PIECE_WORD, PIECE_PERSON, PIECE_QUOTATION } piece_kind;

typedef struct piece {
	piece_kind kind;
	uint32_t class; /* of a word */
	uint32_t start, end; /* bytes of the passage */
	unsigned gap; /* before it */
	int possessive;
	int small; /* a word without a capital */
	const kt_mention *person; /* of a person; NULL where the mention may be of several */
} piece;

enum { FRAME_LEFT = 64, FRAME_RIGHT = 24 };

typedef struct frame {
	piece left[FRAME_LEFT]; /* of the sentence, up to the quotation */
	size_t left_count;
	unsigned gap_before; /* between the last of them and the quotation */
	piece right[FRAME_RIGHT];
	size_t right_count;
	unsigned gap_after; /* behind the last of them */
	int fresh; /* what stands behind is a sentence of its own */
	uint32_t passage;
	uint32_t sentence; /* where it begins */
	int left_cut; /* the sentence is longer than what is kept of it */
} frame;

uint32_t class_of(reading *r, uint32_t form);
/* The first token of the passage at or behind an offset. */
size_t token_at(const reading *r, size_t passage, uint32_t offset);
/* The first find of the passage that begins at or behind an offset; the last and one where none
 * does. */
size_t find_from(const reading *r, size_t passage, uint32_t offset);
/* Number of the first sentence that begins behind an offset, of those loaded. */
size_t sentence_behind(const reading *r, uint32_t offset);
/* The person named at `offset`, with the span of the name; *is_person where any is.  Where the span
 * has several bearers, the one that is surer than the others, else NULL. */
const kt_mention *person_at(
	const kt_passage *p, uint32_t offset, uint32_t *start, uint32_t *end, int *is_person);
/* The frame of find i.  0: no memory. */
int frame_of(reading *r, size_t i, frame *out);
/* The last sentence of a passage, as what leads to a block behind it; *open: it is not ended by a
 * full stop.  0: no memory. */
int frame_lead_in(reading *r, size_t passage, frame *out, int *open);
/* The sentence before `offset`'s own, in left.  0: no memory. */
int frame_before(reading *r, size_t passage, uint32_t offset, frame *out);

#endif
