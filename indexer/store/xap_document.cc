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

kt_status xap_document_term(xap_document *doc, kt_str term, uint32_t occurrences, kt_error *err)
{
	return xap_document_marks(doc, term, nullptr, 0, occurrences, err);
}

kt_status xap_document_marks(xap_document *doc, kt_str term, const uint32_t *positions,
	size_t count, uint32_t occurrences, kt_error *err)
{
	kt_status status = xap_check_term(term, err);
	if (status)
		return status;
	return xap_guard(err, object, [&] {
		doc->term.assign(term.ptr, term.len);
		for (size_t i = 0; i < count; i++)
			doc->doc.add_posting(doc->term, positions[i], 0);
		if (occurrences || !count)
			doc->doc.add_term(doc->term, occurrences);
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
