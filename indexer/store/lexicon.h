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

#include "pairs.h"

#define LEXICON_LANGUAGES 31
#define LEXICON_LANGUAGES_KEY "languages" /* of the metadata: codes, a space between them */

/* A key of the table; a long one is cut and ended by a hash. */
void lexicon_key(kt_buf *out, char kind, kt_language language, kt_str key);
#define LEXICON_NO_LANGUAGE ((kt_language) { "" })

/* Splits the metadata's list. */
size_t lexicon_parse_languages(kt_language out[LEXICON_LANGUAGES + 1], kt_str list);

/* What a writer has seen since it was opened, and what of it is written. */
typedef struct lexicon {
	kt_conflation *conflation;
	kt_str path; /* of the database */
	int had_forms; /* the database had passages when it was opened */
	xap_reader *committed; /* opened when it is needed, closed at each commit */

	kt_map *forms; /* each form; value: its place here * 2, + 1 when it was committed before */
	size_t forms_done;
	uint32_t *noted; /* by number of kt_words: place in `forms` + 1 */
	size_t noted_size;
	kt_map *compounds; /* "joined\nparts" */
	size_t compounds_done;
	kt_language languages[LEXICON_LANGUAGES + 1];
	size_t language_count;
	size_t languages_done; /* of them, those in which all that is committed has its classes */
	size_t languages_written;
	size_t languages_forgotten; /* those there when forms were first forgotten, + 1; 0: none
				       were */

	pairs pairs; /* to be written at the next commit */
	xap_writer *spills_to; /* while what is committed is revisited */
	kt_buf key, keys, joined;
} lexicon;

kt_status lexicon_init(lexicon *lexicon, kt_error *err);
void lexicon_release(lexicon *lexicon);
/* Takes note of a passage's language; one without rules is passed over. */
kt_status lexicon_see_language(lexicon *lexicon, kt_language language, kt_error *err);
/* Takes note of the forms (numbers of words) of a passage. */
kt_status lexicon_see(lexicon *lexicon, const kt_words *words, const uint32_t *forms, size_t count,
	kt_error *err);
kt_status lexicon_see_compounds(lexicon *lexicon, const kt_tokens *tokens, const kt_words *words,
	kt_str text, kt_error *err);
/* Writes what is new since the last time. */
kt_status lexicon_write(lexicon *lexicon, xap_writer *writer, kt_error *err);
/* Writes pairs when they have become many, so that a long source does not gather them all. */
kt_status lexicon_spill(lexicon *lexicon, xap_writer *writer, kt_error *err);
/* What was written is committed. */
void lexicon_committed(lexicon *lexicon);
/* Forgets the forms seen when they have become very many.  What is committed of them is whole; a
 * form that comes up again is written again, which changes nothing. */
kt_status lexicon_forget(lexicon *lexicon, kt_error *err);

#endif
