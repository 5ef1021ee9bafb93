/* check_merge.c - a store written in parts: what merging keeps, and what is left when it is stopped
 * at any step or the disk is full at any write. */
#include "indexing.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- steps that change what is on disk: counted, and stopped at one of them ---- */

typedef enum stopping { COUNTING, KILLED, FULL } stopping;

static stopping how;
static long *steps; /* in memory shared with the process that is stopped */
static long stop_at; /* 0: never */

/* Whether this step fails. */
static int step(int writes)
{
	if (!steps || (how == FULL && !writes) || ++*steps < stop_at || !stop_at)
		return 0;
	if (how == KILLED)
		kill(getpid(), SIGKILL);
	errno = ENOSPC;
	return 1;
}

/* The C library's functions, for this program and for Xapian's library. */
#pragma GCC visibility push(default)
int rename(const char *from, const char *to)
{
	return step(0) ? -1 : renameat(AT_FDCWD, from, AT_FDCWD, to);
}

int unlink(const char *path)
{
	return step(0) ? -1 : unlinkat(AT_FDCWD, path, 0);
}

int mkdir(const char *path, mode_t mode)
{
	return step(0) ? -1 : mkdirat(AT_FDCWD, path, mode);
}

int fsync(int fd)
{
	return step(0) ? -1 : (int)syscall(SYS_fsync, fd);
}

int fdatasync(int fd)
{
	return step(0) ? -1 : (int)syscall(SYS_fdatasync, fd);
}

ssize_t write(int fd, const void *bytes, size_t count)
{
	return fd > 2 && step(1) ? -1 : (ssize_t)syscall(SYS_write, fd, bytes, count);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at)
{
	return step(1) ? -1 : (ssize_t)syscall(SYS_pwrite64, fd, bytes, count, at);
}
#pragma GCC visibility pop

/* ---- parts ---- */

#define PARTS 3
#define OF_PART 4 /* sources */

static kt_status fill_source(kt_store *part, uint32_t number)
{
	char path[32], text[80];
	kt_source_record record = { .number = number, .format = KT_STR("text") };
	kt_passage passage = {
		.kind = KT_KIND_PARAGRAPH, .language = kt_language_of("en"), .offset = -1
	};
	kt_status status;

	snprintf(path, sizeof path, "/t/%u.txt", number);
	record.path = kt_str_of(path);
	status = kt_store_begin_source(part, &record, &err);
	while (!status && passage.number < 2 + number % 5) {
		passage.number++;
		snprintf(text, sizeof text,
			"Counter-revolutionaries organised the new stations %u of %u",
			passage.number, number);
		passage.text = kt_str_of(text);
		status = kt_tokenise(&tokens, words, passage.text, 0, &err);
		if (!status)
			status = kt_store_add(part, &passage, &tokens, words, &err);
	}
	return status ? status : kt_store_end_source(part, &err);
}

static void begin_numbered(kt_store *part, uint32_t number, const char *path)
{
	kt_source_record record = {
		.number = number, .path = kt_str_of(path), .format = KT_STR("text")
	};

	OK(kt_store_begin_source(part, &record, &err));
}

static kt_status fill_parts(kt_store *part, uint32_t first)
{
	kt_status status = KT_OK;

	for (uint32_t i = 0; !status && i < PARTS; i++) {
		status = kt_store_part_begin(part, i, &err);
		for (uint32_t j = 0; !status && j < OF_PART; j++)
			status = fill_source(part, first + i * OF_PART + j);
	}
	return status ? status : kt_store_part_end(part, &err);
}

/* Adds sources in parts to what is there; all or nothing. */
static kt_status add_parts(int rebuild)
{
	kt_store *store = NULL, *part = NULL;
	kt_status status = kt_store_open(&store, db, rebuild, &err);

	if (!status)
		status = kt_store_part_new(&part, store, &err);
	if (!status)
		status = fill_parts(part, kt_store_last_source(store) + 1);
	kt_store_close(part);
	if (!status)
		status = kt_store_merge(store, PARTS, NULL, NULL, &err);
	if (!status)
		status = kt_store_finish(store, &err);
	kt_store_close(store);
	return status;
}

/* ---- what is there ---- */

static size_t databases(void)
{
	DIR *open = opendir(db);
	const struct dirent *entry;
	size_t count = 0;

	while ((entry = readdir(open)))
		count += !strncmp(entry->d_name, "index-", 6);
	closedir(open);
	return count;
}

static void ck_words(kt_index *index, const kt_passage *passage)
{
	uint32_t id;

	OK(kt_index_find(index, passage->source, passage->number, &id, &err));
	OK(kt_tokenise(&tokens, words, passage->text, 0, &err));
	ck_assert(kt_index_has_words(index, id, &tokens, words));
}

/* Sources; each has the passages that it says, and all are readable, with their words. */
static size_t whole_sources(void)
{
	kt_index *index = index_of(db);
	kt_source_record *list;
	size_t count, passages = 0, problems;
	uint32_t documents;

	OK(kt_index_sources(index, arena, &list, &count, &err));
	for (size_t i = 0; i < count; i++)
		for (uint32_t j = 1; j <= list[i].passages; j++, passages++) {
			kt_passage passage = passage_of(index, list[i].number, j);

			ck_assert_uint_eq(passage.number, j);
			ck_words(index, &passage);
		}
	OK(xap_reader_count(kt_index_reader(index), &documents, &err));
	ck_assert_uint_eq(documents, passages);
	OK(xap_check(kt_index_path(index), &problems, &err));
	ck_assert_uint_eq(problems, 0);
	kt_index_free(index);
	return count;
}

static void ck_old(void)
{
	kt_index *index = index_of(db);

	ck_assert(kt_str_is(passage_of(index, 1, 1).text, "the old text"));
	kt_index_free(index);
}

/* ---- merging ---- */

START_TEST(parts_are_added_behind_what_is_there)
{
	kt_index *index;
	kt_source_record *list;
	size_t count;

	make_index("en", "the old text");
	OK(add_parts(0));
	ck_assert_uint_eq(whole_sources(), 1 + PARTS * OF_PART);
	ck_assert_uint_eq(databases(), 1);
	ck_old();
	index = index_of(db);
	OK(kt_index_sources(index, arena, &list, &count, &err));
	for (size_t i = 0; i < count; i++)
		ck_assert_uint_eq(
			list[i].passages, list[i].number == 1 ? 1 : 2 + list[i].number % 5);
	kt_index_free(index);
	/* and again, and it goes on from there */
	for (unsigned i = 1; i <= PARTS * OF_PART; i++) {
		char path[32];
		kt_store *store = store_of(db, 0);

		snprintf(path, sizeof path, "/t/%u.txt", i + 1);
		OK(kt_store_remove(
			store, kt_store_source_by_path(store, kt_str_of(path))->number, &err));
		finish(store);
	}
	ck_assert_uint_eq(whole_sources(), 1);
	OK(add_parts(0));
	ck_assert_uint_eq(whole_sources(), 1 + PARTS * OF_PART);
}
END_TEST

/* Documents that were deleted at the beginning and the end have no numbers in the merged one. */
START_TEST(parts_are_added_behind_what_is_left)
{
	kt_store *store = store_of(db, 0);

	for (uint32_t i = 1; i <= 6; i++)
		ck_assert_int_eq(fill_source(store, i), KT_OK);
	finish(store);
	store = store_of(db, 0);
	OK(kt_store_remove(store, 1, &err));
	OK(kt_store_remove(store, 4, &err));
	OK(kt_store_remove(store, 6, &err));
	finish(store);
	ck_assert_uint_eq(whole_sources(), 3);
	OK(add_parts(0));
	ck_assert_uint_eq(whole_sources(), 3 + PARTS * OF_PART);
	store = store_of(db, 0); /* and what comes next is behind them */
	ck_assert_int_eq(fill_source(store, 99), KT_OK);
	finish(store);
	ck_assert_uint_eq(whole_sources(), 4 + PARTS * OF_PART);
}
END_TEST

START_TEST(metadata_that_is_there_stays_and_the_first_part_names_the_rest)
{
	kt_store *store = store_of(db, 0), *part;
	kt_index *index;
	kt_buf value = KT_BUF_INIT;

	OK(kt_store_set(store, KT_STR("people:a"), KT_STR("own"), &err));
	OK(kt_store_part_new(&part, store, &err));
	for (uint32_t i = 0; i < 2; i++) {
		OK(kt_store_part_begin(part, i, &err));
		OK(kt_store_set(part, KT_STR("people:a"), i ? KT_STR("x") : KT_STR("y"), &err));
		OK(kt_store_set(part, KT_STR("people:b"), i ? KT_STR("2") : KT_STR("1"), &err));
		OK(fill_source(part, i + 1));
	}
	OK(kt_store_part_end(part, &err));
	kt_store_close(part);
	OK(kt_store_merge(store, 2, NULL, NULL, &err));
	finish(store);
	index = index_of(db);
	OK(kt_index_get(index, &value, KT_STR("people:a"), &err));
	ck_assert(kt_str_is(kt_buf_str(&value), "own"));
	OK(kt_index_get(index, &value, KT_STR("people:b"), &err));
	ck_assert(kt_str_is(kt_buf_str(&value), "1"));
	kt_buf_release(&value);
	kt_index_free(index);
}
END_TEST

START_TEST(common_words_of_a_part_that_is_committed_twice_are_counted_once)
{
	kt_store *store = store_of(db, 0), *part;
	kt_index *index;
	uint64_t occurrences;
	uint32_t documents;

	add_source(store, "/a/essay.txt", "en", "the old text of the time");
	OK(kt_store_part_new(&part, store, &err));
	OK(kt_store_part_begin(part, 0, &err));
	OK(fill_source(part, 4)); /* 6 passages with a "the" */
	OK(kt_store_finish(part, &err));
	OK(fill_source(part, 5)); /* 2 */
	OK(kt_store_part_end(part, &err));
	kt_store_close(part);
	OK(kt_store_merge(store, 1, NULL, NULL, &err));
	finish(store);
	index = index_of(db);
	OK(kt_index_word(index, KT_STR("the"), &documents, &occurrences, &err));
	ck_assert_uint_eq(documents, 1 + 6 + 2);
	ck_assert_uint_eq(occurrences, 2 + 6 + 2);
	kt_index_free(index);
}
END_TEST

/* ---- classes in languages that come up late ---- */

static kt_status collect(void *context, kt_str form, kt_error *e)
{
	(void)e;
	kt_buf_addf(context, "%.*s ", KT_STR_ARG(form));
	return KT_OK;
}

static void ck_forms(const char *form, const char *wanted)
{
	kt_buf found = KT_BUF_INIT;
	kt_conflation *conflation;
	kt_index *index = index_of(db);

	OK(kt_conflation_new(&conflation, &err));
	OK(kt_lexicon_forms(index, conflation, (kt_language[]) { { "ru" }, { "" } },
		kt_str_of(form), collect, &found, &err));
	ck_assert_msg(kt_str_is(kt_buf_str(&found), wanted), "%s: %s", form, found.ptr);
	kt_conflation_free(conflation);
	kt_index_free(index);
	kt_buf_release(&found);
}

START_TEST(forms_that_are_there_get_their_classes_in_the_languages_of_parts)
{
	kt_store *store, *part;

	make_index("en", "the text of Кирова, and Кировым");
	store = store_of(db, 0);
	OK(kt_store_part_new(&part, store, &err));
	OK(kt_store_part_begin(part, 0, &err));
	begin_numbered(part, 2, "/b/essay.txt");
	add_text(part, 1, "ru", "Киров, Троцкого");
	OK(kt_store_end_source(part, &err));
	OK(kt_store_part_end(part, &err));
	kt_store_close(part);
	OK(kt_store_merge(store, 1, NULL, NULL, &err));
	finish(store);
	ck_forms("киров", "киров кирова кировым ");
}
END_TEST

/* So many distinct forms that what was seen first is forgotten. */
static void add_many_forms(kt_store *store, uint32_t first, unsigned count)
{
	kt_buf text = KT_BUF_INIT;

	for (unsigned i = 0; i < count; i++) {
		kt_buf_addf(&text, "w%xq ", i * 7 + 1);
		if (i % 400 == 399) {
			add_text(store, first++, "en", text.ptr);
			kt_buf_clear(&text);
		}
	}
	kt_buf_release(&text);
}

START_TEST(forms_that_a_part_has_forgotten_get_their_classes_too)
{
	kt_store *store = store_of(db, 0), *part;

	OK(kt_store_part_new(&part, store, &err));
	OK(kt_store_part_begin(part, 0, &err));
	begin_numbered(part, 1, "/b/1.txt");
	add_text(part, 1, "en", "the text of Кирова, and Кировым");
	add_many_forms(part, 2, 280000);
	add_text(part, 702, "ru", "Киров, Троцкого");
	OK(kt_store_end_source(part, &err));
	OK(kt_store_part_end(part, &err));
	kt_store_close(part);
	OK(kt_store_merge(store, 1, NULL, NULL, &err));
	finish(store);
	ck_forms("киров", "киров кирова кировым ");
}
END_TEST

START_TEST(forms_that_a_writer_has_forgotten_get_their_classes_too)
{
	kt_store *store = store_of(db, 0);

	begin(store, "/b/1.txt");
	add_text(store, 1, "en", "the text of Кирова, and Кировым");
	add_many_forms(store, 2, 280000);
	OK(kt_store_end_source(store, &err));
	OK(kt_store_finish(store, &err));
	add_source(store, "/b/2.txt", "ru", "Киров, Троцкого");
	finish(store);
	ck_forms("киров", "киров кирова кировым ");
}
END_TEST

/* ---- stopped ---- */

static void share_steps(void)
{
	steps = mmap(
		NULL, sizeof *steps, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	ck_assert_ptr_ne(steps, MAP_FAILED);
}

/* Adds parts in a process that is stopped at a step; what waitpid says of it, and how many steps it
 * took. */
static long run_stopped(stopping why, long at, int rebuild, int *ended)
{
	long taken;
	pid_t child;

	share_steps();
	child = fork();
	ck_assert_int_ge(child, 0);
	if (!child) {
		how = why;
		stop_at = at;
		_exit((int)add_parts(rebuild));
	}
	waitpid(child, ended, 0);
	taken = *steps;
	munmap(steps, sizeof *steps);
	steps = NULL;
	return taken;
}

static void start_again(void)
{
	OK(kt_file_remove_all(db, &err));
	make_index("en", "the old text");
}

static long all_steps(stopping why, int rebuild)
{
	int ended;
	long all;

	start_again();
	all = run_stopped(why, 0, rebuild, &ended);
	ck_assert_int_eq(ended, 0);
	ck_assert_int_gt(all, 20);
	return all;
}

#define TRIALS 40 /* of the steps, those at the end all */

static long next_trial(long at, long all)
{
	return at + (all - at > 25 ? all / TRIALS + 1 : 1);
}

/* Killed before any step: what was there is whole, or all is there; the next run cleans up and
 * completes it. */
START_TEST(killed_at_any_step_leaves_the_old_index_or_the_new)
{
	int rebuild = _i;
	long all = all_steps(KILLED, rebuild);
	size_t added = PARTS * OF_PART, old = 0, new = 0;

	for (long at = 1; at <= all; at = next_trial(at, all)) {
		size_t sources;
		int ended;

		start_again();
		run_stopped(KILLED, at, rebuild, &ended);
		ck_assert_msg(WIFSIGNALED(ended), "step %ld of %ld", at, all);
		sources = whole_sources();
		ck_assert_msg(sources == 1 || sources == added + (rebuild ? 0 : 1),
			"step %ld of %ld: %zu sources", at, all, sources);
		old += sources == 1;
		new += sources > 1;
		kt_store_close(store_of(db, 0));
		ck_assert_uint_eq(databases(), 1);
		if (sources > 1)
			continue;
		ck_old();
		OK(add_parts(rebuild));
		ck_assert_uint_eq(whole_sources(), added + (rebuild ? 0 : 1));
	}
	ck_assert_uint_gt(old, 0);
	ck_assert_uint_gt(new, 0); /* after the rename, while the old one is removed */
}
END_TEST

/* The disk is full at any write: said so, and nothing is left but what was there. */
START_TEST(disk_full_at_any_write_leaves_the_old_index)
{
	int rebuild = _i;
	long all = all_steps(FULL, rebuild);

	for (long at = 1; at <= all; at = next_trial(at, all)) {
		int ended;

		start_again();
		run_stopped(FULL, at, rebuild, &ended);
		ck_assert_msg(WIFEXITED(ended) && WEXITSTATUS(ended) == KT_EFULL,
			"write %ld of %ld: status %d", at, all, ended);
		ck_assert_uint_eq(databases(), 1);
		ck_old();
		ck_assert_uint_eq(whole_sources(), 1);
	}
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("merge");
	TCase *merging = add_case(s, "merging");
	TCase *stopped = add_case(s, "stopped");

	tcase_add_test(merging, parts_are_added_behind_what_is_there);
	tcase_add_test(merging, parts_are_added_behind_what_is_left);
	tcase_add_test(merging, metadata_that_is_there_stays_and_the_first_part_names_the_rest);
	tcase_add_test(merging, common_words_of_a_part_that_is_committed_twice_are_counted_once);
	tcase_add_test(merging, forms_that_are_there_get_their_classes_in_the_languages_of_parts);
	tcase_add_test(merging, forms_that_a_part_has_forgotten_get_their_classes_too);
	tcase_add_test(merging, forms_that_a_writer_has_forgotten_get_their_classes_too);
	tcase_add_loop_test(stopped, killed_at_any_step_leaves_the_old_index_or_the_new, 0, 2);
	tcase_add_loop_test(stopped, disk_full_at_any_write_leaves_the_old_index, 0, 2);
	return s;
}

int main(void)
{
	return run_suite(suite());
}
