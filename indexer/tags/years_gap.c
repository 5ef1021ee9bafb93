/* years_gap.c - what stands between two words: blanks, dashes, brackets, signs. */
#include "years.h"

#include <string.h>

static unsigned kind_of_ascii(char c)
{
	switch (c) {
	case ' ':
	case '\r':
		return G_SPACE;
	case '\n':
		return G_LINE;
	case '\t':
	case '|':
		return G_BAR;
	case ',':
		return G_COMMA;
	case '.':
		return G_POINT;
	case '-':
		return G_DASH;
	case '/':
		return G_SLASH;
	case '(':
		return G_OPEN;
	case ')':
		return G_CLOSE;
	case '"':
		return G_QUOTE;
	case '\'':
	case '`':
		return G_APOSTROPHE;
	case ':':
		return G_COLON;
	case ';':
		return G_SEMICOLON;
	case '[':
		return G_BRACKET;
	case ']':
		return G_UNBRACKET;
	case '#':
		return G_NUMERO;
	case '$':
		return G_MONEY;
	case '%':
		return G_PERCENT;
	case '*':
	case '_':
		return G_STAR;
	case '?':
		return G_QUESTION;
	case '\\':
		return 0;
	default:
		return G_OTHER;
	}
}

unsigned year_kind_of(uint32_t c)
{
	if (c < 0x80)
		return kind_of_ascii((char)c);
	if (c == 0xA0 || c == 0x202F || (c >= 0x2000 && c <= 0x200A))
		return G_SPACE;
	if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
		return G_DASH;
	if (c == 0x2018 || c == 0x2019 || c == 0x2BC || c == 0x2B9 || c == 0x2032)
		return G_APOSTROPHE;
	if (c == 0xAB || c == 0xBB || (c >= 0x201A && c <= 0x201F) || c == 0x2039 || c == 0x203A)
		return G_QUOTE;
	if (c == 0x2116 || c == 0xA7)
		return G_NUMERO;
	if ((c >= 0xA2 && c <= 0xA5) || (c >= 0x20A0 && c <= 0x20BF))
		return G_MONEY;
	if (c == 0xB0 || c == 0xD7 || c == 0x2033 || c == 0xBD || c == 0xBC || c == 0xBE)
		return G_PERCENT;
	if (c == 0x2026)
		return G_ELLIPSIS;
	if (c == 0xAD || c == 0x200B || c == 0xFEFF)
		return 0;
	if (c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079))
		return G_NOTE;
	return G_OTHER;
}

/* Behind the marker [12], [^a] or [note 3] that begins at `at`; 0: it is none. */
static size_t behind_marker(kt_str gap, size_t at)
{
	for (size_t end = at + 1; end < gap.len && end < at + 24; end++) {
		if (gap.ptr[end] == '[' || gap.ptr[end] == '\n')
			return 0;
		if (gap.ptr[end] == ']')
			return end > at + 1 ? end + 1 : 0;
	}
	return 0;
}

static unsigned gap_of(kt_str gap)
{
	unsigned kinds = 0;

	for (size_t at = 0; at < gap.len;) {
		size_t marker = gap.ptr[at] == '[' ? behind_marker(gap, at) : 0;

		if (marker) {
			kinds |= G_NOTE;
			at = marker;
		} else if (at + 1 < gap.len && gap.ptr[at] == '*' && gap.ptr[at + 1] == '*') {
			kinds |= G_BOLD;
			at += 2;
		} else {
			uint32_t c = kt_utf8_next(gap, &at);

			kinds |= c == KT_BAD_CODEPOINT ? G_OTHER : year_kind_of(c);
		}
	}
	return kinds;
}

/* The 's that was cut off behind a token is no part of the gap. */
static size_t behind_token(const scan *s, uint32_t i)
{
	size_t at = token_end(s, i), mark = at;

	if (!(s->token[i].flags & KT_TOKEN_POSSESSIVE))
		return at;
	if (at < s->text.len && s->text.ptr[at] == '\\')
		mark++;
	if (mark < s->text.len && year_kind_of(kt_utf8_next(s->text, &mark)) == G_APOSTROPHE) {
		if (mark < s->text.len && (s->text.ptr[mark] | 32) == 's')
			mark++;
		return mark;
	}
	return at;
}

unsigned year_gap(const scan *s, uint32_t i)
{
	size_t from, to;

	from = i ? behind_token(s, i - 1) : 0;
	to = i < s->count ? s->token[i].offset : s->text.len;
	if (to < from)
		to = from;
	if (to == from + 1 && s->text.ptr[from] == ' ')
		return G_SPACE;
	return gap_of(kt_str_sub(s->text, from, to)) | (i == 0 || i == s->count ? G_EDGE : 0);
}

int year_before_noun(const scan *s, uint32_t i)
{
	static const uint32_t no_noun = R_PREPOSITION | R_DETERMINER | R_LINK | R_OPEN | R_NUMBER |
					R_UNIT_OF_TIME | R_RELATIVE | R_MONTH | R_SUFFIX |
					R_FUNCTION;

	return i < s->count && !(s->token[i].flags & KT_TOKEN_CAPITAL) &&
	       s->token[i].flags & (KT_TOKEN_LATIN | KT_TOKEN_CYRILLIC) && !is_role(s, i, no_noun);
}

int year_is_past_verb(const scan *s, uint32_t i)
{
	static const char *const endings[] = { "л", "ла", "ло", "ли", "лся", "лась", "лось",
		"лись" };
	kt_str form;

	if (i >= s->count || !(s->token[i].flags & KT_TOKEN_CYRILLIC))
		return 0;
	form = kt_words_form(s->tagger->lexicon.of, s->token[i].form);
	for (size_t n = 0; n < sizeof endings / sizeof *endings; n++)
		if (kt_str_ends(form, kt_str_of(endings[n])))
			return 1;
	return 0;
}
