/* heading.c - which pieces are headings, where no markup says so. */
#include "piece.h"

#include <string.h>

enum { STRONG_WORDS = 14, WEAK_WORDS = 10, WEAK_WIDTH = 60, LOOK_AHEAD = 3, TEXT_WORDS = 20 };

static const struct piece *piece_of(const struct reading *reading, size_t i)
{
	return i < reading->pieces.count ? &reading->pieces.at[i] : NULL;
}

/* A word of three letters, or a number in Roman figures: initials alone are a signature. */
static int has_word(kt_str s)
{
	size_t run = 0, letters = 0, at = 0;

	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.ptr[i];

		if (c < 0x80 && !((c | 0x20) >= 'a' && (c | 0x20) <= 'z'))
			run = 0;
		else if ((c & 0xC0) != 0x80)
			run++;
		if (run >= 3)
			return 1;
	}
	for (; at < s.len; at++)
		letters += strchr("IVXLC.", s.ptr[at]) != NULL;
	return letters == s.len;
}

/* Set in the middle of the line. */
static int is_centred(const struct reading *reading, const struct piece *piece)
{
	uint32_t middle = 2 * piece->indent + piece->widest;

	return reading->width && piece->indent >= reading->indent + 6 && piece->lines <= 3 &&
	       middle + 10 >= reading->width + reading->indent &&
	       middle <= reading->width + reading->indent + 10;
}

int is_strong_heading(const struct reading *reading, size_t i)
{
	const struct piece *p = piece_of(reading, i);
	kt_str s = piece_str(reading->text, p);

	if (p->words == 0 || p->words > STRONG_WORDS || p->lines > 4 ||
		(p->look & (LOOK_COMMA | LOOK_PARENS | LOOK_BRACKETS | LOOK_WEB)) || p->gaps)
		return 0;
	if ((p->look & LOOK_UNDERLINED) || names_chapter(s) || section_of(s) != SECTION_TEXT)
		return 1;
	if (p->look & LOOK_COLON)
		return 0;
	if (p->look & LOOK_CAPS) {
		/* With a stop behind it may be a signature as well. */
		int plain = (p->look & LOOK_STOP) && !(p->look & LOOK_ASKS);

		return has_word(s) && (!plain || p->blank_before >= 2 || is_centred(reading, p));
	}
	return is_centred(reading, p) && !(p->look & LOOK_STOP) && (p->look & LOOK_CAPITAL);
}

/* Whether the text before piece i has come to an end. */
static int is_closed_before(const struct reading *reading, size_t i)
{
	const struct piece *p = piece_of(reading, i), *before = i ? p - 1 : NULL;

	return !before || before->kind != KT_KIND_PARAGRAPH || (before->look & LOOK_STOP) ||
	       p->blank_before >= 2;
}

static int may_be_weak(const struct reading *reading, const struct piece *p)
{
	const unsigned never = LOOK_COLON | LOOK_COMMA | LOOK_PARENS | LOOK_BRACKETS | LOOK_QUOTED |
			       LOOK_DASH | LOOK_WEB;

	if (p->lines != 1 || p->words == 0 || p->words > WEAK_WORDS || p->widest > WEAK_WIDTH ||
		p->gaps || (p->look & never))
		return 0;
	if (!reading->markdown && reading->text.ptr[p->from] == '_')
		return 0; /* in italics: a signature */
	if (p->marker == MARK_BULLET || p->marker == MARK_STAR || p->marker == MARK_NOTE)
		return 0;
	if ((p->look & LOOK_STOP) &&
		!((p->look & LOOK_ASKS) && (p->look & LOOK_TITLE) && !p->marker &&
			kt_str_find(piece_str(reading->text, p), KT_STR(". "), 0) == SIZE_MAX))
		return 0;
	return p->marker || (p->look & (LOOK_CAPITAL | LOOK_DIGIT));
}

/* Whether text follows piece i, at once or after other headings. */
static int leads_to_text(const struct reading *reading, size_t i)
{
	const struct piece *p = piece_of(reading, i), *next;

	for (size_t j = i + 1; j <= i + LOOK_AHEAD && (next = piece_of(reading, j)); j++) {
		if (may_be_weak(reading, next) && next->words * 2 < TEXT_WORDS && !next->given)
			continue;
		if (next->given)
			return next->kind != KT_KIND_FOOTNOTE;
		/* A quotation after words without a stop is what they lead in to. */
		if ((next->look & LOOK_LOWER) || (j == i + 1 && (next->look & LOOK_OPENS) &&
							 !(p->look & LOOK_TITLE) && !p->marker))
			return 0;
		return next->words >= TEXT_WORDS || next->marker != MARK_NONE;
	}
	/* Set off by more than what parts paragraphs. */
	return p->blank_before >= 2 && i + 1 < reading->pieces.count && p[1].blank_before == 1;
}

int is_heading(const struct reading *reading, size_t i)
{
	const struct piece *p = piece_of(reading, i), *next = piece_of(reading, i + 1);

	if (reading->marked_headings)
		return 0;
	if (is_strong_heading(reading, i))
		return 1;
	if (!may_be_weak(reading, p) || !is_closed_before(reading, i))
		return 0;
	if (p->marker && ((next && next->marker == p->marker && next->number == p->number + 1) ||
				 (i && p[-1].marker == p->marker && p[-1].number + 1 == p->number)))
		return 0; /* items of a list */
	return leads_to_text(reading, i);
}
