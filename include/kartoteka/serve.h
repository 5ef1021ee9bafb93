/* serve.h - the reading room: pages for a browser on this machine. */
#ifndef KARTOTEKA_SERVE_H
#define KARTOTEKA_SERVE_H

#include "kartoteka/show.h"

#ifdef __cplusplus
extern "C" {
#endif
#if defined(__GNUC__)
#pragma GCC visibility push(default)
#endif

/* ---- the server ---------------------------------------------------------------------------- */

typedef struct kt_serve_options {
	const char *db;
	unsigned port; /* 0: any free one */
	unsigned threads; /* that answer; 0: as many as there are cores, up to 8 */
} kt_serve_options;

typedef struct kt_server kt_server;

/* Listens on 127.0.0.1 and, where there is one, on ::1; threads of its own answer.  What options
 * hold must outlive the server.  KT_ENOINDEX and the like: there is nothing to serve.  KT_EIO: the
 * port is in use, or the library for HTTP is missing. */
kt_status kt_server_start(kt_server **out, const kt_serve_options *options, kt_error *err);
unsigned kt_server_port(const kt_server *server);
/* Answers what was asked already, and ends. */
void kt_server_stop(kt_server *server);

/* ---- answering, without a socket ------------------------------------------------------------- */

typedef struct kt_request {
	kt_str method; /* "GET" */
	kt_str target; /* as the browser sends it: "/search?q=strikes" */
	kt_str host; /* the header; empty: none, or several */
} kt_request;

typedef struct kt_response {
	int status; /* of HTTP */
	const char *type; /* of the body: "text/html; charset=utf-8" */
	kt_buf body; /* free with kt_buf_release */
} kt_response;

/* One who answers: an index and what is kept from question to question.  Not shared between
 * threads at the same time. */
typedef struct kt_desk kt_desk;

kt_status kt_desk_new(kt_desk **out, const char *db, kt_error *err);
void kt_desk_free(kt_desk *desk);
/* Answers in any case; what is wrong is told by status and body.  An index that was changed since
 * the last question is read anew. */
void kt_desk_answer(kt_desk *desk, const kt_request *request, kt_response *out);

/* ---- addresses and mark-up ------------------------------------------------------------------- */

#define KT_TARGET_BYTES ((size_t)16 << 10)
#define KT_PARAMETERS 64
#define KT_PARAMETER_BYTES 4096 /* of a value */

typedef struct kt_parameter {
	kt_str name, value;
} kt_parameter;

typedef struct kt_target {
	kt_str path; /* decoded */
	kt_parameter *parameters; /* decoded, in their order; those without a value are left out */
	size_t count;
} kt_target;

/* Takes the target of a request apart (RFC 3986; + is a space in parameters, as forms of HTML send
 * it).  What is read is UTF-8 without NUL.  KT_EINVAL: it is none; KT_ELIMIT: it is too long. */
kt_status kt_target_read(kt_target *out, kt_arena *arena, kt_str target, kt_error *err);
/* Adds s, percent-encoded but for letters, digits and -._~:/ of ASCII. */
void kt_url_add(kt_buf *out, kt_str s);
/* Adds s as text of an element or a quoted attribute; what could steer a reader's eye (control
 * characters, changes of direction, ill-formed bytes) is replaced as by kt_show_safely. */
void kt_html_add(kt_buf *out, kt_str s);

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
