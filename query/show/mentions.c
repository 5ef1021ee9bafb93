/* mentions.c - every mention of a person or organisation, one line each. */
#include "bearers.h"
#include "hit.h"
#include "kwic.h"

typedef struct mentions {
	kt_arena *arena;
	kt_str asked;
	const kt_mentions *all;
	size_t offset;
	int doubted; /* some are not certain */
	kwic kwic;
} mentions;

/* ---- JSON and tables
 * ------------------------------------------------------------------------------ */

static const char *const columns[] = { "passage", "source", "number", "offset", "surface", "start",
	"end", "ids", "tier", "rule", "left", "right", NULL };

static json_t *head(const void *subject)
{
	const mentions *m = subject;
	json_t *object = json_object();

	if (!object || set_bearers(object, m->asked, m->all)) {
		json_decref(object);
		return NULL;
	}
	return object;
}

static json_t *scalars(const void *subject, const void *row)
{
	const mentions *m = subject;
	json_t *object = json_object();

	if (!object || set_place(object, m->arena, m->all, row)) {
		json_decref(object);
		return NULL;
	}
	return object;
}

static int nested(json_t *object, const void *subject, const void *row)
{
	return set_ids(object, ((const mentions *)subject)->all, row);
}

/* ---- text
 * ------------------------------------------------------------------------------------------ */

static const char *const marks[KT_TIERS] = {
	[KT_CERTAIN] = "", [KT_PROBABLE] = "?", [KT_POSSIBLE] = "??"
};

static kt_str mark_of(const kt_place *place)
{
	return kt_str_of(marks[place->mention->tier]);
}

static kt_str name_of(const mentions *m, const kt_place *place)
{
	return kt_passage_name(m->arena, place->source, place->passage->number);
}

static void measure(mentions *m)
{
	for (size_t i = 0; i < m->all->place_count; i++) {
		const kt_place *place = &m->all->places[i];
		const kt_mention *mention = place->mention;

		kwic_note(&m->kwic, name_of(m, place), mark_of(place),
			kt_str_sub(place->passage->text, mention->start, mention->end));
		m->doubted |= mention->tier != KT_CERTAIN;
	}
	kwic_share(&m->kwic);
}

static void draw_head(pen *p, const void *subject)
{
	const mentions *m = subject;

	draw_bearers(p, m->asked, m->all);
	if (m->doubted) {
		pen_text(p, KT_STR("? probable, ?? possible"), INK_DIM);
		pen_line(p);
	}
}

static void draw_source(pen *p, const kt_source_record *source)
{
	int titled = source->title.len && !kt_str_equal(source->title, source->name);

	pen_gap(p);
	pen_begin(p, 0, 3);
	if (titled) {
		pen_text(p, source->title, INK_TITLE);
		pen_text(p, KT_STR(" · "), INK_DIM);
	}
	pen_text(p, source->name, titled ? INK_DIM : INK_TITLE);
	pen_line(p);
	p->indent = 0;
}

static void draw_row(pen *p, const void *subject, const void *row)
{
	const mentions *m = subject;
	const kt_place *place = row;

	if (place == m->all->places || place[-1].source != place->source)
		draw_source(p, place->source);
	draw_kwic(p, &m->kwic, name_of(m, place), mark_of(place), place->passage,
		match_of_place(place));
}

static void draw_tail(pen *p, const void *subject)
{
	const mentions *m = subject;
	kt_buf text = KT_BUF_INIT;

	if (m->all->place_count && (m->all->truncated || m->all->excluded_count))
		pen_gap(p);
	if (m->all->truncated) {
		kt_show_range(&text, m->offset, m->all->place_count, m->all->mentions, "mention",
			"mentions");
		pen_text(p, kt_buf_str(&text), INK_PLAIN);
		pen_line(p);
	}
	draw_excluded(p, m->all);
	kt_buf_release(&text);
}

/* ------------------------------------------------------------------------------------------------------
 */

static const listing places = {
	.list = "mentions",
	.columns = columns,
	.head = head,
	.scalars = scalars,
	.nested = nested,
	.draw_head = draw_head,
	.draw_row = draw_row,
	.draw_tail = draw_tail,
};

kt_status kt_show_mentions(kt_printer *printer, kt_arena *arena, kt_str asked,
	const kt_mentions *all, size_t offset, kt_error *err)
{
	mentions m = { .arena = arena,
		.asked = asked,
		.all = all,
		.offset = offset,
		.kwic.columns = printer->style.columns };
	kt_status status;

	measure(&m);
	status = print_begin(printer, &places, &m, err);
	for (size_t i = 0; !status && i < all->place_count; i++)
		status = print_row(printer, &all->places[i], err);
	return status ? status : print_end(printer, err);
}
