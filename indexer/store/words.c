/* words.c - asking for a word by its form, by postings and by streams. */
#include <string.h>

#include "reading.h"
#include "state.h"

/* ---- how often ---- */

static kt_status read_counts(kt_index *index, kt_error *err)
{
	kt_status status;

	if (index->counted)
		return KT_OK;
	status = kt_index_get(index, &index->value, KT_STR(STREAM_COUNTS_KEY), err);
	if (!status)
		status = stream_counts_decode(&index->common, kt_buf_str(&index->value), err);
	index->counted = !status;
	return status;
}

kt_status kt_index_word(
	kt_index *index, kt_str form, uint32_t *documents, uint64_t *occurrences, kt_error *err)
{
	unsigned number = kt_common_number(form);
	kt_status status;

	if (!number)
		return documents ? xap_reader_term(index->reader, form, documents, occurrences, err)
				 : kept_occurrences(
					   &index->kept, index->reader, form, occurrences, err);
	status = read_counts(index, err);
	if (documents)
		*documents = status ? 0 : index->common.documents[number];
	if (occurrences)
		*occurrences = status ? 0 : index->common.occurrences[number];
	return status;
}

kt_status kt_index_words(
	kt_index *index, kt_str prefix, xap_string_fn fn, void *context, kt_error *err)
{
	kt_status status = xap_reader_terms(index->reader, prefix, fn, context, err);

	if (!status)
		status = read_counts(index, err);
	for (unsigned i = 1; !status && i <= KT_COMMON_WORDS; i++)
		if (index->common.documents[i] && kt_str_starts(kt_common_form(i), prefix))
			status = fn(context, kt_common_form(i), err);
	return status;
}

/* ---- where ---- */

kt_status kt_index_postings(kt_index *index, kt_str term, const uint32_t *in, size_t count,
	xap_posting_fn fn, void *context, kt_error *err)
{
	if (kt_common_number(term))
		return kt_index_runs(
			index, &(kt_word_set) { &term, 1 }, 1, in, count, fn, context, err);
	return xap_reader_postings(index->reader, term, in, count, fn, context, err);
}

/* Whether a passage has a word: postings are kept open, since many passages are asked about. */
static kt_status has_word(
	kt_index *index, uint32_t id, kt_str form, uint64_t key, int *yes, kt_error *err)
{
	open_postings *kept = &index->open[key % OPEN_POSTINGS];
	kt_status status = KT_OK;

	if (!kept->postings || !kt_str_equal(kt_buf_str(&kept->form), form)) {
		xap_postings_free(kept->postings);
		kept->postings = NULL;
		kt_buf_clear(&kept->form);
		kt_buf_add(&kept->form, form);
		status = kt_buf_status(&kept->form, err);
		if (!status)
			status = xap_postings_open(&kept->postings, index->reader, form, err);
	}
	return status ? status : xap_postings_have(kept->postings, id, yes, err);
}

/* Puts the positions of the words with a code, the first of which is word i. */
static kt_status put_positions(const stream_view *v, uint32_t code, size_t i, uint32_t **at,
	size_t *size, size_t *count, kt_error *err)
{
	stream_places places;

	for (stream_places_begin(&places, v); i < v->count; i = stream_find(v, code, i + 1)) {
		if (!kt_grow((void **)at, size, *count, sizeof **at))
			return kt_fail(err, KT_ENOMEM, "no memory for positions");
		(*at)[(*count)++] = stream_position(&places, i);
	}
	return KT_OK;
}

/* A field's terms have capitals, and positions of their own. */
static int is_word(kt_str term)
{
	return term.len && (term.ptr[0] < 'A' || term.ptr[0] > 'Z');
}

kt_status kt_index_positions(kt_index *index, uint32_t id, kt_str term, uint32_t **at, size_t *size,
	size_t *count, kt_error *err)
{
	uint64_t key;
	uint32_t code;
	stream_view v;
	size_t first;
	int yes = 1;
	kt_status status = KT_OK;

	*count = 0;
	if (!is_word(term))
		return xap_reader_positions(index->reader, id, term, at, size, count, err);
	if (!forward_words(&index->words, id, &v))
		return forward_corrupt(id, err);
	key = stream_key_of(term);
	code = stream_code(key, v.coding);
	first = stream_find(&v, code, 0);
	if (first == v.count)
		return KT_OK;
	if (key >= STREAM_COMMON_CODES)
		status = has_word(index, id, term, key, &yes, err);
	return status || !yes ? status : put_positions(&v, code, first, at, size, count, err);
}

int kt_index_has_words(kt_index *index, uint32_t id, const kt_tokens *tokens, const kt_words *words)
{
	stream_places places;
	uint32_t others = 0;
	stream_view v;

	if (!forward_words(&index->words, id, &v) || v.count != tokens->count)
		return 0;
	stream_places_begin(&places, &v);
	for (size_t i = 0; i < v.count; i++) {
		uint32_t form = tokens->at[i].form;
		uint64_t key = stream_key(kt_words_common(words, form), kt_words_hash(words, form));

		if (stream_code_at(&v, i) != stream_code(key, v.coding) ||
			stream_position(&places, i) != tokens->at[i].position)
			return 0;
		others += key >= STREAM_COMMON_CODES;
	}
	return others == kt_index_length(index, id);
}

uint32_t kt_index_times(kt_index *index, uint32_t id, kt_str form)
{
	uint32_t code, times = 0;
	stream_view v;

	if (!forward_words(&index->words, id, &v))
		return 0;
	code = stream_code(stream_key_of(form), v.coding);
	for (size_t i = 0; (i = stream_find(&v, code, i)) < v.count; i++)
		times++;
	return times;
}

uint32_t kt_index_length(kt_index *index, uint32_t id)
{
	return forward_length(&index->words, id);
}

static kt_status read_number(kt_index *index, state_key key, uint64_t *out, kt_error *err)
{
	kt_status status = kt_index_get(index, &index->value, state_name(key), err);

	if (!status && !state_parse(out, kt_buf_str(&index->value)))
		status = kt_fail(
			err, KT_ECORRUPT, "%s: does not say how much is in it", index->path.ptr);
	return status;
}

kt_status kt_index_average_length(kt_index *index, double *words, kt_error *err)
{
	uint64_t all = 0, passages = 0, common = 0;
	kept_state *k = &index->kept;
	kt_status status = k->has_average ? KT_OK : read_counts(index, err);

	*words = k->average;
	if (status || k->has_average)
		return status;
	status = read_number(index, STATE_WORDS, &all, err);
	if (!status)
		status = read_number(index, STATE_PASSAGES, &passages, err);
	for (unsigned i = 1; !status && i <= KT_COMMON_WORDS; i++)
		common += index->common.occurrences[i];
	k->average = passages && all > common ? (double)(all - common) / (double)passages : 1;
	k->has_average = !status;
	*words = k->average;
	return status;
}
