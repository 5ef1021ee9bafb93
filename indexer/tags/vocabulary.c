#include "vocabulary.h"

#include "kartoteka/text.h"
#include "known_word.h"

#include <stdlib.h>
#include <string.h>

struct vocabulary {
	keymap words; /* plain or strict word to an index */
	keymap sounds; /* key of a Cyrillic forename to an index */
	keymap foreign; /* key of a Latin one, for Cyrillic words */
	const known_word *at;
	const char *nominatives;
};

/* What vocabulary_make packed. */
__asm__(".section .rodata\n"
	".balign 16\n"
	".hidden kt_vocabulary\nkt_vocabulary:\n"
	".incbin \"" KT_VOCABULARY "\"\n"
	".hidden kt_vocabulary_end\nkt_vocabulary_end:\n"
	".previous\n");
extern const char kt_vocabulary[], kt_vocabulary_end[];

kt_status vocabulary_new(vocabulary **out, kt_error *err)
{
	vocabulary *v = *out = calloc(1, sizeof *v);
	packed from = { { kt_vocabulary, (size_t)(kt_vocabulary_end - kt_vocabulary) }, 0 };
	size_t count;

	if (!v)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	keymap_unpack(&v->words, &from);
	keymap_unpack(&v->sounds, &from);
	keymap_unpack(&v->foreign, &from);
	v->at = pack_take(&from, sizeof *v->at, &count);
	v->nominatives = pack_take(&from, 1, &count);
	return KT_OK;
}

void vocabulary_free(vocabulary *v)
{
	free(v);
}

static vocabulary_word known(const vocabulary *v, uint32_t number)
{
	const known_word *w = &v->at[number];
	vocabulary_word out = { .flags = w->flags,
		.g = (gender)w->g,
		.groups = w->groups,
		.oblique = w->oblique };

	memcpy(out.group, w->group, sizeof out.group);
	if (w->nominative_length)
		out.nominative =
			(kt_str) { v->nominatives + w->nominative, w->nominative_length };
	return out;
}

vocabulary_word vocabulary_find(const vocabulary *v, kt_str folded)
{
	vocabulary_word found = { 0 };
	kt_buf buf = KT_BUF_INIT;
	const uint32_t *at = keymap_get(&v->words, vocabulary_plain(&buf, folded));
	name_keys keys;

	if (at) {
		found = known(v, *at);
		found.exact = 1;
	}
	kt_buf_release(&buf);
	if (found.groups || found.flags || folded.len < 4)
		return found;
	name_keys_of(&keys, folded);
	for (size_t i = 0; i < keys.count; i++) {
		at = keymap_get(script_of(folded) == SCRIPT_LATIN ? &v->sounds : &v->foreign,
			kt_str_of(keys.at[i]));
		if (at)
			return known(v, *at);
	}
	return found;
}

int forenames_agree(const vocabulary *v, kt_str a, kt_str b)
{
	vocabulary_word x = vocabulary_find(v, a), y = vocabulary_find(v, b);
	kt_buf p = KT_BUF_INIT, q = KT_BUF_INIT;
	kt_str m = vocabulary_plain(&p, a), n = vocabulary_plain(&q, b);
	int agree = kt_str_equal(m, n);

	for (size_t i = 0; !agree && i < x.groups; i++)
		for (size_t j = 0; j < y.groups; j++)
			agree |= x.group[i] == y.group[j];
	if (!agree && m.len > 2 && n.len > 2)
		agree = kt_str_starts(m, n) || kt_str_starts(n, m);
	if (!agree) {
		name_keys s, t;

		name_keys_of(&s, a);
		name_keys_of(&t, b);
		for (size_t i = 0; !agree && i < s.count; i++)
			for (size_t j = 0; !agree && j < t.count; j++)
				agree = s.length[i] == t.length[j] &&
					!memcmp(s.at[i], t.at[j], s.length[i]);
	}
	kt_buf_release(&p);
	kt_buf_release(&q);
	return agree;
}
