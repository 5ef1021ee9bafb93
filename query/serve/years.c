/* years.c - passages per year. */
#include "page.h"

typedef struct found {
	kt_query *query;
	kt_timeline timeline;
} found;

kt_status ask_timeline(page *p, kt_error *err)
{
	found *f = p->found = kt_arena_alloc(p->arena, sizeof *f);
	kt_status status;

	if (!f)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	status = kt_timeline_query(&f->query, p->arena, p->ask.text, &p->ask.search, err);
	return status ? status
		      : kt_search_timeline(
				&f->timeline, p->index, p->arena, f->query, &p->ask.search, err);
}

static void put_timeline_totals(page *p, const kt_timeline *t)
{
	uint64_t none = t->passages - t->dated - t->long_only;

	put(p,
		t->passages == 1 ? "<p class=\"totals\">%n passage"
				 : "<p class=\"totals\">%n passages",
		t->passages);
	if (t->dated)
		put(p, ": %n in these years, each in all that it speaks of", t->dated);
	if (t->long_only)
		put(p,
			t->long_only == 1 ? "; %n speaks of longer times only"
					  : "; %n speak of longer times only",
			t->long_only);
	if (none)
		put(p, "; %n of no year", none);
	put(p, "</p>\n");
}

/* The question in words of the query language, as far as it can be said so. */
static kt_str whole_query(page *p)
{
	kt_buf text = KT_BUF_INIT;
	kt_str whole;

	if (p->ask.text_is)
		kt_buf_addf(&text, p->ask.search.filter_count ? "(%.*s)" : "%.*s",
			KT_STR_ARG(p->ask.text));
	for (size_t i = 0; i < p->ask.search.filter_count; i++)
		kt_buf_addf(&text, "%s%s:\"%.*s\"", text.len ? " " : "",
			kt_query_field_name(p->ask.filters[i].field),
			KT_STR_ARG(p->ask.filters[i].text));
	whole = kt_arena_str(p->arena, kt_buf_str(&text));
	p->out->failed |= text.failed || !whole.ptr;
	kt_buf_release(&text);
	return whole;
}

void draw_timeline(page *p)
{
	const found *f = p->found;
	const kt_timeline *t = &f->timeline;

	put_timeline_totals(p, t);
	put_notes(p, &t->answer, f->query);
	put_explained(p, &t->answer);
	put_other_ways(p);
	if (t->year_count)
		put_chart(p, t->years, t->year_count, "passages", whole_query(p), 1);
}

kt_status print_timeline(page *p, kt_printer *printer, kt_error *err)
{
	const found *f = p->found;

	return kt_show_timeline(printer, p->ask.text, &f->timeline, err);
}
