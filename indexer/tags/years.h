/* years.h - what the files of the year tagger share.  An expression of time is found in three
 * steps: what a word can be (years_lex.c, once for each distinct form), what its neighbours make of
 * it (years_expr.c, years_date.c, years_range.c, years_not.c, years_type.c), and, where no year is
 * printed, which year the text before speaks of (years_infer.c).
 */
#ifndef TAGS_YEARS_H
#define TAGS_YEARS_H

#include "kartoteka/tags.h"

/* What a word can be in an expression of time.  A word may have several roles. */
enum {
	R_YEAR = 1 << 0, /* four digits, 1000 .. 2099 */
	R_SMALL = 1 << 1, /* one or two digits */
	R_NUMBER = 1 << 2, /* begins with a digit */
	R_ORDINAL = 1 << 3, /* 11th, eleventh, одиннадцатый; value */
	R_DECADE = 1 << 4, /* 1930s, 30s; value 1930 or 30 */
	R_DECADE_WORD = 1 << 5, /* thirties; value 30 */
	R_MONTH = 1 << 6,
	R_SEASON = 1 << 7,
	R_PART = 1 << 8, /* early, end; sub is a part_ */
	R_CENTURY = 1 << 9,
	R_UNIT_OF_TIME = 1 << 10, /* year, months, дней; sub is a unit_ */
	R_ROMAN = 1 << 11,
	R_CARDINAL = 1 << 12, /* nineteen, seventeen, hundred */
	R_RELATIVE = 1 << 13, /* that, following; sub is a relative_ */
	R_OPEN = 1 << 14, /* since, until; sub is an open_ */
	R_LINK = 1 << 15, /* to, and, or; sub is a link_ */
	R_ABOUT = 1 << 16, /* circa */
	R_LABEL = 1 << 17, /* p., vol., No, Order: a number behind is none; sub is a label_ */
	R_COUNTED = 1 << 18, /* men, roubles: a number before is a count; sub: 1 a measure */
	R_QUANTITY = 1 << 19, /* some, over, nearly */
	R_PREPOSITION = 1 << 20, /* a year may follow */
	R_DETERMINER = 1 << 21, /* the, his */
	R_SUFFIX = 1 << 22, /* й, го, х behind a figure and a hyphen; sub: 1 a decade */
	R_ERA = 1 << 23, /* a name of an era may begin here */
	R_CONGRESS = 1 << 24,
	R_PAPER = 1 << 25, /* Pravda */
	R_IMPRINT = 1 << 26, /* Press, Publishers, ed. */
	R_DOCUMENT = 1 << 27, /* Memorandum, Telegram */
	R_VERB_OF_CITING = 1 << 28, /* argues, shows: behind an author and a year */
	R_LIFE = 1 << 29, /* b., born, d. */
	R_PLACE = 1 << 30, /* where books are published: Moscow, М. */
};
#define R_FUNCTION (1u << 31) /* a function word in English or Russian */
/* Roles of words that may begin or hold an expression. */
#define R_CORE                                                                                     \
	(R_YEAR | R_DECADE | R_DECADE_WORD | R_MONTH | R_SEASON | R_CENTURY | R_UNIT_OF_TIME |     \
		R_CARDINAL | R_ERA | R_CONGRESS | R_SMALL)

enum { part_early = 1, part_mid, part_late, part_half, part_turn };
enum { unit_hour = 1, unit_day, unit_week, unit_month, unit_year, unit_decade, unit_time };
enum {
	relative_same = 1, /* that, same */
	relative_next, /* following, next */
	relative_last, /* previous, preceding */
	relative_later, /* later, after */
	relative_earlier, /* earlier, before */
	relative_this /* of a narrative's day, or of the writer's */
};
enum { open_since = 1, open_until, open_onwards };
enum { link_to = 1, link_and, link_from, link_between, link_of, link_in, link_article };
enum { label_page = 1, label_number, label_word, label_model, label_letter };
enum { month_capital = 1, month_short = 2, month_foreign = 4 };

/* Roles that are told apart further each have a slot of their own for it. */
enum {
	SLOT_MONTH,
	SLOT_PART,
	SLOT_UNIT,
	SLOT_RELATIVE,
	SLOT_OPEN,
	SLOT_LINK,
	SLOT_LABEL,
	SLOT_SUFFIX,
	SLOT_REST,
	SLOTS
};

typedef struct lex {
	uint32_t roles;
	int16_t value;
	uint8_t sub[SLOTS];
	uint8_t how;
	uint32_t cue; /* beside an era's name */
} lex;
enum {
	HOW_CORE = 1, /* an expression may stand here */
	HOW_ERA_ALONE = 2, /* the name of an era in one word */
	HOW_ERA_NEXT = 4, /* the second word of an era's name */
	HOW_ERA_FIRST = 8 /* in the tables; in a form it is R_ERA */
};

/* What a word tells of an era's name beside it. */
enum {
	CUE_GOVERNS = 1 << 0, /* during: a time whatever the name */
	CUE_IN = 1 << 1, /* in, under: of periods */
	CUE_AT = 1 << 2, /* at: of congresses */
	CUE_OPENS =
		1 << 3, /* By the Civil War: at the head of a sentence; "by" tells who as well */
	CUE_WHEN = 1 << 4,
	CUE_DATES = 1 << 5, /* dates, back, prior, which make a preposition one of time */
	CUE_DATED = 1 << 6, /* from, to: that preposition */
	CUE_SINCE = 1 << 7, /* с: since an event, or off a war */
	CUE_WITH = 1 << 8, /* with the introduction of */
	CUE_NOUN = 1 << 9, /* the years of; the end of */
	CUE_SPAN = 1 << 10, /* the NEP years */
	CUE_COURSE = 1 << 11, /* a noun of time where a preposition leads it: in the course of */
	CUE_SHIFT = 1 << 12, /* such a one that goes with to: after the transition to */
	CUE_OF = 1 << 13,
	CUE_TOWARDS = 1 << 14,
	CUE_ARTICLE = 1 << 15,
	CUE_PART = 1 << 16, /* early, late */
	CUE_PREFIX = 1 << 17, /* post-, pre- */
	CUE_TAKES_IN = 1 << 18, /* a part in the Civil War */
	CUE_TAKES_AFTER = 1 << 19, /* named after */
	CUE_TAKES_BETWEEN = 1 << 20 /* the difference between */
};

static inline int slot_of(uint32_t role)
{
	switch (role) {
	case R_MONTH:
		return SLOT_MONTH;
	case R_PART:
		return SLOT_PART;
	case R_UNIT_OF_TIME:
		return SLOT_UNIT;
	case R_RELATIVE:
		return SLOT_RELATIVE;
	case R_OPEN:
		return SLOT_OPEN;
	case R_LINK:
		return SLOT_LINK;
	case R_LABEL:
		return SLOT_LABEL;
	case R_SUFFIX:
		return SLOT_SUFFIX;
	default:
		return SLOT_REST;
	}
}

/* A stem in a name of an era. */
typedef struct stem {
	kt_str text;
	unsigned how;
} stem;

/* The kinds of words, filled once a tagger. */
typedef struct lexicon {
	kt_map *words;
	lex *entries;
	size_t entry_count, entry_size;
	stem *stems; /* in order of their bytes */
	size_t stem_count, stem_size;
	lex *forms; /* by number of kt_words */
	size_t form_count, form_size;
	const kt_words *of;
	uint64_t
		last; /* hash of the last form classified: other words may live at the same place */
} lexicon;

kt_status year_lexicon_init(lexicon *l, kt_error *err);
void year_lexicon_release(lexicon *l);
/* Classifies what is new in words. */
kt_status year_lexicon_update(lexicon *l, const kt_words *words, kt_error *err);

/* What stands between two tokens. */
enum {
	G_SPACE = 1 << 0,
	G_LINE = 1 << 1,
	G_COMMA = 1 << 2,
	G_POINT = 1 << 3,
	G_DASH = 1 << 4,
	G_SLASH = 1 << 5,
	G_OPEN = 1 << 6, /* ( */
	G_CLOSE = 1 << 7,
	G_QUOTE = 1 << 8,
	G_APOSTROPHE = 1 << 9,
	G_COLON = 1 << 10,
	G_SEMICOLON = 1 << 11,
	G_BRACKET = 1 << 12, /* [ */
	G_UNBRACKET = 1 << 13,
	G_NOTE = 1 << 14, /* a note's marker */
	G_NUMERO = 1 << 15, /* No. sign, #, section sign */
	G_MONEY = 1 << 16,
	G_PERCENT = 1 << 17, /* per cent, degree, times */
	G_STAR = 1 << 18, /* * or _ */
	G_BOLD = 1 << 19, /* ** */
	G_QUESTION = 1 << 20,
	G_BAR = 1 << 21, /* | and tab: a cell */
	G_ELLIPSIS = 1 << 22,
	G_OTHER = 1 << 23,
	G_EDGE = 1 << 24 /* of the passage */
};
#define G_BLANK (G_SPACE | G_LINE)

/* An expression found in a passage. */
typedef struct found {
	int from, to;
	uint32_t first, last; /* tokens, inclusive */
	uint32_t head; /* token where the name begins: of a congress, its number */
	uint32_t start, end; /* bytes */
	uint32_t shape;
	int month, day; /* 0 where not told */
	kt_year_type type;
	int approximate, inferred;
} found;

enum {
	SHAPE_YEAR = 1 << 0, /* a year printed */
	SHAPE_RANGE = 1 << 1,
	SHAPE_DECADE = 1 << 2,
	SHAPE_CENTURY = 1 << 3,
	SHAPE_MONTH = 1 << 4,
	SHAPE_SEASON = 1 << 5,
	SHAPE_DAY = 1 << 6,
	SHAPE_PENDING = 1 << 7, /* the year is to be inferred */
	SHAPE_WORD = 1 << 8, /* the word year stands by it */
	SHAPE_RELATIVE = 1 << 9, /* two years later */
	SHAPE_ERA = 1 << 10,
	SHAPE_OPEN = 1 << 11,
	SHAPE_PART = 1 << 12,
	SHAPE_GONE = 1 << 13, /* taken into another */
	SHAPE_BRACKET = 1 << 14, /* ends with the bracket of the other calendar's date */
	SHAPE_EVENT = 1 << 15, /* an era that one takes part in: a trial, a rising */
	SHAPE_CONGRESS = 1 << 16
};

/* What the text has spoken of so far. */
typedef struct anchor {
	int year, month; /* 0: not told */
	int rolled; /* into the next year, by months alone */
} anchor;

struct kt_year_tagger {
	lexicon lexicon;
	found *found;
	size_t count, size;
	anchor anchor; /* the time last spoken of */
	anchor dated; /* the last of this passage that was told to the day */
	int section_from, section_to; /* the years of the heading above; 0: none */
	int outside; /* passages that went out of them */
	int doubtful; /* a year far from the others, until one near it follows */
	uint32_t doubted; /* number of the passage that told it */
	int provisional; /* the anchor is an aside, for want of another */
	int visiting; /* this passage speaks of it */
	int written; /* the year in which the source says that it was written, or 0 */
};

/* A passage at work. */
typedef struct scan {
	kt_year_tagger *tagger;
	const kt_passage *passage;
	kt_str text;
	const kt_token *token;
	uint32_t count;
	const lex *lex; /* by form */
	uint32_t last_none; /* a number that was told to be none, by its token + 1 */
	int failed;
} scan;

static inline const lex *lex_at(const scan *s, uint32_t i)
{
	return &s->lex[s->token[i].form];
}
static inline uint32_t roles_at(const scan *s, uint32_t i)
{
	return i < s->count ? s->lex[s->token[i].form].roles : 0;
}
static inline int is_role(const scan *s, uint32_t i, uint32_t roles)
{
	return (roles_at(s, i) & roles) != 0;
}
/* How a word has a role; 0 when it has it not. */
static inline int sub_at(const scan *s, uint32_t i, uint32_t role)
{
	return is_role(s, i, role) ? lex_at(s, i)->sub[slot_of(role)] : 0;
}
static inline uint32_t token_end(const scan *s, uint32_t i)
{
	return s->token[i].offset + s->token[i].length;
}

/* Between token i - 1 and token i; i may be 0 or the number of tokens. */
unsigned year_gap(const scan *s, uint32_t i);
/* The kind of one character. */
unsigned year_kind_of(uint32_t c);
static inline int only(unsigned gap, unsigned allowed)
{
	return !(gap & ~allowed);
}
static inline int is_space(unsigned gap)
{
	return gap && only(gap, G_BLANK);
}
/* Lower-case word of the running text that is no function word. */
int year_before_noun(const scan *s, uint32_t i);

/* A Russian verb of the past, by its ending. */
int year_is_past_verb(const scan *s, uint32_t i);

/* Adds; NULL when there is no memory (then s->failed). */
found *year_push(scan *s, uint32_t first, uint32_t last, int from, int to, uint32_t shape);

/* Each reads an expression whose core is token i; the token behind it, or i: none. */
uint32_t year_read_figures(scan *s, uint32_t i);
uint32_t year_read_decade(scan *s, uint32_t i);
uint32_t year_read_century(scan *s, uint32_t i);
uint32_t year_read_month(scan *s, uint32_t i);
uint32_t year_read_season(scan *s, uint32_t i);
uint32_t year_read_numeric_date(scan *s, uint32_t i);
uint32_t year_read_bare_day(scan *s, uint32_t i);
uint32_t year_read_spelled(scan *s, uint32_t i);
uint32_t year_read_relative(scan *s, uint32_t i);
uint32_t year_read_era(scan *s, uint32_t i);
uint32_t year_read_congress(scan *s, uint32_t i);

/* A year of four digits at i, or one with two behind an apostrophe; 0: none. */
int year_at(const scan *s, uint32_t i);
/* The year that ends in these two figures and is nearest to what is spoken of. */
int year_full(const scan *s, int two);
/* A figure's ending behind a hyphen: 1937-й, 30-х; its token, or `last`. */
uint32_t year_take_suffix(const scan *s, uint32_t last, int *decade);
/* années 30, années 1930. */
int year_is_french_decade(const scan *s, uint32_t i);
/* Words before an atom: early, the end of, circa; moves f->first, narrows decades. */
void year_take_modifiers(scan *s, found *f);
/* The word year, г., гг. behind token `last`: its token, or last. */
uint32_t year_take_word(const scan *s, uint32_t last);

/* Whether the number at i is no year. */
int year_is_none(scan *s, uint32_t i, uint32_t last);
/* BC, до н. э. at token i. */
int year_before_christ(const scan *s, uint32_t i);

void year_join_ranges(scan *s);
/* The token behind the words before token k, articles and the like left out. */
uint32_t year_before_words(const scan *s, uint32_t k);
void year_tell_types(scan *s);
/* Which eras' names are used as times. */
void year_tell_use(scan *s);
void year_infer(scan *s);
/* Spans of since, until. */
void year_open_ranges(scan *s);

/* eras.c */
typedef struct era {
	const char *words; /* folded, parted by spaces; '*' ends a word's stem, '|' parts choices */
	int from, to;
	/* One lives in a period and takes part in an event; one that is called after a place, a
	 * person or a month may be written with that capital alone: the Kornilov revolt. */
	enum { PERIOD, EVENT, NAMED_EVENT } kind;
} era;
extern const era eras[];
extern const size_t era_count;
/* Whether the pattern at *words, up to a space or the end, fits; *words is moved behind it. */
int year_word_fits(const char **words, kt_str form);
/* The year of a party congress, of the Comintern's, of the Soviets'; 0: none. */
int congress_of_party(int number);
int congress_of_comintern(int number);
int congress_of_soviets(int number, int all_union);
int conference_of_party(int number);

#endif
