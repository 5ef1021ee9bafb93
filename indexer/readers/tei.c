/* tei.c - TEI (P4 and P5), and XML of other kinds: what their elements are. */
#include "elements.h"

#include "html.h"

/* TEI's, and the commonest of DocBook and JATS.  What is left out: corrections of what is printed
 * (the text is quoted as it stands), deletions, other readings. */
static const struct named_role names[] = {
	{ "teiHeader", ELEMENT_ABOUT, 0 },
	{ "teiheader", ELEMENT_ABOUT, 0 },
	{ "facsimile", ELEMENT_SKIP, 0 },
	{ "standOff", ELEMENT_SKIP, 0 },
	{ "fw", ELEMENT_SKIP, 0 },
	{ "del", ELEMENT_SKIP, 0 },
	{ "surplus", ELEMENT_INLINE, 0 },
	{ "gap", ELEMENT_SKIP, 0 },
	{ "graphic", ELEMENT_SKIP, 0 },
	{ "binaryObject", ELEMENT_SKIP, 0 },
	{ "TEI", ELEMENT_BOX, 0 },
	{ "TEI.2", ELEMENT_BOX, 0 },
	{ "teiCorpus", ELEMENT_BOX, 0 },
	{ "text", ELEMENT_BOX, 0 },
	{ "group", ELEMENT_BOX, 0 },
	{ "front", ELEMENT_BOX, 0 },
	{ "body", ELEMENT_BOX, 0 },
	{ "back", ELEMENT_BOX, 0 },
	{ "div", ELEMENT_SECTION, 0 },
	{ "div0", ELEMENT_SECTION, 0 },
	{ "div1", ELEMENT_SECTION, 0 },
	{ "div2", ELEMENT_SECTION, 0 },
	{ "div3", ELEMENT_SECTION, 0 },
	{ "div4", ELEMENT_SECTION, 0 },
	{ "div5", ELEMENT_SECTION, 0 },
	{ "section", ELEMENT_SECTION, 0 },
	{ "chapter", ELEMENT_SECTION, 0 },
	{ "sec", ELEMENT_SECTION, 0 },
	{ "opener", ELEMENT_BOX, 0 },
	{ "closer", ELEMENT_BOX, 0 },
	{ "postscript", ELEMENT_BOX, 0 },
	{ "argument", ELEMENT_BOX, 0 },
	{ "titlePage", ELEMENT_BOX, 0 },
	{ "docTitle", ELEMENT_BOX, 0 },
	{ "figure", ELEMENT_BOX, 0 },
	{ "sp", ELEMENT_BOX, 0 },
	{ "lg", ELEMENT_BOX, 0 },
	{ "list", ELEMENT_BOX, 0 },
	{ "floatingText", ELEMENT_BOX, 0 },
	{ "head", ELEMENT_HEADING, 0 },
	{ "title", ELEMENT_HEADING, 0 },
	{ "titlePart", ELEMENT_HEADING, 0 },
	{ "p", ELEMENT_PARAGRAPH, 0 },
	{ "ab", ELEMENT_PARAGRAPH, 0 },
	{ "para", ELEMENT_PARAGRAPH, 0 },
	{ "simpara", ELEMENT_PARAGRAPH, 0 },
	{ "dateline", ELEMENT_PARAGRAPH, 0 },
	{ "salute", ELEMENT_PARAGRAPH, 0 },
	{ "signed", ELEMENT_PARAGRAPH, 0 },
	{ "trailer", ELEMENT_PARAGRAPH, 0 },
	{ "stage", ELEMENT_PARAGRAPH, 0 },
	{ "byline", ELEMENT_PARAGRAPH, 0 },
	{ "docAuthor", ELEMENT_ENTRY, KT_KIND_PARAGRAPH },
	{ "docDate", ELEMENT_ENTRY, KT_KIND_PARAGRAPH },
	{ "docEdition", ELEMENT_ENTRY, KT_KIND_PARAGRAPH },
	{ "docImprint", ELEMENT_ENTRY, KT_KIND_PARAGRAPH },
	{ "address", ELEMENT_ENTRY, KT_KIND_PARAGRAPH },
	{ "item", ELEMENT_BLOCK, KT_KIND_LIST },
	{ "label", ELEMENT_ENTRY, KT_KIND_LIST },
	{ "listitem", ELEMENT_KIND, KT_KIND_LIST },
	{ "speaker", ELEMENT_BLOCK, KT_KIND_ATTRIBUTION },
	{ "attribution", ELEMENT_BLOCK, KT_KIND_ATTRIBUTION },
	{ "figDesc", ELEMENT_BLOCK, KT_KIND_CAPTION },
	{ "caption", ELEMENT_KIND, KT_KIND_CAPTION },
	{ "q", ELEMENT_QUOTE, KT_KIND_BLOCKQUOTE },
	{ "quote", ELEMENT_QUOTE, KT_KIND_BLOCKQUOTE },
	{ "said", ELEMENT_QUOTE, KT_KIND_BLOCKQUOTE },
	{ "cit", ELEMENT_QUOTE, KT_KIND_BLOCKQUOTE },
	{ "epigraph", ELEMENT_KIND, KT_KIND_BLOCKQUOTE },
	{ "blockquote", ELEMENT_KIND, KT_KIND_BLOCKQUOTE },
	{ "disp-quote", ELEMENT_KIND, KT_KIND_BLOCKQUOTE },
	{ "listBibl", ELEMENT_BOX, 0 },
	{ "bibl", ELEMENT_ENTRY, KT_KIND_BIBLIOGRAPHY },
	{ "biblStruct", ELEMENT_ENTRY, KT_KIND_BIBLIOGRAPHY },
	{ "biblFull", ELEMENT_ENTRY, KT_KIND_BIBLIOGRAPHY },
	{ "bibliography", ELEMENT_KIND, KT_KIND_BIBLIOGRAPHY },
	{ "ref-list", ELEMENT_KIND, KT_KIND_BIBLIOGRAPHY },
	{ "note", ELEMENT_NOTE, 0 },
	{ "footnote", ELEMENT_NOTE, 0 },
	{ "fn", ELEMENT_NOTE, 0 },
	{ "l", ELEMENT_LINE, 0 },
	{ "addrLine", ELEMENT_PART, 0 },
	{ "lb", ELEMENT_BREAK, 0 },
	{ "cb", ELEMENT_PAGE, 0 },
	{ "pb", ELEMENT_PAGE, 0 },
	{ "milestone", ELEMENT_PAGE, 0 },
	{ "table", ELEMENT_TABLE, 0 },
	{ "row", ELEMENT_ROW, 0 },
	{ "tr", ELEMENT_ROW, 0 },
	{ "cell", ELEMENT_CELL, 0 },
	{ "entry", ELEMENT_CELL, 0 },
	{ "td", ELEMENT_CELL, 0 },
	{ "th", ELEMENT_CELL, 0 },
	{ "sup", ELEMENT_RAISED, 0 },
	{ "superscript", ELEMENT_RAISED, 0 },
	{ "hi", ELEMENT_INLINE, 0 },
	{ "emph", ELEMENT_INLINE, 0 },
	{ "emphasis", ELEMENT_INLINE, 0 },
	{ "foreign", ELEMENT_INLINE, 0 },
	{ "ref", ELEMENT_INLINE, 0 },
	{ "persName", ELEMENT_INLINE, 0 },
	{ "placeName", ELEMENT_INLINE, 0 },
	{ "orgName", ELEMENT_INLINE, 0 },
	{ "name", ELEMENT_INLINE, 0 },
	{ "rs", ELEMENT_INLINE, 0 },
	{ "date", ELEMENT_INLINE, 0 },
	{ "time", ELEMENT_INLINE, 0 },
	{ "num", ELEMENT_INLINE, 0 },
	{ "seg", ELEMENT_INLINE, 0 },
	{ "s", ELEMENT_INLINE, 0 },
	{ "w", ELEMENT_INLINE, 0 },
	{ "pc", ELEMENT_INLINE, 0 },
	{ "c", ELEMENT_INLINE, 0 },
	{ "term", ELEMENT_INLINE, 0 },
	{ "gloss", ELEMENT_INLINE, 0 },
	{ "mentioned", ELEMENT_INLINE, 0 },
	{ "soCalled", ELEMENT_INLINE, 0 },
	{ "choice", ELEMENT_INLINE, 0 },
	{ "abbr", ELEMENT_INLINE, 0 },
	{ "sic", ELEMENT_INLINE, 0 },
	{ "orig", ELEMENT_INLINE, 0 },
	{ "corr", ELEMENT_INLINE, 0 },
	{ "reg", ELEMENT_INLINE, 0 },
	{ "expan", ELEMENT_INLINE, 0 },
	{ "unclear", ELEMENT_INLINE, 0 },
	{ "supplied", ELEMENT_INLINE, 0 },
	{ "add", ELEMENT_INLINE, 0 },
	{ "subst", ELEMENT_INLINE, 0 },
	{ "app", ELEMENT_INLINE, 0 },
	{ "lem", ELEMENT_INLINE, 0 },
	{ "anchor", ELEMENT_INLINE, 0 },
	{ "ptr", ELEMENT_INLINE, 0 },
	{ NULL, 0, 0 },
};

static int is_one_of(kt_str name, const char *a, const char *b, const char *c)
{
	return kt_str_is(name, a) || kt_str_is(name, b) || kt_str_is(name, c);
}

/* Of a choice the printed text is kept; of an apparatus, its lemma. */
static int is_other_reading(kt_str name, kt_str outer)
{
	return (kt_str_is(outer, "choice") && is_one_of(name, "corr", "reg", "expan")) ||
	       (kt_str_is(outer, "app") && kt_str_is(name, "rdg"));
}

static int is_raised(kt_str rend)
{
	return xml_has_word(rend, "superscript") || xml_has_word(rend, "sup") ||
	       xml_has_word(rend, "super");
}

/* A paragraph that is set as a heading: sectiontitle, subhead. */
static int is_heading(kt_str rend)
{
	return kt_str_find(rend, KT_STR("title"), 0) != SIZE_MAX ||
	       kt_str_find(rend, KT_STR("head"), 0) != SIZE_MAX;
}

static struct element_role role_of(const xml_element *element, const kt_str *around)
{
	struct element_role role = role_by_name(names, element->name);

	if (is_other_reading(element->name, around[0])) {
		role.is = ELEMENT_SKIP;
	} else if (role.is == ELEMENT_NOTE) {
		role.marker = xml_attribute(element, "n");
	} else if (role.is == ELEMENT_BREAK || role.is == ELEMENT_PAGE) {
		if (kt_str_is(xml_attribute(element, "break"), "no"))
			role.is = ELEMENT_INLINE;
	} else if (role.is == ELEMENT_HEADING && is_one_of(around[0], "figure", "table", "row")) {
		role = (struct element_role) { ELEMENT_BLOCK, KT_KIND_CAPTION, role.marker };
	} else if (role.is == ELEMENT_HEADING && kt_str_is(around[0], "list")) {
		role = (struct element_role) { ELEMENT_BLOCK, KT_KIND_LIST, role.marker };
	} else if (kt_str_is(element->name, "bibl") && kt_str_is(around[0], "cit")) {
		role.kind = KT_KIND_ATTRIBUTION;
	} else if (kt_str_is(element->name, "p")) {
		if (is_heading(xml_attribute(element, "rend")))
			role.is = ELEMENT_HEADING;
	} else if (kt_str_is(element->name, "hi")) {
		if (is_raised(xml_attribute(element, "rend")))
			role.is = ELEMENT_RAISED;
	} else if (kt_str_is(element->name, "ref")) {
		if (is_one_of(xml_attribute(element, "type"), "note", "noteAnchor", "footnote"))
			role.is = ELEMENT_MARKER;
	}
	return role;
}

/* What is part of a text in TEI may be a field of a record elsewhere: where it stands tells. */
static struct element_role other_role_of(const xml_element *element, const kt_str *around)
{
	struct element_role role = role_of(element, around);

	if (role.is == ELEMENT_INLINE)
		role.is = ELEMENT_UNKNOWN;
	return role;
}

static const struct about_rule about[] = {
	{ "titleStmt", "title", "complete", NULL, FIELD_TITLE, 1, 0 },
	{ "titleStmt", "title", "main", NULL, FIELD_TITLE, 1, 0 },
	{ "titleStmt", "title", NULL, NULL, FIELD_TITLE, 2, 0 },
	{ "titleStmt", "author", NULL, NULL, FIELD_AUTHOR, 1, 1 },
	{ "creation", "date", NULL, "when", FIELD_DATE, 1, 0 },
	{ "creation", "date", NULL, NULL, FIELD_DATE, 1, 0 },
	{ "sourceDesc", "date", NULL, "when", FIELD_DATE, 2, 0 },
	{ "sourceDesc", "date", NULL, NULL, FIELD_DATE, 2, 0 },
	{ "publicationStmt", "date", NULL, "when", FIELD_DATE, 3, 0 },
	{ "publicationStmt", "date", NULL, NULL, FIELD_DATE, 3, 0 },
	{ "langUsage", "language", NULL, "ident", FIELD_LANGUAGE, 1, 1 },
	{ "langUsage", "language", NULL, "id", FIELD_LANGUAGE, 1, 1 },
	{ "availability", "licence", NULL, "target", FIELD_LICENCE, 1, 0 },
	{ "availability", "licence", NULL, NULL, FIELD_LICENCE, 1, 0 },
	{ "publicationStmt", "availability", NULL, NULL, FIELD_LICENCE, 2, 0 },
	{ "publicationStmt", "idno", "URI", NULL, FIELD_ORIGIN, 1, 0 },
	{ "publicationStmt", "idno", "URL", NULL, FIELD_ORIGIN, 1, 0 },
	{ "publicationStmt", "idno", "DOI", NULL, FIELD_ORIGIN, 1, 0 },
	{ "publicationStmt", "idno", NULL, NULL, FIELD_ORIGIN, 4, 0 },
	{ "sourceDesc", "bibl", NULL, NULL, FIELD_ORIGIN, 2, 0 },
	{ "sourceDesc", "biblStruct", NULL, NULL, FIELD_ORIGIN, 2, 0 },
	{ "sourceDesc", "p", NULL, NULL, FIELD_ORIGIN, 3, 0 },
};

const struct element_table tei_table = { "tei", role_of, about, sizeof(about) / sizeof(*about) };
static const struct element_table other_table = { "xml", other_role_of, NULL, 0 };

kt_status xml_read(kt_source_text *out, kt_arena *arena, const struct file *file, kt_error *err)
{
	const struct element_table *table = &other_table;
	kt_str text, root;
	int64_t offset;
	kt_status status = file_decode(&text, out, arena, file, &offset, err);

	if (status != KT_OK)
		return status;
	root = xml_root(text);
	if (kt_str_equal_nocase(root, KT_STR("html")))
		return html_read_text(out, arena, file, text, err);
	if (is_one_of(root, "TEI", "TEI.2", "teiCorpus"))
		table = &tei_table;
	if (kt_str_is(root, "FictionBook"))
		table = &fb2_table;
	return elements_read(out, arena, table, file, text, err);
}
