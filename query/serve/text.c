/* text.c - passages, with their matches marked, names and years linked. */
#include <stdlib.h>

#include "page.h"

#define KWIC 60 /* columns on each side of a keyword */

/* ---- links in a text ------------------------------------------------------------------------- */

/* A span that is a link: a mention, or else a year. */
typedef struct span {
	uint32_t start, end;
	const kt_mention *mention;
	const kt_year_span *year;
} span;

typedef struct spans {
	span *at;
	size_t count;
} spans;

/* Which field asks for such years; NULL: none. */
static const char *field_of(const kt_year_span *y)
{
	if (y->type == KT_YEAR_EVENT || y->type == KT_YEAR_ERA)
		return "year";
	return y->type == KT_YEAR_PUBLICATION ? "published" : NULL;
}

/* Longer ones first where several begin. */
static int by_place(const void *a, const void *b)
{
	const span *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return (x->end < y->end) - (x->end > y->end);
}

static spans find_spans(page *p, const kt_passage *passage, kt_stretch part)
{
	spans s = { NULL, 0 };
	size_t kept = 0;

	s.at = kt_arena_array(
		p->arena, passage->mention_count + passage->year_count + 1, sizeof *s.at);
	if (!s.at)
		return s;
	for (size_t i = 0; i < passage->mention_count; i++) {
		const kt_mention *m = &passage->mentions[i];

		if (m->kind <= KT_MENTION_ORGANISATION)
			s.at[s.count++] = (span) { m->start, m->end, m, NULL };
	}
	for (size_t i = 0; i < passage->year_count; i++) {
		const kt_year_span *y = &passage->years[i];

		if (field_of(y))
			s.at[s.count++] = (span) { y->start, y->end, NULL, y };
	}
	qsort(s.at, s.count, sizeof *s.at, by_place);
	for (size_t i = 0; i < s.count; i++) {
		size_t from = kept ? s.at[kept - 1].end : part.from;

		if (s.at[i].start >= from && s.at[i].end <= part.to && s.at[i].end > s.at[i].start)
			s.at[kept++] = s.at[i];
	}
	s.count = kept;
	return s;
}

/* How many may be meant at the place of a mention. */
static size_t bearers_at(const kt_passage *passage, const kt_mention *m)
{
	size_t count = 0;

	for (size_t i = 0; i < passage->mention_count; i++)
		count += passage->mentions[i].kind <= KT_MENTION_ORGANISATION &&
			 passage->mentions[i].start == m->start &&
			 passage->mentions[i].end == m->end;
	return count;
}

static void open_name(page *p, const kt_passage *passage, const kt_mention *m)
{
	size_t bearers = bearers_at(passage, m);

	if (bearers > 1)
		put(p, "<a class=\"name\" href=\"/dossier?name=%u\" title=\"any of %n\">",
			kt_str_sub(passage->text, m->start, m->end), (uint64_t)bearers);
	else
		put(p, "<a class=\"name\" href=\"/dossier?name=%u\" title=\"%t\">", m->id,
			m->name.len ? m->name : m->id);
}

static void open_year(page *p, const kt_year_span *y)
{
	put(p, "<a class=\"year\" href=\"/search?q=%s:", field_of(y));
	if (y->from != KT_YEAR_OPEN_FROM)
		put(p, "%d", y->from);
	if (y->from != y->to)
		put(p, "..");
	if (y->to != KT_YEAR_OPEN_TO && y->from != y->to)
		put(p, "%d", y->to);
	put(p, "\">");
}

/* ---- a text ---------------------------------------------------------------------------------- */

/* Links stand outside marks: where one begins or ends, the mark is interrupted. */
typedef struct writer {
	page *page;
	const kt_passage *passage;
	spans spans;
	size_t span; /* the one that is open, or comes next */
	int linked, marked;
} writer;

static void set_mark(writer *w, int marked)
{
	if (marked != w->marked)
		put(w->page, marked ? "<mark>" : "</mark>");
	w->marked = marked;
}

static void begin_link(writer *w)
{
	const span *s = &w->spans.at[w->span];

	set_mark(w, 0);
	if (s->mention)
		open_name(w->page, w->passage, s->mention);
	else
		open_year(w->page, s->year);
	w->linked = 1;
}

static void end_link(writer *w)
{
	set_mark(w, 0);
	put(w->page, "</a>");
	w->linked = 0;
	w->span++;
}

/* Ends and begins what does at a byte of the text; gives the next byte where something does. */
static size_t turn(writer *w, size_t at, const kt_match *m, size_t to)
{
	const span *s = w->span < w->spans.count ? &w->spans.at[w->span] : NULL;
	size_t next = to;

	if (s && w->linked && at >= s->end) {
		end_link(w);
		s = w->span < w->spans.count ? s + 1 : NULL;
	}
	if (s && !w->linked && at >= s->start)
		begin_link(w);
	set_mark(w, m && at >= m->start && at < m->end);
	if (s)
		next = w->linked ? s->end : s->start;
	if (m && m->start > at && m->start < next)
		next = m->start;
	if (m && m->start <= at && m->end < next)
		next = m->end;
	return next < to ? next : to;
}

/* What of text[from, to) is shown. */
static void put_visible(page *p, const kt_passage *passage, size_t from, size_t to)
{
	kt_str text = passage->text;
	size_t at = from;

	while (at < to) {
		int line = text.ptr[at] == '\n' && kt_show_keeps_lines(passage->kind);
		size_t hidden = passage->markdown ? kt_show_markup(text, at) : 0;

		if (line || hidden) {
			kt_html_add(p->out, kt_str_sub(text, from, at));
			at += hidden ? hidden : 1;
			from = at;
			if (line)
				put(p, "<br>");
		} else {
			at++;
		}
	}
	if (from < to)
		kt_html_add(p->out, kt_str_sub(text, from, to));
}

void put_text(page *p, const kt_passage *passage, kt_stretch part, const kt_match *matches,
	size_t match_count)
{
	writer w = { p, passage, find_spans(p, passage, part), 0, 0, 0 };
	size_t at = part.from, m = 0, next;

	while (at < part.to) {
		while (m < match_count && matches[m].end <= at)
			m++;
		next = turn(&w, at, m < match_count ? &matches[m] : NULL, part.to);
		put_visible(p, passage, at, next);
		at = next;
	}
	if (w.linked)
		end_link(&w);
	set_mark(&w, 0);
}

/* ---- passages -------------------------------------------------------------------------------- */

static void open_passage(page *p, const kt_passage *passage)
{
	put(p,
		passage->kind == KT_KIND_BLOCKQUOTE  ? "<blockquote class=\"text\""
		: passage->kind == KT_KIND_HEADING   ? "<p class=\"text heading\""
		: passage->kind == KT_KIND_PARAGRAPH ? "<p class=\"text\""
						     : "<p class=\"text %s\"",
		kt_kind_name(passage->kind));
	if (passage->language.code[0])
		put(p, " lang=\"%s\"", passage->language.code);
	put(p, ">");
}

static void close_passage(page *p, const kt_passage *passage)
{
	put(p, passage->kind == KT_KIND_BLOCKQUOTE ? "</blockquote>\n" : "</p>\n");
}

void put_passage(page *p, const kt_passage *passage, const kt_match *matches, size_t match_count)
{
	open_passage(p, passage);
	put_text(p, passage, (kt_stretch) { 0, passage->text.len }, matches, match_count);
	close_passage(p, passage);
}

void put_excerpt(page *p, const kt_hit *hit)
{
	kt_stretch parts[KT_STRETCHES];
	size_t count = kt_excerpt(&p->excerpter, hit, parts), end = 0;

	open_passage(p, &hit->passage);
	for (size_t i = 0; i < count; i++) {
		if (parts[i].from > end)
			put(p, i ? " … " : "… ");
		put_text(p, &hit->passage, parts[i], hit->matches, hit->match_count);
		end = parts[i].to;
	}
	if (end < hit->passage.text.len)
		put(p, " …");
	close_passage(p, &hit->passage);
}

/* ---- where they stand ------------------------------------------------------------------------ */

kt_str title_of(const kt_source_record *source)
{
	return source->title.len ? source->title : source->name;
}

void put_place(page *p, const kt_source_record *source, const kt_passage *passage)
{
	kt_str name = kt_passage_name(p->arena, source, passage->number);
	kt_buf years = KT_BUF_INIT;

	put(p, "<a href=\"/passage/%u\">%t</a>", name, name);
	if (passage->kind != KT_KIND_PARAGRAPH)
		put(p, " · %s", kt_kind_name(passage->kind));
	kt_show_years(&years, passage);
	if (years.len)
		put(p, " · %t", kt_buf_str(&years));
	kt_buf_release(&years);
}

static void put_neighbours(page *p, const kt_passage *passages, size_t count)
{
	if (!count)
		return;
	put(p, "<div class=\"beside\">\n");
	for (size_t i = 0; i < count; i++)
		put_passage(p, &passages[i], NULL, 0);
	put(p, "</div>\n");
}

void put_hit(page *p, const kt_hit *hit, size_t rank, void (*between)(page *p, const void *row),
	const void *row)
{
	kt_str name = kt_passage_name(p->arena, hit->source, hit->passage.number);

	put(p, "<article>\n<h2>");
	if (rank)
		put(p, "<span class=\"rank\">%n.</span> ", (uint64_t)rank);
	put(p, "<a href=\"/passage/%u\">%t</a></h2>\n<p class=\"place\">", name,
		title_of(hit->source));
	if (hit->source->author.len)
		put(p, "%t · ", hit->source->author);
	put_place(p, hit->source, &hit->passage);
	put(p, "</p>\n");
	if (between)
		between(p, row);
	put_neighbours(p, hit->before, hit->before_count);
	put_excerpt(p, hit);
	put_neighbours(p, hit->after, hit->after_count);
	put(p, "</article>\n");
}

void put_line(page *p, const kt_source_record *source, const kt_passage *passage, kt_match match,
	int named, kt_str note)
{
	kt_str name = kt_passage_name(p->arena, source, passage->number), text = passage->text;
	kt_buf left = KT_BUF_INIT, word = KT_BUF_INIT, right = KT_BUF_INIT;

	kt_show_left(&left, text, match.start, KWIC, passage->markdown);
	kt_show_flat(&word, text, match.start, match.end, passage->markdown);
	kt_show_right(&right, text, match.end, KWIC, passage->markdown);
	put(p, "<tr><th scope=\"row\"><a href=\"/passage/%u\">", name);
	if (named)
		put(p, "<span class=\"stem\">%t</span>:", source->stem);
	put(p, "%d</a></th>", (int)passage->number);
	put(p,
		"<td class=\"left\">%t</td><td class=\"word\"><mark>%t</mark></td>"
		"<td class=\"right\">%t</td>",
		kt_buf_str(&left), kt_buf_str(&word), kt_buf_str(&right));
	put(p, "<td class=\"note\">%t</td></tr>\n", note);
	kt_buf_release(&left);
	kt_buf_release(&word);
	kt_buf_release(&right);
}
