/* Words between quotation marks. */
#include "lexer.h"

#include "chars.h"

#define SLOP_MAX 1000

int parse_at_quote(kt_str query, size_t at)
{
	return at < query.len && parse_is_quote(kt_utf8_next(query, &at));
}

/* Whether a mark with these neighbours opens: nothing, space or another opening before it, a word
 * behind it. */
static int opens(uint32_t before, kt_str query, size_t behind)
{
	uint32_t after = kt_utf8_next(query, &behind);

	if (!parse_is_space(before) && !parse_is_quote(before) && !parse_is_dash(before) &&
		before != '(' && before != '[')
		return 0;
	return after != KT_BAD_CODEPOINT && !parse_is_space(after) && !parse_is_quote(after);
}

/* Offset of the mark that closes the phrase whose opening mark is at `at`, or SIZE_MAX.  Any kind
 * closes any other, as typed and printed marks are often mixed; a quotation within the quotation
 * (“he said «no» to it”) is known by its opening mark's place before a word. */
static size_t closing(kt_str query, size_t at)
{
	uint32_t opener = kt_utf8_next(query, &at), before = opener;
	size_t inner = 0;

	while (at < query.len) {
		size_t start = at;
		uint32_t cp = kt_utf8_next(query, &at);

		if (parse_is_quote(cp)) {
			if ((cp != '"' || opener != '"') && opens(before, query, at))
				inner++;
			else if (!inner)
				return start;
			else
				inner--;
		}
		before = cp;
	}
	return SIZE_MAX;
}

/* The N of "a b"~N behind the closing mark. */
static kt_status read_slop(lexer *lex, kt_query *unit)
{
	kt_str run = parse_run(lex->query, lex->at);
	size_t i = 1;

	while (i < run.len && run.ptr[i] >= '0' && run.ptr[i] <= '9' && unit->slop <= SLOP_MAX)
		unit->slop = unit->slop * 10 + (unsigned)(run.ptr[i++] - '0');
	if (i == 1 || unit->slop > SLOP_MAX || parse_has_letter(kt_str_sub(run, i, run.len)))
		return kt_fail_at(lex->err, KT_EINVAL, lex->at, run.len,
			"~ behind a phrase wants the number of words that may stand between, 0 to "
			"%d",
			SLOP_MAX);
	lex->at += i;
	return KT_OK;
}

kt_status parse_phrase(lexer *lex, kt_query *unit, int slop)
{
	size_t open = lex->at, from = open, close, end;

	kt_utf8_next(lex->query, &from);
	close = closing(lex->query, open);
	if (close == SIZE_MAX)
		return kt_fail_at(
			lex->err, KT_EINVAL, open, from - open, "the quotation mark is not closed");
	end = close;
	kt_utf8_next(lex->query, &end);
	unit->text = kt_str_trim(kt_str_sub(lex->query, from, close));
	if (!parse_has_letter(unit->text))
		return kt_fail_at(lex->err, KT_EINVAL, open, end - open,
			"the phrase is empty: it has no words");
	lex->at = end;
	if (end < lex->query.len && lex->query.ptr[end] == '*')
		return kt_fail_at(lex->err, KT_EINVAL, end, 1,
			"* stands at the end of a word, not of a phrase");
	if (end == lex->query.len || lex->query.ptr[end] != '~')
		return KT_OK;
	if (!slop)
		return kt_fail_at(lex->err, KT_EINVAL, end, 1, "%s: takes no ~",
			kt_query_field_name(unit->field));
	return read_slop(lex, unit);
}
