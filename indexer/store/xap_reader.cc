/* xap_reader.cc - reading documents, terms, positions, metadata and synonyms. */
#include <cstdlib>
#include <xapian.h>

#include "xap_error.h"
#include "xap_handles.h"

template <typename Body> static kt_status read(xap_reader *reader, kt_error *err, Body body)
{
	return xap_guard(err, reader->path.c_str(), body);
}

static const std::string &term_of(xap_reader *reader, kt_str term)
{
	return reader->term.assign(term.ptr, term.len);
}

static kt_str slice_of(const std::string &text)
{
	return kt_str { text.data(), text.size() };
}

kt_status xap_reader_open(xap_reader **out, const char *path, kt_error *err)
{
	*out = nullptr;
	return xap_guard(err, path, [&] {
		*out = new xap_reader { Xapian::Database(path, Xapian::DB_BACKEND_GLASS), path,
			{} };
		return KT_OK;
	});
}

void xap_reader_free(xap_reader *reader)
{
	delete reader;
}

kt_status xap_reader_count(xap_reader *reader, uint32_t *documents, kt_error *err)
{
	*documents = 0;
	return read(reader, err, [&] {
		*documents = reader->db.get_doccount();
		return KT_OK;
	});
}

kt_status xap_reader_last(xap_reader *reader, uint32_t *id, kt_error *err)
{
	*id = 0;
	return read(reader, err, [&] {
		*id = reader->db.get_lastdocid();
		return KT_OK;
	});
}

kt_status xap_reader_term(
	xap_reader *reader, kt_str term, uint32_t *documents, uint64_t *occurrences, kt_error *err)
{
	if (documents)
		*documents = 0;
	if (occurrences)
		*occurrences = 0;
	if (!term.len) /* to Xapian the empty term stands for all documents */
		return KT_OK;
	return read(reader, err, [&] {
		const std::string &name = term_of(reader, term);
		if (documents)
			*documents = reader->db.get_termfreq(name);
		if (occurrences)
			*occurrences = reader->db.get_collection_freq(name);
		return KT_OK;
	});
}

kt_status xap_reader_metadata(xap_reader *reader, kt_buf *out, kt_str key, kt_error *err)
{
	kt_buf_clear(out);
	return read(reader, err, [&] {
		kt_buf_add(out, slice_of(reader->db.get_metadata(term_of(reader, key))));
		return kt_buf_status(out, err);
	});
}

kt_status xap_reader_record(xap_reader *reader, kt_buf *out, uint32_t id, kt_error *err)
{
	kt_buf_clear(out);
	return read(reader, err, [&] {
		std::string bytes;
		/* Without a look whether the document is there, and without an exception when it is
		 * not: a record is never empty. */
		if (id)
			bytes = reader->db.get_document(id, Xapian::DOC_ASSUME_VALID).get_data();
		if (bytes.empty())
			return kt_fail(
				err, KT_ENOTFOUND, "%s: no document %u", reader->path.c_str(), id);
		kt_buf_add(out, slice_of(bytes));
		return kt_buf_status(out, err);
	});
}

kt_status xap_reader_first(xap_reader *reader, kt_str term, uint32_t *id, kt_error *err)
{
	*id = 0;
	return read(reader, err, [&] {
		Xapian::PostingIterator at, end;
		if (term.len)
			at = reader->db.postlist_begin(term_of(reader, term));
		if (at == end)
			return kt_fail(err, KT_ENOTFOUND, "%s: no document with the term %.*s",
				reader->path.c_str(), KT_STR_ARG(term));
		*id = *at;
		return KT_OK;
	});
}

kt_status xap_reader_positions(xap_reader *reader, uint32_t id, kt_str term, uint32_t **at,
	size_t *size, size_t *count, kt_error *err)
{
	*count = 0;
	if (!id || !term.len)
		return KT_OK;
	return read(reader, err, [&] {
		const std::string &name = term_of(reader, term);
		Xapian::PositionIterator next = reader->db.positionlist_begin(id, name);
		for (; next != reader->db.positionlist_end(id, name); ++next) {
			if (!kt_grow((void **)at, size, *count, sizeof **at))
				return kt_fail(err, KT_ENOMEM, "%s: no memory for positions",
					reader->path.c_str());
			(*at)[(*count)++] = *next;
		}
		return KT_OK;
	});
}

static kt_status tell_all(Xapian::TermIterator at, const Xapian::TermIterator &end,
	xap_string_fn fn, void *context, kt_error *err)
{
	for (; at != end; ++at) {
		std::string text = *at;
		kt_status status = fn(context, slice_of(text), err);
		if (status)
			return status;
	}
	return KT_OK;
}

kt_status xap_reader_metadata_keys(
	xap_reader *reader, kt_str prefix, xap_string_fn fn, void *context, kt_error *err)
{
	return read(reader, err, [&] {
		std::string start(prefix.ptr, prefix.len);
		return tell_all(reader->db.metadata_keys_begin(start),
			reader->db.metadata_keys_end(start), fn, context, err);
	});
}

kt_status xap_reader_synonyms(
	xap_reader *reader, kt_str key, xap_string_fn fn, void *context, kt_error *err)
{
	if (!key.len)
		return KT_OK;
	return read(reader, err, [&] {
		std::string name(key.ptr, key.len);
		return tell_all(reader->db.synonyms_begin(name), reader->db.synonyms_end(name), fn,
			context, err);
	});
}

kt_status xap_reader_synonym_keys(
	xap_reader *reader, kt_str prefix, xap_string_fn fn, void *context, kt_error *err)
{
	return read(reader, err, [&] {
		std::string start(prefix.ptr, prefix.len);
		return tell_all(reader->db.synonym_keys_begin(start),
			reader->db.synonym_keys_end(start), fn, context, err);
	});
}

kt_status xap_reader_terms(
	xap_reader *reader, kt_str prefix, xap_string_fn fn, void *context, kt_error *err)
{
	return read(reader, err, [&] {
		std::string start(prefix.ptr, prefix.len);
		return tell_all(reader->db.allterms_begin(start), reader->db.allterms_end(start),
			fn, context, err);
	});
}

kt_status xap_reader_term_from(xap_reader *reader, kt_buf *out, kt_str from, kt_error *err)
{
	kt_buf_clear(out);
	return read(reader, err, [&] {
		Xapian::TermIterator at = reader->db.allterms_begin();
		if (at != reader->db.allterms_end())
			at.skip_to(term_of(reader, from));
		if (at != reader->db.allterms_end())
			kt_buf_add(out, slice_of(*at));
		return kt_buf_status(out, err);
	});
}

#define SPARSE 4 /* times as many postings as documents asked for: these are skipped to */

/* Tells the postings of a term, or those of the sorted documents `in`. */
template <typename Tell>
static kt_status tell_postings(
	xap_reader *reader, const std::string &term, const uint32_t *in, size_t count, Tell tell)
{
	const Xapian::PostingIterator end;
	Xapian::PostingIterator at = reader->db.postlist_begin(term);
	kt_status status = KT_OK;

	if (!in) {
		for (; !status && at != end; ++at)
			status = tell(*at, at.get_wdf());
		return status;
	}
	if (reader->db.get_termfreq(term) / SPARSE > count) {
		for (size_t i = 0; !status && i < count && at != end; i++) {
			at.skip_to(in[i]);
			if (at != end && *at == in[i])
				status = tell(in[i], at.get_wdf());
		}
		return status;
	}
	for (size_t i = 0; !status && at != end; ++at) {
		Xapian::docid id = *at;

		while (i < count && in[i] < id)
			i++;
		if (i == count)
			break;
		if (in[i] == id)
			status = tell(id, at.get_wdf());
	}
	return status;
}

kt_status xap_reader_postings(xap_reader *reader, kt_str term, const uint32_t *in, size_t count,
	xap_posting_fn fn, void *context, kt_error *err)
{
	if (!term.len)
		return KT_OK;
	return read(reader, err, [&] {
		return tell_postings(reader, std::string(term.ptr, term.len), in, count,
			[&](uint32_t id, uint32_t occurrences) {
				return fn(context, id, occurrences, err);
			});
	});
}

kt_status xap_reader_list(xap_reader *reader, kt_str term, const uint32_t *in, size_t count,
	xap_posting **list, size_t *size, size_t *have, kt_error *err)
{
	if (!term.len)
		return KT_OK;
	return read(reader, err, [&] {
		xap_posting *at = *list;
		size_t room = *size, n = *have; /* copies, which stay in registers */
		kt_status status = tell_postings(reader, std::string(term.ptr, term.len), in, count,
			[&](uint32_t id, uint32_t occurrences) {
				if (n == room) {
					if (!kt_grow((void **)list, size, n, sizeof **list))
						return kt_fail(err, KT_ENOMEM,
							"%s: no memory for postings",
							reader->path.c_str());
					at = *list;
					room = *size;
				}
				at[n++] = { id, occurrences };
				return KT_OK;
			});
		*have = n;
		return status;
	});
}

struct xap_postings {
	Xapian::Database db;
	std::string path, term;
	Xapian::PostingIterator at;
	Xapian::docid asked; /* last; 0: none */
};

kt_status xap_postings_open(xap_postings **out, xap_reader *reader, kt_str term, kt_error *err)
{
	*out = nullptr;
	kt_status status = term.len ? xap_check_term(term, err) : KT_OK;
	if (status)
		return status;
	return read(reader, err, [&] {
		*out = new xap_postings { reader->db, reader->path, std::string(term.ptr, term.len),
			{}, 0 };
		return KT_OK;
	});
}

void xap_postings_free(xap_postings *postings)
{
	delete postings;
}

kt_status xap_postings_have(xap_postings *postings, uint32_t id, int *yes, kt_error *err)
{
	*yes = 0;
	return xap_guard(err, postings->path.c_str(), [&] {
		const Xapian::PostingIterator end;

		if (!postings->asked || id < postings->asked)
			postings->at = postings->db.postlist_begin(postings->term);
		postings->asked = id;
		if (postings->at != end)
			postings->at.skip_to(id);
		*yes = postings->at != end && *postings->at == id;
		return KT_OK;
	});
}
