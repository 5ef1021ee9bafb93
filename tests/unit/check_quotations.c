/* Quotations: texts with their people marked, and what is to be found in them. */
#include "kartoteka/tags.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

/* Passages are parted by empty lines.  One may begin with its kind: `B ` a block quotation, `A ` an
 * attribution, `H ` a heading, `V ` verse, `L ` bibliography, `C ` a caption, `F ` a note, `+ ` the
 * paragraph of the passage before goes on.  {id|Surface} is a person, {id,other|Surface} one of
 * two. What is expected has a line for each quotation: kind, * where it is altered, speaker, work,
 * page, and its text between ⟦ ⟧. */
typedef struct sample {
	const char *text, *expected;
} sample;

enum { PASSAGES = 40, MENTIONS = 40 };

typedef struct source {
	kt_passage passages[PASSAGES];
	kt_tagged tagged[PASSAGES];
	size_t count;
	kt_words *words;
	kt_tokens tokens;
	kt_arena *arena;
} source;

static void init(source *s)
{
	memset(s, 0, sizeof *s);
	ck_assert_int_eq(kt_words_new(&s->words, NULL), KT_OK);
	ck_assert_int_eq(kt_arena_new(&s->arena, NULL), KT_OK);
}

static void release(source *s)
{
	kt_words_free(s->words);
	kt_tokens_release(&s->tokens);
	kt_arena_free(s->arena);
}

static kt_kind kind_of(char letter)
{
	switch (letter) {
	case 'B':
		return KT_KIND_BLOCKQUOTE;
	case 'A':
		return KT_KIND_ATTRIBUTION;
	case 'H':
		return KT_KIND_HEADING;
	case 'V':
		return KT_KIND_VERSE;
	case 'L':
		return KT_KIND_BIBLIOGRAPHY;
	case 'C':
		return KT_KIND_CAPTION;
	case 'F':
		return KT_KIND_FOOTNOTE;
	default:
		return KT_KIND_PARAGRAPH;
	}
}

static void add_person(source *s, kt_passage *p, kt_str ids, uint32_t start, uint32_t end)
{
	while (ids.len) {
		size_t comma = kt_str_find(ids, KT_STR(","), 0);
		kt_str id = comma == SIZE_MAX ? ids : kt_str_sub(ids, 0, comma);

		ck_assert_uint_lt(p->mention_count, MENTIONS);
		if (!p->mentions)
			p->mentions = kt_arena_array(s->arena, MENTIONS, sizeof *p->mentions);
		p->mentions[p->mention_count++] = (kt_mention) { .kind = KT_MENTION_PERSON,
			.tier = KT_CERTAIN,
			.start = start,
			.end = end,
			.id = id,
			.name = id };
		ids = comma == SIZE_MAX ? KT_STR("") : kt_str_sub(ids, comma + 1, ids.len);
	}
}

/* A passage without the braces of its people, which become mentions. */
static void add_passage(source *s, kt_str marked, int markdown)
{
	kt_passage *p = &s->passages[s->count];
	kt_tokens own = { 0 };
	kt_buf text = KT_BUF_INIT;

	ck_assert_uint_lt(s->count, PASSAGES);
	p->kind = KT_KIND_PARAGRAPH;
	p->number = (uint32_t)s->count + 1;
	p->markdown = markdown;
	if (marked.len > 2 && marked.ptr[1] == ' ' && strchr("BAHVLCF+", marked.ptr[0])) {
		p->kind = kind_of(marked.ptr[0]);
		p->continued = marked.ptr[0] == '+';
		marked = kt_str_sub(marked, 2, marked.len);
	}
	for (size_t at = 0; at < marked.len; at++) {
		size_t bar, end;

		if (marked.ptr[at] != '{') {
			kt_buf_addc(&text, marked.ptr[at]);
			continue;
		}
		bar = kt_str_find(marked, KT_STR("|"), at);
		end = kt_str_find(marked, KT_STR("}"), bar);
		ck_assert(bar != SIZE_MAX && end != SIZE_MAX);
		add_person(s, p, kt_str_sub(marked, at + 1, bar), (uint32_t)text.len,
			(uint32_t)(text.len + end - bar - 1));
		kt_buf_add(&text, kt_str_sub(marked, bar + 1, end));
		at = end;
	}
	p->text = kt_arena_str(s->arena, kt_buf_str(&text));
	kt_buf_release(&text);
	ck_assert_int_eq(
		kt_tokenise(&own, s->words, p->text, markdown ? KT_TOKENISE_MARKDOWN : 0, NULL),
		KT_OK);
	s->tagged[s->count] = (kt_tagged) { NULL, NULL, s->tokens.count, own.count };
	for (size_t i = 0; i < own.count; i++) {
		ck_assert(kt_grow((void **)&s->tokens.at, &s->tokens.size, s->tokens.count,
			sizeof *s->tokens.at));
		s->tokens.at[s->tokens.count++] = own.at[i];
	}
	p->language =
		kt_language_of((unsigned char)p->text.ptr[0] >= 0xC3 || strstr(p->text.ptr, "ст") ||
					       strstr(p->text.ptr, "на")
				       ? "ru"
				       : "en");
	kt_tokens_release(&own);
	s->count++;
}

static void tag(source *s)
{
	kt_tag_source about = { 0 };
	kt_error err = { 0 };

	for (size_t i = 0; i < s->count; i++) {
		s->tagged[i].passage = &s->passages[i];
		s->tagged[i].tokens = &s->tokens;
	}
	ck_assert_int_eq(
		kt_tag_quotations(s->arena, &about, s->tagged, s->count, s->words, &err), KT_OK);
}

static void read_source(source *s, const char *text, int markdown)
{
	kt_str all = kt_str_of(text);

	init(s);
	for (size_t at = 0; at < all.len;) {
		size_t end = kt_str_find(all, KT_STR("\n\n"), at);

		if (end == SIZE_MAX)
			end = all.len;
		add_passage(s, kt_str_sub(all, at, end), markdown);
		at = end + 2;
	}
	tag(s);
}

static void describe(kt_buf *out, const source *s)
{
	for (size_t i = 0; i < s->count; i++) {
		const kt_passage *p = &s->passages[i];

		for (size_t k = 0; k < p->quotation_count; k++) {
			const kt_quotation *q = &p->quotations[k];

			ck_assert_uint_lt(q->start, q->end);
			ck_assert_uint_le(q->end, p->text.len);
			ck_assert(!k || q[-1].start <= q->start);
			kt_buf_addf(out, "%s%s", kt_quotation_kind_name(q->kind),
				q->altered ? "*" : "");
			if (q->speaker.len)
				kt_buf_addf(out, " by %.*s", KT_STR_ARG(q->speaker));
			if (q->work.len)
				kt_buf_addf(out, " in %.*s", KT_STR_ARG(q->work));
			if (q->page.len)
				kt_buf_addf(out, " p %.*s", KT_STR_ARG(q->page));
			kt_buf_addf(out, " ⟦%.*s⟧\n",
				KT_STR_ARG(kt_str_sub(p->text, q->start, q->end)));
		}
	}
	kt_buf_addc(out, '\0');
}

static void check_sample(const sample *t, int markdown)
{
	source s;
	kt_buf got = KT_BUF_INIT;

	read_source(&s, t->text, markdown);
	describe(&got, &s);
	ck_assert_msg(!strcmp(got.ptr, t->expected), "%s\n\nexpected:\n%s\ngot:\n%s", t->text,
		t->expected, got.ptr);
	kt_buf_release(&got);
	release(&s);
}

/* ---- marks ---- */

static const sample marks[] = {
	{ "They cried “No more war than we have had!” and left.",
		"inline ⟦No more war than we have had!⟧\n" },
	{ "They cried \"No more war than we have had!\" and left.",
		"inline ⟦No more war than we have had!⟧\n" },
	{ "They cried ‘No more war than we have had!’ and left.",
		"inline ⟦No more war than we have had!⟧\n" },
	{ "They cried 'No more war than we've had!' and left.",
		"inline ⟦No more war than we've had!⟧\n" },
	{ "Sie riefen „Nie wieder Krieg in diesem Land!“ und gingen.",
		"inline ⟦Nie wieder Krieg in diesem Land!⟧\n" },
	{ "Sie riefen »Nie wieder Krieg in diesem Land!« und gingen.",
		"inline ⟦Nie wieder Krieg in diesem Land!⟧\n" },
	{ "Ils criaient « Plus jamais de guerre dans ce pays ! » et partirent.",
		"inline ⟦ Plus jamais de guerre dans ce pays ! ⟧\n" },
	{ "Они кричали «Долой войну и всех её министров!» и ушли.",
		"inline ⟦Долой войну и всех её министров!⟧\n" },
	/* one within another */
	{ "They cried “We want ‘bread and peace’ before the snow!” and left.",
		"inline ⟦We want ‘bread and peace’ before the snow!⟧\nscare ⟦bread and peace⟧\n" },
	{ "They cried ‘We want “bread and peace” before the snow!’ and left.",
		"inline ⟦We want “bread and peace” before the snow!⟧\nscare ⟦bread and peace⟧\n" },
	{ "Они кричали «Пусть „хлеб и мир“ будут до снега!» и ушли.",
		"inline ⟦Пусть „хлеб и мир“ будут до снега!⟧\nscare ⟦хлеб и мир⟧\n" },
	{ "It was called «ОАО «красный октябрь» then.",
		"scare ⟦ОАО «красный октябрь⟧\nscare ⟦красный октябрь⟧\n" },
	/* wrong signs */
	{ "They cried ”No more war than we have had!” and left.",
		"inline ⟦No more war than we have had!⟧\n" },
	{ "They cried “No more war than we have had!“ and left.",
		"inline ⟦No more war than we have had!⟧\n" },
	{ "They cried “No more war than we have had!\" and left.",
		"inline ⟦No more war than we have had!⟧\n" },
	{ "They cried ’No more war than we have had!’ and left.",
		"inline ⟦No more war than we have had!⟧\n" },
	{ "B ” No more war than we have had!”", "block ⟦ No more war than we have had!⟧\n" },
	/* never closed */
	{ "They cried: “No more war than we have had, and no more want.",
		"inline ⟦No more war than we have had, and no more want.⟧\n" },
	{ "They cried “no more war than we have had. Then they left for the square.",
		"inline ⟦no more war than we have had.⟧\n" },
	{ "“No more war, they cried. “We want bread and we want peace!”",
		"inline ⟦No more war, they cried.⟧\ninline ⟦We want bread and we want peace!⟧\n" },
	{ "B “An entire world within the dictatorship.[40]",
		"block ⟦An entire world within the dictatorship.⟧\n" },
	{ "We had no bread at all” and left.", "" },
	/* apostrophes are none */
	{ "Don't say it wasn’t the workers' or the peasants’ own; 'tis theirs, and o’ the ’30s.",
		"" },
	{ "Zinov'ev and Gol’tsman went to the Kol'tso in '36.", "" },
	{ "The ‘kulaks’ were deported from the peasants’ own villages.", "scare ⟦kulaks⟧\n" },
	{ "The ‘workers’ opposition’ lost its seats.", "scare ⟦workers’ opposition⟧\n" },
	{ "It fell to the ‘special settlers’ in the workers’ barracks.",
		"scare ⟦special settlers⟧\n" },
	{ "A gun of 12\" and one of 6\" stood there, 5'2\" wide.", "" },
	{ "Nothing in it: “” and “...” and \"\".", "" },
};

/* ---- several paragraphs ---- */

static const sample paragraphs[] = {
	{ "{lenin|Lenin} said: “First of all, comrades, the land.\n\n“Then the peace that you "
	  "want.\n\n"
	  "“And last the power.”\n\nHe sat down.",
		"inline by lenin ⟦First of all, comrades, the land.⟧\n"
		"inline by lenin ⟦Then the peace that you want.⟧\n"
		"inline by lenin ⟦And last the power.⟧\n" },
	{ "{lenin|Ленин} сказал: «Прежде всего, товарищи, земля.\n\nЗатем мир, которого вы "
	  "хотите.\n\n"
	  "И наконец власть», – и сел.",
		"inline by lenin ⟦Прежде всего, товарищи, земля.⟧\n"
		"inline by lenin ⟦Затем мир, которого вы хотите.⟧\n"
		"inline by lenin ⟦И наконец власть⟧\n" },
	{ "{lenin|Lenin} said: ‘First of all, comrades, the land.\n\n‘Then the peace that you "
	  "want.’",
		"inline by lenin ⟦First of all, comrades, the land.⟧\n"
		"inline by lenin ⟦Then the peace that you want.⟧\n" },
	/* a long paragraph that was cut */
	{ "{lenin|Lenin} said: “First of all, comrades, the land.\n\n+ Then the peace.\n\n+ And "
	  "last the "
	  "power.” He sat down.",
		"inline by lenin ⟦First of all, comrades, the land.⟧\n"
		"inline by lenin ⟦Then the peace.⟧\n"
		"inline by lenin ⟦And last the power.⟧\n" },
	/* a heading ends what was left open */
	{ "{lenin|Lenin} said: “First of all, comrades, the land.\n\nH The peace\n\nThen came the "
	  "peace.” "
	  "So it was.",
		"inline by lenin ⟦First of all, comrades, the land.⟧\n" },
	{ "“Who is there in the yard?” they cried.\n\n“The sailors are there with guns.”",
		"inline ⟦Who is there in the yard?⟧\ninline ⟦The sailors are there with guns.⟧\n" },
};

/* ---- kinds ------------------------------------------------------------------------------------
 */

static const sample kinds[] = {
	{ "It was a “site” of blunders.", "scare ⟦site⟧\n" },
	{ "The ideas of the “resistance school” are applied.", "scare ⟦resistance school⟧\n" },
	{ "He meant “a place reserved for curiosities” there.",
		"inline ⟦a place reserved for curiosities⟧\n" },
	{ "The article “Prisoners of the Self” appeared.", "title ⟦Prisoners of the Self⟧\n" },
	{ "The newspapers “Pravda” and “Trud” wrote of it.", "title ⟦Pravda⟧\ntitle ⟦Trud⟧\n" },
	{ "The cruiser “Aurora” lay there.", "title ⟦Aurora⟧\n" },
	{ "An essay called “Lessons of October” followed.", "title ⟦Lessons of October⟧\n" },
	{ "On 2 March Pravda printed ‘Dizzy with Success’ there.", "title ⟦Dizzy with Success⟧\n" },
	{ "The slogan “Land and Freedom” was theirs.", "scare ⟦Land and Freedom⟧\n" },
	{ "They unfurled a banner reading “Down With Stalin” from a ship.",
		"inline ⟦Down With Stalin⟧\n" },
	{ "They were tried as the “Bloc of Rights and Trotskyites” then.",
		"scare ⟦Bloc of Rights and Trotskyites⟧\n" },
	{ "L Fürst, Juliane. “Prisoners of the self.” Europe-Asia Studies 54.",
		"title ⟦Prisoners of the self.⟧\n" },
	{ "Статья напечатана в газете «Правда» и журнале «Новый мир».",
		"title ⟦Правда⟧\ntitle ⟦Новый мир⟧\n" },
	{ "Служили на «Петропавловске» и других кораблях.", "title ⟦Петропавловске⟧\n" },
	{ "Так начиналась «военная тревога» 1927 года.", "scare ⟦военная тревога⟧\n" },
	{ "Лозунг «Советы без коммунистов» им приписали.", "scare ⟦Советы без коммунистов⟧\n" },
	/* blocks */
	{ "B Collective farms must not be established by force.",
		"block ⟦Collective farms must not be established by force.⟧\n" },
	{ "He wrote in a letter to the others:\n\nCollective farms must not be established by "
	  "force.\n\n"
	  "A ({stalin|Stalin}, Dizzy with Success)",
		"block by stalin in Dizzy with Success ⟦Collective farms must not be established "
		"by "
		"force.⟧\n" },
	{ "V Хотелось бы всех поимённо назвать,\nДа отняли список, и негде узнать.\n\nA "
	  "({akhmatova|Ахматова}, «Реквием»)",
		"block by akhmatova in Реквием ⟦Хотелось бы всех поимённо назвать,\nДа отняли "
		"список, и "
		"негде узнать.⟧\ntitle ⟦Реквием⟧\n" },
	/* altered */
	{ "He wrote “the land […] belongs to those who till it” then.",
		"inline* ⟦the land […] belongs to those who till it⟧\n" },
	{ "He wrote “the land ... belongs to those who till it” then.",
		"inline* ⟦the land ... belongs to those who till it⟧\n" },
	{ "He wrote “the land . . . belongs to those who till it” then.",
		"inline* ⟦the land . . . belongs to those who till it⟧\n" },
	{ "He wrote “[t]he land belongs to those who till it” then.",
		"inline* ⟦[t]he land belongs to those who till it⟧\n" },
	{ "He wrote “the land [] belongs to those who till it” then.",
		"inline* ⟦the land [] belongs to those who till it⟧\n" },
	{ "He wrote “the land[12] belongs to those[note 3] who till it” then.",
		"inline ⟦the land[12] belongs to those[note 3] who till it⟧\n" },
};

/* ---- whose words ------------------------------------------------------------------------------
 */

static const sample speakers[] = {
	/* the verb before */
	{ "{b|Nikolai Bukharin}, just before the arrest which led to his death, wrote “My head "
	  "will draw in "
	  "others.”[1]",
		"inline by b ⟦My head will draw in others.⟧\n" },
	{ "{t|Trotsky} claimed in 1936 that the government was engaged in a “struggle against the "
	  "youth”.",
		"inline by t ⟦struggle against the youth⟧\n" },
	{ "Thousands had been killed, {t|Trotsky} pointed out in 1937; “Can it be that all this "
	  "was for a "
	  "struggle between {t|Trotsky} and {s|Stalin}?”",
		"inline by t ⟦Can it be that all this was for a struggle between Trotsky and "
		"Stalin?⟧\n" },
	{ "{m|Molotov} justified it on the basis that not only “clear Rightists” and others but "
	  "“many who "
	  "vacillated in those years” were meant.",
		"inline by m ⟦clear Rightists⟧\ninline by m ⟦many who vacillated in those "
		"years⟧\n" },
	{ "It ends with words of {z|Anatoly Zhigulin} who, after a sentence, concluded that “both "
	  "were one "
	  "and the same.”",
		"inline by z ⟦both were one and the same.⟧\n" },
	{ "{s|Stalin} went to the rostrum and said: “We have no time to lose.”",
		"inline by s ⟦We have no time to lose.⟧\n" },
	{ "{s|Stalin} in his speech of 1931 said that “we have no time to lose”.",
		"inline by s ⟦we have no time to lose⟧\n" },
	{ "{s|Stalin} went on to say that “we have no time to lose”.",
		"inline by s ⟦we have no time to lose⟧\n" },
	{ "{l|Lenin}: “We have no time to lose.”", "inline by l ⟦We have no time to lose.⟧\n" },
	{ "{s|Stalin} answered those who asked for a slower pace: “We have no time to lose.”",
		"inline by s ⟦We have no time to lose.⟧\n" },
	{ "What {f|Fürst} calls “the imperfect” is a type.", "scare by f ⟦the imperfect⟧\n" },
	{ "{v|Viola} makes a list of forms of “active opposition” there.",
		"scare by v ⟦active opposition⟧\n" },
	{ "{l|Lenin} put the matter simply: “We have no time to lose.”",
		"inline by l ⟦We have no time to lose.⟧\n" },
	/* words of his */
	{ "One point made by {f|Fürst}, to which I return, is that the “real backbone” was weak.",
		"inline by f ⟦real backbone⟧\n" },
	{ "To use {f|Fürst}’s words again, they were “neither rejecting nor fulfilling” anything.",
		"inline by f ⟦neither rejecting nor fulfilling⟧\n" },
	{ "In the words of {k|Kotkin}, “people learned to speak a new language”.",
		"inline by k ⟦people learned to speak a new language⟧\n" },
	{ "According to {k|Kotkin}, “people learned to speak a new language”.",
		"inline by k ⟦people learned to speak a new language⟧\n" },
	{ "{h|Hoffmann}’s verdict was “Unheard of!”", "inline by h ⟦Unheard of!⟧\n" },
	{ "It was denounced by {s|Stalin} as “a plot against the party of workers”.",
		"inline by s ⟦a plot against the party of workers⟧\n" },
	/* behind */
	{ "“We have no time to lose,” wrote {l|Lenin} in 1917.",
		"inline by l ⟦We have no time to lose,⟧\n" },
	{ "“We have no time to lose,” {l|Lenin} wrote.",
		"inline by l ⟦We have no time to lose,⟧\n" },
	{ "“Have we time to lose?” {l|Lenin} asked.", "inline by l ⟦Have we time to lose?⟧\n" },
	{ "“We have no time to lose,” as {l|Lenin} put it, and left.",
		"inline by l ⟦We have no time to lose,⟧\n" },
	{ "“Weapons of the weak” as defined by {c|James C Scott} and other “subaltern strategies” "
	  "were used.",
		"scare by c ⟦Weapons of the weak⟧\nscare ⟦subaltern strategies⟧\n" },
	{ "“Speaking Bolshevik”, a concept coined by {k|Stephen Kotkin}, is a process.",
		"scare by k ⟦Speaking Bolshevik⟧\n" },
	{ "In the ‘three good years’ (the phrase is {j|Jasny}'s) it grew.",
		"inline by j ⟦three good years⟧\n" },
	{ "He was called “the dreamer of the Kremlin” by {w|Wells} then.",
		"inline by w ⟦the dreamer of the Kremlin⟧\n" },
	{ "The term 'enemy of the people', said {h|Khrushchev}, was introduced by {s|Stalin}.",
		"inline by h ⟦enemy of the people⟧\n" },
	/* broken by a tag */
	{ "“For each of us,” said {t|Trotzky}, “we shall strike five of them!” The hall rose.",
		"inline by t ⟦For each of us,⟧\ninline by t ⟦we shall strike five of them!⟧\n" },
	{ "“We have no time,” said {l|Lenin}. “They are coming from the south.”",
		"inline by l ⟦We have no time,⟧\ninline by l ⟦They are coming from the south.⟧\n" },
	{ "“We have no time,” said {l|Lenin}; “they come,” replied {t|Trotsky}.",
		"inline by l ⟦We have no time,⟧\ninline by t ⟦they come,⟧\n" },
	{ "“We have no time,” said {l|Lenin}. “Do you think so?” I asked.",
		"inline by l ⟦We have no time,⟧\ninline ⟦Do you think so?⟧\n" },
	{ "{l|Lenin} said “there is no time”, {t|Trotsky} said “there is no hope”.",
		"inline by l ⟦there is no time⟧\ninline by t ⟦there is no hope⟧\n" },
	/* pronouns */
	{ "{f|Fürst} finds that they were loyal. From this she concludes that they were “prisoners "
	  "of the "
	  "old self”.",
		"inline by f ⟦prisoners of the old self⟧\n" },
	{ "When {l|Lenin} came, he said that “we have no time to lose”.",
		"inline by l ⟦we have no time to lose⟧\n" },
	{ "When {l|Lenin} met {t|Trotsky}, he said that “we have no time to lose”.",
		"inline ⟦we have no time to lose⟧\n" },
	{ "{l|Lenin} met {t|Trotsky} there. He said that “we have no time to lose”.",
		"inline ⟦we have no time to lose⟧\n" },
	/* a frame of nobody named */
	{ "{s|Stalin}’s secretary said that “we have no time to lose”.",
		"inline ⟦we have no time to lose⟧\n" },
	{ "{s|Stalin} knew that the workers said “we have no time to lose”.",
		"inline ⟦we have no time to lose⟧\n" },
	{ "{l|Lenin} was called “the dreamer of the Kremlin” in London.",
		"inline ⟦the dreamer of the Kremlin⟧\n" },
	{ "The followers of {t|Trotsky} argued that “we have no time to lose”.",
		"inline ⟦we have no time to lose⟧\n" },
	{ "In a letter to {s|Stalin} the workers wrote that “we have no time to lose”.",
		"inline ⟦we have no time to lose⟧\n" },
	{ "{m|Marx} and {e|Engels} wrote that “workers have no country of their own”.",
		"inline ⟦workers have no country of their own⟧\n" },
	{ "{k,m|Smirnov} said that “we have no time to lose”.",
		"inline ⟦we have no time to lose⟧\n" },
	{ "Youths called {s|Stalin}’s order “Bonapartism” in 1950.", "scare ⟦Bonapartism⟧\n" },
	{ "One “Eurasian” named {e|S. Ya. Efron} came.", "scare ⟦Eurasian⟧\n" },
	{ "When {g|Goltsman} “confessed” to having met {t|Trotsky} it was a lie.",
		"scare ⟦confessed⟧\n" },
	{ "The prosecutor {v|Vyshinsky} was “speaking Bolshevik” at the trials.",
		"scare ⟦speaking Bolshevik⟧\n" },
	{ "{l|Lenin} wrote to the others, but the workers and “those who had nothing to lose” went "
	  "on.",
		"inline ⟦those who had nothing to lose⟧\n" },
	{ "{v|Andrey \"shoot the mad dogs\" Vyshinsky} spoke.", "scare ⟦shoot the mad dogs⟧\n" },
};

static const sample russian[] = {
	{ "{l|Ленин} писал, что «промедление времени смерти подобно и вам».",
		"inline by l ⟦промедление времени смерти подобно и вам⟧\n" },
	{ "Ещё в 1936 году писал {t|Троцкий}: «Здоровые лёгкие не могут этим дышать».",
		"inline by t ⟦Здоровые лёгкие не могут этим дышать⟧\n" },
	{ "Писал в 1936 году {t|Троцкий}: «Здоровые лёгкие не могут этим дышать».",
		"inline by t ⟦Здоровые лёгкие не могут этим дышать⟧\n" },
	{ "«Здоровые лёгкие не могут этим дышать», – писал {t|Троцкий} в 1936 году.",
		"inline by t ⟦Здоровые лёгкие не могут этим дышать⟧\n" },
	{ "По словам {t|Троцкого}, «здоровые лёгкие не могут этим дышать».",
		"inline by t ⟦здоровые лёгкие не могут этим дышать⟧\n" },
	{ "По выражению {t|Троцкого}, это «борьба против молодёжи».",
		"inline by t ⟦борьба против молодёжи⟧\n" },
	{ "Слова {l|Ленина}: «Промедление времени смерти подобно» – знали все.",
		"inline by l ⟦Промедление времени смерти подобно⟧\n" },
	{ "{n|Алек Ноув} в известной статье спрашивал, «был ли он необходим».",
		"inline by n ⟦был ли он необходим⟧\n" },
	{ "{k|Крупская} говорила, что «нельзя так обращаться с товарищами».",
		"inline by k ⟦нельзя так обращаться с товарищами⟧\n" },
	/* the one who is spoken of is declined */
	{ "{b|Бухарина} назвал {s|Сталин} «любимцем всей нашей партии».",
		"scare by s ⟦любимцем всей нашей партии⟧\n" },
	{ "{s|Сталину} писал {b|Бухарин}: «Зачем тебе моя смерть?»",
		"inline by b ⟦Зачем тебе моя смерть?⟧\n" },
	{ "{g|Горькому} писали, что «дышать здесь стало нечем».",
		"inline ⟦дышать здесь стало нечем⟧\n" },
	{ "Соратники {l|Ленина} говорили, что «надо ещё подождать».",
		"inline ⟦надо ещё подождать⟧\n" },
	{ "{m|Маркс} и {e|Энгельс} писали, что «рабочие не имеют отечества».",
		"inline ⟦рабочие не имеют отечества⟧\n" },
};

/* ---- where from -------------------------------------------------------------------------------
 */

static const sample sources[] = {
	{ "{s|Stalin} insisted that the International was\n\nB “…not a political trend but a "
	  "gang.”\n\nA "
	  "({r|Service}, Trotsky, 441)",
		"block* by s in Service, Trotsky p 441 ⟦…not a political trend but a gang.⟧\n" },
	{ "Nothing leads to it.\n\nB “The most innocent groups are met with fierce measures.”\n\nA "
	  "({t|Trotsky}, The Revolution Betrayed, 162-5)",
		"block by t in The Revolution Betrayed p 162-5 ⟦The most innocent groups are met "
		"with "
		"fierce measures.⟧\n" },
	{ "Some historian complained:\n\nB “There was nothing to be had in the shops.”\n\nA "
	  "({f|Fitzpatrick}, "
	  "Everyday Stalinism, 45)",
		"block in Fitzpatrick, Everyday Stalinism p 45 ⟦There was nothing to be had in the "
		"shops.⟧\n" },
	{ "Compare this:\n\nB “…Socialists have no intention of it.”\n\nA ({l|VI Lenin}, Article "
	  "published "
	  "September 11th, 1917, The Land Question and the Fight for Freedom, Progress Publishers, "
	  "1978, "
	  "37-45)\n\nB “…we shall not tolerate any use of force.”\n\nA (Report on the work in the "
	  "countryside, "
	  "8th Congress, March 23rd, 1919, Ibid. 80-98)",
		"block* by l in The Land Question and the Fight for Freedom p 37-45 ⟦…Socialists "
		"have no "
		"intention of it.⟧\n"
		"block* by l in Report on the work in the countryside p 80-98 ⟦…we shall not "
		"tolerate any "
		"use of force.⟧\n" },
	{ "B “People resisted in word and deed.”\n\nA ({f|Juliane Fürst}, “Prisoners of the Soviet "
	  "Self?”, "
	  "Europe-Asia Studies, 2002, 353–375)\n\nA point made by {f|Fürst} is that they\n\nB "
	  "“turned out "
	  "to be the new people.”\n\nA ({f|Fürst}, 369)",
		"block by f in Prisoners of the Soviet Self? p 353–375 ⟦People resisted in word "
		"and "
		"deed.⟧\n"
		"title ⟦Prisoners of the Soviet Self?⟧\n"
		"block by f in Prisoners of the Soviet Self? p 369 ⟦turned out to be the new "
		"people.⟧\n" },
	{ "B One paragraph of it.\n\nB Another paragraph of it.\n\nA ({t|Trotsky}, My Life, 12)",
		"block by t in My Life p 12 ⟦One paragraph of it.⟧\n"
		"block by t in My Life p 12 ⟦Another paragraph of it.⟧\n" },
	{ "B One paragraph of it.\n\nA — {t|Trotsky}, 1936",
		"block by t in Trotsky ⟦One paragraph of it.⟧\n" },
	{ "B One paragraph of it.\n\nA ({s|Stalin}, quoted in {r|Service}, Trotsky, 441)",
		"block by s in Service, Trotsky p 441 ⟦One paragraph of it.⟧\n" },
	{ "They had become a “surrogate proletariat for the party” ({m|Massell} 1974, 93).",
		"inline by m in Massell 1974 p 93 ⟦surrogate proletariat for the party⟧\n" },
	{ "{l|Lenin} said that “we have no time to lose” ({r|Service}, Lenin, 12).",
		"inline by l in Service, Lenin p 12 ⟦we have no time to lose⟧\n" },
	{ "The claim of ‘Viktor Suvorov’ ({r|V. B. Rezun}) fell.", "scare ⟦Viktor Suvorov⟧\n" },
	{ "B Хотелось бы всех назвать.\n\nA ({a|А. А. Ахматова}, «Реквием», с. 12)\n\nB Да отняли "
	  "список.\n\nA "
	  "(Там же, с. 13)",
		"block by a in Реквием p 12 ⟦Хотелось бы всех назвать.⟧\n"
		"title ⟦Реквием⟧\n"
		"block by a in Реквием p 13 ⟦Да отняли список.⟧\n" },
	{ "{l|Lenin} said that “we have no time to lose” (see App. II, 4).",
		"inline by l ⟦we have no time to lose⟧\n" },
	/* notes */
	{ "{l|Lenin} said that “we have no time to lose”.[7] So it was.[8]\n\nF [7] {r|Service}, "
	  "Lenin: A Life, "
	  "p. 12; {k|Kotkin}, Stalin, 13.\n\nF [8] On this see {k|Kotkin}.",
		"inline by l in Service, Lenin: A Life p 12 ⟦we have no time to lose⟧\n" },
	{ "{l|Lenin} said that “we have no time to lose”[1] and that “they come from the "
	  "south”.[2]\n\nF "
	  "{r|Service} (1998, 12).\n\nF Ibid., 13.",
		"inline by l in Service 1998 p 12 ⟦we have no time to lose⟧\n"
		"inline by l in Service 1998 p 13 ⟦they come from the south⟧\n" },
	{ "{l|Lenin} said that “we have no time to lose”.[1]\n\nF {k|Kotkin} disputes the date of "
	  "the Last "
	  "Letter.",
		"inline by l ⟦we have no time to lose⟧\n" },
	{ "Such were the “radio watchmen” of the day.[1]\n\nF {r|Service}, Lenin, 12.",
		"scare ⟦radio watchmen⟧\n" },
	/* the same words again */
	{ "{z|Zhigulin} concluded that “in the end Leninism and Stalinism were one and the same.” "
	  "It is odd "
	  "that the author should endorse that “Leninism and Stalinism were one and the same.”",
		"inline by z ⟦in the end Leninism and Stalinism were one and the same.⟧\n"
		"inline by z ⟦Leninism and Stalinism were one and the same.⟧\n" },
	{ "{z|Zhigulin} concluded that “both were one and the same.” Others hold that “bread and "
	  "peace were "
	  "one and the same.”",
		"inline by z ⟦both were one and the same.⟧\n"
		"inline ⟦bread and peace were one and the same.⟧\n" },
};

/* ---- Markdown ---- */

static const sample markdown[] = {
	{ "See [the page](x.html \"a title of it\") and <a href=\"y\">here</a>, `say \"no\"` too.",
		"" },
	{ "They cried *“No more war than we have had!”* and left.",
		"inline ⟦No more war than we have had!⟧\n" },
	{ "They cried \\\"No more war than we have had!\\\" and left.",
		"inline ⟦No more war than we have had!⟧\n" },
	{ "B We find the trials\n> to be frame-ups.\n>",
		"block ⟦We find the trials\n> to be frame-ups.⟧\n" },
	{ "He wrote “the [land](x.html) belongs to those[^4] who till it” then.",
		"inline ⟦the [land](x.html) belongs to those[^4] who till it⟧\n" },
	{ "B One paragraph of it.\n\nA (*{t|Trotsky}*, *My Life*, p. 12)",
		"block by t in My Life p 12 ⟦One paragraph of it.⟧\n" },
	{ "B One paragraph of it.\n\nA (*Short Course*, chapter twelve, 1939)",
		"block in Short Course ⟦One paragraph of it.⟧\n" },
};

#define SAMPLES(list) (int)(sizeof(list) / sizeof *(list))

START_TEST(marks_are_paired)
{
	check_sample(&marks[_i], 0);
}
END_TEST

START_TEST(quotation_runs_over_paragraphs)
{
	check_sample(&paragraphs[_i], 0);
}
END_TEST

START_TEST(kind_is_told)
{
	check_sample(&kinds[_i], 0);
}
END_TEST

START_TEST(speaker_is_told_or_left_empty)
{
	check_sample(&speakers[_i], 0);
}
END_TEST

START_TEST(speaker_is_told_in_russian)
{
	check_sample(&russian[_i], 0);
}
END_TEST

START_TEST(work_and_page_are_told)
{
	check_sample(&sources[_i], 0);
}
END_TEST

START_TEST(markdown_is_looked_through)
{
	check_sample(&markdown[_i], 1);
}
END_TEST

/* Many marks, one way or another: each is looked at a bounded number of times. */
static const struct {
	const char *unit;
	int times;
} floods[] = { { "“a ", 50000 }, { "“a word, so: ", 20000 }, { "a” ", 50000 }, { "‘word ", 50000 },
	{ "“a. “B ", 20000 }, { "'a “b «c \"d ", 10000 }, { "“", 50000 }, { "\"a. \"B ", 20000 },
	{ "“a b c” (Ibid., 12) ", 10000 }, { "“a” said he, ", 10000 }, { "«a\n", 50000 } };

START_TEST(floods_of_marks_are_survived)
{
	source s;
	kt_buf text = KT_BUF_INIT;

	init(&s);
	for (int i = 0; i < floods[_i].times; i++)
		kt_buf_add(&text, kt_str_of(floods[_i].unit));
	add_passage(&s, kt_buf_str(&text), 0);
	add_passage(&s, KT_STR("“The passage behind it.”"), 0);
	s.passages[1].kind = KT_KIND_HEADING;
	tag(&s);
	ck_assert_uint_eq(s.passages[1].quotation_count, 1);
	kt_buf_release(&text);
	release(&s);
}
END_TEST

START_TEST(nothing_is_found_in_nothing)
{
	source s;

	init(&s);
	tag(&s);
	add_passage(&s, KT_STR("No marks at all."), 0);
	tag(&s);
	ck_assert_uint_eq(s.passages[0].quotation_count, 0);
	release(&s);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("quotations");
	TCase *t = tcase_create("quotations");
	SRunner *runner;
	int failed;

	tcase_set_timeout(t, 30);
	tcase_add_loop_test(t, marks_are_paired, 0, SAMPLES(marks));
	tcase_add_loop_test(t, quotation_runs_over_paragraphs, 0, SAMPLES(paragraphs));
	tcase_add_loop_test(t, kind_is_told, 0, SAMPLES(kinds));
	tcase_add_loop_test(t, speaker_is_told_or_left_empty, 0, SAMPLES(speakers));
	tcase_add_loop_test(t, speaker_is_told_in_russian, 0, SAMPLES(russian));
	tcase_add_loop_test(t, work_and_page_are_told, 0, SAMPLES(sources));
	tcase_add_loop_test(t, markdown_is_looked_through, 0, SAMPLES(markdown));
	tcase_add_loop_test(t, floods_of_marks_are_survived, 0, SAMPLES(floods));
	tcase_add_test(t, nothing_is_found_in_nothing);
	suite_add_tcase(suite, t);
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
