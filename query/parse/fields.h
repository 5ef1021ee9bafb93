/* fields.h - what a field takes behind its colon. */
#ifndef KARTOTEKA_PARSE_FIELDS_H
#define KARTOTEKA_PARSE_FIELDS_H

#include "kartoteka/parse.h"

typedef enum parse_value {
	PARSE_NAME, /* of a person or organisation: every spelling is found without being asked */
	PARSE_YEARS,
	PARSE_DATES,
	PARSE_WORDS, /* searched in the text, with =, ~ and * as outside of fields */
	PARSE_VERBATIM /* a code, a kind, words of a title: as they are */
} parse_value;

parse_value parse_field_value(kt_query_field field);
/* What to write, for messages: "person:NAME". */
const char *parse_field_usage(kt_query_field field);
/* KT_ASK_FIELDS: it is none. */
kt_query_field parse_field_find(kt_str name);
/* The field that was meant by a name that is none: one slip away, or another word for it.
 * KT_ASK_FIELDS: none was. */
kt_query_field parse_field_meant(kt_str name);

#endif
