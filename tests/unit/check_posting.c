/* check_posting.c - which terms and numbers a passage gets. */
#include "indexing.h"

/* ---- terms of a passage ---- */

/* "In 1936-8 Nikolai Bukharin said: "The party is dead" to the NKVD" and its tags. */
#define TAGGED "In 1936-38 Nikolai Bukharin told the NKVD: \"The party was dead\"; dead since 1921."

static void span(uint32_t *start, uint32_t *end, const char *surface)
{
	const char *at = strstr(TAGGED, surface);

	*start = (uint32_t)(at - TAGGED);
	*end = *start + (uint32_t)strlen(surface);
}

static void make_tagged(void)
{
	kt_source_record r = { .path = KT_STR("/t/trial.txt"),
		.name = KT_STR("trial.txt"),
		.author = KT_STR("Victor Serge"),
		.title = KT_STR("Year One"),
		.date = KT_STR("1938-03-13T10:00") };
	kt_mention m[4] = {
		{ .kind = KT_MENTION_PERSON, .id = KT_STR("bukharin-nikolai") },
		{ .kind = KT_MENTION_ORGANISATION, .id = KT_STR("nkvd") },
		{ .kind = KT_MENTION_DERIVED, .id = KT_STR("derived") },
		{ .kind = KT_MENTION_EXCLUDED, .id = KT_STR("excluded") },
	};
	kt_year_span y[6] = {
		{ .from = 1936, .to = 1938, .type = KT_YEAR_EVENT },
		{ .from = 1921, .to = KT_YEAR_OPEN_TO, .type = KT_YEAR_EVENT },
		{ .from = 1978, .to = 1979, .type = KT_YEAR_PUBLICATION },
		{ .from = 1888, .to = 1938, .type = KT_YEAR_LIFE },
		{ .from = 1978, .to = 1979, .type = KT_YEAR_PUBLICATION },
		{ .from = 1936, .to = 1938, .type = KT_YEAR_NAMED },
	};
	kt_quotation q = { .kind = KT_QUOTATION_INLINE, .speaker = KT_STR("bukharin-nikolai") };
	kt_passage p = { .number = 1,
		.kind = KT_KIND_BLOCKQUOTE,
		.language = { "en" },
		.offset = -1,
		.text = KT_STR(TAGGED),
		.mentions = m,
		.mention_count = 4,
		.years = y,
		.year_count = 6,
		.quotations = &q,
		.quotation_count = 1 };
	kt_store *store = store_of(db, 0);

	span(&m[0].start, &m[0].end, "Nikolai Bukharin");
	span(&m[1].start, &m[1].end, "NKVD");
	span(&m[2].start, &m[2].end, "party");
	span(&m[3].start, &m[3].end, "party");
	span(&y[0].start, &y[0].end, "1936-38");
	span(&y[1].start, &y[1].end, "since 1921");
	span(&y[5].start, &y[5].end, "party");
	span(&q.start, &q.end, "The party was dead");
	OK(kt_store_begin_source(store, &r, &err));
	add(store, &p);
	OK(kt_store_end_source(store, &err));
	finish(store);
}

/*  in 1936 38 nikolai bukharin told the nkvd the party was dead dead since 1921
 *  1  2    3  4       5        6    7   8    9   10    11  12   13   14    15 */
static const struct {
	const char *term, *positions; /* "-": no such term */
} POSTED[] = {
	{ "in", "-" }, /* words have no positions there; common ones are no terms */
	{ "the", "-" },
	{ "told", "" },
	{ "dead", "" },
	{ "XPbukharin-nikolai", "4 5" },
	{ "XOnkvd", "8" },
	{ "XPderived", "-" },
	{ "XPexcluded", "-" },
	{ "XOexcluded", "-" },
	{ "XDderived", "10" },
	{ "XDexcluded", "10" },
	{ "XY1936..1938", "2 3" },
	{ "XY1937", "-" },
	{ "XY1921..", "14 15" },
	{ "XY1888..1938", "" }, /* it stands in no word */
	{ "XY1978..1979", "-" },
	{ "XU1978..1979", "" },
	{ "XU1936..1938", "-" },
	{ "XE1936..1938", "10" },
	{ "XQfrom", "9" },
	{ "XQto", "12" },
	{ "XBbukharin-nikolai", "9 10 11 12" },
	{ "XKblockquote", "" },
	{ "XLen", "" },
	{ "XS1", "" },
};

/* How often each stands in the passage; years of works have no places and are counted all the same.
 */
static const struct {
	const char *term;
	uint64_t times;
} COUNTED[] = {
	{ "dead", 2 },
	{ "XPbukharin-nikolai", 1 },
	{ "XDderived", 0 },
	{ "XY1936..1938", 1 },
	{ "XY1888..1938", 1 },
	{ "XU1978..1979", 2 },
	{ "XQfrom", 0 },
};

START_TEST(passage_has_the_terms_of_the_design)
{
	kt_buf out = KT_BUF_INIT;
	uint32_t documents, *at = NULL;
	size_t size = 0, count;
	xap_reader *reader;
	kt_index *index;

	make_tagged();
	index = index_of(db);
	reader = kt_index_reader(index);
	for (size_t i = 0; i < sizeof POSTED / sizeof *POSTED; i++) {
		kt_str term = kt_str_of(POSTED[i].term);

		kt_buf_clear(&out);
		kt_buf_add(&out, KT_STR(""));
		OK(xap_reader_term(reader, term, &documents, NULL, &err));
		OK(xap_reader_positions(reader, 1, term, &at, &size, &count, &err));
		for (size_t j = 0; j < count; j++)
			kt_buf_addf(&out, j ? " %u" : "%u", at[j]);
		if (!documents)
			kt_buf_add(&out, KT_STR("-"));
		ck_assert_msg(kt_str_is(kt_buf_str(&out), POSTED[i].positions), "%s: %.*s",
			POSTED[i].term, KT_STR_ARG(kt_buf_str(&out)));
	}
	for (size_t i = 0; i < sizeof COUNTED / sizeof *COUNTED; i++) {
		uint64_t times;

		OK(xap_reader_term(reader, kt_str_of(COUNTED[i].term), &documents, &times, &err));
		ck_assert_msg(documents == 1 && times == COUNTED[i].times, "%s: %llu times in %u",
			COUNTED[i].term, (unsigned long long)times, documents);
	}
	free(at);
	kt_buf_release(&out);
	kt_index_free(index);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("posting");
	TCase *posted = add_case(s, "terms");

	tcase_add_test(posted, passage_has_the_terms_of_the_design);
	return s;
}

int main(void)
{
	return run_suite(suite());
}
