/* years_open.c - the stretches that since, until and the like open from a year. */
#include "years.h"

static int is_word(const scan *s, uint32_t i, const char *word)
{
	return i < s->count &&
	       kt_str_is(kt_words_form(s->tagger->lexicon.of, s->token[i].form), word);
}

/* с 1953 г.; "с 1913 годом" is "with", "с 2 по 17 марта" a range of days. */
static int is_since(const scan *s, uint32_t k, const found *f)
{
	for (uint32_t j = f->first; j <= f->last; j++)
		if (sub_at(s, j, R_LINK) == link_to)
			return 0;
	return sub_at(s, k, R_LINK) == link_from && s->token[k].flags & KT_TOKEN_CYRILLIC &&
	       s->token[k].length <= 4 && !is_word(s, k, "от") && !is_word(s, f->last, "годом") &&
	       !is_word(s, f->last, "годами");
}

/* The token that opens the range at f (since, until), or the number of tokens: none. */
static uint32_t opener_of(const scan *s, const found *f)
{
	uint32_t k = year_before_words(s, f->first);

	if (!k || !is_space(year_gap(s, k)))
		return s->count;
	k--;
	if (is_role(s, k, R_OPEN) && sub_at(s, k, R_OPEN) != open_onwards)
		return k;
	return is_since(s, k, f) ? k : s->count;
}

/* 1953 onwards, from 1953 on. */
static uint32_t onwards(const scan *s, const found *f)
{
	uint32_t j = f->last + 1;

	if (j >= s->count || !is_space(year_gap(s, j)))
		return s->count;
	if (sub_at(s, j, R_OPEN) == open_onwards)
		return j;
	if (is_word(s, j, "on") && f->first && sub_at(s, f->first - 1, R_LINK) == link_from &&
		!year_before_noun(s, j + 1) && !is_role(s, j + 1, R_DETERMINER))
		return j;
	return s->count;
}

/* post-1953, pre-1917: the word with the year is one expression. */
static int compound(const scan *s, found *f)
{
	int post;

	if (!f->first || year_gap(s, f->first) != G_DASH || f->shape & SHAPE_PART)
		return 0;
	post = is_word(s, f->first - 1, "post") || is_word(s, f->first - 1, "после");
	if (!post && !is_word(s, f->first - 1, "pre"))
		return 0;
	f->first--;
	f->start = s->token[f->first].offset;
	if (post)
		f->to = KT_YEAR_OPEN_TO;
	else
		f->from = KT_YEAR_OPEN_FROM;
	return 1;
}

enum { SENTENCE_MAX = 80 }; /* tokens looked through */

/* just before, two years after: no stretch of time. */
static int is_close_by(const scan *s, uint32_t word)
{
	static const char *const words[] = { "just", "shortly", "soon", "immediately", "not",
		"right", "незадолго", "сразу", "вскоре" };

	if (!word || !is_space(year_gap(s, word)))
		return 0;
	for (size_t n = 0; n < sizeof words / sizeof *words; n++)
		if (is_word(s, word - 1, words[n]))
			return 1;
	return is_role(s, word - 1, R_UNIT_OF_TIME);
}

/* before the 1937 arrest: it is the arrest that something is before. */
static int is_attribute(const scan *s, const found *f)
{
	uint32_t next = f->last + 1;

	return f->first && sub_at(s, f->first - 1, R_LINK) == link_article &&
	       is_space(year_gap(s, next)) && next < s->count && !(f->shape & SHAPE_DECADE) &&
	       (year_before_noun(s, next) || s->token[next].flags & KT_TOKEN_CAPITAL);
}

/* Whether tokens a and b stand in one sentence, as far as points and capitals tell. */
static int in_one_sentence(const scan *s, uint32_t a, uint32_t b)
{
	if (b - a > SENTENCE_MAX)
		return 0;
	for (uint32_t i = a + 1; i <= b; i++)
		if (year_gap(s, i) & (G_POINT | G_QUESTION | G_BAR) &&
			s->token[i].flags & KT_TOKEN_CAPITAL &&
			!(s->token[i - 1].flags & KT_TOKEN_LETTER))
			return 0;
	return 1;
}

static int closes(const found *g)
{
	return g->shape & SHAPE_YEAR && g->type == KT_YEAR_EVENT && !g->inferred &&
	       !(g->shape & (SHAPE_GONE | SHAPE_PENDING | SHAPE_OPEN));
}

/* since the mid-1920s, he said in 1937: the same sentence tells how far the stretch goes. */
static int last_year_of(const scan *s, const found *f, const found *end)
{
	for (const found *g = f + 1; g < end && in_one_sentence(s, f->last, g->first); g++)
		if (closes(g) && g->to >= f->from)
			return g->to;
	return KT_YEAR_OPEN_TO;
}

static int first_year_of(const scan *s, const found *f, const found *begin)
{
	for (const found *g = f; g-- > begin && in_one_sentence(s, g->last, f->first);)
		if (closes(g) && g->from <= f->to)
			return g->from;
	return KT_YEAR_OPEN_FROM;
}

static int is_opened(const found *f)
{
	return f->shape & (SHAPE_YEAR | SHAPE_DECADE | SHAPE_CENTURY) && !f->inferred &&
	       !(f->shape & (SHAPE_RANGE | SHAPE_GONE | SHAPE_PENDING | SHAPE_OPEN | SHAPE_ERA)) &&
	       f->type == KT_YEAR_EVENT;
}

/* The text speaks of the year that is printed, and, less so, of all that lies beyond it: that
 * stretch hangs on the word that opens it and is told as inferred, since no other year is printed.
 */
static void push_open(scan *s, uint32_t word, int from, int to)
{
	found *f = year_push(s, word, word, from, to, SHAPE_OPEN);

	if (f)
		f->inferred = 1;
}

void year_open_ranges(scan *s)
{
	kt_year_tagger *t = s->tagger;
	size_t count = t->count;

	for (size_t i = 0; i < count && !s->failed; i++) {
		found f = t->found[i];
		uint32_t word;
		int how;

		if (!is_opened(&f) || compound(s, &t->found[i]) || is_attribute(s, &f))
			continue;
		word = opener_of(s, &f);
		how = is_role(s, word, R_OPEN) ? sub_at(s, word, R_OPEN) : open_since;
		if (word < s->count && is_close_by(s, word))
			continue;
		if (word < s->count && how == open_since)
			push_open(s, word, f.from, last_year_of(s, &t->found[i], t->found + count));
		else if (word < s->count)
			push_open(s, word, first_year_of(s, &t->found[i], t->found), f.to);
		word = onwards(s, &f);
		if (word < s->count)
			push_open(s, word, f.from, KT_YEAR_OPEN_TO);
	}
}
