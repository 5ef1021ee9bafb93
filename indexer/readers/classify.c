/* classify.c - what kind of block each piece is: by its looks, its first words and its neighbours,
 * as a reader of print tells.
 *
 * The rules stand in a table; the first that fits decides.  Kinds of pieces before are known when a
 * rule is asked, of those behind only the looks. */
#include "piece.h"

#include <string.h>

enum {
	SHORT_WORDS = 60, /* captions, attributions */
	LIKE = 70, /* per cent of words that a caption and its alternative text have in common */
	NEIGHBOURS = 8, /* how far off the next number of a list may be */
	NOTE_PIECES = 20, /* an editor's note in brackets may have so many paragraphs */
	MERGED = 600 /* bytes */
};

struct context {
	struct reading *reading;
	size_t i;
	struct piece *p, *before, *after; /* NULL at the ends */
	enum section section;
	int section_strong, section_level;
	size_t note_until; /* pieces before this one are in an editor's note */
};

static kt_str text_of(const struct context *c, const struct piece *piece)
{
	return piece_str(c->reading->text, piece);
}

/* ---- notes ---- */

static int marked_footnote(struct context *c)
{
	const struct piece *p = c->p;

	if (p->marker == MARK_NOTE) /* but a bibliography may be numbered so */
		return !(c->section == SECTION_BIBLIOGRAPHY &&
			 (c->before->kind == KT_KIND_HEADING ||
				 (c->before->marker == MARK_NOTE &&
					 c->before->kind == KT_KIND_BIBLIOGRAPHY)));
	if (names_footnote(text_of(c, p)))
		return 1;
	/* "Footnote 1:" alone, the note below it */
	return c->before && c->before->kind == KT_KIND_FOOTNOTE && c->before->words <= 3 &&
	       (c->before->look & LOOK_COLON);
}

/* * text, where the text before has a star that points here. */
static int starred_footnote(struct context *c)
{
	kt_str s;
	size_t at = 0;

	if (c->p->marker != MARK_STAR || c->reading->markdown)
		return 0;
	for (size_t back = 1; back <= 3 && back <= c->i; back++) {
		const struct piece *before = c->p - back;

		if (before->marker == MARK_STAR)
			continue;
		s = text_of(c, before);
		for (at = 1; at < s.len && (at = kt_str_find(s, KT_STR("*"), at)) != SIZE_MAX; at++)
			if (!space_before(s, 0, at) &&
				(at + 1 >= s.len || !((s.ptr[at + 1] | 0x20) >= 'a' &&
							    (s.ptr[at + 1] | 0x20) <= 'z')))
				return 1;
	}
	return 0;
}

static int editors_note(struct context *c)
{
	const struct piece *p = c->p;
	kt_str s = text_of(c, p);

	if (c->i < c->note_until)
		return 1;
	if (names_editor(s) && !(p->words <= 4 && section_of(s) != SECTION_TEXT))
		return 1;
	if (s.ptr[0] != '[' || (p->look & LOOK_DIGIT) || p->words < 3)
		return 0;
	if (p->look & LOOK_BRACKETS)
		return 1;
	if (kt_str_find(s, KT_STR("]"), 0) != SIZE_MAX)
		return 0;
	for (size_t j = 1; j < NOTE_PIECES && c->i + j < c->reading->pieces.count; j++) {
		kt_str next = text_of(c, p + j);

		if (next.ptr[0] == '[')
			return 0;
		if (next.ptr[next.len - 1] == ']') {
			c->note_until = c->i + j + 1;
			return 1;
		}
	}
	return 0;
}

/* ---- tables ---- */

static int table(struct context *c)
{
	const struct piece *p = c->p;

	int goes_on = c->before && c->before->kind == KT_KIND_TABLE;

	if (p->lines >= 2)
		return p->gaps * 2 >= p->lines || (p->gaps && goes_on && p->words <= 40);
	/* a row of a table of contents */
	return p->gaps == 1 && p->words <= 20 && ((p->look & LOOK_PAGES) || goes_on);
}

/* ---- quotations and whose they are ---- */

/* In parentheses or after a dash, with a name, a year or a page. */
static int may_attribute(const struct piece *p)
{
	if (!p || p->words > SHORT_WORDS)
		return 0;
	if (p->look & LOOK_PARENS) /* a whole sentence is an aside */
		return (p->look & (LOOK_YEAR | LOOK_PAGES)) ||
		       ((p->look & LOOK_CAPITAL) && p->words <= 12);
	return (p->look & LOOK_DASH) && p->words <= 40 && !(p->look & LOOK_ASKS);
}

static int attribution(struct context *c)
{
	return c->before && may_attribute(c->p) &&
	       (c->before->kind == KT_KIND_BLOCKQUOTE || c->before->kind == KT_KIND_VERSE);
}

/* Whether the text before leads in to a quotation: it ends with a colon, or without a stop. */
static int led_in(const struct context *c)
{
	size_t i = c->i;

	while (i > 0 && c->reading->pieces.at[i - 1].kind == KT_KIND_CAPTION)
		i--;
	if (i == 0)
		return 0;
	return c->reading->pieces.at[i - 1].kind == KT_KIND_PARAGRAPH &&
	       !(c->reading->pieces.at[i - 1].look & LOOK_STOP);
}

static int set_in(const struct context *c)
{
	const struct reading *reading = c->reading;
	const struct piece *p = c->p;

	if (p->words < 4 || p->indent < reading->indent + 2)
		return 0;
	/* A short one may be of a title page, or a signature. */
	if (p->words < 15 && !(p->look & LOOK_OPENS) && !led_in(c) &&
		!(c->before && c->before->kind == KT_KIND_BLOCKQUOTE))
		return 0;
	/* One line alone may be a paragraph with its first line set in. */
	if (p->lines == 1)
		return p->indent > reading->first_indent && p->words >= 8;
	return 1;
}

static int blockquote(struct context *c)
{
	const struct piece *p = c->p;

	if (set_in(c) || c->reading->text.ptr[p->from] == '>')
		return 1;
	if (!(p->look & LOOK_OPENS))
		return (p->look & LOOK_CAPITAL) && may_attribute(c->after) && led_in(c);
	if (led_in(c) || may_attribute(c->after))
		return p->words >= 3;
	if ((p->look & LOOK_QUOTED) && p->words >= 8)
		return 1;
	return c->before && c->before->kind == KT_KIND_BLOCKQUOTE &&
	       (c->before->look & LOOK_UNCLOSED);
}

/* ---- captions ---- */

static int named_caption(struct context *c)
{
	int name = c->p->words <= SHORT_WORDS ? names_picture(text_of(c, c->p)) : 0;

	return name == 1 || (name == 2 && c->p->words <= 25 && !(c->p->look & LOOK_STOP));
}

static int alike(const struct context *c, const struct piece *a, const struct piece *b)
{
	kt_str s = text_of(c, a), t = text_of(c, b);
	size_t n = 0;

	if (!b || b->given || a->words < 4 || b->words < 4 || a->words > SHORT_WORDS ||
		b->words > SHORT_WORDS || a->marker != b->marker || a->marker == MARK_NOTE ||
		a->gaps || b->gaps)
		return 0;
	/* An alternative text begins as its caption does, or ends so. */
	while (n < 4 && n < s.len && n < t.len && s.ptr[n] == t.ptr[n])
		n++;
	if (n < 4 && memcmp(s.ptr + s.len - 4, t.ptr + t.len - 4, 4) != 0)
		return 0;
	return words_in_common(s, t) >= LIKE;
}

/* A picture copied from the web leaves its alternative text and its caption behind. */
static int doubled_caption(struct context *c)
{
	const struct piece *p = c->p;

	if (p->lines > 3 || c->section != SECTION_TEXT || p->words < 4 || p->words > SHORT_WORDS)
		return 0;
	if (c->before && c->before->kind == KT_KIND_CAPTION && alike(c, p, c->before))
		return 1;
	/* What ends with a full stop is a caption only where it cuts a sentence in two. */
	if ((p->look & LOOK_STOP) && !(p->look & LOOK_ASKS) &&
		(!c->before || c->before->kind != KT_KIND_PARAGRAPH ||
			(c->before->look & (LOOK_STOP | LOOK_COLON))))
		return 0;
	return c->after && alike(c, p, c->after);
}

/* A short piece that a sentence goes on behind. */
static int interrupting_caption(struct context *c)
{
	const struct piece *p = c->p;

	return c->before && c->after && p->words <= 40 && p->lines <= 3 &&
	       !(p->look & (LOOK_STOP | LOOK_COLON | LOOK_COMMA | LOOK_OPENS | LOOK_PARENS)) &&
	       (p->look & LOOK_CAPITAL) && c->before->kind == KT_KIND_PARAGRAPH &&
	       c->before->words >= 15 && !(c->before->look & (LOOK_STOP | LOOK_COLON)) &&
	       (c->after->look & LOOK_LOWER) && c->after->words >= 10;
}

/* ---- headings and the sections that they open ---- */

static int looks_like_entry(const struct piece *p)
{
	return p && ((p->look & (LOOK_YEAR | LOOK_PAGES | LOOK_WEB)) || p->marker);
}

static int heading(struct context *c)
{
	const struct piece *p = c->p;

	if (!is_heading(c->reading, c->i))
		return 0;
	if (c->section == SECTION_TEXT || c->section == SECTION_EDITOR)
		return 1;
	if (is_strong_heading(c->reading, c->i))
		return 1;
	/* Among entries a short line is rather one of them. */
	return p->words <= 6 && !(p->look & (LOOK_YEAR | LOOK_PAGES)) &&
	       !memchr(text_of(c, p).ptr, ',', text_of(c, p).len);
}

/* A heading within a bibliography (Archives, Books) does not end it. */
static void enter_section(struct context *c)
{
	const struct piece *p = c->p;
	enum section section = section_of(text_of(c, p));
	int strong = p->given || is_strong_heading(c->reading, c->i);
	int within = c->section != SECTION_TEXT &&
		     (p->level ? p->level > c->section_level
			       : (c->section_strong && !strong) || looks_like_entry(c->after));

	if (section == SECTION_TEXT && within)
		return;
	if (section != SECTION_TEXT && within && c->section == SECTION_BIBLIOGRAPHY &&
		section == SECTION_BIBLIOGRAPHY)
		return; /* Sources, below it Primary sources */
	c->section = section;
	c->section_strong = strong;
	c->section_level = p->level;
}

static int bibliography(struct context *c)
{
	return c->section == SECTION_BIBLIOGRAPHY || c->section == SECTION_REFERENCES;
}

static int note_below_heading(struct context *c)
{
	return c->section == SECTION_NOTES;
}

static int index_below_heading(struct context *c)
{
	return c->section == SECTION_INDEX;
}

static int editor_below_heading(struct context *c)
{
	return c->section == SECTION_EDITOR;
}

/* ---- lists and verse ---- */

static int neighbours_count(const struct context *c)
{
	const struct pieces *pieces = &c->reading->pieces;
	size_t from = c->i > NEIGHBOURS ? c->i - NEIGHBOURS : 0;

	for (size_t j = from; j < pieces->count && j <= c->i + NEIGHBOURS; j++) {
		const struct piece *other = &pieces->at[j];

		if (other->marker == c->p->marker && j != c->i &&
			other->number + (j < c->i) == c->p->number + (j > c->i))
			return 1;
	}
	return 0;
}

static int list(struct context *c)
{
	switch (c->p->marker) {
	case MARK_BULLET:
	case MARK_STAR:
		return 1;
	case MARK_NUMBER:
	case MARK_LETTER:
	case MARK_ROMAN:
		return neighbours_count(c);
	default:
		/* a stack of short lines: names, contents */
		return c->p->lines >= 4 && c->p->words <= c->p->lines * 7 && c->p->widest <= 60 &&
		       c->p->capitals * 10 >= c->p->lines * 8;
	}
}

static int verse(struct context *c)
{
	const struct piece *p = c->p;
	uint32_t room = c->reading->width ? c->reading->width : 75;

	return p->lines >= 3 && p->widest <= 60 && p->widest * 4 <= room * 3 &&
	       (p->indent + p->widest) * 20 <= room * 17 && p->capitals * 10 >= p->lines * 7 &&
	       p->ends * 10 <= p->lines * 6 && p->words >= p->lines * 3 &&
	       p->words <= p->lines * 11 && !p->gaps && !(p->look & LOOK_CAPS) &&
	       (p->look & (LOOK_STOP | LOOK_COMMA)) &&
	       (p->indent > c->reading->indent || p->capitals == p->lines);
}

static const struct {
	kt_kind kind;
	int (*fits)(struct context *c);
} rules[] = {
	{ KT_KIND_FOOTNOTE, marked_footnote },
	{ KT_KIND_CAPTION, named_caption },
	{ KT_KIND_NOTE, editors_note },
	{ KT_KIND_TABLE, table },
	{ KT_KIND_ATTRIBUTION, attribution },
	{ KT_KIND_CAPTION, doubled_caption },
	{ KT_KIND_CAPTION, interrupting_caption },
	{ KT_KIND_HEADING, heading },
	{ KT_KIND_FOOTNOTE, note_below_heading },
	{ KT_KIND_BIBLIOGRAPHY, bibliography },
	{ KT_KIND_NOTE, editor_below_heading },
	{ KT_KIND_LIST, index_below_heading },
	{ KT_KIND_FOOTNOTE, starred_footnote },
	{ KT_KIND_VERSE, verse },
	{ KT_KIND_LIST, list },
	{ KT_KIND_BLOCKQUOTE, blockquote },
};

static kt_kind kind_of(struct context *c)
{
	/* An item of a bibliography or of notes is marked as one of a list. */
	if (c->p->given && c->p->kind == KT_KIND_LIST)
		return c->section == SECTION_NOTES ? KT_KIND_FOOTNOTE
		       : bibliography(c)	   ? KT_KIND_BIBLIOGRAPHY
						   : KT_KIND_LIST;
	if (c->p->given && c->p->kind == KT_KIND_BLOCKQUOTE && verse(c))
		return KT_KIND_VERSE;
	if (c->p->given)
		return c->p->kind;
	for (size_t i = 0; i < sizeof(rules) / sizeof(*rules); i++)
		if (rules[i].fits(c))
			return rules[i].kind;
	return KT_KIND_PARAGRAPH;
}

/* ---- the text as a whole ---- */

/* [Illustration: and its caption, which blank lines part, are one block. */
static void join_brackets(struct reading *reading)
{
	struct pieces *pieces = &reading->pieces;
	size_t kept = 0;

	for (size_t i = 0; i < pieces->count; i++) {
		struct piece *p = &pieces->at[kept];
		kt_str s = piece_str(reading->text, &pieces->at[i]);

		*p = pieces->at[i];
		kept++;
		if (s.ptr[0] != '[' || s.len > MERGED || p->given || !names_picture(s) ||
			kt_str_find(s, KT_STR("]"), 0) != SIZE_MAX)
			continue;
		for (size_t j = i + 1; j < i + 6 && j < pieces->count; j++) {
			size_t end = pieces->at[j].to;

			if (end - p->from > MERGED || reading->text.ptr[pieces->at[j].from] == '[')
				break;
			if (reading->text.ptr[end - 1] != ']')
				continue;
			p->to = end;
			i = j;
			break;
		}
	}
	pieces->count = kept;
}

static uint32_t most(const size_t *counts, uint32_t size)
{
	uint32_t best = 0;

	for (uint32_t i = 1; i < size; i++)
		if (counts[i] > counts[best])
			best = i;
	return best;
}

/* How ordinary paragraphs are set in: what most words have. */
static void measure_indents(struct reading *reading)
{
	enum { INDENTS = 64 };
	size_t all[INDENTS] = { 0 }, first[INDENTS] = { 0 };

	for (size_t i = 0; i < reading->pieces.count; i++) {
		const struct piece *p = &reading->pieces.at[i];

		if (p->words < 12 || p->indent >= INDENTS || p->first_indent >= INDENTS)
			continue;
		all[p->indent] += p->words;
		if (p->lines > 1)
			first[p->first_indent] += p->words;
	}
	reading->indent = most(all, INDENTS);
	reading->first_indent = most(first, INDENTS);
}

void classify(struct reading *reading)
{
	struct pieces *pieces = &reading->pieces;
	struct context c = { .reading = reading };

	join_brackets(reading);
	for (size_t i = 0; i < pieces->count; i++)
		piece_measure(&pieces->at[i], reading->text, reading->ending);
	measure_indents(reading);
	for (size_t i = 0; i < pieces->count; i++) {
		c.i = i;
		c.p = &pieces->at[i];
		c.before = i ? c.p - 1 : NULL;
		c.after = i + 1 < pieces->count ? c.p + 1 : NULL;
		c.p->kind = kind_of(&c);
		if (c.p->kind == KT_KIND_HEADING)
			enter_section(&c);
	}
}
