/* compound.c - words that are printed in parts: hyphenated, broken, initials, numbers. */
#include "kartoteka/text.h"

#include <string.h>

typedef struct parts {
	const kt_tokens *tokens;
	kt_str text;
} parts;

/* Whether the token at i goes on with the compound of the token before it. */
typedef int (*goes_on_fn)(const parts *p, size_t i);

static int is_group(const parts *p, size_t i)
{
	return (p->tokens->at[i].flags & KT_TOKEN_GROUP) != 0;
}

static int is_hyphenated(const parts *p, size_t i)
{
	const kt_token *a = &p->tokens->at[i - 1], *b = a + 1;

	return b->flags & KT_TOKEN_HYPHEN && !((a->flags | b->flags) & KT_TOKEN_NUMBER) &&
	       !((a->flags | b->flags) & (KT_TOKEN_ASIDE | KT_TOKEN_POSSESSIVE));
}

/* Behind a no-break or common space at `at`, or at itself. */
static size_t skip_space(kt_str text, size_t at)
{
	static const kt_str spaces[] = { { " ", 1 }, { "\n", 1 }, { "\xC2\xA0", 2 },
		{ "\xE2\x80\xAF", 3 }, { "\xE2\x80\x89", 3 } };

	for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
		if (kt_str_starts(kt_str_sub(text, at, text.len), spaces[i]))
			return at + spaces[i].len;
	return at;
}

/* A letter behind a letter with a point, with a space between them or without. */
static int is_initial(const parts *p, size_t i, int spaced)
{
	const kt_token *a = &p->tokens->at[i - 1], *b = a + 1;
	size_t at = (size_t)a->offset + a->length + 1;

	if (!(a->flags & b->flags & KT_TOKEN_LETTER) || !(a->flags & KT_TOKEN_POINT) ||
		b->flags & KT_TOKEN_ASIDE)
		return 0;
	if ((a->flags ^ b->flags) & (KT_TOKEN_LATIN | KT_TOKEN_CYRILLIC))
		return 0;
	return spaced ? at < b->offset && skip_space(p->text, at) == b->offset : at == b->offset;
}

/* N.K.  U.S.S.R.  т.е. */
static int is_glued_initial(const parts *p, size_t i)
{
	return is_initial(p, i, 0);
}

/* N. K. - capitals only: a small letter may end a sentence. */
static int is_spaced_initial(const parts *p, size_t i)
{
	const kt_token *a = &p->tokens->at[i - 1], *b = a + 1;

	return a->flags & b->flags & KT_TOKEN_CAPITAL && b->flags & KT_TOKEN_POINT &&
	       is_initial(p, i, 1);
}

static const goes_on_fn ways[] = { is_group, is_hyphenated, is_glued_initial, is_spaced_initial };

int kt_compound(kt_buf *out, const kt_tokens *tokens, const kt_words *words, kt_str text,
	size_t from, size_t *to)
{
	parts p = { tokens, text };

	kt_buf_clear(out);
	*to = from + 1;
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		size_t end = from + 1;

		if (end >= tokens->count || !ways[i](&p, end) || (from && ways[i](&p, from)))
			continue;
		for (end++; end < tokens->count && ways[i](&p, end); end++)
			;
		for (size_t j = from; j < end; j++)
			kt_buf_add(out, kt_words_form(words, tokens->at[j].form));
		if (out->len <= KT_WORD_MAX) {
			*to = end;
			return 1;
		}
		kt_buf_clear(out);
	}
	return 0;
}
