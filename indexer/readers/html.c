/* html.c - HTML and XHTML to blocks. */
#include "html.h"

#include "encoding.h"
#include "formats.h"
#include "html_role.h"
#include "rows.h"

#include <stdlib.h>
#include <string.h>

enum {
	TITLE_MAX = 4096 /* bytes */
};

/* An open element. */
struct frame {
	enum role role;
	kt_kind kind; /* of a block that ends in it */
	int level;
	kt_language language;
	int skip, pre, centred; /* inherited */
};

struct html {
	block_list *list;
	struct frame *frames;
	size_t depth; /* frames[depth] is the innermost */
	size_t frame_size;
	tables tables;
	int breaks; /* line ends since the last word */
	size_t marker; /* the depth of the frame that a marker is taken in, or 0 */
	int marked; /* it is one of a note, not only superscript */
	kt_buf marker_text;
	kt_buf title;
	field_list fields;
};

static struct frame *top(struct html *h)
{
	return &h->frames[h->depth];
}

/* ---- blocks ---- */

/* Ends the block in the making, which stands in the innermost frame. */
static kt_status end_block(struct html *h, kt_error *err)
{
	const struct frame *f = top(h);
	kt_kind kind = f->kind;

	h->breaks = 0;
	if (kind == KT_KIND_HEADING)
		return block_heading(h->list, f->level, f->language, err);
	if (kind == KT_KIND_PARAGRAPH &&
		html_is_heading(kt_str_trim(kt_buf_str(&h->list->text)), f->centred))
		return block_heading(h->list, 0, f->language, err);
	if (f->pre && kind == KT_KIND_PARAGRAPH && html_is_verse(kt_buf_str(&h->list->text)))
		kind = KT_KIND_VERSE;
	return block_end(h->list, kind, f->language, err);
}

static void add_text(struct html *h, kt_str text)
{
	for (size_t i = 0; h->breaks && i < text.len; i++)
		if ((unsigned char)text.ptr[i] > ' ')
			h->breaks = 0;
	if (h->marker)
		kt_buf_add(&h->marker_text, text);
	else
		block_text(h->list, text);
}

/* Lines are kept; a blank one ends a block. */
static kt_status add_lines(struct html *h, kt_str text, kt_error *err)
{
	kt_status status = KT_OK;

	for (size_t at = 0; status == KT_OK && at < text.len;) {
		size_t end = kt_str_find(text, KT_STR("\n"), at);

		add_text(h, kt_str_sub(text, at, end == SIZE_MAX ? text.len : end));
		if (end == SIZE_MAX)
			break;
		block_line(h->list);
		if (h->breaks++)
			status = end_block(h, err);
		at = end + 1;
	}
	return status;
}

/* References to U+0080..U+009F mean windows-1252 (HTML, section 13.2.5.80). */
static const char *const western[32] = { "€", "", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹",
	"Œ", "", "Ž", "", "", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "", "ž",
	"Ÿ" };

static kt_status on_piece(struct html *h, kt_str text, kt_error *err)
{
	const struct frame *f = top(h);

	if (f->role == ROLE_TITLE) {
		if (h->title.len < TITLE_MAX)
			kt_buf_add(&h->title, text);
		return KT_OK;
	}
	if (f->skip)
		return KT_OK;
	if (f->pre)
		return add_lines(h, text, err);
	add_text(h, text);
	return KT_OK;
}

static kt_status on_text(void *context, kt_str text, kt_error *err)
{
	size_t from = 0;
	kt_status status = KT_OK;

	for (size_t i = 0; status == KT_OK && i + 1 < text.len; i++) {
		unsigned char next = (unsigned char)text.ptr[i + 1];

		if ((unsigned char)text.ptr[i] != 0xC2 || next < 0x80 || next > 0x9F)
			continue;
		status = on_piece(context, kt_str_sub(text, from, i), err);
		if (status == KT_OK)
			status = on_piece(context, kt_str_of(western[next - 0x80]), err);
		from = i + 2;
		i++;
	}
	return status == KT_OK ? on_piece(context, kt_str_sub(text, from, text.len), err) : status;
}

/* Two in a row part paragraphs. */
static kt_status on_break(struct html *h, kt_error *err)
{
	if (top(h)->skip || h->marker)
		return KT_OK;
	if (top(h)->kind == KT_KIND_HEADING) {
		block_text(h->list, KT_STR(" "));
		return KT_OK;
	}
	block_line(h->list);
	return h->breaks++ ? end_block(h, err) : KT_OK;
}

/* ---- markers of notes ---- */

static void begin_marker(struct html *h, int marked)
{
	if (top(h)->skip)
		return;
	if (!h->marker) {
		h->marker = h->depth;
		h->marked = 0;
		kt_buf_clear(&h->marker_text);
	}
	h->marked |= marked;
}

static void end_marker(struct html *h)
{
	h->marker = 0;
	block_marker(h->list, kt_buf_str(&h->marker_text), h->marked);
}

/* ---- metadata ---- */

static kt_status on_meta(struct html *h, const xml_element *element, kt_error *err)
{
	static const char *const names[] = { "name", "property", "http-equiv" };
	kt_str content = xml_attribute(element, "content");

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		int rank = 0;
		enum field field = html_meta_field(xml_attribute(element, names[i]), &rank);

		if (field < FIELDS)
			return fields_tell(&h->fields, field, rank, content, err);
	}
	return KT_OK;
}

static kt_status on_link(struct html *h, const xml_element *element, kt_error *err)
{
	kt_str rel = xml_attribute(element, "rel"), href = xml_attribute(element, "href");

	if (xml_has_word(rel, "canonical"))
		return fields_tell(&h->fields, FIELD_ORIGIN, 1, href, err);
	if (xml_has_word(rel, "license"))
		return fields_tell(&h->fields, FIELD_LICENCE, 3, href, err);
	return KT_OK;
}

/* ---- elements ---- */

/* What is a note or a caption is one whatever stands in it, but for headings. */
static kt_kind kind_in(kt_kind outer, const struct html_role *role)
{
	switch (role->role) {
	case ROLE_HEADING:
		return KT_KIND_HEADING;
	case ROLE_KIND:
	case ROLE_TABLE:
	case ROLE_ROW:
		break;
	case ROLE_PRE:
		return role->kind == KT_KIND_VERSE ? KT_KIND_VERSE : outer;
	default:
		return outer;
	}
	if (outer == KT_KIND_FOOTNOTE || outer == KT_KIND_BIBLIOGRAPHY ||
		outer == KT_KIND_CAPTION || outer == KT_KIND_NOTE || outer == KT_KIND_ATTRIBUTION ||
		role->kind == KT_KIND_HEADING)
		return outer;
	return role->kind;
}

static int ends_block(enum role role)
{
	return role == ROLE_BLOCK || role == ROLE_KIND || role == ROLE_HEADING ||
	       role == ROLE_PRE || role == ROLE_TABLE || role == ROLE_ROW || role == ROLE_CELL ||
	       role == ROLE_HEAD || role == ROLE_HTML;
}

/* What is said of a source stands at the end of a quotation. */
static void see_attribution(struct html *h, const xml_element *element, struct html_role *role)
{
	if (top(h)->kind != KT_KIND_BLOCKQUOTE)
		return;
	if (kt_str_is(element->name, "footer") ||
		(kt_str_is(element->name, "cite") && !block_begun(h->list)))
		*role = (struct html_role) { ROLE_KIND, KT_KIND_ATTRIBUTION, 0 };
}

static kt_status see_language(
	struct html *h, const xml_element *element, struct frame *f, kt_error *err)
{
	kt_str code = xml_attribute(element, "lang");

	if (!code.len)
		return KT_OK;
	if (f->role != ROLE_HTML) {
		f->language = language_of(code);
	} else {
		/* Pages of one site often say the same language whatever they are in: it is that
		 * of the page as a whole, and tells nothing of a block. */
		return fields_tell(&h->fields, FIELD_LANGUAGE, 1, code, err);
	}
	return KT_OK;
}

static int is_centred(const xml_element *element, int outer)
{
	kt_str align = xml_attribute(element, "align"), style = xml_attribute(element, "style");

	if (kt_str_is(element->name, "center") ||
		xml_has_word(xml_attribute(element, "class"), "center"))
		return 1;
	if (align.len)
		return kt_str_equal_nocase(align, KT_STR("center"));
	return outer || (kt_str_find(style, KT_STR("text-align"), 0) != SIZE_MAX &&
				kt_str_find(style, KT_STR("center"), 0) != SIZE_MAX);
}

static kt_status push(
	struct html *h, const xml_element *element, const struct html_role *role, kt_error *err)
{
	struct frame f = *top(h);
	kt_status status = KT_OK;

	if (ends_block(role->role) && !f.skip)
		status = end_block(h, err);
	if (role->role == ROLE_LINE)
		block_line(h->list);
	f.role = role->role;
	f.kind = kind_in(f.kind, role);
	f.level = role->role == ROLE_HEADING ? role->level : f.level;
	f.pre |= role->role == ROLE_PRE;
	f.centred = is_centred(element, f.centred);
	f.skip |= role->role == ROLE_SKIP || role->role == ROLE_HEAD || role->role == ROLE_TITLE;
	if (status == KT_OK)
		status = see_language(h, element, &f, err);
	if (!kt_grow((void **)&h->frames, &h->frame_size, h->depth + 1, sizeof(*h->frames)))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	h->frames[++h->depth] = f;
	return status;
}

static kt_status on_start(void *context, const xml_element *element, kt_error *err)
{
	struct html *h = context;
	struct html_role role = html_role_of(element, top(h)->kind);
	kt_status status;

	see_attribution(h, element, &role);
	/* A marker may be anywhere but around blocks. */
	if (h->marker && ends_block(role.role))
		end_marker(h);
	status = push(h, element, &role, err);
	if (status != KT_OK)
		return status;
	switch (role.role) {
	case ROLE_BREAK:
		return on_break(h, err);
	case ROLE_META:
		return on_meta(h, element, err);
	case ROLE_LINK:
		return on_link(h, element, err);
	case ROLE_QUOTED:
		on_text(h, KT_STR("“"), err);
		break;
	case ROLE_SUPERSCRIPT:
	case ROLE_MARKER:
		begin_marker(h, role.role == ROLE_MARKER);
		break;
	case ROLE_TABLE:
		tables_open(&h->tables, h->list);
		break;
	case ROLE_ROW:
		tables_row(&h->tables);
		break;
	case ROLE_CELL:
		return tables_cell(&h->tables, h->list, err);
	default:
		break;
	}
	return KT_OK;
}

static kt_status on_end(void *context, kt_str name, kt_error *err)
{
	struct html *h = context;
	enum role role = top(h)->role;
	kt_status status = KT_OK;

	(void)name;
	if (h->marker == h->depth)
		end_marker(h);
	if (role == ROLE_QUOTED)
		status = on_text(h, KT_STR("”"), err);
	if (role == ROLE_LINE)
		block_line(h->list);
	if (status == KT_OK && ends_block(role) && !top(h)->skip)
		status = end_block(h, err);
	if (status == KT_OK && role == ROLE_TABLE)
		status = tables_close(&h->tables, h->list, err);
	if (h->depth)
		h->depth--;
	return status;
}

/* ---- the whole ---- */

static kt_status give_title(struct html *h, kt_error *err)
{
	kt_status status = kt_buf_status(&h->title, err);

	return status == KT_OK ? fields_tell(&h->fields, FIELD_TITLE, 2, kt_buf_str(&h->title), err)
			       : status;
}

static kt_status read_document(
	block_list *l, kt_source_text *meta, kt_str text, xml_fault *fault, kt_error *err)
{
	static const xml_handler handler = { on_start, on_end, on_text };
	struct html h = { .list = l };
	kt_status status;

	h.fields.arena = l->arena;
	memset(fault, 0, sizeof(*fault));
	if (!kt_grow((void **)&h.frames, &h.frame_size, 0, sizeof(*h.frames)))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	h.frames[0] = (struct frame) { .kind = KT_KIND_PARAGRAPH };
	status = xml_parse_html(&handler, &h, text, fault, err);
	if (status == KT_OK)
		status = end_block(&h, err);
	if (status == KT_OK)
		status = give_title(&h, err);
	if (status == KT_OK)
		status = kt_buf_status(&h.marker_text, err);
	if (status == KT_OK && meta)
		fields_give(&h.fields, meta);
	tables_release(&h.tables);
	kt_buf_release(&h.marker_text);
	kt_buf_release(&h.title);
	free(h.frames);
	return status;
}

kt_status html_blocks(block_list *l, kt_source_text *meta, kt_str bytes, const char *encoding,
	kt_notice_fn notice, void *context, kt_error *err)
{
	struct decoded decoded = { .text = bytes };
	xml_fault fault;
	kt_status status = KT_OK;

	if (!encoding || strcmp(encoding, "UTF-8") != 0)
		status = encoding_decode(&decoded, l->arena, bytes, err);
	if (status != KT_OK)
		return status;
	if (decoded.guessed && notice)
		notice(context, "its encoding is guessed");
	status = read_document(l, meta, decoded.text, &fault, err);
	if (fault.line && notice)
		notice(context, fault.reason);
	return status;
}

kt_status html_read_text(
	kt_source_text *out, kt_arena *arena, const struct file *file, kt_str text, kt_error *err)
{
	block_list l;
	xml_fault fault;
	kt_status status;

	out->format = "html";
	block_list_init(&l, arena);
	status = read_document(&l, out, text, &fault, err);
	if (fault.line)
		file_notice(file, fault.line, fault.reason);
	if (status == KT_OK)
		status = block_list_title(&l, out, err);
	if (status == KT_OK)
		status = block_list_give(&l, out, err);
	block_list_release(&l);
	return status;
}

kt_status html_read(kt_source_text *out, kt_arena *arena, const struct file *file, kt_error *err)
{
	kt_str text;
	int64_t offset;
	kt_status status = file_decode(&text, out, arena, file, &offset, err);

	return status == KT_OK ? html_read_text(out, arena, file, text, err) : status;
}
