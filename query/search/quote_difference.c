/* quote_difference.c - a passage's words beside a quotation's, in one line. */
#include "quote.h"

#define SHOWN 3 /* words at both ends of a long run */

/* A run of words of one side, in one pair of marks. */
typedef struct run {
	char open, close;
	size_t first, count;
} run;

static void add_mark(kt_buf *out, char c)
{
	if (out->len && out->ptr[out->len - 1] != ' ')
		kt_buf_addc(out, ' ');
	kt_buf_addc(out, c);
}

static void add_space(kt_buf *out)
{
	if (out->len && out->ptr[out->len - 1] != '{' && out->ptr[out->len - 1] != '[')
		kt_buf_addc(out, ' ');
}

/* A word of the passage; what glues it to the one before (a hyphen, a point) as it is printed. */
static void add_token(kt_buf *out, const view *v, size_t i, int glue)
{
	const view_token *t = &v->at[i];

	if (!glue || !t->glued)
		add_space(out);
	else if (!t->broken)
		kt_buf_add(out, kt_str_sub(v->text, t[-1].end + t[-1].tail, t->start));
	kt_buf_add(out, kt_str_sub(v->text, t->start, t->end + t->tail));
}

static void add_word(kt_buf *out, const quotation *q, size_t i, int glue)
{
	const quote_word *w = &q->words[i];

	if (!glue || !w->glued)
		add_space(out);
	else
		kt_buf_add(out, kt_str_sub(q->text, w[-1].end + w[-1].tail, w->start));
	kt_buf_add(out, kt_str_sub(q->text, w->start, w->end + w->tail));
}

static void add_run(kt_buf *out, const quotation *q, const view *v, run r)
{
	int here = r.open == '{';

	if (!r.count)
		return;
	add_mark(out, r.open);
	for (size_t k = 0; k < r.count; k++) {
		if (r.count > 4 * SHOWN && k == SHOWN) {
			kt_buf_add(out, KT_STR(" \xE2\x80\xA6"));
			k = r.count - SHOWN;
		}
		if (here)
			add_token(out, v, r.first + k, k > 0);
		else
			add_word(out, q, r.first + k, k > 0);
	}
	kt_buf_addc(out, r.close);
}

/* Words that differ are gathered until one is found again: first the passage's, then the
 * quotation's. */
typedef struct pending {
	run added, missing;
} pending;

static void flush(kt_buf *out, const quotation *q, const view *v, pending *p)
{
	add_run(out, q, v, p->added);
	add_run(out, q, v, p->missing);
	p->added.count = p->missing.count = 0;
}

static void gather(pending *p, const step *s)
{
	if (s->tokens && !p->added.count)
		p->added.first = s->token;
	p->added.count += s->tokens;
	if (s->words && !p->missing.count)
		p->missing.first = s->word;
	p->missing.count += s->words;
}

void quote_difference(kt_buf *out, const quotation *q, const view *v, const alignment *a)
{
	pending p = { { '{', '}', 0, 0 }, { '[', ']', 0, 0 } };
	int glue = 0;

	kt_buf_clear(out);
	for (size_t k = 0; k < a->count; k++) {
		const step *s = &a->steps[k];

		if (s->kind > STEP_JOINED || s->how < LIKE_SPELLING) {
			gather(&p, s);
			glue = 0;
			continue;
		}
		flush(out, q, v, &p);
		for (size_t t = 0; t < s->tokens; t++, glue = 1)
			add_token(out, v, s->token + t, glue);
	}
	flush(out, q, v, &p);
}
