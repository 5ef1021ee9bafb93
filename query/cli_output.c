/* cli_output.c - standard output and standard error. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli.h"

#define COLUMNS 80 /* where a terminal does not say */
#define COLUMNS_MIN 20

static kt_status write_all(int fd, kt_str bytes)
{
	while (bytes.len) {
		ssize_t n = write(fd, bytes.ptr, bytes.len);

		if (n < 0 && errno != EINTR)
			return KT_EIO;
		if (n > 0)
			bytes = kt_str_sub(bytes, (size_t)n, bytes.len);
	}
	return KT_OK;
}

kt_status cli_write(void *context, kt_str bytes, kt_error *err)
{
	cli *c = context;
	kt_status status = write_all(STDOUT_FILENO, bytes);

	c->broken = status && errno == EPIPE;
	return status ? kt_fail(err, status, "standard output: %s", strerror(errno)) : KT_OK;
}

/* ---- what went wrong ----------------------------------------------------------------------------
 */

static void tell(const char *fmt, va_list args)
{
	kt_buf out = KT_BUF_INIT;
	char text[4096];

	vsnprintf(text, sizeof text, fmt, args);
	kt_buf_add(&out, KT_STR("kartoteka: "));
	kt_show_safely(&out, kt_str_of(text));
	kt_buf_addc(&out, '\n');
	write_all(STDERR_FILENO, kt_buf_str(&out));
	kt_buf_release(&out);
}

void cli_tell(const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	tell(fmt, args);
	va_end(args);
}

void cli_tell_lines(kt_str text)
{
	kt_buf out = KT_BUF_INIT;

	kt_show_safely(&out, text);
	write_all(STDERR_FILENO, kt_buf_str(&out));
	kt_buf_release(&out);
}

int cli_fail(const cli *c, const kt_error *err)
{
	if (c->broken)
		return EXIT_FOUND;
	cli_tell("%s", err->message);
	return kt_exit_code(err->code);
}

static size_t terminal_columns(int fd)
{
	const char *told = getenv("COLUMNS");
	struct winsize size;
	long columns = 0;

	if (!ioctl(fd, TIOCGWINSZ, &size))
		columns = size.ws_col;
	if (columns < 1 && told)
		columns = strtol(told, NULL, 10);
	if (columns < 1)
		columns = COLUMNS;
	return columns < COLUMNS_MIN ? COLUMNS_MIN : (size_t)columns;
}

int cli_fail_query(const cli *c, const kt_error *err)
{
	kt_buf out = KT_BUF_INIT;

	cli_tell("%s", err->message);
	if (kt_str_trim(kt_buf_str(&c->text)).len)
		kt_query_point(&out, kt_buf_str(&c->text), err, terminal_columns(STDERR_FILENO));
	write_all(STDERR_FILENO, kt_buf_str(&out));
	kt_buf_release(&out);
	return kt_exit_code(err->code);
}

/* ---- results
 * -------------------------------------------------------------------------------------- */

/* NO_COLOR: no-color.org. */
static int color_wanted(void)
{
	const char *no = getenv("NO_COLOR"), *terminal = getenv("TERM");

	return !(no && *no) && !(terminal && !strcmp(terminal, "dumb"));
}

kt_status cli_open_printer(cli *c, kt_error *err)
{
	int terminal = isatty(STDOUT_FILENO);
	kt_style style = {
		.color = c->color < 0 ? terminal && color_wanted() : c->color,
		.columns = terminal ? terminal_columns(STDOUT_FILENO) : 0,
		.indent = terminal,
	};

	return kt_printer_new(&c->printer, c->format, &style, cli_write, c, err);
}

kt_status cli_open_index(cli *c, kt_error *err)
{
	return kt_index_open(&c->index, c->db, err);
}
