/* answer.c - ranked passages. */
#include "excerpt.h"
#include "hit.h"
#include "kartoteka/json.h"

typedef struct answered {
	kt_arena *arena;
	kt_str query;
	const kt_answer *answer;
	size_t offset;
	kt_excerpter *excerpter;
} answered;

static size_t rank_of(const answered *a, const kt_hit *hit)
{
	return a->offset + (size_t)(hit - a->answer->hits) + 1;
}

/* ---- JSON and tables
 * ------------------------------------------------------------------------------ */

static const char *const columns[] = { "rank", "passage", "source", "title", "number", "kind",
	"score", "offset", "text", NULL };

static json_t *head(const void *subject)
{
	const answered *a = subject;

	return json_pack("{s:o, s:o, s:b, s:o}", "query", kt_json_str(a->query), "total",
		totals_json(a->answer), "truncated", a->answer->truncated, "forms",
		forms_json(a->answer));
}

static json_t *scalars(const void *subject, const void *row)
{
	const answered *a = subject;
	const kt_hit *hit = row;
	json_t *object = json_pack("{s:I}", "rank", (json_int_t)rank_of(a, hit));

	if (!object || set_passage(object, a->arena, hit) ||
		json_object_set_new(object, "score", json_real(hit->score)) ||
		set_text(object, hit)) {
		json_decref(object);
		return NULL;
	}
	return object;
}

static int nested(json_t *object, const void *subject, const void *row)
{
	return set_nested(object, ((const answered *)subject)->arena, row);
}

/* ---- text
 * ------------------------------------------------------------------------------------------- */

static void draw_row(pen *p, const void *subject, const void *row)
{
	const answered *a = subject;
	const kt_hit *hit = row;

	draw_heading(p, a->arena, hit, rank_of(a, hit));
	draw_neighbours(p, a->arena, hit->source, hit->before, hit->before_count);
	draw_excerpt(p, a->excerpter, hit);
	draw_neighbours(p, a->arena, hit->source, hit->after, hit->after_count);
	pen_gap(p);
}

static void draw_tail(pen *p, const void *subject)
{
	const answered *a = subject;
	kt_buf text = KT_BUF_INIT;

	p->indent = 0;
	kt_show_range(
		&text, a->offset, a->answer->hit_count, a->answer->passages, "passage", "passages");
	pen_text(p, kt_buf_str(&text), INK_PLAIN);
	draw_totals(p, a->answer);
	draw_forms(p, a->answer);
	kt_buf_release(&text);
}

/* ------------------------------------------------------------------------------------------------------
 */

static const listing hits = {
	.list = "hits",
	.columns = columns,
	.head = head,
	.scalars = scalars,
	.nested = nested,
	.draw_row = draw_row,
	.draw_tail = draw_tail,
};

kt_status kt_show_answer(kt_printer *printer, kt_arena *arena, kt_str query,
	const kt_answer *answer, size_t offset, kt_error *err)
{
	kt_excerpter sentences = KT_EXCERPTER_INIT;
	answered a = { arena, query, answer, offset, &sentences };
	kt_status status = print_begin(printer, &hits, &a, err);

	for (size_t i = 0; !status && i < answer->hit_count; i++)
		status = print_row(printer, &answer->hits[i], err);
	if (!status)
		status = print_end(printer, err);
	kt_excerpter_release(&sentences);
	return status;
}
