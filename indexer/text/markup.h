/* markup.h - what in a text is no word: note markers, targets of links, tags.  Private to the room
 * text.  Each function looks at one place and returns the offset behind what it found, or 0. */
#ifndef KARTOTEKA_TEXT_MARKUP_H
#define KARTOTEKA_TEXT_MARKUP_H

#include "kartoteka/base.h"

/* at is behind the opening bracket: 12] 1, 2] 3–5] note 3] n. 7] прим. 2] */
size_t markup_note(kt_str text, size_t at);
/* at is behind the opening bracket: ^12] ^name] */
size_t markup_footnote(kt_str text, size_t at);
/* at is at the opening bracket that begins a line: [id]: target "title" */
size_t markup_definition(kt_str text, size_t at);
/* at is at the parenthesis behind a link's text: (target "title") */
size_t markup_target(kt_str text, size_t at);
/* at is at the bracket behind a link's text: [id] */
size_t markup_reference(kt_str text, size_t at);
/* at is at '<': a tag, a comment, an address */
size_t markup_tag(kt_str text, size_t at);
/* at is at '&': &nbsp; &#8217; */
size_t markup_entity(kt_str text, size_t at);
/* at is at '^': ^12^ */
size_t markup_superscript(kt_str text, size_t at);

#endif
