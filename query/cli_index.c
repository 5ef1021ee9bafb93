/* cli_index.c - the verbs that tell of the index itself. */
#include "cli.h"

int verb_show(cli *c)
{
	kt_hit hit;
	kt_error err = { 0 };
	kt_status status = cli_open_index(c, &err);

	if (!status)
		status = kt_search_passage(
			&hit, c->index, c->arena, kt_buf_str(&c->text), c->search.context, &err);
	if (!status)
		status = cli_open_printer(c, &err);
	if (!status)
		status = kt_show_passage(c->printer, c->arena, &hit, &err);
	return status ? cli_fail(c, &err) : EXIT_FOUND;
}

/* Asks once more where the index changes under it. */
static kt_status read_sources(cli *c, kt_source_record **out, size_t *count, kt_error *err)
{
	kt_status status = kt_index_sources(c->index, c->arena, out, count, err);

	if (status == KT_ECHANGED && !(status = kt_index_reopen(c->index, err)))
		status = kt_index_sources(c->index, c->arena, out, count, err);
	return status;
}

int verb_sources(cli *c)
{
	kt_source_record *sources;
	size_t count = 0;
	kt_error err = { 0 };
	kt_status status = cli_open_index(c, &err);

	if (!status)
		status = read_sources(c, &sources, &count, &err);
	if (!status)
		status = cli_open_printer(c, &err);
	if (!status)
		status = kt_show_sources(c->printer, sources, count, c->offset, c->limit, &err);
	if (status)
		return cli_fail(c, &err);
	return count ? EXIT_FOUND : EXIT_NOTHING;
}

static void tell_problem(void *context, const char *problem)
{
	(void)context;
	cli_tell("%s", problem);
}

int verb_check(cli *c)
{
	kt_check_report report;
	kt_error err = { 0 };
	kt_status status = cli_open_index(c, &err);

	if (!status)
		status = kt_search_check(&report, c->index, tell_problem, NULL, &err);
	if (!status)
		status = cli_open_printer(c, &err);
	if (!status)
		status = kt_show_check(c->printer, c->db, &report, &err);
	if (status)
		return cli_fail(c, &err);
	return report.problems ? EXIT_INDEX : EXIT_FOUND;
}
