/* cited.h - a citation: (Trotsky, The Revolution Betrayed, 162-5). */
#ifndef KARTOTEKA_TAGS_CITED_H
#define KARTOTEKA_TAGS_CITED_H

#include "quotations.h"

typedef struct citation {
	kt_str author,
		author_id; /* of whose words they are; id empty where it is no certain person */
	kt_str title; /* of the work */
	kt_str work; /* with its author before it, as printed */
	kt_str page;
	int year; /* author and year: (Fitzpatrick 1999) */
	int ibid;
	int quoted_in; /* another's work: Stalin, quoted in Service, Trotsky */
} citation;

/* Reads [from, to) of a passage. */
void citation_read(const reading *r, size_t passage, uint32_t from, uint32_t to, citation *out);
/* Whether what was read in brackets is a citation rather than a remark. */
int citation_is_one(const citation *c);

#endif
