/* passage.h - a passage and what is known of it.  Belongs to the room text; every room above speaks
 * in these. */
#ifndef KARTOTEKA_PASSAGE_H
#define KARTOTEKA_PASSAGE_H

#include "kartoteka/text.h"

#ifdef __cplusplus
extern "C" {
#endif
#if defined(__GNUC__)
#pragma GCC visibility push(default)
#endif

typedef enum kt_kind {
	KT_KIND_HEADING,
	KT_KIND_PARAGRAPH,
	KT_KIND_BLOCKQUOTE,
	KT_KIND_ATTRIBUTION,
	KT_KIND_CAPTION,
	KT_KIND_FOOTNOTE,
	KT_KIND_BIBLIOGRAPHY,
	KT_KIND_LIST,
	KT_KIND_VERSE,
	KT_KIND_TABLE,
	KT_KIND_NOTE,
	KT_KINDS
} kt_kind;

const char *kt_kind_name(kt_kind kind);
int kt_kind_find(kt_str name); /* -1 when it is none */

typedef enum kt_tier { KT_CERTAIN, KT_PROBABLE, KT_POSSIBLE, KT_TIERS } kt_tier;
const char *kt_tier_name(kt_tier tier);

typedef enum kt_mention_kind {
	KT_MENTION_PERSON,
	KT_MENTION_ORGANISATION,
	KT_MENTION_DERIVED, /* Stalinist: no mention of Stalin; id is the person's or organisation's
			     */
	KT_MENTION_EXCLUDED, /* Kirov Ballet; the rule says why (place, prize, ...) */
	KT_MENTION_KINDS
} kt_mention_kind;

/* start and end: bytes of the passage's text, end exclusive.  A span with several possible bearers
 * stands once for each. */
typedef struct kt_mention {
	kt_mention_kind kind;
	kt_tier tier;
	uint32_t start, end;
	kt_str id; /* of the authority, or made from the name with a '?' before it */
	kt_str name; /* Surname, Forenames; not stored with the passage but once for the index */
	kt_str rule;
} kt_mention;

/* What keys of the index's metadata begin with that hold names by id ("person:", then the id). */
const char *kt_name_prefix(kt_mention_kind kind);

typedef enum kt_year_type {
	KT_YEAR_EVENT,
	KT_YEAR_PUBLICATION,
	KT_YEAR_LIFE,
	KT_YEAR_SOURCE,
	KT_YEAR_ERA, /* an era's name that tells when: during the Civil War */
	KT_YEAR_NAMED, /* one that does not: the Civil War is a favourite subject.  It is told as an
			  era too, but the passage does not speak of its years */
	KT_YEAR_TYPES
} kt_year_type;
const char *kt_year_type_name(kt_year_type type);

#define KT_YEAR_OPEN_FROM (-32768) /* no first year: until 1917 */
#define KT_YEAR_OPEN_TO 32767 /* no last year: since 1953 */

typedef struct kt_year_span {
	int from, to; /* whole years, inclusive */
	kt_year_type type;
	int approximate, inferred;
	uint32_t start, end;
} kt_year_span;

typedef enum kt_quotation_kind {
	KT_QUOTATION_INLINE,
	KT_QUOTATION_BLOCK,
	KT_QUOTATION_SCARE,
	KT_QUOTATION_TITLE,
	KT_QUOTATION_KINDS
} kt_quotation_kind;
const char *kt_quotation_kind_name(kt_quotation_kind kind);

typedef struct kt_quotation {
	kt_quotation_kind kind;
	int altered;
	uint32_t start, end; /* without the quotation marks */
	kt_str speaker, work, page; /* empty: not told */
} kt_quotation;

/* One document of the index.  All slices are borrowed from the arena or record that made it. */
typedef struct kt_passage {
	uint32_t source; /* number of the source in the index */
	uint32_t number; /* 1, 2, 3 ... in reading order within the source */
	kt_kind kind;
	kt_language language;
	int64_t offset; /* byte offset of text in the source file, or -1 */
	int markdown; /* text is Markdown: tokenise it as such */
	int continued; /* goes on with the paragraph of the passage before, which was cut for its
			  length */
	kt_str text;
	kt_mention *mentions;
	size_t mention_count;
	kt_year_span *years;
	size_t year_count;
	kt_quotation *quotations;
	size_t quotation_count;
} kt_passage;

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
