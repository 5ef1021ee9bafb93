/* years_use.c - whether an era's name is used as a time, or only named.  Those who annotate times
 * in texts tell them from the names of events by what governs them (TimeML, Pustejovsky and others
 * 2003): "during the Civil War" tells when, "a history of the Civil War" does not.
 */
#include "years.h"

enum { MODIFIERS = 2 }; /* words between an article and the name: the long and bloody Civil War */

static uint32_t cue_at(const scan *s, uint32_t i)
{
	return i < s->count ? lex_at(s, i)->cue : 0;
}

static kt_str form_at(const scan *s, uint32_t i)
{
	return kt_words_form(s->tagger->lexicon.of, s->token[i].form);
}

/* ---- the word that governs a name ------------------------------------------------------------ */

static int is_article(const scan *s, uint32_t i)
{
	return is_role(s, i, R_DETERMINER) || cue_at(s, i) & CUE_ARTICLE ||
	       s->token[i].flags & KT_TOKEN_POSSESSIVE;
}

/* A Russian adjective, by its ending. */
static int has_ending_of_adjective(kt_str form)
{
	static const char *const endings[] = { "ой", "ый", "ий", "ая", "яя", "ую", "юю", "ого",
		"его", "ому", "ему", "ым", "им", "ом", "ем", "ей", "ою", "ые", "ие", "ых", "их" };

	for (size_t n = 0; n < sizeof endings / sizeof *endings; n++)
		if (form.len > 6 && kt_str_ends(form, kt_str_of(endings[n])))
			return 1;
	return 0;
}

static int may_modify(const scan *s, uint32_t i)
{
	static const uint32_t none = R_FUNCTION | R_PREPOSITION | R_LINK | R_OPEN;

	static const uint32_t no_matter = CUE_PART | CUE_PREFIX | CUE_DATES | CUE_TAKES_AFTER;

	if (is_role(s, i, none) || cue_at(s, i) & ~no_matter)
		return 0;
	return s->token[i].flags & KT_TOKEN_CYRILLIC ? has_ending_of_adjective(form_at(s, i)) : 1;
}

/* What stands before a name or noun. */
typedef struct before {
	uint32_t governor; /* token; the number of tokens: none in the same stretch of words */
	uint32_t article; /* the first of the articles passed over, or the number of tokens */
	uint32_t begin; /* first token of the name with its articles and adjectives */
	int part; /* early, late */
} before;

/* A name in quotation marks is used like one without: in the years of the "Great Terror".  A title
 * has its article within them. */
static int is_joined(const scan *s, uint32_t i, uint32_t first)
{
	unsigned gap = year_gap(s, i);

	return is_space(gap) || (i != first && gap == G_DASH) ||
	       (i == first && gap & G_BLANK && only(gap, G_BLANK | G_QUOTE | G_APOSTROPHE));
}

static before before_of(const scan *s, uint32_t first)
{
	before b = { s->count, s->count, first, 0 };
	int modifiers = 0;

	while (b.begin && is_joined(s, b.begin, first)) {
		uint32_t i = b.begin - 1;

		if (is_article(s, i)) {
			b.article = i;
		} else if (b.article < s->count || modifiers == MODIFIERS || !may_modify(s, i)) {
			b.governor = i;
			break;
		} else {
			modifiers++;
			b.part |= (cue_at(s, i) & CUE_PART) != 0;
		}
		b.begin = i;
	}
	return b;
}

static int stands_before(const scan *s, uint32_t i, uint32_t cue)
{
	return i && is_space(year_gap(s, i)) && cue_at(s, i - 1) & cue;
}

/* ---- nouns of time --------------------------------------------------------------------------- */

/* In the course, after the introduction: a noun that tells a time behind a preposition. */
static int has_preposition(const scan *s, uint32_t noun)
{
	return (cue_at(s, before_of(s, noun).governor) & (CUE_GOVERNS | CUE_IN | CUE_WITH)) != 0;
}

static int is_noun_of_time(const scan *s, uint32_t i)
{
	uint32_t cue = cue_at(s, i);

	return cue & CUE_NOUN || (cue & CUE_COURSE && has_preposition(s, i));
}

/* The years of the Civil War; годы Гражданской войны; Ende des Zweiten Weltkriegs. */
static int has_noun_before(const scan *s, const before *b)
{
	uint32_t k = b->governor;

	if (k == s->count)
		return 0;
	if (cue_at(s, k) & CUE_OF && k && is_space(year_gap(s, k)) && is_noun_of_time(s, k - 1))
		return 1;
	if (cue_at(s, k) & CUE_TOWARDS && stands_before(s, k, CUE_SHIFT))
		return has_preposition(s, k - 1);
	if (s->token[k].flags & KT_TOKEN_CYRILLIC)
		return is_noun_of_time(s, k);
	return cue_at(s, b->article) & CUE_OF && is_noun_of_time(s, k);
}

/* The Civil War years, NEP-era, NEP's last years. */
static int has_noun_behind(const scan *s, const found *f)
{
	uint32_t j = f->last + 1;
	int possessive = s->token[f->last].flags & KT_TOKEN_POSSESSIVE;

	if (j >= s->count || !only(year_gap(s, j), G_BLANK | G_DASH))
		return 0;
	if (!possessive)
		return (cue_at(s, j) & CUE_SPAN) != 0;
	if (cue_at(s, j) & CUE_NOUN)
		return 1;
	return may_modify(s, j) && is_space(year_gap(s, j + 1)) && cue_at(s, j + 1) & CUE_NOUN;
}

/* ---- prepositions and conjunctions ----------------------------------------------------------- */

/* с Февральской революции, not с революцией, which is "with". */
static int is_instrumental(kt_str form)
{
	static const char *const endings[] = { "ей", "ой", "ею", "ою", "ом", "ем", "ём", "ами",
		"ями" };

	for (size_t n = 0; n < sizeof endings / sizeof *endings; n++)
		if (kt_str_ends(form, kt_str_of(endings[n])))
			return 1;
	return 0;
}

/* From the Tenth Congress to the Great Terror: at the head of a clause. */
static int runs_on(const scan *s, const found *f, uint32_t k)
{
	const kt_year_tagger *t = s->tagger;
	uint32_t j = f->last + 1;

	if (k >= s->count || sub_at(s, k, R_LINK) != link_from || f + 1 >= t->found + t->count)
		return 0;
	if (is_space(year_gap(s, k)) &&
		!(s->token[k].flags & (KT_TOKEN_CAPITAL | KT_TOKEN_CYRILLIC)))
		return 0;
	return is_space(year_gap(s, j)) && sub_at(s, j, R_LINK) == link_to &&
	       before_of(s, f[1].head).governor == j;
}

/* As early as the Civil War, as soon as. */
static int is_as_early_as(const scan *s, uint32_t k)
{
	return k > 1 && kt_str_is(form_at(s, k), "as") &&
	       cue_at(s, k - 1) & (CUE_PART | CUE_DATES) && kt_str_is(form_at(s, k - 2), "as");
}

static int is_when(const scan *s, uint32_t k)
{
	if (cue_at(s, k) & CUE_WHEN)
		return 1;
	return s->token[k].flags & KT_TOKEN_CYRILLIC && stands_before(s, k, CUE_WHEN);
}

enum { TAKER_REACHES = 5 };

/* A part in, the role of the peasants in, участие крестьян в: the preposition at k is theirs. */
static int is_taken(const scan *s, uint32_t k)
{
	if (stands_before(s, k, CUE_TAKES_IN))
		return 1;
	for (uint32_t j = k; j && k - j < TAKER_REACHES && is_space(year_gap(s, j)); j--) {
		if (cue_at(s, j - 1) & CUE_TAKES_IN)
			return s->token[j].flags & KT_TOKEN_CYRILLIC || cue_at(s, j) & CUE_OF;
		if (year_is_past_verb(s, j - 1))
			return 0;
	}
	return 0;
}

static int is_preposition_of_time(const scan *s, const found *f, uint32_t k)
{
	uint32_t cue = cue_at(s, k);
	int event = (f->shape & SHAPE_EVENT) != 0, congress = (f->shape & SHAPE_CONGRESS) != 0;

	if (cue & CUE_GOVERNS)
		return !stands_before(s, k, CUE_TAKES_AFTER);
	if (cue & CUE_IN && !event)
		return !is_taken(s, k);
	if (cue & CUE_AT && congress)
		return 1;
	if (cue & CUE_OPENS && s->token[k].flags & KT_TOKEN_CAPITAL && (!event || congress))
		return 1;
	if (cue & CUE_DATED && stands_before(s, k, CUE_DATES))
		return 1;
	if (cue & CUE_SINCE && event)
		return !is_instrumental(form_at(s, f->last));
	return sub_at(s, k, R_LINK) == link_between && !stands_before(s, k, CUE_TAKES_BETWEEN);
}

/* ---- lists ----------------------------------------------------------------------------------- */

static const found *era_that_ends(const scan *s, const found *f, uint32_t last)
{
	while (f-- > s->tagger->found && f->last >= last)
		if (f->shape & SHAPE_ERA && f->last == last)
			return f;
	return NULL;
}

/* Whether an era's name, with its article, goes on a list behind token i. */
static int goes_on(const scan *s, const found *f, uint32_t i)
{
	const kt_year_tagger *t = s->tagger;
	const found *next = f + 1;
	uint32_t begin;

	if (next >= t->found + t->count || !(next->shape & SHAPE_ERA))
		return 0;
	begin = before_of(s, next->head).begin;
	if (begin == i + 1)
		return (year_gap(s, begin) & G_COMMA) != 0;
	return begin == i + 2 && sub_at(s, i + 1, R_LINK) == link_and;
}

/* The second name of "from NEP to the Terror". */
static int ends_a_run(const scan *s, const found *f, uint32_t k)
{
	const found *other = NULL;

	if (k && sub_at(s, k, R_LINK) == link_to)
		other = era_that_ends(s, f, k - 1);
	return other && runs_on(s, other, before_of(s, other->head).governor);
}

/* During the Civil War and NEP; in War Communism, NEP and the Terror. */
static int follows_a_time(const scan *s, const found *f, const before *b)
{
	const found *other = NULL;

	if (b->governor < s->count && b->governor && sub_at(s, b->governor, R_LINK) == link_and &&
		only(year_gap(s, b->governor), G_BLANK | G_COMMA | G_NOTE))
		other = era_that_ends(s, f, b->governor - 1);
	else if (b->governor == s->count && b->begin &&
		 only(year_gap(s, b->begin), G_BLANK | G_COMMA) && goes_on(s, f, f->last))
		other = era_that_ends(s, f, b->begin - 1);
	return other && other->type == KT_YEAR_ERA;
}

/* The Civil War and NEP years. */
static int leads_a_time(const scan *s, const found *f)
{
	return goes_on(s, f, f->last) && !(year_gap(s, f->last + 1) & G_COMMA) &&
	       has_noun_behind(s, f + 1);
}

/* ---- years, headings ------------------------------------------------------------------------- */

static int is_printed(const found *g)
{
	return g->shape & (SHAPE_YEAR | SHAPE_DECADE) && g->type == KT_YEAR_EVENT &&
	       !(g->shape & SHAPE_GONE);
}

/* The Great Terror of 1936-8; NEP (1921-28); the 1917 October Revolution. */
static int has_year_beside(const scan *s, const found *f)
{
	const kt_year_tagger *t = s->tagger;
	const found *g = f + 1;
	uint32_t k;

	while (g < t->found + t->count && g->shape & SHAPE_GONE)
		g++;
	if (g < t->found + t->count && is_printed(g) && g->first <= f->last + 3 &&
		only(year_gap(s, f->last + 1), G_BLANK | G_COMMA | G_OPEN | G_COLON | G_STAR)) {
		for (k = f->last + 1; k < g->first && is_role(s, k, R_LINK | R_PREPOSITION);)
			k++;
		if (k >= g->first)
			return 1;
	}
	for (g = f; g-- > t->found && g->last + 1 >= f->head;)
		if (is_printed(g) && g->last + 1 == f->head && is_space(year_gap(s, f->head)))
			return g->first && is_article(s, g->first - 1);
	return 0;
}

static int is_in_era(const scan *s, uint32_t i)
{
	const kt_year_tagger *t = s->tagger;

	for (size_t n = 0; n < t->count; n++)
		if (t->found[n].shape & SHAPE_ERA && t->found[n].head <= i && t->found[n].last >= i)
			return 1;
	return 0;
}

/* A word that a heading may have beside eras' names. */
static int is_of_heading(const scan *s, uint32_t i)
{
	return is_article(s, i) || is_role(s, i, R_NUMBER | R_ROMAN | R_LABEL) ||
	       sub_at(s, i, R_LINK) == link_and || is_in_era(s, i);
}

/* The Civil War; 3. War Communism and NEP; Bricks of the Future: the First Five-Year Plan.  Plain
 * text has headings that only stand alone. */
static int is_heading(const scan *s, const found *f)
{
	static const unsigned within = G_BLANK | G_QUOTE | G_STAR | G_BOLD | G_NOTE;
	uint32_t first, last;

	if (s->passage->kind != KT_KIND_HEADING && s->passage->kind != KT_KIND_PARAGRAPH)
		return 0;
	for (first = f->head; first && only(year_gap(s, first), within); first--)
		if (!is_of_heading(s, first - 1))
			return 0;
	for (last = f->last + 1; last < s->count && only(year_gap(s, last), within); last++)
		if (!is_of_heading(s, last))
			return 0;
	return s->passage->kind == KT_KIND_HEADING ||
	       (!first && last == s->count && !(year_gap(s, last) & G_POINT));
}

/* ---- together -------------------------------------------------------------------------------- */

static int has_prefix(const scan *s, uint32_t head)
{
	return head && year_gap(s, head) == G_DASH && cue_at(s, head - 1) & CUE_PREFIX;
}

static int is_time(const scan *s, const found *f)
{
	before b = before_of(s, f->head);

	if (b.part || has_prefix(s, f->head) || has_noun_before(s, &b) || has_noun_behind(s, f))
		return 1;
	if (b.governor < s->count &&
		(is_preposition_of_time(s, f, b.governor) || is_when(s, b.governor) ||
			runs_on(s, f, b.governor) || is_as_early_as(s, b.governor) ||
			ends_a_run(s, f, b.governor)))
		return 1;
	return follows_a_time(s, f, &b) || leads_a_time(s, f) || has_year_beside(s, f) ||
	       is_heading(s, f);
}

void year_tell_use(scan *s)
{
	kt_year_tagger *t = s->tagger;

	for (size_t i = 0; i < t->count; i++) {
		found *f = &t->found[i];

		if (f->shape & SHAPE_ERA)
			f->type = is_time(s, f) ? KT_YEAR_ERA : KT_YEAR_NAMED;
	}
}
