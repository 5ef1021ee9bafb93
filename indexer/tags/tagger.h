/* tagger.h - what the parts of the name tagger share: classes of words, candidates, people of a
 * source. */
#ifndef KARTOTEKA_TAGS_TAGGER_H
#define KARTOTEKA_TAGS_TAGGER_H

#include "index.h"

/* What a form of the text can be; found out once for each distinct form. */
typedef struct word_class {
	uint8_t known, named; /* what has been found out: as a word, as a name */
	uint8_t script, letters;
	vocabulary_word v;
	uint32_t alone, begins; /* initials_of as an initial, as the beginning of a forename */
	int32_t stem; /* class among words of whole names, or NONE */
	int32_t acronym; /* head of starts, or NONE */
	uint32_t reading, readings; /* as a word of a surname: [reading, reading + readings) */
	uint8_t patronymic; /* gender */
	uint8_t digraph; /* Yu., Вл.: an initial of two letters or more */
	uint8_t ending; /* ends as Slavic or Caucasian surnames do */
	int32_t bearer; /* row that it is derived from, or NONE */
	const char *derived; /* rule, or NULL */
	uint8_t excluded; /* a place that bears the name, not a derived word */
	/* of the source at hand */
	uint32_t epoch, lower, capital; /* occurrences */
} word_class;

typedef enum gap {
	GAP_NONE,
	GAP_SPACE,
	GAP_POINT, /* a full stop and, perhaps, space */
	GAP_HYPHEN,
	GAP_COMMA,
	GAP_OPEN, /* space and an opening bracket */
	GAP_QUOTE, /* space and an opening quotation mark */
	GAP_OTHER
} gap;

typedef enum evidence {
	BY_NOTHING, /* a capital alone */
	BY_TABLE, /* the bare surname of a bearer */
	BY_CONTEXT, /* said, by, (X, 123) */
	BY_TITLE,
	BY_GIVEN, /* with initials or forenames */
	BY_WHOLE /* a whole name of the table */
} evidence;

enum { CANDIDATE_ROWS = 12 };

typedef struct candidate {
	uint32_t passage, start, end, token; /* token: of the surname, in the passage */
	uint32_t row[CANDIDATE_ROWS];
	uint8_t how[CANDIDATE_ROWS], rows;
	uint8_t by, plural, initials_only, monarch, tier;
	uint8_t common; /* the surname is a word too */
	uint8_t inside; /* with a capital within a sentence, and nothing speaks for the word */
	uint8_t begins; /* a sentence */
	uint8_t oblique; /* the forename is: so is the surname */
	uint8_t hostile; /* what stands beside it speaks for the word */
	uint8_t excluded; /* 1: a thing or place bears the name; 2: a derived word */
	uint32_t form; /* of the surname's first token */
	uint32_t first, second; /* bits of the given names; 0: none */
	int32_t first_form, second_form; /* given names in full: forms of the text, or NONE */
	kt_str first_name, second_name; /* as printed */
	kt_str surname; /* as printed, in the nominative */
	uint32_t key; /* number of the surname in the source */
	gender g;
	int32_t person; /* of the source, or NONE */
	int8_t score; /* speaks_for_person */
	uint8_t academic; /* the title is a scholar's */
	kt_str key_name; /* what the bearer is called alone, where it is not the surname */
	const char *rule;
} candidate;

/* A person of the source at hand. */
typedef struct person {
	int32_t row; /* of the authority, or NONE */
	uint32_t key;
	uint32_t first, second;
	int32_t first_form, second_form;
	kt_str surname, first_name, second_name;
	uint32_t times; /* named in full */
	size_t named, last; /* candidate that names the person first, last in full */
	int32_t next; /* with the same surname */
	kt_str id, name;
	int monarch;
} person;

typedef struct surname_of_source {
	int32_t people; /* head of a list */
	uint32_t count;
	int32_t last; /* person last named in full, as the second pass goes on */
	int supported; /* a bare word is taken for the name */
	int for_person, for_word; /* what stands beside it says, all together */
} surname_of_source;

typedef struct body {
	uint32_t passage, start, end;
	int32_t row; /* of the authority, or NONE */
	uint32_t local; /* else of the source */
	const char *rule;
	kt_tier tier;
} body;

/* A body of the source that is in no table. */
typedef struct local_body {
	kt_str id, name;
} local_body;

struct kt_name_tagger {
	const kt_authority *authority;
	name_index index;
	const kt_words *words;
	size_t word_count; /* when the classes were last looked at */
	uint64_t last_word; /* hash of the last of them */
	word_class *classes;
	size_t class_size;
	reading *readings;
	size_t reading_count, reading_size;
	uint32_t epoch;
	/* of the source at hand */
	kt_arena *arena;
	candidate *candidates;
	size_t candidate_count, candidate_size;
	person *people;
	size_t people_count, people_size;
	int32_t *person_of_row;
	kt_map *surnames;
	surname_of_source *surname;
	size_t surname_size;
	kt_map *capitals; /* words printed with a capital, as strict_cyrillic or plain */
	kt_tagged *passages;
	int last_year; /* that the source speaks of, or INT_MAX */
	body *bodies;
	size_t body_count, body_size;
	kt_map *defined; /* acronyms and names of bodies of the source; to LOCAL + number or a row
			  */
	local_body *local;
	size_t local_count, local_size;
	uint8_t *taken; /* tokens of the passage at hand that are a body's */
	size_t taken_size;
	kt_buf room, room2;
	int failed;
};

/* One passage as the finders go over it. */
typedef struct scan {
	kt_name_tagger *t;
	kt_passage *passage;
	kt_str text;
	const kt_token *at;
	size_t count;
	uint32_t number;
} scan;

/* classes.c */
kt_status classes_for(kt_name_tagger *t, const kt_words *words, kt_error *err);
void class_as_word(kt_name_tagger *t, word_class *c, kt_str form);
void class_as_name(kt_name_tagger *t, word_class *c, kt_str form);

static inline word_class *class_at(const scan *s, size_t i)
{
	return &s->t->classes[s->at[i].form];
}

static inline word_class *name_class_at(const scan *s, size_t i)
{
	word_class *c = class_at(s, i);

	if (!c->named)
		class_as_name(s->t, c, kt_words_form(s->t->words, s->at[i].form));
	return c;
}

static inline int has(const scan *s, size_t i, uint32_t flags)
{
	return (s->at[i].flags & flags) != 0;
}

static inline int lexical(const scan *s, size_t i, uint32_t flags)
{
	return (class_at(s, i)->v.flags & flags) != 0;
}

/* scan.c */
gap gap_before(const scan *s, size_t i);
int starts_sentence(const scan *s, size_t i);
kt_str printed(const scan *s, size_t from, size_t to); /* tokens [from, to) as they stand */
int32_t row_of_tokens(const scan *s, const size_t *tokens, size_t count);
size_t match_phrase(const scan *s, size_t i, kt_mention_kind kind, int32_t *row);
size_t token_end(const scan *s, size_t i);

/* people.c */
void find_people(scan *s);

/* settle.c */
kt_status settle_people(kt_name_tagger *t, kt_error *err);
/* persons.c */
int row_fits(const kt_name_tagger *t, uint32_t row, const candidate *c);

/* organisations.c */
void find_definitions(scan *s);
void find_organisations(scan *s);

#endif
