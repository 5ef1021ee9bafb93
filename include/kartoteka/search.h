/* search.h - from the tree of a query to its answer: what it was read as, totals, forms, hits with
 * their matches. */
#ifndef KARTOTEKA_SEARCH_H
#define KARTOTEKA_SEARCH_H

#include "kartoteka/parse.h"
#include "kartoteka/store.h"
#include "kartoteka/tags.h"

#ifdef __cplusplus
extern "C" {
#endif
#if defined(__GNUC__)
#pragma GCC visibility push(default)
#endif

typedef enum kt_sort {
	KT_SORT_RELEVANCE,
	KT_SORT_SOURCE, /* name of the source, then reading order */
	KT_SORT_DATE, /* of the source; undated last */
	KT_SORT_YEAR /* first year spoken of; none last */
} kt_sort;

typedef enum kt_year_match { KT_YEARS_OVERLAP, KT_YEARS_WITHIN, KT_YEARS_EXACT } kt_year_match;

/* A filter of the command line: --person, --org, --year. */
typedef struct kt_filter {
	kt_query_field field;
	kt_str text;
} kt_filter;

#define KT_FILTERS_MAX 64

typedef struct kt_search_options {
	size_t limit, offset; /* limit 0: all */
	unsigned context; /* passages before and after each hit */
	kt_sort sort;
	int all; /* every word must be there */
	kt_year_match year_match;
	int eras; /* passages that only name an era speak of its years too */
	kt_language language; /* whose rules conflate; "": every language of the index */
	const kt_filter *filters;
	size_t filter_count;
} kt_search_options;

typedef struct kt_match {
	uint32_t start, end; /* bytes of the passage's text */
} kt_match;

typedef struct kt_hit {
	uint32_t document;
	double score;
	kt_passage passage;
	const kt_source_record *source;
	kt_match *matches; /* ascending, not overlapping */
	size_t match_count;
	kt_passage *before, *after; /* in reading order */
	size_t before_count, after_count;
} kt_hit;

/* A form that an answer covers: of which word of the query, and how often it stands in the index.
 */
typedef struct kt_form_count {
	kt_str word, form;
	uint64_t count;
} kt_form_count;

/* A bearer that a name in the query may mean. */
typedef struct kt_candidate {
	kt_str asked; /* the name as typed */
	kt_str id, name, about;
} kt_candidate;

typedef struct kt_answer {
	uint64_t passages, occurrences; /* exact; occurrences: of the words, phrases and tags asked
					   for, in these passages */
	uint64_t all_words,
		any_word; /* passages with all, with any of the words of a ranked query */
	int truncated; /* hits are not all passages */
	kt_hit *hits;
	size_t hit_count;
	kt_form_count *forms; /* by word of the query, most frequent first */
	size_t form_count;
	kt_candidate *candidates; /* of names that fit several */
	size_t candidate_count;
	kt_str *notices; /* a word that does not occur, stop words left out, nothing is tagged yet,
			    ... */
	size_t notice_count;
	kt_str explained; /* how the query was read, one line a part */
} kt_answer;

/* Answers a query.  Everything in out lives in the arena.  Nothing found is KT_OK with passages 0.
 * A query that asks for what cannot be is KT_EINVAL with its place. Asks again by itself when the
 * index changes under it. */
kt_status kt_search(kt_answer *out, kt_index *index, kt_arena *arena, const kt_query *query,
	const kt_search_options *options, kt_error *err);

/* ---- names ------------------------------------------------------------------------------- */

/* A person or organisation of the index. */
typedef struct kt_named {
	kt_mention_kind kind;
	kt_str id, name, about;
	uint64_t mentions, passages;
	double score; /* of company: how much oftener than by chance (G squared, Dunning 1993) */
} kt_named;

typedef struct kt_place {
	const kt_passage *passage;
	const kt_source_record *source;
	const kt_mention *mention;
} kt_place;

typedef struct kt_excluded {
	kt_str form, why; /* why: derived, or the rule */
	uint64_t count;
} kt_excluded;

typedef struct kt_mentions {
	kt_named *bearers; /* whom the name may mean and the texts mention; several: it is not
			      guessed */
	size_t bearer_count;
	uint64_t mentions, passages, sources; /* exact; a place that may mean several counts once */
	kt_form_count *forms; /* as printed, most frequent first; word is empty */
	size_t form_count;
	kt_excluded *excluded;
	size_t excluded_count;
	kt_place *places; /* in reading order, as limit and offset say */
	size_t place_count;
	int truncated;
	kt_answer filters; /* notices and candidates of the options' filters */
	kt_named *nearest; /* nothing found: what comes near the name */
	size_t nearest_count;
} kt_mentions;

/* Every mention of a person or, when no person is called so, an organisation.  Of the options,
 * limit, offset, filters and year_match count.  Nothing found is KT_OK with mentions 0. */
kt_status kt_search_mentions(kt_mentions *out, kt_index *index, kt_arena *arena, kt_str name,
	const kt_search_options *options, kt_error *err);

/* People and organisations that the texts mention, most mentioned first; kind KT_MENTION_KINDS:
 * both.  pattern: a part of the name or id, without regard to case and diacritics, or with * for
 * any letters; empty: all. */
kt_status kt_search_names(kt_named **out, size_t *count, kt_index *index, kt_arena *arena,
	kt_str pattern, kt_mention_kind kind, kt_error *err);

typedef struct kt_year_count {
	int year;
	uint64_t count;
} kt_year_count;

typedef struct kt_dossier {
	kt_mentions all;
	kt_place *first, *last; /* NULL: none */
	kt_year_count *years; /* mentions in passages that speak of the year, ascending */
	size_t year_count;
	kt_named *with; /* named in the same passages, most telling first; passages: those shared */
	size_t with_count;
} kt_dossier;

kt_status kt_search_dossier(kt_dossier *out, kt_index *index, kt_arena *arena, kt_str name,
	const kt_search_options *options, kt_error *err);

/* ---- years --------------------------------------------------------------------------------- */

typedef struct kt_timeline {
	kt_year_count *years; /* passages that speak of the year, ascending, each span of up to ten
				 years in each of its years */
	size_t year_count;
	uint64_t passages, dated,
		long_only; /* all that match; those in years; those with longer spans alone */
	kt_answer answer; /* its notices, candidates and explanation */
} kt_timeline;

/* The question of a timeline: the text, or else the first filter of the options; NULL where there
 * is neither: then everything is counted. */
kt_status kt_timeline_query(kt_query **out, kt_arena *arena, kt_str text,
	const kt_search_options *options, kt_error *err);
/* query NULL: over everything. */
kt_status kt_search_timeline(kt_timeline *out, kt_index *index, kt_arena *arena,
	const kt_query *query, const kt_search_options *options, kt_error *err);

/* ---- passages and the index -------------------------------------------------------------------
 */

/* The passage of this name ("essay:12") with its neighbours, as a hit without matches.
 * KT_ENOTFOUND. */
kt_status kt_search_passage(kt_hit *out, kt_index *index, kt_arena *arena, kt_str name,
	unsigned context, kt_error *err);

/* The name of a passage: stem of the source, a colon, the number. */
kt_str kt_passage_name(kt_arena *arena, const kt_source_record *source, uint32_t number);

/* Is the index whole?  Told each problem found.  Reads every passage, and runs Xapian's own check.
 */
typedef struct kt_check_report {
	uint64_t sources, passages, words, problems, bytes; /* bytes on disk */
	kt_index_state state;
} kt_check_report;
kt_status kt_search_check(kt_check_report *out, kt_index *index,
	void (*tell)(void *context, const char *problem), void *context, kt_error *err);

/* ---- quotations ---------------------------------------------------------------------------- */

#define KT_QUOTE_WORDS 400 /* of a quotation that are looked for; what was cut is said */

/* Another passage with the quotation or a part of it. */
typedef struct kt_also {
	uint32_t document;
	kt_str passage; /* its name */
	const kt_source_record *source;
	int altered; /* other words than in the hit, or a part of them */
} kt_also;

typedef struct kt_quote_hit {
	kt_hit hit; /* score is the similarity; matches: the words found, and what stands between */
	/* The part of the quotation that stands there, 0..1: (weight of its words found - prices of
	 * what was added, swapped or put otherwise) / weight of all its words.  A word weighs 0.25
	 * and, the rarer it is in the index, up to 1; a price is less than a common word's weight.
	 * 1: the same words, whatever the marks, quotation marks, hyphens and brackets. */
	double similarity;
	int near; /* nearer than words would come together by chance */
	int part; /* has a run of five words or more, three of them no function words, that would
		     not stand together by chance */
	kt_str difference; /* the passage's words, {added} and [missing] ones marked */
	kt_str speaker, speaker_name, work, page; /* empty: not told */
	kt_also *also; /* oldest source first, undated last */
	size_t also_count;
} kt_quote_hit;

typedef struct kt_quotes {
	kt_answer answer; /* passages and occurrences that are near, exact; notices, candidates,
			     explanation; it has no hits of its own */
	kt_quote_hit *hits; /* nearest first; passages with the very same words are one.  None near:
			       a few that come nearest */
	size_t hit_count;
	uint64_t wordings; /* near hits, were there no limit */
} kt_quotes;

/* Finds a quotation by its words, exactly or nearly.  Of the options, limit, offset, context,
 * filters, year_match and language count.  Nothing near is KT_OK with answer.passages 0.
 * KT_EINVAL: no word, or one alone. */
kt_status kt_search_quote(kt_quotes *out, kt_index *index, kt_arena *arena, kt_str words,
	const kt_search_options *options, kt_error *err);

/* Finds other passages with the quotations of a passage ("essay:12") or parts of them; of one
 * without quotations, with its text or parts of it.  Hits stand by the age of their sources, oldest
 * first, undated last.  KT_ENOTFOUND: no such passage. */
kt_status kt_search_family(kt_quotes *out, kt_index *index, kt_arena *arena, kt_str passage,
	const kt_search_options *options, kt_error *err);

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
