/* ask - asks many questions of an index in one process.
 *
 *   ask DB RUNS      reads queries, a line each; prints for each: passages that answer it,
 *                    microseconds (median of the runs, hits loaded and marked), the query
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "kartoteka/search.h"

#define RUNS_MAX 1000

static double microseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static kt_status ask(
	kt_answer *answer, kt_index *index, kt_arena *arena, kt_str text, kt_error *err)
{
	const kt_search_options options = { .limit = 10 };
	kt_query *query;
	kt_status status = kt_query_parse(&query, arena, text, err);

	return status ? status : kt_search(answer, index, arena, query, &options, err);
}

/* The first run warms the caches and is not counted. */
static kt_status measure(kt_index *index, kt_arena *arena, kt_str text, size_t runs, kt_error *err)
{
	double took[RUNS_MAX + 1];
	kt_answer answer = { 0 };
	kt_status status = KT_OK;

	for (size_t i = 0; !status && i <= runs; i++) {
		double start = microseconds();

		kt_arena_clear(arena);
		status = ask(&answer, index, arena, text, err);
		took[i] = microseconds() - start;
	}
	if (status)
		return status;
	qsort(took + 1, runs, sizeof *took, by_size);
	printf("%llu\t%.0f\t%.*s\n", (unsigned long long)answer.passages, took[1 + runs / 2],
		KT_STR_ARG(text));
	return KT_OK;
}

int main(int argc, char **argv)
{
	long runs = argc == 3 ? strtol(argv[2], NULL, 10) : 0;
	kt_index *index = NULL;
	kt_arena *arena = NULL;
	kt_error err = { 0 };
	kt_status status;
	char *line = NULL;
	size_t size = 0;
	ssize_t len;

	if (runs < 1 || runs > RUNS_MAX) {
		fprintf(stderr, "usage: ask DB RUNS (1 to %d)\n", RUNS_MAX);
		return 2;
	}
	status = kt_index_open(&index, argv[1], &err);
	if (!status)
		status = kt_arena_new(&arena, &err);
	while (!status && (len = getline(&line, &size, stdin)) > 0) {
		kt_str text = kt_str_trim((kt_str) { line, (size_t)len });

		status = measure(index, arena, text, (size_t)runs, &err);
	}
	if (status)
		fprintf(stderr, "ask: %s\n", err.message);
	free(line);
	kt_arena_free(arena);
	kt_index_free(index);
	return status ? kt_exit_code(status) : 0;
}
