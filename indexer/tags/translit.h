/* translit.h - keys under which a name is the same however it was put into letters. */
#ifndef KARTOTEKA_TAGS_TRANSLIT_H
#define KARTOTEKA_TAGS_TRANSLIT_H

#include "script.h"

#define NAME_KEY_MAX 64 /* bytes; longer words have no key */
#define NAME_KEYS 24 /* readings of one Latin spelling that are tried */

typedef struct name_keys {
	char at[NAME_KEYS][NAME_KEY_MAX];
	size_t length[NAME_KEYS];
	size_t count;
} name_keys;

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

/* Which Cyrillic initials (a set of bits) the beginning of a word can stand for: J. is и, й, ж, ю,
 * я.  `whole` says that it is all there is of the name (Yu., not Yuri). */
uint32_t initials_of(kt_str folded, int whole);

/* Whether a word of two letters or more is an initial all the same: Yu., Zh., Вл. */
int is_digraph_initial(kt_str folded);

/* A lower-case ASCII rendering for ids: БГН/BGN without marks, diacritics off, other characters as
 * hyphens. */
void slug_add(kt_buf *out, kt_str folded);

#endif
