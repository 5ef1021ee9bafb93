/* frame.c - the sentence around a quotation in pieces. */
#include "frame.h"
#include "speech.h"

#include <string.h>

uint32_t class_of(reading *r, uint32_t form)
{
	if (form >= r->forms)
		return SPEECH_KNOWN;
	if (!r->classes[form])
		r->classes[form] = speech_class(kt_words_form(r->words, form));
	return r->classes[form];
}

size_t token_at(const reading *r, size_t passage, uint32_t offset)
{
	const kt_tagged *t = &r->passages[passage];
	size_t low = t->first, high = t->first + t->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (t->tokens->at[middle].offset < offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t find_from(const reading *r, size_t passage, uint32_t offset)
{
	size_t low = r->first_find[passage], high = r->first_find[passage + 1];

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (r->finds.at[middle].from < offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t sentence_behind(const reading *r, uint32_t offset)
{
	size_t low = 0, high = r->sentences.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (r->sentences.at[middle] <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static unsigned gap_in(kt_str text, uint32_t from, uint32_t to)
{
	unsigned gap = 0;

	if (to > from + 64)
		to = from + 64;
	for (uint32_t at = from; at < to; at++) {
		unsigned char c = (unsigned char)text.ptr[at];

		switch (c) {
		case ',':
			gap |= GAP_COMMA;
			break;
		case ':':
			gap |= GAP_COLON;
			break;
		case ';':
			gap |= GAP_SEMICOLON;
			break;
		case '(':
			gap |= GAP_OPEN;
			break;
		case ')':
			gap |= GAP_CLOSE;
			break;
		case '.':
		case '!':
		case '?':
			gap |= GAP_STOP;
			break;
		case '-':
			if (at > from && text.ptr[at - 1] == ' ')
				gap |= GAP_DASH;
			break;
		case '[':
			at += note_marker(text, at) ? (uint32_t)note_marker(text, at) - 1 : 0;
			break;
		case 0xE2:
			if (at + 2 < to && (unsigned char)text.ptr[at + 1] == 0x80 &&
				((unsigned char)text.ptr[at + 2] == 0x93 ||
					(unsigned char)text.ptr[at + 2] == 0x94))
				gap |= GAP_DASH;
			break;
		default:
			break;
		}
	}
	return gap;
}

const kt_mention *person_at(
	const kt_passage *p, uint32_t offset, uint32_t *start, uint32_t *end, int *is_person)
{
	size_t low = 0, high = p->mention_count;
	const kt_mention *best = NULL;
	int tied = 0;

	*is_person = 0;
	while (low < high) { /* the first that begins behind offset */
		size_t middle = low + (high - low) / 2;

		if (p->mentions[middle].start <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	for (size_t i = low, seen = 0; i-- > 0 && seen < 16; seen++) {
		const kt_mention *m = &p->mentions[i];

		if (m->end <= offset || m->kind != KT_MENTION_PERSON)
			continue;
		if (*is_person && (m->start != *start || m->end != *end))
			continue;
		*is_person = 1;
		*start = m->start;
		*end = m->end;
		if (!best || m->tier < best->tier) {
			best = m;
			tied = 0;
		} else if (m->tier == best->tier && !kt_str_equal(m->id, best->id)) {
			tied = 1;
		}
	}
	return best && !tied && best->tier != KT_POSSIBLE ? best : NULL;
}

/* A walk over pieces of a passage, [at, end) of its bytes. */
typedef struct cutter {
	reading *r;
	size_t passage;
	uint32_t at, end;
	size_t token; /* the next */
	size_t find; /* the next of the quotations that stand beside (same parent) */
	uint32_t parent;
} cutter;

static cutter cut_from(reading *r, size_t passage, uint32_t from, uint32_t to, uint32_t parent)
{
	return (cutter) { r, passage, from, to, token_at(r, passage, from),
		find_from(r, passage, from), parent };
}

/* The next piece; 0 at the end. */
static int cut(cutter *c, piece *out)
{
	reading *r = c->r;
	const kt_tagged *t = &r->passages[c->passage];
	size_t last = t->first + t->count, after = r->first_find[c->passage + 1];
	const kt_token *k;
	const found *f = NULL;
	int person;

	while (c->token < last && t->tokens->at[c->token].offset < c->at)
		c->token++;
	while (c->find < after &&
		(r->finds.at[c->find].from < c->at || r->finds.at[c->find].parent != c->parent))
		c->find++;
	if (c->find < after && r->finds.at[c->find].from < c->end)
		f = &r->finds.at[c->find];
	k = c->token < last && t->tokens->at[c->token].offset < c->end ? &t->tokens->at[c->token]
								       : NULL;
	memset(out, 0, sizeof *out);
	if (f && (!k || f->from <= k->offset)) {
		out->kind = PIECE_QUOTATION;
		out->start = f->from;
		out->end = f->to;
	} else if (k) {
		out->person = person_at(t->passage, k->offset, &out->start, &out->end, &person);
		out->kind = person ? PIECE_PERSON : PIECE_WORD;
		if (!person) {
			out->start = k->offset;
			out->end = k->offset + k->length;
			out->class = class_of(r, k->form);
		}
		out->small = !(k->flags & (KT_TOKEN_CAPITAL | KT_TOKEN_NUMBER));
		if (out->start < c->at) /* a name that the text before ends in */
			out->start = c->at;
		if (out->end <= out->start)
			out->end = out->start + 1;
		while (c->token < last && t->tokens->at[c->token].offset < out->end)
			out->possessive =
				(t->tokens->at[c->token++].flags & KT_TOKEN_POSSESSIVE) != 0;
	} else {
		return 0;
	}
	out->gap = gap_in(text_of(r, c->passage), c->at, out->start);
	c->at = out->end;
	return 1;
}

/* Fills left with the last pieces of [from, to). */
static void fill_left(
	reading *r, size_t passage, uint32_t from, uint32_t to, uint32_t parent, frame *out)
{
	size_t token = token_at(r, passage, to), first = r->passages[passage].first;
	cutter c;
	piece p;

	out->left_count = 0;
	out->sentence = from;
	if (token > first + 2 * FRAME_LEFT) {
		uint32_t near = r->passages[passage].tokens->at[token - 2 * FRAME_LEFT].offset;

		if (near > from) {
			from = near;
			out->left_cut = 1;
		}
	}
	c = cut_from(r, passage, from, to, parent);
	while (cut(&c, &p)) {
		if (out->left_count == FRAME_LEFT) {
			memmove(out->left, out->left + 1, (FRAME_LEFT - 1) * sizeof *out->left);
			out->left_count--;
			out->left_cut = 1;
		}
		out->left[out->left_count++] = p;
	}
	out->gap_before = gap_in(text_of(r, passage), c.at, to);
}

static void fill_right(
	reading *r, size_t passage, uint32_t from, uint32_t to, uint32_t parent, frame *out)
{
	cutter c = cut_from(r, passage, from, to, parent);

	out->right_count = 0;
	while (out->right_count < FRAME_RIGHT && cut(&c, &out->right[out->right_count]))
		out->right_count++;
	out->gap_after = gap_in(text_of(r, passage), c.at, to);
}

/* Whether an offset lies within one of the quotations that stand beside each other: what begins
 * there begins no sentence of theirs. */
static int within(const reading *r, size_t passage, uint32_t parent, uint32_t offset)
{
	enum { SEEN = 32 };
	size_t first = r->first_find[passage];

	for (size_t i = find_from(r, passage, offset), seen = 0; i-- > first && seen < SEEN; seen++)
		if (r->finds.at[i].parent == parent)
			return offset < r->finds.at[i].to;
	return 0;
}

/* No word stands between the quotation and a sentence start behind it. */
static int begins_at_once(const reading *r, const found *f, uint32_t start)
{
	const kt_tagged *t = &r->passages[f->passage];
	size_t token = token_at(r, f->passage, f->to);

	return token == t->first + t->count || t->tokens->at[token].offset >= start;
}

int frame_of(reading *r, size_t i, frame *out)
{
	const found *f = &r->finds.at[i];
	kt_str text = text_of(r, f->passage);
	uint32_t from = 0, to = (uint32_t)text.len, start = 0;
	size_t s;

	memset(out, 0, sizeof *out);
	out->passage = f->passage;
	if (!load_sentences(r, f->passage))
		return 0;
	if (f->parent != NOWHERE) {
		from = r->finds.at[f->parent].start;
		to = r->finds.at[f->parent].end;
	}
	s = sentence_behind(r, f->from);
	start = from;
	while (s > 0) {
		uint32_t at = r->sentences.at[--s];

		if (at < from)
			break;
		if (!within(r, f->passage, f->parent, at)) {
			start = at;
			break;
		}
	}
	fill_left(r, f->passage, start, f->from, f->parent, out);
	s = sentence_behind(r, f->end ? f->end - 1 : 0);
	if (s < r->sentences.count && begins_at_once(r, f, r->sentences.at[s])) {
		out->fresh = 1;
		s++;
	}
	while (s < r->sentences.count && within(r, f->passage, f->parent, r->sentences.at[s]))
		s++;
	if (s < r->sentences.count && r->sentences.at[s] < to)
		to = r->sentences.at[s];
	if (f->to < to)
		fill_right(r, f->passage, f->to, to, f->parent, out);
	return 1;
}

int frame_lead_in(reading *r, size_t passage, frame *out, int *open)
{
	kt_str text = text_of(r, passage);
	uint32_t from = 0, to = (uint32_t)text.len;
	size_t s;

	memset(out, 0, sizeof *out);
	out->passage = (uint32_t)passage;
	trim_block(text, &from, &to);
	*open = to > from && !strchr(".!?", text.ptr[to - 1]);
	if (*open && to - from > 3 &&
		(kt_str_ends(kt_str_sub(text, from, to), KT_STR(".”")) ||
			kt_str_ends(kt_str_sub(text, from, to), KT_STR(".\"")) ||
			kt_str_ends(kt_str_sub(text, from, to), KT_STR(".)"))))
		*open = 0;
	if (!*open)
		return 1;
	if (!load_sentences(r, passage))
		return 0;
	s = r->sentences.count;
	while (s > 0 && within(r, passage, NOWHERE, r->sentences.at[s - 1]))
		s--;
	if (s > 0)
		from = r->sentences.at[s - 1];
	fill_left(r, passage, from, (uint32_t)text.len, NOWHERE, out);
	return 1;
}

int frame_before(reading *r, size_t passage, uint32_t offset, frame *out)
{
	size_t s;
	uint32_t to;

	memset(out, 0, sizeof *out);
	out->passage = (uint32_t)passage;
	if (!load_sentences(r, passage))
		return 0;
	s = sentence_behind(r, offset);
	if (s < 2)
		return 1;
	to = r->sentences.at[s - 1];
	s--;
	while (s > 0 && within(r, passage, NOWHERE, r->sentences.at[s - 1]))
		s--;
	if (s > 0)
		fill_left(r, passage, r->sentences.at[s - 1], to, NOWHERE, out);
	return 1;
}
