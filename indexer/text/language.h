/* language.h - what a single form tells of the language it is in.  Private to the room text. */
#ifndef KARTOTEKA_TEXT_LANGUAGE_H
#define KARTOTEKA_TEXT_LANGUAGE_H

#include "kartoteka/text.h"

/* Four bits of weight for each language of stop_lists, in its order. */
uint64_t language_hints(kt_str form);

#endif
