/* html_role.c - elements, classes and roles of HTML, and the names of its metadata. */
#include "html_role.h"

#include "piece.h"

#include <string.h>

static const struct {
	const char *name;
	struct html_role role;
} elements[] = {
	{ "p", { ROLE_BLOCK, 0, 0 } }, { "div", { ROLE_BLOCK, 0, 0 } },
	{ "br", { ROLE_BREAK, 0, 0 } }, { "a", { ROLE_INLINE, 0, 0 } },
	{ "sup", { ROLE_SUPERSCRIPT, 0, 0 } }, { "q", { ROLE_QUOTED, 0, 0 } },
	{ "h1", { ROLE_HEADING, KT_KIND_HEADING, 1 } },
	{ "h2", { ROLE_HEADING, KT_KIND_HEADING, 2 } },
	{ "h3", { ROLE_HEADING, KT_KIND_HEADING, 3 } },
	{ "h4", { ROLE_HEADING, KT_KIND_HEADING, 4 } },
	{ "h5", { ROLE_HEADING, KT_KIND_HEADING, 5 } },
	{ "h6", { ROLE_HEADING, KT_KIND_HEADING, 6 } },
	{ "blockquote", { ROLE_KIND, KT_KIND_BLOCKQUOTE, 0 } },
	{ "li", { ROLE_KIND, KT_KIND_LIST, 0 } }, { "dt", { ROLE_KIND, KT_KIND_LIST, 0 } },
	{ "dd", { ROLE_KIND, KT_KIND_LIST, 0 } }, { "aside", { ROLE_KIND, KT_KIND_FOOTNOTE, 0 } },
	{ "figcaption", { ROLE_KIND, KT_KIND_CAPTION, 0 } },
	{ "caption", { ROLE_KIND, KT_KIND_CAPTION, 0 } }, { "pre", { ROLE_PRE, 0, 0 } },
	{ "listing", { ROLE_PRE, 0, 0 } }, { "xmp", { ROLE_PRE, 0, 0 } },
	{ "plaintext", { ROLE_PRE, 0, 0 } }, { "table", { ROLE_TABLE, 0, 0 } },
	{ "tr", { ROLE_ROW, 0, 0 } }, { "td", { ROLE_CELL, 0, 0 } }, { "th", { ROLE_CELL, 0, 0 } },
	{ "html", { ROLE_HTML, 0, 0 } }, { "head", { ROLE_HEAD, 0, 0 } },
	{ "title", { ROLE_TITLE, 0, 0 } }, { "meta", { ROLE_META, 0, 0 } },
	{ "link", { ROLE_LINK, 0, 0 } }, { "body", { ROLE_BLOCK, 0, 0 } },
	{ "section", { ROLE_BLOCK, 0, 0 } }, { "article", { ROLE_BLOCK, 0, 0 } },
	{ "main", { ROLE_BLOCK, 0, 0 } }, { "header", { ROLE_BLOCK, 0, 0 } },
	{ "footer", { ROLE_BLOCK, 0, 0 } }, { "hgroup", { ROLE_BLOCK, 0, 0 } },
	{ "address", { ROLE_BLOCK, 0, 0 } }, { "center", { ROLE_BLOCK, 0, 0 } },
	{ "details", { ROLE_BLOCK, 0, 0 } }, { "summary", { ROLE_BLOCK, 0, 0 } },
	{ "dialog", { ROLE_BLOCK, 0, 0 } }, { "ul", { ROLE_BLOCK, 0, 0 } },
	{ "ol", { ROLE_BLOCK, 0, 0 } }, { "dl", { ROLE_BLOCK, 0, 0 } },
	{ "dir", { ROLE_BLOCK, 0, 0 } }, { "menu", { ROLE_BLOCK, 0, 0 } },
	{ "figure", { ROLE_BLOCK, 0, 0 } }, { "hr", { ROLE_BLOCK, 0, 0 } },
	{ "form", { ROLE_BLOCK, 0, 0 } }, { "fieldset", { ROLE_BLOCK, 0, 0 } },
	{ "legend", { ROLE_BLOCK, 0, 0 } }, { "noframes", { ROLE_BLOCK, 0, 0 } },
	{ "thead", { ROLE_BLOCK, 0, 0 } }, { "tbody", { ROLE_BLOCK, 0, 0 } },
	{ "tfoot", { ROLE_BLOCK, 0, 0 } }, { "script", { ROLE_SKIP, 0, 0 } },
	{ "style", { ROLE_SKIP, 0, 0 } }, { "template", { ROLE_SKIP, 0, 0 } },
	{ "noscript", { ROLE_SKIP, 0, 0 } }, { "nav", { ROLE_SKIP, 0, 0 } },
	{ "iframe", { ROLE_SKIP, 0, 0 } }, { "object", { ROLE_SKIP, 0, 0 } },
	{ "applet", { ROLE_SKIP, 0, 0 } }, { "svg", { ROLE_SKIP, 0, 0 } },
	{ "canvas", { ROLE_SKIP, 0, 0 } }, { "audio", { ROLE_SKIP, 0, 0 } },
	{ "video", { ROLE_SKIP, 0, 0 } }, { "select", { ROLE_SKIP, 0, 0 } },
	{ "datalist", { ROLE_SKIP, 0, 0 } }, { "textarea", { ROLE_SKIP, 0, 0 } },
	{ "button", { ROLE_SKIP, 0, 0 } }, { "del", { ROLE_SKIP, 0, 0 } },
	{ "rp", { ROLE_SKIP, 0, 0 } },
	{ "annotation", { ROLE_SKIP, 0, 0 } }, /* of MathML: its formula again */
};

/* Words of class, role and epub:type.  Those that are common to many pages; of Word, Wikipedia,
 * docutils, pandoc, and Project Gutenberg. */
static const struct {
	const char *word;
	struct html_role role;
} words[] = {
	{ "footnote", { ROLE_KIND, KT_KIND_FOOTNOTE, 0 } },
	{ "footnotes", { ROLE_KIND, KT_KIND_FOOTNOTE, 0 } },
	{ "endnote", { ROLE_KIND, KT_KIND_FOOTNOTE, 0 } },
	{ "endnotes", { ROLE_KIND, KT_KIND_FOOTNOTE, 0 } },
	{ "rearnote", { ROLE_KIND, KT_KIND_FOOTNOTE, 0 } },
	{ "rearnotes", { ROLE_KIND, KT_KIND_FOOTNOTE, 0 } },
	{ "doc-footnote", { ROLE_KIND, KT_KIND_FOOTNOTE, 0 } },
	{ "doc-endnote", { ROLE_KIND, KT_KIND_FOOTNOTE, 0 } },
	{ "doc-endnotes", { ROLE_KIND, KT_KIND_FOOTNOTE, 0 } },
	{ "msofootnotetext", { ROLE_KIND, KT_KIND_FOOTNOTE, 0 } },
	{ "msoendnotetext", { ROLE_KIND, KT_KIND_FOOTNOTE, 0 } },
	{ "reflist", { ROLE_KIND, KT_KIND_FOOTNOTE, 0 } },
	{ "references", { ROLE_KIND, KT_KIND_FOOTNOTE, 0 } },
	{ "bibliography", { ROLE_KIND, KT_KIND_BIBLIOGRAPHY, 0 } },
	{ "doc-bibliography", { ROLE_KIND, KT_KIND_BIBLIOGRAPHY, 0 } },
	{ "doc-biblioentry", { ROLE_KIND, KT_KIND_BIBLIOGRAPHY, 0 } },
	{ "csl-bib-body", { ROLE_KIND, KT_KIND_BIBLIOGRAPHY, 0 } },
	{ "refbegin", { ROLE_KIND, KT_KIND_BIBLIOGRAPHY, 0 } },
	{ "caption", { ROLE_KIND, KT_KIND_CAPTION, 0 } },
	{ "captioned", { ROLE_KIND, KT_KIND_CAPTION, 0 } },
	{ "thumbcaption", { ROLE_KIND, KT_KIND_CAPTION, 0 } },
	{ "wp-caption-text", { ROLE_KIND, KT_KIND_CAPTION, 0 } },
	{ "msocaption", { ROLE_KIND, KT_KIND_CAPTION, 0 } },
	{ "attribution", { ROLE_KIND, KT_KIND_ATTRIBUTION, 0 } },
	{ "blockquote", { ROLE_KIND, KT_KIND_BLOCKQUOTE, 0 } },
	{ "blockquot", { ROLE_KIND, KT_KIND_BLOCKQUOTE, 0 } },
	{ "quotation", { ROLE_KIND, KT_KIND_BLOCKQUOTE, 0 } },
	{ "quote", { ROLE_KIND, KT_KIND_BLOCKQUOTE, 0 } },
	{ "epigraph", { ROLE_KIND, KT_KIND_BLOCKQUOTE, 0 } },
	{ "doc-epigraph", { ROLE_KIND, KT_KIND_BLOCKQUOTE, 0 } },
	{ "msoquote", { ROLE_KIND, KT_KIND_BLOCKQUOTE, 0 } },
	{ "poem", { ROLE_KIND, KT_KIND_VERSE, 0 } },
	{ "poetry", { ROLE_KIND, KT_KIND_VERSE, 0 } },
	{ "verse", { ROLE_KIND, KT_KIND_VERSE, 0 } },
	{ "stanza", { ROLE_KIND, KT_KIND_VERSE, 0 } },
	{ "line-block", { ROLE_KIND, KT_KIND_VERSE, 0 } },
	{ "transnote", { ROLE_KIND, KT_KIND_NOTE, 0 } },
	{ "heading", { ROLE_HEADING, KT_KIND_HEADING, 0 } },
	{ "msotitle", { ROLE_HEADING, KT_KIND_HEADING, 1 } },
	{ "noteref", { ROLE_MARKER, 0, 0 } },
	{ "doc-noteref", { ROLE_MARKER, 0, 0 } },
	{ "footnote-ref", { ROLE_MARKER, 0, 0 } },
	{ "footnote-reference", { ROLE_MARKER, 0, 0 } },
	{ "footnote-back", { ROLE_MARKER, 0, 0 } },
	{ "doc-backlink", { ROLE_MARKER, 0, 0 } },
	{ "fn-backref", { ROLE_MARKER, 0, 0 } },
	{ "fnanchor", { ROLE_MARKER, 0, 0 } },
	{ "msofootnotereference", { ROLE_MARKER, 0, 0 } },
	{ "msoendnotereference", { ROLE_MARKER, 0, 0 } },
	{ "pagenum", { ROLE_SKIP, 0, 0 } },
	{ "pageno", { ROLE_SKIP, 0, 0 } },
	{ "pagebreak", { ROLE_SKIP, 0, 0 } },
	{ "doc-pagebreak", { ROLE_SKIP, 0, 0 } },
	{ "navigation", { ROLE_SKIP, 0, 0 } },
	{ "search", { ROLE_SKIP, 0, 0 } },
	{ "noprint", { ROLE_SKIP, 0, 0 } },
	{ "navbox", { ROLE_SKIP, 0, 0 } },
	{ "mw-editsection", { ROLE_SKIP, 0, 0 } },
	{ "mw-cite-backlink", { ROLE_SKIP, 0, 0 } },
};

static struct html_role by_name(kt_str name)
{
	for (size_t i = 0; i < sizeof(elements) / sizeof(*elements); i++)
		if (kt_str_is(name, elements[i].name))
			return elements[i].role;
	return (struct html_role) { ROLE_INLINE, 0, 0 };
}

static int is_hidden(const xml_element *element)
{
	kt_str style = xml_attribute(element, "style");
	kt_str aria = xml_attribute(element, "aria-hidden");

	if (xml_attribute(element, "hidden").ptr || kt_str_is(aria, "true"))
		return 1;
	for (size_t at = 0; (at = kt_str_find(style, KT_STR("display"), at)) != SIZE_MAX; at++) {
		kt_str rest = kt_str_trim(kt_str_sub(style, at + 7, style.len));

		if (rest.len && *rest.ptr == ':' &&
			kt_str_starts(kt_str_trim(kt_str_sub(rest, 1, rest.len)), KT_STR("none")))
			return 1;
	}
	return 0;
}

/* href of an anchor of a note: #fn1, #_ftn1, #cite_note-2, page.html#note12, #FNanchor_3 */
static int points_at_note(const xml_element *element)
{
	static const char *const begin[] = { "fn", "_ftn", "_edn", "ftn", "edn", "footnote",
		"endnote", "note", "cite_note", "cite-note", "cite_ref", "anm", "sdfootnote",
		"sdendnote" };
	kt_str href = xml_attribute(element, "href");
	size_t at = kt_str_find(href, KT_STR("#"), 0);

	if (at == SIZE_MAX)
		return 0;
	href = kt_str_sub(href, at + 1, href.len);
	for (size_t i = 0; i < sizeof(begin) / sizeof(*begin); i++)
		if (kt_str_equal_nocase(kt_str_sub(href, 0, strlen(begin[i])), kt_str_of(begin[i])))
			return 1;
	return 0;
}

static int is_block(enum role role)
{
	return role == ROLE_BLOCK || role == ROLE_KIND || role == ROLE_ROW || role == ROLE_TABLE;
}

/* What a class says of an element of this role; 0: nothing. */
static int adapt(struct html_role *role, const struct html_role *said)
{
	switch (said->role) {
	case ROLE_SKIP:
		break;
	case ROLE_MARKER:
		if (role->role != ROLE_INLINE && role->role != ROLE_SUPERSCRIPT)
			return 0;
		break;
	case ROLE_KIND:
		if (role->role == ROLE_PRE && said->kind == KT_KIND_VERSE) {
			role->kind = KT_KIND_VERSE;
			return 1;
		}
		if (!is_block(role->role))
			return 0;
		if (role->role == ROLE_TABLE || role->role == ROLE_ROW) {
			role->kind = said->kind;
			return 1;
		}
		break;
	default:
		if (role->role != ROLE_BLOCK)
			return 0;
	}
	*role = *said;
	return 1;
}

static void by_words(struct html_role *role, kt_str value)
{
	for (size_t at = 0; at < value.len;) {
		size_t end = at;
		kt_str word;

		while (end < value.len && (unsigned char)value.ptr[end] > ' ')
			end++;
		word = kt_str_sub(value, at, end);
		at = end + 1;
		for (size_t i = 0; word.len && i < sizeof(words) / sizeof(*words); i++)
			if (kt_str_equal_nocase(word, kt_str_of(words[i].word)) &&
				adapt(role, &words[i].role))
				return;
	}
}

/* <span class="i2">, <div class="line">: a line of its own. */
static int is_line(const xml_element *element)
{
	kt_str class = xml_attribute(element, "class");

	return xml_has_word(class, "line") || xml_has_word(class, "verse") ||
	       xml_has_word(class, "verseline") ||
	       (class.len >= 2 && class.ptr[0] == 'i' && class.ptr[1] >= '0' &&
		       class.ptr[1] <= '9');
}

struct html_role html_role_of(const xml_element *element, kt_kind within)
{
	struct html_role role = by_name(element->name);

	if (role.role == ROLE_SKIP || !element->count)
		return role;
	if (is_hidden(element))
		return (struct html_role) { ROLE_SKIP, 0, 0 };
	if (role.role == ROLE_META || role.role == ROLE_LINK)
		return role;
	if (within == KT_KIND_VERSE && is_line(element))
		return (struct html_role) { ROLE_LINE, 0, 0 };
	by_words(&role, xml_attribute(element, "class"));
	by_words(&role, xml_attribute(element, "role"));
	by_words(&role, xml_attribute(element, "type"));
	if (kt_str_is(element->name, "a") && points_at_note(element))
		role.role = ROLE_MARKER;
	return role;
}

/* ---- metadata ---- */

static const struct {
	const char *name;
	enum field field;
	int rank;
} fields[] = {
	{ "dc.title", FIELD_TITLE, 1 },
	{ "dcterms.title", FIELD_TITLE, 1 },
	{ "citation_title", FIELD_TITLE, 1 },
	{ "og:title", FIELD_TITLE, 3 },
	{ "author", FIELD_AUTHOR, 2 },
	{ "dc.creator", FIELD_AUTHOR, 1 },
	{ "dcterms.creator", FIELD_AUTHOR, 1 },
	{ "citation_author", FIELD_AUTHOR, 1 },
	{ "date", FIELD_DATE, 2 },
	{ "dc.date", FIELD_DATE, 1 },
	{ "dc.created", FIELD_DATE, 1 },
	{ "dcterms.issued", FIELD_DATE, 1 },
	{ "dcterms.date", FIELD_DATE, 1 },
	{ "dcterms.created", FIELD_DATE, 2 },
	{ "citation_publication_date", FIELD_DATE, 1 },
	{ "citation_date", FIELD_DATE, 1 },
	{ "article:published_time", FIELD_DATE, 2 },
	{ "dc.source", FIELD_ORIGIN, 2 },
	{ "og:url", FIELD_ORIGIN, 3 },
	{ "dc.rights", FIELD_LICENCE, 1 },
	{ "dcterms.rights", FIELD_LICENCE, 2 },
	{ "dcterms.license", FIELD_LICENCE, 1 },
	{ "dc.language", FIELD_LANGUAGE, 2 },
	{ "dcterms.language", FIELD_LANGUAGE, 2 },
	{ "content-language", FIELD_LANGUAGE, 2 },
};

enum field html_meta_field(kt_str name, int *rank)
{
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		if (kt_str_equal_nocase(name, kt_str_of(fields[i].name))) {
			*rank = fields[i].rank;
			return fields[i].field;
		}
	return FIELDS;
}

/* ---- looks ---- */

static int is_capital(kt_str line)
{
	size_t at = 0;
	uint32_t c = kt_utf8_next(line, &at);

	return (c >= 'A' && c <= 'Z') || (c >= 0x410 && c <= 0x42F) || c == 0x401;
}

int html_is_verse(kt_str text)
{
	enum { LINES = 3, WIDEST = 60 };
	size_t lines = 0, capitals = 0, widest = 0;

	for (size_t at = 0; at < text.len;) {
		size_t end = kt_str_find(text, KT_STR("\n"), at);
		kt_str line = kt_str_sub(text, at, end == SIZE_MAX ? text.len : end);
		size_t width = kt_utf8_width(line);

		lines++;
		capitals += is_capital(line) ? 1 : 0;
		widest = width > widest ? width : widest;
		at = end == SIZE_MAX ? text.len : end + 1;
	}
	return lines >= LINES && widest <= WIDEST && capitals * 10 >= lines * 7;
}

int html_is_heading(kt_str text, int centred)
{
	enum { LONGEST = 100 };
	size_t at = 0;
	int letters = 0;

	if (!text.len || text.len > LONGEST || kt_str_find(text, KT_STR("\n"), 0) != SIZE_MAX)
		return 0;
	if (names_chapter(text) && !strchr(".,;", text.ptr[text.len - 1]))
		return text.len < LONGEST / 2 || centred;
	while (centred && at < text.len) {
		uint32_t c = kt_utf8_next(text, &at);

		if ((c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF) ||
			(c >= 0x430 && c <= 0x45F))
			return 0;
		letters += (c >= 'A' && c <= 'Z') || (c >= 0x410 && c <= 0x42F);
	}
	return letters > 2;
}
