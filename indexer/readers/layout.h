/* layout.h - what the formats of word processors have in common: styles by their names, text that
 * is set in, notes behind the paragraph that refers to them.  Private to the readers. */
#ifndef KARTOTEKA_READERS_LAYOUT_H
#define KARTOTEKA_READERS_LAYOUT_H

#include "blocks.h"

/* Whether a style's name (as word processors name theirs, in the languages that they speak, or as
 * people do) tells the kind of its paragraphs. */
int layout_style(kt_kind *kind, kt_str name);

/* Whether a paragraph that is set in so far (twips; `first`: its first line more than the others)
 * reads as a quotation. */
int layout_set_in(int left, int first);

/* Adds blocks of another list (notes, text boxes) behind those of l. */
kt_status layout_append(block_list *l, const kt_block *at, size_t count, kt_error *err);

/* The blocks become out's, and paragraphs that no style told the kind of are looked at again: they
 * may be headings, captions, entries of a bibliography as people type them.  The first heading is
 * the title where out has none. */
kt_status layout_give(block_list *l, kt_source_text *out, kt_error *err);

#endif
