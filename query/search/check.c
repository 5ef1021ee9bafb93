/* check.c - is the index whole? */
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "kartoteka/search.h"

typedef struct checking {
	kt_check_report *report;
	kt_index *index;
	kt_arena *arena; /* of one passage */
	kt_words *words;
	kt_tokens tokens;
	uint64_t common[KT_COMMON_WORDS + 1]; /* occurrences of common words */
	void (*tell)(void *context, const char *problem);
	void *context;
} checking;

static void problem(checking *c, const char *fmt, ...) KT_PRINTF(2, 3);

static void problem(checking *c, const char *fmt, ...)
{
	char text[512];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	c->report->problems++;
	c->tell(c->context, text);
}

static void check_words(
	checking *c, const kt_source_record *source, uint32_t number, uint32_t id, uint64_t *words)
{
	if (!kt_index_has_words(c->index, id, &c->tokens, c->words))
		problem(c, "%.*s:%u: the index has other words for it", KT_STR_ARG(source->stem),
			number);
	*words += c->tokens.count;
	for (size_t i = 0; i < c->tokens.count; i++)
		c->common[kt_words_common(c->words, c->tokens.at[i].form)]++;
}

/* Trouble with one passage is told and does not end the check. */
static kt_status check_passage(
	checking *c, const kt_source_record *source, uint32_t number, uint64_t *words)
{
	kt_passage passage;
	kt_error err = { 0 };
	uint32_t id;
	kt_status status;

	kt_arena_clear(c->arena);
	status = kt_index_find(c->index, source->number, number, &id, &err);
	if (!status)
		status = kt_index_passage(c->index, c->arena, id, &passage, &err);
	if (!status)
		status = kt_tokenise(&c->tokens, c->words, passage.text,
			passage.markdown ? KT_TOKENISE_MARKDOWN : 0, &err);
	if (status == KT_ENOMEM || status == KT_ECHANGED)
		return status;
	if (status)
		problem(c, "%.*s:%u: %s", KT_STR_ARG(source->stem), number,
			status == KT_ENOTFOUND ? "missing" : err.message);
	else if (passage.source != source->number || passage.number != number)
		problem(c, "%.*s:%u: is another passage", KT_STR_ARG(source->stem), number);
	else
		check_words(c, source, number, id, words);
	c->report->passages++;
	return KT_OK;
}

static kt_status check_source(checking *c, const kt_source_record *source, kt_error *err)
{
	uint64_t words = 0;
	kt_status status = KT_OK;

	for (uint32_t n = 1; !status && n <= source->passages; n++)
		status = check_passage(c, source, n, &words);
	if (status)
		return kt_fail(err, status, "%.*s: could not be read to its end",
			KT_STR_ARG(source->name));
	if (words != source->words)
		problem(c, "%.*s: %llu words, %llu when it was indexed", KT_STR_ARG(source->name),
			(unsigned long long)words, (unsigned long long)source->words);
	c->report->words += words;
	c->report->sources++;
	return KT_OK;
}

static void check_counts(checking *c, uint32_t documents)
{
	const kt_check_report *r = c->report;

	if (r->passages != documents)
		problem(c, "%llu passages in the sources, %u in the index",
			(unsigned long long)r->passages, documents);
	if (r->state.passages != r->passages || r->state.words != r->words ||
		r->state.sources != r->sources)
		problem(c,
			"the index counts %llu sources, %llu passages, %llu words; there are "
			"%llu, %llu, %llu",
			(unsigned long long)r->state.sources, (unsigned long long)r->state.passages,
			(unsigned long long)r->state.words, (unsigned long long)r->sources,
			(unsigned long long)r->passages, (unsigned long long)r->words);
}

static kt_status check_common_words(checking *c, kt_error *err)
{
	kt_status status = KT_OK;

	for (unsigned i = 1; !status && i <= KT_COMMON_WORDS; i++) {
		kt_str form = kt_common_form(i);
		uint64_t counted;

		status = kt_index_word(c->index, form, NULL, &counted, err);
		if (!status && counted != c->common[i])
			problem(c, "the index counts %.*s %llu times; it stands there %llu times",
				KT_STR_ARG(form), (unsigned long long)counted,
				(unsigned long long)c->common[i]);
	}
	return status;
}

static uint64_t bytes_below(const char *path)
{
	DIR *dir = opendir(path);
	struct dirent *entry;
	uint64_t bytes = 0;

	while (dir && (entry = readdir(dir))) {
		kt_buf file = KT_BUF_INIT;
		struct stat st;

		kt_buf_addf(&file, "%s/%s", path, entry->d_name);
		if (!file.failed && stat(file.ptr, &st) == 0 && S_ISREG(st.st_mode))
			bytes += (uint64_t)st.st_size;
		kt_buf_release(&file);
	}
	if (dir)
		closedir(dir);
	return bytes;
}

static kt_status check_all(checking *c, kt_error *err)
{
	kt_arena *arena;
	kt_source_record *sources;
	size_t count = 0, wrong = 0;
	uint32_t documents;
	kt_status status = kt_arena_new(&arena, err);

	if (!status)
		status = kt_index_state_read(c->index, &c->report->state, err);
	if (!status)
		status = kt_index_sources(c->index, arena, &sources, &count, err);
	if (!status)
		status = xap_reader_count(kt_index_reader(c->index), &documents, err);
	for (size_t i = 0; !status && i < count; i++)
		status = check_source(c, &sources[i], err);
	if (!status) {
		check_counts(c, documents);
		status = check_common_words(c, err);
	}
	if (!status) {
		status = xap_check(kt_index_path(c->index), &wrong, err);
	}
	if (!status && wrong)
		problem(c, "%zu problems in the tables of the database", wrong);
	kt_arena_free(arena);
	return status;
}

kt_status kt_search_check(kt_check_report *out, kt_index *index,
	void (*tell)(void *context, const char *problem), void *context, kt_error *err)
{
	checking c = { .report = out, .index = index, .tell = tell, .context = context };
	kt_status status;

	memset(out, 0, sizeof *out);
	status = kt_arena_new(&c.arena, err);
	if (!status)
		status = kt_words_new(&c.words, err);
	if (!status)
		status = check_all(&c, err);
	out->bytes = bytes_below(kt_index_path(index));
	kt_arena_free(c.arena);
	kt_words_free(c.words);
	kt_tokens_release(&c.tokens);
	return status;
}
