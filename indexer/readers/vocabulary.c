/* vocabulary.c - words by which a heading, a caption or a note says what it is, in English,
 * Russian, Ukrainian, German and French. */
#include "piece.h"

#include <string.h>
#include <utf8proc.h>

enum { FOLDED = 96 };

/* Of a character beyond ASCII: an apostrophe is straight, ё is е. */
static uint32_t small_letter(uint32_t c)
{
	if (c == 0x2019)
		return '\'';
	if (c >= 0x110000)
		return c;
	c = (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
	return c == 0x451 ? 0x435 : c;
}

/* Small letters, white space and emphasis made one, apostrophes straight, ё as е; at most FOLDED
 * bytes.  Returns the length; 0 when s is longer. */
static size_t fold(char out[FOLDED + 8], kt_str s)
{
	size_t at = 0, n = 0;

	while (at < s.len) {
		size_t length = space_at(s, at, s.len);
		uint32_t c = ' ';

		if (length)
			at += length;
		else
			c = next_char(s, &at);
		if (c == '*' || c == '_' || (c == ' ' && (n == 0 || out[n - 1] == ' ')))
			continue;
		if (c >= 0x80)
			c = small_letter(c);
		else if (c >= 'A' && c <= 'Z')
			c |= 0x20;
		if (c >= 0x110000)
			return 0;
		if (c < 0x80)
			out[n++] = (char)c;
		else
			n += (size_t)utf8proc_encode_char(
				(utf8proc_int32_t)c, (utf8proc_uint8_t *)out + n);
		if (n > FOLDED)
			return 0;
	}
	while (n > 0 && (out[n - 1] == ' ' || out[n - 1] == '.' || out[n - 1] == ':'))
		n--;
	out[n] = '\0';
	return n;
}

static const struct {
	const char *words;
	enum section section;
} sections[] = {
	{ "bibliography", SECTION_BIBLIOGRAPHY },
	{ "a bibliography", SECTION_BIBLIOGRAPHY },
	{ "select bibliography", SECTION_BIBLIOGRAPHY },
	{ "selected bibliography", SECTION_BIBLIOGRAPHY },
	{ "annotated bibliography", SECTION_BIBLIOGRAPHY },
	{ "works cited", SECTION_BIBLIOGRAPHY },
	{ "list of works cited", SECTION_BIBLIOGRAPHY },
	{ "literature cited", SECTION_BIBLIOGRAPHY },
	{ "literature", SECTION_BIBLIOGRAPHY },
	{ "further reading", SECTION_BIBLIOGRAPHY },
	{ "suggested reading", SECTION_BIBLIOGRAPHY },
	{ "suggestions for further reading", SECTION_BIBLIOGRAPHY },
	{ "sources", SECTION_BIBLIOGRAPHY },
	{ "primary sources", SECTION_BIBLIOGRAPHY },
	{ "secondary sources", SECTION_BIBLIOGRAPHY },
	{ "sources and literature", SECTION_BIBLIOGRAPHY },
	{ "sources and further reading", SECTION_BIBLIOGRAPHY },
	{ "references", SECTION_REFERENCES },
	{ "reference list", SECTION_REFERENCES },
	{ "list of references", SECTION_REFERENCES },
	{ "notes", SECTION_NOTES },
	{ "footnotes", SECTION_NOTES },
	{ "endnotes", SECTION_NOTES },
	{ "explanatory notes", SECTION_NOTES },
	{ "notes and references", SECTION_NOTES },
	{ "references and notes", SECTION_NOTES },
	{ "index", SECTION_INDEX },
	{ "index of names", SECTION_INDEX },
	{ "name index", SECTION_INDEX },
	{ "subject index", SECTION_INDEX },
	{ "указатель", SECTION_INDEX },
	{ "именной указатель", SECTION_INDEX },
	{ "указатель имен", SECTION_INDEX },
	{ "предметный указатель", SECTION_INDEX },
	{ "register", SECTION_INDEX },
	{ "personenregister", SECTION_INDEX },
	{ "sachregister", SECTION_INDEX },
	{ "transcriber's note", SECTION_EDITOR },
	{ "transcriber's notes", SECTION_EDITOR },
	{ "editor's note", SECTION_EDITOR },
	{ "editors' note", SECTION_EDITOR },
	{ "translator's note", SECTION_EDITOR },
	{ "библиография", SECTION_BIBLIOGRAPHY },
	{ "литература", SECTION_BIBLIOGRAPHY },
	{ "источники", SECTION_BIBLIOGRAPHY },
	{ "список литературы", SECTION_BIBLIOGRAPHY },
	{ "список источников", SECTION_BIBLIOGRAPHY },
	{ "список использованной литературы", SECTION_BIBLIOGRAPHY },
	{ "список источников и литературы", SECTION_BIBLIOGRAPHY },
	{ "использованная литература", SECTION_BIBLIOGRAPHY },
	{ "рекомендуемая литература", SECTION_BIBLIOGRAPHY },
	{ "источники и литература", SECTION_BIBLIOGRAPHY },
	{ "литература и источники", SECTION_BIBLIOGRAPHY },
	{ "примечания", SECTION_NOTES },
	{ "сноски", SECTION_NOTES },
	{ "примечания и ссылки", SECTION_NOTES },
	{ "от редакции", SECTION_EDITOR },
	{ "от редактора", SECTION_EDITOR },
	{ "от переводчика", SECTION_EDITOR },
	{ "бібліографія", SECTION_BIBLIOGRAPHY },
	{ "література", SECTION_BIBLIOGRAPHY },
	{ "джерела", SECTION_BIBLIOGRAPHY },
	{ "примітки", SECTION_NOTES },
	{ "literatur", SECTION_BIBLIOGRAPHY },
	{ "literaturverzeichnis", SECTION_BIBLIOGRAPHY },
	{ "bibliographie", SECTION_BIBLIOGRAPHY },
	{ "bibliografie", SECTION_BIBLIOGRAPHY },
	{ "quellen", SECTION_BIBLIOGRAPHY },
	{ "quellen und literatur", SECTION_BIBLIOGRAPHY },
	{ "anmerkungen", SECTION_NOTES },
	{ "fußnoten", SECTION_NOTES },
	{ "endnoten", SECTION_NOTES },
	{ "einzelnachweise", SECTION_NOTES },
	{ "sources et bibliographie", SECTION_BIBLIOGRAPHY },
	{ "ouvrages cités", SECTION_BIBLIOGRAPHY },
	{ "références", SECTION_REFERENCES },
	{ "notes de bas de page", SECTION_NOTES },
};

enum section section_of(kt_str heading)
{
	char folded[FOLDED + 8];
	uint32_t number;
	size_t length;

	if (marker_of(heading, &number, &length)) /* 7. Bibliography */
		heading = kt_str_sub(heading, length, heading.len);
	if (!fold(folded, heading))
		return SECTION_TEXT;
	for (size_t i = 0; i < sizeof(sections) / sizeof(*sections); i++)
		if (strcmp(folded, sections[i].words) == 0)
			return sections[i].section;
	if (strncmp(folded, "notes to ", 9) == 0 || strncmp(folded, "примечания к ", 24) == 0)
		return SECTION_NOTES;
	return SECTION_TEXT;
}

/* ---- words at the beginning ---- */

/* The words of a folded text, parted at spaces. */
static size_t next_word(const char **at, const char **word)
{
	while (**at == ' ')
		++*at;
	*word = *at;
	while (**at && **at != ' ')
		++*at;
	return (size_t)(*at - *word);
}

/* Enough of s to know its first words by. */
static kt_str beginning(kt_str s)
{
	if (s.len <= 60)
		return s;
	s.len = 60;
	while (s.len && ((unsigned char)s.ptr[s.len - 1] & 0x80))
		s.len--;
	return s;
}

/* Length of the word of a table (NULL ends it) that s begins with, whole; else 0. */
static size_t first_of(const char *s, const char *const *words)
{
	for (; *words; words++) {
		size_t length;
		unsigned char after;

		if (s[0] != **words)
			continue;
		length = strlen(*words);
		if (strncmp(s, *words, length) != 0)
			continue;
		after = (unsigned char)s[length];
		if (after < 'a' || (after > 'z' && after < 0x80))
			return length;
	}
	return 0;
}

static const char *const parts[] = { "chapter", "part", "book", "section", "appendix", "act",
	"scene", "lecture", "letter", "глава", "часть", "книга", "раздел", "том", "приложение",
	"лекция", "частина", "розділ", "kapitel", "teil", "abschnitt", "anhang", "buch", "chapitre",
	"partie", "livre", "annexe", NULL };

/* Beginnings of numbers in words. */
static const char *const ordinals[] = { "one", "two", "three", "four", "five", "six", "seven",
	"eight", "nine", "ten", "eleven", "twelve", "first", "second", "third", "fourth", "fifth",
	"sixth", "seventh", "eighth", "ninth", "tenth", "перв", "втор", "трет", "четверт",
	"четверт", "пят", "шест", "седьм", "восьм", "девят", "десят", "одиннадцат", "двенадцат",
	"последн", "eins", "zwei", "drei", "vier", "fünf", "erst", "zweit", "dritt", "premier",
	"première", "deuxième", "second", "troisième", "quatrième", NULL };

static int is_number(const char *word, size_t length)
{
	size_t digits = 0, roman = 0, signs = 0;

	while (length && strchr(".:,-)", word[length - 1]))
		length--;
	for (size_t i = 0; i < length; i++) {
		digits += word[i] >= '0' && word[i] <= '9';
		roman += strchr("ivxlcm", word[i]) != NULL;
		signs += word[i] == '.' || word[i] == '-';
	}
	if (length && (digits + signs == length || roman == length))
		return 1;
	for (const char *const *o = ordinals; *o; o++)
		if (strncmp(word, *o, strlen(*o)) == 0 && length <= strlen(*o) + 8)
			return 1;
	return length == 1; /* Appendix B */
}

int names_chapter(kt_str s)
{
	char folded[FOLDED + 8];
	const char *at = folded, *first, *second;
	size_t length, of_second, part;

	if (!fold(folded, s))
		return 0;
	length = next_word(&at, &first);
	of_second = next_word(&at, &second);
	if (of_second == 3 && strncmp(second, "the", 3) == 0)
		of_second = next_word(&at, &second);
	part = first_of(first, parts);
	if (part && part + 1 >= length && of_second && is_number(second, of_second)) {
		const char *third;
		size_t of_third = next_word(&at, &third);

		/* "Part two of the plan" is no heading, "Part two. The Plan" is one. */
		return !of_third || strchr(".:", second[of_second - 1]) ||
		       !(third[0] >= 'a' && third[0] <= 'z') ||
		       (s.ptr[0] >= 'A' && s.ptr[0] <= 'Z' && s.len > 1 && s.ptr[1] >= 'A' &&
			       s.ptr[1] <= 'Z');
	}
	part = of_second ? first_of(second, parts) : 0;
	return part && part == of_second && !*at && length > 2 && is_number(first, length);
}

static const char *const pictures[] = { "illustration", "figure", "fig.", "fig", "photograph",
	"photo", "plate", "map", "image", "picture", "chart", "diagram", "table", "рисунок", "рис.",
	"фотография", "фото", "иллюстрация", "илл.", "ил.", "карта", "схема", "таблица", "табл.",
	"мал.", "abbildung", "abb.", "foto", "karte", "tabelle", "bild", "photographie", "carte",
	NULL };

static const char *const depicting[] = { "illustration", "photograph", "photo", "map", "picture",
	"portrait", "view", NULL };

int names_picture(kt_str s)
{
	char folded[FOLDED + 8];
	const char *at = folded;
	size_t length;
	int bracket = s.len && s.ptr[0] == '[';

	if (!fold(folded, beginning(s)))
		return 0;
	at += bracket;
	length = first_of(at, pictures);
	if (!length)
		return 0;
	at += length;
	if (bracket)
		return *at == ':' || *at == ']' || *at == '\0';
	if (*at == ':')
		return 1;
	while (*at == '.' || *at == ' ')
		at++;
	if (strncmp(at, "by ", 3) == 0 || strncmp(at, "of ", 3) == 0)
		return first_of(folded, depicting) ? 2 : 0;
	if (strncmp(at, "№", 3) == 0)
		return 1;
	while ((*at >= '0' && *at <= '9') || (*at == '.' && at[1] >= '0' && at[1] <= '9'))
		at++;
	/* "Figure 3 shows" is prose. */
	return at > folded && at[-1] >= '0' && at[-1] <= '9' && *at != ' ';
}

int names_footnote(kt_str s)
{
	static const kt_str words[] = { { "Footnote", 8 }, { "FOOTNOTE", 8 }, { "Сноска", 12 } };
	size_t at = s.len && s.ptr[0] == '[';

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		size_t end = at + words[i].len;

		if (!kt_str_starts(kt_str_sub(s, at, s.len), words[i]) || end >= s.len)
			continue;
		while (end < s.len && end < at + words[i].len + 8 && s.ptr[end] != ':')
			end++;
		return end < s.len && s.ptr[end] == ':';
	}
	return 0;
}

int names_editor(kt_str s)
{
	static const char *const editors[] = { "transcriber's note", "redactor's note",
		"editor's note", "editors' note", "translator's note", "note by the editor",
		"примечание редактора", "примечание редакции", "от редакции", "от редактора",
		"примечание переводчика", "anmerkung der redaktion", "anmerkung des übersetzers",
		"note de la rédaction", NULL };
	char folded[FOLDED + 8];

	if (s.len && s.ptr[0] == '[')
		s = kt_str_sub(s, 1, s.len);
	return fold(folded, beginning(s)) && first_of(folded, editors);
}
