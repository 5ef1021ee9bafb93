/* The tree in a plain notation. */
#include "kartoteka/parse.h"

#include "chars.h"

/* A phrase may run over lines; nothing in it may steer a terminal. */
static void add_text(kt_buf *out, kt_str text)
{
	size_t at = 0;
	int space = 0;

	while (at < text.len) {
		size_t start = at;

		if (parse_is_space(kt_utf8_next(text, &at))) {
			space = 1;
			continue;
		}
		if (space)
			kt_buf_addc(out, ' ');
		space = 0;
		kt_buf_add(out, kt_str_sub(text, start, at));
	}
}

static void add_quoted(kt_buf *out, const kt_query *leaf)
{
	kt_buf_addc(out, '"');
	add_text(out, leaf->text);
	kt_buf_addc(out, '"');
	if (leaf->slop)
		kt_buf_addf(out, "~%u", leaf->slop);
}

static void add_word(kt_buf *out, const kt_query *leaf)
{
	static const char *const names[] = { [KT_MATCH_CLASS] = "word",
		[KT_MATCH_EXACT] = "exact",
		[KT_MATCH_ALIKE] = "alike",
		[KT_MATCH_PREFIX] = "prefix" };

	kt_buf_addf(out, "%s:", names[leaf->match]);
	add_text(out, leaf->text);
}

static void add_years(kt_buf *out, const kt_query *leaf)
{
	if (leaf->from != KT_PARSE_OPEN_FROM)
		kt_buf_addf(out, "%d", leaf->from);
	if (leaf->from == leaf->to)
		return;
	kt_buf_add(out, KT_STR(".."));
	if (leaf->to != KT_PARSE_OPEN_TO)
		kt_buf_addf(out, "%d", leaf->to);
}

static void add_field(kt_buf *out, const kt_query *leaf)
{
	kt_buf_addf(out, "%s:", kt_query_field_name(leaf->field));
	if (leaf->match == KT_MATCH_EXACT)
		kt_buf_addc(out, '=');
	if (leaf->match == KT_MATCH_ALIKE)
		kt_buf_addc(out, '~');
	if (leaf->field == KT_ASK_YEAR || leaf->field == KT_ASK_PUBLISHED)
		add_years(out, leaf);
	else if (leaf->quoted)
		add_quoted(out, leaf);
	else
		add_text(out, leaf->text);
	if (leaf->match == KT_MATCH_PREFIX)
		kt_buf_addc(out, '*');
}

static void add_children(kt_buf *out, const kt_query *node)
{
	static const char *const names[] = { [KT_QUERY_LIST] = "list",
		[KT_QUERY_AND] = "and",
		[KT_QUERY_OR] = "or",
		[KT_QUERY_NOT] = "not",
		[KT_QUERY_NEAR] = "near",
		[KT_QUERY_ADJ] = "adj" };

	kt_buf_addf(out, "(%s", names[node->op]);
	if (node->op == KT_QUERY_NEAR || node->op == KT_QUERY_ADJ)
		kt_buf_addf(out, "/%u", node->distance);
	for (size_t i = 0; i < node->count; i++) {
		kt_buf_addc(out, ' ');
		kt_query_describe(out, node->children[i]);
	}
	kt_buf_addc(out, ')');
}

void kt_query_describe(kt_buf *out, const kt_query *query)
{
	if (query->demand == KT_DEMAND_MUST)
		kt_buf_addc(out, '+');
	if (query->demand == KT_DEMAND_NOT)
		kt_buf_addc(out, '-');
	switch (query->op) {
	case KT_QUERY_WORD:
		add_word(out, query);
		break;
	case KT_QUERY_PHRASE:
		kt_buf_addf(out, "%s:", query->match == KT_MATCH_EXACT ? "exact" : "phrase");
		add_quoted(out, query);
		break;
	case KT_QUERY_FIELD:
		add_field(out, query);
		break;
	default:
		add_children(out, query);
	}
}
