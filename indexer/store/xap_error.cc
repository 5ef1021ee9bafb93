/* xap_error.cc - every exception of Xapian to a status and a message. */
#include "xap_error.h"

#include <cerrno>
#include <cstring>
#include <exception>
#include <new>
#include <xapian.h>

namespace
{

/* What is to be done about a status, for the end of its message. */
const char *advice(kt_status code)
{
	switch (code) {
	case KT_ELOCKED:
		return "; is another kartoteka-index at work?";
	case KT_ECORRUPT:
		return "; index again (kartoteka-index --rebuild)";
	case KT_EVERSION:
		return "; index again (kartoteka-index --rebuild)";
	default:
		return "";
	}
}

/* Xapian keeps the errno of a failed call only as its text. */
bool is_errno(const char *reason, int number)
{
	return reason && std::strcmp(reason, std::strerror(number)) == 0;
}

bool mentions_errno(const std::string &message, int number)
{
	return message.find(std::strerror(number)) != std::string::npos;
}

kt_status system_status(const Xapian::Error &error, kt_status otherwise)
{
	const char *reason = error.get_error_string();
	if (is_errno(reason, ENOSPC) || is_errno(reason, EDQUOT))
		return KT_EFULL;
	/* "Modifications failed (...), and couldn't open at the old revision" */
	if (mentions_errno(error.get_msg(), ENOSPC) || mentions_errno(error.get_msg(), EDQUOT))
		return KT_EFULL;
	if (is_errno(reason, EROFS) || is_errno(reason, EACCES) || is_errno(reason, EPERM) ||
		is_errno(reason, EIO) || is_errno(reason, EMFILE) || is_errno(reason, ENFILE))
		return KT_EIO;
	if (is_errno(reason, ENOMEM))
		return KT_ENOMEM;
	return otherwise;
}

/* A lock that could not be taken is not always taken by someone: Xapian gives the reason in its
 * message only. */
kt_status lock_status(const Xapian::DatabaseLockError &error)
{
	if (error.get_msg().find("already locked") != std::string::npos)
		return KT_ELOCKED;
	if (mentions_errno(error.get_msg(), ENOSPC) || mentions_errno(error.get_msg(), EDQUOT))
		return KT_EFULL;
	return system_status(error, KT_EIO);
}

kt_status tell(kt_error *err, kt_status code, const char *object, const Xapian::Error &error)
{
	if (code == KT_EFULL)
		return kt_fail(err, code, "%s: disk full (%s)", object, error.get_msg().c_str());
	const char *reason = error.get_error_string();
	return kt_fail(err, code, "%s: %s%s%s%s%s", object, error.get_msg().c_str(),
		reason ? " (" : "", reason ? reason : "", reason ? ")" : "", advice(code));
}

/* Rethrows, so that the table of classes stands in one place. */
kt_status classify(kt_error *err, const char *object)
{
	try {
		throw;
	} catch (const Xapian::DatabaseModifiedError &) {
		return kt_fail(err, KT_ECHANGED, "%s: the index changed while it was read", object);
	} catch (const Xapian::DatabaseLockError &error) {
		return tell(err, lock_status(error), object, error);
	} catch (const Xapian::DatabaseCorruptError &error) {
		return tell(err, system_status(error, KT_ECORRUPT), object, error);
	} catch (const Xapian::DatabaseVersionError &error) {
		return tell(err, KT_EVERSION, object, error);
	} catch (const Xapian::DatabaseOpeningError &error) { /* and DatabaseNotFoundError */
		return tell(err, system_status(error, KT_ENOINDEX), object, error);
	} catch (const Xapian::DatabaseError &error) {
		return tell(err, system_status(error, KT_EIO), object, error);
	} catch (const Xapian::DocNotFoundError &error) {
		return tell(err, KT_ENOTFOUND, object, error);
	} catch (const Xapian::RangeError &error) {
		return tell(err, KT_ECORRUPT, object, error);
	} catch (const Xapian::SerialisationError &error) {
		return tell(err, KT_ECORRUPT, object, error);
	} catch (const Xapian::RuntimeError &error) {
		return tell(err, system_status(error, KT_EIO), object, error);
	} catch (const Xapian::LogicError &error) {
		return tell(err, KT_EINVAL, object, error);
	} catch (const std::bad_alloc &) {
		return kt_fail(err, KT_ENOMEM, "%s: no memory", object);
	} catch (const std::exception &error) {
		return kt_fail(err, KT_EIO, "%s: %s", object, error.what());
	} catch (...) {
		return kt_fail(err, KT_EIO, "%s: unknown exception", object);
	}
}

} // namespace

kt_status xap_caught(kt_error *err, const char *object) noexcept
{
	try {
		return classify(err, object);
	} catch (...) { /* no memory even for the message of the exception */
		return kt_fail(err, KT_ENOMEM, "%s: no memory", object);
	}
}

kt_status xap_check_term(kt_str term, kt_error *err) noexcept
{
	if (!term.len)
		return kt_fail(err, KT_EINVAL, "empty index term");
	if (term.len > XAP_TERM_MAX)
		return kt_fail(
			err, KT_ELIMIT, "index term of %zu bytes: %.40s...", term.len, term.ptr);
	if (std::memchr(term.ptr, '\0', term.len))
		return kt_fail(err, KT_EINVAL, "index term with a NUL: %.*s", KT_STR_ARG(term));
	return KT_OK;
}

const char *xap_version(void)
{
	return Xapian::version_string();
}
