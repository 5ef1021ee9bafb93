/* docx_body.c - the elements of WordprocessingML to blocks.
 *
 * Footnotes were read before; each follows the paragraph that refers to it.  Text boxes stand in
 * the midst of a paragraph and follow it, too. */
#include "docx_parts.h"
#include "layout.h"

#include <string.h>

enum { FIELDS_MAX = 32, NOTES_MAX = 200000 };

/* w:vanish w:val="0" takes back what a style says. */
static int is_on(const xml_element *element)
{
	kt_str value = xml_attribute(element, "val");

	return !kt_str_is(value, "0") && !kt_str_is(value, "false") && !kt_str_is(value, "off");
}

/* ---- blocks ---- */

/* Notes and boxes follow the paragraph, or the table that it stands in. */
static kt_status put_asides(struct docx *d, kt_error *err)
{
	kt_status status;

	if (d->list != &d->body || d->tables.depth || !d->asides.count)
		return KT_OK;
	status = layout_append(&d->body, d->asides.at, d->asides.count, err);
	d->asides.count = 0;
	return status;
}

kt_status docx_end_paragraph(struct docx *d, kt_error *err)
{
	const struct docx_paragraph *p = d->boxes ? &d->box_paragraph : &d->paragraph;
	int level = 0;
	kt_kind kind =
		d->in_note ? KT_KIND_FOOTNOTE : styles_kind(&level, &d->styles, p->style, &p->look);
	kt_status status = kind == KT_KIND_HEADING
				   ? block_heading(d->list, level, (kt_language) { "" }, err)
				   : block_end(d->list, kind, (kt_language) { "" }, err);

	d->instructions = 0; /* of a field that is never ended */
	return status == KT_OK ? put_asides(d, err) : status;
}

static void begin_paragraph(struct docx *d)
{
	struct docx_paragraph *p = d->boxes ? &d->box_paragraph : &d->paragraph;

	p->style = (kt_str) { "", 0 };
	look_clear(&p->look);
}

static kt_status take_look(
	struct docx *d, enum docx_tag tag, const xml_element *element, kt_error *err)
{
	struct docx_paragraph *p = d->boxes ? &d->box_paragraph : &d->paragraph;

	if (tag != TAG_STYLE) {
		docx_look_take(&p->look, element);
		return KT_OK;
	}
	p->style = kt_arena_str(d->arena, xml_attribute(element, "val"));
	return p->style.ptr ? KT_OK : kt_fail(err, KT_ENOMEM, "out of memory");
}

/* ---- tables ---- */

static kt_status close_table(struct docx *d, kt_error *err)
{
	kt_status status = tables_close(&d->tables, d->list, err);

	return status == KT_OK ? put_asides(d, err) : status;
}

/* ---- notes ---- */

static kt_status note_key(kt_buf *out, int endnote, kt_str id, kt_error *err)
{
	kt_buf_addc(out, endnote ? 'e' : 'f');
	kt_buf_add(out, id);
	return kt_buf_status(out, err);
}

static kt_status begin_note(struct docx *d, int endnote, const xml_element *element, kt_error *err)
{
	kt_buf key = KT_BUF_INIT;
	int added;
	kt_status status;

	d->in_note = 1;
	if (d->note_count == NOTES_MAX)
		return KT_OK;
	if (!kt_grow((void **)&d->notes, &d->note_size, d->note_count, sizeof(*d->notes)))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	d->notes[d->note_count] = (struct docx_note) { .from = d->note_blocks.count };
	status = note_key(&key, endnote, xml_attribute(element, "id"), err);
	if (status == KT_OK &&
		!kt_map_put(d->by_id, kt_buf_str(&key), (uint32_t)d->note_count, &added))
		status = kt_fail(err, KT_ENOMEM, "out of memory");
	kt_buf_release(&key);
	d->note_count += status == KT_OK;
	return status;
}

static void end_note(struct docx *d)
{
	struct docx_note *note = d->note_count ? &d->notes[d->note_count - 1] : NULL;

	if (note && d->in_note)
		note->count = d->note_blocks.count - note->from;
	d->in_note = 0;
}

/* Each is put where it is referred to first. */
static kt_status refer(struct docx *d, int endnote, const xml_element *element, kt_error *err)
{
	kt_buf key = KT_BUF_INIT;
	kt_status status = note_key(&key, endnote, xml_attribute(element, "id"), err);
	const uint32_t *at = status == KT_OK ? kt_map_get(d->by_id, kt_buf_str(&key)) : NULL;
	struct docx_note *note = at ? &d->notes[*at] : NULL;

	kt_buf_release(&key);
	if (!note || !note->count || note->used || d->in_note)
		return status;
	note->used = 1;
	return layout_append(&d->asides, d->note_blocks.at + note->from, note->count, err);
}

/* ---- text ---- */

static int is_silent(const struct docx *d)
{
	return d->hidden || d->instructions;
}

static void add_text(struct docx *d, kt_str text)
{
	if (is_silent(d))
		return;
	if (d->raised)
		kt_buf_add(&d->raised_text, text);
	else
		block_text(d->list, text);
}

static void end_run(struct docx *d)
{
	if (d->raised_text.len)
		block_marker(d->list, kt_buf_str(&d->raised_text), 0);
	kt_buf_clear(&d->raised_text);
	d->hidden = d->raised = 0;
}

static void break_line(struct docx *d, const xml_element *element)
{
	kt_str type = xml_attribute(element, "type");

	if (is_silent(d))
		return;
	if (kt_str_is(type, "page") || kt_str_is(type, "column"))
		block_text(d->list, KT_STR(" "));
	else
		block_line(d->list);
}

static void take_field(struct docx *d, kt_str type)
{
	uint32_t bit;

	if (kt_str_is(type, "begin")) {
		bit = d->fields < FIELDS_MAX ? (uint32_t)1 << d->fields : 0;
		d->instructions |= bit;
		d->fields++;
		return;
	}
	bit = d->fields > 0 && d->fields <= FIELDS_MAX ? (uint32_t)1 << (d->fields - 1) : 0;
	d->instructions &= ~bit;
	if (kt_str_is(type, "end"))
		d->fields -= d->fields > 0;
}

/* ---- elements ---- */

/* Properties of runs and paragraphs. */
static kt_status start_look(
	struct docx *d, enum docx_tag tag, const xml_element *element, kt_error *err)
{
	if (tag == TAG_SKIP)
		d->skip = d->depth;
	else if (tag == TAG_RUN_LOOK)
		d->in_run_look = 1;
	else if (d->in_look && !d->in_run_look)
		return take_look(d, tag, element, err);
	else if (!d->in_look && tag == TAG_HIDDEN)
		d->hidden = is_on(element);
	else if (!d->in_look && tag == TAG_RAISED)
		d->raised = kt_str_is(xml_attribute(element, "val"), "superscript");
	return KT_OK;
}

static kt_status start_text(
	struct docx *d, enum docx_tag tag, const xml_element *element, kt_error *err)
{
	switch (tag) {
	case TAG_TEXT:
		d->in_text = 1;
		return KT_OK;
	case TAG_SPACE:
		add_text(d, KT_STR(" "));
		return KT_OK;
	case TAG_HARD_HYPHEN:
		add_text(d, KT_STR("\u2011"));
		return KT_OK;
	case TAG_SOFT_HYPHEN:
		add_text(d, KT_STR("\u00AD"));
		return KT_OK;
	case TAG_BREAK:
		break_line(d, element);
		return KT_OK;
	case TAG_FIELD:
		take_field(d, xml_attribute(element, "fldCharType"));
		return KT_OK;
	case TAG_FOOTNOTE_HERE:
		return refer(d, 0, element, err);
	case TAG_ENDNOTE_HERE:
		return refer(d, 1, element, err);
	default:
		return KT_OK;
	}
}

static int is_separator(const xml_element *element)
{
	kt_str type = xml_attribute(element, "type");

	return type.len && !kt_str_is(type, "normal");
}

static kt_status start_note(
	struct docx *d, enum docx_tag tag, const xml_element *element, kt_error *err)
{
	if (d->list != &d->note_blocks)
		return KT_OK; /* w:footnotePr and the like have them, too */
	if (is_separator(element)) {
		d->skip = d->depth;
		return KT_OK;
	}
	return begin_note(d, tag == TAG_ENDNOTE, element, err);
}

static kt_status start_part(
	struct docx *d, enum docx_tag tag, const xml_element *element, kt_error *err)
{
	switch (tag) {
	case TAG_SKIP:
		d->skip = d->depth;
		return KT_OK;
	case TAG_FALLBACK:
		if (d->had_choice)
			d->skip = d->depth;
		return KT_OK;
	case TAG_ALTERNATIVES:
		d->had_choice = 0;
		return KT_OK;
	case TAG_PLACEHOLDER:
		d->placeholder = 1;
		return KT_OK;
	case TAG_CONTENT: /* "Click here to enter text" is none */
		if (d->placeholder)
			d->skip = d->depth;
		d->placeholder = 0;
		return KT_OK;
	case TAG_PARAGRAPH:
		begin_paragraph(d);
		return KT_OK;
	case TAG_PARAGRAPH_LOOK:
		d->in_look = 1;
		return KT_OK;
	case TAG_RUN:
		end_run(d);
		return KT_OK;
	case TAG_TABLE:
		tables_open(&d->tables, d->list);
		return KT_OK;
	case TAG_ROW:
		tables_row(&d->tables);
		return KT_OK;
	case TAG_CELL:
		return tables_cell(&d->tables, d->list, err);
	case TAG_BOX:
		d->boxes++;
		if (d->list == &d->body)
			d->list = &d->asides;
		return KT_OK;
	case TAG_FOOTNOTE:
	case TAG_ENDNOTE:
		return start_note(d, tag, element, err);
	default:
		return start_text(d, tag, element, err);
	}
}

static kt_status on_start(void *context, const xml_element *element, kt_error *err)
{
	struct docx *d = context;
	enum docx_tag tag;

	tag = docx_tag_of(element);
	if (d->depth < XML_DEPTH_MAX)
		d->open[d->depth] = (unsigned char)tag;
	d->depth++;
	if (d->skip)
		return KT_OK;
	return d->in_look || d->in_run_look || tag == TAG_RUN_LOOK
		       ? start_look(d, tag, element, err)
		       : start_part(d, tag, element, err);
}

static kt_status end_part(struct docx *d, enum docx_tag tag, kt_error *err)
{
	switch (tag) {
	case TAG_PARAGRAPH_LOOK:
		d->in_look = 0;
		return KT_OK;
	case TAG_RUN_LOOK:
		d->in_run_look = 0;
		return KT_OK;
	case TAG_TEXT:
		d->in_text = 0;
		return KT_OK;
	case TAG_RUN:
		end_run(d);
		return KT_OK;
	case TAG_PARAGRAPH:
		return docx_end_paragraph(d, err);
	case TAG_TABLE:
		return close_table(d, err);
	case TAG_CHOICE:
		d->had_choice = 1;
		return KT_OK;
	case TAG_BOX:
		d->boxes -= d->boxes > 0;
		if (!d->boxes && d->list == &d->asides)
			d->list = &d->body;
		return KT_OK;
	case TAG_FOOTNOTE:
	case TAG_ENDNOTE:
		end_note(d);
		return KT_OK;
	default:
		return KT_OK;
	}
}

static kt_status on_end(void *context, kt_str name, kt_error *err)
{
	struct docx *d = context;
	enum docx_tag tag;

	(void)name;
	if (!d->depth)
		return KT_OK;
	d->depth--;
	tag = d->depth < XML_DEPTH_MAX ? (enum docx_tag)d->open[d->depth] : TAG_NONE;
	if (d->skip) {
		if (d->depth < d->skip)
			d->skip = 0;
		return KT_OK;
	}
	return end_part(d, tag, err);
}

static kt_status on_text(void *context, kt_str text, kt_error *err)
{
	struct docx *d = context;

	(void)err;
	if (d->in_text && !d->skip)
		add_text(d, text);
	return kt_buf_status(&d->raised_text, err);
}

const xml_handler docx_handler = { on_start, on_end, on_text };

void docx_reset(struct docx *d, block_list *list)
{
	d->list = list;
	d->depth = d->skip = 0;
	d->boxes = d->in_look = d->in_run_look = d->in_text = d->in_note = 0;
	d->hidden = d->raised = d->placeholder = d->fields = 0;
	d->instructions = 0;
	tables_release(&d->tables);
	begin_paragraph(d);
}
