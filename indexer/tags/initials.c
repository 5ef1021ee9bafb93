/* initials.c - which names a letter, or the first letters of a name, can stand for. */
#include "translit.h"

#include "kartoteka/text.h"

#include <string.h>

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
