/* parse.h - the words of a query to a tree. */
#ifndef KARTOTEKA_PARSE_H
#define KARTOTEKA_PARSE_H

#include "kartoteka/base.h"

#ifdef __cplusplus
extern "C" {
#endif
#if defined(__GNUC__)
#pragma GCC visibility push(default)
#endif

#define KT_QUERY_BYTES 65536 /* longer ones are refused: KT_EINVAL that says so */
#define KT_QUERY_DEPTH 64 /* nesting of parentheses and operators */
#define KT_QUERY_NODES 2048

typedef enum kt_query_op {
	KT_QUERY_WORD, /* text */
	KT_QUERY_PHRASE, /* text between the quotation marks; slop: words more between them, in
			    order */
	KT_QUERY_FIELD, /* field; text, or from..to; a phrase when quoted */
	KT_QUERY_LIST, /* a b c, ranked; children carry `demand` */
	KT_QUERY_AND,
	KT_QUERY_OR,
	KT_QUERY_NOT, /* one child: what must not match; only below AND or LIST */
	KT_QUERY_NEAR, /* two children within `distance` words, in either order */
	KT_QUERY_ADJ /* in this order */
} kt_query_op;

typedef enum kt_query_match {
	KT_MATCH_CLASS, /* word */
	KT_MATCH_EXACT, /* =word, ="a b": printed letters */
	KT_MATCH_ALIKE, /* ~word */
	KT_MATCH_PREFIX /* word* */
} kt_query_match;

typedef enum kt_query_demand {
	KT_DEMAND_SOME,
	KT_DEMAND_MUST,
	KT_DEMAND_NOT
} kt_query_demand; /* a, +a, -a */

typedef enum kt_query_field {
	KT_ASK_PERSON,
	KT_ASK_ORGANISATION,
	KT_ASK_YEAR,
	KT_ASK_PUBLISHED,
	KT_ASK_QUOTE,
	KT_ASK_BY,
	KT_ASK_AUTHOR,
	KT_ASK_TITLE,
	KT_ASK_SOURCE,
	KT_ASK_LANGUAGE,
	KT_ASK_KIND,
	KT_ASK_DATE,
	KT_ASK_FIELDS
} kt_query_field;
const char *kt_query_field_name(kt_query_field field); /* "person" */

typedef struct kt_query kt_query;
struct kt_query {
	kt_query_op op;
	kt_query_match match;
	kt_query_demand demand;
	kt_query_field field; /* match and slop are set for quote: too (quote:=word, quote:word*,
				 quote:"a b"~2), and for no other field */
	int quoted; /* a field's value stood in quotation marks */
	unsigned slop; /* of a phrase */
	unsigned distance; /* of NEAR and ADJ */
	int from, to; /* of year:, published:, date: (years; KT_PARSE_OPEN_* for an open end); date:
			 may be finer, see text and kt_query_dates */
	kt_str text; /* without operators and quotation marks; borrowed from the query */
	size_t at, length; /* place in the query, bytes */
	kt_query **children;
	size_t count;
};
#define KT_PARSE_OPEN_FROM (-32768)
#define KT_PARSE_OPEN_TO 32767

/* Parses a query into a tree that lives in the arena.  Any bytes are survived.  Quotation marks of
 * all kinds are taken (" “ ” „ « » and ' only around a field's value). A query that has no words
 * gives KT_EINVAL ("nothing to search for").  Errors carry their place (bytes). Grammar, from loose
 * to tight: OR; AND and NOT (a NOT b is a AND NOT b); a list of neighbours; NEAR/N and ADJ/N (N
 * missing: 10 and 1); +, - before a unit; ( ), "phrase"[~N], field:value, =word, ~word, word*.
 * Operators are operators in capitals only, and words in quotation marks or in any other case. A
 * field that is not known is no field but a word ("note: ..."), unless it is close to a known one
 * (persn:x), which is an error with a hint. A word of punctuation only is left out; when nothing is
 * left, it is an error. */
kt_status kt_query_parse(kt_query **out, kt_arena *arena, kt_str query, kt_error *err);

/* Two years or one ("1936", "1936..1938", "..1917", "1953..", "1936-8" and "1936–1938" too; "1930s"
 * is 1930..1939). KT_EINVAL: what is wrong with it (no year, reversed, out of 1..9999). */
kt_status kt_query_years(kt_str text, int *from, int *to, kt_error *err);

/* Two dates or one ("1936", "1936-08", "1936-08-19", "1936-08..1937", "..1917", "1953.."; ISO 8601)
 * as their first and last day, yyyymmdd.  KT_EINVAL as above. */
kt_status kt_query_dates(kt_str text, int *from, int *to, kt_error *err);
#define KT_PARSE_FIRST_DAY 0
#define KT_PARSE_LAST_DAY 99999999 /* open ends */

/* Adds the tree in a plain notation: (list word:a phrase:"b c"); for --explain and tests. */
void kt_query_describe(kt_buf *out, const kt_query *query);

/* Adds the query and, below it, a caret under err's place, cut to `columns` around it. */
void kt_query_point(kt_buf *out, kt_str query, const kt_error *err, size_t columns);

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
