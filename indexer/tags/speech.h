/* speech.h - the words that quotations are framed with, in English and Russian. */
#ifndef KARTOTEKA_TAGS_SPEECH_H
#define KARTOTEKA_TAGS_SPEECH_H

#include "kartoteka/base.h"

/* What a word may be in a frame. */
enum {
	SPEECH_VERB = 1 << 0, /* says, insisted, writing: its subject speaks */
	SPEECH_TAG = 1 << 1, /* of these: may stand behind the quotation (said X) */
	SPEECH_NAMES = 1 << 2, /* of these: gives a name rather than says (calls) */
	SPEECH_USES = 1 << 3, /* uses, coined: with a word such as `term` behind it */
	SPEECH_FINITE = 1 << 4, /* form of a verb: said, says */
	SPEECH_PARTICIPLE = 1 << 5, /* said, written; most are finite as well */
	SPEECH_ING = 1 << 6,
	SPEECH_BASE = 1 << 7,
	SPEECH_NOUNLIKE = 1 << 8, /* this form may be a noun as well: claims */
	SPEECH_NOUN = 1 << 9, /* words, phrase, verdict */
	SPEECH_TITLED = 1 << 10, /* article, newspaper, entitled */
	SPEECH_DOCUMENT = 1 << 11, /* letter, report: what its author says */
	SPEECH_BE = 1 << 12,
	SPEECH_AUX = 1 << 13, /* had, would, did */
	SPEECH_TO = 1 << 14,
	SPEECH_BY = 1 << 15,
	SPEECH_AS = 1 << 16,
	SPEECH_THAT = 1 << 17,
	SPEECH_WHO = 1 << 18,
	SPEECH_AND = 1 << 19,
	SPEECH_CLAUSE = 1 << 20, /* begins another clause: but, which, when */
	SPEECH_PREPOSITION = 1 << 21,
	SPEECH_HE = 1 << 22,
	SPEECH_SHE = 1 << 23,
	SPEECH_PERSONAL = 1 << 24, /* other personal pronouns */
	SPEECH_ADVERB = 1 << 25,
	SPEECH_DETERMINER = 1 << 26,
	SPEECH_ACCORDING = 1 << 27, /* according (to), по (словам) */
	SPEECH_CHAIN = 1 << 28, /* went on to, began by */
	SPEECH_MASCULINE = 1 << 29, /* Russian past tense; both: the plural */
	SPEECH_FEMININE = 1 << 30
};
#define SPEECH_KNOWN ((uint32_t)1 << 31) /* looked up */

/* What a folded form may be; SPEECH_KNOWN is always set. */
uint32_t speech_class(kt_str form);

#endif
