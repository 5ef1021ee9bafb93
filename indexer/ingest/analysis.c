#include "analysis.h"

#include <stdlib.h>
#include <string.h>

#define CUT_WORDS 400 /* a paragraph of more is cut at a sentence end */
#define SENTENCE_WORDS 800 /* a sentence of more is cut where it stands */
#define WINDOW ((size_t)256 << 10) /* bytes of a block looked at at once for its sentences */
#define BATCH                                                                                      \
	((size_t)8                                                                                 \
		<< 20) /* bytes of text tagged together: a stretch of a source, see stretches.h */
#define WORDS_MAX ((size_t)250 << 10) /* distinct words kept from source to source */
#define SURE 60 /* of a passage's own language */

/* Words, and those who keep notes of each word. */
static kt_status begin_words(analysis *a, const kt_authority *authority, kt_error *err)
{
	kt_status status = kt_words_new(&a->words, err);

	if (!status)
		status = kt_year_tagger_new(&a->year_tagger, err);
	if (!status && authority)
		status = kt_name_tagger_new(&a->name_tagger, authority, err);
	return status;
}

kt_status analysis_init(analysis *a, const kt_authority *authority, kt_error *err)
{
	kt_status status;

	memset(a, 0, sizeof *a);
	status = kt_arena_new(&a->arena, err);
	if (!status)
		status = kt_arena_new(&a->kept, err);
	return status ? status : begin_words(a, authority, err);
}

static void end_words(analysis *a)
{
	kt_name_tagger_free(a->name_tagger);
	kt_year_tagger_free(a->year_tagger);
	kt_words_free(a->words);
	a->name_tagger = NULL;
	a->year_tagger = NULL;
	a->words = NULL;
}

kt_status analysis_renew(analysis *a, const kt_authority *authority, kt_error *err)
{
	if (kt_words_count(a->words) < WORDS_MAX)
		return KT_OK;
	end_words(a);
	return begin_words(a, authority, err);
}

void analysis_release(analysis *a)
{
	end_words(a);
	kt_arena_free(a->kept);
	kt_arena_free(a->arena);
	kt_tokens_release(&a->tokens);
	kt_tokens_release(&a->cutting);
	kt_offsets_release(&a->sentences);
}

/* The passages of a batch. */
typedef struct batch {
	kt_passage *passages;
	kt_tagged *tagged;
	int *sure;
	size_t count, size, bytes;
} batch;

static int batch_grow(batch *b)
{
	size_t size = b->size, again = b->size, third = b->size;

	if (b->count < b->size)
		return 1;
	if (!kt_grow((void **)&b->passages, &size, b->count, sizeof *b->passages) ||
		!kt_grow((void **)&b->tagged, &again, b->count, sizeof *b->tagged) ||
		!kt_grow((void **)&b->sure, &third, b->count, sizeof *b->sure))
		return 0;
	b->size = size;
	return 1;
}

static void batch_release(batch *b)
{
	free(b->passages);
	free(b->tagged);
	free(b->sure);
}

/* A run of the analysis over one source. */
typedef struct run {
	analysis *a;
	const kt_tag_source *source;
	const kt_source_text *text;
	kt_language language; /* the user's */
	batch batch;
	analysis_fn fn;
	void *context;
} run;

/* Tokens of the passage are added behind those of the batch. */
static kt_status add_tokens(analysis *a, const kt_tokens *tokens, kt_error *err)
{
	kt_tokens *all = &a->tokens;

	if (tokens->count && !kt_grow((void **)&all->at, &all->size, all->count + tokens->count,
				     sizeof *all->at))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	if (tokens->count)
		memcpy(all->at + all->count, tokens->at, tokens->count * sizeof *tokens->at);
	all->count += tokens->count;
	return KT_OK;
}

static int is_markdown(const run *r)
{
	return r->text->format && !strcmp(r->text->format, "markdown");
}

static kt_status add_passage(
	run *r, const kt_block *block, size_t from, size_t to, int continued, kt_error *err)
{
	analysis *a = r->a;
	kt_passage *p;
	kt_tagged *t;
	kt_status status;

	while (from < to && (unsigned char)block->text.ptr[from] <= ' ')
		from++;
	while (from < to && (unsigned char)block->text.ptr[to - 1] <= ' ')
		to--;
	if (from == to)
		return KT_OK;
	if (!batch_grow(&r->batch))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	p = &r->batch.passages[r->batch.count];
	t = &r->batch.tagged[r->batch.count];
	memset(p, 0, sizeof *p);
	p->number = ++a->number;
	p->kind = block->kind;
	p->text = kt_str_sub(block->text, from, to);
	p->offset = block->offset < 0 ? -1 : block->offset + (int64_t)from;
	p->markdown = is_markdown(r);
	p->continued = continued;
	status = kt_tokenise(
		&a->cutting, a->words, p->text, p->markdown ? KT_TOKENISE_MARKDOWN : 0, err);
	if (status)
		return status;
	*t = (kt_tagged) { NULL, NULL, a->tokens.count, a->cutting.count };
	p->language = kt_language_detect(&a->cutting, a->words, &r->batch.sure[r->batch.count]);
	if (kt_language_of(block->language.code).code[0]) {
		p->language = block->language;
		r->batch.sure[r->batch.count] = 100;
	}
	r->batch.count++;
	r->batch.bytes += p->text.len;
	return add_tokens(a, &a->cutting, err);
}

/* The language of most words of the batch, among passages whose own is sure. */
static kt_language usual_language(const batch *b, kt_language otherwise)
{
	struct {
		kt_language language;
		size_t words;
	} seen[16];
	size_t count = 0, best = 0;

	for (size_t i = 0; i < b->count; i++) {
		size_t n = 0;

		if (b->sure[i] < SURE || !b->passages[i].language.code[0])
			continue;
		while (n < count && !kt_language_equal(seen[n].language, b->passages[i].language))
			n++;
		if (n == sizeof seen / sizeof *seen)
			continue;
		if (n == count) {
			seen[count].language = b->passages[i].language;
			seen[count++].words = 0;
		}
		seen[n].words += b->tagged[i].count;
		if (seen[n].words > seen[best].words)
			best = n;
	}
	return count ? seen[best].language : otherwise;
}

static void settle_languages(run *r)
{
	batch *b = &r->batch;
	kt_language *usual = &r->a->usual;

	if (r->language.code[0])
		*usual = r->language;
	else if (r->text->language.code[0])
		*usual = r->text->language;
	else
		*usual = usual_language(b, *usual);
	for (size_t i = 0; i < b->count; i++) {
		if (r->language.code[0])
			b->passages[i].language = r->language;
		else if (b->sure[i] < SURE || !b->passages[i].language.code[0])
			b->passages[i].language = *usual;
	}
}

static kt_status tag(run *r, kt_error *err)
{
	analysis *a = r->a;
	batch *b = &r->batch;
	kt_status status;

	status = kt_tag_years(
		a->year_tagger, a->arena, r->source, b->tagged, b->count, a->words, err);
	if (!status && a->name_tagger)
		status = kt_tag_names(
			a->name_tagger, a->arena, r->source, b->tagged, b->count, a->words, err);
	if (!status)
		status = kt_tag_quotations(a->arena, r->source, b->tagged, b->count, a->words, err);
	return status;
}

static kt_status finish_batch(run *r, kt_error *err)
{
	batch *b = &r->batch;
	kt_status status = KT_OK;

	settle_languages(r);
	for (size_t i = 0; i < b->count; i++) {
		b->tagged[i].passage = &b->passages[i];
		b->tagged[i].tokens = &r->a->tokens;
	}
	status = tag(r, err);
	for (size_t i = 0; !status && i < b->count; i++) {
		kt_tokens own = { r->a->tokens.at + b->tagged[i].first, b->tagged[i].count, 0 };

		status = r->fn(r->context, &b->passages[i], &own, err);
	}
	b->count = b->bytes = 0;
	r->a->tokens.count = 0;
	return status;
}

/* End of the window that begins at from: at white space where there is any. */
static size_t window_end(kt_str text, size_t from)
{
	size_t end = from + WINDOW, back;

	if (end >= text.len)
		return text.len;
	for (back = end; back > from + WINDOW / 2; back--)
		if ((unsigned char)text.ptr[back] <= ' ')
			return back;
	while (end > from + 1 && ((unsigned char)text.ptr[end] & 0xC0) == 0x80)
		end--;
	return end;
}

/* Cuts [from, to) of a block, whose tokens and sentences have been found, into passages. */
static kt_status cut_window(run *r, const kt_block *block, size_t from, size_t to, kt_error *err)
{
	const kt_tokens *tokens = &r->a->cutting;
	size_t count = tokens->count, total = 0, cuts_size = 0;
	size_t last = 0; /* first token of the passage at hand */
	size_t sentence = 0, end = 0; /* the latest sentence start seen, as a token */
	uint32_t *cuts = NULL;
	kt_status status = KT_OK;

	for (size_t i = 1; i <= count; i++) {
		size_t cut = 0;

		while (sentence < r->a->sentences.count && i < count &&
			r->a->sentences.at[sentence] <= tokens->at[i].offset) {
			if (r->a->sentences.at[sentence] > tokens->at[i - 1].offset)
				end = i;
			sentence++;
		}
		if (i - last > CUT_WORDS && end > last)
			cut = end;
		else if (i - last >= SENTENCE_WORDS)
			cut = i;
		if (!cut || i == count)
			continue;
		if (!kt_grow((void **)&cuts, &cuts_size, total, sizeof *cuts)) {
			status = kt_fail(err, KT_ENOMEM, "out of memory");
			goto out;
		}
		cuts[total++] = tokens->at[cut].offset;
		last = cut;
	}
	for (size_t i = 0; !status && i <= total; i++) {
		size_t a = i ? from + cuts[i - 1] : from, z = i < total ? from + cuts[i] : to;

		status = add_passage(r, block, a, z, i > 0 || from > 0, err);
	}
out:
	free(cuts);
	return status;
}

static kt_status add_block(run *r, const kt_block *block, kt_error *err)
{
	unsigned options = is_markdown(r) ? KT_TOKENISE_MARKDOWN : 0;
	analysis *a = r->a;
	kt_status status = KT_OK;

	if (block->text.len < CUT_WORDS * 2) /* too short to hold so many words */
		return add_passage(r, block, 0, block->text.len, 0, err);
	for (size_t from = 0, to; !status && from < block->text.len; from = to) {
		kt_str text;

		to = window_end(block->text, from);
		text = kt_str_sub(block->text, from, to);
		status = kt_tokenise(&a->cutting, a->words, text, options, err);
		if (!status && a->cutting.count <= CUT_WORDS) {
			status = add_passage(r, block, from, to, from > 0, err);
			continue;
		}
		if (!status)
			status = kt_sentences(&a->sentences, &a->cutting, a->words, text, err);
		if (!status)
			status = cut_window(r, block, from, to, err);
	}
	return status;
}

void analysis_begin(analysis *a)
{
	a->usual = kt_language_of("");
	a->number = 0;
}

kt_status analysis_run(analysis *a, const kt_tag_source *source, const kt_source_text *text,
	kt_language language, analysis_fn fn, void *context, kt_error *err)
{
	run r = { .a = a,
		.source = source,
		.text = text,
		.language = language,
		.fn = fn,
		.context = context };
	kt_status status = KT_OK;

	a->tokens.count = 0;
	for (size_t i = 0; !status && i < text->block_count; i++) {
		status = add_block(&r, &text->blocks[i], err);
		if (!status && r.batch.bytes >= BATCH)
			status = finish_batch(&r, err);
	}
	if (!status)
		status = finish_batch(&r, err);
	batch_release(&r.batch);
	return status;
}
