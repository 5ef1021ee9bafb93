/* runs.c - where words stand one behind the other.
 *
 * Postings tell which passages have all the words, the rarest asked first; the codes of their
 * streams tell where.  A code counts only for a form that the passage is known to have. */
#include <stdlib.h>

#include "reading.h"

/* A passage that has a form. */
typedef struct form_at {
	uint32_t id, form;
} form_at;

/* A place of the run, and what may stand there. */
typedef struct place {
	const kt_word_set *set;
	uint64_t *keys; /* of its forms */
	uint64_t documents; /* that have them, those with several counted several times */
	uint64_t common[STREAM_COMMON_CODES / 64]; /* codes of its common words */
	int common_count;
	form_at *at; /* its other forms, by passage */
	size_t count, size, next;
	uint32_t *codes; /* of these, in the passage at hand */
	size_t code_count;
} place;

typedef struct running {
	kt_index *index;
	place *places, **order; /* order: the rarest first */
	size_t count, pivot; /* pivot: the place that is looked for */
	uint32_t *candidates; /* `in`, where it is our own */
	const uint32_t *in; /* the passages that are left; NULL: all */
	size_t in_count;
	xap_postings *all; /* documents; NULL: none was deleted */
	xap_posting_fn fn;
	void *context;
} running;

static kt_status no_memory(kt_error *err)
{
	return kt_fail(err, KT_ENOMEM, "no memory for a phrase");
}

/* ---- the places ---- */

static kt_status begin_place(running *run, place *p, const kt_word_set *set, kt_error *err)
{
	kt_status status = KT_OK;

	p->set = set;
	p->keys = calloc(set->count + 1, sizeof *p->keys);
	p->codes = calloc(set->count + 1, sizeof *p->codes);
	if (!p->keys || !p->codes)
		return no_memory(err);
	for (size_t i = 0; !status && i < set->count; i++) {
		uint64_t key = stream_key_of(set->forms[i]);
		uint32_t documents;

		p->keys[i] = key;
		status = kt_index_word(run->index, set->forms[i], &documents, NULL, err);
		p->documents += documents;
		if (key >= STREAM_COMMON_CODES)
			continue;
		p->common[key / 64] |= (uint64_t)1 << key % 64;
		p->common_count++;
	}
	return status;
}

static int by_rarity(const void *a, const void *b)
{
	const place *x = *(place *const *)a, *y = *(place *const *)b;

	if (x->documents != y->documents)
		return x->documents < y->documents ? -1 : 1;
	return (x > y) - (x < y);
}

static kt_status begin(running *run, const kt_word_set *sets, size_t count, kt_error *err)
{
	kt_status status = KT_OK;

	run->places = calloc(count, sizeof *run->places);
	run->order = calloc(count, sizeof *run->order);
	if (!run->places || !run->order)
		return no_memory(err);
	run->count = count;
	for (size_t i = 0; !status && i < count; i++) {
		run->order[i] = &run->places[i];
		status = begin_place(run, &run->places[i], &sets[i], err);
	}
	qsort(run->order, count, sizeof *run->order, by_rarity);
	run->pivot = (size_t)(run->order[0] - run->places);
	return status;
}

static void end(running *run)
{
	for (size_t i = 0; run->places && i < run->count; i++) {
		free(run->places[i].keys);
		free(run->places[i].codes);
		free(run->places[i].at);
	}
	free(run->places);
	free(run->order);
	free(run->candidates);
	xap_postings_free(run->all);
}

/* ---- passages that have the words ---- */

typedef struct reading_form {
	place *place;
	uint32_t form;
} reading_form;

static kt_status add_form_at(void *context, uint32_t id, uint32_t occurrences, kt_error *err)
{
	reading_form *r = context;
	place *p = r->place;

	(void)occurrences;
	if (!kt_grow((void **)&p->at, &p->size, p->count, sizeof *p->at))
		return no_memory(err);
	p->at[p->count++] = (form_at) { id, r->form };
	return KT_OK;
}

static int by_passage(const void *a, const void *b)
{
	const form_at *x = a, *y = b;

	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	return (x->form > y->form) - (x->form < y->form);
}

/* Who of the passages that are left has the place's forms, common words aside. */
static kt_status read_place(running *run, place *p, kt_error *err)
{
	kt_status status = KT_OK;
	size_t read = 0;

	for (size_t i = 0; !status && i < p->set->count; i++) {
		reading_form r = { p, (uint32_t)i };

		if (p->keys[i] < STREAM_COMMON_CODES)
			continue;
		status = xap_reader_postings(run->index->reader, p->set->forms[i], run->in,
			run->in_count, add_form_at, &r, err);
		read++;
	}
	if (read > 1 && p->count)
		qsort(p->at, p->count, sizeof *p->at, by_passage);
	return status;
}

/* Only these passages are left. */
static kt_status narrow(running *run, const place *p, kt_error *err)
{
	uint32_t *left = malloc((p->count + 1) * sizeof *left);
	size_t count = 0;

	if (!left)
		return no_memory(err);
	for (size_t i = 0; i < p->count; i++)
		if (!count || left[count - 1] != p->at[i].id)
			left[count++] = p->at[i].id;
	free(run->candidates);
	run->in = run->candidates = left;
	run->in_count = count;
	return KT_OK;
}

/* What has common words, too, narrows nothing; it comes last, when few are left to be read of. */
static kt_status read_places(running *run, kt_error *err)
{
	kt_status status = KT_OK;

	for (size_t i = 0; !status && i < run->count; i++) {
		if (run->order[i]->common_count)
			continue;
		status = read_place(run, run->order[i], err);
		if (!status)
			status = narrow(run, run->order[i], err);
	}
	for (size_t i = 0; !status && i < run->count; i++)
		if (run->order[i]->common_count)
			status = read_place(run, run->order[i], err);
	return status;
}

/* ---- places in a passage ---- */

static inline int fits(const place *p, uint32_t code)
{
	if (code < STREAM_COMMON_CODES)
		return (int)(p->common[code / 64] >> code % 64 & 1);
	for (size_t i = 0; i < p->code_count; i++)
		if (p->codes[i] == code)
			return 1;
	return 0;
}

/* The codes of the forms that the passage has.  Passages ascend. */
static void take_codes(place *p, uint32_t id, const stream_view *v)
{
	p->code_count = 0;
	while (p->next < p->count && p->at[p->next].id < id)
		p->next++;
	for (; p->next < p->count && p->at[p->next].id == id; p->next++)
		p->codes[p->code_count++] = stream_code(p->keys[p->at[p->next].form], v->coding);
}

/* The one code that fits in the passage at hand; 0: there are several. */
static uint32_t only_code(const place *p)
{
	if (!p->common_count)
		return p->code_count == 1 ? p->codes[0] : 0;
	return p->set->count == 1 ? (uint32_t)p->keys[0] : 0;
}

/* The first word at or behind `from` that fits the place, or v->count. */
static inline size_t find(const place *p, uint32_t only, const stream_view *v, size_t from)
{
	if (only)
		return stream_find(v, only, from);
	while (from < v->count && !fits(p, stream_code_at(v, from)))
		from++;
	return from;
}

/* Whether a run begins with word `from`. */
static inline int is_run(const running *run, const stream_view *v, size_t from)
{
	for (size_t i = 0; i < run->count; i++)
		if (i != run->pivot && !fits(&run->places[i], stream_code_at(v, from + i)))
			return 0;
	return 1;
}

static uint32_t plain_times(const running *run, const stream_view *v)
{
	const place *p = &run->places[run->pivot];
	uint32_t only = only_code(p), times = 0;

	for (size_t i = run->pivot; (i = find(p, only, v, i)) < v->count; i++)
		times += i - run->pivot + run->count <= v->count && is_run(run, v, i - run->pivot);
	return times;
}

/* Whether the places from the second on stand behind word `from`, some of the words being aside. */
static int follows(const running *run, const stream_view *v, size_t from)
{
	stream_places places;
	uint32_t wanted;
	size_t next = 1;

	stream_places_begin(&places, v);
	wanted = stream_position(&places, from) + 1;
	for (size_t i = from + 1; next < run->count && i < v->count; i++) {
		uint32_t position = stream_position(&places, i);

		if (position > wanted)
			return 0;
		if (position == wanted && fits(&run->places[next], stream_code_at(v, i))) {
			wanted++;
			next++;
		}
	}
	return next == run->count;
}

static uint32_t times_in(const running *run, const stream_view *v)
{
	uint32_t times = 0;

	if (!v->aside_count)
		return v->count < run->count ? 0 : plain_times(run, v);
	for (size_t i = 0; i < v->count; i++)
		times += fits(&run->places[0], stream_code_at(v, i)) && follows(run, v, i);
	return times;
}

static kt_status run_in(running *run, uint32_t id, kt_error *err)
{
	stream_view v;
	uint32_t times;
	int there = 1;
	kt_status status = KT_OK;

	if (!forward_words(&run->index->words, id, &v))
		return forward_corrupt(id, err);
	for (size_t i = 0; i < run->count; i++)
		take_codes(&run->places[i], id, &v);
	times = times_in(run, &v);
	if (times && run->all)
		status = xap_postings_have(run->all, id, &there, err);
	return status || !times || !there ? status : run->fn(run->context, id, times, err);
}

/* Of common words alone: in all passages.  Where some were deleted, their words are still there. */
static kt_status run_in_all(running *run, kt_error *err)
{
	xap_reader *reader = run->index->reader;
	uint32_t last, documents;
	kt_status status = xap_reader_last(reader, &last, err);

	if (!status)
		status = xap_reader_count(reader, &documents, err);
	if (!status && documents < last)
		status = xap_postings_open(&run->all, reader, KT_STR(""), err);
	for (uint32_t id = 1; !status && id <= last; id++)
		status = run_in(run, id, err);
	return status;
}

kt_status kt_index_runs(kt_index *index, const kt_word_set *sets, size_t count, const uint32_t *in,
	size_t in_count, xap_posting_fn fn, void *context, kt_error *err)
{
	running run = {
		.index = index, .in = in, .in_count = in_count, .fn = fn, .context = context
	};
	kt_status status = count ? begin(&run, sets, count, err) : KT_OK;

	if (!status && count && run.order[0]->documents) {
		status = read_places(&run, err);
		if (!status && !run.in)
			status = run_in_all(&run, err);
		for (size_t i = 0; !status && run.in && i < run.in_count; i++)
			status = run_in(&run, run.in[i], err);
	}
	end(&run);
	return status;
}
