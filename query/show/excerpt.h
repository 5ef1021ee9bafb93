/* excerpt.h - which part of a passage's text is shown, and how. */
#ifndef KARTOTEKA_SHOW_EXCERPT_H
#define KARTOTEKA_SHOW_EXCERPT_H

#include "pen.h"

#define STRETCHES_MAX 3

typedef struct stretch {
	size_t from, to; /* bytes of the text */
} stretch;

/* What finds the sentences of one passage after another. */
typedef struct excerpter {
	kt_words *words;
	kt_tokens tokens;
	kt_offsets sentences;
} excerpter;

void excerpter_release(excerpter *e);

/* The stretches of a passage that show its matches, in reading order: the whole of a short one, of
 * a longer one about 60 words, from a sentence's beginning or to its end where one is near. Returns
 * their number, at least 1. */
size_t excerpt(excerpter *e, const kt_hit *hit, stretch out[STRETCHES_MAX]);

/* Draws text[from, to) of a passage with those matches that lie in it.  What is mark-up in
 * Markdown is not shown. */
void draw_passage_text(pen *p, const kt_passage *passage, stretch part, const kt_match *matches,
	size_t match_count, ink with);

/* Draws the stretches of a passage that show its matches. */
void draw_excerpt(pen *p, excerpter *e, const kt_hit *hit);

/* Adds text[from, to) with white space of any length made one space; without mark-up where
 * `markdown` is set. */
void add_flat(kt_buf *out, kt_str text, size_t from, size_t to, int markdown);

/* About `columns` columns of the text before `at` and behind it, flat, cut at a word's border. */
void add_left_context(kt_buf *out, kt_str text, size_t at, size_t columns, int markdown);
void add_right_context(kt_buf *out, kt_str text, size_t at, size_t columns, int markdown);

/* Bytes at text[at] that are mark-up in Markdown; 0: none. */
size_t markup_length(kt_str text, size_t at);

#endif
