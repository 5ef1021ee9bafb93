/* quote_words.c - the words of a quotation, their classes, and what each weighs. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "quote.h"

#define WEIGHT_LEAST 0.25 /* of the commonest word; of one that occurs once: 1 */
#define WEIGHT_BRACKETED 0.02F /* of an editor's word */
#define WORDS_LEAST 100000 /* of a smaller index, frequencies say little: as if it had these */
#define STOP_BITS 6 /* what a function word tells at most */
#define COMMON_BITS 5 /* a word of one in 32: also a quotation's without function words */

int quote_has_ellipsis(kt_str between)
{
	size_t points = 0;

	for (size_t i = 0; i < between.len; i++)
		points += between.ptr[i] == '.';
	return points > 2 || kt_str_find(between, KT_STR("\xE2\x80\xA6"), 0) != SIZE_MAX;
}

uint32_t quote_tail(kt_str text, const kt_token *token)
{
	size_t end = (size_t)token->offset + token->length, at = end;

	if (!(token->flags & KT_TOKEN_POSSESSIVE) || at >= text.len)
		return 0;
	kt_utf8_next(text, &at); /* the apostrophe, of whatever kind */
	if (at < text.len && (text.ptr[at] | 32) == 's')
		at++;
	return (uint32_t)(at - end);
}

/* What stands between two words: whether the second is in square brackets. */
static int bracket_after(kt_str between, int bracket)
{
	for (size_t i = 0; i < between.len; i++) {
		if (between.ptr[i] == '[')
			bracket = 1;
		else if (between.ptr[i] == ']')
			bracket = 0;
	}
	return bracket;
}

#define INSERTION_WORDS 12 /* more in brackets are a passage of their own, or never closed */

int quote_insertion(kt_str text, const kt_tokens *tokens, size_t *from, size_t *to)
{
	int bracket = 0;
	size_t first = *from;

	for (size_t i = *from; i <= tokens->count; i++) {
		const kt_token *t = &tokens->at[i];
		size_t start = i ? (size_t)t[-1].offset + t[-1].length : 0;
		size_t end = i < tokens->count ? t->offset : text.len;
		int now = bracket_after(kt_str_sub(text, start, end), bracket);

		if (bracket && !now && i - first <= INSERTION_WORDS) {
			*from = first;
			*to = i;
			return 1;
		}
		if (!bracket && now)
			first = i;
		bracket = now;
	}
	return 0;
}

uint32_t quote_letters(kt_str form)
{
	uint32_t letters = 0;

	for (size_t at = 0; at < form.len;)
		letters |= (uint32_t)1 << (kt_utf8_next(form, &at) & 31);
	return letters;
}

static kt_status add_class(quotation *q, kt_str form, uint32_t *out, kt_error *err)
{
	quote_class *c;
	uint32_t *at;
	int added;

	at = kt_map_put(q->class_of, form, (uint32_t)q->class_count, &added);
	if (!at)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	*out = *at;
	if (!added)
		return KT_OK;
	if (!kt_grow((void **)&q->classes, &q->class_size, q->class_count, sizeof *q->classes))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	c = &q->classes[q->class_count++];
	memset(c, 0, sizeof *c);
	c->form = kt_arena_str(q->plan->arena, form);
	kt_buf_clear(&q->scratch);
	kt_spelling(&q->scratch, form);
	c->spelling = kt_arena_str(q->plan->arena, kt_buf_str(&q->scratch));
	kt_buf_clear(&q->scratch);
	kt_sound_key(&q->scratch, form);
	c->sound = kt_arena_str(q->plan->arena, kt_buf_str(&q->scratch));
	c->letters = quote_letters(form);
	if (!c->form.ptr || !c->spelling.ptr || !c->sound.ptr)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	return KT_OK;
}

void quote_drop_asides(kt_tokens *tokens)
{
	size_t kept = 0;

	for (size_t i = 0; i < tokens->count; i++)
		if (!(tokens->at[i].flags & KT_TOKEN_ASIDE))
			tokens->at[kept++] = tokens->at[i];
	tokens->count = kept;
}

static kt_status read_compound(quotation *q, const kt_tokens *tokens, size_t from, kt_error *err)
{
	kt_buf whole = KT_BUF_INIT;
	kt_status status = KT_OK;
	size_t to;

	if (kt_compound(&whole, tokens, q->plan->words, q->text, from, &to) && to <= q->count) {
		quote_word *w = &q->words[to - 1];

		status = add_class(q, kt_buf_str(&whole), &w->join_class, err);
		w->join = (unsigned)(to - from);
	}
	kt_buf_release(&whole);
	return status;
}

/* The user's own words, too, when most are not in brackets. */
static void mark_insertions(quotation *q, const kt_tokens *tokens)
{
	size_t count = 0;

	for (size_t from = 0, to = 0; quote_insertion(q->text, tokens, &from, &to); from = to)
		for (size_t i = from; i < to && i < q->count; i++, count++)
			q->words[i].bracketed = 1;
	for (size_t i = 0; 2 * count > q->count && i < q->count; i++)
		q->words[i].bracketed = 0;
}

static kt_status read_words(quotation *q, const kt_tokens *tokens, kt_error *err)
{
	kt_status status = KT_OK;

	q->count = tokens->count < KT_QUOTE_WORDS ? tokens->count : KT_QUOTE_WORDS;
	q->left_out = tokens->count - q->count;
	q->words = plan_alloc(q->plan, q->count, sizeof *q->words, err);
	if (!q->words)
		return KT_ENOMEM;
	for (size_t i = 0; !status && i < q->count; i++) {
		const kt_token *t = &tokens->at[i];
		quote_word *w = &q->words[i];

		w->start = t->offset;
		w->end = t->offset + t->length;
		w->tail = quote_tail(q->text, t);
		w->glued = (t->flags & KT_TOKEN_GLUED) != 0;
		w->open = i + 1 < q->count &&
			  quote_has_ellipsis(kt_str_sub(q->text, w->end, tokens->at[i + 1].offset));
		status = add_class(q, kt_words_form(q->plan->words, t->form), &w->class, err);
	}
	for (size_t i = 0; !status && i < q->count; i++)
		status = read_compound(q, tokens, i, err);
	if (!status)
		mark_insertions(q, tokens);
	return status;
}

/* ---- classes ----------------------------------------------------------------------------------
 */

typedef struct listing {
	quotation *q;
	size_t number;
	size_t term_size;
	int alike;
} listing;

/* The form without spaces, in one spelling, is the class's own. */
static int is_spelt_so(quotation *q, const quote_class *c, kt_str form)
{
	kt_buf joined = KT_BUF_INIT;
	int same;

	for (size_t i = 0; i < form.len; i++)
		if (form.ptr[i] != ' ')
			kt_buf_addc(&joined, form.ptr[i]);
	kt_buf_clear(&q->scratch);
	kt_spelling(&q->scratch, kt_buf_str(&joined));
	same = kt_str_equal(kt_buf_str(&q->scratch), c->spelling);
	kt_buf_release(&joined);
	return same;
}

static kt_status add_term(listing *l, kt_str term, uint32_t having, kt_error *err)
{
	quotation *q = l->q;
	quote_class *c = &q->classes[l->number];

	if (c->term_count == l->term_size) {
		size_t size = l->term_size ? l->term_size * 2 : 8;
		kt_str *terms = plan_alloc(q->plan, size, sizeof *terms, err);

		if (!terms)
			return KT_ENOMEM;
		if (c->term_count)
			memcpy(terms, c->terms, c->term_count * sizeof *terms);
		c->terms = terms;
		l->term_size = size;
	}
	c->terms[c->term_count] = kt_arena_str(q->plan->arena, term);
	c->documents += having;
	if (!c->terms[c->term_count++].ptr)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	return KT_OK;
}

/* Of a compound, its rarest part stands for it where candidates are looked for. */
static kt_status rarest_part(quotation *q, kt_str form, kt_str *part, uint32_t *having,
	uint64_t *occurrences, kt_error *err)
{
	*having = UINT32_MAX;
	for (size_t from = 0; from <= form.len;) {
		size_t to = kt_str_find(form, KT_STR(" "), from);
		uint32_t count;
		uint64_t all;
		kt_status status;

		if (to == SIZE_MAX)
			to = form.len;
		status = kt_index_word(
			q->plan->index, kt_str_sub(form, from, to), &count, &all, err);
		if (status)
			return status;
		if (count < *having) {
			*having = count;
			*occurrences = all;
			*part = kt_str_sub(form, from, to);
		}
		from = to + 1;
	}
	return KT_OK;
}

static kt_status add_form(void *context, kt_str form, kt_error *err)
{
	listing *l = context;
	quote_class *c = &l->q->classes[l->number];
	likeness how = l->alike			     ? LIKE_SOUND
		       : kt_str_equal(form, c->form) ? LIKE_SAME
		       : is_spelt_so(l->q, c, form)  ? LIKE_SPELLING
						     : LIKE_CLASS;
	uint32_t having = 0;
	uint64_t occurrences = 0;
	kt_str part;
	kt_status status;

	status = likeness_note(l->q, l->number, form, how, err);
	for (size_t i = 0; !status && i < c->term_count; i++)
		if (kt_str_equal(c->terms[i], form))
			return KT_OK;
	if (!status)
		status = rarest_part(l->q, form, &part, &having, &occurrences, err);
	if (status || !having)
		return status;
	c->occurrences += occurrences;
	return add_term(l, part, having, err);
}

static int fits_one(const kt_language *languages, kt_str form)
{
	while (languages->code[0] && !kt_conflation_fits(*languages, form))
		languages++;
	return languages->code[0] != '\0';
}

static kt_status look_up(quotation *q, size_t number, kt_error *err)
{
	listing l = { q, number, 0, 0 };
	kt_str form = q->classes[number].form;
	kt_language one[2], *languages = languages_of(q->plan, one);
	kt_status status = add_form(&l, form, err);

	if (!status && fits_one(languages, form))
		status = kt_lexicon_forms(
			q->plan->index, q->plan->conflation, languages, form, add_form, &l, err);
	if (!status)
		status = kt_lexicon_plain(q->plan->index, form, add_form, &l, err);
	return status;
}

/* A word that does not occur may be misspelt; where the quotation has enough others, they find the
 * passage and the word is compared there. */
#define ALIKE_WORDS 4

static kt_status look_up_alike(quotation *q, kt_error *err)
{
	size_t known = 0, tried = 0;
	kt_status status = KT_OK;

	for (size_t i = 0; i < q->class_count; i++)
		known += q->classes[i].documents && !is_stop_word(q->plan, q->classes[i].form);
	for (size_t i = 0; !status && i < q->class_count && known < ALIKE_WORDS; i++) {
		listing l = { q, i, 0, 1 };

		if (q->classes[i].documents || tried++ == ALIKE_WORDS)
			continue;
		status = kt_lexicon_alike(q->plan->index, q->classes[i].form, add_form, &l, err);
	}
	return status;
}

static void weigh(quotation *q)
{
	double most = log2(q->total_words);

	q->common = 1;
	for (size_t i = 0; i < q->class_count; i++) {
		quote_class *c = &q->classes[i];

		c->bits = log2((q->total_words + 1) / ((double)c->occurrences + 0.5));
		c->bits = c->bits < 0 ? 0 : c->bits > most ? most : c->bits;
		c->stop = is_stop_word(q->plan, c->form);
		if (c->stop && c->bits > STOP_BITS)
			c->bits = STOP_BITS;
		c->weight = (float)(WEIGHT_LEAST + (1 - WEIGHT_LEAST) * c->bits / most);
		if (c->bits > COMMON_BITS && !c->stop)
			q->common = 0;
	}
	for (size_t i = 0; i < q->count; i++) {
		quote_word *w = &q->words[i];
		quote_class *c = &q->classes[w->class];

		w->weight = w->bracketed ? WEIGHT_BRACKETED : c->weight;
		c->total_weight += w->weight;
		q->weight += w->weight;
	}
}

kt_status quotation_init(quotation *q, plan *p, kt_str text, int markdown, kt_error *err)
{
	kt_tokens tokens = { NULL, 0, 0 };
	kt_index_state state;
	kt_status status;

	memset(q, 0, sizeof *q);
	q->plan = p;
	q->text = text;
	status = kt_index_state_read(p->index, &state, err);
	q->total_words = status || state.words < WORDS_LEAST ? WORDS_LEAST : (double)state.words;
	if (!status)
		status = kt_map_new(&q->class_of, err);
	if (!status)
		status = kt_map_new(&q->row_of, err);
	if (!status)
		status = kt_tokenise(
			&tokens, p->words, text, markdown ? KT_TOKENISE_MARKDOWN : 0, err);
	quote_drop_asides(&tokens);
	if (!status && !tokens.count)
		status = kt_fail(err, KT_EINVAL, "no words to look for");
	if (!status && tokens.count == 1)
		status = kt_fail(err, KT_EINVAL,
			"one word is no quotation; ask `search quote:%.*s` for quotations with it",
			KT_STR_ARG(kt_words_form(p->words, tokens.at[0].form)));
	if (!status)
		status = read_words(q, &tokens, err);
	for (size_t i = 0; !status && i < q->class_count; i++)
		status = look_up(q, i, err);
	if (!status)
		status = look_up_alike(q, err);
	if (!status)
		weigh(q);
	kt_tokens_release(&tokens);
	return status;
}

void quotation_release(quotation *q)
{
	kt_map_free(q->class_of);
	kt_map_free(q->row_of);
	kt_buf_release(&q->scratch);
	free(q->classes);
	free(q->rows);
	free(q->form_rows);
	free(q->form_tried);
	memset(q, 0, sizeof *q);
}
