/* posting.c - a passage's own terms: words, source, kind, language. */
#include "posting.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "posting_tags.h"

void posting_release(posting *p)
{
	kt_buf_release(&p->term);
	free(p->seen);
	free(p->rank);
	free(p->distinct);
	free(p->positions);
	free(p->marks);
	kt_buf_release(&p->mark_terms);
	stream_release(&p->stream);
	kt_buf_release(&p->source_term);
}

/* ---- of the source ---- */

kt_status posting_source(posting *p, const kt_source_record *source, kt_error *err)
{
	char number[16];
	int n = snprintf(number, sizeof number, "%u", source->number);

	p->language = source->language;
	return kt_term_build(&p->source_term, KT_FIELD_SOURCE, (kt_str) { number, (size_t)n }, err);
}

/* ---- words ---- */

/* Room for forms 0 .. count-1, the new ones unseen. */
static int reserve_forms(posting *p, size_t count)
{
	size_t old = p->forms, size = old;

	if (count <= old)
		return 1;
	if (!kt_grow((void **)&p->seen, &size, count, sizeof *p->seen))
		return 0;
	size = old;
	if (!kt_grow((void **)&p->rank, &size, count, sizeof *p->rank))
		return 0;
	memset(p->seen + old, 0, (size - old) * sizeof *p->seen);
	p->forms = size;
	return 1;
}

static kt_status reserve(posting *p, size_t forms, size_t tokens, kt_error *err)
{
	if (!reserve_forms(p, forms) ||
		!kt_grow((void **)&p->distinct, &p->distinct_size, tokens, sizeof *p->distinct) ||
		!kt_grow((void **)&p->positions, &p->positions_size, tokens, sizeof *p->positions))
		return kt_fail(err, KT_ENOMEM, "no memory for %zu words", tokens);
	return stream_begin(&p->stream, tokens, err);
}

static void next_round(posting *p)
{
	if (++p->round == 0) {
		memset(p->seen, 0, p->forms * sizeof *p->seen);
		p->round = 1;
	}
	p->distinct_count = 0;
}

/* The place of a form among the distinct ones. */
static inline uint32_t rank_of(posting *p, const kt_words *words, uint32_t form)
{
	stream *s = &p->stream;

	if (p->seen[form] != p->round) {
		p->seen[form] = p->round;
		p->rank[form] = (uint32_t)s->distinct;
		p->distinct[p->distinct_count++] = form;
		s->times[s->distinct] = 0;
		s->keys[s->distinct++] =
			stream_key(kt_words_common(words, form), kt_words_hash(words, form));
	}
	return p->rank[form];
}

/* Words by form: which there are, how often, and in which order. */
static kt_status group(posting *p, const kt_tokens *tokens, const kt_words *words, kt_error *err)
{
	stream *s = &p->stream;
	uint32_t position = 0;

	next_round(p);
	for (size_t i = 0; i < tokens->count; i++) {
		uint32_t rank = rank_of(p, words, tokens->at[i].form);

		s->times[rank]++;
		s->others += s->keys[rank] >= STREAM_COMMON_CODES;
		s->order[s->count++] = rank;
		if (i && tokens->at[i].position == position)
			s->asides[s->aside_count++] = (uint32_t)i;
		else if (tokens->at[i].position != ++position)
			return kt_fail(err, KT_EINVAL, "word %zu stands at position %u", i + 1,
				tokens->at[i].position);
	}
	return KT_OK;
}

static kt_status put_words(posting *p, const kt_words *words, kt_error *err)
{
	const stream *s = &p->stream;
	kt_status status = KT_OK;

	for (size_t i = 0; !status && i < s->distinct; i++) {
		kt_str form;

		if (s->keys[i] < STREAM_COMMON_CODES)
			continue;
		form = kt_words_form(words, p->distinct[i]);
		if (form.len > XAP_TERM_MAX) {
			status = kt_term_build(&p->term, KT_FIELD_WORD, form, err);
			form = kt_buf_str(&p->term);
		}
		if (!status)
			status = xap_document_term(p->doc, form, s->times[i], err);
	}
	if (status || s->others || !s->count)
		return status;
	/* A passage of nothing but common words is not without length: to Xapian's check it would
	 * not be there. */
	return xap_document_term(p->doc, kt_buf_str(&p->source_term), 1, err);
}

/* ---- source, kind, language ---- */

static kt_status put_field(posting *p, kt_field field, kt_str value, kt_error *err)
{
	kt_status status = kt_term_build(&p->term, field, value, err);

	return status ? status : xap_document_term(p->doc, kt_buf_str(&p->term), 0, err);
}

/* What is so of nearly every passage is no term of each: kinds but paragraphs, and languages but
 * the source's. */
static kt_status put_keys(posting *p, const kt_passage *passage, kt_error *err)
{
	kt_status status = xap_document_term(p->doc, kt_buf_str(&p->source_term), 0, err);

	if (!status && passage->kind != KT_KIND_PARAGRAPH)
		status = put_field(p, KT_FIELD_KIND, kt_str_of(kt_kind_name(passage->kind)), err);
	if (!status && passage->language.code[0] &&
		!kt_language_equal(passage->language, p->language))
		status = put_field(p, KT_FIELD_LANGUAGE, kt_str_of(passage->language.code), err);
	return status;
}

kt_status posting_passage(posting *p, const kt_passage *passage, const kt_tokens *tokens,
	const kt_words *words, kt_error *err)
{
	kt_status status = xap_document_clear(p->doc, err);

	if (status)
		return status;
	status = reserve(p, kt_words_count(words), tokens->count, err);
	if (!status)
		status = group(p, tokens, words, err);
	if (!status)
		status = put_keys(p, passage, err);
	if (!status)
		status = posting_tags(p, passage, tokens, err);
	if (!status)
		status = put_words(p, words, err);
	return status;
}
