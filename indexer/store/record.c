/* record.c - a passage to the bytes that are stored with its document, and back.
 *
 *   version
 *   source, number, kind, flags, language, offset + 1 (0: none), text
 *   mentions: their number, then of each kind, tier, start, length, id, rule
 *   years: their number, then of each type, flags, from, to, start, length
 *   quotations: their number, then of each kind, altered, start, length, speaker, work, page
 */
#include "kartoteka/store.h"

#include <limits.h>
#include <string.h>

#include "codec.h"

#define RECORD_VERSION 1

enum { FLAG_MARKDOWN = 1, FLAG_CONTINUED = 2 };
enum { FLAG_APPROXIMATE = 1, FLAG_INFERRED = 2 };

/* Bytes that one of each takes at the least. */
enum { MENTION_MIN = 6, YEAR_MIN = 6, QUOTATION_MIN = 7 };

/* ---- writing ---- */

static int span_lies_in(kt_str text, uint32_t start, uint32_t end)
{
	return start <= end && end <= text.len;
}

static int year_is_right(int year)
{
	return year >= KT_YEAR_OPEN_FROM && year <= KT_YEAR_OPEN_TO;
}

/* What decoding would call corrupt is never written. */
static kt_status check(const kt_passage *p, kt_error *err)
{
	const char *wrong = NULL;
	size_t i;

	if (p->text.len > UINT32_MAX || p->offset < -1 || (unsigned)p->kind >= KT_KINDS)
		wrong = "its text, offset or kind";
	for (i = 0; i < p->mention_count; i++) {
		const kt_mention *m = &p->mentions[i];

		if (!span_lies_in(p->text, m->start, m->end) ||
			(unsigned)m->kind >= KT_MENTION_KINDS || (unsigned)m->tier >= KT_TIERS)
			wrong = "a mention";
	}
	for (i = 0; i < p->year_count; i++) {
		const kt_year_span *y = &p->years[i];

		if (!span_lies_in(p->text, y->start, y->end) ||
			(unsigned)y->type >= KT_YEAR_TYPES || !year_is_right(y->from) ||
			!year_is_right(y->to))
			wrong = "a span of years";
	}
	for (i = 0; i < p->quotation_count; i++) {
		const kt_quotation *q = &p->quotations[i];

		if (!span_lies_in(p->text, q->start, q->end) ||
			(unsigned)q->kind >= KT_QUOTATION_KINDS)
			wrong = "a quotation";
	}
	if (wrong)
		return kt_fail(err, KT_EINVAL, "passage %u:%u: %s is out of bounds", p->source,
			p->number, wrong);
	return KT_OK;
}

static void put_span(kt_buf *out, uint32_t start, uint32_t end)
{
	codec_put_number(out, start);
	codec_put_number(out, end - start);
}

static void put_mentions(kt_buf *out, const kt_passage *p)
{
	size_t i;

	codec_put_number(out, p->mention_count);
	for (i = 0; i < p->mention_count; i++) {
		const kt_mention *m = &p->mentions[i];

		codec_put_number(out, (uint64_t)m->kind);
		codec_put_number(out, (uint64_t)m->tier);
		put_span(out, m->start, m->end);
		codec_put_string(out, m->id);
		codec_put_string(out, m->rule);
	}
}

static void put_years(kt_buf *out, const kt_passage *p)
{
	size_t i;

	codec_put_number(out, p->year_count);
	for (i = 0; i < p->year_count; i++) {
		const kt_year_span *y = &p->years[i];

		codec_put_number(out, (uint64_t)y->type);
		codec_put_number(out, (y->approximate ? (uint64_t)FLAG_APPROXIMATE : 0) |
					      (y->inferred ? (uint64_t)FLAG_INFERRED : 0));
		codec_put_signed(out, y->from);
		codec_put_signed(out, y->to);
		put_span(out, y->start, y->end);
	}
}

static void put_quotations(kt_buf *out, const kt_passage *p)
{
	size_t i;

	codec_put_number(out, p->quotation_count);
	for (i = 0; i < p->quotation_count; i++) {
		const kt_quotation *q = &p->quotations[i];

		codec_put_number(out, (uint64_t)q->kind);
		codec_put_number(out, q->altered != 0);
		put_span(out, q->start, q->end);
		codec_put_string(out, q->speaker);
		codec_put_string(out, q->work);
		codec_put_string(out, q->page);
	}
}

kt_status kt_record_encode(kt_buf *out, const kt_passage *p, kt_error *err)
{
	kt_status status = check(p, err);

	kt_buf_clear(out);
	if (status)
		return status;
	codec_put_number(out, RECORD_VERSION);
	codec_put_number(out, p->source);
	codec_put_number(out, p->number);
	codec_put_number(out, (uint64_t)p->kind);
	codec_put_number(out, (p->markdown ? (uint64_t)FLAG_MARKDOWN : 0) |
				      (p->continued ? (uint64_t)FLAG_CONTINUED : 0));
	codec_put_string(out, kt_str_of(p->language.code));
	codec_put_number(out, (uint64_t)(p->offset + 1));
	codec_put_string(out, p->text);
	put_mentions(out, p);
	put_years(out, p);
	put_quotations(out, p);
	return kt_buf_status(out, err);
}

/* ---- reading ---- */

typedef struct decoding {
	codec_reading in;
	kt_arena *arena;
	kt_passage *out;
	int no_memory;
} decoding;

static int get_enum(decoding *d, int count)
{
	return (int)codec_number(&d->in, (uint64_t)(count - 1));
}

static void get_span(decoding *d, uint32_t *start, uint32_t *end)
{
	size_t length = d->out->text.len;

	*start = (uint32_t)codec_number(&d->in, length);
	*end = *start + (uint32_t)codec_number(&d->in, length - *start);
}

/* Room for as many elements as are announced, which is never more than the bytes could hold. */
static void *get_array(decoding *d, size_t *count, size_t least, size_t width)
{
	void *at;

	*count = codec_count(&d->in, least);
	if (!*count)
		return NULL;
	at = kt_arena_array(d->arena, *count, width);
	if (!at) {
		d->no_memory = 1;
		*count = 0;
	}
	return at;
}

static void get_mentions(decoding *d)
{
	kt_passage *p = d->out;
	size_t i;

	p->mentions = get_array(d, &p->mention_count, MENTION_MIN, sizeof *p->mentions);
	for (i = 0; i < p->mention_count && !d->in.bad; i++) {
		kt_mention *m = &p->mentions[i];

		m->kind = (kt_mention_kind)get_enum(d, KT_MENTION_KINDS);
		m->tier = (kt_tier)get_enum(d, KT_TIERS);
		get_span(d, &m->start, &m->end);
		m->id = codec_string(&d->in);
		m->rule = codec_string(&d->in);
	}
}

static void get_years(decoding *d)
{
	kt_passage *p = d->out;
	size_t i;

	p->years = get_array(d, &p->year_count, YEAR_MIN, sizeof *p->years);
	for (i = 0; i < p->year_count && !d->in.bad; i++) {
		kt_year_span *y = &p->years[i];
		uint64_t flags;

		y->type = (kt_year_type)get_enum(d, KT_YEAR_TYPES);
		flags = codec_number(&d->in, FLAG_APPROXIMATE | FLAG_INFERRED);
		y->approximate = (flags & FLAG_APPROXIMATE) != 0;
		y->inferred = (flags & FLAG_INFERRED) != 0;
		y->from = (int)codec_signed(&d->in, KT_YEAR_OPEN_FROM, KT_YEAR_OPEN_TO);
		y->to = (int)codec_signed(&d->in, KT_YEAR_OPEN_FROM, KT_YEAR_OPEN_TO);
		get_span(d, &y->start, &y->end);
	}
}

static void get_quotations(decoding *d)
{
	kt_passage *p = d->out;
	size_t i;

	p->quotations = get_array(d, &p->quotation_count, QUOTATION_MIN, sizeof *p->quotations);
	for (i = 0; i < p->quotation_count && !d->in.bad; i++) {
		kt_quotation *q = &p->quotations[i];

		q->kind = (kt_quotation_kind)get_enum(d, KT_QUOTATION_KINDS);
		q->altered = (int)codec_number(&d->in, 1);
		get_span(d, &q->start, &q->end);
		q->speaker = codec_string(&d->in);
		q->work = codec_string(&d->in);
		q->page = codec_string(&d->in);
	}
}

static void get_language(decoding *d, kt_language *out)
{
	kt_str code = codec_string(&d->in);

	if (code.len >= sizeof out->code || (code.len && memchr(code.ptr, '\0', code.len)))
		d->in.bad = 1;
	else if (code.len)
		memcpy(out->code, code.ptr, code.len);
}

static void get_head(decoding *d)
{
	kt_passage *p = d->out;
	uint64_t flags;

	p->source = (uint32_t)codec_number(&d->in, UINT32_MAX);
	p->number = (uint32_t)codec_number(&d->in, UINT32_MAX);
	p->kind = (kt_kind)get_enum(d, KT_KINDS);
	flags = codec_number(&d->in, FLAG_MARKDOWN | FLAG_CONTINUED);
	p->markdown = (flags & FLAG_MARKDOWN) != 0;
	p->continued = (flags & FLAG_CONTINUED) != 0;
	get_language(d, &p->language);
	p->offset = (int64_t)codec_number(&d->in, INT64_MAX) - 1;
	p->text = codec_string(&d->in);
	if (p->text.len > UINT32_MAX)
		d->in.bad = 1;
}

kt_status kt_record_decode(kt_passage *out, kt_arena *arena, kt_str bytes, kt_error *err)
{
	decoding d = { .arena = arena, .out = out };
	uint64_t version;

	memset(out, 0, sizeof *out);
	codec_begin(&d.in, bytes);
	version = codec_number(&d.in, UINT64_MAX);
	if (d.in.bad || version != RECORD_VERSION)
		return kt_fail(err, KT_ECORRUPT, "passage record of version %llu",
			(unsigned long long)version);
	get_head(&d);
	get_mentions(&d);
	get_years(&d);
	get_quotations(&d);
	if (d.no_memory) {
		memset(out, 0, sizeof *out);
		return kt_fail(err, KT_ENOMEM, "passage record: no memory");
	}
	if (!codec_whole(&d.in)) {
		kt_status status =
			kt_fail(err, KT_ECORRUPT, "passage record %u:%u is corrupt after %zu bytes",
				out->source, out->number, bytes.len - (size_t)(d.in.end - d.in.at));
		memset(out, 0, sizeof *out);
		return status;
	}
	return KT_OK;
}
