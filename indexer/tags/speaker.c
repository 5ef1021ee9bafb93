/* speaker.c - whose words a quotation is, from the sentence that it stands in.
 *
 * Before the quotation the nearest verb or word of speech decides: its subject, the one by whom,
 * the one whose words they are.  Where that is nobody with a name, nobody is guessed at farther
 * off. Behind the quotation only what follows it at once counts: “...”, wrote X in 1936. */
#include "frame.h"
#include "speech.h"

#include <string.h>

typedef struct verdict {
	told told;
	int says, tagged;
	const kt_mention *who;
} verdict;

static const verdict nothing;

static int is_class(const piece *p, uint32_t class)
{
	return p->kind == PIECE_WORD && (p->class & class) != 0;
}

static int is_cyrillic(kt_str s)
{
	return s.len && ((unsigned char)s.ptr[0] == 0xD0 || (unsigned char)s.ptr[0] == 0xD1);
}

static kt_str word_of(const reading *r, const frame *f, const piece *p)
{
	return kt_str_sub(text_of(r, f->passage), p->start, p->end);
}

static verdict somebody(void)
{
	return (verdict) { .told = TOLD_SOMEBODY, .says = 1 };
}

static verdict person(const piece *p)
{
	return p->person ? (verdict) { .told = TOLD_WHO, .says = 1, .who = p->person } : somebody();
}

/* ---- people as subjects ---- */

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
	if (ends_in(name, either, sizeof either / sizeof *either))
		return !(verb & SPEECH_MASCULINE);
	return !ends_in(name, oblique, sizeof oblique / sizeof *oblique) ||
	       ends_in(name, names_in_oy, sizeof names_in_oy / sizeof *names_in_oy);
}

/* Piece i stands by itself: not `to X`, `X and Y`, `X's`. */
static int is_subject(
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
		return nothing;
	only = only_person(before.left, before.left_count, &several);
	if (!only || only->possessive || before.left_cut)
		return somebody();
	for (const piece *p = before.left; p < only; p++)
		if (p->kind != PIECE_WORD || (p->small && !(p->class & leading)))
			return somebody();
	return is_subject(
		       r, &before, before.left, before.left_count, (size_t)(only - before.left), 0)
		       ? person(only)
		       : somebody();
}

static int woman(const reading *r, const frame *f, const piece *p)
{
	static const char *const endings[] = { "ova", "eva", "ina", "skaya", "skaia", "aya", "ая",
		"ова", "ева", "ина" };

	return ends_in(word_of(r, f, p), endings, sizeof endings / sizeof *endings) &&
	       !kt_str_ends(word_of(r, f, p), KT_STR("Lunina"));
}

/* He and she, where it is plain who that is: the one person that the sentence named before. */
static verdict antecedent(reading *r, const frame *f, size_t pronoun, uint32_t class, int *ok)
{
	int several;
	const piece *only = only_person(f->left, pronoun, &several);
	verdict v = somebody();

	if (only && (!(class & SPEECH_HE) || !woman(r, f, only)))
		return person(only);
	if (!only && !several && !f->left_cut)
		v = sentence_before(r, f, ok);
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
			return person(&p[k]);
		if (is_class(&p[k], SPEECH_WHO) && k > 0 && p[k - 1].kind == PIECE_PERSON &&
			!p[k - 1].possessive)
			return person(&p[k - 1]);
		if (p[k].kind == PIECE_PERSON && k + 1 < verb)
			return somebody();
	}
	return somebody();
}

/* X went to Y and said: the person that the sentence begins with. */
static verdict of_clause_before(reading *r, const frame *f, size_t verb)
{
	const piece *p = f->left;
	size_t first = 0, ands = 0;

	if (f->left_cut)
		return somebody();
	while (first < verb && p[first].kind != PIECE_PERSON)
		first++;
	if (first == verb || first > 5 || (first > 0 && !(p[first].gap & GAP_COMMA)) ||
		!is_subject(r, f, p, f->left_count, first, 0))
		return somebody();
	for (size_t i = first + 1; i < verb; i++) {
		ands += (size_t)is_class(&p[i], SPEECH_AND);
		if (is_class(&p[i], SPEECH_CLAUSE | SPEECH_THAT | SPEECH_WHO) ||
			(p[i].kind == PIECE_PERSON && is_subject(r, f, p, f->left_count, i, 0) &&
				!is_class(&p[i - 1], 0xFFFFFFFF & ~SPEECH_KNOWN) && i != first + 1))
			return somebody();
	}
	return ands == 1 ? person(&p[first]) : somebody();
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
				return p[j].possessive ? somebody() : person(&p[j]);
		break;
	}
	return somebody();
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
			return person(&p[i]);
		if (is_class(&p[i], SPEECH_HE | SPEECH_SHE))
			return (verdict) { .told = TOLD_AUTHOR, .says = 1 };
	}
	return somebody();
}

static verdict subject_at(
	reading *r, const frame *f, size_t j, size_t verb, uint32_t class, int *ok)
{
	const piece *p = f->left;

	if (p[j].kind == PIECE_PERSON)
		return is_subject(r, f, p, f->left_count, j, class) ? person(&p[j]) : somebody();
	if (is_class(&p[j], SPEECH_WHO))
		return j > 0 && p[j - 1].kind == PIECE_PERSON && !p[j - 1].possessive
			       ? person(&p[j - 1])
			       : somebody();
	if (is_class(&p[j], SPEECH_HE | SPEECH_SHE))
		return antecedent(r, f, j, p[j].class, ok);
	if (is_class(&p[j], SPEECH_AND))
		return of_clause_before(r, f, verb);
	if (is_class(&p[j], SPEECH_DOCUMENT))
		return (verdict) { .told = TOLD_AUTHOR, .says = 1 };
	return somebody();
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

/* Who says what the verb at `verb` says. */
static verdict subject(reading *r, const frame *f, size_t verb, int *ok)
{
	const piece *p = f->left, *v = &p[verb];
	int passive, to, cyrillic = is_cyrillic(word_of(r, f, v));
	size_t first = chain_start(f, verb, &passive, &to);
	verdict said = somebody();

	if (passive)
		return agent(f, verb);
	if (to)
		return somebody(); /* wanted Y to say */
	if (is_class(v, SPEECH_BASE) && first == verb)
		return nothing; /* a noun, or the plural */
	if (first > 0 && !(p[first].gap & (GAP_COLON | GAP_SEMICOLON | GAP_STOP))) {
		if (!(p[first].gap & (GAP_COMMA | GAP_CLOSE | GAP_DASH)))
			said = subject_at(r, f, first - 1, verb, v->class, ok);
		else if (p[first - 1].kind != PIECE_QUOTATION)
			said = before_comma(r, f, first, v->class);
	}
	if (said.told == TOLD_SOMEBODY && !is_class(v, SPEECH_ING) && verb + 1 < f->left_count) {
		verdict inverted = nothing;

		if (cyrillic)
			inverted = behind_verb(r, f, verb, v->class);
		else if ((first == 0 || p[first - 1].kind == PIECE_QUOTATION) &&
			 is_class(v, SPEECH_TAG))
			inverted = p[verb + 1].kind == PIECE_PERSON && !p[verb + 1].possessive
					   ? person(&p[verb + 1])
				   : is_class(&p[verb + 1], SPEECH_HE | SPEECH_SHE)
					   ? antecedent(r, f, first, p[verb + 1].class, ok)
					   : nothing;
		if (inverted.told > said.told)
			said = inverted;
	}
	if (said.told == TOLD_SOMEBODY && is_class(v, SPEECH_PARTICIPLE)) {
		verdict by = agent(f, verb);

		if (by.told == TOLD_WHO)
			return by;
	}
	/* `his claims` is no verb */
	return said.told == TOLD_SOMEBODY && is_class(v, SPEECH_NOUNLIKE) ? nothing : said;
}

/* ---- words of speech: X's phrase, in the words of X, a point made by X ---- */

/* Whether what ends at piece `last` leads to the quotation: directly, by a colon, `that` or `as`.
 */
static int leads(const frame *f, size_t last)
{
	const piece *p = f->left;

	if (last + 1 >= f->left_count)
		return 1;
	if (f->gap_before & GAP_COLON)
		return 1;
	for (size_t i = last + 1; i < f->left_count; i++)
		if (is_class(&p[i], SPEECH_THAT | SPEECH_AS) &&
			(i == last + 1 || (p[i].gap & GAP_COMMA)))
			return 1;
	return is_class(&p[last + 1], SPEECH_BE) && f->left_count - last <= 4;
}

/* in X's words, to use X's phrase */
static int is_adopted(const reading *r, const frame *f, size_t owner)
{
	const piece *p = f->left;
	kt_str word;

	if (!owner || p[owner - 1].kind != PIECE_WORD)
		return 0;
	word = word_of(r, f, &p[owner - 1]);
	return kt_str_equal_nocase(word, KT_STR("in")) ||
	       kt_str_equal_nocase(word, KT_STR("use")) ||
	       kt_str_equal_nocase(word, KT_STR("using")) ||
	       kt_str_equal_nocase(word, KT_STR("quote")) ||
	       kt_str_equal_nocase(word, KT_STR("quoting")) ||
	       kt_str_equal_nocase(word, KT_STR("borrow")) ||
	       kt_str_equal_nocase(word, KT_STR("borrowing"));
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
		if (!is_adopted(r, f, owner) && !leads(f, last))
			return nothing;
		return person(&f->left[owner]);
	}
	verb = verb_of_object(f, noun);
	if (verb != NOWHERE) {
		verdict v = subject(r, f, verb, ok);

		v.says = 0;
		return v;
	}
	/* the conclusion that “...” */
	return noun + 1 < f->left_count && is_class(&f->left[noun + 1], SPEECH_THAT) ? somebody()
										     : nothing;
}

/* A point made by X, that “...”; described by X as “...” */
static verdict by_agent(const frame *f, size_t by)
{
	const piece *p = f->left;

	if (!by || !is_class(&p[by - 1], SPEECH_VERB | SPEECH_USES | SPEECH_NOUN) ||
		!is_class(&p[by - 1], SPEECH_PARTICIPLE | SPEECH_NOUN))
		return nothing;
	for (size_t i = by + 1; i < f->left_count && i <= by + 3; i++)
		if (p[i].kind == PIECE_PERSON)
			return p[i].possessive || !leads(f, i) ? nothing : person(&p[i]);
	return nothing;
}

/* According to X; по словам X, согласно X. */
static verdict by_account(const frame *f, const piece *p, size_t count, size_t i)
{
	size_t who = i + 2;

	(void)f;
	if (i + 1 >= count)
		return nothing;
	if (!is_class(&p[i + 1], SPEECH_TO | SPEECH_NOUN)) {
		if (is_class(&p[i], SPEECH_PREPOSITION))
			return nothing; /* по plain */
		who = i + 1;
	}
	for (size_t k = who; k < count && k <= who + 2 && (k == who || !p[k].gap); k++)
		if (p[k].kind == PIECE_PERSON)
			return p[k].possessive ? somebody() : person(&p[k]);
	return is_class(&p[i], SPEECH_PREPOSITION) ? nothing : somebody();
}

/* ---- before the quotation ---- */

/* Another clause begins at piece i, so that a frame before it does not reach behind it. */
static int parts(const frame *f, size_t i)
{
	const piece *p = &f->left[i];

	if (i + 1 >= f->left_count || !(p->gap & (GAP_COMMA | GAP_SEMICOLON | GAP_STOP)))
		return 0;
	if (p->gap & (GAP_SEMICOLON | GAP_STOP))
		return 1;
	return is_class(p, SPEECH_CLAUSE) ||
	       (is_class(p, SPEECH_AND) && !is_class(&f->left[i + 1], SPEECH_THAT) &&
		       f->left[i + 1].kind != PIECE_QUOTATION);
}

enum { TERM_REACH = 12 };

/* From the words before the quotation.  `brief`: it is of few words, perhaps a term of the author's
 * own, so that only a frame close by counts. */
static verdict before(reading *r, const frame *f, int brief, int *ok)
{
	const piece *p = f->left;
	size_t n = f->left_count;

	if (n && n <= 2 && p[n - 1].kind == PIECE_PERSON && (f->gap_before & GAP_COLON) &&
		!p[n - 1].possessive)
		return person(&p[n - 1]); /* X: “...” */
	for (size_t i = n; i-- > 0 && *ok;) {
		verdict v = nothing;

		if (brief && n - i > TERM_REACH)
			break;
		if (i + 1 < n && parts(f, i + 1))
			break;
		if (p[i].kind != PIECE_WORD)
			continue;
		if (is_class(&p[i], SPEECH_BY))
			v = by_agent(f, i);
		else if (is_class(&p[i], SPEECH_ACCORDING))
			v = by_account(f, p, n, i);
		else if (is_class(&p[i], SPEECH_VERB))
			v = subject(r, f, i, ok);
		if (v.told != TOLD_NOT && is_class(&p[i], SPEECH_NAMES))
			v.says = 0;
		if (v.told == TOLD_NOT && is_class(&p[i], SPEECH_NOUN))
			v = by_noun(r, f, i, ok);
		if (v.told != TOLD_NOT) {
			v.tagged = i <= 2 && p[0].kind == PIECE_QUOTATION;
			return v;
		}
	}
	return nothing;
}

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
	verdict v = nothing;

	*next = i;
	if (j < n && is_class(&p[j], SPEECH_TAG) && is_class(&p[j], SPEECH_FINITE)) {
		size_t k = skip_adverbs(f, j + 1);

		if (k < n && (p[k].gap & GAP_COMMA))
			return nothing;
		*next = k + 1;
		if (k < n && is_subject(r, f, p, n, k, p[j].class))
			v = person(&p[k]);
		else if (k < n && is_class(&p[k], SPEECH_HE | SPEECH_SHE))
			v = antecedent(r, f, f->left_count, p[k].class, ok);
		else
			v = somebody();
	} else if (i < n &&
		   (p[i].kind == PIECE_PERSON || is_class(&p[i], SPEECH_HE | SPEECH_SHE))) {
		j = skip_adverbs(f, i + 1);
		if (j >= n || (p[j].gap & (GAP_COMMA | GAP_DASH)) || !is_class(&p[j], SPEECH_TAG) ||
			!is_class(&p[j], SPEECH_FINITE))
			return nothing;
		*next = j + 1;
		v = p[i].kind != PIECE_PERSON ? antecedent(r, f, f->left_count, p[i].class, ok)
		    : is_subject(r, f, p, n, i, p[j].class) ? person(&p[i])
							    : somebody();
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
		return nothing;
	v = tag(r, f, i, &next, ok);
	if (v.told != TOLD_NOT)
		return v;
	if (p[i].kind == PIECE_PERSON && i + 1 < n) {
		size_t j = skip_adverbs(f, i + 1);

		return j < n && is_class(&p[j], verbs) && is_subject(r, f, p, n, i, p[j].class)
			       ? person(&p[i])
			       : nothing;
	}
	for (size_t j = i; j + 2 < n && j < i + 4; j++)
		if (is_class(&p[j], verbs) && is_class(&p[j], SPEECH_PARTICIPLE) &&
			is_class(&p[j + 1], SPEECH_BY) && p[j + 2].kind == PIECE_PERSON)
			return p[j + 2].possessive ? somebody() : person(&p[j + 2]);
	return nothing;
}

/* X's phrase; the phrase is X's; in the words of X */
static verdict word_behind(const reading *r, const frame *f, size_t i)
{
	const piece *p = f->right;
	size_t n = f->right_count;

	if (i < n && p[i].kind == PIECE_PERSON && p[i].possessive) {
		for (size_t j = i + 1; j < n && j <= i + 3 && !p[j].gap; j++)
			if (is_class(&p[j], SPEECH_NOUN))
				return person(&p[i]);
		return nothing;
	}
	while (i < n && is_class(&p[i], SPEECH_DETERMINER))
		i++;
	if (i + 1 >= n || !is_class(&p[i], SPEECH_NOUN))
		return nothing;
	if (is_cyrillic(word_of(r, f, &p[i])) && p[i + 1].kind == PIECE_PERSON && !p[i + 1].gap)
		return person(&p[i + 1]);
	if (i + 2 >= n || p[i + 2].kind != PIECE_PERSON)
		return nothing;
	if (is_class(&p[i + 1], SPEECH_BE) && p[i + 2].possessive)
		return person(&p[i + 2]);
	if (kt_str_is(word_of(r, f, &p[i + 1]), "of") && !p[i + 2].possessive)
		return person(&p[i + 2]);
	return nothing;
}

/* a concept coined by X */
static verdict apposition(const frame *f)
{
	const piece *p = f->right;

	for (size_t i = 0; i + 2 < f->right_count && i < 8; i++) {
		if (i > 0 && (p[i].gap || p[i].kind != PIECE_WORD))
			return nothing;
		if (is_class(&p[i], SPEECH_PARTICIPLE) && is_class(&p[i + 1], SPEECH_BY))
			return p[i + 2].kind == PIECE_PERSON && !p[i + 2].possessive
				       ? person(&p[i + 2])
				       : nothing;
		if (is_class(&p[i], SPEECH_FINITE | SPEECH_BE | SPEECH_WHO | SPEECH_THAT))
			return nothing;
	}
	return nothing;
}

/* was X's verdict; was how X put it; were the words of X; was coined by X */
static verdict predicate(reading *r, const frame *f, int *ok)
{
	const piece *p = f->right;
	verdict v;

	if (f->right_count < 3 || !is_class(&p[0], SPEECH_BE) || p[0].gap)
		return nothing;
	v = word_behind(r, f, 1);
	if (v.told == TOLD_NOT && is_class(&p[1], SPEECH_CLAUSE))
		v = as_put(r, f, 2, ok);
	if (v.told == TOLD_NOT)
		v = is_class(&p[1], SPEECH_PARTICIPLE) && is_class(&p[1], SPEECH_USES | SPEECH_TAG)
			    ? as_put(r, f, 1, ok)
			    : nothing;
	return v.told == TOLD_WHO ? v : nothing;
}

/* The quotation that a frame behind it has for an object: X wrote: “...” */
static int belongs_to_next(const frame *f, size_t next)
{
	if (next >= f->right_count)
		return (f->gap_after & GAP_COLON) != 0;
	return f->right[next].kind == PIECE_QUOTATION || (f->right[next].gap & GAP_COLON) ||
	       is_class(&f->right[next], SPEECH_THAT);
}

static verdict behind(reading *r, const found *q, const frame *f, int *ok)
{
	const piece *p = f->right;
	verdict v = nothing;
	size_t next = 0;

	if (!f->right_count || (p[0].gap & (GAP_COLON | GAP_SEMICOLON)))
		return nothing;
	if (is_parted(r, q, f) && !(f->fresh && (p[0].gap & GAP_STOP))) {
		char last = text_of(r, q->passage).ptr[q->end - 1];

		if (!f->fresh || last == '!' || last == '?')
			v = tag(r, f, 0, &next, ok);
		if (v.told != TOLD_NOT)
			return belongs_to_next(f, next) && !(p[next - 1].gap & GAP_COMMA) &&
					       v.told != TOLD_WHO
				       ? nothing
				       : v;
	}
	if (f->fresh)
		return nothing;
	if (is_class(&p[0], SPEECH_AS))
		return as_put(r, f, 1, ok);
	if (is_class(&p[0], SPEECH_ACCORDING))
		return by_account(f, p, f->right_count, 0);
	if (is_class(&p[0], SPEECH_BY) && f->right_count > 1 && p[1].kind == PIECE_PERSON &&
		!p[1].possessive)
		return (verdict) { TOLD_SOMEBODY, 1, 0, p[1].person };
	if (is_class(&p[0], SPEECH_PREPOSITION) && kt_str_is(word_of(r, f, &p[0]), "in"))
		return word_behind(r, f, 1);
	if (is_class(&p[0], SPEECH_TO) && f->right_count > 1 && is_adopted(r, f, 0))
		return nothing;
	if (p[0].gap & (GAP_COMMA | GAP_DASH | GAP_OPEN)) {
		v = word_behind(r, f, 0);
		if (v.told == TOLD_NOT)
			v = apposition(f);
		if (v.told == TOLD_NOT && f->right_count > 2 && is_class(&p[0], SPEECH_TO) &&
			p[2].kind == PIECE_PERSON && is_class(&p[1], SPEECH_USES | SPEECH_NOUN))
			v = person(&p[2]); /* to use X's phrase, to quote X */
		return v;
	}
	return predicate(r, f, ok);
}

/* ---- all of them ---- */

enum { BRIEF_WORDS = 4 };

static int is_brief(reading *r, const found *q)
{
	return token_at(r, q->passage, q->end) - token_at(r, q->passage, q->start) <= BRIEF_WORDS;
}

static void tell(found *q, verdict v)
{
	q->told = (uint8_t)v.told;
	q->says = (uint8_t)(v.says && v.told != TOLD_NOT);
	q->tagged = (uint8_t)v.tagged;
	if (v.told == TOLD_WHO)
		q->speaker = v.who->id;
}

static verdict inline_verdict(reading *r, size_t i, int *ok)
{
	const found *q = &r->finds.at[i];
	frame f;
	verdict left = nothing, right;

	*ok = frame_of(r, i, &f);
	if (!*ok)
		return nothing;
	left = before(r, &f, is_brief(r, q), ok);
	if (!*ok)
		return nothing;
	right = behind(r, q, &f, ok);
	if (right.told == TOLD_SOMEBODY && right.who && !right.tagged) /* called “...” by X */
		right = left.told == TOLD_SOMEBODY ? (verdict) { TOLD_WHO, left.says, 0, right.who }
						   : nothing;
	if (right.told == TOLD_WHO && left.told == TOLD_WHO)
		return left.tagged ? right : left;
	if (right.told == TOLD_WHO)
		return right;
	return left.told > right.told ? left : right;
}

/* “...,” said X. “...”: the second is X's as well.  The first, or NOWHERE. */
static size_t before_tag(const reading *r, size_t i)
{
	enum { TAG_BYTES = 120 };
	const found *q = &r->finds.at[i];

	for (size_t k = i; k-- > r->first_find[q->passage] && i - k < 8;) {
		const found *last = &r->finds.at[k];

		if (last->parent == q->parent)
			return last->tagged && last->told == TOLD_WHO && last->to <= q->from &&
					       q->from - last->to <= TAG_BYTES
				       ? k
				       : NOWHERE;
	}
	return NOWHERE;
}

static int starts_sentence(const reading *r, const found *q)
{
	for (size_t s = 0; s < r->sentences.count && r->sentences.at[s] <= q->from; s++)
		if (r->sentences.at[s] == q->from)
			return 1;
	return 0;
}

/* The passage that leads to a block or a quotation that its passage begins with; NOWHERE: none. */
static uint32_t leading_passage(const reading *r, const found *q)
{
	size_t p = q->passage;

	while (p-- > 0 && q->passage - p < 4) {
		switch (kind_of(r, p)) {
		case KT_KIND_CAPTION:
		case KT_KIND_NOTE:
			continue;
		case KT_KIND_PARAGRAPH:
		case KT_KIND_LIST:
		case KT_KIND_FOOTNOTE:
			return (uint32_t)p;
		default:
			return NOWHERE;
		}
	}
	return NOWHERE;
}

static verdict lead_in(reading *r, const found *q, int *ok)
{
	uint32_t p = leading_passage(r, q);
	frame f;
	int open;

	if (p == NOWHERE)
		return nothing;
	*ok = frame_lead_in(r, p, &f, &open);
	return *ok && open ? before(r, &f, 0, ok) : nothing;
}

static verdict verdict_of(reading *r, size_t i, int *ok)
{
	const found *q = &r->finds.at[i];
	verdict v = nothing;

	if (q->kind != KT_QUOTATION_BLOCK)
		v = inline_verdict(r, i, ok);
	if (*ok && v.told == TOLD_NOT && q->parent == NOWHERE && !q->goes_on &&
		(q->kind == KT_QUOTATION_BLOCK || q->from == 0))
		v = lead_in(r, q, ok);
	return v;
}

kt_status quotation_speakers(reading *r)
{
	int ok = 1;

	for (size_t i = 0; i < r->finds.count && ok; i++) {
		found *q = &r->finds.at[i];

		if (q->kind == KT_QUOTATION_TITLE)
			continue;
		if (q->goes_on && i > 0) {
			size_t last = i - 1;

			while (r->finds.at[last].parent != NOWHERE)
				last = r->finds.at[last].parent;
			q->told = r->finds.at[last].told;
			q->says = r->finds.at[last].says;
			q->speaker = r->finds.at[last].speaker;
			continue;
		}
		tell(q, verdict_of(r, i, &ok));
		if (q->told == TOLD_NOT && ok && q->kind == KT_QUOTATION_INLINE) {
			size_t first = before_tag(r, i);

			if (first == NOWHERE || !starts_sentence(r, q))
				continue;
			q->told = TOLD_WHO;
			q->says = q->tagged = 1;
			q->speaker = r->finds.at[first].speaker;
		}
	}
	return ok ? KT_OK : kt_fail(r->err, KT_ENOMEM, "no memory for the quotations of a text");
}
