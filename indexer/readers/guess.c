/* guess.c - which legacy encoding a text is in.
 *
 * Russian was written in six encodings of one byte a letter that differ in little but the order of
 * the letters, so that a guess by the sets of bytes alone is often wrong on a page.  Here the pairs
 * of neighbouring bytes are counted once for the whole file, and each encoding is scored by how
 * well the pairs of letters that it makes of them fit Russian (or, for windows-1252, how well
 * accented letters stand among plain ones).  uchardet is asked where none of them fits. */
#include "encoding.h"

#include <iconv.h>
#include <string.h>
#include <strings.h>
#include <uchardet/uchardet.h>

enum { LETTERS = 33 }; /* the end of a word, and а..я; ё counts as е */

/* log2 of how much more often the second letter follows the first than if all were alike, plus 4;
 * counted over 210,000 letters of Russian prose.  Row and column 0 are the end of a word. */
static const char russian_pairs[LETTERS][LETTERS + 1] = {
	"444645314505345564644322420000302", /* - */
	"703534324135656035551233311000034", /* а */
	"350000600502504706304002020004470", /* б */
	"760000601503514614433000030051002", /* в */
	"450024500601502806114000000000100", /* г */
	"570402640602505624415001000031102", /* д */
	"712445333044556226550121221000010", /* е */
	"362006800602006400103000000002300", /* ж */
	"672535410503456504204001000051003", /* з */
	"732433514544555324550143400000035", /* и */
	"800102000003135301620001130000000", /* й */
	"670200630600401705355002000000000", /* к */
	"560000620701302600204000000036045", /* л */
	"762000700601234640205000000041004", /* м */
	"560133600702005700443103000062003", /* н */
	"605655333233244555145550012210000", /* о */
	"260000600400403837024000000021001", /* п */
	"471322730602234701445010010041003", /* р */
	"540400500506524553474010220014005", /* с */
	"660500600602102104705504000000045", /* т */
	"724255444204545055550031524000260", /* у */
	"460000700700410706345500000020010", /* ф */
	"850300200400303603204000000000000", /* х */
	"450000700702804000304000000030000", /* ц */
	"370000710703306003063000010002000", /* ч */
	"260100700706504501054000000002100", /* ш */
	"060000800800003001004000000003000", /* щ */
	"111111811111111111111111111111117", /* ъ */
	"702402602052662023440060330000000", /* ы */
	"802102404104037000540101050000054", /* ь */
	"301400400336655145381400010000000", /* э */
	"833034034013111004270103506000010", /* ю */
	"802513423011344002250030203000042", /* я */
};

/* What a byte stands for, as far as the scores ask. */
enum kind {
	SPACE, /* and what else parts words: ASCII punctuation, digits */
	LATIN, /* a letter of ASCII */
	CYRILLIC, /* a letter of Russian */
	FOREIGN, /* another Cyrillic letter: Ukrainian, Serbian, pre-reform */
	ACCENTED, /* a Latin letter with an accent */
	MARK, /* what print uses: quotation marks, dashes, the paragraph and number signs */
	ODD, /* other signs: box drawing, currency, fractions */
	NOTHING /* no character */
};

/* An encoding of one byte a letter. */
struct charset {
	uint16_t letters[128]; /* what 0x80..0xFF stand for; 0xFFFD: nothing */
};

struct letter {
	enum kind kind;
	int index; /* of the row in russian_pairs */
	int capital;
};

/* 0 when iconv does not know the name. */
static int charset_load(struct charset *out, const char *name)
{
	iconv_t cd = iconv_open("UTF-16LE", name);

	if (cd == (iconv_t)-1)
		return 0;
	for (int i = 0; i < 128; i++) {
		char in = (char)(i + 128), *from = &in;
		unsigned char unit[2] = { 0xFD, 0xFF };
		char *to = (char *)unit;
		size_t from_left = 1, to_left = 2;

		iconv(cd, NULL, NULL, NULL, NULL);
		if (iconv(cd, &from, &from_left, &to, &to_left) == (size_t)-1 || to_left != 0)
			out->letters[i] = 0xFFFD;
		else
			out->letters[i] = (uint16_t)(unit[0] | unit[1] << 8);
	}
	iconv_close(cd);
	return 1;
}

static struct letter high_letter(uint32_t c)
{
	struct letter l = { ODD, 0, 0 };

	if (c >= 0x410 && c <= 0x44F) {
		l.kind = CYRILLIC;
		l.index = (int)(c - (c < 0x430 ? 0x410 : 0x430)) + 1;
		l.capital = c < 0x430;
	} else if (c == 0x401 || c == 0x451) {
		l.kind = CYRILLIC;
		l.index = 6;
		l.capital = c == 0x401;
	} else if (c >= 0x400 && c <= 0x4FF) {
		l.kind = FOREIGN;
		l.capital = c < 0x410 || c == 0x490;
	} else if ((c >= 0xC0 && c <= 0x17F && c != 0xD7 && c != 0xF7) || c == 0x192) {
		l.kind = ACCENTED;
		l.capital = c < 0xDF || c == 0x152 || c == 0x160 || c == 0x178 || c == 0x17D;
	} else if ((c >= 0x2010 && c <= 0x201E) || c == 0x2026 || c == 0xA0 || c == 0xAB ||
		   c == 0xBB || c == 0xA7 || c == 0xA9 || c == 0xB0 || c == 0xAD || c == 0xB7 ||
		   c == 0x2116) {
		l.kind = MARK;
	} else if (c == 0xFFFD || (c >= 0x80 && c < 0xA0)) {
		l.kind = NOTHING;
	}
	return l;
}

static struct letter letter_of(const struct charset *set, int byte)
{
	struct letter l = { SPACE, 0, 0 };

	if (byte >= 128)
		return high_letter(set->letters[byte - 128]);
	if ((byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z')) {
		l.kind = LATIN;
		l.capital = byte <= 'Z';
	}
	return l;
}

/* How well two kinds stand side by side, in the unit of russian_pairs. */
static const signed char side_by_side[8][8] = {
	/*            SPACE LATIN CYRIL FOREI ACCEN MARK  ODD  NOTHING */
	/* SPACE */ { 0, 0, 0, 0, -1, 0, -1, -30 },
	/* LATIN */ { 0, 0, -5, -5, 2, 1, -4, -30 },
	/* CYRIL */ { 0, -5, 0, -1, -5, 0, -5, -30 },
	/* FOREI */ { 0, -5, -1, -2, -5, 0, -5, -30 },
	/* ACCEN */ { -1, 2, -5, -5, -2, 0, -4, -30 },
	/* MARK  */ { 0, 1, 0, 0, 0, 0, -1, -30 },
	/* ODD   */ { -1, -4, -5, -5, -4, -1, 0, -30 },
	/* NOTH  */ { -30, -30, -30, -30, -30, -30, -30, -30 },
};

static int ends_word(enum kind kind)
{
	return kind == SPACE || kind == MARK;
}

static int is_letter(enum kind kind)
{
	return kind == LATIN || kind == CYRILLIC || kind == FOREIGN || kind == ACCENTED;
}

static int pair_score(struct letter a, struct letter b)
{
	int score = side_by_side[a.kind][b.kind];

	if ((a.kind == CYRILLIC && (b.kind == CYRILLIC || ends_word(b.kind))) ||
		(b.kind == CYRILLIC && ends_word(a.kind)))
		score += russian_pairs[a.index][b.index] - '4';
	if (is_letter(a.kind) && is_letter(b.kind) && !a.capital && b.capital)
		score -= 8; /* No alphabet has capitals within words. */
	if (a.kind == CYRILLIC && a.capital && ends_word(b.kind))
		score -= 2; /* Rare but in texts all in capitals, where it weighs on every reading.
			     */
	return score;
}

/* How often each pair of bytes stands in the text where one of them is above ASCII. */
struct pairs {
	uint32_t count[256][256];
};

static void count_pairs(struct pairs *pairs, kt_str bytes)
{
	const unsigned char *p = (const unsigned char *)bytes.ptr;
	unsigned char before = ' ';

	for (size_t i = 0; i < bytes.len; i++) {
		if ((p[i] | before) & 0x80)
			pairs->count[before][p[i]]++;
		before = p[i];
	}
	if (before & 0x80)
		pairs->count[before][' ']++;
}

static int64_t charset_score(const struct charset *set, const struct pairs *pairs)
{
	struct letter letters[256];
	int64_t score = 0;

	for (int i = 0; i < 256; i++)
		letters[i] = letter_of(set, i);
	for (int a = 0; a < 256; a++)
		for (int b = a < 128 ? 128 : 0; b < 256; b++)
			if (pairs->count[a][b])
				score += (int64_t)pairs->count[a][b] *
					 pair_score(letters[a], letters[b]);
	return score;
}

/* The encodings that are scored.  Of equals the first is taken: KOI8-U and windows-1251 hold what
 * KOI8-R and windows-1252 hold beyond letters, and must win by letters of their own.  The rarer an
 * encoding, the more must speak for it (in the unit of russian_pairs). */
static const struct {
	const char *name;
	int rarity;
} scored[] = {
	{ "windows-1252", 0 },
	{ "windows-1251", 0 },
	{ "KOI8-R", 0 },
	{ "KOI8-U", 1 },
	{ "CP866", 0 },
	{ "ISO-8859-5", 2 },
	{ "MAC-CYRILLIC", 2 },
	{ "IBM855", 2 },
};
enum { SCORED = sizeof(scored) / sizeof(*scored) };

/* Bytes 0x80..0x9F are control characters in the encodings of ISO, letters in those of Windows. */
static int has_controls(kt_str bytes)
{
	for (size_t i = 0; i < bytes.len; i++)
		if ((bytes.ptr[i] & 0xE0) == 0x80)
			return 1;
	return 0;
}

static const char *of_windows(const char *name)
{
	static const char *const pairs[][2] = { { "ISO-8859-2", "WINDOWS-1250" },
		{ "ISO-8859-7", "WINDOWS-1253" }, { "ISO-8859-8", "WINDOWS-1255" },
		{ "ISO-8859-9", "WINDOWS-1254" }, { "ISO-8859-13", "WINDOWS-1257" } };

	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
		if (strcmp(pairs[i][0], name) == 0)
			return pairs[i][1];
	return name;
}

/* Names that uchardet gives and iconv knows; NULL when it has no guess or one that cannot be (its
 * Cyrillic and UTF guesses were judged before). */
static const char *ask_uchardet(kt_str bytes)
{
	static const char *const names[] = { "BIG5", "EUC-JP", "EUC-KR", "EUC-TW", "GB18030",
		"IBM852", "ISO-8859-2", "ISO-8859-3", "ISO-8859-4", "ISO-8859-6", "ISO-8859-7",
		"ISO-8859-8", "ISO-8859-9", "ISO-8859-10", "ISO-8859-13", "ISO-8859-15",
		"ISO-8859-16", "SHIFT_JIS", "TIS-620", "UHC", "WINDOWS-1250", "WINDOWS-1253",
		"WINDOWS-1255", "WINDOWS-1256", "WINDOWS-1257", "WINDOWS-1258" };
	const size_t enough = (size_t)1 << 20;
	uchardet_t detector = uchardet_new();
	const char *name = NULL;

	if (!detector)
		return NULL;
	if (uchardet_handle_data(detector, bytes.ptr, bytes.len < enough ? bytes.len : enough) ==
		0) {
		uchardet_data_end(detector);
		for (size_t i = 0; i < sizeof(names) / sizeof(*names) && !name; i++)
			if (strcasecmp(names[i], uchardet_get_charset(detector)) == 0)
				name = names[i];
	}
	uchardet_delete(detector);
	return name && has_controls(bytes) ? of_windows(name) : name;
}

kt_status charset_guess(const char **name, int *guessed, kt_arena *arena, kt_str bytes,
	const char *declared, kt_error *err)
{
	struct pairs *pairs = kt_arena_alloc(arena, sizeof(*pairs));
	int64_t best = INT64_MIN, of_declared = INT64_MIN;
	struct charset set;

	*name = NULL;
	*guessed = 1;
	if (!pairs)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	count_pairs(pairs, bytes);
	for (int i = 0; i < SCORED; i++) {
		int64_t score;

		if (!charset_load(&set, scored[i].name))
			continue;
		score = charset_score(&set, pairs) - scored[i].rarity;
		if (declared && strcmp(declared, scored[i].name) == 0)
			of_declared = score;
		if (score > best) {
			best = score;
			*name = scored[i].name;
		}
	}
	if (declared && (best <= 0 || of_declared == INT64_MIN || of_declared >= best / 2)) {
		*name = declared;
		*guessed = 0;
	} else if (best < 0 || !*name) {
		const char *other = ask_uchardet(bytes);

		*name = other ? other : "windows-1252";
	}
	return KT_OK;
}
