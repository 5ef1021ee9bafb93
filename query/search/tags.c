/* tags.c - passages by their tags where terms alone do not decide: names of several bearers. */
#include <stdlib.h>
#include <string.h>

#include "plan.h"

static int is_asked(const leaf *l, kt_str id)
{
	const element *e = &l->elements[0];
	size_t prefix = kt_term_prefix(l->field).len;

	for (size_t i = 0; i < e->count; i++) {
		kt_str term = e->sequences[i].terms[0];

		if (kt_str_equal(kt_str_sub(term, prefix, term.len), id))
			return 1;
	}
	return 0;
}

/* A place that may mean several of them counts once. */
static kt_status add_mentions(leaf *l, uint32_t id, const kt_passage *passage, kt_error *err)
{
	uint32_t count = 0, end = 0;
	int any = 0;

	for (size_t i = 0; i < passage->mention_count; i++) {
		const kt_mention *m = &passage->mentions[i];

		if (m->kind > KT_MENTION_ORGANISATION || !is_asked(l, m->id))
			continue;
		if (!any || m->start >= end) {
			count++;
			end = m->end;
		}
		any = 1;
	}
	return count ? documents_add(&l->found, id, count, 0, err) : KT_OK;
}

/* A passage where a bearer is mentioned, and how often. */
typedef struct mentioned {
	uint32_t id, count, bearer;
} mentioned;

typedef struct all_mentioned {
	mentioned *at;
	size_t count, size;
	uint32_t bearer; /* that is being read */
} all_mentioned;

static kt_status add_mentioned(void *context, uint32_t id, uint32_t count, kt_error *err)
{
	all_mentioned *all = context;

	if (!kt_grow((void **)&all->at, &all->size, all->count, sizeof *all->at))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	all->at[all->count++] = (mentioned) { id, count, all->bearer };
	return KT_OK;
}

static int by_passage(const void *a, const void *b)
{
	const mentioned *x = a, *y = b;

	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	return (x->bearer > y->bearer) - (x->bearer < y->bearer);
}

/* Where one after another is mentioned in a passage. */
typedef struct places {
	uint32_t *at, *other;
	size_t size, other_size;
} places;

static kt_status read_places(plan *p, const leaf *l, const mentioned *m, uint32_t **at,
	size_t *size, size_t *count, kt_error *err)
{
	return xap_reader_positions(p->reader, m->id, l->elements[0].sequences[m->bearer].terms[0],
		at, size, count, err);
}

/* The number of places in a passage where any of several bearers is mentioned: that of the first,
 * when all stand at the same words.  0: that is not how it is. */
static kt_status count_shared(plan *p, const leaf *l, places *s, const mentioned *of,
	size_t bearers, uint32_t *out, kt_error *err)
{
	size_t count, others;
	kt_status status = read_places(p, l, &of[0], &s->at, &s->size, &count, err);

	*out = of[0].count;
	for (size_t i = 1; !status && *out && i < bearers; i++) {
		status = read_places(p, l, &of[i], &s->other, &s->other_size, &others, err);
		if (!status && (others != count || of[i].count != of[0].count ||
				       memcmp(s->at, s->other, count * sizeof *s->at)))
			*out = 0;
	}
	return status;
}

/* The passage's record tells, where some places are of one bearer and some of another. */
static kt_status count_by_record(plan *p, leaf *l, kt_arena *arena, uint32_t id, kt_error *err)
{
	kt_passage passage;
	kt_status status;

	kt_arena_clear(arena);
	status = kt_index_passage(p->index, arena, id, &passage, err);
	return status ? status : add_mentions(l, id, &passage, err);
}

static kt_status count_passages(
	plan *p, leaf *l, const all_mentioned *all, kt_arena *arena, kt_error *err)
{
	places shared = { NULL, NULL, 0, 0 };
	kt_status status = KT_OK;

	for (size_t i = 0, next; !status && i < all->count; i = next) {
		const mentioned *m = &all->at[i];
		uint32_t count = m->count;

		for (next = i + 1; next < all->count && all->at[next].id == m->id;)
			next++;
		if (next > i + 1)
			status = count_shared(p, l, &shared, m, next - i, &count, err);
		if (!status)
			status = count ? documents_add(&l->found, m->id, count, 0, err)
				       : count_by_record(p, l, arena, m->id, err);
	}
	free(shared.at);
	free(shared.other);
	return status;
}

/* A passage that mentions one of them mentions any as often; only where several are mentioned must
 * it be told whether they are at the same places. */
kt_status documents_of_tag(plan *p, leaf *l, kt_error *err)
{
	const element *e = &l->elements[0];
	all_mentioned all = { NULL, 0, 0, 0 };
	kt_arena *arena = NULL;
	kt_status status = KT_OK;

	if (e->count < 2 || l->node->field == KT_ASK_BY)
		return KT_OK;
	status = kt_arena_new(&arena, err);
	for (; !status && all.bearer < e->count; all.bearer++)
		status = xap_reader_postings(p->reader, e->sequences[all.bearer].terms[0], NULL, 0,
			add_mentioned, &all, err);
	if (!status && all.count)
		qsort(all.at, all.count, sizeof *all.at, by_passage);
	if (!status)
		status = count_passages(p, l, &all, arena, err);
	free(all.at);
	kt_arena_free(arena);
	return status;
}
