/* odt.c - OpenDocument text to blocks.
 *
 * Notes and text boxes stand in the midst of a paragraph: they are gathered in a list of their own
 * and follow it. */
#include "odt.h"

#include "layout.h"
#include "odt_style.h"
#include "package.h"
#include "rows.h"

#include <string.h>

enum { PARAGRAPHS_MAX = 8 }; /* in one another */

enum tag {
	TAG_NONE,
	TAG_SKIP,
	TAG_BODY,
	TAG_HEADING,
	TAG_PARAGRAPH,
	TAG_SPAN,
	TAG_SPACE,
	TAG_LINE,
	TAG_LIST,
	TAG_BIBLIOGRAPHY,
	TAG_CONTENTS,
	TAG_NOTE,
	TAG_BOX,
	TAG_TABLE,
	TAG_ROW,
	TAG_CELL
};

static const struct {
	const char *name;
	enum tag tag;
} tags[] = {
	{ "p", TAG_PARAGRAPH },
	{ "h", TAG_HEADING },
	{ "span", TAG_SPAN },
	{ "s", TAG_SPACE },
	{ "tab", TAG_SPACE },
	{ "line-break", TAG_LINE },
	{ "list", TAG_LIST },
	{ "note", TAG_NOTE },
	{ "table", TAG_TABLE },
	{ "table-row", TAG_ROW },
	{ "table-cell", TAG_CELL },
	{ "covered-table-cell", TAG_CELL },
	{ "text-box", TAG_BOX },
	{ "bibliography", TAG_BIBLIOGRAPHY },
	{ "table-of-content", TAG_CONTENTS },
	{ "illustration-index", TAG_CONTENTS },
	{ "table-index", TAG_CONTENTS },
	{ "alphabetical-index", TAG_CONTENTS },
	{ "text", TAG_BODY },
	{ "note-citation", TAG_SKIP },
	{ "tracked-changes", TAG_SKIP },
	{ "annotation", TAG_SKIP },
	{ "ruby-text", TAG_SKIP },
	{ "hidden-text", TAG_SKIP },
	{ "forms", TAG_SKIP },
	{ "script", TAG_SKIP },
	{ "title", TAG_SKIP }, /* of a drawing */
	{ "desc", TAG_SKIP },
	{ "table-of-content-source", TAG_SKIP },
	{ "illustration-index-source", TAG_SKIP },
	{ "table-index-source", TAG_SKIP },
	{ "alphabetical-index-source", TAG_SKIP },
	{ "bibliography-source", TAG_SKIP },
};

/* An open paragraph; another may stand in it, in a note or a box. */
struct paragraph {
	kt_str style;
	int level; /* of a heading, from 1; 0: none */
};

struct document {
	kt_arena *arena;
	struct odt_styles styles;
	block_list body, asides;
	/* where the reading is */
	unsigned char open[XML_DEPTH_MAX]; /* tags */
	size_t depth, skip; /* skip: depth of what is passed over; 0: nothing is */
	size_t in_body; /* depth of office:text; 0: not there */
	struct paragraph paragraphs[PARAGRAPHS_MAX];
	int paragraph_depth;
	int lists, contents, bibliographies, notes, boxes; /* how many are open */
	size_t raised; /* depth of the span that is; 0: none */
	kt_buf raised_text;
	tables tables;
	int encrypted;
};

static block_list *list_now(struct document *d)
{
	return d->notes || d->boxes ? &d->asides : &d->body;
}

/* ---- blocks ---- */

static kt_status put_asides(struct document *d, kt_error *err)
{
	kt_status status;

	if (d->notes || d->boxes || d->tables.depth || !d->asides.count)
		return KT_OK;
	status = layout_append(&d->body, d->asides.at, d->asides.count, err);
	d->asides.count = 0;
	return status;
}

static kt_kind kind_of(const struct document *d, const struct paragraph *p, int *level)
{
	struct look look;
	kt_kind kind;

	*level = p->level;
	if (d->notes)
		return KT_KIND_FOOTNOTE;
	if (p->level)
		return KT_KIND_HEADING;
	look_clear(&look);
	if (d->lists)
		look.numbered = 1;
	kind = styles_kind(level, &d->styles.table, p->style, &look);
	if (kind != KT_KIND_HEADING && d->bibliographies)
		return KT_KIND_BIBLIOGRAPHY;
	return kind != KT_KIND_HEADING && d->contents ? KT_KIND_LIST : kind;
}

static struct paragraph *this_paragraph(struct document *d)
{
	return d->paragraph_depth && d->paragraph_depth <= PARAGRAPHS_MAX
		       ? &d->paragraphs[d->paragraph_depth - 1]
		       : NULL;
}

static kt_status end_paragraph(struct document *d, kt_error *err)
{
	const struct paragraph *p = this_paragraph(d);
	int level = 0;
	kt_kind kind = p ? kind_of(d, p, &level) : KT_KIND_PARAGRAPH;
	block_list *list = list_now(d);
	kt_status status = kind == KT_KIND_HEADING
				   ? block_heading(list, level, (kt_language) { "" }, err)
				   : block_end(list, kind, (kt_language) { "" }, err);

	d->paragraph_depth -= d->paragraph_depth > 0;
	return status == KT_OK ? put_asides(d, err) : status;
}

static kt_status begin_paragraph(struct document *d, const xml_element *element, kt_error *err)
{
	kt_str level = xml_attribute(element, "outline-level");
	struct paragraph *p;

	d->paragraph_depth++;
	p = this_paragraph(d);
	if (!p)
		return KT_OK;
	p->level = 0;
	if (kt_str_is(element->name, "h"))
		p->level = level.len == 1 && level.ptr[0] >= '1' && level.ptr[0] <= '9'
				   ? level.ptr[0] - '0'
				   : 1;
	p->style = kt_arena_str(d->arena, xml_attribute(element, "style-name"));
	return p->style.ptr ? KT_OK : kt_fail(err, KT_ENOMEM, "out of memory");
}

/* ---- tables ---- */

static kt_status close_table(struct document *d, kt_error *err)
{
	kt_status status = tables_close(&d->tables, list_now(d), err);

	return status == KT_OK ? put_asides(d, err) : status;
}

/* ---- elements ---- */

static enum tag tag_of(const xml_element *element)
{
	if (kt_str_find(element->space, KT_STR("math"), 0) != SIZE_MAX)
		return TAG_NONE;
	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++)
		if (kt_str_is(element->name, tags[i].name))
			return tags[i].tag;
	return TAG_NONE;
}

static void add_text(struct document *d, kt_str text)
{
	if (d->raised)
		kt_buf_add(&d->raised_text, text);
	else if (d->paragraph_depth)
		block_text(list_now(d), text);
}

static void end_raised(struct document *d)
{
	if (d->raised_text.len)
		block_marker(list_now(d), kt_buf_str(&d->raised_text), 0);
	kt_buf_clear(&d->raised_text);
	d->raised = 0;
}

static kt_status start_part(
	struct document *d, enum tag tag, const xml_element *element, kt_error *err)
{
	switch (tag) {
	case TAG_SKIP:
		d->skip = d->depth;
		return KT_OK;
	case TAG_HEADING:
	case TAG_PARAGRAPH:
		return begin_paragraph(d, element, err);
	case TAG_SPAN:
		if (!d->raised &&
			odt_style_raised(&d->styles, xml_attribute(element, "style-name")))
			d->raised = d->depth;
		return KT_OK;
	case TAG_SPACE:
		add_text(d, KT_STR(" "));
		return KT_OK;
	case TAG_LINE:
		if (d->paragraph_depth)
			block_line(list_now(d));
		return KT_OK;
	case TAG_LIST:
		d->lists++;
		return KT_OK;
	case TAG_BIBLIOGRAPHY:
		d->bibliographies++;
		return KT_OK;
	case TAG_CONTENTS:
		d->contents++;
		return KT_OK;
	case TAG_NOTE:
		end_raised(d); /* a note may stand in a span that is */
		d->notes++;
		return KT_OK;
	case TAG_BOX:
		end_raised(d);
		d->boxes++;
		return KT_OK;
	case TAG_TABLE:
		tables_open(&d->tables, list_now(d));
		return KT_OK;
	case TAG_ROW:
		tables_row(&d->tables);
		return KT_OK;
	case TAG_CELL:
		return tables_cell(&d->tables, list_now(d), err);
	default:
		return KT_OK;
	}
}

static kt_status end_part(struct document *d, enum tag tag, kt_error *err)
{
	switch (tag) {
	case TAG_HEADING:
	case TAG_PARAGRAPH:
		end_raised(d);
		return end_paragraph(d, err);
	case TAG_SPAN:
		if (d->raised > d->depth)
			end_raised(d);
		return KT_OK;
	case TAG_LIST:
		d->lists--;
		return KT_OK;
	case TAG_BIBLIOGRAPHY:
		d->bibliographies--;
		return KT_OK;
	case TAG_CONTENTS:
		d->contents--;
		return KT_OK;
	case TAG_NOTE:
		d->notes--;
		return KT_OK;
	case TAG_BOX:
		d->boxes--;
		return KT_OK;
	case TAG_TABLE:
		return close_table(d, err);
	default:
		return KT_OK;
	}
}

static kt_status on_start(void *context, const xml_element *element, kt_error *err)
{
	struct document *d = context;
	enum tag tag = tag_of(element);

	if (d->depth < XML_DEPTH_MAX)
		d->open[d->depth] = (unsigned char)tag;
	d->depth++;
	if (d->skip)
		return KT_OK;
	if (d->in_body)
		return start_part(d, tag, element, err);
	if (tag == TAG_BODY && kt_str_find(element->space, KT_STR(":office"), 0) != SIZE_MAX)
		d->in_body = d->depth;
	d->encrypted |= kt_str_is(element->name, "encryption-data");
	return odt_style_start(&d->styles, element, err);
}

static kt_status on_end(void *context, kt_str name, kt_error *err)
{
	struct document *d = context;
	enum tag tag;

	if (!d->depth)
		return KT_OK;
	d->depth--;
	tag = d->depth < XML_DEPTH_MAX ? (enum tag)d->open[d->depth] : TAG_NONE;
	if (d->skip) {
		d->skip = d->depth < d->skip ? 0 : d->skip;
		return KT_OK;
	}
	if (d->in_body > d->depth)
		d->in_body = 0;
	if (d->in_body)
		return end_part(d, tag, err);
	odt_style_end(&d->styles, name);
	return KT_OK;
}

static kt_status on_text(void *context, kt_str text, kt_error *err)
{
	struct document *d = context;

	if (d->in_body && !d->skip)
		add_text(d, text);
	return kt_buf_status(&d->raised_text, err);
}

/* ---- the whole ---- */

static const xml_handler handler = { on_start, on_end, on_text };

static int wants(kt_str name)
{
	return kt_str_is(name, "content.xml") || kt_str_is(name, "styles.xml") ||
	       kt_str_is(name, "meta.xml") || kt_str_is(name, "META-INF/manifest.xml");
}

static kt_status read_optional(
	struct document *d, const struct package *package, kt_str name, kt_error *err)
{
	kt_status status = package_parse(package, name, &handler, d, err);

	return status == KT_ENOTFOUND ? KT_OK : status;
}

static kt_status read_parts(
	struct document *d, kt_source_text *out, const struct file *file, kt_error *err)
{
	struct package package;
	kt_status status = package_open(&package, d->arena, file, wants, err);

	if (status == KT_OK)
		status = read_optional(d, &package, KT_STR("META-INF/manifest.xml"), err);
	if (status == KT_OK && d->encrypted)
		status = kt_fail(err, KT_EINPUT, "encrypted: it opens with a password only");
	if (status == KT_OK)
		status = read_optional(d, &package, KT_STR("styles.xml"), err);
	if (status == KT_OK)
		status = package_parse(&package, KT_STR("content.xml"), &handler, d, err);
	if (status == KT_ENOTFOUND)
		status = kt_fail(err, KT_EINPUT, "no ODT: content.xml is missing%s",
			package.container.damaged ? " (the archive is damaged)" : "");
	return status == KT_OK ? package_properties(out, &package, KT_STR("meta.xml"), err)
			       : status;
}

static kt_status read_flat(
	struct document *d, kt_source_text *out, const struct file *file, kt_error *err)
{
	xml_fault fault = { 0 };
	kt_str text;
	int64_t offset;
	kt_status status = file_decode(&text, out, d->arena, file, &offset, err);

	if (status == KT_OK)
		status = xml_parse(&handler, d, text, &fault, err);
	if (status == KT_OK && fault.line)
		file_notice(file, fault.line, fault.reason);
	return status == KT_OK ? properties_read(out, d->arena, text, err) : status;
}

static kt_status read_document(kt_source_text *out, kt_arena *arena, const struct file *file,
	kt_status (*read)(struct document *, kt_source_text *, const struct file *, kt_error *),
	kt_error *err)
{
	struct document d = { .arena = arena };
	kt_status status = styles_init(&d.styles.table, arena, err);

	out->format = "odt";
	block_list_init(&d.body, arena);
	block_list_init(&d.asides, arena);
	if (status == KT_OK)
		status = read(&d, out, file, err);
	if (status == KT_OK)
		status = layout_append(&d.body, d.asides.at, d.asides.count, err);
	if (status == KT_OK)
		status = layout_give(&d.body, out, err);
	tables_release(&d.tables);
	styles_release(&d.styles.table);
	block_list_release(&d.body);
	block_list_release(&d.asides);
	kt_buf_release(&d.raised_text);
	return status;
}

kt_status odt_read(kt_source_text *out, kt_arena *arena, const struct file *file, kt_error *err)
{
	return read_document(out, arena, file, read_parts, err);
}

kt_status fodt_read(kt_source_text *out, kt_arena *arena, const struct file *file, kt_error *err)
{
	return read_document(out, arena, file, read_flat, err);
}
