/* home.c - the first page: how to ask, by questions that this index answers. */
#include <string.h>

#include "page.h"

#define NAMES_SHOWN 24
#define EXAMPLES 12

typedef struct example {
	kt_str query;
	const char *about;
	uint64_t passages;
} example;

typedef struct home {
	kt_named *names;
	size_t name_count;
	kt_timeline timeline;
	example examples[EXAMPLES];
	size_t example_count;
} home;

/* ---- examples -------------------------------------------------------------------------------- */

/* The surname of "Surname, Forenames". */
static kt_str surname_of(const kt_named *n)
{
	size_t comma = kt_str_find(n->name, KT_STR(","), 0);

	return kt_str_sub(n->name, 0, comma == SIZE_MAX ? n->name.len : comma);
}

/* The n-th of a kind, from 0; of organisations only those of two words or more. */
static const kt_named *nth(const home *h, kt_mention_kind kind, size_t n)
{
	for (size_t i = 0; i < h->name_count; i++) {
		const kt_named *one = &h->names[i];

		if (one->kind != kind ||
			(kind == KT_MENTION_ORGANISATION &&
				kt_str_find(one->name, KT_STR(" "), 0) == SIZE_MAX))
			continue;
		if (!n--)
			return one;
	}
	return NULL;
}

static int top_year(const home *h)
{
	const kt_timeline *t = &h->timeline;
	size_t best = 0;

	for (size_t i = 1; i < t->year_count; i++)
		if (t->years[i].count > t->years[best].count)
			best = i;
	return t->year_count ? t->years[best].year : 0;
}

/* Takes an example up where it finds something. */
static kt_status try_example(page *p, home *h, const char *about, kt_str query, kt_error *err)
{
	const kt_search_options one = { .limit = 1 };
	kt_answer answer;
	kt_query *tree;
	kt_status status;

	if (h->example_count == EXAMPLES || kt_query_parse(&tree, p->arena, query, NULL))
		return KT_OK;
	status = kt_search(&answer, p->index, p->arena, tree, &one, err);
	if (status == KT_EINVAL)
		return KT_OK;
	if (!status && answer.passages)
		h->examples[h->example_count++] = (example) { query, about, answer.passages };
	return status;
}

/* $p and $q are the two most named people, $b the most named organisation of several words, $y the
 * year most spoken of, $x and $z those beside it. */
static const struct {
	const char *query, *about;
} patterns[] = {
	{ "$p", "the word, in any of its forms and spellings" },
	{ "person:$p", "passages that mention the person, by any name, in either alphabet" },
	{ "\"$b\"", "these words, in this order" },
	{ "year:$y", "passages that speak of this year" },
	{ "person:$p year:$x..$z", "the person, in these years" },
	{ "person:$p NEAR/20 person:$q", "both within twenty words of each other" },
	{ "person:$q NOT person:$p", "one without the other" },
	{ "quote:$q", "the word, inside quotations only" },
	{ "$q*", "words that begin so" },
	{ "~$q", "what sounds or is transliterated alike" },
};

#define PATTERNS (sizeof patterns / sizeof *patterns)

/* Adds what a letter of a pattern stands for; 0: this index has no such thing. */
static int add_value(kt_buf *out, const home *h, char letter)
{
	const kt_named *one = letter == 'b'   ? nth(h, KT_MENTION_ORGANISATION, 0)
			      : letter == 'p' ? nth(h, KT_MENTION_PERSON, 0)
			      : letter == 'q' ? nth(h, KT_MENTION_PERSON, 1)
					      : NULL;
	int year = top_year(h);

	if (letter == 'x' || letter == 'y' || letter == 'z') {
		kt_buf_addf(out, "%d", year + (letter - 'y'));
		return year > 1;
	}
	if (one)
		kt_buf_add(out, letter == 'b' ? one->name : surname_of(one));
	return one != NULL;
}

static kt_status try_pattern(page *p, home *h, size_t which, kt_error *err)
{
	kt_buf query = KT_BUF_INIT;
	kt_status status = KT_OK;
	int whole = 1;

	for (const char *at = patterns[which].query; *at && whole; at++) {
		if (*at == '$')
			whole = add_value(&query, h, *++at);
		else
			kt_buf_addc(&query, *at);
	}
	if (whole)
		status = try_example(p, h, patterns[which].about,
			kt_arena_str(p->arena, kt_buf_str(&query)), err);
	kt_buf_release(&query);
	return status;
}

kt_status ask_home(page *p, kt_error *err)
{
	const kt_search_options options = { .limit = 1 };
	home *h = p->found = kt_arena_alloc(p->arena, sizeof *h);
	kt_status status;

	if (!h)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	status = kt_search_names(
		&h->names, &h->name_count, p->index, p->arena, KT_STR(""), KT_MENTION_KINDS, err);
	if (!status)
		status = kt_search_timeline(&h->timeline, p->index, p->arena, NULL, &options, err);
	for (size_t i = 0; !status && i < PATTERNS; i++)
		status = try_pattern(p, h, i, err);
	return status;
}

/* ---- the page -------------------------------------------------------------------------------- */

static void put_examples(page *p, const home *h)
{
	if (!h->example_count)
		return;
	put(p, "<section>\n<h2>How to ask</h2>\n<table class=\"list examples\"><tbody>\n");
	for (size_t i = 0; i < h->example_count; i++) {
		const example *e = &h->examples[i];

		put(p,
			"<tr><th scope=\"row\"><a href=\"/search?q=%u\"><code>%t</code></a></th>"
			"<td>%s</td><td class=\"number\">%n</td></tr>\n",
			e->query, e->query, e->about, e->passages);
	}
	put(p, "</tbody></table>\n<p class=\"hint\">Several words are ranked, passages with all of "
	       "them first. <code>+word</code> must be there, <code>-word</code> must not; "
	       "<code>AND</code>, <code>OR</code>, <code>NOT</code> and brackets work as usual. "
	       "<code>=word</code> is the printed form only, <code>\"a b\"~3</code> lets up to "
	       "three "
	       "words stand between. <code>org:</code>, <code>by:</code>, <code>published:</code>, "
	       "<code>author:</code>, <code>title:</code>, <code>source:</code>, "
	       "<code>date:</code>, <code>language:</code> and <code>kind:</code> narrow.</p>\n"
	       "</section>\n");
}

static void put_most_named(page *p, const home *h)
{
	size_t shown = h->name_count < NAMES_SHOWN ? h->name_count : NAMES_SHOWN;

	if (!shown)
		return;
	put(p, "<section>\n<h2>Most named</h2>\n<ul class=\"cloud\">\n");
	for (size_t i = 0; i < shown; i++)
		put(p,
			"<li><a href=\"/dossier?name=%u\">%t</a> <span "
			"class=\"count\">%n</span></li>\n",
			h->names[i].id, h->names[i].name, h->names[i].mentions);
	put(p, "</ul>\n<p class=\"more\"><a href=\"/names\">All %n names</a></p>\n</section>\n",
		(uint64_t)h->name_count);
}

void draw_home(page *p)
{
	const home *h = p->found;
	const kt_index_state *s = p->state;

	put(p,
		"<h1>Reading room</h1>\n<form action=\"/search\" role=\"search\">\n"
		"<p class=\"ask\"><label for=\"ask\">Passages on</label>\n<input id=\"ask\" "
		"type=\"search\" name=\"q\" maxlength=\"%d\" autofocus> <button>Ask</button></p>\n"
		"</form>\n",
		KT_PARAMETER_BYTES);
	if (s)
		put(p,
			"<p class=\"totals\"><a href=\"/sources\">%n sources</a>, %n passages, %n "
			"words</p>\n",
			s->sources, s->passages, s->words);
	put_examples(p, h);
	if (h->timeline.year_count) {
		put(p, "<section>\n<h2>Years that are spoken of</h2>\n");
		put_chart(p, h->timeline.years, h->timeline.year_count, "passages", KT_STR(""), 0);
		put(p, "<p class=\"more\"><a href=\"/timeline\">The years in numbers</a></p>\n"
		       "</section>\n");
	}
	put_most_named(p, h);
}
