/* package.c - parts of a container as XML. */
#include "package.h"

#include "encoding.h"

#include <stdio.h>

kt_status package_open(struct package *out, kt_arena *arena, const struct file *file,
	container_wants_fn wants, kt_error *err)
{
	kt_status status = container_read(&out->container, arena, file->bytes, wants, err);
	char message[200];

	out->file = file;
	out->arena = arena;
	if (status == KT_OK && out->container.damaged) {
		snprintf(message, sizeof(message), "damaged archive (%s); read as far as it goes",
			out->container.why);
		file_notice(file, 0, message);
	}
	return status;
}

kt_status package_part(kt_str *bytes, const struct package *package, kt_str name, kt_error *err)
{
	const struct container_entry *entry = container_find(&package->container, name);

	*bytes = (kt_str) { "", 0 };
	if (!entry)
		return kt_fail(err, KT_ENOTFOUND, "%.*s is missing%s", KT_STR_ARG(name),
			package->container.damaged ? ": the archive is damaged" : "");
	if (entry->encrypted)
		return kt_fail(err, KT_EINPUT, "encrypted (%.*s)", KT_STR_ARG(name));
	*bytes = entry->bytes;
	return KT_OK;
}

static void tell_fault(const struct package *package, kt_str name, const xml_fault *fault)
{
	char message[500];

	if (!fault->line)
		return;
	snprintf(message, sizeof(message), "%.200s:%zu: %s%s", name.ptr, fault->line, fault->reason,
		fault->cut ? "; read up to there" : "");
	file_notice(package->file, 0, message);
}

kt_status package_parse(const struct package *package, kt_str name, const xml_handler *handler,
	void *context, kt_error *err)
{
	struct decoded decoded;
	xml_fault fault = { 0 };
	kt_str bytes;
	kt_status status = package_part(&bytes, package, name, err);

	if (status == KT_OK)
		status = encoding_decode(&decoded, package->arena, bytes, err);
	if (status == KT_OK)
		status = xml_parse(handler, context, decoded.text, &fault, err);
	if (status == KT_OK)
		tell_fault(package, name, &fault);
	return status;
}
