/* years_words.c - the words of time in English, Russian (old spelling too), German and French.
 * Folded forms; a word in several rows has the roles of all.
 */
#include "years_words.h"

#define MONTH_EN month_capital
#define MONTH_EN_SHORT (month_capital | month_short)
#define MONTH_OTHER month_foreign

/* clang-format off */
const word_row year_words[] = {
	/* ---- months ---- */
	{ "january", R_MONTH, 1, MONTH_EN }, { "jan", R_MONTH, 1, MONTH_EN_SHORT },
	{ "february", R_MONTH, 2, MONTH_EN }, { "feb febr", R_MONTH, 2, MONTH_EN_SHORT },
	{ "march", R_MONTH, 3, MONTH_EN }, { "mar", R_MONTH, 3, MONTH_EN_SHORT },
	{ "april", R_MONTH, 4, MONTH_EN }, { "apr", R_MONTH, 4, MONTH_EN_SHORT },
	{ "may", R_MONTH, 5, MONTH_EN },
	{ "june", R_MONTH, 6, MONTH_EN }, { "jun", R_MONTH, 6, MONTH_EN_SHORT },
	{ "july", R_MONTH, 7, MONTH_EN }, { "jul", R_MONTH, 7, MONTH_EN_SHORT },
	{ "august", R_MONTH, 8, MONTH_EN }, { "aug", R_MONTH, 8, MONTH_EN_SHORT },
	{ "september", R_MONTH, 9, MONTH_EN }, { "sept sep", R_MONTH, 9, MONTH_EN_SHORT },
	{ "october", R_MONTH, 10, MONTH_EN }, { "oct", R_MONTH, 10, MONTH_EN_SHORT },
	{ "november", R_MONTH, 11, MONTH_EN }, { "nov", R_MONTH, 11, MONTH_EN_SHORT },
	{ "december", R_MONTH, 12, MONTH_EN }, { "dec", R_MONTH, 12, MONTH_EN_SHORT },
	{ "январь января январе январю январем январём январѣ", R_MONTH, 1, 0 },
	{ "янв", R_MONTH, 1, month_short },
	{ "февраль февраля феврале февралю февралем февралём февралѣ", R_MONTH, 2, 0 },
	{ "фев февр", R_MONTH, 2, month_short },
	{ "март марта марте марту мартом мартѣ мартъ", R_MONTH, 3, 0 },
	{ "апрель апреля апреле апрелю апрелем апрѣль апрѣля апрѣлѣ апрѣлю", R_MONTH, 4, 0 },
	{ "апр", R_MONTH, 4, month_short },
	{ "май мая мае маю маем маѣ", R_MONTH, 5, 0 },
	{ "июнь июня июне июню июнем іюнь іюня іюнѣ іюню", R_MONTH, 6, 0 },
	{ "июль июля июле июлю июлем іюль іюля іюлѣ іюлю", R_MONTH, 7, 0 },
	{ "август августа августе августу августом августъ августѣ", R_MONTH, 8, 0 },
	{ "авг", R_MONTH, 8, month_short },
	{ "сентябрь сентября сентябре сентябрю сентябрем сентябрём сентябрѣ", R_MONTH, 9, 0 },
	{ "сент сен", R_MONTH, 9, month_short },
	{ "октябрь октября октябре октябрю октябрем октябрём октябрѣ", R_MONTH, 10, 0 },
	{ "окт", R_MONTH, 10, month_short },
	{ "ноябрь ноября ноябре ноябрю ноябрем ноябрём ноябрѣ", R_MONTH, 11, 0 },
	{ "нояб ноя", R_MONTH, 11, month_short },
	{ "декабрь декабря декабре декабрю декабрем декабрём декабрѣ", R_MONTH, 12, 0 },
	{ "дек", R_MONTH, 12, month_short },
	{ "januar jänner janvier", R_MONTH, 1, MONTH_OTHER },
	{ "februar février", R_MONTH, 2, MONTH_OTHER },
	{ "märz maerz mars", R_MONTH, 3, MONTH_OTHER },
	{ "avril", R_MONTH, 4, MONTH_OTHER }, { "mai", R_MONTH, 5, MONTH_OTHER },
	{ "juni juin", R_MONTH, 6, MONTH_OTHER }, { "juli juillet", R_MONTH, 7, MONTH_OTHER },
	{ "août aout", R_MONTH, 8, MONTH_OTHER }, { "septembre", R_MONTH, 9, MONTH_OTHER },
	{ "oktober octobre", R_MONTH, 10, MONTH_OTHER }, { "novembre", R_MONTH, 11, MONTH_OTHER },
	{ "dezember décembre", R_MONTH, 12, MONTH_OTHER },
	/* ---- seasons; the value is the month in their middle ---- */
	{ "winter", R_SEASON, 1, 0 }, { "spring", R_SEASON, 4, 0 }, { "summer", R_SEASON, 7, 0 },
	{ "autumn", R_SEASON, 10, 0 }, { "fall", R_SEASON, 10, 1 },
	{ "зима зимы зиме зиму зимой зимою", R_SEASON, 1, 0 },
	{ "весна весны весне весну весной весною", R_SEASON, 4, 0 },
	{ "лето лету летом", R_SEASON, 7, 0 }, { "лета", R_SEASON, 7, 1 },
	{ "осень осени осенью", R_SEASON, 10, 0 },
	{ "frühling frühjahr printemps", R_SEASON, 4, 1 }, { "sommer été", R_SEASON, 7, 1 },
	{ "herbst automne", R_SEASON, 10, 1 }, { "hiver", R_SEASON, 1, 1 },
	{ "christmas", R_SEASON, 12, 1 }, { "easter", R_SEASON, 4, 1 },
	/* ---- parts; the value is 1 where "in" does not go with them ---- */
	{ "early", R_PART, 0, part_early },
	{ "beginning start opening outset", R_PART, 1, part_early },
	{ "начало начале начала началу началѣ anfang anfangs beginn début debut", R_PART, 0, part_early },
	{ "mid middle", R_PART, 0, part_mid },
	{ "середина середине середины середину середиѣ серединѣ mitte milieu", R_PART, 0, part_mid },
	{ "late later", R_PART, 0, part_late },
	{ "end close", R_PART, 1, part_late },
	{ "конец конце конца концу концѣ ende fin", R_PART, 0, part_late },
	{ "half", R_PART, 0, part_half },
	{ "половина половине половины половину половинѣ hälfte moitié", R_PART, 0, part_half },
	{ "turn", R_PART, 0, part_turn },
	{ "рубеж рубеже рубежа", R_PART, 0, part_turn },
	/* ---- centuries ---- */
	{ "century centuries", R_CENTURY, 0, 0 },
	{ "век века веке веку веком веков веках вв столетие столетия столетии", R_CENTURY, 0, 0 },
	{ "вѣк вѣка вѣкѣ", R_CENTURY, 0, 0 },
	{ "jahrhundert jahrhunderts siècle siècles", R_CENTURY, 0, 0 },
	/* ---- decades spelled out ---- */
	{ "twenties zwanziger двадцатые двадцатых двадцатым", R_DECADE_WORD, 20, 0 },
	{ "thirties dreissiger тридцатые тридцатых тридцатым", R_DECADE_WORD, 30, 0 },
	{ "forties vierziger сороковые сороковых сороковым", R_DECADE_WORD, 40, 0 },
	{ "fifties fünfziger пятидесятые пятидесятых пятидесятым", R_DECADE_WORD, 50, 0 },
	{ "sixties sechziger шестидесятые шестидесятых шестидесятым", R_DECADE_WORD, 60, 0 },
	{ "seventies siebziger семидесятые семидесятых семидесятым", R_DECADE_WORD, 70, 0 },
	{ "eighties achtziger восьмидесятые восьмидесятых восьмидесятым", R_DECADE_WORD, 80, 0 },
	{ "nineties neunziger девяностые девяностых девяностым", R_DECADE_WORD, 90, 0 },
	/* ---- numbers spelled out ---- */
	{ "one", R_CARDINAL, 1, 0 }, { "two", R_CARDINAL, 2, 0 },
	{ "three", R_CARDINAL, 3, 0 }, { "four", R_CARDINAL, 4, 0 }, { "five", R_CARDINAL, 5, 0 },
	{ "six", R_CARDINAL, 6, 0 }, { "seven", R_CARDINAL, 7, 0 }, { "eight", R_CARDINAL, 8, 0 },
	{ "nine", R_CARDINAL, 9, 0 }, { "ten", R_CARDINAL, 10, 0 }, { "eleven", R_CARDINAL, 11, 0 },
	{ "twelve", R_CARDINAL, 12, 0 }, { "thirteen", R_CARDINAL, 13, 0 },
	{ "fourteen", R_CARDINAL, 14, 0 }, { "fifteen", R_CARDINAL, 15, 0 },
	{ "sixteen", R_CARDINAL, 16, 0 }, { "seventeen", R_CARDINAL, 17, 0 },
	{ "eighteen", R_CARDINAL, 18, 0 }, { "nineteen", R_CARDINAL, 19, 0 },
	{ "twenty", R_CARDINAL, 20, 0 }, { "thirty", R_CARDINAL, 30, 0 },
	{ "forty", R_CARDINAL, 40, 0 }, { "fifty", R_CARDINAL, 50, 0 },
	{ "sixty", R_CARDINAL, 60, 0 }, { "seventy", R_CARDINAL, 70, 0 },
	{ "eighty", R_CARDINAL, 80, 0 }, { "ninety", R_CARDINAL, 90, 0 },
	{ "hundred", R_CARDINAL, 100, 0 },
	{ "два две", R_CARDINAL, 2, 0 }, { "три", R_CARDINAL, 3, 0 }, { "четыре", R_CARDINAL, 4, 0 },
	{ "пять", R_CARDINAL, 5, 0 }, { "шесть", R_CARDINAL, 6, 0 }, { "семь", R_CARDINAL, 7, 0 },
	{ "восемь", R_CARDINAL, 8, 0 }, { "девять", R_CARDINAL, 9, 0 }, { "десять", R_CARDINAL, 10, 0 },
	{ "двадцать", R_CARDINAL, 20, 2 }, { "тридцать", R_CARDINAL, 30, 2 },
	{ "сорок", R_CARDINAL, 40, 2 }, { "пятьдесят", R_CARDINAL, 50, 2 },
	{ "шестьдесят", R_CARDINAL, 60, 2 }, { "семьдесят", R_CARDINAL, 70, 2 },
	{ "восемьдесят", R_CARDINAL, 80, 2 }, { "девяносто", R_CARDINAL, 90, 2 },
	{ "восемьсот", R_CARDINAL, 800, 2 }, { "девятьсот", R_CARDINAL, 900, 2 },
	{ "тысяча тысячи тысячу", R_CARDINAL, 1000, 2 },
	/* ---- ordinals ---- */
	{ "first", R_ORDINAL, 1, 0 }, { "second", R_ORDINAL, 2, 0 }, { "third", R_ORDINAL, 3, 0 },
	{ "fourth", R_ORDINAL, 4, 0 }, { "fifth", R_ORDINAL, 5, 0 }, { "sixth", R_ORDINAL, 6, 0 },
	{ "seventh", R_ORDINAL, 7, 0 }, { "eighth", R_ORDINAL, 8, 0 }, { "ninth", R_ORDINAL, 9, 0 },
	{ "tenth", R_ORDINAL, 10, 0 }, { "eleventh", R_ORDINAL, 11, 0 },
	{ "twelfth", R_ORDINAL, 12, 0 }, { "thirteenth", R_ORDINAL, 13, 0 },
	{ "fourteenth", R_ORDINAL, 14, 0 }, { "fifteenth", R_ORDINAL, 15, 0 },
	{ "sixteenth", R_ORDINAL, 16, 0 }, { "seventeenth", R_ORDINAL, 17, 0 },
	{ "eighteenth", R_ORDINAL, 18, 0 }, { "nineteenth", R_ORDINAL, 19, 0 },
	{ "twentieth", R_ORDINAL, 20, 0 }, { "thirtieth", R_ORDINAL, 30, 0 },
	{ "первый первая первого первом первому первой первую первым", R_ORDINAL, 1, 0 },
	{ "второй вторая второго втором второму вторую вторым", R_ORDINAL, 2, 0 },
	{ "третий третья третьего третьем третьему третьей третью третьим", R_ORDINAL, 3, 0 },
	{ "четвертый четвертого четвертом четвертому четвёртый четвёртого четвёртом", R_ORDINAL, 4, 0 },
	{ "пятый пятого пятом пятому пятым", R_ORDINAL, 5, 0 },
	{ "шестой шестого шестом шестому шестым", R_ORDINAL, 6, 0 },
	{ "седьмой седьмого седьмом седьмому седьмым", R_ORDINAL, 7, 0 },
	{ "восьмой восьмого восьмом восьмому восьмым", R_ORDINAL, 8, 0 },
	{ "девятый девятого девятом девятому девятым", R_ORDINAL, 9, 0 },
	{ "десятый десятого десятом десятому десятым", R_ORDINAL, 10, 0 },
	{ "одиннадцатый одиннадцатого одиннадцатом", R_ORDINAL, 11, 0 },
	{ "двенадцатый двенадцатого двенадцатом", R_ORDINAL, 12, 0 },
	{ "тринадцатый тринадцатого тринадцатом", R_ORDINAL, 13, 0 },
	{ "четырнадцатый четырнадцатого четырнадцатом", R_ORDINAL, 14, 0 },
	{ "пятнадцатый пятнадцатого пятнадцатом", R_ORDINAL, 15, 0 },
	{ "шестнадцатый шестнадцатого шестнадцатом", R_ORDINAL, 16, 0 },
	{ "семнадцатый семнадцатого семнадцатом", R_ORDINAL, 17, 0 },
	{ "восемнадцатый восемнадцатого восемнадцатом", R_ORDINAL, 18, 0 },
	{ "девятнадцатый девятнадцатого девятнадцатом", R_ORDINAL, 19, 0 },
	{ "двадцатый двадцатого двадцатом двадцатому двадцатым", R_ORDINAL, 20, 0 },
	{ "тридцатый тридцатого тридцатом", R_ORDINAL, 30, 0 },
	{ "сороковой сорокового сороковом", R_ORDINAL, 40, 0 },
	{ "пятидесятый пятидесятого пятидесятом", R_ORDINAL, 50, 0 },
	/* ---- units of time; the value is 2 for years in the plural ---- */
	{ "hour hours", R_UNIT_OF_TIME, 0, unit_hour },
	{ "day days morning afternoon evening night день дня дней утром вечером ночью днем днём", R_UNIT_OF_TIME, 0, unit_day },
	{ "week weeks неделя недели недель неделю неделе", R_UNIT_OF_TIME, 0, unit_week },
	{ "month months месяц месяца месяцев месяце", R_UNIT_OF_TIME, 0, unit_month },
	{ "year г год года году годом", R_UNIT_OF_TIME, 0, unit_year },
	{ "years гг годы годов годах годами годам годамъ", R_UNIT_OF_TIME, 2, unit_year },
	{ "годъ jahr jahre jahres année", R_UNIT_OF_TIME, 0, unit_year },
	{ "лет годовъ лѣт лѣтъ jahren années", R_UNIT_OF_TIME, 2, unit_year },
	{ "decade decades десятилетие десятилетия", R_UNIT_OF_TIME, 0, unit_decade },
	/* ---- relative ---- */
	{ "that same", R_RELATIVE, 0, relative_same },
	{ "this", R_RELATIVE, 0, relative_this },
	{ "того этого тот этот том этом той тем тому", R_RELATIVE, 0, relative_same },
	{ "following next ensuing", R_RELATIVE, 0, relative_next },
	{ "следующий следующего следующем следующему следующая следующей следующую", R_RELATIVE, 0,
		relative_next },
	{ "previous preceding", R_RELATIVE, 0, relative_last },
	{ "предыдущий предыдущего предыдущем прошлого", R_RELATIVE, 0, relative_last },
	{ "later", R_RELATIVE, 0, relative_later }, { "спустя через", R_RELATIVE, 0, relative_later },
	{ "earlier", R_RELATIVE, 0, relative_earlier },
	/* ---- open ends, links ---- */
	{ "since after", R_OPEN, 0, open_since },
	{ "после начиная seit nach depuis après", R_OPEN, 0, open_since },
	{ "until till before", R_OPEN, 0, open_until },
	{ "до вплоть bis vor jusqu'en avant", R_OPEN, 0, open_until },
	{ "onwards onward", R_OPEN, 0, open_onwards },
	{ "to through until till по до bis à", R_LINK, 0, link_to },
	{ "and or и или und et & oder ou nor", R_LINK, 0, link_and },
	{ "from с со от von de", R_LINK, 0, link_from },
	{ "between между zwischen entre", R_LINK, 0, link_between },
	{ "of", R_LINK, 0, link_of }, { "in в во im en", R_LINK, 0, link_in },
	{ "the", R_LINK | R_DETERMINER, 0, link_article },
	{ "der des den dem du les", R_LINK, 0, link_article },
	{ "circa c ca about around approximately roughly ок около примерно приблизительно um vers",
		R_ABOUT, 0, 0 },
	/* ---- what makes a number none ---- */
	{ "p pp page pages col cols column columns с стр страница страницы s ss seite seiten fol ff",
		R_LABEL, 0, label_page },
	{ "vol vols volume volumes no nos number numbers issue nr т тт том тома вып выпуск кн bd band "
	  "tome n° номер",
		R_LABEL, 0, label_number },
	{ "order orders decree article articles room lot box folder reel telegram despatch dispatch "
	  "airgram doc docs document documents chapter section paragraph par para item fond opis delo "
	  "list file files case number resolution appendix prisoner convoy flight route highway "
	  "line verse psalm isbn issn tel",
		R_LABEL, 0, label_word },
	{ "приказ приказа приказом приказу статья статьи статье ст гл глава пункт п параграф § арт дом "
	  "кв квартира комната фонд опись дело лист билет",
		R_LABEL, 0, label_word },
	{ "model mod modell модель обр type mark mk caliber calibre form форма тип", R_LABEL, 0,
		label_model },
	{ "f op d l ll ob ф оп д л лл об ед хр", R_LABEL, 0, label_letter },
	{ "men people persons soldiers sailors workers peasants delegates deputies members prisoners "
	  "officers women children troops rifles guns tanks aircraft planes bayonets sabres victims "
	  "deaths votes families households copies communists inmates students participants residents "
	  "inhabitants employees factories enterprises villages cases words hours hrs casualties "
	  "souls specialists candidates volunteers guards civilians refugees horses cattle wagons cars",
		R_COUNTED, 0, 0 },
	{ "roubles rubles kopecks dollars pounds francs marks yen tons tonnes poods puds hectares "
	  "desiatinas acres kilometres kilometers km versts miles metres meters feet ft yards kg kilos "
	  "grams mm cm m litres liters barrels degrees percent per million billion thousand "
	  "megawatts kw mw volts square cubic ha lb lbs calories minutes",
		R_COUNTED, 0, 1 },
	{ "человек людей солдат делегатов рабочих крестьян заключенных заключённых членов бойцов "
	  "офицеров штыков сабель орудий пулеметов пулемётов танков самолетов самолётов семей "
	  "хозяйств дворов голосов экземпляров депутатов матросов студентов женщин детей душ случаев "
	  "номеров вагонов коммунистов часов чел",
		R_COUNTED, 0, 0 },
	{ "рублей рубля рубль руб коп тонн тонны т пудов пуда пуд десятин десятины га км верст вёрст "
	  "метров м кг млн млрд тыс процентов долларов долл марок франков литров гектаров минут "
	  "тысяч миллионов",
		R_COUNTED, 0, 1 },
	{ "mann personen arbeiter soldaten delegierte rubel mark tonnen hommes personnes ouvriers",
		R_COUNTED, 0, 0 },
	{ "some over nearly almost about around approximately exactly least than only another other "
	  "total numbering numbered многих свыше более почти около примерно менее всего",
		R_QUANTITY, 0, 0 },
	{ "in of by since from until till before after during between to through for on at within "
	  "throughout circa and or with up as per",
		R_PREPOSITION, 0, 0 },
	{ "в во с со к ко до после от по за на из около между и или о об для года год", R_PREPOSITION, 0, 0 },
	{ "im am vom zum in seit bis von um ab nach vor jahre jahr jahren en de à dès année depuis avant après",
		R_PREPOSITION, 0, 0 },
	{ "the a an this that these those his her its their our my your no any each every some all such",
		R_DETERMINER, 0, 0 },
	/* ---- endings behind a figure ---- */
	{ "й го м му ый ого ом ому ім ій", R_SUFFIX, 0, 0 },
	{ "е х ми ые ых ым ыми er", R_SUFFIX, 0, 1 },
	/* ---- congresses ---- */
	{ "congress", R_CONGRESS, 0, 1 }, { "conference", R_CONGRESS, 0, 2 },
	{ "съезд съезда съезде съезду съездом съездѣ", R_CONGRESS, 0, 1 },
	{ "конференция конференции конференцию конференцией", R_CONGRESS, 0, 2 },
	{ "конгресс конгресса конгрессе конгрессу", R_CONGRESS, 0, 3 },
	/* ---- citing ---- */
	{ "pravda izvestiia izvestia izvestiya izvestija правда правде правды правду известия известиях "
	  "известий iskra искра искре humanité",
		R_PAPER, 0, 0 },
	{ "trud труд труде times tribune guardian observer bolshevik большевик большевике gazeta газета "
	  "газете kommunist коммунист journal post news vestnik вестник",
		R_PAPER, 0, 1 },
	{ "press company publishers publisher verlag publishing books edition editions ed eds trans transl rev "
	  "repr reprint reprinted university изд издательство ред сост пер éditions hrsg",
		R_IMPRINT, 0, 0 },
	{ "moscow london york oxford cambridge paris berlin leningrad stanford princeton petrograd "
	  "chicago ithaca москва ленинград петроград спб л м пг берлин париж лондон haven toronto "
	  "harmondsworth penguin munich münchen hamburg frankfurt wien geneva amsterdam boston "
	  "basingstoke bloomington pittsburgh durham berkeley lawrence brighton manchester",
		R_PLACE, 0, 0 },
	{ "memorandum letter telegram minutes report despatch dispatch circular airgram message note "
	  "editorial draft paper notes protocol resolution decree order instruction statement speech "
	  "письмо телеграмма записка докладная приказ постановление протокол донесение сообщение "
	  "доклад речь справка директива циркуляр",
		R_DOCUMENT, 0, 0 },
	{ "argues argued shows showed writes wrote notes noted claims claimed suggests suggested points "
	  "pointed finds found maintains describes described demonstrates see cf calls estimates "
	  "concludes observes thought believes believed speculated пишет отмечает показал показывает утверждает считает",
		R_VERB_OF_CITING, 0, 0 },
	{ "b born d died р род родился родилась ум r reigned правил geb gest né née mort", R_LIFE, 0, 0 },
};
/* clang-format on */
const size_t year_word_count = sizeof year_words / sizeof *year_words;
