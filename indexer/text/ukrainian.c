/* ukrainian.c - what counts as the same word in Ukrainian, for which Snowball has no stemmer: the
 * endings of nouns, adjectives and surnames off (-енко, -ський, -ов, -ін). */
#include "conflate.h"

#include <string.h>

static const char *const endings[] = { "ями", "ами", "ові", "еві", "єві", "ого", "ому", "ими",
	"іми", "ією", "ях", "ах", "ям", "ам", "ою", "ею", "єю", "ої", "ій", "их", "ів", "їв", "ом",
	"ем", "єм", "ий", "им", "ім", "ію", "ії", "ія", "ю", "я", "а", "у", "о", "е", "є", "і", "ї",
	"и", "ь", "й" };

enum { LETTER = 2, LEAST = 3 * LETTER }; /* bytes of a Cyrillic letter, of what must be left */

static kt_str stem(kt_str word)
{
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		kt_str ending = kt_str_of(endings[i]);

		if (word.len >= ending.len + LEAST && kt_str_ends(word, ending))
			return kt_str_sub(word, 0, word.len - ending.len);
	}
	return word;
}

/* і stands in the closed syllable for о or е: Харків, Харкова; Київ, Києва. */
static void add_open_syllable(kt_buf *out, kt_str word, kt_str closed, kt_str open)
{
	if (!kt_str_ends(word, closed))
		return;
	kt_buf_add(out, kt_str_sub(word, 0, word.len - closed.len));
	kt_buf_add(out, open);
	kt_buf_addc(out, '\n');
}

void ukrainian_keys(kt_buf *out, stemmers *s, int language, kt_str plain)
{
	kt_buf room = KT_BUF_INIT;
	kt_str word;

	(void)s;
	(void)language;
	for (size_t i = 0; i < plain.len; i++)
		if (plain.ptr[i] != '\'')
			kt_buf_addc(&room, plain.ptr[i]);
	word = kt_buf_str(&room);
	kt_buf_add(out, stem(word));
	kt_buf_addc(out, '\n');
	add_open_syllable(out, word, KT_STR("ів"), KT_STR("ов"));
	add_open_syllable(out, word, KT_STR("їв"), KT_STR("єв"));
	out->failed |= room.failed;
	kt_buf_release(&room);
}
