#include "worker.h"

#include <string.h>
#include <unistd.h>

#include "wire.h"

typedef struct worker {
	run *run;
	const jobs_plan *plan;
	atomic_uint *at; /* the file at hand, + 1: told when this process dies */
	int fd;
} worker;

/* A process whose master is gone has nobody to work for. */
static void say(worker *w, wire_kind kind, int code, const void *bytes, size_t length)
{
	if (!wire_send(w->fd, (wire_head) { .kind = kind, .code = code, .counts = *w->run->counts },
		    bytes, length))
		_exit(1);
}

static void say_event(
	void *context, kt_ingest_event event, const char *message, const kt_ingest_counts *counts)
{
	(void)counts; /* those of the run */
	say(context, WIRE_EVENT, (int)event, message, message ? strlen(message) : 0);
}

/* Names are kept in each part: merging takes the first, as one process would. */
static kt_status begin_part(run *r, const jobs_part *part, kt_error *err)
{
	kt_map_free(r->named);
	r->named = NULL;
	return kt_map_new(&r->named, err) ? KT_ENOMEM
					  : kt_store_part_begin(r->store, part->number, err);
}

static kt_status read_part(worker *w, const jobs_part *part, kt_error *err)
{
	kt_status status = begin_part(w->run, part, err);

	for (size_t i = part->first; !status && i < part->end; i++) {
		atomic_store(w->at, (unsigned)i + 1);
		status = run_file(w->run, i, err);
	}
	atomic_store(w->at, 0);
	return status;
}

/* Forms seen here have their classes in the languages of all the texts. */
static kt_status share_languages(worker *w, kt_error *err)
{
	kt_store *store = w->run->store;
	kt_buf all = KT_BUF_INIT;
	kt_language seen[32], languages[32];
	wire_head head;
	kt_status status;

	kt_store_languages(store, seen);
	say(w, WIRE_LANGUAGES, 0, seen, sizeof seen);
	if (!wire_receive(w->fd, &head, &all) || all.len != sizeof languages)
		_exit(1);
	memcpy(languages, all.ptr, sizeof languages);
	status = kt_store_see_languages(store, languages, err);
	kt_buf_release(&all);
	return status;
}

static kt_status read_parts(worker *w, const kt_store *whole, kt_error *err)
{
	const jobs_part *part = jobs_plan_take(w->plan);
	int any = part != NULL;
	kt_status status = kt_store_part_new(&w->run->store, whole, err);

	for (; !status && part; part = jobs_plan_take(w->plan))
		status = read_part(w, part, err);
	if (!status && any)
		status = share_languages(w, err);
	return status ? status : kt_store_part_end(w->run->store, err);
}

_Noreturn void worker_live(run *r, const jobs_plan *plan, unsigned number, int fd)
{
	worker w = { r, plan, &plan->taken->at[number], fd };
	kt_ingest_options options = *r->options;
	kt_ingest_counts counts = { 0 };
	kt_error err;
	kt_status status;

	options.tell = say_event;
	options.context = &w;
	r->options = &options;
	r->counts = &counts;
	status = read_parts(&w, r->store, &err);
	if (status)
		say(&w, WIRE_FAILED, (int)status, err.message, strlen(err.message));
	else
		say(&w, WIRE_DONE, 0, NULL, 0);
	_exit(0); /* what was forked with it is not this process's to close */
}
