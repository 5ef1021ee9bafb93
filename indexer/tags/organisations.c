/* organisations.c - bodies: those of the tables. */
#include "tagger.h"

#include <string.h>

/* VKP(b): the bracket that closes belongs to it. */
static size_t closed(const scan *s, size_t to, size_t end)
{
	return end < s->text.len && s->text.ptr[end] == ')' && to > 1 && s->at[to - 1].offset &&
			       s->text.ptr[s->at[to - 1].offset - 1] == '(' &&
			       s->at[to - 1].offset == token_end(s, to - 2) + 1
		       ? end + 1
		       : end;
}

static void keep(const scan *s, size_t from, size_t to, int32_t row, const char *rule)
{
	kt_name_tagger *t = s->t;

	if (!kt_grow((void **)&t->bodies, &t->body_size, t->body_count, sizeof *t->bodies)) {
		t->failed = 1;
		return;
	}
	t->bodies[t->body_count++] = (body) { .passage = s->number,
		.start = s->at[from].offset,
		.end = (uint32_t)closed(s, to, token_end(s, to - 1)),
		.row = row,
		.rule = rule,
		.tier = KT_CERTAIN };
	memset(t->taken + from, 1, to - from);
}

void find_organisations(scan *s)
{
	for (size_t i = 0; i < s->count;) {
		int32_t row;
		size_t length = match_phrase(s, i, KT_MENTION_ORGANISATION, &row);

		if (length)
			keep(s, i, i + length, row, "name");
		i += length ? length : 1;
	}
}
