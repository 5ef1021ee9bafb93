/* quotations.h - what the files of the quotation tagger share: a quotation that was found, the
 * marks that it was found by, and the source as they see it. */
#ifndef KARTOTEKA_TAGS_QUOTATIONS_H
#define KARTOTEKA_TAGS_QUOTATIONS_H

#include "kartoteka/tags.h"

/* Where no index is meant. */
#define NOWHERE UINT32_MAX

/* ---- marks ---- */

typedef enum family {
	FAMILY_STRAIGHT, /* " */
	FAMILY_CURLY, /* “ ” „ */
	FAMILY_GUILLEMET, /* « » */
	FAMILY_ANGLE, /* ‹ › */
	FAMILY_SINGLE, /* ' ‘ ’ ‚ : apostrophes look the same */
	FAMILIES
} family;

/* What stands beside a mark. */
typedef enum side { SIDE_EDGE, SIDE_SPACE, SIDE_OPENING, SIDE_CLOSING, SIDE_DASH, SIDE_WORD } side;

typedef enum turn { TURN_EITHER, TURN_OPENS, TURN_CLOSES } turn;

typedef struct mark {
	uint32_t at; /* bytes of the passage's text */
	uint32_t pair; /* the mark that it is paired with, or NOWHERE */
	uint8_t length, family, turn; /* turn: as the sign is printed */
	uint8_t before, after; /* sides */
	uint8_t leads, trails; /* something begins behind it; something ends before it */
	uint8_t spaced; /* white space or nothing before, white space behind */
	uint8_t opens; /* of a pair: the first; without one: opens what is never closed */
} mark;

/* The marks of all passages of a source. */
typedef struct marks {
	mark *at;
	size_t count, size;
	uint32_t *stack; /* of pairing: marks that are open */
	size_t stack_size;
} marks;

/* Adds the marks of a text that may be quotation marks.  0: no memory. */
int marks_scan(marks *m, kt_str text, int markdown);
/* Pairs the marks [from, to) of one text.  A mark that is left over keeps pair NOWHERE; `opens`
 * says which way it points.  0: no memory. */
int marks_pair(marks *m, size_t from, size_t to, kt_str text);
void marks_release(marks *m);

/* ---- quotations ---- */

/* What is known of whose words they are. */
typedef enum told {
	TOLD_NOT, /* nothing says that anybody said them */
	TOLD_SOMEBODY, /* a frame is there, but not of one named person */
	TOLD_AUTHOR, /* the frame speaks of a text or of a pronoun: whoever is cited wrote it */
	TOLD_WHO
} told;

typedef struct found {
	uint32_t passage; /* of the source */
	uint32_t start, end; /* without the marks */
	uint32_t from, to; /* with them */
	uint32_t parent; /* the quotation that it stands in, or NOWHERE */
	uint8_t family;
	uint8_t unclosed; /* runs to the end of the passage, without a mark there */
	uint8_t goes_on; /* goes on with the one before it in the list */
	uint8_t whole; /* is its whole passage, but for notes */
	uint8_t tagged; /* its speaker is told by a tag behind it: “...,” said X. */
	uint8_t says; /* a verb of speech frames it, not one that gives a name */
	uint8_t told;
	uint8_t altered;
	kt_quotation_kind kind;
	kt_str speaker, work, page;
} found;

typedef struct finds {
	found *at;
	size_t count, size;
} finds;

/* ---- the source ---- */

/* A source on its way through the tagger. */
typedef struct reading {
	kt_arena *arena;
	kt_tagged *passages;
	size_t count;
	const kt_words *words;
	uint32_t *classes; /* of forms, from speech_class; 0: not looked up */
	size_t forms;
	marks marks;
	size_t *first_mark; /* of each passage, and one more */
	finds finds;
	size_t *first_find; /* of each passage, and one more */
	kt_offsets sentences; /* of passage `sentences_of` */
	uint32_t sentences_of;
	kt_error *err;
} reading;

static inline kt_str text_of(const reading *r, size_t passage)
{
	return r->passages[passage].passage->text;
}

static inline kt_kind kind_of(const reading *r, size_t passage)
{
	return r->passages[passage].passage->kind;
}

/* quotations.c: fills r->sentences with those of a passage.  0: no memory. */
int load_sentences(reading *r, size_t passage);

/* quotation_find.c: from marks and blocks to finds, in order of passage and start.  0: no memory.
 */
int quotations_find(reading *r);

/* quotation_kind.c */
void quotation_titles(reading *r); /* and whether they are altered */
void quotation_terms(reading *r); /* once it is known who is said to say them */
int quotation_altered(kt_str text, int markdown);
/* The bytes of a note marker at `at` ([12], [^12], a superscript digit), or 0. */
size_t note_marker(kt_str text, size_t at);
/* [*from, *to) without white space, `>` at line starts, note markers behind. */
void trim_block(kt_str text, uint32_t *from, uint32_t *to);
/* Words of a text that begin with a capital, and all. */
typedef struct case_count {
	unsigned words, capitals, long_words, long_capitals;
	int first; /* the first is a capital */
} case_count;
case_count count_case(kt_str text);
/* Printed as titles are: The Land Question and the Fight for Freedom. */
int titled(kt_str text);

/* speaker.c */
kt_status quotation_speakers(reading *r);
/* Whether the sentence that leads to a block names a person. */
int leads_with(reading *r, const found *q, kt_str id);

/* cited.c: attribution lines and citations in brackets; the speakers they tell. */
kt_status quotation_sources(reading *r);

#endif
