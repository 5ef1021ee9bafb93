/* quotations.c - the way of a source through the quotation tagger: marks, quotations, titles, whose
 * words, where from, terms. */
#include "quotations.h"

#include <stdlib.h>
#include <string.h>

int load_sentences(reading *r, size_t passage)
{
	const kt_tagged *t = &r->passages[passage];
	kt_tokens own = { t->tokens->at + t->first, t->count, 0 };

	if (r->sentences_of == passage)
		return 1;
	r->sentences_of = NOWHERE;
	if (kt_sentences(&r->sentences, &own, r->words, text_of(r, passage), r->err))
		return 0;
	r->sentences_of = (uint32_t)passage;
	return 1;
}

/* Whether there is anything to do: a mark, or a block. */
static int scan(reading *r, int *any)
{
	*any = 0;
	for (size_t p = 0; p < r->count; p++) {
		kt_kind kind = kind_of(r, p);

		r->first_mark[p] = r->marks.count;
		if (!marks_scan(&r->marks, text_of(r, p), r->passages[p].passage->markdown))
			return 0;
		if (r->marks.count > r->first_mark[p] &&
			!marks_pair(&r->marks, r->first_mark[p], r->marks.count, text_of(r, p)))
			return 0;
		*any |= r->marks.count > r->first_mark[p] || kind == KT_KIND_BLOCKQUOTE ||
			kind == KT_KIND_ATTRIBUTION || kind == KT_KIND_VERSE;
	}
	r->first_mark[r->count] = r->marks.count;
	return 1;
}

static int hand_over(reading *r)
{
	for (size_t p = 0; p < r->count; p++) {
		kt_passage *passage = r->passages[p].passage;
		size_t first = r->first_find[p], count = r->first_find[p + 1] - first;

		passage->quotation_count = 0;
		if (!count)
			continue;
		passage->quotations = kt_arena_array(r->arena, count, sizeof *passage->quotations);
		if (!passage->quotations)
			return 0;
		passage->quotation_count = count;
		for (size_t i = 0; i < count; i++) {
			const found *f = &r->finds.at[first + i];

			passage->quotations[i] = (kt_quotation) { .kind = f->kind,
				.altered = f->altered,
				.start = f->start,
				.end = f->end,
				.speaker = f->speaker,
				.work = f->work,
				.page = f->page };
		}
	}
	return 1;
}

static kt_status tag(reading *r)
{
	kt_status status;

	if (!quotations_find(r))
		return kt_fail(r->err, KT_ENOMEM, "no memory for the quotations of a text");
	quotation_titles(r);
	status = quotation_speakers(r);
	if (!status)
		status = quotation_sources(r);
	if (status)
		return status;
	quotation_terms(r);
	return hand_over(r) ? KT_OK
			    : kt_fail(r->err, KT_ENOMEM, "no memory for the quotations of a text");
}

kt_status kt_tag_quotations(kt_arena *arena, const kt_tag_source *source, kt_tagged *passages,
	size_t count, const kt_words *words, kt_error *err)
{
	reading r = { .arena = arena,
		.passages = passages,
		.count = count,
		.words = words,
		.sentences_of = NOWHERE,
		.err = err };
	kt_status status = KT_OK;
	int any = 0;

	(void)source;
	r.first_mark = calloc(count + 1, sizeof *r.first_mark);
	r.first_find = calloc(count + 1, sizeof *r.first_find);
	if (!r.first_mark || !r.first_find || !scan(&r, &any)) {
		status = kt_fail(err, KT_ENOMEM, "no memory for the quotation marks of a text");
		goto out;
	}
	if (!any)
		goto out;
	r.forms = kt_words_count(words);
	r.classes = calloc(r.forms + 1, sizeof *r.classes);
	status = r.classes ? tag(&r)
			   : kt_fail(err, KT_ENOMEM, "no memory for the quotations of a text");
out:
	kt_offsets_release(&r.sentences);
	marks_release(&r.marks);
	free(r.finds.at);
	free(r.classes);
	free(r.first_find);
	free(r.first_mark);
	return status;
}
