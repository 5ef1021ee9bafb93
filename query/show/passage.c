/* passage.c - one passage, whole, with its neighbours. */
#include "excerpt.h"
#include "hit.h"

static const char *const columns[] = { "passage", "source", "title", "author", "number", "kind",
	"offset", "text", NULL };

static json_t *scalars(const void *subject, const void *row)
{
	json_t *object = json_object();

	if (!object || set_passage(object, (kt_arena *)subject, row) || set_text(object, row)) {
		json_decref(object);
		return NULL;
	}
	return object;
}

static int nested(json_t *object, const void *subject, const void *row)
{
	return set_nested(object, (kt_arena *)subject, row);
}

static void draw_row(pen *p, const void *subject, const void *row)
{
	kt_arena *arena = (kt_arena *)subject;
	const kt_hit *hit = row;
	kt_stretch whole = { 0, hit->passage.text.len };

	draw_heading(p, arena, hit, 0);
	draw_neighbours(p, arena, hit->source, hit->before, hit->before_count);
	draw_passage_text(p, &hit->passage, whole, hit->matches, hit->match_count, INK_PLAIN);
	pen_line(p);
	draw_neighbours(p, arena, hit->source, hit->after, hit->after_count);
}

static const listing passage = {
	.columns = columns,
	.scalars = scalars,
	.nested = nested,
	.draw_row = draw_row,
};

kt_status kt_show_passage(kt_printer *printer, kt_arena *arena, const kt_hit *hit, kt_error *err)
{
	kt_status status = print_begin(printer, &passage, arena, err);

	if (!status)
		status = print_row(printer, hit, err);
	return status ? status : print_end(printer, err);
}
