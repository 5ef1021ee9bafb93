/* text.h - the words of a text: tokens, sentences, language, and what counts as the same word. */
#ifndef KARTOTEKA_TEXT_H
#define KARTOTEKA_TEXT_H

#include "kartoteka/base.h"

#ifdef __cplusplus
extern "C" {
#endif
#if defined(__GNUC__)
#pragma GCC visibility push(default)
#endif

/* ---- folding ------------------------------------------------------------------------------ */

/* A word as the index holds it: NFC, case-folded (Unicode full case folding by utf8proc), each kind
 * of apostrophe and prime made U+0027, soft hyphens, joiners and Cyrillic stress marks (U+0301 and
 * U+0300 after a Cyrillic vowel) off, an editorial insertion's brackets inside the word off;
 * diacritics kept.  Both add to out. */
void kt_fold(kt_buf *out, kt_str word);
/* The same without diacritics: base letters of NFKD; ё is е, but й stays й (a letter, not an
 * accent); also l for ł, o for ø, d for đ, ss for ß, ae for æ, oe for œ. */
void kt_fold_plain(kt_buf *out, kt_str word);

/* ---- distinct words ------------------------------------------------------------------------ */

/* The distinct words seen, each folded and classified once.  Not shared between threads. */
typedef struct kt_words kt_words;

kt_status kt_words_new(kt_words **out, kt_error *err);
void kt_words_free(kt_words *words);
size_t kt_words_count(const kt_words *words); /* distinct forms: numbers 0 .. count-1 */
/* The folded form; valid until the words are freed. */
kt_str kt_words_form(const kt_words *words, uint32_t form);
/* The number of a form; 0 is returned where the words have it not. */
int kt_words_find(const kt_words *words, kt_str form, uint32_t *number);
/* Its kt_hash. */
uint64_t kt_words_hash(const kt_words *words, uint32_t form);
/* Its kt_common_number. */
unsigned kt_words_common(const kt_words *words, uint32_t form);

/* ---- tokens ---------------------------------------------------------------------------------- */

enum {
	KT_TOKEN_GLUED = 1 << 0, /* no white space since the token before: a hyphen, dash, point,
				    comma, slash ... */
	KT_TOKEN_HYPHEN = 1 << 1, /* glued by a hyphen: counter-|revolution */
	KT_TOKEN_BROKEN = 1 << 2, /* a hyphen and a line end before it: oppo-\n|sition (then HYPHEN
				     too, not GLUED) */
	KT_TOKEN_GROUP =
		1 << 3, /* the next three digits of one number: 41,|000  41, |000  41 |000 */
	KT_TOKEN_CAPITAL = 1 << 4, /* begins with a capital */
	KT_TOKEN_UPPER = 1 << 5, /* two letters or more, all capitals */
	KT_TOKEN_NUMBER = 1 << 6, /* begins with a digit */
	KT_TOKEN_POINT = 1 << 7, /* a full stop follows at once */
	KT_TOKEN_LETTER = 1 << 8, /* a single letter */
	KT_TOKEN_LATIN = 1 << 9, /* has a Latin letter */
	KT_TOKEN_CYRILLIC = 1 << 10, /* has a Cyrillic letter (with LATIN too: mixed alphabets) */
	KT_TOKEN_OTHER = 1 << 11, /* has a letter of another script */
	KT_TOKEN_POSSESSIVE = 1 << 12, /* an 's, or the apostrophe of s', was cut off behind it */
	KT_TOKEN_ASIDE = 1 << 13 /* [sic]: stands at the position of the token before */
};

/* A word in a text.  A run of letters, digits and combining marks of any script, with apostrophes
 * and primes between letters (Zinov'ev, don't) and the brackets of an insertion inside a word
 * ([T]he, organi[s]ation) inside it.  A hyphen, dash, point or comma always parts two tokens, which
 * then stand at following positions: a compound is found whole (as a phrase) and in parts.  Note
 * markers ([12], [1, 2], [note 3], [a] in superscript, superscript digits, Markdown [^12]) are no
 * tokens; digits glued behind a year's bracket are none either.  Not tokens in Markdown: targets of
 * links and pictures, HTML tags and comments, URLs in <>. */
typedef struct kt_token {
	uint32_t offset, length; /* bytes in the text, without a possessive 's */
	uint32_t position; /* 1, 2, 3 ... */
	uint32_t form; /* in kt_words */
	uint32_t flags;
} kt_token;

typedef struct kt_tokens {
	kt_token *at;
	size_t count, size;
} kt_tokens;

enum { KT_TOKENISE_MARKDOWN = 1 };

/* Replaces what was in out.  text is valid UTF-8 of less than 2 GB; an ill-formed byte parts words.
 * A word of more than KT_WORD_MAX bytes of form is cut into several tokens that are glued.  No
 * allocation per token. */
#define KT_WORD_MAX 120
kt_status kt_tokenise(
	kt_tokens *out, kt_words *words, kt_str text, unsigned options, kt_error *err);
void kt_tokens_release(kt_tokens *tokens);

/* Compounds: the joined form of tokens [from, to) of a text where it is to be found too, else 0 is
 * returned and out is empty. Joined are: parts of a hyphenated word (counter-revolution:
 * counterrevolution), a word broken at a line end (opposition), initials and acronyms with points,
 * spaced or not (N. K.: nk, U.S.S.R.: ussr), groups of a number (41,000: 41000). *to is set behind
 * the last token of the compound that begins at from. */
int kt_compound(kt_buf *out, const kt_tokens *tokens, const kt_words *words, kt_str text,
	size_t from, size_t *to);

/* Start offsets (bytes) of the sentences of a text; initials (N. K.), abbreviations (Dr., vol., т.
 * е., г., see the table in sentence.c), decimals and ellipses within a sentence do not end one. The
 * array grows; *count is replaced. */
typedef struct kt_offsets {
	uint32_t *at;
	size_t count, size;
} kt_offsets;
kt_status kt_sentences(kt_offsets *out, const kt_tokens *tokens, const kt_words *words, kt_str text,
	kt_error *err);
void kt_offsets_release(kt_offsets *offsets);

/* ---- language -----------------------------------------------------------------------------------
 */

/* A two- or three-letter code (ISO 639), ended by NUL; "" is unknown. */
typedef struct kt_language {
	char code[4];
} kt_language;

kt_language kt_language_of(const char *code); /* "en-GB" and "EN" give en; "" when it is none */
int kt_language_equal(kt_language a, kt_language b);
/* By script, letters that only one language has, and function words: en, ru, uk, de, fr, and it,
 * es, pl, cs, nl, pt where they are plain; "" when too little tells.  *sure is 0..100. */
kt_language kt_language_detect(const kt_tokens *tokens, const kt_words *words, int *sure);

/* ---- what counts as the same word ---------------------------------------------------------------
 */

/* Stemmers and rules, made on first use for each language.  Not shared between threads. */
typedef struct kt_conflation kt_conflation;

kt_status kt_conflation_new(kt_conflation **out, kt_error *err);
void kt_conflation_free(kt_conflation *conflation);
/* Whether a language's rules apply to a form: by its script. */
int kt_conflation_fits(kt_language language, kt_str form);
/* Adds to out the keys of the classes that a form belongs to in a language, each ended by '\n'. Two
 * forms are the same word where they share a key.  Usually one key: the stem (libstemmer) of the
 * form without diacritics, after spelling variants were made one
 * (-ise/-ize and their derivatives kept apart from the bare stem: organise is not organ; -our/-or,
 * -re/-er, -ogue/-og, -yse/-yze, ll/l, ae/e, oe/e, -ence/-ense, grey, programme, tsar/czar).
 * Russian surnames in -ов/-ев/-ин/-ын and -ский have all their cases in one class (Киров, Кирова,
 * Кировым), pre-reform spelling too (ѣ, і, ъ).  Numbers and words of other scripts: themselves. */
void kt_conflation_keys(kt_conflation *conflation, kt_buf *out, kt_language language, kt_str form);
/* Adds the form in one spelling, unstemmed: without diacritics and apostrophes' kinds as
 * kt_fold_plain, and with the spelling variants of kt_conflation_keys made one.  Two printed words
 * are the same in a phrase where these are. */
void kt_spelling(kt_buf *out, kt_str form);
/* The key for ~: forms that sound or are transliterated alike share it (Ryutin, Riutin, Рютин;
 * Zinov'ev, Zinoviev, Zinovieff). */
void kt_sound_key(kt_buf *out, kt_str form);
/* Whether b is a with at most one letter dropped, added, changed, or two neighbours swapped (code
 * points), or with one slip that OCR is known for (rn/m, cl/d, li/h, vv/w, 0/o, 1/l). */
int kt_one_slip(kt_str a, kt_str b);
/* Whether a form is a function word (in en, ru, uk, de, fr) that does not decide a ranked query. */
int kt_stop_word(kt_language language, kt_str form);

/* Function words that stand in so many passages (the, of, и, в) that an index keeps them otherwise
 * than other words (store.h): their number, 1 .. KT_COMMON_WORDS, or 0; and the form of a number.
 */
#define KT_COMMON_WORDS 253
unsigned kt_common_number(kt_str form);
kt_str kt_common_form(unsigned number);

/* Languages whose rules are known (en, ru, de, fr, and what else libstemmer has); NULL ends the
 * list. */
const char *const *kt_conflation_languages(void);

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
