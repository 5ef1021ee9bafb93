/* pdf_library.c - Poppler by dlopen. */
#include "pdf_library.h"

#include <dlfcn.h>
#include <string.h>

#define LIBRARY "libpoppler-glib.so.8"

/* ISO C has no conversion from an object's address to a function's; POSIX has the bytes be the
 * same. */
static int find(void *library, const char *name, void *pointer)
{
	void *found = dlsym(library, name);

	memcpy(pointer, &found, sizeof(found));
	return found != NULL;
}

kt_status pdf_library_load(struct pdf_library *out, kt_error *err)
{
	/* GLib cannot be unloaded; a second time it is there already. */
	void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
	int whole = 1;

	if (!library)
		return kt_fail(err, KT_EINPUT,
			"PDF needs the library Poppler, which is not installed (%s; in Debian the "
			"package libpoppler-glib8)",
			LIBRARY);
#define PDF_FIND(here, there) whole &= find(library, #there, &out->here);
	PDF_FUNCTIONS(PDF_FIND)
#undef PDF_FIND
	if (!whole)
		return kt_fail(err, KT_EINPUT,
			"PDF needs another version of the library Poppler (%s)", LIBRARY);
	return KT_OK;
}
