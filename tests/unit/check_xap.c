/* check_xap.c - the binding to Xapian. */
#include <check.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kartoteka/xap.h"

static char dir[64], db[96];
static kt_error err;

static void set_up(void)
{
	strcpy(dir, "/tmp/check_xap.XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(dir));
	snprintf(db, sizeof db, "%s/db", dir);
	memset(&err, 0, sizeof err);
}

static void tear_down(void)
{
	ck_assert_int_eq(kt_file_remove_all(dir, &err), KT_OK);
}

#define OK(call) ck_assert_msg((call) == KT_OK, "%s: %s", #call, err.message)

static xap_writer *writer_of(const char *path)
{
	xap_writer *writer;

	OK(xap_writer_open(&writer, path, 1, &err));
	OK(xap_writer_begin(writer, &err));
	return writer;
}

static void done(xap_writer *writer)
{
	OK(xap_writer_commit(writer, &err));
	OK(xap_writer_close(writer, &err));
}

/* A document of words, parted by spaces, at the positions 1, 2, 3 ... */
static void add(xap_writer *writer, const char *words)
{
	xap_document *doc;
	uint32_t position = 1;

	OK(xap_document_new(&doc, &err));
	for (const char *at = words; *at; position++) {
		size_t n = strcspn(at, " ");

		OK(xap_document_marks(doc, (kt_str) { at, n }, &position, 1, 1, &err));
		at += n + (at[n] == ' ');
	}
	OK(xap_document_record(doc, kt_str_of(words), &err));
	OK(xap_writer_add(writer, doc, NULL, &err));
	xap_document_free(doc);
}

static xap_reader *reader_of(const char *path)
{
	xap_reader *reader;

	OK(xap_reader_open(&reader, path, &err));
	return reader;
}

static void make(const char *const *texts)
{
	xap_writer *writer = writer_of(db);

	for (size_t i = 0; texts[i]; i++)
		add(writer, texts[i]);
	done(writer);
}

static const char *const FEW[] = { "to the finland station", "the station of the state",
	"state and revolution", "what is to be done", NULL };

/* ---- documents and terms ---- */

static char long_term[256];
static const struct {
	const char *term;
	size_t length;
	kt_status status;
} terms[] = {
	{ "", 0, KT_EINVAL },
	{ "a\0b", 3, KT_EINVAL },
	{ long_term, XAP_TERM_MAX + 1, KT_ELIMIT },
	{ long_term, XAP_TERM_MAX, KT_OK },
	{ "\xd0\xba\xd0\xb8\xd1\x80\xd0\xbe\xd0\xb2", 10, KT_OK },
};

START_TEST(term_that_xapian_would_refuse_costs_nothing_else)
{
	kt_str term = { terms[_i].term, terms[_i].length };
	const uint32_t position = 7;
	xap_document *doc;
	xap_writer *writer = writer_of(db);
	xap_reader *reader;
	uint32_t documents;

	memset(long_term, 'x', sizeof long_term);
	add(writer, "before");
	OK(xap_document_new(&doc, &err));
	ck_assert_int_eq(xap_document_marks(doc, term, &position, 1, 1, &err), terms[_i].status);
	ck_assert_int_eq(xap_document_term(doc, term, 0, &err), terms[_i].status);
	OK(xap_document_record(doc, KT_STR("r"), &err));
	OK(xap_writer_add(writer, doc, NULL, &err));
	xap_document_free(doc);
	done(writer);
	reader = reader_of(db);
	OK(xap_reader_count(reader, &documents, &err));
	ck_assert_uint_eq(documents, 2);
	OK(xap_reader_term(reader, term.len ? term : KT_STR("-"), &documents, NULL, &err));
	ck_assert_uint_eq(documents, terms[_i].status == KT_OK);
	xap_reader_free(reader);
}
END_TEST

START_TEST(marks_count_as_often_as_they_are_told_to)
{
	const uint32_t positions[] = { 3, 9, 10 };
	xap_document *doc;
	xap_writer *writer = writer_of(db);
	xap_reader *reader;
	uint32_t documents, *at = NULL;
	uint64_t occurrences;
	size_t size = 0, count;

	OK(xap_document_new(&doc, &err));
	OK(xap_document_term(doc, KT_STR("word"), 3, &err));
	OK(xap_document_marks(doc, KT_STR("XBkirov"), positions, 3, 0, &err));
	OK(xap_document_marks(doc, KT_STR("XPkirov"), positions, 3, 2, &err));
	OK(xap_document_term(doc, KT_STR("XKnote"), 0, &err));
	OK(xap_document_record(doc, KT_STR("r"), &err));
	OK(xap_writer_add(writer, doc, NULL, &err));
	xap_document_free(doc);
	done(writer);
	reader = reader_of(db);
	OK(xap_reader_term(reader, KT_STR("word"), &documents, &occurrences, &err));
	ck_assert_uint_eq(occurrences, 3);
	OK(xap_reader_term(reader, KT_STR("XBkirov"), &documents, &occurrences, &err));
	ck_assert_uint_eq(documents, 1);
	ck_assert_uint_eq(occurrences, 0);
	OK(xap_reader_term(reader, KT_STR("XPkirov"), &documents, &occurrences, &err));
	ck_assert_uint_eq(occurrences, 2);
	OK(xap_reader_positions(reader, 1, KT_STR("XBkirov"), &at, &size, &count, &err));
	ck_assert_uint_eq(count, 3);
	ck_assert_mem_eq(at, positions, sizeof positions);
	OK(xap_reader_positions(reader, 1, KT_STR("XKnote"), &at, &size, &count, &err));
	ck_assert_uint_eq(count, 0);
	free(at);
	xap_reader_free(reader);
}
END_TEST

START_TEST(what_is_not_there_is_no_exception)
{
	xap_reader *reader;
	kt_buf out = KT_BUF_INIT;
	uint32_t *at = NULL, id;
	size_t size = 0, count = 9;

	make(FEW);
	reader = reader_of(db);
	OK(xap_reader_positions(reader, 1, KT_STR("absent"), &at, &size, &count, &err));
	ck_assert_uint_eq(count, 0);
	OK(xap_reader_positions(reader, 99, KT_STR("the"), &at, &size, &count, &err));
	OK(xap_reader_positions(reader, 0, KT_STR("the"), &at, &size, &count, &err));
	ck_assert_uint_eq(count, 0);
	ck_assert_int_eq(xap_reader_record(reader, &out, 99, &err), KT_ENOTFOUND);
	ck_assert_int_eq(xap_reader_record(reader, &out, 0, &err), KT_ENOTFOUND);
	ck_assert_int_eq(xap_reader_first(reader, KT_STR("absent"), &id, &err), KT_ENOTFOUND);
	OK(xap_reader_record(reader, &out, 3, &err));
	ck_assert_str_eq(out.ptr, "state and revolution");
	OK(xap_reader_first(reader, KT_STR("revolution"), &id, &err));
	ck_assert_uint_eq(id, 3);
	OK(xap_reader_metadata(reader, &out, KT_STR("absent"), &err));
	ck_assert_uint_eq(out.len, 0);
	free(at);
	kt_buf_release(&out);
	xap_reader_free(reader);
}
END_TEST

static kt_status collect(void *context, kt_str string, kt_error *e)
{
	(void)e;
	kt_buf_add(context, string);
	kt_buf_addc(context, ' ');
	return KT_OK;
}

static kt_status stop(void *context, kt_str string, kt_error *e)
{
	collect(context, string, e);
	return kt_fail(e, KT_ELIMIT, "enough");
}

START_TEST(listings_are_sorted_and_can_be_ended)
{
	xap_writer *writer = writer_of(db);
	xap_reader *reader;
	kt_buf out = KT_BUF_INIT;

	add(writer, "beta alpha alphabet");
	OK(xap_writer_set_metadata(writer, KT_STR("k:2"), KT_STR("two"), &err));
	OK(xap_writer_set_metadata(writer, KT_STR("k:1"), KT_STR("one"), &err));
	OK(xap_writer_set_metadata(writer, KT_STR("other"), KT_STR("x"), &err));
	OK(xap_writer_add_synonym(writer, KT_STR("c:1"), KT_STR("n k"), &err));
	OK(xap_writer_add_synonym(writer, KT_STR("c:1"), KT_STR("a"), &err));
	OK(xap_writer_add_synonym(writer, KT_STR("c:2"), KT_STR("b"), &err));
	done(writer);
	reader = reader_of(db);
	OK(xap_reader_terms(reader, KT_STR("alpha"), collect, &out, &err));
	OK(xap_reader_metadata_keys(reader, KT_STR("k:"), collect, &out, &err));
	OK(xap_reader_synonyms(reader, KT_STR("c:1"), collect, &out, &err));
	OK(xap_reader_synonym_keys(reader, KT_STR("c:"), collect, &out, &err));
	ck_assert_str_eq(out.ptr, "alpha alphabet k:1 k:2 a n k c:1 c:2 ");
	kt_buf_clear(&out);
	ck_assert_int_eq(xap_reader_terms(reader, KT_STR(""), stop, &out, &err), KT_ELIMIT);
	ck_assert_str_eq(out.ptr, "alpha ");
	OK(xap_reader_term_from(reader, &out, KT_STR("alphabets"), &err));
	ck_assert_str_eq(out.ptr, "beta");
	OK(xap_reader_term_from(reader, &out, KT_STR("gamma"), &err));
	ck_assert_uint_eq(out.len, 0);
	kt_buf_release(&out);
	xap_reader_free(reader);
}
END_TEST

static kt_status add_id(void *context, uint32_t id, uint32_t occurrences, kt_error *e)
{
	(void)e;
	kt_buf_addf(context, "%u:%u ", id, occurrences);
	return KT_OK;
}

START_TEST(postings_are_told_for_all_or_for_some_documents)
{
	const uint32_t some[] = { 1, 3, 4, 9 };
	xap_reader *reader;
	kt_buf out = KT_BUF_INIT;

	make(FEW);
	reader = reader_of(db);
	OK(xap_reader_postings(reader, KT_STR("the"), NULL, 0, add_id, &out, &err));
	ck_assert_str_eq(out.ptr, "1:1 2:2 ");
	kt_buf_clear(&out);
	OK(xap_reader_postings(reader, KT_STR("the"), some, 4, add_id, &out, &err));
	ck_assert_str_eq(out.ptr, "1:1 ");
	kt_buf_release(&out);
	xap_reader_free(reader);
}
END_TEST

/* ---- transactions ---- */

static uint32_t count_in(const char *path)
{
	xap_reader *reader = reader_of(path);
	uint32_t documents;

	OK(xap_reader_count(reader, &documents, &err));
	xap_reader_free(reader);
	return documents;
}

START_TEST(only_what_is_committed_is_there)
{
	xap_writer *writer = writer_of(db);
	uint32_t i;

	add(writer, "one");
	ck_assert_uint_eq(count_in(db), 0);
	OK(xap_writer_commit(writer, &err));
	ck_assert_uint_eq(count_in(db), 1);
	OK(xap_writer_begin(writer, &err));
	/* more than Xapian writes out by itself */
	for (i = 0; i < 10050; i++)
		add(writer, "two");
	ck_assert_uint_eq(count_in(db), 1);
	OK(xap_writer_close(writer, &err));
	ck_assert_uint_eq(count_in(db), 1);
}
END_TEST

START_TEST(deleted_by_term_is_gone)
{
	xap_writer *writer;
	xap_reader *reader;
	uint32_t documents;

	make(FEW);
	writer = writer_of(db);
	OK(xap_writer_delete(writer, KT_STR("the"), &err));
	OK(xap_writer_delete(writer, KT_STR("absent"), &err));
	done(writer);
	reader = reader_of(db);
	OK(xap_reader_count(reader, &documents, &err));
	ck_assert_uint_eq(documents, 2);
	OK(xap_reader_last(reader, &documents, &err));
	ck_assert_uint_eq(documents, 4);
	xap_reader_free(reader);
}
END_TEST

START_TEST(poisoned_writer_repeats_the_first_error)
{
	xap_writer *writer = writer_of(db);
	kt_buf out = KT_BUF_INIT;
	kt_error later;

	add(writer, "lost");
	ck_assert_int_eq(xap_writer_delete(writer, KT_STR(""), &err), KT_EINVAL);
	ck_assert_int_eq(xap_writer_commit(writer, &later), KT_EINVAL);
	ck_assert_str_eq(later.message, err.message);
	ck_assert_int_eq(xap_writer_metadata(writer, &out, KT_STR("k"), &later), KT_EINVAL);
	ck_assert_str_eq(later.message, err.message);
	kt_buf_release(&out);
	OK(xap_writer_close(writer, &err));
	ck_assert_uint_eq(count_in(db), 0);
}
END_TEST

START_TEST(change_outside_a_transaction_is_refused)
{
	xap_writer *writer = writer_of(db);

	OK(xap_writer_commit(writer, &err));
	ck_assert_int_eq(
		xap_writer_set_metadata(writer, KT_STR("k"), KT_STR("v"), &err), KT_EINVAL);
	OK(xap_writer_close(writer, &err));
}
END_TEST

START_TEST(reader_is_told_that_the_index_changed)
{
	xap_writer *writer = writer_of(db);
	xap_reader *reader;
	kt_buf out = KT_BUF_INIT;
	kt_status status = KT_OK;
	uint32_t i, round;

	for (i = 0; i < 3000; i++)
		add(writer, i % 2 ? "some words of a text" : "other words of another");
	OK(xap_writer_commit(writer, &err));
	reader = reader_of(db);
	for (round = 0; round < 3; round++) {
		OK(xap_writer_begin(writer, &err));
		OK(xap_writer_delete(writer, round ? KT_STR("other") : KT_STR("some"), &err));
		for (i = 0; i < 3000; i++)
			add(writer, "wholly different texts stand here");
		OK(xap_writer_commit(writer, &err));
	}
	for (i = 1; i <= 3000 && status != KT_ECHANGED; i++)
		status = xap_reader_record(reader, &out, i, &err);
	ck_assert_int_eq(status, KT_ECHANGED);
	xap_reader_free(reader);
	reader = reader_of(db);
	OK(xap_reader_record(reader, &out, 3001, &err));
	OK(xap_writer_close(writer, &err));
	xap_reader_free(reader);
	kt_buf_release(&out);
}
END_TEST

/* ---- what is no database, or a broken one ---- */

START_TEST(second_writer_is_told_of_the_lock)
{
	xap_writer *writer = writer_of(db), *second;

	ck_assert_int_eq(xap_writer_open(&second, db, 1, &err), KT_ELOCKED);
	ck_assert_ptr_null(second);
	ck_assert_ptr_nonnull(strstr(err.message, db));
	OK(xap_writer_close(writer, &err));
}
END_TEST

static void write_file(const char *name, const char *text)
{
	char path[160];

	snprintf(path, sizeof path, "%s/%s", dir, name);
	OK(kt_file_write(path, kt_str_of(text), &err));
}

START_TEST(stub_is_never_followed)
{
	char path[160];
	xap_reader *reader;
	xap_writer *writer;
	size_t problems;

	write_file("XAPIANDB", "remote :touch followed\n");
	write_file("stub", "remote :touch followed\n");
	snprintf(path, sizeof path, "%s/stub", dir);
	ck_assert_int_eq(xap_reader_open(&reader, dir, &err), KT_ENOINDEX);
	ck_assert_int_ne(xap_reader_open(&reader, path, &err), KT_OK);
	ck_assert_ptr_null(reader);
	ck_assert_int_ne(xap_writer_open(&writer, path, 0, &err), KT_OK);
	ck_assert_int_eq(xap_check(dir, &problems, &err), KT_ENOINDEX);
	ck_assert_int_eq(xap_check(path, &problems, &err), KT_ENOINDEX);
}
END_TEST

START_TEST(missing_database_is_no_index)
{
	xap_reader *reader;
	xap_writer *writer;

	ck_assert_int_eq(xap_reader_open(&reader, db, &err), KT_ENOINDEX);
	ck_assert_ptr_nonnull(strstr(err.message, db));
	ck_assert_int_eq(xap_writer_open(&writer, db, 0, &err), KT_ENOINDEX);
}
END_TEST

static const char *const TABLES[] = { "iamglass", "postlist.glass", "docdata.glass",
	"termlist.glass" };

/* Reads all there is; the first trouble. */
static kt_status read_all(void)
{
	xap_reader *reader;
	kt_buf out = KT_BUF_INIT;
	kt_status status = xap_reader_open(&reader, db, &err);
	uint32_t id;

	if (status)
		return status;
	status = xap_reader_terms(reader, KT_STR(""), collect, &out, &err);
	for (id = 1; !status && id <= 4; id++)
		status = xap_reader_record(reader, &out, id, &err);
	xap_reader_free(reader);
	kt_buf_release(&out);
	return status;
}

START_TEST(damaged_table_is_told)
{
	char path[160];
	char noise[4096];
	size_t problems = 0;
	kt_status status;
	FILE *file;

	make(FEW);
	OK(read_all());
	OK(xap_check(db, &problems, &err));
	ck_assert_uint_eq(problems, 0);
	snprintf(path, sizeof path, "%s/%s", db, TABLES[_i]);
	memset(noise, 0xa5, sizeof noise);
	file = fopen(path, "r+b");
	ck_assert_ptr_nonnull(file);
	fwrite(noise, 1, sizeof noise, file);
	fclose(file);
	if (_i != 3) { /* reading needs no term lists */
		status = read_all();
		ck_assert_msg(status == KT_ECORRUPT || status == KT_EVERSION ||
				      status == KT_ENOINDEX || status == KT_ENOTFOUND,
			"%d %s", status, err.message);
	}
	status = xap_check(db, &problems, &err);
	ck_assert(status != KT_OK || problems);
}
END_TEST

/* ---- queries ---- */

static xap_query *term(const char *text)
{
	xap_query *query;

	OK(xap_query_term(&query, kt_str_of(text), &err));
	return query;
}

static xap_query *join(xap_op op, xap_query *a, xap_query *b)
{
	xap_query *children[] = { a, b }, *query;

	OK(xap_query_join(&query, op, children, b ? 2 : 1, &err));
	return query;
}

/* The documents that match, in their order, as text; and their exact number. */
static const char *matching(xap_reader *reader, xap_query *query)
{
	static char text[256];
	const xap_ranking ranking = { 0, 0 };
	xap_match *ranked;
	uint32_t *found;
	size_t count, total, i, n = 0;

	OK(xap_documents(reader, query, &found, &count, &err));
	ck_assert_ptr_nonnull(found);
	OK(xap_run(reader, query, &ranking, 0, 0, &ranked, &i, &total, &err));
	ck_assert_uint_eq(count, total);
	text[0] = '\0';
	for (i = 0; i < count && n < sizeof text - 16; i++)
		n += (size_t)snprintf(text + n, sizeof text - n, i ? " %u" : "%u", found[i]);
	free(found);
	xap_query_free(query);
	return text;
}

START_TEST(operators_mean_what_they_say)
{
	xap_reader *reader;
	xap_query *all, *none, *scaled;

	make(FEW);
	reader = reader_of(db);
	ck_assert_str_eq(matching(reader, join(XAP_AND, term("to"), term("the"))), "1");
	ck_assert_str_eq(matching(reader, join(XAP_OR, term("to"), term("state"))), "1 2 3 4");
	ck_assert_str_eq(matching(reader, join(XAP_AND_NOT, term("the"), term("to"))), "2");
	ck_assert_str_eq(matching(reader, join(XAP_FILTER, term("the"), term("of"))), "2");
	ck_assert_str_eq(matching(reader, join(XAP_AND_MAYBE, term("the"), term("of"))), "1 2");
	ck_assert_str_eq(matching(reader, join(XAP_SYNONYM, term("finland"), term("done"))), "1 4");
	ck_assert_str_eq(matching(reader, join(XAP_AND, term("to"), NULL)), "1 4");
	OK(xap_query_all(&all, &err));
	ck_assert_str_eq(matching(reader, all), "1 2 3 4");
	OK(xap_query_none(&none, &err));
	ck_assert_str_eq(matching(reader, none), "");
	OK(xap_query_join(&none, XAP_OR, NULL, 0, &err));
	ck_assert_str_eq(matching(reader, none), "");
	OK(xap_query_scale(&scaled, term("to"), 0, &err));
	ck_assert_str_eq(matching(reader, scaled), "1 4");
	xap_reader_free(reader);
}
END_TEST

START_TEST(query_that_xapian_cannot_run_is_refused)
{
	xap_query *query, *children[2];
	unsigned i;

	children[0] = term("a");
	children[1] = NULL;
	ck_assert_int_eq(xap_query_join(&query, XAP_AND, children, 2, &err), KT_EINVAL);
	ck_assert_int_eq(xap_query_scale(&query, term("a"), -1, &err), KT_EINVAL);
	ck_assert_int_eq(xap_query_term(&query, KT_STR(""), &err), KT_EINVAL);
	query = term("a");
	for (i = 0; i < 1000 && query; i++) {
		children[0] = query;
		children[1] = term("b");
		if (xap_query_join(&query, i % 2 ? XAP_AND : XAP_OR, children, 2, &err))
			break;
	}
	ck_assert_uint_lt(i, 1000);
	ck_assert_int_eq(err.code, KT_ELIMIT);
}
END_TEST

START_TEST(documents_worked_out_beforehand_match_and_weigh)
{
	const uint32_t ids[] = { 1, 3, 4 };
	const double weights[] = { 0.5, 2.5, 1.5 };
	const xap_ranking ranking = { 0, 0 };
	xap_reader *reader;
	xap_query *query;
	xap_match *found;
	size_t count, total;

	make(FEW);
	reader = reader_of(db);
	OK(xap_query_documents(&query, ids, weights, 3, &err));
	OK(xap_run(reader, query, &ranking, 0, 2, &found, &count, &total, &err));
	ck_assert_uint_eq(total, 3);
	ck_assert_uint_eq(count, 2);
	ck_assert(found[0].id == 3 && found[0].weight == 2.5 && found[1].id == 4);
	free(found);
	ck_assert_str_eq(matching(reader, join(XAP_AND_NOT, query, term("to"))), "3");
	OK(xap_query_documents(&query, ids, NULL, 3, &err));
	ck_assert_str_eq(matching(reader, join(XAP_AND, term("the"), query)), "1");
	OK(xap_query_documents(&query, ids, NULL, 0, &err));
	ck_assert_str_eq(matching(reader, query), "");
	xap_reader_free(reader);
}
END_TEST

/* ---- totals and order ---- */

#define MANY 700
static const char *const WORDS[] = { "a", "b", "c", "d", "e", "f", "g", "h" };
static char many[MANY][64];

static void make_many(void)
{
	xap_writer *writer = writer_of(db);
	unsigned seed = 20, i, j;

	for (i = 0; i < MANY; i++) {
		size_t n = 0;

		for (j = 0; j < 3 + i % 9; j++) {
			unsigned pick;

			seed = seed * 1103515245u + 12345u;
			pick = (seed >> 16) % 64;
			n += (size_t)snprintf(many[i] + n, sizeof many[i] - n, j ? " %s" : "%s",
				WORDS[pick < 36 ? pick % 2 : pick % 8]);
		}
		add(writer, many[i]);
	}
	done(writer);
}

static int has(unsigned i, const char *word)
{
	for (const char *at = many[i]; (at = strstr(at, word)); at++)
		return 1;
	return 0;
}

START_TEST(total_is_exact_at_any_limit)
{
	static const size_t limits[] = { 0, 1, 10, 699, 5000, SIZE_MAX };
	const xap_ranking ranking = { 0, 0 };
	xap_query *queries[3];
	size_t expected[3] = { 0 }, count, total, q, i;
	xap_reader *reader;
	xap_match *found;

	make_many();
	reader = reader_of(db);
	queries[0] = join(XAP_OR, term("c"), term("d"));
	queries[1] = join(XAP_AND, term("a"), term("c"));
	queries[2] = join(XAP_AND_NOT, term("a"), term("d"));
	for (i = 0; i < MANY; i++) {
		expected[0] += (size_t)(has((unsigned)i, "c") || has((unsigned)i, "d"));
		expected[1] += (size_t)(has((unsigned)i, "a") && has((unsigned)i, "c"));
		expected[2] += (size_t)(has((unsigned)i, "a") && !has((unsigned)i, "d"));
	}
	for (q = 0; q < 3; q++) {
		for (i = 0; i < sizeof limits / sizeof *limits; i++) {
			OK(xap_run(reader, queries[q], &ranking, 0, limits[i], &found, &count,
				&total, &err));
			ck_assert_uint_eq(total, expected[q]);
			ck_assert_uint_eq(count, limits[i] < total ? limits[i] : total);
			free(found);
		}
		OK(xap_run(
			reader, queries[q], &ranking, SIZE_MAX, 10, &found, &count, &total, &err));
		ck_assert_uint_eq(total, expected[q]);
		ck_assert_uint_eq(count, 0);
		ck_assert_ptr_null(found);
		xap_query_free(queries[q]);
	}
	xap_reader_free(reader);
}
END_TEST

static const xap_ranking rankings[] = {
	{ 0, 0 },
	{ 1.2, 0.75 },
};

/* Whether b may stand behind a. */
static int in_order(const xap_match *a, const xap_match *b)
{
	return a->weight > b->weight || (a->weight == b->weight && a->id < b->id);
}

START_TEST(pages_are_parts_of_one_order)
{
	xap_query *query = NULL;
	xap_reader *reader;
	xap_match *all, *page;
	size_t count, total, got, same, offset;

	make_many();
	reader = reader_of(db);
	query = join(XAP_OR, term("c"), term("a"));
	OK(xap_run(reader, query, &rankings[_i], 0, SIZE_MAX, &all, &count, &total, &err));
	ck_assert_uint_gt(count, 100);
	for (offset = 1; offset < count; offset++)
		ck_assert(in_order(&all[offset - 1], &all[offset]));
	for (offset = 0; offset < count; offset += 37) {
		OK(xap_run(reader, query, &rankings[_i], offset, 37, &page, &got, &same, &err));
		ck_assert_uint_eq(same, total);
		for (size_t i = 0; i < got; i++)
			ck_assert_uint_eq(page[i].id, all[offset + i].id);
		free(page);
	}
	free(all);
	xap_query_free(query);
	xap_reader_free(reader);
}
END_TEST

START_TEST(compaction_merges_documents_and_synonyms)
{
	char second[96], merged[96];
	const char *from[] = { db, second };
	xap_writer *writer;
	xap_reader *reader;
	kt_buf out = KT_BUF_INIT;
	size_t problems;
	uint32_t documents;

	snprintf(second, sizeof second, "%s/second", dir);
	snprintf(merged, sizeof merged, "%s/merged", dir);
	make(FEW);
	writer = writer_of(second);
	add(writer, "the third");
	OK(xap_writer_add_synonym(writer, KT_STR("c:x"), KT_STR("x"), &err));
	done(writer);
	OK(xap_compact(merged, from, 2, &err));
	OK(xap_check(merged, &problems, &err));
	ck_assert_uint_eq(problems, 0);
	reader = reader_of(merged);
	OK(xap_reader_term(reader, KT_STR("the"), &documents, NULL, &err));
	ck_assert_uint_eq(documents, 3);
	OK(xap_reader_synonyms(reader, KT_STR("c:x"), collect, &out, &err));
	ck_assert_str_eq(out.ptr, "x ");
	xap_reader_free(reader);
	kt_buf_release(&out);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("xap");
	TCase *documents = tcase_create("documents"), *transactions = tcase_create("transactions");
	TCase *broken = tcase_create("broken"), *queries = tcase_create("queries");
	TCase *all[] = { documents, transactions, broken, queries };

	for (size_t i = 0; i < 4; i++) {
		tcase_add_checked_fixture(all[i], set_up, tear_down);
		tcase_set_timeout(all[i], 60);
		suite_add_tcase(s, all[i]);
	}
	tcase_add_loop_test(documents, term_that_xapian_would_refuse_costs_nothing_else, 0,
		sizeof terms / sizeof *terms);
	tcase_add_test(documents, marks_count_as_often_as_they_are_told_to);
	tcase_add_test(documents, what_is_not_there_is_no_exception);
	tcase_add_test(documents, listings_are_sorted_and_can_be_ended);
	tcase_add_test(documents, postings_are_told_for_all_or_for_some_documents);
	tcase_add_test(transactions, only_what_is_committed_is_there);
	tcase_add_test(transactions, deleted_by_term_is_gone);
	tcase_add_test(transactions, poisoned_writer_repeats_the_first_error);
	tcase_add_test(transactions, change_outside_a_transaction_is_refused);
	tcase_add_test(transactions, reader_is_told_that_the_index_changed);
	tcase_add_test(broken, second_writer_is_told_of_the_lock);
	tcase_add_test(broken, stub_is_never_followed);
	tcase_add_test(broken, missing_database_is_no_index);
	tcase_add_loop_test(broken, damaged_table_is_told, 0, sizeof TABLES / sizeof *TABLES);
	tcase_add_test(queries, operators_mean_what_they_say);
	tcase_add_test(queries, query_that_xapian_cannot_run_is_refused);
	tcase_add_test(queries, documents_worked_out_beforehand_match_and_weigh);
	tcase_add_test(queries, total_is_exact_at_any_limit);
	tcase_add_loop_test(
		queries, pages_are_parts_of_one_order, 0, sizeof rankings / sizeof *rankings);
	tcase_add_test(queries, compaction_merges_documents_and_synonyms);
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
