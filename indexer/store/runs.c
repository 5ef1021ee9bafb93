/* runs.c - where words stand one behind the other.
 *
 * Postings tell which passages have all the words, the rarest asked first; the codes of their
 * streams tell where.  A code counts only for a form that the passage is known to have. */
#include <stdlib.h>

#include "reading.h"

/* A place of the run, and what may stand there. */
typedef struct place {
	const kt_word_set *set;
	uint64_t *keys; /* of its forms */
	uint64_t documents; /* that have them, those with several counted several times */
	unsigned char common[STREAM_COMMON_CODES]; /* 1: the code of one of its common words */
	int common_count;
	int is_sure; /* all passages that are left have its one form */
	xap_posting *at; /* of its other forms, by passage; `occurrences` is the form */
	size_t count, size, next;
	uint32_t *codes; /* of those that passage `of` has */
	size_t code_count;
	uint32_t of;
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
		p->common[key] = 1;
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

static int by_passage(const void *a, const void *b)
{
	const xap_posting *x = a, *y = b;

	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	return (x->occurrences > y->occurrences) - (x->occurrences < y->occurrences);
}

/* Who of the passages that are left has the place's forms, common words aside. */
static kt_status read_place(running *run, place *p, kt_error *err)
{
	kt_status status = KT_OK;
	size_t read = 0, first;

	for (size_t i = 0; !status && i < p->set->count; i++) {
		if (p->keys[i] < STREAM_COMMON_CODES)
			continue;
		first = p->count;
		status = xap_reader_list(run->index->reader, p->set->forms[i], run->in,
			run->in_count, &p->at, &p->size, &p->count, err);
		for (; first < p->count; first++)
			p->at[first].occurrences = (uint32_t)i;
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

static int is_one_word(const place *p)
{
	return p->set->count == 1 && !p->common_count;
}

/* Passages with all the words that stand alone at their places: Xapian meets their postings. */
static kt_status meet_words(running *run, xap_query **parts, size_t count, kt_error *err)
{
	xap_query *all;
	kt_status status = xap_query_join(&all, XAP_AND, parts, count, err);

	if (status)
		return status;
	status = xap_documents(run->index->reader, all, &run->candidates, &run->in_count, err);
	xap_query_free(all);
	run->in = run->candidates;
	return status;
}

/* Where the rarest place has one word, and others have, too. */
static kt_status read_words(running *run, kt_error *err)
{
	xap_query **parts = calloc(run->count, sizeof *parts);
	size_t count = 0;
	kt_status status = parts ? KT_OK : no_memory(err);

	for (size_t i = 0; !status && i < run->count; i++) {
		if (!is_one_word(run->order[i]))
			continue;
		status = xap_query_term(&parts[count], run->order[i]->set->forms[0], err);
		count += !status;
		run->order[i]->is_sure = 1;
	}
	if (!status)
		status = meet_words(run, parts, count, err);
	else
		while (count)
			xap_query_free(parts[--count]);
	free(parts);
	return status;
}

/* What has common words, too, narrows nothing; it comes last, when few are left to be read of. */
static kt_status read_places(running *run, kt_error *err)
{
	kt_status status = KT_OK;
	size_t words = 0;

	for (size_t i = 0; i < run->count; i++)
		words += (size_t)is_one_word(run->order[i]);
	if (!run->in && words > 1 && is_one_word(run->order[0]))
		status = read_words(run, err);
	for (size_t i = 0; !status && i < run->count; i++) {
		if (run->order[i]->common_count || run->order[i]->is_sure)
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

/* The codes of the forms that the passage has.  Passages ascend. */
static void take_codes(place *p, uint32_t id, const stream_view *v)
{
	p->of = id;
	if (p->is_sure) {
		p->codes[0] = stream_code(p->keys[0], v->coding);
		p->code_count = 1;
		return;
	}
	p->code_count = 0;
	while (p->next < p->count && p->at[p->next].id < id)
		p->next++;
	for (; p->next < p->count && p->at[p->next].id == id; p->next++)
		p->codes[p->code_count++] =
			stream_code(p->keys[p->at[p->next].occurrences], v->coding);
}

static inline int fits(place *p, uint32_t id, const stream_view *v, size_t word)
{
	uint32_t code = stream_code_at(v, word);

	if (code < STREAM_COMMON_CODES)
		return p->common[code];
	if (p->of != id)
		take_codes(p, id, v);
	for (size_t i = 0; i < p->code_count; i++)
		if (p->codes[i] == code)
			return 1;
	return 0;
}

/* The one code that fits; 0: there are several. */
static uint32_t only_code(const place *p)
{
	if (p->common_count)
		return p->set->count == 1 ? (uint32_t)p->keys[0] : 0;
	return p->code_count == 1 ? p->codes[0] : 0;
}

/* The first of the place's common words at or behind `from`, or v->count. */
static size_t find_common(const place *p, const stream_view *v, size_t from)
{
	const unsigned char *low = v->codes;

	for (; from < v->count; from++)
		if (p->common[low[from]] && stream_code_at(v, from) < STREAM_COMMON_CODES)
			break;
	return from;
}

/* Whether a run has its pivot at a word; what is most common is looked at first. */
static inline int is_run(const running *run, uint32_t id, const stream_view *v, size_t pivot)
{
	size_t from = pivot - run->pivot;

	if (from + run->count > v->count)
		return 0;
	for (size_t i = run->count; i-- > 1;) {
		place *p = run->order[i];

		if (!fits(p, id, v, from + (size_t)(p - run->places)))
			return 0;
	}
	return 1;
}

static uint32_t plain_times(const running *run, uint32_t id, const stream_view *v)
{
	place *p = &run->places[run->pivot];
	uint32_t only, times = 0;
	size_t i = run->pivot;

	take_codes(p, id, v);
	only = only_code(p);
	if (only)
		for (; (i = stream_find(v, only, i)) < v->count; i++)
			times += (uint32_t)is_run(run, id, v, i);
	else if (!p->code_count)
		for (; (i = find_common(p, v, i)) < v->count; i++)
			times += (uint32_t)is_run(run, id, v, i);
	else
		for (; i < v->count; i++)
			times += fits(p, id, v, i) && is_run(run, id, v, i);
	return times;
}

/* Whether the places from the second on stand behind word `from`, some of the words being aside. */
static int follows(const running *run, uint32_t id, const stream_view *v, size_t from)
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
		if (position == wanted && fits(&run->places[next], id, v, i)) {
			wanted++;
			next++;
		}
	}
	return next == run->count;
}

static uint32_t times_in(const running *run, uint32_t id, const stream_view *v)
{
	uint32_t times = 0;

	if (!v->aside_count)
		return v->count < run->count ? 0 : plain_times(run, id, v);
	for (size_t i = 0; i < v->count; i++)
		times += fits(&run->places[0], id, v, i) && follows(run, id, v, i);
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
	times = times_in(run, id, &v);
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
