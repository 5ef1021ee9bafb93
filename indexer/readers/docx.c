/* docx.c - the parts of a DOCX: styles, notes, the text. */
#include "docx.h"

#include "docx_parts.h"
#include "layout.h"

#include <stdlib.h>

static int wants(kt_str name)
{
	static const char *const unwanted[] = { "/theme/", "/glossary/", "/embeddings/", "/media/",
		"customXml/", "/charts/", "/diagrams/" };

	for (size_t i = 0; i < sizeof(unwanted) / sizeof(*unwanted); i++)
		if (kt_str_find(name, kt_str_of(unwanted[i]), 0) != SIZE_MAX)
			return 0;
	return kt_str_ends(name, KT_STR(".xml")) || kt_str_ends(name, KT_STR(".rels"));
}

static kt_status see_relation(void *context, const xml_element *element, kt_error *err)
{
	struct docx *d = context;
	kt_str target = xml_attribute(element, "Target");

	if (d->main.len || !target.len ||
		!kt_str_ends(xml_attribute(element, "Type"), KT_STR("/officeDocument")))
		return KT_OK;
	target = kt_str_sub(target, target.ptr[0] == '/', target.len);
	d->main = kt_arena_str(d->arena, target);
	return d->main.ptr ? KT_OK : kt_fail(err, KT_ENOMEM, "out of memory");
}

/* Of the main part, or of another in its folder. */
static kt_str part_name(const struct docx *d, const char *name)
{
	size_t folder = d->main.len;

	while (folder && d->main.ptr[folder - 1] != '/')
		folder--;
	return kt_str_of(kt_arena_printf(d->arena, "%.*s%s", (int)folder, d->main.ptr, name));
}

static kt_status find_main(struct docx *d, kt_error *err)
{
	static const xml_handler relations = { see_relation, NULL, NULL };
	kt_status status = package_parse(&d->package, KT_STR("_rels/.rels"), &relations, d, err);

	if (!d->main.len || !container_find(&d->package.container, d->main))
		d->main = KT_STR("word/document.xml");
	return status == KT_ENOTFOUND ? KT_OK : status;
}

static kt_status read_notes(struct docx *d, const char *name, kt_error *err)
{
	kt_status status;

	docx_reset(d, &d->note_blocks);
	status = package_parse(&d->package, part_name(d, name), &docx_handler, d, err);
	return status == KT_ENOTFOUND ? KT_OK : status;
}

static kt_status read_parts(struct docx *d, kt_source_text *out, kt_error *err)
{
	kt_status status = find_main(d, err);

	if (status == KT_OK)
		status = docx_styles_read(&d->styles, &d->package, part_name(d, "styles.xml"), err);
	if (status == KT_OK)
		status = read_notes(d, "footnotes.xml", err);
	if (status == KT_OK)
		status = read_notes(d, "endnotes.xml", err);
	docx_reset(d, &d->body);
	if (status == KT_OK)
		status = package_parse(&d->package, d->main, &docx_handler, d, err);
	if (status == KT_ENOTFOUND)
		status = kt_fail(err, KT_EINPUT, "no DOCX: %.*s is missing%s", KT_STR_ARG(d->main),
			d->package.container.damaged ? " (the archive is damaged)" : "");
	if (status == KT_OK)
		status = docx_end_paragraph(d, err);
	if (status == KT_OK)
		status = package_properties(out, &d->package, KT_STR("docProps/core.xml"), err);
	return status == KT_OK ? layout_give(&d->body, out, err) : status;
}

static void release(struct docx *d)
{
	docx_reset(d, &d->body);
	styles_release(&d->styles);
	block_list_release(&d->body);
	block_list_release(&d->asides);
	block_list_release(&d->note_blocks);
	kt_buf_release(&d->raised_text);
	kt_map_free(d->by_id);
	free(d->notes);
}

kt_status docx_read(kt_source_text *out, kt_arena *arena, const struct file *file, kt_error *err)
{
	struct docx d = { .arena = arena };
	kt_status status = kt_map_new(&d.by_id, err);

	out->format = "docx";
	block_list_init(&d.body, arena);
	block_list_init(&d.asides, arena);
	block_list_init(&d.note_blocks, arena);
	if (status == KT_OK)
		status = styles_init(&d.styles, arena, err);
	if (status == KT_OK)
		status = package_open(&d.package, arena, file, wants, err);
	if (status == KT_OK)
		status = read_parts(&d, out, err);
	release(&d);
	return status;
}
