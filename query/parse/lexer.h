/* lexer.h - the parts of a query: operators, signs, parentheses, and units, each of which is a leaf
 * of the tree: a word, a phrase, a field with its value. */
#ifndef KARTOTEKA_PARSE_LEXER_H
#define KARTOTEKA_PARSE_LEXER_H

#include "kartoteka/parse.h"

typedef enum token_kind {
	TOKEN_NONE,
	TOKEN_END,
	TOKEN_UNIT,
	TOKEN_OPEN,
	TOKEN_CLOSE,
	TOKEN_PLUS,
	TOKEN_MINUS,
	TOKEN_AND,
	TOKEN_OR,
	TOKEN_NOT,
	TOKEN_NEAR,
	TOKEN_ADJ
} token_kind;

typedef struct token {
	token_kind kind;
	size_t at, length; /* place in the query */
	unsigned distance; /* of TOKEN_NEAR and TOKEN_ADJ */
	kt_query unit; /* of TOKEN_UNIT */
} token;

typedef struct lexer {
	kt_str query; /* well-formed UTF-8 without a NUL */
	size_t at;
	token_kind before; /* the token before: a word right behind a + or - is no operator */
	kt_error *err;
} lexer;

/* The next token.  Words of punctuation only are passed over.  KT_EINVAL with its place. */
kt_status parse_next(lexer *lex, token *out);

/* ---- unit.c ---- */

/* The run that begins at `at`: white space, a parenthesis or a quotation mark ends it. */
kt_str parse_run(kt_str query, size_t at);
/* Reads the unit that begins at lex->at and moves behind it; *found is 0 when it was punctuation
 * only. */
kt_status parse_unit(lexer *lex, kt_query *unit, int *found);
/* Reads a word at lex->at into unit (text and match; a * may stand at its end); the same. */
kt_status parse_word(lexer *lex, kt_query *unit, int *found);

/* ---- phrase.c ---- */

int parse_at_quote(kt_str query, size_t at);
/* Reads the phrase whose opening mark is at lex->at, with the ~N behind it where `slop` allows one.
 */
kt_status parse_phrase(lexer *lex, kt_query *unit, int slop);

/* ---- value.c ---- */

/* Reads the value of unit->field at lex->at, behind the colon. */
kt_status parse_value_of(lexer *lex, kt_query *unit);

#endif
