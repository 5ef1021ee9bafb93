/* subject.c - the subject of a verb of speech: the one who says it. */
#include "verdict.h"

#include <string.h>

const verdict no_verdict = { TOLD_NOT, 0, 0, 0, NULL };

verdict somebody_says(void)
{
	return (verdict) { .told = TOLD_SOMEBODY, .says = 1 };
}

verdict person_says(const piece *p)
{
	return p->person ? (verdict) { .told = TOLD_WHO, .says = 1, .who = p->person }
			 : somebody_says();
}

/* ---- people as subjects ---- */

int is_word_of(kt_str word, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (kt_str_equal_nocase(word, kt_str_of(list[i])))
			return 1;
	return 0;
}

static int ends_in(kt_str name, const char *const *endings, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (kt_str_ends(name, kt_str_of(endings[i])))
			return 1;
	return 0;
}

/* Whether a Russian name, as printed, can be the subject of the verb: not declined, and of the
 * verb's gender (писала Иванова, but not писал Иванова). */
static int may_be_subject(kt_str name, uint32_t verb)
{
	static const char *const oblique[] = { "ому", "ым", "ого", "ском", "цком", "ову", "еву",
		"ёву", "ину", "ыну", "ове", "еве", "ине", "ыне", "ой", "ою", "ую", "ем", "ём",
		"ом" };
	static const char *const either[] = { "ова", "ева", "ёва", "ина", "ына" };
	static const char *const names_in_oy[] = { "Толстой", "Крутой", "Трубецкой", "Луговой",
		"Полевой", "Донской", "Боровой", "Ляшко" };

	if (!is_cyrillic(name))
		return 1;
	if ((verb & SPEECH_MASCULINE) && (verb & SPEECH_FEMININE))
		return 0; /* the plural */
	if (ends_in(name, either, sizeof either / sizeof *either))
		return !(verb & SPEECH_MASCULINE);
	return !ends_in(name, oblique, sizeof oblique / sizeof *oblique) ||
	       ends_in(name, names_in_oy, sizeof names_in_oy / sizeof *names_in_oy);
}

int is_subject(
	const reading *r, const frame *f, const piece *p, size_t count, size_t i, uint32_t verb)
{
	if (p[i].kind != PIECE_PERSON || p[i].possessive)
		return 0;
	if (!may_be_subject(word_of(r, f, &p[i]), verb))
		return 0;
	if (i > 0 && (is_class(&p[i - 1], SPEECH_PREPOSITION | SPEECH_BY) ||
			     (is_class(&p[i - 1], SPEECH_TO) && !p[i].gap)))
		return 0;
	if (i > 0 && p[i - 1].kind == PIECE_PERSON && (p[i].gap & GAP_COMMA))
		return 0;
	if (i > 1 && is_class(&p[i - 1], SPEECH_AND) && p[i - 2].kind == PIECE_PERSON)
		return 0;
	return !(i + 2 < count && is_class(&p[i + 1], SPEECH_AND) &&
		 p[i + 2].kind == PIECE_PERSON && !p[i + 1].gap);
}

/* The one person named in pieces [0, end), or NULL; *several is set where there are more. */
static const piece *only_person(const piece *p, size_t end, int *several)
{
	const piece *only = NULL;

	*several = 0;
	for (size_t i = 0; i < end; i++) {
		if (p[i].kind != PIECE_PERSON)
			continue;
		if (!p[i].person || (only && !kt_str_equal(only->person->id, p[i].person->id)))
			*several = 1;
		else if (!only)
			only = &p[i];
	}
	return *several ? NULL : only;
}

/* The person that the sentence before begins with, its only one. */
static verdict sentence_before(reading *r, const frame *f, int *ok)
{
	static const uint32_t leading = SPEECH_ADVERB | SPEECH_DETERMINER | SPEECH_CLAUSE;
	frame before;
	const piece *only;
	int several;

	*ok = frame_before(r, f->passage, f->sentence, &before);
	if (!*ok)
		return no_verdict;
	only = only_person(before.left, before.left_count, &several);
	if (!only || only->possessive || before.left_cut)
		return somebody_says();
	for (const piece *p = before.left; p < only; p++)
		if (p->kind != PIECE_WORD || (p->small && !(p->class & leading)))
			return somebody_says();
	return is_subject(
		       r, &before, before.left, before.left_count, (size_t)(only - before.left), 0)
		       ? person_says(only)
		       : somebody_says();
}

static int woman(const reading *r, const frame *f, const piece *p)
{
	static const char *const endings[] = { "ova", "eva", "ina", "skaya", "skaia", "aya", "ая",
		"ова", "ева", "ина" };

	return ends_in(word_of(r, f, p), endings, sizeof endings / sizeof *endings) &&
	       !kt_str_ends(word_of(r, f, p), KT_STR("Lunina"));
}

/* Where it is plain: the one person that the sentence named before, or that the sentence before it
 * begins with. */
verdict antecedent(reading *r, const frame *f, size_t pronoun, uint32_t class, int *ok)
{
	int several;
	const piece *only = only_person(f->left, pronoun, &several);
	verdict v = somebody_says();

	if (only && (!(class & SPEECH_HE) || !woman(r, f, only)))
		return person_says(only);
	if (!only && !several && !f->left_cut)
		v = sentence_before(r, f, ok);
	v.far = v.told == TOLD_WHO;
	if (v.told == TOLD_SOMEBODY)
		v.told = TOLD_AUTHOR;
	return v;
}

/* ---- the subject of a verb before the quotation ---- */

/* The person in front of a comma that closes what stands between it and the verb: X, who ..., said.
 */
static verdict before_comma(reading *r, const frame *f, size_t verb, uint32_t class)
{
	enum { REACH = 24 };
	const piece *p = f->left;

	for (size_t k = verb; k-- > 0 && verb - k <= REACH;) {
		if (k + 1 < verb && !(p[k + 1].gap & (GAP_COMMA | GAP_OPEN | GAP_DASH)))
			continue;
		if (p[k].kind == PIECE_PERSON && is_subject(r, f, p, f->left_count, k, class))
			return person_says(&p[k]);
		if (is_class(&p[k], SPEECH_WHO) && k > 0 && p[k - 1].kind == PIECE_PERSON &&
			!p[k - 1].possessive)
			return person_says(&p[k - 1]);
		if (p[k].kind == PIECE_PERSON && k + 1 < verb)
			return somebody_says();
	}
	return somebody_says();
}

/* X went to Y and said: the person that the sentence begins with. */
static verdict of_clause_before(reading *r, const frame *f, size_t verb)
{
	const piece *p = f->left;
	size_t first = 0, ands = 0;

	if (f->left_cut)
		return somebody_says();
	while (first < verb && p[first].kind != PIECE_PERSON)
		first++;
	if (first == verb || first > 5 || (first > 0 && !(p[first].gap & GAP_COMMA)) ||
		!is_subject(r, f, p, f->left_count, first, 0))
		return somebody_says();
	for (size_t i = first + 1; i < verb; i++) {
		ands += (size_t)is_class(&p[i], SPEECH_AND);
		if (is_class(&p[i], SPEECH_CLAUSE | SPEECH_THAT | SPEECH_WHO) ||
			(p[i].kind == PIECE_PERSON && is_subject(r, f, p, f->left_count, i, 0) &&
				!is_class(&p[i - 1], 0xFFFFFFFF & ~SPEECH_KNOWN) && i != first + 1))
			return somebody_says();
	}
	return ands == 1 ? person_says(&p[first]) : somebody_says();
}

/* By whom: called by X, said yesterday by X. */
static verdict agent(const frame *f, size_t verb)
{
	const piece *p = f->left;

	for (size_t i = verb + 1; i < f->left_count && i <= verb + 3; i++) {
		if (!is_class(&p[i], SPEECH_BY))
			continue;
		for (size_t j = i + 1; j < f->left_count && j <= i + 3; j++)
			if (p[j].kind == PIECE_PERSON)
				return p[j].possessive || !leads_to_quotation(f, j)
					       ? somebody_says()
					       : person_says(&p[j]);
		break;
	}
	return somebody_says();
}

/* Russian: писал в 1936 году Троцкий. */
static verdict behind_verb(reading *r, const frame *f, size_t verb, uint32_t class)
{
	const piece *p = f->left;

	for (size_t i = verb + 1; i < f->left_count && i <= verb + 4; i++) {
		if (p[i].kind == PIECE_QUOTATION ||
			(p[i].gap & (GAP_COMMA | GAP_COLON | GAP_SEMICOLON | GAP_DASH)))
			break;
		if (is_subject(r, f, p, f->left_count, i, class))
			return person_says(&p[i]);
		if (is_class(&p[i], SPEECH_HE | SPEECH_SHE))
			return (verdict) { .told = TOLD_AUTHOR, .says = 1 };
	}
	return somebody_says();
}

/* X in his speech of 1931 said: the person before the preposition that piece j hangs on. */
static verdict before_preposition(const reading *r, const frame *f, size_t j, uint32_t class)
{
	enum { REACH = 8 };
	const piece *p = f->left;

	for (size_t i = j + 1; i-- > 1 && j - i < REACH && !p[i].gap && p[i].kind == PIECE_WORD;) {
		if (is_class(&p[i], SPEECH_FINITE | SPEECH_BE | SPEECH_AUX | SPEECH_AND |
					    SPEECH_THAT | SPEECH_WHO | SPEECH_CLAUSE))
			break;
		if (is_class(&p[i], SPEECH_PREPOSITION) && p[i - 1].kind == PIECE_PERSON)
			return is_subject(r, f, p, f->left_count, i - 1, class)
				       ? person_says(&p[i - 1])
				       : somebody_says();
	}
	return somebody_says();
}

static verdict subject_at(
	reading *r, const frame *f, size_t j, size_t verb, uint32_t class, int *ok)
{
	const piece *p = f->left;

	if (p[j].kind == PIECE_PERSON)
		return is_subject(r, f, p, f->left_count, j, class) ? person_says(&p[j])
								    : somebody_says();
	if (is_class(&p[j], SPEECH_WHO))
		return j > 0 && p[j - 1].kind == PIECE_PERSON && !p[j - 1].possessive
			       ? person_says(&p[j - 1])
			       : somebody_says();
	if (is_class(&p[j], SPEECH_HE | SPEECH_SHE))
		return antecedent(r, f, j, p[j].class, ok);
	if (is_class(&p[j], SPEECH_AND))
		return of_clause_before(r, f, verb);
	if (is_class(&p[j], SPEECH_DOCUMENT))
		return (verdict) { .told = TOLD_AUTHOR, .says = 1 };
	return before_preposition(r, f, j, class);
}

/* The first piece of the verb's chain: `had later gone on to` say.  Sets *passive. */
static size_t chain_start(const frame *f, size_t verb, int *passive, int *to)
{
	const piece *p = f->left;
	size_t i = verb;

	*passive = *to = 0;
	while (i > 0 && !(p[i].gap & (GAP_COLON | GAP_SEMICOLON | GAP_STOP))) {
		const piece *b = &p[i - 1];

		if (is_class(b, SPEECH_BE))
			*passive |= is_class(&p[verb], SPEECH_PARTICIPLE) != 0;
		else if (is_class(b, SPEECH_TO))
			*to = 1;
		else if (!is_class(b, SPEECH_AUX | SPEECH_ADVERB) &&
			 !(is_class(b, SPEECH_CHAIN) && (*to || is_class(&p[verb], SPEECH_ING))) &&
			 !(is_class(b, SPEECH_BY) && is_class(&p[verb], SPEECH_ING)))
			break;
		if (is_class(b, SPEECH_CHAIN))
			*to = 0;
		i--;
	}
	return i;
}

verdict subject_says(reading *r, const frame *f, size_t verb, int *ok)
{
	const piece *p = f->left, *v = &p[verb];
	int passive, to, cyrillic = is_cyrillic(word_of(r, f, v));
	size_t first = chain_start(f, verb, &passive, &to);
	verdict said = somebody_says();

	if (passive || (is_class(v, SPEECH_PARTICIPLE) && verb + 1 < f->left_count &&
			       is_class(&p[verb + 1], SPEECH_BY)))
		return agent(f, verb);
	if (to)
		return somebody_says(); /* wanted Y to say */
	if (is_class(v, SPEECH_BASE) && first == verb)
		return no_verdict; /* a noun, or the plural */
	if (first > 0 && !(p[first].gap & (GAP_COLON | GAP_SEMICOLON | GAP_STOP))) {
		if (!(p[first].gap & (GAP_COMMA | GAP_CLOSE | GAP_DASH)))
			said = subject_at(r, f, first - 1, verb, v->class, ok);
		else if (p[first - 1].kind != PIECE_QUOTATION)
			said = before_comma(r, f, first, v->class);
	}
	if (said.told == TOLD_SOMEBODY && !is_class(v, SPEECH_ING) && verb + 1 < f->left_count) {
		verdict inverted = no_verdict;

		if (cyrillic)
			inverted = behind_verb(r, f, verb, v->class);
		else if ((first == 0 || p[first - 1].kind == PIECE_QUOTATION) &&
			 is_class(v, SPEECH_TAG))
			inverted = p[verb + 1].kind == PIECE_PERSON && !p[verb + 1].possessive
					   ? person_says(&p[verb + 1])
				   : is_class(&p[verb + 1], SPEECH_HE | SPEECH_SHE)
					   ? antecedent(r, f, first, p[verb + 1].class, ok)
					   : no_verdict;
		if (inverted.told > said.told)
			said = inverted;
	}
	/* `his claims` is no verb, but `which claims` is */
	if (said.told == TOLD_SOMEBODY && is_class(v, SPEECH_NOUNLIKE) &&
		!(first > 0 && is_class(&p[first - 1],
				       SPEECH_CLAUSE | SPEECH_THAT | SPEECH_WHO | SPEECH_PERSONAL)))
		return no_verdict;
	return said;
}
