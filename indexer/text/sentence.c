/* sentence.c - where the sentences of a text begin. */
#include "kartoteka/text.h"

#include "chars.h"
#include "lookup.h"
#include "markup.h"
#include "stopwords.h"

/* When an abbreviation's point does not end a sentence.  Others (etc., и др.) end one before a
 * capital, as any word does. */
typedef enum abbreviation_kind {
	TITLE, /* never: Dr. Stalin, г. Москва */
	NUMBER /* where a number follows: No. 5, Jan. 3 */
} abbreviation_kind;

typedef struct abbreviation {
	const char *form;
	abbreviation_kind kind;
} abbreviation;

/* In English, Russian, German and French, in the order of the bytes of their forms. */
/* clang-format off */
static const abbreviation abbreviations[] = {
	{ "abb", NUMBER }, { "abs", NUMBER }, { "adm", TITLE }, { "anm", NUMBER },
	{ "approx", TITLE }, { "apr", NUMBER }, { "art", NUMBER }, { "arts", NUMBER },
	{ "aufl", NUMBER }, { "aug", NUMBER }, { "avr", NUMBER }, { "bd", NUMBER },
	{ "bde", NUMBER }, { "bros", TITLE }, { "bzw", TITLE }, { "ca", TITLE }, { "capt", TITLE },
	{ "cf", TITLE }, { "ch", NUMBER }, { "chap", NUMBER }, { "chs", NUMBER }, { "cmdr", TITLE },
	{ "col", TITLE }, { "cols", NUMBER }, { "dec", NUMBER }, { "dez", NUMBER },
	{ "doc", NUMBER }, { "docs", NUMBER }, { "dr", TITLE }, { "déc", NUMBER }, { "ed", TITLE },
	{ "eds", TITLE }, { "eg", TITLE }, { "esq", TITLE }, { "f", NUMBER }, { "feb", NUMBER },
	{ "ff", NUMBER }, { "fig", NUMBER }, { "figs", NUMBER }, { "fr", TITLE },
	{ "févr", NUMBER }, { "geb", TITLE }, { "gen", TITLE }, { "gest", TITLE }, { "gov", TITLE },
	{ "herr", TITLE }, { "hg", TITLE }, { "hon", TITLE }, { "hr", TITLE }, { "hrsg", TITLE },
	{ "ie", TITLE }, { "jan", NUMBER }, { "janv", NUMBER }, { "jg", NUMBER }, { "jr", TITLE },
	{ "juil", NUMBER }, { "jul", NUMBER }, { "jun", NUMBER }, { "kap", NUMBER },
	{ "livr", NUMBER }, { "lt", TITLE }, { "maj", TITLE }, { "mar", NUMBER }, { "me", TITLE },
	{ "messrs", TITLE }, { "mgr", TITLE }, { "mlle", TITLE }, { "mm", TITLE }, { "mme", TITLE },
	{ "mr", TITLE }, { "mrs", TITLE }, { "ms", TITLE }, { "n", NUMBER }, { "nn", NUMBER },
	{ "no", NUMBER }, { "nos", NUMBER }, { "nov", NUMBER }, { "nr", NUMBER }, { "oct", NUMBER },
	{ "okt", NUMBER }, { "op", NUMBER }, { "p", NUMBER }, { "par", NUMBER }, { "para", NUMBER },
	{ "ph", TITLE }, { "pp", NUMBER }, { "pres", TITLE }, { "prof", TITLE }, { "pt", NUMBER },
	{ "pts", NUMBER }, { "rep", TITLE }, { "repr", TITLE }, { "resp", TITLE }, { "rev", TITLE },
	{ "s", NUMBER }, { "sec", NUMBER }, { "sect", NUMBER }, { "sen", TITLE }, { "sep", NUMBER },
	{ "sept", NUMBER }, { "sgt", TITLE }, { "sog", TITLE }, { "sr", TITLE }, { "st", TITLE },
	{ "ste", TITLE }, { "supt", TITLE }, { "t", NUMBER }, { "tab", NUMBER }, { "trans", TITLE },
	{ "transl", TITLE }, { "verl", TITLE }, { "vgl", TITLE }, { "viz", TITLE },
	{ "vol", NUMBER }, { "vols", NUMBER }, { "vs", TITLE }, { "éd", TITLE }, { "авг", NUMBER },
	{ "акад", TITLE }, { "англ", TITLE }, { "апр", NUMBER }, { "арх", TITLE },
	{ "бывш", TITLE }, { "в", TITLE }, { "вв", TITLE }, { "вып", NUMBER }, { "г", TITLE },
	{ "газ", TITLE }, { "гг", TITLE }, { "ген", TITLE }, { "гл", NUMBER }, { "гн", TITLE },
	{ "гр", TITLE }, { "губ", TITLE }, { "д", NUMBER }, { "дек", NUMBER }, { "дер", TITLE },
	{ "журн", TITLE }, { "зав", TITLE }, { "зам", TITLE }, { "изд", TITLE }, { "им", TITLE },
	{ "кн", TITLE }, { "коп", TITLE }, { "л", NUMBER }, { "лат", TITLE }, { "лл", TITLE },
	{ "млн", TITLE }, { "млрд", TITLE }, { "моск", TITLE }, { "напр", TITLE }, { "нач", TITLE },
	{ "нем", TITLE }, { "нояб", NUMBER }, { "об", TITLE }, { "обл", TITLE }, { "ок", TITLE },
	{ "окт", NUMBER }, { "оп", TITLE }, { "п", NUMBER }, { "пер", TITLE }, { "петерб", TITLE },
	{ "пол", TITLE }, { "полк", TITLE }, { "полн", TITLE }, { "пос", TITLE }, { "пп", TITLE },
	{ "проф", TITLE }, { "ред", TITLE }, { "рис", NUMBER }, { "род", TITLE }, { "руб", TITLE },
	{ "рус", TITLE }, { "с", TITLE }, { "сб", TITLE }, { "св", TITLE }, { "сент", NUMBER },
	{ "см", TITLE }, { "собр", TITLE }, { "сов", TITLE }, { "сост", TITLE },
	{ "социал", TITLE }, { "соч", TITLE }, { "спб", TITLE }, { "ср", TITLE }, { "ст", NUMBER },
	{ "стр", TITLE }, { "т", TITLE }, { "табл", NUMBER }, { "тов", TITLE }, { "тр", TITLE },
	{ "тт", TITLE }, { "тыс", TITLE }, { "уезд", TITLE }, { "укр", TITLE }, { "ул", TITLE },
	{ "ум", TITLE }, { "ф", NUMBER }, { "февр", NUMBER }, { "франц", TITLE }, { "янв", NUMBER },
};
/* clang-format on */

typedef struct gap {
	const kt_tokens *tokens;
	const kt_words *words;
	kt_str text;
	size_t next; /* number of the token behind the gap */
} gap;

static const kt_token *behind(const gap *g)
{
	return g->next < g->tokens->count ? &g->tokens->at[g->next] : NULL;
}

static kt_str form_of(const gap *g, const kt_token *token)
{
	return kt_words_form(g->words, token->form);
}

/* A word that begins a sentence rather than goes on with a name: The, Он. */
static int is_function_word(const gap *g, const kt_token *token)
{
	if (token->flags & (KT_TOKEN_LETTER | KT_TOKEN_UPPER))
		return 0;
	for (size_t i = STOP_EN; i <= STOP_FR; i++)
		if (stop_list_has(&stop_lists[i], form_of(g, token)))
			return 1;
	return 0;
}

static int begins_small(const gap *g, const kt_token *token)
{
	return !(token->flags & (KT_TOKEN_CAPITAL | KT_TOKEN_NUMBER | KT_TOKEN_OTHER)) &&
	       g->next < g->tokens->count;
}

/* т. е., e. g.: abbreviations of two letters that stand inside a sentence. */
static int is_letter_pair(const gap *g, const kt_token *last)
{
	static const char *const pairs[][2] = { { "d", "h" }, { "e", "g" }, { "i", "e" },
		{ "u", "a" }, { "z", "b" }, { "н", "э" }, { "т", "е" }, { "т", "к" },
		{ "т", "н" } };

	if (g->next < 2 || !(last[-1].flags & KT_TOKEN_LETTER))
		return 0;
	for (size_t i = 0; i < LOOKUP_COUNT(pairs); i++)
		if (kt_str_is(form_of(g, last - 1), pairs[i][0]) &&
			kt_str_is(form_of(g, last), pairs[i][1]))
			return 1;
	return 0;
}

/* A German ordinal: am 5. März, auf dem 15. Parteitag. */
static int is_ordinal(const gap *g, const kt_token *last)
{
	static const char *const months[] = { "januar", "februar", "märz", "april", "mai", "juni",
		"juli", "august", "september", "oktober", "november", "dezember", "jänner" };
	kt_str before;

	if (!(last->flags & KT_TOKEN_NUMBER) || last->length > 2)
		return 0;
	for (size_t i = 0; i < LOOKUP_COUNT(months); i++)
		if (kt_str_is(form_of(g, last + 1), months[i]))
			return 1;
	if (g->next < 2)
		return 0;
	before = form_of(g, last - 1);
	return stop_list_has(&stop_lists[STOP_DE], before) &&
	       !stop_list_has(&stop_lists[STOP_EN], before);
}

/* Whether the point behind the token before the gap belongs to the word: N. K., vol., т. е. */
static int is_point_of_word(const gap *g)
{
	const kt_token *last = behind(g) - 1, *next = behind(g);
	kt_str form = form_of(g, last);
	const abbreviation *row;

	if (last->flags & next->flags & KT_TOKEN_LETTER && next->flags & KT_TOKEN_POINT)
		return 1;
	if (last->flags & KT_TOKEN_LETTER && last->flags & KT_TOKEN_CAPITAL)
		return !is_function_word(g, next);
	if (last->flags & KT_TOKEN_LETTER && is_letter_pair(g, last))
		return 1;
	if (is_ordinal(g, last))
		return 1;
	row = LOOKUP(abbreviations, form);
	if (row && row->kind == TITLE)
		return !is_function_word(g, next);
	return row && row->kind == NUMBER && next->flags & KT_TOKEN_NUMBER;
}

/* The length of a stop (. ! ? … 。) at a place, or 0. */
static size_t stop_length(kt_str text, size_t at)
{
	static const kt_str stops[] = { { ".", 1 }, { "!", 1 }, { "?", 1 }, { "\xE2\x80\xA6", 3 },
		{ "\xE3\x80\x82", 3 }, { "\xEF\xBC\x81", 3 }, { "\xEF\xBC\x9F", 3 } };

	for (size_t i = 0; at < text.len && i < sizeof stops / sizeof *stops; i++)
		if (text.ptr[at] == stops[i].ptr[0] &&
			kt_str_starts(kt_str_sub(text, at, text.len), stops[i]))
			return stops[i].len;
	return 0;
}

/* Behind all stops from `at`, spaced ones too (. . .). */
static size_t skip_stops(kt_str text, size_t at, size_t end)
{
	while (at < end) {
		size_t spaced = at + (text.ptr[at] == ' '), n = stop_length(text, spaced);

		if (!n)
			break;
		at = spaced + n;
	}
	return at;
}

static size_t skip_kind(kt_str text, size_t at, size_t end, int spaces)
{
	while (at < end) {
		size_t next = at;
		uint32_t cp = kt_utf8_next(text, &next);

		if ((char_class(cp) == CHAR_SPACE) != spaces)
			break;
		at = next;
	}
	return at;
}

/* Behind the note markers and spaces at `at`: what stands behind a stop belongs to its sentence. */
static size_t skip_notes(kt_str text, size_t at, size_t end)
{
	for (;;) {
		size_t note = 0;

		at = skip_kind(text, at, end, 1);
		if (at < end && text.ptr[at] == '[') {
			note = markup_note(text, at + 1);
			if (!note)
				note = markup_footnote(text, at + 1);
		}
		if (!note || note > end)
			return at;
		at = note;
	}
}

/* Where a sentence begins behind the stop that ends at `at`, or 0: whatever is glued to the stop
 * (brackets, quotation marks, note markers) belongs to the sentence before. */
static size_t behind_stop(const gap *g, size_t at, size_t end, int wide)
{
	size_t closed = skip_kind(g->text, at, end, 0), next;

	if (wide && closed == at)
		return at;
	next = skip_notes(g->text, closed, end);
	if (next == closed)
		return wide ? next : 0;
	return next;
}

/* Start of the paragraph behind an empty line in [from, to), or 0. */
static size_t behind_empty_line(kt_str text, size_t from, size_t to)
{
	unsigned lines = 0;

	for (size_t at = from; at < to; at++) {
		char c = text.ptr[at];

		if (c == '\n')
			lines++;
		else if (c != ' ' && c != '\t' && c != '\r' && lines < 2)
			lines = 0;
		else if (lines >= 2 && c != ' ' && c != '\t' && c != '\r')
			return at;
	}
	return lines >= 2 ? to : 0;
}

/* Where a sentence begins in the gap [from, to), or 0. */
static size_t start_in_gap(const gap *g, size_t from, size_t to)
{
	size_t start = behind_empty_line(g->text, from, to);

	for (size_t at = from; !start && at < to; at++) {
		size_t n = stop_length(g->text, at);
		int point = n == 1 && g->text.ptr[at] == '.';

		if (!n)
			continue;
		if (point && at == from && is_point_of_word(g))
			return 0;
		n = skip_stops(g->text, at + n, to) - at;
		start = behind_stop(g, at + n, to, (unsigned char)g->text.ptr[at] >= 0xE3);
		if (!start || begins_small(g, behind(g)))
			return 0;
		at += n - 1;
	}
	return start;
}

static int add_offset(kt_offsets *out, size_t offset)
{
	if (!kt_grow((void **)&out->at, &out->size, out->count, sizeof *out->at))
		return 0;
	out->at[out->count++] = (uint32_t)offset;
	return 1;
}

kt_status kt_sentences(
	kt_offsets *out, const kt_tokens *tokens, const kt_words *words, kt_str text, kt_error *err)
{
	gap g = { tokens, words, text, 1 };
	size_t first = skip_kind(text, 0, text.len, 1);

	out->count = 0;
	if (first < text.len && !add_offset(out, first))
		goto no_memory;
	for (; g.next < tokens->count; g.next++) {
		const kt_token *last = &tokens->at[g.next - 1];
		size_t from = (size_t)last->offset + last->length, to = last[1].offset, start;

		if (to - from < 2)
			continue;
		start = start_in_gap(&g, from, to);
		if (start > first && !add_offset(out, start))
			goto no_memory;
	}
	return KT_OK;
no_memory:
	return kt_fail(err, KT_ENOMEM, "no memory for the sentences of a text");
}

void kt_offsets_release(kt_offsets *offsets)
{
	free(offsets->at);
	*offsets = (kt_offsets) { NULL, 0, 0 };
}
