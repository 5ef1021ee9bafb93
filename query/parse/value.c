/* What stands behind the colon of a field. */
#include "lexer.h"

#include <string.h>

#include "chars.h"
#include "fields.h"

#define APOSTROPHE_BYTES 1000 /* the longest value in apostrophes */

static kt_status fail_value(
	lexer *lex, size_t at, size_t length, kt_query_field field, const char *what)
{
	return kt_fail_at(lex->err, KT_EINVAL, at, length, "%s: %s; write %s",
		kt_query_field_name(field), what, parse_field_usage(field));
}

/* Offset of the apostrophe that closes the one at `at`, or SIZE_MAX: the first that has a space, a
 * parenthesis or nothing behind it ('Zinov'ev, Grigory').  Bounded, since every field may ask. */
static size_t closing_apostrophe(kt_str query, size_t at)
{
	size_t end = query.len - at > APOSTROPHE_BYTES ? at + APOSTROPHE_BYTES : query.len;

	kt_utf8_next(query, &at);
	while (at < end) {
		size_t start = at, after;

		if (!parse_is_apostrophe(kt_utf8_next(query, &at)))
			continue;
		after = at;
		if (at == query.len || query.ptr[at] == ')' || query.ptr[at] == '(' ||
			parse_is_space(kt_utf8_next(query, &after)))
			return start;
	}
	return SIZE_MAX;
}

/* A value in apostrophes, which a shell leaves alone within quotation marks; where none closes, it
 * is a word that begins with one. */
static int read_apostrophes(lexer *lex, kt_query *unit)
{
	size_t from = lex->at, close;

	if (lex->at == lex->query.len || !parse_is_apostrophe(kt_utf8_next(lex->query, &from)))
		return 0;
	close = closing_apostrophe(lex->query, lex->at);
	if (close == SIZE_MAX)
		return 0;
	unit->quoted = 1;
	unit->text = kt_str_trim(kt_str_sub(lex->query, from, close));
	lex->at = close;
	kt_utf8_next(lex->query, &lex->at);
	return 1;
}

/* A value that is no word: ids, codes, files, years.  Only what ends a sentence is taken off. */
static kt_status read_bare(lexer *lex, kt_query *unit)
{
	kt_str run = parse_run(lex->query, lex->at);
	const char *star = memchr(run.ptr, '*', run.len);

	if (star)
		return fail_value(
			lex, (size_t)(star - lex->query.ptr), 1, unit->field, "takes no *");
	lex->at += run.len;
	while (run.len && strchr(",;:!?", run.ptr[run.len - 1]))
		run.len--;
	unit->text = run;
	return KT_OK;
}

/* "year:1936 .. 1938": the space would make a word of the second year. */
static int range_goes_on(lexer *lex, kt_str text)
{
	size_t at = lex->at;

	while (at < lex->query.len && lex->query.ptr[at] == ' ')
		at++;
	if (at == lex->at || at == lex->query.len)
		return 0;
	if (kt_str_ends(text, KT_STR("..")))
		return lex->query.ptr[at] >= '0' && lex->query.ptr[at] <= '9';
	return kt_str_starts(kt_str_sub(lex->query, at, lex->query.len), KT_STR(".."));
}

static kt_status read_range(lexer *lex, kt_query *unit, size_t at, int dates)
{
	kt_error why;
	kt_status status;

	if (!unit->quoted && range_goes_on(lex, unit->text))
		return fail_value(lex, at, lex->at - at, unit->field, "a range has no space in it");
	if (!dates)
		status = kt_query_years(unit->text, &unit->from, &unit->to, &why);
	else {
		status = kt_query_dates(unit->text, &unit->from, &unit->to, &why);
		unit->from =
			unit->from == KT_PARSE_FIRST_DAY ? KT_PARSE_OPEN_FROM : unit->from / 10000;
		unit->to = unit->to == KT_PARSE_LAST_DAY ? KT_PARSE_OPEN_TO : unit->to / 10000;
	}
	return status ? kt_fail_at(lex->err, status, at, lex->at - at, "%s: %s",
				kt_query_field_name(unit->field), why.message)
		      : KT_OK;
}

/* = or ~ before the value. */
static kt_status read_match(lexer *lex, kt_query *unit, parse_value value)
{
	char c = lex->at < lex->query.len ? lex->query.ptr[lex->at] : '\0';

	if (c != '=' && c != '~')
		return KT_OK;
	if (value == PARSE_NAME)
		return fail_value(
			lex, lex->at, 1, unit->field, "finds every spelling without = or ~");
	if (value != PARSE_WORDS || (c == '~' && parse_at_quote(lex->query, lex->at + 1)))
		return fail_value(lex, lex->at, 1, unit->field,
			c == '=' ? "takes no = here" : "takes no ~ here");
	unit->match = c == '=' ? KT_MATCH_EXACT : KT_MATCH_ALIKE;
	lex->at++;
	return KT_OK;
}

kt_status parse_value_of(lexer *lex, kt_query *unit)
{
	parse_value value = parse_field_value(unit->field);
	size_t at = lex->at;
	int found = 1;
	kt_status status;

	if (at < lex->query.len && lex->query.ptr[at] == '(')
		return fail_value(lex, at, 1, unit->field,
			"takes one value, not a group: join several by OR");
	status = read_match(lex, unit, value);
	if (status)
		return status;
	if (parse_at_quote(lex->query, lex->at)) {
		unit->quoted = 1;
		status = parse_phrase(lex, unit, value == PARSE_WORDS);
	} else if (!read_apostrophes(lex, unit))
		status =
			value == PARSE_WORDS ? parse_word(lex, unit, &found) : read_bare(lex, unit);
	if (status)
		return status;
	if (unit->text.len && (value == PARSE_YEARS || value == PARSE_DATES))
		return read_range(lex, unit, at, value == PARSE_DATES);
	if (!found || !parse_has_letter(unit->text))
		return fail_value(lex, unit->at, lex->at - unit->at, unit->field,
			"has no value right behind the colon");
	return KT_OK;
}
