/* compaction.c - Xapian says of compacting only which table it is at, and the largest takes half of
 * the time: how far it is is seen from the sizes of what it writes. */
#include "compaction.h"

#include <stdio.h>
#include <sys/stat.h>
#include <threads.h>
#include <time.h>

#define TELL_NANOSECONDS 200000000L

/* In the order in which they are compacted. */
static const char *const tables[] = { "postlist", "docdata", "termlist", "position", "spelling",
	"synonym" };

#define TABLES (sizeof tables / sizeof *tables)

typedef struct compaction {
	const char *to;
	const char *const *from;
	size_t count;
	uint64_t sizes[TABLES]; /* of what it reads */
	kt_status status;
	kt_error err;
	int ended;
	mtx_t lock; /* of ended */
	cnd_t end;
} compaction;

static uint64_t table_size(const char *path, const char *table)
{
	char name[4096];
	struct stat st;

	if (snprintf(name, sizeof name, "%s/%s.glass", path, table) >= (int)sizeof name ||
		stat(name, &st) < 0)
		return 0;
	return (uint64_t)st.st_size;
}

static void tell_progress(const compaction *c, kt_store_merge_fn tell, void *context)
{
	uint64_t done = 0, all = 0;
	int later = c->ended;

	for (size_t i = TABLES; i-- > 0;) {
		uint64_t written = table_size(c->to, tables[i]);

		all += c->sizes[i];
		done += later || written > c->sizes[i] ? c->sizes[i] : written;
		later |= written > 0; /* those before it are done */
	}
	tell(context, done, all);
}

static int compact(void *context)
{
	compaction *c = context;

	c->status = xap_compact(c->to, c->from, c->count, &c->err);
	mtx_lock(&c->lock);
	c->ended = 1;
	cnd_signal(&c->end);
	mtx_unlock(&c->lock);
	return 0;
}

static void wait_and_tell(compaction *c, kt_store_merge_fn tell, void *context)
{
	mtx_lock(&c->lock);
	while (!c->ended) {
		struct timespec until;

		tell_progress(c, tell, context);
		timespec_get(&until, TIME_UTC);
		until.tv_nsec += TELL_NANOSECONDS;
		until.tv_sec += until.tv_nsec / 1000000000L;
		until.tv_nsec %= 1000000000L;
		cnd_timedwait(&c->end, &c->lock, &until);
	}
	tell_progress(c, tell, context);
	mtx_unlock(&c->lock);
}

kt_status compact_telling(const char *to, const char *const *from, size_t count,
	kt_store_merge_fn tell, void *context, kt_error *err)
{
	compaction c = { .to = to, .from = from, .count = count };
	thrd_t thread;

	if (!tell)
		return xap_compact(to, from, count, err);
	for (size_t i = 0; i < TABLES; i++)
		for (size_t j = 0; j < count; j++)
			c.sizes[i] += table_size(from[j], tables[i]);
	if (mtx_init(&c.lock, mtx_plain) != thrd_success || cnd_init(&c.end) != thrd_success ||
		thrd_create(&thread, compact, &c) != thrd_success)
		return kt_fail(err, KT_ENOMEM, "%s: no thread to merge in", to);
	wait_and_tell(&c, tell, context);
	thrd_join(thread, NULL);
	cnd_destroy(&c.end);
	mtx_destroy(&c.lock);
	if (c.status && err)
		*err = c.err;
	return c.status;
}
