/* Runs a fuzz target without a fuzzer, on files and on seeded mutations of them.
 *
 *   replay [--mutate N] PATH...
 *
 * The same files give the same mutations.  A child process runs the inputs of each file; one that
 * crashes, hangs or is stopped by a sanitizer is named, saved in the working folder as
 * crash-FILE-NUMBER (0: the file itself) and counted, and another child goes on behind it.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kartoteka/base.h"

#define INPUT_MAX ((size_t)1 << 20) /* bytes of an input */
#define GROWTH_MAX 4096 /* bytes that mutations may add */
#define SECONDS_MAX 20 /* for one input, under a sanitizer too */

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* What a child leaves behind when it dies. */
typedef struct input {
	size_t number; /* 0: the file itself; then its mutations */
	int whole; /* this and all the inputs before it have been run */
	size_t size;
	uint8_t bytes[INPUT_MAX + GROWTH_MAX];
} input;

typedef struct replay {
	input *input; /* shared with the child */
	size_t mutations;
	size_t passed, failed;
} replay;

/* ---- mutations ------------------------------------------------------------------------------- */

/* SplitMix64 (Steele, Lea and Flood 2014). */
static uint64_t draw(uint64_t *state)
{
	uint64_t z = *state += 0x9E3779B97F4A7C15u;

	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
	z = (z ^ z >> 27) * 0x94D049BB133111EBu;
	return z ^ z >> 31;
}

static size_t below(uint64_t *state, size_t bound)
{
	return bound ? (size_t)(draw(state) % bound) : 0;
}

/* Opens a gap of `length` bytes, as far as there is room. */
static size_t open_gap(input *in, size_t at, size_t length, size_t most)
{
	if (length > most - in->size)
		length = most - in->size;
	memmove(in->bytes + at + length, in->bytes + at, in->size - at);
	in->size += length;
	return length;
}

static void insert_bytes(input *in, uint64_t *state, size_t most)
{
	static const char *const pieces[] = { "\"", "(", ")", "<", ">", "&", "\n\n", "--", "''",
		":", "\xE2\x80\x9C", "\xC2\xA0", "\xCC\x81", "\xF0\x9F\x98\x80", "\xEF\xBB\xBF",
		"\xFF", "\xC0\x80", "\xED\xA0\x80", "1936", "99999999999999999999", "]]>", "<!--" };
	const char *piece = pieces[below(state, sizeof pieces / sizeof pieces[0])];
	size_t at = below(state, in->size + 1);
	size_t length = open_gap(in, at, strlen(piece), most);

	memcpy(in->bytes + at, piece, length);
}

static void double_range(input *in, uint64_t *state, size_t most)
{
	size_t from = below(state, in->size), length = below(state, in->size - from) + 1;
	size_t to = from + length;

	length = open_gap(in, to, length, most);
	memcpy(in->bytes + to, in->bytes + from, length);
}

static void drop_range(input *in, uint64_t *state)
{
	size_t from = below(state, in->size), length = below(state, in->size - from) + 1;

	memmove(in->bytes + from, in->bytes + from + length, in->size - from - length);
	in->size -= length;
}

static void change_once(input *in, uint64_t *state, size_t most)
{
	static const uint8_t extremes[] = { 0x00, 0x01, 0x7F, 0x80, 0xFF, '"', '\n', '/' };
	size_t at = below(state, in->size);

	if (!in->size) {
		insert_bytes(in, state, most);
		return;
	}
	switch (draw(state) % 7) {
	case 0:
		in->bytes[at] ^= (uint8_t)(1u << below(state, 8));
		break;
	case 1:
		in->bytes[at] = (uint8_t)draw(state);
		break;
	case 2:
		in->bytes[at] = extremes[below(state, sizeof extremes)];
		break;
	case 3:
		insert_bytes(in, state, most);
		break;
	case 4:
		double_range(in, state, most);
		break;
	case 5:
		drop_range(in, state);
		break;
	default:
		in->size = at; /* cut short */
	}
}

static void make_input(input *in, kt_str seed, size_t number)
{
	uint64_t state = kt_hash(seed) + number;
	size_t times = number ? 1 + below(&state, 6) : 0;

	memcpy(in->bytes, seed.ptr, seed.len);
	in->size = seed.len;
	in->number = number;
	while (times--)
		change_once(in, &state, seed.len + GROWTH_MAX);
}

/* ---- running --------------------------------------------------------------------------------- */

/* Of the very size, so that a sanitizer sees a byte read behind the end. */
static void run_input(const input *in)
{
	uint8_t *bytes = malloc(in->size ? in->size : 1);

	if (!bytes)
		abort();
	memcpy(bytes, in->bytes, in->size);
	alarm(SECONDS_MAX);
	LLVMFuzzerTestOneInput(bytes, in->size);
	alarm(0);
	free(bytes);
}

static void run_from(const replay *r, kt_str seed, size_t first)
{
	for (size_t i = first; i <= r->mutations; i++) {
		make_input(r->input, seed, i);
		run_input(r->input);
	}
	r->input->whole = 1;
}

static void tell_failure(const replay *r, const char *path, int how)
{
	const input *in = r->input;
	const char *name = strrchr(path, '/');
	kt_buf saved = KT_BUF_INIT;
	kt_error err;

	kt_buf_addf(&saved, "crash-%s-%zu", name ? name + 1 : path, in->number);
	if (WIFSIGNALED(how))
		printf("%s: mutation %zu: %s\n", path, in->number, strsignal(WTERMSIG(how)));
	else
		printf("%s: mutation %zu: exit status %d%s\n", path, in->number, WEXITSTATUS(how),
			in->whole ? " at the end (a leak)" : "");
	if (kt_buf_status(&saved, NULL) ||
		kt_file_write(saved.ptr, (kt_str) { (const char *)in->bytes, in->size }, &err))
		printf("%s: cannot be saved\n", saved.ptr ? saved.ptr : path);
	else
		printf("%s: saved\n", saved.ptr);
	kt_buf_release(&saved);
}

/* Runs the inputs of a file from `first` on in a child; the number behind the last that was run. */
static size_t run_child(replay *r, const char *path, kt_str seed, size_t first)
{
	int how;
	pid_t child;

	r->input->whole = 0;
	r->input->number = first;
	fflush(NULL);
	child = fork();
	if (!child) {
		run_from(r, seed, first);
		exit(EXIT_SUCCESS);
	}
	if (child < 0 || waitpid(child, &how, 0) < 0) {
		perror("replay");
		exit(EXIT_FAILURE);
	}
	r->passed += r->input->number - first;
	if (WIFEXITED(how) && !WEXITSTATUS(how) && r->input->whole)
		r->passed++;
	else {
		r->failed++;
		tell_failure(r, path, how);
	}
	return r->input->number + 1;
}

static kt_status run_file(void *context, kt_walk_what what, const char *root, const char *path,
	const char *reason, kt_error *err)
{
	replay *r = context;
	kt_buf bytes = KT_BUF_INIT;
	size_t next = 0;

	(void)root;
	if (what == KT_WALK_UNREADABLE)
		return kt_fail(err, KT_EINPUT, "%s: %s", path, reason);
	if (kt_file_read(&bytes, path, err))
		return KT_EINPUT;
	if (bytes.len > INPUT_MAX) {
		kt_buf_release(&bytes);
		return kt_fail(err, KT_ELIMIT, "%s: larger than an input may be (%zu bytes)", path,
			INPUT_MAX);
	}
	while (next <= r->mutations)
		next = run_child(r, path, kt_buf_str(&bytes), next);
	kt_buf_release(&bytes);
	return KT_OK;
}

static int usage(void)
{
	fputs("usage: replay [--mutate N] PATH...\n", stderr);
	return 2;
}

int main(int argc, char **argv)
{
	replay r = { 0 };
	kt_error err;
	int i = 1;

	if (argc > 2 && !strcmp(argv[1], "--mutate")) {
		char *end;

		r.mutations = strtoul(argv[2], &end, 10);
		if (!*argv[2] || *end)
			return usage();
		i = 3;
	}
	if (i >= argc)
		return usage();
	r.input = mmap(
		NULL, sizeof *r.input, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (r.input == MAP_FAILED) {
		perror("replay");
		return 1;
	}
	for (; i < argc; i++)
		if (kt_file_walk(argv[i], run_file, &r, &err)) {
			printf("%s\n", err.message);
			r.failed++;
		}
	munmap(r.input, sizeof *r.input);
	if (!r.passed && !r.failed) {
		puts("no inputs");
		r.failed++;
	}
	printf("%zu passed, %zu failed\n", r.passed, r.failed);
	return r.failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
