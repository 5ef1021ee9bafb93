#include "authority.h"
#include "sieve.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { ID, NAME, NATIVE, FROM, TO, ALSO, ABOUT, COLUMNS };

static const char *const people_columns[COLUMNS] = { "id", "name", "native", "born", "died", "also",
	"about" };
static const char *const body_columns[COLUMNS] = { "id", "name", "native", "from", "to", "also",
	"about" };

enum { FIELDS_MAX = 32, ID_BYTES = 120, FIELD_BYTES = 16000 };

kt_status kt_authority_new(kt_authority **out, kt_error *err)
{
	kt_authority *a = calloc(1, sizeof *a);
	kt_status status;

	*out = NULL;
	if (!a)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	status = vocabulary_new(&a->vocabulary, err);
	if (!status)
		status = kt_words_new(&a->words, err);
	if (!status)
		status = kt_arena_new(&a->arena, err);
	if (status)
		kt_authority_free(a);
	else
		*out = a;
	return status;
}

void kt_authority_free(kt_authority *authority)
{
	if (!authority)
		return;
	free(authority->rows);
	keymap_release(&authority->ids);
	vocabulary_free(authority->vocabulary);
	kt_words_free(authority->words);
	free(authority->forms);
	kt_tokens_release(&authority->tokens);
	kt_arena_free(authority->arena);
	free(authority);
}

size_t kt_authority_count(const kt_authority *authority)
{
	return authority->count;
}

const kt_bearer *kt_authority_bearer(const kt_authority *authority, size_t i)
{
	return i < authority->count ? &authority->rows[i].b : NULL;
}

/* ---- reading ---- */

typedef struct table {
	const char *file;
	size_t line;
	kt_mention_kind kind;
	const char *const *names; /* of the columns */
	size_t column[COLUMNS]; /* where each is */
	size_t columns;
} table;

/* The bytes from `from` until one that ends them, or all. */
static kt_str until(kt_str text, size_t from, char end)
{
	const char *at = text.ptr + from, *stop = memchr(at, end, text.len - from);

	return (kt_str) { at, stop ? (size_t)(stop - at) : text.len - from };
}

static size_t split(kt_str line, kt_str fields[FIELDS_MAX])
{
	size_t count = 0;

	for (size_t from = 0; from <= line.len; count++) {
		kt_str field = until(line, from, '\t');

		if (count < FIELDS_MAX)
			fields[count] = field;
		from += field.len + 1;
	}
	return count;
}

static int has_column(const kt_str *fields, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (kt_str_is(fields[i], name))
			return 1;
	return 0;
}

static kt_status read_header(table *t, kt_str line, kt_error *err)
{
	kt_str fields[FIELDS_MAX];
	size_t count = split(line, fields);

	if (count > FIELDS_MAX)
		return kt_fail(err, KT_EINVAL, "%s:%zu: %zu columns, at most %d", t->file, t->line,
			count, FIELDS_MAX);
	for (size_t i = 0; i < count; i++)
		fields[i] = kt_str_trim(fields[i]);
	if (!has_column(fields, count, "id") && !has_column(fields, count, "name"))
		return kt_fail(err, KT_EINVAL,
			"%s:%zu: no header row; the first line must name the columns id, name, "
			"native, born, died, also, about (people) or id, name, native, from, to, "
			"also, "
			"about (organisations)",
			t->file, t->line);
	t->kind = has_column(fields, count, "from") || has_column(fields, count, "to")
			  ? KT_MENTION_ORGANISATION
			  : KT_MENTION_PERSON;
	t->names = t->kind == KT_MENTION_PERSON ? people_columns : body_columns;
	for (size_t c = 0; c < COLUMNS; c++) {
		size_t seen = 0;

		for (size_t i = 0; i < count; i++)
			if (kt_str_is(fields[i], t->names[c])) {
				t->column[c] = i;
				seen++;
			}
		if (seen != 1)
			return kt_fail(err, KT_EINVAL, "%s:%zu: the column %s %s", t->file, t->line,
				t->names[c], seen ? "stands twice" : "is missing");
	}
	t->columns = count;
	return KT_OK;
}

static kt_status bad_field(
	const table *t, int column, const char *what, kt_str value, kt_error *err)
{
	int shown = value.len > 60 ? 60 : (int)value.len;

	while (shown > 0 && shown < (int)value.len &&
		((unsigned char)value.ptr[shown] & 0xC0) == 0x80)
		shown--;
	return kt_fail(err, KT_EINVAL, "%s:%zu: column %zu (%s): %s: '%.*s'", t->file, t->line,
		t->column[column] + 1, t->names[column], what, shown, value.ptr);
}

static kt_status read_year(const table *t, int column, kt_str field, int *out, kt_error *err)
{
	int minus = field.len && field.ptr[0] == '-', year = 0;

	*out = 0;
	for (size_t i = (size_t)minus; i < field.len; i++) {
		if (field.ptr[i] < '0' || field.ptr[i] > '9' || i > 4)
			return bad_field(t, column, "no year", field, err);
		year = year * 10 + (field.ptr[i] - '0');
	}
	if (minus && field.len == 1)
		return bad_field(t, column, "no year", field, err);
	*out = minus ? -year : year;
	return KT_OK;
}

static kt_status check_fields(const table *t, const kt_str fields[COLUMNS], kt_error *err)
{
	kt_str id = fields[ID];

	if (!id.len)
		return bad_field(t, ID, "empty", id, err);
	if (id.len > ID_BYTES)
		return bad_field(t, ID, "too long", id, err);
	for (size_t i = 0; i < id.len; i++)
		if ((unsigned char)id.ptr[i] <= ' ' || id.ptr[i] == '"')
			return bad_field(t, ID, "not a word that can be asked for", id, err);
	if (!fields[NAME].len)
		return bad_field(t, NAME, "empty", fields[NAME], err);
	for (int c = NAME; c < COLUMNS; c++) {
		size_t limit = c == ALSO || c == ABOUT ? FIELD_BYTES : NAME_BYTES;

		if (fields[c].len > limit)
			return kt_fail(err, KT_EINVAL,
				"%s:%zu: column %zu (%s): %zu bytes, at most %zu", t->file, t->line,
				t->column[c] + 1, t->names[c], fields[c].len, limit);
	}
	return KT_OK;
}

/* The row of an id: a new one, or the one that is there from an earlier table, emptied. */
static kt_status row_for(kt_authority *a, kt_str id, bearer_row **out, kt_error *err)
{
	int added;
	uint32_t *at = keymap_put(&a->ids, id, (uint32_t)a->count, &added);

	if (!at)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	if (added) {
		if (!kt_grow((void **)&a->rows, &a->size, a->count, sizeof *a->rows))
			return kt_fail(err, KT_ENOMEM, "out of memory");
		a->count++;
	}
	*out = &a->rows[*at];
	memset(*out, 0, sizeof **out);
	return KT_OK;
}

static kt_status read_row(kt_authority *a, const table *t, kt_str line, kt_error *err)
{
	kt_str all[FIELDS_MAX], fields[COLUMNS];
	size_t count = split(line, all);
	bearer_row *row = NULL;
	kt_status status;
	int born = 0, died = 0;

	if (count != t->columns)
		return kt_fail(err, KT_EINVAL,
			"%s:%zu: %zu columns, the header has %zu (a tab too %s)", t->file, t->line,
			count, t->columns, count > t->columns ? "many" : "few");
	for (size_t c = 0; c < COLUMNS; c++)
		fields[c] = kt_str_trim(all[t->column[c]]);
	status = check_fields(t, fields, err);
	if (!status)
		status = read_year(t, FROM, fields[FROM], &born, err);
	if (!status)
		status = read_year(t, TO, fields[TO], &died, err);
	if (!status)
		status = row_for(a, fields[ID], &row, err);
	if (status)
		return status;
	for (size_t c = 0; c < COLUMNS; c++) {
		fields[c] = kt_arena_str(a->arena, fields[c]);
		if (!fields[c].ptr)
			return kt_fail(err, KT_ENOMEM, "out of memory");
	}
	row->b = (kt_bearer) { t->kind, fields[ID], fields[NAME], fields[NATIVE], fields[ALSO],
		fields[ABOUT], born, died };
	return bearer_names(a, row, err);
}

/* Ids of one table, to find one that stands twice; rows of an earlier table may be replaced. */
static kt_status once(kt_map *ids, const table *t, kt_str line, kt_error *err)
{
	kt_str fields[FIELDS_MAX], id;
	int added;

	if (split(line, fields) <= t->column[ID])
		return KT_OK;
	id = kt_str_trim(fields[t->column[ID]]);
	if (!kt_map_put(ids, id, 0, &added))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	return added ? KT_OK : bad_field(t, ID, "stands twice in this table", id, err);
}

static int lets_through(kt_name_sieve *sieve, const table *t, kt_str line)
{
	kt_str fields[FIELDS_MAX];

	return split(line, fields) != t->columns ||
	       name_sieve_is_id(sieve, fields[t->column[ID]]) ||
	       name_sieve_text(sieve, fields[t->column[NAME]]) ||
	       name_sieve_text(sieve, fields[t->column[NATIVE]]) ||
	       name_sieve_text(sieve, fields[t->column[ALSO]]);
}

static kt_status add_rows(
	kt_authority *authority, const char *file, kt_str text, kt_name_sieve *sieve, kt_error *err)
{
	table t = { .file = file };
	kt_map *ids = NULL;
	kt_status status = kt_map_new(&ids, err);

	assert(authority->words); /* to packed tables nothing is added */

	if (kt_str_starts(text, KT_STR("\xEF\xBB\xBF")))
		text = kt_str_sub(text, 3, text.len);
	for (size_t from = 0; !status && from < text.len;) {
		kt_str line = until(text, from, '\n');
		size_t bad;

		from += line.len + 1;
		t.line++;
		if (line.len && line.ptr[line.len - 1] == '\r')
			line.len--;
		if (t.columns && sieve && !lets_through(sieve, &t, line))
			continue;
		bad = kt_utf8_check(line);
		if (bad < line.len)
			status = kt_fail(err, KT_EINVAL, "%s:%zu: byte %zu is not UTF-8", file,
				t.line, bad + 1);
		else if (!kt_str_trim(line).len)
			continue;
		else if (!t.columns)
			status = read_header(&t, line, err);
		else {
			status = once(ids, &t, line, err);
			if (!status)
				status = read_row(authority, &t, line, err);
		}
	}
	if (!status && !t.columns)
		status = kt_fail(err, KT_EINVAL, "%s: empty; a header row is wanted", file);
	kt_map_free(ids);
	return status;
}

kt_status kt_authority_add(kt_authority *authority, const char *file, kt_str text, kt_error *err)
{
	return add_rows(authority, file, text, NULL, err);
}

kt_status kt_authority_add_some(
	kt_authority *authority, const char *file, kt_str text, kt_name_sieve *sieve, kt_error *err)
{
	authority->some = !name_sieve_slips(sieve);
	return add_rows(authority, file, text, sieve, err);
}

/* ---- writing ---- */

static void write_year(kt_buf *out, int year)
{
	if (year)
		kt_buf_addf(out, "%d", year);
}

kt_status kt_authority_write(
	const kt_authority *authority, kt_mention_kind kind, kt_buf *out, kt_error *err)
{
	const char *const *names = kind == KT_MENTION_PERSON ? people_columns : body_columns;

	for (size_t c = 0; c < COLUMNS; c++)
		kt_buf_addf(out, "%s%c", names[c], c + 1 < COLUMNS ? '\t' : '\n');
	for (size_t i = 0; i < authority->count; i++) {
		const kt_bearer *b = &authority->rows[i].b;

		if (b->kind != kind)
			continue;
		kt_buf_addf(out, "%.*s\t%.*s\t%.*s\t", KT_STR_ARG(b->id), KT_STR_ARG(b->name),
			KT_STR_ARG(b->native));
		write_year(out, b->from);
		kt_buf_addc(out, '\t');
		write_year(out, b->to);
		kt_buf_addf(out, "\t%.*s\t%.*s\n", KT_STR_ARG(b->also), KT_STR_ARG(b->about));
	}
	return kt_buf_status(out, err);
}
