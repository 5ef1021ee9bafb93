/* authority_pack.c - tables of names as bytes that a program takes along, so that it need not read
 * them and lay them out anew. */
#include "authority.h"
#include "index.h"

#include <stdlib.h>
#include <string.h>

typedef struct slice {
	uint32_t at, length; /* in the text of all */
} slice;

typedef struct packed_row {
	slice id, name, native, also, about;
	int32_t from, to, rank;
	uint32_t first, second;
	uint32_t name_at, name_count; /* among the names of all rows */
	uint8_t kind, g;
} packed_row;

static slice add_text(kt_buf *text, kt_str s)
{
	slice out = { (uint32_t)text->len, (uint32_t)s.len };

	kt_buf_add(text, s);
	return out;
}

static kt_str text_at(const char *text, slice s)
{
	return (kt_str) { text + s.at, s.length };
}

/* ---- writing ---- */

static void add_row(const bearer_row *r, kt_buf *rows, kt_buf *names, kt_buf *text)
{
	packed_row p;

	memset(&p, 0, sizeof p);
	p.id = add_text(text, r->b.id);
	p.name = add_text(text, r->b.name);
	p.native = add_text(text, r->b.native);
	p.also = add_text(text, r->b.also);
	p.about = add_text(text, r->b.about);
	p.from = r->b.from;
	p.to = r->b.to;
	p.rank = r->rank;
	p.first = r->first;
	p.second = r->second;
	p.name_at = (uint32_t)(names->len / sizeof *r->names);
	p.name_count = (uint32_t)r->name_count;
	p.kind = (uint8_t)r->b.kind;
	p.g = (uint8_t)r->g;
	kt_buf_add(rows, (kt_str) { (const char *)&p, sizeof p });
	kt_buf_add(names, (kt_str) { (const char *)r->names, r->name_count * sizeof *r->names });
}

static void add_array(kt_buf *out, const kt_buf *array, size_t width)
{
	pack_array(out, array->ptr, array->len / width, width);
	out->failed |= array->failed;
}

kt_status kt_authority_pack(kt_buf *out, const kt_authority *authority, kt_error *err)
{
	kt_buf rows = KT_BUF_INIT, names = KT_BUF_INIT, forms = KT_BUF_INIT, text = KT_BUF_INIT;
	name_index index;
	kt_status status = name_index_init(&index, authority, err);

	for (size_t i = 0; i < authority->count; i++)
		add_row(&authority->rows[i], &rows, &names, &text);
	for (uint32_t i = 0; i < name_form_count(authority); i++) {
		slice s = add_text(&text, name_form(authority, i));

		kt_buf_add(&forms, (kt_str) { (const char *)&s, sizeof s });
	}
	add_array(out, &rows, sizeof(packed_row));
	add_array(out, &names, sizeof(bearer_name));
	add_array(out, &forms, sizeof(slice));
	add_array(out, &text, 1);
	keymap_pack(out, &authority->ids);
	if (!status)
		name_index_pack(out, &index);
	name_index_release(&index);
	kt_buf_release(&rows);
	kt_buf_release(&names);
	kt_buf_release(&forms);
	kt_buf_release(&text);
	return status ? status : kt_buf_status(out, err);
}

/* ---- reading ---- */

static bearer_row row_of(const packed_row *p, bearer_name *names, const char *text)
{
	return (bearer_row) { .b = { (kt_mention_kind)p->kind, text_at(text, p->id),
				      text_at(text, p->name), text_at(text, p->native),
				      text_at(text, p->also), text_at(text, p->about), p->from,
				      p->to },
		.g = (gender)p->g,
		.names = names + p->name_at,
		.name_count = p->name_count,
		.first = p->first,
		.second = p->second,
		.rank = p->rank };
}

kt_status kt_authority_unpack(kt_authority **out, kt_str bytes, kt_error *err)
{
	kt_authority *a = *out = calloc(1, sizeof *a);
	packed from = { bytes, 0 };
	const packed_row *rows;
	bearer_name *names;
	const slice *forms;
	const char *text;
	size_t count;

	if (!a)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	rows = pack_take(&from, sizeof *rows, &a->count);
	names = (bearer_name *)pack_take(&from, sizeof *names, &count);
	forms = pack_take(&from, sizeof *forms, &a->form_count);
	text = pack_take(&from, 1, &count);
	keymap_unpack(&a->ids, &from);
	a->index = from;
	a->rows = malloc((a->count + 1) * sizeof *a->rows);
	a->forms = malloc((a->form_count + 1) * sizeof *a->forms);
	if (!a->rows || !a->forms || vocabulary_new(&a->vocabulary, err)) {
		kt_authority_free(a);
		*out = NULL;
		return kt_fail(err, KT_ENOMEM, "out of memory");
	}
	for (size_t i = 0; i < a->count; i++)
		a->rows[i] = row_of(&rows[i], names, text);
	for (size_t i = 0; i < a->form_count; i++)
		a->forms[i] = text_at(text, forms[i]);
	return KT_OK;
}
