/* acronyms.c - acronyms in either alphabet, and those that the source defines. */
#include "bodies.h"

/* U.S.S.R., N. K. V. D.: one past the last letter, or i. */
static size_t pointed(const scan *s, size_t i, kt_buf *joined)
{
	size_t to = i;

	kt_buf_clear(joined);
	while (free_capital(s, to) && has(s, to, KT_TOKEN_LETTER) && has(s, to, KT_TOKEN_POINT) &&
		(to == i || gap_before(s, to) == GAP_POINT))
		kt_buf_add(joined, form_at(s, to++));
	/* the last may have lost its point to the end of the sentence's mark */
	return to - i >= 2 ? to : i;
}

static int32_t row_of_acronym(const name_index *x, kt_str folded)
{
	name_keys keys;

	acronym_keys_of(&keys, folded);
	for (size_t i = 0; i < keys.count; i++) {
		const uint32_t *head = keymap_get(&x->acronyms, kt_str_of(keys.at[i]));

		if (head)
			return (int32_t)x->starts[*head].row;
	}
	return NONE;
}

size_t acronym_at(const scan *s, size_t i)
{
	kt_name_tagger *t = s->t;
	const uint32_t *defined;
	size_t to = i + 1;
	int32_t row;

	if (has(s, i, KT_TOKEN_LETTER)) {
		to = pointed(s, i, &t->room2);
		if (to < i + 3)
			return 0;
		row = row_of_acronym(&t->index, kt_buf_str(&t->room2));
		if (row == NONE)
			return 0;
		keep_body(s, i, to, row, 0, "acronym");
		return to - i;
	}
	defined = kt_map_count(t->defined) ? kt_map_get(t->defined, form_at(s, i)) : NULL;
	if (defined) {
		if (*defined >= LOCAL)
			keep_body(s, i, to, NONE, *defined - LOCAL, "acronym defined here");
		else
			keep_body(s, i, to, (int32_t)*defined, 0, "acronym defined here");
		return 1;
	}
	if (!has(s, i, KT_TOKEN_UPPER) || class_at(s, i)->letters < 3 ||
		name_class_at(s, i)->acronym == NONE)
		return 0;
	/* a word of a heading in capitals is no acronym */
	if ((i && has(s, i - 1, KT_TOKEN_UPPER) && class_at(s, i - 1)->letters > 5) ||
		(to < s->count && has(s, to, KT_TOKEN_UPPER) && class_at(s, to)->letters > 5))
		return 0;
	keep_body(s, i, to, (int32_t)t->index.starts[class_at(s, i)->acronym].row, 0, "acronym");
	return 1;
}

/* Whether the first letters of tokens [from, to), small words left out or not, spell the acronym.
 */
static int spells(const scan *s, size_t from, size_t to, kt_str acronym)
{
	size_t at = 0;

	for (size_t i = from; i < to; i++) {
		kt_str form = form_at(s, i);
		size_t a = 0, b = at;
		uint32_t cp = kt_utf8_next(form, &a), want = kt_utf8_next(acronym, &b);

		if (cp == want) {
			at = b;
			continue;
		}
		if (!lexical(s, i, W_FUNCTION) && !is(s, i, "the") &&
			!(s->at[i].flags & KT_TOKEN_HYPHEN))
			return 0;
	}
	/* SRs, RSDLP(b) */
	return at == acronym.len || kt_str_is(kt_str_sub(acronym, at, acronym.len), "s");
}

/* Whether the body of a row has a name whose words begin as those from `from` on do, or as long a
 * one: another of its names then; not the rebels' Временный революционный комитет (ВРК). */
static int may_mean(const scan *s, int32_t row, size_t from, size_t count)
{
	const name_index *x = &s->t->index;
	const bearer_row *r = &x->authority->rows[row];
	int told = 0;

	for (size_t i = 0; i < r->name_count; i++) {
		const bearer_name *n = &r->names[i];

		if (n->count < 2 || n->count > count + 2 || n->script != class_at(s, from)->script)
			continue;
		told = 1;
		if (x->word_stems[n->words[0]] == class_at(s, from)->stem &&
			class_at(s, from)->stem != NONE)
			return 1;
	}
	return !told;
}

/* Joint Anti-Fascist Committee (JAC): from here on, and before, the letters are the body's. */
void find_definitions(scan *s)
{
	kt_name_tagger *t = s->t;

	for (size_t i = 2; i < s->count; i++) {
		size_t tokens[NAME_TOKENS], count = 0, from, end = token_end(s, i);
		uint32_t value;
		int32_t row;

		if (!has(s, i, KT_TOKEN_CAPITAL) || s->at[i].length < 2 || s->at[i].length > 16 ||
			!(s->at[i].flags & KT_TOKEN_UPPER ||
				kt_str_ends(form_at(s, i), KT_STR("s"))) ||
			end >= s->text.len || s->text.ptr[end] != ')' ||
			gap_before(s, i) != GAP_OPEN)
			continue;
		for (from = i; from && i - from < 10 &&
			       (from == i || gap_before(s, from) <= GAP_HYPHEN ||
				       has(s, from - 1, KT_TOKEN_POSSESSIVE));
			from--)
			if (from < i && has(s, from, KT_TOKEN_CAPITAL) &&
				spells(s, from, i, form_at(s, i)))
				break;
		if (from == i || !has(s, from, KT_TOKEN_CAPITAL) || i - from < 2 ||
			!spells(s, from, i, form_at(s, i)))
			continue;
		row = row_of_acronym(&t->index, form_at(s, i));
		if (row != NONE && s->at[i].flags & KT_TOKEN_UPPER &&
			may_mean(s, row, from, i - from))
			continue; /* known by the tables */
		for (size_t k = from; k < i && count < NAME_TOKENS; k++)
			tokens[count++] = k;
		row = row_of_tokens(s, tokens, count);
		value = row == NONE ? LOCAL + local_body_of(s, tokens, count) : (uint32_t)row;
		if (!kt_map_put(t->defined, form_at(s, i), value, NULL))
			t->failed = 1;
	}
}
