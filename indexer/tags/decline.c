#include "decline.h"

#include <string.h>

/* Paradigms of Zaliznyak, "Grammatical Dictionary of the Russian Language" (surnames: introduction,
 * section 12), and of the Ukrainian orthography of 2019, sections 92-93.  A name takes the first
 * row whose ending it has.  `cut` bytes go, then one of the endings comes; after ';' the plural. */
enum { MAN = 1, WOMAN = 2, BOTH = 3, SUR = 4, FORE = 8, ANY = 12 };

static const struct paradigm {
	const char *ending;
	int fits;
	size_t cut;
	const char *endings;
} paradigms[] = {
	/* German: Ульрих, Рерих, Эрлих */
	{ "рих", MAN | ANY, 0, "а у ом е" },
	{ "лих", MAN | SUR, 0, "а у ом е" },
	/* indeclinable */
	{ "их", BOTH | SUR, 0, "" },
	{ "ых", BOTH | SUR, 0, "" },
	{ "аго", BOTH | SUR, 0, "" },
	/* Forenames that lose a vowel. */
	{ "лев", MAN | FORE, 4, "ьва ьву ьвом ьве" },
	{ "павел", MAN | FORE, 4, "ла лу лом ле" },
	{ "петр", MAN | FORE, 0, "а у ом е" },
	{ "любовь", WOMAN | FORE, 2, "и ью" },
	/* adjectives */
	{ "ский", MAN | SUR, 4, "ого ому им ом;ие их им ими" },
	{ "цкий", MAN | SUR, 4, "ого ому им ом;ие их им ими" },
	{ "ській", MAN | SUR, 4, "ого ому им ім;і их им ими" },
	{ "ський", MAN | SUR, 4, "ого ому им ім;і их им ими" },
	{ "цький", MAN | SUR, 4, "ого ому им ім;і их им ими" },
	{ "ской", MAN | SUR, 4, "ого ому им ом;ие их им ими" },
	{ "кий", MAN | SUR, 4, "ого ому им ом;ие их им ими" },
	{ "гий", MAN | SUR, 4, "ого ому им ом;ие их им ими" },
	{ "хий", MAN | SUR, 4, "ого ому им ом;ие их им ими" },
	{ "ый", MAN | SUR, 4, "ого ому ым ом;ые ых ым ыми" },
	{ "ой", MAN | SUR, 4, "ого ому ым им ом;ые ие ых их ыми ими" },
	{ "ая", WOMAN | SUR, 4, "ой ую ою;ие ые их ых им ым ими ыми" },
	{ "яя", WOMAN | SUR, 4, "ей юю ею" },
	{ "ська", WOMAN | SUR, 2, "ої ій у ою" },
	{ "цька", WOMAN | SUR, 2, "ої ій у ою" },
	/* possessives */
	{ "ов", MAN | SUR, 0, "а у ым ом е ові;ы ых ым ыми" },
	{ "ев", MAN | SUR, 0, "а у ым ом е ові;ы ых ым ыми" },
	{ "ёв", MAN | SUR, 0, "а у ым ом е;ы ых ым ыми" },
	{ "їв", MAN | SUR, 4, "єва єву євим єві" },
	{ "ів", MAN | SUR, 4, "ова ову овим ові" },
	{ "ин", MAN | SUR, 0, "а у ым ом е;ы ых ым ыми" },
	{ "ын", MAN | SUR, 0, "а у ым ом е;ы ых ым ыми" },
	{ "ін", MAN | SUR, 0, "а у им ом і;и их" },
	{ "ова", WOMAN | SUR, 2, "ой у ою;ы ых ым ыми" },
	{ "ева", WOMAN | SUR, 2, "ой у ою;ы ых ым ыми" },
	{ "ёва", WOMAN | SUR, 2, "ой у ою;ы ых ым ыми" },
	{ "ина", WOMAN | SUR, 2, "ой у ы е ою;ы ых ым ыми" },
	{ "ына", WOMAN | SUR, 2, "ой у ою;ы ых ым ыми" },
	/* first and second declension */
	{ "ия", BOTH | ANY, 2, "и ю ей ею" },
	{ "ья", BOTH | ANY, 2, "и е ю ей ёй ею" },
	{ "а", BOTH | ANY, 2, "ы и е у ой ей ою ею;ам ами ах" },
	{ "я", BOTH | ANY, 2, "и е ю ей ею;ям ями ях" },
	{ "ко", BOTH | SUR, 2, "а у ом ові" },
	{ "ий", MAN | ANY, 2, "я ю ем и" },
	{ "й", MAN | ANY, 2, "я ю ем е;и ев ям ями ях" },
	{ "ь", MAN | ANY, 2, "я ю ем е;и ей ям ями ях" },
	{ "ец", MAN | SUR, 4, "ца цу цем цом це;цы цев" },
	{ "ок", MAN | SUR, 0, "а у ом е;и" },
	{ "ек", MAN | SUR, 0, "а у ом е;и" },
	{ "ж", MAN | ANY, 0, "а у ем ом е;и ей ам ами ах" },
	{ "ш", MAN | ANY, 0, "а у ем ом е;и ей ам ами ах" },
	{ "ч", MAN | ANY, 0, "а у ем ом е;и ей ам ами ах" },
	{ "щ", MAN | ANY, 0, "а у ем ом е;и ей ам ами ах" },
	{ "ц", MAN | ANY, 0, "а у ем ом е;ы ев ам ами ах" },
	{ "г", MAN | ANY, 0, "а у ом е;и ов ам ами ах" },
	{ "к", MAN | ANY, 0, "а у ом е;и ов ам ами ах" },
	{ "х", MAN | ANY, 0, "а у ом е;и ов ам ами ах" },
	{ "о", BOTH | ANY, 0, "" },
	{ "е", BOTH | ANY, 0, "" },
	{ "э", BOTH | ANY, 0, "" },
	{ "и", BOTH | ANY, 0, "" },
	{ "і", BOTH | ANY, 0, "" },
	{ "у", BOTH | ANY, 0, "" },
	{ "ю", BOTH | ANY, 0, "" },
	{ "ы", BOTH | ANY, 0, "" },
	{ "", MAN | ANY, 0, "а у ом е ові;ы ов ам ами ах" },
};

enum { FORM_MAX = 160 };

void decline(kt_str nominative, name_class what, gender g, decline_fn fn, void *context)
{
	int want = what == NAME_SURNAME ? SUR : FORE;
	int who = g == GENDER_WOMAN ? WOMAN : MAN; /* unknown: as men are */
	const struct paradigm *p = NULL;
	char form[FORM_MAX];
	int plural = 0;

	for (size_t i = 0; !p && i < sizeof paradigms / sizeof *paradigms; i++)
		if ((paradigms[i].fits & want) && (paradigms[i].fits & who) &&
			nominative.len > strlen(paradigms[i].ending) / 2 &&
			kt_str_ends(nominative, kt_str_of(paradigms[i].ending)))
			p = &paradigms[i];
	if (!p || nominative.len < p->cut + 2 || nominative.len > FORM_MAX - 16)
		return;
	for (const char *at = p->endings; *at;) {
		size_t n = strcspn(at, " ;"), stem = nominative.len - p->cut;

		memcpy(form, nominative.ptr, stem);
		memcpy(form + stem, at, n);
		fn(context, (kt_str) { form, stem + n }, plural);
		at += n;
		if (*at == ';')
			plural = 1;
		at += *at != '\0';
	}
}

/* Back from a case: endings and what stands in the nominative, the likeliest first.  Only where the
 * stem looks like a surname's. */
static const struct back {
	const char *oblique, *nominative;
	int who;
} backs[] = {
	{ "ского", "ский", MAN },
	{ "скому", "ский", MAN },
	{ "ским", "ский", MAN },
	{ "ском", "ский", MAN },
	{ "цкого", "цкий", MAN },
	{ "цкому", "цкий", MAN },
	{ "цким", "цкий", MAN },
	{ "цком", "цкий", MAN },
	{ "ской", "ская", WOMAN },
	{ "скую", "ская", WOMAN },
	{ "цкой", "цкая", WOMAN },
	{ "цкую", "цкая", WOMAN },
	{ "ова", "ов", MAN },
	{ "ову", "ов", MAN },
	{ "овым", "ов", MAN },
	{ "ове", "ов", MAN },
	{ "ева", "ев", MAN },
	{ "еву", "ев", MAN },
	{ "евым", "ев", MAN },
	{ "еве", "ев", MAN },
	{ "ёва", "ёв", MAN },
	{ "ёву", "ёв", MAN },
	{ "ёвым", "ёв", MAN },
	{ "ёве", "ёв", MAN },
	{ "ина", "ин", MAN },
	{ "ину", "ин", MAN },
	{ "иным", "ин", MAN },
	{ "ине", "ин", MAN },
	{ "ына", "ын", MAN },
	{ "ыну", "ын", MAN },
	{ "ыным", "ын", MAN },
	{ "овой", "ова", WOMAN },
	{ "ову", "ова", WOMAN },
	{ "евой", "ева", WOMAN },
	{ "еву", "ева", WOMAN },
	{ "ёвой", "ёва", WOMAN },
	{ "иной", "ина", WOMAN },
	{ "ину", "ина", WOMAN },
	{ "ова", "ова", WOMAN },
	{ "ева", "ева", WOMAN },
	{ "ина", "ина", WOMAN },
	{ "ого", "ый", MAN },
	{ "ому", "ый", MAN },
	{ "ым", "ый", MAN },
	{ "ией", "ия", MAN },
	{ "ии", "ия", MAN },
	{ "ию", "ия", MAN },
	{ "ьем", "ь", MAN },
	{ "чем", "ч", MAN },
	{ "шем", "ш", MAN },
	{ "жем", "ж", MAN },
	{ "цем", "ц", MAN },
	{ "ем", "ь", MAN },
	{ "ем", "й", MAN },
	{ "ом", "", MAN },
	{ "ою", "а", MAN },
	{ "ой", "а", MAN },
	{ "ы", "а", MAN },
	{ "я", "ь", MAN },
	{ "я", "й", MAN },
	{ "ю", "ь", MAN },
	{ "а", "", MAN },
	{ "у", "", MAN },
	{ "е", "", MAN },
	{ "у", "а", MAN },
	{ "е", "а", MAN },
	{ "и", "", MAN },
};

size_t nominatives(kt_arena *arena, kt_str form, gender g, kt_str out[NOMINATIVES])
{
	size_t count = 0;
	int who = g == GENDER_WOMAN ? WOMAN : g == GENDER_MAN ? MAN : BOTH;

	for (size_t i = 0; count + 1 < NOMINATIVES && i < sizeof backs / sizeof *backs; i++) {
		kt_str oblique = kt_str_of(backs[i].oblique);

		if (!(backs[i].who & who) || form.len < oblique.len + 6 ||
			!kt_str_ends(form, oblique))
			continue;
		out[count].ptr = kt_arena_printf(arena, "%.*s%s", (int)(form.len - oblique.len),
			form.ptr, backs[i].nominative);
		if (!out[count].ptr)
			break;
		out[count].len = strlen(out[count].ptr);
		count++;
	}
	out[count++] = form;
	return count;
}

gender patronymic_gender(kt_str folded)
{
	static const struct {
		const char *ending;
		gender g;
	} endings[] = { { "овна", GENDER_WOMAN }, { "евна", GENDER_WOMAN },
		{ "ёвна", GENDER_WOMAN }, { "ична", GENDER_WOMAN }, { "овны", GENDER_WOMAN },
		{ "евны", GENDER_WOMAN }, { "ичны", GENDER_WOMAN }, { "овне", GENDER_WOMAN },
		{ "евне", GENDER_WOMAN }, { "ичне", GENDER_WOMAN }, { "овну", GENDER_WOMAN },
		{ "евну", GENDER_WOMAN }, { "ичну", GENDER_WOMAN }, { "овной", GENDER_WOMAN },
		{ "евной", GENDER_WOMAN }, { "ичной", GENDER_WOMAN }, { "ович", GENDER_MAN },
		{ "евич", GENDER_MAN }, { "ьич", GENDER_MAN }, { "мич", GENDER_MAN },
		{ "нич", GENDER_MAN }, { "тич", GENDER_MAN }, { "кич", GENDER_MAN },
		{ "овича", GENDER_MAN }, { "евича", GENDER_MAN }, { "ьича", GENDER_MAN },
		{ "мича", GENDER_MAN }, { "нича", GENDER_MAN }, { "тича", GENDER_MAN },
		{ "овичу", GENDER_MAN }, { "евичу", GENDER_MAN }, { "ьичу", GENDER_MAN },
		{ "овичем", GENDER_MAN }, { "евичем", GENDER_MAN }, { "ьичом", GENDER_MAN },
		{ "ьичем", GENDER_MAN }, { "овиче", GENDER_MAN }, { "евиче", GENDER_MAN },
		{ "ьиче", GENDER_MAN }, { "ovich", GENDER_MAN }, { "evich", GENDER_MAN },
		{ "evitch", GENDER_MAN }, { "ovitch", GENDER_MAN }, { "ovič", GENDER_MAN },
		{ "evič", GENDER_MAN }, { "ovna", GENDER_WOMAN }, { "evna", GENDER_WOMAN },
		{ "lich", GENDER_MAN }, { "yich", GENDER_MAN }, { "ilych", GENDER_MAN },
		{ "tich", GENDER_MAN }, { "mich", GENDER_MAN }, { "ichna", GENDER_WOMAN },
		{ "inichna", GENDER_WOMAN } };

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (folded.len > strlen(endings[i].ending) + 1 &&
			kt_str_ends(folded, kt_str_of(endings[i].ending)))
			return endings[i].g;
	return GENDER_UNKNOWN;
}
