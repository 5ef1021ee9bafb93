/* forenames.h - given names of the languages that texts on Soviet history are full of. */
#ifndef KARTOTEKA_TAGS_FORENAMES_H
#define KARTOTEKA_TAGS_FORENAMES_H

#include "decline.h"

/* Names that may be the same person's: forms across languages, diminutives.  NULL names end a
 * table. */
typedef struct forename_group {
	gender g;
	const char *names; /* parted by spaces */
} forename_group;

extern const forename_group eastern_forenames[], western_forenames[];

#endif
