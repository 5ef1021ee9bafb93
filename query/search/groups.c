/* groups.c - the passages of several words, by how often they have each.
 *
 * Passages are gone through in windows: how often the words stand in those of a window is gathered
 * in one table, list by list.  So lists need not be merged, which is slow, since no processor can
 * foretell which of them comes next. */
#include "groups.h"

#include <stdlib.h>
#include <string.h>

#define WINDOW 2048u /* passages; a power of two */

/* The postings of a form that are still to be met. */
typedef struct list {
	const xap_posting *at, *end;
	size_t word;
} list;

typedef struct meeting {
	groups *out;
	list *lists;
	size_t count;
	uint32_t base; /* of the window */
	uint64_t *times; /* planes of each of its passages */
	uint64_t bits[WINDOW / 64]; /* which of them have any word */
	uint32_t *table; /* from planes to the number of a group + 1; open addressing */
	size_t mask;
} meeting;

static size_t lists_of(const postings *const *words, size_t count, list *out)
{
	size_t made = 0;

	for (size_t i = 0; i < count; i++) {
		const postings *p = words[i];
		size_t from = 0;

		for (size_t k = 0; k < p->list_count; from = p->ends[k++])
			if (from < p->ends[k])
				out[made++] = (list) { p->at + from, p->at + p->ends[k], i };
	}
	return made;
}

/* ---- groups ---- */

static inline int same_times(const uint64_t *a, const uint64_t *b, size_t planes)
{
	for (size_t i = 0; i < planes; i++)
		if (a[i] != b[i])
			return 0;
	return 1;
}

static inline size_t hash_times(const uint64_t *times, size_t planes)
{
	uint64_t hash = 0;

	for (size_t i = 0; i < planes; i++)
		hash = ((hash >> 32) ^ hash ^ times[i]) * UINT64_C(0x9E3779B97F4A7C15);
	return (size_t)(hash >> 32);
}

static kt_status widen(meeting *m, kt_error *err)
{
	size_t mask = m->table ? m->mask * 2 + 1 : 255;
	uint32_t *table = calloc(mask + 1, sizeof *table);
	const groups *g = m->out;

	if (!table)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	for (size_t i = 0; i < g->count; i++) {
		size_t at = hash_times(g->times + i * g->planes, g->planes) & mask;

		while (table[at])
			at = (at + 1) & mask;
		table[at] = (uint32_t)i + 1;
	}
	free(m->table);
	m->table = table;
	m->mask = mask;
	return KT_OK;
}

static kt_status add_group(meeting *m, const uint64_t *times, size_t at, kt_error *err)
{
	groups *g = m->out;

	if (!kt_grow((void **)&g->at, &g->size, g->count, sizeof *g->at) ||
		!kt_grow(
			(void **)&g->times, &g->times_size, g->count, g->planes * sizeof *g->times))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	memcpy(g->times + g->count * g->planes, times, g->planes * sizeof *times);
	g->at[g->count++] = (group) { g->passage_count, g->passage_count, 0 };
	m->table[at] = (uint32_t)g->count;
	return g->count * 2 > m->mask ? widen(m, err) : KT_OK;
}

static inline kt_status add_passage(
	meeting *m, uint32_t id, const uint64_t *times, size_t planes, kt_error *err)
{
	groups *g = m->out;
	size_t at = hash_times(times, planes) & m->mask;
	uint32_t number, place;
	group *to;

	while (m->table[at] && !same_times(g->times + (m->table[at] - 1) * planes, times, planes))
		at = (at + 1) & m->mask;
	number = m->table[at];
	if (!number) {
		kt_status status = add_group(m, times, at, err);

		if (status)
			return status;
		number = (uint32_t)g->count;
	}
	to = &g->at[number - 1];
	place = g->passage_count++;
	g->passages[to->last].next = place;
	g->passages[place] = (grouped) { id, 0 };
	to->last = place;
	to->count++;
	return KT_OK;
}

/* ---- windows ---- */

/* Where the next window is; 0: there is none. */
static int next_window(meeting *m)
{
	uint32_t first = UINT32_MAX;

	for (size_t i = 0; i < m->count; i++) {
		const list *l = &m->lists[i];

		if (l->at == l->end)
			m->lists[i--] = m->lists[--m->count];
		else if (l->at->id < first)
			first = l->at->id;
	}
	m->base = first & ~(WINDOW - 1);
	return m->count > 0;
}

static inline void gather(meeting *m, list *l, size_t planes)
{
	unsigned char *times = (unsigned char *)m->times + l->word;
	const xap_posting *at = l->at, *end = l->end;
	uint32_t base = m->base;

	for (; at < end && at->id - base < WINDOW; at++) {
		uint32_t i = at->id - base;
		unsigned char *here = &times[i * planes * sizeof *m->times];
		uint32_t now = *here + at->occurrences;

		*here = (unsigned char)(now < GROUP_TIMES ? now : GROUP_TIMES);
		m->bits[i / 64] |= UINT64_C(1) << i % 64;
	}
	l->at = at;
}

/* Has code of its own for one plane, the usual case: then nothing loops over planes. */
static inline __attribute__((always_inline)) kt_status run_window(
	meeting *m, size_t planes, kt_error *err)
{
	kt_status status = KT_OK;

	for (size_t i = 0; i < m->count; i++)
		gather(m, &m->lists[i], planes);
	for (uint32_t part = 0; !status && part < WINDOW / 64; part++) {
		uint64_t bits = m->bits[part];

		m->bits[part] = 0;
		for (; !status && bits; bits &= bits - 1) {
			uint32_t i = part * 64 + (uint32_t)__builtin_ctzll(bits);
			uint64_t *times = m->times + i * planes;

			status = add_passage(m, m->base + i, times, planes, err);
			for (size_t k = 0; k < planes; k++)
				times[k] = 0;
		}
	}
	return status;
}

static kt_status meet(meeting *m, kt_error *err)
{
	size_t planes = m->out->planes;
	kt_status status = widen(m, err);

	if (planes == 1)
		while (!status && next_window(m))
			status = run_window(m, 1, err);
	while (!status && next_window(m))
		status = run_window(m, planes, err);
	return status;
}

kt_status groups_make(groups *out, const postings *const *words, size_t count, kt_error *err)
{
	meeting m = { .out = out };
	size_t lists = 0, all = 0;
	kt_status status;

	*out = (groups) { .planes = count / GROUP_PLANE + (count % GROUP_PLANE > 0) };
	for (size_t i = 0; i < count; i++) {
		lists += words[i]->list_count;
		all += words[i]->count;
	}
	m.lists = malloc((lists + 1) * sizeof *m.lists);
	m.times = calloc(WINDOW, (out->planes ? out->planes : 1) * sizeof *m.times);
	out->passages = malloc((all + 1) * sizeof *out->passages);
	if (m.lists && m.times && out->passages) {
		m.count = lists_of(words, count, m.lists);
		status = meet(&m, err);
	} else {
		status = kt_fail(err, KT_ENOMEM, "out of memory");
	}
	free(m.lists);
	free(m.times);
	free(m.table);
	return status;
}

void groups_release(groups *g)
{
	free(g->at);
	free(g->times);
	free(g->passages);
	*g = (groups) { 0 };
}
