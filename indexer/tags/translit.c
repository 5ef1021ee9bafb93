#include "translit.h"

#include "kartoteka/text.h"

#include <string.h>

/* Canonical letters, one byte each: a b v g d e J(ж) z i k l m n o p r s t u f h(х) c(ц) C(ч) S(ш);
 * щ is SC; ь and ъ are nothing; й, ы, и are i; э, ё, е are e; the glide of я, ю, е is nothing. */

/* ---- Cyrillic ---- */

static const char *cyrillic_canon(uint32_t cp)
{
	static const char *const base[32] = { "a", "b", "v", "g", "d", "e", "J", "z", "i", "i", "k",
		"l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "c", "C", "S", "SC", "", "i",
		"", "e", "iu", "ia" };

	if (cp >= 0x430 && cp <= 0x44F)
		return base[cp - 0x430];
	switch (cp) {
	case 0x451: /* ё */
	case 0x454: /* є */
	case 0x463: /* ѣ */
		return "e";
	case 0x456: /* і */
	case 0x457: /* ї */
	case 0x475: /* ѵ */
		return "i";
	case 0x45E: /* ў */
		return "u";
	case 0x491: /* ґ */
		return "g";
	case 0x473: /* ѳ */
		return "f";
	default:
		return NULL;
	}
}

/* ---- Latin ---- */

/* Letters with marks that tell more than their base letter: ISO 9, the scientific system, Polish,
 * Czech, German.  Everything else loses its mark. */
static const struct {
	uint32_t cp;
	const char *as;
} marked[] = {
	{ 0x17E, "J" },
	{ 0x17C, "J" },
	{ 0x161, "S" },
	{ 0x15B, "s" },
	{ 0x15D, "SC" },
	{ 0x10D, "C" },
	{ 0x109, "C" },
	{ 0x107, "C" },
	{ 0xE7, "s" },
	{ 0xE2, "a" },
	{ 0xFB, "u" },
	{ 0x142, "l" },
	{ 0xF3, "o" },
	{ 0xDF, "ss" },
	{ 0xE6, "e" },
	{ 0x153, "e" },
	{ 0xF8, "o" },
	{ 0x111, "d" },
	{ 0x131, "i" },
	{ 0x219, "S" },
	{ 0x15F, "S" },
	{ 0x21B, "c" },
};

/* Groups of letters and what each can stand for, '|' between; the longest that fits is taken.
 * Romanisations: BGN/PCGN, ALA-LC, ISO 9, GOST 7.79 and 16876, BS 2979, scientific, passports;
 * habits of English (tch, ff, tz), German (sch, tsch, w, z, s), French (ou, tch, dj) and Polish
 * (cz, sz, rz) papers. */
typedef struct group {
	uint8_t length;
	const char *letters, *as;
} group;

static const group groups_c[] = { { 5, "chtch", "SC" }, { 2, "ch", "C|h|S|k" }, { 2, "cz", "C|c" },
	{ 2, "ck", "k|ck" }, { 1, "c", "k|c|s" }, { 0, NULL, NULL } };
static const group groups_d[] = { { 4, "dsch", "dJ" }, { 3, "dzh", "dJ" }, { 2, "dz", "dz|z" },
	{ 2, "dj", "dJ|di" }, { 2, "ds", "ds|dz" }, { 0, NULL, NULL } };
static const group groups_e[] = { { 2, "eh", "e" }, { 0, NULL, NULL } };
static const group groups_f[] = { { 2, "ff", "f" }, { 0, NULL, NULL } };
static const group groups_g[] = { { 2, "gh", "g" }, { 0, NULL, NULL } };
static const group groups_h[] = { { 1, "h", "h|g|" }, { 0, NULL, NULL } };
static const group groups_i[] = { { 3, "iou", "u" }, { 0, NULL, NULL } };
static const group groups_j[] = { { 1, "j", "i|J|dJ" }, { 0, NULL, NULL } };
static const group groups_k[] = { { 2, "kh", "h|k" }, { 0, NULL, NULL } };
static const group groups_o[] = { { 2, "ou", "u|ou" }, { 2, "oo", "u|o" }, { 0, NULL, NULL } };
static const group groups_p[] = { { 2, "ph", "f" }, { 0, NULL, NULL } };
static const group groups_q[] = { { 1, "q", "k" }, { 0, NULL, NULL } };
static const group groups_s[] = { { 7, "schtsch", "SC" }, { 6, "shtsch", "SC" },
	{ 5, "shtch", "SC" }, { 5, "stsch", "SC" }, { 4, "szcz", "SC" }, { 4, "shch", "SC" },
	{ 4, "stch", "SC" }, { 3, "sch", "S|SC|J" }, { 3, "shh", "SC" }, { 2, "sh", "S" },
	{ 2, "sz", "S|s" }, { 2, "sc", "sk|SC|s" }, { 2, "ss", "s" }, { 0, NULL, NULL } };
static const group groups_t[] = { { 4, "tsch", "C" }, { 3, "tch", "C" }, { 3, "tsh", "C" },
	{ 2, "ts", "c" }, { 2, "tz", "c" }, { 2, "tc", "c" }, { 2, "th", "t|f" },
	{ 0, NULL, NULL } };
static const group groups_w[] = { { 1, "w", "v" }, { 0, NULL, NULL } };
static const group groups_x[] = { { 1, "x", "ks|h" }, { 0, NULL, NULL } };
static const group groups_y[] = { { 1, "y", "i" }, { 0, NULL, NULL } };
static const group groups_z[] = { { 2, "zh", "J" }, { 1, "z", "z|c|J" }, { 0, NULL, NULL } };

/* By first letter. */
static const group *const groups[26] = { ['c' - 'a'] = groups_c,
	['d' - 'a'] = groups_d,
	['e' - 'a'] = groups_e,
	['f' - 'a'] = groups_f,
	['g' - 'a'] = groups_g,
	['h' - 'a'] = groups_h,
	['i' - 'a'] = groups_i,
	['j' - 'a'] = groups_j,
	['k' - 'a'] = groups_k,
	['o' - 'a'] = groups_o,
	['p' - 'a'] = groups_p,
	['q' - 'a'] = groups_q,
	['s' - 'a'] = groups_s,
	['t' - 'a'] = groups_t,
	['w' - 'a'] = groups_w,
	['x' - 'a'] = groups_x,
	['y' - 'a'] = groups_y,
	['z' - 'a'] = groups_z };

typedef struct reading {
	char at[NAME_KEY_MAX * 2];
	size_t length;
} reading;

static int canon_letter(char c)
{
	return (c >= 'a' && c <= 'z') || c == 'J' || c == 'C' || c == 'S';
}

/* Marks off, what they tell kept in capitals; 0 when a letter is not Latin or there are too many.
 */
static int unmark(char out[NAME_KEY_MAX + 4], kt_str folded)
{
	char plain_room[8];
	size_t n = 0;

	for (size_t at = 0; at < folded.len;) {
		size_t from = at;
		uint32_t cp = kt_utf8_next(folded, &at);
		const char *as = NULL;

		if (n + 2 >= NAME_KEY_MAX)
			return 0;
		if (cp < 0x80) {
			if (cp >= 'a' && cp <= 'z')
				out[n++] = (char)cp;
			continue;
		}
		for (size_t i = 0; i < sizeof marked / sizeof *marked && !as; i++)
			if (marked[i].cp == cp)
				as = marked[i].as;
		if (!as && cp >= 0xC0 && cp < 0x250) {
			kt_buf buf = KT_BUF_INIT;

			kt_fold_plain(&buf, kt_str_sub(folded, from, at));
			as = buf.len && buf.len < sizeof plain_room &&
					     (unsigned char)buf.ptr[0] < 0x80
				     ? memcpy(plain_room, buf.ptr, buf.len + 1)
				     : "";
			kt_buf_release(&buf);
		}
		if (!as)
			as = cyrillic_canon(cp) ? "e" : ""; /* ё in BGN's yё; ties, primes: off */
		while (*as && n + 2 < NAME_KEY_MAX)
			out[n++] = *as++;
	}
	out[n] = '\0';
	return n > 0;
}

static const char *group_at(const char *word, size_t left, size_t *length)
{
	const group *g = *word >= 'a' && *word <= 'z' ? groups[*word - 'a'] : NULL;

	for (; g && g->length; g++)
		if (g->length <= left && !memcmp(g->letters, word, g->length)) {
			*length = g->length;
			return g->as;
		}
	*length = 1;
	return NULL;
}

static int vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/* What no system tells apart in the same way: glides, double letters, тс and ц, -ов after a hiss,
 * -off and -ine of the newspapers. */
static size_t settle(char *s, size_t n)
{
	size_t m = 0;

	for (size_t i = 0; i < n; i++) {
		char c = s[i];

		if (c == 'i' && i + 1 < n && s[i + 1] == 'o' && (i + 2 >= n || s[i + 2] != 'u'))
			continue; /* io: written for ё */
		if (c == 'o' && i && s[i - 1] == 'i')
			c = 'e';
		if (c == 'i' && i + 1 < n && vowel(s[i + 1]))
			continue;
		if (c == 's' && m && s[m - 1] == 't') {
			s[m - 1] = 'c';
			continue;
		}
		if (m && s[m - 1] == c)
			continue;
		s[m++] = c;
	}
	if (m > 3 && s[m - 1] == 'f' && (s[m - 2] == 'o' || s[m - 2] == 'e'))
		s[m - 1] = 'v';
	if (m > 4 && s[m - 1] == 'e' && s[m - 2] == 'n' && s[m - 3] == 'i')
		m--;
	if (m > 3 && s[m - 1] == 'v' && s[m - 2] == 'o' &&
		(s[m - 3] == 'C' || s[m - 3] == 'S' || s[m - 3] == 'J'))
		s[m - 2] = 'e';
	return m;
}

static void keep(name_keys *out, const char *s, size_t n, int acronym)
{
	char room[NAME_KEY_MAX * 2] = "";

	if (out->count == NAME_KEYS || n < 2 || n >= sizeof room)
		return;
	memcpy(room, s, n);
	if (!acronym)
		n = settle(room, n);
	if (n < 2 || n >= NAME_KEY_MAX)
		return;
	for (size_t i = 0; i < out->count; i++)
		if (out->length[i] == n && !memcmp(out->at[i], room, n))
			return;
	memcpy(out->at[out->count], room, n);
	out->at[out->count][n] = '\0';
	out->length[out->count++] = n;
}

/* The readings of a word are a mixed-radix number over its groups; the most usual is zero. */
static void readings(name_keys *out, const char *word, size_t length, int acronym)
{
	const char *as[NAME_KEY_MAX];
	size_t digits[NAME_KEY_MAX] = { 0 }, radix[NAME_KEY_MAX], count = 0;
	int german = strchr(word, 'w') || strstr(word, "sch") || strstr(word, "zk");
	char single[NAME_KEY_MAX][2];

	for (size_t i = 0, n; i < length; i += n) {
		as[count] = group_at(word + i, length - i, &n);
		if (acronym && n == 2 && word[i] == word[i + 1])
			as[count] = group_at(word + i, 1, &n);
		if (!as[count]) {
			single[count][0] = word[i];
			single[count][1] = '\0';
			as[count] =
				german && word[i] == 's' && i + 1 < length &&
						(vowel(word[i + 1]) || strchr("nmlr", word[i + 1]))
					? "s|z"
					: single[count];
		}
		radix[count] = 1;
		for (const char *p = as[count]; *p; p++)
			radix[count] += *p == '|';
		count++;
	}
	for (size_t tries = 0; tries < 4 * NAME_KEYS; tries++) {
		char room[NAME_KEY_MAX * 2] = "";
		size_t n = 0, i;

		for (i = 0; i < count; i++) {
			const char *p = as[i];

			for (size_t skip = digits[i]; skip; p++)
				skip -= *p == '|';
			for (; *p && *p != '|' && n + 1 < sizeof room; p++)
				if (canon_letter(*p))
					room[n++] = *p;
		}
		keep(out, room, n, acronym);
		for (i = count; i && ++digits[i - 1] == radix[i - 1]; i--)
			digits[i - 1] = 0;
		if (!i || out->count == NAME_KEYS)
			break;
	}
}

/* ---- how keys begin ---- */

static const char sound_letters[] = "abvgdeJziklmnoprstufhcCS";

uint32_t sound_bit(char letter)
{
	const char *at = strchr(sound_letters, letter);

	return at ? UINT32_C(1) << (at - sound_letters) : UINT32_MAX;
}

/* By the first letter of a Latin word: what its groups can stand for, and what comes of them when a
 * glide before a vowel is nothing, when marks are taken off that told more (š, ć, æ, œ). */
static const char *const latin_beginnings[26] = { "ae", "b", "kcsChS", "dzJ", "e", "f", "g", NULL,
	"iueao", "iJdueao", "kh", "l", "m", "n", "oue", "pf", "k", "r", "sSJzk", "tcCf", "u", "v",
	"v", "kh", "iueao", "zcJ" };

uint32_t sound_beginnings(uint32_t cp)
{
	const char *letters;
	uint32_t bits = 0;

	if (cp < 0x80) {
		cp |= 0x20;
		letters = cp >= 'a' && cp <= 'z' ? latin_beginnings[cp - 'a'] : NULL;
	} else {
		if (cp >= 0x400 && cp < 0x410)
			cp += 0x50;
		else if (cp >= 0x410 && cp < 0x430)
			cp += 0x20;
		else if (cp >= 0x460 && cp < 0x500)
			cp |= 1;
		letters = cyrillic_canon(cp);
		letters = letters && *letters == 'i' ? "iueao" : letters;
	}
	if (!letters || !*letters)
		return UINT32_MAX;
	while (*letters)
		bits |= sound_bit(*letters++);
	return bits;
}

/* ---- the two together ---- */

script script_of(kt_str word)
{
	int latin = 0, cyrillic = 0;

	for (size_t at = 0; at < word.len;) {
		unsigned char c = (unsigned char)word.ptr[at];
		uint32_t cp;

		if (c < 0x80) {
			latin |= (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
			at++;
			continue;
		}
		cp = kt_utf8_next(word, &at);
		if (cp == 0x451 && !cyrillic && latin) /* BGN/PCGN writes yё */
			continue;
		latin |= cp >= 0xC0 && cp < 0x250;
		cyrillic |= cp >= 0x400 && cp < 0x530;
	}
	return latin && cyrillic ? SCRIPT_MIXED
	       : latin		 ? SCRIPT_LATIN
	       : cyrillic	 ? SCRIPT_CYRILLIC
				 : SCRIPT_NONE;
}

size_t word_letters(kt_str word)
{
	size_t n = 0;

	for (size_t at = 0; at < word.len;)
		n += kt_utf8_next(word, &at) != '\'';
	return n;
}

static void keys_of(name_keys *out, kt_str folded, int acronym)
{
	char word[NAME_KEY_MAX + 4];
	size_t n = 0;

	out->count = 0;
	switch (script_of(folded)) {
	case SCRIPT_CYRILLIC:
		for (size_t at = 0; at < folded.len;) {
			const char *as = cyrillic_canon(kt_utf8_next(folded, &at));

			while (as && *as && n < NAME_KEY_MAX)
				word[n++] = *as++;
		}
		if (n < NAME_KEY_MAX)
			keep(out, word, n, acronym);
		break;
	case SCRIPT_LATIN:
		if (unmark(word, folded))
			readings(out, word, strlen(word), acronym);
		break;
	default:
		break;
	}
}

void name_keys_of(name_keys *out, kt_str folded)
{
	keys_of(out, folded, 0);
}

void acronym_keys_of(name_keys *out, kt_str folded)
{
	keys_of(out, folded, 1);
}

int unmix(kt_buf *out, kt_str folded)
{
	static const struct {
		char latin;
		uint32_t cyrillic;
	} alike[] = { { 'a', 0x430 }, { 'b', 0x432 }, { 'c', 0x441 }, { 'e', 0x435 },
		{ 'h', 0x43D }, { 'i', 0x456 }, { 'k', 0x43A }, { 'm', 0x43C }, { 'o', 0x43E },
		{ 'p', 0x440 }, { 't', 0x442 }, { 'u', 0x438 }, { 'x', 0x445 }, { 'y', 0x443 } };
	size_t latin = 0, cyrillic = 0;

	kt_buf_clear(out);
	if (script_of(folded) != SCRIPT_MIXED)
		return 0;
	for (size_t at = 0; at < folded.len;) {
		uint32_t cp = kt_utf8_next(folded, &at);

		latin += cp < 0x250;
		cyrillic += cp >= 0x400 && cp < 0x530;
	}
	for (size_t at = 0; at < folded.len;) {
		uint32_t cp = kt_utf8_next(folded, &at);

		for (size_t i = 0; i < sizeof alike / sizeof *alike; i++) {
			if (cyrillic >= latin && cp == (uint32_t)alike[i].latin) {
				cp = alike[i].cyrillic;
				break;
			}
			if (cyrillic < latin && cp == alike[i].cyrillic) {
				cp = (uint32_t)alike[i].latin;
				break;
			}
		}
		kt_buf_add_codepoint(out, cp);
	}
	return script_of(kt_buf_str(out)) != SCRIPT_MIXED;
}

void strict_cyrillic(kt_buf *out, kt_str folded)
{
	static const char ago[] = "аго", ogo[] = "ого";

	kt_buf_clear(out);
	for (size_t at = 0; at < folded.len;) {
		uint32_t cp = kt_utf8_next(folded, &at);

		if (cp == 0x451 || cp == 0x463)
			cp = 0x435;
		else if (cp == 0x456 || cp == 0x475)
			cp = 0x438;
		else if (cp == 0x473)
			cp = 0x444;
		else if (cp == 0x300 || cp == 0x301 || (cp == 0x44A && at == folded.len))
			continue;
		kt_buf_add_codepoint(out, cp);
	}
	if (out->len > 2 * sizeof ago && kt_str_ends(kt_buf_str(out), KT_STR(ago)))
		memcpy(out->ptr + out->len - (sizeof ogo - 1), ogo, sizeof ogo - 1);
}

/* ---- initials ---- */

/* Bits of Cyrillic letters: а is bit 0 ... я is bit 31. */
#define BIT(cp) (UINT32_C(1) << ((cp)-0x430))
#define A_ BIT(0x430)
#define B_ BIT(0x431)
#define V_ BIT(0x432)
#define G_ BIT(0x433)
#define D_ BIT(0x434)
#define E_ (BIT(0x435) | BIT(0x44D))
#define ZH BIT(0x436)
#define Z_ BIT(0x437)
#define I_ BIT(0x438)
#define J_ BIT(0x439)
#define K_ BIT(0x43A)
#define L_ BIT(0x43B)
#define M_ BIT(0x43C)
#define N_ BIT(0x43D)
#define O_ BIT(0x43E)
#define P_ BIT(0x43F)
#define R_ BIT(0x440)
#define S_ BIT(0x441)
#define T_ BIT(0x442)
#define U_ BIT(0x443)
#define F_ BIT(0x444)
#define H_ BIT(0x445)
#define TS BIT(0x446)
#define CH BIT(0x447)
#define SH (BIT(0x448) | BIT(0x449))
#define YU BIT(0x44E)
#define YA BIT(0x44F)
#define Q_ BIT(0x44A) /* letters of foreign names alone: Q, unlike any */

static const struct {
	const char *letters;
	uint32_t alone, begins; /* as an initial; as the beginning of a name in full */
} initial[] = {
	{ "sch", SH | ZH, SH | ZH | S_ },
	{ "tsch", CH, CH },
	{ "tch", CH, CH },
	{ "dzh", D_ | ZH, D_ | ZH },
	{ "ya", YA, YA },
	{ "ia", YA, YA | I_ },
	{ "ja", YA, YA | D_ },
	{ "yu", YU, YU },
	{ "iu", YU, YU | I_ },
	{ "ju", YU, YU | D_ },
	{ "ye", E_, E_ },
	{ "ie", E_ | I_, E_ | I_ },
	{ "je", E_, E_ | D_ },
	{ "yo", E_, E_ | J_ },
	{ "io", E_ | I_, E_ | I_ },
	{ "jo", E_ | I_, E_ | I_ | D_ },
	{ "zh", ZH, ZH },
	{ "kh", H_, H_ },
	{ "ch", CH | H_ | SH, CH | H_ | SH | K_ },
	{ "sh", SH, SH },
	{ "ts", TS, TS },
	{ "tz", TS, TS },
	{ "ph", F_, F_ },
	{ "th", T_ | F_, T_ | F_ },
	{ "eh", E_, E_ },
	{ "vl", V_, V_ },
	{ "gr", G_, G_ },
	{ "dm", D_, D_ },
	{ "al", A_, A_ },
	{ "a", A_ | YA, A_ },
	{ "b", B_, B_ },
	{ "c", K_ | TS | S_ | CH, K_ | TS | S_ | CH },
	{ "d", D_, D_ },
	{ "e", E_, E_ },
	{ "f", F_, F_ },
	{ "g", G_ | H_, G_ | H_ | ZH },
	{ "h", H_ | G_, H_ | G_ },
	{ "i", I_ | J_ | YU | YA | E_, I_ | J_ | YU | YA | E_ },
	{ "j", I_ | J_ | YU | YA | E_ | ZH | D_, I_ | J_ | ZH | D_ | YU | YA | E_ },
	{ "k", K_ | H_, K_ },
	{ "l", L_, L_ },
	{ "m", M_, M_ },
	{ "n", N_, N_ },
	{ "o", O_, O_ },
	{ "p", P_, P_ },
	{ "q", Q_, Q_ | K_ },
	{ "r", R_, R_ },
	{ "s", S_ | SH, S_ | SH | Z_ },
	{ "t", T_ | F_ | TS, T_ },
	{ "u", U_ | YU, U_ },
	{ "v", V_, V_ },
	{ "w", V_, V_ },
	{ "x", H_, H_ | K_ },
	{ "y", E_ | YU | YA | J_ | I_, E_ | YU | YA | J_ | I_ },
	{ "z", Z_ | ZH | TS, Z_ | ZH | TS },
};

uint32_t initials_of(kt_str folded, int whole)
{
	kt_buf plain = KT_BUF_INIT;
	uint32_t bits = 0;
	size_t at = 0;
	uint32_t cp = kt_utf8_next(folded, &at);

	if (cp >= 0x430 && cp <= 0x44F) {
		bits = BIT(cp);
		if (bits & E_)
			bits = E_;
		if (bits & SH)
			bits = SH;
		return bits;
	}
	if (cp >= 0x450 && cp < 0x530)
		return cp == 0x456 || cp == 0x457 ? I_ : cp == 0x491 ? G_ : E_;
	kt_fold_plain(&plain, folded);
	for (size_t i = 0; !bits && i < sizeof initial / sizeof *initial; i++)
		if (plain.len && kt_str_starts(kt_buf_str(&plain), kt_str_of(initial[i].letters)) &&
			(!whole || plain.len == strlen(initial[i].letters) ||
				!initial[i].letters[1]))
			bits = whole ? initial[i].alone : initial[i].begins;
	kt_buf_release(&plain);
	return bits;
}

int is_digraph_initial(kt_str folded)
{
	static const char *const more[] = { "вл", "гр", "дм", "ал", "ник", "мих", "вяч", "серг",
		"як", "конст", "wm", "geo", "chas", "jos", "thos", "alex", "mik", "nik", "serg",
		"konst", "dzh", "дж", "robt", "edw" };

	for (size_t i = 0; i < sizeof initial / sizeof *initial; i++)
		if (initial[i].letters[1] && kt_str_is(folded, initial[i].letters))
			return 1;
	for (size_t i = 0; i < sizeof more / sizeof *more; i++)
		if (kt_str_is(folded, more[i]))
			return 1;
	return 0;
}

/* ---- ids ---- */

void slug_add(kt_buf *out, kt_str folded)
{
	static const char *const bgn[32] = { "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k",
		"l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch",
		"", "y", "", "e", "yu", "ya" };
	kt_buf plain = KT_BUF_INIT;
	kt_str s;

	kt_fold_plain(&plain, folded);
	s = kt_buf_str(&plain);
	for (size_t at = 0; at < s.len;) {
		uint32_t cp = kt_utf8_next(s, &at);
		const char *as = "";

		if ((cp >= 'a' && cp <= 'z') || (cp >= '0' && cp <= '9'))
			kt_buf_addc(out, (char)cp);
		else if (cp >= 0x430 && cp <= 0x44F)
			kt_buf_add(out, kt_str_of(bgn[cp - 0x430]));
		else if (cp > 0x7F && (as = cyrillic_canon(cp)))
			kt_buf_add(out, kt_str_of(as));
		else if (cp > 0x24F)
			kt_buf_addf(out, "%x", (unsigned)cp); /* another script: still one id */
		else if (cp != '\'' && out->len && out->ptr[out->len - 1] != '-')
			kt_buf_addc(out, '-');
	}
	kt_buf_release(&plain);
}
