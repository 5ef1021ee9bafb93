/* years_lex.c - what a word can be, told once for each distinct form. */
#include "years_words.h"

#include <stdlib.h>
#include <string.h>

static lex *lexicon_entry(lexicon *l, kt_str word)
{
	int added;
	uint32_t *at = kt_map_put(l->words, word, (uint32_t)l->entry_count, &added);

	if (!at)
		return NULL;
	if (!added)
		return &l->entries[*at];
	if (!kt_grow((void **)&l->entries, &l->entry_size, l->entry_count, sizeof *l->entries))
		return NULL;
	memset(&l->entries[l->entry_count], 0, sizeof *l->entries);
	return &l->entries[l->entry_count++];
}

static int add_word(lexicon *l, kt_str word, const word_row *row)
{
	lex *entry = lexicon_entry(l, word);

	if (!entry)
		return 0;
	entry->roles |= row->roles;
	if (row->value)
		entry->value = row->value;
	for (uint32_t role = 1; row->sub && role; role <<= 1)
		if (row->roles & role)
			entry->sub[slot_of(role)] = (uint8_t)row->sub;
	return 1;
}

static int add_cues(lexicon *l, const cue_row *row)
{
	for (const char *at = row->words; *at;) {
		size_t length = strcspn(at, " ");
		lex *entry = lexicon_entry(l, (kt_str) { at, length });

		if (!entry)
			return 0;
		entry->cue |= row->cue;
		at += length + strspn(at + length, " ");
	}
	return 1;
}

static int add_row(lexicon *l, const word_row *row)
{
	for (const char *at = row->words; *at;) {
		size_t length = strcspn(at, " ");

		if (!add_word(l, (kt_str) { at, length }, row))
			return 0;
		at += length + strspn(at + length, " ");
	}
	return 1;
}

/* ---- figures --------------------------------------------------------------------------------- */

static void classify_number(lex *out, kt_str form)
{
	size_t digits = 0;
	int value = 0;
	kt_str rest;

	while (digits < form.len && form.ptr[digits] >= '0' && form.ptr[digits] <= '9') {
		if (digits < 4)
			value = value * 10 + (form.ptr[digits] - '0');
		digits++;
	}
	rest = kt_str_sub(form, digits, form.len);
	out->roles = R_NUMBER;
	if (digits > 4)
		return;
	out->value = (int16_t)value;
	if (!rest.len || kt_str_is(rest, "г") || kt_str_is(rest, "гг")) {
		if (digits == 4 && value >= 1000 && value < 2100)
			out->roles |= R_YEAR;
		else if (digits <= 2 && !rest.len)
			out->roles |= R_SMALL;
	} else if (digits == 4 && rest.len == 1 && rest.ptr[0] >= 'a' && rest.ptr[0] <= 'e') {
		out->roles |= R_YEAR; /* 1999a, of two works of one year */
	} else if (kt_str_is(rest, "s") || kt_str_is(rest, "er") || kt_str_is(rest, "ern") ||
		   kt_str_is(rest, "х") || kt_str_is(rest, "е")) {
		if (value % 10 == 0 &&
			((digits == 4 && value >= 1500 && value < 2100) || digits == 2))
			out->roles |= R_DECADE;
	} else if (digits <= 2 &&
		   (kt_str_is(rest, "st") || kt_str_is(rest, "nd") || kt_str_is(rest, "rd") ||
			   kt_str_is(rest, "th") || kt_str_is(rest, "er") || kt_str_is(rest, "e") ||
			   kt_str_is(rest, "го") || kt_str_is(rest, "й"))) {
		out->roles |= R_ORDINAL;
	}
}

/* Roman numerals up to 39; folded, so that Cyrillic look-alikes (Х, М) count too. */
static int roman(kt_str form)
{
	int total = 0, last = 100;

	for (size_t at = 0; at < form.len;) {
		uint32_t c = kt_utf8_next(form, &at);
		int value = c == 'i' || c == 0x456   ? 1
			    : c == 'v'		     ? 5
			    : c == 'x' || c == 0x445 ? 10
						     : 0;

		if (!value)
			return 0;
		total += value > last ? value - 2 * last : value;
		last = value;
	}
	return total;
}

/* ---- eras ------------------------------------------------------------------------------------ */

int year_word_fits(const char **words, kt_str form)
{
	int fits = 0;

	for (;;) {
		const char *w = *words;
		size_t length = strcspn(w, " |");

		if (length && w[length - 1] == '*')
			fits |= form.len >= length - 1 && !memcmp(w, form.ptr, length - 1);
		else
			fits |= form.len == length && !memcmp(w, form.ptr, length);
		*words += length;
		if (**words != '|')
			break;
		++*words;
	}
	if (**words == ' ')
		++*words;
	return fits;
}

/* Whole words of eras' names go to the other words, stems to an array of their own. */
static int add_era_word(lexicon *l, kt_str word, unsigned how)
{
	lex *entry;

	if (word.ptr[word.len - 1] == '*') {
		if (!kt_grow((void **)&l->stems, &l->stem_size, l->stem_count, sizeof *l->stems))
			return 0;
		l->stems[l->stem_count++] = (stem) { kt_str_sub(word, 0, word.len - 1), how };
		return 1;
	}
	entry = lexicon_entry(l, word);
	if (!entry)
		return 0;
	entry->how |= (uint8_t)(how & ~(unsigned)HOW_ERA_FIRST);
	if (how & HOW_ERA_FIRST)
		entry->roles |= R_ERA;
	return 1;
}

/* The first two words of an era's name. */
static int add_era(lexicon *l, const char *words)
{
	const char *space = strchr(words, ' ');
	unsigned how = space ? HOW_ERA_FIRST : HOW_ERA_FIRST | HOW_ERA_ALONE;

	for (const char *at = words; *at;) {
		size_t length = strcspn(at, " |");

		if (!add_era_word(l, (kt_str) { at, length }, how))
			return 0;
		if (at[length] == ' ' && how == HOW_ERA_NEXT)
			return 1;
		if (at[length] == ' ')
			how = HOW_ERA_NEXT;
		at += length + (at[length] != '\0');
	}
	return 1;
}

static int by_text(const void *a, const void *b)
{
	return kt_str_compare(((const stem *)a)->text, ((const stem *)b)->text);
}

static int add_eras(lexicon *l)
{
	for (size_t i = 0; i < era_count; i++)
		if (!add_era(l, eras[i].words))
			return 0;
	qsort(l->stems, l->stem_count, sizeof *l->stems, by_text);
	return 1;
}

/* The stems that begin a form stand before it in the order of bytes, and begin as it does. */
static void classify_era(const lexicon *l, lex *out, kt_str form)
{
	size_t low = 0, high = l->stem_count, begin = form.len < 4 ? form.len : 4;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (kt_str_compare(l->stems[middle].text, form) <= 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low; low--) {
		const stem *s = &l->stems[low - 1];

		if (s->text.len < begin || memcmp(s->text.ptr, form.ptr, begin))
			return;
		if (!kt_str_starts(form, s->text))
			continue;
		out->how |= (uint8_t)(s->how & ~(unsigned)HOW_ERA_FIRST);
		if (s->how & HOW_ERA_FIRST)
			out->roles |= R_ERA;
	}
}

kt_status year_lexicon_init(lexicon *l, kt_error *err)
{
	kt_status status;

	memset(l, 0, sizeof *l);
	status = kt_map_new(&l->words, err);
	for (size_t i = 0; !status && i < year_word_count; i++)
		if (!add_row(l, &year_words[i]))
			status = kt_fail(err, KT_ENOMEM, "out of memory");
	for (size_t i = 0; !status && i < year_cue_count; i++)
		if (!add_cues(l, &year_cues[i]))
			status = kt_fail(err, KT_ENOMEM, "out of memory");
	if (!status && !add_eras(l))
		status = kt_fail(err, KT_ENOMEM, "out of memory");
	return status;
}

void year_lexicon_release(lexicon *l)
{
	kt_map_free(l->words);
	free(l->entries);
	free(l->stems);
	free(l->forms);
	memset(l, 0, sizeof *l);
}

/* ---- all forms ------------------------------------------------------------------------------- */

static void classify(const lexicon *l, lex *out, kt_str form)
{
	const uint32_t *at;
	int value;

	memset(out, 0, sizeof *out);
	if (!form.len)
		return;
	if (form.ptr[0] >= '0' && form.ptr[0] <= '9') {
		classify_number(out, form);
		if (out->roles & (R_CORE | R_ORDINAL))
			out->how = HOW_CORE;
		return;
	}
	at = kt_map_get(l->words, form);
	if (at)
		*out = l->entries[*at];
	if (form.len <= 12) {
		value = roman(form);
		if (!value && form.len > 1 && form.ptr[form.len - 1] == 'e') /* XIXe siècle */
			value = roman(kt_str_sub(form, 0, form.len - 1));
		if (value) {
			out->roles |= R_ROMAN;
			if (!out->value)
				out->value = (int16_t)value;
		}
	}
	classify_era(l, out, form);
	if (form.len <= 16 &&
		kt_stop_word(kt_language_of((unsigned char)form.ptr[0] < 0x80 ? "en" : "ru"), form))
		out->roles |= R_FUNCTION;
	if (out->roles & R_CORE)
		out->how |= HOW_CORE;
}

kt_status year_lexicon_update(lexicon *l, const kt_words *words, kt_error *err)
{
	size_t count = kt_words_count(words);

	if (l->of != words || count < l->form_count ||
		(l->form_count &&
			kt_hash(kt_words_form(words, (uint32_t)l->form_count - 1)) != l->last))
		l->form_count = 0;
	l->of = words;
	while (l->form_count < count) {
		if (!kt_grow((void **)&l->forms, &l->form_size, l->form_count, sizeof *l->forms))
			return kt_fail(err, KT_ENOMEM, "out of memory");
		classify(
			l, &l->forms[l->form_count], kt_words_form(words, (uint32_t)l->form_count));
		l->form_count++;
	}
	if (count)
		l->last = kt_hash(kt_words_form(words, (uint32_t)count - 1));
	return KT_OK;
}
