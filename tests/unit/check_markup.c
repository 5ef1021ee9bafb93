/* HTML, TEI and other XML, FictionBook: from the bytes of a file to its blocks. */
#include "reading.h"

static void read_text(const char *name, const char *text)
{
	read_file(name, kt_str_of(text));
}

static const char *text_of(const kt_buf *buf)
{
	return buf->len ? buf->ptr : "";
}

/* A block a line, with its kind, and its language where it is told; | is a line end. */
static const char *blocks_with_languages(void)
{
	kt_buf_clear(&shown);
	for (size_t i = 0; i < source.block_count; i++) {
		const kt_block *block = &source.blocks[i];
		const char *code = block->language.code;

		ck_assert_int_eq((int)block->offset, -1);
		kt_buf_addf(&shown, "%s%s%s%s: ", i ? "\n" : "", kt_kind_name(block->kind),
			*code ? " " : "", code);
		for (size_t at = 0; at < block->text.len; at++)
			kt_buf_addc(
				&shown, block->text.ptr[at] == '\n' ? '|' : block->text.ptr[at]);
	}
	return text_of(&shown);
}

static void has_blocks(const char *name, const char *text, const char *expected)
{
	read_text(name, text);
	ck_assert_msg(strcmp(blocks_with_languages(), expected) == 0, "%s\nread as\n%s\nnot as\n%s",
		text, text_of(&shown), expected);
}

struct sample {
	const char *text, *blocks;
};

/* ---- HTML ---- */

static const struct sample pages[] = {
	{ "", "" },
	{ "plain words", "paragraph: plain words" },
	{ "<p>One.<p>Two  and\n\tmore&nbsp;words.",
		"paragraph: One.\nparagraph: Two and more words." },
	{ "<h1>The <i>Harbour</i><br>in Winter</h1>Text<div>in a div</div>and behind",
		"heading: The Harbour in Winter\nparagraph: Text\nparagraph: in a div\n"
		"paragraph: and behind" },
	{ "<p>one<br>line<br><br>next <wbr>par", "paragraph: one|line\nparagraph: next par" },
	{ "<blockquote>Ice.<p>Snow.<footer>A pilot</footer></blockquote>",
		"blockquote: Ice.\nblockquote: Snow.\nattribution: A pilot" },
	{ "<blockquote><p>Ice.</p><cite>A pilot</cite></blockquote>",
		"blockquote: Ice.\nattribution: A pilot" },
	{ "<div class='epigraph'><p>Ice.</p></div>", "blockquote: Ice." },
	{ "<ul><li>a<ul><li>b</ul><li><p>c</p></ul><dl><dt>d<dd>e</dl>",
		"list: a\nlist: b\nlist: c\nlist: d\nlist: e" },
	{ "<pre>\nThe ice came early\nThe boats lay still\nNo lamp was lit\n\nand then\nall went\n"
	  "</pre>",
		"verse: The ice came early|The boats lay still|No lamp was lit\n"
		"paragraph: and then|all went" },
	{ "<div class=poem><div class=stanza><span class=i0>Ice</span><span class=i2>Snow</span>"
	  "</div><div class=stanza><div class=line>Fog</div><div class=line>Rain</div></div></div>",
		"verse: Ice|Snow\nverse: Fog|Rain" },
	{ "<table><caption>Ships</caption><tr><th>Year<th>Number<tr><td>1917<td>A &amp; B<br>C"
	  "<tr><td>1918<td><p>D</p></table>",
		"caption: Ships\ntable: Year | Number|1917 | A & B C|1918 | D" },
	{ "<table><tr><td><p>One.</p><p>Two.</p></table>", "paragraph: One.\nparagraph: Two." },
	{ "<table><tr><td>left<td><table><tr><td>a<td>b</table></table>",
		"paragraph: left\ntable: a | b" },
	{ "<figure><img alt='no words'><figcaption>The port</figcaption></figure>",
		"caption: The port" },
	{ "<p>He said <q>no</q>.", "paragraph: He said “no”." },
	{ "<p>&#147;Ice&#148; &#150; &eacute;t&#xE9; &unknown;",
		"paragraph: “Ice” – été &unknown;" },
	{ "<p>war<sup><a href='#fn1'>1</a></sup> and<a href='#_ftn2'>[2]</a> peace"
	  "<a class='footnote-ref' href='#x'>3</a>",
		"paragraph: war[1] and[2] peace[3]" },
	{ "<p>In 1921<sup>4</sup> 10<sup>6</sup> km<sup>2</sup>, the 19<sup>th</sup>",
		"paragraph: In 1921[4] 10⁶ km², the 19th" },
	{ "<section role=doc-endnotes><ol><li>Ice. <a href='#fnref1'>↩</a></ol></section>",
		"footnote: Ice." },
	{ "<p class=MsoFootnoteText><a href='#_ftnref1'>[1]</a> Ice.</p><aside>Aside</aside>",
		"footnote: [1] Ice.\nfootnote: Aside" },
	{ "<table class=footnotes><tr class=footnote><td><a href='#fn1'>[1]</a><td>Ice.</table>",
		"footnote: [1] Ice." },
	{ "<h2>Bibliography</h2><p>Frost, J. 1978.</p><h3>Books</h3><ul><li>Snow</ul><h2>End</h2>"
	  "<p>Text",
		"heading: Bibliography\nbibliography: Frost, J. 1978.\nheading: Books\n"
		"bibliography: Snow\nheading: End\nparagraph: Text" },
	{ "<h2>Notes</h2><ol><li>Ice.</ol>", "heading: Notes\nfootnote: Ice." },
	{ "<center>THE ICE</center><p>Chapter IV</p><p align=center>Small words</p>",
		"heading: THE ICE\nheading: Chapter IV\nparagraph: Small words" },
	{ "<p lang=ru>Лёд.</p><div lang=de><p>Eis</p></div>",
		"paragraph ru: Лёд.\nparagraph de: Eis" },
	{ "<p>a</p><hr><p>* * *</p><p>----</p>b", "paragraph: a\nparagraph: b" },
	{ "<nav>no</nav><script>'<p>no'</script><style>no</style><noscript>no</noscript>"
	  "<template>no</template><div hidden>no</div><p style='display : none'>no</p>"
	  "<select><option>no</select><textarea>no</textarea><button>no</button><!-- no -->"
	  "<span class=pagenum>[Pg 7]</span><del>no</del>yes",
		"paragraph: yes" },
	{ "<p><b>bo</b>ld <i>a</i>b", "paragraph: bold ab" },
	{ "<b><p>mis</b>nested</i></p></div>x", "paragraph: misnested\nparagraph: x" },
	{ "<p>cut off <b", "paragraph: cut off" },
};

START_TEST(a_page_has_these_blocks)
{
	has_blocks("a.html", pages[_i].text, pages[_i].blocks);
	ck_assert_str_eq(source.format, "html");
	ck_assert_uint_eq(notices.len, 0);
}
END_TEST

START_TEST(soft_hyphens_stay_for_the_tokeniser)
{
	has_blocks("a.html", "<p>oppo&shy;sition", "paragraph: oppo\xC2\xADsition");
}
END_TEST

START_TEST(xhtml_is_html_under_either_name)
{
	static const char text[] =
		"<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'>"
		"<head><title/></head><body><a id='x'/><p>Ice.</p></body></html>";

	has_blocks("a.xhtml", text, "paragraph: Ice.");
	has_blocks("a.xml", text, "paragraph: Ice.");
	has_blocks("a", text, "paragraph: Ice.");
	ck_assert_str_eq(source.format, "html");
}
END_TEST

START_TEST(a_page_saved_as_text_is_a_page)
{
	has_blocks("a.txt", "\n<!doctype HTML><p>Ice.", "paragraph: Ice.");
}
END_TEST

START_TEST(a_page_says_who_wrote_it_and_when)
{
	read_text("a.html", "<html lang='en-GB'><title> Ice \n on the bar</title>"
			    "<meta name=author content='A. Frost'><meta name=Date content=1923>"
			    "<link rel=canonical href='http://example.org/ice'>"
			    "<link rel=license href='http://example.org/free'><p>x");
	ck_assert_str_eq(source.title.ptr, "Ice on the bar");
	ck_assert_str_eq(source.author.ptr, "A. Frost");
	ck_assert_str_eq(source.date.ptr, "1923");
	ck_assert_str_eq(source.origin.ptr, "http://example.org/ice");
	ck_assert_str_eq(source.licence.ptr, "http://example.org/free");
	ck_assert_str_eq(source.language.code, "en");
	ck_assert_str_eq(source.blocks[0].language.code, "");
}
END_TEST

START_TEST(dublin_core_is_believed_before_the_rest)
{
	read_text("a.html",
		"<title>Ice - Site</title><meta name=DC.Title content=Ice>"
		"<meta name=DCTERMS.created content=2012><meta name=DC.date content=1923>");
	ck_assert_str_eq(source.title.ptr, "Ice");
	ck_assert_str_eq(source.date.ptr, "1923");
}
END_TEST

START_TEST(a_page_without_a_title_has_its_first_heading)
{
	read_text("a.html", "<p>x<h2>Ice<br>on the bar</h2><h1>Other</h1>");
	ck_assert_str_eq(source.title.ptr, "Ice on the bar");
}
END_TEST

START_TEST(a_page_in_an_old_encoding_is_read)
{
	has_blocks("a.html",
		"<meta charset=iso-8859-1><p>\x93"
		"caf\xE9\x94",
		"paragraph: “café”");
	ck_assert_str_eq(source.encoding, "windows-1252");
	has_blocks("a.html",
		"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>"
		"<p>\xEC\xA3\xC4 \xCE\xC1 \xD2\xC5\xCB\xC5 \xD3\xD4\xCF\xD1\xCC",
		"paragraph: Лёд на реке стоял");
	/* the bytes are right where the declaration is not */
	has_blocks("a.html", "<meta charset=windows-1251><p>Лёд", "paragraph: Лёд");
}
END_TEST

/* ---- TEI ---- */

static const struct sample tei[] = {
	{ "<head>Ice</head><p>One <hi>word</hi>.</p><ab>Two</ab>",
		"heading: Ice\nparagraph: One word.\nparagraph: Two" },
	{ "<p>Ice<note n='1'>A note.</note> came.</p>",
		"paragraph: Ice[1] came.\nfootnote: [1] A note." },
	{ "<p>a<note n='7'><p>b</p><p>c<note n='8'>d</note></p></note></p><p>e</p>",
		"paragraph: a[7]\nfootnote: [7] b\nfootnote: c[8]\nfootnote: [8] d\nparagraph: e" },
	{ "<note>Alone</note><p>x</p>", "footnote: Alone\nparagraph: x" },
	{ "<quote><p>Ice.</p></quote><q>Snow.</q><p>He <q>said</q> so</p>",
		"blockquote: Ice.\nblockquote: Snow.\nparagraph: He said so" },
	{ "<p>He said: <quote><p>Ice.</p></quote> and left</p>",
		"paragraph: He said:\nblockquote: Ice.\nparagraph: and left" },
	{ "<cit><quote>Ice.</quote><bibl>Frost, 12</bibl></cit>",
		"blockquote: Ice.\nattribution: Frost, 12" },
	{ "<lg><l>Ice <name>on</name></l><l><name>Bar</name> x</l></lg><lg><l>Fog</l></lg>",
		"verse: Ice on|Bar x\nverse: Fog" },
	{ "<list><head>Ships</head><item>a <list><item>b</item></list></item></list>",
		"list: Ships\nlist: a\nlist: b" },
	{ "<table><head>T</head><row><cell>1</cell><cell>2<note "
	  "n='3'>c</note></cell></row></table>",
		"caption: T\ntable: 1 | 2[3]\nfootnote: [3] c" },
	{ "<figure><graphic url='x'/><head>Port</head><figDesc>Ships</figDesc></figure>",
		"caption: Port\ncaption: Ships" },
	{ "<listBibl><bibl>Frost. "
	  "<title>Ice</title></bibl><biblStruct><monogr><author>Snow</author>"
	  "<title>Fog</title></monogr></biblStruct></listBibl>",
		"bibliography: Frost. Ice\nbibliography: Snow Fog" },
	{ "<sp><speaker>Pilot</speaker><p>No.</p></sp>", "attribution: Pilot\nparagraph: No." },
	{ "<p>line<lb/>end, oppo<lb break='no'/>sition, oppo<pb/>sition. <pb "
	  "n='2'/>Next.<pb/>Last</p>",
		"paragraph: line end, opposition, opposition. Next. Last" },
	{ "<p><choice><sic>teh</sic><corr>the</corr></choice> <choice><abbr>Dr</abbr><expan>Doctor"
	  "</expan></choice> <choice><reg>ice</reg><orig>yce</orig></choice><del>x</del> "
	  "<app><lem>a</lem><rdg>b</rdg></app></p>",
		"paragraph: teh Dr yce a" },
	{ "<p>x<hi rend='sup'>2</hi> and 19<hi rend='superscript'>th</hi></p><fw>Page head</fw>",
		"paragraph: x² and 19th" },
	{ "<dateline>Port, <date>1 May</date></dateline><p xml:lang='de'>Eis</p>",
		"paragraph: Port, 1 May\nparagraph de: Eis" },
	{ "<p>caf&eacute; &own; &mdash; &amp; &lt; <![CDATA[<b>]]></p>",
		"paragraph: café frost — & < <b>" },
	{ "<!-- no --><?no no?><div><head/><p/></div><p>x</p>", "paragraph: x" },
};

static void read_tei(const char *body)
{
	kt_buf text = KT_BUF_INIT;

	kt_buf_addf(&text,
		"<!DOCTYPE TEI [<!ENTITY own 'frost'>]><TEI xmlns='http://www.tei-c.org/ns/1.0'>"
		"<text><body>%s</body></text></TEI>",
		body);
	read_text("a.xml", text.ptr);
	kt_buf_release(&text);
}

START_TEST(tei_has_these_blocks)
{
	read_tei(tei[_i].text);
	ck_assert_msg(strcmp(blocks_with_languages(), tei[_i].blocks) == 0,
		"%s\nread as\n%s\nnot as\n%s", tei[_i].text, text_of(&shown), tei[_i].blocks);
	ck_assert_str_eq(source.format, "tei");
	ck_assert_str_eq(text_of(&notices), "");
}
END_TEST

START_TEST(a_header_says_what_the_text_is)
{
	read_text("a.tei",
		"<TEI.2><teiHeader><fileDesc><titleStmt><title type='sub'>Sub</title>"
		"<title type='main'>Ice</title><author><forename>Anna</forename><surname>Frost"
		"</surname></author><author>B. Snow</author></titleStmt><publicationStmt><date>1990"
		"</date><idno>7</idno><idno type='URI'>http://example.org/ice</idno><availability>"
		"<licence target='http://example.org/free'>Free</licence></availability>"
		"</publicationStmt><sourceDesc><bibl>A book, <date when='1923'>1923</date></bibl>"
		"</sourceDesc></fileDesc><profileDesc><langUsage><language ident='ru'>Russian"
		"</language></langUsage></profileDesc></teiHeader><text><p>x</p></text></TEI.2>");
	ck_assert_str_eq(blocks_with_languages(), "paragraph: x");
	ck_assert_str_eq(source.title.ptr, "Ice");
	ck_assert_str_eq(source.author.ptr, "Anna Frost; B. Snow");
	ck_assert_str_eq(source.date.ptr, "1923");
	ck_assert_str_eq(source.origin.ptr, "http://example.org/ice");
	ck_assert_str_eq(source.licence.ptr, "http://example.org/free");
	ck_assert_str_eq(source.language.code, "ru");
}
END_TEST

/* ---- other XML ---- */

static const struct sample others[] = {
	{ "<r><e><name>Frost</name><date>1923</date></e><e><t>Ice on <b>the</b> bar</t></e></r>",
		"paragraph: Frost\nparagraph: 1923\nparagraph: Ice on the bar" },
	{ "<r><t><b>Ice</b> on the bar</t> <t>Snow</t></r>",
		"paragraph: Ice on the bar\nparagraph: Snow" },
	{ "<article><title>Ice</title><para>One<footnote><para>Two</para></footnote></para></"
	  "article>",
		"heading: Ice\nparagraph: One\nfootnote: Two" },
};

START_TEST(other_xml_is_read_by_its_elements)
{
	has_blocks("a.xml", others[_i].text, others[_i].blocks);
	ck_assert_str_eq(source.format, "xml");
}
END_TEST

START_TEST(malformed_xml_is_read_as_far_as_it_goes)
{
	has_blocks("a.xml", "<TEI>\n<p>Ice &amp; snow</p>\n<p>b<i>c</p>\n<p>d &lt; e",
		"paragraph: Ice & snow\nparagraph: bc\nparagraph: d < e");
	ck_assert_ptr_nonnull(strstr(notices.ptr, "a.xml:3: malformed XML"));
	has_blocks("a.xml", "<TEI><p>a &nowhere; b</p></TEI>", "paragraph: a \xEF\xBF\xBD b");
	ck_assert_str_eq(notices.ptr, "a.xml:1: malformed XML (an entity that is not declared)\n");
}
END_TEST

START_TEST(nothing_is_loaded_and_nothing_expands)
{
	has_blocks("a.xml",
		"<!DOCTYPE r SYSTEM 'file:///etc/hostname' [<!ENTITY f SYSTEM "
		"'file:///etc/hostname'>"
		"<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>"
		"<!ENTITY % p SYSTEM 'file:///etc/hostname'>%p;]><r>&f;|&c;|&a;</r>",
		"paragraph: \xEF\xBF\xBD|\xEF\xBF\xBD|ha");
}
END_TEST

START_TEST(xml_in_an_old_encoding_is_read)
{
	has_blocks("a.xml",
		"<?xml version='1.0' encoding='windows-1251'?><r><p>\xCB\xB8\xE4 \xED\xE0 "
		"\xF0\xE5\xEA\xE5 \xF1\xF2\xEE\xFF\xEB</p></r>",
		"paragraph: Лёд на реке стоял");
	has_blocks("a.xml", "<?xml version='1.0' encoding='utf-16'?><r><p>Лёд</p></r>",
		"paragraph: Лёд");
}
END_TEST

/* ---- FictionBook ---- */

static const char book[] =
	"<FictionBook xmlns:l='http://www.w3.org/1999/xlink'><stylesheet>no</stylesheet>"
	"<description><title-info><genre>no</genre><author><first-name>Anna</first-name>"
	"<last-name>Frost</last-name><email>no</email></author><book-title>Ice</book-title>"
	"<annotation><p>no</p></annotation><date value='1923-01-01'>1923</date><lang>ru</lang>"
	"</title-info><document-info><author><nickname>no</nickname></author>"
	"<src-url>http://example.org/ice</src-url></document-info></description>"
	"<body><title><p>Ice</p><p>on the bar</p></title><epigraph><p>Snow.</p>"
	"<text-author>A pilot</text-author></epigraph><section><title><p>One</p></title>"
	"<p>Fog<a l:href='#n1' type='note'>[1]</a> <emphasis>came</emphasis>.</p><empty-line/>"
	"<cite><p>Rain.</p><text-author>Snow</text-author></cite><poem><title><p>Song</p></title>"
	"<stanza><v>Ice</v><v>and snow</v></stanza><stanza><v>Fog</v></stanza></poem>"
	"<table><tr><th>a</th><td>b</td></tr></table></section></body><body name='notes'>"
	"<title><p>Примечания</p></title><section id='n1'><title><p>1</p></title><p>Thick.</p>"
	"<p>Very.</p></section></body><binary id='i'>bm8=</binary></FictionBook>";

START_TEST(a_fiction_book_has_these_blocks)
{
	has_blocks("a.fb2", book,
		"heading: Ice on the bar\nblockquote: Snow.\nattribution: A pilot\nheading: One\n"
		"paragraph: Fog[1] came.\nblockquote: Rain.\nattribution: Snow\nheading: Song\n"
		"verse: Ice|and snow\nverse: Fog\ntable: a | b\nheading: Примечания\n"
		"footnote: [1] Thick.\nfootnote: Very.");
	ck_assert_str_eq(source.format, "fb2");
}
END_TEST

START_TEST(a_fiction_book_says_what_it_is)
{
	read_text("a.fb2", book);
	ck_assert_str_eq(source.title.ptr, "Ice");
	ck_assert_str_eq(source.author.ptr, "Anna Frost");
	ck_assert_str_eq(source.date.ptr, "1923-01-01");
	ck_assert_str_eq(source.origin.ptr, "http://example.org/ice");
	ck_assert_str_eq(source.language.code, "ru");
}
END_TEST

/* ---- what is too much ---- */

static void repeat(kt_buf *out, const char *text, int times)
{
	while (times--)
		kt_buf_add(out, kt_str_of(text));
}

/* A file of these pieces, each repeated. */
static const struct {
	const char *name, *first, *often, *last, *shown, *notice;
} heaps[] = {
	{ "a.html", "", "<div>", "x", "paragraph: x", "" },
	{ "a.html", "", "<table><tr><td>", "x", "paragraph: x", "" },
	{ "a.html", "", "<p><font>x", "", NULL, "" },
	{ "a.xml", "<r>y", "<b>", "x", "paragraph: y", "malformed XML" },
	{ "a.xml", "<r>", "<note>", "</r>", "", "malformed XML" },
	{ "a.xml", "<r>", "&x;", "</r>", NULL, "not declared" },
	{ "a.fb2", "<FictionBook>", "<table><tr><td>", "", "", "malformed XML" },
};

START_TEST(a_heap_of_elements_is_no_danger)
{
	kt_buf text = KT_BUF_INIT;

	repeat(&text, heaps[_i].first, 1);
	repeat(&text, heaps[_i].often, 20000);
	repeat(&text, heaps[_i].last, 1);
	read_text(heaps[_i].name, text.ptr);
	if (heaps[_i].shown)
		ck_assert_str_eq(blocks_with_languages(), heaps[_i].shown);
	ck_assert_ptr_nonnull(strstr(text_of(&notices), heaps[_i].notice));
	kt_buf_release(&text);
}
END_TEST

START_TEST(ends_without_beginnings_in_deep_nesting_end_the_reading)
{
	kt_buf text = KT_BUF_INIT;

	repeat(&text, "<p>Ice.</p>", 1);
	repeat(&text, "<div>", 40000);
	repeat(&text, "</x>", 40000);
	has_blocks("a.html", text.ptr, "paragraph: Ice.");
	ck_assert_str_eq(notices.ptr, "a.html:1: elements nested too deep\n");
	kt_buf_release(&text);
}
END_TEST

START_TEST(thousands_of_attributes_are_refused)
{
	static const char *const names[] = { "a.html", "a.xml" };

	for (int i = 0; i < COUNT(names); i++) {
		kt_buf text = KT_BUF_INIT;

		repeat(&text, "<p", 1);
		for (int n = 0; n < 20000; n++)
			kt_buf_addf(&text, " a%d='>'", n);
		ck_assert_int_eq(try_file(names[i], kt_buf_str(&text)), KT_EINPUT);
		ck_assert_ptr_nonnull(strstr(err.message, names[i]));
		kt_buf_release(&text);
	}
}
END_TEST

START_TEST(a_long_table_is_cut_between_rows)
{
	kt_buf text = KT_BUF_INIT;

	repeat(&text, "<table>", 1);
	repeat(&text, "<tr><td>ice snow<td>fog rain", 250);
	read_text("a.html", text.ptr);
	ck_assert_uint_eq(source.block_count, 4);
	for (size_t i = 0; i < source.block_count; i++) {
		ck_assert_int_eq(source.blocks[i].kind, KT_KIND_TABLE);
		ck_assert(kt_str_starts(source.blocks[i].text, KT_STR("ice snow | fog rain")));
	}
	kt_buf_release(&text);
}
END_TEST

START_TEST(only_part_of_formats_can_be_parted)
{
	ck_assert_int_eq(kt_readers_whole("a.txt", KT_STR("Ice")), 0);
	ck_assert_int_eq(kt_readers_whole("a.md", KT_STR("Ice")), 0);
	ck_assert_int_eq(kt_readers_whole("a", KT_STR("Ice")), 0);
	ck_assert_int_eq(kt_readers_whole("a.html", KT_STR("Ice")), 1);
	ck_assert_int_eq(kt_readers_whole("a.txt", KT_STR("<html>")), 1);
	ck_assert_int_eq(kt_readers_whole("a.fb2", KT_STR("")), 1);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("markup");
	TCase *t = tcase_create("markup");

	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, a_page_has_these_blocks, 0, COUNT(pages));
	tcase_add_test(t, soft_hyphens_stay_for_the_tokeniser);
	tcase_add_test(t, xhtml_is_html_under_either_name);
	tcase_add_test(t, a_page_saved_as_text_is_a_page);
	tcase_add_test(t, a_page_says_who_wrote_it_and_when);
	tcase_add_test(t, dublin_core_is_believed_before_the_rest);
	tcase_add_test(t, a_page_without_a_title_has_its_first_heading);
	tcase_add_test(t, a_page_in_an_old_encoding_is_read);
	tcase_add_loop_test(t, tei_has_these_blocks, 0, COUNT(tei));
	tcase_add_test(t, a_header_says_what_the_text_is);
	tcase_add_loop_test(t, other_xml_is_read_by_its_elements, 0, COUNT(others));
	tcase_add_test(t, malformed_xml_is_read_as_far_as_it_goes);
	tcase_add_test(t, nothing_is_loaded_and_nothing_expands);
	tcase_add_test(t, xml_in_an_old_encoding_is_read);
	tcase_add_test(t, a_fiction_book_has_these_blocks);
	tcase_add_test(t, a_fiction_book_says_what_it_is);
	tcase_add_loop_test(t, a_heap_of_elements_is_no_danger, 0, COUNT(heaps));
	tcase_add_test(t, ends_without_beginnings_in_deep_nesting_end_the_reading);
	tcase_add_test(t, thousands_of_attributes_are_refused);
	tcase_add_test(t, a_long_table_is_cut_between_rows);
	tcase_add_test(t, only_part_of_formats_can_be_parted);
	suite_add_tcase(s, t);
	return s;
}

int main(void)
{
	return run_suite(suite());
}
