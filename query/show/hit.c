#include "hit.h"

#include "excerpt.h"
#include "kartoteka/json.h"

#define YEARS_SHOWN 4 /* in a heading */
#define INDENT 3

/* ---- JSON
 * ----------------------------------------------------------------------------------------- */

int set_passage(json_t *object, kt_arena *arena, const kt_hit *hit)
{
	const kt_source_record *s = hit->source;
	const kt_passage *passage = &hit->passage;
	kt_str name = kt_passage_name(arena, s, passage->number);
	int failed = json_object_set_new(object, "passage", kt_json_str(name));

	failed |= json_object_set_new(object, "source", kt_json_str(s->name));
	failed |= json_object_set_new(object, "title", kt_json_str_or_null(s->title));
	failed |= json_object_set_new(object, "author", kt_json_str_or_null(s->author));
	failed |= json_object_set_new(object, "number", json_integer(passage->number));
	failed |= json_object_set_new(object, "kind", json_string(kt_kind_name(passage->kind)));
	return failed;
}

int set_text(json_t *object, const kt_hit *hit)
{
	const kt_passage *passage = &hit->passage;
	int failed = json_object_set_new(object, "offset",
		passage->offset < 0 ? json_null() : json_integer(passage->offset));

	failed |= json_object_set_new(object, "text", kt_json_str(passage->text));
	return failed;
}

static json_t *matches_json(const kt_hit *hit)
{
	json_t *list = json_array();
	int failed = !list;

	for (size_t i = 0; i < hit->match_count && !failed; i++)
		failed = json_array_append_new(
			list, json_pack("{s:I, s:I}", "start", (json_int_t)hit->matches[i].start,
				      "end", (json_int_t)hit->matches[i].end));
	if (failed)
		json_decref(list);
	return failed ? NULL : list;
}

static json_t *neighbours_json(
	kt_arena *arena, const kt_source_record *source, const kt_passage *passages, size_t count)
{
	json_t *list = json_array();
	int failed = !list;

	for (size_t i = 0; i < count && !failed; i++)
		failed = json_array_append_new(list,
			json_pack("{s:o, s:o}", "passage",
				kt_json_str(kt_passage_name(arena, source, passages[i].number)),
				"text", kt_json_str(passages[i].text)));
	if (failed)
		json_decref(list);
	return failed ? NULL : list;
}

int set_nested(json_t *object, kt_arena *arena, const kt_hit *hit)
{
	int failed = json_object_set_new(object, "matches", matches_json(hit));

	failed |= kt_json_set_tags(object, &hit->passage);
	failed |= json_object_set_new(object, "before",
		neighbours_json(arena, hit->source, hit->before, hit->before_count));
	failed |= json_object_set_new(
		object, "after", neighbours_json(arena, hit->source, hit->after, hit->after_count));
	return failed;
}

/* ---- years
 * ---------------------------------------------------------------------------------------- */

static int event_year(const kt_year_span *y)
{
	int open = y->from == KT_YEAR_OPEN_FROM || y->to == KT_YEAR_OPEN_TO;

	if (y->type != KT_YEAR_EVENT ||
		(y->inferred && open)) /* its printed year is a span of its own */
		return 0;
	return y->from != KT_YEAR_OPEN_FROM ? y->from : y->to;
}

int first_year(const kt_passage *passage)
{
	int first = 0;

	for (size_t i = 0; i < passage->year_count; i++) {
		int year = event_year(&passage->years[i]);

		if (year && (!first || year < first))
			first = year;
	}
	return first;
}

static int told_before(const kt_passage *passage, size_t i)
{
	const kt_year_span *y = passage->years;

	for (size_t k = 0; k < i; k++)
		if (event_year(&y[k]) && y[k].from == y[i].from && y[k].to == y[i].to)
			return 1;
	return 0;
}

static void add_years(kt_buf *out, const kt_year_span *y)
{
	if (y->from == KT_YEAR_OPEN_FROM)
		kt_buf_addf(out, "–%d", y->to);
	else if (y->to == KT_YEAR_OPEN_TO)
		kt_buf_addf(out, "%d–", y->from);
	else if (y->from == y->to)
		kt_buf_addf(out, "%d", y->from);
	else
		kt_buf_addf(out, "%d–%d", y->from, y->to);
}

void kt_show_years(kt_buf *out, const kt_passage *passage)
{
	size_t shown = 0;

	for (size_t i = 0; i < passage->year_count && shown <= YEARS_SHOWN; i++) {
		if (!event_year(&passage->years[i]) || told_before(passage, i))
			continue;
		kt_buf_add(out, shown ? KT_STR(", ") : KT_STR(""));
		if (shown++ < YEARS_SHOWN)
			add_years(out, &passage->years[i]);
		else
			kt_buf_add(out, KT_STR("…"));
	}
}

/* ---- text
 * ------------------------------------------------------------------------------------------- */

/* One line; where it is too long for the terminal, the place stands below the title. */
void draw_heading(pen *p, kt_arena *arena, const kt_hit *hit, size_t rank)
{
	const kt_source_record *s = hit->source;
	kt_str name = kt_passage_name(arena, s, hit->passage.number);
	kt_buf title = KT_BUF_INIT, place = KT_BUF_INIT, years = KT_BUF_INIT;
	size_t width;

	if (rank)
		kt_buf_addf(&title, "%zu. ", rank);
	kt_buf_add(&title, s->title);
	kt_buf_add(&place, name);
	if (hit->passage.kind != KT_KIND_PARAGRAPH)
		kt_buf_addf(&place, " · %s", kt_kind_name(hit->passage.kind));
	kt_show_years(&years, &hit->passage);
	if (years.len)
		kt_buf_addf(&place, " · %s", years.ptr);
	width = kt_utf8_width(kt_buf_str(&title)) + kt_utf8_width(kt_buf_str(&place)) + 3;
	pen_begin(p, 0, INDENT);
	pen_text(p, kt_buf_str(&title), INK_TITLE);
	if (p->style.columns && width > p->style.columns)
		pen_line(p);
	else if (s->title.len)
		pen_text(p, KT_STR(" · "), INK_DIM);
	pen_text(p, kt_buf_str(&place), INK_DIM);
	pen_line(p);
	kt_buf_release(&title);
	kt_buf_release(&place);
	kt_buf_release(&years);
}

void draw_neighbours(pen *p, kt_arena *arena, const kt_source_record *source,
	const kt_passage *passages, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		p->indent = 2 * INDENT;
		pen_text(p, KT_STR("["), INK_DIM);
		pen_text(p, kt_passage_name(arena, source, passages[i].number), INK_DIM);
		pen_text(p, KT_STR("] "), INK_DIM);
		draw_passage_text(p, &passages[i], (kt_stretch) { 0, passages[i].text.len }, NULL,
			0, INK_DIM);
		pen_line(p);
		p->indent = INDENT;
	}
}
