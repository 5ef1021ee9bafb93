/* docx_style.c - word/styles.xml, and properties of paragraphs. */
#include "docx_style.h"

#include "layout.h"

#include <limits.h>

/* A whole number; what is none gives 0. */
static int number_of(kt_str s)
{
	int negative = s.len && s.ptr[0] == '-', n = 0;

	for (size_t i = (size_t)negative; i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9'; i++)
		if (n < INT_MAX / 20)
			n = n * 10 + (s.ptr[i] - '0');
	return negative ? -n : n;
}

static void take_indents(struct look *look, const xml_element *element)
{
	kt_str left = xml_attribute(element, "left"), hanging = xml_attribute(element, "hanging"),
	       first = xml_attribute(element, "firstLine");

	if (!left.ptr)
		left = xml_attribute(element, "start");
	if (left.ptr)
		look->left = number_of(left);
	if (hanging.ptr)
		look->first = -number_of(hanging);
	else if (first.ptr)
		look->first = number_of(first);
}

int docx_look_take(struct look *look, const xml_element *element)
{
	if (kt_str_is(element->name, "outlineLvl"))
		look->level = number_of(xml_attribute(element, "val"));
	else if (kt_str_is(element->name, "numId"))
		look->numbered = number_of(xml_attribute(element, "val")) > 0;
	else if (kt_str_is(element->name, "ind"))
		take_indents(look, element);
	else
		return 0;
	return 1;
}

/* ---- styles.xml ---- */

struct reading {
	struct styles *styles;
	struct style *style; /* the open one */
};

static kt_status begin_style(struct reading *r, const xml_element *element, kt_error *err)
{
	kt_str type = xml_attribute(element, "type");

	r->style = NULL;
	if (type.ptr && !kt_str_is(type, "paragraph"))
		return KT_OK;
	return styles_add(&r->style, r->styles, xml_attribute(element, "styleId"), err);
}

static kt_status on_start(void *context, const xml_element *element, kt_error *err)
{
	struct reading *r = context;

	if (kt_str_is(element->name, "style"))
		return begin_style(r, element, err);
	if (!r->style || docx_look_take(&r->style->look, element))
		return KT_OK;
	if (kt_str_is(element->name, "name"))
		r->style->told = layout_style(&r->style->kind, xml_attribute(element, "val"));
	if (kt_str_is(element->name, "basedOn")) {
		r->style->based = kt_arena_str(r->styles->arena, xml_attribute(element, "val"));
		if (!r->style->based.ptr)
			return kt_fail(err, KT_ENOMEM, "out of memory");
	}
	return KT_OK;
}

static kt_status on_end(void *context, kt_str name, kt_error *err)
{
	struct reading *r = context;

	(void)err;
	if (kt_str_is(name, "style"))
		r->style = NULL;
	return KT_OK;
}

kt_status docx_styles_read(
	struct styles *out, const struct package *package, kt_str part, kt_error *err)
{
	static const xml_handler handler = { on_start, on_end, NULL };
	struct reading r = { out, NULL };
	kt_status status;

	status = package_parse(package, part, &handler, &r, err);
	return status == KT_ENOTFOUND ? KT_OK : status;
}
