/* pairs.c - pairs of a key of the lexicon and a form. */
#include "pairs.h"

#include <stdlib.h>

struct pair {
	size_t at; /* in text: key, form */
	uint32_t key_length, form_length;
};

void pairs_release(pairs *all)
{
	free(all->at);
	kt_buf_release(&all->text);
}

kt_status pairs_add(pairs *all, kt_str key, kt_str form, kt_error *err)
{
	pair p = { all->text.len, (uint32_t)key.len, (uint32_t)form.len };

	if (form.len > XAP_TERM_MAX) /* a compound of a great many parts: nobody asks for it */
		return KT_OK;
	if (!kt_grow((void **)&all->at, &all->size, all->count, sizeof *all->at))
		return kt_fail(err, KT_ENOMEM, "no memory for the lexicon");
	all->at[all->count++] = p;
	kt_buf_add(&all->text, key);
	kt_buf_add(&all->text, form);
	return kt_buf_status(&all->text, err);
}

static kt_str key_of(const pairs *all, const pair *p)
{
	return (kt_str) { all->text.ptr + p->at, p->key_length };
}

static kt_str form_of(const pairs *all, const pair *p)
{
	return (kt_str) { all->text.ptr + p->at + p->key_length, p->form_length };
}

static int by_key(const void *a, const void *b, void *context)
{
	const pairs *all = context;
	int order = kt_str_compare(key_of(all, a), key_of(all, b));

	return order ? order : kt_str_compare(form_of(all, a), form_of(all, b));
}

kt_status pairs_write(pairs *all, xap_writer *writer, kt_error *err)
{
	kt_status status = KT_OK;
	size_t i;

	if (all->count)
		qsort_r(all->at, all->count, sizeof *all->at, by_key, all);
	for (i = 0; !status && i < all->count; i++)
		status = xap_writer_add_synonym(
			writer, key_of(all, &all->at[i]), form_of(all, &all->at[i]), err);
	all->count = 0;
	kt_buf_clear(&all->text);
	return status;
}
