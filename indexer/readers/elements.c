/* elements.c - XML to blocks by roles of its elements. */
#include "element_frame.h"

#include "blocks.h"
#include "rows.h"

#include <stdio.h>
#include <string.h>

enum {
	NOTES_MAX = 3, /* in one another */
	TAKINGS_MAX = 4,
	ABOUT_MAX = 8192 /* bytes of an element of the metadata */
};

/* An element that is taken into the metadata. */
struct taking {
	const struct about_rule *rule;
	size_t depth, from; /* bytes of the value */
};

struct reading_xml {
	const struct element_table *rules;
	struct frame frames[XML_DEPTH_MAX + 1];
	size_t depth; /* frames[depth] is the innermost */
	block_list lists[NOTES_MAX + 1]; /* of the text; of notes; of notes in them */
	int lines[NOTES_MAX + 1]; /* the block in the making is of lines of verse */
	size_t note; /* lists[note] is at hand */
	tables tables;
	/* An unknown element ended: its text is a block unless more text follows. */
	int pending;
	kt_kind pending_kind;
	size_t marker; /* depth of the frame that a marker is taken in, or 0 */
	int marked;
	kt_buf marker_text;
	kt_str number; /* of the next note, in the arena */
	field_list fields;
	struct taking taking[TAKINGS_MAX]; /* elements of the metadata at hand, in one another */
	size_t takings;
	kt_buf value; /* text of the outermost */
};

static struct frame *top(struct reading_xml *r)
{
	return &r->frames[r->depth];
}

static block_list *list(struct reading_xml *r)
{
	return &r->lists[r->note];
}

/* ---- blocks ---- */

/* Notes go behind the block that they stand in, and behind the table. */
static kt_status settle_notes(struct reading_xml *r, kt_error *err)
{
	if (r->note == NOTES_MAX || r->tables.depth)
		return KT_OK;
	return block_list_move(list(r), &r->lists[r->note + 1], err);
}

static kt_status end_as(struct reading_xml *r, kt_kind kind, kt_error *err)
{
	const struct frame *f = top(r);
	kt_status status;

	if (r->lines[r->note])
		kind = KT_KIND_VERSE;
	r->lines[r->note] = 0;
	r->pending = 0;
	status = kind == KT_KIND_HEADING ? block_heading(list(r), f->level, f->language, err)
					 : block_end(list(r), kind, f->language, err);
	return status == KT_OK ? settle_notes(r, err) : status;
}

/* Ends the block in the making, which stands in the innermost frame. */
static kt_status end_block(struct reading_xml *r, kt_error *err)
{
	kt_kind kind = r->pending ? r->pending_kind : top(r)->kind;

	top(r)->mixed = 0;
	return end_as(r, kind, err);
}

/* ---- text ---- */

static int is_blank(kt_str text)
{
	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.ptr[i] > ' ')
			return 0;
	return 1;
}

/* The number of a note stands before its text. */
static void give_number(struct reading_xml *r)
{
	if (!r->number.len || block_begun(list(r)) || top(r)->inner != KT_KIND_FOOTNOTE ||
		top(r)->is == ELEMENT_NUMBER)
		return;
	block_marker(list(r), r->number, 1);
	block_text(list(r), KT_STR(" "));
	r->number = KT_STR("");
}

static kt_status on_text(void *context, kt_str text, kt_error *err)
{
	struct reading_xml *r = context;
	struct frame *f = top(r);

	(void)err;
	if (f->skip)
		return KT_OK;
	if (f->about) {
		if (r->takings && r->value.len < ABOUT_MAX)
			kt_buf_add(&r->value, text);
		return KT_OK;
	}
	if (!is_blank(text)) {
		r->pending = 0;
		f->mixed = 1;
		give_number(r);
	}
	if (r->marker)
		kt_buf_add(&r->marker_text, text);
	else
		block_text(list(r), text);
	return KT_OK;
}

/* ---- notes and their markers ---- */

static void begin_marker(struct reading_xml *r, int marked)
{
	if (!r->marker) {
		r->marker = r->depth;
		r->marked = 0;
		kt_buf_clear(&r->marker_text);
	}
	r->marked |= marked;
}

static void end_marker(struct reading_xml *r)
{
	r->marker = 0;
	block_marker(list(r), kt_buf_str(&r->marker_text), r->marked);
}

static kt_status begin_note(struct reading_xml *r, kt_str marker, kt_error *err)
{
	if (block_begun(list(r)))
		block_marker(list(r), marker, 1);
	r->note++;
	return block_copy(&r->number, list(r)->arena, marker, err);
}

static kt_status end_note(struct reading_xml *r, kt_error *err)
{
	kt_status status = end_block(r, err);

	if (status != KT_OK || !r->note)
		return status;
	r->note--;
	return block_begun(list(r)) ? KT_OK : settle_notes(r, err);
}

/* A title of a note that is a number goes before the note's text; another is a heading. */
static kt_status end_number(struct reading_xml *r, kt_error *err)
{
	enum { LONGEST = 8 };
	kt_str number = kt_str_trim(kt_buf_str(&list(r)->text));
	kt_status status;

	if (number.len > LONGEST)
		return end_as(r, KT_KIND_HEADING, err);
	status = block_copy(&r->number, list(r)->arena, number, err);

	block_forget(list(r));
	return status;
}

/* ---- tables ---- */

static kt_status end_table(struct reading_xml *r, kt_error *err)
{
	kt_status status = tables_close(&r->tables, list(r), err);

	return status == KT_OK ? settle_notes(r, err) : status;
}

/* ---- metadata ---- */

static int stands_within(const struct reading_xml *r, const char *name)
{
	for (size_t i = r->depth; i > 0 && r->frames[i].about; i--)
		if (kt_str_is(r->frames[i].name, name))
			return 1;
	return 0;
}

static kt_status tell(
	struct reading_xml *r, const struct about_rule *rule, kt_str value, kt_error *err)
{
	return (rule->several ? fields_add : fields_tell)(
		&r->fields, rule->field, rule->rank, value, err);
}

/* The frame of the element is the innermost. */
static kt_status see_about(struct reading_xml *r, const xml_element *element, kt_error *err)
{
	for (size_t i = 0; i < r->rules->about_count; i++) {
		const struct about_rule *rule = &r->rules->about[i];
		kt_str value;

		if (!kt_str_is(element->name, rule->name) || !stands_within(r, rule->within) ||
			(rule->type && !kt_str_is(xml_attribute(element, "type"), rule->type)))
			continue;
		if (!rule->attribute) {
			if (r->takings < TAKINGS_MAX)
				r->taking[r->takings++] =
					(struct taking) { rule, r->depth, r->value.len };
			return KT_OK;
		}
		value = xml_attribute(element, rule->attribute);
		if (value.len)
			return tell(r, rule, value, err);
	}
	return KT_OK;
}

static kt_status end_about(struct reading_xml *r, kt_error *err)
{
	struct taking *last = r->takings ? &r->taking[r->takings - 1] : NULL;
	kt_status status = kt_buf_status(&r->value, err);

	if (last && last->depth == r->depth && status == KT_OK) {
		status = tell(r, last->rule,
			kt_str_sub(kt_buf_str(&r->value), last->from, r->value.len), err);
		r->takings--;
	}
	if (r->takings) /* parts of a name stand in elements of their own */
		kt_buf_addc(&r->value, ' ');
	else
		kt_buf_clear(&r->value);
	return status;
}

/* ---- elements ---- */

static void add_page(struct reading_xml *r)
{
	const kt_buf *text = &list(r)->text;

	if (text->len && !r->marker && strchr(".,;:!?)", text->ptr[text->len - 1]))
		block_text(list(r), KT_STR(" "));
}

/* A line of verse. */
static kt_status begin_line(struct reading_xml *r, kt_error *err)
{
	kt_status status = KT_OK;

	if (r->lines[r->note])
		block_line(list(r));
	else
		status = end_block(r, err);
	r->lines[r->note] = 1;
	return status;
}

static kt_status begin(struct reading_xml *r, const struct element_role *role, kt_error *err)
{
	switch (role->is) {
	case ELEMENT_PART:
		if (top(r)->kind == KT_KIND_HEADING)
			block_text(list(r), KT_STR(" "));
		else
			block_line(list(r));
		break;
	case ELEMENT_NOTE:
		return begin_note(r, role->marker, err);
	case ELEMENT_MARKER:
	case ELEMENT_RAISED:
		begin_marker(r, role->is == ELEMENT_MARKER);
		break;
	case ELEMENT_PAGE:
		add_page(r);
		break;
	case ELEMENT_TABLE:
		tables_open(&r->tables, list(r));
		break;
	case ELEMENT_ROW:
		tables_row(&r->tables);
		break;
	case ELEMENT_CELL:
		return tables_cell(&r->tables, list(r), err);
	default:
		break;
	}
	return KT_OK;
}

static kt_status on_start(void *context, const xml_element *element, kt_error *err)
{
	struct reading_xml *r = context;
	struct frame *outer = top(r);
	kt_str around[ELEMENTS_AROUND] = { { "", 0 }, { "", 0 }, { "", 0 } };
	struct element_role role;
	kt_status status = KT_OK;

	for (size_t i = 0; i < ELEMENTS_AROUND && i < r->depth; i++)
		around[i] = r->frames[r->depth - i].name;
	role = r->rules->role_of(element, around);
	if (!outer->skip && !outer->about)
		role.is = frame_settle(outer, role.is);
	else if (role.is != ELEMENT_SKIP)
		role.is = ELEMENT_INLINE;
	if (role.is == ELEMENT_NOTE && r->note == NOTES_MAX)
		role.is = ELEMENT_INLINE;
	if (r->marker && (element_is_apart(role.is) || role.is == ELEMENT_NOTE))
		end_marker(r);
	if (r->pending || (element_is_apart(role.is) && !outer->skip && !outer->about))
		status = end_block(r, err);
	if (status == KT_OK && role.is == ELEMENT_LINE)
		status = begin_line(r, err);
	if (status == KT_OK && role.is == ELEMENT_BREAK)
		block_text(list(r), KT_STR(" "));
	if (outer->spaced)
		block_text(list(r), KT_STR(" "));
	r->frames[r->depth + 1] = frame_within(outer, r->depth + 1, element, &role);
	r->depth++;
	if (status == KT_OK && r->depth <= OF_THE_WHOLE)
		status = fields_tell(&r->fields, FIELD_LANGUAGE, 3 - (int)r->depth,
			xml_attribute(element, "lang"), err);
	if (status == KT_OK && top(r)->about)
		return see_about(r, element, err);
	return status == KT_OK ? begin(r, &role, err) : status;
}

static kt_status on_end(void *context, kt_str name, kt_error *err)
{
	struct reading_xml *r = context;
	struct frame f = *top(r);
	kt_status status = KT_OK;

	(void)name;
	if (r->marker == r->depth)
		end_marker(r);
	if (f.about)
		status = end_about(r, err);
	else if (f.is == ELEMENT_NUMBER)
		status = end_number(r, err);
	else if (f.is == ELEMENT_NOTE)
		status = end_note(r, err);
	else if (element_is_apart(f.is) && (f.is != ELEMENT_UNKNOWN || r->pending))
		status = end_block(r, err);
	if (status == KT_OK && f.is == ELEMENT_TABLE)
		status = end_table(r, err);
	if ((f.is == ELEMENT_PART && f.kind != KT_KIND_HEADING) || f.is == ELEMENT_LINE)
		block_line(list(r));
	r->depth--;
	if (f.is == ELEMENT_UNKNOWN && !f.skip && block_begun(list(r))) {
		r->pending = 1;
		r->pending_kind = f.kind;
	}
	if (f.spaced)
		block_text(list(r), KT_STR(" "));
	return status;
}

/* ---- the whole ---- */

static void tell_fault(const struct file *file, const xml_fault *fault)
{
	char message[300];

	if (!fault->line)
		return;
	snprintf(message, sizeof(message), "malformed XML (%s)%s", fault->reason,
		fault->cut ? "; read up to there" : "");
	file_notice(file, fault->line, message);
}

static kt_status read_all(
	struct reading_xml *r, const struct file *file, kt_str text, kt_error *err)
{
	static const xml_handler handler = { on_start, on_end, on_text };
	xml_fault fault;
	kt_status status = xml_parse(&handler, r, text, &fault, err);

	if (status == KT_OK)
		status = end_block(r, err);
	if (status == KT_OK)
		status = kt_buf_status(&r->marker_text, err);
	if (status == KT_OK)
		tell_fault(file, &fault);
	return status;
}

kt_status elements_read(kt_source_text *out, kt_arena *arena, const struct element_table *rules,
	const struct file *file, kt_str text, kt_error *err)
{
	struct reading_xml r;
	kt_status status;

	memset(&r, 0, sizeof(r));
	r.rules = rules;
	r.fields.arena = arena;
	r.frames[0].kind = r.frames[0].inner = KT_KIND_PARAGRAPH;
	for (size_t i = 0; i <= NOTES_MAX; i++)
		block_list_init(&r.lists[i], arena);
	out->format = rules->format;
	status = read_all(&r, file, text, err);
	fields_give(&r.fields, out);
	if (status == KT_OK)
		status = block_list_title(&r.lists[0], out, err);
	if (status == KT_OK)
		status = block_list_give(&r.lists[0], out, err);
	for (size_t i = 0; i <= NOTES_MAX; i++)
		block_list_release(&r.lists[i]);
	tables_release(&r.tables);
	kt_buf_release(&r.marker_text);
	kt_buf_release(&r.value);
	return status;
}

struct element_role role_by_name(const struct named_role *names, kt_str name)
{
	for (; names->name; names++)
		if (kt_str_is(name, names->name))
			return (struct element_role) { names->is, names->kind, { NULL, 0 } };
	return (struct element_role) { ELEMENT_UNKNOWN, KT_KIND_PARAGRAPH, { NULL, 0 } };
}
