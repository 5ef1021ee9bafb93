/* mentions.c - every mention of a person or organisation. */
#include <stdlib.h>
#include <string.h>

#include "plan.h"

/* A tally of strings: forms as printed, or forms with the reason why they do not count. */
typedef struct tally {
	kt_map *map;
	uint64_t *counts;
	size_t size;
} tally;

static kt_status tally_add(tally *t, kt_str key, kt_error *err)
{
	size_t count = kt_map_count(t->map);
	uint32_t *at;
	int added;

	at = kt_map_put(t->map, key, (uint32_t)count, &added);
	if (!at || !kt_grow((void **)&t->counts, &t->size, count, sizeof *t->counts))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	if (added)
		t->counts[count] = 0;
	t->counts[*at]++;
	return KT_OK;
}

static void tally_release(tally *t)
{
	kt_map_free(t->map);
	free(t->counts);
}

/* A question for mentions in the making. */
typedef struct asking {
	plan plan;
	kt_answer answer;
	kt_search_options options;
	kt_query query;
	hit_loader *loader;
	kt_mentions *out;
	const leaf *leaf;
	tally forms, excluded;
	kt_map *sources;
	size_t place_size;
	kt_buf key; /* of a tally */
} asking;

/* A form that a line end parts is the same form. */
static kt_status add_form(asking *a, kt_str form, kt_error *err)
{
	kt_buf *flat = &a->key;
	kt_status status;
	int space = 0;

	kt_buf_clear(flat);
	for (size_t i = 0; i < form.len; i++) {
		char c = form.ptr[i];

		if (c == '\n' || c == '\r' || c == '\t' || c == ' ') {
			space = 1;
			continue;
		}
		if (space)
			kt_buf_addc(flat, ' ');
		space = 0;
		kt_buf_addc(flat, c);
	}
	status = kt_buf_status(flat, err);
	return status ? status : tally_add(&a->forms, kt_buf_str(flat), err);
}

static kt_status add_place(asking *a, const kt_passage *passage, const kt_mention *m,
	const kt_source_record *source, kt_error *err)
{
	kt_mentions *out = a->out;
	const kt_search_options *o = &a->options;

	if (out->mentions++ < o->offset || (o->limit && out->place_count >= o->limit))
		return KT_OK;
	if (out->place_count == a->place_size) {
		size_t size = a->place_size ? a->place_size * 2 : 64;
		kt_place *grown = plan_alloc(&a->plan, size, sizeof *grown, err);

		if (!grown)
			return KT_ENOMEM;
		if (out->place_count)
			memcpy(grown, out->places, out->place_count * sizeof *grown);
		out->places = grown;
		a->place_size = size;
	}
	out->places[out->place_count++] = (kt_place) { passage, source, m };
	return KT_OK;
}

/* Whether an id is one of those that the name may mean. */
static int is_meant(const asking *a, kt_str id)
{
	for (size_t i = 0; i < a->out->bearer_count; i++)
		if (kt_str_equal(a->out->bearers[i].id, id))
			return 1;
	return 0;
}

static kt_status add_passage(asking *a, const kt_passage *passage, kt_error *err)
{
	const kt_source_record *source = NULL;
	uint32_t end = 0;
	int any = 0;
	kt_status status = hit_source(a->loader, passage->source, &source, err);

	for (size_t i = 0; !status && i < passage->mention_count; i++) {
		const kt_mention *m = &passage->mentions[i];

		if (m->kind > KT_MENTION_ORGANISATION || !is_meant(a, m->id) ||
			(any && m->start < end))
			continue;
		any = 1;
		end = m->end;
		status = add_place(a, passage, m, source, err);
		if (!status)
			status = add_form(a, kt_str_sub(passage->text, m->start, m->end), err);
	}
	if (any)
		a->out->passages++;
	if (!status && any &&
		!kt_map_put(a->sources,
			(kt_str) { (const char *)&passage->source, sizeof passage->source }, 0,
			NULL))
		status = kt_fail(err, KT_ENOMEM, "out of memory");
	return status;
}

/* Words from the name, and names that bear it: excluded, and shown. */
static kt_status add_excluded(asking *a, const kt_passage *passage, kt_error *err)
{
	kt_status status = KT_OK;

	for (size_t i = 0; !status && i < passage->mention_count; i++) {
		const kt_mention *m = &passage->mentions[i];

		if (m->kind <= KT_MENTION_ORGANISATION || !is_meant(a, m->id))
			continue;
		kt_buf_clear(&a->key);
		kt_buf_add(&a->key, m->kind == KT_MENTION_DERIVED ? KT_STR("derived") : m->rule);
		kt_buf_addc(&a->key, '\t');
		kt_buf_add(&a->key, kt_str_sub(passage->text, m->start, m->end));
		status = kt_buf_status(&a->key, err);
		if (!status)
			status = tally_add(&a->excluded, kt_buf_str(&a->key), err);
	}
	return status;
}

/* Passages with words that do not count, ascending; free them. */
static kt_status find_excluded(asking *a, uint32_t **ids, size_t *count, kt_error *err)
{
	xap_query *query = NULL, *part;
	kt_buf term = KT_BUF_INIT;
	kt_status status = xap_query_none(&query, err);

	for (size_t i = 0; !status && i < a->out->bearer_count; i++) {
		status = kt_term_build(&term, KT_FIELD_EXCLUDED, a->out->bearers[i].id, err);
		if (!status)
			status = xap_query_term(&part, kt_buf_str(&term), err);
		if (!status) {
			xap_query *both[2] = { query, part };

			status = xap_query_join(&query, XAP_OR, both, 2, err);
		}
	}
	if (!status)
		status = query_documents(&a->plan, query, ids, count, err);
	kt_buf_release(&term);
	return status;
}

/* ---- the bearers -------------------------------------------------------------------------------
 */

static kt_status count_bearer(asking *a, kt_field field, kt_named *b, kt_error *err)
{
	kt_buf term = KT_BUF_INIT;
	uint32_t passages = 0;
	kt_status status = kt_term_build(&term, field, b->id, err);

	if (!status)
		status = xap_reader_term(
			a->plan.reader, kt_buf_str(&term), &passages, &b->mentions, err);
	b->passages = passages;
	kt_buf_release(&term);
	return status;
}

/* Bearers of one kind that the texts mention; the others are put behind them and not counted. */
static kt_status find_bearers(asking *a, kt_mention_kind kind, kt_str name, kt_error *err)
{
	kt_mentions *out = a->out;
	kt_field field = kind == KT_MENTION_PERSON ? KT_FIELD_PERSON : KT_FIELD_ORGANISATION;
	kt_bearer *bearers;
	size_t count;
	kt_status status = bearers_of(&a->plan, kind, name, &bearers, &count, err);

	if (!status && !(out->bearers = plan_alloc(&a->plan, count, sizeof *out->bearers, err)))
		status = KT_ENOMEM;
	out->bearer_count = 0;
	for (size_t i = 0; !status && i < count; i++) {
		kt_named b = { kind, bearers[i].id, bearers[i].name, bearers[i].about, 0, 0, 0 };

		status = count_bearer(a, field, &b, err);
		if (!status && b.passages)
			out->bearers[out->bearer_count++] = b;
	}
	a->query.field = kind == KT_MENTION_PERSON ? KT_ASK_PERSON : KT_ASK_ORGANISATION;
	return status;
}

/* People first, but for a name that is exactly an organisation's and no person's. */
static kt_status choose_bearers(asking *a, kt_str name, kt_error *err)
{
	int person = 0, organisation = 0;
	kt_status status = bearers_named(&a->plan, KT_MENTION_PERSON, name, &person, err);

	if (!status && !person)
		status = bearers_named(&a->plan, KT_MENTION_ORGANISATION, name, &organisation, err);
	for (int turn = 0; !status && turn < 2 && !a->out->bearer_count; turn++)
		status = find_bearers(a,
			turn == organisation ? KT_MENTION_PERSON : KT_MENTION_ORGANISATION, name,
			err);
	return status;
}

/* Of the filters: what the name itself may mean is told by the bearers. */
static void keep_notices(asking *a, kt_str name)
{
	kt_answer *told = &a->out->filters;
	size_t kept = 0;

	*told = a->answer;
	for (size_t i = 0; i < told->candidate_count; i++)
		if (told->candidates[i].asked.ptr != name.ptr)
			told->candidates[kept++] = told->candidates[i];
	told->candidate_count = kept;
}

static int by_count_of_form(const void *a, const void *b)
{
	const kt_form_count *x = a, *y = b;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return kt_str_compare(x->form, y->form);
}

static int by_count_of_excluded(const void *a, const void *b)
{
	const kt_excluded *x = a, *y = b;

	int by_form = kt_str_compare(x->form, y->form);

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return by_form ? by_form : kt_str_compare(x->why, y->why);
}

static kt_status list_forms(asking *a, kt_error *err)
{
	kt_mentions *out = a->out;
	size_t forms = kt_map_count(a->forms.map), excluded = kt_map_count(a->excluded.map);

	out->forms = plan_alloc(&a->plan, forms, sizeof *out->forms, err);
	out->excluded = plan_alloc(&a->plan, excluded, sizeof *out->excluded, err);
	if (!out->forms || !out->excluded)
		return KT_ENOMEM;
	for (uint32_t i = 0; i < forms; i++)
		out->forms[i] = (kt_form_count) { { NULL, 0 },
			kt_arena_str(a->plan.arena, kt_map_key(a->forms.map, i)),
			a->forms.counts[i] };
	for (uint32_t i = 0; i < excluded; i++) {
		kt_str key = kt_arena_str(a->plan.arena, kt_map_key(a->excluded.map, i));
		size_t tab = kt_str_find(key, KT_STR("\t"), 0);

		if (!key.ptr)
			return kt_fail(err, KT_ENOMEM, "out of memory");
		out->excluded[i] = (kt_excluded) { kt_str_sub(key, tab + 1, key.len),
			kt_str_sub(key, 0, tab), a->excluded.counts[i] };
	}
	out->form_count = forms;
	out->excluded_count = excluded;
	qsort(out->forms, forms, sizeof *out->forms, by_count_of_form);
	qsort(out->excluded, excluded, sizeof *out->excluded, by_count_of_excluded);
	return KT_OK;
}

static kt_status init(asking *a, kt_index *index, kt_arena *arena, const kt_search_options *options,
	kt_error *err)
{
	kt_status status;

	a->options = *options;
	status = plan_init(&a->plan, index, arena, &a->options, &a->answer, err);
	if (!status)
		status = hit_loader_new(&a->loader, index, arena, err);
	if (!status)
		status = kt_map_new(&a->forms.map, err);
	if (!status)
		status = kt_map_new(&a->excluded.map, err);
	if (!status)
		status = kt_map_new(&a->sources, err);
	return status;
}

static void release(asking *a)
{
	plan_release(&a->plan);
	hit_loader_free(a->loader);
	tally_release(&a->forms);
	tally_release(&a->excluded);
	kt_map_free(a->sources);
	kt_buf_release(&a->key);
}

static kt_status find_places(asking *a, kt_str name, uint32_t **ids, size_t *count, kt_error *err)
{
	xap_query *query;
	kt_status status;

	a->query.op = KT_QUERY_FIELD;
	a->query.text = name;
	a->query.quoted = 1;
	status = plan_make(&a->plan, &a->query, err);
	if (!status)
		status = compose(&a->plan, a->plan.root, &query, err);
	return status ? status : query_documents(&a->plan, query, ids, count, err);
}

/* Passages of two ascending lists, in the order in which they are read; free them. */
static kt_status order_both(plan *p, const uint32_t *a, size_t a_count, const uint32_t *b,
	size_t b_count, uint32_t **out, size_t *count, kt_error *err)
{
	uint32_t *all = *out = malloc((a_count + b_count + 1) * sizeof *all);
	size_t n = 0, i = 0, j = 0;

	if (!all)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	while (i < a_count || j < b_count) {
		uint32_t next = i < a_count && (j == b_count || a[i] <= b[j]) ? a[i] : b[j];

		i += i < a_count && a[i] == next;
		j += j < b_count && b[j] == next;
		all[n++] = next;
	}
	*count = n;
	return order_documents(p, 0, all, n, err);
}

static int by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

static int is_among(uint32_t id, const uint32_t *ids, size_t count)
{
	return count && bsearch(&id, ids, count, sizeof *ids, by_number) != NULL;
}

/* Reads each passage once, whether it mentions them, or has words that do not count, or both. */
static kt_status read_passages(asking *a, kt_str name, kt_error *err)
{
	uint32_t *mentioning = NULL, *excluded = NULL, *all = NULL;
	size_t mentioning_count = 0, excluded_count = 0, count = 0;
	kt_status status = find_places(a, name, &mentioning, &mentioning_count, err);

	if (!status)
		status = find_excluded(a, &excluded, &excluded_count, err);
	if (!status)
		status = order_both(&a->plan, mentioning, mentioning_count, excluded,
			excluded_count, &all, &count, err);
	for (size_t i = 0; !status && i < count; i++) {
		kt_passage *passage = plan_alloc(&a->plan, 1, sizeof *passage, err);

		status = passage ? hit_passage(a->loader, all[i], passage, err) : KT_ENOMEM;
		if (!status && is_among(all[i], mentioning, mentioning_count))
			status = add_passage(a, passage, err);
		if (!status && is_among(all[i], excluded, excluded_count))
			status = add_excluded(a, passage, err);
	}
	free(mentioning);
	free(excluded);
	free(all);
	a->out->sources = kt_map_count(a->sources);
	a->out->truncated = a->out->place_count < a->out->mentions;
	return status;
}

static kt_status mentions(kt_mentions *out, kt_index *index, kt_arena *arena, kt_str name,
	const kt_search_options *options, kt_error *err)
{
	asking a;
	kt_status status;

	memset(&a, 0, sizeof a);
	memset(out, 0, sizeof *out);
	a.out = out;
	status = init(&a, index, arena, options, err);
	if (!status)
		status = choose_bearers(&a, name, err);
	if (!status && out->bearer_count) {
		status = read_passages(&a, name, err);
		if (!status)
			status = list_forms(&a, err);
		if (!status)
			status = named_notice(&a.plan, err);
	} else if (!status) {
		status = names_near(&out->nearest, &out->nearest_count, index, arena, name, err);
	}
	keep_notices(&a, name);
	release(&a);
	return status;
}

kt_status kt_search_mentions(kt_mentions *out, kt_index *index, kt_arena *arena, kt_str name,
	const kt_search_options *options, kt_error *err)
{
	kt_status status = mentions(out, index, arena, name, options, err);

	if (status == KT_ECHANGED && !(status = kt_index_reopen(index, err)))
		status = mentions(out, index, arena, name, options, err);
	return status;
}
