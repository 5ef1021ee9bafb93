/* cli_names.c - the verbs of people, organisations and years. */
#include <string.h>

#include "cli.h"

/* ---- who is meant
 * --------------------------------------------------------------------------------- */

static void add_named(kt_buf *out, const kt_named *n)
{
	kt_buf_addf(out, "  %.*s  %.*s%s%.*s (%llu)\n", KT_STR_ARG(n->id), KT_STR_ARG(n->name),
		n->about.len ? ", " : "", KT_STR_ARG(n->about), (unsigned long long)n->mentions);
}

static void tell_named(const kt_named *all, size_t count)
{
	kt_buf list = KT_BUF_INIT;

	for (size_t i = 0; i < count; i++)
		add_named(&list, &all[i]);
	cli_tell_lines(kt_buf_str(&list));
	kt_buf_release(&list);
}

/* An id as it can be typed to a shell without quotation marks. */
static kt_str typed_id(kt_str id)
{
	return id.len && id.ptr[0] == '?' ? kt_str_sub(id, 1, id.len) : id;
}

static void tell_bearers(const cli *c, const kt_mentions *m)
{
	cli_tell("%s may mean any of %zu, and all are counted; to narrow it: kartoteka %s %.*s",
		c->text.ptr, m->bearer_count, c->verb->name,
		KT_STR_ARG(typed_id(m->bearers[0].id)));
	tell_named(m->bearers, m->bearer_count);
}

static void tell_nearest(kt_str name, const kt_mentions *m)
{
	cli_tell("%.*s: nobody of that name is mentioned%s", KT_STR_ARG(name),
		m->nearest_count ? "; what comes nearest:" : "");
	tell_named(m->nearest, m->nearest_count);
}

/* Tells that the filters leave nothing, and of names among them that nobody has. */
static void tell_left_out(const cli *c)
{
	const kt_search_options one = { .limit = 1 };
	kt_mentions of = { 0 };

	cli_tell("%s: no mention is where the options look", c->text.ptr);
	for (size_t i = 0; i < c->search.filter_count; i++) {
		const kt_filter *f = &c->search.filters[i];

		if (f->field != KT_ASK_YEAR &&
			!kt_search_mentions(&of, c->index, c->arena, f->text, &one, NULL) &&
			!of.bearer_count)
			tell_nearest(f->text, &of);
	}
}

/* Tells what an answer has to say of the name; gives the exit code. */
static int tell_of_name(const cli *c, const kt_mentions *m)
{
	cli_tell_notices(&m->filters);
	if (!m->bearer_count)
		tell_nearest(kt_buf_str(&c->text), m);
	else if (m->bearer_count > 1)
		tell_bearers(c, m);
	if (m->bearer_count && !m->mentions)
		tell_left_out(c);
	return m->mentions ? EXIT_FOUND : EXIT_NOTHING;
}

/* ---- mentions and dossier
 * ------------------------------------------------------------------------- */

int verb_mentions(cli *c)
{
	kt_mentions mentions = { 0 };
	kt_str name = kt_str_trim(kt_buf_str(&c->text));
	kt_error err = { 0 };
	kt_status status = cli_open_index(c, &err);

	c->search.limit = c->limit;
	c->search.offset = c->offset;
	if (!status)
		status = kt_search_mentions(&mentions, c->index, c->arena, name, &c->search, &err);
	if (!status)
		status = cli_open_printer(c, &err);
	if (!status)
		status = kt_show_mentions(c->printer, c->arena, name, &mentions, c->offset, &err);
	return status ? cli_fail(c, &err) : tell_of_name(c, &mentions);
}

int verb_dossier(cli *c)
{
	kt_dossier dossier = { 0 };
	kt_str name = kt_str_trim(kt_buf_str(&c->text));
	kt_error err = { 0 };
	kt_status status = cli_open_index(c, &err);

	if (!status)
		status = kt_search_dossier(&dossier, c->index, c->arena, name, &c->search, &err);
	if (!status)
		status = cli_open_printer(c, &err);
	if (!status)
		status = kt_show_dossier(c->printer, c->arena, name, &dossier, &err);
	return status ? cli_fail(c, &err) : tell_of_name(c, &dossier.all);
}

/* ---- names
 * --------------------------------------------------------------------------------------- */

static void add_of_kind(const cli *c, kt_buf *out, const kt_named *all, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (c->kind == KT_MENTION_KINDS || c->kind == (int)all[i].kind)
			add_named(out, &all[i]);
}

/* What has no such letters in it may be another spelling of what is there. */
static kt_status tell_no_names(cli *c, kt_str pattern, kt_error *err)
{
	const char *what =
		c->kind == KT_MENTION_KINDS ? "name" : kt_name_prefix((kt_mention_kind)c->kind);
	const kt_search_options options = { .limit = 1 };
	kt_mentions near = { 0 };
	kt_buf list = KT_BUF_INIT;
	kt_status status = KT_OK;

	if (pattern.len && !memchr(pattern.ptr, '*', pattern.len))
		status = kt_search_mentions(&near, c->index, c->arena, pattern, &options, err);
	if (!status) {
		add_of_kind(c, &list, near.bearers, near.bearer_count);
		add_of_kind(c, &list, near.nearest, near.nearest_count);
		cli_tell("%.*s%sno such %s%s", KT_STR_ARG(pattern), pattern.len ? ": " : "", what,
			list.len ? "; perhaps:" : "");
		cli_tell_lines(kt_buf_str(&list));
	}
	kt_buf_release(&list);
	return status;
}

int verb_names(cli *c)
{
	kt_str pattern = kt_str_trim(kt_buf_str(&c->text));
	kt_named *names;
	size_t count = 0;
	kt_error err = { 0 };
	kt_status status = cli_open_index(c, &err);

	if (!status)
		status = kt_search_names(&names, &count, c->index, c->arena, pattern,
			(kt_mention_kind)c->kind, &err);
	if (!status)
		status = cli_open_printer(c, &err);
	if (!status)
		status = kt_show_names(c->printer, names, count, c->offset, c->limit, &err);
	if (!status && !count)
		status = tell_no_names(c, pattern, &err);
	if (status)
		return cli_fail(c, &err);
	return count ? EXIT_FOUND : EXIT_NOTHING;
}

/* ---- timeline
 * ------------------------------------------------------------------------------------ */

/* Without a query the first filter is one; without any, everything is counted (*out is NULL). */
int verb_timeline(cli *c)
{
	kt_timeline timeline = { 0 };
	kt_query *query;
	kt_error err = { 0 };
	kt_status status =
		kt_timeline_query(&query, c->arena, kt_buf_str(&c->text), &c->search, &err);

	if (status == KT_EINVAL || status == KT_ELIMIT)
		return cli_fail_query(c, &err);
	if (!status)
		status = cli_open_index(c, &err);
	if (!status)
		status = kt_search_timeline(&timeline, c->index, c->arena, query, &c->search, &err);
	if (status == KT_EINVAL)
		return cli_fail_query(c, &err);
	if (!status)
		status = cli_open_printer(c, &err);
	if (!status && c->explain && query)
		status = cli_explain(c, &timeline.answer, &err);
	if (!status)
		status = kt_show_timeline(c->printer, kt_buf_str(&c->text), &timeline, &err);
	if (status)
		return cli_fail(c, &err);
	cli_tell_notices(&timeline.answer);
	return timeline.year_count ? EXIT_FOUND : EXIT_NOTHING;
}
