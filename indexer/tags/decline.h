/* decline.h - the cases of Russian and Ukrainian names, by paradigm. */
#ifndef KARTOTEKA_TAGS_DECLINE_H
#define KARTOTEKA_TAGS_DECLINE_H

#include "kartoteka/base.h"

typedef enum gender { GENDER_UNKNOWN, GENDER_MAN, GENDER_WOMAN } gender;

typedef enum name_class { NAME_SURNAME, NAME_FORENAME } name_class;

/* Told each oblique form of a name (folded Cyrillic).  The slice is borrowed for the call. */
typedef void (*decline_fn)(void *context, kt_str form, int plural);
void decline(kt_str nominative, name_class what, gender g, decline_fn fn, void *context);

/* What an oblique surname (folded) is the case of, the likeliest nominatives first, itself among
 * them.  Returns how many were put into out (arena of the caller's choosing holds them). */
enum { NOMINATIVES = 6 };
size_t nominatives(kt_arena *arena, kt_str form, gender g, kt_str out[NOMINATIVES]);

/* The gender that a patronymic tells (nominative or not), else GENDER_UNKNOWN. */
gender patronymic_gender(kt_str folded);

#endif
