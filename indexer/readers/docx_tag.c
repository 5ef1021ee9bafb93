/* docx_tag.c - elements by their names. */
#include "docx_tag.h"

#include <stdlib.h>

struct row {
	const char *name;
	enum docx_tag tag;
};

/* In the order of strcmp. */
static const struct row tags[] = {
	{ "AlternateContent", TAG_ALTERNATIVES },
	{ "Choice", TAG_CHOICE },
	{ "Fallback", TAG_FALLBACK },
	{ "br", TAG_BREAK },
	{ "cr", TAG_BREAK },
	{ "del", TAG_SKIP }, /* what was deleted while changes were tracked */
	{ "endnote", TAG_ENDNOTE },
	{ "endnoteReference", TAG_ENDNOTE_HERE },
	{ "fldChar", TAG_FIELD },
	{ "footnote", TAG_FOOTNOTE },
	{ "footnoteReference", TAG_FOOTNOTE_HERE },
	{ "moveFrom", TAG_SKIP },
	{ "noBreakHyphen", TAG_HARD_HYPHEN },
	{ "p", TAG_PARAGRAPH },
	{ "pPr", TAG_PARAGRAPH_LOOK },
	{ "pPrChange", TAG_SKIP },
	{ "pStyle", TAG_STYLE },
	{ "ptab", TAG_SPACE },
	{ "r", TAG_RUN },
	{ "rPr", TAG_RUN_LOOK },
	{ "rPrChange", TAG_SKIP },
	{ "rt", TAG_SKIP }, /* how a word is read, above it */
	{ "sdtContent", TAG_CONTENT },
	{ "showingPlcHdr", TAG_PLACEHOLDER },
	{ "softHyphen", TAG_SOFT_HYPHEN },
	{ "t", TAG_TEXT },
	{ "tab", TAG_SPACE },
	{ "tabs", TAG_SKIP },
	{ "tbl", TAG_TABLE },
	{ "tc", TAG_CELL },
	{ "tr", TAG_ROW },
	{ "txbxContent", TAG_BOX },
	{ "vanish", TAG_HIDDEN },
	{ "vertAlign", TAG_RAISED },
	{ "webHidden", TAG_HIDDEN },
};

static int compare(const void *key, const void *row)
{
	return kt_str_compare(*(const kt_str *)key, kt_str_of(((const struct row *)row)->name));
}

enum docx_tag docx_tag_of(const xml_element *element)
{
	const struct row *row;

	/* Drawings have paragraphs of their own. */
	if (kt_str_find(element->space, KT_STR("drawingml"), 0) != SIZE_MAX)
		return TAG_NONE;
	row = bsearch(&element->name, tags, sizeof(tags) / sizeof(*tags), sizeof(*tags), compare);
	return row ? row->tag : TAG_NONE;
}
