/* elements.h - XML of texts to blocks, by a table of what its elements are.  Private to the
 * readers.
 *
 * An element that no table knows is told by what stands in it: where text stands around it, it is
 * part of that text; where it stands among other elements, it is a block. */
#ifndef KARTOTEKA_READERS_ELEMENTS_H
#define KARTOTEKA_READERS_ELEMENTS_H

#include "fields.h"
#include "formats.h"
#include "xml.h"

enum element_is {
	ELEMENT_UNKNOWN,
	ELEMENT_INLINE,
	ELEMENT_BOX, /* blocks stand in it */
	ELEMENT_SECTION, /* the same; headings in it are of the next level */
	ELEMENT_KIND, /* a box: paragraphs in it are of its kind */
	ELEMENT_PARAGRAPH, /* a block of the kind of its box */
	ELEMENT_BLOCK, /* a block of its own kind */
	ELEMENT_HEADING,
	ELEMENT_LINE, /* of verse: lines that follow each other are a block */
	ELEMENT_PART, /* a line of the block that it stands in; else a block */
	ELEMENT_QUOTE, /* a box of its kind, or part of a paragraph that it stands in */
	ELEMENT_ENTRY, /* a block of its own kind, or part of a paragraph that it stands in; white
			  space parts its elements */
	ELEMENT_NOTE, /* goes behind the block that it stands in */
	ELEMENT_NUMBER, /* of the note that follows */
	ELEMENT_MARKER, /* points at a note */
	ELEMENT_RAISED, /* superscript */
	ELEMENT_BREAK, /* a space */
	ELEMENT_PAGE, /* no space, but behind the end of a sentence */
	ELEMENT_TABLE,
	ELEMENT_ROW,
	ELEMENT_CELL,
	ELEMENT_ABOUT, /* metadata: its elements are told to `about` */
	ELEMENT_SKIP
};

struct element_role {
	enum element_is is;
	kt_kind kind;
	kt_str marker; /* of a note: its number */
};

/* Where an element stands: names of the elements around it, the innermost first; empty ones where
 * there are none. */
enum { ELEMENTS_AROUND = 3 };

/* What a field of the metadata is told by: an element within another (at any distance, both below
 * ELEMENT_ABOUT), by an attribute where it has it, else by its text. */
struct about_rule {
	const char *within, *name, *type, *attribute; /* type: of the element, or NULL: any */
	enum field field;
	int rank;
	int several; /* joined */
};

struct element_table {
	const char *format;
	struct element_role (*role_of)(const xml_element *element, const kt_str *around);
	const struct about_rule *about;
	size_t about_count;
};

kt_status elements_read(kt_source_text *out, kt_arena *arena, const struct element_table *rules,
	const struct file *file, kt_str text, kt_error *err);

/* A row of a table of roles by name; the table ends with a NULL. */
struct named_role {
	const char *name;
	enum element_is is;
	kt_kind kind;
};
struct element_role role_by_name(const struct named_role *names, kt_str name);

extern const struct element_table tei_table, fb2_table;

#endif
