/* quote_likeness.c - which words of the quotation a word of a passage is: looked up once for each
 * distinct form, of passages as many as may be. */
#include <stdlib.h>
#include <string.h>

#include "quote.h"

#define SOUND_BYTES 4 /* shorter words sound alike by chance */
#define SLIP_BYTES 5
#define SHARED_LETTERS 3
#define SLIP_LETTERS 4 /* by which a word with a slip may differ in kind: cl for d, twice */

static unsigned char *row_at(const quotation *q, row_number row)
{
	return q->rows + (row - ROW_FIRST) * q->class_count;
}

static kt_status new_row(quotation *q, row_number *out, kt_error *err)
{
	if (!kt_grow((void **)&q->rows, &q->row_size, q->row_count, q->class_count))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	*out = (row_number)(ROW_FIRST + q->row_count++);
	memset(row_at(q, *out), LIKE_NOT, q->class_count);
	return KT_OK;
}

kt_status likeness_note(quotation *q, size_t class_number, kt_str form, likeness how, kt_error *err)
{
	uint32_t *row;
	unsigned char *at;
	kt_status status;
	int added;

	row = kt_map_put(q->row_of, form, 0, &added);
	if (!row)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	status = added ? new_row(q, row, err) : KT_OK;
	if (status)
		return status;
	at = row_at(q, *row) + class_number;
	if (*at < how)
		*at = (unsigned char)how;
	return KT_OK;
}

/* Room for the forms that the words have by now. */
static kt_status cover_forms(quotation *q, kt_error *err)
{
	size_t count = kt_words_count(q->plan->words), size = q->form_count;
	row_number *rows;
	unsigned char *tried;

	if (count <= size)
		return KT_OK;
	count += count / 2;
	rows = realloc(q->form_rows, count * sizeof *rows);
	if (rows)
		q->form_rows = rows;
	tried = realloc(q->form_tried, count);
	if (tried)
		q->form_tried = tried;
	if (!rows || !tried)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	memset(rows + size, 0, (count - size) * sizeof *rows);
	memset(tried + size, 0, count - size);
	q->form_count = count;
	return KT_OK;
}

kt_status likeness_of_form(quotation *q, uint32_t form, row_number *out, kt_error *err)
{
	kt_status status = cover_forms(q, err);

	if (status)
		return status;
	if (q->form_rows[form] == ROW_UNKNOWN) {
		uint32_t *row = kt_map_get(q->row_of, kt_words_form(q->plan->words, form));

		q->form_rows[form] = row ? *row : ROW_NONE;
	}
	*out = q->form_rows[form];
	return KT_OK;
}

void likeness_of_compound(quotation *q, kt_str joined, kt_str spaced, row_number *out)
{
	uint32_t *row = kt_map_get(q->row_of, joined);

	if (!row)
		row = kt_map_get(q->row_of, spaced);
	*out = row ? *row : ROW_NONE;
}

static int count_bits(uint32_t bits)
{
	int count = 0;

	for (; bits; count++)
		bits &= bits - 1;
	return count;
}

/* Whether words may be alike by the letters that they have. */
static int may_be_alike(uint32_t a, uint32_t b)
{
	return count_bits(a ^ b) <= SLIP_LETTERS && count_bits(a & b) >= SHARED_LETTERS;
}

static int sounds_alike(quotation *q, const quote_class *c, kt_str form, kt_str *sound)
{
	if (form.len < SOUND_BYTES || c->form.len < SOUND_BYTES)
		return 0;
	if (!sound->ptr) {
		kt_buf_clear(&q->scratch);
		kt_sound_key(&q->scratch, form);
		*sound = kt_buf_str(&q->scratch);
	}
	return sound->len && kt_str_equal(*sound, c->sound);
}

static int is_slip(const quote_class *c, kt_str form)
{
	return (c->form.len >= SLIP_BYTES || form.len >= SLIP_BYTES) && kt_one_slip(form, c->form);
}

kt_status likeness_try(quotation *q, uint32_t form, row_number *out, kt_error *err)
{
	kt_str text = kt_words_form(q->plan->words, form), sound = { NULL, 0 };
	uint32_t letters;
	kt_status status = likeness_of_form(q, form, out, err);

	if (status || *out != ROW_NONE || q->form_tried[form])
		return status;
	q->form_tried[form] = 1;
	letters = quote_letters(text);
	for (size_t i = 0; !status && i < q->class_count; i++) {
		const quote_class *c = &q->classes[i];

		if (!may_be_alike(letters, c->letters) ||
			(!sounds_alike(q, c, text, &sound) && !is_slip(c, text)))
			continue;
		if (*out == ROW_NONE)
			status = new_row(q, out, err);
		if (!status)
			row_at(q, *out)[i] = LIKE_SOUND;
	}
	q->form_rows[form] = *out;
	return status;
}
