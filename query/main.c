/* kartoteka: asks the index. */
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli.h"
#include "kartoteka/xap.h"

static const cli_choice search_sorts[] = {
	{ "relevance", KT_SORT_RELEVANCE },
	{ "source", KT_SORT_SOURCE },
	{ "date", KT_SORT_DATE },
	{ "year", KT_SORT_YEAR },
	{ NULL, 0 },
};

static const cli_choice concordance_sorts[] = {
	{ "source", CLI_LINES_SOURCE },
	{ "left", CLI_LINES_LEFT },
	{ "right", CLI_LINES_RIGHT },
	{ "year", CLI_LINES_YEAR },
	{ NULL, 0 },
};

static const char query_language[] =
	"A query:\n"
	"  word              in any of its forms and spellings; case and diacritics do not matter\n"
	"  =word  ~word      this printed form only; what sounds alike or is one slip away\n"
	"  word*             words that begin so\n"
	"  \"a b c\"           these words in this order; ~N behind it: with N more words between\n"
	"  a NEAR/N b        within N words; a ADJ/N b: in this order\n"
	"  a b               ranked, passages with all the words first; +a and -b: required, "
	"excluded\n"
	"  AND OR NOT ( )    in capitals\n"
	"  person: org: year:1936..1938 published: quote: by:\n"
	"  author: title: source: language: kind: date:\n";

static const char names_asked[] =
	"NAME is a surname, a full name or an id, in any spelling, in either alphabet.  Where it\n"
	"fits several, all of them are counted and listed; an id tells them apart.\n";

const cli_verb cli_verbs[] = {
	{ .name = "search",
		.operand = "QUERY",
		.about = "ranked passages, with the matches marked and their context",
		.more = query_language,
		.operands = OPERANDS_WORDS,
		.options = OPTIONS_ALWAYS | OPTIONS_OF_LIST | OPTIONS_OF_QUERY | OPTION_CONTEXT |
			   OPTION_SORT,
		.sorts = search_sorts,
		.limit = 10,
		.run = verb_search },
	{ .name = "mentions",
		.operand = "NAME",
		.about = "every mention of a person or organisation, with the forms found and "
			 "totals",
		.more = names_asked,
		.operands = OPERANDS_WORDS,
		.options = OPTIONS_ALWAYS | OPTIONS_OF_LIST | OPTIONS_OF_FILTERS,
		.run = verb_mentions },
	{ .name = "quote",
		.operand = "\"WORDS\"",
		.about = "quotations that are these words, exactly or nearly, and whose they are",
		.operands = OPERANDS_WORDS,
		.options = OPTIONS_ALWAYS | OPTIONS_OF_LIST | OPTIONS_OF_FILTERS | OPTION_CONTEXT |
			   OPTION_LANGUAGE | OPTION_EXPLAIN | OPTION_FAMILY,
		.limit = 10,
		.run = verb_quote },
	{ .name = "concordance",
		.operand = "QUERY",
		.about = "a line for each occurrence, with what stands left and right of it",
		.more = query_language,
		.operands = OPERANDS_WORDS,
		.options = OPTIONS_ALWAYS | OPTIONS_OF_LIST | OPTIONS_OF_QUERY | OPTION_SORT,
		.sorts = concordance_sorts,
		.run = verb_concordance },
	{ .name = "timeline",
		.operand = "[QUERY]",
		.about = "passages per year that they speak of, as bars",
		.more = query_language,
		.operands = OPERANDS_PERHAPS,
		.options = OPTIONS_ALWAYS | OPTIONS_OF_QUERY,
		.run = verb_timeline },
	{ .name = "names",
		.operand = "[PATTERN]",
		.about = "people and organisations of the index with their counts",
		.more = "PATTERN is a part of the name or id; * in it stands for any letters.\n",
		.operands = OPERANDS_PERHAPS,
		.options = OPTIONS_ALWAYS | OPTIONS_OF_LIST | OPTION_KIND,
		.run = verb_names },
	{ .name = "dossier",
		.operand = "NAME",
		.about = "a person's card: forms, first and last mention, years, who is named with "
			 "them",
		.more = names_asked,
		.operands = OPERANDS_WORDS,
		.options = OPTIONS_ALWAYS | OPTIONS_OF_FILTERS,
		.run = verb_dossier },
	{ .name = "show",
		.operand = "PASSAGE",
		.about = "a passage, such as essay:12, with its neighbours",
		.operands = OPERANDS_ONE,
		.options = OPTIONS_ALWAYS | OPTION_CONTEXT,
		.context = 1,
		.run = verb_show },
	{ .name = "sources",
		.operand = "",
		.about = "what is indexed: title, author, date, passages, words",
		.options = OPTIONS_ALWAYS | OPTIONS_OF_LIST,
		.run = verb_sources },
	{ .name = "check",
		.operand = "",
		.about = "whether the index is whole; its version, size, and when it was written",
		.options = OPTIONS_ALWAYS,
		.run = verb_check },
	{ .name = "serve",
		.operand = "",
		.about = "a reading room for the browser, on this machine alone",
		.more = "The address is printed; Ctrl-C ends it.  Only programs on this machine "
			"can "
			"ask.\nExit status 3: the index is not there, or the port is in use.\n",
		.options = OPTION_DB | OPTION_PORT | OPTION_COLOR | OPTION_HELP | OPTION_VERSION,
		.run = verb_serve },
	{ .name = NULL },
};

/* A file that is opened later must not take the place of a stream that was closed: what is written
 * to it fails instead. */
static void keep_streams(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", O_RDONLY) < 0)
			_exit(EXIT_INDEX);
}

static int print_text(cli *c, const kt_buf *text)
{
	kt_error err = { 0 };
	kt_status status = kt_buf_status(text, &err);

	if (!status)
		status = cli_write(c, kt_buf_str(text), &err);
	return status ? cli_fail(c, &err) : EXIT_FOUND;
}

static int run(cli *c)
{
	kt_buf text = KT_BUF_INIT;
	kt_error err = { 0 };
	int code;

	if (c->help || c->version) {
		if (c->help)
			cli_help(c, &text);
		else
			kt_buf_addf(&text, "kartoteka %s (Xapian %s)\n", KT_VERSION, xap_version());
		code = print_text(c, &text);
		kt_buf_release(&text);
		return code;
	}
	if (kt_buf_status(&c->text, &err) || kt_arena_new(&c->arena, &err))
		return cli_fail(c, &err);
	return c->verb->run(c);
}

int main(int argc, char **argv)
{
	const char *db = getenv("KARTOTEKA_DB");
	cli c = { .db = db && *db ? db : "kartoteka.db",
		.color = -1,
		.kind = KT_MENTION_KINDS,
		.port = 8917 };
	int code;

	keep_streams();
	signal(SIGPIPE, SIG_IGN); /* writing tells it */
	code = cli_read(&c, argc, argv);
	if (!code)
		code = run(&c);
	kt_printer_free(c.printer);
	kt_index_free(c.index);
	kt_arena_free(c.arena);
	kt_buf_release(&c.text);
	free(c.operands);
	free(c.filters);
	return code;
}
