/* showing.h - what the tests of printing share: a source, a printer into memory, a look at what was
 * printed. */
#ifndef KARTOTEKA_TESTS_SHOWING_H
#define KARTOTEKA_TESTS_SHOWING_H

#include <check.h>
#include <jansson.h>
#include <string.h>

#include "kartoteka/show.h"

#define COUNT(table) (int)(sizeof(table) / sizeof(table)[0])

static kt_arena *arena;
static kt_buf printed;
static kt_source_record source;

static inline void begin_showing(void)
{
	ck_assert_int_eq(kt_arena_new(&arena, NULL), KT_OK);
	kt_buf_init(&printed);
	source = (kt_source_record) { .number = 1,
		.name = KT_STR("essays/terror.md"),
		.stem = KT_STR("terror"),
		.title = KT_STR("The Great Terror"),
		.author = KT_STR("Anon"),
		.passages = 40,
		.words = 1234 };
}

static inline void end_showing(void)
{
	kt_arena_free(arena);
	kt_buf_release(&printed);
}

/* ---- printing ---- */

static inline kt_status take(void *context, kt_str bytes, kt_error *err)
{
	(void)err;
	kt_buf_add(context, bytes);
	return KT_OK;
}

static const kt_style plain = { 0, 0, 0 };

static inline kt_printer *printer_of(kt_format format, const kt_style *style)
{
	kt_printer *printer;

	kt_buf_clear(&printed);
	ck_assert_int_eq(kt_printer_new(&printer, format, style, take, &printed, NULL), KT_OK);
	return printer;
}

/* ---- what was printed ---- */

static inline json_t *parsed(const char *text)
{
	json_error_t err;
	json_t *json = json_loads(text, JSON_REJECT_DUPLICATES, &err);

	ck_assert_msg(json != NULL, "%s: %s", err.text, text);
	return json;
}

static inline void has(const char *text, const char *part)
{
	ck_assert_msg(strstr(text, part) != NULL, "no '%s' in '%s'", part, text);
}

static inline void has_not(const char *text, const char *part)
{
	ck_assert_msg(strstr(text, part) == NULL, "'%s' in '%s'", part, text);
}

static inline void is_json(const char *text, const char *expected)
{
	json_t *a = parsed(text), *b = parsed(expected);

	ck_assert_msg(json_equal(a, b), "%s\nis not\n%s", text, expected);
	json_decref(a);
	json_decref(b);
}

/* The n-th line, from 0. */
static inline kt_str line_of(const char *text, size_t n)
{
	const char *end;

	while (n--) {
		text = strchr(text, '\n');
		ck_assert_ptr_nonnull(text);
		text++;
	}
	end = strchr(text, '\n');
	return (kt_str) { text, end ? (size_t)(end - text) : strlen(text) };
}

#endif
