/* heads.c - names that a head word (Committee, комитет) tells to be a body's. */
#include "bodies.h"

static int modifier_gap(const scan *s, size_t i)
{
	gap g = gap_before(s, i);

	if (g == GAP_SPACE || g == GAP_HYPHEN)
		return 1;
	/* People's Commissariat, Workers' Council */
	return s->at[i - 1].flags & KT_TOKEN_POSSESSIVE &&
	       s->at[i].offset - token_end(s, i - 1) <= 5;
}

static int may_modify(const scan *s, size_t i)
{
	uint32_t flags = class_at(s, i)->v.flags;

	if (!free_capital(s, i) || has(s, i, KT_TOKEN_NUMBER))
		return 0;
	if (flags & (W_TITLE | W_MONARCH) && !(flags & (W_HEAD | W_ORG_WORD)))
		return 0;
	return !(flags & W_NEVER) || flags & (W_ORG_WORD | W_NATION | W_HEAD | W_PLACE) ||
	       !starts_sentence(s, i);
}

/* A bearer's surname to the letter. */
static int is_surname(const scan *s, size_t i)
{
	const word_class *c = name_class_at(s, i);

	return c->readings && s->t->readings[c->reading].how <= HOW_OBLIQUE;
}

/* "Congress of February 1956", "the International for Stalin", "Unions of Vladimir Klebanov": when
 * it was, or whose, is no part of the name. */
static int no_complement(const scan *s, size_t i)
{
	static const char *const months[] = { "january", "february", "march", "april", "may",
		"june", "july", "august", "september", "october", "november", "december", NULL };

	return one_of(form_at(s, i), months) ||
	       (!lexical(s, i, W_PLACE | W_NATION | W_HEAD | W_ORG_WORD | W_NEVER) &&
		       (class_at(s, i)->v.exact || is_surname(s, i)));
}

/* "of the Soviet Union", "of Trade and Industry" behind a head word: one past it, or at. */
static size_t over_complement(const scan *s, size_t at)
{
	size_t to = at;

	if (at + 1 >= s->count || gap_before(s, at) != GAP_SPACE ||
		!(is(s, at, "of") || is(s, at, "for") || is(s, at, "on")))
		return at;
	to = at + 1;
	if (is(s, to, "the") && gap_before(s, to) == GAP_SPACE)
		to++;
	if (!free_capital(s, to) || gap_before(s, to) != GAP_SPACE || has(s, to, KT_TOKEN_LETTER) ||
		no_complement(s, to) || lexical(s, to, W_TITLE | W_MONARCH) ||
		name_class_at(s, to)->acronym != NONE || has(s, to, KT_TOKEN_NUMBER))
		return at;
	while (to < s->count) {
		while (free_capital(s, to) && to - at < 8 && modifier_gap(s, to))
			to++;
		if ((is(s, to, "and") || is(s, to, "of")) && gap_before(s, to) == GAP_SPACE &&
			free_capital(s, to + 1) && gap_before(s, to + 1) == GAP_SPACE &&
			to - at < 7 && !lexical(s, to + 1, W_PLACE | W_TITLE) &&
			!is_surname(s, to + 1))
			to++;
		else
			break;
	}
	return to;
}

/* His Inner Circle, On Party Unity: no word of a name, though in a title it has a capital. */
static int small_word(const scan *s, size_t i)
{
	static const char *const words[] = { "his", "her", "its", "their", "our", "my", "your",
		"this", "that", "these", "those", "on", "in", "at", "from", "to", "by", "with", "a",
		"an", NULL };

	return one_of(form_at(s, i), words);
}

/* Early Soviet State, Party Unity: these two go before other words as adjectives do. */
static int as_adjective(const scan *s, size_t i)
{
	return (is(s, i, "soviet") || is(s, i, "party")) && i + 1 < s->count &&
	       has(s, i + 1, KT_TOKEN_CAPITAL) && gap_before(s, i + 1) == GAP_SPACE &&
	       !lexical(s, i + 1, W_TITLE | W_ROLE);
}

/* the Old Guard, the Arctic Circle: a head word that heads no body. */
static int no_body(const scan *s, size_t i, size_t head)
{
	static const char *const before_circle[] = { "arctic", "antarctic", "polar", "inner",
		"ruling", NULL };

	if (head != i + 2 && !(head > i + 1 && is(s, head - 1, "circle")))
		return 0;
	if (is(s, head - 1, "circle"))
		return one_of(form_at(s, head - 2), before_circle);
	if (is(s, head - 1, "guard"))
		return is(s, i, "old") || is(s, i, "young");
	if (is(s, head - 1, "society"))
		return lexical(s, i, W_NATION) != 0;
	return is(s, head - 1, "union") && is(s, i, "soviet"); /* a state */
}

static size_t latin_head(const scan *s, size_t i)
{
	size_t at = i, head = 0;

	if (!may_modify(s, i) || small_word(s, i))
		return 0;
	while (at < s->count && at < i + 7 && (at == i || modifier_gap(s, at)) &&
		may_modify(s, at)) {
		if (lexical(s, at, W_HEAD) && !as_adjective(s, at))
			head = at + 1;
		if (has(s, at, KT_TOKEN_POSSESSIVE) && !kt_str_ends(form_at(s, at), KT_STR("s")) &&
			!is(s, at, "people") && !is(s, at, "women") && !is(s, at, "children"))
			return 0; /* Stalin's Party */
		at++;
	}
	if (no_body(s, i, head))
		return 0;
	/* an opposition is named after a place, a person or where it stands */
	if (head > i + 1 && kt_str_starts(form_at(s, head - 1), KT_STR("opposition")) &&
		!lexical(s, head - 2, W_NATION | W_PLACE | W_ORG_WORD) &&
		name_class_at(s, head - 2)->bearer == NONE)
		return 0;
	if (!head || has(s, head - 1, KT_TOKEN_POSSESSIVE))
		return head > i + 1 ? head - i : 0;
	at = over_complement(s, head);
	return head > i + 1 || at > head ? at - i : 0;
}

static int genitive(const scan *s, size_t i)
{
	static const char *const endings[] = { "ого", "его", "ой", "ей", "ых", "их", "ов", "ев",
		"ий", "ы", "и", "а", "я" };
	kt_str form = form_at(s, i);

	if (has(s, i, KT_TOKEN_NUMBER) || class_at(s, i)->letters < 4 ||
		lexical(s, i, W_NEVER | W_SPEECH | W_FUNCTION) || s->t->taken[i])
		return 0;
	for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
		if (kt_str_ends(form, kt_str_of(endings[k])))
			return 1;
	return 0;
}

static int adjective(const scan *s, size_t i)
{
	static const char *const endings[] = { "ий", "ый", "ой", "ая", "ое", "ее", "ого", "его",
		"ому", "ему", "им", "ым", "ом", "ем", "ую", "ой", "ей", "ие", "ые", "их", "ых" };
	kt_str form = form_at(s, i);

	if (class_at(s, i)->letters < 6 || s->t->taken[i])
		return 0;
	for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
		if (kt_str_ends(form, kt_str_of(endings[k])))
			return 1;
	return 0;
}

/* Ленинградский обком; Министерство финансов. */
static size_t cyrillic_head(const scan *s, size_t i)
{
	size_t at = i;

	if (lexical(s, i, W_HEAD)) {
		if (starts_sentence(s, i))
			return 0;
		for (at++; at < s->count && at < i + 4 && gap_before(s, at) == GAP_SPACE &&
			   genitive(s, at) && !has(s, at, KT_TOKEN_CAPITAL);
			at++)
			;
		return at > i + 1 ? at - i : 0;
	}
	if (lexical(s, i, W_NEVER) && !lexical(s, i, W_ORG_WORD))
		return 0;
	while (at < s->count && at < i + 4 && adjective(s, at) &&
		(at == i || gap_before(s, at) == GAP_SPACE || gap_before(s, at) == GAP_HYPHEN))
		at++;
	if (at == i + 1 && kt_str_starts(form_at(s, i), KT_STR("советск")) && at < s->count &&
		kt_str_starts(form_at(s, at), KT_STR("союз")))
		return 0;
	if (at == i || at >= s->count || s->t->taken[at] || gap_before(s, at) != GAP_SPACE ||
		!lexical(s, at, W_HEAD))
		return 0;
	return at + 1 - i;
}

size_t head_at(const scan *s, size_t i)
{
	size_t length = class_at(s, i)->script == SCRIPT_CYRILLIC ? cyrillic_head(s, i)
			: class_at(s, i)->script == SCRIPT_LATIN  ? latin_head(s, i)
								  : 0;

	if (length)
		keep_local(s, i, i + length, "head word");
	return length;
}
