/* names.c - people and organisations: mentions, cards, lists. */
#include <string.h>

#include "page.h"

#define COMPANY_SHOWN 30
#define EXCLUDED_SHOWN 24

/* ---- who is meant ---------------------------------------------------------------------------- */

/* "id", in quotation marks, as person: or org: takes it. */
static kt_str field_of(page *p, const kt_named *one)
{
	return kt_str_of(kt_arena_printf(p->arena, "%s:\"%.*s\"",
		one->kind == KT_MENTION_PERSON ? "person" : "org", KT_STR_ARG(one->id)));
}

static void put_nobody(page *p, const kt_mentions *m)
{
	put(p, "<h1>%t</h1>\n<p class=\"totals\">Nobody of that name is mentioned.</p>\n",
		p->ask.text);
	if (m->nearest_count) {
		put(p, "<p>What comes nearest:</p>\n");
		put_named(p, p->view, m->nearest, m->nearest_count, 0);
	}
	put_other_ways(p);
}

static void put_printed_forms(page *p, const kt_mentions *m)
{
	if (!m->form_count)
		return;
	put(p, "<dl class=\"forms\">\n<dt>As printed</dt><dd>");
	for (size_t i = 0; i < m->form_count; i++)
		put(p, "%s%t %n", i ? ", " : "", m->forms[i].form, m->forms[i].count);
	put(p, "</dd>\n");
	if (m->excluded_count)
		put(p, "<dt>Not counted</dt><dd>");
	for (size_t i = 0; i < m->excluded_count && i < EXCLUDED_SHOWN; i++)
		put(p, "%s%t %n (%t)", i ? ", " : "", m->excluded[i].form, m->excluded[i].count,
			m->excluded[i].why);
	if (m->excluded_count > EXCLUDED_SHOWN)
		put(p, ", and %n more forms", (uint64_t)(m->excluded_count - EXCLUDED_SHOWN));
	put(p, m->excluded_count ? "</dd>\n</dl>\n" : "</dl>\n");
}

/* Who is meant, totals and forms; 0: nobody. */
static int put_bearers(page *p, const kt_mentions *m)
{
	const kt_named *one = m->bearer_count == 1 ? &m->bearers[0] : NULL;

	if (!m->bearer_count) {
		put_nobody(p, m);
		put_notes(p, &m->filters, NULL);
		return 0;
	}
	put(p, "<h1>%t</h1>\n", one ? one->name : p->ask.text);
	if (one)
		put(p, "<p class=\"place\">%t%s%t</p>\n", one->id, one->about.len ? " · " : "",
			one->about);
	put(p,
		m->mentions == 1 ? "<p class=\"totals\">%n mention"
				 : "<p class=\"totals\">%n mentions",
		m->mentions);
	if (m->mentions)
		put(p, " in %n %s of %n %s", m->passages, m->passages == 1 ? "passage" : "passages",
			m->sources, m->sources == 1 ? "source" : "sources");
	put(p, "</p>\n");
	if (!one) {
		put(p,
			"<div class=\"notes\" role=\"note\"><p><strong>%t</strong> may mean any of "
			"%n, and all are counted. To narrow it:</p>\n",
			p->ask.text, (uint64_t)m->bearer_count);
		put_named(p, p->view, m->bearers, m->bearer_count, 1);
		put(p, "</div>\n");
	}
	put_notes(p, &m->filters, NULL);
	put_printed_forms(p, m);
	put_other_ways(p);
	if (one)
		put(p, "<p class=\"more\"><a href=\"/search?q=%u\">The passages, ranked</a></p>\n",
			field_of(p, one));
	return 1;
}

/* ---- mentions -------------------------------------------------------------------------------- */

kt_status ask_mentions(page *p, kt_error *err)
{
	kt_mentions *m = p->found = kt_arena_alloc(p->arena, sizeof *m);

	if (!m)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	p->ask.text = kt_str_trim(p->ask.text);
	p->ask.search.limit = p->ask.limit;
	p->ask.search.offset = p->ask.offset;
	return kt_search_mentions(m, p->index, p->arena, p->ask.text, &p->ask.search, err);
}

static kt_match match_of(const kt_place *place)
{
	return (kt_match) { place->mention->start, place->mention->end };
}

static void put_lines_of_source(page *p, const kt_mentions *m, size_t from, size_t to)
{
	const kt_source_record *source = m->places[from].source;

	put(p, "<h2><a href=\"/source/%u\">%t</a></h2>\n", source->name, title_of(source));
	put(p,
		"<table class=\"lines\"><caption class=\"unseen\">Mentions in %t</caption>\n"
		"<tbody>\n",
		title_of(source));
	for (size_t i = from; i < to; i++) {
		const kt_place *place = &m->places[i];
		kt_tier tier = place->mention->tier;

		put_line(p, source, place->passage, match_of(place), 0,
			kt_str_of(tier == KT_CERTAIN ? "" : kt_tier_name(tier)));
	}
	put(p, "</tbody></table>\n");
}

void draw_mentions(page *p)
{
	const kt_mentions *m = p->found;
	size_t to;

	if (!put_bearers(p, m))
		return;
	for (size_t from = 0; from < m->place_count; from = to) {
		for (to = from + 1; to < m->place_count; to++)
			if (m->places[to].source != m->places[from].source)
				break;
		put_lines_of_source(p, m, from, to);
	}
	put_pages(p, m->mentions);
}

kt_status print_mentions(page *p, kt_printer *printer, kt_error *err)
{
	return kt_show_mentions(printer, p->arena, p->ask.text, p->found, p->ask.offset, err);
}

/* ---- dossier --------------------------------------------------------------------------------- */

kt_status ask_dossier(page *p, kt_error *err)
{
	kt_dossier *d = p->found = kt_arena_alloc(p->arena, sizeof *d);

	if (!d)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	p->ask.text = kt_str_trim(p->ask.text);
	return kt_search_dossier(d, p->index, p->arena, p->ask.text, &p->ask.search, err);
}

static void put_a_place(page *p, const char *title, const kt_place *place)
{
	kt_match match = match_of(place);
	kt_hit hit = { .passage = *place->passage,
		.source = place->source,
		.matches = &match,
		.match_count = 1 };

	put(p, "<section>\n<h2>%s</h2>\n<p class=\"place\">%t · ", title, title_of(place->source));
	put_place(p, place->source, place->passage);
	put(p, "</p>\n");
	put_excerpt(p, &hit);
	put(p, "</section>\n");
}

static void put_company(page *p, const kt_dossier *d, kt_str person)
{
	size_t count = 0, shown;

	while (count < d->with_count && d->with[count].score > 0)
		count++;
	shown = count < COMPANY_SHOWN ? count : COMPANY_SHOWN;
	if (!count)
		return;
	put(p,
		"<section>\n<h2>Named in the same passages</h2>\n<p class=\"place\">The most "
		"telling first%s</p>\n<table class=\"list\"><thead><tr><th scope=\"col\">Name</th>"
		"<th scope=\"col\" class=\"number\">Passages</th></tr></thead>\n<tbody>\n",
		shown < count ? "; all of them in the JSON" : "");
	for (size_t i = 0; i < shown; i++) {
		const kt_named *n = &d->with[i];
		kt_str both = kt_str_of(kt_arena_printf(p->arena, "%.*s%s%.*s", KT_STR_ARG(person),
			person.len ? " " : "", KT_STR_ARG(field_of(p, n))));

		put(p,
			"<tr><td><a href=\"/dossier?name=%u\">%t</a></td><td class=\"number\">"
			"<a href=\"/search?q=%u\">%n</a></td></tr>\n",
			n->id, n->name, both, n->passages);
	}
	put(p, "</tbody></table>\n</section>\n");
}

void draw_dossier(page *p)
{
	const kt_dossier *d = p->found;
	const kt_mentions *m = &d->all;
	kt_str person = KT_STR("");

	if (!put_bearers(p, m))
		return;
	if (m->bearer_count == 1)
		person = field_of(p, &m->bearers[0]);
	if (d->year_count) {
		put(p, "<section>\n<h2>Mentions by the years that their passages speak of</h2>\n");
		put_chart(p, d->years, d->year_count, "mentions", person, 1);
		put(p, "</section>\n");
	}
	if (d->first)
		put_a_place(
			p, d->first == d->last ? "The only mention" : "First mention", d->first);
	if (d->first != d->last)
		put_a_place(p, "Last mention", d->last);
	put_company(p, d, person);
}

kt_status print_dossier(page *p, kt_printer *printer, kt_error *err)
{
	return kt_show_dossier(printer, p->arena, p->ask.text, p->found, err);
}

/* ---- names ----------------------------------------------------------------------------------- */

typedef struct all_names {
	kt_named *at;
	size_t count;
} all_names;

kt_status ask_names(page *p, kt_error *err)
{
	all_names *all = p->found = kt_arena_alloc(p->arena, sizeof *all);

	if (!all)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	p->ask.text = kt_str_trim(p->ask.text);
	return kt_search_names(&all->at, &all->count, p->index, p->arena, p->ask.text,
		(kt_mention_kind)p->ask.kind, err);
}

static void put_name(page *p, const kt_named *n)
{
	put(p,
		"<tr><td><a href=\"/dossier?name=%u\">%t</a></td><td class=\"dim\">%s</td>"
		"<td class=\"number\"><a href=\"/mentions?name=%u\">%n</a></td>"
		"<td class=\"number\"><a href=\"/search?q=%u\">%n</a></td></tr>\n",
		n->id, n->name, kt_name_prefix(n->kind), n->id, n->mentions, field_of(p, n),
		n->passages);
}

void draw_names(page *p)
{
	const all_names *all = p->found;
	size_t from = p->ask.offset < all->count ? p->ask.offset : all->count;
	size_t left = all->count - from, shown = left < p->ask.limit ? left : p->ask.limit;
	kt_buf range = KT_BUF_INIT;

	kt_show_range(&range, p->ask.offset, shown, all->count, "name", "names");
	put(p, "<p class=\"totals\">%t, the most mentioned first</p>\n", kt_buf_str(&range));
	kt_buf_release(&range);
	if (!all->count && p->ask.text.len)
		put(p, "<p><a href=\"/mentions?name=%u\">Names that come near it</a></p>\n",
			p->ask.text);
	put_other_ways(p);
	if (shown)
		put(p, "<table class=\"list\"><thead><tr><th scope=\"col\">Name</th>"
		       "<th scope=\"col\">Kind</th><th scope=\"col\" class=\"number\">Mentions</th>"
		       "<th scope=\"col\" class=\"number\">Passages</th></tr></thead>\n<tbody>\n");
	for (size_t i = from; i < from + shown; i++)
		put_name(p, &all->at[i]);
	if (shown)
		put(p, "</tbody></table>\n");
	put_pages(p, all->count);
}

kt_status print_names(page *p, kt_printer *printer, kt_error *err)
{
	const all_names *all = p->found;

	return kt_show_names(printer, all->at, all->count, p->ask.offset, p->ask.limit, err);
}
