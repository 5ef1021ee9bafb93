/* spelling.c - English words that are spelled in several ways, brought to one.  Differences of
 * British and American spelling by class, and of English before 1940. */
#include "conflate.h"

#include <string.h>

typedef struct pair {
	const char *from, *to;
} pair;

static const pair beginnings[] = {
	{ "acknowledgement", "acknowledgment" },
	{ "aeroplane", "airplane" },
	{ "ageing", "aging" },
	{ "aluminium", "aluminum" },
	{ "artefact", "artifact" },
	{ "cosy", "cozy" },
	{ "czar", "tsar" },
	{ "defenc", "defens" },
	{ "despatch", "dispatch" },
	{ "enquir", "inquir" },
	{ "esthoni", "estoni" },
	{ "gaol", "jail" },
	{ "gipsy", "gypsy" },
	{ "gipsies", "gypsies" },
	{ "grey", "gray" },
	{ "jewellery", "jewelry" },
	{ "licenc", "licens" },
	{ "moslem", "muslim" },
	{ "mould", "mold" },
	{ "moult", "molt" },
	{ "moustache", "mustache" },
	{ "offenc", "offens" },
	{ "plough", "plow" },
	{ "pretenc", "pretens" },
	{ "pyjama", "pajama" },
	{ "roumani", "romani" },
	{ "rumani", "romani" },
	{ "sceptic", "skeptic" },
	{ "servia", "serbia" },
	{ "shew", "show" },
	{ "skilful", "skillful" },
	{ "smoulder", "smolder" },
	{ "sulphur", "sulfur" },
	{ "tzar", "tsar" },
	{ "wilful", "willful" },
	{ "woollen", "woolen" },
};

/* Greek and Latin ae and oe, where they are no two vowels. */
static const pair digraphs[] = {
	{ "aesthe", "esthe" },
	{ "aetiolog", "etiolog" },
	{ "amoeb", "ameb" },
	{ "anaem", "anem" },
	{ "archae", "arche" },
	{ "caesi", "cesi" },
	{ "coelia", "celia" },
	{ "diarrhoea", "diarrhea" },
	{ "encyclopaed", "encycloped" },
	{ "faeces", "feces" },
	{ "foet", "fet" },
	{ "gynaec", "gynec" },
	{ "haem", "hem" },
	{ "homoeo", "homeo" },
	{ "hyaena", "hyena" },
	{ "leukaem", "leukem" },
	{ "manoeuv", "maneuv" },
	{ "mediaev", "mediev" },
	{ "oecumen", "ecumen" },
	{ "oedem", "edem" },
	{ "oesophag", "esophag" },
	{ "oestr", "estr" },
	{ "orthopaed", "orthoped" },
	{ "paediat", "pediat" },
	{ "paedago", "pedago" },
	{ "palaeo", "paleo" },
	{ "praesidi", "presidi" },
	{ "primaev", "primev" },
};

static const pair endings[] = {
	{ "gramme", "gram" },
	{ "grammes", "grams" },
	{ "dgement", "dgment" },
	{ "dgements", "dgments" },
	{ "flexion", "flection" },
	{ "flexions", "flections" },
	{ "nexion", "nection" },
	{ "nexions", "nections" },
	{ "logue", "log" },
	{ "logues", "logs" },
	{ "logued", "loged" },
	{ "loguing", "loging" },
	{ "gogue", "gog" },
	{ "gogues", "gogs" },
	{ "lyze", "lyse" },
	{ "lyzed", "lysed" },
	{ "lyzes", "lyses" },
	{ "lyzing", "lysing" },
	{ "lyzer", "lyser" },
	{ "lyzers", "lysers" },
	{ "sheviki", "shevik" }, /* as newspapers of 1917 wrote the plural */
	{ "narodniki", "narodnik" },
};

/* Words in -our that are spelled with -or in America. */
static const char *const in_our[] = { "arbour", "ardour", "armour", "behaviour", "candour",
	"clamour", "clangour", "colour", "demeanour", "dolour", "enamour", "endeavour", "favour",
	"fervour", "flavour", "glamour", "harbour", "honour", "humour", "labour", "neighbour",
	"odour", "parlour", "rancour", "rigour", "rumour", "saviour", "savour", "splendour",
	"succour", "tumour", "valour", "vapour", "vigour" };

/* Words in -re that are spelled with -er in America, without that ending. */
static const char *const in_re[] = { "calib", "cent", "fib", "goit", "lit", "louv", "lust",
	"maneuv", "meag", "met", "mit", "nit", "och", "reconnoit", "sab", "scept", "sepulch",
	"somb", "spect", "theat" };

static const char *const prefixes[] = { "", "amphi", "anti", "be", "centi", "co", "de", "deci",
	"dis", "epi", "ex", "fore", "hecto", "hyper", "in", "kilo", "mega", "micro", "mid", "milli",
	"mis", "multi", "nano", "non", "out", "over", "pre", "re", "self", "tri", "un", "under",
	"uni", "well" };

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* Puts `to` in the place of n bytes at `at`. */
static void replace(kt_buf *word, size_t at, size_t n, const char *to)
{
	size_t length = strlen(to), rest = word->len - at - n;

	if (length > n && !kt_buf_reserve(word, length - n))
		return;
	memmove(word->ptr + at + length, word->ptr + at + n, rest);
	memcpy(word->ptr + at, to, length);
	word->len = at + length + rest;
	word->ptr[word->len] = '\0';
}

static int is_prefix(kt_str s)
{
	for (size_t i = 0; i < COUNT(prefixes); i++)
		if (kt_str_is(s, prefixes[i]))
			return 1;
	return 0;
}

static void replace_beginning(kt_buf *word)
{
	for (size_t i = 0; i < COUNT(beginnings); i++)
		if (beginnings[i].from[0] == word->ptr[0] &&
			kt_str_starts(kt_buf_str(word), kt_str_of(beginnings[i].from))) {
			replace(word, 0, strlen(beginnings[i].from), beginnings[i].to);
			return;
		}
}

static int holds(const kt_buf *word, kt_str part)
{
	return kt_str_find(kt_buf_str(word), part, 0) != SIZE_MAX;
}

static void replace_digraph(kt_buf *word)
{
	if (!holds(word, KT_STR("ae")) && !holds(word, KT_STR("oe")))
		return;
	for (size_t i = 0; i < COUNT(digraphs); i++) {
		kt_str from = kt_str_of(digraphs[i].from);
		size_t at = kt_str_find(kt_buf_str(word), from, 0);

		if (at != SIZE_MAX && (at == 0 || from.len >= 6 ||
					      is_prefix(kt_str_sub(kt_buf_str(word), 0, at)))) {
			replace(word, at, from.len, digraphs[i].to);
			return;
		}
	}
}

static void replace_ending(kt_buf *word)
{
	char last = word->ptr[word->len - 1];

	for (size_t i = 0; i < COUNT(endings); i++) {
		kt_str from = kt_str_of(endings[i].from);

		if (from.ptr[from.len - 1] == last && word->len > from.len &&
			kt_str_ends(kt_buf_str(word), from)) {
			replace(word, word->len - from.len, from.len, endings[i].to);
			return;
		}
	}
	if (kt_str_starts(kt_buf_str(word), KT_STR("practis")))
		replace(word, 6, 1, "c");
}

static void replace_our(kt_buf *word)
{
	if (!holds(word, KT_STR("our")))
		return;
	for (size_t i = 0; i < COUNT(in_our); i++) {
		kt_str root = kt_str_of(in_our[i]);
		size_t at = kt_str_find(kt_buf_str(word), root, 0);

		if (at != SIZE_MAX && is_prefix(kt_str_sub(kt_buf_str(word), 0, at))) {
			replace(word, at + root.len - 2, 1, "");
			return;
		}
	}
}

static void replace_re(kt_buf *word)
{
	static const pair ends[] = { { "re", "er" }, { "res", "ers" }, { "red", "ered" },
		{ "ring", "ering" } };

	if (!holds(word, KT_STR("re")) && !holds(word, KT_STR("ring")))
		return;
	for (size_t i = 0; i < COUNT(ends); i++) {
		kt_str end = kt_str_of(ends[i].from), root = kt_buf_str(word);

		if (!kt_str_ends(root, end))
			continue;
		root = kt_str_sub(root, 0, root.len - end.len);
		for (size_t j = 0; j < COUNT(in_re); j++) {
			kt_str stem = kt_str_of(in_re[j]);

			if (kt_str_ends(root, stem) &&
				is_prefix(kt_str_sub(root, 0, root.len - stem.len))) {
				replace(word, root.len, end.len, ends[i].to);
				return;
			}
		}
	}
}

static int is_vowel(char c)
{
	return c && strchr("aeiouy", c) != NULL;
}

int english_syllables(kt_str word)
{
	int count = 0;

	for (size_t i = 0; i < word.len; i++)
		count += is_vowel(word.ptr[i]) && (!i || !is_vowel(word.ptr[i - 1]));
	return count;
}

/* travelled: traveled; but called. */
static void replace_ll(kt_buf *word)
{
	static const char *const ends[] = { "ed", "ing", "ings", "er", "ers", "or", "ors", "ous",
		"ously", "ist", "ists" };

	if (!holds(word, KT_STR("ll")))
		return;
	for (size_t i = 0; i < COUNT(ends); i++) {
		kt_str base = kt_buf_str(word), end = kt_str_of(ends[i]);

		if (!kt_str_ends(base, end))
			continue;
		base = kt_str_sub(base, 0, base.len - end.len);
		if (base.len > 3 && kt_str_ends(base, KT_STR("ll")) &&
			is_vowel(base.ptr[base.len - 3]) && english_syllables(base) > 1)
			replace(word, base.len - 1, 1, "");
		return;
	}
}

void english_variants(kt_buf *word)
{
	replace_digraph(word);
	replace_ending(word);
	replace_our(word);
	replace_re(word);
	replace_ll(word);
}

void english_spelling(kt_buf *word)
{
	replace_beginning(word);
	english_variants(word);
}
