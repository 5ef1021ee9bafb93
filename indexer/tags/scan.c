/* scan.c - what stands between words, where sentences begin, whole names of the tables. */
#include "tagger.h"

#include <string.h>

size_t token_end(const scan *s, size_t i)
{
	return s->at[i].offset + s->at[i].length;
}

kt_str printed(const scan *s, size_t from, size_t to)
{
	return kt_str_sub(s->text, s->at[from].offset, token_end(s, to - 1));
}

static kt_str between(const scan *s, size_t i)
{
	size_t from = token_end(s, i - 1), to = s->at[i].offset;

	return from <= to ? kt_str_sub(s->text, from, to) : (kt_str) { s->text.ptr, 0 };
}

/* White space at the beginning of s, a line end or two in *lines. */
static size_t blank(kt_str s, size_t from, int *lines)
{
	while (from < s.len) {
		if (s.ptr[from] == '\n')
			++*lines;
		if (s.ptr[from] == ' ' || s.ptr[from] == '\n' || s.ptr[from] == '\r' ||
			s.ptr[from] == '\t')
			from++;
		else if (kt_str_starts(kt_str_sub(s, from, s.len), KT_STR("\xC2\xA0")))
			from += 2;
		else if (kt_str_starts(kt_str_sub(s, from, s.len), KT_STR("\xE2\x80\xAF")))
			from += 3;
		else
			break;
	}
	return from;
}

gap gap_before(const scan *s, size_t i)
{
	kt_str g = between(s, i);
	int lines = 0;
	size_t at;
	gap kind = GAP_SPACE;

	if (s->at[i - 1].flags & KT_TOKEN_POSSESSIVE)
		return GAP_OTHER;
	if (!g.len)
		return GAP_NONE;
	if (g.len == 1 && g.ptr[0] == ' ')
		return GAP_SPACE;
	if (s->at[i].flags & KT_TOKEN_HYPHEN)
		return s->at[i].flags & KT_TOKEN_BROKEN ? GAP_OTHER : GAP_HYPHEN;
	if (g.ptr[0] == '.') {
		g = kt_str_sub(g, 1, g.len);
		kind = GAP_POINT;
	} else if (g.ptr[0] == ',') {
		g = kt_str_sub(g, 1, g.len);
		kind = GAP_COMMA;
	}
	at = blank(g, 0, &lines);
	if (lines > 1)
		return GAP_OTHER;
	if (at == g.len)
		return kind;
	if (kind == GAP_SPACE && at && at + 1 == g.len && g.ptr[at] == '(')
		return GAP_OPEN;
	if (kind == GAP_SPACE && at &&
		((at + 1 == g.len && g.ptr[at] == '"') ||
			kt_str_is(kt_str_sub(g, at, g.len), "“") ||
			kt_str_is(kt_str_sub(g, at, g.len), "«")))
		return GAP_QUOTE;
	return GAP_OTHER;
}

int starts_sentence(const scan *s, size_t i)
{
	kt_str g;

	if (!i)
		return 1;
	g = between(s, i);
	for (size_t at = 0; at < g.len; at++)
		if (strchr("!?:;*#|>\n", g.ptr[at]) && g.ptr[at] != '\n')
			return 1;
	if (memchr(g.ptr, '.', g.len))
		return !(has(s, i - 1, KT_TOKEN_LETTER) && has(s, i - 1, KT_TOKEN_CAPITAL));
	return kt_str_find(g, KT_STR("…"), 0) != SIZE_MAX ||
	       kt_str_find(g, KT_STR("“"), 0) != SIZE_MAX ||
	       kt_str_find(g, KT_STR("«"), 0) != SIZE_MAX ||
	       kt_str_find(g, KT_STR("\""), 0) != SIZE_MAX;
}

/* ---- whole names ---- */

static int same_but_plural(const scan *s, size_t i, kt_str name)
{
	kt_str form = kt_words_form(s->t->words, s->at[i].form);
	kt_buf *a = &s->t->room, *b = &s->t->room2;

	if (kt_str_equal(form, name))
		return 1;
	kt_buf_clear(a);
	kt_buf_clear(b);
	kt_fold_plain(a, form);
	kt_fold_plain(b, name);
	if (a->len && a->ptr[a->len - 1] == 's')
		a->len--;
	if (b->len && b->ptr[b->len - 1] == 's')
		b->len--;
	return kt_str_equal(kt_buf_str(a), kt_buf_str(b));
}

static int word_here(const scan *s, size_t i, const bearer_name *n, int w, int32_t stem)
{
	uint32_t flags = s->at[i].flags;
	kt_str form = name_form(s->t->authority, n->words[w]);
	const word_class *c = class_at(s, i);

	if (c->stem != stem)
		return 0;
	if (!(n->lower >> w & 1) && !(flags & (KT_TOKEN_CAPITAL | KT_TOKEN_NUMBER)) &&
		(!w || c->script != SCRIPT_CYRILLIC)) /* Московская хельсинкская группа */
		return 0;
	/* a name of one word is that word: Memory is no Memorial */
	if (n->count == 1 && c->script == SCRIPT_LATIN && !same_but_plural(s, i, form))
		return 0;
	/* an acronym is one only in capitals, and a word of one letter only itself */
	if (n->upper >> w & 1 && form.len > 1 && !(flags & KT_TOKEN_UPPER))
		return 0;
	if (c->letters <= 3 || n->upper >> w & 1)
		return kt_str_equal(form, kt_words_form(s->t->words, s->at[i].form));
	return 1;
}

static int gap_fits(const scan *s, size_t i, const bearer_name *n, int w)
{
	gap g = gap_before(s, i);

	if (n->glued >> w & 1) {
		kt_str between_words = between(s, i);

		return g == GAP_HYPHEN || g == GAP_NONE || g == GAP_SPACE ||
		       (between_words.len && strchr("(-/\xE2", between_words.ptr[0]) &&
			       between_words.len <= 3);
	}
	/* workers' and peasants': a possessive that the name has too */
	if (g == GAP_OTHER && s->at[i - 1].flags & KT_TOKEN_POSSESSIVE) {
		kt_str b = between(s, i);

		return b.len <= 5 && b.ptr[b.len - 1] == ' ';
	}
	return g == GAP_SPACE || g == GAP_HYPHEN ||
	       (g == GAP_POINT && class_at(s, i - 1)->letters <= 2) || g == GAP_OPEN;
}

/* How many tokens from i on are the name; 0: it is not here. */
static size_t phrase_here(const scan *s, size_t i, const bearer_name *n)
{
	size_t at = i;

	for (int w = 0; w < n->count; w++, at++) {
		if (w && at < s->count && class_at(s, at)->letters == 3 &&
			class_at(s, at)->stem != s->t->index.word_stems[n->words[w]] &&
			kt_str_is(kt_words_form(s->t->words, s->at[at].form), "the") &&
			gap_before(s, at) == GAP_SPACE)
			at++; /* Academy of the Sciences */
		if (at >= s->count || s->t->taken[at] ||
			!word_here(s, at, n, w, s->t->index.word_stems[n->words[w]]) ||
			(w && !gap_fits(s, at, n, w)))
			return 0;
	}
	return at - i;
}

size_t match_phrase(const scan *s, size_t i, kt_mention_kind kind, int32_t *row)
{
	const name_index *x = &s->t->index;
	const word_class *c = class_at(s, i);
	size_t best = 0;

	*row = NONE;
	if (c->stem == NONE)
		return 0;
	for (int32_t at = x->phrase_starts[c->stem]; at != NONE; at = x->starts[at].next) {
		const bearer_row *r = &x->authority->rows[x->starts[at].row];
		size_t length;

		if (r->b.kind != kind)
			continue;
		length = phrase_here(s, i, &r->names[x->starts[at].name]);
		if (length > best ||
			(length == best && length && x->starts[at].row < (uint32_t)*row)) {
			best = length;
			*row = (int32_t)x->starts[at].row;
		}
	}
	return best;
}

/* The body whose name is just these tokens, wherever they stand, or NONE. */
int32_t row_of_tokens(const scan *s, const size_t *tokens, size_t count)
{
	const name_index *x = &s->t->index;
	int32_t first = class_at(s, tokens[0])->stem;

	if (first == NONE)
		return NONE;
	for (int32_t at = x->phrase_starts[first]; at != NONE; at = x->starts[at].next) {
		const bearer_row *r = &x->authority->rows[x->starts[at].row];
		const bearer_name *n = &r->names[x->starts[at].name];
		size_t w = 0;

		if (r->b.kind != KT_MENTION_ORGANISATION || n->count != count)
			continue;
		while (w < count && word_here(s, tokens[w], n, (int)w, x->word_stems[n->words[w]]))
			w++;
		if (w == count)
			return (int32_t)x->starts[at].row;
	}
	return NONE;
}
