/* What the reading room makes of what it is sent; its pages are asked for in tests/e2e. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "kartoteka/serve.h"

#define COUNT(table) (int)(sizeof(table) / sizeof(table)[0])

static kt_arena *arena;

static void begin(void)
{
	ck_assert_int_eq(kt_arena_new(&arena, NULL), KT_OK);
}

static void end(void)
{
	kt_arena_free(arena);
}

/* ---- addresses ------------------------------------------------------------------------------- */

static const struct {
	const char *target;
	kt_status status;
	const char *path, *read; /* "name=value|" of each parameter */
} addresses[] = {
	{ "/", KT_OK, "/", "" },
	{ "/search?q=hunger+strike&limit=5", KT_OK, "/search", "q=hunger strike|limit=5|" },
	{ "/search?q=%D0%9A%D0%B8%D1%80%D0%BE%D0%B2%2B", KT_OK, "/search", "q=Киров+|" },
	{ "/a+b%20c%2Fd?", KT_OK, "/a+b c/d", "" },
	{ "/s?q=a=b&&person=&org&x=%26%3d", KT_OK, "/s", "q=a=b|x=&=|" },
	{ "/s?q=a?b", KT_OK, "/s", "q=a?b|" },
	{ "/s?year=1&year=2", KT_OK, "/s", "year=1|year=2|" },
	{ "", KT_EINVAL, NULL, NULL },
	{ "search", KT_EINVAL, NULL, NULL },
	{ "http://localhost/", KT_EINVAL, NULL, NULL },
	{ "/s?q=%", KT_EINVAL, NULL, NULL },
	{ "/s?q=%4", KT_EINVAL, NULL, NULL },
	{ "/s?q=%4g", KT_EINVAL, NULL, NULL },
	{ "/%00", KT_EINVAL, NULL, NULL },
	{ "/s?q=a%00b", KT_EINVAL, NULL, NULL },
	{ "/s?q=%ff", KT_EINVAL, NULL, NULL },
	{ "/s?q=%C0%AF", KT_EINVAL, NULL, NULL },
	{ "/s?q=%ED%A0%80", KT_EINVAL, NULL, NULL },
};

START_TEST(an_address_is_taken_apart)
{
	kt_target target;
	kt_buf read = KT_BUF_INIT;
	kt_status status = kt_target_read(&target, arena, kt_str_of(addresses[_i].target), NULL);

	ck_assert_int_eq(status, addresses[_i].status);
	if (status)
		return;
	ck_assert_msg(kt_str_is(target.path, addresses[_i].path), "%s", target.path.ptr);
	kt_buf_add(&read, KT_STR(""));
	for (size_t i = 0; i < target.count; i++)
		kt_buf_addf(&read, "%.*s=%.*s|", KT_STR_ARG(target.parameters[i].name),
			KT_STR_ARG(target.parameters[i].value));
	ck_assert_str_eq(read.len ? read.ptr : "", addresses[_i].read);
	kt_buf_release(&read);
}
END_TEST

START_TEST(an_address_has_bounds)
{
	kt_target target;
	kt_buf text = KT_BUF_INIT;

	kt_buf_add(&text, KT_STR("/s?q="));
	while (text.len < 5 + KT_PARAMETER_BYTES)
		kt_buf_addc(&text, 'x');
	ck_assert_int_eq(kt_target_read(&target, arena, kt_buf_str(&text), NULL), KT_OK);
	kt_buf_addc(&text, 'x');
	ck_assert_int_eq(kt_target_read(&target, arena, kt_buf_str(&text), NULL), KT_EINVAL);
	while (text.len <= KT_TARGET_BYTES)
		kt_buf_addc(&text, '/');
	ck_assert_int_eq(kt_target_read(&target, arena, kt_buf_str(&text), NULL), KT_ELIMIT);
	kt_buf_clear(&text);
	kt_buf_add(&text, KT_STR("/s?"));
	for (int i = 0; i < KT_PARAMETERS; i++)
		kt_buf_add(&text, KT_STR("a=b&"));
	ck_assert_int_eq(kt_target_read(&target, arena, kt_buf_str(&text), NULL), KT_OK);
	ck_assert_uint_eq(target.count, KT_PARAMETERS);
	kt_buf_add(&text, KT_STR("a=b"));
	ck_assert_int_eq(kt_target_read(&target, arena, kt_buf_str(&text), NULL), KT_EINVAL);
	kt_buf_release(&text);
}
END_TEST

START_TEST(what_is_put_into_an_address_is_read_from_it)
{
	static const char every[] = "/s?q=";
	char bytes[128];
	kt_target target;
	kt_buf text = KT_BUF_INIT;

	for (int i = 0; i < 127; i++)
		bytes[i] = (char)(i + 1);
	kt_buf_add(&text, kt_str_of(every));
	kt_url_add(&text, (kt_str) { bytes, 127 });
	kt_url_add(&text, KT_STR("Зиновьев …"));
	for (size_t i = sizeof every - 1; i < text.len; i++)
		ck_assert_msg(!strchr("&#+ \"<>'?", text.ptr[i]), "%c", text.ptr[i]);
	ck_assert_int_eq(kt_target_read(&target, arena, kt_buf_str(&text), NULL), KT_OK);
	ck_assert_uint_eq(target.count, 1);
	ck_assert(!memcmp(target.parameters[0].value.ptr, bytes, 127));
	ck_assert(kt_str_ends(target.parameters[0].value, KT_STR("Зиновьев …")));
	kt_buf_release(&text);
}
END_TEST

/* ---- mark-up --------------------------------------------------------------------------------- */

static const struct {
	const char *text, *mark_up;
} texts[] = {
	{ "plain", "plain" },
	{ "<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;" },
	{ "a & \"b\"", "a &amp; &quot;b&quot;" },
	{ "&lt;", "&amp;lt;" },
	{ "Киров <b>", "Киров &lt;b&gt;" },
	{ "line\nand\ttab", "line\nand\ttab" },
	{ "\x1b[31m", "\xEF\xBF\xBD[31m" },
	{ "a\xE2\x80\xAE"
	  "b<",
		"a\xEF\xBF\xBD"
		"b&lt;" },
	{ "bad\xFF\"", "bad\xEF\xBF\xBD&quot;" },
	{ "", "" },
};

START_TEST(text_is_no_mark_up)
{
	kt_buf out = KT_BUF_INIT;

	kt_html_add(&out, kt_str_of(texts[_i].text));
	ck_assert_str_eq(out.len ? out.ptr : "", texts[_i].mark_up);
	kt_buf_release(&out);
}
END_TEST

/* ---- what is refused, without an index ------------------------------------------------------- */

static const struct {
	const char *method, *target, *host;
	int status;
} requests[] = {
	{ "GET", "/style.css", "localhost", 200 },
	{ "HEAD", "/style.css", "[::1]:8917", 200 },
	{ "GET", "/style.css", "evil.example", 421 },
	{ "GET", "/", "", 421 },
	{ "GET", "/", "localhost.evil.example", 421 },
	{ "GET", "/", "127.0.0.1:", 503 },
	{ "GET", "/", "127.0.0.1:80:80", 421 },
	{ "GET", "/", "127.0.0.11", 421 },
	{ "GET", "/", "::1", 421 },
	{ "POST", "/", "localhost", 405 },
	{ "get", "/", "localhost", 405 },
	{ "POST", "/style.css", "localhost", 405 },
	{ "GET", "/search?q=%", "localhost", 400 },
	{ "GET", "/search?limit=0&q=a", "localhost", 400 },
	{ "GET", "/search?sort=up&q=a", "localhost", 400 },
	{ "GET", "/search?q=a&year=soon", "localhost", 400 },
	{ "GET", "/nothing", "localhost", 404 },
	{ "GET", "/passage/", "localhost", 404 },
	{ "GET", "/search?q=a", "localhost", 503 },
	{ "GET", "/search?q=a&format=json", "localhost", 503 },
	{ "GET", "/", "localhost:1", 503 },
};

START_TEST(a_request_gets_its_status)
{
	kt_request request = { kt_str_of(requests[_i].method), kt_str_of(requests[_i].target),
		kt_str_of(requests[_i].host) };
	kt_response response;
	kt_desk *desk;

	ck_assert_int_eq(kt_desk_new(&desk, "/nonexistent/kartoteka.db", NULL), KT_OK);
	for (int again = 0; again < 2; again++) {
		kt_desk_answer(desk, &request, &response);
		ck_assert_int_eq(response.status, requests[_i].status);
		ck_assert_uint_gt(response.body.len, 0);
		ck_assert_ptr_nonnull(response.type);
		kt_buf_release(&response.body);
	}
	kt_desk_free(desk);
}
END_TEST

START_TEST(what_was_asked_is_told_back_as_text)
{
	kt_request request = { KT_STR("GET"), KT_STR("/search?q=%22%3E%3Cscript%3E&sort=%3Cb%3E"),
		KT_STR("localhost") };
	kt_response response;
	kt_desk *desk;

	ck_assert_int_eq(kt_desk_new(&desk, "/nonexistent/kartoteka.db", NULL), KT_OK);
	kt_desk_answer(desk, &request, &response);
	ck_assert_int_eq(response.status, 400);
	ck_assert_ptr_null(strstr(response.body.ptr, "<script"));
	ck_assert_ptr_null(strstr(response.body.ptr, "<b>"));
	ck_assert_ptr_nonnull(strstr(response.body.ptr, "value=\"&quot;&gt;&lt;script&gt;\""));
	ck_assert_ptr_nonnull(strstr(response.body.ptr, "sort=&lt;b&gt;"));
	kt_buf_release(&response.body);
	kt_desk_free(desk);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("serve");
	TCase *cases = tcase_create("serve");
	SRunner *runner;
	int failed;

	tcase_add_checked_fixture(cases, begin, end);
	tcase_add_loop_test(cases, an_address_is_taken_apart, 0, COUNT(addresses));
	tcase_add_test(cases, an_address_has_bounds);
	tcase_add_test(cases, what_is_put_into_an_address_is_read_from_it);
	tcase_add_loop_test(cases, text_is_no_mark_up, 0, COUNT(texts));
	tcase_add_loop_test(cases, a_request_gets_its_status, 0, COUNT(requests));
	tcase_add_test(cases, what_was_asked_is_told_back_as_text);
	suite_add_tcase(suite, cases);
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
