/* index.h - the names of an authority laid out for finding them in a text. */
#ifndef KARTOTEKA_TAGS_INDEX_H
#define KARTOTEKA_TAGS_INDEX_H

#include "authority.h"

enum { NONE = -1 };

/* How a word of a text comes to be a word of a name. */
typedef enum word_how { HOW_EXACT, HOW_OBLIQUE, HOW_SOUND, HOW_SLIP } word_how;

typedef struct reading {
	uint32_t word; /* form of the authority's words */
	uint16_t how, plural; /* (two bytes, so that none lies unused) */
} reading;

typedef struct reading_link {
	reading r;
	int32_t next;
} reading_link;

/* A name that begins with a word. */
typedef struct start {
	uint32_t row, name;
	int32_t next;
} start;

typedef struct name_index {
	const kt_authority *authority;
	/* Words of surnames; to the head of a list of links.  By sound Latin words of a text find
	 * names that are Cyrillic by origin, Cyrillic words those that are not. */
	keymap exact, sound, foreign, shorter;
	reading_link *links;
	size_t link_count, link_size;
	int32_t *surname_starts; /* by form of the authority: names whose surname begins so */
	keymap stems; /* classes of words of whole names and bodies */
	int32_t *word_stems; /* by form of the authority */
	int32_t *phrase_starts; /* by number of the stem */
	size_t phrase_count, phrase_size;
	keymap acronyms; /* by key */
	uint8_t beginnings[1 << 13]; /* bits: how words of phrases begin, to pass over most words */
	start *starts;
	size_t start_count, start_size;
	kt_conflation *conflation;
	kt_buf room, plain;
	int failed;
} name_index;

/* Lays the names out, or takes them as they were packed with the authority. */
kt_status name_index_init(name_index *x, const kt_authority *authority, kt_error *err);
void name_index_release(name_index *x);
void name_index_pack(kt_buf *out, const name_index *x);
void name_index_unpack(name_index *x, packed *from);
/* index_make.c */
kt_status name_index_make(name_index *x, kt_error *err);

/* A bit for the first three bytes of a word. */
uint32_t name_beginning(kt_str folded);
enum { SLIP_WORD = 7 }; /* of a word in which one may differ */

/* Told each reading of a folded word as a word of a surname, exact ones first; sounds only when
 * nothing is exact. */
typedef void (*reading_fn)(void *context, reading r);
void name_index_read(const name_index *x, kt_str folded, reading_fn fn, void *context);
/* The same for a long word that is nothing else: with one slip of a letter. */
void name_index_slips(name_index *x, kt_str folded, reading_fn fn, void *context);

/* The number of the class of a word among the words of whole names and bodies, or NONE. */
int32_t name_index_stem(name_index *x, kt_str folded);

#endif
