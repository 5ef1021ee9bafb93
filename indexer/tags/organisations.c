/* organisations.c - bodies: those of the tables, acronyms in either alphabet, names that a head
 * word (Committee, комитет) tells to be a body's. */
#include "tagger.h"

#include <string.h>

enum {
	LOCAL = 1 << 24, /* in the map of what the source defines: a body of its own */
	NAME_TOKENS = 12
};

static kt_str form_at(const scan *s, size_t i)
{
	return kt_words_form(s->t->words, s->at[i].form);
}

static int is(const scan *s, size_t i, const char *word)
{
	return i < s->count && kt_str_is(form_at(s, i), word);
}

static int free_capital(const scan *s, size_t i)
{
	return i < s->count && !s->t->taken[i] && has(s, i, KT_TOKEN_CAPITAL);
}

/* VKP(b): the bracket that closes belongs to it. */
static size_t closed(const scan *s, size_t to, size_t end)
{
	return end < s->text.len && s->text.ptr[end] == ')' && to > 1 && s->at[to - 1].offset &&
			       s->text.ptr[s->at[to - 1].offset - 1] == '(' &&
			       s->at[to - 1].offset == token_end(s, to - 2) + 1
		       ? end + 1
		       : end;
}

/* ---- bodies of the source ---- */

/* The class of a word: its number where the tables have it, else its stem. */
static void add_class(kt_buf *key, const scan *s, size_t i)
{
	name_index *x = &s->t->index;
	int32_t stem = class_at(s, i)->stem;

	if (stem == NONE) {
		name_index_stem(x, form_at(s, i));
		kt_buf_add(key, x->room.len ? kt_buf_str(&x->room) : form_at(s, i));
	} else {
		kt_buf_add(key, (kt_str) { (const char *)&stem, sizeof stem });
	}
	kt_buf_addc(key, ' ');
}

/* The number of a body that is in no table, by the classes of its words. */
static uint32_t local_body_of(const scan *s, const size_t *tokens, size_t count)
{
	kt_name_tagger *t = s->t;
	kt_buf key = KT_BUF_INIT, id = KT_BUF_INIT, name = KT_BUF_INIT;
	uint32_t *at;
	int added = 0;

	kt_buf_addc(&id, '?');
	for (size_t i = 0; i < count; i++) {
		kt_str form = form_at(s, tokens[i]);
		kt_str word = printed(s, tokens[i], tokens[i] + 1);

		if (is(s, tokens[i], "the") && i)
			continue;
		add_class(&key, s, tokens[i]);
		if (i) {
			kt_buf_addc(&id, '-');
			kt_buf_addc(&name, ' ');
		}
		slug_add(&id, form);
		kt_buf_add(&name, word);
		if (has(s, tokens[i], KT_TOKEN_POSSESSIVE))
			kt_buf_add(
				&name, kt_str_ends(word, KT_STR("s")) ? KT_STR("'") : KT_STR("'s"));
	}
	at = kt_map_put(t->defined, kt_buf_str(&key), LOCAL + (uint32_t)t->local_count, &added);
	if (at && added &&
		kt_grow((void **)&t->local, &t->local_size, t->local_count, sizeof *t->local)) {
		local_body *b = &t->local[t->local_count++];

		b->id = kt_arena_str(t->arena, kt_buf_str(&id));
		b->name = kt_arena_str(t->arena, kt_buf_str(&name));
		if (!b->id.ptr || !b->name.ptr)
			t->failed = 1;
	}
	if (!at || key.failed || id.failed || name.failed)
		t->failed = 1;
	kt_buf_release(&key);
	kt_buf_release(&id);
	kt_buf_release(&name);
	return at && *at >= LOCAL ? *at - LOCAL : 0;
}

static void keep(
	const scan *s, size_t from, size_t to, int32_t row, uint32_t local, const char *rule)
{
	kt_name_tagger *t = s->t;

	if (!kt_grow((void **)&t->bodies, &t->body_size, t->body_count, sizeof *t->bodies)) {
		t->failed = 1;
		return;
	}
	t->bodies[t->body_count++] = (body) { .passage = s->number,
		.start = s->at[from].offset,
		.end = (uint32_t)closed(s, to, token_end(s, to - 1)),
		.row = row,
		.local = local,
		.rule = rule,
		.tier = row == NONE ? KT_PROBABLE : KT_CERTAIN };
	memset(t->taken + from, 1, to - from);
}

/* Tokens [from, to) as a body that is in no table, unless just these words are. */
static void keep_local(const scan *s, size_t from, size_t to, const char *rule)
{
	size_t tokens[NAME_TOKENS], count = 0;
	int32_t row;

	for (size_t i = from; i < to && count < NAME_TOKENS; i++)
		tokens[count++] = i;
	row = row_of_tokens(s, tokens, count);
	keep(s, from, to, row, row == NONE ? local_body_of(s, tokens, count) : 0, rule);
}

/* ---- acronyms ---- */

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

static size_t acronym_at(const scan *s, size_t i)
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
		keep(s, i, to, row, 0, "acronym");
		return to - i;
	}
	defined = kt_map_count(t->defined) ? kt_map_get(t->defined, form_at(s, i)) : NULL;
	if (defined) {
		if (*defined >= LOCAL)
			keep(s, i, to, NONE, *defined - LOCAL, "acronym defined here");
		else
			keep(s, i, to, (int32_t)*defined, 0, "acronym defined here");
		return 1;
	}
	if (!has(s, i, KT_TOKEN_UPPER) || class_at(s, i)->letters < 3 ||
		name_class_at(s, i)->acronym == NONE)
		return 0;
	/* a word of a heading in capitals is no acronym */
	if ((i && has(s, i - 1, KT_TOKEN_UPPER) && class_at(s, i - 1)->letters > 5) ||
		(to < s->count && has(s, to, KT_TOKEN_UPPER) && class_at(s, to)->letters > 5))
		return 0;
	keep(s, i, to, (int32_t)t->index.starts[class_at(s, i)->acronym].row, 0, "acronym");
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

/* ---- names of the tables ---- */

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

/* ---- head words ---- */

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

static int one_of(kt_str form, const char *const *words)
{
	for (; *words; words++)
		if (kt_str_is(form, *words))
			return 1;
	return 0;
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

static size_t head_at(const scan *s, size_t i)
{
	size_t length = class_at(s, i)->script == SCRIPT_CYRILLIC ? cyrillic_head(s, i)
			: class_at(s, i)->script == SCRIPT_LATIN  ? latin_head(s, i)
								  : 0;

	if (length)
		keep_local(s, i, i + length, "head word");
	return length;
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
	keep(s, first, to, row, row == NONE ? local_body_of(s, tokens, count) : 0, "coordinated");
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
			keep(s, i, i + length, row, 0,
				length == 1 && has(s, i, KT_TOKEN_UPPER) ? "acronym" : "name");
			coordinated(s, i, i + length);
		}
		i += length ? length : 1;
	}
}
