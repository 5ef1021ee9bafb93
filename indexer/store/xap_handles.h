/* xap_handles.h - what the binding's files know of each other.  C++ only; <xapian.h> comes first.
 */
#ifndef KARTOTEKA_XAP_HANDLES_H
#define KARTOTEKA_XAP_HANDLES_H

#include "kartoteka/xap.h"

#include <string>
#include <vector>

/* `term` and `text` are strings whose room is used again, so that a call need not allocate. */

struct xap_document {
	Xapian::Document doc;
	std::string term;
	std::string text;
};

struct xap_reader {
	Xapian::Database db;
	std::string path;
	std::string term;
};

struct xap_query {
	Xapian::Query query;
	unsigned depth; /* of nested operators */
};

#endif
