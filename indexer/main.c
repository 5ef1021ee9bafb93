/* kartoteka-index: reads files and folders, writes or updates the index. */
#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "builtin.h"
#include "kartoteka/ingest.h"
#include "kartoteka/json.h"
#include "kartoteka/xap.h"

static const char help[] =
	"usage: kartoteka-index [--db DIR] [options] PATH...\n"
	"\n"
	"Reads files and folders (plain text, Markdown, HTML, TEI and other XML, EPUB,\n"
	"FictionBook, DOCX, ODT, RTF, PDF), writes or updates the index.\n"
	"\n"
	"  --db DIR          where the index is (else $KARTOTEKA_DB, else ./kartoteka.db)\n"
	"  --authority FILE  a table of names beside the built-in ones (repeatable)\n"
	"  --language CODE   language of the texts (en, ru, de, fr, ...); else detected\n"
	"  --jobs N          worker processes that read new sources (default: the number of "
	"cores);\n"
	"                    a few sources beside many are added without\n"
	"  --rebuild         start from an empty index; the old one serves until the new is whole\n"
	"  --prune           also forget sources whose files are gone\n"
	"  --remove PATH     forget a source, or all in a folder (repeatable)\n"
	"  --dry-run         say what would be done, write nothing\n"
	"  --tag             print what would be indexed, a JSON object a passage; write nothing\n"
	"  --progress WHEN   auto, always or never\n"
	"  --color WHEN      auto, always or never\n"
	"  --help, --version\n"
	"\n"
	"Exit status: 0 done; 1 some inputs could not be read (each is named, the others are\n"
	"indexed); 2 wrong command line; 3 trouble with the index.\n";

enum {
	DB = 256,
	AUTHORITY,
	LANGUAGE,
	JOBS,
	REBUILD,
	PRUNE,
	REMOVE,
	DRY_RUN,
	TAG,
	PROGRESS,
	COLOR,
	HELP,
	VERSION
};

static const struct option options_known[] = {
	{ "db", required_argument, NULL, DB },
	{ "authority", required_argument, NULL, AUTHORITY },
	{ "language", required_argument, NULL, LANGUAGE },
	{ "jobs", required_argument, NULL, JOBS },
	{ "rebuild", no_argument, NULL, REBUILD },
	{ "prune", no_argument, NULL, PRUNE },
	{ "remove", required_argument, NULL, REMOVE },
	{ "dry-run", no_argument, NULL, DRY_RUN },
	{ "tag", no_argument, NULL, TAG },
	{ "progress", required_argument, NULL, PROGRESS },
	{ "color", required_argument, NULL, COLOR },
	{ "help", no_argument, NULL, HELP },
	{ "version", no_argument, NULL, VERSION },
	{ NULL, 0, NULL, 0 },
};

typedef struct command {
	kt_ingest_options ingest;
	kt_authority *authority;
	const char **remove;
	const char **tables; /* of names, beside the built-in ones */
	size_t table_count;
	int tag, verbose;
	int progress; /* 1 always, 0 never */
	double started, shown;
	double merging; /* since when; 0: not yet */
	int line; /* a progress line stands on the terminal */
} command;

static void clear_line(command *c)
{
	if (c->line)
		fputs("\r\033[K", stderr);
	c->line = 0;
}

/* Seconds that are left of what takes as long for each byte. */
static double left_of(double seconds, uint64_t done, uint64_t all)
{
	return done && done < all ? seconds / (double)done * (double)(all - done) : 0;
}

static void show_merging(const command *c, const kt_ingest_counts *n)
{
	fprintf(stderr, "; merging %.1f of %.1f MB, %.0f s left", (double)n->merged / 1e6,
		(double)n->to_merge / 1e6,
		left_of(kt_clock() - c->merging, n->merged, n->to_merge));
}

static void show_progress(command *c, const kt_ingest_counts *n)
{
	double now = kt_clock(), elapsed, rate;

	if (n->to_merge && c->merging <= 0)
		c->merging = now;
	elapsed = (n->to_merge ? c->merging : now) - c->started;
	rate = elapsed > 0 ? (double)n->bytes_done / elapsed : 0;
	if (!c->progress || (now - c->shown < 0.1 && n->files_done < n->files))
		return;
	c->shown = now;
	clear_line(c);
	fprintf(stderr, "%llu of %llu files, %.1f of %.1f MB, %llu passages, %.1f MB/s",
		(unsigned long long)n->files_done, (unsigned long long)n->files,
		(double)n->bytes_done / 1e6, (double)n->bytes / 1e6,
		(unsigned long long)n->passages, rate / 1e6);
	if (n->to_merge)
		show_merging(c, n);
	else
		fprintf(stderr, ", %.0f s left", left_of(elapsed, n->bytes_done, n->bytes));
	if (isatty(2))
		c->line = 1;
	else
		fputc('\n', stderr);
}

static void told(
	void *context, kt_ingest_event event, const char *message, const kt_ingest_counts *counts)
{
	static const char *const done[] = { [KT_INGEST_ADDED] = "add",
		[KT_INGEST_REPLACED] = "replace",
		[KT_INGEST_UNCHANGED] = "unchanged",
		[KT_INGEST_REMOVED] = "remove" };
	command *c = context;

	switch (event) {
	case KT_INGEST_PROGRESS:
		show_progress(c, counts);
		break;
	case KT_INGEST_FAILED:
	case KT_INGEST_NOTICE:
		clear_line(c);
		fprintf(stderr, "kartoteka-index: %s\n", message);
		break;
	default:
		if (c->ingest.dry_run)
			printf("%s\t%s\n", done[event], message);
	}
}

static kt_status print_passage(
	void *context, const char *source, const kt_passage *p, kt_error *err)
{
	json_t *json = json_pack("{s:o, s:i, s:s, s:o, s:o, s:o}", "source",
		kt_json_str(kt_str_of(source)), "number", (int)p->number, "kind",
		kt_kind_name(p->kind), "language", kt_json_str_or_null(kt_str_of(p->language.code)),
		"offset", p->offset < 0 ? json_null() : json_integer(p->offset), "text",
		kt_json_str(p->text));
	int failed = !json || kt_json_set_tags(json, p);

	(void)context;
	if (!failed)
		failed = json_dumpf(json, stdout, JSON_COMPACT) || putchar('\n') == EOF;
	json_decref(json);
	return failed ? kt_fail(err, KT_EIO, "standard output: %s", strerror(errno)) : KT_OK;
}

static int wrong(const char *fmt, const char *what)
{
	fputs("kartoteka-index: ", stderr);
	fprintf(stderr, fmt, what);
	fputs("\ntry kartoteka-index --help\n", stderr);
	return 2;
}

static kt_status add_authority(command *c, const char *file, kt_error *err)
{
	kt_buf table;
	kt_status status = kt_file_read(&table, file, err);

	if (!status)
		status = kt_authority_add(c->authority, file, kt_buf_str(&table), err);
	kt_buf_release(&table);
	if (status == KT_EINPUT) /* without its names the run is wrong */
		status = err->code = KT_EINVAL;
	return status;
}

/* The tables that come with the program, then the reader's own, whose rows replace theirs. */
static kt_status read_tables(command *c, kt_error *err)
{
	kt_status status = builtin_authority(&c->authority, c->table_count != 0, err);

	for (size_t i = 0; !status && i < c->table_count; i++)
		status = add_authority(c, c->tables[i], err);
	return status;
}

static int when(const char *text, int *out)
{
	if (!strcmp(text, "always"))
		*out = 1;
	else if (!strcmp(text, "never"))
		*out = 0;
	else if (!strcmp(text, "auto"))
		*out = -1;
	else
		return 0;
	return 1;
}

static int fail(const kt_error *err)
{
	fprintf(stderr, "kartoteka-index: %s\n", err->message);
	return kt_exit_code(err->code);
}

/* -1: go on; else the exit code. */
static int take_option(command *c, int option, const char *value)
{
	char *end;
	long jobs;
	int color;

	switch (option) {
	case DB:
		c->ingest.db = value;
		break;
	case AUTHORITY:
		c->tables[c->table_count++] = value;
		break;
	case LANGUAGE:
		c->ingest.language = kt_language_of(value);
		if (!c->ingest.language.code[0])
			return wrong("--language %s: no language code, such as en or ru", value);
		break;
	case JOBS:
		errno = 0;
		jobs = strtol(value, &end, 10);
		if (jobs < 1 || jobs > INT_MAX || *end || errno)
			return wrong("--jobs %s: not a number of 1 or more", value);
		c->ingest.jobs = (unsigned)jobs;
		break;
	case REBUILD:
		c->ingest.rebuild = 1;
		break;
	case PRUNE:
		c->ingest.prune = 1;
		break;
	case REMOVE:
		c->remove[c->ingest.remove_count++] = value;
		break;
	case DRY_RUN:
		c->ingest.dry_run = 1;
		break;
	case TAG:
		c->tag = 1;
		break;
	case PROGRESS:
		if (!when(value, &c->progress))
			return wrong("--progress %s: not auto, always or never", value);
		break;
	case COLOR:
		if (!when(value, &color))
			return wrong("--color %s: not auto, always or never", value);
		break;
	case HELP:
		fputs(help, stdout);
		return 0;
	case VERSION:
		printf("kartoteka-index %s (Xapian %s)\n", KT_VERSION, xap_version());
		return 0;
	default:
		fputs("try kartoteka-index --help\n", stderr);
		return 2;
	}
	return -1;
}

static void summary(const command *c, const kt_ingest_counts *n)
{
	fprintf(stderr,
		"%s%llu added, %llu replaced, %llu unchanged, %llu removed, %llu not read; "
		"%llu passages, %llu words in %.1f s\n",
		c->ingest.dry_run ? "would be: " : "", (unsigned long long)n->added,
		(unsigned long long)n->replaced, (unsigned long long)n->unchanged,
		(unsigned long long)n->removed, (unsigned long long)n->failed,
		(unsigned long long)n->passages, (unsigned long long)n->words,
		kt_clock() - c->started);
}

static int run(command *c)
{
	kt_ingest_counts counts;
	kt_error err;
	kt_status status;

	c->started = kt_clock();
	c->ingest.authority = c->authority;
	if (c->tag)
		status = kt_ingest_tag(&c->ingest, print_passage, c, &counts, &err);
	else
		status = kt_ingest(&c->ingest, &counts, &err);
	clear_line(c);
	if (!status && !c->tag)
		summary(c, &counts);
	if (status)
		return fail(&err);
	if (fflush(stdout) || ferror(stdout)) {
		perror("kartoteka-index: standard output");
		return 3;
	}
	return counts.failed ? 1 : 0;
}

int main(int argc, char **argv)
{
	command c = { .progress = -1 };
	const char *db = getenv("KARTOTEKA_DB");
	kt_error err;
	int option, code = -1;

	signal(SIGPIPE, SIG_DFL);
	/* Passages that Xapian gathers before it writes them to its tables: no more than stay in
	 * the processor's cache (its default is 10,000), and enough for a file of 4,000 passages to
	 * be replaced in one go. */
	setenv("XAPIAN_FLUSH_THRESHOLD", "8000", 0);
	c.ingest.db = db && *db ? db : "kartoteka.db";
	c.ingest.tell = told;
	c.ingest.context = &c;
	c.remove = calloc((size_t)argc, sizeof *c.remove);
	c.tables = calloc((size_t)argc, sizeof *c.tables);
	if (!c.remove || !c.tables) {
		fputs("kartoteka-index: out of memory\n", stderr);
		code = 3;
	}
	while (code < 0 && (option = getopt_long(argc, argv, "", options_known, NULL)) != -1)
		code = take_option(&c, option, optarg);
	if (code >= 0)
		goto out;
	if (c.progress < 0)
		c.progress = isatty(2);
	c.ingest.remove = c.remove;
	c.ingest.paths = (const char *const *)argv + optind;
	c.ingest.path_count = (size_t)(argc - optind);
	if (!c.ingest.path_count && !c.ingest.remove_count && !c.ingest.prune)
		code = wrong("nothing to index: %s", "name files or folders");
	else if (read_tables(&c, &err))
		code = fail(&err);
	else
		code = run(&c);
out:
	kt_authority_free(c.authority);
	free(c.remove);
	free(c.tables);
	return code;
}
