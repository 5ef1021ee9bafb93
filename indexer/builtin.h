#ifndef KARTOTEKA_BUILTIN_H
#define KARTOTEKA_BUILTIN_H

#include "kartoteka/tags.h"

/* Adds the tables of names that come with the program. */
kt_status builtin_authority(kt_authority *authority, kt_error *err);

#endif
