/* xap_error.h - the one guard between Xapian's exceptions and statuses.  C++ only. */
#ifndef KARTOTEKA_XAP_ERROR_H
#define KARTOTEKA_XAP_ERROR_H

#include "kartoteka/xap.h"

/* The status of the exception that is being handled; call it in a catch block only.  `object` names
 * what was worked on: a database's path, "a document". */
kt_status xap_caught(kt_error *err, const char *object) noexcept;

/* Runs body, which returns a kt_status, and lets no exception out. */
template <typename Body> kt_status xap_guard(kt_error *err, const char *object, Body body) noexcept
{
	try {
		return body();
	} catch (...) {
		return xap_caught(err, object);
	}
}

/* KT_EINVAL or KT_ELIMIT for what the backend would refuse as a term, and then throw away all that
 * is uncommitted. */
kt_status xap_check_term(kt_str term, kt_error *err) noexcept;

#endif
