/* quote_view.c - a passage as it is compared with a quotation: which of its words are the
 * quotation's, and where editorial marks stand. */
#include <stdlib.h>
#include <string.h>

#include "quote.h"

void view_release(view *v)
{
	kt_tokens_release(&v->raw);
	kt_buf_release(&v->joined);
	kt_buf_release(&v->spaced);
	free(v->at);
	memset(v, 0, sizeof *v);
}

static int may_join(const kt_token *t)
{
	return t->flags & (KT_TOKEN_HYPHEN | KT_TOKEN_GROUP) ||
	       (t->flags & KT_TOKEN_LETTER && t[-1].flags & KT_TOKEN_LETTER);
}

/* The compound that begins at a token is told where it ends. */
static void read_compound(view *v, quotation *q, size_t from)
{
	size_t to;

	if (from + 1 >= v->count || !may_join(&v->raw.at[from + 1]) ||
		!kt_compound(&v->joined, &v->raw, q->plan->words, v->text, from, &to))
		return;
	kt_buf_clear(&v->spaced);
	for (size_t i = from; i < to; i++) {
		if (i > from)
			kt_buf_addc(&v->spaced, ' ');
		kt_buf_add(&v->spaced, kt_words_form(q->plan->words, v->raw.at[i].form));
	}
	likeness_of_compound(
		q, kt_buf_str(&v->joined), kt_buf_str(&v->spaced), &v->at[to - 1].join_row);
	if (v->at[to - 1].join_row != ROW_NONE)
		v->at[to - 1].join = (unsigned short)(to - from);
}

kt_status view_read(view *v, quotation *q, kt_str text, int markdown, kt_error *err)
{
	kt_status status = kt_tokenise(
		&v->raw, q->plan->words, text, markdown ? KT_TOKENISE_MARKDOWN : 0, err);

	v->count = 0;
	v->text = text;
	if (status)
		return status;
	quote_drop_asides(&v->raw);
	for (; v->count < v->raw.count; v->count++) {
		const kt_token *t = &v->raw.at[v->count];
		view_token *o;

		if (!kt_grow((void **)&v->at, &v->size, v->count, sizeof *v->at))
			return kt_fail(err, KT_ENOMEM, "out of memory");
		o = &v->at[v->count];
		memset(o, 0, sizeof *o);
		o->start = t->offset;
		o->end = t->offset + t->length;
		o->tail = quote_tail(text, t);
		o->form = t->form;
		o->glued = (t->flags & KT_TOKEN_GLUED) != 0;
		o->broken = (t->flags & KT_TOKEN_BROKEN) != 0;
		status = likeness_of_form(q, t->form, &o->row, err);
		if (status)
			return status;
		if (v->count && o->start > o[-1].end)
			o[-1].open = (unsigned char)quote_has_ellipsis(
				kt_str_sub(text, o[-1].end, o->start));
	}
	for (size_t i = 0; i < v->count; i++)
		read_compound(v, q, i);
	for (size_t from = 0, to = 0; quote_insertion(text, &v->raw, &from, &to); from = to)
		for (size_t i = from; i < to; i++)
			v->at[i].bracketed = 1;
	return KT_OK;
}

kt_status view_sharpen(view *v, quotation *q, kt_error *err)
{
	kt_status status = KT_OK;

	for (size_t i = 0; !status && i < v->count; i++)
		if (v->at[i].row == ROW_NONE)
			status = likeness_try(q, v->at[i].form, &v->at[i].row, err);
	return status;
}
