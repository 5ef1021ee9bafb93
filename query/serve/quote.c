/* quote.c - a quotation, whose words they are, and what differs. */
#include "page.h"

kt_status ask_quote(page *p, kt_error *err)
{
	kt_quotes *quotes = p->found = kt_arena_alloc(p->arena, sizeof *quotes);

	if (!quotes)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	p->ask.search.limit = p->ask.limit;
	p->ask.search.offset = p->ask.offset;
	if (p->ask.text_is == TAKES_FAMILY)
		return kt_search_family(
			quotes, p->index, p->arena, p->ask.text, &p->ask.search, err);
	return kt_search_quote(quotes, p->index, p->arena, p->ask.text, &p->ask.search, err);
}

/* {added} and [missing] as insertions and deletions. */
static void put_difference(page *p, kt_str s)
{
	size_t from = 0;

	for (size_t at = 0; at < s.len; at++) {
		const char *tag = s.ptr[at] == '{'   ? "<ins>"
				  : s.ptr[at] == '}' ? "</ins>"
				  : s.ptr[at] == '[' ? "<del>"
				  : s.ptr[at] == ']' ? "</del>"
						     : NULL;

		if (!tag)
			continue;
		kt_html_add(p->out, kt_str_sub(s, from, at));
		put(p, tag);
		from = at + 1;
	}
	kt_html_add(p->out, kt_str_sub(s, from, s.len));
}

static void put_speaker(page *p, const kt_quote_hit *hit)
{
	kt_str name = hit->speaker_name.len ? hit->speaker_name : hit->speaker;

	if (!name.len && !hit->work.len && !hit->page.len)
		return;
	put(p, "<p class=\"speaker\">— ");
	if (hit->speaker.len)
		put(p, "<a href=\"/dossier?name=%u\">%t</a>", hit->speaker, name);
	if (hit->work.len)
		put(p, "%s<cite>%t</cite>", hit->speaker.len ? ", " : "", hit->work);
	if (hit->page.len)
		put(p, "%s%t", hit->speaker.len || hit->work.len ? ", " : "", hit->page);
	put(p, "</p>\n");
}

static void put_also(page *p, const kt_quote_hit *hit)
{
	if (!hit->also_count)
		return;
	put(p, "<p class=\"also\">Also in ");
	for (size_t i = 0; i < hit->also_count; i++) {
		const kt_also *a = &hit->also[i];

		put(p, "%s<a href=\"/passage/%u\">%t</a>%s", i ? ", " : "", a->passage, a->passage,
			a->altered ? " (altered)" : "");
	}
	put(p, "</p>\n");
}

static void put_likeness(page *p, const void *row)
{
	const kt_quote_hit *hit = row;
	int percent = (int)(hit->similarity * 100 + 0.5);

	if (hit->similarity < 1 && percent == 100)
		percent = 99;
	put(p, "<p class=\"difference\"><span class=\"likeness\">%d %%</span>%s ", percent,
		hit->near   ? ""
		: hit->part ? " (a part)"
			    : " (not near)");
	put_difference(p, hit->difference);
	put(p, "</p>\n");
	put_speaker(p, hit);
	put_also(p, hit);
}

static void put_quote_totals(page *p, const kt_quotes *q)
{
	const kt_answer *a = &q->answer;
	kt_buf range = KT_BUF_INIT;

	put(p, "<p class=\"totals\">");
	if (a->passages) {
		kt_show_range(
			&range, p->ask.offset, q->hit_count, q->wordings, "wording", "wordings");
		put(p, "%t in %n %s", kt_buf_str(&range), a->passages,
			a->passages == 1 ? "passage" : "passages");
		put_totals(p, a);
	} else {
		put(p, q->hit_count ? "Nothing near; what comes nearest:" : "Nothing near.");
	}
	put(p, "</p>\n");
	kt_buf_release(&range);
}

void draw_quote(page *p)
{
	const kt_quotes *q = p->found;

	if (p->ask.text_is == TAKES_FAMILY)
		put(p,
			"<p>Where else the quotations of <a href=\"/passage/%u\">%t</a> stand, the "
			"oldest source first:</p>\n",
			p->ask.text, p->ask.text);
	put_quote_totals(p, q);
	put_notes(p, &q->answer, NULL);
	put_explained(p, &q->answer);
	put_other_ways(p);
	if (q->answer.passages && q->hit_count)
		put(p, "<p class=\"key\"><ins>Words</ins> stand in the passage alone, "
		       "<del>words</del> in the question alone.</p>\n");
	for (size_t i = 0; i < q->hit_count; i++)
		put_hit(p, &q->hits[i].hit, p->ask.offset + i + 1, put_likeness, &q->hits[i]);
	put_pages(p, q->wordings);
}

kt_status print_quote(page *p, kt_printer *printer, kt_error *err)
{
	return kt_show_quotes(printer, p->arena, p->ask.text, p->found, p->ask.offset, err);
}
