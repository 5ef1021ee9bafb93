/* stem.c - the one door to libstemmer (Snowball). */
#include "stem.h"

#include <libstemmer.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* Languages whose rules are known, by ISO 639-1; uk has rules of our own (ukrainian.c). */
static const struct {
	const char *algorithm;
	uint32_t scripts;
} languages[] = {
	{ "english", KT_TOKEN_LATIN },
	{ "russian", KT_TOKEN_CYRILLIC },
	{ NULL, KT_TOKEN_CYRILLIC },
	{ "german", KT_TOKEN_LATIN },
	{ "french", KT_TOKEN_LATIN },
	{ "arabic", KT_TOKEN_OTHER },
	{ "armenian", KT_TOKEN_OTHER },
	{ "basque", KT_TOKEN_LATIN },
	{ "catalan", KT_TOKEN_LATIN },
	{ "danish", KT_TOKEN_LATIN },
	{ "dutch", KT_TOKEN_LATIN },
	{ "finnish", KT_TOKEN_LATIN },
	{ "greek", KT_TOKEN_OTHER },
	{ "hindi", KT_TOKEN_OTHER },
	{ "hungarian", KT_TOKEN_LATIN },
	{ "indonesian", KT_TOKEN_LATIN },
	{ "irish", KT_TOKEN_LATIN },
	{ "italian", KT_TOKEN_LATIN },
	{ "lithuanian", KT_TOKEN_LATIN },
	{ "nepali", KT_TOKEN_OTHER },
	{ "norwegian", KT_TOKEN_LATIN },
	{ "portuguese", KT_TOKEN_LATIN },
	{ "romanian", KT_TOKEN_LATIN },
	{ "serbian", KT_TOKEN_LATIN | KT_TOKEN_CYRILLIC },
	{ "spanish", KT_TOKEN_LATIN },
	{ "swedish", KT_TOKEN_LATIN },
	{ "tamil", KT_TOKEN_OTHER },
	{ "turkish", KT_TOKEN_LATIN },
	{ "yiddish", KT_TOKEN_OTHER },
};

static const char *const codes[] = { "en", "ru", "uk", "de", "fr", "ar", "hy", "eu", "ca", "da",
	"nl", "fi", "el", "hi", "hu", "id", "ga", "it", "lt", "ne", "no", "pt", "ro", "sr", "es",
	"sv", "ta", "tr", "yi", NULL };

enum { LANGUAGES = sizeof languages / sizeof *languages };
_Static_assert(LANGUAGES + 1 == sizeof codes / sizeof *codes, "a code for each language");

struct stemmers {
	struct sb_stemmer *at[LANGUAGES]; /* made on first use */
};

stemmers *stemmers_new(void)
{
	return calloc(1, sizeof(stemmers));
}

void stemmers_free(stemmers *s)
{
	if (!s)
		return;
	for (size_t i = 0; i < LANGUAGES; i++)
		sb_stemmer_delete(s->at[i]);
	free(s);
}

int stem_language(kt_language language)
{
	for (int i = 0; codes[i]; i++)
		if (codes[i][0] == language.code[0] && !strcmp(codes[i], language.code))
			return i;
	return -1;
}

uint32_t stem_scripts(int language)
{
	return languages[language].scripts;
}

const char *const *stem_codes(void)
{
	return codes;
}

void stem_add(kt_buf *out, stemmers *s, int language, kt_str word)
{
	const char *algorithm = languages[language].algorithm;
	const sb_symbol *stem = NULL;

	if (algorithm && !s->at[language])
		s->at[language] = sb_stemmer_new(algorithm, NULL);
	if (s->at[language] && word.len < INT_MAX)
		stem = sb_stemmer_stem(s->at[language], (const sb_symbol *)word.ptr, (int)word.len);
	if (stem)
		kt_buf_add(out, (kt_str) { (const char *)stem,
					(size_t)sb_stemmer_length(s->at[language]) });
	else
		kt_buf_add(out, word);
}
