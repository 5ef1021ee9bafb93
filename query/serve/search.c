/* search.c - ranked passages, and their matches line by line. */
#include "page.h"

typedef struct found {
	kt_query *query;
	kt_answer answer;
	kt_line *lines; /* of a concordance */
	size_t line_count;
} found;

static kt_status ask_query(page *p, kt_error *err)
{
	found *f = p->found = kt_arena_alloc(p->arena, sizeof *f);
	kt_status status;

	if (!f)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	status = kt_query_parse(&f->query, p->arena, p->ask.text, err);
	return status ? status
		      : kt_search(&f->answer, p->index, p->arena, f->query, &p->ask.search, err);
}

/* ---- search ---------------------------------------------------------------------------------- */

kt_status ask_search(page *p, kt_error *err)
{
	p->ask.search.sort = (kt_sort)p->ask.sort;
	p->ask.search.limit = p->ask.limit;
	p->ask.search.offset = p->ask.offset;
	return ask_query(p, err);
}

static void put_answer_head(
	page *p, const found *f, size_t shown, uint64_t total, const char *one, const char *many)
{
	kt_buf range = KT_BUF_INIT;

	kt_show_range(&range, p->ask.offset, shown, total, one, many);
	put(p, "<p class=\"totals\">%t", kt_buf_str(&range));
	kt_buf_release(&range);
	if (f->lines)
		put(p, f->answer.passages == 1 ? " in %n passage" : " in %n passages",
			f->answer.passages);
	put_totals(p, &f->answer);
	put(p, "</p>\n");
	put_notes(p, &f->answer, f->query);
	put_forms(p, &f->answer);
	put_explained(p, &f->answer);
	put_other_ways(p);
}

void draw_search(page *p)
{
	const found *f = p->found;
	const kt_answer *a = &f->answer;

	put_answer_head(p, f, a->hit_count, a->passages, "passage", "passages");
	for (size_t i = 0; i < a->hit_count; i++)
		put_hit(p, &a->hits[i], p->ask.offset + i + 1, NULL, NULL);
	put_pages(p, a->passages);
}

kt_status print_search(page *p, kt_printer *printer, kt_error *err)
{
	const found *f = p->found;

	return kt_show_answer(printer, p->arena, p->ask.text, &f->answer, p->ask.offset, err);
}

/* ---- concordance ----------------------------------------------------------------------------- */

/* Orders of the parameter `sort`, beside those of the lines. */
static kt_line_order order_of(const page *p)
{
	return (kt_line_order)(p->ask.sort % 10);
}

/* The lines of all passages: limit and offset count lines. */
kt_status ask_concordance(page *p, kt_error *err)
{
	kt_status status;
	found *f;

	p->ask.search.sort = p->ask.sort >= 10 ? KT_SORT_YEAR : KT_SORT_SOURCE;
	status = ask_query(p, err);
	f = p->found;
	if (status || p->ask.has_format)
		return status;
	return kt_show_lines(&f->lines, &f->line_count, p->arena, &f->answer, order_of(p), err);
}

void draw_concordance(page *p)
{
	const found *f = p->found;
	size_t from = p->ask.offset < f->line_count ? p->ask.offset : f->line_count;
	size_t left = f->line_count - from, shown = left < p->ask.limit ? left : p->ask.limit;

	put_answer_head(p, f, shown, f->line_count, "line", "lines");
	if (shown)
		put(p, "<table class=\"lines named\"><caption class=\"unseen\">Each occurrence in "
		       "its context</caption>\n"
		       "<tbody>\n");
	for (size_t i = from; i < from + shown; i++) {
		const kt_hit *hit = f->lines[i].hit;

		put_line(p, hit->source, &hit->passage, hit->matches[f->lines[i].match], 1,
			KT_STR(""));
	}
	if (shown)
		put(p, "</tbody></table>\n");
	put_pages(p, f->line_count);
}

kt_status print_concordance(page *p, kt_printer *printer, kt_error *err)
{
	const found *f = p->found;

	return kt_show_concordance(
		printer, p->arena, &f->answer, order_of(p), p->ask.offset, p->ask.limit, err);
}
