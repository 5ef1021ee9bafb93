/* page.h - what the files of the reading room share: a question, its answer, the page that is
 * written. */
#ifndef KARTOTEKA_SERVE_PAGE_H
#define KARTOTEKA_SERVE_PAGE_H

#include "kartoteka/serve.h"

/* ---- what may be asked ---- */

/* Parameters, as bits; each view says which it takes. */
enum {
	TAKES_Q = 1 << 0,
	TAKES_NAME = 1 << 1,
	TAKES_PATTERN = 1 << 2,
	TAKES_FAMILY = 1 << 3,
	TAKES_PERSON = 1 << 4,
	TAKES_ORG = 1 << 5,
	TAKES_YEAR = 1 << 6,
	TAKES_YEAR_MATCH = 1 << 7,
	TAKES_ERAS = 1 << 8,
	TAKES_ALL = 1 << 9,
	TAKES_LANGUAGE = 1 << 10,
	TAKES_SORT = 1 << 11,
	TAKES_KIND = 1 << 12,
	TAKES_LIMIT = 1 << 13,
	TAKES_OFFSET = 1 << 14,
	TAKES_CONTEXT = 1 << 15,
	TAKES_FORMAT = 1 << 16,

	TAKES_TEXT = TAKES_Q | TAKES_NAME | TAKES_PATTERN | TAKES_FAMILY,
	TAKES_FILTERS = TAKES_PERSON | TAKES_ORG | TAKES_YEAR | TAKES_YEAR_MATCH | TAKES_ERAS,
	TAKES_QUERY = TAKES_Q | TAKES_FILTERS | TAKES_ALL | TAKES_LANGUAGE,
	TAKES_LIST = TAKES_LIMIT | TAKES_OFFSET
};

typedef struct choice {
	const char *name, *label; /* label NULL: not offered in a form */
	int value;
} choice;

typedef struct page page;

/* A kind of page. */
typedef struct view {
	const char *path; /* "/search"; of one that names a thing with a / behind it: "/passage/" */
	const char *title; /* "Search"; in the head of every page where `listed` is set */
	int listed;
	unsigned takes;
	unsigned needs; /* of TAKES_TEXT: without it there is a form alone; 0: nothing */
	const char *label; /* of the form's field; NULL: there is no form */
	const char *hint; /* below an empty form, mark-up; may be NULL */
	const choice *sorts; /* the default first; one without name ends them */
	size_t limit, limit_max; /* rows of a page */
	size_t command_limit; /* default of the command, for programs; 0: all */
	unsigned context;
	/* Puts the answer into p->found. */
	kt_status (*ask)(page *p, kt_error *err);
	/* Writes what stands below the form. */
	void (*draw)(page *p);
	/* The answer as the command prints it; NULL: it has none. */
	kt_status (*print)(page *p, kt_printer *printer, kt_error *err);
} view;

/* What was asked, by parameters. */
typedef struct ask {
	kt_str text; /* q, name, pattern or family; where the path names a thing, that */
	unsigned text_is; /* one of TAKES_TEXT; 0: none was given */
	kt_search_options search; /* but for limit and offset */
	kt_filter filters[KT_FILTERS_MAX];
	int sort, kind;
	size_t limit, offset;
	int has_limit;
	int has_format; /* not a page */
	kt_format format;
} ask;

struct page {
	kt_buf *out;
	kt_arena *arena;
	kt_index *index;
	const kt_index_state *state; /* NULL: there is no index to tell of */
	const kt_target *target;
	const view *view;
	ask ask;
	void *found; /* in the arena; each view's own */
	kt_excerpter excerpter;
};

/* ---- ask.c ---- */

/* Reads the parameters that p->view takes.  KT_EINVAL tells which is wrong. */
kt_status read_ask(page *p, kt_error *err);
/* Of which parameter this is the name; 0: of none. */
unsigned parameter_bit(kt_str name);

/* ---- html.c ---- */

/* Adds mark-up: %t a kt_str and %s a char * as text, %u a kt_str percent-encoded, %n a uint64_t
 * as 6,746, %d an int. */
void put(page *p, const char *mark_up, ...);
/* What stands above and below the text of each page; `asked` is part of the title, where it is not
 * empty. */
void put_head(page *p, const char *title, kt_str asked);
void put_foot(page *p);
/* The address of this question on a view that takes it, with `name` set to `value` (NULL: left
 * out) and what `drop` says left out. */
void put_address(page *p, const view *to, const char *name, kt_str value, unsigned drop);
/* Links to the answer for programs, and to other views of the question. */
void put_other_ways(page *p);
/* Links to other pages of a list. */
void put_pages(page *p, uint64_t total);

/* ---- form.c ---- */

/* The form of the view, filled in. */
void put_form(page *p);

/* ---- text.c ---- */

/* The text of a passage, with matches marked, names and years linked. */
void put_text(page *p, const kt_passage *passage, kt_stretch part, const kt_match *matches,
	size_t match_count);
/* The whole in the element of its kind. */
void put_passage(page *p, const kt_passage *passage, const kt_match *matches, size_t match_count);
void put_excerpt(page *p, const kt_hit *hit);
/* Where a passage stands: name, as a link, kind and years. */
void put_place(page *p, const kt_source_record *source, const kt_passage *passage);
/* A hit of a list, with its neighbours; what `between` puts stands below its heading. */
void put_hit(page *p, const kt_hit *hit, size_t rank, void (*between)(page *p, const void *row),
	const void *row);
/* Title of a source, or its name. */
kt_str title_of(const kt_source_record *source);
/* A line of a list, with a keyword in its context; before it the passage's name or, where not
 * `named`, its number alone; `note` behind it may be empty. */
void put_line(page *p, const kt_source_record *source, const kt_passage *passage, kt_match match,
	int named, kt_str note);

/* ---- notes.c ---- */

/* What an answer has to say beside its hits: notices, and what its names may mean.  query: as it
 * was parsed, may be NULL. */
void put_notes(page *p, const kt_answer *answer, const kt_query *query);
/* "(3 with all the words), 31 occurrences", forms, and how the query was read. */
void put_totals(page *p, const kt_answer *answer);
void put_forms(page *p, const kt_answer *answer);
void put_explained(page *p, const kt_answer *answer);
/* Names with what is known of them, each a link; `counted`: with their mentions. */
void put_named(page *p, const view *to, const kt_named *all, size_t count, int counted);

/* ---- chart.c ---- */

/* Columns per year and, where `table` is set, the same as a table; each year is a link to what
 * `query` (may be empty) finds there; `of` is what is counted, in the plural; count is not 0. */
void put_chart(
	page *p, const kt_year_count *years, size_t count, const char *of, kt_str query, int table);

/* ---- views.c ---- */

extern const view views[]; /* one without path ends them */
const view *view_at(const char *path);

/* ---- search.c ---- */
kt_status ask_search(page *p, kt_error *err);
void draw_search(page *p);
kt_status print_search(page *p, kt_printer *printer, kt_error *err);
void draw_concordance(page *p);
kt_status ask_concordance(page *p, kt_error *err);
kt_status print_concordance(page *p, kt_printer *printer, kt_error *err);

/* ---- quote.c ---- */
kt_status ask_quote(page *p, kt_error *err);
void draw_quote(page *p);
kt_status print_quote(page *p, kt_printer *printer, kt_error *err);

/* ---- names.c ---- */
kt_status ask_mentions(page *p, kt_error *err);
void draw_mentions(page *p);
kt_status print_mentions(page *p, kt_printer *printer, kt_error *err);
kt_status ask_dossier(page *p, kt_error *err);
void draw_dossier(page *p);
kt_status print_dossier(page *p, kt_printer *printer, kt_error *err);
kt_status ask_names(page *p, kt_error *err);
void draw_names(page *p);
kt_status print_names(page *p, kt_printer *printer, kt_error *err);

/* ---- years.c ---- */

kt_status ask_timeline(page *p, kt_error *err);
void draw_timeline(page *p);
kt_status print_timeline(page *p, kt_printer *printer, kt_error *err);

/* ---- read.c ---- */
kt_status ask_sources(page *p, kt_error *err);
void draw_sources(page *p);
kt_status print_sources(page *p, kt_printer *printer, kt_error *err);
kt_status ask_source(page *p, kt_error *err);
void draw_source(page *p);
kt_status ask_passage(page *p, kt_error *err);
void draw_passage(page *p);
kt_status print_passage(page *p, kt_printer *printer, kt_error *err);

/* ---- home.c ---- */
kt_status ask_home(page *p, kt_error *err);
void draw_home(page *p);

/* ---- style.c ---- */
kt_str style_sheet(void);

#endif
