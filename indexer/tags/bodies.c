/* bodies.c - the bodies that were found, and those of the source that are in no table. */
#include "bodies.h"

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

/* The class of a word: its number where the tables have it, else its stem. */
static void add_class(kt_buf *key, const scan *s, size_t i)
{
	name_index *x = &s->t->index;
	int32_t stem = class_at(s, i)->stem;

	if (stem == NONE) {
		name_index_stem(x, form_at(s, i));
		kt_buf_add(key, x->room.len ? kt_buf_str(&x->room) : form_at(s, i));
	} else {
		kt_buf_add(key, (kt_str) { (const char *)&stem, sizeof stem });
	}
	kt_buf_addc(key, ' ');
}

uint32_t local_body_of(const scan *s, const size_t *tokens, size_t count)
{
	kt_name_tagger *t = s->t;
	kt_buf key = KT_BUF_INIT, id = KT_BUF_INIT, name = KT_BUF_INIT;
	uint32_t *at;
	int added = 0;

	kt_buf_addc(&id, '?');
	for (size_t i = 0; i < count; i++) {
		kt_str form = form_at(s, tokens[i]);
		kt_str word = printed(s, tokens[i], tokens[i] + 1);

		if (is(s, tokens[i], "the") && i)
			continue;
		add_class(&key, s, tokens[i]);
		if (i) {
			kt_buf_addc(&id, '-');
			kt_buf_addc(&name, ' ');
		}
		slug_add(&id, form);
		kt_buf_add(&name, word);
		if (has(s, tokens[i], KT_TOKEN_POSSESSIVE))
			kt_buf_add(
				&name, kt_str_ends(word, KT_STR("s")) ? KT_STR("'") : KT_STR("'s"));
	}
	at = kt_map_put(t->defined, kt_buf_str(&key), LOCAL + (uint32_t)t->local_count, &added);
	if (at && added &&
		kt_grow((void **)&t->local, &t->local_size, t->local_count, sizeof *t->local)) {
		local_body *b = &t->local[t->local_count++];

		b->id = kt_arena_str(t->arena, kt_buf_str(&id));
		b->name = kt_arena_str(t->arena, kt_buf_str(&name));
		if (!b->id.ptr || !b->name.ptr)
			t->failed = 1;
	}
	if (!at || key.failed || id.failed || name.failed)
		t->failed = 1;
	kt_buf_release(&key);
	kt_buf_release(&id);
	kt_buf_release(&name);
	return at && *at >= LOCAL ? *at - LOCAL : 0;
}

void keep_body(const scan *s, size_t from, size_t to, int32_t row, uint32_t local, const char *rule)
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
		.local = local,
		.rule = rule,
		.tier = row == NONE ? KT_PROBABLE : KT_CERTAIN };
	memset(t->taken + from, 1, to - from);
}

void keep_local(const scan *s, size_t from, size_t to, const char *rule)
{
	size_t tokens[NAME_TOKENS], count = 0;
	int32_t row;

	for (size_t i = from; i < to && count < NAME_TOKENS; i++)
		tokens[count++] = i;
	row = row_of_tokens(s, tokens, count);
	keep_body(s, from, to, row, row == NONE ? local_body_of(s, tokens, count) : 0, rule);
}
