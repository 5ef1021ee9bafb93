#include "kartoteka/json.h"

json_t *kt_json_str(kt_str s)
{
	json_t *json = json_stringn(s.ptr ? s.ptr : "", s.len);
	kt_buf repaired = KT_BUF_INIT;

	if (json)
		return json;
	kt_utf8_repair(&repaired, s);
	if (!repaired.failed)
		json = json_stringn(kt_buf_str(&repaired).ptr, repaired.len);
	kt_buf_release(&repaired);
	return json;
}

json_t *kt_json_str_or_null(kt_str s)
{
	return s.len ? kt_json_str(s) : json_null();
}

static kt_str slice(const kt_passage *passage, uint32_t start, uint32_t end)
{
	return kt_str_sub(passage->text, start, end);
}

static json_t *mention_json(const kt_passage *passage, const kt_mention *m)
{
	json_t *surface = kt_json_str(slice(passage, m->start, m->end));

	if (m->kind == KT_MENTION_DERIVED)
		return json_pack("{s:o, s:o, s:i, s:i}", "id", kt_json_str(m->id), "surface",
			surface, "start", (int)m->start, "end", (int)m->end);
	return json_pack("{s:o, s:o, s:o, s:i, s:i, s:s, s:o}", "id", kt_json_str(m->id), "name",
		kt_json_str(m->name), "surface", surface, "start", (int)m->start, "end",
		(int)m->end, "tier", kt_tier_name(m->tier), "rule", kt_json_str(m->rule));
}

static int add_mentions(json_t *object, const kt_passage *passage)
{
	json_t *lists[KT_MENTION_KINDS] = { json_array(), json_array(), json_array(), NULL };
	int failed = 0;

	for (size_t i = 0; i < passage->mention_count; i++) {
		const kt_mention *m = &passage->mentions[i];

		if (lists[m->kind])
			failed |= json_array_append_new(lists[m->kind], mention_json(passage, m));
	}
	failed |= json_object_set_new(object, "people", lists[KT_MENTION_PERSON]);
	failed |= json_object_set_new(object, "organisations", lists[KT_MENTION_ORGANISATION]);
	failed |= json_object_set_new(object, "derived", lists[KT_MENTION_DERIVED]);
	return failed;
}

static json_t *year_json(const kt_passage *passage, const kt_year_span *y)
{
	json_t *json = json_pack("{s:o, s:o, s:o, s:s, s:i, s:i}", "surface",
		kt_json_str(slice(passage, y->start, y->end)), "from",
		y->from == KT_YEAR_OPEN_FROM ? json_null() : json_integer(y->from), "to",
		y->to == KT_YEAR_OPEN_TO ? json_null() : json_integer(y->to), "type",
		kt_year_type_name(y->type), "start", (int)y->start, "end", (int)y->end);

	if (json && y->approximate)
		json_object_set_new(json, "approximate", json_true());
	if (json && y->inferred)
		json_object_set_new(json, "inferred", json_true());
	return json;
}

static json_t *quotation_json(const kt_quotation *q)
{
	return json_pack("{s:i, s:i, s:s, s:o, s:o, s:o, s:b}", "start", (int)q->start, "end",
		(int)q->end, "kind", kt_quotation_kind_name(q->kind), "speaker",
		kt_json_str_or_null(q->speaker), "work", kt_json_str_or_null(q->work), "page",
		kt_json_str_or_null(q->page), "altered", q->altered);
}

int kt_json_set_tags(json_t *object, const kt_passage *passage)
{
	json_t *years = json_array(), *quotations = json_array();
	int failed = add_mentions(object, passage);

	for (size_t i = 0; i < passage->year_count; i++)
		failed |= json_array_append_new(years, year_json(passage, &passage->years[i]));
	for (size_t i = 0; i < passage->quotation_count; i++)
		failed |=
			json_array_append_new(quotations, quotation_json(&passage->quotations[i]));
	failed |= json_object_set_new(object, "years", years);
	failed |= json_object_set_new(object, "quotations", quotations);
	return failed ? -1 : 0;
}
