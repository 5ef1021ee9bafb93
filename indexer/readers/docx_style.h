/* docx_style.h - styles and properties of paragraphs of WordprocessingML.  Private to the reader of
 * DOCX. */
#ifndef KARTOTEKA_READERS_DOCX_STYLE_H
#define KARTOTEKA_READERS_DOCX_STYLE_H

#include "package.h"
#include "styles.h"

/* Adds the styles of a part, which may be missing. */
kt_status docx_styles_read(
	struct styles *out, const struct package *package, kt_str part, kt_error *err);

/* Takes what a child of w:pPr says; 0 when it says nothing of these. */
int docx_look_take(struct look *look, const xml_element *element);

#endif
