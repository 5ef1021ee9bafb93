/* speech.c - the words that quotations are framed with in English, and the choice of language. */
#include "speech_lists.h"

#include <string.h>

/* Each list is in the order of its bytes. */

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
	"believe", "blame", "charge", "command", "condemn", "congratulate", "consider", "criticise",
	"criticize", "demonstrate", "deny", "deride", "dismiss", "emphasise", "emphasize", "hail",
	"hint", "imply", "indicate", "inform", "instruct", "justify", "list", "mention", "mock",
	"order", "pledge", "praise", "preach", "reassure", "record", "refer", "remind", "ridicule",
	"stipulate", "stress", "summarise", "summarize", "threaten", "underline", "underscore",
	"vow" };

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
	"style", "telegraph", "term", "use", "vow", "whisper", "wire" };

static const word irregular[] = {
	{ "cried", VERB_TAG | SPEECH_FINITE | SPEECH_PARTICIPLE },
	{ "gave", SPEECH_USES | SPEECH_FINITE },
	{ "gives", SPEECH_USES | SPEECH_FINITE },
	{ "made", SPEECH_USES | SPEECH_FINITE | SPEECH_PARTICIPLE },
	{ "pointed", VERB_TAG | SPEECH_FINITE | SPEECH_PARTICIPLE },
	{ "pointing", VERB_TAG | SPEECH_ING },
	{ "points", VERB_TAG | SPEECH_FINITE | SPEECH_NOUNLIKE },
	{ "put", SPEECH_TAG | SPEECH_FINITE | SPEECH_PARTICIPLE },
	{ "puts", SPEECH_TAG | SPEECH_FINITE },
	{ "said", VERB_TAG | SPEECH_FINITE | SPEECH_PARTICIPLE },
	{ "say", VERB_TAG | SPEECH_BASE },
	{ "saying", VERB_TAG | SPEECH_ING },
	{ "says", VERB_TAG | SPEECH_FINITE },
	{ "speaking", SPEECH_VERB | SPEECH_NAMES | SPEECH_ING },
	{ "speaks", SPEECH_VERB | SPEECH_NAMES | SPEECH_FINITE },
	{ "spoke", SPEECH_VERB | SPEECH_NAMES | SPEECH_FINITE },
	{ "spoken", SPEECH_VERB | SPEECH_NAMES | SPEECH_PARTICIPLE },
	{ "swore", VERB_TAG | SPEECH_FINITE },
	{ "tell", SPEECH_VERB | SPEECH_BASE },
	{ "telling", SPEECH_VERB | SPEECH_ING },
	{ "tells", SPEECH_VERB | SPEECH_FINITE },
	{ "thinks", VERB_TAG | SPEECH_FINITE },
	{ "thought", VERB_TAG | SPEECH_FINITE | SPEECH_PARTICIPLE | SPEECH_NOUNLIKE },
	{ "told", SPEECH_VERB | SPEECH_FINITE | SPEECH_PARTICIPLE },
	{ "write", VERB_TAG | SPEECH_BASE },
	{ "writes", VERB_TAG | SPEECH_FINITE },
	{ "writing", VERB_TAG | SPEECH_ING },
	{ "written", SPEECH_VERB | SPEECH_PARTICIPLE },
	{ "wrote", VERB_TAG | SPEECH_FINITE },
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
	"program", "programme", "report", "resolution", "speech", "statement", "telegram",
	"testament", "text", "theses", "words" };

static const char *const adverbs[] = { "afterwards", "again", "all", "already", "also", "always",
	"both", "elsewhere", "even", "ever", "first", "further", "furthermore", "here", "herself",
	"himself", "however", "indeed", "instead", "just", "later", "long", "moreover", "never",
	"nevertheless", "nonetheless", "not", "now", "often", "on", "once", "out", "perhaps",
	"rather", "similarly", "sometimes", "soon", "still", "then", "there", "therefore",
	"thereupon", "though", "thus", "today", "too", "twice", "yet" };

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

/* ---- looking up ---- */

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
	return speech_russian((kt_str) { plain, length }) | SPEECH_KNOWN;
}
