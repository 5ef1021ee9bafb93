/* dossier.c - a person's card: forms, first and last mention, years, company. */
#include "bars.h"
#include "bearers.h"
#include "excerpt.h"
#include "hit.h"
#include "kartoteka/json.h"
#include "table.h"

#define COMPANY_SHOWN 15 /* in text */

typedef struct card {
	kt_arena *arena;
	kt_str asked;
	size_t company; /* those named with them oftener than by chance */
	kt_excerpter *excerpter;
} card;

/* ---- JSON and tables
 * ------------------------------------------------------------------------------ */

static const char *const columns[] = { "id", "name", "kind", "about", "mentions", "passages",
	"sources", "first", "last", NULL };

static json_t *place_name(const card *c, const kt_place *place)
{
	return place ? kt_json_str(kt_passage_name(c->arena, place->source, place->passage->number))
		     : json_null();
}

/* The cells of a table; in an object, lists and objects take their place. */
static json_t *scalars(const void *subject, const void *row)
{
	const card *c = subject;
	const kt_dossier *d = row;
	json_t *object = json_object();

	if (!object || set_bearers(object, c->asked, &d->all) ||
		json_object_update_new(
			object, json_pack("{s:I, s:I, s:I, s:o, s:o}", "mentions",
					(json_int_t)d->all.mentions, "passages",
					(json_int_t)d->all.passages, "sources",
					(json_int_t)d->all.sources, "first",
					place_name(c, d->first), "last", place_name(c, d->last)))) {
		json_decref(object);
		return NULL;
	}
	return object;
}

static json_t *place_json(const card *c, const kt_mentions *m, const kt_place *place)
{
	json_t *object;
	kt_str title;
	int year, failed;

	if (!place)
		return json_null();
	object = json_object();
	title = place->source->title;
	year = first_year(place->passage);
	failed = !object || set_place(object, c->arena, m, place) || set_ids(object, m, place);
	failed = failed || json_object_set_new(object, "title", kt_json_str_or_null(title));
	failed = failed ||
		 json_object_set_new(object, "year", year ? json_integer(year) : json_null());
	failed = failed || json_object_set_new(object, "text", kt_json_str(place->passage->text));
	if (failed)
		json_decref(object);
	return failed ? NULL : object;
}

static json_t *years_json(const kt_dossier *d)
{
	json_t *list = json_array();
	int failed = !list;

	for (size_t i = 0; i < d->year_count && !failed; i++)
		failed = json_array_append_new(
			list, json_pack("{s:i, s:I}", "year", d->years[i].year, "mentions",
				      (json_int_t)d->years[i].count));
	if (failed)
		json_decref(list);
	return failed ? NULL : list;
}

static json_t *company_json(const card *c, const kt_dossier *d)
{
	json_t *list = json_array();
	int failed = !list;

	for (size_t i = 0; i < c->company && !failed; i++) {
		const kt_named *n = &d->with[i];

		failed = json_array_append_new(
			list, json_pack("{s:o, s:o, s:s, s:I, s:f}", "id", kt_json_str(n->id),
				      "name", kt_json_str(n->name), "kind", kt_name_prefix(n->kind),
				      "passages", (json_int_t)n->passages, "score", n->score));
	}
	if (failed)
		json_decref(list);
	return failed ? NULL : list;
}

static int nested(json_t *object, const void *subject, const void *row)
{
	const card *c = subject;
	const kt_dossier *d = row;
	int failed = json_object_clear(object) || set_bearers(object, c->asked, &d->all);

	failed |= json_object_set_new(object, "first", place_json(c, &d->all, d->first));
	failed |= json_object_set_new(object, "last", place_json(c, &d->all, d->last));
	failed |= json_object_set_new(object, "years", years_json(d));
	return failed | json_object_set_new(object, "with", company_json(c, d));
}

/* ---- text
 * ------------------------------------------------------------------------------------------ */

static void draw_title(pen *p, const char *title)
{
	pen_gap(p);
	pen_text(p, kt_str_of(title), INK_TITLE);
	pen_line(p);
}

static void draw_place(pen *p, const card *c, const char *title, const kt_place *place)
{
	kt_match match = match_of_place(place);
	kt_hit hit = { .passage = *place->passage,
		.source = place->source,
		.matches = &match,
		.match_count = 1 };

	draw_title(p, title);
	draw_heading(p, c->arena, &hit, 0);
	draw_excerpt(p, c->excerpter, &hit);
	p->indent = 0;
}

static void draw_years(pen *p, const kt_dossier *d)
{
	bars b;

	if (!d->year_count)
		return;
	draw_title(p, "Mentions by the years that their passages speak of");
	bars_init(&b, d->years, d->year_count, p->style.columns);
	for (size_t i = 0; i < d->year_count; i++)
		draw_bar(p, &b, i);
}

enum { CELL_PASSAGES, CELL_NAME, CELL_ID, CELLS };

static const table_column cells[CELLS] = {
	[CELL_PASSAGES] = { "passages", 1, 0 },
	[CELL_NAME] = { "name", 0, 1 },
	[CELL_ID] = { "id", 0, 1 },
};

static void add_cell(kt_buf *out, const void *row, size_t column)
{
	const kt_named *n = row;

	if (column == CELL_PASSAGES)
		kt_show_number(out, n->passages);
	else
		kt_buf_add(out, column == CELL_NAME ? n->name : n->id);
}

static void draw_company(pen *p, const card *c, const kt_dossier *d)
{
	table t = { cells, CELLS, add_cell, 0, { 0 } };
	size_t shown = c->company < COMPANY_SHOWN ? c->company : COMPANY_SHOWN;

	if (!shown)
		return;
	draw_title(p, "Named in the same passages, the most telling first");
	for (size_t i = 0; i < shown; i++)
		table_note(&t, &d->with[i]);
	table_fit(&t, p->style.columns);
	draw_table_head(p, &t);
	for (size_t i = 0; i < shown; i++)
		draw_table_row(p, &t, &d->with[i]);
	if (shown < c->company)
		pen_textf(p, INK_DIM, "%zu of %zu (--format json: all)", shown, c->company);
	pen_line(p);
}

static void draw_row(pen *p, const void *subject, const void *row)
{
	const card *c = subject;
	const kt_dossier *d = row;

	draw_bearers(p, c->asked, &d->all);
	draw_excluded(p, &d->all);
	if (d->first && d->first == d->last)
		draw_place(p, c, "The only mention", d->first);
	else if (d->first) {
		draw_place(p, c, "First mention", d->first);
		draw_place(p, c, "Last mention", d->last);
	}
	draw_years(p, d);
	draw_company(p, c, d);
}

/* ------------------------------------------------------------------------------------------------------
 */

static const listing dossier = {
	.columns = columns,
	.scalars = scalars,
	.nested = nested,
	.draw_row = draw_row,
};

kt_status kt_show_dossier(
	kt_printer *printer, kt_arena *arena, kt_str asked, const kt_dossier *d, kt_error *err)
{
	kt_excerpter e = KT_EXCERPTER_INIT;
	card c = { arena, asked, 0, &e };
	kt_status status = print_begin(printer, &dossier, &c, err);

	while (c.company < d->with_count && d->with[c.company].score > 0)
		c.company++;
	if (!status)
		status = print_row(printer, d, err);
	if (!status)
		status = print_end(printer, err);
	kt_excerpter_release(&e);
	return status;
}
