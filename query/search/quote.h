/* quote.h - a quotation that is looked for, and what its rooms tell each other. */
#ifndef KARTOTEKA_SEARCH_QUOTE_H
#define KARTOTEKA_SEARCH_QUOTE_H

#include "plan.h"

/* How a word of a passage is a word of the quotation. */
typedef enum likeness {
	LIKE_NOT,
	LIKE_SOUND, /* sounds alike, or is one slip away */
	LIKE_CLASS, /* inflected otherwise */
	LIKE_SPELLING, /* spelt otherwise: -ise, diacritics */
	LIKE_SAME
} likeness;

/* A distinct word of the quotation, or a compound that several of its words make. */
typedef struct quote_class {
	kt_str form, spelling, sound;
	kt_str *terms; /* forms of its class that occur, of a compound the rarest part */
	size_t term_count;
	uint64_t occurrences;
	uint64_t documents; /* of all its forms, at most */
	uint32_t letters; /* which it has: a filter before slips are looked for */
	int stop; /* a function word */
	double bits; /* how much finding it tells: log2(words of the index / occurrences) */
	float weight, total_weight; /* once, and as often as it stands in the quotation */
} quote_class;

typedef struct quote_word {
	uint32_t class;
	uint32_t start, end; /* bytes of the quotation */
	uint32_t tail; /* bytes of a possessive 's behind it */
	uint32_t join_class; /* of the compound that ends with the word */
	unsigned join; /* how many words that has; 0: none ends here */
	float weight; /* of its class, but for an editor's words */
	int bracketed; /* an editor's */
	int glued; /* no white space before it */
	int open; /* an ellipsis stands behind it: any words may */
} quote_word;

/* Likenesses of a form to each class of the quotation. */
typedef uint32_t row_number;
enum { ROW_UNKNOWN, ROW_NONE, ROW_FIRST };

typedef struct quotation {
	plan *plan;
	kt_str text;
	quote_word *words;
	size_t count;
	size_t left_out; /* words behind KT_QUOTE_WORDS */
	quote_class *classes;
	size_t class_count, class_size;
	float weight; /* of all words */
	double total_words; /* of the index, or WORDS_LEAST */
	int common; /* has common words only */
	int widely; /* parts of it are what is looked for */
	kt_map *class_of; /* by folded form */
	kt_map *row_of; /* by form, compounds joined or with spaces */
	unsigned char *rows; /* class_count each */
	size_t row_count, row_size;
	row_number *form_rows; /* by number of a form in the plan's words */
	unsigned char *form_tried; /* for sounds and slips */
	size_t form_count;
	kt_buf scratch;
} quotation;

/* ---- quote_words.c ---- */
/* Reads the quotation's words and looks their classes up.  KT_EINVAL: fewer than two words. */
kt_status quotation_init(quotation *q, plan *p, kt_str text, int markdown, kt_error *err);
void quotation_release(quotation *q);
int quote_has_ellipsis(kt_str between);
/* The next words at or after *from that stand whole in square brackets: an editor's. */
int quote_insertion(kt_str text, const kt_tokens *tokens, size_t *from, size_t *to);
/* Bytes of the possessive 's, or of the apostrophe alone, that was cut off behind a token. */
uint32_t quote_tail(kt_str text, const kt_token *token);
/* [sic] is no word of a quotation. */
void quote_drop_asides(kt_tokens *tokens);
/* The letters that a word has, by the code points' last five bits. */
uint32_t quote_letters(kt_str form);

/* ---- quote_likeness.c ---- */
kt_status likeness_note(
	quotation *q, size_t class_number, kt_str form, likeness how, kt_error *err);
kt_status likeness_of_form(quotation *q, uint32_t form, row_number *out, kt_error *err);
void likeness_of_compound(quotation *q, kt_str joined, kt_str spaced, row_number *out);
/* Looks for sounds and slips of a form that is like no word yet. */
kt_status likeness_try(quotation *q, uint32_t form, row_number *out, kt_error *err);

/* ---- quote_candidates.c ---- */
#define QUOTE_CANDIDATES 400
#define QUOTE_PARTS 24

/* Documents that may hold the quotation, best first. */
typedef struct candidates {
	uint32_t *ids;
	size_t count;
	uint32_t *parts; /* may hold a part of a long quotation, in no order; some are in ids too */
	size_t part_count;
	int cut; /* others have the very words, too */
	int refused; /* even the rarest word stands nearly everywhere */
} candidates;

/* within: by number of the document, whether it may be one; NULL: all may. */
kt_status quote_candidates(
	quotation *q, const unsigned char *within, candidates *out, kt_error *err);

/* ---- quote_parts.c ---- */
typedef struct quote_posting {
	uint32_t id, class;
} quote_posting;

/* Puts up to QUOTE_PARTS documents that may hold a part of the quotation into ids; the postings
 * are sorted. */
kt_status quote_parts(const quotation *q, quote_posting *postings, size_t count, uint32_t *ids,
	size_t *made, kt_error *err);

/* ---- quote_view.c: a passage as it is compared ---- */
typedef struct view_token {
	uint32_t start, end, form; /* bytes of the view's text */
	uint32_t tail; /* of a possessive 's */
	row_number row;
	row_number join_row; /* of the compound that ends here */
	unsigned short join; /* its words; 0: none */
	unsigned char bracketed; /* an editor's words */
	unsigned char open; /* an ellipsis stands behind it */
	unsigned char glued; /* to the token before it */
	unsigned char broken; /* a hyphen at a line end before it */
} view_token;

typedef struct view {
	kt_str text;
	kt_tokens raw;
	view_token *at;
	size_t count, size;
	kt_buf joined, spaced;
} view;

kt_status view_read(view *v, quotation *q, kt_str text, int markdown, kt_error *err);
/* Looks for sounds and slips too. */
kt_status view_sharpen(view *v, quotation *q, kt_error *err);
void view_release(view *v);

/* ---- quote_align.c ---- */
typedef enum step_kind {
	STEP_FOUND, /* one word */
	STEP_JOINED, /* compounds: several words for one, on either side */
	STEP_SWAPPED, /* two words */
	STEP_OTHER, /* a word for another */
	STEP_ADDED, /* a word of the passage */
	STEP_MISSING /* a word of the quotation */
} step_kind;

typedef struct step {
	step_kind kind;
	likeness how; /* the least of its words */
	uint32_t word, words; /* of the quotation: the first, and how many */
	uint32_t token, tokens; /* of the view */
} step;

typedef struct alignment {
	double similarity, bits;
	size_t found; /* words of the quotation */
	int exact; /* every word, and nothing else */
	size_t run_words, run_telling; /* the most telling run of words found without a break; */
	double run_bits; /* run_telling: of its words that are no function words */
	step *steps; /* in order; missing words at both ends too */
	size_t count, size;
	uint32_t first, last; /* tokens, the first and last found */
} alignment;

typedef struct aligner {
	float *best;
	unsigned char *way;
	size_t size;
} aligner;

/* Similarity alone. */
kt_status align_score(
	aligner *a, const quotation *q, const view *v, double *similarity, kt_error *err);
/* With the steps. */
kt_status align_fully(aligner *a, const quotation *q, const view *v, alignment *out, kt_error *err);
void aligner_release(aligner *a);
void alignment_release(alignment *a);

/* ---- quote_difference.c ---- */
void quote_difference(kt_buf *out, const quotation *q, const view *v, const alignment *a);

/* ---- quote_found.c: passages that hold the quotation ---- */
typedef struct found {
	uint32_t id;
	const kt_source_record *source;
	uint32_t number;
	double similarity;
	int near; /* nearer than by chance */
	int part; /* has a run of its words that do not come together by chance */
	uint32_t occurrences;
	uint64_t wording; /* of the words found and what is between them */
	kt_match *matches; /* in the passage's text */
	size_t match_count;
	kt_str difference;
	kt_str speaker, work, page;
} found;

typedef struct founds {
	found *at;
	size_t count, size;
} founds;

/* Compares the candidates and keeps what comes near, and some of what does not. */
kt_status quote_find(
	quotation *q, hit_loader *loader, const candidates *from, founds *out, kt_error *err);

/* ---- quote_group.c ---- */
/* Puts what was found in order of nearness, into the answer's hits and their `also`. */
kt_status quote_group(plan *p, hit_loader *loader, founds *all, kt_quotes *out, kt_error *err);
/* All that was found, oldest source first. */
kt_status quote_list(plan *p, hit_loader *loader, founds *all, kt_quotes *out, kt_error *err);

/* ---- quote.c ---- */
/* Whether each document may be in the answer, by number; NULL: all may.  Free it. */
kt_status quote_filter(plan *p, unsigned char **out, kt_error *err);

#endif
