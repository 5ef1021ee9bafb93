/* notes.c - the work that the note behind a quotation cites: “...”[12]. */
#include "cited.h"

#include <stdlib.h>
#include <string.h>

enum { NOTE_MAX = 400, LABEL_MAX = 40 };

/* The notes of a source.  A note says its label ([12] or [^12]:), or those that say none are
 * numbered as the markers in the text are. */
typedef struct notes {
	citation *at; /* by passage of the note */
	kt_map *labels; /* to the passage of the note */
	uint32_t *plain; /* passages of the notes that say no label */
	size_t plain_count, plain_size;
	unsigned markers; /* the highest number of a marker */
} notes;

/* The label within a marker at `at`: 12 of [12], [^12] and ¹²; empty where none stands there. */
static kt_str label_at(kt_str text, size_t at)
{
	size_t length = note_marker(text, at);
	kt_str label = kt_str_sub(text, at, at + length);

	if (!length || text.ptr[at] != '[' || length > LABEL_MAX)
		return KT_STR("");
	label = kt_str_sub(label, 1, label.len - 1);
	return label.len && label.ptr[0] == '^' ? kt_str_sub(label, 1, label.len) : label;
}

static unsigned number_of(kt_str label)
{
	unsigned n = 0;

	if (!label.len || label.len > 5)
		return 0;
	for (size_t i = 0; i < label.len; i++) {
		if (label.ptr[i] < '0' || label.ptr[i] > '9')
			return 0;
		n = n * 10 + (unsigned)(label.ptr[i] - '0');
	}
	return n;
}

/* Finds the notes; reads what they cite. */
static int read_notes(reading *r, notes *n)
{
	cited all = { 0 };
	int ok = 1;

	for (size_t p = 0; ok && p < r->count; p++) {
		kt_str text = text_of(r, p), label;
		size_t from = 0, end;
		int added;

		if (kind_of(r, p) != KT_KIND_FOOTNOTE)
			continue;
		label = label_at(text, 0);
		if (label.len) {
			from = note_marker(text, 0);
			ok = kt_map_put(n->labels, label, (uint32_t)p, &added) != NULL;
		} else {
			ok = kt_grow((void **)&n->plain, &n->plain_size, n->plain_count,
				sizeof *n->plain);
			if (ok)
				n->plain[n->plain_count++] = (uint32_t)p;
		}
		for (end = from; end < text.len && end - from < NOTE_MAX && text.ptr[end] != ';';
			end++)
			;
		ok = ok && cited_read(r, &all, p, (uint32_t)from, (uint32_t)end, &n->at[p]);
	}
	free(all.at);
	return ok;
}

static void count_markers(const reading *r, notes *n)
{
	for (size_t p = 0; p < r->count; p++) {
		kt_str text = text_of(r, p);

		if (kind_of(r, p) == KT_KIND_FOOTNOTE)
			continue;
		for (const char *at = text.ptr, *end = text.ptr + text.len;
			at < end && (at = memchr(at, '[', (size_t)(end - at))) != NULL; at++) {
			unsigned number = number_of(label_at(text, (size_t)(at - text.ptr)));

			if (number > n->markers)
				n->markers = number;
		}
	}
}

/* What the note of a label cites, or NULL. */
static const citation *cited_in_note(const notes *n, kt_str label)
{
	uint32_t *passage = kt_map_get(n->labels, label);
	unsigned number = number_of(label);
	const citation *c;

	if (passage)
		c = &n->at[*passage];
	else if (number && n->markers == n->plain_count && number <= n->plain_count)
		c = &n->at[n->plain[number - 1]];
	else
		return NULL;
	return c->author.len && !c->loose && (c->title.len || c->year.len) ? c : NULL;
}

/* The label of the marker behind a quotation, a comma or a stop between them or not. */
static kt_str label_behind(const reading *r, const found *f)
{
	kt_str text = text_of(r, f->passage);
	size_t at = f->to;

	while (at < text.len && at < f->to + 3u && strchr(".,;:!?)", text.ptr[at]) && text.ptr[at])
		at++;
	return at < text.len ? label_at(text, at) : KT_STR("");
}

/* The note behind a term is as often of the sentence. */
static int is_cited(const reading *r, const found *f)
{
	enum { TERM_WORDS = 4 };
	kt_str inside = kt_str_sub(text_of(r, f->passage), f->start, f->end);

	return f->kind != KT_QUOTATION_TITLE && !f->work.len &&
	       (f->told == TOLD_WHO || count_case(inside).words > TERM_WORDS);
}

int cite_notes(reading *r)
{
	notes n = { 0 };
	size_t footnotes = 0;
	int ok = 0;

	for (size_t p = 0; p < r->count; p++)
		footnotes += kind_of(r, p) == KT_KIND_FOOTNOTE;
	if (!footnotes || !r->finds.count)
		return 1;
	n.at = calloc(r->count, sizeof *n.at);
	if (!n.at || kt_map_new(&n.labels, NULL) || !read_notes(r, &n))
		goto out;
	if (n.plain_count)
		count_markers(r, &n);
	ok = 1;
	for (size_t i = 0; ok && i < r->finds.count; i++) {
		found *f = &r->finds.at[i];
		kt_str label = label_behind(r, f);
		const citation *c = label.len && is_cited(r, f) ? cited_in_note(&n, label) : NULL;

		ok = !c || cite_work(r, f, c);
	}
out:
	free(n.at);
	free(n.plain);
	kt_map_free(n.labels);
	return ok;
}
