#include "typed.h"

#include <string.h>

kt_status typed_init(typed *t, kt_error *err)
{
	kt_status status;

	memset(t, 0, sizeof *t);
	status = kt_words_new(&t->words, err);
	if (!status)
		status = kt_arena_new(&t->arena, err);
	if (!status)
		status = kt_conflation_new(&t->conflation, err);
	return status;
}

void typed_release(typed *t)
{
	kt_buf_release(&t->room);
	kt_conflation_free(t->conflation);
	kt_arena_free(t->arena);
	kt_tokens_release(&t->tokens);
	kt_words_free(t->words);
}

kt_str typed_plain(typed *t, kt_str folded)
{
	kt_buf_clear(&t->room);
	if (script_of(folded) == SCRIPT_CYRILLIC)
		strict_cyrillic(&t->room, folded);
	else
		kt_fold_plain(&t->room, folded);
	return kt_arena_str(t->arena, kt_buf_str(&t->room));
}

kt_str typed_stem(typed *t, kt_str folded)
{
	script s = script_of(folded);
	size_t end;

	kt_buf_clear(&t->room);
	if (s != SCRIPT_LATIN && s != SCRIPT_CYRILLIC)
		return folded;
	kt_conflation_keys(t->conflation, &t->room,
		kt_language_of(s == SCRIPT_CYRILLIC ? "ru" : "en"), folded);
	end = kt_str_find(kt_buf_str(&t->room), KT_STR("\n"), 0);
	return kt_arena_str(
		t->arena, kt_str_sub(kt_buf_str(&t->room), 0, end == SIZE_MAX ? t->room.len : end));
}

static void add_word(typed *t, kt_str folded, uint32_t flags)
{
	typed_word *w = &t->at[t->count];
	kt_buf whole = KT_BUF_INIT;

	if (t->count == TYPED_WORDS)
		return;
	if (unmix(&whole, folded))
		folded = kt_arena_str(t->arena, kt_buf_str(&whole));
	kt_buf_release(&whole);
	w->folded = folded;
	w->plain = typed_plain(t, folded);
	w->stem = typed_stem(t, folded);
	name_keys_of(&w->keys, folded);
	w->letter = flags & KT_TOKEN_LETTER || (flags & KT_TOKEN_POINT && folded.len <= 4);
	w->bits = initials_of(folded, 1);
	t->count++;
}

kt_status typed_read(typed *t, const vocabulary *v, kt_str name, int titles, kt_error *err)
{
	size_t comma = kt_str_find(name, KT_STR(","), 0);
	kt_status status = kt_tokenise(&t->tokens, t->words, name, 0, err);

	t->comma = SIZE_MAX;
	t->count = 0;
	for (size_t i = 0; !status && i < t->tokens.count; i++) {
		const kt_token *token = &t->tokens.at[i];
		kt_str folded = kt_words_form(t->words, token->form);
		uint32_t flags = vocabulary_find(v, folded).flags;

		if (comma != SIZE_MAX && token->offset > comma && t->comma == SIZE_MAX)
			t->comma = t->count;
		if (!titles && i + 1 < t->tokens.count && flags & (W_TITLE | W_MONARCH) &&
			!(token->flags & KT_TOKEN_LETTER))
			continue; /* Mr, General, comrade */
		add_word(t, folded, token->flags);
	}
	return status;
}

void typed_join_letters(typed *t)
{
	kt_buf joined = KT_BUF_INIT;

	for (size_t i = 0; i < t->count; i++) {
		if (!t->at[i].letter && t->at[i].folded.len > 2) {
			kt_buf_release(&joined);
			return;
		}
		kt_buf_add(&joined, t->at[i].folded);
	}
	if (t->count > 2) {
		kt_str whole = kt_arena_str(t->arena, kt_buf_str(&joined));

		t->count = 0;
		add_word(t, whole, 0);
	}
	kt_buf_release(&joined);
}

int typed_same_beginning(const name_keys *a, const name_keys *b)
{
	for (size_t i = 0; i < a->count; i++)
		for (size_t j = 0; j < b->count; j++)
			if (a->at[i][0] == b->at[j][0] && a->at[i][1] == b->at[j][1])
				return 1;
	return 0;
}

int typed_keys_nearly_meet(const name_keys *a, const name_keys *b)
{
	return a->count && b->count && a->length[0] > 4 && b->length[0] > 4 &&
	       kt_one_slip(kt_str_of(a->at[0]), kt_str_of(b->at[0]));
}
