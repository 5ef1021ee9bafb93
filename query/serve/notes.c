/* notes.c - what stands beside the hits: totals, forms, notices, what names may mean. */
#include "page.h"

#define FORMS_SHOWN 12 /* of a word */

/* ---- names of several bearers ---------------------------------------------------------------- */

static int names_someone(const kt_query *q)
{
	return q->op == KT_QUERY_FIELD &&
	       (q->field == KT_ASK_PERSON || q->field == KT_ASK_ORGANISATION ||
		       q->field == KT_ASK_BY);
}

/* The first field with this name in it; depth is bounded by the parser. */
static const kt_query *find_name(const kt_query *q, kt_str asked)
{
	const kt_query *found = NULL;

	if (!q)
		return NULL;
	if (names_someone(q) && kt_str_equal(q->text, asked))
		return q;
	for (size_t i = 0; i < q->count && !found; i++)
		found = find_name(q->children[i], asked);
	return found;
}

/* The same question with an id in the place of the name: in the query, or in a filter. */
static void put_narrowed(page *p, const kt_query *query, const kt_candidate *c)
{
	const kt_query *field = find_name(query, c->asked);
	kt_str q = p->ask.text;
	kt_buf text = KT_BUF_INIT;

	if (field && field->text.ptr >= q.ptr && field->text.ptr <= q.ptr + q.len) {
		size_t at = (size_t)(field->text.ptr - q.ptr);

		kt_buf_add(&text, kt_str_sub(q, 0, at));
		kt_buf_add(&text, c->id);
		kt_buf_add(&text, kt_str_sub(q, at + field->text.len, q.len));
		put_address(p, p->view, "q", kt_buf_str(&text), TAKES_OFFSET);
	} else {
		put_address(p, p->view, "person", c->id, TAKES_OFFSET | TAKES_PERSON);
	}
	kt_buf_release(&text);
}

static size_t put_candidates_of(page *p, const kt_answer *a, size_t from, const kt_query *query)
{
	kt_str asked = a->candidates[from].asked;
	size_t to = from;

	while (to < a->candidate_count && kt_str_equal(a->candidates[to].asked, asked))
		to++;
	put(p,
		"<p><strong>%t</strong> may mean any of %n, and all were looked for. "
		"To narrow it:</p>\n<ul>\n",
		asked, (uint64_t)(to - from));
	for (; from < to; from++) {
		const kt_candidate *c = &a->candidates[from];

		put(p, "<li><a href=\"");
		put_narrowed(p, query, c);
		put(p, "\">%t</a>%s%t</li>\n", c->name, c->about.len ? ", " : "", c->about);
	}
	put(p, "</ul>\n");
	return to;
}

void put_notes(page *p, const kt_answer *a, const kt_query *query)
{
	if (!a->notice_count && !a->candidate_count)
		return;
	put(p, "<div class=\"notes\" role=\"note\">\n");
	for (size_t i = 0; i < a->notice_count; i++)
		put(p, "<p>%t</p>\n", a->notices[i]);
	for (size_t i = 0; i < a->candidate_count;)
		i = put_candidates_of(p, a, i, query);
	put(p, "</div>\n");
}

void put_named(page *p, const view *to, const kt_named *all, size_t count, int counted)
{
	put(p, "<ul class=\"named\">\n");
	for (size_t i = 0; i < count; i++) {
		const kt_named *n = &all[i];

		put(p, "<li><a href=\"");
		put_address(p, to, "name", n->id, TAKES_TEXT | TAKES_LIST);
		put(p, "\">%t</a>%s%t", n->name, n->about.len ? ", " : "", n->about);
		if (counted)
			put(p, " <span class=\"count\">%n</span>", n->mentions);
		put(p, "</li>\n");
	}
	put(p, "</ul>\n");
}

/* ---- totals ---------------------------------------------------------------------------------- */

void put_totals(page *p, const kt_answer *a)
{
	if (a->all_words != a->passages)
		put(p, " (%n with all the words)", a->all_words);
	put(p, a->occurrences == 1 ? ", %n occurrence" : ", %n occurrences", a->occurrences);
}

/* The forms of one word, each a link to what is printed so. */
static size_t put_forms_of(page *p, const kt_answer *a, size_t from)
{
	kt_str word = a->forms[from].word;
	uint64_t total = 0, rest = 0;
	size_t to = from;

	for (; to < a->form_count && kt_str_equal(a->forms[to].word, word); to++) {
		total += a->forms[to].count;
		rest += to - from >= FORMS_SHOWN ? a->forms[to].count : 0;
	}
	put(p, "<dt>%t</dt><dd>%n", word, total);
	for (size_t i = from; i < to && i - from < FORMS_SHOWN; i++) {
		put(p, i > from ? ", " : ": ");
		put(p, "<a href=\"/search?q=%u\">%t</a> %n",
			kt_str_of(kt_arena_printf(
				p->arena, "=\"%.*s\"", KT_STR_ARG(a->forms[i].form))),
			a->forms[i].form, a->forms[i].count);
	}
	if (rest)
		put(p, ", and %n more forms %n", (uint64_t)(to - from - FORMS_SHOWN), rest);
	put(p, "</dd>\n");
	return to;
}

void put_forms(page *p, const kt_answer *a)
{
	if (!a->form_count)
		return;
	put(p, "<dl class=\"forms\">\n");
	for (size_t i = 0; i < a->form_count;)
		i = put_forms_of(p, a, i);
	put(p, "</dl>\n");
}

void put_explained(page *p, const kt_answer *a)
{
	if (a->explained.len)
		put(p, "<details><summary>How this was read</summary>\n<pre>%t</pre></details>\n",
			a->explained);
}
