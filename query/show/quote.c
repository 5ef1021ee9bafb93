/* quote.c - passages that hold a quotation, with whose words they are and what differs. */
#include "excerpt.h"
#include "hit.h"
#include "kartoteka/json.h"

#define ALSO_SHOWN 12 /* in text */

typedef struct quoted {
	kt_arena *arena;
	kt_str words;
	const kt_quotes *quotes;
	size_t offset;
	kt_excerpter *excerpter;
} quoted;

static size_t rank_of(const quoted *a, const kt_quote_hit *hit)
{
	return a->offset + (size_t)(hit - a->quotes->hits) + 1;
}

/* ---- JSON and tables --------------------------------------------------------------------------
 */

static const char *const columns[] = { "rank", "passage", "source", "title", "number", "kind",
	"similarity", "near", "difference", "speaker", "work", "page", "also", "offset", "text",
	NULL };

static json_t *head(const void *subject)
{
	const quoted *a = subject;
	const kt_answer *answer = &a->quotes->answer;

	return json_pack("{s:o, s:o, s:I, s:b, s:o}", "query", kt_json_str(a->words), "total",
		totals_json(answer), "wordings", (json_int_t)a->quotes->wordings, "truncated",
		answer->truncated, "forms", forms_json(answer));
}

/* The names of `also` for a cell of a table. */
static json_t *also_cell(const kt_quote_hit *hit)
{
	kt_buf text = KT_BUF_INIT;
	json_t *cell;

	for (size_t i = 0; i < hit->also_count; i++)
		kt_buf_addf(&text, "%s%.*s", i ? " " : "", KT_STR_ARG(hit->also[i].passage));
	cell = kt_json_str(kt_buf_str(&text));
	kt_buf_release(&text);
	return cell;
}

static json_t *scalars(const void *subject, const void *row)
{
	const quoted *a = subject;
	const kt_quote_hit *hit = row;
	json_t *object = json_pack("{s:I}", "rank", (json_int_t)rank_of(a, hit));
	int failed = !object || set_passage(object, a->arena, &hit->hit);

	failed = failed || json_object_set_new(object, "score", json_real(hit->hit.score));
	failed = failed || json_object_set_new(object, "similarity", json_real(hit->similarity));
	failed = failed || json_object_set_new(object, "near", json_boolean(hit->near));
	failed = failed || json_object_set_new(object, "difference", kt_json_str(hit->difference));
	failed =
		failed || json_object_set_new(object, "speaker", kt_json_str_or_null(hit->speaker));
	failed = failed || json_object_set_new(object, "work", kt_json_str_or_null(hit->work));
	failed = failed || json_object_set_new(object, "page", kt_json_str_or_null(hit->page));
	failed = failed || json_object_set_new(object, "also", also_cell(hit));
	failed = failed || set_text(object, &hit->hit);
	if (failed)
		json_decref(object);
	return failed ? NULL : object;
}

static json_t *also_json(const kt_quote_hit *hit, int altered_only)
{
	json_t *list = json_array();
	int failed = !list;

	for (size_t i = 0; i < hit->also_count && !failed; i++)
		if (!altered_only || hit->also[i].altered)
			failed = json_array_append_new(list, kt_json_str(hit->also[i].passage));
	if (failed)
		json_decref(list);
	return failed ? NULL : list;
}

/* In an object `also` is a list, not the cell that `scalars` made of it. */
static int nested(json_t *object, const void *subject, const void *row)
{
	const kt_quote_hit *hit = row;
	int failed = json_object_set_new(object, "also", also_json(hit, 0));

	failed |= json_object_set_new(object, "altered", also_json(hit, 1));
	return failed | set_nested(object, ((const quoted *)subject)->arena, &hit->hit);
}

/* ---- text -------------------------------------------------------------------------------------
 */

static void draw_difference(pen *p, const kt_quote_hit *hit)
{
	pen_begin(p, 3, 3);
	pen_textf(p, INK_PLAIN, "%.2f", hit->similarity);
	if (!hit->near)
		pen_text(p, hit->part ? KT_STR(" (a part)") : KT_STR(" (not near)"), INK_PLAIN);
	pen_text(p, KT_STR(": "), INK_PLAIN);
	pen_text(p, hit->difference, INK_PLAIN);
	pen_line(p);
}

static void draw_speaker(pen *p, const kt_quote_hit *hit)
{
	kt_str parts[] = { hit->speaker_name.len ? hit->speaker_name : hit->speaker, hit->work,
		hit->page };
	int told = 0;

	if (!hit->speaker.len && !hit->work.len && !hit->page.len)
		return;
	pen_begin(p, 3, 5);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (!parts[i].len)
			continue;
		pen_text(p, told++ ? KT_STR(", ") : KT_STR("— "), INK_DIM);
		pen_text(p, parts[i], INK_DIM);
	}
	pen_line(p);
}

static void draw_also(pen *p, const kt_quote_hit *hit)
{
	if (!hit->also_count)
		return;
	pen_begin(p, 3, 5);
	pen_text(p, KT_STR("also "), INK_DIM);
	for (size_t i = 0; i < hit->also_count && i < ALSO_SHOWN; i++) {
		pen_text(p, i ? KT_STR(", ") : KT_STR(""), INK_DIM);
		pen_text(p, hit->also[i].passage, INK_DIM);
		if (hit->also[i].altered)
			pen_text(p, KT_STR(" (altered)"), INK_DIM);
	}
	if (hit->also_count > ALSO_SHOWN)
		pen_textf(p, INK_DIM, ", and %zu more", hit->also_count - ALSO_SHOWN);
	pen_line(p);
}

static void draw_row(pen *p, const void *subject, const void *row)
{
	const quoted *a = subject;
	const kt_quote_hit *hit = row;

	draw_heading(p, a->arena, &hit->hit, rank_of(a, hit));
	draw_difference(p, hit);
	draw_speaker(p, hit);
	draw_also(p, hit);
	draw_neighbours(p, a->arena, hit->hit.source, hit->hit.before, hit->hit.before_count);
	p->indent = 3;
	draw_excerpt(p, a->excerpter, &hit->hit);
	draw_neighbours(p, a->arena, hit->hit.source, hit->hit.after, hit->hit.after_count);
	pen_gap(p);
}

static void draw_head(pen *p, const void *subject)
{
	const quoted *a = subject;

	if (a->quotes->answer.passages || !a->quotes->hit_count)
		return;
	p->indent = 0;
	pen_text(p, KT_STR("Nothing near; what comes nearest:"), INK_PLAIN);
	pen_line(p);
	pen_gap(p);
}

static void draw_tail(pen *p, const void *subject)
{
	const quoted *a = subject;
	const kt_answer *answer = &a->quotes->answer;
	kt_buf text = KT_BUF_INIT;

	p->indent = 0;
	if (answer->passages) {
		kt_show_range(&text, a->offset, a->quotes->hit_count, a->quotes->wordings,
			"wording", "wordings");
		kt_buf_add(&text, KT_STR(" in "));
		kt_show_counted(&text, answer->passages, "passage", "passages");
		pen_text(p, kt_buf_str(&text), INK_PLAIN);
		draw_totals(p, answer);
	} else if (!a->quotes->hit_count) {
		pen_text(p, KT_STR("Nothing near."), INK_PLAIN);
		pen_line(p);
	}
	kt_buf_release(&text);
}

static const listing quotations = {
	.list = "hits",
	.columns = columns,
	.head = head,
	.scalars = scalars,
	.nested = nested,
	.draw_head = draw_head,
	.draw_row = draw_row,
	.draw_tail = draw_tail,
};

kt_status kt_show_quotes(kt_printer *printer, kt_arena *arena, kt_str words,
	const kt_quotes *quotes, size_t offset, kt_error *err)
{
	kt_excerpter e = KT_EXCERPTER_INIT;
	quoted a = { arena, words, quotes, offset, &e };
	kt_status status = print_begin(printer, &quotations, &a, err);

	for (size_t i = 0; !status && i < quotes->hit_count; i++)
		status = print_row(printer, &quotes->hits[i], err);
	if (!status)
		status = print_end(printer, err);
	kt_excerpter_release(&e);
	return status;
}
