#ifndef KARTOTEKA_BUILTIN_H
#define KARTOTEKA_BUILTIN_H

#include "kartoteka/tags.h"

/* The tables of names that come with the program, laid out when it was built.  open: as rows, to
 * which others can be added. */
kt_status builtin_authority(kt_authority **out, int open, kt_error *err);

#endif
