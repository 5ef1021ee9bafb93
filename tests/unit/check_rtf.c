/* RTF: letters in code pages, paragraphs and their kinds, what is left out. */
#include "reading.h"

static void read_rtf(const char *body)
{
	kt_buf file = KT_BUF_INIT;

	kt_buf_addf(&file, "{\\rtf1\\ansi\\ansicpg1252\\deff0%s}", body);
	read_file("essay.rtf", kt_buf_str(&file));
	kt_buf_release(&file);
}

/* ---- letters ---- */

static const struct {
	const char *rtf, *text;
} letters[] = {
	{ "plain\r\n text", "plain text" },
	{ "\\'93hi\\'94", "\u201Chi\u201D" },
	{ "{\\fonttbl{\\f0\\fcharset204 Times;}}\\f0 \\'cc\\'e8\\'f0", "Мир" },
	{ "{\\fonttbl{\\f0 A;}{\\f1\\cpg866 B;}}\\f1\\'8c\\f0 ir", "Мir" },
	{ "{\\fonttbl{\\f7\\fcharset128 Mincho;}}\\f7 \\'93\\'fa\\'96\\'7b", "日本" },
	{ "\\ansicpg1251 \\'cc\\'e8\\'f0", "Мир" },
	{ "\\u1052?\\u1080?\\u1088?", "Мир" },
	{ "\\u945a b", "α b" },
	{ "{\\uc2\\u228\\'E8a}b", "äb" },
	{ "{\\uc0\\u228}a\\u228 bc", "äaäc" },
	{ "\\u-10179?\\u-8704?", "\U0001F600" },
	{ "\\u-10179?alone", "alone" },
	{ "a\\u-3913?b", "ab" }, /* of a font of signs */
	{ "\\emdash\\endash\\lquote\\rquote\\ldblquote\\rdblquote\\bullet", "—–‘’“”•" },
	{ "a\\~b\\tab c\\_d", "a b c\u2011d" },
	{ "\\{a\\}\\\\", "{a}\\" },
	{ "a{\\v b}{\\deleted c}d\\v x\\v0 e", "ade" },
	{ "a{\\upr{b}{\\*\\ud{c}}}d", "acd" },
	{ "a\\bin3 }{\\b", "ab" },
	{ "a{\\*\\unknown b}c{\\unknown d}", "acd" },
	{ "a{\\pict 00ff}{\\header b}{\\*\\bkmkstart c}{\\xe d}e", "ae" },
	{ "{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt link}}", "link" },
	{ "a{\\nonesttables b}{\\colortbl;\\red0;}c", "ac" },
};

START_TEST(letters_are_what_they_stand_for)
{
	read_rtf(letters[_i].rtf);
	ck_assert_uint_eq(source.block_count, 1);
	ck_assert_str_eq(text_of_block(0), letters[_i].text);
}
END_TEST

/* ---- blocks ---- */

#define STYLES                                                                                     \
	"{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}{\\s2\\sbasedon1 Own;}{\\s3 Intense Quote;}"  \
	"{\\s4\\outlinelevel2 Thing;}{\\s5 \\'c7\\'e0\\'e3\\'ee\\'eb\\'ee\\'e2\\'ee\\'ea 2;}"      \
	"{\\*\\cs6 heading 9;}{\\s7 caption;}}"
#define LONG                                                                                       \
	"The committee met on a Tuesday evening and nobody on it believed the messenger who "      \
	"came from the gates."

static const struct {
	const char *rtf, *blocks;
} kinds[] = {
	{ "One " LONG "\\par Two " LONG "\\par", "paragraph: One " LONG "\nparagraph: Two " LONG },
	{ STYLES "\\s1 First\\par\\pard\\s2 Second\\par\\pard\\s4 Third\\par\\pard " LONG "\\par",
		"heading: First\nheading: Second\nheading: Third\nparagraph: " LONG },
	{ "\\ansicpg1251" STYLES "\\pard\\s5 A\\par\\pard\\s7 B\\par", "heading: A\ncaption: B" },
	{ STYLES "\\pard\\outlinelevel0 A\\par\\pard\\s3 B\\par", "heading: A\nblockquote: B" },
	{ LONG "\\par\\pard\\li720 Set in. " LONG "\\par\\pard\\li720\\fi-720 Hanging " LONG
	       "\\par",
		"paragraph: " LONG "\nblockquote: Set in. " LONG "\nparagraph: Hanging " LONG },
	{ "\\pard\\ls1{\\listtext\\pard 1.\\tab}A\\par\\pard{\\pntext 2.}B\\par",
		"list: A\nlist: B" },
	{ "\\trowd\\pard\\intbl A\\cell B\\par C\\cell\\row\\trowd\\pard\\intbl D\\cell\\cell\\row"
	  "\\pard " LONG "\\par",
		"table: A | B C|D\nparagraph: " LONG },
	{ "Before" LONG "{\\super\\chftn}{\\footnote\\pard\\plain {\\chftn} The note.\\par} and "
	  "behind.\\par " LONG,
		"paragraph: Before" LONG " and behind.\nfootnote: The note.\nparagraph: " LONG },
	{ LONG "{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt " LONG
	       "\\par}}{\\shprslt twice}}\\par",
		"paragraph: " LONG "\nparagraph: " LONG },
	{ "A " LONG "\\line B\\par", "paragraph: A " LONG "|B" },
};

START_TEST(paragraphs_are_of_the_kind_that_they_say)
{
	read_rtf(kinds[_i].rtf);
	ck_assert_str_eq(blocks(), kinds[_i].blocks);
}
END_TEST

START_TEST(properties_are_metadata)
{
	read_rtf("{\\info{\\title The {\\b strike}}{\\author A. Writer}{\\company X}"
		 "{\\creatim\\yr1926\\mo3\\dy9\\hr1}}text");
	ck_assert(kt_str_is(source.title, "The strike"));
	ck_assert(kt_str_is(source.author, "A. Writer"));
	ck_assert(kt_str_is(source.date, "1926-03-09"));
	ck_assert_str_eq(source.format, "rtf");
}
END_TEST

START_TEST(broken_file_is_read_as_far_as_it_goes)
{
	read_file("essay.rtf", KT_STR("{\\rtf1 Some text\\par {\\b and more"));
	ck_assert_str_eq(blocks(), "paragraph: Some text\nparagraph: and more");
	ck_assert_str_eq(told(), "essay.rtf: breaks off before its end; read as far as it goes\n");
}
END_TEST

START_TEST(nesting_has_a_bound)
{
	kt_buf file = KT_BUF_INIT;

	kt_buf_add(&file, KT_STR("{\\rtf1 a"));
	for (int i = 0; i < 100000; i++)
		kt_buf_addc(&file, '{');
	kt_buf_addc(&file, 'b');
	for (int i = 0; i < 100000; i++)
		kt_buf_addc(&file, '}');
	kt_buf_add(&file, KT_STR("c}"));
	read_file("essay.rtf", kt_buf_str(&file));
	ck_assert_str_eq(blocks(), "paragraph: ac");
	kt_buf_release(&file);
}
END_TEST

START_TEST(other_bytes_are_refused)
{
	ck_assert_int_eq(try_file("essay.rtf", KT_STR("This is a plain text.")), KT_EINPUT);
	ck_assert_ptr_nonnull(strstr(err.message, "essay.rtf: "));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("rtf");
	TCase *tests = tcase_create("rtf");

	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_loop_test(tests, letters_are_what_they_stand_for, 0, COUNT(letters));
	tcase_add_loop_test(tests, paragraphs_are_of_the_kind_that_they_say, 0, COUNT(kinds));
	tcase_add_test(tests, properties_are_metadata);
	tcase_add_test(tests, broken_file_is_read_as_far_as_it_goes);
	tcase_add_test(tests, nesting_has_a_bound);
	tcase_add_test(tests, other_bytes_are_refused);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
