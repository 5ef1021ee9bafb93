/* xap_document.cc - documents to be added. */
#include <xapian.h>

#include "xap_error.h"
#include "xap_handles.h"

static const char *const object = "a document";

kt_status xap_document_new(xap_document **out, kt_error *err)
{
	*out = nullptr;
	return xap_guard(err, object, [&] {
		*out = new xap_document;
		return KT_OK;
	});
}

void xap_document_free(xap_document *doc)
{
	delete doc;
}

kt_status xap_document_clear(xap_document *doc, kt_error *err)
{
	return xap_guard(err, object, [&] {
		doc->doc = Xapian::Document();
		return KT_OK;
	});
}

static kt_status add_positions(xap_document *doc, kt_str term, const uint32_t *positions,
	size_t count, Xapian::termcount frequency, kt_error *err)
{
	kt_status status = xap_check_term(term, err);
	if (status)
		return status;
	return xap_guard(err, object, [&] {
		doc->term.assign(term.ptr, term.len);
		for (size_t i = 0; i < count; i++)
			doc->doc.add_posting(doc->term, positions[i], frequency);
		return KT_OK;
	});
}

kt_status xap_document_postings(
	xap_document *doc, kt_str term, const uint32_t *positions, size_t count, kt_error *err)
{
	return add_positions(doc, term, positions, count, 1, err);
}

kt_status xap_document_marks(xap_document *doc, kt_str term, const uint32_t *positions,
	size_t count, uint32_t occurrences, kt_error *err)
{
	kt_status status = add_positions(doc, term, positions, count, 0, err);

	if (status || !occurrences)
		return status;
	return xap_guard(err, object, [&] {
		doc->doc.add_term(doc->term, occurrences);
		return KT_OK;
	});
}

kt_status xap_document_term(xap_document *doc, kt_str term, kt_error *err)
{
	kt_status status = xap_check_term(term, err);
	if (status)
		return status;
	return xap_guard(err, object, [&] {
		doc->term.assign(term.ptr, term.len);
		doc->doc.add_term(doc->term, 0);
		return KT_OK;
	});
}

kt_status xap_document_record(xap_document *doc, kt_str bytes, kt_error *err)
{
	return xap_guard(err, object, [&] {
		doc->text.assign(bytes.ptr, bytes.len);
		doc->doc.set_data(doc->text);
		return KT_OK;
	});
}

kt_status xap_document_stream(xap_document *doc, kt_str bytes, kt_error *err)
{
	return xap_guard(err, object, [&] {
		doc->text.assign(bytes.ptr, bytes.len);
		doc->doc.add_value(XAP_STREAM_SLOT, doc->text);
		return KT_OK;
	});
}
