/* rows.c - which tables are tables, and their rows as lines. */
#include "rows.h"

#include <stdlib.h>
#include <string.h>

enum {
	TABLE_WORDS = 400, /* what a passage may hold */
	CELL_WORDS = 120, /* a cell with more lays out a text */
	CELL_BLOCKS = 4
};

void table_begin(table *t, const block_list *l)
{
	memset(t, 0, sizeof(*t));
	t->from = l->count;
}

void table_release(table *t)
{
	free(t->cells);
	memset(t, 0, sizeof(*t));
}

void table_row(table *t)
{
	t->rows++;
}

kt_status table_cell_begin(table *t, const block_list *l, kt_error *err)
{
	if (!kt_grow((void **)&t->cells, &t->size, t->count, sizeof(*t->cells)))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	t->cells[t->count++] = (table_cell) { l->count, t->rows };
	return KT_OK;
}

static size_t cell_end(const table *t, size_t i, const block_list *l)
{
	return i + 1 < t->count ? t->cells[i + 1].from : l->count;
}

static size_t count_words(kt_str s)
{
	size_t words = 0;

	for (size_t i = 0; i < s.len; i++)
		words += (unsigned char)s.ptr[i] > ' ' &&
			 (i + 1 == s.len || (unsigned char)s.ptr[i + 1] <= ' ');
	return words;
}

/* Whether rows and columns say something: two cells of a row have text, and none has much. */
static int has_columns(const table *t, const block_list *l)
{
	int columns = 0, row = -1;

	for (size_t i = 0; i < t->count; i++) {
		size_t end = cell_end(t, i, l), words = 0;

		for (size_t b = t->cells[i].from; b < end; b++)
			words += count_words(l->at[b].text);
		if (words > CELL_WORDS || end - t->cells[i].from > CELL_BLOCKS)
			return 0;
		columns |= words && row == t->cells[i].row;
		if (words)
			row = t->cells[i].row;
	}
	return columns && !t->nested;
}

static int of_footnotes(const block_list *l, size_t first)
{
	for (size_t i = first; i < l->count; i++)
		if (l->at[i].kind != KT_KIND_FOOTNOTE)
			return 0;
	return 1;
}

/* The text of a cell behind what is in the line already. */
static void add_cell(kt_buf *line, const table *t, size_t i, const block_list *l, kt_str parting)
{
	size_t before = line->len, end = cell_end(t, i, l);

	for (size_t b = t->cells[i].from; b < end; b++) {
		kt_str s = l->at[b].text;

		kt_buf_add(line, b > t->cells[i].from ? KT_STR(" ")
				 : before	      ? parting
						      : KT_STR(""));
		for (size_t at = 0; at < s.len; at++)
			kt_buf_addc(line, s.ptr[at] == '\n' ? ' ' : s.ptr[at]);
	}
}

/* Blocks are made in their place: there are never more than were. */
struct making {
	block_list *l;
	size_t to;
	kt_kind kind;
	kt_buf text;
	size_t words;
	kt_language language;
};

static kt_status flush(struct making *m, kt_error *err)
{
	kt_status status = kt_buf_status(&m->text, err);
	kt_block *block = &m->l->at[m->to];

	if (status != KT_OK || !m->text.len)
		return status;
	memset(block, 0, sizeof(*block));
	block->kind = m->kind;
	block->offset = -1;
	block->language = m->language;
	block->text = kt_arena_str(m->l->arena, kt_buf_str(&m->text));
	if (!block->text.ptr)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	m->to++;
	kt_buf_clear(&m->text);
	m->words = 0;
	return KT_OK;
}

static kt_status add_row(struct making *m, kt_str row, kt_error *err)
{
	size_t words = count_words(row);
	kt_status status = KT_OK;

	if (!row.len)
		return KT_OK;
	if (m->text.len && (m->kind != KT_KIND_TABLE || m->words + words > TABLE_WORDS))
		status = flush(m, err);
	if (m->text.len)
		kt_buf_addc(&m->text, '\n');
	kt_buf_add(&m->text, row);
	m->words += words;
	return status;
}

/* A row is read before a block is put where its first one stands. */
static kt_status make_rows(struct making *m, const table *t, kt_buf *row, kt_error *err)
{
	kt_str parting = m->kind == KT_KIND_TABLE ? KT_STR(" | ") : KT_STR(" ");
	kt_status status = KT_OK;

	for (size_t i = 0; status == KT_OK && i < t->count; i++) {
		add_cell(row, t, i, m->l, parting);
		if (i + 1 < t->count && t->cells[i + 1].row == t->cells[i].row)
			continue;
		status = kt_buf_status(row, err);
		if (status == KT_OK)
			status = add_row(m, kt_buf_str(row), err);
		kt_buf_clear(row);
	}
	return status == KT_OK ? flush(m, err) : status;
}

kt_status table_end(table *t, block_list *l, kt_error *err)
{
	size_t first = t->count ? t->cells[0].from : l->count;
	int footnotes = of_footnotes(l, first);
	struct making m = { l, first, footnotes ? KT_KIND_FOOTNOTE : KT_KIND_TABLE, KT_BUF_INIT, 0,
		{ "" } };
	kt_buf row = KT_BUF_INIT;
	kt_status status = KT_OK;

	if (first < l->count && (footnotes || has_columns(t, l))) {
		m.language = l->at[first].language;
		status = make_rows(&m, t, &row, err);
		l->count = m.to;
	}
	kt_buf_release(&m.text);
	kt_buf_release(&row);
	table_release(t);
	return status;
}

/* ---- tables within tables ---- */

static int is_kept(const tables *all)
{
	return all->depth && all->depth <= TABLES_MAX;
}

void tables_open(tables *all, block_list *l)
{
	if (is_kept(all))
		all->at[all->depth - 1].rows.nested = 1;
	all->depth++;
	if (!is_kept(all))
		return;
	all->at[all->depth - 1].list = l;
	table_begin(&all->at[all->depth - 1].rows, l);
}

void tables_row(tables *all)
{
	if (is_kept(all))
		table_row(&all->at[all->depth - 1].rows);
}

kt_status tables_cell(tables *all, const block_list *l, kt_error *err)
{
	if (!is_kept(all) || all->at[all->depth - 1].list != l)
		return KT_OK;
	return table_cell_begin(&all->at[all->depth - 1].rows, l, err);
}

kt_status tables_close(tables *all, block_list *l, kt_error *err)
{
	kt_status status = KT_OK;

	if (is_kept(all) && all->at[all->depth - 1].list == l)
		status = table_end(&all->at[all->depth - 1].rows, l, err);
	else if (is_kept(all))
		table_release(&all->at[all->depth - 1].rows);
	all->depth -= all->depth > 0;
	return status;
}

void tables_release(tables *all)
{
	for (; all->depth; all->depth--)
		if (is_kept(all))
			table_release(&all->at[all->depth - 1].rows);
}
