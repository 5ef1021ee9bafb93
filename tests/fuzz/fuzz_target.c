/* Any bytes as the target of a request: what is read is UTF-8 within its bounds and can be put into
 * an address and into mark-up again; a desk answers it. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "kartoteka/serve.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(int promise)
{
	if (!promise)
		abort();
}

static void check_text(kt_str s)
{
	require(kt_utf8_check(s) == s.len && !memchr(s.ptr, '\0', s.len));
}

static void check_mark_up(kt_str s)
{
	kt_buf out = KT_BUF_INIT;

	kt_html_add(&out, s);
	for (size_t i = 0; i < out.len; i++)
		require(!strchr("<>\"'", out.ptr[i]));
	require(kt_utf8_check(kt_buf_str(&out)) == out.len);
	kt_buf_release(&out);
}

/* What is put together of a target's parts is the same target. */
static void check_again(kt_arena *arena, const kt_target *target)
{
	kt_buf text = KT_BUF_INIT;
	kt_target again;

	kt_url_add(&text, target->path);
	for (size_t i = 0; i < target->count; i++) {
		kt_buf_addc(&text, i ? '&' : '?');
		kt_url_add(&text, target->parameters[i].name);
		kt_buf_addc(&text, '=');
		kt_url_add(&text, target->parameters[i].value);
	}
	if (text.len <= KT_TARGET_BYTES) {
		require(!kt_target_read(&again, arena, kt_buf_str(&text), NULL));
		require(kt_str_equal(again.path, target->path) && again.count == target->count);
		for (size_t i = 0; i < target->count; i++)
			require(kt_str_equal(
				again.parameters[i].value, target->parameters[i].value));
	}
	kt_buf_release(&text);
}

static void check_answer(kt_str target)
{
	const kt_request request = { KT_STR("GET"), target, KT_STR("localhost") };
	kt_response response;
	kt_desk *desk;

	if (kt_desk_new(&desk, "/nonexistent/kartoteka.db", NULL))
		return;
	kt_desk_answer(desk, &request, &response);
	require(response.status >= 200 && response.status < 600 && response.body.len);
	require(kt_utf8_check(kt_buf_str(&response.body)) == response.body.len);
	kt_buf_release(&response.body);
	kt_desk_free(desk);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	kt_str text = { (const char *)bytes, size };
	kt_target target;
	kt_arena *arena;

	if (kt_arena_new(&arena, NULL))
		return 0;
	if (!kt_target_read(&target, arena, text, NULL)) {
		require(target.count <= KT_PARAMETERS && target.path.len);
		check_text(target.path);
		for (size_t i = 0; i < target.count; i++) {
			check_text(target.parameters[i].name);
			check_text(target.parameters[i].value);
			require(target.parameters[i].value.len <= KT_PARAMETER_BYTES);
		}
		check_again(arena, &target);
	}
	check_mark_up(text);
	check_answer(text);
	kt_arena_free(arena);
	return 0;
}
