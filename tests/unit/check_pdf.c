/* PDF: lines to paragraphs, headings, footnotes; what is of the page is left out. */
#include "reading.h"

enum { WIDTH = 612, HEIGHT = 792, PAGES_MAX = 8 };

/* A line of a page: points from the left and from the top, height of the letters. */
struct line {
	int page, left, top, size;
	const char *text;
};

static void add_object(kt_buf *pdf, size_t *offsets, int number, const char *body)
{
	offsets[number] = pdf->len;
	kt_buf_addf(pdf, "%d 0 obj\n%s\nendobj\n", number, body);
}

static void add_page(kt_buf *pdf, size_t *offsets, int page, const struct line *lines, size_t count)
{
	kt_buf content = KT_BUF_INIT, stream = KT_BUF_INIT;
	char object[200];

	kt_buf_add(&content, KT_STR("BT\n"));
	for (size_t i = 0; i < count; i++)
		if (lines[i].page == page)
			kt_buf_addf(&content, "/F %d Tf 1 0 0 1 %d %d Tm (%s) Tj\n", lines[i].size,
				lines[i].left, HEIGHT - lines[i].top, lines[i].text);
	kt_buf_add(&content, KT_STR("ET"));
	kt_buf_addf(&stream, "<< /Length %zu >>\nstream\n%s\nendstream", content.len, content.ptr);
	snprintf(object, sizeof(object),
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
		"/Resources << /Font << /F 3 0 R >> >> >>",
		WIDTH, HEIGHT, 6 + 2 * page);
	add_object(pdf, offsets, 5 + 2 * page, object);
	add_object(pdf, offsets, 6 + 2 * page, stream.ptr);
	kt_buf_release(&content);
	kt_buf_release(&stream);
}

/* A whole file of `pages` pages, in Courier: each letter is 0.6 of the size wide. */
static void make_pdf(kt_buf *pdf, int pages, const struct line *lines, size_t count)
{
	size_t offsets[8 + 2 * PAGES_MAX], start;
	kt_buf kids = KT_BUF_INIT;
	int objects = 5 + 2 * pages;

	kt_buf_add(pdf, KT_STR("%PDF-1.4\n"));
	add_object(pdf, offsets, 1, "<< /Type /Catalog /Pages 2 0 R >>");
	kt_buf_add(&kids, KT_STR("<< /Type /Pages /Kids ["));
	for (int i = 0; i < pages; i++)
		kt_buf_addf(&kids, " %d 0 R", 5 + 2 * i);
	kt_buf_addf(&kids, " ] /Count %d >>", pages);
	add_object(pdf, offsets, 2, kids.ptr);
	add_object(pdf, offsets, 3,
		"<< /Type /Font /Subtype /Type1 /BaseFont /Courier "
		"/Encoding /WinAnsiEncoding >>");
	add_object(pdf, offsets, 4,
		"<< /Title (The strike) /Author (A. Writer) /CreationDate (D:20040309120000Z) >>");
	for (int i = 0; i < pages; i++)
		add_page(pdf, offsets, i, lines, count);
	start = pdf->len;
	kt_buf_addf(pdf, "xref\n0 %d\n0000000000 65535 f \n", objects);
	for (int i = 1; i < objects; i++)
		kt_buf_addf(pdf, "%010zu 00000 n \n", offsets[i]);
	kt_buf_addf(pdf,
		"trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%zu\n%%%%EOF\n",
		objects, start);
	kt_buf_release(&kids);
}

static void read_pdf(int pages, const struct line *lines, size_t count)
{
	kt_buf pdf = KT_BUF_INIT;

	make_pdf(&pdf, pages, lines, count);
	read_file("essay.pdf", kt_buf_str(&pdf));
	kt_buf_release(&pdf);
}

/* 66 letters of ten points are 396 points wide. */
#define FULL "The committee met at the gates on a Tuesday, and nobody on it came"

START_TEST(lines_make_paragraphs)
{
	static const struct line lines[] = {
		{ 0, 72, 80, 18, "The strike" },
		{ 0, 72, 120, 10, FULL },
		{ 0, 72, 132, 10, "late. It ended at ten." },
		/* a first line set in */
		{ 0, 90, 144, 10,
			"By the morning four thousand people had been counted there, and" },
		{ 0, 72, 156, 10, FULL },
		{ 0, 72, 168, 10, "again before the evening, as the minutes say, when the up-" },
		{ 0, 72, 180, 10, "rising began." },
		/* a gap */
		{ 0, 72, 206, 10,
			"What followed is known from one letter only, which somebody found" },
		{ 0, 72, 218, 10, FULL },
		{ 0, 72, 230, 10, "and so on, to the end of the page." },
	};

	read_pdf(1, lines, COUNT(lines));
	ck_assert_str_eq(blocks(),
		"heading: The strike\n"
		"paragraph: " FULL " late. It ended at ten.\n"
		"paragraph: By the morning four thousand people had been counted there, and " FULL
		" again before the evening, as the minutes say, when the up-|rising began.\n"
		"paragraph: What followed is known from one letter only, which somebody found " FULL
		" and so on, to the end of the page.");
	ck_assert_str_eq(told(), "");
}
END_TEST

START_TEST(text_set_in_is_a_quotation)
{
	static const struct line lines[] = {
		{ 0, 72, 120, 10, FULL },
		{ 0, 72, 132, 10, FULL },
		{ 0, 72, 144, 10, "and the chairman wrote:" },
		{ 0, 108, 170, 10, "All will be at the gates, and the soldiers too, as has been" },
		{ 0, 108, 182, 10, "said before; pass it on to the others on the other side now" },
		{ 0, 108, 194, 10, "and wait." },
		{ 0, 72, 220, 10, FULL },
		{ 0, 72, 232, 10, "late." },
	};

	read_pdf(1, lines, COUNT(lines));
	ck_assert_str_eq(blocks(),
		"paragraph: " FULL " " FULL " and the chairman wrote:\n"
		"blockquote: All will be at the gates, and the soldiers too, as has been said "
		"before; pass it on to the others on the other side now and wait.\n"
		"paragraph: " FULL " late.");
}
END_TEST

START_TEST(what_is_of_the_page_is_left_out)
{
	static const struct line lines[] = {
		{ 0, 72, 40, 10, "The strike          1" },
		{ 0, 72, 120, 10, FULL },
		{ 0, 72, 132, 10, FULL },
		{ 0, 300, 760, 10, "1" },
		{ 1, 72, 40, 10, "The strike          2" },
		{ 1, 72, 120, 10,
			"late that evening, as the minutes say, and the letter says it too." },
		{ 1, 72, 132, 10, FULL },
		{ 1, 300, 760, 10, "2" },
		{ 2, 72, 40, 10, "The strike          3" },
		{ 2, 72, 120, 10, "early." },
		{ 2, 300, 760, 10, "3" },
	};

	read_pdf(3, lines, COUNT(lines));
	ck_assert_str_eq(blocks(),
		"paragraph: " FULL " " FULL " late that evening, as the minutes say, and the "
		"letter says it too. " FULL " early.");
}
END_TEST

START_TEST(footnotes_follow_their_paragraph)
{
	static const struct line lines[] = {
		{ 0, 72, 120, 10, FULL },
		{ 0, 72, 132, 10, FULL },
		{ 0, 72, 700, 8, "1 Minutes of the committee, p. 12." },
		{ 0, 72, 710, 8, "2 Letter, p. 3." },
		{ 1, 72, 120, 10, "late. It ended at ten." },
		{ 1, 90, 132, 10,
			"Another one began, and so it went on for the days that followed," },
		{ 1, 72, 144, 10, FULL },
	};

	read_pdf(2, lines, COUNT(lines));
	ck_assert_str_eq(blocks(), "paragraph: " FULL " " FULL " late. It ended at ten.\n"
				   "footnote: 1 Minutes of the committee, p. 12.\n"
				   "footnote: 2 Letter, p. 3.\n"
				   "paragraph: Another one began, and so it went on for the days "
				   "that followed, " FULL);
}
END_TEST

START_TEST(columns_are_read_one_after_the_other)
{
	static const struct line lines[] = {
		{ 0, 72, 80, 18, "The strike of the winter and its committees" },
		{ 0, 72, 120, 10, "The committee met at the gates" },
		{ 0, 330, 120, 10, "four thousand people had been" },
		{ 0, 72, 132, 10, "on a Tuesday, and nobody came" },
		{ 0, 330, 132, 10, "counted there, as the minutes" },
		{ 0, 72, 144, 10, "who was asked. By the morning" },
		{ 0, 330, 144, 10, "of the committee say of it." },
	};

	read_pdf(1, lines, COUNT(lines));
	ck_assert_str_eq(blocks(),
		"heading: The strike of the winter and its committees\n"
		"paragraph: The committee met at the gates on a Tuesday, and nobody came who was "
		"asked. By the morning four thousand people had been counted there, as the minutes "
		"of the committee say of it.");
}
END_TEST

START_TEST(properties_are_metadata)
{
	static const struct line lines[] = { { 0, 72, 120, 10, FULL } };

	read_pdf(1, lines, COUNT(lines));
	ck_assert(kt_str_is(source.title, "The strike"));
	ck_assert(kt_str_is(source.author, "A. Writer"));
	ck_assert(kt_str_is(source.date, "2004-03-09"));
	ck_assert_str_eq(source.format, "pdf");
}
END_TEST

START_TEST(pictures_of_pages_are_told)
{
	read_pdf(2, NULL, 0);
	ck_assert_uint_eq(source.block_count, 0);
	ck_assert_ptr_nonnull(strstr(told(), "essay.pdf: has no layer of text"));
}
END_TEST

START_TEST(broken_file_is_named)
{
	ck_assert_int_eq(try_file("essay.pdf", KT_STR("%PDF-1.4\nnothing")), KT_EINPUT);
	ck_assert_ptr_nonnull(strstr(err.message, "essay.pdf: damaged PDF"));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("pdf");
	TCase *tests = tcase_create("pdf");

	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, lines_make_paragraphs);
	tcase_add_test(tests, text_set_in_is_a_quotation);
	tcase_add_test(tests, what_is_of_the_page_is_left_out);
	tcase_add_test(tests, footnotes_follow_their_paragraph);
	tcase_add_test(tests, columns_are_read_one_after_the_other);
	tcase_add_test(tests, properties_are_metadata);
	tcase_add_test(tests, pictures_of_pages_are_told);
	tcase_add_test(tests, broken_file_is_named);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
