/* slips.c - forms of the index that are a word with one slip.
 *
 * The terms are sorted: a tree of letters that can be walked by seeking.  At each place of the word
 * the letters are listed that follow its start in the index (some dozens); each of them, put in the
 * place of none, one or two letters of the word and followed by the rest, gives a candidate that is
 * there or not.  So only branches that exist are looked at, in any alphabet, instead of all terms.
 * What counts as a slip is decided by kt_one_slip alone.
 */
#include "slips.h"

#include <string.h>

#include "reading.h"

#define LETTERS_MAX 1024 /* distinct first letters of an index; more are not looked at */

typedef struct search {
	kt_index *index;
	kt_str form;
	xap_string_fn fn;
	void *context;
	uint32_t letters[LETTERS_MAX]; /* with which words of the index begin */
	size_t letter_count;
	kt_buf seek, term, branch, candidate;
} search;

static size_t count_letters(kt_str s)
{
	size_t at = 0, count = 0;

	while (at < s.len) {
		kt_utf8_next(s, &at);
		count++;
	}
	return count;
}

/* The word from a place on, when so many letters are passed over. */
static kt_str rest_of(const search *s, size_t at, int passed)
{
	while (passed-- > 0 && at < s->form.len)
		kt_utf8_next(s->form, &at);
	return kt_str_sub(s->form, at, s->form.len);
}

/* Tells s->candidate when it is a slip and there. */
static kt_status try_candidate(search *s, kt_error *err)
{
	kt_str candidate = kt_buf_str(&s->candidate);
	kt_status status = kt_buf_status(&s->candidate, err);
	uint32_t documents;

	if (status || !candidate.len || candidate.len > XAP_TERM_MAX ||
		kt_str_equal(candidate, s->form) || !kt_one_slip(s->form, candidate))
		return status;
	status = kt_index_word(s->index, candidate, &documents, NULL, err);
	return status || !documents ? status : s->fn(s->context, candidate, err);
}

static void set_candidate(search *s, kt_str start, uint32_t letter, kt_str rest)
{
	kt_buf_clear(&s->candidate);
	kt_buf_add(&s->candidate, start);
	if (letter)
		kt_buf_add_codepoint(&s->candidate, letter);
	kt_buf_add(&s->candidate, rest);
}

/* s->branch (start and a letter) for none, one or two letters of the word; and with any second
 * letter for one (m read as rn). */
static kt_status try_branch(search *s, size_t at, kt_error *err)
{
	kt_str branch = kt_buf_str(&s->branch);
	kt_status status = KT_OK;
	size_t i;
	int passed;

	for (passed = 0; !status && passed <= 2; passed++) {
		set_candidate(s, branch, 0, rest_of(s, at, passed));
		status = try_candidate(s, err);
	}
	for (i = 0; !status && i < s->letter_count; i++) {
		set_candidate(s, branch, s->letters[i], rest_of(s, at, 1));
		status = try_candidate(s, err);
	}
	return status;
}

/* The next letter that follows `start` in a term at or after s->seek; 0: none.  s->branch is start
 * and letter, s->seek moves behind all terms that begin so. */
static kt_status next_letter(search *s, kt_str start, uint32_t *letter, kt_error *err)
{
	kt_status status =
		xap_reader_term_from(s->index->reader, &s->term, kt_buf_str(&s->seek), err);
	kt_str term = kt_buf_str(&s->term);
	size_t at = start.len;

	*letter = 0;
	if (status || term.len <= start.len || !kt_str_starts(term, start))
		return status;
	*letter = kt_utf8_next(term, &at);
	kt_buf_clear(&s->branch);
	kt_buf_add(&s->branch, kt_str_sub(term, 0, at));
	kt_buf_clear(&s->seek);
	kt_buf_add(&s->seek, kt_buf_str(&s->branch));
	kt_buf_addc(&s->seek, (char)(unsigned char)0xff); /* in no UTF-8, behind all that is */
	status = kt_buf_status(&s->branch, err);
	return status ? status : kt_buf_status(&s->seek, err);
}

static void seek_below(search *s, kt_str start)
{
	kt_buf_clear(&s->seek);
	kt_buf_add(&s->seek, start);
	kt_buf_addc(&s->seek, '\1');
}

static int is_prefix_of_field(uint32_t letter)
{
	return letter >= 'A' && letter <= 'Z'; /* words are folded */
}

static kt_status list_letters(search *s, kt_error *err)
{
	kt_status status;
	uint32_t letter;

	seek_below(s, KT_STR(""));
	do {
		status = next_letter(s, KT_STR(""), &letter, err);
		if (letter && letter != KT_BAD_CODEPOINT && !is_prefix_of_field(letter) &&
			s->letter_count < LETTERS_MAX)
			s->letters[s->letter_count++] = letter;
	} while (!status && letter);
	return status;
}

/* Slips at one place of the word. */
static kt_status try_place(search *s, size_t at, kt_error *err)
{
	kt_str start = kt_str_sub(s->form, 0, at);
	kt_status status;
	uint32_t letter;
	size_t next = at;

	set_candidate(s, start, 0, rest_of(s, at, 1));
	status = try_candidate(s, err);
	letter = kt_utf8_next(s->form, &next); /* swapped with the one behind it */
	if (!status && next < s->form.len) {
		size_t behind = next;

		kt_utf8_next(s->form, &behind);
		kt_buf_clear(&s->branch);
		kt_buf_add(&s->branch, start);
		kt_buf_add(&s->branch, kt_str_sub(s->form, next, behind));
		set_candidate(s, kt_buf_str(&s->branch), letter, rest_of(s, behind, 0));
		status = try_candidate(s, err);
	}
	seek_below(s, start);
	while (!status) {
		status = next_letter(s, start, &letter, err);
		if (status || !letter)
			break;
		if (at || !is_prefix_of_field(letter))
			status = try_branch(s, at, err);
	}
	return status;
}

/* Common words are no terms, so the tree leads to none of them. */
static kt_status try_common(search *s, kt_error *err)
{
	kt_status status = KT_OK;

	for (unsigned i = 1; !status && i <= KT_COMMON_WORDS; i++) {
		set_candidate(s, kt_common_form(i), 0, KT_STR(""));
		status = try_candidate(s, err);
	}
	return status;
}

kt_status slips_find(kt_index *index, kt_str form, xap_string_fn fn, void *context, kt_error *err)
{
	search s = { .index = index, .form = form, .fn = fn, .context = context };
	kt_status status = KT_OK;
	size_t at = 0;

	if (count_letters(form) < SLIPS_LETTERS || form.len > XAP_TERM_MAX)
		return KT_OK;
	status = try_common(&s, err);
	if (!status)
		status = list_letters(&s, err);
	while (!status) {
		status = try_place(&s, at, err);
		if (at == form.len)
			break;
		kt_utf8_next(form, &at);
	}
	kt_buf_release(&s.seek);
	kt_buf_release(&s.term);
	kt_buf_release(&s.branch);
	kt_buf_release(&s.candidate);
	return status;
}
