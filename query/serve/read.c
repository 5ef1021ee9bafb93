/* read.c - reading on: sources, a source, a passage among its neighbours. */
#include "page.h"

#define AROUND 20 /* passages before and after the middle one of a page of a source */
#define PAGE (2 * AROUND + 1)

/* ---- sources --------------------------------------------------------------------------------- */

typedef struct all_sources {
	kt_source_record *at;
	size_t count;
} all_sources;

kt_status ask_sources(page *p, kt_error *err)
{
	all_sources *all = p->found = kt_arena_alloc(p->arena, sizeof *all);

	if (!all)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	return kt_index_sources(p->index, p->arena, &all->at, &all->count, err);
}

static void put_source_row(page *p, const kt_source_record *s)
{
	put(p, "<tr><td><a href=\"/source/%u\">%t</a>", s->name, title_of(s));
	if (s->author.len)
		put(p, "<br><span class=\"dim\">%t</span>", s->author);
	put(p,
		"</td><td class=\"dim\">%t</td><td class=\"dim\">%s</td><td "
		"class=\"number\">%n</td>"
		"<td class=\"number\">%n</td></tr>\n",
		s->date, s->language.code, (uint64_t)s->passages, s->words);
}

void draw_sources(page *p)
{
	const all_sources *all = p->found;
	size_t from = p->ask.offset < all->count ? p->ask.offset : all->count;
	size_t left = all->count - from, shown = left < p->ask.limit ? left : p->ask.limit;
	kt_buf range = KT_BUF_INIT;

	kt_show_range(&range, p->ask.offset, shown, all->count, "source", "sources");
	put(p, "<h1>Sources</h1>\n<p class=\"totals\">%t</p>\n", kt_buf_str(&range));
	kt_buf_release(&range);
	put_other_ways(p);
	if (shown)
		put(p, "<table class=\"list\"><thead><tr><th scope=\"col\">Title</th>"
		       "<th scope=\"col\">Date</th><th scope=\"col\">Language</th>"
		       "<th scope=\"col\" class=\"number\">Passages</th>"
		       "<th scope=\"col\" class=\"number\">Words</th></tr></thead>\n<tbody>\n");
	for (size_t i = from; i < from + shown; i++)
		put_source_row(p, &all->at[i]);
	if (shown)
		put(p, "</tbody></table>\n");
	put_pages(p, all->count);
}

kt_status print_sources(page *p, kt_printer *printer, kt_error *err)
{
	const all_sources *all = p->found;

	return kt_show_sources(printer, all->at, all->count, p->ask.offset, p->ask.limit, err);
}

/* ---- a source -------------------------------------------------------------------------------- */

typedef struct reading {
	kt_source_record source;
	kt_hit middle; /* of the page; its neighbours are the rest */
} reading;

/* The passages of a page are the neighbours of one in its middle. */
kt_status ask_source(page *p, kt_error *err)
{
	reading *r = p->found = kt_arena_alloc(p->arena, sizeof *r);
	uint32_t number, middle;
	kt_status status;

	if (!r)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	status = kt_index_source_find(p->index, p->ask.text, &number, err);
	if (!status)
		status = kt_index_source(p->index, p->arena, number, &r->source, err);
	if (status || !r->source.passages)
		return status;
	if (p->ask.offset >= r->source.passages)
		return kt_fail(err, KT_ENOTFOUND, "%.*s has %u passages, not so many",
			KT_STR_ARG(r->source.name), r->source.passages);
	middle = (uint32_t)p->ask.offset + 1 + AROUND;
	if (middle > r->source.passages)
		middle = r->source.passages;
	return kt_search_passage(&r->middle, p->index, p->arena,
		kt_passage_name(p->arena, &r->source, middle), AROUND + AROUND, err);
}

static void put_numbered(page *p, const reading *r, const kt_passage *passage)
{
	kt_str name = kt_passage_name(p->arena, &r->source, passage->number);

	if (passage->number <= p->ask.offset || passage->number > p->ask.offset + PAGE)
		return;
	put(p,
		"<div class=\"numbered\" id=\"p%d\"><a class=\"number\" href=\"/passage/%u\" "
		"title=\"%t\">%d</a>\n",
		(int)passage->number, name, name, (int)passage->number);
	put_passage(p, passage, NULL, 0);
	put(p, "</div>\n");
}

static void put_about(page *p, const kt_source_record *s)
{
	const struct {
		const char *what;
		kt_str value;
	} told[] = { { "Author", s->author }, { "Date", s->date }, { "Origin", s->origin },
		{ "Licence", s->licence }, { "File", s->name } };

	put(p, "<h1>%t</h1>\n<dl class=\"about\">\n", title_of(s));
	for (size_t i = 0; i < sizeof told / sizeof *told; i++)
		if (told[i].value.len)
			put(p, "<dt>%s</dt><dd>%t</dd>\n", told[i].what, told[i].value);
	put(p, "<dt>Length</dt><dd>%n passages, %n words</dd>\n</dl>\n", (uint64_t)s->passages,
		s->words);
	put(p,
		"<ul class=\"ways\"><li>for programs: <a href=\"/search?q=source:%u&amp;sort=source"
		"&amp;limit=0&amp;format=json\">JSON</a></li></ul>\n",
		kt_str_of(kt_arena_printf(p->arena, "\"%.*s\"", KT_STR_ARG(s->name))));
}

void draw_source(page *p)
{
	const reading *r = p->found;

	put_about(p, &r->source);
	if (!r->source.passages)
		return;
	p->ask.limit = PAGE;
	put_pages(p, r->source.passages);
	put(p, "<article class=\"source\">\n");
	for (size_t i = 0; i < r->middle.before_count; i++)
		put_numbered(p, r, &r->middle.before[i]);
	put_numbered(p, r, &r->middle.passage);
	for (size_t i = 0; i < r->middle.after_count; i++)
		put_numbered(p, r, &r->middle.after[i]);
	put(p, "</article>\n");
	put_pages(p, r->source.passages);
}

/* ---- a passage ------------------------------------------------------------------------------- */

kt_status ask_passage(page *p, kt_error *err)
{
	kt_hit *hit = p->found = kt_arena_alloc(p->arena, sizeof *hit);
	kt_status status;

	if (!hit)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	status =
		kt_search_passage(hit, p->index, p->arena, p->ask.text, p->ask.search.context, err);
	if (status == KT_EINVAL && err) /* it is an address, and there is nothing at it */
		status = err->code = KT_ENOTFOUND;
	return status;
}

static void put_step(
	page *p, const kt_hit *hit, uint32_t number, const char *rel, const char *label)
{
	if (number < 1 || number > hit->source->passages)
		return;
	put(p, "<li><a rel=\"%s\" href=\"/passage/%u\">%s</a></li>\n", rel,
		kt_passage_name(p->arena, hit->source, number), label);
}

static void put_steps(page *p, const kt_hit *hit)
{
	uint32_t number = hit->passage.number;
	uint32_t from = (number - 1) / PAGE * PAGE;

	put(p, "<nav class=\"pages\" aria-label=\"Reading on\"><ul>\n");
	put_step(p, hit, number - 1, "prev", "Previous");
	put(p, "<li><a href=\"/source/%u?offset=%d#p%d\">In the source</a></li>\n",
		hit->source->name, (int)from, (int)number);
	put_step(p, hit, number + 1, "next", "Next");
	put(p, "</ul></nav>\n");
}

void draw_passage(page *p)
{
	const kt_hit *hit = p->found;
	const kt_passage *passage = &hit->passage;
	kt_str name = kt_passage_name(p->arena, hit->source, passage->number);

	put(p, "<h1><a href=\"/source/%u\">%t</a></h1>\n<p class=\"place\">", hit->source->name,
		title_of(hit->source));
	if (hit->source->author.len)
		put(p, "%t · ", hit->source->author);
	put_place(p, hit->source, passage);
	put(p, " · passage %n of %n</p>\n", (uint64_t)passage->number,
		(uint64_t)hit->source->passages);
	put_steps(p, hit);
	put(p, "<article class=\"passage\">\n");
	if (hit->before_count)
		put(p, "<div class=\"beside\">\n");
	for (size_t i = 0; i < hit->before_count; i++)
		put_passage(p, &hit->before[i], NULL, 0);
	put(p, hit->before_count ? "</div>\n" : "");
	put_passage(p, passage, NULL, 0);
	if (hit->after_count)
		put(p, "<div class=\"beside\">\n");
	for (size_t i = 0; i < hit->after_count; i++)
		put_passage(p, &hit->after[i], NULL, 0);
	put(p, hit->after_count ? "</div>\n" : "");
	put(p, "</article>\n");
	put_steps(p, hit);
	put(p,
		"<p class=\"more\"><a href=\"/quote?family=%u\">Where else its words "
		"stand</a></p>\n",
		name);
	put_other_ways(p);
}

kt_status print_passage(page *p, kt_printer *printer, kt_error *err)
{
	return kt_show_passage(printer, p->arena, p->found, err);
}
