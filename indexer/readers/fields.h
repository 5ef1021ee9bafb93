/* fields.h - what a source says of itself while it is read.  Private to the readers. */
#ifndef KARTOTEKA_READERS_FIELDS_H
#define KARTOTEKA_READERS_FIELDS_H

#include "kartoteka/readers.h"

enum field {
	FIELD_TITLE,
	FIELD_AUTHOR,
	FIELD_DATE,
	FIELD_ORIGIN,
	FIELD_LICENCE,
	FIELD_LANGUAGE,
	FIELDS
};

typedef struct fields {
	kt_arena *arena;
	kt_str values[FIELDS];
	int ranks[FIELDS]; /* of what is told; 0: nothing */
} field_list;

/* Keeps a copy of value in one line, unless the field was told with this rank or a lower one:
 * what tells it best has the rank 1.  Of no value where it is empty. */
kt_status fields_tell(field_list *f, enum field field, int rank, kt_str value, kt_error *err);
/* The same for one of several: those of one rank are joined by semicolons. */
kt_status fields_add(field_list *f, enum field field, int rank, kt_str value, kt_error *err);
/* What out does not say already. */
void fields_give(const field_list *f, kt_source_text *out);

/* en-GB, en; the empty one where it is none. */
kt_language language_of(kt_str code);

#endif
