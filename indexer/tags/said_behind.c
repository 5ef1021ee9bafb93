/* said_behind.c - whose words a quotation is, from what follows it at once: “...”, wrote X in 1936.
 */
#include "verdict.h"

#include <string.h>

/* ---- behind the quotation ---- */

/* A tag needs a comma or a stop before it: “...,” said X. */
static int is_parted(const reading *r, const found *q, const frame *f)
{
	kt_str text = text_of(r, q->passage);
	char last = q->end > q->start ? text.ptr[q->end - 1] : ' ';

	return strchr(",.!?-", last) != NULL || (f->right[0].gap & (GAP_COMMA | GAP_DASH)) ||
	       (unsigned char)last == 0xA6 || (unsigned char)last == 0x94;
}

static size_t skip_adverbs(const frame *f, size_t i)
{
	while (i < f->right_count && is_class(&f->right[i], SPEECH_ADVERB | SPEECH_AUX) &&
		!is_class(&f->right[i], SPEECH_VERB))
		i++;
	return i;
}

/* said X, X said, he said.  *next: behind it. */
static verdict tag(reading *r, const frame *f, size_t i, size_t *next, int *ok)
{
	const piece *p = f->right;
	size_t n = f->right_count, j = skip_adverbs(f, i);
	verdict v = no_verdict;

	*next = i;
	if (j < n && is_class(&p[j], SPEECH_TAG) && is_class(&p[j], SPEECH_FINITE)) {
		size_t k = skip_adverbs(f, j + 1);

		if (k < n && (p[k].gap & GAP_COMMA))
			return no_verdict;
		*next = k + 1;
		if (k < n && is_subject(r, f, p, n, k, p[j].class))
			v = person_says(&p[k]);
		else if (k < n && is_class(&p[k], SPEECH_HE | SPEECH_SHE))
			v = antecedent(r, f, f->left_count, p[k].class, ok);
		else if (!is_class(&p[j], SPEECH_NOUNLIKE))
			v = somebody_says();
	} else if (i < n && (p[i].kind == PIECE_PERSON ||
				    is_class(&p[i], SPEECH_HE | SPEECH_SHE | SPEECH_PERSONAL))) {
		j = skip_adverbs(f, i + 1);
		if (j >= n || (p[j].gap & (GAP_COMMA | GAP_DASH)) ||
			!is_class(&p[j], SPEECH_TAG | SPEECH_VERB) ||
			!is_class(&p[j], SPEECH_FINITE))
			return no_verdict;
		*next = j + 1;
		if (p[i].kind == PIECE_PERSON)
			v = is_subject(r, f, p, n, i, p[j].class) ? person_says(&p[i])
								  : somebody_says();
		else if (is_class(&p[i], SPEECH_PERSONAL))
			v = somebody_says();
		else
			v = antecedent(r, f, f->left_count, p[i].class, ok);
	}
	v.tagged = v.told != TOLD_NOT;
	return v;
}

/* as X put it; as defined by X; as it was called by X */
static verdict as_put(reading *r, const frame *f, size_t i, int *ok)
{
	static const uint32_t verbs = SPEECH_VERB | SPEECH_TAG | SPEECH_USES;
	const piece *p = f->right;
	size_t n = f->right_count, next;
	verdict v;

	if (i >= n)
		return no_verdict;
	v = tag(r, f, i, &next, ok);
	if (v.told != TOLD_NOT)
		return v;
	if (p[i].kind == PIECE_PERSON && i + 1 < n) {
		size_t j = skip_adverbs(f, i + 1);

		return j < n && is_class(&p[j], verbs) && is_subject(r, f, p, n, i, p[j].class)
			       ? person_says(&p[i])
			       : no_verdict;
	}
	for (size_t j = i; j + 2 < n && j < i + 4; j++) {
		if (!is_class(&p[j], verbs) || !is_class(&p[j], SPEECH_PARTICIPLE) ||
			!is_class(&p[j + 1], SPEECH_BY) || p[j + 2].kind != PIECE_PERSON)
			continue;
		v = p[j + 2].possessive ? somebody_says() : person_says(&p[j + 2]);
		v.says = !is_class(&p[j], SPEECH_NAMES | SPEECH_USES);
		return v;
	}
	return no_verdict;
}

/* X's phrase; the phrase is X's; in the words of X */
static verdict word_behind(const reading *r, const frame *f, size_t i)
{
	const piece *p = f->right;
	size_t n = f->right_count;

	if (i < n && p[i].kind == PIECE_PERSON && p[i].possessive) {
		for (size_t j = i + 1; j < n && j <= i + 3 && !p[j].gap; j++)
			if (is_class(&p[j], SPEECH_NOUN))
				return person_says(&p[i]);
		return no_verdict;
	}
	while (i < n && is_class(&p[i], SPEECH_DETERMINER))
		i++;
	if (i + 1 >= n || !is_class(&p[i], SPEECH_NOUN))
		return no_verdict;
	if (is_cyrillic(word_of(r, f, &p[i])) && p[i + 1].kind == PIECE_PERSON && !p[i + 1].gap)
		return person_says(&p[i + 1]);
	if (i + 2 >= n || p[i + 2].kind != PIECE_PERSON)
		return no_verdict;
	if (is_class(&p[i + 1], SPEECH_BE) && p[i + 2].possessive)
		return person_says(&p[i + 2]);
	if (kt_str_is(word_of(r, f, &p[i + 1]), "of") && !p[i + 2].possessive)
		return person_says(&p[i + 2]);
	return no_verdict;
}

/* a concept coined by X */
static verdict apposition(const frame *f)
{
	const piece *p = f->right;

	for (size_t i = 0; i + 2 < f->right_count && i < 8; i++) {
		if (i > 0 && (p[i].gap || p[i].kind != PIECE_WORD))
			return no_verdict;
		if (is_class(&p[i], SPEECH_PARTICIPLE) && is_class(&p[i + 1], SPEECH_BY)) {
			verdict v = p[i + 2].kind == PIECE_PERSON && !p[i + 2].possessive
					    ? person_says(&p[i + 2])
					    : no_verdict;

			v.says = v.says && is_class(&p[i], SPEECH_TAG);
			return v;
		}
		if (is_class(&p[i], SPEECH_FINITE | SPEECH_BE | SPEECH_WHO | SPEECH_THAT))
			return no_verdict;
	}
	return no_verdict;
}

/* was X's verdict; was how X put it; were the words of X; was coined by X */
static verdict predicate(reading *r, const frame *f, int *ok)
{
	const piece *p = f->right;
	verdict v;

	if (f->right_count < 3 || !is_class(&p[0], SPEECH_BE) || p[0].gap)
		return no_verdict;
	v = word_behind(r, f, 1);
	if (v.told == TOLD_NOT && is_class(&p[1], SPEECH_CLAUSE))
		v = as_put(r, f, 2, ok);
	if (v.told == TOLD_NOT)
		v = is_class(&p[1], SPEECH_PARTICIPLE) && is_class(&p[1], SPEECH_USES | SPEECH_TAG)
			    ? as_put(r, f, 1, ok)
			    : no_verdict;
	return v.told == TOLD_WHO ? v : no_verdict;
}

/* The quotation that a frame behind it has for an object: X wrote: “...” */
static int belongs_to_next(const frame *f, size_t next)
{
	if (next >= f->right_count)
		return (f->gap_after & GAP_COLON) != 0;
	return f->right[next].kind == PIECE_QUOTATION || (f->right[next].gap & GAP_COLON) ||
	       is_class(&f->right[next], SPEECH_THAT);
}

verdict said_behind(reading *r, const found *q, const frame *f, int *ok)
{
	const piece *p = f->right;
	verdict v = no_verdict;
	size_t next = 0;

	if (!f->right_count || (p[0].gap & (GAP_COLON | GAP_SEMICOLON)))
		return no_verdict;
	if (is_parted(r, q, f) && !(p[0].gap & GAP_OPEN) && !(f->fresh && (p[0].gap & GAP_STOP))) {
		char last = text_of(r, q->passage).ptr[q->end - 1];

		if (!f->fresh || last == '!' || last == '?')
			v = tag(r, f, 0, &next, ok);
		if (f->fresh && next < f->right_count && !p[next].gap &&
			!is_class(&p[next], SPEECH_PREPOSITION | SPEECH_ADVERB))
			return no_verdict;
		if (v.told != TOLD_NOT)
			return belongs_to_next(f, next) && !(p[next - 1].gap & GAP_COMMA) &&
					       v.told != TOLD_WHO
				       ? no_verdict
				       : v;
	}
	if (f->fresh)
		return no_verdict;
	if (is_class(&p[0], SPEECH_AS))
		return as_put(r, f, 1, ok);
	if (is_class(&p[0], SPEECH_ACCORDING))
		return by_account(p, f->right_count, 0);
	if (is_class(&p[0], SPEECH_BY) && f->right_count > 1 && p[1].kind == PIECE_PERSON &&
		!p[1].possessive)
		return (verdict) { .told = TOLD_SOMEBODY, .says = 1, .who = p[1].person };
	if (is_class(&p[0], SPEECH_PREPOSITION) && kt_str_is(word_of(r, f, &p[0]), "in"))
		return word_behind(r, f, 1);
	if (p[0].gap & (GAP_COMMA | GAP_DASH | GAP_OPEN)) {
		v = word_behind(r, f, 0);
		if (v.told == TOLD_NOT)
			v = apposition(f);
		if (v.told == TOLD_NOT && f->right_count > 2 && is_class(&p[0], SPEECH_TO) &&
			p[2].kind == PIECE_PERSON && is_class(&p[1], SPEECH_USES | SPEECH_NOUN))
			v = person_says(&p[2]); /* to use X's phrase, to quote X */
		return v;
	}
	return predicate(r, f, ok);
}
