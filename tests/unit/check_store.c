/* check_store.c - terms, passage records, and the index on disk: written, replaced, killed, read.
 */
#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "kartoteka/store.h"

static char dir[64], db[96];
static kt_error err;
static kt_arena *arena;
static kt_words *words;
static kt_tokens tokens;

#define OK(call) ck_assert_msg((call) == KT_OK, "%s: %s", #call, err.message)

static void set_up(void)
{
	strcpy(dir, "/tmp/check_store.XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(dir));
	snprintf(db, sizeof db, "%s/db", dir);
	memset(&err, 0, sizeof err);
	memset(&tokens, 0, sizeof tokens);
	OK(kt_arena_new(&arena, &err));
	OK(kt_words_new(&words, &err));
}

static void tear_down(void)
{
	kt_tokens_release(&tokens);
	kt_words_free(words);
	kt_arena_free(arena);
	OK(kt_file_remove_all(dir, &err));
}

/* ---- writing, made short ---- */

static kt_store *store_of(const char *path, int rebuild)
{
	kt_store *store;

	OK(kt_store_open(&store, path, rebuild, &err));
	return store;
}

static void begin(kt_store *store, const char *path)
{
	kt_source_record record = { .path = kt_str_of(path), .format = KT_STR("text") };

	OK(kt_store_begin_source(store, &record, &err));
}

static void add(kt_store *store, kt_passage *passage)
{
	OK(kt_tokenise(&tokens, words, passage->text, 0, &err));
	OK(kt_store_add(store, passage, &tokens, words, &err));
}

static void add_text(kt_store *store, uint32_t number, const char *language, const char *text)
{
	kt_passage passage = { .number = number,
		.kind = KT_KIND_PARAGRAPH,
		.language = kt_language_of(language),
		.offset = -1,
		.text = kt_str_of(text) };

	add(store, &passage);
}

/* A source of one passage. */
static void add_source(kt_store *store, const char *path, const char *language, const char *text)
{
	begin(store, path);
	add_text(store, 1, language, text);
	OK(kt_store_end_source(store, &err));
}

static void finish(kt_store *store)
{
	OK(kt_store_finish(store, &err));
	kt_store_close(store);
}

static void make_index(const char *language, const char *text)
{
	kt_store *store = store_of(db, 0);

	add_source(store, "/a/essay.txt", language, text);
	finish(store);
}

static kt_index *index_of(const char *path)
{
	kt_index *index;

	OK(kt_index_open(&index, path, &err));
	return index;
}

static void write_file(const char *name, const char *text)
{
	char path[192];

	snprintf(path, sizeof path, "%s/%s", dir, name);
	OK(kt_file_write(path, kt_str_of(text), &err));
}

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
	{ KT_FIELD_QUOTED, "word", "XQword" },
	{ KT_FIELD_SPEAKER, "?murphy-kevin", "XB?murphy-kevin" },
	{ KT_FIELD_KIND, "note", "XKnote" },
	{ KT_FIELD_LANGUAGE, "ru", "XLru" },
	{ KT_FIELD_SOURCE, "12", "XS12" },
	{ KT_FIELD_LONG_YEARS, "1", "XW1" },
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

/* ---- records ---- */

static unsigned seed;

static unsigned random_below(unsigned bound)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % bound;
}

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

/* ---- the folder ---- */

START_TEST(absent_and_empty_folders_become_an_index)
{
	char deep[160];
	kt_index *index;

	snprintf(deep, sizeof deep, "%s/one/two/", dir);
	kt_store_close(store_of(deep, 0));
	index = index_of(deep); /* an index of nothing, but an index */
	kt_index_free(index);
	mkdir(db, 0777);
	make_index("en", "words");
	kt_index_free(index_of(db));
}
END_TEST

START_TEST(what_is_no_index_is_told_and_left_alone)
{
	char path[160];
	kt_store *store;
	kt_index *index;

	ck_assert_int_eq(kt_index_open(&index, db, &err), KT_ENOINDEX);
	ck_assert_ptr_nonnull(strstr(err.message, db));
	ck_assert_int_eq(kt_index_open(&index, "", &err), KT_ENOINDEX);
	write_file("thesis.txt", "the work of years");
	ck_assert_int_eq(kt_index_open(&index, dir, &err), KT_ENOINDEX);
	ck_assert_ptr_nonnull(strstr(err.message, "no file 'current'"));
	ck_assert_int_eq(kt_store_open(&store, dir, 0, &err), KT_ENOINDEX);
	ck_assert_int_eq(kt_store_open(&store, dir, 1, &err), KT_ENOINDEX);
	ck_assert_ptr_null(store);
	snprintf(path, sizeof path, "%s/writer.lock", dir);
	ck_assert_int_ne(access(path, F_OK), 0);
	snprintf(path, sizeof path, "%s/thesis.txt", dir);
	ck_assert_int_eq(kt_store_open(&store, path, 0, &err), KT_ENOINDEX);
	ck_assert_int_eq(kt_index_open(&index, path, &err), KT_ENOINDEX);
}
END_TEST

static const char *const CURRENTS[] = { "", "../index-1", "index-", "index-01", "index-1x",
	"index-99999999999999999999", "/etc" };

START_TEST(current_that_names_no_database_is_corrupt)
{
	kt_store *store;
	kt_index *index;

	make_index("en", "words");
	write_file("db/current", CURRENTS[_i]);
	ck_assert_int_eq(kt_index_open(&index, db, &err), KT_ECORRUPT);
	ck_assert_int_eq(kt_store_open(&store, db, 0, &err), KT_ECORRUPT);
	store = store_of(db, 1);
	add_source(store, "/a", "en", "anew");
	finish(store);
	kt_index_free(index_of(db));
}
END_TEST

START_TEST(second_writer_is_told_who_writes)
{
	char holder[64];
	kt_store *store = store_of(db, 0), *second;

	ck_assert_int_eq(kt_store_open(&second, db, 0, &err), KT_ELOCKED);
	snprintf(holder, sizeof holder, "process %ld on ", (long)getpid());
	ck_assert_ptr_nonnull(strstr(err.message, holder));
	ck_assert_int_eq(kt_store_open(&second, db, 1, &err), KT_ELOCKED);
	kt_store_close(store);
	kt_store_close(store_of(db, 0));
}
END_TEST

static void set_version(const char *schema)
{
	char path[160];
	xap_writer *writer;

	snprintf(path, sizeof path, "%s/index-1", db);
	OK(xap_writer_open(&writer, path, 0, &err));
	OK(xap_writer_begin(writer, &err));
	OK(xap_writer_set_metadata(writer, KT_STR("schema"), kt_str_of(schema), &err));
	OK(xap_writer_commit(writer, &err));
	OK(xap_writer_close(writer, &err));
}

START_TEST(another_version_is_refused_and_can_be_rebuilt)
{
	kt_store *store;
	kt_index *index;

	make_index("en", "words");
	set_version("99");
	ck_assert_int_eq(kt_index_open(&index, db, &err), KT_EVERSION);
	ck_assert_ptr_nonnull(strstr(err.message, "kartoteka-index --rebuild"));
	ck_assert_int_eq(kt_store_open(&store, db, 0, &err), KT_EVERSION);
	set_version("");
	ck_assert_int_eq(kt_index_open(&index, db, &err), KT_ECORRUPT);
	finish(store_of(db, 1));
	kt_index_free(index_of(db));
}
END_TEST

/* ---- sources and passages ---- */

static kt_passage passage_of(kt_index *index, uint32_t source, uint32_t number)
{
	kt_passage out;
	uint32_t id;

	OK(kt_index_find(index, source, number, &id, &err));
	OK(kt_index_passage(index, arena, id, &out, &err));
	return out;
}

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

static void counters(uint64_t sources, uint64_t passages, uint64_t words_in_all)
{
	kt_index *index = index_of(db);
	kt_index_state state;
	kt_source_record *list;
	uint32_t documents;
	size_t count;

	OK(kt_index_state_read(index, &state, &err));
	ck_assert_uint_eq(state.sources, sources);
	ck_assert_uint_eq(state.passages, passages);
	ck_assert_uint_eq(state.words, words_in_all);
	ck_assert_int_eq(state.schema, KT_SCHEMA_VERSION);
	ck_assert(state.written > 1600000000 && state.written <= (uint64_t)time(NULL));
	OK(xap_reader_count(kt_index_reader(index), &documents, &err));
	ck_assert_uint_eq(documents, passages);
	OK(kt_index_sources(index, arena, &list, &count, &err));
	ck_assert_uint_eq(count, sources);
	for (size_t i = 0; i < count; i++) {
		passages -= list[i].passages;
		words_in_all -= list[i].words;
	}
	ck_assert_uint_eq(passages, 0);
	ck_assert_uint_eq(words_in_all, 0);
	kt_index_free(index);
}

START_TEST(counters_stay_right_when_sources_change)
{
	kt_store *store = store_of(db, 0);
	uint32_t removed;

	add_source(store, "/a", "en", "one two three");
	begin(store, "/b");
	add_text(store, 1, "en", "four five");
	add_text(store, 2, "en", "six");
	OK(kt_store_end_source(store, &err));
	finish(store);
	counters(2, 3, 6);

	store = store_of(db, 0);
	ck_assert_uint_eq(kt_store_source_count(store), 2);
	removed = kt_store_source_by_path(store, KT_STR("/b"))->number;
	add_source(store, "/a", "en", "one");
	ck_assert_uint_eq(kt_store_source_by_path(store, KT_STR("/a"))->number, 1);
	add_source(store, "/a", "en", "one and only");
	OK(kt_store_remove(store, removed, &err));
	ck_assert_int_eq(kt_store_remove(store, removed, &err), KT_ENOTFOUND);
	finish(store);
	counters(1, 1, 3);

	store = store_of(db, 0);
	add_source(store, "/b", "en", "back again");
	/* a number is not used again */
	ck_assert_uint_eq(kt_store_source_by_path(store, KT_STR("/b"))->number, removed + 1);
	finish(store);
	counters(2, 2, 5);
}
END_TEST

START_TEST(source_named_like_a_number_is_not_that_source)
{
	kt_store *store = store_of(db, 0);

	add_source(store, "/texts/essay", "en", "the first");
	add_source(store, "/texts/1", "en", "the second");
	OK(kt_store_remove(store, 1, &err));
	finish(store);
	counters(1, 1, 2);
}
END_TEST

START_TEST(source_that_was_not_ended_is_given_up)
{
	kt_store *store = store_of(db, 0);
	kt_passage lost = { .number = 1, .text = KT_STR("lost") };

	ck_assert_int_eq(kt_store_add(store, &lost, &tokens, words, &err), KT_EINVAL);
	ck_assert_int_eq(kt_store_end_source(store, &err), KT_EINVAL);
	begin(store, "/a");
	add_text(store, 1, "en", "half a source");
	begin(store, "/b");
	add_text(store, 1, "en", "a whole one");
	OK(kt_store_end_source(store, &err));
	begin(store, "/c");
	add_text(store, 1, "en", "and half again");
	finish(store);
	counters(1, 1, 3);
}
END_TEST

START_TEST(closing_without_finish_changes_nothing)
{
	kt_store *store;

	make_index("en", "as it was");
	store = store_of(db, 0);
	add_source(store, "/a/essay.txt", "en", "as it should not be now");
	add_source(store, "/b", "en", "nor this");
	kt_store_close(store);
	counters(1, 1, 3);
}
END_TEST

static const struct {
	const char *path, *wish, *name, *stem;
} NAMES[] = {
	{ "/t/essay.txt", "essay.txt", "essay.txt", "essay" },
	{ "/t/essay.md", "essay.md", "essay.md", "essay.md" },
	{ "/u/essay.txt", "essay.txt", "u/essay.txt", "u/essay" },
	{ "/v/u/essay.txt", "essay.txt", "v/u/essay.txt", "v/u/essay" },
	{ "/t/deep/file.txt", "deep/file.txt", "deep/file.txt", "deep/file" },
	{ "/t/essay", "essay", "t/essay", "t/essay-2" }, /* t/essay, too, would be free */
	{ "/t/.hidden", ".hidden", ".hidden", ".hidden" },
	{ "/t/two.parts.txt", "two.parts.txt", "two.parts.txt", "two.parts" },
	{ "/w/wishless.txt", "", "wishless.txt", "wishless" },
};

START_TEST(names_and_stems_are_unique)
{
	kt_store *store = store_of(db, 0);

	for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
		kt_source_record r = { .path = kt_str_of(NAMES[i].path),
			.name = kt_str_of(NAMES[i].wish) };

		OK(kt_store_begin_source(store, &r, &err));
		ck_assert_str_eq(r.name.ptr, NAMES[i].name);
		if (i != 5)
			ck_assert_str_eq(r.stem.ptr, NAMES[i].stem);
		OK(kt_store_end_source(store, &err));
		/* indexed again it keeps its names */
		r.name = kt_str_of(NAMES[i].wish);
		OK(kt_store_begin_source(store, &r, &err));
		ck_assert_str_eq(r.name.ptr, NAMES[i].name);
		OK(kt_store_end_source(store, &err));
	}
	finish(store);
}
END_TEST

static const struct {
	const char *asked;
	uint32_t number; /* 0: not found */
} ASKED[] = {
	{ "essay.txt", 1 },
	{ "essay", 1 },
	{ "/t/essay.txt", 1 },
	{ "ESSAY", 1 },
	{ "u/essay.txt", 2 },
	{ "U/Essay", 2 },
	{ "киров.txt", 3 },
	{ "КИРОВ", 3 },
	{ "only.md", 4 },
	{ "twice.md", 0 }, /* two are named so */
	{ "absent", 0 },
	{ "", 0 },
};

START_TEST(source_is_found_by_its_names)
{
	static const char *const paths[][2] = { { "/t/essay.txt", "essay.txt" },
		{ "/u/essay.txt", "u/essay.txt" }, { "/t/киров.txt", "киров.txt" },
		{ "/t/deep/only.md", "deep/only.md" }, { "/t/a/twice.md", "a/twice.md" },
		{ "/t/b/twice.md", "b/twice.md" } };
	kt_store *store = store_of(db, 0);
	kt_index *index;
	uint32_t number;

	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		kt_source_record r = { .path = kt_str_of(paths[i][0]),
			.name = kt_str_of(paths[i][1]) };

		OK(kt_store_begin_source(store, &r, &err));
		OK(kt_store_end_source(store, &err));
	}
	finish(store);
	index = index_of(db);
	for (size_t i = 0; i < sizeof ASKED / sizeof *ASKED; i++) {
		kt_status status =
			kt_index_source_find(index, kt_str_of(ASKED[i].asked), &number, &err);

		ck_assert_int_eq(status, ASKED[i].number ? KT_OK : KT_ENOTFOUND);
		ck_assert_msg(number == ASKED[i].number, "%s: %u", ASKED[i].asked, number);
	}
	kt_index_free(index);
}
END_TEST

START_TEST(source_record_comes_back_as_it_was)
{
	kt_source_record in = { .path = KT_STR("/t/essay.txt"),
		.name = KT_STR("essay.txt"),
		.title = KT_STR("The Year One"),
		.author = KT_STR("Serge, Victor"),
		.date = KT_STR("1930-05"),
		.origin = KT_STR("archive"),
		.licence = KT_STR("CC0"),
		.format = KT_STR("text"),
		.encoding = KT_STR("UTF-8"),
		.language = { "en" },
		.hash = UINT64_MAX - 5,
		.size = 12345 };
	kt_store *store = store_of(db, 0);
	kt_source_record out;
	kt_index *index;

	OK(kt_store_begin_source(store, &in, &err));
	OK(kt_store_end_source(store, &err));
	finish(store);
	index = index_of(db);
	OK(kt_index_source(index, arena, in.number, &out, &err));
	ck_assert_str_eq(out.title.ptr, "The Year One");
	ck_assert_str_eq(out.author.ptr, "Serge, Victor");
	ck_assert_str_eq(out.date.ptr, "1930-05");
	ck_assert_str_eq(out.origin.ptr, "archive");
	ck_assert_str_eq(out.licence.ptr, "CC0");
	ck_assert_str_eq(out.format.ptr, "text");
	ck_assert_str_eq(out.encoding.ptr, "UTF-8");
	ck_assert_str_eq(out.path.ptr, "/t/essay.txt");
	ck_assert_str_eq(out.stem.ptr, "essay");
	ck_assert_str_eq(out.language.code, "en");
	ck_assert(out.hash == in.hash && out.size == in.size);
	ck_assert_int_eq(kt_index_source(index, arena, 9, &out, &err), KT_ENOTFOUND);
	kt_index_free(index);
}
END_TEST

START_TEST(metadata_is_kept_but_not_the_stores_own)
{
	static const char *const own[] = { "schema", "passages", "source:0000000001", "languages",
		"" };
	kt_store *store = store_of(db, 0);
	kt_buf out = KT_BUF_INIT;
	kt_index *index;

	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		ck_assert_int_eq(
			kt_store_set(store, kt_str_of(own[i]), KT_STR("1"), &err), KT_EINVAL);
	OK(kt_store_set(store, KT_STR("people"), KT_STR("id\tname\n"), &err));
	finish(store);
	index = index_of(db);
	OK(kt_index_get(index, &out, KT_STR("people"), &err));
	ck_assert_str_eq(out.ptr, "id\tname\n");
	OK(kt_index_get(index, &out, KT_STR("absent"), &err));
	ck_assert_uint_eq(out.len, 0);
	kt_buf_release(&out);
	kt_index_free(index);
}
END_TEST

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
	kt_year_span y[4] = {
		{ .from = 1936, .to = 1938, .type = KT_YEAR_EVENT },
		{ .from = 1921, .to = KT_YEAR_OPEN_TO, .type = KT_YEAR_EVENT },
		{ .from = 1978, .to = 1979, .type = KT_YEAR_PUBLICATION },
		{ .from = 1888, .to = 1938, .type = KT_YEAR_LIFE },
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
		.year_count = 4,
		.quotations = &q,
		.quotation_count = 1 };
	kt_store *store = store_of(db, 0);

	span(&m[0].start, &m[0].end, "Nikolai Bukharin");
	span(&m[1].start, &m[1].end, "NKVD");
	span(&m[2].start, &m[2].end, "party");
	span(&m[3].start, &m[3].end, "party");
	span(&y[0].start, &y[0].end, "1936-38");
	span(&y[1].start, &y[1].end, "since 1921");
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
	{ "in", "1" },
	{ "the", "7 9" },
	{ "dead", "12 13" },
	{ "XPbukharin-nikolai", "4 5" },
	{ "XOnkvd", "8" },
	{ "XPderived", "-" },
	{ "XPexcluded", "-" },
	{ "XOexcluded", "-" },
	{ "XDderived", "10" },
	{ "XDexcluded", "10" },
	{ "XY1936", "2 3" },
	{ "XY1937", "2 3" },
	{ "XY1938", "2 3" },
	{ "XY1939", "-" },
	{ "XY1921", "-" }, /* open: in the slots */
	{ "XY1888", "-" }, /* longer than ten years: in the slots */
	{ "XY1978", "-" },
	{ "XU1978", "" },
	{ "XU1979", "" },
	{ "XU1936", "-" },
	{ "XQthe", "9" },
	{ "XQdead", "12" },
	{ "XQtold", "-" },
	{ "XBbukharin-nikolai", "9 10 11 12" },
	{ "XKblockquote", "" },
	{ "XLen", "" },
	{ "XS1", "" },
	{ "XW1", "" },
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
	free(at);
	kt_buf_release(&out);
	kt_index_free(index);
}
END_TEST

static const struct {
	unsigned slot;
	double value;
} SLOTS[] = {
	{ KT_SLOT_FIRST_YEAR, 1888 },
	{ KT_SLOT_LAST_YEAR, KT_YEAR_OPEN_TO },
};

START_TEST(passage_has_the_numbers_of_the_design)
{
	const xap_ranking ranking = { 0, 0, XAP_BY_DOCUMENT, 0 };
	kt_index *index;
	xap_query *query;
	xap_match *found;
	size_t count, total;

	make_tagged();
	index = index_of(db);
	OK(xap_query_range(&query, SLOTS[_i].slot, SLOTS[_i].value, SLOTS[_i].value, &err));
	OK(xap_run(kt_index_reader(index), query, &ranking, 0, 1, &found, &count, &total, &err));
	ck_assert_uint_eq(total, 1);
	free(found);
	xap_query_free(query);
	kt_index_free(index);
}
END_TEST

START_TEST(untagged_passage_has_no_years)
{
	const xap_ranking ranking = { 0, 0, XAP_BY_DOCUMENT, 0 };
	kt_index *index;
	xap_query *query;
	xap_match *found;
	size_t count, total;

	make_index("en", "nothing of any year");
	index = index_of(db);
	for (unsigned slot = KT_SLOT_FIRST_YEAR; slot <= KT_SLOT_LAST_YEAR; slot++) {
		OK(xap_query_range(&query, slot, -1e9, 1e9, &err));
		OK(xap_run(kt_index_reader(index), query, &ranking, 0, 1, &found, &count, &total,
			&err));
		ck_assert_uint_eq(total, 0);
		free(found);
		xap_query_free(query);
	}
	kt_index_free(index);
}
END_TEST

/* ---- rebuilding, killing ---- */

static kt_str first_text(kt_index *index)
{
	return passage_of(index, 1, 1).text;
}

START_TEST(reader_keeps_the_old_index_while_it_is_rebuilt)
{
	kt_index *before, *during, *after;
	kt_store *store;

	make_index("en", "the old text");
	before = index_of(db);
	store = store_of(db, 1);
	ck_assert_uint_eq(kt_store_source_count(store), 0);
	add_source(store, "/a/essay.txt", "en", "the new text");
	during = index_of(db);
	ck_assert(kt_str_is(first_text(during), "the old text"));
	finish(store);
	after = index_of(db);
	ck_assert(kt_str_is(first_text(after), "the new text"));
	ck_assert(kt_str_is(first_text(before), "the old text"));
	OK(kt_index_reopen(before, &err));
	ck_assert(kt_str_is(first_text(before), "the new text"));
	kt_index_free(before);
	kt_index_free(during);
	kt_index_free(after);
	/* and it goes on from there */
	store = store_of(db, 0);
	ck_assert_uint_eq(kt_store_source_count(store), 1);
	kt_store_close(store);
}
END_TEST

START_TEST(rebuild_that_is_given_up_leaves_the_old_index)
{
	char path[160];
	kt_index *index;
	kt_store *store;

	make_index("en", "the old text");
	store = store_of(db, 1);
	add_source(store, "/a/essay.txt", "en", "the new text");
	kt_store_close(store);
	snprintf(path, sizeof path, "%s/index-2", db);
	ck_assert_int_ne(access(path, F_OK), 0);
	index = index_of(db);
	ck_assert(kt_str_is(first_text(index), "the old text"));
	kt_index_free(index);
}
END_TEST

#define KILLED_SOURCES 40

/* Every source has as many passages as the digits of its path say, and one word each. */
static void index_all(void)
{
	kt_store *store = store_of(db, 0);

	for (unsigned i = 1; i <= KILLED_SOURCES; i++) {
		char path[32];

		snprintf(path, sizeof path, "/t/%u", i);
		if (kt_store_source_by_path(store, kt_str_of(path)))
			continue;
		begin(store, path);
		for (unsigned j = 1; j <= i * 3; j++)
			add_text(store, j, "en", "counter-revolutionaries organised the station");
		OK(kt_store_end_source(store, &err));
		if (i % 3 == 0)
			OK(kt_store_finish(store, &err));
	}
	finish(store);
}

static size_t whole_sources(void)
{
	kt_index *index;
	kt_source_record *list;
	size_t count, passages = 0;
	uint32_t documents, id;

	if (kt_index_open(&index, db, &err)) {
		ck_assert_int_eq(err.code, KT_ENOINDEX); /* killed before there was one */
		return 0;
	}
	OK(kt_index_sources(index, arena, &list, &count, &err));
	for (size_t i = 0; i < count; i++) {
		ck_assert_uint_eq(list[i].passages, 3 * strtoul(list[i].path.ptr + 3, NULL, 10));
		for (uint32_t j = 1; j <= list[i].passages; j++)
			OK(kt_index_find(index, list[i].number, j, &id, &err));
		passages += list[i].passages;
	}
	OK(xap_reader_count(kt_index_reader(index), &documents, &err));
	ck_assert_uint_eq(documents, passages);
	kt_index_free(index);
	return count;
}

/* Indexes in a child and kills it after so many microseconds. */
static size_t index_and_kill(unsigned delay)
{
	pid_t child = fork();

	ck_assert_int_ge(child, 0);
	if (!child) {
		index_all();
		_exit(0);
	}
	usleep(delay);
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	return whole_sources();
}

START_TEST(killed_writer_leaves_whole_sources)
{
	size_t before = 0, now, partial = 0;
	unsigned delay = 1000, round;

	for (round = 0; round < 40; round++) {
		now = index_and_kill(delay);
		ck_assert_uint_ge(now, before);
		partial += now > before && now < KILLED_SOURCES;
		if (now == before) /* too early to have done anything */
			delay += delay / 2;
		else if (!before && now == KILLED_SOURCES) /* too late */
			delay /= 2;
		before = now;
		if (now == KILLED_SOURCES) {
			OK(kt_file_remove_all(db, &err));
			before = 0;
		}
	}
	ck_assert_uint_gt(partial, 0);
	index_all();
	ck_assert_uint_eq(whole_sources(), KILLED_SOURCES);
}
END_TEST

/* ---- lexicon ---- */

static kt_status collect(void *context, kt_str string, kt_error *e)
{
	kt_buf *out = context;

	(void)e;
	if (out->len)
		kt_buf_addc(out, '|');
	kt_buf_add(out, string);
	return KT_OK;
}

typedef enum asking { FORMS, PLAIN, ALIKE } asking;

static const char *ask(kt_buf *out, asking what, const char *language, const char *form)
{
	kt_index *index = index_of(db);
	kt_conflation *conflation;

	kt_buf_clear(out);
	kt_buf_add(out, KT_STR(""));
	OK(kt_conflation_new(&conflation, &err));
	if (what == FORMS)
		OK(kt_lexicon_forms(index, conflation, kt_language_of(language), kt_str_of(form),
			collect, out, &err));
	else if (what == PLAIN)
		OK(kt_lexicon_plain(index, kt_str_of(form), collect, out, &err));
	else
		OK(kt_lexicon_alike(index, kt_str_of(form), collect, out, &err));
	kt_conflation_free(conflation);
	kt_index_free(index);
	return out->len ? out->ptr : "";
}

#define ENGLISH                                                                                    \
	"Organise, organised, organization. An organ. Station, stations. "                         \
	"Counter-revolution and counterrevolution. N. K. Krupskaya of the U.S.S.R., USSR. "        \
	"41,000 and 41000. Tsar, Czar. Trotsky's. Méndez and Mendez. Ryutin, Riutin. "            \
	"Modern, modem. Quite quiet."
#define RUSSIAN "Киров, Кирова, Кировым. Ещё и еще."

static const struct {
	asking what;
	const char *language, *form, *forms;
} CLASSES[] = {
	{ FORMS, "en", "organise", "organise|organised|organization" },
	{ FORMS, "en", "organised", "organise|organised|organization" },
	{ FORMS, "en", "organising", "organise|organised|organization" },
	{ FORMS, "en", "station", "station|stations" },
	{ FORMS, "en", "absent", "" },
	{ FORMS, "en", "counterrevolution", "counter revolution|counterrevolution" },
	{ FORMS, "en", "nk", "n k" },
	{ FORMS, "en", "ussr", "u s s r|ussr" },
	{ FORMS, "en", "41000", "41 000|41000" },
	{ FORMS, "en", "czar", "czar|tsar" },
	{ FORMS, "ru", "киров", "киров|кирова|кировым" },
	{ FORMS, "ru", "кировом", "киров|кирова|кировым" },
	{ FORMS, "en", "киров", "киров" },
	{ PLAIN, "", "mendez", "mendez|méndez" },
	{ PLAIN, "", "méndez", "mendez|méndez" },
	{ PLAIN, "", "еще", "еще|ещё" },
	{ PLAIN, "", "absent", "" },
	{ ALIKE, "", "riutin", "riutin|ryutin" },
	{ ALIKE, "", "ryutin", "riutin|ryutin" },
	{ ALIKE, "", "modern", "modem|modern" },
	{ ALIKE, "", "modem", "modem|modern" },
	{ ALIKE, "", "quiet", "quiet|quite" },
	{ ALIKE, "", "sttion", "station" },
	{ ALIKE, "", "tstation", "station" },
	{ ALIKE, "", "htation", "station" },
	{ ALIKE, "", "statioi", "station" },
	{ ALIKE, "", "кирев", "киров" },
};

static void make_lexicon(void)
{
	kt_store *store = store_of(db, 0);

	add_source(store, "/a", "en", ENGLISH);
	add_source(store, "/b", "ru", RUSSIAN);
	finish(store);
}

START_TEST(class_has_the_forms_that_occur)
{
	kt_buf out = KT_BUF_INIT;

	make_lexicon();
	ck_assert_str_eq(ask(&out, CLASSES[_i].what, CLASSES[_i].language, CLASSES[_i].form),
		CLASSES[_i].forms);
	kt_buf_release(&out);
}
END_TEST

START_TEST(form_that_is_gone_is_not_told)
{
	kt_store *store = store_of(db, 0);
	kt_buf out = KT_BUF_INIT;

	add_source(store, "/a", "en", "stations of the counter-revolution");
	add_source(store, "/b", "en", "station and counter");
	finish(store);
	store = store_of(db, 0);
	OK(kt_store_remove(store, 1, &err));
	finish(store);
	ck_assert_str_eq(ask(&out, FORMS, "en", "station"), "station");
	ck_assert_str_eq(ask(&out, FORMS, "en", "counterrevolution"), "");
	/* and when it is back it is told again */
	store = store_of(db, 0);
	add_source(store, "/c", "en", "stations of the counter-revolution");
	finish(store);
	ck_assert_str_eq(ask(&out, FORMS, "en", "station"), "station|stations");
	ck_assert_str_eq(ask(&out, FORMS, "en", "counterrevolution"), "counter revolution");
	kt_buf_release(&out);
}
END_TEST

START_TEST(languages_are_those_of_the_passages)
{
	kt_language languages[32];
	kt_index *index;

	make_lexicon();
	index = index_of(db);
	OK(kt_lexicon_languages(index, languages, &err));
	ck_assert_str_eq(languages[0].code, "en");
	ck_assert_str_eq(languages[1].code, "ru");
	ck_assert_str_eq(languages[2].code, "");
	kt_index_free(index);
}
END_TEST

/* The whole synonym table as text. */
static kt_status dump_key(void *context, kt_str key, kt_error *e)
{
	void **both = context;

	kt_buf_addf(both[1], "\n%.*s:", KT_STR_ARG(key));
	return xap_reader_synonyms(both[0], key, collect, both[1], e);
}

static void dump(kt_buf *out)
{
	kt_index *index = index_of(db);
	void *both[] = { kt_index_reader(index), out };

	kt_buf_clear(out);
	OK(xap_reader_synonym_keys(kt_index_reader(index), KT_STR(""), dump_key, both, &err));
	kt_index_free(index);
}

static const char *const PARTS[][2] = {
	{ "en", ENGLISH },
	{ "", "without a language: re-elections of N. K. Organs." },
	{ "ru", RUSSIAN },
	{ "en", "Stationing again, Кировом; organisation's anti-Soviet" },
	{ "de", "Der Organisator; die Räte-Republik, 1.000 Kirow" },
};
enum { PART_COUNT = sizeof PARTS / sizeof *PARTS };

/* Whether a run writes so many parts or one, and languages come early or late. */
START_TEST(lexicon_does_not_depend_on_the_runs)
{
	kt_buf one = KT_BUF_INIT, other = KT_BUF_INIT;
	kt_store *store = store_of(db, 0);
	char path[32];
	size_t i;

	for (i = 0; i < PART_COUNT; i++) {
		snprintf(path, sizeof path, "/t/%zu", i);
		add_source(store, path, PARTS[i][0], PARTS[i][1]);
	}
	finish(store);
	dump(&one);
	ck_assert_uint_gt(one.len, 500);
	OK(kt_file_remove_all(db, &err));
	for (i = 0; i < PART_COUNT; i++) {
		store = store_of(db, 0);
		snprintf(path, sizeof path, "/t/%zu", i);
		add_source(store, path, PARTS[i][0], PARTS[i][1]);
		if (_i)
			OK(kt_store_finish(store, &err)); /* the same session goes on */
		add_source(store, path, PARTS[i][0], PARTS[i][1]);
		finish(store);
	}
	dump(&other);
	ck_assert_str_eq(one.ptr, other.ptr);
	kt_buf_release(&one);
	kt_buf_release(&other);
}
END_TEST

/* A word of an alphabet so small that many others are one slip away. */
static kt_str random_word(char *text)
{
	static const char *const letters[] = { "a", "r", "n", "m", "c", "l", "d", "i", "h", "v",
		"w", "0", "o", "1", "é", "ж", "я" };
	size_t n = 0;

	for (unsigned i = 0, count = 4 + random_below(3); i < count; i++) {
		const char *letter = letters[random_below(17)];

		memcpy(text + n, letter, strlen(letter));
		n += strlen(letter);
	}
	return (kt_str) { text, n };
}

static kt_status collect_slip(void *context, kt_str term, kt_error *e)
{
	void **both = context;
	const kt_str *word = both[0];

	if ((term.ptr[0] < 'A' || term.ptr[0] > 'Z') &&
		(kt_str_equal(*word, term) || kt_one_slip(*word, term)))
		return collect(both[1], term, e);
	return KT_OK;
}

static kt_status lacks(void *context, kt_str term, kt_error *e)
{
	kt_buf *told = context;
	kt_buf bars = KT_BUF_INIT;
	kt_str all = kt_buf_str(told);
	size_t at;

	(void)e;
	kt_buf_addf(&bars, "|%.*s|", KT_STR_ARG(term));
	at = kt_str_find(all, kt_buf_str(&bars), 0);
	kt_buf_release(&bars);
	ck_assert_msg(at < all.len, "%.*s is missing", KT_STR_ARG(term));
	return KT_OK;
}

START_TEST(every_word_with_one_slip_is_found)
{
	kt_buf text = KT_BUF_INIT, told = KT_BUF_INIT, wanted = KT_BUF_INIT;
	char word[64];
	kt_index *index;
	size_t slips = 0, from, to;

	seed = 11;
	for (int i = 0; i < 4000; i++) {
		kt_buf_add(&text, random_word(word));
		kt_buf_addc(&text, ' ');
	}
	make_index("", text.ptr);
	index = index_of(db);
	for (int i = 0; i < 300; i++) {
		kt_str asked = random_word(word);
		void *both[] = { &asked, &wanted };

		kt_buf_clear(&told);
		kt_buf_clear(&wanted);
		kt_buf_add(&told, KT_STR("|"));
		OK(kt_lexicon_alike(index, asked, collect, &told, &err));
		kt_buf_add(&told, KT_STR("|"));
		OK(xap_reader_terms(kt_index_reader(index), KT_STR(""), collect_slip, both, &err));
		for (from = 0; from < wanted.len; from = to + 1, slips++) {
			to = kt_str_find(kt_buf_str(&wanted), KT_STR("|"), from);
			if (to > wanted.len)
				to = wanted.len;
			lacks(&told, kt_str_sub(kt_buf_str(&wanted), from, to), &err);
		}
	}
	ck_assert_uint_gt(slips, 50);
	kt_index_free(index);
	kt_buf_release(&text);
	kt_buf_release(&told);
	kt_buf_release(&wanted);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("store");
	TCase *records = tcase_create("records"), *folder = tcase_create("folder");
	TCase *sources = tcase_create("sources"), *posted = tcase_create("terms");
	TCase *crash = tcase_create("rebuild and kill"), *lexicon = tcase_create("lexicon");
	TCase *all[] = { records, folder, sources, posted, crash, lexicon };

	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		tcase_add_checked_fixture(all[i], set_up, tear_down);
		tcase_set_timeout(all[i], 120);
		suite_add_tcase(s, all[i]);
	}
	tcase_add_loop_test(records, term_is_prefix_and_value, 0, sizeof TERMS / sizeof *TERMS);
	tcase_add_test(records, long_values_are_told_apart);
	tcase_add_test(records, record_gives_back_what_was_put_in);
	tcase_add_test(records, mutated_record_is_corrupt_or_harmless);
	tcase_add_test(records, cut_record_is_corrupt);
	tcase_add_test(records, span_outside_the_text_is_never_written);
	tcase_add_test(folder, absent_and_empty_folders_become_an_index);
	tcase_add_test(folder, what_is_no_index_is_told_and_left_alone);
	tcase_add_loop_test(folder, current_that_names_no_database_is_corrupt, 0,
		sizeof CURRENTS / sizeof *CURRENTS);
	tcase_add_test(folder, second_writer_is_told_who_writes);
	tcase_add_test(folder, another_version_is_refused_and_can_be_rebuilt);
	tcase_add_test(sources, passage_comes_back_as_it_was);
	tcase_add_test(sources, counters_stay_right_when_sources_change);
	tcase_add_test(sources, source_named_like_a_number_is_not_that_source);
	tcase_add_test(sources, source_that_was_not_ended_is_given_up);
	tcase_add_test(sources, closing_without_finish_changes_nothing);
	tcase_add_test(sources, names_and_stems_are_unique);
	tcase_add_test(sources, source_is_found_by_its_names);
	tcase_add_test(sources, source_record_comes_back_as_it_was);
	tcase_add_test(sources, metadata_is_kept_but_not_the_stores_own);
	tcase_add_test(posted, passage_has_the_terms_of_the_design);
	tcase_add_loop_test(
		posted, passage_has_the_numbers_of_the_design, 0, sizeof SLOTS / sizeof *SLOTS);
	tcase_add_test(posted, untagged_passage_has_no_years);
	tcase_add_test(crash, reader_keeps_the_old_index_while_it_is_rebuilt);
	tcase_add_test(crash, rebuild_that_is_given_up_leaves_the_old_index);
	tcase_add_test(crash, killed_writer_leaves_whole_sources);
	tcase_add_loop_test(
		lexicon, class_has_the_forms_that_occur, 0, sizeof CLASSES / sizeof *CLASSES);
	tcase_add_test(lexicon, form_that_is_gone_is_not_told);
	tcase_add_test(lexicon, languages_are_those_of_the_passages);
	tcase_add_loop_test(lexicon, lexicon_does_not_depend_on_the_runs, 0, 2);
	tcase_add_test(lexicon, every_word_with_one_slip_is_found);
	return s;
}

int main(void)
{
	SRunner *runner = srunner_create(suite());
	int failed;

	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
