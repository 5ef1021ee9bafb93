/* sieve.h - what kt_authority_add_some asks of a row. */
#ifndef KARTOTEKA_TAGS_SIEVE_H
#define KARTOTEKA_TAGS_SIEVE_H

#include "kartoteka/tags.h"

/* Whether one of the names in a text may be the one typed. */
int name_sieve_text(kt_name_sieve *sieve, kt_str text);
/* Whether it is the id that is typed, be it with the ? before it or not. */
int name_sieve_is_id(const kt_name_sieve *sieve, kt_str id);
int name_sieve_slips(const kt_name_sieve *sieve);

#endif
