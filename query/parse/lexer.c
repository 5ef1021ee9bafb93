#include "lexer.h"

#include "chars.h"

#define DISTANCE_MAX 1000

static const struct operator
{
	const char *name;
	token_kind kind;
	unsigned distance; /* when none is given; 0: the operator takes none */
}
operators[] = {
	{ "AND", TOKEN_AND, 0 },
	{ "OR", TOKEN_OR, 0 },
	{ "NOT", TOKEN_NOT, 0 },
	{ "NEAR", TOKEN_NEAR, 10 },
	{ "ADJ", TOKEN_ADJ, 1 },
};

static void skip_space(lexer *lex)
{
	size_t next = lex->at;

	while (next < lex->query.len && parse_is_space(kt_utf8_next(lex->query, &next)))
		lex->at = next;
}

static void take(lexer *lex, token *out, token_kind kind, size_t length)
{
	out->kind = kind;
	out->length = length;
	lex->at += length;
}

/* The number of words in NEAR/5; 0: it is none, or out of bounds. */
static unsigned distance(kt_str digits)
{
	unsigned value = 0;

	for (size_t i = 0; i < digits.len; i++) {
		if (digits.ptr[i] < '0' || digits.ptr[i] > '9')
			return 0;
		value = value * 10 + (unsigned)(digits.ptr[i] - '0');
		if (value > DISTANCE_MAX)
			return 0;
	}
	return value;
}

static kt_status read_operator(lexer *lex, token *out)
{
	kt_str run = parse_run(lex->query, lex->at);

	for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++) {
		const struct operator* o = & operators[i];
		kt_str name = kt_str_of(o->name);

		if (!kt_str_starts(run, name))
			continue;
		out->distance = o->distance;
		if (run.len > name.len) {
			if (!o->distance || run.ptr[name.len] != '/')
				continue;
			out->distance = distance(kt_str_sub(run, name.len + 1, run.len));
			if (!out->distance)
				return kt_fail_at(lex->err, KT_EINVAL, lex->at, run.len,
					"%s/ wants a number of words, 1 to %d, as in %s/5", o->name,
					DISTANCE_MAX, o->name);
		}
		take(lex, out, o->kind, run.len);
		return KT_OK;
	}
	return KT_OK;
}

static int begins_unit(kt_str query, size_t at)
{
	if (at >= query.len)
		return 0;
	return query.ptr[at] == '(' || query.ptr[at] == '=' || query.ptr[at] == '~' ||
	       parse_at_quote(query, at) || parse_has_letter(parse_run(query, at));
}

/* A + or - right before a unit.  What has space behind it, or two hyphens, is a dash. */
static kt_status read_sign(lexer *lex, token *out)
{
	kt_str query = lex->query;
	size_t end = lex->at;
	int plus = 0;

	for (; end < query.len && (query.ptr[end] == '+' || query.ptr[end] == '-'); end++)
		plus |= query.ptr[end] == '+';
	if (end == lex->at || !begins_unit(query, end))
		return KT_OK;
	if (end == lex->at + 1)
		take(lex, out, plus ? TOKEN_PLUS : TOKEN_MINUS, 1);
	else if (plus)
		return kt_fail_at(lex->err, KT_EINVAL, lex->at, end - lex->at,
			"one sign is enough: + (required) or - (excluded)");
	return KT_OK;
}

static kt_status read_token(lexer *lex, token *out)
{
	kt_status status;
	int found;

	if (lex->at == lex->query.len) {
		take(lex, out, TOKEN_END, 0);
		return KT_OK;
	}
	if (lex->query.ptr[lex->at] == '(' || lex->query.ptr[lex->at] == ')') {
		take(lex, out, lex->query.ptr[lex->at] == '(' ? TOKEN_OPEN : TOKEN_CLOSE, 1);
		return KT_OK;
	}
	if (lex->before != TOKEN_PLUS && lex->before != TOKEN_MINUS) {
		status = read_sign(lex, out);
		if (!status && !out->kind)
			status = read_operator(lex, out);
		if (status || out->kind)
			return status;
	}
	out->unit.at = lex->at;
	status = parse_unit(lex, &out->unit, &found);
	if (status || !found)
		return status;
	out->kind = TOKEN_UNIT;
	out->length = lex->at - out->at;
	out->unit.length = out->length;
	return KT_OK;
}

kt_status parse_next(lexer *lex, token *out)
{
	kt_status status;

	do {
		skip_space(lex);
		*out = (token) { .at = lex->at };
		status = read_token(lex, out);
	} while (!status && !out->kind);
	lex->before = out->kind;
	return status;
}
