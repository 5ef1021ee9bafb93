/* totals.c - how much was found, and in which forms. */
#include "hit.h"
#include "kartoteka/json.h"

#define FORMS_SHOWN 12 /* of a word, in text */

json_t *totals_json(const kt_answer *a)
{
	return json_pack("{s:I, s:I, s:I, s:I}", "passages", (json_int_t)a->passages, "occurrences",
		(json_int_t)a->occurrences, "all_words", (json_int_t)a->all_words, "any_word",
		(json_int_t)a->any_word);
}

json_t *forms_json(const kt_answer *a)
{
	json_t *list = json_array();
	int failed = !list;

	for (size_t i = 0; i < a->form_count && !failed; i++) {
		const kt_form_count *f = &a->forms[i];

		failed = json_array_append_new(
			list, json_pack("{s:o, s:o, s:I}", "for", kt_json_str(f->word), "form",
				      kt_json_str(f->form), "count", (json_int_t)f->count));
	}
	if (failed)
		json_decref(list);
	return failed ? NULL : list;
}

void draw_totals(pen *p, const kt_answer *a)
{
	kt_buf text = KT_BUF_INIT;

	if (a->all_words != a->passages) {
		kt_buf_add(&text, KT_STR(" ("));
		kt_show_number(&text, a->all_words);
		kt_buf_add(&text, KT_STR(" with all the words)"));
	}
	kt_buf_add(&text, KT_STR(", "));
	kt_show_counted(&text, a->occurrences, "occurrence", "occurrences");
	pen_text(p, kt_buf_str(&text), INK_PLAIN);
	pen_line(p);
	kt_buf_release(&text);
}

void add_form_counts(kt_buf *out, const kt_form_count *forms, size_t count)
{
	uint64_t rest = 0;

	for (size_t i = 0; i < count && i < FORMS_SHOWN; i++) {
		kt_buf_add(out, i ? KT_STR(", ") : KT_STR(""));
		kt_buf_add(out, forms[i].form);
		kt_buf_addc(out, ' ');
		kt_show_number(out, forms[i].count);
	}
	for (size_t i = FORMS_SHOWN; i < count; i++)
		rest += forms[i].count;
	if (count > FORMS_SHOWN) {
		kt_buf_add(out, KT_STR(", and "));
		kt_show_counted(out, count - FORMS_SHOWN, "more form", "more forms");
		kt_buf_addc(out, ' ');
		kt_show_number(out, rest);
	}
}

/* The forms of one word: "organise 12: organised 7, organisation 4, organising 1". */
static void add_forms(kt_buf *out, const kt_form_count *forms, size_t count)
{
	uint64_t total = 0;

	for (size_t i = 0; i < count; i++)
		total += forms[i].count;
	kt_buf_add(out, forms[0].word);
	kt_buf_addc(out, ' ');
	kt_show_number(out, total);
	kt_buf_add(out, KT_STR(": "));
	add_form_counts(out, forms, count);
}

void draw_forms(pen *p, const kt_answer *a)
{
	kt_buf text = KT_BUF_INIT;
	size_t to;

	for (size_t from = 0; from < a->form_count; from = to) {
		for (to = from + 1; to < a->form_count; to++)
			if (!kt_str_equal(a->forms[to].word, a->forms[from].word))
				break;
		kt_buf_clear(&text);
		add_forms(&text, a->forms + from, to - from);
		pen_begin(p, 0, 2);
		pen_text(p, kt_buf_str(&text), INK_DIM);
		pen_line(p);
	}
	p->indent = 0;
	kt_buf_release(&text);
}
