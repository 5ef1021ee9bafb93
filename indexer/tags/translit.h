/* translit.h - keys under which a name is the same however it was put into letters. */
#ifndef KARTOTEKA_TAGS_TRANSLIT_H
#define KARTOTEKA_TAGS_TRANSLIT_H

#include "kartoteka/base.h"

#define NAME_KEY_MAX 64 /* bytes; longer words have no key */
#define NAME_KEYS 24 /* readings of one Latin spelling that are tried */

typedef struct name_keys {
	char at[NAME_KEYS][NAME_KEY_MAX];
	size_t length[NAME_KEYS];
	size_t count;
} name_keys;

typedef enum script { SCRIPT_NONE, SCRIPT_LATIN, SCRIPT_CYRILLIC, SCRIPT_MIXED } script;

/* The script of a word by its letters. */
script script_of(kt_str word);

size_t word_letters(kt_str word); /* code points but apostrophes */

/* The keys of a folded word (kt_fold).  A Cyrillic word has one; a Latin one has as many as there
 * are readings of letters that systems of romanisation use in different ways (ch, j, z, x ...), the
 * most usual first.  Words of other scripts, of one letter or too long have none. */
void name_keys_of(name_keys *out, kt_str folded);
/* The same for an acronym: letter by letter, nothing that a word's sound would hide. */
void acronym_keys_of(name_keys *out, kt_str folded);

/* The letters that a key can begin with, as bits: sound_bit of each.  sound_beginnings tells which
 * they are for a word that begins with this letter, small or capital. */
uint32_t sound_bit(char letter);
uint32_t sound_beginnings(uint32_t cp);

/* Letters of the other alphabet that look the same are put into the one that most letters are of:
 * a Latin a in Стaлин.  0 when the word is not mixed, or what remains still is. */
int unmix(kt_buf *out, kt_str folded);

/* Cyrillic in strict form for comparing within the alphabet: е for ё and ѣ, и for і, ѳ as ф, no
 * ъ at the end, -аго as -ого, no stress marks. */
void strict_cyrillic(kt_buf *out, kt_str folded);

/* Which Cyrillic initials (a set of bits) the beginning of a word can stand for: J. is и, й, ж, ю,
 * я.  `whole` says that it is all there is of the name (Yu., not Yuri). */
uint32_t initials_of(kt_str folded, int whole);

/* Whether a word of two letters or more is an initial all the same: Yu., Zh., Вл. */
int is_digraph_initial(kt_str folded);

/* A lower-case ASCII rendering for ids: БГН/BGN without marks, diacritics off, other characters as
 * hyphens. */
void slug_add(kt_buf *out, kt_str folded);

#endif
