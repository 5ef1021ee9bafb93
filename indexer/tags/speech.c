/* speech.c - the words that quotations are framed with. */
#include "speech.h"

#include <string.h>

#define FORMS(list) list, sizeof(list) / sizeof *(list)

/* ---- English ---- */

/* Verbs of speech by their base, regular but for those in `irregular`. Those of `tags` may follow
 * what was said. */
static const char *const tags[] = { "acknowledge", "add", "admit", "affirm", "agree", "announce",
	"answer", "argue", "ask", "assert", "boast", "cable", "claim", "comment", "complain",
	"concede", "conclude", "confess", "confide", "contend", "continue", "counter", "cry",
	"declare", "demand", "enquire", "exclaim", "explain", "inquire", "insist", "interject",
	"interrupt", "jeer", "joke", "lament", "maintain", "murmur", "muse", "mutter", "note",
	"object", "observe", "plead", "predict", "proclaim", "promise", "propose", "protest",
	"quip", "reason", "recall", "reflect", "rejoin", "remark", "remember", "remonstrate",
	"repeat", "reply", "report", "respond", "retort", "shout", "sigh", "sneer", "state",
	"suggest", "telegraph", "testify", "urge", "volunteer", "wail", "warn", "whisper", "wire",
	"yell" };

static const char *const verbs[] = { "accuse", "advise", "allege", "appeal", "assure", "attack",
	"blame", "charge", "command", "condemn", "congratulate", "consider", "criticise",
	"criticize", "demonstrate", "deny", "deride", "dismiss", "emphasise", "emphasize", "hail",
	"hint", "imply", "indicate", "inform", "instruct", "justify", "list", "mention", "mock",
	"order", "pledge", "praise", "preach", "reassure", "record", "refer", "remind", "ridicule",
	"stipulate", "stress", "summarise", "summarize", "threaten", "underline", "underscore",
	"vow", "believe" };

static const char *const names[] = { "allude", "brand", "call", "characterise", "characterize",
	"christen", "define", "denounce", "depict", "describe", "dub", "label", "nickname",
	"portray", "refer", "style", "term" };

static const char *const uses[] = { "adopt", "coin", "employ", "formulate", "invent", "make",
	"use" };

/* Bases and forms that are nouns as often as verbs. */
static const char *const nounlike[] = { "answer", "appeal", "attack", "blame", "boast", "brand",
	"cable", "call", "charge", "claim", "command", "comment", "counter", "cry", "demand",
	"hint", "joke", "label", "lament", "list", "mention", "murmur", "nickname", "note",
	"object", "order", "pledge", "praise", "promise", "protest", "quip", "reason", "record",
	"remark", "reply", "report", "retort", "ridicule", "shout", "sigh", "state", "stress",
	"style", "telegraph", "term", "vow", "whisper", "wire", "use" };

#define VERB_TAG (SPEECH_VERB | SPEECH_TAG)

typedef struct word {
	const char *form;
	uint32_t class;
} word;

static const word irregular[] = {
	{ "said", VERB_TAG | SPEECH_FINITE | SPEECH_PARTICIPLE },
	{ "say", VERB_TAG | SPEECH_BASE },
	{ "says", VERB_TAG | SPEECH_FINITE },
	{ "saying", VERB_TAG | SPEECH_ING },
	{ "wrote", VERB_TAG | SPEECH_FINITE },
	{ "write", VERB_TAG | SPEECH_BASE },
	{ "writes", VERB_TAG | SPEECH_FINITE },
	{ "written", SPEECH_VERB | SPEECH_PARTICIPLE },
	{ "writing", VERB_TAG | SPEECH_ING },
	{ "told", SPEECH_VERB | SPEECH_FINITE | SPEECH_PARTICIPLE },
	{ "tell", SPEECH_VERB | SPEECH_BASE },
	{ "tells", SPEECH_VERB | SPEECH_FINITE },
	{ "telling", SPEECH_VERB | SPEECH_ING },
	{ "thought", VERB_TAG | SPEECH_FINITE | SPEECH_PARTICIPLE | SPEECH_NOUNLIKE },
	{ "thinks", VERB_TAG | SPEECH_FINITE },
	{ "put", SPEECH_TAG | SPEECH_FINITE | SPEECH_PARTICIPLE },
	{ "puts", SPEECH_TAG | SPEECH_FINITE },
	{ "spoke", SPEECH_VERB | SPEECH_NAMES | SPEECH_FINITE },
	{ "speaks", SPEECH_VERB | SPEECH_NAMES | SPEECH_FINITE },
	{ "spoken", SPEECH_VERB | SPEECH_NAMES | SPEECH_PARTICIPLE },
	{ "speaking", SPEECH_VERB | SPEECH_NAMES | SPEECH_ING },
	{ "swore", VERB_TAG | SPEECH_FINITE },
	{ "cried", VERB_TAG | SPEECH_FINITE | SPEECH_PARTICIPLE },
	{ "pointed", VERB_TAG | SPEECH_FINITE | SPEECH_PARTICIPLE },
	{ "points", VERB_TAG | SPEECH_FINITE | SPEECH_NOUNLIKE },
	{ "pointing", VERB_TAG | SPEECH_ING },
	{ "made", SPEECH_USES | SPEECH_FINITE | SPEECH_PARTICIPLE },
	{ "gave", SPEECH_USES | SPEECH_FINITE },
	{ "gives", SPEECH_USES | SPEECH_FINITE },
};

static const char *const nouns[] = { "account", "accusation", "admission", "advice", "allegation",
	"answer", "aphorism", "appeal", "argument", "assertion", "boast", "call",
	"characterisation", "characterization", "charge", "claim", "comment", "complaint",
	"concept", "conclusion", "confession", "contention", "cry", "declaration", "definition",
	"demand", "description", "dictum", "epithet", "explanation", "expression", "formula",
	"formulation", "idea", "image", "insistence", "instruction", "joke", "judgement",
	"judgment", "label", "lament", "list", "maxim", "mention", "message", "metaphor", "motto",
	"notion", "observation", "opinion", "order", "phrase", "point", "prediction", "promise",
	"prophecy", "proposal", "question", "quip", "quotation", "quote", "reference", "remark",
	"reply", "response", "retort", "slogan", "statement", "suggestion", "telegram", "term",
	"testimony", "thesis", "toast", "verdict", "view", "warning", "word" };

static const char *const titled[] = { "anthology", "article", "ballad", "battleship", "book",
	"booklet", "brochure", "chapter", "collection", "comedy", "cruiser", "daily", "decree",
	"destroyer", "drama", "editorial", "entitled", "entry", "essay", "feature", "film",
	"headed", "headline", "journal", "leaflet", "lecture", "magazine", "manifesto", "memoir",
	"monograph", "movie", "newspaper", "novel", "novella", "opera", "organ", "painting",
	"pamphlet", "paper", "periodical", "play", "poem", "review", "section", "serial", "series",
	"ship", "song", "steamer", "story", "study", "submarine", "symphony", "title", "titled",
	"treatise", "volume", "weekly", "work" };

static const char *const documents[] = { "account", "appeal", "article", "book", "declaration",
	"decree", "diary", "document", "draft", "essay", "instruction", "letter", "manifesto",
	"memoir", "memorandum", "message", "note", "order", "paper", "passage", "platform",
	"programme", "program", "report", "resolution", "speech", "statement", "telegram",
	"testament", "text", "theses", "words" };

static const char *const adverbs[] = { "afterwards", "again", "all", "already", "also", "always",
	"both", "elsewhere", "even", "ever", "first", "further", "furthermore", "here", "herself",
	"himself", "however", "indeed", "instead", "just", "later", "long", "moreover",
	"nevertheless", "never", "nonetheless", "not", "now", "often", "on", "once", "out",
	"perhaps", "rather", "similarly", "sometimes", "soon", "still", "then", "there",
	"therefore", "thereupon", "though", "thus", "today", "too", "twice", "yet" };

static const char *const prepositions[] = { "about", "above", "against", "among", "at", "behind",
	"beside", "between", "despite", "during", "for", "from", "in", "into", "like", "near", "of",
	"over", "per", "than", "through", "toward", "towards", "under", "unlike", "upon", "via",
	"with", "within", "without" };

static const char *const clauses[] = { "after", "although", "because", "before", "but", "if", "nor",
	"once", "since", "so", "though", "unless", "until", "when", "whenever", "where", "whereas",
	"whereupon", "which", "while", "whilst", "yet" };

static const word small[] = {
	{ "a", SPEECH_DETERMINER },
	{ "according", SPEECH_ACCORDING },
	{ "am", SPEECH_BE },
	{ "an", SPEECH_DETERMINER },
	{ "and", SPEECH_AND },
	{ "are", SPEECH_BE },
	{ "as", SPEECH_AS },
	{ "be", SPEECH_BE },
	{ "been", SPEECH_BE },
	{ "began", SPEECH_CHAIN },
	{ "begins", SPEECH_CHAIN },
	{ "being", SPEECH_BE },
	{ "by", SPEECH_BY },
	{ "came", SPEECH_CHAIN },
	{ "can", SPEECH_AUX },
	{ "can't", SPEECH_AUX },
	{ "continued", SPEECH_CHAIN | VERB_TAG | SPEECH_FINITE },
	{ "could", SPEECH_AUX },
	{ "did", SPEECH_AUX },
	{ "didn't", SPEECH_AUX },
	{ "do", SPEECH_AUX },
	{ "does", SPEECH_AUX },
	{ "don't", SPEECH_AUX },
	{ "goes", SPEECH_CHAIN },
	{ "had", SPEECH_AUX },
	{ "has", SPEECH_AUX },
	{ "have", SPEECH_AUX },
	{ "having", SPEECH_AUX },
	{ "he", SPEECH_HE },
	{ "her", SPEECH_DETERMINER },
	{ "his", SPEECH_DETERMINER },
	{ "how", SPEECH_CLAUSE },
	{ "i", SPEECH_PERSONAL },
	{ "i'm", SPEECH_PERSONAL },
	{ "is", SPEECH_BE },
	{ "isn't", SPEECH_BE },
	{ "it", SPEECH_DOCUMENT | SPEECH_PERSONAL },
	{ "its", SPEECH_DETERMINER },
	{ "liked", SPEECH_CHAIN },
	{ "may", SPEECH_AUX },
	{ "me", SPEECH_PERSONAL },
	{ "might", SPEECH_AUX },
	{ "must", SPEECH_AUX },
	{ "my", SPEECH_DETERMINER },
	{ "our", SPEECH_DETERMINER },
	{ "shall", SPEECH_AUX },
	{ "she", SPEECH_SHE },
	{ "should", SPEECH_AUX },
	{ "that", SPEECH_THAT },
	{ "the", SPEECH_DETERMINER },
	{ "their", SPEECH_DETERMINER },
	{ "them", SPEECH_PERSONAL },
	{ "these", SPEECH_DETERMINER },
	{ "they", SPEECH_PERSONAL },
	{ "this", SPEECH_DETERMINER },
	{ "those", SPEECH_DETERMINER },
	{ "to", SPEECH_TO },
	{ "used", SPEECH_CHAIN | SPEECH_USES | SPEECH_FINITE | SPEECH_PARTICIPLE },
	{ "was", SPEECH_BE },
	{ "we", SPEECH_PERSONAL },
	{ "went", SPEECH_CHAIN },
	{ "were", SPEECH_BE },
	{ "who", SPEECH_WHO },
	{ "will", SPEECH_AUX },
	{ "would", SPEECH_AUX },
	{ "you", SPEECH_PERSONAL },
};

/* ---- Russian: ё is written е ---- */

/* Past stems: писа|л, писа|ла. */
static const char *const past[] = { "веле", "возрази", "возража", "воскликну", "восклица",
	"вспомина", "вспомни", "говори", "добави", "добавля", "доказа", "доказыва", "дума",
	"завери", "заверя", "заключа", "заключи", "закрича", "замети", "замеча", "записа", "заяви",
	"заявля", "изложи", "констатирова", "крикну", "крича", "написа", "напомина", "напомни",
	"настаива", "обвини", "обвиня", "обеща", "объясни", "объясня", "осуди", "осужда", "ответи",
	"отвеча", "отмети", "отмеча", "писа", "повтори", "повторя", "подчеркива", "подчеркну",
	"подума", "полага", "пообеща", "посоветова", "потребова", "поясни", "поясня", "предлага",
	"предложи", "предупреди", "предупрежда", "приказа", "призва", "призна", "признава",
	"призыва", "провозглаша", "провозгласи", "продолжа", "продолжи", "прошепта", "рассказа",
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

static int is_form(const char *entry, kt_str form)
{
	return entry[0] == form.ptr[0] && entry[1] == form.ptr[1] &&
	       !strncmp(entry, form.ptr, form.len) && !entry[form.len];
}

static int in_list(const char *const *list, size_t count, kt_str form)
{
	for (size_t i = 0; form.len > 1 && i < count; i++)
		if (is_form(list[i], form))
			return 1;
	return 0;
}

static uint32_t in_words(const word *list, size_t count, kt_str form)
{
	for (size_t i = 0; i < count; i++)
		if (form.len == 1 ? list[i].form[0] == form.ptr[0] && !list[i].form[1]
				  : is_form(list[i].form, form))
			return list[i].class | SPEECH_KNOWN;
	return 0;
}

/* A base of the lists of regular verbs. */
static uint32_t base_class(kt_str base)
{
	uint32_t class = in_list(FORMS(tags), base)    ? VERB_TAG
			 : in_list(FORMS(verbs), base) ? SPEECH_VERB
			 : in_list(FORMS(names), base) ? SPEECH_VERB | SPEECH_NAMES
			 : in_list(FORMS(uses), base)  ? SPEECH_USES
						       : 0;

	return class && in_list(FORMS(nounlike), base) ? class | SPEECH_NOUNLIKE : class;
}

/* The class of what `form` is without its last `cut` letters and with `more`. */
static uint32_t cut_class(kt_str form, size_t cut, const char *more)
{
	char base[32];
	size_t length = form.len - cut, added = strlen(more);

	if (length < 2 || length + added >= sizeof base)
		return 0;
	memcpy(base, form.ptr, length);
	memcpy(base + length, more, added);
	return base_class((kt_str) { base, length + added });
}

/* The base of an inflected form: noted, notes, noting; replied; admitted. */
static uint32_t inflected(kt_str form, const char *ending)
{
	size_t cut = strlen(ending);
	uint32_t class;

	if (form.len < cut + 2 || !kt_str_ends(form, kt_str_of(ending)))
		return 0;
	class = cut_class(form, cut, "");
	if (!class && ending[0] != 's')
		class = cut_class(form, cut, "e");
	if (!class && ending[0] != 's' &&
		form.ptr[form.len - cut - 1] == form.ptr[form.len - cut - 2])
		class = cut_class(form, cut + 1, "");
	if (!class && (!strcmp(ending, "ed") || !strcmp(ending, "s")) && form.len > 4 &&
		form.ptr[form.len - cut - 1] == (ending[0] == 's' ? 'e' : 'i'))
		class = cut_class(form, 3, "y");
	return class;
}

static uint32_t english_verb(kt_str form)
{
	uint32_t class = base_class(form);

	if (class)
		return class | SPEECH_BASE;
	class = inflected(form, "ed");
	if (class)
		return (class & ~(uint32_t)SPEECH_NOUNLIKE) | SPEECH_FINITE | SPEECH_PARTICIPLE;
	class = inflected(form, "ing");
	if (class)
		return (class & ~(uint32_t)SPEECH_NOUNLIKE) | SPEECH_ING;
	class = inflected(form, "s");
	if (!class)
		class = inflected(form, "es");
	return class ? class | SPEECH_FINITE : 0;
}

/* A noun of a list, in the singular or plural. */
static int noun_in(const char *const *list, size_t count, kt_str form)
{
	size_t n = form.len;

	return in_list(list, count, form) ||
	       (n > 2 && form.ptr[n - 1] == 's' &&
		       in_list(list, count, (kt_str) { form.ptr, n - 1 }));
}

static uint32_t english(kt_str form)
{
	uint32_t class = in_words(FORMS(small), form);

	if (!class)
		class = in_words(FORMS(irregular), form);
	if (!class)
		class = english_verb(form);
	if (noun_in(FORMS(nouns), form))
		class |= SPEECH_NOUN;
	if (noun_in(FORMS(titled), form))
		class |= SPEECH_TITLED;
	if (noun_in(FORMS(documents), form))
		class |= SPEECH_DOCUMENT;
	if (in_list(FORMS(prepositions), form))
		class |= SPEECH_PREPOSITION;
	if (in_list(FORMS(clauses), form))
		class |= SPEECH_CLAUSE;
	if (in_list(FORMS(adverbs), form) || (form.len > 4 && kt_str_ends(form, KT_STR("ly"))))
		class |= SPEECH_ADVERB;
	return class;
}

/* Cyrillic letters have two bytes. */
#define LETTERS(n) ((size_t)(n)*2)

static uint32_t russian_past(kt_str form)
{
	static const struct {
		const char *ending;
		uint32_t class;
	} endings[] = { { "л", SPEECH_MASCULINE }, { "ла", SPEECH_FEMININE }, { "ли", 0 },
		{ "лся", SPEECH_MASCULINE }, { "лась", SPEECH_FEMININE } };

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

static uint32_t russian(kt_str form)
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

uint32_t speech_class(kt_str form)
{
	char plain[64];
	size_t length = 0;

	if (!form.len || form.len > sizeof plain)
		return SPEECH_KNOWN;
	if ((unsigned char)form.ptr[0] < 0x80)
		return english(form) | SPEECH_KNOWN;
	if ((unsigned char)form.ptr[0] != 0xD0 && (unsigned char)form.ptr[0] != 0xD1)
		return SPEECH_KNOWN;
	memcpy(plain, form.ptr, form.len);
	length = form.len;
	for (size_t i = 0; i + 1 < length; i += 2) /* ё is D1 91, е is D0 B5 */
		if ((unsigned char)plain[i] == 0xD1 && (unsigned char)plain[i + 1] == 0x91) {
			plain[i] = (char)0xD0;
			plain[i + 1] = (char)0xB5;
		}
	return russian((kt_str) { plain, length }) | SPEECH_KNOWN;
}
