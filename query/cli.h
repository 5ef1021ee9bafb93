/* cli.h - the command line of kartoteka: verbs, options, what is printed where. */
#ifndef KARTOTEKA_CLI_H
#define KARTOTEKA_CLI_H

#include "kartoteka/search.h"
#include "kartoteka/show.h"

enum { EXIT_FOUND = 0, EXIT_NOTHING = 1, EXIT_WRONG = 2, EXIT_INDEX = 3 };

/* Options, as bits; each verb says which it takes. */
enum {
	OPTION_DB = 1 << 0,
	OPTION_LIMIT = 1 << 1,
	OPTION_OFFSET = 1 << 2,
	OPTION_CONTEXT = 1 << 3,
	OPTION_FORMAT = 1 << 4,
	OPTION_SORT = 1 << 5,
	OPTION_PERSON = 1 << 6,
	OPTION_ORG = 1 << 7,
	OPTION_YEAR = 1 << 8,
	OPTION_YEAR_MATCH = 1 << 9,
	OPTION_ALL = 1 << 10,
	OPTION_LANGUAGE = 1 << 11,
	OPTION_EXPLAIN = 1 << 12,
	OPTION_COLOR = 1 << 13,
	OPTION_HELP = 1 << 14,
	OPTION_VERSION = 1 << 15,
	OPTION_FAMILY = 1 << 16,
	OPTION_KIND = 1 << 17,
	OPTION_ERAS = 1 << 18,
	OPTION_PORT = 1 << 19,

	OPTIONS_ALWAYS = OPTION_DB | OPTION_FORMAT | OPTION_COLOR | OPTION_HELP | OPTION_VERSION,
	OPTIONS_OF_FILTERS =
		OPTION_PERSON | OPTION_ORG | OPTION_YEAR | OPTION_YEAR_MATCH | OPTION_ERAS,
	OPTIONS_OF_QUERY = OPTIONS_OF_FILTERS | OPTION_ALL | OPTION_LANGUAGE | OPTION_EXPLAIN,
	OPTIONS_OF_LIST = OPTION_LIMIT | OPTION_OFFSET
};

/* A word that an option's value may be. */
typedef struct cli_choice {
	const char *name;
	int value;
} cli_choice;

typedef enum cli_operands {
	OPERANDS_NONE,
	OPERANDS_ONE,
	OPERANDS_WORDS, /* one or more, which are joined */
	OPERANDS_PERHAPS /* the same, or none */
} cli_operands;

typedef struct cli cli;

typedef struct cli_verb {
	const char *name;
	const char *operand; /* "QUERY"; "": none */
	const char *about; /* one line */
	const char *more; /* of --help; may be NULL */
	cli_operands operands;
	unsigned options;
	const cli_choice *sorts; /* of --sort, the default first; a choice without name ends them */
	size_t limit; /* the defaults of the options */
	unsigned context;
	int (*run)(cli *c); /* gives the exit code */
} cli_verb;

struct cli {
	const cli_verb *verb;
	const char *db;
	kt_format format;
	int color; /* -1: on a terminal */
	int sort; /* one of the verb's */
	int explain, help, version, family;
	int kind; /* a kt_mention_kind; KT_MENTION_KINDS: any */
	int has_limit;
	size_t limit, offset; /* of the rows that are printed; limit 0: all */
	int has_context;
	size_t port;
	kt_search_options search; /* but for limit, offset and sort, which the verb sets */
	kt_filter *filters; /* of the command line */
	const char **operands;
	size_t operand_count;
	kt_buf text; /* the operands, joined by spaces */
	kt_arena *arena;
	kt_index *index;
	kt_printer *printer;
	int broken; /* nobody reads standard output any more */
};

/* ---- main.c ---- */
extern const cli_verb cli_verbs[]; /* a verb without name ends them */

/* ---- cli_options.c ---- */

/* Takes the command line apart.  EXIT_WRONG was told on standard error. */
int cli_read(cli *c, int argc, char **argv);
void cli_help(const cli *c, kt_buf *out); /* of the verb, or of the program */

/* ---- cli_nearest.c ---- */

/* Of the names, the one that `word` was probably meant to be; NULL: none.  `name_of` gives NULL
 * behind the last. */
const char *cli_nearest(
	const char *word, const char *(*name_of)(const void *table, size_t i), const void *table);

/* ---- cli_output.c ---- */

/* Tells on standard error, with the program's name before it. */
void cli_tell(const char *fmt, ...) KT_PRINTF(1, 2);
/* Tells several lines, without the name. */
void cli_tell_lines(kt_str text);
/* Tells what went wrong; gives the exit code. */
int cli_fail(const cli *c, const kt_error *err);
/* Tells that the query is wrong and where. */
int cli_fail_query(const cli *c, const kt_error *err);
/* Writes to standard output; a kt_write_fn whose context is the cli. */
kt_status cli_write(void *context, kt_str bytes, kt_error *err);
/* Makes c->printer for the format and what standard output is. */
kt_status cli_open_printer(cli *c, kt_error *err);
/* Opens c->index. */
kt_status cli_open_index(cli *c, kt_error *err);

/* ---- cli_search.c ---- */

/* Tells what an answer has to say beside its hits. */
void cli_tell_notices(const kt_answer *answer);
/* How the query was read: to people before the answer, to programs beside it. */
kt_status cli_explain(cli *c, const kt_answer *answer, kt_error *err);

/* ---- verbs ---- */
int verb_search(cli *c);
int verb_mentions(cli *c);
int verb_quote(cli *c);
int verb_concordance(cli *c);
int verb_timeline(cli *c);
int verb_names(cli *c);
int verb_dossier(cli *c);
int verb_show(cli *c);
int verb_sources(cli *c);
int verb_check(cli *c);
int verb_serve(cli *c);

/* Orders of a concordance's lines. */
enum { CLI_LINES_SOURCE, CLI_LINES_YEAR, CLI_LINES_LEFT, CLI_LINES_RIGHT };

#endif
