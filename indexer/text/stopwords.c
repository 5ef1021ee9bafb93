/* stopwords.c - function words of the languages that the program knows. */
#include "stopwords.h"

#include "lookup.h"

/* Each list in the order of its bytes, as folded forms. */
/* clang-format off */
static const char *const english[] = {
	"a", "about", "above", "after", "again", "against", "all", "also", "although", "am",
	"among", "an", "and", "any", "are", "aren't", "as", "at", "be", "because", "been", "before",
	"being", "below", "between", "both", "but", "by", "can", "can't", "cannot", "could",
	"couldn't", "did", "didn't", "do", "does", "doesn't", "doing", "don't", "down", "during",
	"each", "either", "every", "few", "for", "from", "further", "had", "hadn't", "has",
	"hasn't", "have", "haven't", "having", "he", "he'd", "her", "here", "hers", "herself",
	"him", "himself", "his", "how", "however", "i", "i'd", "i'll", "i'm", "i've", "if", "in",
	"into", "is", "isn't", "it", "it'll", "itself", "just", "may", "me", "might", "more",
	"most", "must", "my", "myself", "neither", "no", "nor", "not", "of", "off", "on", "once",
	"only", "or", "other", "our", "ours", "ourselves", "out", "over", "own", "same", "shall",
	"she", "should", "shouldn't", "since", "so", "some", "such", "than", "that", "that's",
	"the", "their", "theirs", "them", "themselves", "then", "there", "these", "they", "they're",
	"they've", "this", "those", "though", "through", "thus", "to", "too", "under", "until",
	"unto", "up", "upon", "us", "very", "was", "wasn't", "we", "we're", "we've", "were",
	"weren't", "what", "when", "where", "whether", "which", "while", "who", "whom", "whose",
	"why", "will", "with", "within", "without", "won't", "would", "wouldn't", "yet", "you",
	"you're", "your", "yours", "yourself", "yourselves",
};

static const char *const russian[] = {
	"а", "без", "более", "больше", "будем", "будет", "будете", "будешь", "буду", "будут",
	"будучи", "бы", "был", "была", "были", "было", "быть", "в", "вам", "вами", "вас", "ваш",
	"ваша", "ваше", "ваши", "вдоль", "весь", "во", "вот", "все", "всего", "всей", "всем",
	"всеми", "всему", "всех", "всею", "всю", "вся", "всё", "вы", "где", "да", "даже", "для",
	"до", "его", "ее", "ей", "ему", "если", "есть", "еще", "ещё", "ею", "её", "же", "за",
	"здесь", "и", "ибо", "из", "или", "им", "ими", "иначе", "их", "к", "как", "какая", "какие",
	"каких", "какой", "ко", "когда", "которая", "которого", "которое", "которой", "котором",
	"которому", "которою", "которую", "которые", "который", "которым", "которыми", "которых",
	"кто", "ли", "либо", "лишь", "между", "меня", "мне", "мной", "мною", "мог", "могут",
	"может", "можно", "мои", "мой", "моя", "моё", "мы", "на", "над", "надо", "нам", "нами",
	"нас", "наш", "наша", "наше", "наши", "не", "него", "нее", "ней", "нем", "нему", "нет",
	"неё", "ни", "нибудь", "ним", "ними", "них", "ничего", "но", "ну", "нём", "о", "об", "оба",
	"обо", "однако", "он", "она", "они", "оно", "от", "ото", "перед", "по", "под", "подо",
	"при", "про", "против", "с", "сам", "сама", "сами", "само", "самый", "своего", "своей",
	"своем", "своему", "свои", "своим", "своими", "своих", "свой", "свою", "своя", "своё",
	"себе", "себя", "со", "собой", "собою", "та", "так", "такая", "также", "такие", "таких",
	"такое", "такой", "там", "тебе", "тебя", "тем", "теми", "тех", "то", "тобой", "того",
	"тоже", "той", "только", "том", "тому", "тот", "тою", "ту", "туда", "тут", "ты", "у", "уж",
	"уже", "хотя", "чего", "чей", "чем", "чему", "через", "что", "чтобы", "чья", "чём", "эта",
	"эти", "этим", "этими", "этих", "это", "этого", "этой", "этом", "этому", "этот", "эту", "я",
};

static const char *const ukrainian[] = {
	"а", "або", "адже", "але", "б", "без", "би", "бо", "був", "буде", "будуть", "була", "були",
	"було", "бути", "в", "вам", "вами", "вас", "ваш", "весь", "ви", "вона", "вони", "воно",
	"все", "всього", "всю", "вся", "всі", "всіх", "від", "він", "да", "для", "до", "дуже", "ж",
	"з", "за", "зі", "й", "його", "йому", "кого", "коли", "кому", "крім", "куди", "ледве",
	"лише", "мене", "мені", "ми", "мною", "моя", "між", "мій", "на", "над", "нам", "нами",
	"нас", "наш", "наша", "наші", "не", "немає", "нею", "неї", "ними", "них", "нього", "ні",
	"ніж", "ній", "нім", "ніхто", "о", "об", "один", "одна", "однак", "ось", "перед", "по",
	"поза", "понад", "при", "про", "проте", "проти", "під", "та", "так", "така", "такий",
	"також", "такі", "там", "твій", "те", "тебе", "ти", "тим", "тих", "то", "того", "тоді",
	"той", "тому", "тут", "ті", "тільки", "тієї", "у", "хоч", "хто", "це", "цей", "цим", "цих",
	"цього", "цьому", "цю", "ця", "ці", "цій", "цієї", "чи", "чим", "чого", "чому", "що", "щоб",
	"щодо", "щось", "я", "як", "яка", "який", "яких", "якого", "якому", "якої", "яку", "якщо",
	"які", "якій", "є", "і", "із", "їй", "їм", "їх", "їхні", "їхній", "її",
};

static const char *const german[] = {
	"aber", "alle", "allem", "allen", "aller", "alles", "als", "also", "am", "an", "ander",
	"andere", "anderen", "anderer", "anderes", "auch", "auf", "aus", "bei", "beim", "bin",
	"bis", "bist", "da", "dadurch", "daher", "damit", "dann", "daran", "darauf", "darin", "das",
	"dass", "dasselbe", "dazu", "dein", "deine", "dem", "demselben", "den", "denen", "denn",
	"denselben", "der", "deren", "derer", "derselbe", "derselben", "des", "dessen", "dich",
	"die", "dies", "diese", "dieselbe", "dieselben", "diesem", "diesen", "dieser", "dieses",
	"dir", "doch", "dort", "du", "durch", "ein", "eine", "einem", "einen", "einer", "eines",
	"einig", "einige", "er", "es", "etwas", "euch", "euer", "eure", "für", "gegen", "gewesen",
	"hab", "habe", "haben", "hat", "hatte", "hatten", "hier", "hin", "hinter", "ich", "ihm",
	"ihn", "ihnen", "ihr", "ihre", "ihrem", "ihren", "ihrer", "ihres", "im", "in", "indem",
	"ins", "ist", "ja", "jede", "jedem", "jeden", "jeder", "jedes", "jedoch", "jene", "jenem",
	"jenen", "jener", "jenes", "jetzt", "kann", "kein", "keine", "keinem", "keinen", "keiner",
	"können", "könnte", "machen", "man", "manche", "mein", "meine", "meinem", "meinen",
	"meiner", "mich", "mir", "mit", "muss", "musste", "müssen", "nach", "nachdem", "nicht",
	"nichts", "noch", "nun", "nur", "ob", "oder", "ohne", "sehr", "sein", "seine", "seinem",
	"seinen", "seiner", "seines", "seit", "selbst", "sich", "sie", "sind", "so", "solche",
	"solchem", "solchen", "solcher", "soll", "sollte", "sollten", "sondern", "sonst", "sowie",
	"um", "und", "uns", "unser", "unsere", "unter", "viel", "vom", "von", "vor", "war", "waren",
	"warst", "was", "weder", "weg", "weil", "weiter", "welche", "welchem", "welchen", "welcher",
	"wenn", "werde", "werden", "wie", "wieder", "will", "wir", "wird", "wirst", "wo", "wollen",
	"wollte", "wurde", "wurden", "während", "würde", "würden", "zu", "zum", "zur", "zwar",
	"zwischen", "über",
};

static const char *const french[] = {
	"afin", "ai", "aie", "ainsi", "alors", "après", "as", "au", "aucun", "aucune", "auquel",
	"aura", "aussi", "autre", "autres", "aux", "avaient", "avais", "avait", "avant", "avec",
	"avez", "avoir", "avons", "c'est", "car", "ce", "ceci", "cela", "celle", "celles", "celui",
	"cependant", "ces", "cet", "cette", "ceux", "chaque", "chez", "ci", "comme", "contre",
	"d'un", "d'une", "dans", "de", "depuis", "des", "desquels", "donc", "dont", "du", "duquel",
	"durant", "elle", "elles", "en", "encore", "entre", "est", "et", "eu", "eux", "fait",
	"furent", "fut", "hors", "il", "ils", "j'ai", "je", "jusqu'à", "jusque", "l'on", "la",
	"laquelle", "le", "lequel", "les", "lesquelles", "lesquels", "leur", "leurs", "lors",
	"lorsque", "lui", "là", "ma", "mais", "malgré", "me", "mes", "moi", "moins", "mon", "même",
	"mêmes", "n'a", "n'est", "ne", "ni", "non", "nos", "notre", "nous", "on", "ont", "or", "ou",
	"où", "par", "parce", "parmi", "pas", "pendant", "peu", "plus", "pour", "pourquoi", "puis",
	"puisque", "qu'elle", "qu'il", "qu'ils", "qu'on", "qu'un", "qu'une", "quand", "que", "quel",
	"quelle", "quelles", "quels", "qui", "quoi", "s'est", "sa", "sans", "sauf", "se", "selon",
	"sera", "seront", "ses", "si", "son", "sont", "sous", "sur", "ta", "tandis", "te", "tes",
	"toi", "ton", "tous", "tout", "toute", "toutes", "très", "tu", "un", "une", "vers", "voici",
	"vos", "votre", "vous", "y", "à", "étaient", "étais", "était", "étant", "été", "être",
};

static const char *const italian[] = {
	"a", "ad", "ai", "al", "alla", "alle", "allo", "anche", "c'è", "che", "chi", "ci", "come",
	"con", "contro", "cui", "da", "dai", "dal", "dalla", "dalle", "degli", "dei", "del",
	"della", "delle", "dello", "di", "dopo", "due", "e", "ed", "era", "erano", "essere", "fra",
	"fu", "furono", "gli", "ha", "hanno", "i", "il", "in", "io", "la", "le", "lo", "loro", "ma",
	"mentre", "molto", "nei", "nel", "nella", "nelle", "nello", "noi", "non", "nostro", "o",
	"ogni", "oppure", "per", "perché", "però", "più", "poi", "prima", "quale", "quali",
	"quando", "quella", "quelle", "quello", "questa", "queste", "questi", "questo", "se",
	"senza", "si", "sia", "sono", "stata", "stati", "stato", "su", "sua", "sue", "sui", "sul",
	"sulla", "sulle", "suo", "suoi", "tra", "tutti", "tutto", "un", "una", "uno", "è",
};

static const char *const spanish[] = {
	"a", "al", "algunos", "ante", "antes", "aunque", "como", "con", "contra", "cual", "cuando",
	"de", "del", "desde", "donde", "dos", "durante", "e", "el", "ella", "ellos", "en", "entre",
	"era", "eran", "es", "esa", "ese", "eso", "esta", "estaba", "este", "esto", "estos", "está",
	"fue", "fueron", "ha", "había", "habían", "han", "hasta", "hay", "la", "las", "le", 	"lo", "los", "me", "mi", "mientras", "muy", "más", "nada", "ni", "no", "nos", "nosotros",
	"o", "os", "otra", "otros", "para", "pero", "por", "porque", "que", "quien", "qué", "se",
	"según", "ser", "si", "sin", "sino", "sobre", "son", "su", "sus", "sí", "también", "tan",
	"tanto", "tenía", "tiene", "todo", "todos", "tras", "tu", "un", "una", "uno", "unos", "y",
	"ya", "yo", "él",
};

static const char *const polish[] = {
	"a", "aby", "albo", "ale", "ani", "bardzo", "bez", "bo", "by", "być", "był", "była", "było",
	"były", "będzie", "co", "czy", "dla", "do", "gdy", "gdzie", "go", "i", "ich", "im", "inne",
	"iż", "ja", "jak", "jako", "je", "jednak", "jego", "jej", "jest", "jeszcze", "już", "każdy",
	"kiedy", "która", "które", "którego", "której", "który", "których", "którym", "którzy",
	"lub", "ma", "mnie", "może", "można", "na", "nad", "nam", "nas", "nawet", "nich", "nie",
	"nim", "niż", "o", "od", "on", "ona", "one", "oni", "oraz", "pan", "po", "pod", "podczas",
	"ponieważ", "przed", "przez", "przy", "sam", "się", "swego", "swoje", "swoją", "są", "ta",
	"tak", "także", "tam", "te", "tego", "tej", "ten", "też", "to", "tu", "tych", "tylko",
	"tym", "tę", "u", "w", "we", "więc", "wobec", "wszystkie", "z", "za", "ze", "został",
	"została", "zostały", "że", "żeby",
};

static const char *const czech[] = {
	"a", "aby", "ale", "ani", "asi", "až", "bez", "bude", "budou", "by", "byl", "byla", "byli",
	"bylo", "být", "co", "do", "ho", "i", "jak", "jako", "je", "jeho", "jejich", "její", "jen",
	"jenž", "ještě", "ji", "jim", "již", "jsem", "jsme", "jsou", "jí", "k", "kde", "kdy",
	"když", "ke", "kterou", "která", "které", "který", "kterých", "kteří", "mezi", "mi", "mu",
	"má", "může", "na", "nad", "nebo", "není", "než", "ni", "o", "od", "on", "pak", "po", "pod",
	"podle", "pokud", "pouze", "pro", "proti", "proto", "protože", "před", "přes", "při", "s",
	"se", "si", "sice", "svou", "své", "svého", "ta", "tak", "také", "tato", "te", "tedy",
	"ten", "tento", "to", "toho", "tom", "tomu", "tuto", "této", "u", "už", "v", "ve", "velmi",
	"více", "však", "všechny", "z", "za", "ze", "či", "že",
};

static const char *const dutch[] = {
	"aan", "al", "als", "bij", "dan", "dat", "de", "der", "deze", "die", "dit", "door", "dus",
	"echter", "een", "en", "er", "ge", "geen", "had", "hadden", "heb", "hebben", "heeft", "hem",
	"het", "hier", "hij", "hoe", "hun", "ik", "in", "is", "ja", "je", "kan", "kon", "kunnen",
	"maar", "meer", "men", "met", "mij", "mijn", "moest", "na", "naar", "niet", "niets", "nog",
	"nu", "of", "om", "omdat", "onder", "ons", "ook", "op", "over", "reeds", "te", "tegen",
	"toch", "toen", "tot", "tussen", "u", "uit", "uw", "van", "veel", "voor", "waar", "waren",
	"was", "wat", "we", "wel", "werd", "werden", "wie", "wij", "wil", "worden", "wordt", "zal",
	"ze", "zelf", "zich", "zij", "zijn", "zo", "zonder", "zou",
};

static const char *const portuguese[] = {
	"a", "ao", "aos", "após", "as", "até", "com", "como", "contra", "da", "das", "de", "depois",
	"do", "dos", "e", "ela", "elas", "ele", "eles", "em", "entre", "era", "eram", "essa",
	"esse", "esta", "este", "está", "eu", "foi", "foram", "há", "isso", "já", "lhe", "mais",
	"mas", "mesmo", "muito", "na", "nas", "nem", "no", "nos", "num", "numa", "não", "o", "onde",
	"os", "ou", "para", "pela", "pelas", "pelo", "pelos", "por", "porque", "quando", "que",
	"quem", "se", "seja", "sem", "ser", "seu", "seus", "sob", "sobre", "sua", "suas", "só",
	"também", "tem", "tinha", "toda", "todos", "um", "uma", "você", "à", "é",
};

/* clang-format on */

#define LIST(code, words, cyrillic)                                                                \
	{                                                                                          \
		code, words, sizeof(words) / sizeof *(words), cyrillic                             \
	}
const stop_list stop_lists[STOP_LISTS] = {
	[STOP_EN] = LIST("en", english, 0),
	[STOP_RU] = LIST("ru", russian, 1),
	[STOP_UK] = LIST("uk", ukrainian, 1),
	[STOP_DE] = LIST("de", german, 0),
	[STOP_FR] = LIST("fr", french, 0),
	[STOP_IT] = LIST("it", italian, 0),
	[STOP_ES] = LIST("es", spanish, 0),
	[STOP_PL] = LIST("pl", polish, 0),
	[STOP_CS] = LIST("cs", czech, 0),
	[STOP_NL] = LIST("nl", dutch, 0),
	[STOP_PT] = LIST("pt", portuguese, 0),
};

int stop_list_has(const stop_list *list, kt_str form)
{
	return bsearch(&form, list->words, list->count, sizeof *list->words, lookup_compare) !=
	       NULL;
}

int kt_stop_word(kt_language language, kt_str form)
{
	for (size_t i = 0; i < STOP_LISTS; i++)
		if (kt_language_equal(language, kt_language_of(stop_lists[i].code)))
			return stop_list_has(&stop_lists[i], form);
	return 0;
}
