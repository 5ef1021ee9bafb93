/* From the bytes of a file to its blocks: encodings, plain text, Markdown, kinds. */
#include "reading.h"

#include <iconv.h>

#define DATA "tests/data/readers/"

static void read_text(const char *name, const char *text)
{
	read_file(name, kt_str_of(text));
}

static const char *text_of(const kt_buf *buf)
{
	return buf->len ? buf->ptr : "";
}

static const char *kinds(void)
{
	kt_buf_clear(&shown);
	for (size_t i = 0; i < source.block_count; i++)
		kt_buf_addf(&shown, "%s%s", i ? " " : "", kt_kind_name(source.blocks[i].kind));
	return text_of(&shown);
}

static void expect_slices(kt_str bytes)
{
	int64_t behind = 0;

	for (size_t i = 0; i < source.block_count; i++) {
		const kt_block *block = &source.blocks[i];
		kt_str slice;

		ck_assert_int_ge(block->offset, behind);
		behind = block->offset + (int64_t)block->text.len;
		slice = kt_str_sub(bytes, (size_t)block->offset, (size_t)behind);
		ck_assert(kt_str_equal(slice, block->text));
		ck_assert(kt_str_equal(kt_str_trim(slice), slice));
	}
}

/* ---- encodings ---- */

/* Texts of the sorts that a guess goes wrong on.  All of their letters are in every encoding. */
static const char *const russian[] = {
	/* 170 letters */
	"Первые известия о стачке дошли до районного комитета во вторник вечером, и никто в нем не "
	"поверил посыльному. К утру насчитали четыре тысячи двести человек, и управление "
	"запросило солдат, хотя ворота еще стояли открытыми.",
	/* capitals */
	"ПЕРВЫЕ ИЗВЕСТИЯ О СТАЧКЕ ДОШЛИ ДО РАЙОННОГО КОМИТЕТА ВО ВТОРНИК ВЕЧЕРОМ, И НИКТО В НЕМ НЕ "
	"ПОВЕРИЛ ПОСЫЛЬНОМУ. К УТРУ НАСЧИТАЛИ ЧЕТЫРЕ ТЫСЯЧИ ДВЕСТИ ЧЕЛОВЕК, И УПРАВЛЕНИЕ "
	"ЗАПРОСИЛО СОЛДАТ, ХОТЯ ВОРОТА ЕЩЕ СТОЯЛИ ОТКРЫТЫМИ.",
	/* among English */
	"The first news of the strike reached the committee on a Tuesday evening, and nobody on it "
	"believed the messenger (in the minutes: никто не поверил посыльному). What the chairman "
	"wrote that night is known from one copy only: \"Завтра утром все будут у ворот, и "
	"солдаты тоже; передайте на Выборгскую сторону, что хлеба не привезли и что стачечный "
	"комитет заседает без перерыва\". The copy was found among the papers of the factory.",
	/* titles and names */
	"Совет Народных Комиссаров. Петр Иванович Воронцов, Анна Сергеевна Ткач, Яков Михайлович "
	"Щербинин. Эрмитаж. Южный фронт. Чрезвычайная Комиссия. Царское Село. Фабрика Жукова. "
	"Улица Хлебная. Объявление. Район Пресни. Большой театр.",
	/* wrapped, with figures */
	"1. Все сани записать в домовом комитете до конца месяца.\r\n2. Хлеб выдавать только по\r\n"
	"карточкам, по 200 граммов на едока.\r\n3. Ламп на речной стороне не зажигать!\r\n\r\n"
	"Подписи: председатель, секретарь и семь членов правления, из которых двое отказались.\r\n",
};

static const char *const russian_encodings[] = { "windows-1251", "KOI8-R", "CP866", "ISO-8859-5",
	"MAC-CYRILLIC", "IBM855" };

static void recode(kt_buf *out, const char *to, const char *text)
{
	iconv_t cd = iconv_open(to, "UTF-8");
	char *from = (char *)text, *at;
	size_t left = strlen(text), room;

	ck_assert(cd != (iconv_t)-1);
	kt_buf_clear(out);
	ck_assert(kt_buf_reserve(out, left * 4 + 16));
	at = out->ptr;
	room = left * 4 + 8;
	ck_assert_msg(iconv(cd, &from, &left, &at, &room) == 0, "%s: %s", to, text);
	out->len = (size_t)(at - out->ptr);
	iconv_close(cd);
}

/* The words of all the blocks, white space made one. */
static void expect_words(const char *text)
{
	kt_buf all = KT_BUF_INIT, wanted = KT_BUF_INIT;

	for (size_t i = 0; i < source.block_count; i++) {
		kt_buf_add(&all, source.blocks[i].text);
		kt_buf_addc(&all, ' ');
	}
	kt_buf_addf(&wanted, "%s ", text);
	for (int i = 0; i < 2; i++) {
		kt_buf *buf = i ? &all : &wanted;
		size_t n = 0;

		for (size_t j = 0; j < buf->len; j++) {
			char c = buf->ptr[j];

			if (c == '\n' || c == '\r')
				c = ' ';
			if (c != ' ' || (n && buf->ptr[n - 1] != ' '))
				buf->ptr[n++] = c;
		}
		buf->len = n;
		buf->ptr[n] = '\0';
	}
	ck_assert_str_eq(text_of(&all), text_of(&wanted));
	kt_buf_release(&all);
	kt_buf_release(&wanted);
}

START_TEST(russian_is_read_in_whatever_encoding_it_is)
{
	const char *text = russian[_i / COUNT(russian_encodings)];
	const char *encoding = russian_encodings[_i % COUNT(russian_encodings)];
	kt_buf bytes = KT_BUF_INIT;
	char notice[100];

	recode(&bytes, encoding, text);
	read_file("essay.txt", kt_buf_str(&bytes));
	expect_words(text);
	/* Where capitals alone tell, two encodings may be the same bytes. */
	if (_i / COUNT(russian_encodings) != 1)
		ck_assert_str_eq(source.encoding, encoding);
	ck_assert_int_eq(source.encoding_guessed, 1);
	ck_assert_int_eq(source.blocks[0].offset, -1);
	snprintf(notice, sizeof(notice), "essay.txt: read as %s (guessed)\n", source.encoding);
	ck_assert_str_eq(text_of(&notices), notice);
	kt_buf_release(&bytes);
}
END_TEST

static const struct other {
	const char *encoding, *text;
} others[] = {
	{ "windows-1252",
		"He said: “We don’t know” — and that’s all… The régime of Sedov’s friends." },
	{ "windows-1252", "A plain English line with one apostrophe: the committee’s." },
	{ "windows-1252", "L’opposition de gauche s’est formée à Moscou; élève, créée, où, ça, "
			  "naît, œuvre." },
	{ "windows-1252", "Die Straße führte über große Höfe; „Fuß“, Öffnung, müßten, Äußerung." },
	{ "windows-1252",
		"La revolución española fue traicionada. ¿Quién lo hará? ¡Mañana! Niños y años." },
	{ "windows-1251",
		"Українська революція почалася в Києві. Її керівники хотіли автономії, він ні." },
	{ "KOI8-U",
		"Українська революція почалася в Києві. Її керівники хотіли автономії, він ні." },
	{ "WINDOWS-1250",
		"Rewolucja wybuchła w październiku; żołnierze i robotnicy przejęli władzę. "
		"Święto pracy, gęś, łódź, źródło, mąż, książka, błąd, część." },
	{ "WINDOWS-1250",
		"Říjnová revoluce byla událost; dělníci a vojáci převzali moc. Příliš žluťoučký "
		"kůň úpěl ďábelské ódy. Československá strana." },
	{ "GB18030", "十月革命是俄国工人阶级在布尔什维克党领导下联合贫农所完成的社会主义革命。" },
	{ "CP866", "║ Год ║ Число членов ║\r\n╠═════╬══════════════╣\r\n║ 1917 ║ двести сорок "
		   "║\r\n║ 1921 ║ больше семисот тысяч ║\r\n" },
};

START_TEST(other_alphabets_are_not_taken_for_russian)
{
	kt_buf bytes = KT_BUF_INIT;

	recode(&bytes, others[_i].encoding, others[_i].text);
	read_file("essay.txt", kt_buf_str(&bytes));
	ck_assert_str_eq(source.encoding, others[_i].encoding);
	expect_words(others[_i].text);
	kt_buf_release(&bytes);
}
END_TEST

static const struct marked {
	const char *encoding, *mark;
	size_t length;
} marked[] = {
	{ "UTF-16LE", "\xFF\xFE", 2 },
	{ "UTF-16BE", "\xFE\xFF", 2 },
	{ "UTF-32LE", "\xFF\xFE\0\0", 4 },
	{ "UTF-32BE", "\0\0\xFE\xFF", 4 },
	{ "UTF-16LE", "", 0 }, /* told by its zero bytes */
	{ "UTF-16BE", "", 0 },
};

START_TEST(wide_encodings_are_told_by_mark_or_zeros)
{
	kt_buf bytes = KT_BUF_INIT, file = KT_BUF_INIT;

	recode(&bytes, marked[_i].encoding, russian[0]);
	kt_buf_add(&file, (kt_str) { marked[_i].mark, marked[_i].length });
	kt_buf_add(&file, kt_buf_str(&bytes));
	read_file("essay.txt", kt_buf_str(&file));
	ck_assert_str_eq(source.encoding, marked[_i].encoding);
	ck_assert_int_eq(source.encoding_guessed, 0);
	ck_assert_int_eq(source.blocks[0].offset, -1);
	ck_assert_str_eq(text_of(&notices), "");
	expect_words(russian[0]);
	kt_buf_release(&bytes);
	kt_buf_release(&file);
}
END_TEST

START_TEST(declared_encoding_is_believed)
{
	kt_buf bytes = KT_BUF_INIT;

	/* too short for any guess */
	recode(&bytes, "KOI8-R", "---\ntitle: Я\nencoding: koi8-r\n---\n\nОн\n");
	read_file("essay.txt", kt_buf_str(&bytes));
	ck_assert_str_eq(source.encoding, "KOI8-R");
	ck_assert_int_eq(source.encoding_guessed, 0);
	ck_assert_str_eq(blocks(), "paragraph: Он");
	ck_assert(kt_str_is(source.title, "Я"));
	ck_assert_str_eq(text_of(&notices), "");
	/* ... but not against what the letters say */
	recode(&bytes, "CP866", russian[0]);
	kt_buf_add(&bytes, KT_STR("\n\n<meta charset=\"windows-1251\">\n"));
	read_file("essay.txt", kt_buf_str(&bytes));
	ck_assert_str_eq(source.encoding, "CP866");
	ck_assert_int_eq(source.encoding_guessed, 1);
	kt_buf_release(&bytes);
}
END_TEST

START_TEST(byte_order_mark_counts_in_offsets)
{
	kt_str bytes = KT_STR("\xEF\xBB\xBF\n  Он пришёл.\n");

	read_file("essay.txt", bytes);
	ck_assert_int_eq(source.blocks[0].offset, 6);
	expect_slices(bytes);
}
END_TEST

START_TEST(a_slip_in_utf8_is_told_and_repaired)
{
	read_text("essay.txt", "Мы\nпомним \x93то\x94 лето.\n\nИ зиму.\n");
	ck_assert_str_eq(source.encoding, "UTF-8");
	ck_assert_str_eq(blocks(), "paragraph: Мы|помним \xEF\xBF\xBDто\xEF\xBF\xBD лето.\n"
				   "paragraph: И зиму.");
	ck_assert_str_eq(text_of(&notices),
		"essay.txt:2: not UTF-8 (byte 0x93); replaced by U+FFFD, with 1 more like it\n");
	ck_assert_int_eq(source.blocks[0].offset, -1);
	/* a text cut off within a letter */
	read_text("essay.txt", "Мы помним то лето\xD0");
	ck_assert_str_eq(
		text_of(&notices), "essay.txt:1: not UTF-8 (byte 0xD0); replaced by U+FFFD\n");
}
END_TEST

static const struct refused {
	const char *name;
	kt_str bytes;
	const char *message;
} refused[] = {
	{ "a.txt", { "word\0word", 9 }, "a.txt: binary file" },
	{ "a", { "\x01\x02\x03\x04 text", 9 }, "a: binary file" },
	{ "a.txt",
		{ "\xFF\xFE"
		  "a\0\0\0b\0",
			8 },
		"a.txt: binary file" },
	{ "a.djvu", { "x", 1 }, "a.djvu: DjVu is not read yet" },
	{ "a.DOC", { "", 0 }, "a.DOC: DOC is not read yet" },
	{ "a.txt", { "\x1F\x8B\x08", 3 }, "a.txt: gzip, not plain text, by what it begins with" },
	{ "a.md", { "{\\rtf1 x}", 9 }, "a.md: RTF, not Markdown, by what it begins with" },
	{ "a.txt", { "%PDF-1.4\n", 9 }, "a.txt: PDF, not plain text, by what it begins with" },
	{ "a", { "PK\3\4....", 8 }, "a: ZIP is not read yet" },
};

START_TEST(what_is_no_text_is_refused_by_name)
{
	ck_assert_int_eq(try_file(refused[_i].name, refused[_i].bytes), KT_EINPUT);
	ck_assert_str_eq(err.message, refused[_i].message);
}
END_TEST

START_TEST(nothing_but_white_space_has_no_blocks)
{
	static const char *const empty[] = { "", "\n", " \t\r\n\n", "\xEF\xBB\xBF", "\xC2\xA0\n",
		"\f" };

	for (int i = 0; i < COUNT(empty); i++) {
		read_text("a.txt", empty[i]);
		ck_assert_uint_eq(source.block_count, 0);
		read_text("a.md", empty[i]);
		ck_assert_uint_eq(source.block_count, 0);
	}
}
END_TEST

START_TEST(walks_take_up_texts_only)
{
	static const char *const taken[] = { "a.txt", "dir.x/README", "a.MD", "b.markdown",
		"c.text" };
	static const char *const left[] = { "a.djvu", "b.jpg", "c.doc", "dir/d.c", "e.txt.gz" };

	for (int i = 0; i < COUNT(taken); i++)
		ck_assert_msg(kt_readers_know(taken[i]), "%s", taken[i]);
	for (int i = 0; i < COUNT(left); i++)
		ck_assert_msg(!kt_readers_know(left[i]), "%s", left[i]);
	read_text("notes.unknown", "Given by name it is plain text.");
	ck_assert_str_eq(source.format, "text");
	ck_assert_str_eq(blocks(), "paragraph: Given by name it is plain text.");
}
END_TEST

/* ---- plain text ---- */

#define WRAPPED                                                                                    \
	"The harbour froze over in the second week of November, earlier than any\n"                \
	"of the pilots could remember, and the last two steamers lay outside the\n"                \
	"bar with their lights burning until the coal gave out.\n"
#define WRAPPED_SHOWN                                                                              \
	"paragraph: The harbour froze over in the second week of November, earlier than any|"      \
	"of the pilots could remember, and the last two steamers lay outside the|"                 \
	"bar with their lights burning until the coal gave out."
#define LONG                                                                                       \
	"The harbour froze over in the second week of November, earlier than any of the pilots "   \
	"could remember, and the steamers lay outside the bar until the coal gave out."

static const struct example {
	const char *text, *blocks;
} plain[] = {
	/* paragraphs */
	{ WRAPPED "\n" WRAPPED, WRAPPED_SHOWN "\n" WRAPPED_SHOWN },
	{ WRAPPED " \t\n" WRAPPED, WRAPPED_SHOWN "\n" WRAPPED_SHOWN },
	{ LONG "\n" LONG "\nShort.\n",
		"paragraph: " LONG "\nparagraph: " LONG "\nparagraph: Short." },
	{ WRAPPED "   A first line set in parts paragraphs, though no blank line stands\n"
		  "between them, and in old books nothing else does so at all.\n"
		  "   Here is one more.\n",
		WRAPPED_SHOWN
		"\nparagraph: A first line set in parts paragraphs, though no blank line stands|"
		"between them, and in old books nothing else does so at all.\n"
		"paragraph: Here is one more." },
	/* what is left out */
	{ "One went.\n\n* * *\n\nTwo went.\n\n-----\n\n- 12 -\n\nThree went.\n\f\n127\n\nFour "
	  "went.",
		"paragraph: One went.\nparagraph: Two went.\nparagraph: Three went.\nparagraph: "
		"Four "
		"went." },
	/* a year and the number of a note are not numbers of pages */
	{ "1917\n\n[12]\n\n" WRAPPED, "heading: 1917\nfootnote: [12]\n" WRAPPED_SHOWN },
	/* headings */
	{ "CHAPTER IV\n\n" WRAPPED, "heading: CHAPTER IV\n" WRAPPED_SHOWN },
	{ "Chapter 4. The Harbour\n\n" WRAPPED, "heading: Chapter 4. The Harbour\n" WRAPPED_SHOWN },
	{ "Часть первая\n\n" WRAPPED, "heading: Часть первая\n" WRAPPED_SHOWN },
	{ "Глава 3. Ледоход\n\n" WRAPPED, "heading: Глава 3. Ледоход\n" WRAPPED_SHOWN },
	{ "The Frozen Harbour\n\n" WRAPPED, "heading: The Frozen Harbour\n" WRAPPED_SHOWN },
	{ "Как замёрзла гавань\n\n" WRAPPED, "heading: Как замёрзла гавань\n" WRAPPED_SHOWN },
	{ "3. The ice\n\n" WRAPPED, "heading: 3. The ice\n" WRAPPED_SHOWN },
	{ "What happened then\n==================\n" WRAPPED,
		"heading: What happened then\n" WRAPPED_SHOWN },
	{ WRAPPED "\nNobody knew it.\n\n" WRAPPED,
		WRAPPED_SHOWN "\nparagraph: Nobody knew it.\n" WRAPPED_SHOWN },
	{ "Part two of the plan was never carried out, since the ice had come.\n\n" WRAPPED,
		"paragraph: Part two of the plan was never carried out, since the ice had "
		"come.\n" WRAPPED_SHOWN },
	/* quotations and whose they are */
	{ WRAPPED
		"He wrote:\n\n“It is cold here, and the boats have not come.”\n\n(Petrenko, 44)\n",
		WRAPPED_SHOWN "|He wrote:\nblockquote: “It is cold here, and the boats have not "
			      "come.”\nattribution: (Petrenko, 44)" },
	{ WRAPPED "\nHe remembered\n\n« что было холодно и лодки не пришли »\n\nThat is all.\n",
		WRAPPED_SHOWN
		"\nparagraph: He remembered\nblockquote: « что было холодно и лодки не "
		"пришли »\nparagraph: That is all." },
	{ WRAPPED "\n\"It is cold,\" he said, \"and the boats have not come.\"\n", WRAPPED_SHOWN
		"\nparagraph: \"It is cold,\" he said, \"and the boats have not come.\"" },
	{ WRAPPED "\n\"It is cold here and the boats have not come for us\"\n\n— A. Petrenko, "
		  "Letters\n",
		WRAPPED_SHOWN
		"\nblockquote: \"It is cold here and the boats have not come for us\"\n"
		"attribution: — A. Petrenko, Letters" },
	{ WRAPPED "\n(The harbour is meant.)\n",
		WRAPPED_SHOWN "\nparagraph: (The harbour is meant.)" },
	{ "— Холодно? — спросил он.\n\n— Нет, — сказал я.\n",
		"paragraph: — Холодно? — спросил он.\nparagraph: — Нет, — сказал я." },
	{ WRAPPED "\n> It is cold here\n> and the boats have not come.\n",
		WRAPPED_SHOWN "\nblockquote: > It is cold here|> and the boats have not come." },
	/* captions */
	{ WRAPPED "\nFigure 3. The harbour in 1919\n\nРис. 2: Гавань\n\n[Illustration: the quay]\n",
		WRAPPED_SHOWN "\ncaption: Figure 3. The harbour in 1919\ncaption: Рис. 2: Гавань\n"
			      "caption: [Illustration: the quay]" },
	{ "Figure 3 shows that the ice came early, and no one doubts it.\n",
		"paragraph: Figure 3 shows that the ice came early, and no one doubts it." },
	/* notes */
	{ WRAPPED "\n[12] The log is lost.\n[13] So is the map.\n",
		WRAPPED_SHOWN "\nfootnote: [12] The log is lost.\nfootnote: [13] So is the map." },
	{ WRAPPED "So says the log*.\n\n* It is lost.\n",
		WRAPPED_SHOWN "|So says the log*.\nfootnote: * It is lost." },
	{ "Notes\n\n1. The log is lost.\n\n2. So is the map.\n\nAPPENDIX\n\n" WRAPPED,
		"heading: Notes\nfootnote: 1. The log is lost.\nfootnote: 2. So is the map.\n"
		"heading: APPENDIX\n" WRAPPED_SHOWN },
	{ "Литература\n\nТкач А. Н. Стачки. М., 1931.\n\nТкач А. Н. Зимы. М., 1932.\n",
		"heading: Литература\nbibliography: Ткач А. Н. Стачки. М., 1931.\n"
		"bibliography: Ткач А. Н. Зимы. М., 1932." },
	{ "[Written for a seminar; forgive the tone.]\n\n" WRAPPED,
		"note: [Written for a seminar; forgive the tone.]\n" WRAPPED_SHOWN },
	/* lists, tables, verse */
	{ "1. Register the sledges.\n2. Give out bread\nagainst the card.\n3. No lamps.\n",
		"list: 1. Register the sledges.\nlist: 2. Give out bread|against the card.\nlist: "
		"3. "
		"No lamps." },
	{ "• sledges\n\n• bread\n", "list: • sledges\nlist: • bread" },
	{ "16. April 1917 came Lenin, and with him thirty others, by the Finland station at night.",
		"paragraph: 16. April 1917 came Lenin, and with him thirty others, by the Finland "
		"station at night." },
	{ "Year     Sledges\n1913         420\n1914         610\n",
		"table: Year     Sledges|1913         420|1914         610" },
	{ WRAPPED "\n    The ice is on the river,\n    The snow is on the street,\n"
		  "    And who will bring the letters?\n",
		WRAPPED_SHOWN
		"\nverse: The ice is on the river,|    The snow is on the street,|    "
		"And who will bring the letters?" },
};

START_TEST(plain_text_has_these_blocks)
{
	kt_str bytes = kt_str_of(plain[_i].text);

	read_file("a.txt", bytes);
	ck_assert_str_eq(blocks(), plain[_i].blocks);
	expect_slices(bytes);
}
END_TEST

START_TEST(line_ends_do_not_matter_but_are_kept)
{
	kt_buf crlf = KT_BUF_INIT, cr = KT_BUF_INIT;
	const char *text = "CHAPTER IV\n\n" WRAPPED "\n" WRAPPED;

	for (const char *p = text; *p; p++) {
		if (*p == '\n')
			kt_buf_add(&crlf, KT_STR("\r\n"));
		else
			kt_buf_addc(&crlf, *p);
		kt_buf_addc(&cr, *p == '\n' ? '\r' : *p);
	}
	read_file("a.txt", kt_buf_str(&crlf));
	ck_assert_str_eq(kinds(), "heading paragraph paragraph");
	ck_assert_uint_ne(kt_str_find(source.blocks[1].text, KT_STR("any\r\nof"), 0), SIZE_MAX);
	expect_slices(kt_buf_str(&crlf));
	read_file("a.txt", kt_buf_str(&cr));
	ck_assert_str_eq(kinds(), "heading paragraph paragraph");
	expect_slices(kt_buf_str(&cr));
	kt_buf_release(&crlf);
	kt_buf_release(&cr);
}
END_TEST

static const char *const texts[] = { "dissertation.txt", "memoir.txt", "ocherk.md" };

static void load(kt_buf *out, const char *name, const char *ending)
{
	char path[100];

	snprintf(path, sizeof(path), DATA "%.*s%s", (int)strcspn(name, "."), name, ending);
	ck_assert_msg(kt_file_read(out, path, &err) == KT_OK, "%s", err.message);
}

START_TEST(a_whole_text_has_the_kinds_that_a_reader_sees)
{
	kt_buf bytes = KT_BUF_INIT, wanted = KT_BUF_INIT;
	kt_buf found = KT_BUF_INIT;

	load(&bytes, texts[_i], strchr(texts[_i], '.'));
	load(&wanted, texts[_i], ".kinds");
	read_file(texts[_i], kt_buf_str(&bytes));
	for (size_t i = 0; i < source.block_count; i++)
		kt_buf_addf(&found, "%s\n", kt_kind_name(source.blocks[i].kind));
	ck_assert_str_eq(text_of(&found), text_of(&wanted));
	expect_slices(kt_buf_str(&bytes));
	kt_buf_release(&bytes);
	kt_buf_release(&wanted);
	kt_buf_release(&found);
}
END_TEST

static const char *const fragments[] = {
	"The harbour froze over in the second week of November, earlier than\n",
	"bar with their lights burning until the coal gave out.\n",
	"    Indented, and going on,\n",
	"  \t\n",
	"\n",
	"\n\n\n",
	"CHAPTER IV\n",
	"1. Register the sledges.\n",
	"- bread\n",
	"[12] The log is lost.\n",
	"“It is cold here, and the boats have not come.”\n",
	"(Petrenko, 44)\n",
	"[Illustration:\n\n",
	"]\n",
	"Year     Sledges\n",
	"Bibliography\n",
	"* It is lost*.\n",
	"\xC2\xA0\n",
	"Гавань замёрзла\r\n",
	LONG "\n",
};

static int is_covered(size_t at)
{
	for (size_t i = 0; i < source.block_count; i++) {
		size_t from = (size_t)source.blocks[i].offset;

		if (at >= from && at < from + source.blocks[i].text.len)
			return 1;
	}
	return 0;
}

START_TEST(no_word_of_a_plain_text_is_lost)
{
	kt_buf bytes = KT_BUF_INIT;
	uint32_t seed = (uint32_t)_i * 7919 + 1;

	for (int n = 0; n < 40; n++) {
		seed = seed * 1103515245u + 12345u;
		kt_buf_add(&bytes, kt_str_of(fragments[(seed >> 16) % COUNT(fragments)]));
	}
	read_file("a.txt", kt_buf_str(&bytes));
	expect_slices(kt_buf_str(&bytes));
	for (size_t i = 0; i < bytes.len; i++)
		if ((unsigned char)bytes.ptr[i] > ' ' && !strchr("\xC2\xA0", bytes.ptr[i]))
			ck_assert_msg(is_covered(i), "byte %zu of:\n%s", i, bytes.ptr);
	kt_buf_release(&bytes);
}
END_TEST

/* ---- Markdown ---- */

static const struct example markdown[] = {
	{ "# Title #\n\nText *here*\ngoes on.\n",
		"heading: Title\nparagraph: Text *here*|goes on." },
	{ "Title\n=====\n\nSub\n---\nText\n", "heading: Title\nheading: Sub\nparagraph: Text" },
	{ "Text\n\n---\n\n* * *\nmore\n", "paragraph: Text\nparagraph: more" },
	{ "#NoHeading\n\n####### neither\n", "paragraph: #NoHeading\nparagraph: ####### neither" },
	{ "> Quoted\n> on\n>\n> again\n", "blockquote: Quoted|> on\nblockquote: again" },
	{ "> Quoted\nlazily\n\nText\n", "blockquote: Quoted|lazily\nparagraph: Text" },
	{ ">>> deep\n", "blockquote: deep" },
	{ "> We walked out.\n> — A. Sedova, *Memoirs*\n",
		"blockquote: We walked out.\nattribution: — A. Sedova, *Memoirs*" },
	{ "> We walked out.\n\n(Sedova, 44)\n",
		"blockquote: We walked out.\nattribution: (Sedova, 44)" },
	{ "> We walked out.\n>\n> (Sedova, 44)\n",
		"blockquote: We walked out.\nattribution: (Sedova, 44)" },
	{ "- one\n- two\n  more\n\n  still two\n\nText\n",
		"list: one\nlist: two|  more\nlist: still two\nparagraph: Text" },
	{ "1. one\n2) two\n   - inner\n", "list: one\nlist: two\nlist: inner" },
	{ "He came in\n1917. It was\n- cold\n", "paragraph: He came in|1917. It was\nlist: cold" },
	{ "- - - deep\n", "list: deep" },
	{ "-\n\nText\n", "paragraph: Text" },
	{ "| a | b |\n|---|---|\n| c | d |\n\nText\n",
		"table: | a | b |||---|---||| c | d |\nparagraph: Text" },
	{ "a | b\n--|--\nc | d\n", "table: a | b|--|--|c | d" },
	{ "+---+\n| a |\n+---+\n", "table: +---+|| a ||+---+" },
	{ "```\nA  line\n```\nText\n", "paragraph: A  line\nparagraph: Text" },
	{ "``` never closed\n\nText\n", "paragraph: ``` never closed\nparagraph: Text" },
	{ "<!-- hidden\n\nhidden -->\n\nText\n", "paragraph: Text" },
	{ "<!-- never closed\n\nText\n", "paragraph: <!-- never closed\nparagraph: Text" },
	{ "<div>\n</div>\n\n<p>Told</p>\n", "paragraph: <p>Told</p>" },
	{ "<b>Bold</b> text\n", "paragraph: <b>Bold</b> text" },
	{ "Text[^1]\n\n[^1]: The note\n    goes on.\n\n    Its second.\n\nText\n",
		"paragraph: Text[^1]\nfootnote: The note|    goes on.\nfootnote: Its second.\n"
		"paragraph: Text" },
	{ "[a]: https://example.org \"A\"\n[b]: <x>\n\nText [a]\n", "paragraph: Text [a]" },
	{ "[1]: See the log.\n\nText\n", "footnote: [1]: See the log.\nparagraph: Text" },
	{ "![The quay](quay.jpg)\n\n[![x](y)](z)\n",
		"caption: ![The quay](quay.jpg)\ncaption: [![x](y)](z)" },
	{ "A ![sign](s.png) within.\n", "paragraph: A ![sign](s.png) within." },
	{ "# T\n\n## Works cited\n\n- Ткач, 1931\n\nТкач, 1932\n\n### Archives\n\nТкач\n\n## "
	  "End\n\nText\n",
		"heading: T\nheading: Works cited\nbibliography: Ткач, 1931\nbibliography: Ткач, "
		"1932\n"
		"heading: Archives\nbibliography: Ткач\nheading: End\nparagraph: Text" },
	{ "## Notes\n\n1. The log.\n", "heading: Notes\nfootnote: The log." },
	{ "[12] The log is lost.\n", "footnote: [12] The log is lost." },
	{ "# A\n\nNot a heading\n\nA paragraph of more than twenty words follows here, so that in "
	  "plain text the line above would be read as its heading, would it not.\n",
		"heading: A\nparagraph: Not a heading\nparagraph: A paragraph of more than twenty "
		"words "
		"follows here, so that in plain text the line above would be read as its heading, "
		"would "
		"it not." },
};

START_TEST(markdown_has_these_blocks)
{
	kt_str bytes = kt_str_of(markdown[_i].text);

	read_file("a.md", bytes);
	ck_assert_str_eq(source.format, "markdown");
	ck_assert_str_eq(blocks(), markdown[_i].blocks);
	expect_slices(bytes);
}
END_TEST

START_TEST(a_long_table_is_cut_between_rows)
{
	kt_buf text = KT_BUF_INIT;

	kt_buf_add(&text, KT_STR("| year | sledges |\n|---|---|\n"));
	for (int i = 0; i < 500; i++)
		kt_buf_addf(&text, "| %d | many |\n", 1400 + i);
	read_file("a.md", kt_buf_str(&text));
	ck_assert_str_eq(kinds(), "table table table");
	for (size_t i = 0; i < source.block_count; i++) {
		ck_assert_int_eq(source.blocks[i].text.ptr[0], '|');
		ck_assert(kt_str_ends(source.blocks[i].text, KT_STR("|")));
	}
	kt_buf_release(&text);
}
END_TEST

START_TEST(depth_and_length_are_no_danger)
{
	static const char *const units[] = { ">", "- ", "[", "![a](", "```a\n", "<div\n", "> - ",
		"\n", "[^a]: ", "“", "\"", "* ", "|", "x\n---\n", "<!--" };
	static const char *const names[] = { "a.md", "a.txt" };
	kt_buf text = KT_BUF_INIT;

	for (int i = 0; i < COUNT(units) * 2; i++) {
		kt_buf_clear(&text);
		while (text.len < 400000)
			kt_buf_add(&text, kt_str_of(units[i / 2]));
		kt_buf_add(&text, KT_STR("end"));
		read_file(names[i % 2], kt_buf_str(&text));
		ck_assert_uint_ge(source.block_count, 1);
		kt_arena_clear(arena);
	}
	kt_buf_release(&text);
}
END_TEST

/* ---- metadata ---- */

START_TEST(front_matter_is_read_and_taken_off)
{
	kt_str bytes = KT_STR("---\n"
			      "title: \"A \\\"quoted\\\" title: with colon\"\n"
			      "author: 'O''Connor'\n"
			      "date: 1998-02-11\n"
			      "language: en-GB\n"
			      "source: https://example.org/x\n"
			      "licence: CC0-1.0\n"
			      "tags:\n  - a\n  - b\n"
			      "# a comment\n"
			      "---\n\nText\n");

	read_file("a.txt", bytes);
	ck_assert_str_eq(blocks(), "paragraph: Text");
	ck_assert(kt_str_is(source.title, "A \"quoted\" title: with colon"));
	ck_assert(kt_str_is(source.author, "O'Connor"));
	ck_assert(kt_str_is(source.date, "1998-02-11"));
	ck_assert_str_eq(source.language.code, "en");
	ck_assert(kt_str_is(source.origin, "https://example.org/x"));
	ck_assert(kt_str_is(source.licence, "CC0-1.0"));
	expect_slices(bytes);
	read_text("a.md",
		"---\r\nauthors:\r\n- A. Ткач\r\n- B. Sedova\r\nlicense: MIT\r\n...\r\nText\r\n");
	ck_assert(kt_str_is(source.author, "A. Ткач; B. Sedova"));
	ck_assert(kt_str_is(source.licence, "MIT"));
	ck_assert_str_eq(blocks(), "paragraph: Text");
	read_text("a.md",
		"---\nauthor: [A. Ткач, \"B. Sedova\"]\ntitle: >\n  Two\n  lines\n---\nText\n");
	ck_assert(kt_str_is(source.author, "A. Ткач; B. Sedova"));
	ck_assert(kt_str_is(source.title, "Two lines"));
}
END_TEST

static const struct example malformed[] = {
	{ "---\ntitle: Never closed\n\nText\n", "Never closed" },
	{ "---\nIt was cold: they said.\nNo metadata at all.\n---\nText\n", "No metadata at all." },
	{ "---\n---\nText\n", "Text" },
};

START_TEST(malformed_front_matter_is_not_lost)
{
	read_text(_i % 2 ? "a.md" : "a.txt", malformed[_i / 2].text);
	ck_assert_ptr_nonnull(strstr(blocks(), malformed[_i / 2].blocks));
	ck_assert_ptr_nonnull(strstr(blocks(), "Text"));
}
END_TEST

START_TEST(a_title_is_found_where_none_is_told)
{
	read_text("a.txt", "THE FROZEN\n  HARBOUR\n\n" WRAPPED);
	ck_assert(kt_str_is(source.title, "THE FROZEN HARBOUR"));
	read_text("a.md", "## Second\n\n# The *Frozen*  Harbour\n\nText\n");
	ck_assert(kt_str_is(source.title, "The Frozen Harbour"));
	read_text("a.txt", WRAPPED);
	ck_assert_uint_eq(source.title.len, 0);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("readers");
	TCase *encodings = tcase_create("encodings"), *texts_case = tcase_create("plain text"),
	      *marks = tcase_create("markdown"), *metadata = tcase_create("metadata");
	TCase *const cases[] = { encodings, texts_case, marks, metadata };
	SRunner *runner = srunner_create(suite);
	int failed;

	for (int i = 0; i < COUNT(cases); i++) {
		tcase_add_checked_fixture(cases[i], set_up, tear_down);
		tcase_set_timeout(cases[i], 60);
		suite_add_tcase(suite, cases[i]);
	}
	tcase_add_loop_test(encodings, russian_is_read_in_whatever_encoding_it_is, 0,
		COUNT(russian) * COUNT(russian_encodings));
	tcase_add_loop_test(encodings, other_alphabets_are_not_taken_for_russian, 0, COUNT(others));
	tcase_add_loop_test(encodings, wide_encodings_are_told_by_mark_or_zeros, 0, COUNT(marked));
	tcase_add_test(encodings, declared_encoding_is_believed);
	tcase_add_test(encodings, byte_order_mark_counts_in_offsets);
	tcase_add_test(encodings, a_slip_in_utf8_is_told_and_repaired);
	tcase_add_loop_test(encodings, what_is_no_text_is_refused_by_name, 0, COUNT(refused));
	tcase_add_test(encodings, nothing_but_white_space_has_no_blocks);
	tcase_add_test(encodings, walks_take_up_texts_only);
	tcase_add_loop_test(texts_case, plain_text_has_these_blocks, 0, COUNT(plain));
	tcase_add_test(texts_case, line_ends_do_not_matter_but_are_kept);
	tcase_add_loop_test(
		texts_case, a_whole_text_has_the_kinds_that_a_reader_sees, 0, COUNT(texts));
	tcase_add_loop_test(texts_case, no_word_of_a_plain_text_is_lost, 0, 100);
	tcase_add_loop_test(marks, markdown_has_these_blocks, 0, COUNT(markdown));
	tcase_add_test(marks, a_long_table_is_cut_between_rows);
	tcase_add_test(marks, depth_and_length_are_no_danger);
	tcase_add_test(metadata, front_matter_is_read_and_taken_off);
	tcase_add_loop_test(metadata, malformed_front_matter_is_not_lost, 0, COUNT(malformed) * 2);
	tcase_add_test(metadata, a_title_is_found_where_none_is_told);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
