/* piece.h - a block while it is being found: where it stands, what it looks like, what it is.
 * Private to the readers.
 *
 * A reader (plain.c, markdown.c) cuts a text into pieces; look.c measures each; classify.c says
 * what kind of block each is, by its looks and its neighbours. */
#ifndef KARTOTEKA_READERS_PIECE_H
#define KARTOTEKA_READERS_PIECE_H

#include "kartoteka/readers.h"

/* As kt_utf8_next, which is for any character, at once for ASCII; not at the end. */
static inline uint32_t next_char(kt_str s, size_t *at)
{
	unsigned char c = (unsigned char)s.ptr[*at];

	if (c >= 0x80)
		return kt_utf8_next(s, at);
	++*at;
	return c;
}

/* ---- lines (line.c) ---- */

struct line {
	size_t start; /* of the line, its indentation included */
	size_t from, to; /* without white space at both ends; equal when the line is blank */
	size_t next; /* start of the next line */
	uint32_t indent; /* columns; tabs to the next multiple of eight */
	uint32_t width; /* code points from `from` to `to` */
};

/* '\n', or '\r' where a text has no other line ends. */
char line_ending(kt_str text);
/* The line at `at`; 0 behind the last. */
int line_read(struct line *out, kt_str text, size_t at, char ending);
static inline int line_blank(const struct line *line)
{
	return line->from == line->to;
}
/* Bytes of the white space (of any kind that Unicode has) that begins at / ends before `at`; 0 when
 * there is none. */
size_t space_at(kt_str text, size_t at, size_t to);
size_t space_before(kt_str text, size_t from, size_t at);
/* A line that parts sections and says nothing: * * *, -----, ======, ~~~, ooo, the sign § alone. */
int line_is_rule(kt_str text, const struct line *line);
/* The number of a printed page alone on its line: 12, - 12 -, [12], [Pg 12], {12}, Page 12. */
int line_is_page_number(kt_str text, const struct line *line);

/* Whether a line has a gap within, as columns of a table do. */
int line_has_gap(kt_str line);

/* ---- looks (look.c) ---- */

enum {
	LOOK_CAPITAL = 1 << 0, /* its first letter is a capital */
	LOOK_LOWER = 1 << 1, /* its first letter is a small one, and nothing but marks before it */
	LOOK_DIGIT = 1 << 2, /* begins with a digit */
	LOOK_OPENS = 1 << 3, /* begins with a quotation mark */
	LOOK_QUOTED = 1 << 4, /* is one quotation from its first mark to its last */
	LOOK_PARENS = 1 << 5, /* is one pair of parentheses */
	LOOK_BRACKETS = 1 << 6, /* is one pair of square brackets */
	LOOK_STOP = 1 << 7, /* ends a sentence; note markers and closing marks aside */
	LOOK_COLON = 1 << 8, /* ends with a colon */
	LOOK_COMMA = 1 << 9, /* ends with a comma or semicolon */
	LOOK_CAPS = 1 << 10, /* has capitals and no small letters */
	LOOK_TITLE = 1 << 11, /* most of its longer words begin with a capital */
	LOOK_DASH = 1 << 12, /* begins with a dash and a capital */
	LOOK_YEAR = 1 << 13, /* has a number of four digits that may be a year */
	LOOK_PAGES = 1 << 14, /* ends with digits (before closing marks) */
	LOOK_RULED = 1 << 15, /* a rule stands before it */
	LOOK_UNDERLINED = 1 << 16, /* a rule stands right under it */
	LOOK_WEB = 1 << 17, /* has an address of the web */
	LOOK_UNCLOSED = 1 << 18, /* a quotation is still open at its end */
	LOOK_ASKS = 1 << 19 /* ends with a question mark or an exclamation mark */
};

/* What numbers an item. */
enum marker {
	MARK_NONE,
	MARK_BULLET, /* - * • */
	MARK_STAR, /* * before text, where it may point at a note */
	MARK_NUMBER, /* 1. 1) (1) */
	MARK_LETTER, /* a. a) (a) */
	MARK_ROMAN, /* IV. */
	MARK_NOTE /* [12] [a] ¹ [^x] */
};

struct piece {
	size_t from, to; /* the slice of the text */
	kt_kind kind;
	int given; /* the kind is told by the markup */
	int level; /* of a heading of Markdown, 1..6 */
	uint32_t blank_before; /* blank lines */
	uint32_t indent; /* columns: the least of its lines */
	uint32_t first_indent; /* of its first line */
	uint32_t lines;
	uint32_t widest; /* columns, indentation left out */
	uint32_t words; /* counted up to MEASURED bytes, as all that follows */
	uint32_t capitals; /* lines that begin with a capital */
	uint32_t gaps; /* lines with a gap as between columns */
	uint32_t ends; /* lines that end a sentence */
	unsigned look;
	enum marker marker;
	uint32_t number; /* of the marker */
	size_t marker_length; /* bytes, the space behind it included */
};

enum { MEASURED = 1 << 16 };

struct pieces {
	struct piece *at;
	size_t count, size;
};

/* A new piece over text[from, to), white space taken off both ends; NULL: no memory, or nothing
 * but white space (then *status stays KT_OK). */
struct piece *piece_add(
	struct pieces *pieces, kt_str text, size_t from, size_t to, kt_status *status);

kt_str piece_str(kt_str text, const struct piece *piece);
/* Fills in all that is measured. */
void piece_measure(struct piece *piece, kt_str text, char ending);
/* Whether a line begins as an entry does: with a capital, a digit, a quotation mark or a marker. */
int begins_entry(kt_str line);
/* The marker that s begins with; its length with the space behind it in *length (marker.c). */
enum marker marker_of(kt_str s, uint32_t *number, size_t *length);
/* Share of words that two short texts have in common: twice the common ones by all, 0..100. */
int words_in_common(kt_str a, kt_str b);
/* Where the text of s ends when note markers, closing quotation marks and brackets, and emphasis
 * are taken off its end. */
size_t core_end(kt_str s);
/* A quotation mark of any kind (“ ” „ « » ‘ ’ ‹ › " and ' at the beginning of a word); its bytes,
 * or 0. */
size_t quote_mark(kt_str s, size_t at);

/* ---- the way of a text ---- */

/* What is being read: the text, its pieces and what holds for the whole of it. */
struct reading {
	kt_str text; /* front matter included; pieces are slices of it */
	char ending;
	int markdown;
	int marked_headings; /* Markdown that marks its headings */
	uint32_t indent, first_indent; /* of ordinary paragraphs, columns; of their first lines */
	uint32_t width; /* where hard-wrapped lines end, columns; 0: lines are not wrapped */
	struct pieces pieces;
};

/* Cut text[from, ...) into reading->pieces. */
kt_status plain_read(struct reading *reading, size_t from, kt_error *err);
kt_status markdown_read(struct reading *reading, size_t from, kt_error *err);
/* Adds the table text[from, to) as a piece, or as several of whole rows when it is long. */
kt_status table_add(struct reading *reading, size_t from, size_t to, uint32_t *blank_before);
/* Say what kind each piece is of. */
void classify(struct reading *reading);

/* ---- words that tell a kind (vocabulary.c) ---- */

enum section {
	SECTION_TEXT,
	SECTION_BIBLIOGRAPHY,
	SECTION_REFERENCES,
	SECTION_NOTES,
	SECTION_EDITOR,
	SECTION_INDEX
};

/* The section that a heading of these words opens (Bibliography, Примечания, ...). */
enum section section_of(kt_str heading);
/* Chapter IV, Часть первая, Zweites Kapitel. */
int names_chapter(kt_str s);
/* Figure 3, Рис. 2:, [Illustration: ... (1); Photo by ..., Map of ..., which may begin a sentence
 * (2). */
int names_picture(kt_str s);
/* Footnote 3:, [Footnote 3: ... */
int names_footnote(kt_str s);
/* Transcriber's note:, Примечание редактора. ... */
int names_editor(kt_str s);

/* ---- headings (heading.c) ---- */

/* Whether piece i reads as a heading by its words and place. */
int is_heading(const struct reading *reading, size_t i);
/* ... by its form alone: capitals, centred, underlined, "Chapter IV". */
int is_strong_heading(const struct reading *reading, size_t i);

/* ---- front matter (frontmatter.c) ---- */

/* Reads a block of front matter at text[0] into out (slices in the arena).  *length is its bytes; 0
 * when there is none, or one that is malformed. */
kt_status frontmatter_read(
	size_t *length, kt_source_text *out, kt_arena *arena, kt_str text, kt_error *err);

#endif
