/* pdf_library.h - Poppler, loaded when the first PDF comes: linked, it would cost each start of a
 * program several milliseconds, for GLib, Cairo and all that is behind them.  Private to the
 * readers of PDF. */
#ifndef KARTOTEKA_READERS_PDF_LIBRARY_H
#define KARTOTEKA_READERS_PDF_LIBRARY_H

#include "kartoteka/base.h"

#include <poppler.h>

/* The functions that are used: name here, name there. */
#define PDF_FUNCTIONS(FUNCTION)                                                                    \
	FUNCTION(open, poppler_document_new_from_bytes)                                            \
	FUNCTION(page_count, poppler_document_get_n_pages)                                         \
	FUNCTION(page, poppler_document_get_page)                                                  \
	FUNCTION(text, poppler_page_get_text)                                                      \
	FUNCTION(layout, poppler_page_get_text_layout)                                             \
	FUNCTION(title, poppler_document_get_title)                                                \
	FUNCTION(author, poppler_document_get_author)                                              \
	FUNCTION(created, poppler_document_get_creation_date_time)                                 \
	FUNCTION(error_domain, poppler_error_quark)                                                \
	FUNCTION(bytes_new, g_bytes_new_static)                                                    \
	FUNCTION(bytes_unref, g_bytes_unref)                                                       \
	FUNCTION(error_free, g_error_free)                                                         \
	FUNCTION(date_format, g_date_time_format)                                                  \
	FUNCTION(date_unref, g_date_time_unref)                                                    \
	FUNCTION(unref, g_object_unref)                                                            \
	FUNCTION(free, g_free)

struct pdf_library {
#define PDF_POINTER(here, there) __typeof__(there) *here;
	PDF_FUNCTIONS(PDF_POINTER)
#undef PDF_POINTER
};

/* KT_EINPUT: it is not installed; the message says which package to install. */
kt_status pdf_library_load(struct pdf_library *out, kt_error *err);

#endif
