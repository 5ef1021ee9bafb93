/* tags.h - who, which organisation, which years, whose words: spans of a passage with an identity.
 */
#ifndef KARTOTEKA_TAGS_H
#define KARTOTEKA_TAGS_H

#include "kartoteka/passage.h"

#ifdef __cplusplus
extern "C" {
#endif
#if defined(__GNUC__)
#pragma GCC visibility push(default)
#endif

/* ---- authority: the tables of names ------------------------------------------------------- */

/* A row of people.tsv or organisations.tsv; years 0 where they are not told. */
typedef struct kt_bearer {
	kt_mention_kind kind; /* KT_MENTION_PERSON or KT_MENTION_ORGANISATION */
	kt_str id, name, native, also, about;
	int from, to; /* born and died, or founded and ended */
} kt_bearer;

typedef struct kt_authority kt_authority;

kt_status kt_authority_new(kt_authority **out, kt_error *err);
void kt_authority_free(kt_authority *authority);
/* Adds the rows of a table (its header row says which of the two it is); a row with a known id
 * replaces that row.  KT_EINVAL names file, line and column: a column missing or doubled, an id
 * twice in one table, too many tabs, a year that is none, ill-formed UTF-8.  `file` is for
 * messages. */
kt_status kt_authority_add(kt_authority *authority, const char *file, kt_str table, kt_error *err);

/* For a name that a user types: lets through what may be meant by it, and little else. */
typedef struct kt_name_sieve kt_name_sieve;
typedef enum kt_name_likeness {
	KT_NAME_ID, /* the id that is typed */
	KT_NAME_ALIKE, /* that, and names in any spelling and case */
	KT_NAME_WITH_SLIPS /* and those in which a letter differs */
} kt_name_likeness;
kt_status kt_name_sieve_new(kt_name_sieve **out, kt_mention_kind kind, kt_str name,
	kt_name_likeness likeness, kt_error *err);
void kt_name_sieve_free(kt_name_sieve *sieve);
/* Whether somebody with this id may be meant: an id made from a name (?surname-forename) is read as
 * one; another is compared. */
int kt_name_sieve_id(const kt_name_sieve *sieve, kt_str id);
/* kt_authority_add of those rows alone that the sieve lets through; the others are not even
 * checked.  Of the name that is typed kt_authority_resolve then finds what it would find in the
 * whole table, as far as the likeness goes. */
kt_status kt_authority_add_some(kt_authority *authority, const char *file, kt_str table,
	kt_name_sieve *sieve, kt_error *err);

size_t kt_authority_count(const kt_authority *authority);
const kt_bearer *kt_authority_bearer(const kt_authority *authority, size_t i);
/* All rows as one table of each kind, as kt_authority_add reads them; what the index keeps. */
kt_status kt_authority_write(
	const kt_authority *authority, kt_mention_kind kind, kt_buf *out, kt_error *err);

/* Tables that were read, with all that the name tagger works out of them, as bytes for the same
 * machine and build; kt_authority_unpack opens them where they lie, which costs next to nothing.
 * They begin at a multiple of 16 bytes and outlive what is opened; nothing can be added to that. */
kt_status kt_authority_pack(kt_buf *out, const kt_authority *authority, kt_error *err);
kt_status kt_authority_unpack(kt_authority **out, kt_str bytes, kt_error *err);

/* What a name typed by a user means: bearers whose names, in any spelling that the rules make, in
 * either alphabet and any case of declension, fit it; `certain` ones first.  Several: it is not
 * guessed.  The numbers of bearers are put into *out (in the arena).  None is KT_OK with *count 0.
 */
kt_status kt_authority_resolve(const kt_authority *authority, kt_arena *arena, kt_mention_kind kind,
	kt_str name, size_t **out, size_t *count, kt_error *err);

/* ---- tagging -----------------------------------------------------------------------------------
 */

/* What a tagger is given of one passage: its text with its tokens, and room for what is found. */
typedef struct kt_tagged {
	kt_passage *passage; /* mentions, years and quotations are set, in order of start */
	const kt_tokens *tokens; /* those of the passage are [first, first + count) */
	size_t first, count;
} kt_tagged;

/* Of the source: what dates and names a text as a whole. */
typedef struct kt_tag_source {
	kt_str name, title, author, date;
} kt_tag_source;

/* Years: expressions of time to whole years.  Sets passage->years (in the arena) of all passages of
 * a source, in reading order. */
typedef struct kt_year_tagger kt_year_tagger;
kt_status kt_year_tagger_new(kt_year_tagger **out, kt_error *err);
void kt_year_tagger_free(kt_year_tagger *tagger);
kt_status kt_tag_years(kt_year_tagger *tagger, kt_arena *arena, const kt_tag_source *source,
	kt_tagged *passages, size_t count, const kt_words *words, kt_error *err);

/* Names: people and organisations.  Sets passage->mentions.  All of a source's passages at once,
 * since a full name on page 3 says who the bare surname on page 9 is. */
typedef struct kt_name_tagger kt_name_tagger;
kt_status kt_name_tagger_new(kt_name_tagger **out, const kt_authority *authority, kt_error *err);
void kt_name_tagger_free(kt_name_tagger *tagger);
kt_status kt_tag_names(kt_name_tagger *tagger, kt_arena *arena, const kt_tag_source *source,
	kt_tagged *passages, size_t count, const kt_words *words, kt_error *err);

/* Quotations: sets passage->quotations; speakers from the mentions that kt_tag_names has set. */
kt_status kt_tag_quotations(kt_arena *arena, const kt_tag_source *source, kt_tagged *passages,
	size_t count, const kt_words *words, kt_error *err);

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
