/* EPUB and zipped FB2: which texts in which order; archives that are damaged or too large. */
#include "packing.h"

#define CONTAINER                                                                                  \
	{                                                                                          \
		"META-INF/container.xml",                                                          \
			"<container><rootfiles><rootfile full-path=\"OPS/book.opf\"/></rootfiles>" \
			"</container>"                                                             \
	}
#define PAGE(text)                                                                                 \
	"<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body><p>" text \
	"</p></body></html>"
#define ITEM(id, href)                                                                             \
	"<item id=\"" id "\" href=\"" href "\" media-type=\"application/xhtml+xml\"/>"
#define OPF(metadata, manifest, spine)                                                             \
	"<package xmlns=\"http://www.idpf.org/2007/opf\" "                                         \
	"xmlns:opf=\"http://www.idpf.org/2007/opf\" "                                              \
	"xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><metadata>" metadata                        \
	"</metadata><manifest>" manifest "</manifest><spine>" spine "</spine></package>"

static const struct part book[] = { CONTAINER,
	{ "OPS/book.opf",
		OPF("<dc:title>The strike</dc:title><dc:creator>A. Writer</dc:creator>"
		    "<dc:creator opf:role=\"aut\">B. Other</dc:creator>"
		    "<dc:creator opf:role=\"trl\">C. Translator</dc:creator>"
		    "<dc:date>1926</dc:date><dc:language>ru-RU</dc:language>"
		    "<dc:rights>Public domain</dc:rights>"
		    "<dc:identifier>urn:uuid:1-2</dc:identifier>"
		    "<dc:source>http://example.org/strike</dc:source>",
			ITEM("a", "text/one%20two.xhtml") ITEM(
				"b", "../b.html") "<item id=\"n\" href=\"nav.xhtml\" "
						  "properties=\"nav\"/>" ITEM("c", "missing.html"),
			"<itemref idref=\"n\"/><itemref idref=\"b\"/>"
			"<itemref idref=\"a\"/><itemref idref=\"b\"/>"
			"<itemref idref=\"c\"/>") },
	{ "OPS/text/one two.xhtml", PAGE("Second.") }, { "b.html", PAGE("First.") },
	{ "OPS/nav.xhtml", PAGE("Contents") }, { "OPS/unused.xhtml", PAGE("Unused") } };

START_TEST(texts_come_in_the_order_of_the_spine)
{
	read_parts("book.epub", book, COUNT(book));
	ck_assert_str_eq(blocks(), "paragraph: First.\nparagraph: Second.");
	ck_assert_str_eq(told(), "book.epub: OPS/missing.html is missing\n");
	ck_assert_str_eq(source.format, "epub");
}
END_TEST

START_TEST(package_has_the_metadata)
{
	read_parts("book.epub", book, COUNT(book));
	ck_assert(kt_str_is(source.title, "The strike"));
	ck_assert(kt_str_is(source.author, "A. Writer; B. Other"));
	ck_assert(kt_str_is(source.date, "1926"));
	ck_assert(kt_str_is(source.licence, "Public domain"));
	ck_assert(kt_str_is(source.origin, "http://example.org/strike"));
	ck_assert_str_eq(source.language.code, "ru");
}
END_TEST

START_TEST(book_without_package_is_read_as_packed)
{
	read_parts("book.epub",
		(struct part[]) { { "b.xhtml", PAGE("First.") }, { "a.htm", PAGE("Second.") } }, 2);
	ck_assert_str_eq(blocks(), "paragraph: First.\nparagraph: Second.");
	ck_assert_ptr_nonnull(strstr(told(), "does not say what it consists of"));
}
END_TEST

#define ENCRYPTED(path)                                                                            \
	{                                                                                          \
		"META-INF/encryption.xml",                                                         \
			"<encryption><EncryptedData><CipherData><CipherReference URI=\"" path      \
			"\"/></CipherData></EncryptedData></encryption>"                           \
	}

START_TEST(encrypted_text_is_refused_but_not_a_font)
{
	struct part parts[] = { CONTAINER, ENCRYPTED("OPS/font.otf"),
		{ "OPS/book.opf", OPF("", ITEM("a", "a.html"), "<itemref idref=\"a\"/>") },
		{ "OPS/a.html", PAGE("Text.") } };

	read_parts("book.epub", parts, 4);
	ck_assert_str_eq(blocks(), "paragraph: Text.");
	parts[1] = (struct part)ENCRYPTED("OPS/a.html");
	ck_assert_int_eq(try_parts("book.epub", parts, 4), KT_EINPUT);
	ck_assert_ptr_nonnull(strstr(err.message, "book.epub: encrypted (OPS/a.html)"));
}
END_TEST

START_TEST(archive_cut_short_is_read_as_far_as_it_goes)
{
	kt_buf zip = KT_BUF_INIT;
	kt_str cut;

	pack(&zip, (struct part[]) { { "a.html", PAGE("First.") }, { "b.html", PAGE("Second.") } },
		2);
	cut = kt_str_sub(kt_buf_str(&zip), 0, kt_str_find(kt_buf_str(&zip), KT_STR("b.html"), 0));
	read_file("book.epub", cut);
	ck_assert_str_eq(blocks(), "paragraph: First.");
	ck_assert_ptr_nonnull(strstr(told(), "book.epub: damaged archive"));
	ck_assert_int_eq(try_file("book.epub", kt_str_sub(cut, 0, 20)), KT_EINPUT);
	ck_assert_ptr_nonnull(strstr(err.message, "book.epub: "));
	kt_buf_release(&zip);
}
END_TEST

/* Zeros: a thousand of them in a byte of the archive. */
START_TEST(bomb_is_not_unpacked)
{
	enum { CHUNK = 40 << 20, CHUNKS = 3 };
	kt_buf zip = KT_BUF_INIT;
	size_t used = 0;
	struct archive *archive = zip_begin(&zip, (size_t)1 << 20, &used);
	char *zeros = calloc(1, CHUNK);

	ck_assert_ptr_nonnull(zeros);
	for (int i = 0; i < CHUNKS; i++)
		add_part(archive, i ? "b.html" : "a.html", zeros, CHUNK);
	zip_end(archive, &zip, &used);
	free(zeros);
	ck_assert_int_eq(try_file("book.epub", kt_buf_str(&zip)), KT_EINPUT);
	ck_assert_ptr_nonnull(strstr(err.message, "book.epub: unpacks to more than"));
	kt_buf_release(&zip);
}
END_TEST

START_TEST(zipped_fictionbook_is_read)
{
	read_parts("book.fb2.zip",
		(struct part[]) { { "about.txt", "nothing" },
			{ "book.fb2", "<?xml version=\"1.0\"?><FictionBook "
				      "xmlns=\"http://www.gribuser.ru/xml/fictionbook/2.0\"><body>"
				      "<section><p>Text of the book.</p></section></body>"
				      "</FictionBook>" } },
		2);
	ck_assert_str_eq(blocks(), "paragraph: Text of the book.");
	ck_assert_str_eq(source.format, "fb2");
	ck_assert_int_eq(
		try_parts("book.fb2.zip", (struct part[]) { { "a.txt", "text" } }, 1), KT_EINPUT);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("epub");
	TCase *tests = tcase_create("epub");

	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, texts_come_in_the_order_of_the_spine);
	tcase_add_test(tests, package_has_the_metadata);
	tcase_add_test(tests, book_without_package_is_read_as_packed);
	tcase_add_test(tests, encrypted_text_is_refused_but_not_a_font);
	tcase_add_test(tests, archive_cut_short_is_read_as_far_as_it_goes);
	tcase_add_test(tests, bomb_is_not_unpacked);
	tcase_add_test(tests, zipped_fictionbook_is_read);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
