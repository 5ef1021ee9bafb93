/* concordance.c - one line for each occurrence, the word in the middle (KWIC). */
#include <stdlib.h>

#include "excerpt.h"
#include "hit.h"
#include "kartoteka/json.h"
#include "kwic.h"

#define SORT_WORDS 8 /* words that decide the order */

typedef struct line {
	const kt_hit *hit;
	size_t match;
	uint32_t words[SORT_WORDS]; /* forms beside the match, the nearest first */
	uint32_t word_count;
	size_t found; /* place in the order of the hits */
} line;

typedef struct concordance {
	kt_arena *arena;
	const kt_answer *answer;
	line *lines;
	size_t count, offset, shown;
	kwic kwic;
} concordance;

static kt_str match_of(const line *l)
{
	const kt_match *m = &l->hit->matches[l->match];

	return kt_str_sub(l->hit->passage.text, m->start, m->end);
}

static kt_str name_of(const concordance *c, const line *l)
{
	return kt_passage_name(c->arena, l->hit->source, l->hit->passage.number);
}

/* ---- order
 * ------------------------------------------------------------------------------------------ */

typedef struct sorting {
	kt_words *words;
	kt_tokens tokens;
	uint32_t *ranks; /* of the forms, in the order of their letters */
} sorting;

/* The first token that begins at or behind a byte. */
static size_t token_from(const kt_tokens *tokens, size_t at)
{
	size_t low = 0, high = tokens->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (tokens->at[middle].offset < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void note_words(line *l, const kt_tokens *tokens, int to_left)
{
	const kt_match *m = &l->hit->matches[l->match];
	size_t at = token_from(tokens, to_left ? m->start : m->end);

	while (l->word_count < SORT_WORDS && (to_left ? at > 0 : at < tokens->count))
		l->words[l->word_count++] = tokens->at[to_left ? --at : at++].form;
}

static kt_status note_all_words(sorting *s, concordance *c, int to_left, kt_error *err)
{
	const kt_hit *last = NULL;
	kt_status status = KT_OK;

	for (size_t i = 0; !status && i < c->count; i++) {
		const kt_hit *hit = c->lines[i].hit;

		if (hit != last)
			status = kt_tokenise(&s->tokens, s->words, hit->passage.text,
				hit->passage.markdown ? KT_TOKENISE_MARKDOWN : 0, err);
		last = hit;
		if (!status)
			note_words(&c->lines[i], &s->tokens, to_left);
	}
	return status;
}

typedef struct ranked_form {
	kt_str form;
	uint32_t number;
} ranked_form;

static int by_letters(const void *a, const void *b)
{
	return kt_str_compare(((const ranked_form *)a)->form, ((const ranked_form *)b)->form);
}

/* Each distinct form is compared by its letters once, each line by numbers. */
static kt_status rank_forms(sorting *s, kt_error *err)
{
	size_t count = kt_words_count(s->words);
	ranked_form *forms = calloc(count + 1, sizeof *forms);

	s->ranks = calloc(count + 1, sizeof *s->ranks);
	if (!forms || !s->ranks) {
		free(forms);
		return kt_fail(err, KT_ENOMEM, "out of memory");
	}
	for (uint32_t i = 0; i < count; i++)
		forms[i] = (ranked_form) { kt_words_form(s->words, i), i };
	qsort(forms, count, sizeof *forms, by_letters);
	for (uint32_t i = 0; i < count; i++)
		s->ranks[forms[i].number] = i;
	free(forms);
	return KT_OK;
}

static int by_words(const void *a, const void *b)
{
	const line *x = a, *y = b;

	for (size_t i = 0; i < x->word_count && i < y->word_count; i++)
		if (x->words[i] != y->words[i])
			return x->words[i] < y->words[i] ? -1 : 1;
	if (x->word_count != y->word_count)
		return x->word_count < y->word_count ? -1 : 1;
	return (x->found > y->found) - (x->found < y->found);
}

static kt_status sort_lines(concordance *c, kt_line_order order, kt_error *err)
{
	sorting s = { NULL, { NULL, 0, 0 }, NULL };
	kt_status status;

	if (order == KT_LINES_AS_FOUND || !c->count)
		return KT_OK;
	status = kt_words_new(&s.words, err);
	if (!status)
		status = note_all_words(&s, c, order == KT_LINES_LEFT, err);
	if (!status)
		status = rank_forms(&s, err);
	for (size_t i = 0; !status && i < c->count; i++)
		for (size_t k = 0; k < c->lines[i].word_count; k++)
			c->lines[i].words[k] = s.ranks[c->lines[i].words[k]];
	if (!status)
		qsort(c->lines, c->count, sizeof *c->lines, by_words);
	free(s.ranks);
	kt_tokens_release(&s.tokens);
	kt_words_free(s.words);
	return status;
}

/* ---- JSON and tables
 * -------------------------------------------------------------------------------- */

static const char *const columns[] = { "passage", "left", "match", "right", "year", NULL };

static json_t *head(const void *subject)
{
	const concordance *c = subject;
	json_t *total = totals_json(c->answer);

	if (!total || json_object_set_new(total, "lines", json_integer((json_int_t)c->count))) {
		json_decref(total);
		return NULL;
	}
	return json_pack("{s:o, s:b, s:o}", "total", total, "truncated", c->shown < c->count,
		"forms", forms_json(c->answer));
}

static json_t *scalars(const void *subject, const void *row)
{
	const concordance *c = subject;
	const line *l = row;
	const kt_passage *passage = &l->hit->passage;
	const kt_match *m = &l->hit->matches[l->match];
	int year = first_year(passage);
	kt_buf match = KT_BUF_INIT;
	json_t *object;

	kt_show_flat(&match, passage->text, m->start, m->end, 0);
	object = json_pack("{s:o, s:o, s:o, s:o, s:o}", "passage", kt_json_str(name_of(c, l)),
		"left", left_json(passage, *m), "match", kt_json_str(kt_buf_str(&match)), "right",
		right_json(passage, *m), "year", year ? json_integer(year) : json_null());
	kt_buf_release(&match);
	return object;
}

/* ---- text
 * --------------------------------------------------------------------------------------------- */

static void measure(concordance *c)
{
	for (size_t i = c->offset; i < c->offset + c->shown; i++) {
		const line *l = &c->lines[i];

		kwic_note(&c->kwic, name_of(c, l), KT_STR(""), match_of(l));
	}
	kwic_share(&c->kwic);
}

static void draw_row(pen *p, const void *subject, const void *row)
{
	const concordance *c = subject;
	const line *l = row;

	draw_kwic(p, &c->kwic, name_of(c, l), KT_STR(""), &l->hit->passage,
		l->hit->matches[l->match]);
}

static void draw_tail(pen *p, const void *subject)
{
	const concordance *c = subject;
	kt_buf text = KT_BUF_INIT;

	if (c->shown)
		pen_gap(p);
	kt_show_range(&text, c->offset, c->shown, c->count, "line", "lines");
	kt_buf_add(&text, KT_STR(" in "));
	kt_show_counted(&text, c->answer->passages, "passage", "passages");
	pen_text(p, kt_buf_str(&text), INK_PLAIN);
	draw_totals(p, c->answer);
	draw_forms(p, c->answer);
	kt_buf_release(&text);
}

/* --------------------------------------------------------------------------------------------------------
 */

static const listing lines = {
	.list = "lines",
	.columns = columns,
	.head = head,
	.scalars = scalars,
	.draw_row = draw_row,
	.draw_tail = draw_tail,
};

static kt_status make_lines(concordance *c, kt_error *err)
{
	size_t count = 0;

	for (size_t i = 0; i < c->answer->hit_count; i++)
		count += c->answer->hits[i].match_count;
	c->lines = calloc(count + 1, sizeof *c->lines);
	if (!c->lines)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	for (size_t i = 0; i < c->answer->hit_count; i++) {
		const kt_hit *hit = &c->answer->hits[i];

		for (size_t m = 0; m < hit->match_count; m++, c->count++)
			c->lines[c->count] = (line) { .hit = hit, .match = m, .found = c->count };
	}
	return KT_OK;
}

static kt_status make_sorted_lines(concordance *c, kt_line_order order, kt_error *err)
{
	kt_status status = make_lines(c, err);

	return status ? status : sort_lines(c, order, err);
}

kt_status kt_show_lines(kt_line **out, size_t *count, kt_arena *arena, const kt_answer *answer,
	kt_line_order order, kt_error *err)
{
	concordance c = { .arena = arena, .answer = answer };
	kt_status status = make_sorted_lines(&c, order, err);

	*out = NULL;
	*count = 0;
	if (!status)
		*out = kt_arena_array(arena, c.count + 1, sizeof **out);
	if (!status && !*out)
		status = kt_fail(err, KT_ENOMEM, "out of memory");
	for (; !status && *count < c.count; ++*count)
		(*out)[*count] = (kt_line) { c.lines[*count].hit, c.lines[*count].match };
	free(c.lines);
	return status;
}

kt_status kt_show_concordance(kt_printer *printer, kt_arena *arena, const kt_answer *answer,
	kt_line_order order, size_t offset, size_t limit, kt_error *err)
{
	concordance c = {
		.arena = arena, .answer = answer, .kwic.columns = printer->style.columns
	};
	kt_status status = make_sorted_lines(&c, order, err);

	c.offset = offset < c.count ? offset : c.count;
	c.shown = limit && limit < c.count - c.offset ? limit : c.count - c.offset;
	if (!status) {
		measure(&c);
		status = print_begin(printer, &lines, &c, err);
	}
	for (size_t i = c.offset; !status && i < c.offset + c.shown; i++)
		status = print_row(printer, &c.lines[i], err);
	if (!status)
		status = print_end(printer, err);
	free(c.lines);
	return status;
}
