/* Put together by hand from general knowledge: ranks of the armies concerned, offices of the states
 * and parties, kinds of bodies, months, nations and states, and the function words of English and
 * Russian.  A Russian noun is declined by decline(); adjectives stand with their endings. */
#include "lexicon.h"

const lexicon_row lexicon_rows[] = {
	/* ---- titles ---- */
	{ W_TITLE,
		"mr mrs ms miss dr prof professor sir lord lady general marshal colonel admiral "
		"lieutenant major captain commander brigadier sergeant corporal commodore "
		"senator congressman representative ambassador governor president premier "
		"chancellor chairman minister secretary commissar commissioner director deputy "
		"vice under undersecretary assistant comrade father rev reverend bishop archbishop "
		"metropolitan patriarch cardinal count countess baron baroness prince princess "
		"duke duchess herr frau monsieur madame mme mlle signor citizen counselor "
		"counsellor consul judge justice attorney commandant sen gov gen col lt capt adm "
		"maj sgt amb sec pres rep cde mayor academician rabbi mullah imam "
		"shah sheikh ataman hetman procurator prosecutor delegate envoy "
		"ambassadors secretaries generals senators messrs presidents comrades professors "
		"drs admirals ministers marshals governors commissars "
		"rear lieut commissary comandante spokesman" },
	{ W_TITLE,
		"генерал маршал полковник адмирал лейтенант майор капитан комбриг комдив "
		"командарм комкор сержант подполковник генералиссимус президент премьер канцлер "
		"министр секретарь нарком комиссар председатель директор товарищ тов гражданин "
		"гражданка господин госпожа г-н г-жа отец епископ архиепископ митрополит патриарх "
		"граф графиня барон баронесса князь княгиня герцог академик профессор проф доктор "
		"посол атаман гетман прокурор следователь мистер миссис мсье мадам сенатор "
		"губернатор комендант полпред консул генсек" },
	{ W_ROLE,
		"historian historians writer poet novelist philosopher economist sociologist "
		"journalist scholar biographer diplomat general marshal colonel comrade professor "
		"physicist composer director actor actress painter artist critic engineer worker "
		"academic author anarchist menshevik bolshevik trotskyist leader dissident "
		"activist revolutionary politician theorist memoirist diarist sculptor architect "
		"editor translator publicist lawyer chemist biologist mathematician scientist "
		"geneticist poetess singer dancer conductor pianist commander commissar agent "
		"president chairman minister secretary ambassador captain lieutenant major "
		"cosmonaut astronaut linguist anthropologist filmmaker playwright dramatist "
		"prisoner survivor defector spy assassin delegate" },
	{ W_ROLE, "историк писатель поэт философ экономист журналист художник композитор режиссер "
		  "актер актриса инженер рабочий революционер публицист дипломат критик биограф "
		  "социолог физик политик чекист меньшевик большевик анархист эсер" },
	{ W_KIN, "wife husband son daughter brother sister father mother uncle cousin widow nephew "
		 "friend colleague ally rival secretary successor predecessor" },
	{ W_KIN, "жена муж сын дочь брат сестра отец мать дядя вдова племянник друг" },
	{ W_MONARCH,
		"tsar czar tzar tsarina tsaritsa emperor empress king queen kaiser pope sultan "
		"tsarevich" },
	{ W_MONARCH, "царь император императрица царица король королева папа кайзер султан" },
	{ W_PARTICLE,
		"von van de der den du la le di da del della dos das ter ten zu zur af av el al "
		"bin ibn ben фон ван де дер ла ле ди да дель д d' o'" },
	{ W_SPEECH,
		"said says wrote writes argued argues told asked replied stated noted notes "
		"remarked added believed believes thought thinks claimed claims insisted insists "
		"recalled recalls suggested suggests explained explains pointed describes "
		"described observed observes concluded concludes maintained maintains contends "
		"contended commented inquired agreed responded answered indicated emphasized "
		"declared declares announced reported expressed proposed asserted asserts "
		"acknowledged admitted warned stressed shows quotes cites cited calls called "
		"feels felt knew wondered mentioned referred continued denied urged reminded "
		"refers acknowledges finds found sees points emphasizes demonstrates analyses "
		"estimates estimated criticises criticised "
		"interjected repeated reiterated opined assured confirmed smiled laughed nodded "
		"shouted whispered muttered" },
	{ W_SPEECH,
		"сказал сказала говорил говорила писал писала пишет написал утверждал утверждает "
		"отмечал отмечает отметил считал считает заявил заявила ответил спросил "
		"вспоминал вспоминает вспоминала полагал полагает указывал подчеркивал "
		"подчеркивает предложил возражал требовал требует настаивал признал называл "
		"называет назвал" },
	{ W_ROMAN, "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi "
		   "xxii" },
	{ W_CITE, "ed eds trans vol vols pp p ibid cf see op cit idem n no nos ch chap ред пер т с "
		  "см "
		  "стр там изд" },
	{ W_FUNCTION, "of and the for in on to with by de und der et du и по при" },
	{ W_IN, "in near outside around в под во" },

	/* ---- never a person's name ---- */
	{ W_NEVER,
		"a an the this that these those it its he she they we you i his her their our your "
		"my me him them us who whom whose which what when where why how if then than but "
		"and or nor not no yes so as at by for from in into of on onto to up with within "
		"without about above after again against all also although always am among another "
		"any are aren't because been before being below between both can cannot could did "
		"do does doing done down during each either else even ever every few first further "
		"had has have having here however instead is just last later least less like many "
		"meanwhile might more moreover most much must neither never next nevertheless "
		"nonetheless now off often once one only other others otherwise out over own "
		"perhaps rather same several shall should since some soon still such thereafter "
		"therefore thus there though three through throughout today together too toward "
		"towards two under unless unlike until upon very was were while will would yet "
		"according despite indeed finally secondly thirdly firstly similarly likewise "
		"consequently accordingly hence whereas whether nobody nothing everyone everything "
		"someone something anyone anything four five six seven eight nine ten second third "
		"fourth fifth sixth seventh eighth ninth tenth eleventh twelfth hundred thousand "
		"million let lets let's yesterday tomorrow tonight morning evening afternoon night "
		"please dear sincerely respectfully herewith attached enclosed subject "
		"participants "
		"nor oh ah well yes but early late mid new old great long short good bad big small "
		"true false real actual personal special specific particular general-purpose "
		"north south east west northern southern eastern western central" },
	{ W_NEVER, "january february march april may june july august september october november "
		   "december jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday "
		   "wednesday "
		   "thursday friday saturday sunday christmas easter" },
	{ W_NEVER,
		"chapter section part volume book page figure table appendix note notes document "
		"documents source sources introduction conclusion preface contents index "
		"bibliography foreword abstract summary article paragraph file files "
		"memorandum telegram letter letters report reports paper papers draft text copy "
		"record records minutes secret confidential top memo despatch airgram circular nsc "
		"jr sr esq phd "
		   "ibid press review journal history studies archives archive collection "
		"works selected collected complete speeches essays essay thesis edition series "
		"editorial translation translated printed published edited" },
	{ W_NEVER,
		"god jesus christ bible marxism communism socialism capitalism fascism nazism "
		"bolshevism leninism stalinism trotskyism anarchism imperialism nationalism "
		"liberalism menshevism zionism judaism islam christianity buddhism communist "
		"communists socialist socialists nazi nazis fascist fascists bolshevik bolsheviks "
		"menshevik mensheviks kulak kulaks cossack cossacks jew jews jewish christian "
		"catholic protestant orthodox muslim muslims islamic democrat democrats republican "
		"republicans liberal liberals conservative conservatives labour labor tory tories "
		"whig anarchist anarchists menshevist marxist marxists leninist leninists "
		"stalinist "
		"stalinists trotskyist trotskyists trotskyite" },
	{ W_NEVER,
		"war revolution terror purge purges famine crisis peace treaty pact agreement law "
		"constitution government state regime empire republic democracy world europe "
		"people peoples workers peasants soldiers sailors women men youth children mr "
		"movement rising uprising rebellion revolt mutiny strike strikes battle campaign "
		"offensive operation operations front siege armistice trial trials affair case "
		"plan policy programme program platform theses resolution decree order declaration "
		"manifesto programme question problem theory age era period century year years day "
		"days week month months time times thaw cold civil great patriotic february-march "
		"perestroika glasnost testament five-year military political economic social "
		"internal external foreign domestic national international supreme "
		"provisional permanent executive special joint united union federal central local "
		"regional provincial city district village town county street avenue road square "
		"river lake sea ocean gulf bay mountain mountains hill valley island islands cape "
		"peninsula bridge station airport port palace castle fortress prison camp "
		"cathedral "
		"church monastery hotel museum library theatre theater park garden gardens "
		"hospital "
		"school college university academy institute" },
	{ W_NEVER,
		"committee commission commissariat party parties ministry council soviet soviets "
		"army navy division regiment brigade fleet corps bureau secretariat politburo "
		"orgburo "
		"congress conference plenum opposition league society association federation "
		"factory works plant mill mine bank company corporation trust department "
		"directorate administration agency court tribunal police guard guards "
		"international comintern group groups organisation organization organizations club "
		"circle assembly parliament duma board office foundation centre center legion "
		"command staff newspaper publisher publishers publishing house delegation embassy "
		"mission cabinet presidium left right radio television news times post "
		"zone line wall gate block bloc alliance community nations organization services "
		"service defence defense security intelligence affairs trade finance agriculture "
		"industry education health justice interior treasury commerce transport energy "
		"atomic nuclear disarmament conference forces force air naval armed missile "
		"headquarters subcommittee panel task working level" },
	{ W_NATION,
		"soviet russian russians ukrainian ukrainians polish poles german germans french "
		"british english american americans chinese japanese italian italians spanish "
		"hungarian hungarians austrian austrians czech czechs slovak slovaks bulgarian "
		"bulgarians romanian rumanian romanians serbian serbs serb croatian croats "
		"yugoslav "
		"yugoslavs greek greeks turkish turks turk finnish finns finn swedish swedes "
		"norwegian danish dutch belgian swiss portuguese irish scottish scots welsh "
		"canadian australian indian indians pakistani afghan afghans iranian persian arab "
		"arabs israeli egyptian syrian iraqi georgian georgians armenian armenians "
		"azerbaijani azeri latvian latvians lithuanian lithuanians estonian estonians "
		"belarusian byelorussian moldovan moldavian kazakh kazakhs uzbek uzbeks tajik "
		"kyrgyz turkmen tatar tatars bashkir chechen chechens ingush kalmyk korean koreans "
		"vietnamese mongolian mongols cuban cubans mexican brazilian african africans "
		"asian asians european europeans slavic slav slavs baltic caucasian siberian "
		"tsarist imperial western anglo-american prussian bavarian viennese parisian "
		"londoner muscovite all-russian all-union pan-russian north-vietnamese" },
	{ W_NEVER, "советский советская советское советские советской советского советских русский "
		   "русская русские российский российская российской российское немецкий "
		   "немецкая американский американская французский английский британский польский "
		   "украинский украинская китайский японский" },
	{ W_NEVER,
		"в во на но не и а с со к ко по из за от до для без при над под об о у же ли бы "
		"что "
		"как так это этот эта эти тот та те он она они оно мы вы я его ее их наш ваш мой "
		"свой кто где когда куда откуда почему если хотя чтобы потому поэтому однако "
		"также тоже еще уже только лишь даже ведь вот или либо ни нет да все всё весь вся "
		"каждый любой другой другие иной сам сама само сами самый такой такая такое такие "
		"какой который которая которые один одна одно первый первая второй вторая третий "
		"после перед между через около среди против вместо кроме ради согласно вопреки "
		"благодаря несмотря тогда теперь здесь там тут сейчас потом затем снова опять "
		"всегда "
		"никогда иногда часто редко много мало немного более менее большой большая большие "
		"новый новая новые старый старая великий великая великой малый главный главная "
		"глава часть том раздел статья таблица рисунок примечание источник введение "
		"заключение список литература примечания стр см там ибо зато итак значит конечно "
		"например впрочем кстати наконец вообще именно почти примерно сразу вскоре позднее "
		"позже раньше ранее накануне впервые январь февраль март апрель май июнь июль "
		"август "
		"сентябрь октябрь ноябрь декабрь понедельник вторник среда четверг пятница суббота "
		"воскресенье революция война партия партии съезд совет советы правительство "
		"государство народ власть комитет союз армия красная белая красный бог христос "
		"пасха рождество октябрьская февральская гражданская отечественная" },

	/* ---- places ---- */
	{ W_PLACE,
		"russia ussr moscow leningrad petrograd petersburg kiev kyiv kharkov kharkiv "
		"odessa "
		"minsk riga tallinn vilnius tbilisi tiflis baku yerevan erevan tashkent samarkand "
		"bukhara almaty alma-ata omsk tomsk irkutsk vladivostok khabarovsk chita "
		"novosibirsk "
		"sverdlovsk yekaterinburg perm kazan samara saratov tsaritsyn stalingrad volgograd "
		"rostov voronezh kursk orel oryol tula ryazan tver kalinin smolensk pskov novgorod "
		"vologda arkhangelsk archangel murmansk kronstadt vyborg ivanovo yaroslavl "
		"kostroma "
		"tambov penza simbirsk ulyanovsk ufa orenburg astrakhan krasnodar ekaterinodar "
		"novorossiysk sevastopol sebastopol simferopol yalta crimea donbas donbass kuban "
		"don "
		"volga dnieper ural urals siberia caucasus ukraine belarus byelorussia moldova "
		"moldavia bessarabia georgia armenia azerbaijan kazakhstan uzbekistan turkestan "
		"turkmenistan tajikistan kirghizia kyrgyzstan latvia lithuania estonia finland "
		"poland germany france britain england scotland wales ireland italy spain portugal "
		"austria hungary czechoslovakia bulgaria romania rumania yugoslavia serbia greece "
		"turkey albania switzerland belgium holland netherlands denmark norway sweden "
		"iceland "
		"america canada mexico cuba brazil argentina chile peru australia india pakistan "
		"china japan korea vietnam indochina mongolia manchuria persia iran iraq syria "
		"lebanon israel palestine egypt libya africa asia afghanistan siam thailand laos "
		"cambodia burma indonesia philippines malaya ceylon tibet sinkiang taiwan formosa "
		"london paris berlin vienna prague budapest warsaw cracow krakow lvov lviv lodz "
		"gdansk danzig munich hamburg dresden leipzig bonn cologne geneva zurich zürich "
		"bern berne rome milan madrid barcelona lisbon athens sofia bucharest belgrade "
		"zagreb istanbul constantinople ankara tehran teheran jerusalem cairo delhi "
		"bombay peking beijing shanghai canton tokyo hanoi saigon seoul helsinki "
		"helsingfors stockholm oslo copenhagen brussels amsterdam washington york chicago "
		"boston philadelphia detroit hollywood harvard oxford cambridge yale princeton "
		"stanford columbia berkeley kolyma magadan vorkuta solovki norilsk karaganda "
		"magnitogorsk kuznetsk gulag brest-litovsk brest tsarskoe selo oktyabr katyn "
		"hiroshima nagasaki potsdam tehran ozerlag taishet krasnoyarsk barnaul kemerovo "
		"novocherkassk nalchik grozny vladikavkaz batum batumi kutaisi kremlin lubyanka "
		"butyrki smolny "
		"california texas virginia carolina ohio florida alaska hawaii oklahoma illinois "
		"indochina balkans scandinavia transcaucasia transcaucasus chernobyl zhitomir "
		"poltava chernigov vinnitsa kherson nikolaev mariupol zaporozhye dnepropetrovsk "
		"donetsk lugansk voroshilovgrad kirovograd tiraspol kishinev chisinau narva tartu "
		"kaunas memel konigsberg kaliningrad azov taganrog belgorod bryansk kaluga "
		"tsarskoye selo gatchina smolensk helsinki "
		   "syktyvkar pechora ukhta kotlas mezen kem onega ladoga suzdal verkhneuralsk "
		"chelyabinsk tobolsk tyumen narym turukhansk shushenskoye minusinsk yakutsk "
		"sakhalin "
		"kamchatka kuriles amur ussuri baikal altai pamirs fergana dushanbe stalinabad "
		"ashgabat ashkhabad frunze bishkek petropavlovsk semipalatinsk" },
	{ W_PLACE,
		"россия ссср рсфср москва ленинград петроград петербург киев харьков одесса минск "
		"рига таллин вильнюс тбилиси тифлис баку ереван ташкент омск томск иркутск "
		"владивосток хабаровск чита новосибирск свердловск екатеринбург пермь казань "
		"самара "
		"саратов царицын сталинград волгоград ростов воронеж курск орел тула рязань тверь "
		"калинин смоленск псков новгород вологда архангельск мурманск кронштадт выборг "
		"иваново ярославль кострома тамбов пенза симбирск ульяновск уфа оренбург астрахань "
		"краснодар новороссийск севастополь симферополь ялта крым донбасс кубань дон волга "
		"днепр урал сибирь кавказ украина белоруссия молдавия грузия армения азербайджан "
		"казахстан узбекистан туркестан латвия литва эстония финляндия польша германия "
		"франция англия великобритания италия испания австрия венгрия чехословакия "
		"болгария "
		"румыния югославия греция турция швейцария америка китай япония корея вьетнам "
		"монголия индия европа азия африка лондон париж берлин вена прага варшава женева "
		"рим нью-йорк вашингтон пекин колыма магадан воркута соловки кремль лубянка "
		"донецк луганск львов чернигов полтава азов серпухов могилев брянск калуга ухта "
		"украины россии сибири европы германии" },
	{ W_CITY, "gorky kirov kalinin molotov sverdlov kuibyshev voroshilov ordzhonikidze frunze "
		  "andropov brezhnev ustinov engels pushkin zhdanov stalin togliatti zagorsk "
		  "makhachkala "
		  "washington lincoln jackson горький киров калинин молотов куйбышев ворошилов "
		  "фрунзе "
		  "энгельс пушкин жданов устинов" },

	/* ---- bodies and things ---- */
	{ W_HEAD,
		"committee committees commission commissariat commissariats party union unions "
		"institute ministry council councils soviet soviets army armies division regiment "
		"brigade fleet bureau secretariat opposition oppositions league society "
		"association "
		"federation factory factories works plant mill university academy college school "
		"museum theatre theater press publishers publishing bank company corporation trust "
		"department directorate administration agency court tribunal police guard guards "
		"international organisation organization movement church club assembly parliament "
		"duma board office foundation centre center legion corps command front "
		"conservatory "
		"library archive archives orchestra confederation cooperative co-operative "
		"syndicate presidium inspectorate observatory laboratory hospital prison orphanage "
		"circle newspaper journal gazette courier herald bulletin battalion squadron "
		"cheka fraction faction bloc alliance congress congresses" },
	{ W_HEAD, "комитет комиссия комиссариат партия союз институт министерство совет армия "
		  "дивизия "
		  "полк бригада флот бюро секретариат оппозиция лига общество ассоциация федерация "
		  "завод фабрика комбинат университет академия школа музей театр издательство банк "
		  "компания трест отдел управление агентство суд трибунал милиция гвардия "
		  "интернационал организация движение церковь клуб собрание парламент дума "
		  "правление фонд центр легион корпус консерватория библиотека архив обком горком "
		  "райком губком крайком окружком исполком облисполком горисполком наркомат "
		  "совнарком профсоюз коллегия прокуратура инспекция трудармия конгресс" },
	{ W_THING,
		"prize prizes ballet street square avenue prospect prospekt boulevard embankment "
		"park "
		"library museum institute theatre theater factory works plant order medal canal "
		"dam "
		"railway station peak island oblast region raion district province krai airport "
		"stadium cup cocktail cocktails university academy mausoleum hills hill school "
		"scholarship kolkhoz sovkhoz collective palace metro shipyard icebreaker line tank "
		"tomb foundation fund bridge building lane road river lake bay mountains "
		"archipelago hospital sanatorium college conservatory festival award medals orders "
		"fortress prison cathedral church monastery railroad "
		   "lectures chair house guards subbotnik hotel hall county center centre corner" },
	{ W_BEFORE_THING,
		"имени им имя улица улице улицу улицы площадь площади проспект проспекте "
		"город городе городу города города станция станции метро завод заводе ордена "
		"орден орденом премия премии премию колхоз колхозе imeni im ulitsa ploshchad "
		"prospekt order" },
	{ W_ORG_WORD,
		"national central state supreme people's workers' young red white black green "
		"united joint left right communist socialist democratic republican liberal "
		"revolutionary military political economic scientific royal imperial federal "
		"foreign provisional constituent extraordinary higher grand new old free "
		"independent international northern southern eastern western first second third "
		"fourth fifth sixth seventh eighth ninth tenth eleventh twelfth progress" },
	/* Surnames first: Vietnamese, Chinese, Korean. */
	{ W_EASTERN | W_GIVEN_LAST,
		"nguyen tran bui pham ngo vo dang duong hoang huynh phan dinh truong "
		"ho ha vu vuong ton thich le ly cao xuan" },
	{ W_EASTERN,
		"mao deng zhou zhu liu lin chiang chen wang zhang peng teng hu hua kim pak syngman "
		"yi chou li wu xu sun yang huang kang jiang hsu tsai" },
	/* Surnames that are common words as well: not taken for names where nothing else says so.
	 */
	{ W_COMMON,
		"service right young brown white black green grey gray king key wood woods stone "
		"hill "
		"hills field fields page price cook hunter grant ford hammer keep conquest knight "
		"day "
		"may march berlin hull hough reed rice rose read gates bell ball banks barnes bass "
		"bear best bird bishop blood bond book bridge bridges bull burns bush butler "
		"carpenter "
		"carter case chance chase church clay coal cole cross daily dale dean drew duke "
		"early "
		"east english farmer fish fisher fleet flower foot forest foster fox free french "
		"friend frost gold good gore hand hardy harvest hawk head heath high holiday hope "
		"house hunt just lane law lay long lord love low major man mark marks marsh martin "
		"mason master mercy merit miller mills moon moore moss mount new newman noble "
		"north "
		"park parks pace peace pike place plant poor pope post potter pound power powers "
		"prior proud quick rich rivers road rock root rush sage salt sands savage sharp "
		"shaw "
		"shepherd short simple singer small smart snow south spring stack star state steel "
		"still street strong summer summers swift taylor temple thorn todd townsend trade "
		"trial turner union vale wall ward waters weaver weber webb week welch well wells "
		"west wheel wild will wills winter wise wolf work worth wright yard mandel dune "
		"close cliff daniel david heller marie martov swan lever barber baker archer "
		"leader ransom nation nations line link lenin's francis james john george paul "
		"aron daniel abel adler simon benjamin thomas lewis michael victor arnold albert "
		"bruce craig dan leon franco hess lie levy marshall mally nove orlando riga "
		"hall christian chambers palmer booth brooks case cannon chase cope dawes french "
		"gray "
		"nevsky tauride arbat saint "
		    "rigby said say sachs sand such suny ure war viola ally fee fuller bacon born "
		"dubs getty glad gross hard hart holmes hosking ken lih lynn mann pipes read "
		"siegel "
		"steward stites thurston ulam urban ware wood zaleski" },
	{ W_COMMON,
		"белый бедный горький дан кун мир май дикий голод рой камень гай жук волк мороз "
		"заяц слон соловей воробей голубь дед дейч рудный новый черный красный ким рем невский "
		"ли ян цой хан пан бек мак вейс лось дуб бор бой вал гора луч мак нос рог сад суд "
		"тур ус флаг чай шах шар зорин весна зима лето осень орлов сталь брик кон рид" },
	{ W_ACADEMIC,
		"professor prof dr doctor historian scholar author профессор проф доктор историк" },
	{ W_OFFICE,
		"state defense defence war treasury interior commerce labor agriculture navy army "
		"air "
		"force education health justice foreign affairs trade finance industry transport "
		"security labour culture" },
	{ 0, NULL },
};
