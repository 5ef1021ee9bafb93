/* posting_tags.c - people, organisations, years, speakers: terms at the positions of the words. */
#include "posting_tags.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SHORT_SPAN 10 /* years, each of which is a term; a longer span has one term for all */
#define PUBLISHED_SPAN 100 /* of a span of publication years, each of which is a term */

/* A term (in mark_terms) at a position; 0: without. */
struct posting_mark {
	kt_str term; /* ptr is set when all are there and the buffer no longer moves */
	size_t at;
	uint32_t position;
	int counted; /* adds to the frequency */
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
	posting *p, kt_str term, size_t at, uint32_t position, int counted, kt_error *err)
{
	if (!kt_grow((void **)&p->marks, &p->mark_size, p->mark_count, sizeof *p->marks))
		return kt_fail(err, KT_ENOMEM, "no memory for the tags of a passage");
	p->marks[p->mark_count++] = (posting_mark) { term, at, position, counted };
	return KT_OK;
}

/* A term for each token of a span, counted at the first; once without a position where no token is
 * in it (a year that is printed in a note's marker). */
static kt_status mark(posting *p, kt_field field, kt_str value, const kt_tokens *tokens, span s,
	int counted, kt_error *err)
{
	size_t at = p->mark_terms.len, i;
	kt_status status = kt_term_build(&p->term, field, value, err);
	kt_str term = { NULL, p->term.len };

	kt_buf_add(&p->mark_terms, kt_buf_str(&p->term));
	if (!status && s.from == s.to)
		status = add_mark(p, term, at, 0, 0, err);
	for (i = s.from; !status && i < s.to; i++)
		status = add_mark(p, term, at, tokens->at[i].position, counted && i == s.from, err);
	return status;
}

static kt_status mark_year(
	posting *p, kt_field field, int year, const kt_tokens *tokens, span s, kt_error *err)
{
	char digits[16];
	int n = snprintf(digits, sizeof digits, "%d", year);

	return mark(p, field, (kt_str) { digits, (size_t)n }, tokens, s, 1, err);
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
			field != KT_FIELD_EXCLUDED, err);
	}
	return status;
}

static kt_status mark_published(
	posting *p, const kt_year_span *y, const kt_tokens *tokens, kt_error *err)
{
	int from = y->from == KT_YEAR_OPEN_FROM ? y->to : y->from;
	int to = y->to == KT_YEAR_OPEN_TO ? from : y->to, year;
	kt_status status = KT_OK;

	if (from == KT_YEAR_OPEN_TO)
		return KT_OK;
	if (to - from >= PUBLISHED_SPAN)
		to = from + PUBLISHED_SPAN - 1;
	for (year = from; !status && year <= to; year++)
		status = mark_year(p, KT_FIELD_PUBLISHED, year, tokens, (span) { 0, 0 }, err);
	return status;
}

static kt_status mark_spoken_of(
	posting *p, const kt_year_span *y, const kt_tokens *tokens, int *any_long, kt_error *err)
{
	span s = tokens_in(tokens, y->start, y->end);
	kt_status status = KT_OK;
	int year;

	if (y->to - y->from >= SHORT_SPAN)
		*any_long = 1;
	else
		for (year = y->from; !status && year <= y->to; year++)
			status = mark_year(p, KT_FIELD_YEAR, year, tokens, s, err);
	return status;
}

static kt_status mark_years(
	posting *p, const kt_passage *passage, const kt_tokens *tokens, kt_error *err)
{
	int any_long = 0;
	kt_status status = KT_OK;
	size_t i;

	for (i = 0; !status && i < passage->year_count; i++) {
		const kt_year_span *y = &passage->years[i];

		if (y->from > y->to)
			status = kt_fail(err, KT_EINVAL, "years from %d to %d", y->from, y->to);
		else if (y->type == KT_YEAR_PUBLICATION)
			status = mark_published(p, y, tokens, err);
		else
			status = mark_spoken_of(p, y, tokens, &any_long, err);
	}
	if (!status && any_long)
		status = mark(p, KT_FIELD_LONG_YEARS, KT_STR("1"), tokens, (span) { 0, 0 }, 0, err);
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
			(span) { all.from, all.from + 1 }, 0, err);
		if (!status)
			status = mark(p, KT_FIELD_QUOTED, KT_STR("to"), tokens,
				(span) { all.to - 1, all.to }, 0, err);
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
			status = mark(p, KT_FIELD_SPEAKER, q->speaker, tokens, s, 1, err);
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

/* The marks of one term, sorted by position.  A span that stands for several mentions of one person
 * counts once. */
static kt_status put_run(posting *p, const posting_mark *run, size_t count, kt_error *err)
{
	uint32_t occurrences = 0, last = 0;
	size_t i, kept = 0;

	for (i = 0; i < count; i++) {
		if (run[i].position && (!kept || p->positions[kept - 1] != run[i].position))
			p->positions[kept++] = run[i].position;
		if (run[i].counted && run[i].position != last) {
			occurrences++;
			last = run[i].position;
		}
	}
	if (!kept)
		return xap_document_term(p->doc, run->term, err);
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
