#include "kwic.h"

#include "excerpt.h"
#include "kartoteka/json.h"

#define CONTEXT 60 /* columns on each side */
#define CONTEXT_MIN 16
#define NAME_PART 3 /* of the terminal's columns, which the names take at most */
#define MATCH_WIDE 24 /* columns that are kept for the widest match */
#define GAP 2 /* columns behind name and mark */

/* ---- columns
 * --------------------------------------------------------------------------------------- */

static void widen(size_t *width, size_t to)
{
	if (to > *width)
		*width = to;
}

void kwic_note(kwic *k, kt_str name, kt_str mark, kt_str match)
{
	widen(&k->name, kt_utf8_width(name));
	if (mark.len)
		widen(&k->mark, kt_utf8_width(mark) + 1);
	widen(&k->match, kt_utf8_width(match));
}

static size_t before_left(const kwic *k)
{
	return k->name + k->mark + GAP;
}

void kwic_share(kwic *k)
{
	size_t taken;

	k->left = CONTEXT;
	k->match = k->match > MATCH_WIDE ? MATCH_WIDE : k->match;
	if (!k->columns)
		return;
	if (k->name > k->columns / NAME_PART)
		k->name = k->columns / NAME_PART;
	taken = before_left(k) + k->match;
	k->left = k->columns > taken ? (k->columns - taken) / 2 : 0;
	widen(&k->left, CONTEXT_MIN);
}

static size_t right_width(const kwic *k, size_t match_width)
{
	size_t taken = before_left(k) + k->left + match_width;

	if (!k->columns)
		return CONTEXT;
	return k->columns > taken ? k->columns - taken : 0;
}

/* ---- a line
 * ---------------------------------------------------------------------------------------- */

/* The passage's name, with its end, which tells passages apart, where it is cut. */
static void add_name(kt_buf *out, kt_str name, size_t width)
{
	size_t at = name.len, taken = 0;

	if (kt_utf8_width(name) <= width) {
		kt_show_safely(out, name);
		return;
	}
	while (at) {
		size_t before = at;

		kt_utf8_prev(name, &before);
		taken += kt_utf8_width(kt_str_sub(name, before, at));
		if (taken >= width)
			break;
		at = before;
	}
	kt_buf_add(out, KT_STR("…"));
	kt_show_safely(out, kt_str_sub(name, at, name.len));
}

void draw_kwic(
	pen *p, const kwic *k, kt_str name, kt_str mark, const kt_passage *passage, kt_match m)
{
	kt_buf before = KT_BUF_INIT, left = KT_BUF_INIT, match = KT_BUF_INIT, right = KT_BUF_INIT;
	size_t width;

	add_name(&before, name, k->name);
	if (mark.len) {
		add_spaces(&before, k->name + 1 - kt_utf8_width(kt_buf_str(&before)));
		kt_buf_add(&before, mark);
	}
	kt_show_left(&left, passage->text, m.start, k->left, passage->markdown);
	width = kt_utf8_width(kt_buf_str(&before)) + kt_utf8_width(kt_buf_str(&left));
	pen_exact(p, kt_buf_str(&before), INK_DIM);
	kt_buf_clear(&before);
	add_spaces(&before, before_left(k) + k->left - width);
	pen_exact(p, kt_buf_str(&before), INK_PLAIN);
	pen_exact(p, kt_buf_str(&left), INK_PLAIN);
	kt_show_flat(&match, passage->text, m.start, m.end, passage->markdown);
	pen_exact(p, kt_buf_str(&match), INK_MATCH);
	width = kt_utf8_width(kt_buf_str(&match)) + (p->style.color ? 0 : 2);
	kt_show_right(&right, passage->text, m.end, right_width(k, width), passage->markdown);
	pen_exact(p, kt_buf_str(&right), INK_PLAIN);
	kt_buf_release(&before);
	kt_buf_release(&left);
	kt_buf_release(&match);
	kt_buf_release(&right);
}

/* ---- JSON
 * ------------------------------------------------------------------------------------------ */

json_t *left_json(const kt_passage *passage, kt_match match)
{
	kt_buf text = KT_BUF_INIT;
	json_t *json;

	kt_show_left(&text, passage->text, match.start, CONTEXT, 0);
	json = kt_json_str(kt_buf_str(&text));
	kt_buf_release(&text);
	return json;
}

json_t *right_json(const kt_passage *passage, kt_match match)
{
	kt_buf text = KT_BUF_INIT;
	json_t *json;

	kt_show_right(&text, passage->text, match.end, CONTEXT, 0);
	json = kt_json_str(kt_buf_str(&text));
	kt_buf_release(&text);
	return json;
}
