/* http.c - the server: sockets, threads, headers.  This file alone includes <microhttpd.h>; its
 * library brings one for TLS with it, which takes longer to load than a question to answer, so it
 * is loaded when there is something to serve. */
#include <arpa/inet.h>
#include <dlfcn.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "kartoteka/serve.h"

#define LIBRARY "libmicrohttpd.so.12"
#define THREADS_MAX 8
#define CONNECTIONS 64
#define SECONDS 20 /* that a connection may be idle */
#define CONNECTION_BYTES ((size_t)64 << 10) /* of a request's head */
#define BACKLOG 64
#define PORT_TRIES 16 /* free ports that are tried until one is free in both families */

enum { OVER_IP4, OVER_IP6, FAMILIES };

typedef struct library {
	void *handle;
	__typeof__(MHD_start_daemon) *start;
	__typeof__(MHD_stop_daemon) *stop;
	__typeof__(MHD_get_connection_values) *headers;
	__typeof__(MHD_create_response_from_buffer) *response;
	__typeof__(MHD_add_response_header) *add_header;
	__typeof__(MHD_queue_response) *queue;
	__typeof__(MHD_destroy_response) *destroy;
} library;

/* Desks that are free; one more is made where none is. */
typedef struct free_desk {
	kt_desk *desk;
	struct free_desk *next;
} free_desk;

struct kt_server {
	library http;
	const char *db;
	unsigned port;
	int sockets[FAMILIES]; /* -1: none */
	struct MHD_Daemon *daemons[FAMILIES];
	pthread_mutex_t lock; /* of the desks */
	free_desk *desks;
};

/* ---- the library ----------------------------------------------------------------------------- */

static kt_status load_library(library *l, kt_error *err)
{
	const struct {
		const char *name;
		void *to;
	} functions[] = {
		{ "MHD_start_daemon", &l->start },
		{ "MHD_stop_daemon", &l->stop },
		{ "MHD_get_connection_values", &l->headers },
		{ "MHD_create_response_from_buffer", &l->response },
		{ "MHD_add_response_header", &l->add_header },
		{ "MHD_queue_response", &l->queue },
		{ "MHD_destroy_response", &l->destroy },
	};

	l->handle = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
	if (!l->handle)
		return kt_fail(err, KT_EIO, "%s is missing (the package libmicrohttpd12): %s",
			LIBRARY, dlerror());
	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
		void *function = dlsym(l->handle, functions[i].name);

		if (!function)
			return kt_fail(err, KT_EIO, "%s has no %s", LIBRARY, functions[i].name);
		memcpy(functions[i].to, &function, sizeof function);
	}
	return KT_OK;
}

/* ---- desks ----------------------------------------------------------------------------------- */

static free_desk *take_desk(kt_server *server)
{
	free_desk *one;

	pthread_mutex_lock(&server->lock);
	one = server->desks;
	if (one)
		server->desks = one->next;
	pthread_mutex_unlock(&server->lock);
	if (one || !(one = calloc(1, sizeof *one)))
		return one;
	if (kt_desk_new(&one->desk, server->db, NULL)) {
		free(one);
		return NULL;
	}
	return one;
}

static void give_desk(kt_server *server, free_desk *one)
{
	pthread_mutex_lock(&server->lock);
	one->next = server->desks;
	server->desks = one;
	pthread_mutex_unlock(&server->lock);
}

static void free_desks(free_desk *one)
{
	while (one) {
		free_desk *next = one->next;

		kt_desk_free(one->desk);
		free(one);
		one = next;
	}
}

/* ---- a request ------------------------------------------------------------------------------- */

/* The address as it was sent, and what is handed to the library to be sent back. */
typedef struct exchange {
	char *target;
	int begun;
} exchange;

static void *begin_exchange(void *context, const char *target, struct MHD_Connection *connection)
{
	exchange *e = calloc(1, sizeof *e);

	(void)context;
	(void)connection;
	if (e && !(e->target = strdup(target))) {
		free(e);
		e = NULL;
	}
	return e;
}

static void end_exchange(void *context, struct MHD_Connection *connection, void **state,
	enum MHD_RequestTerminationCode how)
{
	exchange *e = *state;

	(void)context;
	(void)connection;
	(void)how;
	if (e)
		free(e->target);
	free(e);
	*state = NULL;
}

/* The header `Host`; none where there are several. */
typedef struct host {
	const char *value;
	size_t count;
} host;

static enum MHD_Result find_host(
	void *context, enum MHD_ValueKind kind, const char *name, const char *value)
{
	host *h = context;

	(void)kind;
	if (kt_str_equal_nocase(kt_str_of(name), KT_STR("host"))) {
		h->value = value;
		h->count++;
	}
	return MHD_YES;
}

static const char *const headers[][2] = {
	{ "Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action 'self'; "
				     "base-uri 'none'; frame-ancestors 'none'" },
	{ "X-Content-Type-Options", "nosniff" },
	{ "X-Frame-Options", "DENY" },
	{ "Referrer-Policy", "no-referrer" },
	{ "Cross-Origin-Resource-Policy", "same-origin" },
	{ "Cache-Control", "no-cache" },
};

/* Sends the body, which is the library's from then on. */
static enum MHD_Result send_response(
	const library *l, struct MHD_Connection *connection, kt_response *answer)
{
	enum MHD_ResponseMemoryMode mode =
		answer->body.ptr ? MHD_RESPMEM_MUST_FREE : MHD_RESPMEM_PERSISTENT;
	struct MHD_Response *response = l->response(answer->body.len, answer->body.ptr, mode);
	enum MHD_Result sent;

	if (!response) {
		kt_buf_release(&answer->body);
		return MHD_NO;
	}
	l->add_header(response, "Content-Type", answer->type);
	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
		l->add_header(response, headers[i][0], headers[i][1]);
	if (answer->status == 405)
		l->add_header(response, "Allow", "GET, HEAD");
	sent = l->queue(connection, (unsigned)answer->status, response);
	l->destroy(response);
	return sent;
}

/* A body that is sent with the request is not read: the connection ends behind the answer. */
static enum MHD_Result answer(void *context, struct MHD_Connection *connection, const char *url,
	const char *method, const char *version, const char *upload, size_t *upload_size,
	void **state)
{
	kt_server *server = context;
	exchange *e = *state;
	host h = { NULL, 0 };
	kt_request request;
	kt_response response;
	free_desk *one;

	(void)url;
	(void)version;
	(void)upload;
	if (!e)
		return MHD_NO;
	if (!e->begun++ && !*upload_size && (!strcmp(method, "GET") || !strcmp(method, "HEAD")))
		return MHD_YES;
	server->http.headers(connection, MHD_HEADER_KIND, find_host, &h);
	request = (kt_request) { kt_str_of(method), kt_str_of(e->target),
		kt_str_of(h.count == 1 ? h.value : NULL) };
	one = take_desk(server);
	if (!one)
		return MHD_NO;
	kt_desk_answer(one->desk, &request, &response);
	give_desk(server, one);
	return send_response(&server->http, connection, &response);
}

/* ---- sockets --------------------------------------------------------------------------------- */

typedef union address {
	struct sockaddr any;
	struct sockaddr_in ip4;
	struct sockaddr_in6 ip6;
} address;

static socklen_t loopback(address *a, int family, unsigned port)
{
	memset(a, 0, sizeof *a);
	if (family == OVER_IP4) {
		a->ip4.sin_family = AF_INET;
		a->ip4.sin_port = htons((uint16_t)port);
		a->ip4.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
		return sizeof a->ip4;
	}
	a->ip6.sin6_family = AF_INET6;
	a->ip6.sin6_port = htons((uint16_t)port);
	a->ip6.sin6_addr = in6addr_loopback;
	return sizeof a->ip6;
}

/* Gives 0, or errno; *port is set where it was 0. */
static int listen_on(int *out, int family, unsigned *port)
{
	address a;
	socklen_t length = loopback(&a, family, *port);
	int on = 1, fd = socket(a.any.sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0), why;

	*out = -1;
	if (fd < 0)
		return errno;
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	if (family == OVER_IP6)
		setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on);
	if (bind(fd, &a.any, length) || listen(fd, BACKLOG) || getsockname(fd, &a.any, &length)) {
		why = errno;
		close(fd);
		return why;
	}
	*port = ntohs(family == OVER_IP4 ? a.ip4.sin_port : a.ip6.sin6_port);
	*out = fd;
	return 0;
}

static void close_sockets(kt_server *server)
{
	for (int i = 0; i < FAMILIES; i++) {
		if (server->sockets[i] >= 0)
			close(server->sockets[i]);
		server->sockets[i] = -1;
	}
}

/* Somebody else at the same port of ::1 would answer to "localhost" in our place. */
static int open_sockets(kt_server *server, unsigned port)
{
	int why = EADDRINUSE;

	for (int tries = 0; why == EADDRINUSE && tries < (port ? 1 : PORT_TRIES); tries++) {
		server->port = port;
		why = listen_on(&server->sockets[OVER_IP4], OVER_IP4, &server->port);
		if (why)
			continue;
		why = listen_on(&server->sockets[OVER_IP6], OVER_IP6, &server->port);
		if (why == EADDRINUSE)
			close_sockets(server);
		else
			why = 0; /* else this machine has no IPv6 */
	}
	return why;
}

/* ---- the server ------------------------------------------------------------------------------ */

static unsigned threads_of(const kt_serve_options *options)
{
	long cores = options->threads ? (long)options->threads : sysconf(_SC_NPROCESSORS_ONLN);

	return cores < 1 ? 1 : cores > THREADS_MAX ? THREADS_MAX : (unsigned)cores;
}

static kt_status start_daemons(kt_server *server, unsigned threads, kt_error *err)
{
	for (int i = 0; i < FAMILIES; i++) {
		unsigned flags = MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL;

		if (server->sockets[i] < 0)
			continue;
		if (i == OVER_IP6)
			flags |= MHD_USE_IPv6;
		server->daemons[i] = server->http.start(flags, (uint16_t)server->port, NULL, NULL,
			answer, server, MHD_OPTION_LISTEN_SOCKET, server->sockets[i],
			MHD_OPTION_THREAD_POOL_SIZE, threads > 1 ? threads : 0u,
			MHD_OPTION_CONNECTION_LIMIT, CONNECTIONS, MHD_OPTION_CONNECTION_TIMEOUT,
			(unsigned)SECONDS, MHD_OPTION_CONNECTION_MEMORY_LIMIT, CONNECTION_BYTES,
			MHD_OPTION_URI_LOG_CALLBACK, begin_exchange, NULL,
			MHD_OPTION_NOTIFY_COMPLETED, end_exchange, NULL, MHD_OPTION_END);
		if (!server->daemons[i])
			return kt_fail(err, KT_EIO, "port %u: cannot serve: %s", server->port,
				strerror(errno));
		server->sockets[i] = -1; /* it closes it */
	}
	return KT_OK;
}

/* Is there anything to serve? */
static kt_status look_for_index(kt_server *server, kt_error *err)
{
	kt_index *index;
	kt_status status = kt_index_open(&index, server->db, err);

	if (!status)
		kt_index_free(index);
	return status;
}

kt_status kt_server_start(kt_server **out, const kt_serve_options *options, kt_error *err)
{
	kt_server *server = *out = calloc(1, sizeof *server);
	kt_status status;
	int why;

	if (!server)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	pthread_mutex_init(&server->lock, NULL);
	server->sockets[OVER_IP4] = server->sockets[OVER_IP6] = -1;
	server->db = options->db;
	status = look_for_index(server, err);
	if (!status)
		status = load_library(&server->http, err);
	if (!status && (why = open_sockets(server, options->port)))
		status = kt_fail(err, KT_EIO, "port %u: %s%s", options->port, strerror(why),
			why == EADDRINUSE ? " (--port 0 takes a free one)" : "");
	if (!status)
		status = start_daemons(server, threads_of(options), err);
	if (status) {
		kt_server_stop(server);
		*out = NULL;
	}
	return status;
}

unsigned kt_server_port(const kt_server *server)
{
	return server->port;
}

void kt_server_stop(kt_server *server)
{
	if (!server)
		return;
	for (int i = 0; i < FAMILIES; i++)
		if (server->daemons[i])
			server->http.stop(server->daemons[i]);
	close_sockets(server);
	free_desks(server->desks);
	pthread_mutex_destroy(&server->lock);
	if (server->http.handle)
		dlclose(server->http.handle);
	free(server);
}
