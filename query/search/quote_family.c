/* quote_family.c - the other passages that have a passage's quotations. */
#include <stdlib.h>
#include <string.h>

#include "quote.h"

#define QUOTATION_WORDS 5 /* shorter ones say nothing */
#define QUOTATIONS_MOST 32 /* of a passage */

typedef struct family {
	plan *p;
	hit_loader *loader;
	uint32_t self;
	const kt_passage *passage;
	unsigned char *within;
	founds all;
} family;

/* Keeps what is another passage's and more than chance; the nearer where a passage is met again. */
static kt_status take(family *f, const founds *some, kt_error *err)
{
	founds *all = &f->all;

	for (size_t i = 0; i < some->count; i++) {
		const found *one = &some->at[i];
		size_t at = 0;

		if (one->id == f->self || (!one->near && !one->part))
			continue;
		while (at < all->count && all->at[at].id != one->id)
			at++;
		if (at < all->count && all->at[at].similarity >= one->similarity)
			continue;
		if (!kt_grow((void **)&all->at, &all->size, all->count, sizeof *all->at))
			return kt_fail(err, KT_ENOMEM, "out of memory");
		all->at[at] = *one;
		all->count += at == all->count;
	}
	return KT_OK;
}

static kt_status look_for(family *f, kt_str text, kt_error *err)
{
	quotation q = { 0 };
	candidates c = { 0 };
	founds some = { NULL, 0, 0 };
	kt_status status = quotation_init(&q, f->p, text, f->passage->markdown, err);

	q.widely = 1;
	if (!status)
		status = quote_candidates(&q, f->within, &c, err);
	if (!status)
		status = quote_find(&q, f->loader, &c, &some, err);
	if (!status)
		status = take(f, &some, err);
	free(some.at);
	quotation_release(&q);
	return status;
}

static int is_long(family *f, kt_str text, kt_tokens *tokens, kt_status *status, kt_error *err)
{
	*status = kt_tokenise(
		tokens, f->p->words, text, f->passage->markdown ? KT_TOKENISE_MARKDOWN : 0, err);
	return !*status && tokens->count >= QUOTATION_WORDS;
}

/* The passage's quotations that lie in no other. */
static kt_status look_for_quotations(family *f, size_t *looked, kt_error *err)
{
	const kt_passage *p = f->passage;
	kt_tokens tokens = { NULL, 0, 0 };
	kt_status status = KT_OK;
	uint32_t end = 0;

	for (size_t i = 0; !status && i < p->quotation_count && *looked < QUOTATIONS_MOST; i++) {
		const kt_quotation *q = &p->quotations[i];
		kt_str text = kt_str_sub(p->text, q->start, q->end);

		if (q->kind == KT_QUOTATION_TITLE || q->end <= end ||
			!is_long(f, text, &tokens, &status, err))
			continue;
		end = q->end;
		++*looked;
		status = look_for(f, text, err);
	}
	if (!status && !*looked && is_long(f, p->text, &tokens, &status, err))
		status = look_for(f, p->text, err);
	kt_tokens_release(&tokens);
	return status;
}

static kt_status search_family(kt_quotes *out, kt_index *index, kt_arena *arena, kt_str passage,
	const kt_search_options *options, kt_error *err)
{
	family f = { 0 };
	kt_hit self;
	plan p;
	size_t looked = 0;
	kt_status status;

	memset(out, 0, sizeof *out);
	status = plan_init(&p, index, arena, options, &out->answer, err);
	if (!status)
		status = plan_make(&p, NULL, err);
	if (!status)
		status = kt_search_passage(&self, index, arena, passage, 0, err);
	f.p = &p;
	f.self = status ? 0 : self.document;
	f.passage = &self.passage;
	if (!status)
		status = quote_filter(&p, &f.within, err);
	if (!status)
		status = hit_loader_new(&f.loader, index, arena, err);
	if (!status)
		status = look_for_quotations(&f, &looked, err);
	if (!status && !looked)
		status = plan_notice(&p, err,
			"%.*s has no quotation of %d words: its text was looked for",
			KT_STR_ARG(passage), QUOTATION_WORDS);
	if (!status)
		status = quote_list(&p, f.loader, &f.all, out, err);
	if (!status)
		status = named_notice(&p, err);
	hit_loader_free(f.loader);
	free(f.all.at);
	free(f.within);
	plan_release(&p);
	return status;
}

kt_status kt_search_family(kt_quotes *out, kt_index *index, kt_arena *arena, kt_str passage,
	const kt_search_options *options, kt_error *err)
{
	kt_status status = search_family(out, index, arena, passage, options, err);

	if (status == KT_ECHANGED && !(status = kt_index_reopen(index, err)))
		status = search_family(out, index, arena, passage, options, err);
	return status;
}
