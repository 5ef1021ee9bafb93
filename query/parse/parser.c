/* Recursive descent: OR; AND and NOT; a list of neighbours; + and -; NEAR and ADJ; units.  Each
 * parenthesis goes a few functions deeper, and KT_QUERY_DEPTH of them are the end. */
#include <string.h>

#include "lexer.h"
#include "tree.h"

typedef struct parser {
	lexer lex;
	token next; /* not yet taken */
	token before; /* taken last */
	unsigned depth;
	tree tree;
} parser;

static kt_status parse_or(parser *p, kt_query **out);

static kt_status advance(parser *p)
{
	p->before = p->next;
	return parse_next(&p->lex, &p->next);
}

static int is_operator(token_kind kind)
{
	return kind >= TOKEN_AND;
}

static kt_status fail_token(parser *p, const token *t, const char *what)
{
	kt_str text = kt_str_sub(p->lex.query, t->at, t->at + t->length);

	return kt_fail_at(
		p->lex.err, KT_EINVAL, t->at, t->length, "%.*s %s", KT_STR_ARG(text), what);
}

/* Says why no operand stands here. */
static kt_status missing(parser *p)
{
	if (is_operator(p->before.kind))
		return fail_token(
			p, &p->before, "has nothing behind it (quotation marks make a word of it)");
	if (is_operator(p->next.kind))
		return fail_token(
			p, &p->next, "has nothing before it (quotation marks make a word of it)");
	if (p->before.kind == TOKEN_OPEN && p->next.kind == TOKEN_CLOSE)
		return kt_fail_at(p->lex.err, KT_EINVAL, p->before.at,
			p->next.at + 1 - p->before.at, "nothing stands in the parentheses");
	if (p->before.kind == TOKEN_OPEN)
		return fail_token(p, &p->before, "is not closed");
	if (p->next.kind == TOKEN_CLOSE)
		return fail_token(p, &p->next, "closes nothing: no ( stands before it");
	return kt_fail_at(p->lex.err, KT_EINVAL, 0, p->lex.query.len, "nothing to search for");
}

static int begins_operand(token_kind kind)
{
	return kind == TOKEN_UNIT || kind == TOKEN_OPEN;
}

static kt_status parse_group(parser *p, kt_query **out)
{
	token open = p->next;
	kt_status status;

	if (p->depth == KT_QUERY_DEPTH)
		return kt_fail_at(p->lex.err, KT_EINVAL, open.at, 1,
			"parentheses are nested more than %d deep", KT_QUERY_DEPTH);
	p->depth++;
	status = advance(p);
	if (!status)
		status = parse_or(p, out);
	if (status)
		return status;
	p->depth--;
	if (p->next.kind != TOKEN_CLOSE)
		return fail_token(p, &open, "is not closed");
	return advance(p);
}

static kt_status parse_operand(parser *p, kt_query **out)
{
	kt_status status;

	if (p->next.kind == TOKEN_OPEN)
		return parse_group(p, out);
	status = tree_leaf(&p->tree, out, &p->next.unit);
	return status ? status : advance(p);
}

static int is_near(const parser *p)
{
	return p->next.kind == TOKEN_NEAR || p->next.kind == TOKEN_ADJ;
}

/* a NEAR/5 b */
static kt_status parse_near(parser *p, kt_query **out)
{
	kt_query *left, *right;
	kt_status status = parse_operand(p, &left);
	token near = p->next;

	*out = left;
	if (status || !is_near(p))
		return status;
	status = advance(p);
	if (status)
		return status;
	if (p->next.kind == TOKEN_PLUS || p->next.kind == TOKEN_MINUS)
		return fail_token(p, &p->next, "cannot stand behind NEAR or ADJ");
	if (!begins_operand(p->next.kind))
		return missing(p);
	status = parse_operand(p, &right);
	if (!status && is_near(p))
		return fail_token(p, &p->next, "is one too many: write a NEAR/5 b AND b NEAR/5 c");
	if (status)
		return status;
	return tree_near(&p->tree, out, near.kind == TOKEN_NEAR ? KT_QUERY_NEAR : KT_QUERY_ADJ,
		near.distance, left, right);
}

/* +a, -a */
static kt_status parse_signed(parser *p, kt_query **out)
{
	token sign = p->next;
	kt_status status = advance(p);

	if (!status)
		status = parse_operand(p, out);
	if (!status && is_near(p))
		return fail_token(p, &sign, "wants parentheses here, as in +(a NEAR/5 b)");
	if (status)
		return status;
	if (sign.kind == TOKEN_MINUS)
		return tree_not(&p->tree, out, sign.at);
	(*out)->demand = KT_DEMAND_MUST;
	return KT_OK;
}

/* a +b -c */
static kt_status parse_list(parser *p, kt_query **out)
{
	size_t base = p->tree.waiting;
	kt_query *item;
	kt_status status = KT_OK;

	while (!status) {
		if (begins_operand(p->next.kind))
			status = parse_near(p, &item);
		else if (p->next.kind == TOKEN_PLUS || p->next.kind == TOKEN_MINUS)
			status = parse_signed(p, &item);
		else
			break;
		if (!status)
			tree_wait(&p->tree, KT_QUERY_LIST, item);
	}
	if (status)
		return status;
	return p->tree.waiting == base ? missing(p) : tree_list(&p->tree, out, base);
}

/* a AND b, a NOT b, a AND NOT b */
static kt_status parse_and(parser *p, kt_query **out)
{
	size_t base = p->tree.waiting;
	kt_query *item;
	kt_status status;

	for (;;) {
		token first = p->next;

		if (first.kind == TOKEN_NOT && (status = advance(p)))
			return status;
		status = parse_list(p, &item);
		if (!status && first.kind == TOKEN_NOT)
			status = tree_not(&p->tree, &item, first.at);
		if (status)
			return status;
		tree_wait(&p->tree, KT_QUERY_AND, item);
		if (p->next.kind == TOKEN_NOT)
			continue;
		if (p->next.kind != TOKEN_AND)
			break;
		status = advance(p);
		if (status)
			return status;
	}
	return tree_and(&p->tree, out, base);
}

/* a OR b */
static kt_status parse_or(parser *p, kt_query **out)
{
	size_t base = p->tree.waiting;
	kt_query *item;
	kt_status status;

	for (;;) {
		status = parse_and(p, &item);
		if (status)
			return status;
		tree_wait(&p->tree, KT_QUERY_OR, item);
		if (p->next.kind != TOKEN_OR)
			break;
		status = advance(p);
		if (status)
			return status;
	}
	return tree_or(&p->tree, out, base);
}

/* The size and the bytes: what the lexer may rely on. */
static kt_status check_text(kt_str query, kt_error *err)
{
	size_t bad = kt_utf8_check(query), nul = kt_str_find(query, KT_STR("\0"), 0);

	if (query.len > KT_QUERY_BYTES)
		return kt_fail_at(err, KT_EINVAL, KT_QUERY_BYTES, query.len - KT_QUERY_BYTES,
			"the query has %zu bytes; %d are allowed", query.len, KT_QUERY_BYTES);
	if (bad < query.len)
		return kt_fail_at(err, KT_EINVAL, bad, 1, "not UTF-8 (byte 0x%02X)",
			(unsigned char)query.ptr[bad]);
	if (nul < query.len)
		return kt_fail_at(err, KT_EINVAL, nul, 1, "the query holds a NUL");
	return KT_OK;
}

kt_status kt_query_parse(kt_query **out, kt_arena *arena, kt_str query, kt_error *err)
{
	parser p = { .lex = { .query = query, .err = err },
		.tree = { .arena = arena, .err = err } };
	kt_query *root;
	kt_status status = check_text(query, err);

	*out = NULL;
	if (!status)
		status = parse_next(&p.lex, &p.next);
	if (!status)
		status = parse_or(&p, &root);
	if (!status && p.next.kind == TOKEN_CLOSE)
		status = missing(&p);
	if (!status)
		status = tree_check(&p.tree, root);
	if (!status)
		*out = root;
	return status;
}
