/* ODT: paragraphs by their styles, notes, tables, what is left out; packed and flat. */
#include "packing.h"

#define NAMES                                                                                      \
	"xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "                       \
	"xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "                           \
	"xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "                         \
	"xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "                         \
	"xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "                \
	"xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "                        \
	"xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "                  \
	"xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "                           \
	"xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
#define STYLES                                                                                     \
	"<style:style style:name=\"P1\" style:family=\"paragraph\" "                               \
	"style:parent-style-name=\"Quotations\"/>"                                                 \
	"<style:style style:name=\"P2\" style:family=\"paragraph\" "                               \
	"style:parent-style-name=\"Standard\"><style:paragraph-properties "                        \
	"fo:margin-left=\"1cm\"/></style:style>"                                                   \
	"<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties "             \
	"style:text-position=\"super 58%%\"/></style:style>"
#define COMMON                                                                                     \
	"<style:style style:name=\"Quotations\" style:family=\"paragraph\"/>"                      \
	"<style:style style:name=\"Heading_20_2\" style:display-name=\"Heading 2\" "               \
	"style:family=\"paragraph\"/>"
#define P(text) "<text:p>" text "</text:p>"
#define LONG                                                                                       \
	"The committee met on a Tuesday evening and nobody on it believed the messenger who "      \
	"came from the gates."

static void read_body(const char *body)
{
	kt_buf content = KT_BUF_INIT;

	kt_buf_addf(&content,
		"<office:document-content " NAMES "><office:automatic-styles>" STYLES
		"</office:automatic-styles><office:body><office:text>%s</office:text>"
		"</office:body></office:document-content>",
		body);
	read_parts("essay.odt",
		(struct part[]) { { "mimetype", "application/vnd.oasis.opendocument.text" },
			{ "styles.xml", "<office:document-styles " NAMES "><office:styles>" COMMON
					"</office:styles></office:document-styles>" },
			{ "content.xml", content.ptr } },
		3);
	kt_buf_release(&content);
}

static const struct {
	const char *body, *blocks;
} cases[] = {
	{ "<text:h text:outline-level=\"2\">A</text:h>" P(LONG "<text:s text:c=\"3\"/>End.")
			P(LONG),
		"heading: A\nparagraph: " LONG " End.\nparagraph: " LONG },
	{ "<text:p text:style-name=\"P1\">A</text:p><text:p "
	  "text:style-name=\"Heading_20_2\">B</text:p>"
	  "<text:p text:style-name=\"P2\">Set in. " LONG "</text:p>" P(LONG),
		"blockquote: A\nheading: B\nblockquote: Set in. " LONG "\nparagraph: " LONG },
	{ P("a<text:tab/>b<text:line-break/>c"), "paragraph: a b|c" },
	{ "<text:list><text:list-item>" P("A") "<text:list><text:list-item>" P(
		  "B") "</text:list-item></text:list></text:list-item></text:list>" P(LONG),
		"list: A\nlist: B\nparagraph: " LONG },
	{ P(LONG "<text:note "
		 "text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>"
		 "<text:note-body>" P("The note.") "</text:note-body></text:note> Behind.") P(LONG),
		"paragraph: " LONG " Behind.\nfootnote: The note.\nparagraph: " LONG },
	{ P("met<text:span text:style-name=\"T1\">12</text:span> again"),
		"paragraph: met[12] again" },
	{ "<text:tracked-changes><text:changed-region>" P("gone") "</text:changed-region>"
								  "</text:tracked-changes>" P(LONG),
		"paragraph: " LONG },
	{ P(LONG "<office:annotation><dc:creator>X</dc:creator>" P(
		  "remark") "</office:annotation>"),
		"paragraph: " LONG },
	{ "<table:table><table:table-row><table:table-cell>" P(
		  "A") "</table:table-cell>"
		       "<table:table-cell>" P(
			       "B") "</table:table-cell></table:table-row><table:table-row>"
				    "<table:table-cell>" P(
					    "C") "</table:table-cell><table:covered-table-cell/>"
						 "</table:table-row></table:table>",
		"table: A | B|C" },
	{ P(LONG "<draw:frame><draw:text-box>" P(
		  LONG " In a box.") "</draw:text-box><svg:title>no"
				     "</svg:title></draw:frame> Behind."),
		"paragraph: " LONG " Behind.\nparagraph: " LONG " In a box." },
	{ "<text:table-of-content><text:table-of-content-source><text:index-title-template>no"
	  "</text:index-title-template></text:table-of-content-source><text:index-body>" P(
		  "Chapter") "</text:index-body></text:table-of-content>",
		"list: Chapter" },
};

START_TEST(body_gives_blocks)
{
	read_body(cases[_i].body);
	ck_assert_str_eq(blocks(), cases[_i].blocks);
	ck_assert_str_eq(told(), "");
}
END_TEST

START_TEST(flat_file_is_read_too)
{
	read_file("essay.fodt",
		KT_STR("<?xml version=\"1.0\"?><office:document " NAMES
		       "><office:meta><dc:title>The "
		       "strike</dc:title><dc:creator>Editor</dc:creator>"
		       "<meta:initial-creator>A. Writer</meta:initial-creator>"
		       "<meta:creation-date>2004-03-09T12:00:00</meta:creation-date>"
		       "<dc:date>2005-01-01</dc:date></office:meta><office:styles>" COMMON
		       "</office:styles><office:body><office:text>"
		       "<text:p text:style-name=\"Quotations\">A</text:p>" P(
			       LONG) "</office:text></office:body></office:document>"));
	ck_assert_str_eq(blocks(), "blockquote: A\nparagraph: " LONG);
	ck_assert(kt_str_is(source.title, "The strike"));
	ck_assert(kt_str_is(source.author, "A. Writer"));
	ck_assert(kt_str_is(source.date, "2004-03-09"));
	ck_assert_str_eq(source.format, "odt");
}
END_TEST

START_TEST(encrypted_file_is_refused)
{
	ck_assert_int_eq(
		try_parts("essay.odt",
			(struct part[]) {
				{ "META-INF/manifest.xml",
					"<m:manifest xmlns:m=\"m\"><m:file-entry>"
					"<m:encryption-data/></m:file-entry></m:manifest>" },
				{ "content.xml", "\x01\x02" } },
			2),
		KT_EINPUT);
	ck_assert_ptr_nonnull(strstr(err.message, "essay.odt: encrypted"));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("odt");
	TCase *tests = tcase_create("odt");

	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_loop_test(tests, body_gives_blocks, 0, COUNT(cases));
	tcase_add_test(tests, flat_file_is_read_too);
	tcase_add_test(tests, encrypted_file_is_refused);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
