/* cited.c - where a quotation is cited from: attribution lines, citations in brackets behind it,
 * Ibid.; and the same words quoted again. */
#include "cited.h"
#include "frame.h"
#include "speech.h"

#include <stdlib.h>
#include <string.h>

/* The title that a short citation stands for: that of the author's only work cited so far. */
static void complete(const cited *all, citation *c)
{
	const citation *only = NULL;

	if (c->title.len || !c->author.len || c->year.len)
		return;
	for (size_t i = 0; i < all->count; i++) {
		const citation *o = &all->at[i];

		if (!c->author_id.len || !kt_str_equal(o->author_id, c->author_id))
			continue;
		if (only && !kt_str_equal(only->title, o->title))
			return;
		only = o;
	}
	if (!only)
		return;
	c->title = only->title;
}

static int remember(cited *all, const citation *c)
{
	all->last = *c;
	all->any = 1;
	if (!c->title.len || !c->author_id.len || all->count >= 4096)
		return 1;
	for (size_t i = 0; i < all->count; i++)
		if (kt_str_equal(all->at[i].author_id, c->author_id) &&
			kt_str_equal(all->at[i].title, c->title))
			return 1;
	if (!kt_grow((void **)&all->at, &all->size, all->count, sizeof *all->at))
		return 0;
	all->at[all->count++] = *c;
	return 1;
}

int cited_read(
	const reading *r, cited *all, size_t passage, uint32_t from, uint32_t to, citation *out)
{
	citation_read(r, passage, from, to, out);
	if (out->ibid && all->any) {
		if (!out->author.len) {
			out->author = all->last.author;
			out->author_id = all->last.author_id;
			out->speaker_id = all->last.speaker_id;
			out->quoted = all->last.quoted;
			out->year = all->last.year;
		}
		if (!out->title.len)
			out->title = all->last.title;
	}
	complete(all, out);
	return remember(all, out);
}

/* In one line. */
static int tidy(reading *r, kt_str *s)
{
	char *copy;
	size_t length = 0;

	if (!memchr(s->ptr, '\n', s->len))
		return 1;
	copy = kt_arena_array(r->arena, s->len + 1, 1);
	if (!copy)
		return 0;
	for (size_t i = 0; i < s->len; i++) {
		if ((unsigned char)s->ptr[i] > ' ')
			copy[length++] = s->ptr[i];
		else if (length && copy[length - 1] != ' ')
			copy[length++] = ' ';
	}
	*s = (kt_str) { copy, length };
	return 1;
}

/* The work as it is shown: the title alone where the speaker is its author. */
static int work_of(reading *r, const found *f, const citation *c, kt_str *work)
{
	int own = c->author_id.len && kt_str_equal(f->speaker, c->author_id);
	char *both;

	*work = c->title.len ? c->title : c->author;
	if (c->author.len && (c->title.len ? !own : c->year.len > 0)) {
		both = kt_arena_printf(r->arena, "%.*s%s%.*s", KT_STR_ARG(c->author),
			c->title.len ? ", " : " ", KT_STR_ARG(c->title.len ? c->title : c->year));
		if (!both)
			return 0;
		*work = kt_str_of(both);
	}
	return !work->len || tidy(r, work);
}

int cite_work(reading *r, found *f, const citation *c)
{
	if (!f->page.len)
		f->page = c->page;
	return f->work.len || work_of(r, f, c, &f->work);
}

/* `named`: the author cited is named in the sentence that leads to the quotation. */
static int cite(reading *r, found *f, const citation *c, int named)
{
	if (f->kind == KT_QUOTATION_TITLE)
		return 1;
	if (f->told != TOLD_WHO && (f->told != TOLD_SOMEBODY || named) && c->speaker_id.len) {
		f->told = TOLD_WHO;
		f->says = 1;
		f->speaker = c->speaker_id;
	}
	return cite_work(r, f, c);
}

/* The block that a passage is, or NULL. */
static found *block_of(reading *r, size_t passage)
{
	size_t first = r->first_find[passage];

	return first < r->first_find[passage + 1] &&
			       (r->finds.at[first].kind == KT_QUOTATION_BLOCK ||
				       r->finds.at[first].whole)
		       ? &r->finds.at[first]
		       : NULL;
}

/* An attribution line: of the blocks before it, up to the attribution or paragraph before those. */
static int cite_blocks(reading *r, size_t passage, const citation *c)
{
	enum { BLOCKS = 64 };
	size_t blocks = 0;

	for (size_t p = passage; p-- > 0 && blocks < BLOCKS;) {
		found *f = block_of(r, p);

		if (kind_of(r, p) == KT_KIND_CAPTION)
			continue;
		if (!f || f->work.len || (blocks && f->kind != KT_QUOTATION_BLOCK))
			break;
		if (!cite(r, f, c,
			    f->told == TOLD_SOMEBODY && c->speaker_id.len &&
				    leads_with(r, f, c->speaker_id)))
			return 0;
		blocks++;
	}
	return 1;
}

/* The brackets that follow a quotation at once: their inside; 0 where there are none. */
static int brackets_behind(const reading *r, const found *f, uint32_t *from, uint32_t *to)
{
	enum { LONG = 300 };
	kt_str text = text_of(r, f->passage);
	size_t at = f->to, depth = 0, note;

	while (at < text.len && at < f->to + 24) {
		if ((note = note_marker(text, at)) > 0)
			at += note;
		else if (strchr(" \n,.", text.ptr[at]) && text.ptr[at])
			at++;
		else
			break;
	}
	if (at >= text.len || text.ptr[at] != '(')
		return 0;
	*from = (uint32_t)at + 1;
	for (; at < text.len && at < *from + LONG; at++) {
		depth += text.ptr[at] == '(';
		if (text.ptr[at] == ')' && --depth == 0) {
			*to = (uint32_t)at;
			return 1;
		}
	}
	return 0;
}

static int cite_inline(reading *r, cited *all, found *f)
{
	uint32_t from, to;
	citation c;

	if (f->kind == KT_QUOTATION_TITLE || !brackets_behind(r, f, &from, &to))
		return 1;
	citation_read(r, f->passage, from, to, &c);
	if (!citation_is_one(&c) || (c.loose && !c.page.len))
		return 1;
	if (!cited_read(r, all, f->passage, from, to, &c))
		return 0;
	/* “Viktor Suvorov” (V. B. Rezun) */
	if (count_case(kt_str_sub(text_of(r, f->passage), f->start, f->end)).words <= 4 &&
		!c.year.len && !c.title.len && !c.page.len)
		return 1;
	return cite(r, f, &c, 0);
}

/* ---- the same words again ---- */

enum { SAME = 3, SAME_WORDS = 5, KEYED = 400 };

/* The words of a quotation that are no function words, at most `most`. */
static size_t content_words(reading *r, const found *f, uint32_t *forms, size_t most)
{
	static const uint32_t small = SPEECH_DETERMINER | SPEECH_PREPOSITION | SPEECH_TO |
				      SPEECH_BY | SPEECH_AS | SPEECH_THAT | SPEECH_AND | SPEECH_BE |
				      SPEECH_AUX | SPEECH_CLAUSE | SPEECH_PERSONAL | SPEECH_WHO |
				      SPEECH_HE | SPEECH_SHE;
	const kt_tagged *t = &r->passages[f->passage];
	size_t count = 0;

	for (size_t i = token_at(r, f->passage, f->start); i < t->first + t->count && count < most;
		i++) {
		if (t->tokens->at[i].offset >= f->end)
			break;
		if (!(class_of(r, t->tokens->at[i].form) & small))
			forms[count++] = t->tokens->at[i].form;
	}
	return count;
}

static kt_str key_of(const uint32_t *forms)
{
	return (kt_str) { (const char *)forms, SAME * sizeof *forms };
}

/* A quotation of which nothing is told has the speaker of the one whose words it takes up. */
static int same_words(reading *r, kt_map *seen, size_t i)
{
	found *f = &r->finds.at[i];
	uint32_t forms[KEYED], from = NOWHERE;
	size_t count;

	if (f->kind == KT_QUOTATION_TITLE || f->parent != NOWHERE)
		return 1;
	if (token_at(r, f->passage, f->end) - token_at(r, f->passage, f->start) < SAME_WORDS)
		return 1;
	count = content_words(r, f, forms, KEYED);
	if (count < SAME)
		return 1;
	for (size_t k = 0; k + SAME <= count; k++) {
		uint32_t *at = kt_map_get(seen, key_of(forms + k));

		if (!at || (from != NOWHERE && *at != from)) {
			from = NOWHERE;
			break;
		}
		from = *at;
	}
	if (f->told != TOLD_WHO && from != NOWHERE) {
		const found *first = &r->finds.at[from];

		f->told = TOLD_WHO;
		f->speaker = first->speaker;
		return 1;
	}
	if (f->told != TOLD_WHO)
		return 1;
	for (size_t k = 0; k + SAME <= count; k++) {
		int added;

		if (!kt_map_put(seen, key_of(forms + k), (uint32_t)i, &added))
			return 0;
	}
	return 1;
}

kt_status quotation_sources(reading *r)
{
	cited all = { 0 };
	kt_map *seen = NULL;
	kt_status status = kt_map_new(&seen, r->err);
	citation c;
	int ok = 1;

	for (size_t p = 0; !status && ok && p < r->count; p++) {
		for (size_t i = r->first_find[p]; ok && i < r->first_find[p + 1]; i++)
			ok = cite_inline(r, &all, &r->finds.at[i]);
		if (!ok || kind_of(r, p) != KT_KIND_ATTRIBUTION)
			continue;
		ok = cited_read(r, &all, p, 0, (uint32_t)text_of(r, p).len, &c);
		ok = ok && cite_blocks(r, p, &c);
	}
	for (size_t i = 0; !status && ok && i < r->finds.count; i++)
		ok = same_words(r, seen, i);
	if (!status && ok)
		ok = cite_notes(r);
	kt_map_free(seen);
	free(all.at);
	if (!ok)
		return kt_fail(r->err, KT_ENOMEM, "no memory for the citations of a text");
	return status;
}
