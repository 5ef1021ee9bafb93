/* citation.c - the parts of a citation: author, title, page. */
#include "cited.h"
#include "frame.h"

#include <string.h>

enum { PARTS = 16 };

/* A citation on its way through the reader. */
typedef struct reader {
	const reading *r;
	size_t passage;
	kt_str text;
	kt_str parts[PARTS];
	size_t count;
	citation *out;
} reader;

static uint32_t offset_of(const reader *c, kt_str s)
{
	return (uint32_t)(s.ptr - c->text.ptr);
}

static int is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static int is_ascii_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Brackets, dashes, white space and stops off both ends. */
static kt_str strip(kt_str s)
{
	static const char *const signs[] = { "—", "–", "―", "…" };
	size_t before;

	do {
		before = s.len;
		while (s.len && strchr(" \t\r\n>(-,;:.", s.ptr[0]))
			s = kt_str_sub(s, 1, s.len);
		while (s.len && strchr(" \t\r\n-,;:", s.ptr[s.len - 1]))
			s.len--;
		if (s.len > 1 && s.ptr[s.len - 1] == '.' && !is_ascii_letter(s.ptr[s.len - 2]))
			s.len--;
		if (s.len && s.ptr[s.len - 1] == ')' && !memchr(s.ptr, '(', s.len))
			s.len--;
		for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
			if (kt_str_starts(s, kt_str_of(signs[i])))
				s = kt_str_sub(s, strlen(signs[i]), s.len);
	} while (s.len != before);
	return s;
}

/* The quotation mark or emphasis that begins at `at`, and where it ends; `at` where there is none.
 */
static size_t marked_end(const reader *c, size_t at, size_t end)
{
	const reading *r = c->r;
	size_t close, i;

	if (c->text.ptr[at] == '*' || c->text.ptr[at] == '_') {
		for (close = at + 1; close < end; close++)
			if (c->text.ptr[close] == c->text.ptr[at])
				return close + 1;
		return at;
	}
	i = find_from(r, c->passage, (uint32_t)at);
	return i < r->first_find[c->passage + 1] && r->finds.at[i].from == at &&
			       r->finds.at[i].to <= end
		       ? r->finds.at[i].to
		       : at;
}

/* Cuts [from, to) at commas and semicolons that stand in no brackets, marks or emphasis. */
static void cut_parts(reader *c, size_t from, size_t to)
{
	size_t start = from, depth = 0;

	for (size_t at = from; at <= to && c->count < PARTS; at++) {
		char sign = at < to ? c->text.ptr[at] : ',';

		if (at < to) {
			size_t end = marked_end(c, at, to);

			if (end > at + 1) {
				at = end - 1;
				continue;
			}
		}
		depth += sign == '(' || sign == '[';
		if ((sign == ')' || sign == ']') && depth)
			depth--;
		if ((sign == ',' || sign == ';') && (!depth || at == to)) {
			kt_str part = strip(kt_str_sub(c->text, start, at));

			if (part.len)
				c->parts[c->count++] = part;
			start = at + 1;
		}
	}
}

/* Whether a part begins with the word, whole. */
static int begins_with(kt_str part, const char *word)
{
	size_t n = strlen(word);

	return part.len >= n && kt_str_equal_nocase(kt_str_sub(part, 0, n), kt_str_of(word)) &&
	       (part.len == n || !is_ascii_letter(part.ptr[n]));
}

/* ---- page ---- */

static int is_year(kt_str digits)
{
	return digits.len == 4 &&
	       (digits.ptr[0] == '1' || (digits.ptr[0] == '2' && digits.ptr[1] == '0'));
}

/* The page or pages at the end of a part, and *rest what stands before them. */
static kt_str page_of(kt_str part, kt_str *rest)
{
	static const char *const prefixes[] = { "pp.", "pp", "p.", "p", "pages", "page", "с.",
		"стр.", "С.", "Стр.", "c.", "S." };
	size_t end = part.len, at, first;
	kt_str page, before;
	int prefixed = 0;

	*rest = part;
	while (end > 0 && !is_digit(part.ptr[end - 1]) && strchr(".)f", part.ptr[end - 1]))
		end--;
	at = end;
	while (at > 0 && (is_digit(part.ptr[at - 1]) || part.ptr[at - 1] == '-' ||
				 (at >= 3 && !memcmp(part.ptr + at - 3, "–", 3))))
		at -= is_digit(part.ptr[at - 1]) || part.ptr[at - 1] == '-' ? 1 : 3;
	while (at < end && !is_digit(part.ptr[at]))
		at++;
	if (at == end)
		return KT_STR("");
	page = kt_str_sub(part, at, end);
	before = kt_str_sub(part, 0, at);
	while (before.len && (unsigned char)before.ptr[before.len - 1] <= ' ')
		before.len--;
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes && !prefixed; i++) {
		kt_str prefix = kt_str_of(prefixes[i]);

		if (!kt_str_ends(before, prefix) ||
			(before.len > prefix.len &&
				is_ascii_letter(before.ptr[before.len - prefix.len - 1])))
			continue;
		before.len -= prefix.len;
		prefixed = 1;
	}
	for (first = 0; first < page.len && is_digit(page.ptr[first]); first++)
		;
	if (!prefixed && (is_year(kt_str_sub(page, 0, first)) || first > 4 ||
				 (before.len && !strchr(":,", before.ptr[before.len - 1]) &&
					 (before.ptr[before.len - 1] != '.' || before.len == at))))
		return KT_STR("");
	*rest = strip(before);
	return page;
}

/* ---- author ---- */

static int has_letter(kt_str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (is_ascii_letter(s.ptr[i]) || (unsigned char)s.ptr[i] >= 0xC3)
			return 1;
	return 0;
}

/* The person that a part begins with; *rest is what follows the name. */
static const kt_mention *author_of(const reader *c, kt_str part, kt_str *name, kt_str *rest)
{
	enum { LEADING = 12 };
	const kt_passage *p = c->r->passages[c->passage].passage;
	uint32_t at = offset_of(c, part), start = 0, end = 0;
	const kt_mention *who;
	int is_person = 0;

	*name = *rest = KT_STR("");
	for (uint32_t i = at; i < at + part.len && i <= at + LEADING; i++) {
		who = person_at(p, i, &start, &end, &is_person);
		if (!is_person)
			continue;
		if (end > at + part.len)
			end = at + (uint32_t)part.len;
		*name = kt_str_sub(c->text, at, end);
		*rest = strip(kt_str_sub(c->text, end, at + part.len));
		return who;
	}
	return NULL;
}

/* ---- title ---- */

/* The first title in marks or emphasis within [from, to). */
static kt_str marked_title(const reader *c, size_t from, size_t to)
{
	for (size_t at = from; at < to; at++) {
		size_t end = marked_end(c, at, to), start = at, i;
		kt_str inside;

		if (end <= at + 1)
			continue;
		while (start < end && strchr("*_\"'", c->text.ptr[start]))
			start++;
		while (end > start && strchr("*_\"'", c->text.ptr[end - 1]))
			end--;
		i = find_from(c->r, c->passage, (uint32_t)at);
		if (i < c->r->first_find[c->passage + 1] && c->r->finds.at[i].from == at) {
			start = c->r->finds.at[i].start;
			end = c->r->finds.at[i].end;
		}
		inside = kt_str_sub(c->text, start, end);
		while (inside.len && strchr(",.", inside.ptr[inside.len - 1]))
			inside.len--;
		return inside;
	}
	return KT_STR("");
}

static int is_publisher(kt_str part)
{
	static const char *const words[] = { "Press", "Publish", "Verlag", "Books", "Изд", "изд",
		"House" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (kt_str_find(part, kt_str_of(words[i]), 0) != SIZE_MAX)
			return 1;
	return 0;
}

/* 4 February 1931; March 23rd; July 1936. */
static int is_date(kt_str part)
{
	int digits = 0;

	for (size_t i = 0; i < part.len; i++)
		digits |= is_digit(part.ptr[i]);
	return digits && count_case(part).words <= 4;
}

/* vol. II, part 3, chapter twelve: a place in a work. */
static int is_place(kt_str part)
{
	static const char *const words[] = { "vol", "vols", "volume", "part", "pt", "ch", "chap",
		"chapter", "sect", "section", "no", "nos", "app", "appendix", "book", "bk", "ed",
		"Т.", "т.", "Ч.", "ч.", "Гл.", "гл.", "№", "Кн.", "кн.", "Вып.", "вып." };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (begins_with(part, words[i]))
			return 1;
	return 0;
}

/* Printed as titles are, if by its capitals alone. */
static int looks_titled(kt_str part)
{
	case_count n = count_case(part);

	return n.first && n.long_capitals == n.long_words && !is_digit(part.ptr[0]) &&
	       !is_publisher(part) && !is_date(part) && !is_place(part);
}

/* Without what follows a full stop: Sculpting in Time. Trans. Kitty Hunter-Blair */
static kt_str first_sentence(kt_str part)
{
	for (size_t i = 4; i + 1 < part.len; i++)
		if (part.ptr[i] == '.' && part.ptr[i + 1] == ' ' &&
			is_ascii_letter(part.ptr[i - 1]) && is_ascii_letter(part.ptr[i - 2]) &&
			is_ascii_letter(part.ptr[i - 3]))
			return kt_str_sub(part, 0, i);
	return part;
}

/* A title without marks: printed as one, else (*loose) the first part that is no date or place. */
static kt_str plain_title(const reader *c, int *loose)
{
	for (size_t i = 0; i < c->count; i++) {
		kt_str part = c->parts[i], title = first_sentence(part);

		/* Tarkovsky, Andrei. Sculpting in Time. */
		if (i == 1 && !c->parts[0].len && title.len < part.len &&
			count_case(title).words < 3)
			title = first_sentence(strip(kt_str_sub(part, title.len, part.len)));
		if (has_letter(title) && looks_titled(title))
			return title;
	}
	for (size_t i = 0; i < c->count; i++)
		if (has_letter(c->parts[i]) && !is_digit(c->parts[i].ptr[0]) &&
			!is_date(c->parts[i]) && !is_publisher(c->parts[i]) &&
			!is_place(c->parts[i])) {
			*loose = 1;
			return c->parts[i];
		}
	return KT_STR("");
}

/* ---- all of it ---- */

/* The length of Ibid. and its like that a part begins with, or 0. */
static size_t ibid(kt_str part)
{
	static const char *const words[] = { "ibid.", "ibid", "ibidem", "там же", "Там же" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (begins_with(part, words[i]))
			return strlen(words[i]);
	return 0;
}

/* The place of `quoted in` within [from, to), and its length. */
static size_t quoted_in(kt_str text, size_t from, size_t to, size_t *length)
{
	static const char *const words[] = { "quoted in ", "cited in ", "quoted by ", "cited by ",
		"Quoted in ", "Cited in ", "Quoted by ", "Cited by ", "qtd. in ", "cit. in ",
		"quoted from ", "цит. по: ", "Цит. по: ", "цит. по " };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t at = kt_str_find(kt_str_sub(text, 0, to), kt_str_of(words[i]), from);

		if (at != SIZE_MAX) {
			*length = strlen(words[i]);
			return at;
		}
	}
	return SIZE_MAX;
}

/* 1999 or 1999a within what follows an author's name. */
static kt_str year_in(kt_str rest)
{
	for (size_t i = 0; i + 4 <= rest.len; i++) {
		size_t end = i + 4;

		if (!is_year(kt_str_sub(rest, i, end)) || !is_digit(rest.ptr[i + 1]) ||
			!is_digit(rest.ptr[i + 2]) || !is_digit(rest.ptr[i + 3]))
			continue;
		if (end < rest.len && rest.ptr[end] >= 'a' && rest.ptr[end] <= 'e')
			end++;
		return kt_str_sub(rest, i, end);
	}
	return KT_STR("");
}

/* Ibid. wherever it stands, and the page there or at the end. */
static void read_page(reader *c)
{
	citation *out = c->out;
	kt_str rest;

	for (size_t i = 0; i < c->count; i++) {
		size_t length = ibid(c->parts[i]);

		if (!length)
			continue;
		out->ibid = 1;
		c->parts[i] = strip(kt_str_sub(c->parts[i], length, c->parts[i].len));
		out->page = page_of(c->parts[i], &rest);
		c->parts[i] = rest;
	}
	if (c->count && !out->page.len) {
		out->page = page_of(c->parts[c->count - 1], &rest);
		c->parts[c->count - 1] = rest;
	}
}

/* The author from the first part; what is left of that part may be the title. */
static void read_author(reader *c)
{
	citation *out = c->out;
	kt_str name, rest;
	size_t first = 0, end;
	const kt_mention *who;
	int alone;

	while (first < c->count && !c->parts[first].len)
		first++;
	if (first == c->count)
		return;
	who = author_of(c, c->parts[first], &name, &rest);
	if (!name.len)
		return;
	alone = !has_letter(rest) || year_in(rest).len > 0;
	end = offset_of(c, name) + name.len;
	while (end < c->text.len && (c->text.ptr[end] == ' ' || c->text.ptr[end] == '\n'))
		end++;
	out->loose = end < c->text.len &&
		     (is_ascii_letter(c->text.ptr[end]) || (unsigned char)c->text.ptr[end] >= 0xC3);
	out->author = name;
	if (who && (alone || first + 1 == c->count))
		out->author_id = who->id;
	out->year = year_in(rest);
	c->parts[first] = alone ? KT_STR("") : rest;
}

static void read_parts(reader *c, size_t from, size_t to)
{
	citation *out = c->out;

	cut_parts(c, from, to);
	read_page(c);
	read_author(c);
	if (out->author.len) /* behind it, and the end of emphasis */
		from = offset_of(c, out->author) + out->author.len + 1;
	out->title = marked_title(c, from, to);
	if (!out->title.len && !out->year.len)
		out->title = plain_title(c, &out->loose);
	out->speaker_id = out->author_id;
}

void citation_read(const reading *r, size_t passage, uint32_t from, uint32_t to, citation *out)
{
	reader c = { .r = r, .passage = passage, .text = text_of(r, passage), .out = out };
	kt_str all = strip(kt_str_sub(c.text, from, to));
	size_t start = offset_of(&c, all), end = start + all.len, length, in;

	memset(out, 0, sizeof *out);
	if (begins_with(all, "see") || begins_with(all, "cf") || begins_with(all, "см.") ||
		begins_with(all, "См."))
		return; /* a reference to something else */
	in = quoted_in(c.text, start, end, &length);
	if (in == SIZE_MAX) {
		read_parts(&c, start, end);
		return;
	}
	read_parts(&c, in + length, end);
	out->quoted = 1;
	out->speaker_id = KT_STR("");
	if (in > start) {
		citation said = { 0 };
		reader words = { .r = r, .passage = passage, .text = c.text, .out = &said };

		read_parts(&words, start, in);
		out->speaker_id = said.author_id;
	}
}

int citation_is_one(const citation *c)
{
	if (c->ibid || c->page.len || c->quoted)
		return 1;
	return c->author_id.len && !c->loose && (c->year.len || !c->title.len || titled(c->title));
}
