/* years_range.c - two expressions that make one: from 1924 to 1929, 1920s-30s; and open ones. */
#include "years.h"

/* The token before f, articles and the like left out. */
static uint32_t before_words(const scan *s, uint32_t k)
{
	for (int n = 0; n < 3 && k && is_space(year_gap(s, k)); n++, k--)
		if (sub_at(s, k - 1, R_LINK) < link_in &&
			sub_at(s, k - 1, R_UNIT_OF_TIME) != unit_year &&
			!is_role(s, k - 1, R_ABOUT | R_PART))
			break;
	return k;
}

/* How two neighbours are linked: by a dash, or by "to" behind "from", "and" behind "between". */
static int are_linked(const scan *s, const found *a, const found *b, uint32_t *from)
{
	uint32_t k = before_words(s, b->first), lead = before_words(s, a->first);
	unsigned gap = year_gap(s, b->first);
	int link, opener = lead ? sub_at(s, lead - 1, R_LINK) : 0;

	*from = a->first;
	if (b->first == a->last + 1 && gap == G_DASH &&
		!((a->shape | b->shape) & ~(uint32_t)SHAPE_YEAR))
		return 0; /* 1789-1848-1905: each for itself */
	if (b->first == a->last + 1)
		return gap & G_DASH && only(gap, G_DASH | G_BLANK | G_POINT | G_APOSTROPHE);
	if (k != a->last + 2 || !is_space(year_gap(s, k)))
		return 0;
	gap = year_gap(s, k - 1);
	if (!only(gap, G_BLANK | G_POINT | G_COMMA) || (gap & G_COMMA && !opener))
		return 0;
	link = sub_at(s, k - 1, R_LINK);
	if (link == link_to && opener == link_from && lead) {
		*from = lead - 1;
		return 1;
	}
	if (link == link_and && opener == link_between) {
		*from = lead - 1;
		return 1;
	}
	/* "до" alone is "before"; "to" and "through" tell a range of themselves */
	return link == link_to && s->token[k - 1].flags & KT_TOKEN_LATIN &&
	       !is_role(s, k - 1, R_OPEN);
}

/* A month without a year takes it from what it runs to or from: from December to March 1921, from
 * April 1917 to July. */
static void date_each_other(found *a, found *b)
{
	if (a->shape & SHAPE_PENDING)
		a->to = a->from = b->from - (a->month > b->month);
	else if (b->shape & SHAPE_PENDING)
		b->to = b->from = a->to + (b->month < a->month);
	a->shape &= ~(uint32_t)SHAPE_PENDING;
	b->shape &= ~(uint32_t)SHAPE_PENDING;
}

static int may_join(const found *a, const found *b)
{
	static const uint32_t no_date = SHAPE_GONE | SHAPE_ERA | SHAPE_OPEN | SHAPE_RELATIVE;

	if ((a->shape | b->shape) & no_date || (a->shape & b->shape & SHAPE_PENDING))
		return 0;
	if ((a->shape | b->shape) & SHAPE_PENDING)
		return a->month && b->month && !((a->shape | b->shape) & SHAPE_RANGE);
	return a->from <= b->from && a->to <= b->to && b->to - a->from < 400;
}

void year_join_ranges(scan *s)
{
	kt_year_tagger *t = s->tagger;
	found *a = NULL;

	for (size_t i = 0; i < t->count; i++) {
		found *b = &t->found[i];
		uint32_t from;

		if (b->shape & SHAPE_GONE)
			continue;
		if (a && may_join(a, b) && are_linked(s, a, b, &from)) {
			date_each_other(a, b);
			a->to = b->to;
			a->last = b->last;
			a->end = b->end;
			a->first = from;
			a->start = s->token[from].offset;
			a->shape |= b->shape | (a->to > a->from ? SHAPE_RANGE : 0);
			a->approximate |= b->approximate;
			b->shape |= SHAPE_GONE;
			continue;
		}
		a = b;
	}
}

/* ---- open ------------------------------------------------------------------------------------ */

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
	uint32_t k = before_words(s, f->first);

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

		if (!is_opened(&f) || compound(s, &t->found[i]))
			continue;
		word = opener_of(s, &f);
		how = is_role(s, word, R_OPEN) ? sub_at(s, word, R_OPEN) : open_since;
		if (word < s->count && word && is_word(s, word - 1, "not"))
			continue; /* not until 1937 */
		if (word < s->count && how == open_since)
			push_open(s, word, f.from, KT_YEAR_OPEN_TO);
		else if (word < s->count)
			push_open(s, word, KT_YEAR_OPEN_FROM, f.to);
		word = onwards(s, &f);
		if (word < s->count)
			push_open(s, word, f.from, KT_YEAR_OPEN_TO);
	}
}
