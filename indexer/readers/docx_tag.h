/* docx_tag.h - the elements of WordprocessingML that a reader of the text cares for.  Private to
 * the reader of DOCX. */
#ifndef KARTOTEKA_READERS_DOCX_TAG_H
#define KARTOTEKA_READERS_DOCX_TAG_H

#include "xml.h"

enum docx_tag {
	TAG_NONE,
	TAG_SKIP,
	TAG_PARAGRAPH,
	TAG_PARAGRAPH_LOOK, /* w:pPr */
	TAG_STYLE,
	TAG_RUN,
	TAG_RUN_LOOK, /* w:rPr */
	TAG_HIDDEN,
	TAG_RAISED,
	TAG_TEXT,
	TAG_SPACE,
	TAG_BREAK,
	TAG_HARD_HYPHEN,
	TAG_SOFT_HYPHEN,
	TAG_FIELD,
	TAG_FOOTNOTE,
	TAG_ENDNOTE,
	TAG_FOOTNOTE_HERE,
	TAG_ENDNOTE_HERE,
	TAG_TABLE,
	TAG_ROW,
	TAG_CELL,
	TAG_BOX,
	TAG_ALTERNATIVES,
	TAG_CHOICE,
	TAG_FALLBACK,
	TAG_PLACEHOLDER,
	TAG_CONTENT
};

enum docx_tag docx_tag_of(const xml_element *element);

#endif
