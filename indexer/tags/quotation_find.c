/* quotation_find.c - from marks and blocks of print to quotations: pairs, what is never closed,
 * what runs on over several passages, blocks that stand without marks. */
#include "frame.h"

#include <string.h>

enum {
	DEPTH = 5, /* no text nests deeper */
	FAR = 8, /* passages without any mark that a quotation may run through */
	EMPTY = 256 /* bytes without a word: no quotation */
};

/* A quotation that was opened before the passage at hand and is closed by a mark that no mark of
 * its own passage opens. */
typedef struct carry {
	size_t until; /* the passage of that mark */
	uint32_t close;
	int on;
} carry;

/* The way through one passage. */
typedef struct walk {
	reading *r;
	size_t passage;
	carry carried;
	uint32_t stack[DEPTH]; /* finds that are open */
	size_t depth;
} walk;

static int has_word(kt_str text, size_t from, size_t to)
{
	if (to > from + EMPTY)
		to = from + EMPTY;
	for (size_t at = from; at < to; at++) {
		unsigned char c = (unsigned char)text.ptr[at];

		if ((c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
			(c >= 0xC3 && c != 0xE2))
			return 1;
	}
	return 0;
}

static const mark *mark_of(const reading *r, size_t i)
{
	return &r->marks.at[i];
}

/* The first double mark of a passage, or NULL. */
static const mark *first_double(const reading *r, size_t passage)
{
	for (size_t i = r->first_mark[passage]; i < r->first_mark[passage + 1]; i++)
		if (r->marks.at[i].family != FAMILY_SINGLE)
			return mark_of(r, i);
	return NULL;
}

/* The quotation that the one before in the list leaves open for the passage. */
static int goes_on(const walk *w, const found *f)
{
	const found *last;

	if (!w->r->finds.count || w->depth || f->from > 0)
		return 0;
	last = &w->r->finds.at[w->r->finds.count - 1];
	while (last->parent != NOWHERE)
		last = &w->r->finds.at[last->parent];
	return last->passage + 1 == f->passage && last->unclosed && last->family == f->family;
}

/* Adds a find below those that it stands in.  0: no memory. */
static int add(walk *w, found f)
{
	finds *all = &w->r->finds;

	f.passage = (uint32_t)w->passage;
	f.parent = NOWHERE;
	while (w->depth > 0 && all->at[w->stack[w->depth - 1]].end <= f.from)
		w->depth--;
	if (w->depth == DEPTH || f.start >= f.end ||
		!has_word(text_of(w->r, w->passage), f.start, f.end))
		return 1;
	if (w->depth)
		f.parent = w->stack[w->depth - 1];
	f.goes_on = (uint8_t)(f.goes_on || goes_on(w, &f));
	if (!kt_grow((void **)&all->at, &all->size, all->count, sizeof *all->at))
		return 0;
	w->stack[w->depth++] = (uint32_t)all->count;
	all->at[all->count++] = f;
	return 1;
}

/* ---- never closed ---- */

static int same_family(family a, family b)
{
	return a == b || (a <= FAMILY_CURLY && b <= FAMILY_CURLY);
}

enum { ENDS_HERE, OPENED_AGAIN, CLOSED_LATER };

/* Whether what a mark of the passage leaves open goes on behind it: paragraphs of a long quotation
 * are each opened and only the last is closed, or only the first is opened. */
static int runs_on(walk *w, family f)
{
	const reading *r = w->r;
	size_t far = 0;

	for (size_t q = w->passage + 1; q < r->count; q++) {
		const mark *k = first_double(r, q);
		kt_kind kind = kind_of(r, q);

		if (kind == KT_KIND_HEADING || kind == KT_KIND_ATTRIBUTION)
			return ENDS_HERE;
		if (k && k->opens && k->before == SIDE_EDGE)
			return q == w->passage + 1 && k->family == f ? OPENED_AGAIN : ENDS_HERE;
		if (k) {
			if (k->opens || k->pair != NOWHERE || !same_family(f, (family)k->family))
				return ENDS_HERE;
			w->carried = (carry) { q, k->at, 1 };
			return CLOSED_LATER;
		}
		if (!r->passages[q].passage->continued && ++far >= FAR)
			return ENDS_HERE;
	}
	return ENDS_HERE;
}

/* Where the sentence that `at` stands in ends.  0 is put into *ok when there is no memory. */
static size_t sentence_end(walk *w, size_t at, int *ok)
{
	const reading *r = w->r;
	size_t next;

	*ok = load_sentences(w->r, w->passage);
	next = *ok ? sentence_behind(r, (uint32_t)at) : 0;
	return *ok && next < r->sentences.count ? r->sentences.at[next]
						: text_of(r, w->passage).len;
}

/* A mark leads into what is said: said: “ ; said, “ */
static int is_led_in(kt_str text, size_t at)
{
	while (at > 0 && (unsigned char)text.ptr[at - 1] <= ' ')
		at--;
	return at == 0 || text.ptr[at - 1] == ':' || text.ptr[at - 1] == ',';
}

/* Adds what mark i opens and no mark closes. */
static int add_unclosed(walk *w, size_t i)
{
	const reading *r = w->r;
	const mark *k = mark_of(r, i), *next = NULL;
	kt_str text = text_of(r, w->passage);
	found f = { .from = k->at, .start = k->at + k->length, .family = k->family };
	size_t end = text.len, last = r->first_mark[w->passage + 1];
	int ok = 1, runs;

	if (!k->leads && k->before != SIDE_EDGE)
		return 1;
	for (size_t j = i + 1; j < last && !next; j++)
		if (mark_of(r, j)->family == k->family)
			next = mark_of(r, j);
	if (next && k->family == FAMILY_GUILLEMET && next->pair != NOWHERE) {
		/* «Завод «Красный Октябрь»: marks that meet are printed once */
		f.end = mark_of(r, next->pair)->at;
		f.to = f.end;
		return add(w, f);
	}
	runs = next ? ENDS_HERE : runs_on(w, (family)k->family);
	if (next || (runs == ENDS_HERE && !is_led_in(text, k->at)))
		end = sentence_end(w, f.start, &ok);
	if (next && next->at < end)
		end = next->at;
	f.unclosed = runs != ENDS_HERE;
	f.end = (uint32_t)end;
	trim_block(text, &f.start, &f.end);
	f.to = f.end;
	return ok && add(w, f);
}

/* A mark that single quotation marks of several paragraphs begin with. */
static int single_runs_on(const walk *w, size_t i)
{
	const reading *r = w->r;
	const mark *k = mark_of(r, i), *next;
	size_t q = w->passage + 1;

	if (k->turn != TURN_OPENS || !is_led_in(text_of(r, w->passage), k->at) || q >= r->count ||
		r->first_mark[q] == r->first_mark[q + 1])
		return 0;
	for (size_t j = i + 1; j < r->first_mark[q]; j++)
		if (mark_of(r, j)->opens)
			return 0;
	next = mark_of(r, r->first_mark[q]);
	return next->family == FAMILY_SINGLE && next->turn == TURN_OPENS && next->opens &&
	       next->before == SIDE_EDGE;
}

static int add_mark(walk *w, size_t i)
{
	const mark *k = mark_of(w->r, i);
	kt_str text = text_of(w->r, w->passage);

	if (!k->opens)
		return 1;
	if (k->pair != NOWHERE) {
		const mark *c = mark_of(w->r, k->pair);
		size_t end = c->at;

		if (end > k->at + k->length && text.ptr[end - 1] == '\\')
			end--; /* \" in Markdown */
		return add(w, (found) { .from = k->at,
				      .start = k->at + k->length,
				      .end = (uint32_t)end,
				      .to = c->at + c->length,
				      .family = k->family });
	}
	if (k->family != FAMILY_SINGLE)
		return add_unclosed(w, i);
	if (single_runs_on(w, i))
		return add(w, (found) { .from = k->at,
				      .start = k->at + k->length,
				      .end = (uint32_t)text.len,
				      .to = (uint32_t)text.len,
				      .family = FAMILY_SINGLE,
				      .unclosed = 1 });
	return 1;
}

/* ---- blocks ---- */

static int ends_with_colon(kt_str text)
{
	uint32_t from = 0, to = (uint32_t)text.len;

	trim_block(text, &from, &to);
	return to > from && text.ptr[to - 1] == ':';
}

/* Nothing but a citation in brackets stands in [at, to). */
static int ends_at(kt_str text, uint32_t at, uint32_t to)
{
	while (at < to && (strchr(" \t\r\n.,;", text.ptr[at]) || note_marker(text, at)))
		at += note_marker(text, at) ? (uint32_t)note_marker(text, at) : 1;
	if (at < to && text.ptr[at] == '(' && to - at < 300) {
		const char *end = memchr(text.ptr + at, ')', to - at);

		at = end ? (uint32_t)(end - text.ptr) + 1 : at;
	}
	return !has_word(text, at, to);
}

/* The mark that encloses all of [from, to) of the passage, or NULL. */
static const mark *enclosing(const walk *w, uint32_t from, uint32_t to)
{
	const reading *r = w->r;
	kt_str text = text_of(r, w->passage);
	const mark *k;

	if (r->first_mark[w->passage] == r->first_mark[w->passage + 1])
		return NULL;
	k = mark_of(r, r->first_mark[w->passage]);
	if (!k->opens || has_word(text, from, k->at) || k->at > from + 4)
		return NULL;
	if (k->pair == NOWHERE)
		return k->family == FAMILY_SINGLE ? NULL : k;
	return ends_at(text, mark_of(r, k->pair)->at + mark_of(r, k->pair)->length, to) ? k : NULL;
}

/* Set apart in print as somebody's words: a block quotation, or what stands between a lead-in and
 * an attribution line. */
static int is_block(const walk *w, int enclosed)
{
	const reading *r = w->r;
	size_t p = w->passage;
	int attributed = p + 1 < r->count && kind_of(r, p + 1) == KT_KIND_ATTRIBUTION;
	int led_in = p > 0 && ends_with_colon(text_of(r, p - 1));

	switch (kind_of(r, p)) {
	case KT_KIND_BLOCKQUOTE:
		return 1;
	case KT_KIND_VERSE:
		return attributed || led_in ||
		       kt_str_find(text_of(r, p), KT_STR("\n>"), 0) != SIZE_MAX;
	case KT_KIND_PARAGRAPH:
		return attributed && (enclosed || led_in);
	default:
		return 0;
	}
}

static int find_in_passage(walk *w)
{
	reading *r = w->r;
	kt_str text = text_of(r, w->passage);
	uint32_t from = 0, to = (uint32_t)text.len;
	size_t first = r->finds.count;
	const mark *whole;
	int block;

	w->depth = 0;
	trim_block(text, &from, &to);
	whole = enclosing(w, from, to);
	block = is_block(w, whole != NULL);
	if (w->carried.on) {
		int last = w->carried.until == w->passage;
		found f = { .start = from,
			.from = from,
			.end = last ? w->carried.close : to,
			.to = last ? w->carried.close : to,
			.goes_on = 1,
			.family = FAMILIES };

		w->carried.on = !last;
		if (!add(w, f))
			return 0;
	} else if (block && !whole &&
		   !add(w, (found) { from, from, to, from, to, .family = FAMILIES })) {
		return 0;
	}
	for (size_t i = r->first_mark[w->passage]; i < r->first_mark[w->passage + 1]; i++)
		if (!add_mark(w, i))
			return 0;
	if (first < r->finds.count) {
		found *f = &r->finds.at[first];

		f->whole = (uint8_t)((whole && f->from == whole->at) ||
				     (f->start == from && f->end == to));
		if (block && f->whole)
			f->kind = KT_QUOTATION_BLOCK;
	}
	return 1;
}

int quotations_find(reading *r)
{
	walk w = { .r = r };

	for (size_t p = 0; p < r->count; p++) {
		w.passage = p;
		r->first_find[p] = r->finds.count;
		if (!find_in_passage(&w))
			return 0;
	}
	r->first_find[r->count] = r->finds.count;
	return 1;
}
