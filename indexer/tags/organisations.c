/* organisations.c - bodies where they stand: those of the tables, what a head word tells, acronyms;
 * two that share a head. */
#include "bodies.h"

/* A name of one word that is a word too: Solidarity, Centre. */
static int only_a_word(const scan *s, size_t i)
{
	const word_class *c = class_at(s, i);

	if (!has(s, i, KT_TOKEN_CAPITAL))
		return 0;
	if (!(c->epoch == s->t->epoch && c->lower) &&
		!(c->v.flags & (W_ORG_WORD | W_COMMON | W_HEAD | W_THING | W_FUNCTION)))
		return 0;
	if (has(s, i, KT_TOKEN_UPPER) && c->letters > 2)
		return 0;
	return starts_sentence(s, i) ||
	       (i && has(s, i - 1, KT_TOKEN_CAPITAL) && gap_before(s, i) == GAP_SPACE &&
		       (!is(s, i - 1, "the") || lexical(s, i, W_ORG_WORD | W_COMMON))) ||
	       (i + 1 < s->count && has(s, i + 1, KT_TOKEN_CAPITAL) &&
		       gap_before(s, i + 1) == GAP_SPACE);
}

/* ---- coordination ---- */

static int ordinal(const scan *s, size_t i)
{
	static const char *const words[] = { "first", "second", "third", "fourth", "fifth", "sixth",
		"seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", NULL };

	return one_of(form_at(s, i), words);
}

/* Petrograd and Moscow Soviets, First and Second Duma: before the body at [from, to), another that
 * shares its head. */
static void coordinated(const scan *s, size_t from, size_t to)
{
	size_t first = from, tokens[NAME_TOKENS], count = 0;
	int32_t row;

	if (from < 2 || to < from + 2 ||
		(!kt_str_ends(form_at(s, to - 1), KT_STR("s")) &&
			!(ordinal(s, from) && ordinal(s, from - 2))) ||
		!(is(s, from - 1, "and") || is(s, from - 1, "or")) ||
		gap_before(s, from) != GAP_SPACE || gap_before(s, from - 1) != GAP_SPACE)
		return;
	first = from - 2;
	if (!free_capital(s, first) || lexical(s, first, W_TITLE) ||
		has(s, first, KT_TOKEN_POSSESSIVE))
		return;
	tokens[count++] = first;
	tokens[count++] = to - 1;
	row = row_of_tokens(s, tokens, count);
	keep_body(s, first, to, row, row == NONE ? local_body_of(s, tokens, count) : 0,
		"coordinated");
}

void find_organisations(scan *s)
{
	for (size_t i = 0; i < s->count;) {
		size_t length = 0;
		int32_t row;

		if (!s->t->taken[i])
			length = match_phrase(s, i, KT_MENTION_ORGANISATION, &row);
		if (length == 1 && only_a_word(s, i))
			length = 0;
		if (has(s, i, KT_TOKEN_CAPITAL) && !s->t->taken[i]) {
			size_t longer = length > 1 || (length && has(s, i, KT_TOKEN_UPPER))
						? 0
						: head_at(s, i);

			if (longer > length) {
				coordinated(s, i, i + longer);
				i += longer;
				continue;
			}
			if (!length) {
				length = acronym_at(s, i);
				if (length) {
					i += length;
					continue;
				}
			}
		}
		if (length) {
			keep_body(s, i, i + length, row, 0,
				length == 1 && has(s, i, KT_TOKEN_UPPER) ? "acronym" : "name");
			coordinated(s, i, i + length);
		}
		i += length ? length : 1;
	}
}
