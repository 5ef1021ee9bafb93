/* odt_style.h - styles of OpenDocument.  Private to the reader of ODT. */
#ifndef KARTOTEKA_READERS_ODT_STYLE_H
#define KARTOTEKA_READERS_ODT_STYLE_H

#include "styles.h"
#include "xml.h"

struct odt_styles {
	struct styles table;
	struct style *style; /* the open one, or NULL */
};

/* What an element says, be it of a style or not. */
kt_status odt_style_start(struct odt_styles *styles, const xml_element *element, kt_error *err);
void odt_style_end(struct odt_styles *styles, kt_str name);

/* Whether letters of this style stand above the line. */
int odt_style_raised(const struct odt_styles *styles, kt_str id);

#endif
