/* quotation_marks.c - the quotation marks of a text, and which closes which.
 *
 * A mark opens where something begins behind it and nothing ends before it, and closes the other
 * way about (as CommonMark defines left- and right-flanking); where both or neither hold, the sign
 * and what is open decide.  Double marks are paired with a stack.  Single ones are paired
 * afterwards, each within the double pair that it stands in, since most of them are apostrophes. */
#include "quotations.h"

#include <stdlib.h>
#include <string.h>

/* ---- what stands beside a mark ---- */

static int is_space(uint32_t c)
{
	return c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
	       c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

/* Emphasis and other marks are looked through: *“word”*, “‘word’”. */
static int is_transparent(uint32_t c)
{
	return c == '*' || c == '_' || c == '"' || c == '\'' || c == '`' || c == '\\' ||
	       c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A;
}

static side plain_side(uint32_t c)
{
	if (is_space(c))
		return SIDE_SPACE;
	if (c < 0x80) {
		if (strchr("([{<", (int)c))
			return SIDE_OPENING;
		if (strchr(".,;:!?)]}>|", (int)c))
			return SIDE_CLOSING;
		return strchr("-/=+~", (int)c) ? SIDE_DASH : SIDE_WORD;
	}
	if ((c >= 0x2010 && c <= 0x2015) || c == 0x2026 || c == 0x2212)
		return SIDE_DASH; /* an ellipsis begins and ends as well as a dash */
	if (c == 0xA1 || c == 0xBF)
		return SIDE_OPENING;
	if (c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x2079))
		return SIDE_CLOSING;
	return SIDE_WORD;
}

#define LOOK_THROUGH 4

static side side_before(kt_str text, size_t at)
{
	for (int i = 0; at > 0 && i < LOOK_THROUGH; i++) {
		uint32_t c = kt_utf8_prev(text, &at);

		if (is_transparent(c))
			continue;
		if (c == '.' && at > 0 && text.ptr[at - 1] == '.')
			return SIDE_DASH;
		return plain_side(c);
	}
	return SIDE_EDGE;
}

static side side_after(kt_str text, size_t at)
{
	for (int i = 0; at < text.len && i < LOOK_THROUGH; i++) {
		size_t next = at;
		uint32_t c = kt_utf8_next(text, &next);

		if (c == '[' && note_marker(text, at))
			return SIDE_CLOSING;
		if (c == '.' && next < text.len && text.ptr[next] == '.')
			return SIDE_DASH;
		if (!is_transparent(c))
			return plain_side(c);
		at = next;
	}
	return SIDE_EDGE;
}

/* Something begins behind it and nothing ends before it; the other way about. */
static void set_sides(mark *m, side before, side after)
{
	m->before = (uint8_t)before;
	m->after = (uint8_t)after;
	m->leads = after != SIDE_EDGE && after != SIDE_SPACE && after != SIDE_CLOSING &&
		   before != SIDE_WORD;
	m->trails = before != SIDE_EDGE && before != SIDE_SPACE && before != SIDE_OPENING &&
		    after != SIDE_WORD;
	m->spaced = after == SIDE_SPACE && (before == SIDE_SPACE || before == SIDE_EDGE);
}

/* ---- scanning ---- */

/* The sign at text[at]; 0 where it is none. */
static size_t sign_at(kt_str text, size_t at, mark *m)
{
	static const struct {
		const char *bytes;
		uint8_t family, turn;
	} signs[] = {
		{ "\"", FAMILY_STRAIGHT, TURN_EITHER },
		{ "'", FAMILY_SINGLE, TURN_EITHER },
		{ "\xC2\xAB", FAMILY_GUILLEMET, TURN_OPENS }, /* « */
		{ "\xC2\xBB", FAMILY_GUILLEMET, TURN_CLOSES },
		{ "\xE2\x80\x98", FAMILY_SINGLE, TURN_OPENS }, /* ‘ */
		{ "\xE2\x80\x99", FAMILY_SINGLE, TURN_CLOSES },
		{ "\xE2\x80\x9A", FAMILY_SINGLE, TURN_OPENS }, /* ‚ */
		{ "\xE2\x80\x9B", FAMILY_SINGLE, TURN_OPENS },
		{ "\xE2\x80\x9C", FAMILY_CURLY, TURN_OPENS }, /* “ */
		{ "\xE2\x80\x9D", FAMILY_CURLY, TURN_CLOSES },
		{ "\xE2\x80\x9E", FAMILY_CURLY, TURN_OPENS }, /* „ */
		{ "\xE2\x80\x9F", FAMILY_CURLY, TURN_OPENS },
		{ "\xE2\x80\xB9", FAMILY_ANGLE, TURN_OPENS }, /* ‹ */
		{ "\xE2\x80\xBA", FAMILY_ANGLE, TURN_CLOSES },
	};

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		size_t length;

		if (signs[i].bytes[0] != text.ptr[at])
			continue;
		length = strlen(signs[i].bytes);
		if (text.len - at >= length && !memcmp(text.ptr + at, signs[i].bytes, length)) {
			m->family = signs[i].family;
			m->turn = signs[i].turn;
			return length;
		}
	}
	return 0;
}

/* Behind what is no text in Markdown: the target of a link, a tag or address in <>, code. */
static size_t markup_end(kt_str text, size_t at)
{
	char opens = text.ptr[at], closes = opens == '(' ? ')' : opens == '<' ? '>' : '`';
	size_t end;

	if (opens == '(' && (!at || text.ptr[at - 1] != ']'))
		return at + 1;
	if (opens == '<' && at + 1 < text.len && !strchr("/!", text.ptr[at + 1]) &&
		((text.ptr[at + 1] | 0x20) < 'a' || (text.ptr[at + 1] | 0x20) > 'z'))
		return at + 1;
	for (end = at + 1; end < text.len && end - at < 2000; end++) {
		if (text.ptr[end] == closes)
			return end + 1;
		if (text.ptr[end] == '\n' && opens == '`')
			break;
	}
	return at + 1;
}

static int ascii_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

enum { PLAIN, SIGN, MARKUP };

int marks_scan(marks *m, kt_str text, int markdown)
{
	static const uint8_t look[256] = { ['"'] = SIGN,
		['\''] = SIGN,
		[0xC2] = SIGN,
		[0xE2] = SIGN,
		['('] = MARKUP,
		['<'] = MARKUP,
		['`'] = MARKUP };

	for (size_t at = 0; at < text.len;) {
		uint8_t kind = look[(unsigned char)text.ptr[at]];
		mark sign;
		size_t length;

		if (kind == PLAIN || (kind == MARKUP && !markdown)) {
			at++;
			continue;
		}
		if (kind == MARKUP) {
			at = markup_end(text, at);
			continue;
		}
		if (text.ptr[at] == '\'' && at > 0 && ascii_letter(text.ptr[at - 1]) &&
			at + 1 < text.len && ascii_letter(text.ptr[at + 1])) {
			at += 2; /* don't */
			continue;
		}
		sign = (mark) { .at = (uint32_t)at, .pair = NOWHERE };
		length = sign_at(text, at, &sign);
		if (!length) {
			at++;
			continue;
		}
		sign.length = (uint8_t)length;
		set_sides(&sign, side_before(text, at), side_after(text, at + length));
		at += length;
		if (sign.family == FAMILY_SINGLE && sign.before == SIDE_WORD &&
			sign.after == SIDE_WORD)
			continue; /* an apostrophe */
		if (!kt_grow((void **)&m->at, &m->size, m->count, sizeof *m->at))
			return 0;
		m->at[m->count++] = sign;
	}
	return 1;
}

void marks_release(marks *m)
{
	free(m->at);
	free(m->stack);
	*m = (marks) { 0 };
}

/* ---- double marks ---- */

/* How many marks of each family are open on the stack. */
typedef struct pairing {
	marks *m;
	size_t depth, open[FAMILIES];
} pairing;

static family closed_by(const pairing *p, family f)
{
	if (p->open[f])
		return f;
	if (f == FAMILY_STRAIGHT && p->open[FAMILY_CURLY])
		return FAMILY_CURLY;
	if (f == FAMILY_CURLY && p->open[FAMILY_STRAIGHT])
		return FAMILY_STRAIGHT;
	return FAMILIES;
}

/* Which way a mark turns, given what is open. */
static turn turn_of(const pairing *p, const mark *k)
{
	int open = k->leads, closed = k->trails;
	int waiting = closed_by(p, (family)k->family) != FAMILIES;

	switch ((turn)k->turn) {
	case TURN_OPENS:
		return closed && !open ? TURN_CLOSES : TURN_OPENS;
	case TURN_CLOSES:
		if (k->before == SIDE_EDGE)
			return TURN_OPENS;
		return open && !closed && !waiting ? TURN_OPENS : TURN_CLOSES;
	case TURN_EITHER:
		break;
	}
	if (open && !closed) /* word."Next */
		return waiting && k->before == SIDE_CLOSING && !k->spaced ? TURN_CLOSES
									  : TURN_OPENS;
	if (closed && !open)
		return TURN_CLOSES;
	return waiting ? TURN_CLOSES : k->before == SIDE_SPACE ? TURN_EITHER : TURN_OPENS;
}

static void close_double(pairing *p, uint32_t i)
{
	family f = closed_by(p, (family)p->m->at[i].family);

	if (f == FAMILIES)
		return;
	while (p->depth > 0) {
		uint32_t opened = p->m->stack[--p->depth];
		mark *o = &p->m->at[opened];

		p->open[o->family]--;
		if (o->family == f) {
			o->pair = i;
			p->m->at[i].pair = opened;
			return;
		}
	}
}

static int pair_doubles(marks *m, size_t from, size_t to)
{
	pairing p = { .m = m };

	for (size_t i = from; i < to; i++) {
		mark *k = &m->at[i];
		turn t;

		if (k->family == FAMILY_SINGLE)
			continue;
		t = turn_of(&p, k);
		if (t == TURN_EITHER)
			continue;
		k->opens = t == TURN_OPENS;
		if (!k->opens) {
			close_double(&p, (uint32_t)i);
			continue;
		}
		if (!kt_grow((void **)&m->stack, &m->stack_size, p.depth, sizeof *m->stack))
			return 0;
		m->stack[p.depth++] = (uint32_t)i;
		p.open[k->family]++;
	}
	return 1;
}

/* ---- single marks ---- */

static int is_one_of(const char *const *list, size_t count, kt_str word)
{
	for (size_t i = 0; i < count; i++)
		if (kt_str_equal_nocase(kt_str_of(list[i]), word))
			return 1;
	return 0;
}

static kt_str ascii_word(kt_str text, size_t at)
{
	size_t end = at;

	while (end < text.len && ascii_letter(text.ptr[end]))
		end++;
	return kt_str_sub(text, at, end);
}

/* 'tis, '36, 'n' */
static int is_elision(kt_str text, size_t at)
{
	static const char *const elided[] = { "tis", "twas", "twere", "twould", "twill", "em",
		"til", "till", "cause", "cos", "n", "round", "neath", "gainst", "ere", "un", "er",
		"im" };
	kt_str word = ascii_word(text, at);

	if (word.len)
		return is_one_of(elided, sizeof elided / sizeof *elided, word);
	return at + 1 < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9' &&
	       text.ptr[at + 1] >= '0' && text.ptr[at + 1] <= '9' &&
	       (at + 2 == text.len || text.ptr[at + 2] < '0' || text.ptr[at + 2] > '9');
}

/* Words that no possessive stands before: the workers’ state, but ‘the workers’ and. */
static int is_function_word(kt_str word)
{
	static const char *const words[] = { "a", "after", "against", "all", "also", "although",
		"among", "an", "and", "are", "as", "at", "be", "because", "been", "before",
		"between", "but", "by", "can", "could", "did", "do", "does", "during", "for",
		"from", "had", "has", "have", "he", "if", "in", "into", "is", "it", "may", "might",
		"must", "nor", "not", "of", "on", "or", "over", "she", "should", "since", "so",
		"than", "that", "the", "then", "they", "this", "though", "through", "to", "under",
		"until", "upon", "was", "we", "were", "when", "where", "which", "while", "who",
		"whose", "will", "with", "within", "without", "would" };

	return is_one_of(words, sizeof words / sizeof *words, word);
}

/* May be the apostrophe of a possessive plural or of a word cut short, with its noun behind it. */
static int may_be_apostrophe(kt_str text, const mark *k)
{
	static const char *const cut[] = { "o", "an", "th", "ol", "lil" };
	size_t next = k->at + k->length, start = k->at;
	kt_str word;
	char last;

	if (k->after != SIDE_SPACE || !k->at)
		return 0;
	last = text.ptr[k->at - 1];
	while (start > 0 && ascii_letter(text.ptr[start - 1]) && k->at - start < 8)
		start--;
	word = kt_str_sub(text, start, k->at);
	if (last != 's' && last != 'x' && last != 'z' && !kt_str_ends(word, KT_STR("in")) &&
		!is_one_of(cut, sizeof cut / sizeof *cut, word))
		return 0;
	while (next < text.len && (unsigned char)text.ptr[next] <= ' ')
		next++;
	word = ascii_word(text, next);
	return word.len && !is_function_word(word);
}

static int sentence_ends_between(kt_str text, size_t from, size_t to)
{
	for (size_t at = from; at + 1 < to; at++)
		if (strchr(".!?", text.ptr[at]) && text.ptr[at] && text.ptr[at + 1] == ' ')
			return 1;
	return 0;
}

/* In each pair of double marks: the single mark that is open, and one that may close it. */
typedef struct level {
	uint32_t open, maybe;
} level;

static void pair_up(marks *m, uint32_t a, uint32_t b)
{
	m->at[a].pair = b;
	m->at[b].pair = a;
	m->at[a].opens = 1;
	m->at[b].opens = 0;
}

/* Takes the mark that may close for the one that does. */
static void settle(marks *m, level *l)
{
	if (l->open != NOWHERE && l->maybe != NOWHERE)
		pair_up(m, l->open, l->maybe);
	*l = (level) { NOWHERE, NOWHERE };
}

static void take_single(marks *m, uint32_t i, kt_str text, level *l)
{
	mark *k = &m->at[i];
	int open = k->leads, closed = k->trails;
	int opens = k->turn == TURN_OPENS ? !(closed && !open) && !k->spaced : open && !closed;

	if (opens) {
		if (is_elision(text, k->at + k->length))
			return;
		settle(m, l);
		l->open = i;
		k->opens = 1;
		return;
	}
	if (!closed || l->open == NOWHERE || m->at[l->open].at + m->at[l->open].length == k->at)
		return;
	if (may_be_apostrophe(text, k)) {
		if (l->maybe == NOWHERE)
			l->maybe = i;
		return;
	}
	if (l->maybe != NOWHERE && sentence_ends_between(text, m->at[l->maybe].at, k->at)) {
		settle(m, l);
		return;
	}
	pair_up(m, l->open, i);
	*l = (level) { NOWHERE, NOWHERE };
}

static int pair_singles(marks *m, size_t from, size_t to, kt_str text)
{
	level *levels = NULL;
	size_t size = 0, depth = 1;
	int done = 0;

	if (!kt_grow((void **)&levels, &size, 0, sizeof *levels))
		return 0;
	levels[0] = (level) { NOWHERE, NOWHERE };
	for (size_t i = from; i < to; i++) {
		mark *k = &m->at[i];

		if (k->family == FAMILY_SINGLE) {
			take_single(m, (uint32_t)i, text, &levels[depth - 1]);
		} else if (k->pair != NOWHERE && k->opens) {
			if (!kt_grow((void **)&levels, &size, depth, sizeof *levels))
				goto out;
			levels[depth++] = (level) { NOWHERE, NOWHERE };
		} else if (k->pair != NOWHERE) {
			settle(m, &levels[--depth]);
		}
	}
	settle(m, &levels[0]);
	done = 1;
out:
	free(levels);
	return done;
}

int marks_pair(marks *m, size_t from, size_t to, kt_str text)
{
	int singles = 0, doubles = 0;

	for (size_t i = from; i < to; i++) {
		singles |= m->at[i].family == FAMILY_SINGLE;
		doubles |= m->at[i].family != FAMILY_SINGLE;
	}
	return (!doubles || pair_doubles(m, from, to)) &&
	       (!singles || pair_singles(m, from, to, text));
}
