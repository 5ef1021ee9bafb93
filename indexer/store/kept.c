#include "kept.h"

#include <stdlib.h>

#include "reading.h"
#include "source.h"

#define SEEN_MOST (1 << 14) /* words whose numbers are kept */
#define SOURCES_MOST 2000
#define FORMS_MOST (1 << 14) /* of a list of words that is kept: some 3 MB */

static void forget_seen(kept_state *k)
{
	kt_map_free(k->seen);
	k->seen = NULL;
}

static void forget_sources(kept_state *k)
{
	kt_map_free(k->numbers);
	kt_arena_free(k->source_texts);
	k->numbers = NULL;
	k->source_texts = NULL;
}

void kept_forget(kept_state *k)
{
	forget_seen(k);
	forget_sources(k);
	k->has_languages = 0;
	k->has_average = 0;
}

void kept_release(kept_state *k)
{
	kept_forget(k);
	free(k->occurrences);
	free(k->sources);
	kt_conflation_free(k->conflation);
	while (k->words_count)
		kt_words_free(k->words[--k->words_count]);
}

/* ---- of the program ---- */

kt_status kt_index_conflation(kt_index *index, kt_conflation **out, kt_error *err)
{
	kept_state *k = &index->kept;
	kt_status status = k->conflation ? KT_OK : kt_conflation_new(&k->conflation, err);

	*out = k->conflation;
	return status;
}

kt_status kt_index_take_words(kt_index *index, kt_words **out, kt_error *err)
{
	kept_state *k = &index->kept;

	if (!k->words_count)
		return kt_words_new(out, err);
	*out = k->words[--k->words_count];
	return KT_OK;
}

void kt_index_give_words(kt_index *index, kt_words *words)
{
	kept_state *k = &index->kept;

	if (words && k->words_count < KEPT_WORDS && kt_words_count(words) < FORMS_MOST)
		k->words[k->words_count++] = words;
	else
		kt_words_free(words);
}

/* ---- of the index ---- */

kt_status kept_occurrences(
	kept_state *k, xap_reader *reader, kt_str term, uint64_t *occurrences, kt_error *err)
{
	uint32_t *at;
	size_t count;
	kt_status status;

	*occurrences = 0;
	if (k->seen && kt_map_count(k->seen) >= SEEN_MOST)
		forget_seen(k);
	status = k->seen ? KT_OK : kt_map_new(&k->seen, err);
	if (status)
		return status;
	at = kt_map_get(k->seen, term);
	if (at) {
		*occurrences = k->occurrences[*at];
		return KT_OK;
	}
	status = xap_reader_term(reader, term, NULL, occurrences, err);
	if (status)
		return status;
	count = kt_map_count(k->seen);
	if (!kt_grow((void **)&k->occurrences, &k->occurrences_size, count,
		    sizeof *k->occurrences) ||
		!kt_map_put(k->seen, term, (uint32_t)count, NULL))
		return kt_fail(err, KT_ENOMEM, "no memory for what is known of words");
	k->occurrences[count] = *occurrences;
	return KT_OK;
}

static kt_str key_of(const uint32_t *number)
{
	return (kt_str) { (const char *)number, sizeof *number };
}

const kt_source_record *kept_source(const kept_state *k, uint32_t number)
{
	const uint32_t *at = k->numbers ? kt_map_get(k->numbers, key_of(&number)) : NULL;

	return at ? &k->sources[*at] : NULL;
}

kt_status kept_add_source(kept_state *k, const kt_source_record *source, kt_error *err)
{
	kt_source_record copy = *source;
	kt_status status = KT_OK;
	size_t count;

	if (k->numbers && kt_map_count(k->numbers) >= SOURCES_MOST)
		forget_sources(k);
	if (!k->numbers)
		status = kt_map_new(&k->numbers, err);
	if (!status && !k->source_texts)
		status = kt_arena_new(&k->source_texts, err);
	if (!status)
		status = source_keep(&copy, k->source_texts, err);
	if (status)
		return status;
	count = kt_map_count(k->numbers);
	if (!kt_grow((void **)&k->sources, &k->source_size, count, sizeof copy) ||
		!kt_map_put(k->numbers, key_of(&source->number), (uint32_t)count, NULL))
		return kt_fail(err, KT_ENOMEM, "no memory for what is known of sources");
	k->sources[count] = copy;
	return KT_OK;
}
