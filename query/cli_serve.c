/* cli_serve.c - the verb that serves a reading room. */
#include <signal.h>

#include "cli.h"
#include "kartoteka/serve.h"

/* Until somebody ends it. */
static void wait_for_end(const sigset_t *signals)
{
	int which;

	while (sigwait(signals, &which))
		;
}

int verb_serve(cli *c)
{
	const kt_serve_options options = { .db = c->db, .port = (unsigned)c->port };
	kt_server *server = NULL;
	kt_buf address = KT_BUF_INIT;
	kt_error err = { 0 };
	sigset_t signals;
	kt_status status;

	sigemptyset(&signals);
	sigaddset(&signals, SIGINT);
	sigaddset(&signals, SIGTERM);
	sigaddset(&signals, SIGHUP);
	sigprocmask(SIG_BLOCK, &signals, NULL); /* before there are threads: they block them too */
	status = kt_server_start(&server, &options, &err);
	if (!status) {
		kt_buf_addf(&address, "http://127.0.0.1:%u/\n", kt_server_port(server));
		cli_tell("the reading room is open at http://127.0.0.1:%u/ (Ctrl-C closes it)",
			kt_server_port(server));
		status = cli_write(c, kt_buf_str(&address), &err);
	}
	if (!status)
		wait_for_end(&signals);
	kt_server_stop(server);
	kt_buf_release(&address);
	return status ? cli_fail(c, &err) : EXIT_FOUND;
}
