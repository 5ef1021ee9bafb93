/* element_frame.c - what an element of XML is where it stands. */
#include "element_frame.h"

/* What is a note is one whatever stands in it. */
static int is_lasting(kt_kind kind)
{
	return kind == KT_KIND_FOOTNOTE || kind == KT_KIND_BIBLIOGRAPHY || kind == KT_KIND_NOTE ||
	       kind == KT_KIND_CAPTION;
}

enum element_is frame_settle(const struct frame *f, enum element_is is)
{
	int within = f->text || f->mixed;

	switch (is) {
	case ELEMENT_HEADING:
		if (!within && f->inner == KT_KIND_FOOTNOTE)
			return ELEMENT_NUMBER;
		return within ? ELEMENT_INLINE : is;
	case ELEMENT_QUOTE:
	case ELEMENT_ENTRY:
	case ELEMENT_UNKNOWN:
		return within ? ELEMENT_INLINE : is;
	case ELEMENT_PART:
		return within ? ELEMENT_PART : ELEMENT_PARAGRAPH;
	default:
		return is;
	}
}

int element_is_apart(enum element_is is)
{
	switch (is) {
	case ELEMENT_UNKNOWN:
	case ELEMENT_BOX:
	case ELEMENT_SECTION:
	case ELEMENT_KIND:
	case ELEMENT_PARAGRAPH:
	case ELEMENT_BLOCK:
	case ELEMENT_HEADING:
	case ELEMENT_QUOTE:
	case ELEMENT_ENTRY:
	case ELEMENT_NUMBER:
	case ELEMENT_TABLE:
	case ELEMENT_ROW:
	case ELEMENT_CELL:
		return 1;
	default:
		return 0;
	}
}

struct frame frame_within(const struct frame *outer, size_t depth, const xml_element *element,
	const struct element_role *role)
{
	struct frame f = *outer;
	kt_str code = xml_attribute(element, "lang");
	int keeps = is_lasting(outer->inner);

	f.name = element->name;
	f.is = role->is;
	f.mixed = 0;
	f.level += role->is == ELEMENT_SECTION;
	f.spaced |= role->is == ELEMENT_ENTRY;
	f.skip |= role->is == ELEMENT_SKIP;
	f.about |= role->is == ELEMENT_ABOUT;
	if (code.len && depth > OF_THE_WHOLE)
		f.language = language_of(code);
	if (role->is == ELEMENT_KIND || role->is == ELEMENT_QUOTE)
		f.kind = f.inner = keeps ? outer->inner : role->kind;
	else if (role->is == ELEMENT_NOTE)
		f.kind = f.inner = KT_KIND_FOOTNOTE;
	else if (role->is == ELEMENT_HEADING)
		f.kind = KT_KIND_HEADING;
	else if (role->is == ELEMENT_BLOCK || role->is == ELEMENT_ENTRY)
		f.kind = keeps ? outer->inner : role->kind;
	else if (element_is_apart(role->is))
		f.kind = f.inner;
	if (element_is_apart(role->is) || role->is == ELEMENT_NOTE)
		f.text = role->is == ELEMENT_PARAGRAPH || role->is == ELEMENT_BLOCK ||
			 role->is == ELEMENT_HEADING || role->is == ELEMENT_ENTRY ||
			 role->is == ELEMENT_NUMBER;
	else
		f.text |= outer->mixed || role->is == ELEMENT_LINE || role->is == ELEMENT_PART;
	/* What begins in a quotation within a paragraph is of the quotation. */
	if (role->is == ELEMENT_INLINE && role->kind == KT_KIND_BLOCKQUOTE && !keeps)
		f.inner = KT_KIND_BLOCKQUOTE;
	return f;
}
