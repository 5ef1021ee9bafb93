/* check_record.c - terms, and the records of passages. */
#include "indexing.h"

/* ---- terms ---- */

static const struct {
	kt_field field;
	const char *value, *term;
} TERMS[] = {
	{ KT_FIELD_WORD, "киров", "киров" },
	{ KT_FIELD_PERSON, "kirov-sergei", "XPkirov-sergei" },
	{ KT_FIELD_ORGANISATION, "nkvd", "XOnkvd" },
	{ KT_FIELD_YEAR, "1937", "XY1937" },
	{ KT_FIELD_PUBLISHED, "1978", "XU1978" },
	{ KT_FIELD_QUOTED, "from", "XQfrom" },
	{ KT_FIELD_SPEAKER, "?murphy-kevin", "XB?murphy-kevin" },
	{ KT_FIELD_KIND, "note", "XKnote" },
	{ KT_FIELD_LANGUAGE, "ru", "XLru" },
	{ KT_FIELD_SOURCE, "12", "XS12" },
	{ KT_FIELD_ERA, "1918..1921", "XE1918..1921" },
};

START_TEST(term_is_prefix_and_value)
{
	kt_buf out = KT_BUF_INIT;

	OK(kt_term_build(&out, TERMS[_i].field, kt_str_of(TERMS[_i].value), &err));
	ck_assert_str_eq(out.ptr, TERMS[_i].term);
	ck_assert_int_eq(kt_term_build(&out, TERMS[_i].field, KT_STR(""), &err), KT_EINVAL);
	ck_assert_int_eq(kt_term_build(&out, TERMS[_i].field, KT_STR("a\0b"), &err), KT_EINVAL);
	kt_buf_release(&out);
}
END_TEST

START_TEST(long_values_are_told_apart)
{
	kt_buf one = KT_BUF_INIT, other = KT_BUF_INIT, value = KT_BUF_INIT;

	for (int i = 0; i < 400; i++)
		kt_buf_add(&value, KT_STR("ж"));
	OK(kt_term_build(&one, KT_FIELD_PERSON, kt_buf_str(&value), &err));
	OK(kt_term_build(&other, KT_FIELD_PERSON, kt_buf_str(&value), &err));
	ck_assert(kt_str_equal(kt_buf_str(&one), kt_buf_str(&other)));
	ck_assert_uint_le(one.len, XAP_TERM_MAX);
	ck_assert_uint_eq(kt_utf8_check(kt_buf_str(&one)), one.len);
	kt_buf_addc(&value, 'x');
	OK(kt_term_build(&other, KT_FIELD_PERSON, kt_buf_str(&value), &err));
	ck_assert(!kt_str_equal(kt_buf_str(&one), kt_buf_str(&other)));
	kt_buf_release(&one);
	kt_buf_release(&other);
	kt_buf_release(&value);
}
END_TEST

static const struct {
	kt_year_span years;
	const char *term;
} YEARS[] = {
	{ { .from = 1937, .to = 1937, .type = KT_YEAR_EVENT }, "XY1937" },
	{ { .from = 1936, .to = 1938, .type = KT_YEAR_EVENT }, "XY1936..1938" },
	{ { .from = KT_YEAR_OPEN_FROM, .to = 1917, .type = KT_YEAR_EVENT }, "XY..1917" },
	{ { .from = 1953, .to = KT_YEAR_OPEN_TO, .type = KT_YEAR_EVENT, .inferred = 1 },
		"XY1953..?" },
	{ { .from = -44, .to = -30, .type = KT_YEAR_EVENT }, "XY-44..-30" },
	{ { .from = 0, .to = 0, .type = KT_YEAR_EVENT }, "XY0" },
	{ { .from = KT_YEAR_OPEN_FROM, .to = KT_YEAR_OPEN_TO, .type = KT_YEAR_EVENT }, "XY.." },
	{ { .from = 1930, .to = 1939, .type = KT_YEAR_EVENT, .approximate = 1 }, "XY1930..1939~" },
	{ { .from = 1936, .to = 1938, .type = KT_YEAR_ERA, .approximate = 1, .inferred = 1 },
		"XY1936..1938~?e" },
	{ { .from = 1936, .to = 1938, .type = KT_YEAR_NAMED }, "XE1936..1938" },
	{ { .from = 1975, .to = 1975, .type = KT_YEAR_PUBLICATION }, "XU1975" },
};

START_TEST(span_of_years_is_read_from_its_term)
{
	const kt_year_span *y = &YEARS[_i].years;
	kt_buf out = KT_BUF_INIT;
	kt_year_span back;

	OK(kt_year_term_build(&out, y, &err));
	ck_assert_str_eq(out.ptr, YEARS[_i].term);
	ck_assert(kt_year_term_read(&back, kt_buf_str(&out)));
	ck_assert_int_eq(back.from, y->from);
	ck_assert_int_eq(back.to, y->to);
	ck_assert_int_eq(back.type, y->type);
	ck_assert_int_eq(back.approximate, y->approximate);
	ck_assert_int_eq(back.inferred, y->inferred);
	kt_buf_release(&out);
}
END_TEST

START_TEST(lives_and_datelines_are_years_spoken_of)
{
	kt_year_span y = { .from = 1879, .to = 1953, .type = KT_YEAR_LIFE };
	kt_buf out = KT_BUF_INIT;

	OK(kt_year_term_build(&out, &y, &err));
	ck_assert_str_eq(out.ptr, "XY1879..1953");
	y.type = KT_YEAR_SOURCE;
	OK(kt_year_term_build(&out, &y, &err));
	ck_assert_str_eq(out.ptr, "XY1879..1953");
	y.from = 1954;
	ck_assert_int_eq(kt_year_term_build(&out, &y, &err), KT_EINVAL);
	kt_buf_release(&out);
}
END_TEST

static const char *const NO_YEARS[] = { "", "XY", "XY?", "XYe", "XY1937x", "XY1938..1936",
	"XY1937....", "XY1937..1938..", "XY1937?~", "XY--44", "XY1234567", "XP1937", "1937",
	"XYабв" };

START_TEST(term_of_another_form_is_no_span)
{
	kt_year_span y;

	ck_assert_msg(!kt_year_term_read(&y, kt_str_of(NO_YEARS[_i])), "%s", NO_YEARS[_i]);
}
END_TEST

/* ---- records ---- */

static kt_str random_str(void)
{
	static const char *const some[] = { "", "stalin-joseph", "?murphy-kevin", "surname",
		"\xd0\xa1\xd1\x82\xd0\xb0\xd0\xbb\xd0\xb8\xd0\xbd", "p. 12", "a long rule's name" };

	return kt_str_of(some[random_below(sizeof some / sizeof *some)]);
}

static void random_span(const kt_passage *p, uint32_t *start, uint32_t *end)
{
	*start = random_below((unsigned)p->text.len + 1);
	*end = *start + random_below((unsigned)p->text.len - *start + 1);
}

static void random_tags(kt_passage *p)
{
	p->mention_count = random_below(5);
	p->year_count = random_below(5);
	p->quotation_count = random_below(4);
	p->mentions = kt_arena_array(arena, 5, sizeof *p->mentions);
	p->years = kt_arena_array(arena, 5, sizeof *p->years);
	p->quotations = kt_arena_array(arena, 5, sizeof *p->quotations);
	for (size_t i = 0; i < p->mention_count; i++) {
		kt_mention *m = &p->mentions[i];

		*m = (kt_mention) { .kind = (kt_mention_kind)random_below(KT_MENTION_KINDS),
			.tier = (kt_tier)random_below(KT_TIERS),
			.id = random_str(),
			.rule = random_str() };
		random_span(p, &m->start, &m->end);
	}
	for (size_t i = 0; i < p->year_count; i++) {
		kt_year_span *y = &p->years[i];

		*y = (kt_year_span) {
			.from = random_below(4) ? (int)random_below(3000) - 500 : KT_YEAR_OPEN_FROM,
			.to = random_below(4) ? (int)random_below(3000) - 500 : KT_YEAR_OPEN_TO,
			.type = (kt_year_type)random_below(KT_YEAR_TYPES),
			.approximate = (int)random_below(2),
			.inferred = (int)random_below(2),
		};
		random_span(p, &y->start, &y->end);
	}
	for (size_t i = 0; i < p->quotation_count; i++) {
		kt_quotation *q = &p->quotations[i];

		*q = (kt_quotation) { .kind = (kt_quotation_kind)random_below(KT_QUOTATION_KINDS),
			.altered = (int)random_below(2),
			.speaker = random_str(),
			.work = random_str(),
			.page = random_str() };
		random_span(p, &q->start, &q->end);
	}
}

static kt_passage random_passage(void)
{
	static const char *const languages[] = { "", "en", "ru", "fra" };
	char *text = kt_arena_alloc(arena, 400);
	kt_passage p = { .source = random_below(1000),
		.number = random_below(1u << 20),
		.kind = (kt_kind)random_below(KT_KINDS),
		.language = kt_language_of(languages[random_below(4)]),
		.offset = random_below(3) ? (int64_t)random_below(1u << 24) * 1000 : -1,
		.markdown = (int)random_below(2),
		.continued = (int)random_below(2),
		.text = { text, random_below(400) } };

	for (size_t i = 0; i < p.text.len; i++)
		text[i] = (char)('a' + random_below(26));
	random_tags(&p);
	return p;
}

static void same_tags(const kt_passage *a, const kt_passage *b)
{
	ck_assert_uint_eq(a->mention_count, b->mention_count);
	for (size_t i = 0; i < a->mention_count; i++) {
		const kt_mention *m = &a->mentions[i], *n = &b->mentions[i];

		ck_assert(m->kind == n->kind && m->tier == n->tier && m->start == n->start);
		ck_assert(m->end == n->end && kt_str_equal(m->id, n->id));
		ck_assert(kt_str_equal(m->rule, n->rule) && n->name.len == 0);
	}
	ck_assert_uint_eq(a->year_count, b->year_count);
	for (size_t i = 0; i < a->year_count; i++) {
		const kt_year_span *y = &a->years[i], *z = &b->years[i];

		ck_assert(y->from == z->from && y->to == z->to && y->type == z->type);
		ck_assert(y->approximate == z->approximate && y->inferred == z->inferred);
		ck_assert(y->start == z->start && y->end == z->end);
	}
	ck_assert_uint_eq(a->quotation_count, b->quotation_count);
	for (size_t i = 0; i < a->quotation_count; i++) {
		const kt_quotation *q = &a->quotations[i], *r = &b->quotations[i];

		ck_assert(q->kind == r->kind && q->altered == r->altered && q->start == r->start);
		ck_assert(q->end == r->end && kt_str_equal(q->speaker, r->speaker));
		ck_assert(kt_str_equal(q->work, r->work) && kt_str_equal(q->page, r->page));
	}
}

static void same_passage(const kt_passage *a, const kt_passage *b)
{
	ck_assert(a->source == b->source && a->number == b->number && a->kind == b->kind);
	ck_assert(kt_language_equal(a->language, b->language) && a->offset == b->offset);
	ck_assert(a->markdown == b->markdown && a->continued == b->continued);
	ck_assert(kt_str_equal(a->text, b->text));
	same_tags(a, b);
}

START_TEST(record_gives_back_what_was_put_in)
{
	kt_buf bytes = KT_BUF_INIT;
	kt_passage in, out;

	for (seed = 1; seed < 3000000000u; seed += 2999999) {
		kt_arena_clear(arena);
		in = random_passage();
		OK(kt_record_encode(&bytes, &in, &err));
		OK(kt_record_decode(&out, arena, kt_buf_str(&bytes), &err));
		same_passage(&in, &out);
	}
	kt_buf_release(&bytes);
}
END_TEST

static void spans_lie_within(const kt_passage *p)
{
	for (size_t i = 0; i < p->mention_count; i++)
		ck_assert(p->mentions[i].start <= p->mentions[i].end &&
			  p->mentions[i].end <= p->text.len &&
			  (unsigned)p->mentions[i].kind < KT_MENTION_KINDS);
	for (size_t i = 0; i < p->year_count; i++)
		ck_assert(p->years[i].start <= p->years[i].end && p->years[i].end <= p->text.len);
	for (size_t i = 0; i < p->quotation_count; i++)
		ck_assert(p->quotations[i].start <= p->quotations[i].end &&
			  p->quotations[i].end <= p->text.len);
}

static void mutate(kt_buf *bytes)
{
	size_t at = bytes->len ? random_below((unsigned)bytes->len) : 0;

	switch (random_below(4)) {
	case 0:
		bytes->len = at;
		break;
	case 1:
		kt_buf_addc(bytes, (char)random_below(256));
		break;
	default:
		if (bytes->len)
			bytes->ptr[at] = (char)random_below(256);
	}
}

START_TEST(mutated_record_is_corrupt_or_harmless)
{
	kt_buf bytes = KT_BUF_INIT;
	kt_passage in, out;
	unsigned corrupt = 0, i, j;

	for (i = 0; i < 60000; i++) {
		char *exact;

		seed = i * 2654435761u + 7;
		kt_arena_clear(arena);
		in = random_passage();
		OK(kt_record_encode(&bytes, &in, &err));
		for (j = random_below(4); j < 4; j++)
			mutate(&bytes);
		/* a copy of the exact size, so that a read behind it shows */
		exact = malloc(bytes.len + !bytes.len);
		memcpy(exact, bytes.ptr, bytes.len);
		if (kt_record_decode(&out, arena, (kt_str) { exact, bytes.len }, &err)) {
			ck_assert_int_eq(err.code, KT_ECORRUPT);
			ck_assert_uint_eq(out.text.len, 0);
			corrupt++;
		}
		spans_lie_within(&out);
		free(exact);
	}
	ck_assert_uint_gt(corrupt, 1000);
	kt_buf_release(&bytes);
}
END_TEST

START_TEST(cut_record_is_corrupt)
{
	kt_buf bytes = KT_BUF_INIT;
	kt_passage in, out;

	seed = 5;
	in = random_passage();
	OK(kt_record_encode(&bytes, &in, &err));
	for (size_t n = 0; n < bytes.len; n++)
		ck_assert_int_eq(kt_record_decode(&out, arena, (kt_str) { bytes.ptr, n }, &err),
			KT_ECORRUPT);
	bytes.ptr[0] = 99;
	ck_assert_int_eq(kt_record_decode(&out, arena, kt_buf_str(&bytes), &err), KT_ECORRUPT);
	kt_buf_release(&bytes);
}
END_TEST

START_TEST(span_outside_the_text_is_never_written)
{
	kt_mention mention = { .start = 2, .end = 9 };
	kt_passage p = { .text = KT_STR("short"), .mentions = &mention, .mention_count = 1 };
	kt_buf bytes = KT_BUF_INIT;

	ck_assert_int_eq(kt_record_encode(&bytes, &p, &err), KT_EINVAL);
	mention.end = 1;
	ck_assert_int_eq(kt_record_encode(&bytes, &p, &err), KT_EINVAL);
	mention.end = 5;
	OK(kt_record_encode(&bytes, &p, &err));
	kt_buf_release(&bytes);
}
END_TEST

START_TEST(passage_comes_back_as_it_was)
{
	kt_store *store = store_of(db, 0);
	kt_index *index;
	kt_passage in[20], out;
	uint32_t id;

	seed = 3;
	begin(store, "/a");
	for (uint32_t i = 0; i < 20; i++) {
		do {
			in[i] = random_passage();
			in[i].mention_count = 0; /* may lack an id, which cannot be indexed */
			in[i].year_count = 0;
		} while (!in[i].text.len);
		in[i].source = 1;
		in[i].number = i + 1;
		add(store, &in[i]);
	}
	OK(kt_store_end_source(store, &err));
	finish(store);
	index = index_of(db);
	for (uint32_t i = 0; i < 20; i++) {
		out = passage_of(index, 1, i + 1);
		same_passage(&in[i], &out);
	}
	ck_assert_int_eq(kt_index_find(index, 1, 21, &id, &err), KT_ENOTFOUND);
	ck_assert_int_eq(kt_index_find(index, 2, 1, &id, &err), KT_ENOTFOUND);
	ck_assert_int_eq(kt_index_passage(index, arena, 999, &out, &err), KT_ENOTFOUND);
	kt_index_free(index);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("record");
	TCase *records = add_case(s, "records");

	tcase_add_loop_test(records, term_is_prefix_and_value, 0, sizeof TERMS / sizeof *TERMS);
	tcase_add_loop_test(
		records, span_of_years_is_read_from_its_term, 0, sizeof YEARS / sizeof *YEARS);
	tcase_add_test(records, lives_and_datelines_are_years_spoken_of);
	tcase_add_loop_test(
		records, term_of_another_form_is_no_span, 0, sizeof NO_YEARS / sizeof *NO_YEARS);
	tcase_add_test(records, long_values_are_told_apart);
	tcase_add_test(records, record_gives_back_what_was_put_in);
	tcase_add_test(records, mutated_record_is_corrupt_or_harmless);
	tcase_add_test(records, cut_record_is_corrupt);
	tcase_add_test(records, span_outside_the_text_is_never_written);
	tcase_add_test(records, passage_comes_back_as_it_was);
	return s;
}

int main(void)
{
	return run_suite(suite());
}
