/* plan.h - a query tree with its words and names looked up in the index, and what it is in Xapian.
 */
#ifndef KARTOTEKA_SEARCH_PLAN_H
#define KARTOTEKA_SEARCH_PLAN_H

#include "kartoteka/search.h"

/* Forms that stand at following positions; most have one.  Terms are those of the leaf's field. */
typedef struct sequence {
	kt_str *terms;
	size_t count;
} sequence;

/* Documents with the number of occurrences in each, ascending. */
typedef struct documents {
	uint32_t *ids, *counts;
	double *weights; /* NULL: none */
	size_t count, size;
} documents;

/* One place of a phrase: any of the sequences. */
typedef struct element {
	sequence *sequences;
	size_t count;
	documents listed; /* that have one of them; once is_listed says so */
	int is_listed;
} element;

typedef enum leaf_kind {
	LEAF_WORD, /* one element */
	LEAF_PHRASE, /* several, or a slop */
	LEAF_TAG, /* any of the terms of one element: people, organisations, speakers, years */
	LEAF_FILTER /* metadata: matches without being a place in the text.  elements: any of the
		       first (all documents when `everything`), none of the second; or else any of
		       the third */
} leaf_kind;

/* Spans of years with the passages that have them. */
typedef struct year_posting {
	uint32_t id, term, times; /* term: its place in terms and spans */
} year_posting;

typedef struct year_postings {
	kt_str *terms;
	kt_year_span *spans; /* that the terms tell */
	size_t term_count, term_size;
	year_posting *at; /* by passage, ascending */
	size_t count, size;
} year_postings;

typedef struct leaf {
	leaf_kind kind;
	const kt_query *node;
	kt_field field;
	element *elements;
	size_t count;
	unsigned slop;
	int stop; /* a function word */
	int quoted; /* only within quotations */
	int everything;
	int from, to; /* of a year */
	year_postings *years; /* of year: and published:, which have no elements; NULL: of others */
	documents named; /* what found would be with eras that are only named; none: it is that */
	documents found; /* LEAF_PHRASE and years: worked out beforehand */
	struct leaf *next; /* of the plan, in the order of the query */
	int negative; /* below a NOT: matches are not shown */
} leaf;

/* BM25's constants (Robertson and Zaragoza 2009): passages are short and differ little in length,
 * so a word said twice and a passage's length tell less than in whole documents.  Chosen on judged
 * questions in English and Russian. */
#define RANKING_K1 0.8
#define RANKING_B 0.3

typedef struct plan_node plan_node;
struct plan_node {
	kt_query_op op;
	kt_query_demand demand;
	leaf *leaf; /* WORD, PHRASE, FIELD */
	plan_node **children;
	size_t count;
	unsigned distance;
	documents found; /* NEAR and ADJ */
};

/* What of the tables of names may be meant by a name that was asked for last. */
typedef struct bearer_tables {
	kt_authority *authority;
	kt_str name;
	kt_name_likeness likeness;
} bearer_tables;

typedef struct positions {
	uint32_t *at;
	size_t size, count;
} positions;

typedef struct plan {
	kt_index *index;
	xap_reader *reader;
	kt_arena *arena;
	const kt_search_options *options;
	kt_conflation *conflation;
	kt_words *words; /* of the query */
	kt_language languages[32];
	int dates[2]; /* of the date: at hand */
	int eras; /* passages that only name an era speak of its years */
	bearer_tables tables[2]; /* of people and organisations */
	plan_node *root;
	plan_node **filters;
	size_t filter_count;
	leaf *leaves, **tail;
	kt_answer *answer; /* forms, notices and candidates are put there */
	size_t form_size, notice_size, candidate_size;
	kt_buf explained;
	positions positions[2]; /* room of spans.c */
	/* Tokens of the document tokens_of, when its text was read; 0: of none. */
	uint32_t tokens_of;
	const kt_tokens *tokens;
	const kt_words *token_words;
} plan;

/* ---- plan.c ---- */
kt_status plan_init(plan *p, kt_index *index, kt_arena *arena, const kt_search_options *options,
	kt_answer *answer, kt_error *err);
void plan_release(plan *p);
/* query NULL: the filters of the options alone. */
kt_status plan_make(plan *p, const kt_query *query, kt_error *err);
kt_status plan_notice(plan *p, kt_error *err, const char *fmt, ...) KT_PRINTF(3, 4);
void *plan_alloc(plan *p, size_t count, size_t width, kt_error *err);

/* ---- words.c: words of the query to the forms of their classes ---- */
kt_status plan_word(plan *p, leaf *l, kt_error *err);
kt_status plan_phrase(plan *p, leaf *l, kt_error *err);
/* The languages whose rules conflate; one is room for the one asked for. */
kt_language *languages_of(plan *p, kt_language one[2]);

/* ---- common.c ---- */
/* A function word that does not decide a ranked query. */
int is_stop_word(plan *p, kt_str form);
/* A common word, or several words: Xapian does not know where they are. */
int is_listed(const sequence *s);
int has_listed(const element *e);
/* Whether some sequence has a common word. */
int has_common(const element *e);
/* Works e->listed out. */
kt_status list_element(plan *p, element *e, kt_error *err);
/* Where words of the sets stand one behind the other. */
kt_status documents_of_runs(
	plan *p, const kt_word_set *sets, size_t count, documents *out, kt_error *err);
/* All that have it, with their occurrences. */
kt_status documents_of_element(plan *p, const element *e, documents *out, kt_error *err);
/* Adds what the other has. */
kt_status documents_join(documents *d, const documents *other, kt_error *err);
/* BM25's weight of a word that stands in these documents, their lengths left aside. */
kt_status documents_weigh(plan *p, documents *d, kt_error *err);

/* ---- fields.c ---- */
kt_status plan_field(plan *p, leaf *l, kt_error *err);

/* ---- bearers.c ---- */
/* Bearers that a name or an id may mean; none is KT_OK with *count 0. */
kt_status bearers_of(
	plan *p, kt_mention_kind kind, kt_str name, kt_bearer **out, size_t *count, kt_error *err);
/* Whether one has exactly this id, name or other name. */
kt_status bearers_named(plan *p, kt_mention_kind kind, kt_str name, int *out, kt_error *err);

/* ---- names.c ---- */
/* People and organisations of the texts whose names sound nearly like it, nearest first. */
kt_status names_near(kt_named **out, size_t *count, kt_index *index, kt_arena *arena, kt_str name,
	kt_error *err);

/* ---- tags.c ---- */
kt_status documents_of_tag(plan *p, leaf *l, kt_error *err);

/* ---- years.c ---- */
kt_status plan_year(plan *p, leaf *l, kt_error *err);
/* How exactly a span of a passage is what the leaf asks for (0: not). */
double year_span_fit(const plan *p, const leaf *l, const kt_year_span *y);
/* Told of each span that the index has; those it says 0 to are left out. */
typedef int (*year_wanted_fn)(const void *context, const kt_year_span *y);
/* Reads the spans of years spoken of (or of works published) and who has them; `in`, when not NULL,
 * holds the sorted documents that alone are wanted. */
kt_status year_postings_read(plan *p, int published, year_wanted_fn wanted, const void *context,
	const uint32_t *in, size_t count, year_postings *out, kt_error *err);
void year_postings_release(year_postings *y);
/* Those of a passage. */
const year_posting *year_postings_of(const year_postings *y, uint32_t id, size_t *count);
/* Whether a span is one of years that each count, rather than a long or open stretch. */
int is_short_span(const kt_year_span *y);

/* ---- named.c ---- */
/* Notices how many more passages there would be with those that only name an era of the years asked
 * for.  Comes last: the plan is no longer what it was. */
kt_status named_notice(plan *p, kt_error *err);
/* Adds the first few names of eras that are only named in these documents, as printed. */
kt_status named_list(plan *p, const uint32_t *ids, size_t count, kt_buf *out, kt_error *err);

/* ---- compose.c: the plan as a query of Xapian ---- */
kt_status compose(plan *p, const plan_node *node, xap_query **out, kt_error *err);
/* Whether a part of a list narrows it (a field) rather than ranks. */
int is_narrowing(const plan_node *node);
/* Of a ranked list: passages with all its words, and those with any. */
kt_status compose_list(plan *p, const plan_node *list, int all, xap_query **out, kt_error *err);
kt_status compose_filters(plan *p, xap_query **query, kt_error *err);
/* A word or tag of one place, as one class. */
kt_status compose_element(plan *p, element *e, xap_query **out, kt_error *err);

/* ---- spans.c: where in a document the parts of a plan stand ---- */
typedef struct span {
	uint32_t from, to; /* positions, inclusive */
} span;

typedef struct spans {
	span *at;
	size_t count, size;
} spans;

void spans_release(spans *s);
/* Puts the element's places in a document into out, sorted. */
kt_status spans_of_element(plan *p, const element *e, uint32_t id, spans *out, kt_error *err);
/* Adds the leaf's places in a document. */
kt_status spans_of_leaf(plan *p, const leaf *l, uint32_t id, spans *out, kt_error *err);
/* Adds those places of both children of a NEAR or ADJ node that lie near each other; *pairs counts
 * the places of the first that have a partner. */
kt_status spans_of_near(
	plan *p, const plan_node *node, uint32_t id, spans *out, size_t *pairs, kt_error *err);
/* Adds the places that are to be marked. */
kt_status spans_of_node(plan *p, const plan_node *node, uint32_t id, spans *out, kt_error *err);
/* ---- phrases.c ---- */
/* Works l->found out. */
kt_status documents_of_phrase(plan *p, leaf *l, kt_error *err);
/* Where places of all elements (TOGETHER_MOST at most) lie within a window of so many positions, in
 * any order. */
#define TOGETHER_MOST 3
kt_status documents_together(
	plan *p, element *elements, size_t count, unsigned window, documents *out, kt_error *err);
/* Where the terms of a sequence, or the elements, stand one behind the other. */
kt_status documents_of_sequence(plan *p, const sequence *s, documents *out, kt_error *err);
kt_status documents_of_elements(
	plan *p, element *elements, size_t count, documents *out, kt_error *err);

/* ---- documents.c: what must be worked out before Xapian runs ---- */
kt_status documents_of_phrases(plan *p, kt_error *err);
/* Works the NEARs out again, when what their leaves match has changed. */
kt_status documents_again(plan *p, kt_error *err);
kt_status documents_add(documents *d, uint32_t id, uint32_t count, double weight, kt_error *err);
void documents_release(documents *d);
/* Occurrences of the plan's positive leaves in the documents (ascending; NULL: in all that have
 * them). */
kt_status count_occurrences(
	plan *p, const uint32_t *ids, size_t count, uint64_t *out, kt_error *err);

/* ---- rank.c ---- */
/* A ranked answer in the making. */
typedef struct ranked {
	xap_match *matches; /* of the page asked for; freed by who asked */
	size_t count;
	size_t total;
} ranked;
/* BM25's weight of a word that so many of all passages have. */
double word_weight(uint32_t all, size_t having);
/* What a word of this weight adds where it stands so often in a passage of this length, in average
 * ones. */
double bm25(double weight, uint32_t times, double length);
/* Whether the plan is words and nothing else, to be ranked. */
int is_list_of_words(const plan *p);
/* Ranks them: those with all the words, then (unless all are asked for) those with some. */
kt_status rank_words(plan *p, size_t offset, size_t limit, ranked *out, kt_error *err);

/* ---- rank_phrase.c ---- */
/* Whether the plan is a phrase and nothing else, to be ranked. */
int is_lone_phrase(const plan *p);
kt_status rank_phrase(plan *p, size_t offset, size_t limit, ranked *out, kt_error *err);

/* ---- order.c ---- */
/* Sorts documents by the first year that they speak of, none last. */
kt_status order_by_year(plan *p, uint32_t *ids, size_t count, kt_error *err);
/* Sorts documents by their sources (by name, or by date and then name, undated ones last), and in
 * reading order within. */
kt_status order_documents(plan *p, int by_date, uint32_t *ids, size_t count, kt_error *err);

/* ---- run.c ---- */
/* Documents that match the plan with its filters, ascending; free them. */
kt_status plan_documents(plan *p, uint32_t **ids, size_t *count, kt_error *err);
/* Those that match a query, which is taken over: with the plan's filters, and without. */
kt_status query_documents(plan *p, xap_query *query, uint32_t **ids, size_t *count, kt_error *err);
kt_status matching_documents(
	plan *p, xap_query *query, uint32_t **ids, size_t *count, kt_error *err);

/* ---- hits.c ---- */
typedef struct hit_loader hit_loader;
kt_status hit_loader_new(hit_loader **out, kt_index *index, kt_arena *arena, kt_error *err);
void hit_loader_free(hit_loader *loader);
/* Loads a passage with its source and neighbours; p is NULL where nothing is to be marked. */
/* A passage alone, the names of its mentions filled in. */
kt_status hit_passage(hit_loader *loader, uint32_t id, kt_passage *out, kt_error *err);
kt_status hit_source(
	hit_loader *loader, uint32_t number, const kt_source_record **out, kt_error *err);
kt_status hit_name(hit_loader *loader, kt_mention_kind kind, kt_str id, kt_str *out, kt_error *err);
kt_status hit_load(
	hit_loader *loader, plan *p, uint32_t id, unsigned context, kt_hit *out, kt_error *err);

/* ---- quote_offer.c ---- */
/* Where a phrase alone was asked for and nothing found: a notice of what comes near it. */
kt_status quote_offer(plan *p, kt_error *err);

#endif
