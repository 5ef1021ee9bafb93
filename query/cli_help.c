/* cli_help.c - what --help says. */
#include "cli_options.h"

static void add_default(kt_buf *out, const cli_verb *v, const cli_option *o)
{
	if (o->bit == OPTION_LIMIT && v->limit)
		kt_buf_addf(out, " (default %zu; 0: all)", v->limit);
	else if (o->bit == OPTION_LIMIT)
		kt_buf_add(out, KT_STR(" (default: all)"));
	else if (o->bit == OPTION_CONTEXT)
		kt_buf_addf(out, " (default %u)", v->context);
	for (size_t i = 0; o->bit == OPTION_SORT && v->sorts[i].name; i++)
		kt_buf_addf(out, "%s%s",
			!i		       ? ""
			: v->sorts[i + 1].name ? ", "
					       : " or ",
			v->sorts[i].name);
}

static void add_options(kt_buf *out, const cli_verb *v)
{
	for (const cli_option *o = cli_options; o->name; o++) {
		kt_buf left = KT_BUF_INIT;

		if (!((v ? v->options : OPTIONS_ALWAYS) & o->bit))
			continue;
		kt_buf_addf(
			&left, "--%s%s%s", o->name, o->value ? " " : "", o->value ? o->value : "");
		kt_buf_addf(out, "  %-18s%s", left.ptr, o->about);
		if (v)
			add_default(out, v, o);
		kt_buf_addc(out, '\n');
		kt_buf_release(&left);
	}
}

static const char exit_codes[] =
	"\nExit status: 0 done or found; 1 nothing found; 2 the command line or the query is "
	"wrong;\n3 trouble with the index or with writing.\n";

static void help_of_verb(const cli_verb *v, kt_buf *out)
{
	kt_buf_addf(out, "usage: kartoteka %s%s%s [options]\n\n%c%s.\n\n", v->name,
		*v->operand ? " " : "", v->operand, v->about[0] - 'a' + 'A', v->about + 1);
	add_options(out, v);
	if (v->more)
		kt_buf_addf(out, "\n%s", v->more);
	kt_buf_add(out, kt_str_of(exit_codes));
}

void cli_help(const cli *c, kt_buf *out)
{
	if (c->verb) {
		help_of_verb(c->verb, out);
		return;
	}
	kt_buf_add(out, KT_STR("usage: kartoteka VERB [options] ...\n\n"
			       "Asks an index that kartoteka-index made of texts.\n\n"));
	for (const cli_verb *v = cli_verbs; v->name; v++) {
		kt_buf left = KT_BUF_INIT;

		kt_buf_addf(&left, "%s %s", v->name, v->operand);
		kt_buf_addf(out, "  %-18s%s\n", left.ptr, v->about);
		kt_buf_release(&left);
	}
	kt_buf_add(out, KT_STR("\nkartoteka VERB --help tells its options; every verb has\n"));
	add_options(out, NULL);
	kt_buf_add(out, kt_str_of(exit_codes));
}
