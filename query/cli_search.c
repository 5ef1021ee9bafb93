/* cli_search.c - the verbs that answer a query. */
#include "cli.h"

/* ---- what is told beside the answer
 * -------------------------------------------------------------- */

/* Tells what names in the query may mean, where it is not guessed. */
static void tell_candidates(const kt_answer *a)
{
	kt_buf list = KT_BUF_INIT;

	for (size_t from = 0, to; from < a->candidate_count; from = to) {
		kt_str asked = a->candidates[from].asked;

		kt_buf_clear(&list);
		for (to = from; to < a->candidate_count; to++) {
			const kt_candidate *one = &a->candidates[to];

			if (!kt_str_equal(one->asked, asked))
				break;
			kt_buf_addf(&list, "  %.*s  %.*s%s%.*s\n", KT_STR_ARG(one->id),
				KT_STR_ARG(one->name), one->about.len ? ", " : "",
				KT_STR_ARG(one->about));
		}
		cli_tell("%.*s may mean any of %zu, and all were looked for; an id narrows it:",
			KT_STR_ARG(asked), to - from);
		cli_tell_lines(kt_buf_str(&list));
	}
	kt_buf_release(&list);
}

void cli_tell_notices(const kt_answer *a)
{
	for (size_t i = 0; i < a->notice_count; i++)
		cli_tell("%.*s", KT_STR_ARG(a->notices[i]));
	tell_candidates(a);
}

kt_status cli_explain(cli *c, const kt_answer *a, kt_error *err)
{
	kt_buf out = KT_BUF_INIT;
	kt_status status = KT_OK;

	kt_show_safely(&out, a->explained);
	if (out.len && out.ptr[out.len - 1] != '\n')
		kt_buf_addc(&out, '\n');
	if (c->format == KT_FORMAT_TEXT) {
		kt_buf_addc(&out, '\n');
		status = cli_write(c, kt_buf_str(&out), err);
	} else {
		cli_tell_lines(kt_buf_str(&out));
	}
	kt_buf_release(&out);
	return status;
}

/* ---- asking
 * ---------------------------------------------------------------------------------------- */

typedef kt_status (*show_fn)(cli *c, const kt_answer *answer, kt_error *err);

/* Asks the index the query of the command line and shows the answer; gives the exit code. */
static int answer_query(cli *c, show_fn show)
{
	kt_answer answer = { 0 };
	kt_query *query;
	kt_error err = { 0 };
	kt_status status = kt_query_parse(&query, c->arena, kt_buf_str(&c->text), &err);

	if (status == KT_EINVAL || status == KT_ELIMIT)
		return cli_fail_query(c, &err);
	if (!status)
		status = cli_open_index(c, &err);
	if (!status)
		status = kt_search(&answer, c->index, c->arena, query, &c->search, &err);
	if (status == KT_EINVAL)
		return cli_fail_query(c, &err);
	if (!status)
		status = cli_open_printer(c, &err);
	if (!status && c->explain)
		status = cli_explain(c, &answer, &err);
	if (!status)
		status = show(c, &answer, &err);
	if (status)
		return cli_fail(c, &err);
	cli_tell_notices(&answer);
	return answer.passages ? EXIT_FOUND : EXIT_NOTHING;
}

/* ---- search
 * ---------------------------------------------------------------------------------------- */

static kt_status show_hits(cli *c, const kt_answer *a, kt_error *err)
{
	return kt_show_answer(c->printer, c->arena, kt_buf_str(&c->text), a, c->offset, err);
}

int verb_search(cli *c)
{
	c->search.sort = (kt_sort)c->sort;
	c->search.limit = c->limit;
	c->search.offset = c->offset;
	return answer_query(c, show_hits);
}

/* ---- concordance
 * ----------------------------------------------------------------------------------- */

static kt_status show_lines(cli *c, const kt_answer *a, kt_error *err)
{
	kt_line_order order = c->sort == CLI_LINES_LEFT	   ? KT_LINES_LEFT
			      : c->sort == CLI_LINES_RIGHT ? KT_LINES_RIGHT
							   : KT_LINES_AS_FOUND;

	return kt_show_concordance(c->printer, c->arena, a, order, c->offset, c->limit, err);
}

/* The lines of all passages: limit and offset count lines. */
int verb_concordance(cli *c)
{
	c->search.sort = c->sort == CLI_LINES_YEAR ? KT_SORT_YEAR : KT_SORT_SOURCE;
	return answer_query(c, show_lines);
}
