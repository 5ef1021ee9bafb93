/* rtf_text.c - the letters of RTF and the blocks that they make.
 *
 * Footnotes and text boxes stand in the midst of a paragraph: they are gathered in a list of their
 * own and follow it. */
#include "layout.h"
#include "rtf_parts.h"

enum { TABLE_BYTES = 3000 }; /* a longer table is cut between rows */

/* ---- kinds ---- */

static const struct rtf_style *find_style(const struct rtf_reading *r, int number)
{
	for (size_t i = 0; i < r->style_count; i++)
		if (r->styles[i].number == number)
			return &r->styles[i];
	return NULL;
}

/* Of a style or what it is based on; 0: not told. */
static int kind_of_style(const struct rtf_reading *r, kt_kind *kind, int number)
{
	for (int steps = 0; steps < 10 && number >= 0; steps++) {
		const struct rtf_style *style = find_style(r, number);

		if (!style)
			return 0;
		if (style->told) {
			*kind = style->kind;
			return 1;
		}
		number = style->based;
	}
	return 0;
}

static kt_kind kind_of(const struct rtf_reading *r, const struct rtf_paragraph *p)
{
	kt_kind kind;

	if (p->level >= 0 && p->level < 9)
		return KT_KIND_HEADING;
	if (kind_of_style(r, &kind, p->style))
		return kind;
	if (p->list || r->list_mark)
		return KT_KIND_LIST;
	return layout_set_in(p->left, p->first) ? KT_KIND_BLOCKQUOTE : KT_KIND_PARAGRAPH;
}

/* ---- blocks ---- */

kt_status rtf_end_aside(struct rtf_reading *r, kt_error *err)
{
	kt_kind kind = r->aside == BOX ? kind_of(r, &r->looks[1]) : KT_KIND_FOOTNOTE;

	r->list_mark = 0;
	return block_end(&r->lists[1], kind, (kt_language) { "" }, err);
}

kt_status rtf_end_body(struct rtf_reading *r, kt_error *err)
{
	kt_kind kind = r->in_table ? KT_KIND_TABLE : kind_of(r, &r->looks[0]);
	block_list *asides = &r->lists[1];
	kt_status status = block_end(&r->lists[0], kind, (kt_language) { "" }, err);

	r->list_mark = r->in_table = r->row_ended = r->cells = 0;
	if (status == KT_OK)
		status = layout_append(&r->lists[0], asides->at, asides->count, err);
	asides->count = 0;
	return status;
}

kt_status rtf_end_paragraph(struct rtf_reading *r, kt_error *err)
{
	if (r->now.aside)
		return rtf_end_aside(r, err);
	if (!r->in_table || (r->row_ended && !r->now.paragraph.table))
		return rtf_end_body(r, err);
	block_text(&r->lists[0], KT_STR(" "));
	return KT_OK;
}

/* A table goes on while its paragraphs are of one. */
static kt_status before_body_text(struct rtf_reading *r, kt_error *err)
{
	kt_status status = KT_OK;

	if (r->in_table && r->row_ended) {
		if (!r->now.paragraph.table || r->lists[0].text.len > TABLE_BYTES)
			status = rtf_end_body(r, err);
		else
			block_line(&r->lists[0]);
		r->row_ended = 0;
	}
	if (r->now.paragraph.table)
		r->in_table = 1;
	for (; r->cells; r->cells--)
		block_text(&r->lists[0], KT_STR(" | "));
	return status;
}

static int all_space(kt_str s)
{
	return kt_str_trim(s).len == 0;
}

static kt_status put_text(struct rtf_reading *r, kt_str text, kt_error *err)
{
	kt_status status = KT_OK;

	switch (r->now.to) {
	case TO_STYLE:
	case TO_TITLE:
	case TO_AUTHOR:
		kt_buf_add(&r->field, text);
		return KT_OK;
	case TO_BODY:
		break;
	default:
		return KT_OK;
	}
	if (r->now.hidden)
		return KT_OK;
	if (!r->now.aside && !all_space(text))
		status = before_body_text(r, err);
	if (status == KT_OK) {
		r->looks[r->now.aside != NO_ASIDE] = r->now.paragraph;
		block_text(&r->lists[r->now.aside != NO_ASIDE], text);
	}
	return status;
}

/* ---- letters ---- */

static const struct rtf_font *find_font(const struct rtf_reading *r, int number)
{
	for (size_t i = r->font_count; i-- > 0;)
		if (r->fonts[i].number == number)
			return &r->fonts[i];
	return NULL;
}

static const char *encoding_now(const struct rtf_reading *r)
{
	const struct rtf_font *font =
		r->now.to == TO_BODY || r->now.to == TO_STYLE ? find_font(r, r->now.font) : NULL;

	return font && font->encoding ? font->encoding : r->codepage;
}

/* What is in hand goes to where the text of this group goes. */
kt_status rtf_flush(struct rtf_reading *r, kt_error *err)
{
	kt_status status = KT_OK;

	if (!r->raw.len && !r->utf8.len)
		return KT_OK;
	if (r->raw.len)
		rtf_letters_add(&r->letters, &r->utf8, encoding_now(r), kt_buf_str(&r->raw));
	kt_buf_clear(&r->raw);
	status = kt_buf_status(&r->utf8, err);
	if (status == KT_OK)
		status = put_text(r, kt_buf_str(&r->utf8), err);
	kt_buf_clear(&r->utf8);
	return status;
}

static int goes_nowhere(const struct rtf_reading *r)
{
	return r->now.to == TO_NOWHERE || r->too_deep;
}

void rtf_add_bytes(struct rtf_reading *r, kt_str bytes)
{
	while (r->to_skip && bytes.len) {
		bytes = kt_str_sub(bytes, 1, bytes.len);
		r->to_skip--;
	}
	if (goes_nowhere(r) || !bytes.len)
		return;
	r->high = 0;
	for (size_t from = 0, at = 0; at <= bytes.len; at++) {
		if (at < bytes.len && ((unsigned char)bytes.ptr[at] >= 0x20))
			continue;
		kt_buf_add(&r->raw, kt_str_sub(bytes, from, at));
		if (at < bytes.len && bytes.ptr[at] == '\t')
			kt_buf_addc(&r->raw, ' ');
		from = at + 1;
	}
}

void rtf_add_letter(struct rtf_reading *r, uint32_t c)
{
	if (goes_nowhere(r))
		return;
	if (r->raw.len) {
		rtf_letters_add(&r->letters, &r->utf8, encoding_now(r), kt_buf_str(&r->raw));
		kt_buf_clear(&r->raw);
	}
	kt_buf_add_codepoint(&r->utf8, c);
}

void rtf_add_unicode(struct rtf_reading *r, int number)
{
	uint32_t c = (uint32_t)number & 0xFFFF;

	if (number > 0xFFFF && number <= 0x10FFFF) /* as some writers have it */
		c = (uint32_t)number;
	r->to_skip = r->now.instead;
	if (c >= 0xD800 && c < 0xDC00) {
		r->high = c;
		return;
	}
	if (c >= 0xDC00 && c < 0xE000 && r->high)
		c = 0x10000 + ((r->high - 0xD800) << 10) + (c - 0xDC00);
	r->high = 0;
	if (c >= 0x20 && !(c >= 0xF000 && c < 0xF100)) /* a font of signs has its own there */
		rtf_add_letter(r, c);
}

/* What ends or parts pieces of the text. */
kt_status rtf_part_text(struct rtf_reading *r, enum rtf_meaning meaning, kt_error *err)
{
	block_list *list = &r->lists[r->now.aside != NO_ASIDE];

	if (r->now.to != TO_BODY)
		return KT_OK;
	if (meaning == RTF_PAR)
		return rtf_end_paragraph(r, err);
	if (meaning == RTF_LINE) {
		block_line(list);
	} else if (r->now.aside) {
		block_text(list, KT_STR(" "));
	} else if (meaning == RTF_CELL) {
		r->in_table = 1;
		r->cells++;
	} else {
		r->row_ended = r->in_table;
		r->cells = 0;
	}
	return KT_OK;
}
