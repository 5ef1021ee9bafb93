/* common.c - function words in a plan.  The common ones (the, of, и) are no terms of Xapian's: the
 * documents that have them are worked out from the streams of the passages. */
#include <stdlib.h>
#include <string.h>

#include "plan.h"

/* Whose function words decide nothing in a script: of the languages of the index the first of
 * these, else the first that fits.  (A passage in German makes `war` no function word in an English
 * index.) */
static kt_language ruling_language(plan *p, kt_str form)
{
	static const char *const first[] = { "en", "ru" };
	kt_language one[2], fitting = kt_language_of("");

	for (kt_language *l = languages_of(p, one); l->code[0]; l++) {
		if (!kt_conflation_fits(*l, form))
			continue;
		for (size_t i = 0; i < sizeof first / sizeof *first; i++)
			if (!strcmp(l->code, first[i]))
				return *l;
		if (!fitting.code[0])
			fitting = *l;
	}
	return fitting;
}

int is_stop_word(plan *p, kt_str form)
{
	return kt_common_number(form) || kt_stop_word(ruling_language(p, form), form);
}

int is_listed(const sequence *s)
{
	return s->count > 1 || kt_common_number(s->terms[0]);
}

int has_listed(const element *e)
{
	for (size_t i = 0; i < e->count; i++)
		if (is_listed(&e->sequences[i]))
			return 1;
	return 0;
}

int has_common(const element *e)
{
	for (size_t i = 0; i < e->count; i++)
		for (size_t k = 0; k < e->sequences[i].count; k++)
			if (kt_common_number(e->sequences[i].terms[k]))
				return 1;
	return 0;
}

static kt_status list_posting(void *context, uint32_t id, uint32_t occurrences, kt_error *err)
{
	return documents_add(context, id, occurrences, 0, err);
}

kt_status documents_of_runs(
	plan *p, const kt_word_set *sets, size_t count, documents *out, kt_error *err)
{
	return kt_index_runs(p->index, sets, count, NULL, 0, list_posting, out, err);
}

kt_status documents_weigh(plan *p, documents *d, kt_error *err)
{
	uint32_t all;
	kt_status status = xap_reader_count(p->reader, &all, err);
	double weight = status ? 0 : word_weight(all, d->count);

	for (size_t i = 0; !status && i < d->count; i++)
		d->weights[i] = weight * d->counts[i] / (RANKING_K1 + d->counts[i]);
	return status;
}

/* Room for so many, unfilled. */
static kt_status make_room(documents *d, size_t size, kt_error *err)
{
	*d = (documents) { malloc((size + 1) * sizeof *d->ids),
		malloc((size + 1) * sizeof *d->counts), malloc((size + 1) * sizeof *d->weights), 0,
		size + 1 };
	if (d->ids && d->counts && d->weights)
		return KT_OK;
	documents_release(d);
	return kt_fail(err, KT_ENOMEM, "out of memory");
}

static void put(documents *d, uint32_t id, uint32_t count)
{
	d->ids[d->count] = id;
	d->counts[d->count++] = count;
}

kt_status documents_join(documents *d, const documents *other, kt_error *err)
{
	documents both;
	kt_status status = make_room(&both, d->count + other->count, err);
	size_t i = 0, k = 0;

	if (status)
		return status;
	while (i < d->count && k < other->count) {
		if (d->ids[i] < other->ids[k]) {
			put(&both, d->ids[i], d->counts[i]);
			i++;
		} else if (d->ids[i] > other->ids[k]) {
			put(&both, other->ids[k], other->counts[k]);
			k++;
		} else {
			put(&both, d->ids[i], d->counts[i] + other->counts[k]);
			i++;
			k++;
		}
	}
	for (; i < d->count; i++)
		put(&both, d->ids[i], d->counts[i]);
	for (; k < other->count; k++)
		put(&both, other->ids[k], other->counts[k]);
	documents_release(d);
	*d = both;
	return KT_OK;
}

/* Lists to be made one: those of the same size are joined first, so that no document is copied more
 * often than there are doublings. */
typedef struct lists {
	documents at[64]; /* at[i]: of 2^i sequences, or none */
} lists;

static kt_status lists_add(lists *l, documents *one, kt_error *err)
{
	kt_status status = KT_OK;
	size_t i = 0;

	for (; !status && l->at[i].count; i++) {
		status = documents_join(one, &l->at[i], err);
		documents_release(&l->at[i]);
	}
	if (status)
		documents_release(one);
	else
		l->at[i] = *one;
	return status;
}

static kt_status lists_end(lists *l, documents *out, kt_error *err)
{
	kt_status status = KT_OK;

	for (size_t i = 0; i < sizeof l->at / sizeof *l->at; i++) {
		if (!status && l->at[i].count)
			status = documents_join(out, &l->at[i], err);
		documents_release(&l->at[i]);
	}
	return status;
}

static kt_status documents_of_one(plan *p, const sequence *s, documents *out, kt_error *err)
{
	return s->count > 1
		       ? documents_of_sequence(p, s, out, err)
		       : kt_index_postings(p->index, s->terms[0], NULL, 0, list_posting, out, err);
}

/* Common words, read in one go. */
static kt_status documents_of_common(plan *p, const element *e, documents *out, kt_error *err)
{
	kt_str *forms = plan_alloc(p, e->count, sizeof *forms, err);
	kt_word_set set = { forms, 0 };

	if (!forms)
		return KT_ENOMEM;
	for (size_t i = 0; i < e->count; i++)
		if (e->sequences[i].count == 1 && is_listed(&e->sequences[i]))
			forms[set.count++] = e->sequences[i].terms[0];
	return set.count ? documents_of_runs(p, &set, 1, out, err) : KT_OK;
}

kt_status documents_of_element(plan *p, const element *e, documents *out, kt_error *err)
{
	lists of_one = { 0 };
	documents one = { NULL, NULL, NULL, 0, 0 };
	kt_status status = has_common(e) ? documents_of_common(p, e, &one, err) : KT_OK;

	for (size_t i = 0;; i++) {
		if (!status && one.count)
			status = lists_add(&of_one, &one, err);
		else
			documents_release(&one);
		one = (documents) { NULL, NULL, NULL, 0, 0 };
		if (status || i == e->count)
			break;
		if (e->sequences[i].count > 1 || !is_listed(&e->sequences[i]))
			status = documents_of_one(p, &e->sequences[i], &one, err);
	}
	return lists_end(&of_one, out, status ? NULL : err) ? KT_ENOMEM : status;
}

/* As Xapian weighs a class whose words it knows. */
static kt_status weigh_as_class(plan *p, documents *d, kt_error *err)
{
	uint32_t all;
	double average, weight;
	kt_status status = xap_reader_count(p->reader, &all, err);

	if (!status)
		status = kt_index_average_length(p->index, &average, err);
	if (status)
		return status;
	weight = word_weight(all, d->count);
	for (size_t i = 0; i < d->count; i++)
		d->weights[i] =
			bm25(weight, d->counts[i], kt_index_length(p->index, d->ids[i]) / average);
	return KT_OK;
}

kt_status list_element(plan *p, element *e, kt_error *err)
{
	kt_status status = KT_OK;

	if (e->is_listed)
		return KT_OK;
	status = documents_of_element(p, e, &e->listed, err);
	if (!status)
		status = weigh_as_class(p, &e->listed, err);
	e->is_listed = !status;
	return status;
}
