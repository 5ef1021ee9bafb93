/* xml.c - libxml2's events, balanced and bounded. */
#include "xml.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	ENTITY_BYTES = 64, /* of text that an entity of the document's own may stand for */
	ENTITIES_MAX = 1000,
	ROOT_WITHIN = 1 << 16, /* bytes */
	ATTRIBUTES_MAX = 5000, /* of an element: the parser compares each with each */
	WORK_MAX = 1 << 28 /* open elements looked through at faults of HTML */
};

/* Of the document's own: <!ENTITY name "text"> */
struct entity {
	char name[32], text[ENTITY_BYTES + 1];
};

struct parse {
	const xml_handler *handler;
	void *context;
	xmlParserCtxt *parser;
	kt_status status;
	kt_error *err;
	xml_fault *fault;
	const char **open; /* names of the open elements, the parser's */
	size_t depth, size;
	size_t told; /* of the open elements, the outer ones */
	size_t work;
	struct entity *entities;
	size_t entity_count, entity_size;
	xmlEntity entity; /* the one at hand */
	char entity_text[ENTITY_BYTES + 1];
};

static const char *text_of(const xmlChar *s)
{
	return (const char *)s;
}

static void stop(struct parse *p, kt_status status)
{
	if (p->status == KT_OK)
		p->status = status;
	xmlStopParser(p->parser);
}

static void note_fault(struct parse *p, size_t line, const char *reason)
{
	size_t length = reason ? strcspn(reason, "\r\n") : 0;

	if (!p->fault || p->fault->line)
		return;
	p->fault->line = line ? line : 1;
	snprintf(p->fault->reason, sizeof(p->fault->reason), "%.*s",
		length < 150 ? (int)length : 150, reason ? reason : "");
}

/* ---- elements ---- */

/* Deeper elements of HTML are not told: their text belongs to those that they are in. */
static void begin(struct parse *p, const xml_element *element, const char *name)
{
	if (p->status != KT_OK)
		return;
	if (!kt_grow((void **)&p->open, &p->size, p->depth, sizeof(*p->open))) {
		stop(p, kt_fail(p->err, KT_ENOMEM, "out of memory"));
		return;
	}
	p->open[p->depth++] = name;
	if (p->handler->start && p->depth <= p->told) {
		kt_status status = p->handler->start(p->context, element, p->err);

		if (status != KT_OK)
			stop(p, status);
	}
}

static void close_one(struct parse *p)
{
	kt_str name = kt_str_of(p->open[--p->depth]);

	if (p->handler->end && p->depth < p->told && p->status == KT_OK) {
		kt_status status = p->handler->end(p->context, name, p->err);

		if (status != KT_OK)
			stop(p, status);
	}
}

/* Closes what is open in it, too; an end without its beginning is none. */
static void finish(struct parse *p, const char *name)
{
	size_t depth = p->depth;

	while (depth && strcmp(p->open[depth - 1], name) != 0)
		depth--;
	while (depth && p->depth >= depth)
		close_one(p);
}

static void on_start(void *at, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
	int namespaces, const xmlChar **declared, int count, int defaulted, const xmlChar **values)
{
	xml_element element = { kt_str_of(text_of(name)), kt_str_of(text_of(uri)),
		(const char *const *)values, (size_t)count, 0 };

	(void)prefix;
	(void)namespaces;
	(void)declared;
	(void)defaulted;
	begin(at, &element, text_of(name));
}

static void on_end(void *at, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	(void)prefix;
	(void)uri;
	finish(at, text_of(name));
}

static void on_html_start(void *at, const xmlChar *name, const xmlChar **values)
{
	xml_element element = { kt_str_of(text_of(name)), KT_STR(""), (const char *const *)values,
		0, 1 };

	while (values && values[2 * element.count])
		element.count++;
	begin(at, &element, text_of(name));
}

static void on_html_end(void *at, const xmlChar *name)
{
	finish(at, text_of(name));
}

static void on_text(void *at, const xmlChar *text, int length)
{
	struct parse *p = at;
	kt_status status;

	if (p->status != KT_OK || !p->handler->text || length <= 0)
		return;
	status = p->handler->text(p->context, (kt_str) { text_of(text), (size_t)length }, p->err);
	if (status != KT_OK)
		stop(p, status);
}

/* ---- attributes ---- */

static int is_local(const char *name, const char *local)
{
	const char *colon = strchr(name, ':');

	return strcmp(name, local) == 0 || (colon && strcmp(colon + 1, local) == 0);
}

kt_str xml_attribute(const xml_element *element, const char *local)
{
	/* HTML: name, value; XML: local name, prefix, namespace, value, end of the value */
	for (size_t i = 0; i < element->count; i++) {
		const char *const *a = element->attributes + i * (element->html ? 2 : 5);

		if (!is_local(a[0], local))
			continue;
		if (element->html)
			return a[1] ? kt_str_of(a[1]) : KT_STR("");
		return (kt_str) { a[3], (size_t)(a[4] - a[3]) };
	}
	return (kt_str) { NULL, 0 };
}

int xml_has_word(kt_str value, const char *word)
{
	kt_str wanted = kt_str_of(word);
	size_t at = 0;

	while (at < value.len) {
		size_t end = at;

		while (end < value.len && (unsigned char)value.ptr[end] > ' ')
			end++;
		if (kt_str_equal_nocase(kt_str_sub(value, at, end), wanted))
			return 1;
		at = end + 1;
	}
	return 0;
}

/* ---- entities ---- */

static void on_entity_declared(void *at, const xmlChar *name, int type, const xmlChar *public_id,
	const xmlChar *system_id, xmlChar *content)
{
	struct parse *p = at;
	struct entity *e;

	(void)public_id;
	(void)system_id;
	if (type != XML_INTERNAL_GENERAL_ENTITY || !content || p->entity_count >= ENTITIES_MAX ||
		strlen(text_of(name)) >= sizeof(e->name) ||
		strlen(text_of(content)) > ENTITY_BYTES || strpbrk(text_of(content), "<&"))
		return;
	if (!kt_grow((void **)&p->entities, &p->entity_size, p->entity_count,
		    sizeof(*p->entities))) {
		stop(p, kt_fail(p->err, KT_ENOMEM, "out of memory"));
		return;
	}
	e = &p->entities[p->entity_count++];
	strcpy(e->name, text_of(name));
	strcpy(e->text, text_of(content));
}

/* The text of an entity: XML's five, the document's own, or one of those of HTML, which texts use
 * whose DTD is elsewhere. */
static void find_entity(struct parse *p, const char *name)
{
	const htmlEntityDesc *known;
	kt_buf text = KT_BUF_INIT;

	for (size_t i = 0; i < p->entity_count; i++)
		if (strcmp(p->entities[i].name, name) == 0) {
			strcpy(p->entity_text, p->entities[i].text);
			return;
		}
	known = htmlEntityLookup((const xmlChar *)name);
	if (!known && strcmp(name, "apos") != 0)
		note_fault(p, (size_t)xmlSAX2GetLineNumber(p->parser),
			"an entity that is not declared");
	kt_buf_add_codepoint(&text, known ? known->value : strcmp(name, "apos") ? 0xFFFD : '\'');
	snprintf(p->entity_text, sizeof(p->entity_text), "%s", text.ptr ? text.ptr : "");
	kt_buf_release(&text);
}

/* Given as a predefined one, it is text, and never parsed.  In an attribute, where the parser would
 * take its first byte alone, it is a space unless it is ASCII. */
static xmlEntity *on_entity(void *at, const xmlChar *name)
{
	struct parse *p = at;

	/* Asked when one is declared, the parser would keep something with it. */
	if (p->parser->inSubset)
		return NULL;
	find_entity(p, text_of(name));
	if (p->parser->instate == XML_PARSER_ATTRIBUTE_VALUE &&
		(unsigned char)*p->entity_text >= 0x80)
		strcpy(p->entity_text, " ");
	memset(&p->entity, 0, sizeof(p->entity));
	p->entity.type = XML_ENTITY_DECL;
	p->entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
	p->entity.content = (xmlChar *)p->entity_text;
	p->entity.length = (int)strlen(p->entity_text);
	p->entity.checked = 1;
	/* A fault before would make the parser leave out all entities. */
	p->parser->wellFormed = 1;
	return &p->entity;
}

/* ---- the whole ---- */

static void on_error(void *at, const xmlError *error)
{
	if (error->level >= XML_ERR_ERROR && error->domain != XML_FROM_NAMESPACE)
		note_fault(at, error->line > 0 ? (size_t)error->line : 1, error->message);
}

/* For each end without its beginning, and the like, the parser looks through all open elements. */
static void on_html_error(void *at, const xmlError *error)
{
	struct parse *p = at;

	p->work += p->depth;
	if (p->work <= WORK_MAX || p->status != KT_OK)
		return;
	note_fault(p, error->line > 0 ? (size_t)error->line : 1, "elements nested too deep");
	xmlStopParser(p->parser);
}

static void set_handlers(struct parse *p, int html)
{
	xmlSAXHandler *sax = p->parser->sax;

	memset(sax, 0, sizeof(*sax));
	sax->initialized = XML_SAX2_MAGIC;
	sax->serror = (xmlStructuredErrorFunc)(html ? on_html_error : on_error);
	sax->characters = sax->ignorableWhitespace = sax->cdataBlock = on_text;
	if (html) {
		sax->startElement = on_html_start;
		sax->endElement = on_html_end;
	} else {
		sax->startElementNs = on_start;
		sax->endElementNs = on_end;
		sax->getEntity = on_entity;
		sax->entityDecl = on_entity_declared;
	}
	p->parser->userData = p;
}

static int is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Behind the value that begins at `at`, which an = stands before. */
static size_t behind_value(kt_str text, size_t at)
{
	const char *end;

	while (at < text.len && is_blank(text.ptr[at]))
		at++;
	if (at >= text.len || (text.ptr[at] != '"' && text.ptr[at] != '\''))
		return at;
	end = memchr(text.ptr + at + 1, text.ptr[at], text.len - at - 1);
	return end ? (size_t)(end - text.ptr) + 1 : text.len;
}

/* Whether an element has more attributes than any text's. */
static int is_bomb(kt_str text)
{
	const char *tag = text.ptr, *end = text.ptr + text.len;

	while (tag < end && (tag = memchr(tag, '<', (size_t)(end - tag))) != NULL) {
		size_t at = (size_t)(tag - text.ptr) + 1, count = 0;

		while (at < text.len && text.ptr[at] != '>') {
			char c = text.ptr[at++];

			if (c == '=')
				at = behind_value(text, at);
			count += c == '=' ||
				 (is_blank(c) && at < text.len && !is_blank(text.ptr[at]));
			if (count > 2 * ATTRIBUTES_MAX)
				return 1;
		}
		tag = text.ptr + at;
	}
	return 0;
}

static kt_status run(struct parse *p, kt_str text, int html, kt_error *err)
{
	xmlDoc *made;

	if (text.len > INT_MAX)
		return kt_fail(err, KT_EINPUT, "larger than 2 GB");
	if (is_bomb(text))
		return kt_fail(
			err, KT_EINPUT, "a tag with more than %d attributes", ATTRIBUTES_MAX);
	p->parser = html ? htmlNewParserCtxt() : xmlNewParserCtxt();
	if (!p->parser)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	set_handlers(p, html);
	if (html)
		made = htmlCtxtReadMemory(p->parser, text.ptr, (int)text.len, NULL, "UTF-8",
			HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
				HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC);
	else /* XML_PARSE_OLDSAX: all entities are asked for, the predefined ones, too */
		made = xmlCtxtReadMemory(p->parser, text.ptr, (int)text.len, NULL, NULL,
			XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_OLDSAX |
				XML_PARSE_IGNORE_ENC);
	if (p->parser->errNo == XML_ERR_NO_MEMORY && p->status == KT_OK)
		p->status = kt_fail(err, KT_ENOMEM, "out of memory");
	if (p->fault && p->fault->line)
		p->fault->cut = p->depth > 0;
	while (p->depth)
		close_one(p);
	xmlFreeDoc(made);
	return p->status;
}

static kt_status parse(const xml_handler *handler, void *context, kt_str text, int html,
	xml_fault *fault, kt_error *err)
{
	struct parse p = { .handler = handler,
		.context = context,
		.fault = fault,
		.err = err,
		.told = html ? HTML_DEPTH_MAX : XML_DEPTH_MAX };
	kt_status status;

	if (fault)
		memset(fault, 0, sizeof(*fault));
	if (!text.len)
		return KT_OK;
	status = run(&p, text, html, err);
	if (p.parser)
		html ? htmlFreeParserCtxt(p.parser) : xmlFreeParserCtxt(p.parser);
	free(p.open);
	free(p.entities);
	return status;
}

kt_status xml_parse(
	const xml_handler *handler, void *context, kt_str text, xml_fault *fault, kt_error *err)
{
	return parse(handler, context, text, 0, fault, err);
}

kt_status xml_parse_html(
	const xml_handler *handler, void *context, kt_str text, xml_fault *fault, kt_error *err)
{
	return parse(handler, context, text, 1, fault, err);
}

/* ---- what a document is ---- */

/* Behind what begins at `at` and ends with `mark`. */
static size_t behind(kt_str text, size_t at, kt_str mark)
{
	at = kt_str_find(text, mark, at);
	return at == SIZE_MAX ? text.len : at + mark.len;
}

/* Behind a declaration of the document's type, with what it has in brackets. */
static size_t behind_doctype(kt_str text, size_t at)
{
	while (at < text.len && text.ptr[at] != '>' && text.ptr[at] != '[')
		at++;
	if (at < text.len && text.ptr[at] == '[')
		at = behind(text, at, KT_STR("]"));
	return behind(text, at, KT_STR(">"));
}

kt_str xml_root(kt_str text)
{
	size_t at = 0, end;

	text = kt_str_sub(text, 0, text.len < ROOT_WITHIN ? text.len : ROOT_WITHIN);
	while (at < text.len) {
		kt_str rest = kt_str_sub(text, at, text.len);

		if (kt_str_starts(rest, KT_STR("<!--")))
			at = behind(text, at + 4, KT_STR("-->"));
		else if (kt_str_starts(rest, KT_STR("<?")))
			at = behind(text, at, KT_STR("?>"));
		else if (kt_str_starts(rest, KT_STR("<!")))
			at = behind_doctype(text, at);
		else if (*rest.ptr == '<')
			break;
		else
			at++;
	}
	end = ++at;
	while (end < text.len && !strchr(" \t\r\n/>", text.ptr[end])) {
		if (text.ptr[end] == ':')
			at = end + 1;
		end++;
	}
	return end < text.len ? kt_str_sub(text, at, end) : KT_STR("");
}
