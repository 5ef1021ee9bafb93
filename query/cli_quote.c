/* cli_quote.c - the verb that looks for a quotation. */
#include "cli.h"

static kt_status ask(cli *c, kt_quotes *out, kt_error *err)
{
	kt_str text = kt_buf_str(&c->text);

	return c->family ? kt_search_family(out, c->index, c->arena, text, &c->search, err)
			 : kt_search_quote(out, c->index, c->arena, text, &c->search, err);
}

int verb_quote(cli *c)
{
	kt_quotes quotes = { 0 };
	kt_error err = { 0 };
	kt_status status = cli_open_index(c, &err);

	c->search.limit = c->limit;
	c->search.offset = c->offset;
	if (!status)
		status = ask(c, &quotes, &err);
	if (!status)
		status = cli_open_printer(c, &err);
	if (!status && c->explain)
		status = cli_explain(c, &quotes.answer, &err);
	if (!status)
		status = kt_show_quotes(
			c->printer, c->arena, kt_buf_str(&c->text), &quotes, c->offset, &err);
	if (status)
		return cli_fail(c, &err);
	cli_tell_notices(&quotes.answer);
	return quotes.answer.passages ? EXIT_FOUND : EXIT_NOTHING;
}
