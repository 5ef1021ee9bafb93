/* pdf.c - the text of a PDF, line by line. */
#include "pdf.h"

#include "layout.h"
#include "pdf_library.h"
#include "pdf_parts.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAGES_MAX = 20000, LINES_MAX = 4000000, PAGE_LINES = 2000 };

/* A raised number is smaller than the letters around it. */
#define RAISED 0.8f
#define RAISED_BY 0.15f /* of their height */

struct document {
	struct pdf_library poppler;
	PopplerDocument *document;
	kt_arena *arena;
	struct pdf_lines lines;
	kt_buf text; /* of the line in the making */
	size_t unreadable; /* pages */
};

/* ---- lines ---- */

static float height(const PopplerRectangle *r)
{
	return (float)fabs(r->y2 - r->y1);
}

/* The height that most letters have: the middle one of a few along the line. */
static float usual_height(const PopplerRectangle *at, size_t count)
{
	enum { PROBES = 15 };
	float heights[PROBES];
	size_t probes = count < PROBES ? count : PROBES;

	for (size_t i = 0; i < probes; i++) {
		float h = height(&at[i * count / probes]);
		size_t j = i;

		for (; j > 0 && heights[j - 1] > h; j--)
			heights[j] = heights[j - 1];
		heights[j] = h;
	}
	return heights[probes / 2];
}

static int is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static uint32_t raised_digit(uint32_t c)
{
	static const uint16_t raised[] = { 0x2070, 0xB9, 0xB2, 0xB3, 0x2074, 0x2075, 0x2076, 0x2077,
		0x2078, 0x2079 };

	return raised[c - '0'];
}

/* Smaller letters of another font stand on the line, those of an index below it. */
static int is_raised(const PopplerRectangle *letter, float size, float bottom)
{
	return height(letter) < size * RAISED &&
	       (float)fmax(letter->y1, letter->y2) < bottom - size * RAISED_BY;
}

/* The text of a line; the number of a note is told by its small raised digits, and stays raised. */
static void add_letters(
	kt_buf *out, kt_str text, const PopplerRectangle *at, size_t count, float size)
{
	float bottom = (float)fmax(at[count / 2].y1, at[count / 2].y2);
	uint32_t before = ' ';

	for (size_t i = 0, from = 0; i < count && from < text.len; i++) {
		uint32_t c = kt_utf8_next(text, &from);

		if (c == KT_BAD_CODEPOINT)
			c = 0xFFFD;
		if (is_digit(c) && before > ' ' && !is_digit(before) &&
			is_raised(&at[i], size, bottom))
			c = raised_digit(c);
		else if (c < 0x20)
			c = ' ';
		before = c;
		kt_buf_add_codepoint(out, c);
	}
}

static kt_status add_line(struct document *d, uint32_t page, kt_str text,
	const PopplerRectangle *at, size_t count, kt_error *err)
{
	struct pdf_lines *lines = &d->lines;
	struct pdf_line *line;
	kt_str trimmed;

	if (!count || !kt_str_trim(text).len)
		return KT_OK;
	if (lines->count == LINES_MAX)
		return kt_fail(err, KT_EINPUT, "more than %d lines", LINES_MAX);
	if (!kt_grow((void **)&lines->at, &lines->size, lines->count, sizeof(*lines->at)))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	line = &lines->at[lines->count];
	memset(line, 0, sizeof(*line));
	line->size = usual_height(at, count);
	kt_buf_clear(&d->text);
	add_letters(&d->text, text, at, count, line->size);
	trimmed = kt_str_trim(kt_buf_str(&d->text));
	line->text = kt_arena_str(d->arena, trimmed);
	if (d->text.failed || !line->text.ptr)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	line->left = (float)at[0].x1;
	line->right = (float)at[count - 1].x2;
	line->top = (float)fmin(at[count / 2].y1, at[count / 2].y2);
	line->bottom = (float)fmax(at[count / 2].y1, at[count / 2].y2);
	line->page = page;
	line->letters = (uint32_t)count;
	lines->count++;
	return KT_OK;
}

/* `count`: of the rectangles, one for each code point of the text. */
static kt_status add_lines(struct document *d, uint32_t page, kt_str text,
	const PopplerRectangle *at, size_t count, kt_error *err)
{
	size_t from = 0, letters = 0;
	kt_status status = KT_OK;

	for (size_t to = 0, n = 0; status == KT_OK && to <= text.len && letters + n <= count;) {
		if (to < text.len && text.ptr[to] != '\n') {
			kt_utf8_next(text, &to);
			n++;
			continue;
		}
		status = add_line(d, page, kt_str_sub(text, from, to), at + letters, n, err);
		letters += n + 1;
		n = 0;
		from = ++to;
	}
	return status;
}

/* The number of a note that came as a line of its own, beside the end of the line that refers to
 * it. */
static int stands_raised(const struct pdf_line *number, const struct pdf_line *line)
{
	for (size_t i = 0; i < number->text.len; i++)
		if (!is_digit((unsigned char)number->text.ptr[i]))
			return 0;
	return number->text.len <= 3 && number->right - number->left < line->size * 2 &&
	       number->bottom < line->bottom && number->top > line->top - line->size / 2 &&
	       fabsf(number->left - line->right) < line->size / 2 && line->letters > 3;
}

static kt_status join_raised(
	struct document *d, struct pdf_line *number, struct pdf_line *line, kt_error *err)
{
	kt_buf_clear(&d->text);
	kt_buf_add(&d->text, line->text);
	for (size_t i = 0; i < number->text.len; i++)
		kt_buf_add_codepoint(&d->text, raised_digit((unsigned char)number->text.ptr[i]));
	line->text = kt_arena_str(d->arena, kt_buf_str(&d->text));
	line->right = number->right;
	number->leave_out = 1;
	return d->text.failed || !line->text.ptr ? kt_fail(err, KT_ENOMEM, "out of memory") : KT_OK;
}

/* The number of a note or an item that stands before its text as a line of its own. */
static int stands_before(const struct pdf_line *number, const struct pdf_line *line)
{
	return line->letters > 4 && fabsf(number->top - line->top) < line->size / 2 &&
	       line->left >= number->right && line->left - number->right < line->size * 4;
}

static kt_status join_before(
	struct document *d, struct pdf_line *number, struct pdf_line *line, kt_error *err)
{
	char *text = kt_arena_printf(
		d->arena, "%.*s %.*s", KT_STR_ARG(number->text), KT_STR_ARG(line->text));

	if (!text)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	line->text = kt_str_of(text);
	line->left = number->left;
	line->letters += number->letters + 1;
	number->leave_out = 1;
	return KT_OK;
}

static kt_status join_number(struct document *d, size_t from, size_t number, kt_error *err)
{
	struct pdf_line *at = d->lines.at;

	for (size_t i = from; i < d->lines.count; i++) {
		if (i == number || at[i].leave_out)
			continue;
		if (stands_raised(&at[number], &at[i]))
			return join_raised(d, &at[number], &at[i], err);
		if (stands_before(&at[number], &at[i]))
			return join_before(d, &at[number], &at[i], err);
	}
	return KT_OK;
}

/* Numbers that came as lines of their own, anywhere on the page. */
static kt_status join_numbers(struct document *d, size_t from, kt_error *err)
{
	kt_status status = KT_OK;

	if (d->lines.count - from > PAGE_LINES)
		return KT_OK;
	for (size_t i = from; i < d->lines.count && status == KT_OK; i++)
		if (d->lines.at[i].letters <= 4)
			status = join_number(d, from, i, err);
	return status;
}

static kt_status read_page(struct document *d, int number, kt_error *err)
{
	PopplerPage *page = d->poppler.page(d->document, number);
	PopplerRectangle *at = NULL;
	guint count = 0;
	char *text = page ? d->poppler.text(page) : NULL;
	size_t from = d->lines.count;
	kt_status status = KT_OK;

	if (!page)
		d->unreadable++;
	if (text && *text && d->poppler.layout(page, &at, &count))
		status = add_lines(d, (uint32_t)number, kt_str_of(text), at, count, err);
	if (status == KT_OK)
		status = join_numbers(d, from, err);
	d->poppler.free(at);
	d->poppler.free(text);
	if (page)
		d->poppler.unref(page);
	return status;
}

static kt_status read_pages(struct document *d, const struct file *file, kt_error *err)
{
	int pages = d->poppler.page_count(d->document);
	kt_status status = KT_OK;

	if (pages > PAGES_MAX)
		return kt_fail(err, KT_EINPUT, "more than %d pages", PAGES_MAX);
	for (int i = 0; i < pages && status == KT_OK; i++)
		status = read_page(d, i, err);
	d->lines.pages = pages > 0 ? (uint32_t)pages : 0;
	if (status != KT_OK)
		return status;
	if (d->unreadable)
		file_notice(file, 0, "a page or more of it cannot be read");
	else if (!d->lines.count)
		file_notice(file, 0,
			"has no layer of text: its pages are pictures; run it through OCR first");
	return KT_OK;
}

/* ---- what the document says of itself ---- */

static kt_status keep(kt_str *out, struct document *d, char *text, kt_error *err)
{
	kt_str s = kt_str_trim(kt_str_of(text));
	kt_status status = KT_OK;

	if (s.len && kt_utf8_check(s) == s.len) {
		*out = kt_arena_str(d->arena, s);
		if (!out->ptr)
			status = kt_fail(err, KT_ENOMEM, "out of memory");
	}
	d->poppler.free(text);
	return status;
}

/* What programs put there for want of a title: Microsoft Word - essay.doc, untitled. */
static int is_title(kt_str s)
{
	static const char *const endings[] = { ".doc", ".docx", ".pdf", ".rtf", ".indd", ".qxd",
		".tex", ".dvi", ".txt", ".odt", ".wpd", ".p65", ".pmd" };

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		kt_str ending = kt_str_of(endings[i]);

		if (s.len > ending.len &&
			kt_str_equal_nocase(kt_str_sub(s, s.len - ending.len, s.len), ending))
			return 0;
	}
	return !kt_str_starts(s, KT_STR("Microsoft ")) &&
	       !kt_str_equal_nocase(s, KT_STR("untitled"));
}

static kt_status read_properties(kt_source_text *out, struct document *d, kt_error *err)
{
	GDateTime *created = d->poppler.created(d->document);
	kt_status status = keep(&out->title, d, d->poppler.title(d->document), err);

	if (!is_title(out->title))
		out->title = KT_STR("");
	if (status == KT_OK)
		status = keep(&out->author, d, d->poppler.author(d->document), err);
	if (created) {
		if (status == KT_OK)
			status = keep(
				&out->date, d, d->poppler.date_format(created, "%Y-%m-%d"), err);
		d->poppler.date_unref(created);
	}
	return status;
}

/* ---- the whole ---- */

static kt_status open_document(struct document *d, kt_str bytes, kt_error *err)
{
	GBytes *shared = d->poppler.bytes_new(bytes.ptr, bytes.len);
	GError *why = NULL;
	kt_status status = KT_OK;

	d->document = d->poppler.open(shared, NULL, &why);
	d->poppler.bytes_unref(shared);
	if (!d->document) {
		int encrypted = why && why->domain == d->poppler.error_domain() &&
				why->code == POPPLER_ERROR_ENCRYPTED;

		status = encrypted ? kt_fail(err, KT_EINPUT,
					     "encrypted: it opens with a password only")
				   : kt_fail(err, KT_EINPUT, "damaged PDF: %s",
					     why ? why->message : "cannot be opened");
	}
	if (why)
		d->poppler.error_free(why);
	return status;
}

static kt_status make_blocks(kt_source_text *out, struct document *d, kt_error *err)
{
	struct pdf_measure measure;
	block_list blocks;
	kt_status status;

	block_list_init(&blocks, d->arena);
	pdf_find_margins(&d->lines);
	pdf_measure_lines(&measure, &d->lines);
	status = pdf_join(&blocks, &d->lines, &measure, err);
	if (status == KT_OK)
		status = layout_give(&blocks, out, err);
	block_list_release(&blocks);
	return status;
}

kt_status pdf_read(kt_source_text *out, kt_arena *arena, const struct file *file, kt_error *err)
{
	struct document d = { .arena = arena };
	kt_status status = pdf_library_load(&d.poppler, err);

	out->format = "pdf";
	if (status == KT_OK)
		status = open_document(&d, file->bytes, err);
	if (status != KT_OK)
		return status;
	status = read_pages(&d, file, err);
	if (status == KT_OK)
		status = read_properties(out, &d, err);
	if (status == KT_OK)
		status = make_blocks(out, &d, err);
	d.poppler.unref(d.document);
	free(d.lines.at);
	kt_buf_release(&d.text);
	return status;
}
