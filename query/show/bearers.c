#include "bearers.h"

#include "hit.h"
#include "kartoteka/json.h"
#include "kwic.h"

#define EXCLUDED_SHOWN 24 /* in text */

/* The one who is meant; NULL: nobody, or it is not sure who. */
static const kt_named *the_one(const kt_mentions *m)
{
	return m->bearer_count == 1 ? &m->bearers[0] : NULL;
}

/* ---- JSON
 * ------------------------------------------------------------------------------------------ */

/* One of several that the name may mean, or one that comes near it. */
static json_t *named_json(const kt_named *n, int counted)
{
	if (!counted)
		return json_pack(
			"{s:o, s:o}", "id", kt_json_str(n->id), "name", kt_json_str(n->name));
	return json_pack("{s:o, s:o, s:o, s:I, s:I}", "id", kt_json_str(n->id), "name",
		kt_json_str(n->name), "about", kt_json_str(n->about), "mentions",
		(json_int_t)n->mentions, "passages", (json_int_t)n->passages);
}

static json_t *named_list(const kt_named *all, size_t count, int counted)
{
	json_t *list = json_array();
	int failed = !list;

	for (size_t i = 0; i < count && !failed; i++)
		failed = json_array_append_new(list, named_json(&all[i], counted));
	if (failed)
		json_decref(list);
	return failed ? NULL : list;
}

static json_t *printed_forms(const kt_mentions *m)
{
	json_t *list = json_array();
	int failed = !list;

	for (size_t i = 0; i < m->form_count && !failed; i++)
		failed = json_array_append_new(
			list, json_pack("{s:o, s:I}", "form", kt_json_str(m->forms[i].form),
				      "count", (json_int_t)m->forms[i].count));
	if (failed)
		json_decref(list);
	return failed ? NULL : list;
}

static json_t *excluded_json(const kt_mentions *m)
{
	json_t *list = json_array();
	int failed = !list;

	for (size_t i = 0; i < m->excluded_count && !failed; i++) {
		const kt_excluded *e = &m->excluded[i];

		failed = json_array_append_new(
			list, json_pack("{s:o, s:I, s:o}", "form", kt_json_str(e->form), "count",
				      (json_int_t)e->count, "why", kt_json_str(e->why)));
	}
	if (failed)
		json_decref(list);
	return failed ? NULL : list;
}

int set_bearers(json_t *object, kt_str asked, const kt_mentions *m)
{
	const kt_named *one = the_one(m);
	const char *kind = m->bearer_count ? kt_name_prefix(m->bearers[0].kind) : NULL;
	int failed = json_object_set_new(object, "name", kt_json_str(one ? one->name : asked));

	failed |= json_object_set_new(object, "id", one ? kt_json_str(one->id) : json_null());
	failed |= json_object_set_new(object, "kind", kind ? json_string(kind) : json_null());
	failed |= json_object_set_new(
		object, "about", one ? kt_json_str_or_null(one->about) : json_null());
	failed |= json_object_set_new(object, "total",
		json_pack("{s:I, s:I, s:I}", "mentions", (json_int_t)m->mentions, "passages",
			(json_int_t)m->passages, "sources", (json_int_t)m->sources));
	failed |= json_object_set_new(object, "truncated", json_boolean(m->truncated));
	failed |= json_object_set_new(object, "forms", printed_forms(m));
	failed |= json_object_set_new(object, "excluded", excluded_json(m));
	failed |= json_object_set_new(
		object, "candidates", named_list(m->bearers, one ? 0 : m->bearer_count, 1));
	failed |=
		json_object_set_new(object, "nearest", named_list(m->nearest, m->nearest_count, 0));
	return failed;
}

static int is_meant(const kt_mentions *m, kt_str id)
{
	for (size_t i = 0; i < m->bearer_count; i++)
		if (kt_str_equal(m->bearers[i].id, id))
			return 1;
	return 0;
}

/* The next mention of the passage that stands at this place and may be one of those asked for. */
static const kt_mention *next_at(const kt_mentions *m, const kt_place *place, size_t *at)
{
	while (*at < place->passage->mention_count) {
		const kt_mention *one = &place->passage->mentions[(*at)++];

		if (one->kind <= KT_MENTION_ORGANISATION && one->start >= place->mention->start &&
			one->start < place->mention->end && is_meant(m, one->id))
			return one;
	}
	return NULL;
}

static json_t *ids_cell(const kt_mentions *m, const kt_place *place)
{
	kt_buf text = KT_BUF_INIT;
	const kt_mention *one;
	json_t *cell;

	for (size_t at = 0; (one = next_at(m, place, &at));)
		kt_buf_addf(&text, "%s%.*s", text.len ? " " : "", KT_STR_ARG(one->id));
	cell = kt_json_str(kt_buf_str(&text));
	kt_buf_release(&text);
	return cell;
}

int set_ids(json_t *object, const kt_mentions *m, const kt_place *place)
{
	json_t *list = json_array();
	const kt_mention *one;
	int failed = !list;

	for (size_t at = 0; !failed && (one = next_at(m, place, &at));)
		failed = json_array_append_new(list, kt_json_str(one->id));
	return json_object_set_new(object, "ids", list) | failed;
}

kt_match match_of_place(const kt_place *place)
{
	return (kt_match) { place->mention->start, place->mention->end };
}

int set_place(json_t *object, kt_arena *arena, const kt_mentions *m, const kt_place *place)
{
	const kt_passage *passage = place->passage;
	const kt_mention *mention = place->mention;
	kt_str surface = kt_str_sub(passage->text, mention->start, mention->end);
	kt_match match = match_of_place(place);
	int failed = json_object_set_new(object, "passage",
		kt_json_str(kt_passage_name(arena, place->source, passage->number)));

	failed |= json_object_set_new(object, "source", kt_json_str(place->source->name));
	failed |= json_object_set_new(object, "number", json_integer(passage->number));
	failed |= json_object_set_new(object, "offset",
		passage->offset < 0 ? json_null() : json_integer(passage->offset));
	failed |= json_object_set_new(object, "surface", kt_json_str(surface));
	failed |= json_object_set_new(object, "start", json_integer(mention->start));
	failed |= json_object_set_new(object, "end", json_integer(mention->end));
	failed |= json_object_set_new(object, "ids", ids_cell(m, place));
	failed |= json_object_set_new(object, "tier", json_string(kt_tier_name(mention->tier)));
	failed |= json_object_set_new(object, "rule", kt_json_str(mention->rule));
	failed |= json_object_set_new(object, "left", left_json(passage, match));
	failed |= json_object_set_new(object, "right", right_json(passage, match));
	return failed;
}

/* ---- text
 * ------------------------------------------------------------------------------------------ */

static void draw_name(pen *p, kt_str asked, const kt_mentions *m)
{
	const kt_named *one = the_one(m);

	pen_begin(p, 0, 3);
	pen_text(p, one ? one->name : asked, INK_TITLE);
	pen_text(p, KT_STR(" · "), INK_DIM);
	if (one)
		pen_text(p, one->id, INK_DIM);
	else
		pen_textf(p, INK_DIM, "any of %zu %s", m->bearer_count,
			m->bearers[0].kind == KT_MENTION_PERSON ? "people" : "organisations");
	pen_line(p);
	if (one && one->about.len) {
		pen_begin(p, 3, 3);
		pen_text(p, one->about, INK_PLAIN);
		pen_line(p);
	}
}

void draw_bearers(pen *p, kt_str asked, const kt_mentions *m)
{
	kt_buf text = KT_BUF_INIT;

	if (!m->bearer_count)
		return;
	draw_name(p, asked, m);
	kt_show_counted(&text, m->mentions, "mention", "mentions");
	if (m->mentions) {
		kt_buf_add(&text, KT_STR(" in "));
		kt_show_counted(&text, m->passages, "passage of ", "passages of ");
		kt_show_counted(&text, m->sources, "source", "sources");
	}
	pen_begin(p, 0, 0);
	pen_text(p, kt_buf_str(&text), INK_PLAIN);
	pen_line(p);
	if (m->form_count) {
		kt_buf_clear(&text);
		add_form_counts(&text, m->forms, m->form_count);
		pen_begin(p, 0, 3);
		pen_text(p, KT_STR("as printed: "), INK_DIM);
		pen_text(p, kt_buf_str(&text), INK_DIM);
		pen_line(p);
	}
	p->indent = 0;
	kt_buf_release(&text);
}

void draw_excluded(pen *p, const kt_mentions *m)
{
	kt_buf text = KT_BUF_INIT;
	uint64_t rest = 0;

	for (size_t i = 0; i < m->excluded_count; i++) {
		const kt_excluded *e = &m->excluded[i];

		if (i >= EXCLUDED_SHOWN) {
			rest += e->count;
			continue;
		}
		kt_buf_addf(&text, "%s%.*s ", i ? ", " : "", KT_STR_ARG(e->form));
		kt_show_number(&text, e->count);
		kt_buf_addf(&text, " (%.*s)", KT_STR_ARG(e->why));
	}
	if (rest) {
		kt_buf_add(&text, KT_STR(", and "));
		kt_show_counted(
			&text, m->excluded_count - EXCLUDED_SHOWN, "more form ", "more forms ");
		kt_show_number(&text, rest);
	}
	if (m->excluded_count) {
		pen_begin(p, 0, 3);
		pen_text(p, KT_STR("not counted: "), INK_DIM);
		pen_text(p, kt_buf_str(&text), INK_DIM);
		pen_line(p);
		p->indent = 0;
	}
	kt_buf_release(&text);
}
