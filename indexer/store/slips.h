/* slips.h - forms of the index that are a word with one slip of spelling or OCR. */
#ifndef KARTOTEKA_STORE_SLIPS_H
#define KARTOTEKA_STORE_SLIPS_H

#include "kartoteka/store.h"

#define SLIPS_LETTERS 4 /* shorter words differ by one letter from too many others */

/* Told each form (of any order, perhaps more than once) for which kt_one_slip holds. */
kt_status slips_find(kt_index *index, kt_str form, xap_string_fn fn, void *context, kt_error *err);

#endif
