/* verdict.h - what a frame says of whose words a quotation is. */
#ifndef KARTOTEKA_TAGS_VERDICT_H
#define KARTOTEKA_TAGS_VERDICT_H

#include "frame.h"
#include "speech.h"

typedef struct verdict {
	told told;
	int says; /* by a verb or word of speech, not by one that gives a name */
	int tagged; /* by a tag: “...,” said X */
	int far; /* a pronoun for whom the sentence before names */
	const kt_mention *who;
} verdict;

extern const verdict no_verdict;

static inline int is_class(const piece *p, uint32_t class)
{
	return p->kind == PIECE_WORD && (p->class & class) != 0;
}

static inline kt_str word_of(const reading *r, const frame *f, const piece *p)
{
	return kt_str_sub(text_of(r, f->passage), p->start, p->end);
}

static inline int is_cyrillic(kt_str s)
{
	return s.len && ((unsigned char)s.ptr[0] == 0xD0 || (unsigned char)s.ptr[0] == 0xD1);
}

verdict somebody_says(void);
verdict person_says(const piece *p);
/* Whether a word is one of a list, in any case of ASCII letters. */
int is_word_of(kt_str word, const char *const *list, size_t count);

/* subject.c */

/* Piece i of `count` stands as a subject may: not `to X`, `X and Y`, `X's`, nor declined. */
int is_subject(
	const reading *r, const frame *f, const piece *p, size_t count, size_t i, uint32_t verb);
/* Whom he or she is, the pronoun standing behind the first `pronoun` pieces before the quotation.
 */
verdict antecedent(reading *r, const frame *f, size_t pronoun, uint32_t class, int *ok);
/* Who says what the verb at piece `verb` before the quotation says. */
verdict subject_says(reading *r, const frame *f, size_t verb, int *ok);

/* said_before.c: from the words before the quotation.  `brief`: it is of few words, perhaps a term
 * of the author's own, so that only a frame close by counts. */
verdict said_before(reading *r, const frame *f, int brief, int *ok);
/* Whether what ends at piece `last` leads to the quotation: directly, by a colon, `that` or `as`.
 */
int leads_to_quotation(const frame *f, size_t last);
/* According to X; по словам X, согласно X; from piece i of p. */
verdict by_account(const piece *p, size_t count, size_t i);

/* said_behind.c: from the words that follow the quotation at once. */
verdict said_behind(reading *r, const found *q, const frame *f, int *ok);

#endif
