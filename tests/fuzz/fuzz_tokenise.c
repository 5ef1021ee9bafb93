/* Any bytes as a text: tokens, compounds, sentences and classes that keep the promises of text.h.
 */
#include <stdint.h>
#include <stdlib.h>

#include "kartoteka/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(int promise)
{
	if (!promise)
		abort();
}

static void check_tokens(const kt_tokens *tokens, const kt_words *words, kt_str text)
{
	size_t end = 0;
	uint32_t position = 0;

	for (size_t i = 0; i < tokens->count; i++) {
		const kt_token *token = &tokens->at[i];
		uint32_t step = i && token->flags & KT_TOKEN_ASIDE ? 0 : 1;
		kt_str form;

		require(token->offset >= end && token->length > 0);
		require(token->length <= text.len && token->offset <= text.len - token->length);
		require(token->position == position + step);
		require(token->form < kt_words_count(words));
		form = kt_words_form(words, token->form);
		require(form.len > 0 && form.len <= KT_WORD_MAX);
		require(kt_utf8_check(form) == form.len);
		position = token->position;
		end = (size_t)token->offset + token->length;
	}
}

static void check_compounds(const kt_tokens *tokens, const kt_words *words, kt_str text)
{
	kt_buf joined = KT_BUF_INIT;

	for (size_t i = 0; i < tokens->count; i++) {
		size_t to;
		int is = kt_compound(&joined, tokens, words, text, i, &to);

		require(is ? to >= i + 2 && to <= tokens->count && joined.len > 1 &&
					joined.len <= KT_WORD_MAX
			   : to == i + 1 && !joined.len);
	}
	kt_buf_release(&joined);
}

static void check_sentences(const kt_tokens *tokens, const kt_words *words, kt_str text)
{
	kt_offsets starts = { NULL, 0, 0 };

	require(!kt_sentences(&starts, tokens, words, text, NULL));
	for (size_t i = 0; i < starts.count; i++)
		require(starts.at[i] < text.len && (!i || starts.at[i] > starts.at[i - 1]));
	kt_offsets_release(&starts);
}

static void check_keys(kt_conflation *conflation, const kt_words *words)
{
	static const char *const codes[] = { "en", "ru", "uk", "de", "fr" };
	kt_buf keys = KT_BUF_INIT;

	for (size_t i = 0; i < kt_words_count(words); i++) {
		kt_str form = kt_words_form(words, (uint32_t)i);

		for (size_t j = 0; j < sizeof codes / sizeof *codes; j++) {
			kt_buf_clear(&keys);
			kt_conflation_keys(conflation, &keys, kt_language_of(codes[j]), form);
			require(keys.len == 0 || keys.ptr[keys.len - 1] == '\n');
		}
		kt_buf_clear(&keys);
		kt_sound_key(&keys, form);
		require(kt_one_slip(form, form));
	}
	kt_buf_release(&keys);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	kt_str text = { (const char *)bytes, size };
	kt_tokens tokens = { NULL, 0, 0 };
	kt_words *words;
	kt_conflation *conflation;
	int sure;

	if (kt_words_new(&words, NULL))
		return 0;
	if (kt_conflation_new(&conflation, NULL)) {
		kt_words_free(words);
		return 0;
	}
	for (unsigned options = 0; options <= KT_TOKENISE_MARKDOWN; options++) {
		require(!kt_tokenise(&tokens, words, text, options, NULL));
		check_tokens(&tokens, words, text);
		check_compounds(&tokens, words, text);
		check_sentences(&tokens, words, text);
		kt_language_detect(&tokens, words, &sure);
		require(sure >= 0 && sure <= 100);
	}
	check_keys(conflation, words);
	kt_tokens_release(&tokens);
	kt_conflation_free(conflation);
	kt_words_free(words);
	return 0;
}
