/* look.c - what a piece looks like: its lines, its first and last signs, its marker. */
#include "piece.h"

#include <string.h>
#include <utf8proc.h>

enum {
	SEEN_WORDS = 64,
	ENTRY_BYTES = 120 /* looked at to see how a line begins */
};

struct piece *piece_add(
	struct pieces *pieces, kt_str text, size_t from, size_t to, kt_status *status)
{
	struct piece *piece;
	size_t length;

	while (from < to && (length = space_at(text, from, to)) > 0)
		from += length;
	while (from < to && (length = space_before(text, from, to)) > 0)
		to -= length;
	if (from == to)
		return NULL;
	if (!kt_grow((void **)&pieces->at, &pieces->size, pieces->count, sizeof(*pieces->at))) {
		*status = KT_ENOMEM;
		return NULL;
	}
	piece = &pieces->at[pieces->count++];
	memset(piece, 0, sizeof(*piece));
	piece->from = from;
	piece->to = to;
	piece->kind = KT_KIND_PARAGRAPH;
	return piece;
}

kt_str piece_str(kt_str text, const struct piece *piece)
{
	return kt_str_sub(text, piece->from, piece->to);
}

/* What a sign is to a word. */
enum { SIGN_WORD = 1, SIGN_UPPER = 2, SIGN_LOWER = 4 };

/* clang-format off */
static const uint8_t ascii_signs[128] = {
	['0'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	['A'] = 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
	['a'] = 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5,
};
/* clang-format on */

static unsigned sign_of(uint32_t c)
{
	if (c < 0x80)
		return ascii_signs[c];
	if (c >= 0x110000)
		return 0;
	switch (utf8proc_category((utf8proc_int32_t)c)) {
	case UTF8PROC_CATEGORY_LU:
		return SIGN_WORD | SIGN_UPPER;
	case UTF8PROC_CATEGORY_LL:
		return SIGN_WORD | SIGN_LOWER;
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_ND:
		return SIGN_WORD;
	default:
		return 0;
	}
}

static int is_quote(uint32_t c)
{
	return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || c == 0x2039 ||
	       c == 0x203A;
}

size_t quote_mark(kt_str s, size_t at)
{
	size_t next = at;
	uint32_t c = kt_utf8_next(s, &next);

	if (is_quote(c))
		return next - at;
	/* 'Comrades,  ``quoted; but not the 's and '' that a dropped link leaves behind */
	if ((c != '\'' && c != '`') || next >= s.len || space_at(s, next, s.len) ||
		(c == '\'' && s.ptr[next] == '\'') ||
		(s.ptr[next] == 's' && next + 1 < s.len && space_at(s, next + 1, s.len)))
		return 0;
	return next - at;
}

/* A note marker at the end of s: [12], [12, 13], [^x], a superscript digit, *; its bytes. */
static size_t marker_before(kt_str s, size_t end)
{
	size_t at = end, before;
	uint32_t c = kt_utf8_prev(s, &at);

	if (c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079))
		return end - at;
	if (c != ']')
		return 0;
	for (before = at; before > 0 && end - before < 16; before--)
		if (s.ptr[before - 1] == '[')
			return s.ptr[before] == '^' ||
					       (s.ptr[before] >= '0' && s.ptr[before] <= '9')
				       ? end - before + 1
				       : 0;
	return 0;
}

size_t core_end(kt_str s)
{
	size_t end = s.len;

	while (end > 0) {
		size_t length = space_before(s, 0, end), at = end;
		uint32_t c;

		if (!length)
			length = marker_before(s, end);
		if (!length) {
			c = kt_utf8_prev(s, &at);
			if (is_quote(c) || c == '\'' || c == ')' || c == ']' || c == '}' ||
				c == '*' || c == '_')
				length = end - at;
		}
		if (!length)
			break;
		end -= length;
	}
	return end;
}

/* ---- measuring ---- */

/* What the lines of a piece look like together. */
static void measure_lines(struct piece *piece, kt_str text, char ending)
{
	kt_str s = kt_str_sub(text, 0, piece->to);
	size_t at = piece->from, limit = piece->from + MEASURED;
	struct line line;

	/* The first line's own indentation stands before the piece. */
	while (at > 0 && s.ptr[at - 1] != ending && space_before(s, 0, at))
		at -= space_before(s, 0, at);
	piece->indent = UINT32_MAX;
	while (at < limit && line_read(&line, s, at, ending)) {
		size_t core, first = line.from;
		kt_str words = kt_str_sub(s, line.from, line.to);

		at = line.next;
		if (line_blank(&line))
			continue;
		if (!piece->lines++)
			piece->first_indent = line.indent;
		piece->indent = line.indent < piece->indent ? line.indent : piece->indent;
		piece->widest = line.width > piece->widest ? line.width : piece->widest;
		while (first < line.to && (quote_mark(s, first) || strchr("([_*> ", s.ptr[first])))
			first += quote_mark(s, first) ? quote_mark(s, first) : 1;
		piece->capitals += first < line.to && sign_of(kt_utf8_next(s, &first)) & SIGN_UPPER;
		core = core_end(words);
		piece->ends += core > 0 && strchr(".!?", words.ptr[core - 1]) != NULL;
		piece->gaps += (uint32_t)line_has_gap(words);
	}
	if (piece->indent == UINT32_MAX)
		piece->indent = 0;
}

/* A year, as a bibliography has it. */
static int is_year(kt_str s, size_t from, size_t to)
{
	int year = 0;

	if (to - from != 4)
		return 0;
	for (size_t i = from; i < to; i++) {
		if (s.ptr[i] < '0' || s.ptr[i] > '9')
			return 0;
		year = year * 10 + (s.ptr[i] - '0');
	}
	return year >= 1500 && year < 2100;
}

/* Behind the small letters of ASCII at `at`. */
static size_t small_letters(kt_str s, size_t at)
{
	while (at < s.len && s.ptr[at] >= 'a' && s.ptr[at] <= 'z')
		at++;
	return at;
}

/* Words, capitals and years of a piece. */
static void measure_words(struct piece *piece, kt_str s)
{
	size_t at = 0, start = 0, length = 0, longer = 0, titled = 0, upper = 0, lower = 0;
	int in_word = 0, first_upper = 0;

	if (s.len > MEASURED)
		s.len = MEASURED;
	while (at <= s.len) {
		size_t here = at;
		uint32_t c = ' ';
		unsigned sign;

		if (in_word && (at = small_letters(s, at)) > here) {
			length += at - here;
			lower += at - here;
			continue;
		}
		if (at < s.len)
			c = next_char(s, &at);
		else
			at++;
		sign = sign_of(c);
		if (sign && !in_word) {
			start = here;
			length = 0;
			first_upper = (sign & SIGN_UPPER) != 0;
			piece->words++;
		} else if (!sign && in_word) {
			if (is_year(s, start, here))
				piece->look |= LOOK_YEAR;
			if (length >= 4 && !(s.ptr[start] >= '0' && s.ptr[start] <= '9')) {
				longer++;
				titled += (size_t)first_upper;
			}
		}
		length += sign != 0;
		in_word = sign || (in_word && (c == '\'' || c == 0x2019));
		upper += (sign & SIGN_UPPER) != 0;
		lower += (sign & SIGN_LOWER) != 0;
	}
	if (upper >= 2 && !lower)
		piece->look |= LOOK_CAPS;
	if (longer >= 1 && titled * 3 >= longer * 2)
		piece->look |= LOOK_TITLE;
	if (kt_str_find(s, KT_STR("http://"), 0) != SIZE_MAX ||
		kt_str_find(s, KT_STR("https://"), 0) != SIZE_MAX ||
		kt_str_find(s, KT_STR("www."), 0) != SIZE_MAX)
		piece->look |= LOOK_WEB;
}

static void measure_beginning(struct piece *piece, kt_str s)
{
	size_t at = 0;

	if (quote_mark(s, 0))
		piece->look |= LOOK_OPENS;
	while (at < s.len) {
		size_t here = at;
		uint32_t c = kt_utf8_next(s, &at);

		if (sign_of(c) & SIGN_UPPER) {
			piece->look |= LOOK_CAPITAL;
			if (here > 0) {
				size_t dash = 0;
				uint32_t first = kt_utf8_next(s, &dash);

				if ((first >= 0x2012 && first <= 0x2015) ||
					(first == '-' && s.len > 1 && s.ptr[1] == '-'))
					piece->look |= LOOK_DASH;
			}
			return;
		}
		if (sign_of(c) & SIGN_LOWER) {
			piece->look |= LOOK_LOWER;
			return;
		}
		if (c >= '0' && c <= '9') {
			piece->look |= LOOK_DIGIT;
			return;
		}
		if (sign_of(c) || at > 64)
			return;
	}
}

static void measure_end(struct piece *piece, kt_str s)
{
	size_t core = core_end(s), at = core;
	uint32_t c = kt_utf8_prev(s, &at);

	if (core == 0)
		return;
	if (c == '!' || c == '?')
		piece->look |= LOOK_STOP | LOOK_ASKS;
	else if (c == '.' || c == 0x2026)
		piece->look |= LOOK_STOP;
	else if (c == ':')
		piece->look |= LOOK_COLON;
	else if (c == ',' || c == ';')
		piece->look |= LOOK_COMMA;
	else if (c >= '0' && c <= '9')
		piece->look |= LOOK_PAGES;
}

/* Whether the bracket that s begins with is closed by its last sign and not before. */
static int one_pair(kt_str s, char open, char close)
{
	size_t depth = 0, end = s.len;
	size_t length;

	while ((length = marker_before(s, end)) > 0 && length < end && s.ptr[0] != '[')
		end -= length;
	if (end && s.ptr[end - 1] == '.' && open == '(')
		end--;
	if (end < 2 || s.ptr[0] != open || s.ptr[end - 1] != close)
		return 0;
	for (size_t i = 0; i < end; i++) {
		depth += s.ptr[i] == open;
		if (s.ptr[i] == close && depth > 0 && --depth == 0)
			return i + 1 == end;
	}
	return 0;
}

/* Whether s is one quotation from its first sign to its last: the mark that closes it (” » “ " ')
 * stands at the end, before note markers, and no mark of the same sort closes it before. */
static int one_quotation(kt_str s)
{
	size_t first = quote_mark(s, 0), end = s.len, at, length, inner;
	uint32_t open, close;

	if (!first)
		return 0;
	at = 0;
	open = kt_utf8_next(s, &at);
	while ((length = marker_before(s, end)) > 0)
		end -= length;
	if (end && strchr(".,", s.ptr[end - 1])) /* ...”. */
		end--;
	at = end;
	close = end > first ? kt_utf8_prev(s, &at) : 0;
	if (!is_quote(close) && close != '\'')
		return 0;
	if (close == 0x2019 || close == '\'') /* apostrophes: not to be told from closing marks */
		return open == 0x2018 || open == '\'';
	for (inner = first; inner < at;) {
		if (next_char(s, &inner) == close)
			return 0;
	}
	return 1;
}

/* Whether a quotation is open at the end of s. */
static int left_open(kt_str s)
{
	size_t at = 0;
	int straight = 0, curly = 0, angle = 0;

	while (at < s.len) {
		uint32_t c = next_char(s, &at);

		straight ^= c == '"';
		curly += (c == 0x201C || c == 0x201E) - (c == 0x201D);
		angle += (c == 0xAB) - (c == 0xBB);
	}
	return straight || curly > 0 || angle > 0;
}

void piece_measure(struct piece *piece, kt_str text, char ending)
{
	kt_str s = piece_str(text, piece);

	piece->look &= LOOK_RULED | LOOK_UNDERLINED;
	piece->lines = piece->widest = piece->words = 0;
	piece->capitals = piece->gaps = piece->ends = 0;
	piece->marker = marker_of(s, &piece->number, &piece->marker_length);
	measure_lines(piece, text, ending);
	measure_words(piece, s);
	measure_beginning(piece, s);
	measure_end(piece, s);
	if (one_pair(s, '(', ')'))
		piece->look |= LOOK_PARENS;
	if (one_pair(s, '[', ']'))
		piece->look |= LOOK_BRACKETS;
	if ((piece->look & LOOK_OPENS) && one_quotation(s))
		piece->look |= LOOK_QUOTED;
	else if ((piece->look & LOOK_OPENS) && left_open(s))
		piece->look |= LOOK_UNCLOSED;
}

int begins_entry(kt_str s)
{
	struct piece first = { .look = 0 };
	uint32_t number;
	size_t length;

	s = kt_str_sub(s, 0, ENTRY_BYTES);
	measure_beginning(&first, s);
	return (first.look & (LOOK_CAPITAL | LOOK_DIGIT | LOOK_OPENS)) ||
	       marker_of(s, &number, &length);
}

/* ---- likeness ---- */

static size_t hash_words(uint64_t *hashes, kt_str s)
{
	size_t at = 0, from = 0, n = 0;
	int in_word = 0;

	while (at <= s.len && n < SEEN_WORDS) {
		size_t here = at;
		int sign = at < s.len ? sign_of(next_char(s, &at)) != 0 : (at++, 0);

		if (sign && !in_word)
			from = here;
		else if (!sign && in_word)
			hashes[n++] = kt_hash(kt_str_sub(s, from, here));
		in_word = sign;
	}
	return n;
}

int words_in_common(kt_str a, kt_str b)
{
	uint64_t of_a[SEEN_WORDS], of_b[SEEN_WORDS];
	size_t n = hash_words(of_a, a), m = hash_words(of_b, b), common = 0;

	if (!n || !m)
		return 0;
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < m; j++)
			if (of_a[i] == of_b[j]) {
				of_b[j] = of_b[--m];
				common++;
				break;
			}
	m += common;
	return (int)(200 * common / (n + m));
}
