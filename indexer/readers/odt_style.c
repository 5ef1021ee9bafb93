/* odt_style.c - style:style, by what of it tells a kind. */
#include "odt_style.h"

#include "layout.h"

#include <stdlib.h>
#include <string.h>

/* Of styles of paragraphs and of letters with the same name the ids differ by this. */
#define OF_LETTERS "text:"

/* 1.5cm, 0.25in, 12pt in twips (1/1440 inch); LOOK_UNSET for others, as 50%. */
static int length_of(kt_str s)
{
	static const struct {
		const char *unit;
		double twips;
	} units[] = { { "cm", 567 }, { "mm", 56.7 }, { "in", 1440 }, { "inch", 1440 }, { "pt", 20 },
		{ "pc", 240 }, { "px", 15 } };
	char text[32] = "", *end;
	double n;

	if (!s.len || s.len >= sizeof(text))
		return LOOK_UNSET;
	memcpy(text, s.ptr, s.len);
	n = strtod(text, &end);
	for (size_t i = 0; i < sizeof(units) / sizeof(*units) && n > -1000 && n < 1000; i++)
		if (strcmp(end, units[i].unit) == 0)
			return (int)(n * units[i].twips);
	return n < 0 || n > 0 ? LOOK_UNSET : 0;
}

/* Heading_20_1: Heading 1 */
static kt_status shown_name(kt_buf *out, kt_str name, kt_error *err)
{
	for (size_t i = 0; i < name.len; i++) {
		if (kt_str_starts(kt_str_sub(name, i, name.len), KT_STR("_20_"))) {
			kt_buf_addc(out, ' ');
			i += 3;
		} else {
			kt_buf_addc(out, name.ptr[i]);
		}
	}
	return kt_buf_status(out, err);
}

static kt_status id_of(kt_str *out, kt_arena *arena, kt_str name, int letters, kt_error *err)
{
	*out = kt_str_of(
		kt_arena_printf(arena, "%s%.*s", letters ? OF_LETTERS : "", KT_STR_ARG(name)));
	return out->ptr ? KT_OK : kt_fail(err, KT_ENOMEM, "out of memory");
}

static kt_status begin_style(struct odt_styles *s, const xml_element *element, kt_error *err)
{
	kt_str family = xml_attribute(element, "family"), name = xml_attribute(element, "name"),
	       shown = xml_attribute(element, "display-name"),
	       level = xml_attribute(element, "default-outline-level"), id;
	int letters = kt_str_is(family, "text");
	kt_buf buf = KT_BUF_INIT;
	kt_status status;

	s->style = NULL;
	if (!letters && !kt_str_is(family, "paragraph"))
		return KT_OK;
	status = id_of(&id, s->table.arena, name, letters, err);
	if (status == KT_OK)
		status = styles_add(&s->style, &s->table, id, err);
	if (status != KT_OK || !s->style)
		return status;
	status = id_of(&s->style->based, s->table.arena,
		xml_attribute(element, "parent-style-name"), letters, err);
	if (status == KT_OK)
		status = shown_name(&buf, shown.len ? shown : name, err);
	if (status == KT_OK && !letters)
		s->style->told = layout_style(&s->style->kind, kt_buf_str(&buf));
	if (level.len == 1 && level.ptr[0] >= '1' && level.ptr[0] <= '9')
		s->style->look.level = level.ptr[0] - '1';
	kt_buf_release(&buf);
	return status;
}

kt_status odt_style_start(struct odt_styles *s, const xml_element *element, kt_error *err)
{
	kt_str left, first;

	if (kt_str_is(element->name, "style"))
		return begin_style(s, element, err);
	if (!s->style)
		return KT_OK;
	if (kt_str_is(element->name, "text-properties"))
		s->style->raised |=
			kt_str_starts(xml_attribute(element, "text-position"), KT_STR("super"));
	if (!kt_str_is(element->name, "paragraph-properties"))
		return KT_OK;
	left = xml_attribute(element, "margin-left");
	first = xml_attribute(element, "text-indent");
	if (left.len)
		s->style->look.left = length_of(left);
	if (first.len)
		s->style->look.first = length_of(first);
	return KT_OK;
}

void odt_style_end(struct odt_styles *s, kt_str name)
{
	if (kt_str_is(name, "style"))
		s->style = NULL;
}

int odt_style_raised(const struct odt_styles *s, kt_str name)
{
	char id[128];
	const struct style *style;

	if (name.len > sizeof(id) - sizeof(OF_LETTERS))
		return 0;
	memcpy(id, OF_LETTERS, sizeof(OF_LETTERS) - 1);
	if (name.len)
		memcpy(id + sizeof(OF_LETTERS) - 1, name.ptr, name.len);
	style = styles_find(&s->table, (kt_str) { id, sizeof(OF_LETTERS) - 1 + name.len });
	return style && style->raised;
}
