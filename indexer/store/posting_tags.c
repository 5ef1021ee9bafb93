/* posting_tags.c - people, organisations, years, speakers: terms at the positions of the words. */
#include "posting_tags.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How a mark adds to the frequency of its term. */
typedef enum counted { SILENT, ONCE_A_PLACE, EACH_TIME } counted;

/* A term (in mark_terms) at a position; 0: without. */
struct posting_mark {
	kt_str term; /* ptr is set when all are there and the buffer no longer moves */
	size_t at;
	uint32_t position;
	counted counted;
};

typedef struct span {
	size_t from, to; /* tokens */
} span;

/* The tokens that lie in a span of bytes, wholly or in part. */
static span tokens_in(const kt_tokens *tokens, uint32_t start, uint32_t end)
{
	span s = { 0, tokens->count };
	size_t high = tokens->count;

	while (s.from < high) {
		size_t middle = s.from + (high - s.from) / 2;

		if (tokens->at[middle].offset + tokens->at[middle].length <= start)
			s.from = middle + 1;
		else
			high = middle;
	}
	for (s.to = s.from; s.to < tokens->count && tokens->at[s.to].offset < end;)
		s.to++;
	return s;
}

/* ---- collecting ---- */

static kt_status add_mark(
	posting *p, kt_str term, size_t at, uint32_t position, counted how, kt_error *err)
{
	if (!kt_grow((void **)&p->marks, &p->mark_size, p->mark_count, sizeof *p->marks))
		return kt_fail(err, KT_ENOMEM, "no memory for the tags of a passage");
	p->marks[p->mark_count++] = (posting_mark) { term, at, position, how };
	return KT_OK;
}

/* The term that was built for each token of a span, counted at the first; once without a position
 * where no token is in it (a year that is printed in a note's marker). */
static kt_status mark_term(posting *p, const kt_tokens *tokens, span s, counted how, kt_error *err)
{
	size_t at = p->mark_terms.len, i;
	kt_str term = { NULL, p->term.len };
	kt_status status = KT_OK;

	kt_buf_add(&p->mark_terms, kt_buf_str(&p->term));
	if (s.from == s.to)
		status = add_mark(p, term, at, 0, how, err);
	for (i = s.from; !status && i < s.to; i++)
		status = add_mark(
			p, term, at, tokens->at[i].position, i == s.from ? how : SILENT, err);
	return status;
}

static kt_status mark(posting *p, kt_field field, kt_str value, const kt_tokens *tokens, span s,
	counted how, kt_error *err)
{
	kt_status status = kt_term_build(&p->term, field, value, err);

	return status ? status : mark_term(p, tokens, s, how, err);
}

static kt_status mark_mentions(
	posting *p, const kt_passage *passage, const kt_tokens *tokens, kt_error *err)
{
	kt_status status = KT_OK;
	size_t i;

	for (i = 0; !status && i < passage->mention_count; i++) {
		const kt_mention *m = &passage->mentions[i];
		kt_field field =
			m->kind == KT_MENTION_PERSON ? KT_FIELD_PERSON : KT_FIELD_ORGANISATION;

		if (m->kind == KT_MENTION_DERIVED || m->kind == KT_MENTION_EXCLUDED)
			field = KT_FIELD_EXCLUDED;
		status = mark(p, field, m->id, tokens, tokens_in(tokens, m->start, m->end),
			field == KT_FIELD_EXCLUDED ? SILENT : ONCE_A_PLACE, err);
	}
	return status;
}

/* A term for each span; those of works cited have no places, since no words are looked for near
 * them. */
static kt_status mark_years(
	posting *p, const kt_passage *passage, const kt_tokens *tokens, kt_error *err)
{
	kt_status status = KT_OK;
	size_t i;

	for (i = 0; !status && i < passage->year_count; i++) {
		const kt_year_span *y = &passage->years[i];
		span s = { 0, 0 };

		if (y->type != KT_YEAR_PUBLICATION)
			s = tokens_in(tokens, y->start, y->end);
		status = kt_year_term_build(&p->term, y, err);
		if (!status)
			status = mark_term(p, tokens, s, EACH_TIME, err);
	}
	return status;
}

static int by_from(const void *a, const void *b)
{
	const span *one = a, *other = b;

	return (one->from > other->from) - (one->from < other->from);
}

/* Where the quotations begin and end, those that overlap as one: what is quoted is known from two
 * terms, and no word is written twice. */
static kt_status mark_stretches(
	posting *p, span *quoted, size_t count, const kt_tokens *tokens, kt_error *err)
{
	kt_status status = KT_OK;
	size_t i, j;

	qsort(quoted, count, sizeof *quoted, by_from);
	for (i = 0; !status && i < count; i = j) {
		span all = quoted[i];

		for (j = i + 1; j < count && quoted[j].from < all.to; j++)
			if (quoted[j].to > all.to)
				all.to = quoted[j].to;
		status = mark(p, KT_FIELD_QUOTED, KT_STR("from"), tokens,
			(span) { all.from, all.from + 1 }, SILENT, err);
		if (!status)
			status = mark(p, KT_FIELD_QUOTED, KT_STR("to"), tokens,
				(span) { all.to - 1, all.to }, SILENT, err);
	}
	return status;
}

static kt_status mark_quotations(
	posting *p, const kt_passage *passage, const kt_tokens *tokens, kt_error *err)
{
	kt_status status = KT_OK;
	size_t i, count = 0;
	span *quoted;

	if (!passage->quotation_count)
		return KT_OK;
	quoted = malloc(passage->quotation_count * sizeof *quoted);
	if (!quoted)
		return kt_fail(err, KT_ENOMEM, "no memory for the quotations of a passage");
	for (i = 0; !status && i < passage->quotation_count; i++) {
		const kt_quotation *q = &passage->quotations[i];
		span s = tokens_in(tokens, q->start, q->end);

		if (s.to > s.from)
			quoted[count++] = s;
		if (q->speaker.len)
			status =
				mark(p, KT_FIELD_SPEAKER, q->speaker, tokens, s, ONCE_A_PLACE, err);
	}
	if (!status && count)
		status = mark_stretches(p, quoted, count, tokens, err);
	free(quoted);
	return status;
}

/* ---- giving to the document ---- */

static int by_term(const void *a, const void *b)
{
	const posting_mark *one = a, *other = b;
	int order = kt_str_compare(one->term, other->term);

	if (order)
		return order;
	return (one->position > other->position) - (one->position < other->position);
}

/* The marks of one term, sorted by position.  A place that stands for several mentions of one
 * person counts once. */
static kt_status put_run(posting *p, const posting_mark *run, size_t count, kt_error *err)
{
	uint32_t occurrences = 0, last = 0;
	size_t i, kept = 0;

	for (i = 0; i < count; i++) {
		if (run[i].position && (!kept || p->positions[kept - 1] != run[i].position))
			p->positions[kept++] = run[i].position;
		if (run[i].counted == EACH_TIME) {
			occurrences++;
		} else if (run[i].counted && run[i].position != last) {
			occurrences++;
			last = run[i].position;
		}
	}
	return xap_document_marks(p->doc, run->term, p->positions, kept, occurrences, err);
}

static kt_status put_marks(posting *p, kt_error *err)
{
	kt_status status = kt_buf_status(&p->mark_terms, err);
	size_t from = 0, to;

	for (to = 0; to < p->mark_count; to++)
		p->marks[to].term.ptr = p->mark_terms.ptr + p->marks[to].at;
	if (p->mark_count)
		qsort(p->marks, p->mark_count, sizeof *p->marks, by_term);
	for (; !status && from < p->mark_count; from = to) {
		for (to = from + 1;
			to < p->mark_count && kt_str_equal(p->marks[to].term, p->marks[from].term);)
			to++;
		status = put_run(p, p->marks + from, to - from, err);
	}
	return status;
}

kt_status posting_tags(
	posting *p, const kt_passage *passage, const kt_tokens *tokens, kt_error *err)
{
	kt_status status;

	p->mark_count = 0;
	kt_buf_clear(&p->mark_terms);
	status = mark_mentions(p, passage, tokens, err);
	if (!status)
		status = mark_years(p, passage, tokens, err);
	if (!status)
		status = mark_quotations(p, passage, tokens, err);
	return status ? status : put_marks(p, err);
}
