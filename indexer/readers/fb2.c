/* fb2.c - FictionBook 2: what its elements are. */
#include "elements.h"

static const struct named_role names[] = {
	{ "description", ELEMENT_ABOUT, 0 },
	{ "stylesheet", ELEMENT_SKIP, 0 },
	{ "binary", ELEMENT_SKIP, 0 },
	{ "id", ELEMENT_SKIP, 0 },
	{ "home-page", ELEMENT_SKIP, 0 },
	{ "email", ELEMENT_SKIP, 0 },
	{ "FictionBook", ELEMENT_BOX, 0 },
	{ "body", ELEMENT_BOX, 0 },
	{ "section", ELEMENT_SECTION, 0 },
	{ "annotation", ELEMENT_BOX, 0 },
	{ "title", ELEMENT_HEADING, 0 },
	{ "subtitle", ELEMENT_HEADING, 0 },
	{ "p", ELEMENT_PARAGRAPH, 0 },
	{ "epigraph", ELEMENT_KIND, KT_KIND_BLOCKQUOTE },
	{ "cite", ELEMENT_KIND, KT_KIND_BLOCKQUOTE },
	{ "text-author", ELEMENT_BLOCK, KT_KIND_ATTRIBUTION },
	{ "poem", ELEMENT_BOX, 0 },
	{ "stanza", ELEMENT_BOX, 0 },
	{ "v", ELEMENT_LINE, 0 },
	{ "date", ELEMENT_PARAGRAPH, 0 },
	{ "empty-line", ELEMENT_BOX, 0 },
	{ "table", ELEMENT_TABLE, 0 },
	{ "tr", ELEMENT_ROW, 0 },
	{ "td", ELEMENT_CELL, 0 },
	{ "th", ELEMENT_CELL, 0 },
	{ "sup", ELEMENT_RAISED, 0 },
	{ "a", ELEMENT_INLINE, 0 },
	{ "strong", ELEMENT_INLINE, 0 },
	{ "emphasis", ELEMENT_INLINE, 0 },
	{ "style", ELEMENT_INLINE, 0 },
	{ "strikethrough", ELEMENT_INLINE, 0 },
	{ "sub", ELEMENT_INLINE, 0 },
	{ "code", ELEMENT_INLINE, 0 },
	{ "image", ELEMENT_INLINE, 0 },
	{ NULL, 0, 0 },
};

static struct element_role role_of(const xml_element *element, const kt_str *around)
{
	struct element_role role = role_by_name(names, element->name);
	kt_str name = xml_attribute(element, "name");

	if (kt_str_is(element->name, "p") && kt_str_is(around[0], "title"))
		role.is = ELEMENT_PART;
	if (kt_str_is(element->name, "a") && kt_str_is(xml_attribute(element, "type"), "note"))
		role.is = ELEMENT_MARKER;
	if (kt_str_is(element->name, "body") &&
		(kt_str_is(name, "notes") || kt_str_is(name, "comments"))) {
		role.is = ELEMENT_KIND;
		role.kind = KT_KIND_FOOTNOTE;
	}
	return role;
}

static const struct about_rule about[] = {
	{ "title-info", "book-title", NULL, NULL, FIELD_TITLE, 1, 0 },
	{ "title-info", "author", NULL, NULL, FIELD_AUTHOR, 1, 1 },
	{ "title-info", "date", NULL, "value", FIELD_DATE, 1, 0 },
	{ "title-info", "date", NULL, NULL, FIELD_DATE, 1, 0 },
	{ "title-info", "lang", NULL, NULL, FIELD_LANGUAGE, 1, 0 },
	{ "document-info", "src-url", NULL, NULL, FIELD_ORIGIN, 1, 0 },
	{ "publish-info", "publisher", NULL, NULL, FIELD_ORIGIN, 2, 0 },
	{ "publish-info", "year", NULL, NULL, FIELD_DATE, 2, 0 },
};

const struct element_table fb2_table = { "fb2", role_of, about, sizeof(about) / sizeof(*about) };
