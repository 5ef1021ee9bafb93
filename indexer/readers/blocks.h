/* blocks.h - the blocks of a source while a format is read.  Private to the readers.
 *
 * A reader gives the text of a block piece by piece and ends it when the format does.  White space
 * of any kind that Unicode has becomes one space; a line end is kept where the format breaks a
 * line.  What is given is checked to be UTF-8. */
#ifndef KARTOTEKA_READERS_BLOCKS_H
#define KARTOTEKA_READERS_BLOCKS_H

#include "kartoteka/readers.h"

typedef struct block_list {
	kt_arena *arena; /* borrowed; holds the blocks and their text */
	kt_block *at;
	size_t count, size;
	kt_buf text; /* of the block in the making */
	int space; /* white space stands at its end, not yet in text */
	int section, section_level; /* private */
} block_list;

void block_list_init(block_list *l, kt_arena *arena);
void block_list_release(block_list *l); /* not the arena */

/* Adds to the text of the block in the making.  Ill-formed bytes become U+FFFD. */
void block_text(block_list *l, kt_str text);
/* A line end inside the block; none at its beginning or its end, and no two together. */
void block_line(block_list *l);
/* Adds what points at a note: 12, [12], (12a), 1, 2 as [12], which is no word; signs such as * as
 * they are; arrows and letters not at all; other text as it is.  sure: the format says that it is a
 * marker; else it is only superscript, and an exponent becomes
 * one of Unicode (10⁶). */
void block_marker(block_list *l, kt_str marker, int sure);
/* Whether the block in the making has any text. */
int block_begun(const block_list *l);
/* Forgets the text of the block in the making. */
void block_forget(block_list *l);
/* Makes a block of the text, and none where there is nothing but white space.  language: "" where
 * the source does not say it.  A paragraph or item below a heading of words like Bibliography or
 * Notes is of that kind.  KT_ENOMEM. */
kt_status block_end(block_list *l, kt_kind kind, kt_language language, kt_error *err);
/* The same for a heading.  level: 1 is the highest; 0 where it is not told.  A lower one does not
 * end the section that a higher one opened. */
kt_status block_heading(block_list *l, int level, kt_language language, kt_error *err);
/* Puts from's blocks behind l's; from is then empty, but for a block in the making. */
kt_status block_list_move(block_list *l, block_list *from, kt_error *err);
/* The first heading in one line becomes out's title, where it has none. */
kt_status block_list_title(const block_list *l, kt_source_text *out, kt_error *err);
/* A copy of s in the arena, white space as in blocks, in one line; for metadata.  "" where there is
 * no more than white space. */
kt_status block_copy(kt_str *out, kt_arena *arena, kt_str s, kt_error *err);
/* The blocks become out's, with offsets of -1.  The list is empty afterwards. */
kt_status block_list_give(block_list *l, kt_source_text *out, kt_error *err);

#endif
