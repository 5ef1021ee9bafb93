/* speech_russian.c - the words that quotations are framed with in Russian; ё is written е. */
#include "speech_lists.h"

/* But for stems, each list is in the order of its bytes. */

/* Past stems: писа|л, писа|ла. */
static const char *const past[] = { "веле", "возража", "возрази", "воскликну", "восклица",
	"вспомина", "вспомни", "говори", "добави", "добавля", "доказа", "доказыва", "дума",
	"завери", "заверя", "заключа", "заключи", "закрича", "замети", "замеча", "записа", "заяви",
	"заявля", "изложи", "констатирова", "крикну", "крича", "написа", "напомина", "напомни",
	"настаива", "обвини", "обвиня", "обеща", "объясни", "объясня", "осуди", "осужда", "ответи",
	"отвеча", "отмети", "отмеча", "писа", "повтори", "повторя", "подума", "подчеркива",
	"подчеркну", "полага", "пообеща", "посоветова", "потребова", "поясни", "поясня", "предлага",
	"предложи", "предупреди", "предупрежда", "призва", "призна", "признава", "призыва",
	"приказа", "провозгласи", "провозглаша", "продолжа", "продолжи", "прошепта", "рассказа",
	"рассказыва", "резюмирова", "свидетельствова", "сказа", "советова", "сообща", "сообщи",
	"спрашива", "спроси", "сформулирова", "счита", "телеграфирова", "требова", "уверя", "указа",
	"указыва", "упрека", "упрекну", "утвержда", "уточни", "уточня", "формулирова", "шепта",
	"шути" };

static const char *const past_names[] = { "заклейми", "именова", "назва", "называ", "окрести",
	"описа", "описыва", "определи", "определя", "охарактеризова", "прозва", "характеризова" };

static const char *const present[] = { "возражает", "восклицает", "вспоминает", "говорит",
	"добавляет", "доказывает", "думает", "заключает", "замечает", "заявляет", "констатирует",
	"напоминает", "настаивает", "обвиняет", "объясняет", "отвечает", "отмечает", "пишет",
	"повторяет", "подчеркивает", "полагает", "поясняет", "предлагает", "предупреждает",
	"признает", "призывает", "продолжает", "рассказывает", "свидетельствует", "сообщает",
	"спрашивает", "считает", "требует", "уверяет", "указывает", "утверждает" };

static const char *const present_names[] = { "именует", "называет", "описывает", "определяет",
	"характеризует" };

/* Words of which a genitive says whose they are, without their endings. */
static const char *const noun_stems[] = { "слов", "фраз", "лозунг", "формул", "формулировк",
	"тезис", "заявлени", "замечани", "выражени", "определени", "вопрос", "ответ", "реплик",
	"изречени", "мысл", "вывод", "призыв", "афоризм", "термин", "утверждени", "признани",
	"мнени", "свидетельств", "воспоминани", "оценк", "убеждени", "указани", "предупреждени" };

static const char *const titled_stems[] = { "стать", "книг", "роман", "повест", "рассказ", "поэм",
	"стихотворени", "газет", "журнал", "сборник", "фильм", "пьес", "опер", "брошюр", "очерк",
	"эссе", "доклад", "глав", "раздел", "сери", "альманах", "издательств", "крейсер",
	"броненосц", "броненосец", "линкор", "пароход", "эсминц", "эсминец", "завод", "фабрик",
	"совхоз", "колхоз", "театр", "гостиниц", "операци", "назван", "названи", "заглави",
	"заголов", "под назван", "бюллетен", "воспоминани", "трилоги", "цикл", "песн", "картин",
	"агентств", "издани", "обществ", "комедии", "комеди", "драм", "лекци", "монографи" };

static const word small_russian[] = {
	{ "а", SPEECH_CLAUSE },
	{ "без", SPEECH_PREPOSITION },
	{ "будет", SPEECH_BE },
	{ "был", SPEECH_BE },
	{ "была", SPEECH_BE },
	{ "были", SPEECH_BE },
	{ "было", SPEECH_BE },
	{ "в", SPEECH_PREPOSITION },
	{ "вновь", SPEECH_ADVERB },
	{ "во", SPEECH_PREPOSITION },
	{ "впервые", SPEECH_ADVERB },
	{ "впоследствии", SPEECH_ADVERB },
	{ "всегда", SPEECH_ADVERB },
	{ "вы", SPEECH_PERSONAL },
	{ "где", SPEECH_CLAUSE },
	{ "для", SPEECH_PREPOSITION },
	{ "до", SPEECH_PREPOSITION },
	{ "его", SPEECH_DETERMINER },
	{ "ее", SPEECH_DETERMINER },
	{ "если", SPEECH_CLAUSE },
	{ "еще", SPEECH_ADVERB },
	{ "же", SPEECH_ADVERB },
	{ "за", SPEECH_PREPOSITION },
	{ "затем", SPEECH_ADVERB },
	{ "и", SPEECH_AND },
	{ "из", SPEECH_PREPOSITION },
	{ "или", SPEECH_AND },
	{ "их", SPEECH_DETERMINER },
	{ "к", SPEECH_PREPOSITION },
	{ "как", SPEECH_AS },
	{ "когда", SPEECH_CLAUSE },
	{ "которая", SPEECH_WHO },
	{ "которого", SPEECH_CLAUSE },
	{ "которой", SPEECH_CLAUSE },
	{ "котором", SPEECH_CLAUSE },
	{ "которую", SPEECH_CLAUSE },
	{ "которые", SPEECH_CLAUSE },
	{ "который", SPEECH_WHO },
	{ "лишь", SPEECH_ADVERB },
	{ "между", SPEECH_PREPOSITION },
	{ "меня", SPEECH_PERSONAL },
	{ "мне", SPEECH_PERSONAL },
	{ "мы", SPEECH_PERSONAL },
	{ "на", SPEECH_PREPOSITION },
	{ "над", SPEECH_PREPOSITION },
	{ "не", SPEECH_ADVERB },
	{ "но", SPEECH_CLAUSE },
	{ "о", SPEECH_PREPOSITION },
	{ "об", SPEECH_PREPOSITION },
	{ "однажды", SPEECH_ADVERB },
	{ "он", SPEECH_HE },
	{ "она", SPEECH_SHE },
	{ "они", SPEECH_PERSONAL },
	{ "от", SPEECH_PREPOSITION },
	{ "перед", SPEECH_PREPOSITION },
	{ "по", SPEECH_PREPOSITION | SPEECH_ACCORDING },
	{ "под", SPEECH_PREPOSITION },
	{ "позднее", SPEECH_ADVERB },
	{ "позже", SPEECH_ADVERB },
	{ "после", SPEECH_PREPOSITION },
	{ "потом", SPEECH_ADVERB },
	{ "потому", SPEECH_CLAUSE },
	{ "при", SPEECH_PREPOSITION },
	{ "против", SPEECH_PREPOSITION },
	{ "с", SPEECH_PREPOSITION },
	{ "сам", SPEECH_ADVERB },
	{ "сама", SPEECH_ADVERB },
	{ "снова", SPEECH_ADVERB },
	{ "со", SPEECH_PREPOSITION },
	{ "согласно", SPEECH_ACCORDING },
	{ "так", SPEECH_ADVERB },
	{ "также", SPEECH_ADVERB },
	{ "тогда", SPEECH_ADVERB },
	{ "тоже", SPEECH_ADVERB },
	{ "ты", SPEECH_PERSONAL },
	{ "у", SPEECH_PREPOSITION },
	{ "уже", SPEECH_ADVERB },
	{ "хотя", SPEECH_CLAUSE },
	{ "через", SPEECH_PREPOSITION },
	{ "что", SPEECH_THAT },
	{ "чтобы", SPEECH_THAT },
	{ "я", SPEECH_PERSONAL },
};

/* ---- looking up ---- */

/* Cyrillic letters have two bytes. */
#define LETTERS(n) ((size_t)(n)*2)

static uint32_t russian_past(kt_str form)
{
	static const struct {
		const char *ending;
		uint32_t class;
	} endings[] = { { "л", SPEECH_MASCULINE }, { "ла", SPEECH_FEMININE },
		{ "ли", SPEECH_MASCULINE | SPEECH_FEMININE }, { "лся", SPEECH_MASCULINE },
		{ "лась", SPEECH_FEMININE } };

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		kt_str ending = kt_str_of(endings[i].ending), stem = form;

		if (!kt_str_ends(form, ending))
			continue;
		stem.len -= ending.len;
		if (in_list(FORMS(past), stem))
			return VERB_TAG | SPEECH_FINITE | endings[i].class;
		if (in_list(FORMS(past_names), stem))
			return VERB_TAG | SPEECH_NAMES | SPEECH_FINITE | endings[i].class;
	}
	if (kt_str_is(form, "произнес") || kt_str_is(form, "изрек"))
		return VERB_TAG | SPEECH_FINITE | SPEECH_MASCULINE;
	return 0;
}

/* A stem of a list with an ending of up to three letters. */
static int stem_in(const char *const *list, size_t count, kt_str form)
{
	for (size_t i = 0; i < count; i++) {
		kt_str stem = kt_str_of(list[i]);

		if (form.len >= stem.len && form.len <= stem.len + LETTERS(3) &&
			kt_str_starts(form, stem))
			return 1;
	}
	return 0;
}

uint32_t speech_russian(kt_str form)
{
	uint32_t class = in_words(FORMS(small_russian), form);

	if (!class)
		class = russian_past(form);
	if (!class && in_list(FORMS(present), form))
		class = VERB_TAG | SPEECH_FINITE;
	if (!class && in_list(FORMS(present_names), form))
		class = VERB_TAG | SPEECH_NAMES | SPEECH_FINITE;
	if (class)
		return class;
	if (stem_in(FORMS(noun_stems), form))
		class |= SPEECH_NOUN;
	if (stem_in(FORMS(titled_stems), form) && !kt_str_is(form, "стать"))
		class |= SPEECH_TITLED;
	if (!class && form.len > LETTERS(4) && kt_str_ends(form, KT_STR("о")))
		class |= SPEECH_ADVERB; /* справедливо */
	return class;
}
