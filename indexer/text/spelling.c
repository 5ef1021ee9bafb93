/* spelling.c - English words that are spelled in several ways, brought to one.  Differences of
 * British and American spelling by class, and of English before 1940. */
#include "conflate.h"

#include "lookup.h"

#include <string.h>

typedef struct pair {
	kt_str from;
	const char *to;
} pair;

static const pair beginnings[] = {
	{ SLICE("acknowledgement"), "acknowledgment" },
	{ SLICE("aeroplane"), "airplane" },
	{ SLICE("ageing"), "aging" },
	{ SLICE("aluminium"), "aluminum" },
	{ SLICE("artefact"), "artifact" },
	{ SLICE("cosy"), "cozy" },
	{ SLICE("czar"), "tsar" },
	{ SLICE("defenc"), "defens" },
	{ SLICE("despatch"), "dispatch" },
	{ SLICE("enquir"), "inquir" },
	{ SLICE("esthoni"), "estoni" },
	{ SLICE("gaol"), "jail" },
	{ SLICE("gipsy"), "gypsy" },
	{ SLICE("gipsies"), "gypsies" },
	{ SLICE("grey"), "gray" },
	{ SLICE("jewellery"), "jewelry" },
	{ SLICE("licenc"), "licens" },
	{ SLICE("moslem"), "muslim" },
	{ SLICE("mould"), "mold" },
	{ SLICE("moult"), "molt" },
	{ SLICE("moustache"), "mustache" },
	{ SLICE("offenc"), "offens" },
	{ SLICE("plough"), "plow" },
	{ SLICE("pretenc"), "pretens" },
	{ SLICE("pyjama"), "pajama" },
	{ SLICE("roumani"), "romani" },
	{ SLICE("rumani"), "romani" },
	{ SLICE("sceptic"), "skeptic" },
	{ SLICE("servia"), "serbia" },
	{ SLICE("shew"), "show" },
	{ SLICE("skilful"), "skillful" },
	{ SLICE("smoulder"), "smolder" },
	{ SLICE("sulphur"), "sulfur" },
	{ SLICE("tzar"), "tsar" },
	{ SLICE("wilful"), "willful" },
	{ SLICE("woollen"), "woolen" },
};

/* Greek and Latin ae and oe, where they are no two vowels. */
static const pair digraphs[] = {
	{ SLICE("aesthe"), "esthe" },
	{ SLICE("aetiolog"), "etiolog" },
	{ SLICE("amoeb"), "ameb" },
	{ SLICE("anaem"), "anem" },
	{ SLICE("archae"), "arche" },
	{ SLICE("caesi"), "cesi" },
	{ SLICE("coelia"), "celia" },
	{ SLICE("diarrhoea"), "diarrhea" },
	{ SLICE("encyclopaed"), "encycloped" },
	{ SLICE("faeces"), "feces" },
	{ SLICE("foet"), "fet" },
	{ SLICE("gynaec"), "gynec" },
	{ SLICE("haem"), "hem" },
	{ SLICE("homoeo"), "homeo" },
	{ SLICE("hyaena"), "hyena" },
	{ SLICE("leukaem"), "leukem" },
	{ SLICE("manoeuv"), "maneuv" },
	{ SLICE("mediaev"), "mediev" },
	{ SLICE("oecumen"), "ecumen" },
	{ SLICE("oedem"), "edem" },
	{ SLICE("oesophag"), "esophag" },
	{ SLICE("oestr"), "estr" },
	{ SLICE("orthopaed"), "orthoped" },
	{ SLICE("paediat"), "pediat" },
	{ SLICE("paedago"), "pedago" },
	{ SLICE("palaeo"), "paleo" },
	{ SLICE("praesidi"), "presidi" },
	{ SLICE("primaev"), "primev" },
};

static const pair endings[] = {
	{ SLICE("gramme"), "gram" },
	{ SLICE("grammes"), "grams" },
	{ SLICE("dgement"), "dgment" },
	{ SLICE("dgements"), "dgments" },
	{ SLICE("flexion"), "flection" },
	{ SLICE("flexions"), "flections" },
	{ SLICE("nexion"), "nection" },
	{ SLICE("nexions"), "nections" },
	{ SLICE("logue"), "log" },
	{ SLICE("logues"), "logs" },
	{ SLICE("logued"), "loged" },
	{ SLICE("loguing"), "loging" },
	{ SLICE("gogue"), "gog" },
	{ SLICE("gogues"), "gogs" },
	{ SLICE("lyze"), "lyse" },
	{ SLICE("lyzed"), "lysed" },
	{ SLICE("lyzes"), "lyses" },
	{ SLICE("lyzing"), "lysing" },
	{ SLICE("lyzer"), "lyser" },
	{ SLICE("lyzers"), "lysers" },
	{ SLICE("sheviki"), "shevik" }, /* as newspapers of 1917 wrote the plural */
	{ SLICE("narodniki"), "narodnik" },
};

/* Words in -our that are spelled with -or in America. */
static const kt_str in_our[] = { SLICE("arbour"), SLICE("ardour"), SLICE("armour"),
	SLICE("behaviour"), SLICE("candour"), SLICE("clamour"), SLICE("clangour"), SLICE("colour"),
	SLICE("demeanour"), SLICE("dolour"), SLICE("enamour"), SLICE("endeavour"), SLICE("favour"),
	SLICE("fervour"), SLICE("flavour"), SLICE("glamour"), SLICE("harbour"), SLICE("honour"),
	SLICE("humour"), SLICE("labour"), SLICE("neighbour"), SLICE("odour"), SLICE("parlour"),
	SLICE("rancour"), SLICE("rigour"), SLICE("rumour"), SLICE("saviour"), SLICE("savour"),
	SLICE("splendour"), SLICE("succour"), SLICE("tumour"), SLICE("valour"), SLICE("vapour"),
	SLICE("vigour") };

/* Words in -re that are spelled with -er in America, without that ending. */
static const kt_str in_re[] = { SLICE("calib"), SLICE("cent"), SLICE("fib"), SLICE("goit"),
	SLICE("lit"), SLICE("louv"), SLICE("lust"), SLICE("maneuv"), SLICE("meag"), SLICE("met"),
	SLICE("mit"), SLICE("nit"), SLICE("och"), SLICE("reconnoit"), SLICE("sab"), SLICE("scept"),
	SLICE("sepulch"), SLICE("somb"), SLICE("spect"), SLICE("theat") };

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
		if (beginnings[i].from.ptr[0] == word->ptr[0] &&
			kt_str_starts(kt_buf_str(word), beginnings[i].from)) {
			replace(word, 0, beginnings[i].from.len, beginnings[i].to);
			return;
		}
}

/* ae or oe */
static int has_digraph(const kt_buf *word)
{
	for (size_t i = 1; i < word->len; i++)
		if (word->ptr[i] == 'e' && (word->ptr[i - 1] == 'a' || word->ptr[i - 1] == 'o'))
			return 1;
	return 0;
}

static void replace_digraph(kt_buf *word)
{
	if (!has_digraph(word))
		return;
	for (size_t i = 0; i < COUNT(digraphs); i++) {
		kt_str from = digraphs[i].from;
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
	for (size_t i = 0; i < COUNT(endings); i++) {
		kt_str from = endings[i].from;

		if (word->len > from.len && lookup_ends(kt_buf_str(word), from)) {
			replace(word, word->len - from.len, from.len, endings[i].to);
			return;
		}
	}
	if (kt_str_starts(kt_buf_str(word), KT_STR("practis")))
		replace(word, 6, 1, "c");
}

static void replace_our(kt_buf *word)
{
	if (kt_str_find(kt_buf_str(word), KT_STR("our"), 0) == SIZE_MAX)
		return;
	for (size_t i = 0; i < COUNT(in_our); i++) {
		kt_str root = in_our[i];
		size_t at = kt_str_find(kt_buf_str(word), root, 0);

		if (at != SIZE_MAX && is_prefix(kt_str_sub(kt_buf_str(word), 0, at))) {
			replace(word, at + root.len - 2, 1, "");
			return;
		}
	}
}

static void replace_re(kt_buf *word)
{
	static const pair ends[] = { { SLICE("re"), "er" }, { SLICE("res"), "ers" },
		{ SLICE("red"), "ered" }, { SLICE("ring"), "ering" } };

	for (size_t i = 0; i < COUNT(ends); i++) {
		kt_str end = ends[i].from, root = kt_buf_str(word);

		if (!lookup_ends(root, end))
			continue;
		root = kt_str_sub(root, 0, root.len - end.len);
		for (size_t j = 0; j < COUNT(in_re); j++) {
			kt_str stem = in_re[j];

			if (lookup_ends(root, stem) &&
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
	static const kt_str ends[] = { SLICE("ed"), SLICE("ing"), SLICE("ings"), SLICE("er"),
		SLICE("ers"), SLICE("or"), SLICE("ors"), SLICE("ous"), SLICE("ously"), SLICE("ist"),
		SLICE("ists") };

	for (size_t i = 0; i < COUNT(ends); i++) {
		kt_str base = kt_buf_str(word), end = ends[i];

		if (!lookup_ends(base, end))
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
