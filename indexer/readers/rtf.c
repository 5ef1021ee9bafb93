/* rtf.c - Rich Text Format to blocks (RTF 1.9.1): groups, destinations, words.
 *
 * Groups nest, and what is set in one (letters, paragraphs, where its text goes) ends with it. */
#include "rtf.h"

#include "layout.h"
#include "rtf_parts.h"

#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 500, FONTS_MAX = 4096, STYLES_MAX = 4096 };

/* ---- fonts, styles, what the document says of itself ---- */

static kt_status begin_font(struct rtf_reading *r, int number, kt_error *err)
{
	if (r->font_count == FONTS_MAX)
		return KT_OK;
	if (!kt_grow((void **)&r->fonts, &r->font_size, r->font_count, sizeof(*r->fonts)))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	r->fonts[r->font_count++] = (struct rtf_font) { number, NULL };
	return KT_OK;
}

static kt_status end_style(struct rtf_reading *r, kt_error *err)
{
	const struct rtf_paragraph *p = &r->now.paragraph;
	kt_str name = kt_buf_str(&r->field);
	struct rtf_style *style;

	if (r->style_count == STYLES_MAX)
		return KT_OK;
	if (!kt_grow((void **)&r->styles, &r->style_size, r->style_count, sizeof(*r->styles)))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	style = &r->styles[r->style_count++];
	memset(style, 0, sizeof(*style));
	style->number = p->style;
	style->based = p->list; /* see RTF_BASED */
	if (name.len && name.ptr[name.len - 1] == ';')
		name.len--;
	style->told = layout_style(&style->kind, kt_str_trim(name));
	if (!style->told && p->level >= 0 && p->level < 9) {
		style->told = 1;
		style->kind = KT_KIND_HEADING;
	}
	return KT_OK;
}

static kt_status keep_field(struct rtf_reading *r, kt_str *out, kt_error *err)
{
	kt_str text = kt_str_trim(kt_buf_str(&r->field));

	if (!text.len || out->len)
		return KT_OK;
	*out = kt_arena_str(r->arena, text);
	return out->ptr ? KT_OK : kt_fail(err, KT_ENOMEM, "out of memory");
}

static kt_status keep_date(struct rtf_reading *r, kt_error *err)
{
	char *date;

	if (r->year < 1900 || r->year > 9999 || r->out->date.len)
		return KT_OK;
	date = r->month >= 1 && r->month <= 12 && r->day >= 1 && r->day <= 31
		       ? kt_arena_printf(r->arena, "%04d-%02d-%02d", r->year, r->month, r->day)
		       : kt_arena_printf(r->arena, "%04d", r->year);
	r->out->date = kt_str_of(date);
	return date ? KT_OK : kt_fail(err, KT_ENOMEM, "out of memory");
}

/* ---- groups ---- */

static kt_status open_group(struct rtf_reading *r, kt_error *err)
{
	r->to_skip = 0;
	r->starred = 0;
	if (r->depth == DEPTH_MAX) {
		r->too_deep++;
		return KT_OK;
	}
	if (!kt_grow((void **)&r->stack, &r->size, r->depth, sizeof(*r->stack)))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	r->stack[r->depth++] = r->now;
	if (r->now.to == TO_STYLES) {
		r->now.to = TO_STYLE;
		memset(&r->now.paragraph, 0, sizeof(r->now.paragraph));
		r->now.paragraph.level = r->now.paragraph.list = -1;
		kt_buf_clear(&r->field);
	}
	return KT_OK;
}

static kt_status leave(struct rtf_reading *r, const struct rtf_state *outer, kt_error *err)
{
	if (r->now.aside && !outer->aside)
		return rtf_end_aside(r, err);
	if (r->now.to == outer->to)
		return KT_OK;
	switch (r->now.to) {
	case TO_STYLE:
		return end_style(r, err);
	case TO_TITLE:
		return keep_field(r, &r->out->title, err);
	case TO_AUTHOR:
		return keep_field(r, &r->out->author, err);
	case TO_CREATED:
		return keep_date(r, err);
	default:
		return KT_OK;
	}
}

static kt_status close_group(struct rtf_reading *r, kt_error *err)
{
	kt_status status;

	r->to_skip = 0;
	r->starred = 0;
	if (r->too_deep) {
		r->too_deep--;
		return KT_OK;
	}
	if (!r->depth)
		return KT_OK;
	status = leave(r, &r->stack[r->depth - 1], err);
	r->now = r->stack[--r->depth];
	return status;
}

static kt_status open_aside(struct rtf_reading *r, enum rtf_aside aside, kt_error *err)
{
	kt_status status = KT_OK;

	if (r->now.to != TO_BODY)
		return KT_OK;
	if (block_begun(&r->lists[1])) /* one within another */
		status = rtf_end_aside(r, err);
	r->now.aside = r->aside = aside;
	return status;
}

static kt_status set_destination(
	struct rtf_reading *r, const struct rtf_word *word, int starred, kt_error *err)
{
	static const enum rtf_destination of[] = {
		[RTF_SKIP] = TO_NOWHERE,
		[RTF_NUMBER] = TO_NOWHERE,
		[RTF_FONTS] = TO_FONTS,
		[RTF_STYLES] = TO_STYLES,
		[RTF_INFO] = TO_INFO,
		[RTF_TITLE] = TO_TITLE,
		[RTF_AUTHOR] = TO_AUTHOR,
		[RTF_CREATED] = TO_CREATED,
	};

	switch (word->meaning) {
	case RTF_KEEP:
		return KT_OK;
	case RTF_FOOTNOTE:
		return open_aside(r, FOOTNOTE, err);
	case RTF_BOX:
		return open_aside(r, BOX, err);
	case RTF_UPR:
		r->now.outer = r->now.to;
		r->now.in_upr = 1;
		r->now.to = TO_NOWHERE;
		return KT_OK;
	case RTF_OTHER_STYLE:
		if (r->now.to == TO_STYLE || starred)
			r->now.to = TO_NOWHERE;
		return KT_OK;
	case RTF_TITLE:
	case RTF_AUTHOR:
	case RTF_CREATED:
		if (r->now.to != TO_INFO)
			return KT_OK;
		kt_buf_clear(&r->field);
		break;
	default:
		break;
	}
	r->list_mark |= word->meaning == RTF_NUMBER && !r->now.hidden;
	r->now.to = of[word->meaning];
	return KT_OK;
}

/* ---- words ---- */

static void set_letters(struct rtf_reading *r, const struct rtf_word *word, int number)
{
	switch (word->meaning) {
	case RTF_PLAIN:
		r->now.font = r->default_font;
		r->now.hidden = 0;
		break;
	case RTF_HIDDEN:
		r->now.hidden = !r->scan.has_number || number != 0;
		break;
	case RTF_INSTEAD:
		r->now.instead = number < 0 ? 0 : number;
		break;
	case RTF_CODEPAGE:
		if (rtf_codepage(word->value ? word->value : number))
			r->codepage = rtf_codepage(word->value ? word->value : number);
		break;
	case RTF_DEFAULT_FONT:
		r->default_font = r->now.font = number;
		break;
	default:
		break;
	}
}

static kt_status set_font(
	struct rtf_reading *r, const struct rtf_word *word, int number, kt_error *err)
{
	struct rtf_font *font = r->font_count ? &r->fonts[r->font_count - 1] : NULL;

	if (r->now.to != TO_FONTS)
		r->now.font = word->meaning == RTF_FONT ? number : r->now.font;
	else if (word->meaning == RTF_FONT)
		return begin_font(r, number, err);
	else if (font && word->meaning == RTF_CHARSET)
		font->encoding = rtf_charset(number);
	else if (font && rtf_codepage(number))
		font->encoding = rtf_codepage(number);
	return KT_OK;
}

static void set_paragraph(struct rtf_reading *r, enum rtf_meaning meaning, int number)
{
	struct rtf_paragraph *p = &r->now.paragraph;

	switch (meaning) {
	case RTF_PARD:
		memset(p, 0, sizeof(*p));
		p->level = -1;
		break;
	case RTF_STYLE:
		p->style = number;
		break;
	case RTF_BASED:
		if (r->now.to == TO_STYLE) /* where a style is made, its list has no other use */
			p->list = number == p->style ? -1 : number;
		break;
	case RTF_LEVEL:
		p->level = number;
		break;
	case RTF_LEFT:
		p->left = number;
		break;
	case RTF_FIRST:
		p->first = number;
		break;
	case RTF_LIST:
		if (r->now.to != TO_STYLE)
			p->list = number > 0;
		break;
	case RTF_TABLE:
		p->table = 1;
		break;
	default:
		break;
	}
}

static kt_status do_word(struct rtf_reading *r, int starred, kt_error *err)
{
	const struct rtf_word *word = rtf_word_find(r->scan.text);
	int number = r->scan.number;

	if (!word) {
		if (starred)
			r->now.to = TO_NOWHERE;
		return KT_OK;
	}
	if (word->meaning == RTF_UPR_UNICODE) {
		r->now.to = r->now.in_upr ? r->now.outer : r->now.to;
		return KT_OK;
	}
	if (r->now.to == TO_NOWHERE)
		return KT_OK;
	if (word->meaning <= RTF_OTHER_STYLE)
		return set_destination(r, word, starred, err);
	if (word->meaning >= RTF_PARD && word->meaning <= RTF_TABLE) {
		set_paragraph(r, word->meaning, number);
		return KT_OK;
	}
	switch (word->meaning) {
	case RTF_LETTER:
		rtf_add_letter(r, (uint32_t)word->value);
		return KT_OK;
	case RTF_LINE:
	case RTF_PAR:
	case RTF_CELL:
	case RTF_ROW:
		return rtf_part_text(r, word->meaning, err);
	case RTF_FONT:
	case RTF_CHARSET:
	case RTF_FONT_CODEPAGE:
		return set_font(r, word, number, err);
	case RTF_YEAR:
		r->year = number;
		return KT_OK;
	case RTF_MONTH:
		r->month = number;
		return KT_OK;
	case RTF_DAY:
		r->day = number;
		return KT_OK;
	default:
		set_letters(r, word, number);
		return KT_OK;
	}
}

static kt_status take_word(struct rtf_reading *r, kt_error *err)
{
	int starred = r->starred;
	kt_status status;

	if (kt_str_is(r->scan.text, "u")) {
		rtf_add_unicode(r, r->scan.number);
		return KT_OK;
	}
	if (r->to_skip) {
		r->to_skip--;
		return KT_OK;
	}
	status = rtf_flush(r, err);
	r->starred = 0;
	return status == KT_OK && !r->too_deep ? do_word(r, starred, err) : status;
}

static kt_status take_symbol(struct rtf_reading *r, kt_error *err)
{
	char sign = r->scan.text.ptr[0];
	kt_status status;

	if (r->to_skip) {
		r->to_skip--;
		return KT_OK;
	}
	switch (sign) {
	case '*':
		r->starred = 1;
		return KT_OK;
	case '~':
	case '\t':
		rtf_add_letter(r, ' ');
		return KT_OK;
	case '_':
		rtf_add_letter(r, 0x2011);
		return KT_OK;
	case '-':
		rtf_add_letter(r, 0xAD);
		return KT_OK;
	case '\r':
	case '\n':
		status = rtf_flush(r, err);
		return status == KT_OK && !r->too_deep ? rtf_part_text(r, RTF_PAR, err) : status;
	case '{':
	case '}':
	case '\\':
		rtf_add_bytes(r, r->scan.text);
		return KT_OK;
	default:
		return KT_OK;
	}
}

static kt_status take_token(struct rtf_reading *r, enum rtf_token token, kt_error *err)
{
	char byte = (char)r->scan.number;
	kt_status status;

	switch (token) {
	case RTF_OPEN:
		status = rtf_flush(r, err);
		return status == KT_OK ? open_group(r, err) : status;
	case RTF_CLOSE:
		status = rtf_flush(r, err);
		return status == KT_OK ? close_group(r, err) : status;
	case RTF_WORD:
		return take_word(r, err);
	case RTF_SYMBOL:
		return take_symbol(r, err);
	case RTF_HEX:
		rtf_add_bytes(r, (kt_str) { &byte, 1 });
		return KT_OK;
	case RTF_TEXT:
		rtf_add_bytes(r, r->scan.text);
		return KT_OK;
	default:
		r->to_skip -= r->to_skip > 0;
		return KT_OK;
	}
}

static kt_status read_all(struct rtf_reading *r, kt_error *err)
{
	kt_status status = KT_OK;
	enum rtf_token token;
	size_t groups = 0;

	while (status == KT_OK && (token = rtf_next(&r->scan)) != RTF_END) {
		status = take_token(r, token, err);
		/* Whatever stands behind the document's own group is no part of it. */
		if (token == RTF_CLOSE && groups++ && !r->depth)
			break;
	}
	if (status == KT_OK)
		status = rtf_flush(r, err);
	if (status == KT_OK)
		status = rtf_end_aside(r, err);
	return status == KT_OK ? rtf_end_body(r, err) : status;
}

static void release(struct rtf_reading *r)
{
	free(r->stack);
	free(r->fonts);
	free(r->styles);
	kt_buf_release(&r->raw);
	kt_buf_release(&r->utf8);
	kt_buf_release(&r->field);
	rtf_letters_release(&r->letters);
	block_list_release(&r->lists[0]);
	block_list_release(&r->lists[1]);
}

kt_status rtf_read(kt_source_text *out, kt_arena *arena, const struct file *file, kt_error *err)
{
	struct rtf_reading r = { .out = out, .arena = arena, .scan.bytes = file->bytes };
	kt_status status;

	r.scan.at = kt_str_find(file->bytes, KT_STR("{\\rtf"), 0);
	if (r.scan.at == SIZE_MAX)
		return kt_fail(err, KT_EINPUT, "no RTF file: it does not begin with {\\rtf");
	r.codepage = "CP1252";
	r.now.instead = 1;
	r.now.paragraph.level = -1;
	block_list_init(&r.lists[0], arena);
	block_list_init(&r.lists[1], arena);
	status = read_all(&r, err);
	if (status == KT_OK && r.depth)
		file_notice(file, 0, "breaks off before its end; read as far as it goes");
	if (status == KT_OK)
		status = layout_give(&r.lists[0], out, err);
	out->format = "rtf";
	out->encoding = r.codepage;
	release(&r);
	return status;
}
