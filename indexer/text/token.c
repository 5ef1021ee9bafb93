/* token.c - a text to the words in it. */
#include "kartoteka/text.h"

#include "markup.h"
#include "scan.h"

#include <stdlib.h>
#include <string.h>

enum {
	BYTE_WORD = 1, /* an ASCII letter or digit */
	BYTE_SPECIAL = 2, /* outside a word, more than a gap */
	BYTE_MARKDOWN = 4, /* the same in Markdown only */
	BYTE_INSIDE = 8, /* behind a letter, may go on with the word */
	INSERTION_MAX = 40 /* bytes of an editorial insertion inside a word */
};

/* clang-format off */
static const uint8_t bytes[256] = {
	['0'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	['A'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	['a'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	['\''] = BYTE_INSIDE, ['`'] = BYTE_INSIDE, ['['] = BYTE_SPECIAL | BYTE_INSIDE,
	['\\'] = BYTE_MARKDOWN | BYTE_INSIDE,
	[']'] = BYTE_MARKDOWN, ['<'] = BYTE_MARKDOWN, ['&'] = BYTE_MARKDOWN, ['^'] = BYTE_MARKDOWN,
#define HIGH4 10, 10, 10, 10
#define HIGH16 HIGH4, HIGH4, HIGH4, HIGH4
	[128] = HIGH16, HIGH16, HIGH16, HIGH16, HIGH16, HIGH16, HIGH16, HIGH16,
};
/* clang-format on */

/* Length of the (in Markdown perhaps escaped) ASCII character c at a place, or 0. */
static size_t length_of(const scan *s, size_t at, char c)
{
	if (byte_at(s, at) == c)
		return 1;
	return s->markdown && byte_at(s, at) == '\\' && byte_at(s, at + 1) == c ? 2 : 0;
}

/* Length of the apostrophe at a place, or 0. */
static size_t apostrophe(const scan *s, size_t at)
{
	size_t end = at;

	if (byte_at(s, at) == '`')
		return s->markdown ? 0 : 1;
	if (s->markdown && byte_at(s, at) == '\\')
		return byte_at(s, at + 1) == '\'' ? 2 : 0;
	return is_kind(next_class(s, &end), CHAR_APOSTROPHE) ? end - at : 0;
}

/* ---- tokens ---------------------------------------------------------------------------------- */

/* Adds the token of the bytes [start, end), which are a form.  0: no memory. */
static inline int push(scan *s, const words_slot *word, size_t start, size_t end, uint32_t flags)
{
	kt_tokens *out = s->out;

	flags |= word->flags;
	if (out->count) {
		if (start != s->end + 1 || s->text.ptr[s->end] != ' ')
			flags |= scan_gap_flags(s, s->end, start);
		if (flags & KT_TOKEN_NUMBER && scan_is_group(s, start, end))
			flags |= KT_TOKEN_GROUP;
	}
	if (end < s->text.len && s->text.ptr[end] == '.')
		flags |= KT_TOKEN_POINT;
	if (out->count == out->size &&
		!kt_grow((void **)&out->at, &out->size, out->count, sizeof *out->at))
		return 0;
	if (!(flags & KT_TOKEN_ASIDE))
		s->position++;
	out->at[out->count++] = (kt_token) { (uint32_t)start, (uint32_t)(end - start), s->position,
		word->form, flags };
	s->end = end;
	return 1;
}

static int emit_halves(scan *s, size_t start, size_t end, uint32_t flags);

/* Adds the token of the bytes [start, end).  0: no memory. */
static inline int emit(scan *s, size_t start, size_t end, uint32_t flags)
{
	const words_slot *word = words_look_up(
		s->words, (kt_str) { s->text.ptr + start, end - start }, s->text.len - start);

	if (!word)
		return 0;
	if (word->flags & WORDS_LONG)
		return emit_halves(s, start, end, flags);
	return word->flags & WORDS_NO_FORM || push(s, word, start, end, flags);
}

/* A word whose form is too long, in two halves; a single character's form is not. */
static int emit_halves(scan *s, size_t start, size_t end, uint32_t flags)
{
	size_t middle = start + (end - start) / 2;

	while (middle > start && ((unsigned char)s->text.ptr[middle] & 0xC0) == 0x80)
		middle--;
	return middle == start || (emit(s, start, middle, 0) && emit(s, middle, end, flags));
}

/* ---- words ----------------------------------------------------------------------------------- */

/* Behind the insertion whose bracket is at `at`, or 0: letters in brackets. */
static size_t insertion(const scan *s, size_t at)
{
	size_t open = length_of(s, at, '['), end = at + open, close;

	if (!open)
		return 0;
	for (size_t next = end; next - at <= INSERTION_MAX; end = next)
		if (!is_kind(next_class(s, &next), CHAR_LETTER))
			break;
	close = length_of(s, end, ']');
	return end > at + open && close ? end + close : 0;
}

/* Whether the bracket at `at` holds a single small letter, as notes have: [a]; not the letters that
 * an editor adds to a word: organisation[s]. */
static int is_letter_marker(const scan *s, size_t at)
{
	size_t open = length_of(s, at, '[');
	char letter = byte_at(s, at + open);

	return open && letter >= 'a' && letter <= 'z' && length_of(s, at + open + 1, ']') &&
	       !strchr("desynrt", letter);
}

/* The word goes on with an insertion ([s], [ist]): behind it, or 0. */
static size_t insertion_in_word(const scan *s, size_t at)
{
	size_t end = insertion(s, at), open = length_of(s, at, '[');
	kt_str inner;

	if (!end || is_kind(class_before(s, at), CHAR_DIGIT))
		return 0;
	if (s->markdown && (byte_at(s, end) == '(' || byte_at(s, end) == '['))
		return 0;
	if (is_kind(class_at(s, end), CHAR_LETTER))
		return end;
	inner = kt_str_sub(s->text, at + open, end - 1);
	if (class_at(s, at + open) & CHAR_UPPER || kt_str_is(inner, "sic"))
		return 0; /* a word of its own */
	return is_letter_marker(s, at) ? 0 : end;
}

/* An apostrophe of length n at `at` behind a letter or digit: where the word goes on, or 0 when it
 * ends here; then *flags and *next (behind a possessive) are set. */
static size_t apostrophe_in_word(const scan *s, size_t at, size_t n, uint32_t *flags, size_t *next)
{
	uint8_t before = class_before(s, at), after;
	size_t behind = at + n;
	char c = byte_at(s, behind);
	int latin = before & CHAR_LATIN || is_kind(before, CHAR_DIGIT) || byte_at(s, at - 1) == ']';

	after = next_class(s, &behind);
	if ((c == 's' || c == 'S') && latin && !char_is_word(class_at(s, behind)) &&
		!is_kind(class_at(s, behind), CHAR_MARK)) {
		*flags |= KT_TOKEN_POSSESSIVE;
		*next = behind;
		return 0;
	}
	if (is_kind(after, CHAR_LETTER) && !is_kind(before, CHAR_DIGIT))
		return at + n;
	if ((byte_at(s, at - 1) | 32) == 's' && is_kind(after, CHAR_SPACE))
		*flags |= KT_TOKEN_POSSESSIVE;
	return 0;
}

/* Joiners at `at`: behind them when the word goes on there, else 0. */
static size_t joiner_in_word(const scan *s, size_t at)
{
	size_t end = at;
	uint8_t class;

	do {
		at = end;
		class = next_class(s, &end);
	} while (is_kind(class, CHAR_JOINER) || is_kind(class, CHAR_MARK));
	return char_is_word(class) ? at : 0;
}

/* The next place inside the word that goes on at `at`, or 0. */
static size_t word_step(const scan *s, size_t at, uint32_t *flags, size_t *next)
{
	size_t behind = at, n;
	unsigned kind = next_class(s, &behind) & CHAR_KIND;

	if (kind == CHAR_LETTER || kind == CHAR_DIGIT || kind == CHAR_MARK)
		return behind;
	if (kind == CHAR_JOINER)
		return joiner_in_word(s, at);
	n = apostrophe(s, at);
	if (n)
		return apostrophe_in_word(s, at, n, flags, next);
	return insertion_in_word(s, at);
}

/* The 's behind a closing mark: *Pravda*'s, “Izvestiia”’s. */
static int is_possessive_apart(const scan *s, size_t start)
{
	size_t at = start;
	const kt_token *last = s->out->count ? &s->out->at[s->out->count - 1] : NULL;

	if (!last || !(last->flags & KT_TOKEN_LATIN) || s->end >= start ||
		start - s->end > INSERTION_MAX)
		return 0;
	if (!is_kind(class_before(s, start), CHAR_APOSTROPHE))
		return 0;
	for (at = s->end; at < start;)
		if (is_kind(next_class(s, &at), CHAR_SPACE))
			return 0;
	return 1;
}

/* Digits that stray behind the bracket of a year are a note's: [1921]3. */
static int is_stray_note(const scan *s, size_t start, size_t end)
{
	const kt_token *last = s->out->count ? &s->out->at[s->out->count - 1] : NULL;

	return last && start && s->text.ptr[start - 1] == ']' && s->end + 1 == start &&
	       last->length == 4 && last->flags & KT_TOKEN_NUMBER && end - start <= 3 &&
	       scan_all_digits(s, start, end);
}

/* Behind the ASCII letters and digits at `at`; eight bytes at a time, each compared in a lane of
 * its own (the high bit says the outcome). */
static inline size_t skip_ascii_word(kt_str text, size_t at)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	const uint64_t ones = 0x0101010101010101u, high = 0x80 * ones;
	uint64_t word, low, letter, digit, other;

	while (text.len - at >= 8) {
		memcpy(&word, text.ptr + at, 8);
		low = word & ~high;
		digit = (low + (0x80 - '0') * ones) & ~(low + (0x7F - '9') * ones);
		low |= 0x20 * ones;
		letter = (low + (0x80 - 'a') * ones) & ~(low + (0x7F - 'z') * ones);
		other = ~(letter | digit) & high;
		other |= word & high;
		if (other)
			return at + (size_t)__builtin_ctzll(other) / 8;
		at += 8;
	}
#endif
	while (at < text.len && bytes[(unsigned char)text.ptr[at]] & BYTE_WORD)
		at++;
	return at;
}

/* Reads the word that begins at start and of which [start, end) was seen; returns the place behind
 * it, or SIZE_MAX: no memory. */
static size_t read_word(scan *s, size_t start, size_t end)
{
	const unsigned char *p = (const unsigned char *)s->text.ptr;
	size_t next = 0, step;
	uint32_t flags = 0;

	for (;;) {
		end = skip_ascii_word(s->text, end);
		if (end - start > KT_WORD_MAX) {
			end = start + KT_WORD_MAX;
			break;
		}
		if (end >= s->text.len || !(bytes[p[end]] & BYTE_INSIDE))
			break;
		step = word_step(s, end, &flags, &next);
		if (!step || step - start > KT_WORD_MAX)
			break;
		end = step;
	}
	if (end - start == 1 && (p[start] | 32) == 's' && is_possessive_apart(s, start)) {
		s->out->at[s->out->count - 1].flags |= KT_TOKEN_POSSESSIVE;
		return s->end = end;
	}
	if (is_stray_note(s, start, end))
		return end;
	if (!emit(s, start, end, flags))
		return SIZE_MAX;
	if (next)
		s->end = next;
	return next ? next : end;
}

static size_t read_ideograph(scan *s, size_t start)
{
	size_t end = start, next;

	next_class(s, &end);
	for (next = end; end - start < KT_WORD_MAX && is_kind(next_class(s, &next), CHAR_MARK);)
		end = next;
	return emit(s, start, end, 0) ? end : SIZE_MAX;
}

/* ---- what is not a plain word ---------------------------------------------------------------- */

/* [sic]: the token, at the position of the one before; 0 when it is none. */
static size_t read_sic(scan *s, size_t at)
{
	size_t start = at, end = at + 3, close;

	if (!s->out->count || !kt_str_equal_nocase(kt_str_sub(s->text, start, end), KT_STR("sic")))
		return 0;
	at = end;
	if (byte_at(s, at) == '!' || byte_at(s, at) == '.')
		at++;
	close = length_of(s, at, ']');
	if (!close)
		return 0;
	return emit(s, start, end, KT_TOKEN_ASIDE) ? at + close : SIZE_MAX;
}

/* [a] behind a word or its stop is a note's, behind a space a word. */
static int is_glued_marker(const scan *s, size_t at)
{
	return at && s->out->count && is_letter_marker(s, at) &&
	       !is_kind(class_before(s, at), CHAR_SPACE) && !strchr("([", s->text.ptr[at - 1]);
}

static int begins_line(const scan *s, size_t at)
{
	while (at && s->text.ptr[at - 1] == ' ')
		at--;
	return !at || s->text.ptr[at - 1] == '\n';
}

static size_t read_bracket(scan *s, size_t at, size_t open)
{
	size_t end = markup_note(s->text, at + open);

	if (!end)
		end = markup_footnote(s->text, at + open);
	if (!end && s->markdown && open == 1 && begins_line(s, at))
		end = markup_definition(s->text, at);
	if (!end)
		end = read_sic(s, at + open);
	if (end)
		return end;
	end = insertion(s, at);
	if (end && is_kind(class_at(s, end), CHAR_LETTER))
		return read_word(s, at, end);
	if (end && is_glued_marker(s, at))
		return end;
	s->open++;
	return at + open;
}

/* The end of a link's text: its target or its reference is passed over. */
static size_t read_link_end(scan *s, size_t at)
{
	size_t end = 0;

	if (s->open) {
		s->open--;
		end = markup_target(s->text, at + 1);
		if (!end)
			end = markup_reference(s->text, at + 1);
	}
	return end ? end : at + 1;
}

static size_t read_markdown(scan *s, size_t at)
{
	size_t end = 0;

	switch (s->text.ptr[at]) {
	case '\\':
		if (byte_at(s, at + 1) == '[')
			return read_bracket(s, at, 2);
		return at + (byte_at(s, at + 1) == ']' || byte_at(s, at + 1) == '<' ? 2u : 1u);
	case ']':
		return read_link_end(s, at);
	case '<':
		end = markup_tag(s->text, at);
		break;
	case '&':
		end = markup_entity(s->text, at);
		break;
	case '^':
		end = markup_superscript(s->text, at);
		break;
	}
	return end ? end : at + 1;
}

/* At a byte that is neither an ASCII letter or digit nor a plain gap. */
static size_t read_special(scan *s, size_t at)
{
	size_t end = at;
	uint8_t class;

	if (s->text.ptr[at] == '[')
		return read_bracket(s, at, 1);
	if ((unsigned char)s->text.ptr[at] < 0x80)
		return read_markdown(s, at);
	class = next_class(s, &end);
	if (char_is_word(class))
		return read_word(s, at, end);
	return is_kind(class, CHAR_IDEOGRAPH) ? read_ideograph(s, at) : end;
}

kt_status kt_tokenise(kt_tokens *out, kt_words *words, kt_str text, unsigned options, kt_error *err)
{
	int markdown = (options & KT_TOKENISE_MARKDOWN) != 0;
	scan s = { out, words, text, markdown, BYTE_SPECIAL, 0, 0, 0 };
	const unsigned char *p = (const unsigned char *)text.ptr;

	out->count = 0;
	if (text.len > KT_FILE_MAX)
		return kt_fail(
			err, KT_ELIMIT, "a text of %zu bytes is too long for its words", text.len);
	if (markdown)
		s.special |= BYTE_MARKDOWN;
	for (size_t at = 0; at < text.len;) {
		unsigned kind = bytes[p[at]];

		if (kind & BYTE_WORD)
			at = read_word(&s, at, at + 1);
		else if (kind & s.special)
			at = read_special(&s, at);
		else
			at++;
		if (at == SIZE_MAX)
			return kt_fail(err, KT_ENOMEM, "no memory for the words of a text");
	}
	return KT_OK;
}

void kt_tokens_release(kt_tokens *tokens)
{
	free(tokens->at);
	*tokens = (kt_tokens) { NULL, 0, 0 };
}
