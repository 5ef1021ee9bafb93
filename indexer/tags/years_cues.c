/* years_cues.c - words beside an era's name that tell whether it is used as a time, in English,
 * Russian, German and French.  Folded forms; a word in several rows is all that they say.
 */
#include "years_words.h"

/* clang-format off */
const cue_row year_cues[] = {
	/* ---- what governs a time ---- */
	{ "during throughout before after since until till amid amidst following preceding post pre", CUE_GOVERNS },
	{ "после до перед накануне", CUE_GOVERNS },
	{ "während nach vor seit bis", CUE_GOVERNS },
	{ "pendant durant après avant depuis dès jusqu'à jusqu'au", CUE_GOVERNS },
	{ "in under through within", CUE_IN }, { "в во при", CUE_IN }, { "im unter", CUE_IN }, { "sous", CUE_IN },
	{ "at", CUE_AT }, { "на", CUE_AT }, { "auf", CUE_AT },
	{ "by with through", CUE_OPENS },
	{ "when once whenever", CUE_WHEN }, { "когда пока едва", CUE_WHEN },
	{ "als", CUE_WHEN }, { "quand lorsque", CUE_WHEN },
	/* dates from, up to, prior to; well into; начиная с */
	{ "date dates dated dating prior up back down well deep far soon long", CUE_DATES }, { "начиная", CUE_DATES },
	{ "from to into", CUE_DATED }, { "с со", CUE_DATED | CUE_SINCE },
	{ "with upon on at by from in following", CUE_WITH }, { "с со к ко по при в", CUE_WITH },
	/* ---- nouns of time and of its parts ---- */
	{ "year years days period periods era eras age epoch decade decades month months week weeks time times",
		CUE_NOUN | CUE_SPAN },
	{ "eve beginning beginnings start outset outbreak onset height peak climax midst middle end close "
	  "conclusion aftermath morrow wake dawn heyday half quarter stage stages phase phases duration advent depths "
	  "twilight opening most much rest remainder", CUE_NOUN },
	{ "год года году годе годы годов годам годами годах лет время времени временем времена времен времён "
	  "временам временах период периода периоде периоду периодом периоды эпоха эпохи эпохе эпоху эпохой дни "
	  "дней дням днях месяц месяца месяцы месяцев месяце неделя недели недель пора поры пору поре "
	  "десятилетие десятилетия", CUE_NOUN },
	{ "начало начала началу начале началом конец конца концу конце концом разгар разгара разгаре ходе канун "
	  "кануна исход исхода исходе середина середины середине середину половина половины половине половину "
	  "этап этапа этапе этапы этапах этапом стадия стадии стадию стадией фаза фазы фазе фазу пик пика пике "
	  "расцвет расцвета расцвете закат заката закате заря зари заре преддверии протяжении течение течении "
	  "финал финала финале условиях обстановке момент момента моменту", CUE_NOUN },
	{ "jahr jahre jahren zeit zeiten epoche ära tage tagen ende anfang beginn ausbruch vorabend verlauf laufe "
	  "mitte", CUE_NOUN },
	{ "années année époque l'époque temps période ère l'ère jours fin début veille lendemain cours lors milieu",
		CUE_NOUN },
	/* in the course of; nouns that tell a time behind a preposition alone */
	{ "course conditions heat chaos turmoil throes", CUE_COURSE },
	/* ---- nouns of what begins and ends a time: after the introduction of NEP ---- */
	{ "introduction launch launching adoption proclamation announcement inauguration abandonment abolition "
	  "collapse suppression defeat failure victory triumph completion termination arrival crushing fall "
	  "liquidation declaration demise death", CUE_COURSE },
	{ "transition shift switch turn return", CUE_COURSE | CUE_SHIFT },
	{ "введения введению введением введении окончания окончанию окончанием окончании завершения завершению "
	  "завершением завершении победы победе победой подавления подавлению подавлением провозглашения "
	  "провозглашению провозглашением объявления объявлению объявлением отмены отмене отменой свертывания "
	  "свертыванию свертыванием свёртывания свёртыванию свёртыванием краха краху крахом разгрома разгрому "
	  "разгромом провала провалу провалом", CUE_COURSE },
	{ "перехода переходу переходом переходе", CUE_COURSE | CUE_SHIFT },
	{ "of", CUE_OF }, { "des der von du de", CUE_OF }, { "to к ко", CUE_TOWARDS },
	{ "so так des der den dem das die du la le les", CUE_ARTICLE }, /* the so-called */
	{ "этой этого этом эту этих той всей всю всего нашей нашего своей своего самой самого", CUE_ARTICLE },
	/* ---- early NEP, post-Thaw ---- */
	{ "early late mid later high", CUE_PART },
	{ "ранний раннего раннем раннему ранней поздний позднего позднем позднему поздней", CUE_PART },
	{ "post pre mid late early после до", CUE_PREFIX },
	/* ---- what takes the preposition for itself ---- */
	{ "role roles part participate participates participated participating participation participant "
	  "participants interest interested belief believe believes believed involved involvement implicated "
	  "complicity complicit faith confidence culminate culminates culminated culminating result resulted "
	  "resulting intervene intervened intervention engaged trust side sides stake volunteered", CUE_TAKES_IN },
	{ "участие участия участию участием участник участника участники участников участвовал участвовала "
	  "участвовали участвовать роль роли вклад интерес вера веры верил верили", CUE_TAKES_IN },
	{ "named called christened", CUE_TAKES_AFTER },
	{ "difference differences distinction contrast relation relations relationship link links connection "
	  "comparison parallel parallels continuity continuities similarity similarities choice compromise",
		CUE_TAKES_BETWEEN },
	{ "разница разницу различие различия связь связи сходство параллель параллели отношения выбор выбора",
		CUE_TAKES_BETWEEN },
};
/* clang-format on */
const size_t year_cue_count = sizeof year_cues / sizeof *year_cues;
