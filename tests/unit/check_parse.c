/* From the words of a query to its tree, or to an error and its place. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kartoteka/parse.h"

#define COUNT(table) (int)(sizeof(table) / sizeof(table)[0])

static kt_arena *arena;
static kt_buf text;

static void set_up(void)
{
	ck_assert_int_eq(kt_arena_new(&arena, NULL), KT_OK);
	kt_buf_init(&text);
}

static void tear_down(void)
{
	kt_arena_free(arena);
	kt_buf_release(&text);
}

static const char *described(kt_str query)
{
	kt_error err;
	kt_query *tree;

	if (kt_query_parse(&tree, arena, query, &err))
		ck_abort_msg("%.*s: %s", KT_STR_ARG(query), err.message);
	kt_buf_clear(&text);
	kt_query_describe(&text, tree);
	return text.ptr;
}

/* ---- trees ---- */

static const struct reading {
	const char *query, *tree;
} readings[] = {
	/* words */
	{ "Stalin", "word:Stalin" },
	{ "  a \t b\nc ", "(list word:a word:b word:c)" },
	{ "=organisation", "exact:organisation" },
	{ "~Ryutin", "alike:Ryutin" },
	{ "organi*", "prefix:organi" },
	{ "counter-rev*", "prefix:counter-rev" },
	{ "Рю*", "prefix:Рю" },
	{ "e\xCC\x81t*", "prefix:e\xCC\x81t" },
	{ "19*, then", "(list prefix:19 word:then)" },
	{ "counter-revolution", "word:counter-revolution" },
	{ "N.K. Krupskaya", "(list word:N.K. word:Krupskaya)" },
	{ "1936–38 1936-8", "(list word:1936–38 word:1936-8)" },
	{ "41,000 4:51 Sky+HD", "(list word:41,000 word:4:51 word:Sky+HD)" },
	{ "don't Zinov'ev Zinov’ev 'tis",
		"(list word:don't word:Zinov'ev word:Zinov’ev word:'tis)" },
	{ "organi[s]ation [T]he", "(list word:organi[s]ation word:[T]he)" },
	{ "who, then, was Lenin?", "(list word:who word:then word:was word:Lenin)" },
	{ "AND/OR R&D", "(list word:AND/OR word:R&D)" },
	{ "and or not near", "(list word:and word:or word:not word:near)" },
	{ "ANDES NEARLY ORDER", "(list word:ANDES word:NEARLY word:ORDER)" },
	{ "spread - out — and – so", "(list word:spread word:out word:and word:so)" },
	{ "one --two —three", "(list word:one word:two word:three)" },
	{ "Marx & Engels ... !", "(list word:Marx word:Engels)" },
	{ "note: http://a.b/c?d=e 12:30", "(list word:note word:http://a.b/c?d=e word:12:30)" },
	{ "note:\"a b\"", "(list word:note phrase:\"a b\")" },
	{ "a\xC2\xA0"
	  "b\xE2\x80\xAF"
	  "c\xE3\x80\x80"
	  "d",
		"(list word:a word:b word:c word:d)" },
	{ "\xEF\xBB\xBF"
	  "Ленин",
		"word:Ленин" },
	{ "革命", "word:革命" },
	/* phrases */
	{ "\"a b c\"", "phrase:\"a b c\"" },
	{ "\"a b\"~3", "phrase:\"a b\"~3" },
	{ "\"a b\"~0, c", "(list phrase:\"a b\" word:c)" },
	{ "\"a b\"~1000", "phrase:\"a b\"~1000" },
	{ "=\"a b c\"", "exact:\"a b c\"" },
	{ "=\"a b\"~2", "exact:\"a b\"~2" },
	{ "\" a\n  b \"", "phrase:\"a b\"" },
	{ "“a b” «c d» „e f“ »g h« ‹i j› ”k l”",
		"(list phrase:\"a b\" phrase:\"c d\" phrase:\"e f\" phrase:\"g h\" phrase:\"i j\" "
		"phrase:\"k l\")" },
	{ "“a b\" \"c d» «e f”", "(list phrase:\"a b\" phrase:\"c d\" phrase:\"e f\")" },
	{ "\"a b” OR “c d\"", "(or phrase:\"a b\" phrase:\"c d\")" },
	{ "\"he said “no” to it\" now", "(list phrase:\"he said “no” to it\" word:now)" },
	{ "«статья \"Правды\" о нём»", "phrase:\"статья \"Правды\" о нём\"" },
	{ "\"don't go\" \"it's\"", "(list phrase:\"don't go\" phrase:\"it's\")" },
	{ "\"AND\" \"a OR (b\"", "(list phrase:\"AND\" phrase:\"a OR (b\")" },
	{ "foo\"a b\"bar", "(list word:foo phrase:\"a b\" word:bar)" },
	/* signs */
	{ "+a -b c", "(list +word:a -word:b word:c)" },
	{ "+\"a b\" -person:X ~c", "(list +phrase:\"a b\" -person:X alike:c)" },
	{ "+a", "word:a" },
	{ "a -(b OR c) +(d e)", "(list word:a -(or word:b word:c) +(list word:d word:e))" },
	{ "a -=b -~cde -fg*", "(list word:a -exact:b -alike:cde -prefix:fg)" },
	{ "a -NOT +AND", "(list word:a -word:NOT +word:AND)" },
	{ "a (-b)", "(list word:a -word:b)" },
	{ "a (-b -c)", "(list word:a -(or word:b word:c))" },
	{ "a +(NOT b)", "(list word:a -word:b)" },
	{ "-(+a) b", "(list -word:a word:b)" },
	/* operators */
	{ "a AND b", "(and word:a word:b)" },
	{ "a OR b OR c", "(or word:a word:b word:c)" },
	{ "a OR (b OR (c OR d))", "(or word:a word:b word:c word:d)" },
	{ "a AND (b AND c)", "(and word:a word:b word:c)" },
	{ "a NOT b", "(and word:a (not word:b))" },
	{ "a AND NOT b", "(and word:a (not word:b))" },
	{ "NOT a AND b", "(and (not word:a) word:b)" },
	{ "a AND -b", "(and word:a (not word:b))" },
	{ "a AND -b -c", "(and word:a (not (or word:b word:c)))" },
	{ "a AND (NOT b NOT c)", "(and word:a (not (or word:b word:c)))" },
	{ "a AND b OR c AND d", "(or (and word:a word:b) (and word:c word:d))" },
	{ "a AND (b OR c)", "(and word:a (or word:b word:c))" },
	{ "a b AND c d", "(and (list word:a word:b) (list word:c word:d))" },
	{ "a OR b c", "(or word:a (list word:b word:c))" },
	{ "a NOT b c", "(and word:a (not (list word:b word:c)))" },
	{ "NOT(a)AND(b)", "(and (not word:a) word:b)" },
	{ "((((a))))", "word:a" },
	{ "(+a b) AND c", "(and (list +word:a word:b) word:c)" },
	/* nearness */
	{ "a NEAR/5 b", "(near/5 word:a word:b)" },
	{ "a ADJ/3 b", "(adj/3 word:a word:b)" },
	{ "a NEAR b OR a ADJ b", "(or (near/10 word:a word:b) (adj/1 word:a word:b))" },
	{ "a NEAR/1000 b c", "(list (near/1000 word:a word:b) word:c)" },
	{ "(a OR b) NEAR/5 \"c d\"", "(near/5 (or word:a word:b) phrase:\"c d\")" },
	{ "(a OR (b OR =c)) NEAR/5 (d)", "(near/5 (or word:a word:b exact:c) word:d)" },
	{ "person:Stalin NEAR/8 year:1937", "(near/8 person:Stalin year:1937)" },
	{ "org:NKVD ADJ/2 ~Ryutin", "(adj/2 org:NKVD alike:Ryutin)" },
	{ "a -(b NEAR/2 c)", "(list word:a -(near/2 word:b word:c))" },
	/* fields */
	{ "person:Stalin", "person:Stalin" },
	{ "PERSON:Stalin, then", "(list person:Stalin word:then)" },
	{ "person:\"Leon Trotsky\"", "person:\"Leon Trotsky\"" },
	{ "person:'Leon Trotsky' by:'Zinov'ev'", "(list person:\"Leon Trotsky\" by:\"Zinov'ev\")" },
	{ "(person:‘N. Krupskaya’)", "person:\"N. Krupskaya\"" },
	{ "title:'tis", "title:'tis" },
	{ "person:?murphy-kevin", "person:?murphy-kevin" },
	{ "person:smirnov-ivan", "person:smirnov-ivan" },
	{ "org:НКВД by:Троцкий", "(list org:НКВД by:Троцкий)" },
	{ "quote:\"a b c\"", "quote:\"a b c\"" },
	{ "quote:word quote:=word", "(list quote:word quote:=word)" },
	{ "quote:organi* quote:~Riutin", "(list quote:organi* quote:~Riutin)" },
	{ "quote:\"a b\"~2 quote:=\"c d\"", "(list quote:\"a b\"~2 quote:=\"c d\")" },
	{ "author:Service title:revolution source:notes/essay.txt",
		"(list author:Service title:revolution source:notes/essay.txt)" },
	{ "source:\"an essay *.txt\"", "source:\"an essay *.txt\"" },
	{ "kind:footnote language:ru", "(list kind:footnote language:ru)" },
	{ "year:1937", "year:1937" },
	{ "year:1936..1938", "year:1936..1938" },
	{ "year:..1917 OR year:1953..", "(or year:..1917 year:1953..)" },
	{ "published:1975-2005 year:1936–8", "(list published:1975..2005 year:1936..1938)" },
	{ "year:\"1936 .. 1938\", war", "(list year:1936..1938 word:war)" },
	{ "year:1953.. Stalin", "(list year:1953.. word:Stalin)" },
	{ "date:1936-08..1937 date:1936-08-19", "(list date:1936-08..1937 date:1936-08-19)" },
};

START_TEST(a_query_is_read_as_its_tree)
{
	const struct reading *r = &readings[_i];

	ck_assert_str_eq(described(kt_str_of(r->query)), r->tree);
}
END_TEST

/* ---- errors ---- */

/* `under` marks the place with carets, at the columns of `query` (one byte each, as all of these
 * are ASCII up to the place). */
static const struct failure {
	const char *query, *under, *message;
} failures[] = {
	{ "", "", "nothing to search for" },
	{ "   ", "^^^", "nothing to search for" },
	{ "...", "^^^", "nothing to search for" },
	{ "-", "^", "nothing to search for" },
	{ "-a", "^^", "only excluded words" },
	{ "-a -b", "^^^^^", "only excluded words" },
	{ "NOT a", "^^^^^", "only excluded words" },
	{ "NOT a AND NOT b", "^^^^^^^^^^^^^^^", "only excluded words" },
	{ "(-a)", " ^^", "only excluded words" },
	/* operators without operands */
	{ "AND", "^^^", "AND has nothing before it" },
	{ "OR a", "^^", "OR has nothing before it" },
	{ "a AND", "  ^^^", "AND has nothing behind it" },
	{ "a OR", "  ^^", "OR has nothing behind it" },
	{ "NOT", "^^^", "NOT has nothing behind it" },
	{ "a AND OR b", "  ^^^", "AND has nothing behind it" },
	{ "a AND ... AND b", "  ^^^", "AND has nothing behind it" },
	{ "(a OR) b", "   ^^", "OR has nothing behind it" },
	{ "a NEAR/3", "  ^^^^^^", "NEAR/3 has nothing behind it" },
	{ "NEAR b", "^^^^", "NEAR has nothing before it" },
	{ "a (AND b)", "   ^^^", "AND has nothing before it" },
	{ "a NOT NOT b", "  ^^^", "NOT has nothing behind it" },
	{ "a NOT -b", "      ^^", "excluded already" },
	{ "a -(-b)", "    ^^", "excluded already" },
	{ "a OR -b", "     ^^", "OR cannot join what is excluded" },
	{ "a OR NOT b", "     ^^^^^", "OR cannot join what is excluded" },
	/* parentheses and quotation marks */
	{ "(a b", "^", "( is not closed" },
	{ "a (", "  ^", "( is not closed" },
	{ "a b)", "   ^", ") closes nothing" },
	{ ")", "^", ") closes nothing" },
	{ "a ()", "  ^^", "nothing stands in the parentheses" },
	{ "a ( , )", "  ^^^^^", "nothing stands in the parentheses" },
	{ "a \"b c", "  ^", "quotation mark is not closed" },
	{ "a\"", " ^", "quotation mark is not closed" },
	{ "\"", "^", "quotation mark is not closed" },
	{ "a \"\"", "  ^^", "the phrase is empty" },
	{ "\" - \"", "^^^^^", "the phrase is empty" },
	{ "person:\"\"", "       ^^", "the phrase is empty" },
	/* slop and distance */
	{ "\"a\"~-1", "   ^^^", "0 to 1000" },
	{ "\"a b\"~", "     ^", "0 to 1000" },
	{ "\"a b\"~x", "     ^^", "0 to 1000" },
	{ "\"a b\"~1001", "     ^^^^^", "0 to 1000" },
	{ "\"a b\"~99999999999999999999", "     ^^^^^^^^^^^^^^^^^^^^^", "0 to 1000" },
	{ "\"a b\"*", "     ^", "* stands at the end of a word" },
	{ "a NEAR/999999999 b", "  ^^^^^^^^^^^^^^", "NEAR/ wants a number of words, 1 to 1000" },
	{ "a NEAR/0 b", "  ^^^^^^", "1 to 1000" },
	{ "a NEAR/x b", "  ^^^^^^", "1 to 1000" },
	{ "a ADJ/ b", "  ^^^^", "ADJ/ wants a number of words, 1 to 1000" },
	{ "NEAR/x", "^^^^^^", "1 to 1000" },
	{ "a ADJ/-1 b", "  ^^^^^^", "1 to 1000" },
	{ "a NEAR/2 b NEAR/2 c", "           ^^^^^^", "one too many" },
	{ "+a NEAR/2 b", "^", "wants parentheses" },
	{ "a NEAR/2 -b", "         ^", "cannot stand behind NEAR" },
	{ "a NEAR/2 (b c)", "          ^^^", "NEAR and ADJ join words" },
	{ "(a AND b) ADJ c", " ^^^^^^^", "NEAR and ADJ join words" },
	{ "quote:x NEAR/2 c", "^^^^^^^", "NEAR and ADJ join words" },
	{ "(a OR title:b) NEAR c", "      ^^^^^^^", "NEAR and ADJ join words" },
	{ "(a OR b c) NEAR c", "      ^^^", "NEAR and ADJ join words" },
	{ "(a NEAR b) NEAR c", " ^^^^^^^^", "NEAR and ADJ join words" },
	/* = ~ * + */
	{ "a* b", "^^", "at least two letters" },
	{ "*", "^", "at least two letters" },
	{ "a *", "  ^", "at least two letters" },
	{ "N.K*", "^^^^", "at least two letters" },
	{ "-*", "^^", "at least two letters" },
	{ "*tion", "^^^^^", "at the end of a word only" },
	{ "org*nise", "^^^^^^^^", "at the end of a word only" },
	{ "orga**", "^^^^^^", "at the end of a word only" },
	{ "=orga*", " ^^^^^", "cannot end in *" },
	{ "=", "^", "= wants a word right behind it" },
	{ "~ a", "^", "~ wants a word right behind it" },
	{ "a = b", "  ^", "= wants a word right behind it" },
	{ "=(a)", "^", "= wants a word right behind it" },
	{ "a ~\"b c\"", "  ^", "~ stands before one word" },
	{ "Ryutin~1", "^^^^^^^^", "~ stands before the word" },
	{ "Ryutin~", "^^^^^^^", "~ stands before the word" },
	{ "~person:X", "^", "not before person:" },
	{ "a ++b", "  ^^", "one sign is enough" },
	{ "a -+\"b\"", "  ^^", "one sign is enough" },
	/* fields */
	{ "persn:x", "^^^^^^", "perhaps person: is meant" },
	{ "a yaer:1937", "  ^^^^^", "perhaps year: is meant" },
	{ "Organization:NKVD", "^^^^^^^^^^^^^", "perhaps org: is meant" },
	{ "quotes:\"a b\"", "^^^^^^^", "perhaps quote: is meant" },
	{ "person: Stalin", "^^^^^^^", "no value right behind the colon; write person:NAME" },
	{ "a person:", "  ^^^^^^^", "no value" },
	{ "title:,", "^^^^^^^", "no value" },
	{ "person:?", "^^^^^^^^", "no value" },
	{ "year: 1937", "^^^^^", "no value" },
	{ "person:(a OR b)", "       ^", "one value, not a group" },
	{ "person:Stal*", "           ^", "takes no *" },
	{ "person:~Ryutin", "       ^", "finds every spelling" },
	{ "kind:=footnote", "     ^", "takes no =" },
	{ "title:revol*", "           ^", "takes no *" },
	{ "author:~Ryutin", "       ^", "takes no ~" },
	{ "person:\"A B\"~2", "            ^", "takes no ~" },
	{ "quote:a*", "      ^^", "at least two letters" },
	{ "year:abc", "     ^^^", "year: abc is no year" },
	{ "a year:1938..1936", "       ^^^^^^^^^^", "1938..1936 runs backwards" },
	{ "year:99999", "     ^^^^^", "not within 1 to 9999" },
	{ "year:0", "     ^", "not within 1 to 9999" },
	{ "year:..", "     ^^", "a year at one end at least" },
	{ "year:-1937", "     ^^^^^", "-1937 is no year" },
	{ "year:\"1937 or so\"", "     ^^^^^^^^^^^^", "1937 or so is no year" },
	{ "year:1936 .. 1938", "     ^^^^", "no space in it" },
	{ "year:1936.. 1938", "     ^^^^^^", "no space in it" },
	{ "published:last", "          ^^^^", "published: last is no year" },
	{ "date:1936-13", "     ^^^^^^^", "date: 1936-13 is no date" },
	{ "date:1936-08..1935", "     ^^^^^^^^^^^^^", "runs backwards" },
};

START_TEST(an_error_names_the_reason_and_the_place)
{
	const struct failure *f = &failures[_i];
	size_t at = strspn(f->under, " ");
	kt_query *tree;
	kt_error err;

	ck_assert_int_eq(kt_query_parse(&tree, arena, kt_str_of(f->query), &err), KT_EINVAL);
	ck_assert_ptr_null(tree);
	ck_assert_int_eq(err.code, KT_EINVAL);
	if (!strstr(err.message, f->message))
		ck_abort_msg("%s: \"%s\" says not \"%s\"", f->query, err.message, f->message);
	ck_assert(err.has_place);
	ck_assert_msg(err.at == at && err.span == strlen(f->under) - at, "%s: %zu+%zu: %s",
		f->query, err.at, err.span, err.message);
}
END_TEST

START_TEST(an_error_may_go_unread)
{
	kt_query *tree;

	ck_assert_int_eq(kt_query_parse(&tree, arena, KT_STR("year:abc ("), NULL), KT_EINVAL);
}
END_TEST

static kt_error fails(kt_str query)
{
	kt_query *tree;
	kt_error err = { 0 };

	ck_assert_int_eq(kt_query_parse(&tree, arena, query, &err), KT_EINVAL);
	ck_assert(err.has_place);
	return err;
}

START_TEST(a_nul_is_refused_with_its_place)
{
	kt_error err = fails(KT_STR("a \0b"));

	ck_assert_str_eq(err.message, "the query holds a NUL");
	ck_assert_uint_eq(err.at, 2);
}
END_TEST

START_TEST(ill_formed_utf8_is_refused_with_its_place)
{
	kt_error err = fails(KT_STR("Мир \"\xD0\" b"));

	ck_assert_str_eq(err.message, "not UTF-8 (byte 0xD0)");
	ck_assert_uint_eq(err.at, 8);
}
END_TEST

/* ---- sizes ---- */

static void repeat(kt_buf *out, const char *what, int times)
{
	for (int i = 0; i < times; i++)
		kt_buf_add(out, kt_str_of(what));
}

START_TEST(a_query_of_100000_characters_is_refused)
{
	kt_buf query = KT_BUF_INIT;
	kt_error err;

	repeat(&query, "a", 100000);
	err = fails(kt_buf_str(&query));
	ck_assert_str_eq(err.message, "the query has 100000 bytes; 65536 are allowed");
	ck_assert_uint_eq(err.at, 65536);
	kt_buf_release(&query);
}
END_TEST

START_TEST(a_word_of_65536_bytes_is_a_word)
{
	kt_buf query = KT_BUF_INIT;
	kt_query *tree;

	repeat(&query, "a", KT_QUERY_BYTES);
	ck_assert_int_eq(kt_query_parse(&tree, arena, kt_buf_str(&query), NULL), KT_OK);
	ck_assert_uint_eq(tree->text.len, KT_QUERY_BYTES);
	kt_buf_release(&query);
}
END_TEST

START_TEST(ten_thousand_parentheses_are_refused_at_the_65th)
{
	kt_buf query = KT_BUF_INIT;
	kt_error err;

	repeat(&query, "(", 10000);
	repeat(&query, "a", 1);
	repeat(&query, ")", 10000);
	err = fails(kt_buf_str(&query));
	ck_assert_str_eq(err.message, "parentheses are nested more than 64 deep");
	ck_assert_uint_eq(err.at, 64);
	kt_buf_release(&query);
}
END_TEST

START_TEST(sixty_four_parentheses_are_read)
{
	kt_buf query = KT_BUF_INIT;

	repeat(&query, "(", KT_QUERY_DEPTH);
	repeat(&query, "a", 1);
	repeat(&query, ")", KT_QUERY_DEPTH);
	ck_assert_str_eq(described(kt_buf_str(&query)), "word:a");
	kt_buf_release(&query);
}
END_TEST

/* a OR (b AND (a OR (b AND ... */
static void nest(kt_buf *query, int times)
{
	for (int i = 0; i < times; i++)
		kt_buf_addf(query, "a %s (", i % 2 ? "AND" : "OR");
	kt_buf_addf(query, "a %s b", times % 2 ? "AND" : "OR");
	repeat(query, ")", times);
}

START_TEST(operators_may_be_nested_64_deep)
{
	kt_buf query = KT_BUF_INIT;
	kt_query *tree;

	nest(&query, KT_QUERY_DEPTH - 1);
	ck_assert_int_eq(kt_query_parse(&tree, arena, kt_buf_str(&query), NULL), KT_OK);
	kt_buf_clear(&query);
	nest(&query, KT_QUERY_DEPTH);
	ck_assert_str_eq(
		fails(kt_buf_str(&query)).message, "operators are nested more than 64 deep");
	kt_buf_release(&query);
}
END_TEST

START_TEST(more_than_2048_nodes_are_refused)
{
	kt_buf query = KT_BUF_INIT;
	kt_query *tree;
	kt_error err;

	repeat(&query, "a ", KT_QUERY_NODES - 1);
	ck_assert_int_eq(kt_query_parse(&tree, arena, kt_buf_str(&query), NULL), KT_OK);
	ck_assert_uint_eq(tree->count, KT_QUERY_NODES - 1);
	repeat(&query, "a ", 2);
	err = fails(kt_buf_str(&query));
	ck_assert_str_eq(err.message, "the query has more than 2048 words and operators");
	ck_assert_uint_eq(err.at, 2 * KT_QUERY_NODES);
	kt_buf_release(&query);
}
END_TEST

/* ---- places ---- */

START_TEST(a_node_knows_its_place)
{
	kt_query *tree;
	kt_str query = KT_STR("a AND (person:\"B C\" NOT -x)");

	ck_assert_int_eq(kt_query_parse(&tree, arena, KT_STR("Мир -=дом* "), NULL), KT_EINVAL);
	ck_assert_int_eq(kt_query_parse(&tree, arena, query, NULL), KT_EINVAL);
	query = KT_STR("a AND (person:\"B C\" NOT =x,)");
	ck_assert_int_eq(kt_query_parse(&tree, arena, query, NULL), KT_OK);
	ck_assert_uint_eq(tree->at, 0);
	ck_assert_uint_eq(tree->length, 27);
	ck_assert_uint_eq(tree->count, 3);
	ck_assert_uint_eq(tree->children[1]->at, 7);
	ck_assert_uint_eq(tree->children[1]->length, 12);
	ck_assert_int_eq(tree->children[1]->quoted, 1);
	ck_assert_uint_eq(tree->children[2]->at, 20);
	ck_assert_uint_eq(tree->children[2]->length, 7);
	ck_assert_ptr_eq(tree->children[2]->children[0]->text.ptr, query.ptr + 25);
	ck_assert_uint_eq(tree->children[2]->children[0]->text.len, 1);
}
END_TEST

START_TEST(fields_have_names)
{
	ck_assert_str_eq(kt_query_field_name(KT_ASK_PERSON), "person");
	ck_assert_str_eq(kt_query_field_name(KT_ASK_ORGANISATION), "org");
	ck_assert_str_eq(kt_query_field_name(KT_ASK_DATE), "date");
	ck_assert_str_eq(kt_query_field_name(KT_ASK_FIELDS), "");
}
END_TEST

/* ---- years and dates ---- */

static const struct span {
	const char *text;
	int from, to; /* 0 0: an error */
} years[] = {
	{ "1936", 1936, 1936 },
	{ " 1936 ", 1936, 1936 },
	{ "862", 862, 862 },
	{ "1936..1938", 1936, 1938 },
	{ "1936..1936", 1936, 1936 },
	{ "1936...1938", 1936, 1938 },
	{ "1936…1938", 1936, 1938 },
	{ "1936 .. 1938", 1936, 1938 },
	{ "1936..38", 1936, 1938 },
	{ "..1917", KT_PARSE_OPEN_FROM, 1917 },
	{ "1953..", 1953, KT_PARSE_OPEN_TO },
	{ "1936-8", 1936, 1938 },
	{ "1936-38", 1936, 1938 },
	{ "1936-1938", 1936, 1938 },
	{ "1936–1938", 1936, 1938 },
	{ "1936—38", 1936, 1938 },
	{ "1936 - 1938", 1936, 1938 },
	{ "1898-902", 1898, 1902 },
	{ "1930s", 1930, 1939 },
	{ "1..9999", 1, 9999 },
	{ "", 0, 0 },
	{ "..", 0, 0 },
	{ "-", 0, 0 },
	{ "-5", 0, 0 },
	{ "1936-", 0, 0 },
	{ "abc", 0, 0 },
	{ "s", 0, 0 },
	{ "1936s", 0, 0 },
	{ "19 36", 0, 0 },
	{ "1936..1937..1938", 0, 0 },
	{ "1938..1936", 0, 0 },
	{ "1938-6", 0, 0 },
	{ "0", 0, 0 },
	{ "0..5", 0, 0 },
	{ "10000", 0, 0 },
	{ "99999999999999999999", 0, 0 },
	{ "00000000000000001936-0000000000008", 0, 0 },
	{ "۱۹۳۶", 0, 0 },
};

START_TEST(years_are_read_as_printed_and_as_ranges)
{
	const struct span *s = &years[_i];
	int from, to;
	kt_error err = { 0 };
	kt_status status = kt_query_years(kt_str_of(s->text), &from, &to, &err);

	if (!s->from && !s->to) {
		ck_assert_msg(status == KT_EINVAL && err.message[0], "%s is taken", s->text);
		return;
	}
	ck_assert_msg(status == KT_OK, "%s: %s", s->text, err.message);
	ck_assert_int_eq(from, s->from);
	ck_assert_int_eq(to, s->to);
}
END_TEST

static const struct span dates[] = {
	{ "1936", 19360101, 19361231 },
	{ "1936-08", 19360801, 19360831 },
	{ "1936-02", 19360201, 19360229 },
	{ "1900-02", 19000201, 19000228 },
	{ "2000-02-29", 20000229, 20000229 },
	{ "1936-08-19", 19360819, 19360819 },
	{ "1936-08..1937", 19360801, 19371231 },
	{ "1936-08-19..1936-08", 19360819, 19360831 },
	{ "..1917", KT_PARSE_FIRST_DAY, 19171231 },
	{ "1953-03-05..", 19530305, KT_PARSE_LAST_DAY },
	{ "", 0, 0 },
	{ "..", 0, 0 },
	{ "36", 0, 0 },
	{ "0000", 0, 0 },
	{ "1936-8", 0, 0 },
	{ "1936-00", 0, 0 },
	{ "1936-13", 0, 0 },
	{ "1937-02-29", 0, 0 },
	{ "1936-08-00", 0, 0 },
	{ "1936/08/19", 0, 0 },
	{ "1936-08-19T00:00", 0, 0 },
	{ "1937..1936-12-31", 0, 0 },
};

START_TEST(dates_are_read_to_the_day)
{
	const struct span *s = &dates[_i];
	int from, to;
	kt_error err = { 0 };
	kt_status status = kt_query_dates(kt_str_of(s->text), &from, &to, &err);

	if (!s->from && !s->to) {
		ck_assert_msg(status == KT_EINVAL && err.message[0], "%s is taken", s->text);
		return;
	}
	ck_assert_msg(status == KT_OK, "%s: %s", s->text, err.message);
	ck_assert_int_eq(from, s->from);
	ck_assert_int_eq(to, s->to);
}
END_TEST

/* ---- the caret ---- */

static const struct caret {
	const char *query;
	size_t at, span, columns;
	const char *shown;
} carets[] = {
	{ "a AND", 2, 3, 80, "a AND\n  ^^^\n" },
	{ "(a", 0, 0, 80, "(a\n^\n" },
	{ "abc", 3, 0, 80, "abc\n   ^\n" },
	{ "abc", 9, SIZE_MAX, 80, "abc\n   ^\n" },
	{ "Мир AND", 7, 3, 80, "Мир AND\n    ^^^\n" },
	{ "革命 x*", 7, 2, 80, "革命 x*\n     ^^\n" },
	{ "a\nb\tOR", 4, 2, 80, "a b OR\n    ^^\n" },
	{ "a\x1B[2Jb", 1, 1, 80, "a�[2Jb\n ^\n" },
	{ "a \xD0 b", 2, 1, 80, "a � b\n  ^\n" },
	{ "a \xE2\x80\xAE b", 2, 3, 80, "a � b\n  ^\n" },
	{ "0123456789012345678901234567890", 2, 1, 20, "0123456789012345678…\n  ^\n" },
	{ "0123456789012345678901234567890", 30, 1, 20,
		"…2345678901234567890\n                   ^\n" },
	{ "0123456789012345678901234567890", 15, 1, 20, "…678901234567890123…\n          ^\n" },
	{ "0123456789012345678901234567890", 15, 16, 20,
		"…2345678901234567890\n    ^^^^^^^^^^^^^^^^\n" },
	{ "", 0, 0, 80, "\n^\n" },
};

START_TEST(a_caret_stands_under_the_place)
{
	const struct caret *c = &carets[_i];
	kt_error err = { .has_place = 1, .at = c->at, .span = c->span };

	kt_query_point(&text, kt_str_of(c->query), &err, c->columns);
	ck_assert_str_eq(text.ptr, c->shown);
}
END_TEST

START_TEST(an_error_without_a_place_has_no_caret)
{
	kt_error err = { .code = KT_ENOMEM };

	kt_query_point(&text, KT_STR("a"), &err, 80);
	ck_assert_uint_eq(text.len, 0);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("parse");
	TCase *tc = tcase_create("parse");
	SRunner *runner = srunner_create(suite);
	int failed;

	tcase_add_checked_fixture(tc, set_up, tear_down);
	tcase_add_loop_test(tc, a_query_is_read_as_its_tree, 0, COUNT(readings));
	tcase_add_loop_test(tc, an_error_names_the_reason_and_the_place, 0, COUNT(failures));
	tcase_add_test(tc, an_error_may_go_unread);
	tcase_add_test(tc, a_nul_is_refused_with_its_place);
	tcase_add_test(tc, ill_formed_utf8_is_refused_with_its_place);
	tcase_add_test(tc, a_query_of_100000_characters_is_refused);
	tcase_add_test(tc, a_word_of_65536_bytes_is_a_word);
	tcase_add_test(tc, ten_thousand_parentheses_are_refused_at_the_65th);
	tcase_add_test(tc, sixty_four_parentheses_are_read);
	tcase_add_test(tc, operators_may_be_nested_64_deep);
	tcase_add_test(tc, more_than_2048_nodes_are_refused);
	tcase_add_test(tc, a_node_knows_its_place);
	tcase_add_test(tc, fields_have_names);
	tcase_add_loop_test(tc, years_are_read_as_printed_and_as_ranges, 0, COUNT(years));
	tcase_add_loop_test(tc, dates_are_read_to_the_day, 0, COUNT(dates));
	tcase_add_loop_test(tc, a_caret_stands_under_the_place, 0, COUNT(carets));
	tcase_add_test(tc, an_error_without_a_place_has_no_caret);
	suite_add_tcase(suite, tc);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
