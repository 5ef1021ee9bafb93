/* common.c - function words in a plan.  The common ones (the, of, и) are no terms of Xapian's: the
 * documents that have them are worked out from the streams of the passages. */
#include <math.h>
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
	for (size_t i = 0; i < s->count; i++)
		if (kt_common_number(s->terms[i]))
			return 1;
	return 0;
}

int has_listed(const element *e)
{
	for (size_t i = 0; i < e->count; i++)
		if (is_listed(&e->sequences[i]))
			return 1;
	return 0;
}

int is_common(const element *e, kt_common_set *set)
{
	int some = 0;

	for (size_t i = 0; i < e->count; i++)
		if (e->sequences[i].count == 1 && kt_common_set_add(set, e->sequences[i].terms[0]))
			some = 1;
		else if (is_listed(&e->sequences[i]))
			return 0;
	return some;
}

size_t common_run(const leaf *l, size_t *from, kt_common_set *sets)
{
	size_t most = l->slop ? 1 : l->count, count = 0;

	for (; *from < l->count && count < most; ++*from) {
		sets[count] = (kt_common_set) { { 0 } };
		if (is_common(&l->elements[*from], &sets[count]))
			count++;
		else if (count)
			break;
	}
	return count;
}

static kt_status list_posting(void *context, uint32_t id, uint32_t occurrences, kt_error *err)
{
	return documents_add(context, id, occurrences, 0, err);
}

kt_status documents_of_runs(plan *p, const kt_common_set *sets, size_t count, const uint32_t *in,
	size_t in_count, documents *out, kt_error *err)
{
	return kt_index_common_runs(p->index, sets, count, in, in_count, list_posting, out, err);
}

/* BM25's weight of a word that stands in these documents, their lengths left aside. */
kt_status documents_weigh(plan *p, documents *d, kt_error *err)
{
	uint32_t all;
	kt_status status = xap_reader_count(p->reader, &all, err);
	double having = (double)d->count;
	double rarity = status ? 0 : log(1 + (all - having + 0.5) / (having + 0.5));

	for (size_t i = 0; !status && i < d->count; i++)
		d->weights[i] =
			rarity * (1 + RANKING_K1) * d->counts[i] / (RANKING_K1 + d->counts[i]);
	return status;
}

kt_status documents_join(documents *d, const documents *other, kt_error *err)
{
	documents both = { NULL, NULL, NULL, 0, 0 };
	kt_status status = KT_OK;
	size_t i = 0, k = 0;

	while (!status && (i < d->count || k < other->count)) {
		uint32_t a = i < d->count ? d->ids[i] : UINT32_MAX;
		uint32_t b = k < other->count ? other->ids[k] : UINT32_MAX;
		uint32_t count = 0;

		if (a <= b)
			count += d->counts[i++];
		if (b <= a)
			count += other->counts[k++];
		status = documents_add(&both, a < b ? a : b, count, 0, err);
	}
	documents_release(d);
	*d = both;
	return status;
}

static kt_status list_sequences(plan *p, element *e, kt_error *err)
{
	kt_status status = KT_OK;

	for (size_t i = 0; !status && i < e->count; i++) {
		documents one = { NULL, NULL, NULL, 0, 0 };

		if (e->sequences[i].count == 1 || !is_listed(&e->sequences[i]))
			continue;
		status = documents_of_sequence(p, &e->sequences[i], &one, err);
		if (!status)
			status = documents_join(&e->listed, &one, err);
		documents_release(&one);
	}
	return status;
}

kt_status list_element(plan *p, element *e, kt_error *err)
{
	kt_common_set set = { { 0 } };
	kt_status status = KT_OK;
	int some = 0;

	if (e->is_listed)
		return KT_OK;
	for (size_t i = 0; i < e->count; i++)
		if (e->sequences[i].count == 1)
			some |= kt_common_set_add(&set, e->sequences[i].terms[0]);
	if (some)
		status = documents_of_runs(p, &set, 1, NULL, 0, &e->listed, err);
	if (!status)
		status = list_sequences(p, e, err);
	if (!status)
		status = documents_weigh(p, &e->listed, err);
	e->is_listed = !status;
	return status;
}
