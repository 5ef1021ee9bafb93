/* said_before.c - whose words a quotation is, from the words before it.
 *
 * The nearest verb or word of speech decides: its subject, the one by whom, the one whose words
 * they are.  Where that is nobody with a name, nobody is guessed at farther off. */
#include "verdict.h"

#include <string.h>

/* ---- words of speech: X's phrase, in the words of X, a point made by X ---- */

/* Whether what ends at piece `last` leads to the quotation: directly, by a colon, `that` or `as`.
 */
/* Piece i is a `that` that goes on with a sentence broken off: , that; is that. */
static int resumes(const frame *f, size_t i)
{
	return is_class(&f->left[i], SPEECH_THAT) &&
	       ((f->left[i].gap & GAP_COMMA) || (i > 0 && is_class(&f->left[i - 1], SPEECH_BE)));
}

int leads_to_quotation(const frame *f, size_t last)
{
	const piece *p = f->left;

	if (last + 1 >= f->left_count)
		return 1;
	if (f->gap_before & GAP_COLON)
		return 1;
	for (size_t i = last + 1; i < f->left_count; i++) {
		if (i == last + 1 ? !is_class(&p[i], SPEECH_THAT | SPEECH_AS) : !resumes(f, i))
			continue;
		for (size_t k = i + 1; k < f->left_count; k++)
			if (p[k].gap & (GAP_COMMA | GAP_SEMICOLON))
				return 0; /* his claim that ..., did so */
		return 1;
	}
	return is_class(&p[last + 1], SPEECH_BE) && f->left_count - last <= 4;
}

/* The word before piece i is one of the list. */
static int follows(
	const reading *r, const frame *f, size_t i, const char *const *list, size_t count)
{
	return i > 0 && f->left[i - 1].kind == PIECE_WORD && !f->left[i].gap &&
	       is_word_of(word_of(r, f, &f->left[i - 1]), list, count);
}

/* in X's words, to use X's phrase */
static int is_adopted(const reading *r, const frame *f, size_t owner)
{
	static const char *const verbs[] = { "in", "use", "using", "quote", "quoting", "borrow",
		"borrowing", "adopt", "adopting" };

	return follows(r, f, owner, verbs, sizeof verbs / sizeof *verbs);
}

/* The piece of the person whose word piece `noun` is, or NOWHERE; *last is what the phrase ends
 * with. */
static size_t owner_of(const reading *r, const frame *f, size_t noun, size_t *last)
{
	enum { ADJECTIVES = 2 };
	const piece *p = f->left;

	*last = noun;
	for (size_t back = 1; back <= ADJECTIVES + 1 && back <= noun; back++) {
		const piece *o = &p[noun - back];

		if (p[noun - back + 1].gap)
			break;
		if (o->kind == PIECE_PERSON)
			return o->possessive ? noun - back : NOWHERE;
		if (o->kind != PIECE_WORD || o->class & ~(uint32_t)(SPEECH_KNOWN | SPEECH_ADVERB))
			break;
	}
	if (is_cyrillic(word_of(r, f, &p[noun])))
		return noun + 1 < f->left_count && p[noun + 1].kind == PIECE_PERSON &&
				       !p[noun + 1].gap
			       ? (*last = noun + 1)
			       : NOWHERE;
	for (size_t i = noun + 1; i < f->left_count && i <= noun + 4; i++) {
		kt_str word = word_of(r, f, &p[i]);

		if (p[i].gap)
			break;
		if (p[i].kind == PIECE_PERSON && i > noun + 1)
			return p[i].possessive ? NOWHERE : (*last = i);
		if (i == noun + 1 ? !kt_str_is(word, "of") && !kt_str_is(word, "from")
				  : p[i].kind != PIECE_WORD)
			break;
	}
	return NOWHERE;
}

/* A verb such as makes or coined, up to three pieces before its object. */
static size_t verb_of_object(const frame *f, size_t noun)
{
	for (size_t i = noun; i-- > 0 && noun - i <= 4 && !f->left[i + 1].gap;) {
		if (is_class(&f->left[i], SPEECH_USES) &&
			is_class(&f->left[i], SPEECH_FINITE | SPEECH_PARTICIPLE | SPEECH_ING))
			return i;
		if (f->left[i].kind != PIECE_WORD ||
			is_class(&f->left[i], SPEECH_PREPOSITION | SPEECH_VERB))
			break;
	}
	return NOWHERE;
}

static verdict by_noun(reading *r, const frame *f, size_t noun, int *ok)
{
	size_t last, owner = owner_of(r, f, noun, &last), verb;

	if (owner != NOWHERE) {
		if (!is_adopted(r, f, owner) && !leads_to_quotation(f, last))
			return no_verdict;
		if (owner > 0 && is_class(&f->left[owner - 1], SPEECH_NAMES))
			return no_verdict; /* called X's order “...” */
		return person_says(&f->left[owner]);
	}
	verb = verb_of_object(f, noun);
	if (verb != NOWHERE) {
		verdict v = subject_says(r, f, verb, ok);

		v.says = 0;
		return v;
	}
	/* the conclusion that “...” */
	return noun + 1 < f->left_count && is_class(&f->left[noun + 1], SPEECH_THAT)
		       ? somebody_says()
		       : no_verdict;
}

/* A point made by X, that “...”; described by X as “...” */
static verdict by_agent(const frame *f, size_t by)
{
	const piece *p = f->left;

	if (!by || !is_class(&p[by - 1], SPEECH_VERB | SPEECH_USES | SPEECH_NOUN) ||
		!is_class(&p[by - 1], SPEECH_PARTICIPLE | SPEECH_NOUN))
		return no_verdict;
	for (size_t i = by + 1; i < f->left_count && i <= by + 3; i++)
		if (p[i].kind == PIECE_PERSON)
			return p[i].possessive || !leads_to_quotation(f, i) ? no_verdict
									    : person_says(&p[i]);
	return no_verdict;
}

verdict by_account(const piece *p, size_t count, size_t i)
{
	size_t who = i + 2;

	if (i + 1 >= count)
		return no_verdict;
	if (!is_class(&p[i + 1], SPEECH_TO | SPEECH_NOUN)) {
		if (is_class(&p[i], SPEECH_PREPOSITION))
			return no_verdict; /* по plain */
		who = i + 1;
	}
	for (size_t k = who; k < count && k <= who + 2 && (k == who || !p[k].gap); k++)
		if (p[k].kind == PIECE_PERSON)
			return p[k].possessive ? somebody_says() : person_says(&p[k]);
	return is_class(&p[i], SPEECH_PREPOSITION) ? no_verdict : somebody_says();
}

/* ---- before the quotation ---- */

/* Another clause begins at piece i, so that a frame before it does not reach behind it.  A colon
 * before the quotation leads over a clause that only says more of a word. */
static int parts(const reading *r, const frame *f, int close, size_t i)
{
	static const char *const turns[] = { "but", "while", "whereas", "although", "though", "но",
		"а", "хотя" };
	const piece *p = &f->left[i];

	if (i + 1 >= f->left_count)
		return 0;
	if (p->gap & (GAP_SEMICOLON | GAP_STOP))
		return 1;
	if (is_class(p, SPEECH_CLAUSE) && !is_class(p, SPEECH_ADVERB)) {
		if (f->gap_before & GAP_COLON)
			return (p->gap & GAP_COMMA) &&
			       is_word_of(word_of(r, f, p), turns, sizeof turns / sizeof *turns);
		return close || (p->gap & GAP_COMMA);
	}
	return (p->gap & GAP_COMMA) && is_class(p, SPEECH_AND) &&
	       !is_class(&f->left[i + 1], SPEECH_THAT) && f->left[i + 1].kind != PIECE_QUOTATION;
}

/* Verbs that lead to a quotation only where a colon or its mark follows at once: X ended: “...” */
static int leads_at_once(const reading *r, const frame *f, size_t i)
{
	static const char *const verbs[] = { "began", "begins", "closed", "concluded", "continued",
		"continues", "ended", "ends", "finished", "opened", "ran", "read", "reads", "runs",
		"начал", "закончил", "закончила", "начала", "завершил", "гласил", "гласила" };

	return i + 1 == f->left_count && (f->gap_before & GAP_COLON) &&
	       is_word_of(word_of(r, f, &f->left[i]), verbs, sizeof verbs / sizeof *verbs);
}

/* X put it simply: “...” */
static int puts_it(const reading *r, const frame *f, size_t i)
{
	static const char *const put[] = { "put", "puts" };
	static const char *const it[] = { "it", "this", "matter", "point", "case", "question",
		"thing", "matters", "things" };

	if (!is_word_of(word_of(r, f, &f->left[i]), put, sizeof put / sizeof *put))
		return 0;
	for (size_t k = i + 1; k < f->left_count && k <= i + 2; k++)
		if (f->left[k].kind == PIECE_WORD &&
			is_word_of(word_of(r, f, &f->left[k]), it, sizeof it / sizeof *it))
			return 1;
	return 0;
}

/* a banner reading “...” */
static int reads(const reading *r, const frame *f, size_t i)
{
	static const char *const verbs[] = { "reading", "inscribed", "bearing" };

	return i + 1 == f->left_count && i > 0 && f->left[i - 1].kind == PIECE_WORD &&
	       !f->left[i].gap &&
	       is_word_of(word_of(r, f, &f->left[i]), verbs, sizeof verbs / sizeof *verbs);
}

/* Those who said: what they are the subject of may be no more than a word of the frame. */
static int is_relative(const frame *f, size_t verb)
{
	while (verb > 0 && is_class(&f->left[verb - 1], SPEECH_ADVERB | SPEECH_AUX | SPEECH_BE))
		verb--;
	return verb > 0 && is_class(&f->left[verb - 1], SPEECH_WHO);
}

static verdict by_piece(reading *r, const frame *f, size_t i, int *ok)
{
	const piece *p = f->left;
	verdict v = no_verdict;

	if (reads(r, f, i))
		return somebody_says();
	if (is_class(&p[i], SPEECH_BY))
		v = by_agent(f, i);
	else if (is_class(&p[i], SPEECH_ACCORDING))
		v = by_account(p, f->left_count, i);
	else if (is_class(&p[i], SPEECH_VERB) || leads_at_once(r, f, i) || puts_it(r, f, i))
		v = subject_says(r, f, i, ok);
	if (is_class(&p[i], SPEECH_NAMES))
		v.says = 0;
	if (v.told == TOLD_NOT && is_class(&p[i], SPEECH_NOUN))
		v = by_noun(r, f, i, ok);
	return v;
}

enum { TERM_REACH = 12, TERM_NEAR = 7 };

/* Whether a frame that ends at piece i is too loose for a term: it wrote “Floating Man”, it ordered
 * the raising of an elite “Tibetan Force”. */
static int is_loose(const reading *r, const frame *f, size_t i)
{
	static const char *const wrote[] = { "wrote", "writes", "written" };
	const piece *p = f->left;

	if (i + 1 < f->left_count && is_class(&p[i + 1], SPEECH_DETERMINER) &&
		is_word_of(word_of(r, f, &p[i]), wrote, sizeof wrote / sizeof *wrote))
		return 1;
	if (f->left_count - i <= TERM_NEAR)
		return 0;
	for (size_t k = i + 1; k < f->left_count; k++)
		if (is_class(&p[k], SPEECH_THAT | SPEECH_AS))
			return 0;
	return 1;
}

verdict said_before(reading *r, const frame *f, int brief, int *ok)
{
	const piece *p = f->left;
	size_t n = f->left_count;
	verdict relative = no_verdict;
	int close =
		brief; /* until a comma and `that` go on with what a relative clause broke off */

	if (n && n <= 2 && p[n - 1].kind == PIECE_PERSON && (f->gap_before & GAP_COLON) &&
		!p[n - 1].possessive)
		return person_says(&p[n - 1]); /* X: “...” */
	for (size_t i = n; i-- > 0 && *ok;) {
		verdict v;

		if (brief && n - i > TERM_REACH)
			break;
		if (i + 1 < n && parts(r, f, close, i + 1))
			break;
		close &= !resumes(f, i);
		if (p[i].kind != PIECE_WORD)
			continue;
		v = by_piece(r, f, i, ok);
		if (v.told == TOLD_NOT)
			continue;
		if (brief && is_loose(r, f, i))
			break;
		if (brief && v.told == TOLD_SOMEBODY && i + 2 < n)
			v.says = 0;
		v.tagged = i <= 2 && p[0].kind == PIECE_QUOTATION;
		if (v.told != TOLD_SOMEBODY || !(f->gap_before & GAP_COLON) || !is_relative(f, i))
			return v;
		relative = v;
	}
	return relative;
}
