/* views.c - the kinds of pages. */
#include <string.h>

#include "page.h"

static const choice search_sorts[] = {
	{ "relevance", "by relevance", KT_SORT_RELEVANCE },
	{ "source", "by source", KT_SORT_SOURCE },
	{ "date", "by date of the source", KT_SORT_DATE },
	{ "year", "by year spoken of", KT_SORT_YEAR },
	{ NULL, NULL, 0 },
};

/* The order of lines; 10 more: passages by year. */
static const choice concordance_sorts[] = {
	{ "source", "by source", KT_LINES_AS_FOUND },
	{ "left", "by the words to the left", KT_LINES_LEFT },
	{ "right", "by the words to the right", KT_LINES_RIGHT },
	{ "year", "by year spoken of", KT_LINES_AS_FOUND + 10 },
	{ NULL, NULL, 0 },
};

static const char name_hint[] =
	"<p class=\"hint\">A surname, a full name or an id, in any spelling, in either alphabet. "
	"Where it fits several, all of them are counted and listed. "
	"<a href=\"/names\">All the names of the texts</a></p>\n";

static const char query_hint[] = "<p class=\"hint\">The query language is explained <a "
				 "href=\"/\">on the first page</a>.</p>\n";

const view views[] = {
	{ .path = "/", .title = "Reading room", .ask = ask_home, .draw = draw_home },
	{ .path = "/search",
		.title = "Search",
		.listed = 1,
		.takes = TAKES_QUERY | TAKES_LIST | TAKES_SORT | TAKES_CONTEXT | TAKES_FORMAT,
		.needs = TAKES_Q,
		.label = "Passages on",
		.hint = query_hint,
		.sorts = search_sorts,
		.limit = 10,
		.limit_max = 100,
		.command_limit = 10,
		.ask = ask_search,
		.draw = draw_search,
		.print = print_search },
	{ .path = "/mentions",
		.title = "Mentions",
		.listed = 1,
		.takes = TAKES_NAME | TAKES_FILTERS | TAKES_LIST | TAKES_FORMAT,
		.needs = TAKES_NAME,
		.label = "Every mention of",
		.hint = name_hint,
		.limit = 100,
		.limit_max = 500,
		.ask = ask_mentions,
		.draw = draw_mentions,
		.print = print_mentions },
	{ .path = "/dossier",
		.title = "Dossier",
		.listed = 1,
		.takes = TAKES_NAME | TAKES_FILTERS | TAKES_FORMAT,
		.needs = TAKES_NAME,
		.label = "The card of",
		.hint = name_hint,
		.ask = ask_dossier,
		.draw = draw_dossier,
		.print = print_dossier },
	{ .path = "/quote",
		.title = "Quotation",
		.listed = 1,
		.takes = TAKES_Q | TAKES_FAMILY | TAKES_FILTERS | TAKES_LANGUAGE | TAKES_LIST |
			 TAKES_CONTEXT | TAKES_FORMAT,
		.needs = TAKES_Q | TAKES_FAMILY,
		.label = "A quotation, as you remember it",
		.hint = "<p class=\"hint\">It is found though some words are missing, added or "
			"put otherwise; what differs is marked.</p>\n",
		.limit = 10,
		.limit_max = 100,
		.command_limit = 10,
		.ask = ask_quote,
		.draw = draw_quote,
		.print = print_quote },
	{ .path = "/concordance",
		.title = "Concordance",
		.listed = 1,
		.takes = TAKES_QUERY | TAKES_LIST | TAKES_SORT | TAKES_FORMAT,
		.needs = TAKES_Q,
		.label = "Each occurrence of",
		.hint = query_hint,
		.sorts = concordance_sorts,
		.limit = 100,
		.limit_max = 500,
		.ask = ask_concordance,
		.draw = draw_concordance,
		.print = print_concordance },
	{ .path = "/timeline",
		.title = "Timeline",
		.listed = 1,
		.takes = TAKES_QUERY | TAKES_FORMAT,
		.label = "Years of the passages on",
		.ask = ask_timeline,
		.draw = draw_timeline,
		.print = print_timeline },
	{ .path = "/names",
		.title = "Names",
		.listed = 1,
		.takes = TAKES_PATTERN | TAKES_KIND | TAKES_LIST | TAKES_FORMAT,
		.label = "Names with",
		.limit = 100,
		.limit_max = 500,
		.ask = ask_names,
		.draw = draw_names,
		.print = print_names },
	{ .path = "/sources",
		.title = "Sources",
		.listed = 1,
		.takes = TAKES_LIST | TAKES_FORMAT,
		.limit = 100,
		.limit_max = 500,
		.ask = ask_sources,
		.draw = draw_sources,
		.print = print_sources },
	{ .path = "/source/",
		.title = "Source",
		.takes = TAKES_OFFSET,
		.ask = ask_source,
		.draw = draw_source },
	{ .path = "/passage/",
		.title = "Passage",
		.takes = TAKES_CONTEXT | TAKES_FORMAT,
		.context = 1,
		.ask = ask_passage,
		.draw = draw_passage,
		.print = print_passage },
	{ .path = NULL },
};

/* Of one whose path ends in a slash, something must stand behind it. */
static int is_at(const view *v, const char *path)
{
	size_t length = strlen(v->path);

	if (length > 1 && v->path[length - 1] == '/')
		return !strncmp(path, v->path, length) && path[length];
	return !strcmp(path, v->path);
}

const view *view_at(const char *path)
{
	for (const view *v = views; v->path; v++)
		if (is_at(v, path))
			return v;
	return NULL;
}
