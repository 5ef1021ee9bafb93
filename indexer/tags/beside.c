/* beside.c - what the words beside a name say of it. */
#include "people.h"

#include <string.h>

static int digit_follows(const scan *s, size_t i)
{
	return i < s->count && has(s, i, KT_TOKEN_NUMBER);
}

/* (Fürst, 369)  (Service, Trotsky, 441)  Viola 1996, 12 */
int cited(const scan *s, size_t from, size_t to)
{
	int opened = from > 0 ? kt_str_ends(kt_str_sub(s->text, token_end(s, from - 1),
						    s->at[from].offset),
					KT_STR("("))
			      : kt_str_starts(s->text, KT_STR("("));
	size_t end = to;

	if (!opened && (s->passage->kind != KT_KIND_FOOTNOTE && s->passage->kind != KT_KIND_NOTE))
		return 0;
	if (!opened && from)
		return 0;
	if (to < s->count && gap_before(s, to) != GAP_COMMA &&
		(!opened || gap_before(s, to) != GAP_SPACE))
		return 0;
	while (end < s->count && end < to + 10 && !digit_follows(s, end) &&
		gap_before(s, end) <= GAP_COMMA) {
		if (has(s, end, KT_TOKEN_UPPER) && class_at(s, end)->letters < 4)
			return 0; /* (Amherst, NY, 1994) */
		end++;
	}
	return end < s->count && digit_follows(s, end) &&
	       (end > to || gap_before(s, to) == GAP_COMMA || (s->at[end].length == 4));
}

/* ". Bloomington, 2007", "(Princeton, 1978", ". Durham, N.C., 1991": where a book came out, at the
 * end of an item of a list of literature. */
int place_of_publication(const scan *s, size_t from, size_t to)
{
	kt_str before;

	if (!from || to >= s->count || s->at[to].length != 4 || !has(s, to, KT_TOKEN_NUMBER) ||
		gap_before(s, to) == GAP_SPACE || has(s, from - 1, KT_TOKEN_LETTER))
		return 0;
	if (s->passage->kind != KT_KIND_BIBLIOGRAPHY && s->passage->kind != KT_KIND_LIST &&
		s->passage->kind != KT_KIND_NOTE && s->passage->kind != KT_KIND_FOOTNOTE)
		return 0;
	before = kt_str_sub(s->text, token_end(s, from - 1), s->at[from].offset);
	if (!memchr(before.ptr, '.', before.len) || memchr(before.ptr, '(', before.len))
		return 0;
	return kt_str_starts(
		       kt_str_sub(s->text, token_end(s, to - 1), s->text.len), KT_STR(", ")) ||
	       kt_str_starts(kt_str_sub(s->text, token_end(s, to - 1), s->text.len), KT_STR("., "));
}

/* told X, informed X: what follows is a person. */
static int told(const scan *s, size_t i)
{
	static const char *const words[] = { "told", "asked", "informed", "reminded", "assured",
		"urged", "warned", "advised", "thanked", "quoted", "invited", "accused", "arrested",
		"met", "criticised", "criticized", "denounced", "expelled", "replaced", "appointed",
		"executed", "supported", "opposed", "dear", "persuaded", "attacked", "answered",
		"tell", "ask", "inform", "remind", "assure", "thank", "persuade", "instruct",
		"instructed", "notify", "notified", "interviewed", "succeeded", "nominated" };

	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (kt_str_is(form_at(s, i), words[k]))
			return 1;
	return 0;
}

static int one_of(kt_str form, const char *const *words)
{
	for (; *words; words++)
		if (kt_str_is(form, *words))
			return 1;
	return 0;
}

/* What the word before says; far more than one such word is wanted where it says little. */
static int before_says(const scan *s, size_t from)
{
	static const char *const companions[] = { "with", "by", "between", "against", "behind",
		NULL };
	static const char *const ways[] = { "from", "to", "for", "of", "от", "к", NULL };
	static const char *const places[] = { "in", "near", "at", "outside", "around", "throughout",
		"across", "into", "в", "во", "на", "под", "из", NULL };
	static const char *const articles[] = { "the", "a", "an", "this", "these", NULL };
	kt_str form = form_at(s, from - 1);

	if (gap_before(s, from) != GAP_SPACE ||
		(has(s, from - 1, KT_TOKEN_CAPITAL) && !starts_sentence(s, from - 1)))
		return 0;
	if (told(s, from - 1))
		return 5;
	if (lexical(s, from - 1, W_SPEECH) && class_at(s, from - 1)->script == SCRIPT_CYRILLIC)
		return 5;
	if (kt_str_is(form, "by") && from > 1 &&
		(kt_str_ends(form_at(s, from - 2), KT_STR("ed")) ||
			kt_str_is(form_at(s, from - 2), "written")))
		return 5;
	return one_of(form, companions) ? 2
	       : one_of(form, ways)	? 1
	       : one_of(form, places)	? -6
	       : one_of(form, articles) ? -5
					: 0;
}

/* X had, X would: people do, but so do governments. */
static int acts(const scan *s, size_t to)
{
	static const char *const words[] = { "has", "had", "was", "is", "would", "will", "could",
		"should", "did", "does", "must", "himself", "herself", "who", "wants", "wanted",
		"also", NULL };

	return to < s->count && !has(s, to, KT_TOKEN_CAPITAL) &&
	       (gap_before(s, to) == GAP_SPACE || gap_before(s, to) == GAP_COMMA) &&
	       one_of(form_at(s, to), words);
}

/* X recommended, X transmitted. */
static int acted(const scan *s, size_t from, size_t to)
{
	return to < s->count && gap_before(s, to) == GAP_SPACE && !has(s, to, KT_TOKEN_CAPITAL) &&
	       class_at(s, to)->letters > 4 && kt_str_ends(form_at(s, to), KT_STR("ed")) &&
	       !has(s, to - 1, KT_TOKEN_POSSESSIVE) &&
	       !(from && lexical(s, from - 1, W_FUNCTION | W_NEVER) && !starts_sentence(s, from));
}

static kt_str text_after(const scan *s, size_t to)
{
	return kt_str_sub(s->text, token_end(s, to - 1), s->text.len);
}

/* Representative at the United Nations (Lodge): one word in brackets that a title goes before. */
int holder_of_title(const scan *s, size_t from, size_t to)
{
	if (!from || gap_before(s, from) != GAP_OPEN ||
		!kt_str_starts(text_after(s, to), KT_STR(")")))
		return 0;
	for (size_t i = from; i && from - i < 9; i--)
		if (lexical(s, i - 1, W_TITLE) && has(s, i - 1, KT_TOKEN_CAPITAL))
			return 1;
	return 0;
}

/* Critics said: a plural at the head of a sentence, seen but once. */
static int critics(const scan *s, size_t from)
{
	return starts_sentence(s, from) && class_at(s, from)->capital < 2 &&
	       kt_str_ends(form_at(s, from), KT_STR("s"));
}

/* A line of one word: who signed. */
static int signature(const scan *s, size_t from, size_t to)
{
	size_t begins = s->at[from].offset, end = token_end(s, to - 1);

	return s->passage->kind == KT_KIND_PARAGRAPH && to == from + 1 &&
	       (!begins || s->text.ptr[begins - 1] == '\n') &&
	       (end < s->text.len && s->text.ptr[end] == '\n');
}

/* "For Bunker from the Secretary.", "From Vance.": the address of a telegram. */
static int addressed(const scan *s, size_t from, size_t to)
{
	kt_str form = from ? form_at(s, from - 1) : (kt_str) { NULL, 0 };
	kt_str after = text_after(s, to);

	if (!from || gap_before(s, from) != GAP_SPACE)
		return 0;
	if (kt_str_is(form, "for"))
		return to < s->count && kt_str_is(form_at(s, to), "from");
	return kt_str_is(form, "from") && has(s, from - 1, KT_TOKEN_CAPITAL) &&
	       starts_sentence(s, from - 1) && kt_str_starts(after, KT_STR("."));
}

/* What stands beside a single word with a capital: 5 and more says that it is a person, less than
 * nothing that it is none. */
int speaks_for_person(const scan *s, size_t from, size_t to)
{
	int score = from ? before_says(s, from) : 0;

	if (cited(s, from, to) || holder_of_title(s, from, to) || signature(s, from, to) ||
		addressed(s, from, to))
		return 5;
	if (to < s->count && gap_before(s, to) == GAP_SPACE && lexical(s, to, W_SPEECH) &&
		!has(s, to, KT_TOKEN_CAPITAL))
		return critics(s, from) ? 3 : 5;
	if (!from && kt_str_starts(text_after(s, to), KT_STR(": ")))
		score += 4; /* who speaks in a record */
	if (to == s->count && !from && s->passage->kind != KT_KIND_HEADING)
		score += 4; /* a signature */
	if (speaks_for_word(s, from, to))
		score -= 3;
	if (has(s, to - 1, KT_TOKEN_POSSESSIVE) || acts(s, to))
		score++;
	if (acted(s, from, to))
		score += 3;
	return score;
}

/* A name in so many capitals may stand once without, by a slip. */
enum { SLIPS_OF_CASE = 6 };

/* Whether a surname is something else too: 1 a word of this text, 2 a forename or a word of others,
 * 3 a place. */
int common_word(const scan *s, size_t i)
{
	const word_class *c = class_at(s, i);

	if (c->v.flags & W_PLACE)
		return 3;
	if (c->v.flags & ~(uint32_t)(W_CITY | W_EASTERN | W_GIVEN_LAST | W_PARTICLE | W_COMMON) ||
		(c->epoch == s->t->epoch && c->lower * SLIPS_OF_CASE > c->capital))
		return 1;
	return c->v.groups || c->v.flags & W_COMMON ? 2 : 0;
}

/* If Bunker, When Vance, Dear Harold: a small word whose capital is the sentence's. */
static int opens_sentence(const scan *s, size_t i)
{
	static const char *const words[] = { "if", "when", "while", "but", "and", "as", "for",
		"from", "with", "by", "to", "since", "although", "though", "because", "that",
		"what", "did", "does", "is", "was", "had", "has", "will", "would", "should",
		"could", "can", "so", "then", "thus", "yet", "before", "after", "until", "unless",
		"whether", "where", "how", "why", "both", "only", "even", "now", "later",
		"meanwhile", "perhaps", "like", "unlike", "following", "according", "of", "about",
		"against", "between", "without", "не", "и", "но", "а", "если", "когда", "хотя",
		"что", "как", "для", "от", "у", "с", "по", "при", "после", "до", "тогда", "однако",
		"поэтому", "затем", NULL };

	return starts_sentence(s, i) && (one_of(form_at(s, i), words) || told(s, i));
}

/* the Service, Secret Service, Service Department: not the man of that name. */
int speaks_for_word(const scan *s, size_t from, size_t to)
{
	if (from && gap_before(s, from) == GAP_SPACE &&
		(has(s, from - 1, KT_TOKEN_CAPITAL) || kt_str_is(form_at(s, from - 1), "the") ||
			kt_str_is(form_at(s, from - 1), "a")) &&
		!lexical(s, from - 1, W_TITLE) && !opens_sentence(s, from - 1))
		return 1;
	return to < s->count && has(s, to, KT_TOKEN_CAPITAL) && gap_before(s, to) == GAP_SPACE &&
	       !has(s, to - 1, KT_TOKEN_POSSESSIVE);
}

/* "in Gorky", "в Кирове": the town. */
int city_here(const scan *s, size_t from, size_t to)
{
	return lexical(s, to - 1, W_CITY) && from && lexical(s, from - 1, W_IN) &&
	       gap_before(s, from) == GAP_SPACE && !has(s, to - 1, KT_TOKEN_POSSESSIVE);
}
