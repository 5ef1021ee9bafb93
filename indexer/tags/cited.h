/* cited.h - a citation: (Trotsky, The Revolution Betrayed, 162-5). */
#ifndef KARTOTEKA_TAGS_CITED_H
#define KARTOTEKA_TAGS_CITED_H

#include "quotations.h"

typedef struct citation {
	kt_str author, author_id; /* of the work; id empty where it is no certain person */
	kt_str speaker_id; /* whose words they are: the author's, or those quoted in the work */
	kt_str title;
	kt_str year; /* of author and year: (Fitzpatrick 1999) */
	kt_str page;
	int ibid;
	int quoted; /* Stalin, quoted in Service, Trotsky */
	int loose; /* not plainly a citation: the title may be a description, the author a subject
		    */
} citation;

/* The citations of a source so far. */
typedef struct cited {
	citation *at; /* those of a certain author and a title; free it */
	size_t count, size;
	citation last;
	int any;
} cited;

/* Reads [from, to) of a passage. */
void citation_read(const reading *r, size_t passage, uint32_t from, uint32_t to, citation *out);
/* Whether what was read in brackets is a citation rather than a remark. */
int citation_is_one(const citation *c);

/* The same, completed from those before: Ibid., a short title.  0: no memory. */
int cited_read(
	const reading *r, cited *all, size_t passage, uint32_t from, uint32_t to, citation *out);
/* Gives a quotation the work and page cited, where it has none.  0: no memory. */
int cite_work(reading *r, found *f, const citation *c);

/* notes.c: the works that notes behind quotations cite.  0: no memory. */
int cite_notes(reading *r);

#endif
