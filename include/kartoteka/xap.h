/* xap.h - the C binding to xapian-core.  Belongs to the room store.  Opaque handles, statuses,
 * results copied out; no C++ exception leaves it.  Not thread-safe: one object a thread. */
#ifndef KARTOTEKA_XAP_H
#define KARTOTEKA_XAP_H

#include "kartoteka/base.h"

#ifdef __cplusplus
extern "C" {
#endif
#if defined(__GNUC__)
#pragma GCC visibility push(default)
#endif

#define XAP_TERM_MAX                                                                               \
	240 /* bytes; the glass backend refuses more than 245, and a NUL counts double */

const char *xap_version(void); /* of the library that is loaded: 1.4.22 */

/* ---- documents ------------------------------------------------------------------------------ */

typedef struct xap_document xap_document;

kt_status xap_document_new(xap_document **out, kt_error *err);
void xap_document_free(xap_document *doc);
kt_status xap_document_clear(xap_document *doc, kt_error *err);
/* A term that stands so often in the document, or (0) adds nothing to its length; without
 * positions. KT_EINVAL: empty term or a NUL in it; KT_ELIMIT: too long. */
kt_status xap_document_term(xap_document *doc, kt_str term, uint32_t occurrences, kt_error *err);
/* The same, at positions, which ascend: for a tag that stands at each of its words. */
kt_status xap_document_marks(xap_document *doc, kt_str term, const uint32_t *positions,
	size_t count, uint32_t occurrences, kt_error *err);
kt_status xap_document_record(xap_document *doc, kt_str bytes, kt_error *err);

/* ---- writer -----------------------------------------------------------------------------------
 */

typedef struct xap_writer xap_writer;

/* XAP_SCRATCH creates one that need not outlive a power cut: nothing is synced. */
enum { XAP_OPEN = 0, XAP_CREATE = 1, XAP_SCRATCH = 2 };

/* Opens (or creates) a glass database.  KT_ELOCKED, KT_EFULL, KT_ECORRUPT, KT_EVERSION, KT_EIO. */
kt_status xap_writer_open(xap_writer **out, const char *path, int create, kt_error *err);
/* Everything between begin and commit is on disk as a whole or not at all.  After any failure the
 * writer is poisoned: every call but close fails with the first error. */
kt_status xap_writer_begin(xap_writer *writer, kt_error *err);
kt_status xap_writer_commit(xap_writer *writer, kt_error *err);
kt_status xap_writer_add(xap_writer *writer, xap_document *doc, uint32_t *id, kt_error *err);
/* Highest document number in use or used before. */
kt_status xap_writer_last(xap_writer *writer, uint32_t *id, kt_error *err);
/* Told each posting of a term, by ascending document. */
typedef kt_status (*xap_posting_fn)(
	void *context, uint32_t id, uint32_t occurrences, kt_error *err);
kt_status xap_writer_postings(
	xap_writer *writer, kt_str term, xap_posting_fn fn, void *context, kt_error *err);
/* Deletes every document that has the term. */
kt_status xap_writer_delete(xap_writer *writer, kt_str term, kt_error *err);
kt_status xap_writer_set_metadata(
	xap_writer *writer, kt_str key, kt_str value, kt_error *err); /* empty: removed */
kt_status xap_writer_metadata(xap_writer *writer, kt_buf *out, kt_str key, kt_error *err);
kt_status xap_writer_add_synonym(xap_writer *writer, kt_str key, kt_str synonym, kt_error *err);
/* Closes without committing what is open, and frees; NULL is allowed.  A status, since closing
 * writes. */
kt_status xap_writer_close(xap_writer *writer, kt_error *err);
/* Makes `to` a compact copy of the databases `from` (merged in order; documents renumbered). */
kt_status xap_compact(const char *to, const char *const *from, size_t count, kt_error *err);
/* Xapian's own check of the tables: *problems counts what is wrong. */
kt_status xap_check(const char *path, size_t *problems, kt_error *err);

/* ---- reader
 * --------------------------------------------------------------------------------------- */

typedef struct xap_reader xap_reader;

kt_status xap_reader_open(xap_reader **out, const char *path, kt_error *err);
void xap_reader_free(xap_reader *reader);
/* Every call below may give KT_ECHANGED: two commits passed since the reader opened; open another
 * and ask again. */
kt_status xap_reader_count(xap_reader *reader, uint32_t *documents, kt_error *err);
/* Highest document number in use or used before. */
kt_status xap_reader_last(xap_reader *reader, uint32_t *id, kt_error *err);
kt_status xap_reader_term(
	xap_reader *reader, kt_str term, uint32_t *documents, uint64_t *occurrences, kt_error *err);
kt_status xap_reader_metadata(xap_reader *reader, kt_buf *out, kt_str key, kt_error *err);
kt_status xap_reader_record(
	xap_reader *reader, kt_buf *out, uint32_t id, kt_error *err); /* KT_ENOTFOUND */
/* Number of the first document that has the term; KT_ENOTFOUND. */
kt_status xap_reader_first(xap_reader *reader, kt_str term, uint32_t *id, kt_error *err);
/* Positions of a term in a document, ascending, put into *at (grown; *count replaced).  None is
 * KT_OK. */
kt_status xap_reader_positions(xap_reader *reader, uint32_t id, kt_str term, uint32_t **at,
	size_t *size, size_t *count, kt_error *err);

/* Told each key, term or synonym in byte order; not KT_OK ends the listing with that status.  The
 * slice is valid during the call only. */
typedef kt_status (*xap_string_fn)(void *context, kt_str string, kt_error *err);
kt_status xap_reader_metadata_keys(
	xap_reader *reader, kt_str prefix, xap_string_fn fn, void *context, kt_error *err);
kt_status xap_reader_synonyms(
	xap_reader *reader, kt_str key, xap_string_fn fn, void *context, kt_error *err);
/* Told each key that has synonyms. */
kt_status xap_reader_synonym_keys(
	xap_reader *reader, kt_str prefix, xap_string_fn fn, void *context, kt_error *err);
kt_status xap_reader_terms(
	xap_reader *reader, kt_str prefix, xap_string_fn fn, void *context, kt_error *err);
/* Puts the first term at or after `from` (in byte order) into out; empty when there is none. */
kt_status xap_reader_term_from(xap_reader *reader, kt_buf *out, kt_str from, kt_error *err);
/* The postings of a term; `in`, when not NULL, holds the sorted documents that alone are told. */
kt_status xap_reader_postings(xap_reader *reader, kt_str term, const uint32_t *in, size_t count,
	xap_posting_fn fn, void *context, kt_error *err);
/* The same, added to a list, which grows. */
typedef struct xap_posting {
	uint32_t id, occurrences;
} xap_posting;
kt_status xap_reader_list(xap_reader *reader, kt_str term, const uint32_t *in, size_t count,
	xap_posting **list, size_t *size, size_t *have, kt_error *err);
/* The postings of a term (empty: all documents), to be asked whether a document is among them: read
 * in one go when documents are asked for in their order. */
typedef struct xap_postings xap_postings;
kt_status xap_postings_open(xap_postings **out, xap_reader *reader, kt_str term, kt_error *err);
void xap_postings_free(xap_postings *postings);
kt_status xap_postings_have(xap_postings *postings, uint32_t id, int *yes, kt_error *err);

/* ---- queries
 * ----------------------------------------------------------------------------------------- */

typedef struct xap_query xap_query;

typedef enum xap_op {
	XAP_AND,
	XAP_OR,
	XAP_AND_NOT, /* the first, without any of the others */
	XAP_FILTER, /* the first decides the weight, the others must match too */
	XAP_AND_MAYBE,
	XAP_SYNONYM /* one class: weighted as a single term */
} xap_op;

kt_status xap_query_term(xap_query **out, kt_str term, kt_error *err);
kt_status xap_query_all(xap_query **out, kt_error *err);
kt_status xap_query_none(xap_query **out, kt_error *err);
/* Takes the children over, also when it fails. */
kt_status xap_query_join(
	xap_query **out, xap_op op, xap_query **children, size_t count, kt_error *err);
/* Takes the child over.  factor 0: matches without weight. */
kt_status xap_query_scale(xap_query **out, xap_query *child, double factor, kt_error *err);
/* These documents, ascending, each with its weight (0 or more; weights NULL: none).  Copied. */
kt_status xap_query_documents(
	xap_query **out, const uint32_t *ids, const double *weights, size_t count, kt_error *err);
void xap_query_free(xap_query *query);

typedef struct xap_match {
	uint32_t id;
	double weight;
} xap_match;

typedef struct xap_ranking {
	double k1, b; /* of BM25 (Robertson and Zaragoza 2009); 0 0 gives 1 and 0.5, Xapian's own */
} xap_ranking;

/* All documents that match, ascending, into *out (malloc'ed, also for none; free it). */
kt_status xap_documents(
	xap_reader *reader, const xap_query *query, uint32_t **out, size_t *count, kt_error *err);
/* Runs a query.  Puts matches [offset, offset + limit), the heaviest first, ties by document, into
 * *out (malloc'ed; free it), their number into *count, and the exact number of all matching
 * documents into *total.  limit SIZE_MAX: all. */
kt_status xap_run(xap_reader *reader, const xap_query *query, const xap_ranking *ranking,
	size_t offset, size_t limit, xap_match **out, size_t *count, size_t *total, kt_error *err);

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
