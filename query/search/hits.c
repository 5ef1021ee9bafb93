/* hits.c - passages of an answer: loaded with source and neighbours, and marked. */
#include <stdlib.h>
#include <string.h>

#include "plan.h"

/* Numbers of forms in a kt_words. */
typedef struct form_numbers {
	uint32_t *at;
	size_t count, size;
	uint64_t mask; /* bits of their last digits: most other numbers are told by it */
} form_numbers;

struct hit_loader {
	kt_index *index;
	kt_arena *arena;
	kt_map *sources; /* records by number */
	kt_source_record **records;
	size_t record_size;
	kt_map *names; /* of people and organisations, by id */
	kt_str *name_values;
	size_t name_size;
	kt_words *words;
	kt_tokens tokens;
	spans places;
	form_numbers forms; /* that are looked for in the text at hand */
	kt_buf scratch;
};

kt_status hit_loader_new(hit_loader **out, kt_index *index, kt_arena *arena, kt_error *err)
{
	hit_loader *h = *out = calloc(1, sizeof *h);
	kt_status status;

	if (!h)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	h->index = index;
	h->arena = arena;
	status = kt_map_new(&h->sources, err);
	if (!status)
		status = kt_map_new(&h->names, err);
	if (!status)
		status = kt_index_take_words(index, &h->words, err);
	return status;
}

void hit_loader_free(hit_loader *h)
{
	if (!h)
		return;
	kt_map_free(h->sources);
	kt_map_free(h->names);
	kt_index_give_words(h->index, h->words);
	kt_tokens_release(&h->tokens);
	spans_release(&h->places);
	free(h->forms.at);
	kt_buf_release(&h->scratch);
	free(h->records);
	free(h->name_values);
	free(h);
}

kt_status hit_source(hit_loader *h, uint32_t number, const kt_source_record **out, kt_error *err)
{
	kt_str key = { (const char *)&number, sizeof number };
	size_t count = kt_map_count(h->sources);
	kt_source_record *record;
	uint32_t *at;
	kt_status status;
	int added;

	at = kt_map_put(h->sources, key, (uint32_t)count, &added);
	if (!at || !kt_grow((void **)&h->records, &h->record_size, count, sizeof *h->records))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	if (added) {
		record = kt_arena_alloc(h->arena, sizeof *record);
		if (!record)
			return kt_fail(err, KT_ENOMEM, "out of memory");
		h->records[count] = record;
		status = kt_index_source(h->index, h->arena, number, record, err);
		if (status)
			return status;
	}
	*out = h->records[*at];
	return KT_OK;
}

/* The name that an id stands for, as kept when indexing. */
kt_status hit_name(hit_loader *h, kt_mention_kind kind, kt_str id, kt_str *out, kt_error *err)
{
	size_t count = kt_map_count(h->names);
	uint32_t *at;
	kt_status status;
	int added;

	at = kt_map_put(h->names, id, (uint32_t)count, &added);
	if (!at || !kt_grow((void **)&h->name_values, &h->name_size, count, sizeof(kt_str)))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	if (added) {
		kt_buf key = KT_BUF_INIT;

		kt_buf_addf(&key, "%s:%.*s", kt_name_prefix(kind), KT_STR_ARG(id));
		kt_buf_clear(&h->scratch);
		status = kt_index_get(h->index, &h->scratch, kt_buf_str(&key), err);
		kt_buf_release(&key);
		if (status)
			return status;
		h->name_values[count] = kt_arena_str(h->arena, kt_buf_str(&h->scratch));
	}
	*out = h->name_values[*at];
	return KT_OK;
}

kt_status hit_passage(hit_loader *h, uint32_t id, kt_passage *out, kt_error *err)
{
	kt_status status = kt_index_passage(h->index, h->arena, id, out, err);

	for (size_t i = 0; !status && i < out->mention_count; i++)
		if (out->mentions[i].kind <= KT_MENTION_ORGANISATION)
			status = hit_name(h, out->mentions[i].kind, out->mentions[i].id,
				&out->mentions[i].name, err);
	return status;
}

/* Bytes of the positions from..to; words that stand aside ([sic]) share a position. */
static int bytes_of(const kt_tokens *tokens, span place, kt_match *out)
{
	size_t low = 0, high = tokens->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (tokens->at[middle].position < place.from)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == tokens->count || tokens->at[low].position > place.to)
		return 0;
	out->start = tokens->at[low].offset;
	for (; low < tokens->count && tokens->at[low].position <= place.to; low++)
		if (!(tokens->at[low].flags & KT_TOKEN_ASIDE) ||
			tokens->at[low].position < place.to)
			out->end = tokens->at[low].offset + tokens->at[low].length;
	return 1;
}

static int by_place(const void *a, const void *b)
{
	const kt_match *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return (x->end > y->end) - (x->end < y->end);
}

/* Years that a question asks for are marked by their stored spans. */
static size_t mark_years(const plan *p, const kt_passage *passage, kt_match *out)
{
	size_t count = 0;

	for (size_t i = 0; i < passage->year_count; i++)
		for (const leaf *l = p->leaves; l; l = l->next) {
			if (!l->years || l->negative ||
				year_span_fit(p, l, &passage->years[i]) <= 0)
				continue;
			out[count++] =
				(kt_match) { passage->years[i].start, passage->years[i].end };
			break;
		}
	return count;
}

/* One mark for what overlaps. */
static size_t merge(kt_match *matches, size_t count)
{
	size_t kept = 0;

	if (count)
		qsort(matches, count, sizeof *matches, by_place);
	for (size_t i = 0; i < count; i++) {
		kt_match *last = kept ? &matches[kept - 1] : NULL;

		if (!last || matches[i].start >= last->end)
			matches[kept++] = matches[i];
		else if (matches[i].end > last->end)
			last->end = matches[i].end;
	}
	return kept;
}

/* ---- words alone, as most are asked for: found in one go through a text ---- */

static int is_one_of(const form_numbers *forms, uint32_t form)
{
	if (!(forms->mask >> form % 64 & 1))
		return 0;
	for (size_t i = 0; i < forms->count; i++)
		if (forms->at[i] == form)
			return 1;
	return 0;
}

static kt_status add_number(form_numbers *forms, uint32_t form, kt_error *err)
{
	if (!kt_grow((void **)&forms->at, &forms->size, forms->count, sizeof *forms->at))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	forms->at[forms->count++] = form;
	forms->mask |= UINT64_C(1) << form % 64;
	return KT_OK;
}

/* Adds forms of a word that the text may have; places of its compounds are found at once. */
static kt_status add_forms(hit_loader *h, plan *p, const leaf *l, uint32_t id, kt_error *err)
{
	kt_status status = KT_OK;

	for (size_t i = 0; !status && i < l->elements[0].count; i++) {
		const sequence *s = &l->elements[0].sequences[i];
		uint32_t form;

		if (s->count > 1)
			return spans_of_leaf(p, l, id, &h->places, err);
		if (kt_words_find(h->words, s->terms[0], &form))
			status = add_number(&h->forms, form, err);
	}
	return status;
}

static kt_status add_places(hit_loader *h, kt_error *err)
{
	spans *s = &h->places;

	for (size_t i = 0; i < h->tokens.count; i++) {
		const kt_token *t = &h->tokens.at[i];

		if (!is_one_of(&h->forms, t->form))
			continue;
		if (!kt_grow((void **)&s->at, &s->size, s->count, sizeof *s->at))
			return kt_fail(err, KT_ENOMEM, "out of memory");
		s->at[s->count++] = (span) { t->position, t->position };
	}
	return KT_OK;
}

static kt_status places_of_words(hit_loader *h, plan *p, uint32_t id, kt_error *err)
{
	kt_status status = KT_OK;

	h->forms.count = 0;
	h->forms.mask = 0;
	for (const leaf *l = p->leaves; !status && l; l = l->next)
		if (!l->negative && !l->stop && l->count)
			status = add_forms(h, p, l, id, err);
	return status ? status : add_places(h, err);
}

static kt_status mark(hit_loader *h, plan *p, kt_hit *hit, kt_error *err)
{
	size_t count = 0;
	kt_status status = kt_tokenise(&h->tokens, h->words, hit->passage.text,
		hit->passage.markdown ? KT_TOKENISE_MARKDOWN : 0, err);

	h->places.count = 0;
	p->tokens_of = hit->document;
	p->tokens = &h->tokens;
	p->token_words = h->words;
	if (!status)
		status = is_list_of_words(p)
				 ? places_of_words(h, p, hit->document, err)
				 : spans_of_node(p, p->root, hit->document, &h->places, err);
	p->tokens_of = 0;
	if (status)
		return status;
	hit->matches = kt_arena_array(
		h->arena, h->places.count + hit->passage.year_count, sizeof *hit->matches);
	if (!hit->matches)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	for (size_t i = 0; i < h->places.count; i++)
		count += (size_t)bytes_of(&h->tokens, h->places.at[i], &hit->matches[count]);
	count += mark_years(p, &hit->passage, hit->matches + count);
	hit->match_count = merge(hit->matches, count);
	return KT_OK;
}

static kt_status load_neighbours(hit_loader *h, uint32_t from, uint32_t to, uint32_t source,
	kt_passage **out, size_t *count, kt_error *err)
{
	*count = 0;
	*out = kt_arena_array(h->arena, to >= from ? to - from + 1 : 0, sizeof **out);
	if (!*out)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	for (uint32_t number = from; number <= to; number++) {
		uint32_t id;
		kt_status status = kt_index_find(h->index, source, number, &id, err);

		if (!status)
			status = hit_passage(h, id, &(*out)[*count], err);
		if (status)
			return status;
		++*count;
	}
	return KT_OK;
}

kt_status hit_load(
	hit_loader *h, plan *p, uint32_t id, unsigned context, kt_hit *out, kt_error *err)
{
	uint32_t number, first, last;
	kt_status status = hit_passage(h, id, &out->passage, err);

	out->document = id;
	if (!status)
		status = hit_source(h, out->passage.source, &out->source, err);
	if (!status && p)
		status = mark(h, p, out, err);
	if (status || !context)
		return status;
	number = out->passage.number;
	first = number > context ? number - context : 1;
	last = out->source->passages - number < context ? out->source->passages : number + context;
	status = load_neighbours(
		h, first, number - 1, out->passage.source, &out->before, &out->before_count, err);
	if (!status)
		status = load_neighbours(h, number + 1, last, out->passage.source, &out->after,
			&out->after_count, err);
	return status;
}
