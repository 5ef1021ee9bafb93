/* The leaves of a query: which kind of unit begins here, and words. */
#include "lexer.h"

#include <string.h>

#include "chars.h"
#include "fields.h"

#define PREFIX_LETTERS 2 /* fewer begin too many words to be meant */

kt_str parse_run(kt_str query, size_t at)
{
	size_t end = at, next = at;

	while (next < query.len) {
		uint32_t cp = kt_utf8_next(query, &next);

		if (cp == '(' || cp == ')' || parse_is_space(cp) || parse_is_quote(cp))
			break;
		end = next;
	}
	return kt_str_sub(query, at, end);
}

static int is_word_part(uint32_t cp)
{
	return parse_is_letter(cp) || parse_is_mark(cp) || parse_is_apostrophe(cp) || cp == '[' ||
	       cp == ']';
}

/* Takes punctuation off both ends, but not the full stop of N.K. and not the * of a beginning. */
static kt_str trim_word(kt_str run)
{
	size_t at = 0, from = 0, to = run.len;

	while (from < run.len && run.ptr[from] != '*' && !is_word_part(kt_utf8_next(run, &at)))
		from = at;
	for (at = to; at > from; to = at) {
		uint32_t cp = kt_utf8_prev(run, &at);

		if (is_word_part(cp) || cp == '.' || cp == '*')
			break;
	}
	return kt_str_sub(run, from, to);
}

static kt_status fail_in(lexer *lex, kt_str run, const char *message)
{
	return kt_fail_at(
		lex->err, KT_EINVAL, (size_t)(run.ptr - lex->query.ptr), run.len, "%s", message);
}

/* Letters of the last word of s: what stands before its * decides how much it finds. */
static size_t letters_at_end(kt_str s)
{
	size_t at = s.len, count = 0;

	while (at) {
		uint32_t cp = kt_utf8_prev(s, &at);

		if (parse_is_letter(cp))
			count++;
		else if (!is_word_part(cp))
			break;
	}
	return count;
}

/* The * of a word: once, at its end.  Takes it off. */
static kt_status read_star(lexer *lex, kt_query *unit)
{
	kt_str text = unit->text;
	const char *star = memchr(text.ptr, '*', text.len);

	if (!star)
		return KT_OK;
	if (star != text.ptr + text.len - 1)
		return fail_in(lex, text, "* stands at the end of a word only");
	if (unit->match)
		return fail_in(lex, text, "a word with = or ~ before it cannot end in *");
	unit->text = kt_str_sub(text, 0, text.len - 1);
	unit->match = KT_MATCH_PREFIX;
	if (letters_at_end(unit->text) < PREFIX_LETTERS)
		return fail_in(lex, text, "* wants at least two letters right before it");
	return KT_OK;
}

/* Ryutin~ and Ryutin~1, as other programs write it. */
static int ends_in_tilde(kt_str run)
{
	size_t end = run.len;

	while (end && strchr("0123456789.,;:!?", run.ptr[end - 1]))
		end--;
	return end > 1 && run.ptr[end - 1] == '~';
}

kt_status parse_word(lexer *lex, kt_query *unit, int *found)
{
	kt_str run = parse_run(lex->query, lex->at);

	*found = parse_has_letter(run);
	if (!*found && memchr(run.ptr, '*', run.len))
		return fail_in(lex, run, "* wants at least two letters right before it");
	lex->at += run.len;
	if (!*found)
		return KT_OK;
	if (ends_in_tilde(run))
		return fail_in(lex, run, "~ stands before the word: ~Ryutin");
	unit->text = trim_word(run);
	return read_star(lex, unit);
}

/* The field that the run at lex->at names before a colon; lex->at is moved behind the colon.
 * KT_ASK_FIELDS: none. */
static kt_status read_field_name(lexer *lex, kt_query_field *field)
{
	kt_str run = parse_run(lex->query, lex->at), name, meant;
	const char *colon = memchr(run.ptr, ':', run.len);
	size_t next;

	*field = KT_ASK_FIELDS;
	if (!colon)
		return KT_OK;
	name = kt_str_sub(run, 0, (size_t)(colon - run.ptr));
	next = lex->at + name.len + 1;
	*field = parse_field_find(name);
	if (*field < KT_ASK_FIELDS) {
		lex->at = next;
		return KT_OK;
	}
	if (parse_field_meant(name) == KT_ASK_FIELDS ||
		(next == lex->at + run.len && !parse_at_quote(lex->query, next)))
		return KT_OK;
	meant = kt_str_of(kt_query_field_name(parse_field_meant(name)));
	return kt_fail_at(lex->err, KT_EINVAL, lex->at, name.len + 1,
		"there is no field %.*s:, perhaps %.*s: is meant (quotation marks make words of "
		"it)",
		KT_STR_ARG(name), KT_STR_ARG(meant));
}

/* A word or phrase behind = or ~. */
static kt_status read_matched(lexer *lex, kt_query *unit)
{
	size_t sign = lex->at++;
	char c = lex->query.ptr[sign];
	kt_query_field field;
	kt_status status;
	int found;

	unit->match = c == '=' ? KT_MATCH_EXACT : KT_MATCH_ALIKE;
	if (parse_at_quote(lex->query, lex->at)) {
		unit->op = KT_QUERY_PHRASE;
		if (c == '=')
			return parse_phrase(lex, unit, 1);
		return kt_fail_at(lex->err, KT_EINVAL, sign, 1,
			"~ stands before one word; for several: ~a ADJ ~b");
	}
	status = read_field_name(lex, &field);
	if (!status && field < KT_ASK_FIELDS)
		return kt_fail_at(lex->err, KT_EINVAL, sign, 1,
			"%c stands before a word or a phrase, not before %s:", c,
			kt_query_field_name(field));
	if (!status)
		status = parse_word(lex, unit, &found);
	if (!status && !found)
		return kt_fail_at(lex->err, KT_EINVAL, sign, 1,
			"%c wants a word right behind it (quotation marks make a word of the sign)",
			c);
	return status;
}

kt_status parse_unit(lexer *lex, kt_query *unit, int *found)
{
	kt_query_field field;
	kt_status status;

	*found = 1;
	if (lex->query.ptr[lex->at] == '=' || lex->query.ptr[lex->at] == '~')
		return read_matched(lex, unit);
	if (parse_at_quote(lex->query, lex->at)) {
		unit->op = KT_QUERY_PHRASE;
		return parse_phrase(lex, unit, 1);
	}
	status = read_field_name(lex, &field);
	if (status)
		return status;
	if (field == KT_ASK_FIELDS)
		return parse_word(lex, unit, found);
	unit->op = KT_QUERY_FIELD;
	unit->field = field;
	return parse_value_of(lex, unit);
}
