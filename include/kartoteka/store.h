/* store.h - the index on disk: its folder, schema, records, sources and lexicon.  Built on xap.h.
 *
 * Folder DIR:  current         the name of the database that readers open ("index-1\n"), replaced
 * by a rename index-N/        a glass database and the words of its passages (forward.h); others
 * than the current one are leavings of an interrupted run writer.lock     flock'ed by the writer;
 * holds its process number, host and start, to be named to others
 */
#ifndef KARTOTEKA_STORE_H
#define KARTOTEKA_STORE_H

#include "kartoteka/passage.h"
#include "kartoteka/text.h"
#include "kartoteka/xap.h"

#ifdef __cplusplus
extern "C" {
#endif
#if defined(__GNUC__)
#pragma GCC visibility push(default)
#endif

/* Raised when terms, records or metadata change their form, and when the same text gives
 * other tokens or tags. */
#define KT_SCHEMA_VERSION 6
#define KT_ANALYSER_VERSION 3

/* ---- terms ----------------------------------------------------------------------------------- */

typedef enum kt_field {
	KT_FIELD_WORD, /* a folded form, without positions (stream.h); but for common words */
	KT_FIELD_PERSON, /* XP id, with positions */
	KT_FIELD_ORGANISATION, /* XO id, with positions */
	KT_FIELD_YEAR, /* XY 1936..1938: years spoken of, a term for each span, with positions */
	KT_FIELD_ERA, /* XE 1936..1938: the same of an era that is only named */
	KT_FIELD_PUBLISHED, /* XU 1978: years of works cited */
	KT_FIELD_QUOTED, /* XQ from, XQ to: first and last words of stretches of quoted words, with
			    positions */
	KT_FIELD_SPEAKER, /* XB id: a word position inside a quotation of this speaker, with
			     positions, without frequency (a passage is no longer for it) */
	KT_FIELD_KIND, /* XK blockquote; a paragraph has none */
	KT_FIELD_LANGUAGE, /* XL ru, where it is not the language of the source */
	KT_FIELD_SOURCE, /* XS number of the source: its documents follow each other in reading
			    order */
	KT_FIELD_EXCLUDED, /* XD id: a word or name from theirs that is no mention (Stalinist, Kirov
			      Ballet) */
	KT_FIELDS
} kt_field;

/* Puts the field's prefix and value into out, replacing what was there.  A value that is too long
 * for the backend is cut and ended by a hash of the whole, so that equal values give equal terms.
 * KT_EINVAL: empty or holds a NUL. */
kt_status kt_term_build(kt_buf *out, kt_field field, kt_str value, kt_error *err);
/* The prefix alone ("" for words). */
kt_str kt_term_prefix(kt_field field);

/* The term of a span of years: the field of its type, then 1937, 1936..1938, ..1917 or 1953.., and
 * behind it ~ where it is approximate, ? where it is inferred, e where it is an era's name. */
kt_status kt_year_term_build(kt_buf *out, const kt_year_span *years, kt_error *err);
/* The span that such a term tells: without a place, an event where the field does not tell the
 * type.  0: it is none. */
int kt_year_term_read(kt_year_span *out, kt_str term);

/* ---- passage record ---------------------------------------------------------------------------
 */

/* A versioned binary form (varints, strings by length).  `name` of the mentions is not in it. */
kt_status kt_record_encode(kt_buf *out, const kt_passage *passage, kt_error *err);
/* Survives any bytes: KT_ECORRUPT, never a crash; spans that do not lie within the text are
 * corrupt.  Slices borrow from bytes and arena. */
kt_status kt_record_decode(kt_passage *out, kt_arena *arena, kt_str bytes, kt_error *err);

/* ---- sources ------------------------------------------------------------------------------------
 */

typedef struct kt_source_record {
	uint32_t number; /* 1, 2, 3 ...; never used again */
	kt_str path; /* absolute: what tells sources apart */
	kt_str name; /* as shown and asked for, unique: essay.txt, folder/essay.txt */
	kt_str stem; /* before the ':' of a passage's name, unique: essay, or essay.md where two
			share it */
	kt_str title, author, date, origin, licence, format, encoding;
	kt_language language; /* of most of it */
	uint64_t hash; /* of the bytes */
	uint64_t size; /* bytes */
	uint64_t stamp; /* the file as it stood when it was read; 0: that is not told */
	uint32_t passages;
	uint64_t words;
} kt_source_record;

/* ---- writing
 * ---------------------------------------------------------------------------------------- */

typedef struct kt_store kt_store;

/* Opens DIR to write, creating it when it is not there; cleans leavings; takes the lock (KT_ELOCKED
 * names the holder).  rebuild: writes a new database that takes the old one's place in
 * kt_store_finish.  KT_EVERSION: another version wrote it ("index again with --rebuild").
 * KT_ENOINDEX: DIR is there and neither empty nor an index. */
kt_status kt_store_open(kt_store **out, const char *dir, int rebuild, kt_error *err);
/* All sources of the database, by number; borrowed until the next change. */
size_t kt_store_source_count(const kt_store *store);
const kt_source_record *kt_store_source(const kt_store *store, size_t i);
const kt_source_record *kt_store_source_by_path(const kt_store *store, kt_str path);
/* The highest number given so far. */
uint32_t kt_store_last_source(const kt_store *store);
/* Starts a source: forgets the passages of one with the same path.  Fills in record->number, name
 * (from the wish in record->name, made unique by adding parent folders) and stem.  record->number
 * may hold a wish, above all numbers given so far; 0: the next. */
kt_status kt_store_begin_source(kt_store *store, kt_source_record *record, kt_error *err);
/* Adds a passage of the source begun.  tokens: of passage->text, forms in words; every distinct
 * form reaches the lexicon at the next commit. */
kt_status kt_store_add(kt_store *store, const kt_passage *passage, const kt_tokens *tokens,
	const kt_words *words, kt_error *err);
/* Ends it; words and passages are counted by the store.  Commits when enough bytes have gathered:
 * what is on disk are whole sources only. */
kt_status kt_store_end_source(kt_store *store, kt_error *err);
/* The file of a source is another and its bytes are the same. */
kt_status kt_store_stamp(kt_store *store, uint32_t source, uint64_t stamp, kt_error *err);
kt_status kt_store_remove(kt_store *store, uint32_t source, kt_error *err);
/* Metadata of the whole index: authority tables, names by id, ... */
kt_status kt_store_set(kt_store *store, kt_str key, kt_str value, kt_error *err);
/* Languages with rules seen so far; "" ends the list of at most 31. */
size_t kt_store_languages(const kt_store *store, kt_language out[32]);
/* Commits; after a rebuild, renames the new database into place and removes the old one. */
kt_status kt_store_finish(kt_store *store, kt_error *err);
/* Gives up what was not committed; frees.  NULL is allowed. */
void kt_store_close(kt_store *store);

/* ---- writing in parts --------------------------------------------------------------------------
 *
 * Several processes fill parts of one store with sources that it has not; merged, they are the
 * index that one process would have written.  The first process opens the store and forks the
 * others before it writes more.  Each of them makes a store of its own by kt_store_part_new, fills
 * part after part with the functions above and never touches the first one's. */

/* In a forked process: a store for parts of `whole`. */
kt_status kt_store_part_new(kt_store **out, const kt_store *whole, kt_error *err);
/* Ends the part at hand and begins another.  Parts are numbered 0, 1, 2 ...; their sources come
 * with their numbers, which ascend from part to part. */
kt_status kt_store_part_begin(kt_store *part, uint32_t number, kt_error *err);
/* What all parts have seen (kt_store_languages): told each process before it ends its last part. */
kt_status kt_store_see_languages(kt_store *store, const kt_language *languages, kt_error *err);
kt_status kt_store_part_end(kt_store *part, kt_error *err);
/* Told now and then how much of the tables is merged, in bytes. */
typedef void (*kt_store_merge_fn)(void *context, uint64_t done, uint64_t all);
/* In the first process, when all parts are ended: makes one database of what the store has and of
 * parts 0 .. parts-1, names their sources.  kt_store_finish puts it into place.  tell may be NULL.
 */
kt_status kt_store_merge(
	kt_store *whole, uint32_t parts, kt_store_merge_fn tell, void *context, kt_error *err);

/* ---- reading
 * ------------------------------------------------------------------------------------------ */

typedef struct kt_index kt_index;

/* KT_ENOINDEX: missing or none; KT_EVERSION: "index again". */
kt_status kt_index_open(kt_index **out, const char *dir, kt_error *err);
void kt_index_free(kt_index *index);
/* After KT_ECHANGED; what was read before is no longer to be trusted. */
kt_status kt_index_reopen(kt_index *index, kt_error *err);
xap_reader *kt_index_reader(kt_index *index);
const char *kt_index_path(const kt_index *index); /* of the database */
/* Rules of languages, and lists of words, which questions use in turn, so that not each has to make
 * them.  The rules stay the index's.  Words that were taken may hold words of questions before;
 * give them back (NULL is allowed), or free them. */
kt_status kt_index_conflation(kt_index *index, kt_conflation **out, kt_error *err);
kt_status kt_index_take_words(kt_index *index, kt_words **out, kt_error *err);
void kt_index_give_words(kt_index *index, kt_words *words);
/* Fields of the index's metadata: when it was last written (seconds since 1970), versions, passages
 * and words as counted when written. */
typedef struct kt_index_state {
	int schema, analyser;
	uint64_t written, passages, words, sources;
} kt_index_state;
kt_status kt_index_state_read(kt_index *index, kt_index_state *out, kt_error *err);
kt_status kt_index_get(kt_index *index, kt_buf *out, kt_str key,
	kt_error *err); /* what kt_store_set put; empty when absent */
/* All sources, by name.  Slices live in the arena. */
kt_status kt_index_sources(
	kt_index *index, kt_arena *arena, kt_source_record **out, size_t *count, kt_error *err);
kt_status kt_index_source(
	kt_index *index, kt_arena *arena, uint32_t number, kt_source_record *out, kt_error *err);
/* The document of a passage; KT_ENOTFOUND. */
kt_status kt_index_find(
	kt_index *index, uint32_t source, uint32_t number, uint32_t *id, kt_error *err);
/* The passage of a document; slices live in the arena. */
kt_status kt_index_passage(
	kt_index *index, kt_arena *arena, uint32_t id, kt_passage *out, kt_error *err);
/* Number of the source with this name, stem or path (exactly, else without regard to case, else by
 * base name where it is the only one); KT_ENOTFOUND. */
kt_status kt_index_source_find(kt_index *index, kt_str name, uint32_t *number, kt_error *err);

/* ---- words
 *
 * Where the words of a passage stand is read from the forward index; common words
 * (kt_common_number) are no terms of Xapian's besides.  These take any word, and the terms of
 * fields too. */

/* In how many passages it stands, and how often. */
kt_status kt_index_word(
	kt_index *index, kt_str form, uint32_t *documents, uint64_t *occurrences, kt_error *err);
/* Told each that begins so and occurs, in no order. */
kt_status kt_index_words(
	kt_index *index, kt_str prefix, xap_string_fn fn, void *context, kt_error *err);
/* As xap_reader_postings and xap_reader_positions. */
kt_status kt_index_postings(kt_index *index, kt_str term, const uint32_t *in, size_t count,
	xap_posting_fn fn, void *context, kt_error *err);
kt_status kt_index_positions(kt_index *index, uint32_t id, kt_str term, uint32_t **at, size_t *size,
	size_t *count, kt_error *err);

/* How often a word stands in a passage that is known to have it. */
uint32_t kt_index_times(kt_index *index, uint32_t id, kt_str form);
/* Whether what stands where in a passage is just this. */
int kt_index_has_words(
	kt_index *index, uint32_t id, const kt_tokens *tokens, const kt_words *words);

/* How many words a passage has, common ones left aside; and on the average. */
uint32_t kt_index_length(kt_index *index, uint32_t id);
kt_status kt_index_average_length(kt_index *index, double *words, kt_error *err);

/* Any of these forms. */
typedef struct kt_word_set {
	const kt_str *forms;
	size_t count;
} kt_word_set;
/* Told each passage where words of the sets stand one behind the other, and how often; `in` as for
 * postings. */
kt_status kt_index_runs(kt_index *index, const kt_word_set *sets, size_t count, const uint32_t *in,
	size_t in_count, xap_posting_fn fn, void *context, kt_error *err);

/* ---- lexicon of classes
 * ----------------------------------------------------------------------------------- */

/* Languages that passages of the index are in and that have rules; "" ends the list of at most 31.
 */
kt_status kt_lexicon_languages(kt_index *index, kt_language out[32], kt_error *err);
/* Told each form that shares a class with `form` in one of the languages (up to "") whose script it
 * fits, the form itself too when it occurs: sorted for each language, so that one may be told
 * again.  A form that holds spaces is a compound: its parts stand at following positions
 * (counterrevolution: "counter revolution"; nk: "n k").  Forms that no longer occur are not told.
 */
kt_status kt_lexicon_forms(kt_index *index, kt_conflation *conflation, const kt_language *languages,
	kt_str form, xap_string_fn fn, void *context, kt_error *err);
/* Told each form that sounds like it, or is it with one slip. */
kt_status kt_lexicon_alike(
	kt_index *index, kt_str form, xap_string_fn fn, void *context, kt_error *err);
/* Told each form whose printed letters without diacritics are the same. */
kt_status kt_lexicon_plain(
	kt_index *index, kt_str form, xap_string_fn fn, void *context, kt_error *err);

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
