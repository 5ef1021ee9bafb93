/* DOCX: paragraphs by their styles, notes, tables, what is left out. */
#include "packing.h"

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
#define MC                                                                                         \
	"xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "                \
	"xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define R(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define STYLED(style, text)                                                                        \
	"<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define LONG                                                                                       \
	"The committee met on a Tuesday evening and nobody on it believed the messenger who "      \
	"came from the gates."

static const char styles[] =
	"<w:styles " W ">"
	"<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/>"
	"<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
	"<w:style w:type=\"paragraph\" w:styleId=\"own\"><w:name w:val=\"My own\"/>"
	"<w:basedOn w:val=\"1\"/></w:style>"
	"<w:style w:type=\"paragraph\" w:styleId=\"a3\"><w:name w:val=\"Quote\"/></w:style>"
	"<w:style w:type=\"paragraph\" w:styleId=\"z\"><w:name w:val=\"Цитата 2\"/></w:style>"
	"<w:style w:type=\"paragraph\" w:styleId=\"c\"><w:name w:val=\"caption\"/></w:style>"
	"<w:style w:type=\"paragraph\" w:styleId=\"b\"><w:name w:val=\"Bibliography\"/></w:style>"
	"<w:style w:type=\"paragraph\" w:styleId=\"l\"><w:name w:val=\"List Paragraph\"/>"
	"<w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>"
	"<w:style w:type=\"paragraph\" w:styleId=\"loop\"><w:name w:val=\"Loop\"/>"
	"<w:basedOn w:val=\"loop\"/></w:style>"
	"</w:styles>";

static const char footnotes[] =
	"<w:footnotes " W "><w:footnote w:type=\"separator\" w:id=\"-1\">" P(
		"no") "</w:footnote>"
		      "<w:footnote w:id=\"1\"><w:p><w:r><w:footnoteRef/></w:r>" R(
			      " The note.") "</w:p>" P("More.") "</w:footnote><w:footnote "
								"w:id=\"2\">" P("Another.") "</"
											    "w:"
											    "footno"
											    "te></"
											    "w:"
											    "footno"
											    "tes>";

static const char endnotes[] =
	"<w:endnotes " W "><w:endnote w:id=\"1\">" P("At the end.") "</w:endnote></w:endnotes>";

static void read_body(const char *body)
{
	kt_buf document = KT_BUF_INIT;

	kt_buf_addf(&document, "<w:document " W MC "><w:body>%s</w:body></w:document>", body);
	read_parts("essay.docx",
		(struct part[]) { { "word/document.xml", document.ptr },
			{ "word/styles.xml", styles }, { "word/footnotes.xml", footnotes },
			{ "word/endnotes.xml", endnotes } },
		4);
	kt_buf_release(&document);
}

static const struct {
	const char *body, *blocks;
} cases[] = {
	{ P(LONG " One.") P(LONG " Two."), "paragraph: " LONG " One.\nparagraph: " LONG " Two." },
	{ STYLED("1", "A") STYLED("own", "B") STYLED("loop", LONG),
		"heading: A\nheading: B\nparagraph: " LONG },
	{ STYLED("a3", "A") STYLED("z", "B") STYLED("c", "C") STYLED("b", "D") STYLED("l", "E"),
		"blockquote: A\nblockquote: B\ncaption: C\nbibliography: D\nlist: E" },
	{ P(LONG) "<w:p><w:pPr><w:ind w:left=\"720\"/></w:pPr>" R("Set in. " LONG) "</w:p>" P(LONG),
		"paragraph: " LONG "\nblockquote: Set in. " LONG "\nparagraph: " LONG },
	{ P(LONG) "<w:p><w:pPr><w:ind w:left=\"720\" w:hanging=\"720\"/></w:pPr>" R(LONG) "</w:p>",
		"paragraph: " LONG "\nparagraph: " LONG },
	{ "<w:p>" R("a") "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/"
			 "><w:t>d</w:t>"
			 "</w:r></w:p>",
		"paragraph: a b|c\u2011d" },
	/* tracked changes, hidden text, fields */
	{ "<w:p>" R("a ") "<w:ins>" R(
		  "new ") "</w:ins><w:del><w:r><w:delText>old</w:delText>"
			  "</w:r>" R("old") "</w:del><w:moveFrom>" R(
				  "moved") "</w:moveFrom>"
					   "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</"
					   "w:t></w:r>" R("b") "</w:p>",
		"paragraph: a new b" },
	{ "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>IF"
	  "</w:instrText></w:r>" R("inner") "<w:r><w:fldChar "
					    "w:fldCharType=\"separate\"/></w:r>" R(
						    "result") "<w:r><w:fldChar "
							      "w:fldCharType=\"end\"/></"
							      "w:r>" R(" behind") "</w:p>",
		"paragraph: result behind" },
	{ "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs><w:rPr><w:vanish/></w:rPr>"
	  "<w:pPrChange><w:pPr><w:pStyle w:val=\"1\"/></w:pPr></w:pPrChange></w:pPr>" R(
		  LONG) "</w:p>",
		"paragraph: " LONG },
	/* notes */
	{ "<w:p>" R(LONG) "<w:r><w:footnoteReference w:id=\"1\"/></w:r>" R(" Behind.") "</w:p>" P(
		  LONG),
		"paragraph: " LONG
		" Behind.\nfootnote: The note.\nfootnote: More.\nparagraph: " LONG },
	{ "<w:p>" R(LONG) "<w:r><w:endnoteReference w:id=\"1\"/><w:footnoteReference "
			  "w:id=\"2\"/>"
			  "<w:footnoteReference w:id=\"2\"/><w:footnoteReference "
			  "w:id=\"9\"/></w:r></w:p>",
		"paragraph: " LONG "\nfootnote: At the end.\nfootnote: Another." },
	{ "<w:p>" R("met") "<w:r><w:rPr><w:vertAlign "
			   "w:val=\"superscript\"/></w:rPr><w:t>12</w:t>"
			   "</w:r>" R(" again") "</w:p>",
		"paragraph: met[12] again" },
	/* tables */
	{ "<w:tbl><w:tr><w:tc>" P("A") "</w:tc><w:tc>" P("B") P("C") "</w:tc></w:tr><w:tr><w:tc>" P(
		  "D") "</w:tc><w:tc>" P("E") "</w:tc></w:tr></w:tbl>" P(LONG),
		"table: A | B C|D | E\nparagraph: " LONG },
	{ "<w:tbl><w:tr><w:tc><w:p>" R("A") "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
					    "</w:tc><w:tc>" P("B") "</w:tc></w:tr></w:tbl>",
		"table: A | B\nfootnote: Another." },
	{ "<w:tbl><w:tr><w:tc>" P(LONG) "<w:tbl><w:tr><w:tc>" P("A") "</w:tc><w:tc>" P(
		  "B") "</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>",
		"paragraph: " LONG "\ntable: A | B" },
	/* boxes and what stands for them */
	{ "<w:p>" R(LONG) "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" P(
		  LONG " In a box.") "</w:txbxContent></"
				     "mc:Choice><mc:Fallback><w:txbxContent>" P(
					     "twice") "</"
						      "w:"
						      "txbxCo"
						      "ntent>"
						      "</"
						      "mc:"
						      "Fallba"
						      "ck></"
						      "mc:"
						      "Altern"
						      "ateCon"
						      "tent><"
						      "/w:"
						      "r>" R(" Behind.") "</w:p>",
		"paragraph: " LONG " Behind.\nparagraph: " LONG " In a box." },
	{ "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" P(
		  "Click here") "</w:sdtContent></w:sdt><w:sdt><w:sdtContent>" P(LONG) "</"
										       "w:"
										       "sdt"
										       "Con"
										       "ten"
										       "t><"
										       "/w:"
										       "sdt"
										       ">",
		"paragraph: " LONG },
	{ "<w:p>" R("a") "<a:p><a:r><a:t>drawn</a:t></a:r></a:p>" R("b") "</w:p>",
		"paragraph: ab" },
};

START_TEST(body_gives_blocks)
{
	read_body(cases[_i].body);
	ck_assert_str_eq(blocks(), cases[_i].blocks);
	ck_assert_str_eq(told(), "");
}
END_TEST

START_TEST(properties_are_metadata)
{
	read_parts("essay.docx",
		(struct part[]) {
			{ "_rels/.rels", "<Relationships><Relationship Type=\"x/officeDocument\" "
					 "Target=\"/word/document2.xml\"/></Relationships>" },
			{ "word/document2.xml",
				"<w:document " W "><w:body>" P(LONG) "</w:body></w:document>" },
			{ "docProps/core.xml",
				"<c:p xmlns:c=\"c\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
				"xmlns:dcterms=\"http://purl.org/dc/terms/\"><dc:title>The strike"
				"</dc:title><dc:creator>A. Writer</dc:creator><dc:language>en-GB"
				"</dc:language><dcterms:modified>2005-01-02T00:00:00Z"
				"</dcterms:modified><dcterms:created>2004-03-09T12:00:00Z"
				"</dcterms:created></c:p>" } },
		3);
	ck_assert_str_eq(blocks(), "paragraph: " LONG);
	ck_assert(kt_str_is(source.title, "The strike"));
	ck_assert(kt_str_is(source.author, "A. Writer"));
	ck_assert(kt_str_is(source.date, "2004-03-09"));
	ck_assert_str_eq(source.language.code, "en");
	ck_assert_str_eq(source.format, "docx");
}
END_TEST

START_TEST(broken_xml_is_read_as_far_as_it_goes)
{
	read_parts("essay.docx",
		(struct part[]) {
			{ "word/document.xml", "<w:document " W "><w:body>" P(LONG) P("Cut <b") } },
		1);
	ck_assert_ptr_nonnull(strstr(blocks(), "paragraph: " LONG));
	ck_assert_ptr_nonnull(strstr(told(), "essay.docx: word/document.xml:1: "));
}
END_TEST

START_TEST(other_archive_is_refused)
{
	ck_assert_int_eq(
		try_parts("essay.docx", (struct part[]) { { "a.txt", "text" } }, 1), KT_EINPUT);
	ck_assert_ptr_nonnull(strstr(err.message, "essay.docx: no DOCX"));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("docx");
	TCase *tests = tcase_create("docx");

	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_loop_test(tests, body_gives_blocks, 0, COUNT(cases));
	tcase_add_test(tests, properties_are_metadata);
	tcase_add_test(tests, broken_xml_is_read_as_far_as_it_goes);
	tcase_add_test(tests, other_archive_is_refused);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
