/* encoding.h - from the bytes of a file to UTF-8.  Private to the readers. */
#ifndef KARTOTEKA_READERS_ENCODING_H
#define KARTOTEKA_READERS_ENCODING_H

#include "kartoteka/base.h"

struct decoded {
	kt_str text; /* valid UTF-8; borrowed from the bytes, or in the arena */
	int64_t offset; /* of text in the file, where text is a slice of it; else -1 */
	const char *encoding; /* as iconv names it */
	int guessed;
	size_t replaced; /* sequences that U+FFFD stands for */
	size_t bad_at; /* the first of them, in bytes of the file; meaningful where replaced */
};

/* KT_EINPUT, without the file's name: bytes that are no text. */
kt_status encoding_decode(struct decoded *out, kt_arena *arena, kt_str bytes, kt_error *err);

/* ---- guess.c ---- */

/* The most likely encoding of bytes that are not UTF-8.  `declared` is what the text itself says,
 * or NULL: it is believed unless the letters speak clearly against it.  *guessed is whether
 * anything but the declaration decided. */
kt_status charset_guess(const char **name, int *guessed, kt_arena *arena, kt_str bytes,
	const char *declared, kt_error *err);

#endif
