/* xap_writer.cc - writing: transactions, documents, metadata, synonyms; compaction and check. */
#include <sys/stat.h>
#include <xapian.h>

#include "xap_error.h"
#include "xap_handles.h"

struct xap_writer {
	Xapian::WritableDatabase db;
	std::string path;
	std::string key, value;
	bool begun;
	kt_error poison; /* the first failure, kept: what is uncommitted is no longer known */
};

/* Runs body unless the writer is poisoned; its failure poisons. */
template <typename Body> static kt_status work(xap_writer *writer, kt_error *err, Body body)
{
	if (!writer->poison.code) {
		kt_status status = xap_guard(&writer->poison, writer->path.c_str(), body);
		if (!status)
			return KT_OK;
	}
	if (err)
		*err = writer->poison;
	return writer->poison.code;
}

/* The same for what is allowed between begin and commit only: else closing would have to commit. */
template <typename Body> static kt_status change(xap_writer *writer, kt_error *err, Body body)
{
	return work(writer, err, [&] {
		if (!writer->begun)
			return kt_fail(&writer->poison, KT_EINVAL, "%s: no transaction was begun",
				writer->path.c_str());
		return body();
	});
}

kt_status xap_writer_open(xap_writer **out, const char *path, int create, kt_error *err)
{
	*out = nullptr;
	return xap_guard(err, path, [&] {
		int flags = Xapian::DB_BACKEND_GLASS |
			    (create ? Xapian::DB_CREATE_OR_OPEN : Xapian::DB_OPEN) |
			    (create == XAP_SCRATCH ? Xapian::DB_NO_SYNC : 0);
		*out = new xap_writer { Xapian::WritableDatabase(path, flags), path, {}, {}, false,
			{} };
		return KT_OK;
	});
}

kt_status xap_writer_begin(xap_writer *writer, kt_error *err)
{
	return work(writer, err, [&] {
		/* In a transaction Xapian may write out what has gathered (every 10,000 documents),
		 * but no commit makes it seen. */
		writer->db.begin_transaction(true);
		writer->begun = true;
		return KT_OK;
	});
}

kt_status xap_writer_commit(xap_writer *writer, kt_error *err)
{
	return change(writer, err, [&] {
		writer->db.commit_transaction();
		writer->begun = false;
		return KT_OK;
	});
}

kt_status xap_writer_add(xap_writer *writer, xap_document *doc, uint32_t *id, kt_error *err)
{
	return change(writer, err, [&] {
		Xapian::docid added = writer->db.add_document(doc->doc);
		if (id)
			*id = added;
		return KT_OK;
	});
}

kt_status xap_writer_last(xap_writer *writer, uint32_t *id, kt_error *err)
{
	*id = 0;
	return work(writer, err, [&] {
		*id = writer->db.get_lastdocid();
		return KT_OK;
	});
}

kt_status xap_writer_postings(
	xap_writer *writer, kt_str term, xap_posting_fn fn, void *context, kt_error *err)
{
	return work(writer, err, [&] {
		std::string name(term.ptr, term.len);
		const Xapian::PostingIterator end = writer->db.postlist_end(name);
		kt_status status = xap_check_term(term, &writer->poison);
		for (auto at = writer->db.postlist_begin(name); !status && at != end; ++at)
			status = fn(context, *at, at.get_wdf(), &writer->poison);
		return status;
	});
}

kt_status xap_writer_delete(xap_writer *writer, kt_str term, kt_error *err)
{
	return change(writer, err, [&] {
		kt_status status = xap_check_term(term, &writer->poison);
		if (status)
			return status;
		writer->db.delete_document(std::string(term.ptr, term.len));
		return KT_OK;
	});
}

kt_status xap_writer_set_metadata(xap_writer *writer, kt_str key, kt_str value, kt_error *err)
{
	return change(writer, err, [&] {
		kt_status status = xap_check_term(key, &writer->poison);
		if (status)
			return status;
		writer->db.set_metadata(
			std::string(key.ptr, key.len), std::string(value.ptr, value.len));
		return KT_OK;
	});
}

kt_status xap_writer_metadata(xap_writer *writer, kt_buf *out, kt_str key, kt_error *err)
{
	kt_buf_clear(out);
	return work(writer, err, [&] {
		std::string value = writer->db.get_metadata(std::string(key.ptr, key.len));
		kt_buf_add(out, kt_str { value.data(), value.size() });
		return kt_buf_status(out, &writer->poison);
	});
}

kt_status xap_writer_add_synonym(xap_writer *writer, kt_str key, kt_str synonym, kt_error *err)
{
	return change(writer, err, [&] {
		kt_status status = xap_check_term(key, &writer->poison);
		if (!status)
			status = xap_check_term(synonym, &writer->poison);
		if (status)
			return status;
		writer->key.assign(key.ptr, key.len);
		writer->value.assign(synonym.ptr, synonym.len);
		writer->db.add_synonym(writer->key, writer->value);
		return KT_OK;
	});
}

kt_status xap_writer_close(xap_writer *writer, kt_error *err)
{
	kt_status status = KT_OK;

	if (!writer)
		return KT_OK;
	status = xap_guard(err, writer->path.c_str(), [&] {
		if (writer->begun)
			writer->db.cancel_transaction();
		writer->db.close();
		return KT_OK;
	});
	/* The destructor of a database that could not be closed swallows what goes wrong. */
	delete writer;
	return status;
}

kt_status xap_compact(const char *to, const char *const *from, size_t count, kt_error *err)
{
	return xap_guard(err, to, [&] {
		Xapian::Database merged;
		for (size_t i = 0; i < count; i++)
			merged.add_database(Xapian::Database(from[i], Xapian::DB_BACKEND_GLASS));
		merged.compact(to, Xapian::DB_BACKEND_GLASS);
		return KT_OK;
	});
}

/* Xapian's check takes whatever lies at the path, a stub file too; what we made is a folder of a
 * glass database. */
static bool is_glass(const char *path)
{
	struct stat found;
	std::string marker = std::string(path) + "/iamglass";
	return lstat(path, &found) == 0 && S_ISDIR(found.st_mode) &&
	       lstat(marker.c_str(), &found) == 0 && S_ISREG(found.st_mode);
}

kt_status xap_check(const char *path, size_t *problems, kt_error *err)
{
	*problems = 0;
	return xap_guard(err, path, [&] {
		if (!is_glass(path))
			return kt_fail(err, KT_ENOINDEX, "%s: is no glass database", path);
		*problems = Xapian::Database::check(path, 0, nullptr);
		return KT_OK;
	});
}
