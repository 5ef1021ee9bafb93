/* element_frame.h - an open element of XML, and what it is where it stands.  Private to the
 * readers.
 */
#ifndef KARTOTEKA_READERS_ELEMENT_FRAME_H
#define KARTOTEKA_READERS_ELEMENT_FRAME_H

#include "elements.h"

/* Depth of elements whose language is that of the text as a whole. */
enum { OF_THE_WHOLE = 2 };

struct frame {
	kt_str name;
	enum element_is is;
	kt_kind kind; /* of a block that ends in it */
	kt_kind inner; /* of paragraphs in it */
	int level; /* of headings in it */
	kt_language language;
	int text; /* a block of text: what is unknown in it is part of it */
	int mixed; /* found to be one since the last block in it */
	int spaced, skip, about; /* inherited */
};

/* What an element is in what it stands in. */
enum element_is frame_settle(const struct frame *f, enum element_is is);
/* Whether it ends the block before it, and is not part of one. */
int element_is_apart(enum element_is is);
struct frame frame_within(const struct frame *outer, size_t depth, const xml_element *element,
	const struct element_role *role);

#endif
