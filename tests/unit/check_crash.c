/* check_crash.c - an index that is rebuilt, and a writer that is killed. */
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "indexing.h"

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

/* What the child tells Check, in a file that both have, may be cut off in the middle of a message:
 * it is told to nobody. */
static void tell_nobody(void)
{
	int null = open("/dev/null", O_WRONLY);

	for (int fd = 3; fd < null; fd++)
		dup2(null, fd);
}

/* Indexes in a child and kills it after so many microseconds. */
static size_t index_and_kill(unsigned delay)
{
	pid_t child = fork();

	ck_assert_int_ge(child, 0);
	if (!child) {
		tell_nobody();
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

static Suite *suite(void)
{
	Suite *s = suite_create("crash");
	TCase *crash = add_case(s, "rebuild and kill");

	tcase_add_test(crash, reader_keeps_the_old_index_while_it_is_rebuilt);
	tcase_add_test(crash, rebuild_that_is_given_up_leaves_the_old_index);
	tcase_add_test(crash, killed_writer_leaves_whole_sources);
	return s;
}

int main(void)
{
	return run_suite(suite());
}
