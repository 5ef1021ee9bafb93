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
