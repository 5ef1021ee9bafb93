/* irregular.c - English forms that no ending tells of: wrote, men, crises. */
#include "conflate.h"

#include "lookup.h"

typedef struct irregular_form {
	const char *form, *base;
	int both; /* the form is a base of its own, too (found) */
} irregular_form;

/* In the order of the bytes of the forms. */
/* clang-format off */
static const irregular_form irregular[] = {
	{ "alumni", "alumnus", 0 }, { "analyses", "analysis", 1 },
	{ "antitheses", "antithesis", 0 }, { "apparatchiki", "apparatchik", 0 },
	{ "appendices", "appendix", 0 }, { "arisen", "arise", 0 }, { "arose", "arise", 0 },
	{ "ate", "eat", 0 }, { "awoke", "awake", 0 }, { "bade", "bid", 0 },
	{ "beaten", "beat", 0 }, { "became", "become", 0 }, { "befallen", "befall", 0 },
	{ "befell", "befall", 0 }, { "began", "begin", 0 }, { "begun", "begin", 0 },
	{ "beheld", "behold", 0 }, { "bent", "bend", 0 }, { "besought", "beseech", 0 },
	{ "bespoke", "bespeak", 0 }, { "bit", "bite", 1 }, { "bitten", "bite", 0 },
	{ "bled", "bleed", 0 }, { "blew", "blow", 0 }, { "blown", "blow", 0 },
	{ "bore", "bear", 1 }, { "born", "bear", 1 }, { "borne", "bear", 0 },
	{ "bought", "buy", 0 }, { "bound", "bind", 1 }, { "bred", "breed", 0 },
	{ "brethren", "brother", 0 }, { "broke", "break", 0 }, { "broken", "break", 0 },
	{ "brought", "bring", 0 }, { "built", "build", 0 }, { "bureaus", "bureau", 0 },
	{ "bureaux", "bureau", 0 }, { "burnt", "burn", 0 }, { "calves", "calf", 0 },
	{ "came", "come", 0 }, { "caught", "catch", 0 }, { "children", "child", 0 },
	{ "chose", "choose", 0 }, { "chosen", "choose", 0 }, { "clad", "clothe", 0 },
	{ "clung", "cling", 0 }, { "crept", "creep", 0 }, { "crises", "crisis", 0 },
	{ "criteria", "criterion", 0 }, { "dealt", "deal", 0 }, { "dice", "die", 0 },
	{ "drank", "drink", 0 }, { "drawn", "draw", 0 }, { "dreamt", "dream", 0 },
	{ "drew", "draw", 0 }, { "driven", "drive", 0 }, { "drove", "drive", 0 },
	{ "drunk", "drink", 1 }, { "dug", "dig", 0 }, { "dwelt", "dwell", 0 },
	{ "eaten", "eat", 0 }, { "fallen", "fall", 0 }, { "fed", "feed", 0 },
	{ "feet", "foot", 0 }, { "fell", "fall", 1 }, { "felt", "feel", 1 }, { "fled", "flee", 0 },
	{ "flew", "fly", 0 }, { "flown", "fly", 0 }, { "flung", "fling", 0 },
	{ "forbade", "forbid", 0 }, { "forbidden", "forbid", 0 }, { "foresaw", "foresee", 0 },
	{ "foreseen", "foresee", 0 }, { "foretold", "foretell", 0 }, { "forgave", "forgive", 0 },
	{ "forgiven", "forgive", 0 }, { "forgot", "forget", 0 }, { "forgotten", "forget", 0 },
	{ "forsaken", "forsake", 0 }, { "forsook", "forsake", 0 }, { "fought", "fight", 0 },
	{ "found", "find", 1 }, { "froze", "freeze", 0 }, { "frozen", "freeze", 0 },
	{ "gave", "give", 0 }, { "geese", "goose", 0 }, { "given", "give", 0 },
	{ "goes", "go", 0 }, { "gone", "go", 0 }, { "got", "get", 0 }, { "gotten", "get", 0 },
	{ "grew", "grow", 0 }, { "ground", "grind", 1 }, { "grown", "grow", 0 },
	{ "halves", "half", 0 }, { "heard", "hear", 0 }, { "held", "hold", 0 },
	{ "hewn", "hew", 0 }, { "hid", "hide", 0 }, { "hidden", "hide", 0 },
	{ "housewives", "housewife", 0 }, { "hung", "hang", 0 }, { "hypotheses", "hypothesis", 0 },
	{ "indices", "index", 0 }, { "kept", "keep", 0 }, { "kibbutzim", "kibbutz", 0 },
	{ "knelt", "kneel", 0 }, { "knew", "know", 0 }, { "knives", "knife", 0 },
	{ "known", "know", 0 }, { "laid", "lay", 0 }, { "lain", "lie", 0 }, { "lay", "lie", 1 },
	{ "leant", "lean", 0 }, { "leapt", "leap", 0 }, { "learnt", "learn", 0 },
	{ "leaves", "leaf", 1 }, { "led", "lead", 0 }, { "left", "leave", 1 },
	{ "lent", "lend", 0 }, { "lit", "light", 0 }, { "lives", "life", 1 },
	{ "loaves", "loaf", 0 }, { "lost", "lose", 0 }, { "made", "make", 0 },
	{ "meant", "mean", 0 }, { "memoranda", "memorandum", 0 }, { "men", "man", 0 },
	{ "met", "meet", 0 }, { "mice", "mouse", 0 }, { "misled", "mislead", 0 },
	{ "mistaken", "mistake", 0 }, { "mistook", "mistake", 0 },
	{ "misunderstood", "misunderstand", 0 }, { "mowed", "mow", 0 }, { "mown", "mow", 0 },
	{ "oases", "oasis", 0 }, { "outdid", "outdo", 0 }, { "outdone", "outdo", 0 },
	{ "outgrew", "outgrow", 0 }, { "outran", "outrun", 0 }, { "overcame", "overcome", 0 },
	{ "overdid", "overdo", 0 }, { "overdone", "overdo", 0 }, { "overheard", "overhear", 0 },
	{ "overran", "overrun", 0 }, { "oversaw", "oversee", 0 }, { "overseen", "oversee", 0 },
	{ "overtaken", "overtake", 0 }, { "overthrew", "overthrow", 0 },
	{ "overthrown", "overthrow", 0 }, { "overtook", "overtake", 0 }, { "oxen", "ox", 0 },
	{ "paid", "pay", 0 }, { "parentheses", "parenthesis", 0 }, { "partaken", "partake", 0 },
	{ "partook", "partake", 0 }, { "phenomena", "phenomenon", 0 },
	{ "plateaux", "plateau", 0 }, { "proven", "prove", 0 }, { "ran", "run", 0 },
	{ "rang", "ring", 0 }, { "rebuilt", "rebuild", 0 }, { "redrew", "redraw", 0 },
	{ "referenda", "referendum", 0 }, { "repaid", "repay", 0 }, { "rewritten", "rewrite", 0 },
	{ "rewrote", "rewrite", 0 }, { "ridden", "ride", 0 }, { "risen", "rise", 0 },
	{ "rode", "ride", 0 }, { "rose", "rise", 1 }, { "rung", "ring", 1 }, { "said", "say", 0 },
	{ "sang", "sing", 0 }, { "sank", "sink", 0 }, { "sat", "sit", 0 }, { "saw", "see", 1 },
	{ "sawn", "saw", 0 }, { "seen", "see", 0 }, { "selves", "self", 0 }, { "sent", "send", 0 },
	{ "sewn", "sew", 0 }, { "shaken", "shake", 0 }, { "shelves", "shelf", 0 },
	{ "shewn", "show", 0 }, { "shone", "shine", 0 }, { "shook", "shake", 0 },
	{ "shorn", "shear", 0 }, { "shot", "shoot", 0 }, { "shown", "show", 0 },
	{ "shrank", "shrink", 0 }, { "slain", "slay", 0 }, { "slept", "sleep", 0 },
	{ "slew", "slay", 0 }, { "slid", "slide", 0 }, { "slung", "sling", 0 },
	{ "sold", "sell", 0 }, { "sought", "seek", 0 }, { "sown", "sow", 0 },
	{ "sped", "speed", 0 }, { "spelt", "spell", 0 }, { "spent", "spend", 0 },
	{ "spoke", "speak", 0 }, { "spoken", "speak", 0 }, { "sprang", "spring", 0 },
	{ "sprung", "spring", 0 }, { "spun", "spin", 0 }, { "stole", "steal", 0 },
	{ "stolen", "steal", 0 }, { "stood", "stand", 0 }, { "strata", "stratum", 0 },
	{ "strewn", "strew", 0 }, { "stricken", "strike", 0 }, { "striven", "strive", 0 },
	{ "strove", "strive", 0 }, { "struck", "strike", 0 }, { "strung", "string", 0 },
	{ "stuck", "stick", 0 }, { "stung", "sting", 0 }, { "sung", "sing", 0 },
	{ "sunk", "sink", 0 }, { "swam", "swim", 0 }, { "swept", "sweep", 0 },
	{ "swollen", "swell", 0 }, { "swore", "swear", 0 }, { "sworn", "swear", 0 },
	{ "swum", "swim", 0 }, { "swung", "swing", 0 }, { "syntheses", "synthesis", 0 },
	{ "tableaux", "tableau", 0 }, { "taken", "take", 0 }, { "taught", "teach", 0 },
	{ "teeth", "tooth", 0 }, { "theses", "thesis", 0 }, { "thieves", "thief", 0 },
	{ "thought", "think", 1 }, { "threw", "throw", 0 }, { "thrown", "throw", 0 },
	{ "told", "tell", 0 }, { "took", "take", 0 }, { "tore", "tear", 0 }, { "torn", "tear", 0 },
	{ "trod", "tread", 0 }, { "trodden", "tread", 0 }, { "ultimata", "ultimatum", 0 },
	{ "undergone", "undergo", 0 }, { "understood", "understand", 0 },
	{ "undertaken", "undertake", 0 }, { "undertook", "undertake", 0 },
	{ "underwent", "undergo", 0 }, { "underwrote", "underwrite", 0 }, { "undid", "undo", 0 },
	{ "undone", "undo", 0 }, { "upheld", "uphold", 0 }, { "went", "go", 0 },
	{ "wept", "weep", 0 }, { "withdrawn", "withdraw", 0 }, { "withdrew", "withdraw", 0 },
	{ "withheld", "withhold", 0 }, { "withstood", "withstand", 0 }, { "wives", "wife", 0 },
	{ "woke", "wake", 0 }, { "woken", "wake", 0 }, { "wolves", "wolf", 0 },
	{ "women", "woman", 0 }, { "won", "win", 0 }, { "wore", "wear", 0 }, { "worn", "wear", 0 },
	{ "worse", "bad", 0 }, { "worst", "bad", 0 }, { "wound", "wind", 1 },
	{ "wove", "weave", 0 }, { "woven", "weave", 0 }, { "written", "write", 0 },
	{ "wrote", "write", 0 }, { "wrung", "wring", 0 },
};
/* clang-format on */

/* Words in -men that are no plural. */
static const char *const singular[] = { "specimen", "regimen", "abdomen", "acumen", "bitumen",
	"cerumen", "cyclamen", "turkmen", "tatmen", "stamen", "examen", "gravamen", "foramen",
	"bremen", "carmen", "tyumen", "tiumen" };

int english_base(kt_buf *out, kt_str form)
{
	const irregular_form *row = LOOKUP(irregular, form);

	if (row) {
		kt_buf_add(out, kt_str_of(row->base));
		return row->both ? 2 : 1;
	}
	if (form.len < 6 || !kt_str_ends(form, KT_STR("men")))
		return 0;
	for (size_t i = 0; i < LOOKUP_COUNT(singular); i++)
		if (kt_str_is(form, singular[i]))
			return 0;
	kt_buf_add(out, kt_str_sub(form, 0, form.len - 2));
	kt_buf_add(out, KT_STR("an"));
	return 1;
}
