/* desk.c - one who answers: which page is asked for, from which index, and what is wrong. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "page.h"

#define TRIES 5 /* times that a question is asked again when the index changes under it */
#define SETTLED 2 /* seconds after which a folder's time tells that nothing was changed since */

struct kt_desk {
	char *db;
	kt_index *index; /* NULL: it could not be opened */
	struct timespec folder, database; /* their times when it was opened */
	int settled; /* these times were past, so that a later change gives others */
	kt_index_state state;
	kt_arena *arena;
	kt_buf home; /* the first page, of this state */
};

/* ---- the index ------------------------------------------------------------------------------- */

kt_status kt_desk_new(kt_desk **out, const char *db, kt_error *err)
{
	kt_desk *desk = *out = calloc(1, sizeof *desk);
	kt_status status;

	if (!desk)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	desk->db = strdup(db);
	status = desk->db ? kt_arena_new(&desk->arena, err)
			  : kt_fail(err, KT_ENOMEM, "out of memory");
	if (status) {
		kt_desk_free(desk);
		*out = NULL;
	}
	return status;
}

void kt_desk_free(kt_desk *desk)
{
	if (!desk)
		return;
	kt_index_free(desk->index);
	kt_arena_free(desk->arena);
	kt_buf_release(&desk->home);
	free(desk->db);
	free(desk);
}

static struct timespec changed(const char *path)
{
	struct stat st;

	return stat(path, &st) ? (struct timespec) { 0, 0 } : st.st_mtim;
}

static int is_same(struct timespec a, struct timespec b)
{
	return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

/* A commit replaces a file of the database's folder, a rebuild one of the index's; their times say
 * that nothing was replaced, unless they are so young that another change would not move them. */
static int is_fresh(const kt_desk *desk)
{
	return desk->index && desk->settled && is_same(changed(desk->db), desk->folder) &&
	       is_same(changed(kt_index_path(desk->index)), desk->database);
}

/* Times are read before the index is, so that what is changed meanwhile is seen the next time. */
static void note_times(kt_desk *desk)
{
	time_t now = time(NULL);

	desk->folder = changed(desk->db);
	desk->database = changed(kt_index_path(desk->index));
	desk->settled =
		now - desk->folder.tv_sec > SETTLED && now - desk->database.tv_sec > SETTLED;
}

/* Another database may be current than the one whose time was read. */
static kt_status open_index(kt_desk *desk, kt_error *err)
{
	kt_status status = KT_OK;
	char *path = NULL;

	if (!desk->index)
		status = kt_index_open(&desk->index, desk->db, err);
	for (int i = 0; !status && i < TRIES; i++) {
		free(path);
		path = strdup(kt_index_path(desk->index));
		note_times(desk);
		status = kt_index_reopen(desk->index, err);
		if (!status && path && !strcmp(path, kt_index_path(desk->index)))
			break;
		desk->settled = 0;
	}
	free(path);
	if (!status)
		status = kt_index_state_read(desk->index, &desk->state, err);
	return status;
}

static kt_status refresh(kt_desk *desk, int anew, kt_error *err)
{
	kt_status status;

	if (!anew && is_fresh(desk))
		return KT_OK;
	kt_buf_clear(&desk->home);
	status = open_index(desk, err);
	if (status) {
		kt_index_free(desk->index);
		desk->index = NULL;
	}
	return status;
}

/* ---- what is wrong --------------------------------------------------------------------------- */

static int http_status(kt_status status)
{
	switch (status) {
	case KT_EINVAL:
	case KT_ELIMIT:
		return 400;
	case KT_ENOTFOUND:
		return 404;
	case KT_ENOINDEX:
	case KT_EVERSION:
	case KT_ELOCKED:
	case KT_ECHANGED:
		return 503;
	default:
		return 500;
	}
}

static const char *title_of_status(int status)
{
	switch (status) {
	case 400:
	case 414:
		return "Not understood";
	case 403:
	case 421:
		return "Not for other hosts";
	case 404:
		return "Not found";
	case 405:
		return "Only to be read";
	case 503:
		return "The index is not there";
	default:
		return "Something went wrong";
	}
}

/* The query with the place of the error marked. */
static void put_wrong_query(page *p, const kt_error *err)
{
	kt_str q = p->ask.text;
	size_t at = err->at < q.len ? err->at : q.len;
	size_t end = err->span < q.len - at ? at + err->span : q.len;

	if (!err->has_place || !q.len)
		return;
	put(p, "<pre>%t<mark class=\"wrong\">%t</mark>%t</pre>\n", kt_str_sub(q, 0, at),
		at == end ? KT_STR(" ") : kt_str_sub(q, at, end), kt_str_sub(q, end, q.len));
}

static void put_json_string(kt_buf *out, kt_str s)
{
	kt_buf_addc(out, '"');
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == '"' || s.ptr[i] == '\\')
			kt_buf_addc(out, '\\');
		kt_buf_addc(out, (unsigned char)s.ptr[i] < ' ' ? ' ' : s.ptr[i]);
	}
	kt_buf_addc(out, '"');
}

static void put_json_error(page *p, const kt_error *err)
{
	kt_buf safe = KT_BUF_INIT;

	kt_show_safely(&safe, kt_str_of(err->message));
	kt_buf_add(p->out, KT_STR("{\"error\":"));
	put_json_string(p->out, kt_buf_str(&safe));
	if (err->has_place)
		kt_buf_addf(p->out, ",\"at\":%zu,\"span\":%zu", err->at, err->span);
	kt_buf_add(p->out, KT_STR("}\n"));
	kt_buf_release(&safe);
}

static void put_error(page *p, int status, const kt_error *err)
{
	const char *title = title_of_status(status);

	kt_buf_clear(p->out);
	if (p->ask.has_format) {
		put_json_error(p, err);
		return;
	}
	put_head(p, title, KT_STR(""));
	if (p->view && p->view->label)
		put_form(p);
	put(p, "<h1>%s</h1>\n<p class=\"totals\">%s</p>\n", title, err->message);
	put_wrong_query(p, err);
	put_foot(p);
}

/* ---- a page ---------------------------------------------------------------------------------- */

static kt_status take(void *context, kt_str bytes, kt_error *err)
{
	(void)err;
	kt_buf_add(context, bytes);
	return KT_OK;
}

static kt_status print(page *p, kt_error *err)
{
	const kt_style plain = { 0, 0, 0 };
	kt_printer *printer;
	kt_status status = kt_printer_new(&printer, p->ask.format, &plain, take, p->out, err);

	if (!status)
		status = p->view->print(p, printer, err);
	kt_printer_free(printer);
	return status;
}

static void draw(page *p, int answered)
{
	put_head(p, p->view->title, p->ask.text);
	put_form(p);
	if (answered)
		p->view->draw(p);
	put_foot(p);
}

/* A page is of one state of the index: where that was changed meanwhile, it is asked again. */
static kt_status answer(kt_desk *desk, page *p, kt_error *err)
{
	const view *v = p->view;
	int answered = !v->needs || (p->ask.text_is & v->needs);
	xap_reader *reader = kt_index_reader(desk->index);
	kt_status status = KT_OK;

	if (!answered && p->ask.has_format)
		return kt_fail(err, KT_EINVAL, "%s needs the parameter %s", v->path,
			v->needs & TAKES_Q ? "q" : "name");
	if (answered)
		status = v->ask(p, err);
	if (!status && kt_index_reader(desk->index) != reader)
		return kt_fail(err, KT_ECHANGED, "the index changed while it was read");
	if (!status && p->ask.has_format)
		status = print(p, err);
	else if (!status)
		draw(p, answered);
	return status ? status : kt_buf_status(p->out, err);
}

static kt_status try_to_answer(kt_desk *desk, page *p, kt_error *err)
{
	kt_status status = refresh(desk, 0, err);

	for (int tries = 0; !status; tries++) {
		p->index = desk->index;
		p->state = &desk->state;
		kt_buf_clear(p->out);
		status = answer(desk, p, err);
		if (status != KT_ECHANGED || tries == TRIES)
			break;
		status = refresh(desk, 1, err);
	}
	if (!desk->index)
		p->state = NULL;
	return status;
}

/* The first page is the same for all, and asks a good deal. */
static kt_status answer_home(kt_desk *desk, page *p, kt_error *err)
{
	kt_status status = refresh(desk, 0, err);

	if (!status && desk->home.len) {
		kt_buf_add(p->out, kt_buf_str(&desk->home));
		return kt_buf_status(p->out, err);
	}
	if (!status)
		status = try_to_answer(desk, p, err);
	if (!status) {
		kt_buf_clear(&desk->home);
		kt_buf_add(&desk->home, kt_buf_str(p->out));
		if (desk->home.failed)
			kt_buf_release(&desk->home);
	}
	return status;
}

/* ---- a request ------------------------------------------------------------------------------- */

/* Names of this machine, as a browser that was sent here by a name of another would not say them
 * (DNS rebinding). */
static int is_this_host(kt_str host)
{
	static const char *const names[] = { "localhost", "127.0.0.1", "[::1]" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		kt_str name = kt_str_of(names[i]);
		size_t digits = name.len + 1;

		if (host.len < name.len ||
			!kt_str_equal_nocase(kt_str_sub(host, 0, name.len), name))
			continue;
		if (host.len == name.len)
			return 1;
		while (digits < host.len && host.ptr[digits] >= '0' && host.ptr[digits] <= '9')
			digits++;
		if (host.ptr[name.len] == ':' && digits == host.len)
			return 1;
	}
	return 0;
}

/* What is refused before it is looked at; 0: nothing. */
static int refuse(const kt_request *request, kt_error *err)
{
	if (!is_this_host(request->host)) {
		kt_fail(err, KT_EINVAL,
			"this reading room answers to localhost, 127.0.0.1 and [::1] only");
		return 421;
	}
	if (!kt_str_is(request->method, "GET") && !kt_str_is(request->method, "HEAD")) {
		kt_fail(err, KT_EINVAL, "this reading room knows GET and HEAD only");
		return 405;
	}
	return 0;
}

static kt_status route(page *p, kt_error *err)
{
	kt_str path = p->target->path;
	size_t length;

	p->view = view_at(path.ptr);
	if (!p->view)
		return kt_fail(err, KT_ENOTFOUND, "there is no such page");
	length = strlen(p->view->path);
	if (length > 1 && p->view->path[length - 1] == '/')
		p->ask.text = kt_str_sub(path, length, path.len);
	return read_ask(p, err);
}

static const char *type_of(const page *p)
{
	static const char *const types[KT_FORMATS] = {
		[KT_FORMAT_JSON] = "application/json; charset=utf-8",
		[KT_FORMAT_JSONL] = "application/jsonl; charset=utf-8",
		[KT_FORMAT_TSV] = "text/tab-separated-values; charset=utf-8",
	};

	return p->ask.has_format ? types[p->ask.format] : "text/html; charset=utf-8";
}

static int respond(kt_desk *desk, page *p, const kt_request *request, kt_target *target)
{
	kt_error err = { 0 };
	int code = refuse(request, &err);
	kt_status status =
		code ? err.code : kt_target_read(target, desk->arena, request->target, &err);

	if (!code && status == KT_ELIMIT)
		code = 414;
	if (!status)
		status = route(p, &err);
	if (!status)
		status = p->view->ask == ask_home ? answer_home(desk, p, &err)
						  : try_to_answer(desk, p, &err);
	if (!status)
		return 200;
	code = code ? code : http_status(status);
	put_error(p, code, &err);
	return code;
}

void kt_desk_answer(kt_desk *desk, const kt_request *request, kt_response *out)
{
	kt_target target = { { "", 0 }, NULL, 0 };
	page *p;

	memset(out, 0, sizeof *out);
	out->status = 500;
	out->type = "text/html; charset=utf-8";
	kt_arena_clear(desk->arena);
	if (kt_str_is(request->target, "/style.css") && !refuse(request, NULL)) {
		out->type = "text/css; charset=utf-8";
		kt_buf_add(&out->body, style_sheet());
		out->status = out->body.failed ? 500 : 200;
		return;
	}
	p = kt_arena_alloc(desk->arena, sizeof *p);
	if (!p)
		return;
	p->out = &out->body;
	p->arena = desk->arena;
	p->target = &target;
	p->excerpter = (kt_excerpter)KT_EXCERPTER_INIT;
	out->status = respond(desk, p, request, &target);
	out->type = type_of(p);
	kt_excerpter_release(&p->excerpter);
	if (out->body.failed) {
		kt_buf_release(&out->body);
		out->status = 500;
	}
}
