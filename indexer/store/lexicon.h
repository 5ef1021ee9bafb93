/* lexicon.h - the lexicon of classes, as it is written.
 *
 * It stands in the synonym table; a key is one of
 *   c:LANGUAGE:KEY  forms of a class (kt_conflation_keys) in a language
 *   p:LETTERS       forms that without diacritics are these letters
 *   s:SOUND         forms with this kt_sound_key
 *   j:JOINED        compounds that joined are this form ("counter revolution")
 * A form that is its own key is not written below it: readers look there anyway, and half of the
 * forms of a language are their own stem.
 */
#ifndef KARTOTEKA_STORE_LEXICON_H
#define KARTOTEKA_STORE_LEXICON_H

#include "kartoteka/store.h"

#define LEXICON_LANGUAGES 31
#define LEXICON_LANGUAGES_KEY "languages" /* of the metadata: codes, a space between them */

/* A key of the table; a long one is cut and ended by a hash. */
void lexicon_key(kt_buf *out, char kind, kt_language language, kt_str key);
#define LEXICON_NO_LANGUAGE ((kt_language) { "" })

/* Splits the metadata's list. */
size_t lexicon_parse_languages(kt_language out[LEXICON_LANGUAGES + 1], kt_str list);
int lexicon_has_rules(kt_language language);

/* What a writer has seen since it was opened, and what of it is written. */
typedef struct lexicon {
	kt_conflation *conflation;
	kt_map *forms; /* each form; value 1: the database had it, with its classes */
	size_t forms_done;
	const kt_words
		*words; /* whose forms are `known` by their numbers: noted, or in the database */
	unsigned char *known;
	size_t known_count, known_size;
	kt_map *compounds; /* "joined\nparts" */
	size_t compounds_done;
	kt_language languages[LEXICON_LANGUAGES + 1];
	size_t language_count, languages_done;
	kt_buf key, keys, joined;
} lexicon;

kt_status lexicon_init(lexicon *lexicon, kt_error *err);
void lexicon_release(lexicon *lexicon);
/* Takes note of a passage's language; one without rules is passed over. */
void lexicon_see_language(lexicon *lexicon, kt_language language);
/* Makes room for all forms of the words; 0: no memory. */
int lexicon_reserve(lexicon *lexicon, const kt_words *words);
/* Takes note of a form by its number, before the passage that has it is added to the database. */
kt_status lexicon_see(lexicon *lexicon, xap_writer *writer, const kt_words *words, uint32_t number,
	kt_error *err);
kt_status lexicon_see_compounds(lexicon *lexicon, const kt_tokens *tokens, const kt_words *words,
	kt_str text, kt_error *err);
/* Writes what is new since the last time; `path` is the database's, for its committed terms. */
kt_status lexicon_write(lexicon *lexicon, xap_writer *writer, const char *path, kt_error *err);

#endif
