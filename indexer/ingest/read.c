#include "read.h"

static void tell_notice(void *context, const char *message)
{
	run_tell(context, KT_INGEST_NOTICE, message);
}

static kt_str keep(kt_arena *arena, kt_str s, int *failed)
{
	kt_str kept = s.len ? kt_arena_str(arena, s) : KT_STR("");

	*failed |= !kept.ptr;
	return kept;
}

/* What the first stretch says of the whole, for as long as the source is at hand. */
static kt_status keep_about(
	kt_source_text *out, kt_arena *arena, const kt_source_text *text, kt_error *err)
{
	int failed = 0;

	*out = *text;
	out->title = keep(arena, text->title, &failed);
	out->author = keep(arena, text->author, &failed);
	out->date = keep(arena, text->date, &failed);
	out->origin = keep(arena, text->origin, &failed);
	out->licence = keep(arena, text->licence, &failed);
	out->encoding = keep(arena, kt_str_of(text->encoding), &failed).ptr;
	return failed ? kt_fail(err, KT_ENOMEM, "out of memory") : KT_OK;
}

/* The name of a stretch in messages, which count lines from its beginning.  Its ending stays what
 * tells the format. */
static const char *name_of(kt_arena *arena, const source_file *file, const stretches *at)
{
	return at->from ? kt_arena_printf(arena, "from byte %llu of %s",
				  (unsigned long long)at->from, file->name)
			: file->name;
}

/* Of the stretch at hand. */
static kt_status read_stretch(
	run *r, const source_file *file, const stretches *at, kt_source_text *text, kt_error *err)
{
	kt_arena *arena = r->analysis.arena;
	const char *name;
	kt_status status;

	kt_arena_clear(arena);
	name = name_of(arena, file, at);
	status = name ? kt_read_source(text, arena, name, at->bytes, tell_notice, r, err)
		      : kt_fail(err, KT_ENOMEM, "out of memory");
	for (size_t i = 0; !status && at->from && i < text->block_count; i++)
		if (text->blocks[i].offset >= 0)
			text->blocks[i].offset += (int64_t)at->from;
	return status;
}

/* The next stretch, if there is one.  One that is no text is told and has no blocks: the others are
 * the source. */
static int next_stretch(run *r, const source_file *file, stretches *from, kt_source_text *text,
	kt_status *status, kt_error *err)
{
	kt_error why;

	if (!stretches_next(from, status, err))
		return 0;
	*status = read_stretch(r, file, from, text, &why);
	if (*status == KT_EINPUT) {
		run_unreadable(r, why.message);
		text->block_count = 0;
		*status = KT_OK;
	} else if (*status && err) {
		*err = why;
	}
	return !*status;
}

static void tell_empty(run *r, const source_file *file)
{
	kt_buf message = KT_BUF_INIT;

	kt_buf_addf(&message, "%s: no text in it", file->name);
	run_tell(r, KT_INGEST_NOTICE, message.ptr);
	kt_buf_release(&message);
}

/* The first stretch has been read into text. */
static kt_status begin(run *r, kt_source_text *about, const kt_source_text *text,
	const read_told *told, kt_error *err)
{
	kt_status status;

	kt_arena_clear(r->analysis.kept);
	analysis_begin(&r->analysis);
	status = keep_about(about, r->analysis.kept, text, err);
	return status || !told->about ? status : told->about(told->context, about, err);
}

kt_status read_source(
	run *r, const source_file *file, stretches *from, const read_told *told, kt_error *err)
{
	kt_source_text text, about = { 0 };
	kt_tag_source tagged;
	size_t blocks = 0;
	kt_status status = analysis_renew(&r->analysis, r->options->authority, err);

	if (!status)
		status = read_stretch(r, file, from, &text, err);
	if (!status)
		status = begin(r, &about, &text, told, err);
	if (status)
		return status;
	tagged = (kt_tag_source) { kt_str_of(file->name), about.title, about.author, about.date };
	do {
		text.language = about.language;
		blocks += text.block_count;
		status = analysis_run(&r->analysis, &tagged, &text, r->options->language,
			told->passage, told->context, err);
		if (!status)
			status = analysis_renew(&r->analysis, r->options->authority, err);
	} while (!status && next_stretch(r, file, from, &text, &status, err));
	if (!status && !blocks)
		tell_empty(r, file);
	return status;
}
