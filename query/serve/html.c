/* html.c - mark-up, and what all pages have in common. */
#include <string.h>
#include <time.h>

#include "page.h"

/* ---- text ------------------------------------------------------------------------------------ */

/* What stands for a character of mark-up; NULL: itself. */
static const char *entity(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

static void add_escaped(kt_buf *out, kt_str s)
{
	size_t from = 0;

	for (size_t at = 0; at < s.len; at++) {
		const char *instead = entity(s.ptr[at]);

		if (!instead)
			continue;
		kt_buf_add(out, kt_str_sub(s, from, at));
		kt_buf_add(out, kt_str_of(instead));
		from = at + 1;
	}
	kt_buf_add(out, kt_str_sub(s, from, s.len));
}

static int is_ascii_text(kt_str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] < ' ' || s.ptr[i] > '~')
			return 0;
	return 1;
}

void kt_html_add(kt_buf *out, kt_str s)
{
	kt_buf safe = KT_BUF_INIT;

	if (is_ascii_text(s)) {
		add_escaped(out, s);
		return;
	}
	kt_show_safely(&safe, s);
	add_escaped(out, kt_buf_str(&safe));
	out->failed |= safe.failed;
	kt_buf_release(&safe);
}

static void put_one(page *p, char kind, va_list *args)
{
	switch (kind) {
	case 't':
		kt_html_add(p->out, va_arg(*args, kt_str));
		break;
	case 's':
		kt_html_add(p->out, kt_str_of(va_arg(*args, const char *)));
		break;
	case 'u':
		kt_url_add(p->out, va_arg(*args, kt_str));
		break;
	case 'n':
		kt_show_number(p->out, va_arg(*args, uint64_t));
		break;
	default:
		kt_buf_addf(p->out, "%d", va_arg(*args, int));
	}
}

void put(page *p, const char *mark_up, ...)
{
	const char *at;
	va_list args;

	va_start(args, mark_up);
	while ((at = strchr(mark_up, '%'))) {
		kt_buf_add(p->out, (kt_str) { mark_up, (size_t)(at - mark_up) });
		if (at[1] == '%')
			kt_buf_addc(p->out, '%');
		else
			put_one(p, at[1], &args);
		mark_up = at + 2;
	}
	kt_buf_add(p->out, kt_str_of(mark_up));
	va_end(args);
}

/* ---- head and foot --------------------------------------------------------------------------- */

static void put_navigation(page *p)
{
	put(p, "<nav aria-label=\"Ways to ask\"><ul>\n");
	for (const view *v = views; v->path; v++) {
		if (!v->listed)
			continue;
		put(p, "<li><a href=\"%s\"%s>%s</a></li>\n", v->path,
			v == p->view ? " aria-current=page" : "", v->title);
	}
	put(p, "</ul></nav>\n");
}

void put_head(page *p, const char *title, kt_str asked)
{
	put(p, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>");
	if (asked.len)
		put(p, "%t · ", asked);
	put(p, "%s · Kartoteka</title>\n", title);
	put(p, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	       "<link rel=\"stylesheet\" href=\"/style.css\">\n</head>\n<body>\n"
	       "<a class=\"skip\" href=\"#text\">To the text</a>\n"
	       "<header>\n<p class=\"brand\"><a href=\"/\">Kartoteka</a></p>\n");
	put_navigation(p);
	put(p, "</header>\n<main id=\"text\">\n");
}

void put_foot(page *p)
{
	const kt_index_state *s = p->state;
	char written[32] = "";
	time_t when;
	struct tm tm;

	put(p, "</main>\n<footer>\n<p>");
	if (s) {
		when = (time_t)s->written;
		if (localtime_r(&when, &tm))
			strftime(written, sizeof written, "%Y-%m-%d %H:%M", &tm);
		put(p, "%n sources, %n passages, %n words, indexed %s. ", s->sources, s->passages,
			s->words, written);
	}
	put(p, "Kartoteka %s.</p>\n</footer>\n</body>\n</html>\n", KT_VERSION);
}

/* ---- links ----------------------------------------------------------------------------------- */

static void put_parameter(page *p, size_t *count, kt_str name, kt_str value)
{
	put(p, (*count)++ ? "&amp;%u=%u" : "?%u=%u", name, value);
}

void put_address(page *p, const view *to, const char *name, kt_str value, unsigned drop)
{
	kt_str set = kt_str_of(name);
	size_t count = 0;

	put(p, "%s", to->path);
	if (to == p->view && to->path[strlen(to->path) - 1] == '/')
		put(p, "%u", p->ask.text);
	for (size_t i = 0; i < p->target->count; i++) {
		const kt_parameter *one = &p->target->parameters[i];
		unsigned bit = parameter_bit(one->name);

		if ((to->takes & bit) && !(drop & bit) && !kt_str_equal(one->name, set))
			put_parameter(p, &count, one->name, one->value);
	}
	if (name && value.len)
		put_parameter(p, &count, set, value);
}

/* A list that the command prints as a whole is given as a whole. */
static void put_formats(page *p)
{
	unsigned drop = p->view->command_limit ? 0 : TAKES_LIST;

	put(p, "<li>for programs: <a href=\"");
	put_address(p, p->view, "format", KT_STR("json"), drop);
	put(p, "\">JSON</a>, <a href=\"");
	put_address(p, p->view, "format", KT_STR("tsv"), drop);
	put(p, "\">table (TSV)</a></li>\n");
}

void put_other_ways(page *p)
{
	put(p, "<ul class=\"ways\">\n");
	for (const view *v = views; v->path; v++) {
		if (v == p->view || !p->ask.text_is || !(v->takes & p->ask.text_is))
			continue;
		put(p, "<li><a href=\"");
		put_address(p, v, NULL, KT_STR(""), TAKES_LIST | TAKES_SORT | TAKES_CONTEXT);
		put(p, "\">%s</a></li>\n", v->title);
	}
	if (p->view->print)
		put_formats(p);
	put(p, "</ul>\n");
}

static void put_page_link(page *p, size_t offset, const char *rel, const char *label)
{
	kt_buf text = KT_BUF_INIT;

	kt_buf_addf(&text, "%zu", offset);
	put(p, "<li><a%s href=\"", rel);
	put_address(p, p->view, "offset", offset ? kt_buf_str(&text) : KT_STR(""), 0);
	put(p, "\">%s</a></li>\n", label);
	kt_buf_release(&text);
}

void put_pages(page *p, uint64_t total)
{
	size_t limit = p->ask.limit, offset = p->ask.offset;
	size_t last = total ? (size_t)(total - 1) / limit * limit : 0;

	if (!offset && total <= limit)
		return;
	put(p, "<nav class=\"pages\" aria-label=\"Pages\"><ul>\n");
	if (offset) {
		put_page_link(p, 0, "", "First");
		put_page_link(p, offset > limit ? offset - limit : 0, " rel=prev", "Previous");
	}
	put(p, "<li>%n–%n of %n</li>\n", (uint64_t)(offset < total ? offset + 1 : total),
		(uint64_t)(total < offset + limit ? total : offset + limit), total);
	if (offset + limit < total) {
		put_page_link(p, offset + limit, " rel=next", "Next");
		put_page_link(p, last, "", "Last");
	}
	put(p, "</ul></nav>\n");
}
