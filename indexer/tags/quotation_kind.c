/* quotation_kind.c - what a quotation is: somebody's words, a title, a term in quotation marks; and
 * whether an editor's hand is seen in it. */
#include "frame.h"
#include "quotations.h"
#include "speech.h"

#include <string.h>

/* ---- note markers and edges ---- */

static int is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* ¹ ² ³ and ⁰ ⁴ .. ⁹: the bytes of one at `at`, or 0. */
static size_t superscript(kt_str text, size_t at)
{
	const unsigned char *p = (const unsigned char *)text.ptr + at;

	if (text.len - at >= 2 && p[0] == 0xC2 && (p[1] == 0xB9 || p[1] == 0xB2 || p[1] == 0xB3))
		return 2;
	if (text.len - at >= 3 && p[0] == 0xE2 && p[1] == 0x81 &&
		(p[2] == 0xB0 || (p[2] >= 0xB4 && p[2] <= 0xB9)))
		return 3;
	return 0;
}

size_t note_marker(kt_str text, size_t at)
{
	size_t end = at + 1;
	int digits = 0;

	if (at >= text.len)
		return 0;
	if (text.ptr[at] != '[')
		return superscript(text, at);
	if (end < text.len && text.ptr[end] == '^') {
		while (end < text.len && end - at < 40 && text.ptr[end] != ']' &&
			(unsigned char)text.ptr[end] > ' ')
			end++;
		return end < text.len && text.ptr[end] == ']' ? end + 1 - at : 0;
	}
	if (kt_str_starts(kt_str_sub(text, end, text.len), KT_STR("note ")))
		end += 5;
	for (; end < text.len && end - at < 24; end++) {
		if (is_digit(text.ptr[end]))
			digits = 1;
		else if (!digits || !strchr(", -", text.ptr[end]))
			break;
	}
	return digits && end < text.len && text.ptr[end] == ']' ? end + 1 - at : 0;
}

/* Where a note marker that ends at `end` begins, or `end`. */
static size_t note_start(kt_str text, size_t end)
{
	if (end >= 2 && superscript(text, end - 2) == 2)
		return end - 2;
	if (end >= 3 && superscript(text, end - 3) == 3)
		return end - 3;
	if (!end || text.ptr[end - 1] != ']')
		return end;
	for (size_t at = end - 1; at > 0 && end - at < 44; at--)
		if (text.ptr[at - 1] == '[')
			return note_marker(text, at - 1) == end - (at - 1) ? at - 1 : end;
	return end;
}

void trim_block(kt_str text, uint32_t *from, uint32_t *to)
{
	size_t a = *from, z = *to, note;

	while (a < z && ((unsigned char)text.ptr[a] <= ' ' || text.ptr[a] == '>'))
		a++;
	for (;;) {
		while (z > a &&
			((unsigned char)text.ptr[z - 1] <= ' ' ||
				(text.ptr[z - 1] == '>' && z > a + 1 && text.ptr[z - 2] == '\n')))
			z--;
		note = note_start(text, z);
		if (note == z || note <= a)
			break;
		z = note;
	}
	*from = (uint32_t)a;
	*to = (uint32_t)z;
}

int quotation_altered(kt_str text, int markdown)
{
	for (size_t at = 0; at < text.len; at++) {
		const unsigned char *p = (const unsigned char *)text.ptr + at;
		size_t note, end;

		if (*p == 0xE2 && text.len - at >= 3 && p[1] == 0x80 && p[2] == 0xA6)
			return 1;
		if (*p == '.' && text.len - at >= 3 && p[1] == '.' && p[2] == '.')
			return 1;
		if (*p == '.' && text.len - at >= 5 && !memcmp(p, ". . .", 5))
			return 1;
		if (*p != '[')
			continue;
		note = note_marker(text, at);
		if (note) {
			at += note - 1;
			continue;
		}
		for (end = at + 1; end < text.len && end - at < 400 && text.ptr[end] != ']'; end++)
			;
		if (end == text.len || text.ptr[end] != ']')
			continue;
		if (!markdown || end + 1 >= text.len || !strchr("([", text.ptr[end + 1]))
			return 1;
		at = end;
	}
	return 0;
}

/* ---- titles ---- */

static int is_capital(uint32_t c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
	       (c >= 0x400 && c <= 0x42F) ||
	       (c >= 0x100 && c <= 0x17F && !(c & 1)); /* as far as these alternate */
}

static int is_letter(uint32_t c)
{
	return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= 0xC0 && c < 0x2000 && c != 0xD7);
}

case_count count_case(kt_str text)
{
	case_count n = { 0, 0, 0, 0, 0 };

	for (size_t at = 0; at < text.len;) {
		size_t letters = 0;
		uint32_t c = kt_utf8_next(text, &at), first = c;

		if (!is_letter(c)) {
			n.words += c >= '0' && c <= '9' && (at == 1 || !is_digit(text.ptr[at - 2]));
			continue;
		}
		while (c != KT_BAD_CODEPOINT && (is_letter(c) || c == '\'' || c == 0x2019)) {
			letters++;
			if (at == text.len)
				break;
			c = kt_utf8_next(text, &at);
		}
		n.first = n.words ? n.first : is_capital(first);
		n.words++;
		n.capitals += (unsigned)is_capital(first);
		n.long_words += letters > 4;
		n.long_capitals += letters > 4 && is_capital(first);
	}
	return n;
}

int titled(kt_str text)
{
	case_count n = count_case(text);
	char last = text.len ? text.ptr[text.len - 1] : 0;

	if (!n.first || n.words < 3 || n.words > 24 || n.long_capitals < n.long_words ||
		last == '!')
		return 0;
	if (n.capitals == n.words)
		return n.words > 3;
	return n.capitals * 3 >= n.words && (n.long_words > 0 || n.capitals > 2) && n.capitals > 1;
}

/* What the word before a mark may be; 0 where something parts them. */
static uint32_t class_before(reading *r, const found *f, size_t back, unsigned *comma)
{
	enum { NEAR = 24 };
	const kt_tagged *t = &r->passages[f->passage];
	size_t token = token_at(r, f->passage, f->from);
	kt_str text = text_of(r, f->passage);
	const kt_token *k;
	size_t end;

	*comma = 0;
	if (token < t->first + back)
		return 0;
	k = &t->tokens->at[token - back];
	end = k->offset + k->length;
	if (f->from < end || f->from - end > NEAR || memchr(text.ptr + end, '.', f->from - end) ||
		memchr(text.ptr + end, ':', f->from - end) ||
		memchr(text.ptr + end, ')', f->from - end))
		return 0;
	*comma = memchr(text.ptr + end, ',', f->from - end) != NULL;
	return class_of(r, k->form);
}

/* The title before this one in a list: the newspapers “Pravda” and “Izvestia”. */
static int follows_title(const reading *r, size_t i)
{
	static const char *const joints[] = { ",", "and", ", and", "or", "и", "или" };
	const found *f = &r->finds.at[i], *last = f - 1;
	kt_str between;

	if (i == r->first_find[f->passage] || last->kind != KT_QUOTATION_TITLE ||
		f->from <= last->to)
		return 0;
	between = kt_str_trim(kt_str_sub(text_of(r, f->passage), last->to, f->from));
	for (size_t k = 0; k < sizeof joints / sizeof *joints; k++)
		if (kt_str_is(between, joints[k]))
			return 1;
	return 0;
}

/* A word such as `article` or `newspaper` stands before the mark. */
static int is_led_by_title(reading *r, const found *f, const case_count *n)
{
	unsigned comma;
	uint32_t last = class_before(r, f, 1, &comma);

	if (last & SPEECH_TITLED)
		return 1;
	if (last & SPEECH_DOCUMENT) /* a letter, “The New Course”, */
		return n->words > 1 && n->capitals == n->words;
	if (last & (SPEECH_ADVERB | SPEECH_NAMES)) /* an essay called */
		return (class_before(r, f, 2, &comma) & SPEECH_TITLED) && !comma;
	return 0;
}

/* The opening mark stands within emphasis that goes on behind the closing one: *‘Left-Wing’
 * Communism*
 */
static int is_part_of_title(const reading *r, const found *f)
{
	kt_str text = text_of(r, f->passage);

	return f->from > 0 && strchr("*_", text.ptr[f->from - 1]) && text.ptr[f->from - 1] &&
	       !(f->to < text.len && text.ptr[f->to] == text.ptr[f->from - 1]);
}

/* The signs before the opening mark, white space left out. */
static uint32_t sign_before(kt_str text, size_t at)
{
	while (at > 0) {
		uint32_t c = kt_utf8_prev(text, &at);

		if (c > ' ' && c != 0xA0 && c != '*' && c != '_')
			return c;
	}
	return 0;
}

/* In Russian names stand in quotation marks: «Правда», крейсер «Аврора». */
static int is_russian_name(const reading *r, const found *f, const case_count *n)
{
	kt_str text = text_of(r, f->passage), inside = kt_str_sub(text, f->start, f->end);
	uint32_t before = sign_before(text, f->from);
	char last = inside.ptr[inside.len - 1];

	return f->family != FAMILY_SINGLE && (unsigned char)inside.ptr[0] == 0xD0 && n->first &&
	       n->words <= 8 && before && before != ':' && before != '.' && before != '!' &&
	       before != '?' && before != ',' && !strchr(".!?,", last) &&
	       kt_language_equal(r->passages[f->passage].passage->language, kt_language_of("ru"));
}

/* in “On Co-operation” */
static int is_in(const reading *r, const found *f)
{
	kt_str before = kt_str_trim(kt_str_sub(text_of(r, f->passage), 0, f->from));

	return kt_str_ends(before, KT_STR(" in")) || kt_str_is(before, "In") ||
	       kt_str_ends(before, KT_STR(" In"));
}

static int is_title(reading *r, size_t i)
{
	const found *f = &r->finds.at[i];
	kt_str text = text_of(r, f->passage), inside = kt_str_sub(text, f->start, f->end);
	case_count n = count_case(inside);
	uint32_t before = sign_before(text, f->from), last;
	unsigned comma;

	if (n.words > 30 || !n.first ||
		(f->parent != NOWHERE && r->finds.at[f->parent].kind == KT_QUOTATION_TITLE))
		return 0;
	switch (kind_of(r, f->passage)) {
	case KT_KIND_ATTRIBUTION:
	case KT_KIND_BIBLIOGRAPHY:
		return !is_part_of_title(r, f);
	case KT_KIND_FOOTNOTE:
		if (n.words > 1 && (before == ',' || titled(inside)))
			return 1;
		break;
	default:
		break;
	}
	if (is_led_by_title(r, f, &n) || follows_title(r, i))
		return 1;
	last = class_before(r, f, 1, &comma);
	if ((last & SPEECH_NOUN) && !(last & SPEECH_DOCUMENT)) /* the slogan “Land and Freedom” */
		return 0;
	if (is_russian_name(r, f, &n))
		return 1;
	if (!comma && (last & SPEECH_PREPOSITION) && n.capitals == n.words && n.words > 1 &&
		is_in(r, f))
		return 1;
	return before != ':' && !(last & SPEECH_DETERMINER && !comma) && titled(inside);
}

/* ---- terms ---- */

enum { TERM_WORDS = 4 };

/* A verb that is finite, or somebody who speaks: no term. */
static int has_clause(reading *r, const found *f)
{
	const kt_tagged *t = &r->passages[f->passage];

	for (size_t i = token_at(r, f->passage, f->start);
		i < t->first + t->count && t->tokens->at[i].offset < f->end; i++)
		if (class_of(r, t->tokens->at[i].form) &
			(SPEECH_BE | SPEECH_AUX | SPEECH_HE | SPEECH_SHE | SPEECH_PERSONAL))
			return 1;
	return 0;
}

static int is_term(reading *r, const found *f)
{
	kt_str inside = kt_str_sub(text_of(r, f->passage), f->start, f->end);
	char last = inside.ptr[inside.len - 1];

	if ((f->whole && kind_of(r, f->passage) != KT_KIND_HEADING) || f->unclosed || f->goes_on ||
		f->says || last == '!' || last == '?')
		return 0;
	/* the ‘Bloc of Rights and Trotskyites’ */
	return (count_case(inside).words <= TERM_WORDS && !has_clause(r, f)) || titled(inside);
}

void quotation_titles(reading *r)
{
	for (size_t i = 0; i < r->finds.count; i++) {
		found *f = &r->finds.at[i];
		const kt_passage *p = r->passages[f->passage].passage;

		f->altered = (uint8_t)quotation_altered(
			kt_str_sub(p->text, f->start, f->end), p->markdown);
		if (f->kind == KT_QUOTATION_INLINE && !f->goes_on && !f->unclosed && is_title(r, i))
			f->kind = KT_QUOTATION_TITLE;
	}
}

void quotation_terms(reading *r)
{
	for (size_t i = 0; i < r->finds.count; i++) {
		found *f = &r->finds.at[i];

		if (f->kind == KT_QUOTATION_INLINE && is_term(r, f))
			f->kind = KT_QUOTATION_SCARE;
	}
}
