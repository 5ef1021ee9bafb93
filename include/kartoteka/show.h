/* show.h - ways of showing answers: as text for people, as JSON, JSON lines and tables for
 * programs.
 */
#ifndef KARTOTEKA_SHOW_H
#define KARTOTEKA_SHOW_H

#include "kartoteka/search.h"

#ifdef __cplusplus
extern "C" {
#endif
#if defined(__GNUC__)
#pragma GCC visibility push(default)
#endif

typedef enum kt_format {
	KT_FORMAT_TEXT,
	KT_FORMAT_JSON,
	KT_FORMAT_JSONL,
	KT_FORMAT_TSV,
	KT_FORMATS
} kt_format;

const char *kt_format_name(kt_format format);

/* How a format draws. */
typedef struct kt_style {
	int color; /* matches in colour, the rest dim; else matches stand between asterisks */
	size_t columns; /* of the terminal: where text is wrapped and tables are cut; 0: nowhere */
	int indent; /* JSON for the eye; else one line */
} kt_style;

/* Takes what was printed.  Not KT_OK ends the printing with that status. */
typedef kt_status (*kt_write_fn)(void *context, kt_str bytes, kt_error *err);

/* Prints one answer after another; what is printed is written in pieces as it grows. */
typedef struct kt_printer kt_printer;

kt_status kt_printer_new(kt_printer **out, kt_format format, const kt_style *style,
	kt_write_fn write, void *context, kt_error *err);
void kt_printer_free(kt_printer *printer); /* what was not written is lost */

/* Each of the following prints a whole answer and writes it.  Names of passages are made in the
 * arena. */

/* Hits with totals and forms; `offset` is the number of hits before the first. */
kt_status kt_show_answer(kt_printer *printer, kt_arena *arena, kt_str query,
	const kt_answer *answer, size_t offset, kt_error *err);

/* Quotations, with whose they are, what differs and where else they stand; `offset` is the number
 * of hits before the first. */
kt_status kt_show_quotes(kt_printer *printer, kt_arena *arena, kt_str words,
	const kt_quotes *quotes, size_t offset, kt_error *err);

/* One passage, whole, with its neighbours. */
kt_status kt_show_passage(kt_printer *printer, kt_arena *arena, const kt_hit *hit, kt_error *err);

typedef enum kt_line_order {
	KT_LINES_AS_FOUND, /* in the order of the hits */
	KT_LINES_LEFT, /* by the words to the left, read backwards from the match */
	KT_LINES_RIGHT /* by the words to the right */
} kt_line_order;

/* One line for each match of an answer that holds all its hits.  Prints lines [offset, offset +
 * limit); limit 0: all. */
kt_status kt_show_concordance(kt_printer *printer, kt_arena *arena, const kt_answer *answer,
	kt_line_order order, size_t offset, size_t limit, kt_error *err);

/* Mentions, with whom they mean, in which forms, and what does not count; `asked` is the name as
 * typed, `offset` the number of mentions before the first. */
kt_status kt_show_mentions(kt_printer *printer, kt_arena *arena, kt_str asked,
	const kt_mentions *mentions, size_t offset, kt_error *err);

/* A person's card. */
kt_status kt_show_dossier(kt_printer *printer, kt_arena *arena, kt_str asked,
	const kt_dossier *dossier, kt_error *err);

/* Names [offset, offset + limit) of all; limit 0: all. */
kt_status kt_show_names(kt_printer *printer, const kt_named *names, size_t count, size_t offset,
	size_t limit, kt_error *err);

/* Passages per year; query empty: of all passages. */
kt_status kt_show_timeline(
	kt_printer *printer, kt_str query, const kt_timeline *timeline, kt_error *err);

/* Sources [offset, offset + limit) of all; limit 0: all. */
kt_status kt_show_sources(kt_printer *printer, const kt_source_record *sources, size_t count,
	size_t offset, size_t limit, kt_error *err);

/* What a check found; `path` is that of the index. */
kt_status kt_show_check(
	kt_printer *printer, const char *path, const kt_check_report *report, kt_error *err);

/* Adds text with everything that could steer a terminal (control characters, changes of direction,
 * ill-formed bytes) replaced by U+FFFD; new lines and tabs stay. */
void kt_show_safely(kt_buf *out, kt_str text);

/* ---- pieces, for other ways of showing ------------------------------------------------------ */

typedef struct kt_stretch {
	size_t from, to; /* bytes of the text */
} kt_stretch;

#define KT_STRETCHES 3 /* of a passage, at most */

/* What finds the sentences of one passage after another; begins as KT_EXCERPTER_INIT. */
typedef struct kt_excerpter {
	kt_words *words;
	kt_tokens tokens;
	kt_offsets sentences;
} kt_excerpter;

#define KT_EXCERPTER_INIT                                                                          \
	{                                                                                          \
		NULL, { NULL, 0, 0 },                                                              \
		{                                                                                  \
			NULL, 0, 0                                                                 \
		}                                                                                  \
	}

void kt_excerpter_release(kt_excerpter *excerpter);

/* The stretches of a passage that show its matches, in reading order: the whole of a short one, of
 * a longer one about 60 words, from a sentence's beginning or to its end where one is near. Returns
 * their number, at least 1. */
size_t kt_excerpt(kt_excerpter *excerpter, const kt_hit *hit, kt_stretch out[KT_STRETCHES]);

/* Bytes at text[at] that are mark-up in Markdown; 0: none. */
size_t kt_show_markup(kt_str text, size_t at);
/* Kinds of passages whose lines are the author's. */
int kt_show_keeps_lines(kt_kind kind);

/* Adds text[from, to) with white space of any length made one space; without mark-up where
 * `markdown` is set. */
void kt_show_flat(kt_buf *out, kt_str text, size_t from, size_t to, int markdown);
/* About `columns` columns of the text before `at` and behind it, flat, cut at a word's border. */
void kt_show_left(kt_buf *out, kt_str text, size_t at, size_t columns, int markdown);
void kt_show_right(kt_buf *out, kt_str text, size_t at, size_t columns, int markdown);

void kt_show_number(kt_buf *out, uint64_t n); /* 6,746 */
void kt_show_counted(kt_buf *out, uint64_t n, const char *one, const char *many); /* 1 passage */
/* "10 of 6,746 passages", "11-20 of 6,746 passages", "12 passages". */
void kt_show_range(kt_buf *out, size_t offset, size_t shown, uint64_t total, const char *one,
	const char *many);
/* "1932, 1934–1941, 1986", of events, the first few; nothing where none is told. */
void kt_show_years(kt_buf *out, const kt_passage *passage);

/* A match of an answer, as a line of a concordance. */
typedef struct kt_line {
	const kt_hit *hit;
	size_t match; /* of the hit's matches */
} kt_line;

/* The lines of an answer that holds all its hits; they live in the arena. */
kt_status kt_show_lines(kt_line **out, size_t *count, kt_arena *arena, const kt_answer *answer,
	kt_line_order order, kt_error *err);

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
