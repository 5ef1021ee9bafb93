/* form.c - the form of a view, filled in with what was asked. */
#include <string.h>

#include "page.h"

static kt_str told(const page *p, const char *name)
{
	for (size_t i = 0; i < p->target->count; i++)
		if (kt_str_is(p->target->parameters[i].name, name))
			return p->target->parameters[i].value;
	return KT_STR("");
}

static const char *field_of(const view *v)
{
	return v->takes & TAKES_Q ? "q" : v->takes & TAKES_NAME ? "name" : "pattern";
}

static void put_field(page *p, const char *name, const char *label, const char *example)
{
	put(p,
		"<p><label for=\"%s\">%s</label> <input id=\"%s\" name=\"%s\" value=\"%t\" "
		"placeholder=\"%s\"></p>\n",
		name, label, name, name, told(p, name), example);
}

static void put_choices(page *p, const char *name, const char *label, const choice *choices)
{
	kt_str now = told(p, name);

	put(p, "<p><label for=\"%s\">%s</label> <select id=\"%s\" name=\"%s\">\n", name, label,
		name, name);
	for (const choice *c = choices; c->name; c++)
		put(p, "<option value=\"%s\"%s>%s</option>\n", c->name,
			kt_str_is(now, c->name) ? " selected" : "", c->label);
	put(p, "</select></p>\n");
}

static void put_flag(page *p, const char *name, const char *label, int now)
{
	put(p,
		"<p><input type=\"checkbox\" id=\"%s\" name=\"%s\" value=\"1\"%s> "
		"<label for=\"%s\">%s</label></p>\n",
		name, name, now ? " checked" : "", name, label);
}

static const choice kinds[] = { { "", "people and organisations", 0 }, { "person", "people", 0 },
	{ "organisation", "organisations", 0 }, { NULL, NULL, 0 } };

static int is_narrowed(const page *p)
{
	return p->ask.search.filter_count || p->ask.search.all || p->ask.search.eras ||
	       (p->view->sorts && p->ask.sort != p->view->sorts->value);
}

/* What narrows is folded away until it does. */
static void put_narrowing(page *p)
{
	unsigned takes = p->view->takes;

	if (!(takes & TAKES_FILTERS))
		return;
	put(p, "<details%s><summary>Narrow%s</summary>\n<div class=\"fields\">\n",
		is_narrowed(p) ? " open" : "", takes & TAKES_SORT ? " and sort" : "");
	put_field(p, "person", "Person", "Smirnov, or an id");
	put_field(p, "org", "Organisation", "NKVD");
	put_field(p, "year", "Years", "1936..1938");
	if (takes & TAKES_SORT)
		put_choices(p, "sort", "Order", p->view->sorts);
	if (takes & TAKES_ALL)
		put_flag(p, "all", "every word must be there", p->ask.search.all);
	put_flag(p, "eras", "also where an era is only named", p->ask.search.eras);
	put(p, "</div></details>\n");
}

void put_form(page *p)
{
	const view *v = p->view;
	const char *name;

	if (!v->label)
		return;
	name = field_of(v);
	if (!(v->takes & TAKES_NAME) || !p->ask.text_is)
		put(p, "<h1 class=\"unseen\">%s</h1>\n", v->title);
	put(p,
		"<form action=\"%s\" role=\"search\">\n<p class=\"ask\"><label "
		"for=\"ask\">%s</label>\n"
		"<input id=\"ask\" type=\"search\" name=\"%s\" value=\"%t\" maxlength=\"%d\"> "
		"<button>Ask</button></p>\n",
		v->path, v->label, name, told(p, name), KT_PARAMETER_BYTES);
	if (v->takes & TAKES_KIND)
		put_choices(p, "kind", "Of", kinds);
	put_narrowing(p);
	put(p, "</form>\n");
	if (v->needs && !p->ask.text_is && v->hint)
		put(p, v->hint);
}
