/* html_role.h - what an element of HTML is for a reader of the text.  Private to the readers. */
#ifndef KARTOTEKA_READERS_HTML_ROLE_H
#define KARTOTEKA_READERS_HTML_ROLE_H

#include "fields.h"
#include "xml.h"

enum role {
	ROLE_INLINE,
	ROLE_BLOCK, /* its kind is that of what it stands in */
	ROLE_KIND, /* a block of a kind of its own */
	ROLE_HEADING,
	ROLE_PRE,
	ROLE_BREAK,
	ROLE_LINE, /* a line of verse */
	ROLE_TABLE,
	ROLE_ROW,
	ROLE_CELL,
	ROLE_QUOTED, /* browsers put quotation marks around it */
	ROLE_SUPERSCRIPT,
	ROLE_MARKER, /* of a note */
	ROLE_TITLE,
	ROLE_META,
	ROLE_LINK,
	ROLE_HTML,
	ROLE_HEAD,
	ROLE_SKIP
};

struct html_role {
	enum role role;
	kt_kind kind; /* of ROLE_KIND */
	int level; /* of a heading */
};

/* By the element's name, class, role and type.  `within` is the kind that it stands in. */
struct html_role html_role_of(const xml_element *element, kt_kind within);

/* What <meta> of this name tells, or FIELDS.  Of two, the one of the lower rank tells it
 * better; <title> has the rank 2. */
enum field html_meta_field(kt_str name, int *rank);

/* Short lines that begin with a capital: verse in <pre>. */
int html_is_verse(kt_str text);
/* A centred line in capitals, or Chapter IV: old pages have no other headings. */
int html_is_heading(kt_str text, int centred);

#endif
