/* Texts to tokens, compounds, sentences and languages. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kartoteka/passage.h"
#include "kartoteka/text.h"

#define COUNT(table) (int)(sizeof(table) / sizeof(table)[0])

static kt_words *words;
static kt_tokens tokens;
static kt_offsets starts;
static kt_buf out;

static void set_up(void)
{
	ck_assert_int_eq(kt_words_new(&words, NULL), KT_OK);
	memset(&tokens, 0, sizeof tokens);
	memset(&starts, 0, sizeof starts);
	kt_buf_init(&out);
}

static void tear_down(void)
{
	kt_words_free(words);
	kt_tokens_release(&tokens);
	kt_offsets_release(&starts);
	kt_buf_release(&out);
}

static kt_str read_text(const char *text, unsigned options)
{
	kt_str s = kt_str_of(text);

	ck_assert_int_eq(kt_tokenise(&tokens, words, s, options, NULL), KT_OK);
	return s;
}

/* The forms, parted by a space, or by '|' where two tokens are glued. */
static const char *forms(void)
{
	kt_buf_clear(&out);
	kt_buf_add(&out, KT_STR(""));
	for (size_t i = 0; i < tokens.count; i++) {
		if (i)
			kt_buf_addc(&out, tokens.at[i].flags & KT_TOKEN_GLUED ? '|' : ' ');
		kt_buf_add(&out, kt_words_form(words, tokens.at[i].form));
	}
	return out.len ? out.ptr : "";
}

/* ---- words ---- */

typedef struct reading {
	const char *text, *forms;
} reading;

static const reading plain[] = {
	{ "", "" },
	{ " \t\n", "" },
	{ "All power to the Soviets!", "all power to the soviets" },
	/* hyphens, dashes, points and commas part words, which are glued then */
	{ "counter-revolution", "counter|revolution" },
	{ "Marxist\xE2\x80\x91Leninist", "marxist|leninist" },
	{ "1936-8, 1936–38", "1936|8 1936|38" },
	{ "Stalin—Trotsky", "stalin|trotsky" },
	{ "N.K. Krupskaya", "n|k krupskaya" },
	{ "3.14 and 41,000", "3|14 and 41|000" },
	{ "and/or", "and|or" },
	/* apostrophes and primes of all kinds stay between letters */
	{ "Zinov'ev Zinov’ev Zinovʹev Zinovʼev Zinov′ev",
		"zinov'ev zinov'ev zinov'ev zinov'ev zinov'ev" },
	{ "don't O’Hara", "don't o'hara" },
	{ "'quoted' ‘quoted’ Kazan'", "quoted quoted kazan" },
	{ "rock 'n' roll", "rock n roll" },
	/* a possessive is cut off */
	{ "Stalin's Lenin’s PRAVDA'S", "stalin lenin pravda" },
	{ "the workers' soviets", "the workers soviets" },
	{ "1917's", "1917" },
	{ "“Pravda”’s editor, *Pravda*'s", "pravda editor pravda" },
	{ "it's", "it" },
	{ "Об'єднання п’ять", "об'єднання п'ять" },
	/* insertions */
	{ "[T]he organi[s]ation", "the organisation" },
	{ "Stalin[ist] and the organisation[s]", "stalinist and the organisations" },
	{ "Stalin[ist]'s", "stalinist" },
	{ "[prosecutor]s", "prosecutors" },
	{ "[the prosecutors] have", "the prosecutors have" },
	{ "he[Lenin] said", "he|lenin said" },
	{ "[…] little", "little" },
	{ "[...] little", "little" },
	/* note markers */
	{ "word[12] next.[3] More", "word next more" },
	{ "1917[35] in", "1917 in" },
	{ "[1] [1, 2] [3–5] [1,2;4] [note 3] [n. 7] [прим. 2] [12a] end", "end" },
	{ "[1921] [citation needed] [1,234]", "1921 citation needed" },
	{ "[1921]3 on", "1921 on" },
	{ "word[a] word.[b] [a] word", "word word a word" },
	{ "Stalin¹² E=mc² ¹", "stalin e|mc" },
	{ "word[^12] and[^smith]", "word and" },
	/* underscores are no letters */
	{ "_italics_ snake_case __x__", "italics snake|case x" },
	/* digits and letters */
	{ "1930s 18th Т-34 3-й", "1930s 18th т|34 3|й" },
	{ "½ ٣", "½ ٣" },
	/* scripts */
	{ "Большевики, ВКП(б)", "большевики вкп|б" },
	{ "сто́ит ѐ йод ёлка", "стоит е йод ёлка" },
	{ "и\xCC\x86од е\xCC\x88лка cafe\xCC\x81", "йод ёлка café" },
	{ "東京 タワー", "東|京 タ|ワ|ー" },
	{ "ภาษาไทย", "ภาษาไทย" },
	{ "हिन्दी", "हिन्दी" },
	{ "ΣΟΦΌΣ Straße", "σοφόσ strasse" },
	{ "so\xC2\xADviet na\xE2\x80\x8Dme", "soviet name" },
	{ "😀 ok 👩‍👩‍👧", "ok" },
	/* what is not well formed parts words */
	{ "ab\xFF"
	  "cd",
		"ab|cd" },
	{ "\xD0", "" },
};

START_TEST(words_are_read_as_they_are_printed)
{
	read_text(plain[_i].text, 0);
	ck_assert_str_eq(forms(), plain[_i].forms);
}
END_TEST

static const reading markdown[] = {
	{ "a *b* **c** _d_ ~~e~~ `f`", "a b c d e f" },
	{ "see [the text](http://example.org/a_(b) \"Title\").", "see the text" },
	{ "![A picture](picture.png)", "a picture" },
	{ "[![alt](a.png)](http://b.c) d", "alt d" },
	{ "[text][id] [text][]", "text text" },
	{ "[id]: http://example.org 'Title'\nword", "word" },
	{ "[id]: <a b>\nword", "word" },
	{ "[Stalin]: We must.", "stalin we must" },
	{ "[^1]: The note", "the note" },
	{ "<b>bold</b> <br/> <a href=\"x y\">link</a> <!-- no --> end", "bold link end" },
	{ "<http://example.org/a> <me@example.org>", "" },
	{ "1 < 2 and a <b, c> d", "1 2 and a b c d" },
	{ "\\*not emphasis\\* \\[T\\]he note\\[12\\]", "not emphasis the note" },
	{ "Trotsky\\'s Zinov\\'ev", "trotsky zinov'ev" },
	{ "R&amp;D&nbsp;x &#8217; A&B", "r|d|x a|b" },
	{ "| a | b |\n|---|:-:|", "a b" },
	{ "```c\nint x;\n```", "c int x" },
	{ "1917^12^ x^2", "1917 x|2" },
	{ "word[sic](p. 5)", "word|sic|p 5" },
	{ "> oppo-\n> sition", "oppo sition" },
};

START_TEST(markdown_is_no_word)
{
	read_text(markdown[_i].text, KT_TOKENISE_MARKDOWN);
	ck_assert_str_eq(forms(), markdown[_i].forms);
}
END_TEST

static const struct {
	const char *text;
	size_t token;
	unsigned flags;
} flagged[] = {
	{ "Stalin", 0, KT_TOKEN_CAPITAL | KT_TOKEN_LATIN },
	{ "NKVD", 0, KT_TOKEN_CAPITAL | KT_TOKEN_UPPER | KT_TOKEN_LATIN },
	{ "НКВД", 0, KT_TOKEN_CAPITAL | KT_TOKEN_UPPER | KT_TOKEN_CYRILLIC },
	{ "N. K.", 0, KT_TOKEN_CAPITAL | KT_TOKEN_LETTER | KT_TOKEN_POINT | KT_TOKEN_LATIN },
	{ "N. K.", 1, KT_TOKEN_CAPITAL | KT_TOKEN_LETTER | KT_TOKEN_POINT | KT_TOKEN_LATIN },
	{ "1917.", 0, KT_TOKEN_NUMBER | KT_TOKEN_POINT },
	{ "1930s", 0, KT_TOKEN_NUMBER | KT_TOKEN_LATIN },
	{ "counter-revolution", 1, KT_TOKEN_GLUED | KT_TOKEN_HYPHEN | KT_TOKEN_LATIN },
	{ "*Marxist*-Leninist", 1,
		KT_TOKEN_GLUED | KT_TOKEN_HYPHEN | KT_TOKEN_CAPITAL | KT_TOKEN_LATIN },
	{ "war–peace", 1, KT_TOKEN_GLUED | KT_TOKEN_LATIN },
	{ "war - peace", 1, KT_TOKEN_LATIN },
	{ "war -\npeace", 1, KT_TOKEN_LATIN },
	{ "war\n- peace", 1, KT_TOKEN_LATIN },
	{ "oppo-\nsition", 1, KT_TOKEN_HYPHEN | KT_TOKEN_BROKEN | KT_TOKEN_LATIN },
	{ "oppo- \r\n  > sition", 1, KT_TOKEN_HYPHEN | KT_TOKEN_BROKEN | KT_TOKEN_LATIN },
	{ "oppo\xC2\xAD\nsition", 1, KT_TOKEN_HYPHEN | KT_TOKEN_BROKEN | KT_TOKEN_LATIN },
	{ "oppo-\n\nsition", 1, KT_TOKEN_LATIN },
	{ "41,000", 1, KT_TOKEN_NUMBER | KT_TOKEN_GLUED | KT_TOKEN_GROUP },
	{ "41, 000", 1, KT_TOKEN_NUMBER | KT_TOKEN_GROUP },
	{ "41 362", 1, KT_TOKEN_NUMBER | KT_TOKEN_GROUP },
	{ "41\xC2\xA0"
	  "362",
		1, KT_TOKEN_NUMBER | KT_TOKEN_GROUP },
	{ "1,234,567", 2, KT_TOKEN_NUMBER | KT_TOKEN_GLUED | KT_TOKEN_GROUP },
	{ "pp. 12, 134", 2, KT_TOKEN_NUMBER },
	{ "in 1917, 300", 2, KT_TOKEN_NUMBER },
	{ "1917 300", 1, KT_TOKEN_NUMBER },
	{ "0,500", 1, KT_TOKEN_NUMBER | KT_TOKEN_GLUED },
	{ "41,0000", 1, KT_TOKEN_NUMBER | KT_TOKEN_GLUED },
	{ "41\n362", 1, KT_TOKEN_NUMBER },
	{ "Stalin's", 0, KT_TOKEN_CAPITAL | KT_TOKEN_LATIN | KT_TOKEN_POSSESSIVE },
	{ "*Pravda*'s", 0, KT_TOKEN_CAPITAL | KT_TOKEN_LATIN | KT_TOKEN_POSSESSIVE },
	{ "workers' rights", 0, KT_TOKEN_LATIN | KT_TOKEN_POSSESSIVE },
	{ "'workers'", 0, KT_TOKEN_LATIN },
	{ "it [sic] was", 1, KT_TOKEN_LATIN | KT_TOKEN_ASIDE },
	{ "Cталин", 0, KT_TOKEN_CAPITAL | KT_TOKEN_LATIN | KT_TOKEN_CYRILLIC },
	{ "Σοφός", 0, KT_TOKEN_CAPITAL | KT_TOKEN_OTHER },
	{ "東京", 1, KT_TOKEN_GLUED | KT_TOKEN_OTHER },
	{ "[T]he", 0, KT_TOKEN_CAPITAL | KT_TOKEN_LATIN },
};

START_TEST(a_token_knows_how_it_stands)
{
	read_text(flagged[_i].text, 0);
	ck_assert_uint_gt(tokens.count, flagged[_i].token);
	ck_assert_msg(tokens.at[flagged[_i].token].flags == flagged[_i].flags,
		"%s: flags %x, not %x", flagged[_i].text, tokens.at[flagged[_i].token].flags,
		flagged[_i].flags);
}
END_TEST

/* The slice of token i. */
static int token_is(kt_str text, size_t i, const char *slice)
{
	const kt_token *t = &tokens.at[i];

	return kt_str_is(kt_str_sub(text, t->offset, (size_t)t->offset + t->length), slice);
}

START_TEST(a_token_is_a_slice_without_its_possessive)
{
	kt_str text = read_text("‘[T]he’ Stalin[ist] Stalin’s Zinov’ev, [sic!] [12]", 0);

	ck_assert_uint_eq(tokens.count, 5);
	ck_assert(token_is(text, 0, "[T]he"));
	ck_assert(token_is(text, 1, "Stalin[ist]"));
	ck_assert(token_is(text, 2, "Stalin"));
	ck_assert(token_is(text, 3, "Zinov’ev"));
	ck_assert(token_is(text, 4, "sic"));
}
END_TEST

START_TEST(an_aside_stands_where_the_word_before_stands)
{
	read_text("as it where [sic] in the text", 0);
	ck_assert_uint_eq(tokens.count, 7);
	ck_assert_uint_eq(tokens.at[2].position, 3);
	ck_assert_uint_eq(tokens.at[3].position, 3);
	ck_assert_uint_eq(tokens.at[4].position, 4);
}
END_TEST

START_TEST(sic_alone_is_a_word)
{
	read_text("[sic] transit", 0);
	ck_assert_uint_eq(tokens.count, 2);
	ck_assert_uint_eq(tokens.at[0].position, 1);
	ck_assert_uint_eq(tokens.at[1].position, 2);
}
END_TEST

START_TEST(a_form_has_one_number_in_all_texts)
{
	uint32_t form;

	read_text("Stalin", 0);
	form = tokens.at[0].form;
	read_text("said STALIN's stalin", 0);
	ck_assert_uint_eq(tokens.at[1].form, form);
	ck_assert_uint_eq(tokens.at[2].form, form);
	ck_assert_uint_eq(kt_words_count(words), 2);
}
END_TEST

START_TEST(a_long_word_is_cut_into_glued_ones)
{
	char text[1001];

	memset(text, 'a', 1000);
	text[1000] = '\0';
	read_text(text, 0);
	ck_assert_uint_eq(tokens.count, 9);
	for (size_t i = 0; i < tokens.count; i++) {
		ck_assert_uint_le(kt_words_form(words, tokens.at[i].form).len, KT_WORD_MAX);
		ck_assert_int_eq(!!(tokens.at[i].flags & KT_TOKEN_GLUED), i > 0);
	}
}
END_TEST

START_TEST(a_word_that_grows_in_folding_is_cut)
{
	kt_buf text = KT_BUF_INIT;
	size_t length = 0;

	for (int i = 0; i < 59; i++)
		kt_buf_add(&text, KT_STR("\xCE\x90")); /* three code points when it is folded */
	ck_assert_int_eq(kt_tokenise(&tokens, words, kt_buf_str(&text), 0, NULL), KT_OK);
	for (size_t i = 0; i < tokens.count; i++) {
		ck_assert_uint_le(kt_words_form(words, tokens.at[i].form).len, KT_WORD_MAX);
		length += tokens.at[i].length;
	}
	ck_assert_uint_eq(length, text.len);
	kt_buf_release(&text);
}
END_TEST

START_TEST(many_words_keep_their_forms)
{
	kt_buf text = KT_BUF_INIT;
	char form[64];

	for (int i = 0; i < 20000; i++)
		kt_buf_addf(
			&text, "Word%dOf%sLength ", i, i % 3 ? "Short" : "AVeryGreatAndUnusual");
	ck_assert_int_eq(kt_tokenise(&tokens, words, kt_buf_str(&text), 0, NULL), KT_OK);
	ck_assert_uint_eq(tokens.count, 20000);
	ck_assert_uint_eq(kt_words_count(words), 20000);
	for (int i = 0; i < 20000; i++) {
		snprintf(form, sizeof form, "word%dof%slength", i,
			i % 3 ? "short" : "averygreatandunusual");
		ck_assert(kt_str_is(kt_words_form(words, tokens.at[i].form), form));
	}
	kt_buf_release(&text);
}
END_TEST

/* ---- properties of any text ---- */

static uint32_t next_random(uint32_t *state)
{
	*state = *state * 1664525 + 1013904223;
	return *state >> 8;
}

static void check_promises(kt_str text)
{
	size_t end = 0;

	for (size_t i = 0; i < tokens.count; i++) {
		const kt_token *t = &tokens.at[i];

		ck_assert_uint_ge(t->offset, end);
		ck_assert_uint_gt(t->length, 0);
		end = (size_t)t->offset + t->length;
		ck_assert_uint_le(end, text.len);
	}
}

START_TEST(tokens_of_any_bytes_ascend_and_lie_within_the_text)
{
	static const char *const pieces[] = { "Stalin", "'s", "’", "[", "]", "12", "(", ")", "\\",
		"<", ">", "&", ";", "^", "\xC2\xAD", "\xCC\x81", "й", "東", " ", "\n", "-", ".",
		"_", "[^", "sic", "!", "http://a", "\"", "\xFF", "\xE2\x80", "`", "\xE2\x80\x8D",
		"и", "*", ":", ",", "000", "\xF0\x9F" };
	uint32_t state = (uint32_t)_i;
	kt_buf text = KT_BUF_INIT;

	for (int round = 0; round < 500; round++) {
		kt_buf_clear(&text);
		for (uint32_t n = next_random(&state) % 40; n; n--)
			kt_buf_add(&text, kt_str_of(pieces[next_random(&state) % COUNT(pieces)]));
		for (unsigned options = 0; options <= KT_TOKENISE_MARKDOWN; options++) {
			ck_assert_int_eq(
				kt_tokenise(&tokens, words, kt_buf_str(&text), options, NULL),
				KT_OK);
			check_promises(kt_buf_str(&text));
		}
	}
	kt_buf_release(&text);
}
END_TEST

/* The runs of letters and digits of a text of ASCII, in small letters, each ended by a space. */
static void add_runs(kt_buf *runs, kt_str text)
{
	int inside = 0;

	for (size_t i = 0; i <= text.len; i++) {
		char c = i < text.len ? text.ptr[i] : ' ';
		int is = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');

		if (is)
			kt_buf_addc(runs, (char)(c >= 'A' && c <= 'Z' ? c + 32 : c));
		else if (inside)
			kt_buf_addc(runs, ' ');
		inside = is;
	}
}

START_TEST(without_apostrophes_and_brackets_a_word_is_a_run_of_letters_and_digits)
{
	static const char letters[] = "abcXYZ019 \n-.,;:!?/()\"_*&<>^|~@#%+={}\\";
	uint32_t state = (uint32_t)_i + 1000;
	kt_buf text = KT_BUF_INIT, runs = KT_BUF_INIT, read = KT_BUF_INIT;

	for (int round = 0; round < 300; round++) {
		kt_buf_clear(&text);
		kt_buf_clear(&runs);
		kt_buf_clear(&read);
		for (uint32_t n = next_random(&state) % 300; n; n--)
			kt_buf_addc(&text, letters[next_random(&state) % (sizeof letters - 1)]);
		add_runs(&runs, kt_buf_str(&text));
		ck_assert_int_eq(kt_tokenise(&tokens, words, kt_buf_str(&text), 0, NULL), KT_OK);
		for (size_t i = 0; i < tokens.count; i++) {
			kt_buf_add(&read, kt_words_form(words, tokens.at[i].form));
			kt_buf_addc(&read, ' ');
		}
		ck_assert(kt_str_equal(kt_buf_str(&runs), kt_buf_str(&read)));
	}
	kt_buf_release(&text);
	kt_buf_release(&runs);
	kt_buf_release(&read);
}
END_TEST

/* ---- compounds ---- */

static const struct {
	const char *text;
	size_t from;
	const char *joined; /* NULL: none */
	size_t to;
} compounds[] = {
	{ "counter-revolution now", 0, "counterrevolution", 2 },
	{ "counter-revolution now", 1, NULL, 2 },
	{ "ex-vice-president", 0, "exvicepresident", 3 },
	{ "oppo-\nsition", 0, "opposition", 2 },
	{ "war – peace", 0, NULL, 1 },
	{ "war–peace", 0, NULL, 1 },
	{ "N. K. Krupskaya", 0, "nk", 2 },
	{ "N.K. Krupskaya", 0, "nk", 2 },
	{ "N.\xC2\xA0K. Krupskaya", 0, "nk", 2 },
	{ "N. Krupskaya", 0, NULL, 1 },
	{ "U.S.S.R. today", 0, "ussr", 4 },
	{ "U.S.S.R. today", 1, NULL, 2 },
	{ "U.S.S.R", 0, "ussr", 4 },
	{ "N.K. U.S.", 0, "nk", 2 },
	{ "N.K. U.S.", 2, "us", 4 },
	{ "т.е. так", 0, "те", 2 },
	{ "т. е. так", 0, NULL, 1 },
	{ "И. В. Сталин", 0, "ив", 2 },
	{ "41,000 men", 0, "41000", 2 },
	{ "1 234 567", 0, "1234567", 3 },
	{ "1936-8", 0, NULL, 1 },
	{ "plain words", 0, NULL, 1 },
	{ "last", 0, NULL, 1 },
};

START_TEST(what_is_printed_in_parts_is_joined)
{
	kt_str text = read_text(compounds[_i].text, 0);
	size_t to = 99;
	int is = kt_compound(&out, &tokens, words, text, compounds[_i].from, &to);

	ck_assert_int_eq(is, compounds[_i].joined != NULL);
	ck_assert_str_eq(out.len ? out.ptr : "", is ? compounds[_i].joined : "");
	ck_assert_uint_eq(to, compounds[_i].to);
}
END_TEST

/* ---- sentences ---- */

/* In each, a '|' stands where a sentence begins behind another. */
static const char *const sentences[] = {
	"One sentence",
	"Lenin spoke. |He left. |They stayed.",
	"N. K. Krupskaya spoke to N.K. Lenin. |He left.",
	"See Dr. Smith, vol. 3, pp. 5-7, ed. Jones. |It ends.",
	"No. 5 was here. |No. |Really.",
	"It cost 3.14 roubles. |In 1917. |On",
	"On Jan. 5 it began. |Next",
	"He came... and went... |Then nothing.",
	"He came . . . and went. |End",
	"“Why?” he asked. |“Because.” |He left.",
	"He said “No.” |“Yes.”",
	"(It ended.) |Then",
	"The end.[12] |Next [1]. |Last",
	"The end. [12] |Next",
	"The end.² |Next",
	"The U.S.S.R. was big. |The rest",
	"Plan B. |The rest",
	"Really?! |Yes!!! |No",
	"A heading\n\n|A paragraph. |Its end\nand more.\n\n|Last",
	"**Bold.** |Next *one.* |Last",
	"etc. |The others, etc. and more",
	"В 1917 г. Ленин вернулся. |И. В. Сталин, т. е. Коба, был там.",
	"См. с. 5, т. 3. |Он сказал: «Нет!» |Все ушли… |Да.",
	"Он жил в г. Москве, на ул. Тверской. |Тов. Сталин молчал.",
	"Am 5. März, d. h. vor z. B. Lenin, Bd. 3, S. 5. |Auf dem 15. Parteitag kam er.",
	"M. Dupont parle. |Il est parti, cf. p. 5, éd. Maspero. |Fin",
	"他来了。|她走了。",
};

START_TEST(a_sentence_begins_behind_the_stop_and_what_closes_it)
{
	char text[400], marked[400];
	size_t n = 0, m = 0;

	for (const char *p = sentences[_i]; *p; p++)
		if (*p != '|')
			text[n++] = *p;
	text[n] = '\0';
	ck_assert_int_eq(kt_sentences(&starts, &tokens, words, read_text(text, 0), NULL), KT_OK);
	ck_assert_uint_ge(starts.count, 1);
	ck_assert_uint_eq(starts.at[0], 0);
	for (size_t i = 0, s = 1; i < n; i++) {
		if (s < starts.count && starts.at[s] == i) {
			marked[m++] = '|';
			s++;
		}
		marked[m++] = text[i];
	}
	marked[m] = '\0';
	ck_assert_str_eq(marked, sentences[_i]);
}
END_TEST

START_TEST(nothing_has_no_sentence)
{
	ck_assert_int_eq(kt_sentences(&starts, &tokens, words, read_text(" \n", 0), NULL), KT_OK);
	ck_assert_uint_eq(starts.count, 0);
}
END_TEST

/* ---- languages ---- */

static const struct {
	const char *text, *code;
	int least, most; /* how sure */
} languages[] = {
	{ "The workers of Petrograd went on strike in February.", "en", 40, 100 },
	{ "Strikes broke out and the soldiers joined them at once.", "en", 40, 100 },
	{ "Letters from exile were often read aloud by friends.", "en", 20, 100 },
	{ "Рабочие Петрограда вышли на улицы в феврале.", "ru", 40, 100 },
	{ "Съ этимъ вопросомъ народъ обратился къ правительству", "ru", 60, 100 },
	{ "Историю левой оппозиции долго писали победители.", "ru", 40, 100 },
	{ "Центральна Рада проголосила незалежність України у січні.", "uk", 40, 100 },
	{ "Більшовики захопили Київ наприкінці січня того ж року.", "uk", 40, 100 },
	{ "Die Arbeiter von Petrograd traten im Februar in den Streik.", "de", 40, 100 },
	{ "Lenin kehrte nach der Revolution aus der Schweiz zurück.", "de", 40, 100 },
	{ "Les ouvriers de Petrograd se mirent en grève en février.", "fr", 20, 100 },
	{ "Lénine est rentré de Suisse après la révolution de février.", "fr", 20, 100 },
	{ "La rivoluzione russa fu un grande avvenimento per gli operai.", "it", 40, 100 },
	{ "La revolución rusa fue un gran acontecimiento para los obreros.", "es", 40, 100 },
	{ "Rewolucja w Rosji była wielkim wydarzeniem nie tylko dla robotników.", "pl", 40, 100 },
	{ "Večer před revolucí se dělníci sešli na náměstí.", "cs", 40, 100 },
	{ "Stalin", "", 0, 0 },
	{ "Stalin, Trotsky, Bukharin 1928", "", 0, 0 },
	{ "1917 1918", "", 0, 0 },
	{ "", "", 0, 0 },
	{ "Lenin and Trotsky", "en", 1, 60 },
};

START_TEST(a_short_passage_tells_its_language)
{
	int sure = -1;
	kt_language language;

	read_text(languages[_i].text, 0);
	language = kt_language_detect(&tokens, words, &sure);
	ck_assert_str_eq(language.code, languages[_i].code);
	ck_assert_int_ge(sure, languages[_i].least);
	ck_assert_int_le(sure, languages[_i].most);
}
END_TEST

static const reading codes[] = { { "en", "en" }, { "EN", "en" }, { "en-GB", "en" },
	{ "ru_RU", "ru" }, { "deu", "deu" }, { "english", "" }, { "e", "" }, { "", "" },
	{ "e1", "" }, { "en1", "" } };

START_TEST(a_code_of_a_language_is_its_first_part)
{
	ck_assert_str_eq(kt_language_of(codes[_i].text).code, codes[_i].forms);
}
END_TEST

START_TEST(no_code_is_no_language)
{
	ck_assert_str_eq(kt_language_of(NULL).code, "");
	ck_assert(kt_language_equal(kt_language_of("en-US"), kt_language_of("EN")));
	ck_assert(!kt_language_equal(kt_language_of("en"), kt_language_of("ru")));
}
END_TEST

/* ---- names ---- */

START_TEST(kinds_are_found_by_the_names_they_have)
{
	for (int i = 0; i < KT_KINDS; i++)
		ck_assert_int_eq(kt_kind_find(kt_str_of(kt_kind_name((kt_kind)i))), i);
	ck_assert_int_eq(kt_kind_find(KT_STR("Heading")), -1);
	ck_assert_int_eq(kt_kind_find(KT_STR("")), -1);
	ck_assert_str_eq(kt_tier_name(KT_PROBABLE), "probable");
	ck_assert_str_eq(kt_year_type_name(KT_YEAR_ERA), "era");
	ck_assert_str_eq(kt_year_type_name(KT_YEAR_NAMED), "era");
	ck_assert_str_eq(kt_quotation_kind_name(KT_QUOTATION_SCARE), "scare");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("text");
	TCase *tc = tcase_create("text");
	SRunner *runner = srunner_create(suite);
	int failed;

	tcase_add_checked_fixture(tc, set_up, tear_down);
	tcase_add_loop_test(tc, words_are_read_as_they_are_printed, 0, COUNT(plain));
	tcase_add_loop_test(tc, markdown_is_no_word, 0, COUNT(markdown));
	tcase_add_loop_test(tc, a_token_knows_how_it_stands, 0, COUNT(flagged));
	tcase_add_test(tc, a_token_is_a_slice_without_its_possessive);
	tcase_add_test(tc, an_aside_stands_where_the_word_before_stands);
	tcase_add_test(tc, sic_alone_is_a_word);
	tcase_add_test(tc, a_form_has_one_number_in_all_texts);
	tcase_add_test(tc, a_long_word_is_cut_into_glued_ones);
	tcase_add_test(tc, a_word_that_grows_in_folding_is_cut);
	tcase_add_test(tc, many_words_keep_their_forms);
	tcase_add_loop_test(tc, tokens_of_any_bytes_ascend_and_lie_within_the_text, 0, 8);
	tcase_add_loop_test(
		tc, without_apostrophes_and_brackets_a_word_is_a_run_of_letters_and_digits, 0, 4);
	tcase_add_loop_test(tc, what_is_printed_in_parts_is_joined, 0, COUNT(compounds));
	tcase_add_loop_test(
		tc, a_sentence_begins_behind_the_stop_and_what_closes_it, 0, COUNT(sentences));
	tcase_add_test(tc, nothing_has_no_sentence);
	tcase_add_loop_test(tc, a_short_passage_tells_its_language, 0, COUNT(languages));
	tcase_add_loop_test(tc, a_code_of_a_language_is_its_first_part, 0, COUNT(codes));
	tcase_add_test(tc, no_code_is_no_language);
	tcase_add_test(tc, kinds_are_found_by_the_names_they_have);
	suite_add_tcase(suite, tc);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
