/* jobs.c - many new sources, read by other processes.
 *
 * Processes, not threads: a thread that writes beside those that analyse waits for the allocator's
 * locks.  Each worker fills parts (see jobs_plan.h and "writing in parts" of store.h) and tells
 * what happens through a socket; this process repeats it to the caller.
 *
 * One worker does so too: parts are written at the same rate to the end, where a single database
 * takes ever longer, and merging leaves it compact.  Merging copies what is there, so that a few
 * new sources go straight into the database.  Sources that are replaced always do: in parts they
 * would be gone before their successors are in place. */
#include "jobs.h"

#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "jobs_plan.h"
#include "wire.h"
#include "worker.h"

#define ENOUGH_BYTES                                                                               \
	((uint64_t)1 << 20) /* below it there is hardly a tenth of a second to spare               \
			     */
#define OF_INDEX                                                                                   \
	4 /* a fifth of what is there takes as long to add by two workers as merging all           \
	   */

typedef struct process {
	pid_t pid; /* 0: gone */
	int fd;
	int done, waits; /* for the languages of all */
	kt_ingest_counts counts;
} process;

typedef struct jobs {
	run *run;
	jobs_plan plan;
	process at[JOBS_MAX];
	unsigned count;
	kt_ingest_counts before; /* of the run, before the workers */
	kt_language languages[32];
	size_t language_count;
	kt_buf bytes;
} jobs;

static unsigned cores(void)
{
	cpu_set_t set;

	return sched_getaffinity(0, sizeof set, &set) < 0 ? 1 : (unsigned)CPU_COUNT(&set);
}

static uint64_t bytes_there(const kt_store *store)
{
	uint64_t bytes = 0;

	for (size_t i = 0; i < kt_store_source_count(store); i++)
		bytes += kt_store_source(store, i)->size;
	return bytes;
}

unsigned jobs_wanted(const run *r, uint64_t bytes, size_t files)
{
	unsigned wanted = r->options->jobs ? r->options->jobs : cores();

	if (r->options->jobs < 2 && bytes < ENOUGH_BYTES)
		return 0;
	if (bytes < bytes_there(r->store) / OF_INDEX)
		return 0;
	if (wanted > files)
		wanted = (unsigned)files;
	return wanted < JOBS_MAX ? wanted : JOBS_MAX;
}

/* ---- starting and ending them ---- */

/* In the new process.  It ends with the one that started it. */
static _Noreturn void begin_life(jobs *j, unsigned number, int fd, pid_t master)
{
	signal(SIGPIPE, SIG_DFL);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != master)
		_exit(1);
	for (unsigned i = 0; i < number; i++)
		close(j->at[i].fd);
	worker_live(j->run, &j->plan, number, fd);
}

static kt_status start_one(jobs *j, kt_error *err)
{
	process *p = &j->at[j->count];
	pid_t master = getpid();
	int ends[2];

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) < 0)
		return kt_fail(err, KT_EIO, "worker %u: %s", j->count + 1, strerror(errno));
	p->pid = fork();
	if (!p->pid) {
		close(ends[0]);
		begin_life(j, j->count, ends[1], master);
	}
	close(ends[1]);
	p->fd = ends[0];
	j->count++;
	if (p->pid > 0)
		return KT_OK;
	p->pid = 0;
	return kt_fail(err, KT_EIO, "worker %u: %s", j->count, strerror(errno));
}

static void end_all(jobs *j)
{
	for (unsigned i = 0; i < j->count; i++)
		if (j->at[i].pid)
			kill(j->at[i].pid, SIGKILL);
	for (unsigned i = 0; i < j->count; i++) {
		if (j->at[i].pid)
			waitpid(j->at[i].pid, NULL, 0);
		close(j->at[i].fd);
	}
}

/* ---- what they say ---- */

static void add_counts(kt_ingest_counts *sum, const kt_ingest_counts *more)
{
	sum->files_done += more->files_done;
	sum->bytes_done += more->bytes_done;
	sum->added += more->added;
	sum->replaced += more->replaced;
	sum->unchanged += more->unchanged;
	sum->failed += more->failed;
	sum->passages += more->passages;
	sum->words += more->words;
}

static void hear_event(jobs *j, process *p, const wire_head *head)
{
	kt_ingest_counts *sum = j->run->counts;

	p->counts = head->counts;
	*sum = j->before;
	for (unsigned i = 0; i < j->count; i++)
		add_counts(sum, &j->at[i].counts);
	run_tell(j->run, (kt_ingest_event)head->code, head->has_bytes ? j->bytes.ptr : NULL);
}

static int has_language(const jobs *j, kt_language language)
{
	for (size_t i = 0; i < j->language_count; i++)
		if (kt_language_equal(j->languages[i], language))
			return 1;
	return 0;
}

/* When the last has told its languages, all are told those of all. */
static void answer(jobs *j)
{
	for (unsigned i = 0; i < j->count; i++)
		if (!j->at[i].waits && !j->at[i].done)
			return;
	for (unsigned i = 0; i < j->count; i++)
		if (j->at[i].waits && !j->at[i].done)
			wire_send(j->at[i].fd, (wire_head) { .kind = WIRE_LANGUAGES }, j->languages,
				sizeof j->languages);
}

static void hear_languages(jobs *j, process *p)
{
	kt_language theirs[32];

	if (j->bytes.len != sizeof theirs)
		return;
	memcpy(theirs, j->bytes.ptr, sizeof theirs);
	for (size_t i = 0; i < 31 && theirs[i].code[0]; i++)
		if (!has_language(j, theirs[i]) && j->language_count < 31)
			j->languages[j->language_count++] = theirs[i];
	p->waits = 1;
	answer(j);
}

/* A process that ended unasked, named with what it was reading. */
static kt_status tell_death(jobs *j, process *p, kt_error *err)
{
	unsigned at = atomic_load(&j->plan.taken->at[p - j->at]);
	const char *name = at ? j->run->files.at[at - 1].name : "its part of the index";
	long pid = (long)p->pid;
	int how = 0;

	waitpid(p->pid, &how, 0);
	p->pid = 0;
	if (WIFSIGNALED(how))
		return kt_fail(err, WTERMSIG(how) == SIGKILL ? KT_ENOMEM : KT_EIO,
			"%s: worker process %ld was ended by signal %d (%s%s); the index is as it "
			"was",
			name, pid, WTERMSIG(how), strsignal(WTERMSIG(how)),
			WTERMSIG(how) == SIGKILL ? ", as when memory runs out" : "");
	return kt_fail(err, KT_EIO,
		"%s: worker process %ld ended with status %d; the index is as it was", name, pid,
		WEXITSTATUS(how));
}

static kt_status hear(jobs *j, process *p, kt_error *err)
{
	wire_head head;

	if (!wire_receive(p->fd, &head, &j->bytes))
		return tell_death(j, p, err);
	switch (head.kind) {
	case WIRE_EVENT:
		hear_event(j, p, &head);
		return KT_OK;
	case WIRE_LANGUAGES:
		hear_languages(j, p);
		return KT_OK;
	case WIRE_DONE:
		p->done = 1;
		answer(j);
		return KT_OK;
	case WIRE_FAILED:
	default:
		return kt_fail(err, (kt_status)head.code, "%s", j->bytes.ptr);
	}
}

/* Until all are done. */
static kt_status hear_all(jobs *j, kt_error *err)
{
	struct pollfd polled[JOBS_MAX];
	kt_status status = KT_OK;
	unsigned left = j->count;

	while (!status && left) {
		for (unsigned i = 0; i < j->count; i++)
			polled[i] = (struct pollfd) { j->at[i].done ? -1 : j->at[i].fd, POLLIN, 0 };
		if (poll(polled, j->count, -1) < 0 && errno != EINTR)
			return kt_fail(err, KT_EIO, "workers: %s", strerror(errno));
		left = 0;
		for (unsigned i = 0; i < j->count; i++) {
			if (!status && polled[i].fd >= 0 && polled[i].revents)
				status = hear(j, &j->at[i], err);
			left += !j->at[i].done;
		}
	}
	return status;
}

static void tell_merging(void *context, uint64_t done, uint64_t all)
{
	run *r = context;

	r->counts->merged = done;
	r->counts->to_merge = all;
	run_tell(r, KT_INGEST_PROGRESS, NULL);
}

kt_status jobs_index(run *r, size_t first, unsigned workers, kt_error *err)
{
	jobs j = { .run = r, .before = *r->counts };
	kt_status status = jobs_plan_init(&j.plan, &r->files, first, workers, err);
	void (*pipe_before)(int) = signal(SIGPIPE, SIG_IGN); /* a dead worker is told, see hear */

	while (!status && j.count < workers)
		status = start_one(&j, err);
	if (!status)
		status = hear_all(&j, err);
	end_all(&j);
	signal(SIGPIPE, pipe_before);
	if (!status)
		status = kt_store_merge(r->store, j.plan.count, tell_merging, r, err);
	jobs_plan_release(&j.plan);
	kt_buf_release(&j.bytes);
	return status;
}
