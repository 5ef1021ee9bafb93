/* blocks.c - text in pieces to blocks. */
#include "blocks.h"

#include "piece.h"

#include <stdlib.h>
#include <string.h>

void block_list_init(block_list *l, kt_arena *arena)
{
	memset(l, 0, sizeof(*l));
	l->arena = arena;
	kt_buf_init(&l->text);
}

void block_list_release(block_list *l)
{
	free(l->at);
	kt_buf_release(&l->text);
	memset(l, 0, sizeof(*l));
}

static void add_word(block_list *l, kt_str word)
{
	if (l->space && l->text.len && l->text.ptr[l->text.len - 1] != '\n')
		kt_buf_addc(&l->text, ' ');
	l->space = 0;
	if (kt_utf8_check(word) == word.len)
		kt_buf_add(&l->text, word);
	else
		kt_utf8_repair(&l->text, word);
}

void block_text(block_list *l, kt_str text)
{
	size_t from = 0, at = 0;

	while (at < text.len) {
		size_t length = space_at(text, at, text.len);

		if (!length) {
			at++;
			continue;
		}
		if (at > from)
			add_word(l, kt_str_sub(text, from, at));
		l->space = 1;
		from = at += length;
	}
	if (at > from)
		add_word(l, kt_str_sub(text, from, at));
}

void block_line(block_list *l)
{
	if (l->text.len && l->text.ptr[l->text.len - 1] != '\n')
		kt_buf_addc(&l->text, '\n');
	l->space = 0;
}

int block_begun(const block_list *l)
{
	return l->text.len > 0;
}

void block_forget(block_list *l)
{
	kt_buf_clear(&l->text);
	l->space = 0;
}

kt_status block_end(block_list *l, kt_kind kind, kt_language language, kt_error *err)
{
	kt_str text = kt_str_trim(kt_buf_str(&l->text));
	kt_status status = kt_buf_status(&l->text, err);
	kt_block *block;

	if (status != KT_OK || !text.len) {
		block_forget(l);
		return status;
	}
	if (!kt_grow((void **)&l->at, &l->size, l->count, sizeof(*l->at)))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	block = &l->at[l->count];
	memset(block, 0, sizeof(*block));
	block->kind = kind;
	block->language = language;
	block->offset = -1;
	block->text = kt_arena_str(l->arena, text);
	block_forget(l);
	if (!block->text.ptr)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	l->count++;
	return KT_OK;
}

kt_status block_list_give(block_list *l, kt_source_text *out, kt_error *err)
{
	out->blocks = kt_arena_array(l->arena, l->count, sizeof(*l->at));
	if (!out->blocks && l->count)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	if (l->count)
		memcpy(out->blocks, l->at, l->count * sizeof(*l->at));
	out->block_count = l->count;
	l->count = 0;
	return KT_OK;
}
