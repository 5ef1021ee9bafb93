/* rtf_parts.h - what the files that read RTF have in common.  Private to them. */
#ifndef KARTOTEKA_READERS_RTF_PARTS_H
#define KARTOTEKA_READERS_RTF_PARTS_H

#include "blocks.h"

/* ---- rtf_scan.c: the marks of the format ---- */

enum rtf_token {
	RTF_END,
	RTF_OPEN, /* { */
	RTF_CLOSE, /* } */
	RTF_WORD, /* \name and its number */
	RTF_SYMBOL, /* \~ and the like: text is the sign */
	RTF_HEX, /* \'hh: number is the byte */
	RTF_TEXT, /* plain bytes, line ends left out */
	RTF_BINARY /* \binN and its bytes */
};

struct rtf_scan {
	kt_str bytes;
	size_t at;
	kt_str text; /* the word's name, the sign, or the bytes of text */
	int has_number;
	int number; /* -2^31 .. 2^31-1, cut to these */
};

enum rtf_token rtf_next(struct rtf_scan *scan);

/* ---- rtf_words.c: what control words mean ---- */

enum rtf_meaning {
	/* destinations: what the group's text is */
	RTF_SKIP, /* nothing to read */
	RTF_KEEP, /* as the text around it, even where \* stands before it */
	RTF_FONTS,
	RTF_STYLES,
	RTF_INFO,
	RTF_TITLE,
	RTF_AUTHOR,
	RTF_CREATED,
	RTF_FOOTNOTE,
	RTF_BOX, /* a text box */
	RTF_NUMBER, /* of a list's item, as printed */
	RTF_UPR, /* the same text twice: in a code page, and in \ud in Unicode */
	RTF_UPR_UNICODE,
	RTF_OTHER_STYLE, /* of letters, sections, tables */
	/* text */
	RTF_LETTER, /* value: the code point */
	RTF_UNICODE,
	RTF_INSTEAD, /* how many signs behind \u stand instead of it */
	RTF_LINE,
	RTF_PAR,
	RTF_CELL,
	RTF_ROW,
	/* of letters */
	RTF_PLAIN,
	RTF_FONT,
	RTF_HIDDEN,
	/* of paragraphs */
	RTF_PARD,
	RTF_STYLE,
	RTF_BASED,
	RTF_LEVEL,
	RTF_LEFT,
	RTF_FIRST,
	RTF_LIST,
	RTF_TABLE,
	/* of the document and its fonts */
	RTF_CODEPAGE,
	RTF_DEFAULT_FONT,
	RTF_CHARSET,
	RTF_FONT_CODEPAGE,
	RTF_YEAR,
	RTF_MONTH,
	RTF_DAY
};

struct rtf_word {
	const char *name;
	enum rtf_meaning meaning;
	int value; /* where the word itself says it */
};

/* NULL: a word that says nothing about the text. */
const struct rtf_word *rtf_word_find(kt_str name);

/* ---- rtf_letters.c: bytes in code pages to UTF-8 ---- */

struct rtf_letters {
	void *converter; /* iconv's, or NULL */
	const char *open; /* the encoding that it is for */
};

/* What iconv calls the encoding of a \fcharsetN; NULL: the document's own.  "symbol": letters of a
 * font of signs, which have no meaning. */
const char *rtf_charset(int number);
/* ... of a \ansicpgN or \cpgN; NULL when it is not known. */
const char *rtf_codepage(int number);
/* Adds bytes in the encoding to out; what is no letter becomes U+FFFD. */
void rtf_letters_add(struct rtf_letters *letters, kt_buf *out, const char *encoding, kt_str bytes);
void rtf_letters_release(struct rtf_letters *letters);

/* ---- what is being read ---- */

/* Where the text of a group goes. */
enum rtf_destination {
	TO_BODY,
	TO_NOWHERE,
	TO_FONTS,
	TO_STYLES, /* between styles */
	TO_STYLE,
	TO_INFO,
	TO_TITLE,
	TO_AUTHOR,
	TO_CREATED
};

enum rtf_aside { NO_ASIDE, FOOTNOTE, BOX };

struct rtf_paragraph {
	int style, level; /* level: of the outline, from 0; -1: none */
	int left, first; /* twips */
	int list, table;
};

struct rtf_state {
	enum rtf_destination to, outer; /* outer: of \upr, where \ud goes */
	int in_upr;
	enum rtf_aside aside;
	int font, instead, hidden;
	struct rtf_paragraph paragraph;
};

struct rtf_font {
	int number;
	const char *encoding; /* NULL: the document's */
};

struct rtf_style {
	int number, based; /* based: -1 none */
	int told;
	kt_kind kind;
};

struct rtf_reading {
	kt_source_text *out;
	kt_arena *arena;
	struct rtf_scan scan;
	struct rtf_state *stack;
	size_t depth, size;
	size_t too_deep; /* groups open beyond what is followed */
	struct rtf_state now;
	int starred; /* \* was read just before */
	int to_skip; /* signs that stand instead of a \u */
	uint32_t high; /* first half of a pair of surrogates */
	const char *codepage;
	int default_font;
	struct rtf_font *fonts;
	size_t font_count, font_size;
	struct rtf_style *styles;
	size_t style_count, style_size;
	kt_buf raw; /* bytes not yet converted */
	kt_buf utf8, field;
	struct rtf_letters letters;
	block_list lists[2]; /* the text; footnotes and boxes */
	struct rtf_paragraph looks[2]; /* of the paragraph in the making in each */
	enum rtf_aside aside;
	int list_mark; /* the number of an item was printed */
	int in_table, row_ended;
	int cells; /* ended in this row, what parts them not yet put */
	int year, month, day;
};

/* ---- rtf_text.c: letters and blocks ---- */

/* The paragraph in the making ends. */
kt_status rtf_end_paragraph(struct rtf_reading *r, kt_error *err);
/* The footnote or box in the making ends. */
kt_status rtf_end_aside(struct rtf_reading *r, kt_error *err);
kt_status rtf_end_body(struct rtf_reading *r, kt_error *err);
/* What parts pieces of the text: the end of a paragraph, a line, a cell, a row. */
kt_status rtf_part_text(struct rtf_reading *r, enum rtf_meaning meaning, kt_error *err);
/* Bytes in the code page of the font, a letter, the number of a \u. */
void rtf_add_bytes(struct rtf_reading *r, kt_str bytes);
void rtf_add_letter(struct rtf_reading *r, uint32_t c);
void rtf_add_unicode(struct rtf_reading *r, int number);
/* What is in hand goes to where the text of this group goes. */
kt_status rtf_flush(struct rtf_reading *r, kt_error *err);

#endif
