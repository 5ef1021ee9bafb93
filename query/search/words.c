/* words.c - words of a query to the forms of their classes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plan.h"

#define PREFIX_FORMS 20000 /* words that one prefix may stand for */

/* An element in the making. */
typedef struct making {
	plan *p;
	leaf *l;
	kt_str word; /* as typed: what the forms are reported for */
	sequence *at;
	size_t count, size;
	kt_map *seen;
	int report; /* count the forms and add them to the answer */
	kt_str like; /* only forms of this spelling, when not empty */
	int single; /* no compounds: of a function word (in, at) they are initials */
	kt_buf scratch;
} making;

static kt_status making_init(making *m, plan *p, leaf *l, kt_str word, kt_error *err)
{
	*m = (making) { .p = p, .l = l, .word = word };
	m->report = l->field == KT_FIELD_WORD && !l->negative;
	return kt_map_new(&m->seen, err);
}

static void making_release(making *m)
{
	kt_map_free(m->seen);
	kt_buf_release(&m->scratch);
}

/* Makes room for one more element of an array in the arena. */
static kt_status grow(plan *p, void **at, size_t *size, size_t count, size_t width, kt_error *err)
{
	void *grown;

	if (count < *size)
		return KT_OK;
	*size = *size ? *size * 2 : 16;
	grown = plan_alloc(p, *size, width, err);
	if (grown && count)
		memcpy(grown, *at, count * width);
	*at = grown;
	return grown ? KT_OK : KT_ENOMEM;
}

static kt_status report_form(making *m, kt_str form, uint64_t count, kt_error *err)
{
	kt_answer *a = m->p->answer;
	kt_str copy = kt_arena_str(m->p->arena, form);
	kt_status status = grow(
		m->p, (void **)&a->forms, &m->p->form_size, a->form_count, sizeof *a->forms, err);

	if (!status && !copy.ptr)
		status = kt_fail(err, KT_ENOMEM, "out of memory");
	if (!status)
		a->forms[a->form_count++] = (kt_form_count) { m->word, copy, count };
	return status;
}

/* The terms of a form, which holds spaces where it is a compound. */
static kt_status split(making *m, kt_str form, sequence *out, kt_error *err)
{
	size_t parts = 1;

	for (size_t i = 0; i < form.len; i++)
		parts += form.ptr[i] == ' ';
	out->count = 0;
	out->terms = plan_alloc(m->p, parts, sizeof *out->terms, err);
	if (!out->terms)
		return KT_ENOMEM;
	for (size_t from = 0; from <= form.len;) {
		size_t to = kt_str_find(form, KT_STR(" "), from);
		kt_status status;

		if (to == SIZE_MAX)
			to = form.len;
		status = kt_term_build(&m->scratch, m->l->field, kt_str_sub(form, from, to), err);
		if (status)
			return status;
		out->terms[out->count] = kt_arena_str(m->p->arena, kt_buf_str(&m->scratch));
		if (!out->terms[out->count++].ptr)
			return kt_fail(err, KT_ENOMEM, "out of memory");
		from = to + 1;
	}
	return KT_OK;
}

/* How often a sequence stands in the index: of a compound, in how many documents its parts may. */
static kt_status occurrences(plan *p, const sequence *s, uint64_t *out, kt_error *err)
{
	documents found = { NULL, NULL, NULL, 0, 0 };
	kt_status status;

	*out = 0;
	if (s->count == 1)
		return kt_index_word(p->index, s->terms[0], NULL, out, err);
	status = documents_of_sequence(p, s, &found, err);
	for (size_t i = 0; !status && i < found.count; i++)
		*out += found.counts[i];
	documents_release(&found);
	return status;
}

/* Whether a form, its parts written together, is spelt as asked for. */
static int is_spelt_so(making *m, kt_str form)
{
	kt_buf spelt = KT_BUF_INIT;
	int same;

	kt_buf_clear(&m->scratch);
	for (size_t i = 0; i < form.len; i++)
		if (form.ptr[i] != ' ')
			kt_buf_addc(&m->scratch, form.ptr[i]);
	kt_spelling(&spelt, kt_buf_str(&m->scratch));
	same = kt_str_equal(kt_buf_str(&spelt), m->like);
	kt_buf_release(&spelt);
	return same;
}

static kt_status add_form(void *context, kt_str form, kt_error *err)
{
	making *m = context;
	sequence s;
	uint64_t count;
	kt_status status;
	int added;

	if (m->single && kt_str_find(form, KT_STR(" "), 0) != SIZE_MAX)
		return KT_OK;
	if (m->like.ptr && !is_spelt_so(m, form))
		return KT_OK;
	if (!kt_map_put(m->seen, form, 0, &added))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	if (!added)
		return KT_OK;
	status = split(m, form, &s, err);
	if (!status)
		status = occurrences(m->p, &s, &count, err);
	if (!status && count)
		status = grow(m->p, (void **)&m->at, &m->size, m->count, sizeof *m->at, err);
	if (status || !count)
		return status;
	m->at[m->count++] = s;
	return m->report ? report_form(m, form, count, err) : KT_OK;
}

kt_language *languages_of(plan *p, kt_language one[2])
{
	if (!p->options->language.code[0])
		return p->languages;
	one[0] = p->options->language;
	one[1] = kt_language_of("");
	return one;
}

/* Every form of the word's classes in the languages whose script it fits; of a number, or a word of
 * another script, itself and its compounds. */
static kt_status add_classes(making *m, kt_str form, kt_error *err)
{
	kt_language one[2];
	kt_index *index = m->p->index;
	kt_status status = kt_lexicon_forms(
		index, m->p->conflation, languages_of(m->p, one), form, add_form, m, err);

	if (!status)
		status = kt_lexicon_plain(index, form, add_form, m, err);
	return status ? status : add_form(m, form, err);
}

static int by_count(const void *a, const void *b)
{
	const kt_form_count *x = a, *y = b;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return kt_str_compare(x->form, y->form);
}

static void add_number(kt_buf *out, uint64_t number)
{
	char digits[20];
	size_t at = sizeof digits;

	do
		digits[--at] = (char)('0' + number % 10);
	while (number /= 10);
	kt_buf_add(out, (kt_str) { digits + at, sizeof digits - at });
}

static void explain(making *m, const kt_form_count *forms, size_t count)
{
	kt_buf *text = &m->p->explained;

	kt_buf_add(text, KT_STR("word "));
	kt_buf_add(text, m->word);
	kt_buf_add(text, m->count ? KT_STR(":") : KT_STR(": does not occur"));
	for (size_t i = 0; i < count; i++) {
		kt_buf_add(text, i ? KT_STR(", ") : KT_STR(" "));
		kt_buf_add(text, forms[i].form);
		kt_buf_addc(text, ' ');
		add_number(text, forms[i].count);
	}
	kt_buf_addc(text, '\n');
}

/* Puts the element into place e of the leaf, and its forms in order into the answer and the
 * explanation. */
static kt_status making_finish(making *m, element *e, size_t first_form, kt_error *err)
{
	size_t count = m->p->answer->form_count - first_form;
	kt_form_count *forms = count ? m->p->answer->forms + first_form : NULL;

	e->sequences = m->at;
	e->count = m->count;
	if (!m->report)
		return KT_OK;
	if (count)
		qsort(forms, count, sizeof *forms, by_count);
	explain(m, forms, count);
	return kt_buf_status(&m->p->explained, err);
}

/* ---- a word --------------------------------------------------------------------------------- */

static kt_str joined(plan *p, const kt_tokens *tokens, size_t from, size_t to)
{
	kt_buf all = KT_BUF_INIT;
	kt_str copy;

	for (size_t i = from; i < to; i++) {
		if (i > from)
			kt_buf_addc(&all, ' ');
		kt_buf_add(&all, kt_words_form(p->words, tokens->at[i].form));
	}
	copy = kt_arena_str(p->arena, kt_buf_str(&all));
	kt_buf_release(&all);
	return copy;
}

/* 1936-8, 1936-38 and 1936-1938 are one range. */
static kt_status add_ranges(making *m, const kt_tokens *tokens, kt_error *err)
{
	kt_str a = kt_words_form(m->p->words, tokens->at[0].form);
	kt_str b = kt_words_form(m->p->words, tokens->at[1].form);
	int from, to;
	char range[32];
	kt_status status = KT_OK;

	snprintf(range, sizeof range, "%.*s-%.*s", KT_STR_ARG(kt_str_sub(a, 0, 8)),
		KT_STR_ARG(kt_str_sub(b, 0, 8)));
	if (a.len != 4 || kt_query_years(kt_str_of(range), &from, &to, NULL))
		return KT_OK;
	for (int digits = 10; !status && digits <= 10000; digits *= digits == 100 ? 100 : 10) {
		if (from / digits != to / digits && digits < 10000)
			continue;
		snprintf(range, sizeof range, digits == 100 ? "%d %02d" : "%d %d", from,
			to % digits);
		status = add_form(m, kt_str_of(range), err);
	}
	return status;
}

static kt_status word_class(making *m, const kt_tokens *tokens, kt_error *err)
{
	kt_str parts = joined(m->p, tokens, 0, tokens->count);
	kt_buf whole = KT_BUF_INIT;
	size_t to;
	kt_status status;

	if (!parts.ptr)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	m->single = tokens->count == 1 && kt_common_number(parts);
	if (tokens->count == 1)
		return add_classes(m, parts, err);
	status = add_form(m, parts, err);
	if (!status && kt_compound(&whole, tokens, m->p->words, m->word, 0, &to) &&
		to == tokens->count)
		status = add_classes(m, kt_buf_str(&whole), err);
	if (!status && tokens->count == 2)
		status = add_ranges(m, tokens, err);
	kt_buf_release(&whole);
	return status;
}

static kt_status add_prefixed(void *context, kt_str term, kt_error *err)
{
	making *m = context;
	kt_str prefix = kt_term_prefix(m->l->field);

	if (m->count >= PREFIX_FORMS)
		return kt_fail_at(err, KT_EINVAL, m->l->node->at, m->l->node->length,
			"more than %d words begin so; type more of it", PREFIX_FORMS);
	return add_form(m, kt_str_sub(term, prefix.len, term.len), err);
}

static kt_status word_prefix(making *m, const kt_tokens *tokens, kt_error *err)
{
	kt_buf term = KT_BUF_INIT;
	kt_str form = kt_words_form(m->p->words, tokens->at[tokens->count - 1].form);
	kt_status status = kt_term_build(&term, m->l->field, form, err);

	if (!status)
		status = kt_index_words(m->p->index, kt_buf_str(&term), add_prefixed, m, err);
	kt_buf_release(&term);
	return status;
}

static kt_status word_alike(making *m, const kt_tokens *tokens, kt_error *err)
{
	kt_buf whole = KT_BUF_INIT;
	kt_str form = kt_words_form(m->p->words, tokens->at[0].form);
	size_t to;
	kt_status status = KT_OK;

	if (tokens->count > 1) {
		form = joined(m->p, tokens, 0, tokens->count);
		status = add_form(m, form, err);
		if (!status && kt_compound(&whole, tokens, m->p->words, m->word, 0, &to))
			form = kt_buf_str(&whole);
	}
	if (!status)
		status = kt_lexicon_alike(m->p->index, form, add_form, m, err);
	kt_buf_release(&whole);
	return status;
}

static kt_status make_word(making *m, const kt_tokens *tokens, kt_query_match match, kt_error *err)
{
	kt_str exact;

	switch (match) {
	case KT_MATCH_PREFIX:
		return word_prefix(m, tokens, err);
	case KT_MATCH_ALIKE:
		return word_alike(m, tokens, err);
	case KT_MATCH_EXACT:
		exact = joined(m->p, tokens, 0, tokens->count);
		return exact.ptr ? add_form(m, exact, err)
				 : kt_fail(err, KT_ENOMEM, "out of memory");
	default:
		return word_class(m, tokens, err);
	}
}

static kt_status first_of_alike(void *context, kt_str form, kt_error *err)
{
	kt_buf *near = context;

	(void)err;
	if (near->len < 200)
		kt_buf_addf(near, "%s%.*s", near->len ? ", " : "", KT_STR_ARG(form));
	return KT_OK;
}

/* Says that a word does not occur, and what comes near it. */
static kt_status tell_absent(plan *p, kt_str word, kt_str form, kt_error *err)
{
	kt_buf near = KT_BUF_INIT;
	kt_status status = kt_lexicon_alike(p->index, form, first_of_alike, &near, err);

	if (!status && near.len)
		status = plan_notice(
			p, err, "%.*s does not occur; near it: %s", KT_STR_ARG(word), near.ptr);
	else if (!status)
		status = plan_notice(p, err, "%.*s does not occur", KT_STR_ARG(word));
	kt_buf_release(&near);
	return status;
}

/* cooperat* in a compound, counter-rev*: the parts before it, then any of its words. */
static kt_status prefix_phrase(plan *p, leaf *l, const kt_tokens *tokens, kt_error *err)
{
	kt_status status = KT_OK;

	l->kind = LEAF_PHRASE;
	l->elements = plan_alloc(p, tokens->count, sizeof *l->elements, err);
	if (!l->elements)
		return KT_ENOMEM;
	for (size_t i = 0; !status && i < tokens->count; i++) {
		kt_tokens one = { tokens->at + i, 1, 0 };
		size_t first = p->answer->form_count;
		making m;

		status = making_init(&m, p, l, kt_words_form(p->words, tokens->at[i].form), err);
		if (!status)
			status = make_word(&m, &one,
				i + 1 < tokens->count ? KT_MATCH_EXACT : KT_MATCH_PREFIX, err);
		if (!status)
			status = making_finish(&m, &l->elements[l->count++], first, err);
		making_release(&m);
	}
	return status;
}

kt_status plan_word(plan *p, leaf *l, kt_error *err)
{
	const kt_query *q = l->node;
	kt_tokens tokens = { NULL, 0, 0 };
	size_t first = p->answer->form_count;
	making m = { 0 };
	kt_status status = kt_tokenise(&tokens, p->words, q->text, 0, err);

	l->kind = LEAF_WORD;
	if (status || !tokens.count)
		goto out;
	if (q->match == KT_MATCH_PREFIX && tokens.count > 1) {
		status = prefix_phrase(p, l, &tokens, err);
		goto out;
	}
	l->elements = plan_alloc(p, 1, sizeof *l->elements, err);
	status = l->elements ? making_init(&m, p, l, q->text, err) : KT_ENOMEM;
	if (!status)
		status = make_word(&m, &tokens, q->match, err);
	if (!status)
		status = making_finish(&m, l->elements, first, err);
	l->count = 1;
	if (!status && tokens.count == 1 && q->match == KT_MATCH_CLASS)
		l->stop = is_stop_word(p, kt_words_form(p->words, tokens.at[0].form));
	if (!status && !m.count && !l->stop)
		status = tell_absent(p, q->text, kt_words_form(p->words, tokens.at[0].form), err);
out:
	making_release(&m);
	kt_tokens_release(&tokens);
	return status;
}

/* ---- a phrase ---------------------------------------------------------------------------------
 */

/* The words at one place of a phrase, [from, to) of its tokens: unstemmed, in any spelling. */
static kt_status phrase_element(plan *p, leaf *l, const kt_tokens *tokens, size_t from, size_t to,
	kt_str whole, element *e, kt_error *err)
{
	kt_str parts = joined(p, tokens, from, to);
	kt_buf like = KT_BUF_INIT;
	making m;
	kt_status status = making_init(&m, p, l, parts, err);

	m.report = 0;
	m.single = to - from == 1 && kt_common_number(parts);
	if (!status && !parts.ptr)
		status = kt_fail(err, KT_ENOMEM, "out of memory");
	if (!status)
		status = add_form(&m, parts, err);
	if (!status && l->node->match != KT_MATCH_EXACT) {
		kt_spelling(&like, whole);
		m.like = kt_buf_str(&like);
		status = add_classes(&m, whole, err);
	}
	if (!status)
		status = making_finish(&m, e, 0, err);
	if (!status && !m.count && !l->negative)
		status = tell_absent(p, parts, whole, err);
	making_release(&m);
	kt_buf_release(&like);
	return status;
}

kt_status plan_phrase(plan *p, leaf *l, kt_error *err)
{
	const kt_query *q = l->node;
	kt_tokens tokens = { NULL, 0, 0 };
	kt_buf whole = KT_BUF_INIT;
	kt_status status = kt_tokenise(&tokens, p->words, q->text, 0, err);

	l->kind = LEAF_PHRASE;
	l->slop = q->slop;
	if (!status)
		l->elements = plan_alloc(p, tokens.count, sizeof *l->elements, err);
	if (!status && !l->elements)
		status = KT_ENOMEM;
	for (size_t i = 0, to; !status && i < tokens.count; i = to) {
		if (q->match == KT_MATCH_EXACT ||
			!kt_compound(&whole, &tokens, p->words, q->text, i, &to)) {
			kt_buf_clear(&whole);
			kt_buf_add(&whole, kt_words_form(p->words, tokens.at[i].form));
			to = i + 1;
		}
		status = phrase_element(
			p, l, &tokens, i, to, kt_buf_str(&whole), &l->elements[l->count++], err);
	}
	if (!status && l->count == 1 && !l->slop)
		l->kind = LEAF_WORD;
	if (!status && l->field == KT_FIELD_WORD)
		kt_buf_addf(&p->explained, "phrase \"%.*s\": %zu words in order%s\n",
			KT_STR_ARG(q->text), tokens.count,
			q->match == KT_MATCH_EXACT ? ", printed letters"
						   : ", unstemmed, any spelling");
	kt_buf_release(&whole);
	kt_tokens_release(&tokens);
	return status;
}
