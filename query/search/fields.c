/* fields.c - person:, year:, source:, ... to terms and filters. */
#include <stdio.h>
#include <string.h>

#include "plan.h"

static kt_status wrong(const leaf *l, kt_error *err, const char *what, kt_str value)
{
	return kt_fail_at(
		err, KT_EINVAL, l->node->at, l->node->length, "%s: %.*s", what, KT_STR_ARG(value));
}

/* Makes room for the terms that a leaf's elements are any of. */
static kt_status leaf_terms(plan *p, leaf *l, size_t elements, size_t size, kt_error *err)
{
	l->elements = plan_alloc(p, elements, sizeof *l->elements, err);
	if (!l->elements)
		return KT_ENOMEM;
	l->count = elements;
	for (size_t i = 0; i < elements; i++) {
		l->elements[i].sequences = plan_alloc(p, size, sizeof *l->elements->sequences, err);
		if (!l->elements[i].sequences)
			return KT_ENOMEM;
	}
	return KT_OK;
}

static kt_status leaf_add_term(plan *p, element *e, kt_str term, kt_error *err)
{
	sequence *s = &e->sequences[e->count];

	s->terms = plan_alloc(p, 1, sizeof *s->terms, err);
	if (!s->terms)
		return KT_ENOMEM;
	*s->terms = kt_arena_str(p->arena, term);
	s->count = 1;
	e->count++;
	return s->terms->ptr ? KT_OK : kt_fail(err, KT_ENOMEM, "out of memory");
}

static kt_status leaf_add(plan *p, element *e, kt_field field, kt_str value, kt_error *err)
{
	kt_buf term = KT_BUF_INIT;
	kt_status status = kt_term_build(&term, field, value, err);

	if (!status)
		status = leaf_add_term(p, e, kt_buf_str(&term), err);
	kt_buf_release(&term);
	return status;
}

#define FIELD_TERMS 256 /* kinds, or languages */

/* Every term of a field that the index has. */
typedef struct field_terms {
	plan *p;
	element *e;
} field_terms;

static kt_status add_field_term(void *context, kt_str term, kt_error *err)
{
	field_terms *t = context;

	return t->e->count < FIELD_TERMS ? leaf_add_term(t->p, t->e, term, err) : KT_OK;
}

static kt_status add_field_terms(plan *p, element *e, kt_field field, kt_error *err)
{
	field_terms t = { p, e };

	return xap_reader_terms(p->reader, kt_term_prefix(field), add_field_term, &t, err);
}

static kt_status plan_kind(plan *p, leaf *l, kt_error *err)
{
	kt_buf known = KT_BUF_INIT;
	int kind = kt_kind_find(l->node->text);
	kt_status status;

	if (kind >= 0) {
		status = leaf_terms(p, l, 3, FIELD_TERMS, err);
		l->everything = kind == KT_KIND_PARAGRAPH; /* which have no term */
		if (!status && l->everything)
			status = add_field_terms(p, &l->elements[1], KT_FIELD_KIND, err);
		else if (!status)
			status = leaf_add(p, &l->elements[0], KT_FIELD_KIND,
				kt_str_of(kt_kind_name((kt_kind)kind)), err);
		return status;
	}
	for (kind = 0; kind < KT_KINDS; kind++)
		kt_buf_addf(&known, "%s%s", kind ? ", " : "", kt_kind_name((kt_kind)kind));
	status = wrong(l, err, "no such kind; kinds are", kt_buf_str(&known));
	kt_buf_release(&known);
	return status;
}

/* Sources in the language, without their passages in others; and passages in it of other sources.
 */
static kt_status plan_language(plan *p, leaf *l, kt_error *err)
{
	char text[16] = "", number[16];
	kt_source_record *sources;
	kt_language language;
	size_t count;
	kt_status status;

	if (l->node->text.len < sizeof text)
		memcpy(text, l->node->text.ptr, l->node->text.len);
	language = kt_language_of(text);
	if (!language.code[0])
		return wrong(l, err, "no language code, such as en or ru", l->node->text);
	status = kt_index_sources(p->index, p->arena, &sources, &count, err);
	if (!status)
		status = leaf_terms(p, l, 3, count + FIELD_TERMS, err);
	for (size_t i = 0; !status && i < count; i++) {
		if (!kt_language_equal(sources[i].language, language))
			continue;
		snprintf(number, sizeof number, "%u", sources[i].number);
		status = leaf_add(p, &l->elements[0], KT_FIELD_SOURCE, kt_str_of(number), err);
	}
	if (!status)
		status = add_field_terms(p, &l->elements[1], KT_FIELD_LANGUAGE, err);
	return status ? status
		      : leaf_add(p, &l->elements[2], KT_FIELD_LANGUAGE, kt_str_of(language.code),
				err);
}

/* ---- metadata of the source ------------------------------------------------------------------ */

/* The folded words of a name or title, in one spelling. */
static kt_status spelt_words(plan *p, kt_str text, kt_map **out, kt_error *err)
{
	kt_tokens tokens = { NULL, 0, 0 };
	kt_buf spelt = KT_BUF_INIT;
	kt_status status = kt_map_new(out, err);

	if (!status)
		status = kt_tokenise(&tokens, p->words, text, 0, err);
	for (size_t i = 0; !status && i < tokens.count; i++) {
		kt_buf_clear(&spelt);
		kt_spelling(&spelt, kt_words_form(p->words, tokens.at[i].form));
		if (!kt_map_put(*out, kt_buf_str(&spelt), 0, NULL))
			status = kt_fail(err, KT_ENOMEM, "out of memory");
	}
	kt_buf_release(&spelt);
	kt_tokens_release(&tokens);
	return status;
}

static kt_status has_words(plan *p, const kt_map *asked, kt_str text, int *out, kt_error *err)
{
	kt_map *there;
	kt_status status = spelt_words(p, text, &there, err);

	*out = !status && kt_map_count(asked) > 0;
	for (uint32_t i = 0; *out && i < kt_map_count(asked); i++)
		*out = kt_map_get(there, kt_map_key(asked, i)) != NULL;
	kt_map_free(there);
	return status;
}

/* date:A..B: sources dated within; one of a whole year or month when all of that lies within. */
static int is_dated(kt_str date, int from, int to)
{
	int first, last;

	return date.len && !kt_query_dates(date, &first, &last, NULL) && first >= from &&
	       last <= to;
}

static kt_status is_asked(plan *p, const leaf *l, const kt_map *asked, const kt_source_record *s,
	int *out, kt_error *err)
{
	switch (l->node->field) {
	case KT_ASK_AUTHOR:
		return has_words(p, asked, s->author, out, err);
	case KT_ASK_TITLE:
		return has_words(p, asked, s->title, out, err);
	case KT_ASK_DATE:
		*out = is_dated(s->date, p->dates[0], p->dates[1]);
		return KT_OK;
	default:
		if (kt_str_equal(s->name, l->node->text) || kt_str_equal(s->stem, l->node->text)) {
			*out = 1;
			return KT_OK;
		}
		return has_words(p, asked, s->name, out, err);
	}
}

/* Passages of the sources that fit: there are few sources beside passages. */
static kt_status plan_source(plan *p, leaf *l, kt_error *err)
{
	kt_source_record *sources;
	kt_map *asked = NULL;
	size_t count = 0;
	char number[16];
	kt_status status = kt_index_sources(p->index, p->arena, &sources, &count, err);

	if (!status)
		status = spelt_words(p, l->node->text, &asked, err);
	if (!status && l->node->field == KT_ASK_DATE)
		status = kt_query_dates(l->node->text, &p->dates[0], &p->dates[1], err);
	if (!status)
		status = leaf_terms(p, l, 1, count, err);
	for (size_t i = 0; !status && i < count; i++) {
		int fits = 0;

		status = is_asked(p, l, asked, &sources[i], &fits, err);
		snprintf(number, sizeof number, "%u", sources[i].number);
		if (!status && fits)
			status = leaf_add(p, l->elements, KT_FIELD_SOURCE, kt_str_of(number), err);
	}
	if (!status)
		kt_buf_addf(&p->explained, "%s:%.*s: %zu sources\n",
			kt_query_field_name(l->node->field), KT_STR_ARG(l->node->text),
			l->elements->count);
	kt_map_free(asked);
	return status;
}

/* ---- quotations ---------------------------------------------------------------------------------
 */

static kt_status plan_quote(plan *p, leaf *l, kt_error *err)
{
	kt_status status = l->node->quoted ? plan_phrase(p, l, err) : plan_word(p, l, err);

	l->quoted = 1;
	if (l->kind == LEAF_WORD && l->count)
		l->kind = LEAF_PHRASE; /* of one word: its places decide */
	return status;
}

/* ---- tags ------------------------------------------------------------------------------------ */

static kt_status add_candidate(plan *p, kt_str asked, const kt_bearer *b, kt_error *err)
{
	kt_answer *a = p->answer;

	if (a->candidate_count == p->candidate_size) {
		size_t size = p->candidate_size ? p->candidate_size * 2 : 8;
		kt_candidate *grown = plan_alloc(p, size, sizeof *grown, err);

		if (!grown)
			return KT_ENOMEM;
		if (a->candidate_count)
			memcpy(grown, a->candidates, a->candidate_count * sizeof *grown);
		a->candidates = grown;
		p->candidate_size = size;
	}
	a->candidates[a->candidate_count++] = (kt_candidate) { asked, b->id, b->name, b->about };
	return KT_OK;
}

/* Bearers that no passage mentions are left out, unless none is mentioned. */
static kt_status add_bearers(plan *p, leaf *l, kt_bearer *bearers, size_t count, kt_error *err)
{
	kt_status status = leaf_terms(p, l, 1, count, err);

	for (size_t i = 0; !status && i < count; i++) {
		element *e = &l->elements[0];
		uint32_t documents_having;
		uint64_t times;

		status = leaf_add(p, e, l->field, bearers[i].id, err);
		if (!status)
			status = xap_reader_term(p->reader, e->sequences[e->count - 1].terms[0],
				&documents_having, &times, err);
		if (!status && !documents_having)
			e->count--;
		else if (!status && count > 1)
			status = add_candidate(p, l->node->text, &bearers[i], err);
		if (!status)
			kt_buf_addf(&p->explained, "%s:%.*s: %.*s (%.*s), %u passages\n",
				kt_query_field_name(l->node->field), KT_STR_ARG(l->node->text),
				KT_STR_ARG(bearers[i].name), KT_STR_ARG(bearers[i].id),
				documents_having);
	}
	return status;
}

static kt_status plan_name(plan *p, leaf *l, kt_error *err)
{
	kt_query_field field = l->node->field;
	kt_bearer *bearers;
	size_t count;
	kt_status status = bearers_of(p,
		field == KT_ASK_ORGANISATION ? KT_MENTION_ORGANISATION : KT_MENTION_PERSON,
		l->node->text, &bearers, &count, err);

	l->kind = LEAF_TAG;
	l->field = field == KT_ASK_BY		  ? KT_FIELD_SPEAKER
		   : field == KT_ASK_ORGANISATION ? KT_FIELD_ORGANISATION
						  : KT_FIELD_PERSON;
	if (!status)
		status = add_bearers(p, l, bearers, count, err);
	if (!status && !count)
		status = plan_notice(p, err, "%.*s: no such %s is known here",
			KT_STR_ARG(l->node->text),
			field == KT_ASK_ORGANISATION ? "organisation" : "person");
	else if (!status && !l->elements[0].count)
		status = plan_notice(p, err, "%.*s: %s", KT_STR_ARG(l->node->text),
			field == KT_ASK_BY ? "no quotation is told to be theirs"
					   : "no passage mentions them");
	return status;
}

kt_status plan_field(plan *p, leaf *l, kt_error *err)
{
	static kt_status (*const plans[KT_ASK_FIELDS])(plan *, leaf *, kt_error *) = {
		[KT_ASK_PERSON] = plan_name,
		[KT_ASK_ORGANISATION] = plan_name,
		[KT_ASK_YEAR] = plan_year,
		[KT_ASK_PUBLISHED] = plan_year,
		[KT_ASK_QUOTE] = plan_quote,
		[KT_ASK_BY] = plan_name,
		[KT_ASK_AUTHOR] = plan_source,
		[KT_ASK_TITLE] = plan_source,
		[KT_ASK_SOURCE] = plan_source,
		[KT_ASK_LANGUAGE] = plan_language,
		[KT_ASK_KIND] = plan_kind,
		[KT_ASK_DATE] = plan_source,
	};

	l->kind = LEAF_FILTER;
	return plans[l->node->field](p, l, err);
}
