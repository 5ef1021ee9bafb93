/* cli_options.c - the words of the command line.  Every option has a long name alone, so that -word
 * in a query is an excluded word. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "cli_options.h"

/* ---- values
 * ----------------------------------------------------------------------------------------- */

static int read_number(const cli_option *o, const char *value, size_t most, size_t *out)
{
	char *end;
	unsigned long long n;

	errno = 0;
	n = strtoull(value, &end, 10);
	if (value[0] < '0' || value[0] > '9' || *end || errno || n > most) {
		if (o->bit == OPTION_PORT)
			cli_tell("--%s %s: not a number of 0 to %zu", o->name, value, most);
		else
			cli_tell("--%s %s: not a number of 0 or more", o->name, value);
		return EXIT_WRONG;
	}
	*out = (size_t)n;
	return 0;
}

static const char *choice_name(const void *table, size_t i)
{
	return ((const cli_choice *)table)[i].name;
}

static int read_choice(const cli_option *o, const char *value, const cli_choice *choices, int *out)
{
	const char *nearest = cli_nearest(value, choice_name, choices);
	kt_buf all = KT_BUF_INIT;

	for (size_t i = 0; choices[i].name; i++)
		if (!strcmp(choices[i].name, value)) {
			*out = choices[i].value;
			return 0;
		}
	for (size_t i = 0; choices[i].name; i++)
		kt_buf_addf(&all, "%s%s", i ? ", " : "", choices[i].name);
	if (nearest)
		cli_tell("--%s %s: did you mean %s? (one of %s)", o->name, value, nearest, all.ptr);
	else
		cli_tell("--%s %s: not one of %s", o->name, value, all.ptr);
	kt_buf_release(&all);
	return EXIT_WRONG;
}

static int take_db(cli *c, const cli_option *o, const char *value)
{
	if (!*value) {
		cli_tell("--%s needs the name of a folder", o->name);
		return EXIT_WRONG;
	}
	c->db = value;
	return 0;
}

static int take_limit(cli *c, const cli_option *o, const char *value)
{
	c->has_limit = 1;
	return read_number(o, value, SIZE_MAX / 2, &c->limit);
}

static int take_offset(cli *c, const cli_option *o, const char *value)
{
	return read_number(o, value, SIZE_MAX / 2, &c->offset);
}

static int take_port(cli *c, const cli_option *o, const char *value)
{
	return read_number(o, value, UINT16_MAX, &c->port);
}

static int take_context(cli *c, const cli_option *o, const char *value)
{
	size_t n = 0;
	int code = read_number(o, value, INT_MAX, &n);

	c->has_context = 1;
	c->search.context = (unsigned)n;
	return code;
}

static int take_format(cli *c, const cli_option *o, const char *value)
{
	cli_choice formats[KT_FORMATS + 1] = { { NULL, 0 } };
	int format = 0, code;

	for (int i = 0; i < KT_FORMATS; i++)
		formats[i] = (cli_choice) { kt_format_name((kt_format)i), i };
	code = read_choice(o, value, formats, &format);
	c->format = (kt_format)format;
	return code;
}

static int take_sort(cli *c, const cli_option *o, const char *value)
{
	return read_choice(o, value, c->verb->sorts, &c->sort);
}

static int take_color(cli *c, const cli_option *o, const char *value)
{
	static const cli_choice choices[] = { { "auto", -1 }, { "always", 1 }, { "never", 0 },
		{ NULL, 0 } };

	return read_choice(o, value, choices, &c->color);
}

static int take_year_match(cli *c, const cli_option *o, const char *value)
{
	static const cli_choice choices[] = { { "overlap", KT_YEARS_OVERLAP },
		{ "within", KT_YEARS_WITHIN }, { "exact", KT_YEARS_EXACT }, { NULL, 0 } };
	int match = 0, code = read_choice(o, value, choices, &match);

	c->search.year_match = (kt_year_match)match;
	return code;
}

static int take_kind(cli *c, const cli_option *o, const char *value)
{
	static const cli_choice choices[] = { { "person", KT_MENTION_PERSON },
		{ "organisation", KT_MENTION_ORGANISATION }, { NULL, 0 } };

	return read_choice(o, value, choices, &c->kind);
}

static int take_language(cli *c, const cli_option *o, const char *value)
{
	c->search.language = kt_language_of(value);
	if (c->search.language.code[0])
		return 0;
	cli_tell("--%s %s: no code of a language, such as en or ru", o->name, value);
	return EXIT_WRONG;
}

static int take_filter(cli *c, const cli_option *o, const char *value)
{
	kt_filter filter = { KT_ASK_PERSON, kt_str_trim(kt_str_of(value)) };
	int from, to;
	kt_error err;

	filter.field = o->bit == OPTION_PERSON ? KT_ASK_PERSON
		       : o->bit == OPTION_ORG  ? KT_ASK_ORGANISATION
					       : KT_ASK_YEAR;
	if (c->search.filter_count == KT_FILTERS_MAX) {
		cli_tell("--%s %s: more than %d filters", o->name, value, KT_FILTERS_MAX);
		return EXIT_WRONG;
	}
	if (!filter.text.len) {
		cli_tell("--%s needs a value", o->name);
		return EXIT_WRONG;
	}
	if (filter.field == KT_ASK_YEAR && kt_query_years(filter.text, &from, &to, &err)) {
		cli_tell("--%s %s: %s", o->name, value, err.message);
		return EXIT_WRONG;
	}
	c->filters[c->search.filter_count++] = filter;
	return 0;
}

static int take_flag(cli *c, const cli_option *o, const char *value)
{
	(void)value;
	switch (o->bit) {
	case OPTION_ALL:
		c->search.all = 1;
		break;
	case OPTION_ERAS:
		c->search.eras = 1;
		break;
	case OPTION_EXPLAIN:
		c->explain = 1;
		break;
	case OPTION_FAMILY:
		c->family = 1;
		break;
	case OPTION_HELP:
		c->help = 1;
		break;
	default:
		c->version = 1;
	}
	return 0;
}

/* ---- the table
 * -------------------------------------------------------------------------------------- */

const cli_option cli_options[] = {
	{ OPTION_DB, "db", "DIR", "where the index is (else $KARTOTEKA_DB, else ./kartoteka.db)",
		take_db },
	{ OPTION_LIMIT, "limit", "N", "print so many", take_limit },
	{ OPTION_OFFSET, "offset", "N", "pass over the first N", take_offset },
	{ OPTION_CONTEXT, "context", "N", "passages before and after", take_context },
	{ OPTION_SORT, "sort", "ORDER", "", take_sort },
	{ OPTION_PERSON, "person", "NAME", "only passages that mention the person (repeatable)",
		take_filter },
	{ OPTION_ORG, "org", "NAME", "only passages that mention the organisation (repeatable)",
		take_filter },
	{ OPTION_YEAR, "year", "A..B", "only passages that speak of these years (repeatable)",
		take_filter },
	{ OPTION_YEAR_MATCH, "year-match", "HOW", "overlap (default), within or exact",
		take_year_match },
	{ OPTION_ERAS, "eras", NULL, "years: also where an era is only named, not told as a time",
		take_flag },
	{ OPTION_KIND, "kind", "KIND", "person or organisation alone", take_kind },
	{ OPTION_ALL, "all", NULL, "every word must be there", take_flag },
	{ OPTION_LANGUAGE, "language", "CODE", "conflate words by the rules of this language alone",
		take_language },
	{ OPTION_FAMILY, "family", NULL, "for a PASSAGE: where else its quotations stand",
		take_flag },
	{ OPTION_EXPLAIN, "explain", NULL, "say how the query was read", take_flag },
	{ OPTION_PORT, "port", "N", "listen there (default 8917); 0: at any free port", take_port },
	{ OPTION_FORMAT, "format", "FORMAT", "text (default), json, jsonl or tsv", take_format },
	{ OPTION_COLOR, "color", "WHEN", "auto (default), always or never", take_color },
	{ OPTION_HELP, "help", NULL, "print this", take_flag },
	{ OPTION_VERSION, "version", NULL, "print the version", take_flag },
	{ 0, NULL, NULL, NULL, NULL },
};

static const char *option_name(const void *table, size_t i)
{
	return ((const cli_option *)table)[i].name;
}

static const cli_option *find_option(kt_str name)
{
	for (const cli_option *o = cli_options; o->name; o++)
		if (kt_str_is(name, o->name))
			return o;
	return NULL;
}

static const char *verb_name(const void *table, size_t i)
{
	return ((const cli_verb *)table)[i].name;
}

/* ---- reading
 * ---------------------------------------------------------------------------------------- */

/* An option as it was given; taken when the verb is known. */
typedef struct given {
	const cli_option *option;
	const char *value;
} given;

static int try_help(const cli *c)
{
	kt_buf text = KT_BUF_INIT;

	kt_buf_addf(&text, "try kartoteka %s%s--help\n", c->verb ? c->verb->name : "",
		c->verb ? " " : "");
	cli_tell_lines(kt_buf_str(&text));
	kt_buf_release(&text);
	return EXIT_WRONG;
}

static int unknown_option(const cli *c, const char *word, kt_str name)
{
	char text[64] = "";
	const char *nearest;

	if (name.len < sizeof text)
		memcpy(text, name.ptr, name.len);
	nearest = cli_nearest(text, option_name, cli_options);
	if (nearest)
		cli_tell("%s: no such option; did you mean --%s?", word, nearest);
	else
		cli_tell("%s: no such option (-- before a query that begins so)", word);
	return try_help(c);
}

/* Puts an option of the words argv[*at] (and its value, the next) into out. */
static int read_option(const cli *c, int argc, char **argv, int *at, given *out)
{
	const char *word = argv[*at], *equals = strchr(word, '=');
	kt_str name = kt_str_of(word + 2);

	if (equals)
		name.len = (size_t)(equals - word) - 2;
	out->option = find_option(name);
	if (!out->option)
		return unknown_option(c, word, name);
	out->value = equals ? equals + 1 : NULL;
	if (!out->option->value && equals) {
		cli_tell("--%s takes no value", out->option->name);
		return try_help(c);
	}
	if (out->option->value && !equals) {
		if (*at + 1 >= argc) {
			cli_tell("--%s needs a value: --%s %s", out->option->name,
				out->option->name, out->option->value);
			return try_help(c);
		}
		out->value = argv[++*at];
	}
	return 0;
}

static int find_verb(cli *c, const char *word)
{
	const char *nearest;

	for (const cli_verb *v = cli_verbs; v->name; v++)
		if (!strcmp(v->name, word)) {
			c->verb = v;
			return 0;
		}
	nearest = cli_nearest(word, verb_name, cli_verbs);
	if (nearest)
		cli_tell("%s: no such verb; did you mean %s?", word, nearest);
	else
		cli_tell("%s: no such verb (to search for it: kartoteka search ...)", word);
	return try_help(c);
}

/* Parts the words into verb, options and operands. */
static int part(cli *c, int argc, char **argv, given *all, size_t *count)
{
	int ended = 0, code = 0;

	for (int at = 1; at < argc && !code; at++) {
		const char *word = argv[at];

		if (!ended && !strcmp(word, "--"))
			ended = 1;
		else if (!ended && !strncmp(word, "--", 2))
			code = read_option(c, argc, argv, &at, &all[(*count)++]);
		else if (!c->verb && !ended && (!strcmp(word, "-h") || !strcmp(word, "help")))
			c->help = 1;
		else if (!c->verb)
			code = find_verb(c, word);
		else
			c->operands[c->operand_count++] = word;
	}
	return code;
}

static int take_options(cli *c, const given *all, size_t count)
{
	int code = 0;

	for (size_t i = 0; i < count && !code; i++) {
		const cli_option *o = all[i].option;
		int help = o->bit & (OPTION_HELP | OPTION_VERSION);

		if (!c->verb && !help)
			continue;
		if (c->verb && !(c->verb->options & o->bit)) {
			cli_tell("--%s: %s takes no such option", o->name, c->verb->name);
			return try_help(c);
		}
		code = o->take(c, o, all[i].value);
	}
	return code;
}

static int operand_missing(const cli *c)
{
	cli_tell("%s needs a %s%s", c->verb->name, c->verb->operand,
		c->search.filter_count ? ", which the options narrow" : "");
	return try_help(c);
}

static int check_operands(cli *c)
{
	int one = c->verb->operands == OPERANDS_ONE, none = c->verb->operands == OPERANDS_NONE;
	size_t least = one || c->verb->operands == OPERANDS_WORDS;

	if (c->operand_count < least)
		return operand_missing(c);
	if ((one || none) && c->operand_count > least) {
		cli_tell("%s: %s takes %s", c->operands[least], c->verb->name,
			one ? "one argument" : "no arguments");
		return try_help(c);
	}
	for (size_t i = 0; i < c->operand_count; i++)
		kt_buf_addf(&c->text, "%s%s", i ? " " : "", c->operands[i]);
	if (least && !kt_str_trim(kt_buf_str(&c->text)).len)
		return operand_missing(c);
	return 0;
}

int cli_read(cli *c, int argc, char **argv)
{
	given *all = calloc((size_t)argc + 1, sizeof *all);
	size_t count = 0;
	int code;

	c->operands = calloc((size_t)argc + 1, sizeof *c->operands);
	c->filters = calloc(KT_FILTERS_MAX, sizeof *c->filters);
	if (!all || !c->operands || !c->filters) {
		cli_tell("out of memory");
		code = EXIT_INDEX;
		goto out;
	}
	c->search.filters = c->filters;
	code = part(c, argc, argv, all, &count);
	if (!code && c->verb && c->verb->sorts)
		c->sort = c->verb->sorts[0].value;
	if (!code)
		code = take_options(c, all, count);
	if (code || c->help || c->version)
		goto out;
	if (!c->verb) {
		cli_tell("no verb, such as search");
		code = try_help(c);
		goto out;
	}
	if (!c->has_limit)
		c->limit = c->verb->limit;
	if (!c->has_context)
		c->search.context = c->verb->context;
	code = check_operands(c);
out:
	free(all);
	return code;
}
