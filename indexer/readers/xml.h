/* xml.h - XML and HTML as events, by libxml2, which is included in xml.c alone.  Private to the
 * readers.
 *
 * Nothing is loaded from elsewhere, no DTD is read, and entities stand for text only, so that
 * nothing expands.  Comments and processing instructions are passed over; CDATA is text. */
#ifndef KARTOTEKA_READERS_XML_H
#define KARTOTEKA_READERS_XML_H

#include "kartoteka/base.h"

enum {
	XML_DEPTH_MAX = 256, /* elements of XML in one another; deeper ends the reading */
	HTML_DEPTH_MAX = 10000 /* deeper ones are not told; unclosed <font> makes some thousand */
};

/* An element that begins; valid until the callback returns, its name until the reading ends. */
typedef struct xml_element {
	kt_str name; /* local, without a prefix; of HTML in small letters */
	kt_str space; /* address of its namespace; empty: none, and in HTML */
	const char *const *attributes; /* private */
	size_t count;
	int html;
} xml_element;

/* The value of an attribute by its local name (lang finds xml:lang, too); .ptr is NULL where there
 * is none. */
kt_str xml_attribute(const xml_element *element, const char *local);
/* Whether an attribute that is a list of words (class, rend, type) has this one; ASCII letters of
 * either case. */
int xml_has_word(kt_str value, const char *word);

/* Each start has its end, also where the source breaks off.  Not KT_OK ends the reading with that
 * status.  Text comes in pieces of any length.  Any may be NULL. */
typedef struct xml_handler {
	kt_status (*start)(void *context, const xml_element *element, kt_error *err);
	kt_status (*end)(void *context, kt_str name, kt_error *err);
	kt_status (*text)(void *context, kt_str text, kt_error *err);
} xml_handler;

/* What is wrong with a source, where anything is. */
typedef struct xml_fault {
	size_t line; /* 0: nothing is wrong */
	char reason[160];
	int cut; /* the reading ended there */
} xml_fault;

/* Reads a document in UTF-8 (as encoding_decode gives it), whatever its declaration says, as far as
 * it can be read.  fault may be NULL.  KT_OK also where it is malformed: fault says so.  KT_EINPUT:
 * what no text has and would take too long. */
kt_status xml_parse(
	const xml_handler *handler, void *context, kt_str text, xml_fault *fault, kt_error *err);
/* The same for HTML, where elements that are not closed are closed by its rules, and nothing is a
 * fault but what would take too long. */
kt_status xml_parse_html(
	const xml_handler *handler, void *context, kt_str text, xml_fault *fault, kt_error *err);

/* The local name of the first element of a text, or the empty slice. */
kt_str xml_root(kt_str text);

#endif
