/* common.c - function words that are frequent in their language and no other's content. */
#include "kartoteka/text.h"

#include "lookup.h"

/* In the order of their bytes.  English, Russian, and the most frequent Ukrainian, German and
 * French ones; left out is what is a name, a month or another language's noun or verb (may, will,
 * us, die, war).  A word's number is its place, from 1: another list is another analyser version.
 */
/* clang-format off */
static const char *const common[] = {
	"a", "about", "after", "against", "all", "also", "among", "an", "and", "any", "are",
	"as", "at", "au", "auf", "aus", "aux", "be", "because", "been", "before", "being",
	"between", "both", "but", "by", "could", "dans", "das", "de", "dem", "den", "der", "des",
	"did", "do", "du", "during", "each", "ein", "eine", "en", "est", "et", "every", "for",
	"from", "für", "had", "has", "have", "he", "her", "him", "himself", "his", "how",
	"however", "i", "if", "il", "im", "in", "into", "is", "ist", "it", "its", "itself", "la",
	"le", "les", "more", "most", "must", "my", "nicht", "no", "nor", "not", "of", "on",
	"once", "only", "or", "other", "our", "out", "over", "que", "qui", "se", "she", "should",
	"sich", "since", "so", "some", "such", "sur", "than", "that", "the", "their", "them",
	"themselves", "then", "there", "these", "they", "this", "those", "through", "thus", "to",
	"too", "un", "und", "under", "une", "until", "up", "upon", "very", "von", "was", "we",
	"were", "what", "when", "where", "whether", "which", "while", "who", "with", "within",
	"without", "would", "you", "zu", "а", "без", "более", "бы", "был", "была", "были",
	"было", "быть", "в", "во", "все", "всех", "вы", "від", "где", "да", "даже", "для", "до",
	"его", "ее", "ей", "ему", "если", "еще", "же", "з", "за", "здесь", "и", "из", "или",
	"им", "их", "й", "к", "как", "когда", "которая", "которого", "которой", "которые",
	"который", "которых", "кто", "ли", "между", "мне", "мы", "на", "над", "нас", "не",
	"него", "нее", "ней", "нет", "ни", "них", "но", "о", "об", "однако", "он", "она", "они",
	"оно", "от", "перед", "по", "под", "при", "против", "с", "своего", "своей", "своих",
	"свой", "свою", "себя", "со", "та", "так", "также", "там", "тем", "то", "того", "той",
	"только", "том", "тот", "у", "уже", "хотя", "чем", "через", "что", "чтобы", "эта", "эти",
	"этих", "это", "этого", "этой", "этом", "этот", "эту", "я", "є", "і",
};
/* clang-format on */

_Static_assert(LOOKUP_COUNT(common) == KT_COMMON_WORDS, "as many as the header says");

unsigned kt_common_number(kt_str form)
{
	const char *const *row = LOOKUP(common, form);

	return row ? (unsigned)(row - common) + 1 : 0;
}

kt_str kt_common_form(unsigned number)
{
	return number && number <= KT_COMMON_WORDS ? kt_str_of(common[number - 1]) : KT_STR("");
}
