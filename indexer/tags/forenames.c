/* Given names and their diminutives of Eastern Europe and the Caucasus, with what they are
 * elsewhere, put together by hand from general knowledge of the naming customs concerned; for
 * Russian see N. A. Petrovsky, "Slovar russkikh lichnykh imyon" (1966).  A name may stand in
 * several groups (Jan: Ivan and Yan). */
#include "forenames.h"

#define M GENDER_MAN
#define F GENDER_WOMAN

const forename_group eastern_forenames[] = {
	/* Russian, Ukrainian, Belarusian, with what they are elsewhere */
	{ M, "Ivan Иван Vanya Ваня Іван John Johann Jan Jean Johannes Juan Giovanni Johnny Jack "
	     "Jon "
	     "João Ioann Иоанн Hans Hannes Ian Иоганн Джон Жан Джованни Хуан Ганс" },
	{ M, "Joseph Iosif Josef Иосиф Josip Józef Jozef Осип Osip José Giuseppe Joe Joey Soso "
	     "Сосо "
	     "Йосиф Юзеф Йозеф Джозеф Жозеф Iossif Yosef Yosif Iosep" },
	{ M, "Leon Lev Лев Léon Leo Леон Лео Lyova Лёва" },
	{ M, "Vladimir Владимир Volodymyr Володимир Volodya Володя Wladimir Wladimiro Vlad "
	     "Uladzimir "
	     "Vova" },
	{ M, "Nikolai Николай Nikolay Nicholas Nicolas Mykola Микола Nikolaus Kolya Коля Nick "
	     "Nicky "
	     "Nicolae Nikola Mikalai Nicola Niccolò Nicolaus" },
	{ M, "Alexander Aleksandr Александр Aleksander Oleksandr Олександр Sasha Саша Alexandre "
	     "Alessandro Alex Alexandr Alec Aleksandar Шура Shura Sandro Alejandro Alexandros" },
	{ M, "Mikhail Михаил Mykhailo Михайло Michael Michel Michał Michal Misha Миша Mike Mihail "
	     "Mihály Miguel Mick Майкл Мишель Михаэль Mihai Michail" },
	{ M, "Grigory Григорий Grigorii Grigori Hryhorii Hryhoriy Gregory Grisha Гриша Greg Gregor "
	     "Grigoriy Hryhory Григорій Grzegorz Gregorio Grégoire" },
	{ M, "Sergei Sergey Сергей Serhiy Serhii Сергій Serge Seryozha Серёжа Sergius Sergej "
	     "Serguei "
	     "Sergio Sergo Серго" },
	{ M, "Sergo Серго Grigory Григорий" },
	{ M, "Yuri Yury Юрий Yurii Iurii Yuriy Iuri Juri Jurij Юрий Юрій Yura Georgy Youri Jury" },
	{ M, "Georgy Георгий Georgii Georgi George Heorhii Georges Georg Giorgi Гиорги Jerzy Jiří "
	     "Jorge Giorgio György Джордж Жорж Георг Yegor Егор Egor Gyorgy" },
	{ M, "Pyotr Petr Пётр Петр Piotr Peter Pierre Petro Петро Pieter Pedro Pietro Pete Pjotr "
	     "Пьер "
	     "Петя Питер Петер Pёtr Petya Petros Petar" },
	{ M, "Pavel Павел Pavlo Павло Paul Paweł Paulo Paolo Pablo Пол Поль Пауль Pasha Pal Pál" },
	{ M, "Andrei Andrey Андрей Andrii Andriy Андрій Andrew Andrzej Andreas André Andre Andrej "
	     "Andy Andrea Andrés Drew Эндрю Андре Андреас Ondrej" },
	{ M, "Alexei Aleksei Алексей Alexey Oleksii Олексій Alexis Alyosha Алёша Aleksey Alexej" },
	{ M, "Anatoly Анатолий Anatolii Anatoliy Anatole Anatoli Анатолій Anatolij Tolya Толя" },
	{ M, "Dmitry Дмитрий Dmitri Dmitrii Dmitriy Dmytro Дмитро Dimitri Mitya Митя Dima "
	     "Dmitrij" },
	{ M, "Vasily Vasilii Vassily Василий Vasyl Василь Basil Vasiliy Vassili Vasya Вася Wassily "
	     "Vasili" },
	{ M, "Fyodor Fedor Фёдор Федор Fedir Theodore Theodor Feodor Fjodor Ted Teddy Теодор Fedya "
	     "Teodor Théodore" },
	{ M, "Vyacheslav Viacheslav Вячеслав Slava Слава Vjačeslav Wjatscheslaw Vacheslav "
	     "Vyatcheslav" },
	{ M, "Felix Feliks Феликс" },
	{ M, "Lavrenty Лаврентий Lavrentii Lavrenti Lavrentiy Lavrentij Laurence Lawrence Larry" },
	{ M, "Lazar Лазарь Lazar' Eleazar Lázár" },
	{ M, "Kliment Климент Klement Clement Klim Клим" },
	{ M, "Semyon Semen Семён Семен Simon Symon Szymon Симон Simón Semjon Sima Сёма Шимон "
	     "Shimon" },
	{ M, "Yakov Iakov Яков Jakob Jacob Jacques Якоб Jakov James Яша Yasha Jakub Jaakko Jaime "
	     "Jim "
	     "Jimmy Джеймс Жак Giacomo Яків" },
	{ M, "Karl Карл Carl Charles Carlo Carlos Karel Károly Charlie Шарль Чарльз Karol Chuck" },
	{ M, "Friedrich Фридрих Frederick Fred Fritz Frédéric Federico Фриц Фред" },
	{ M, "Konstantin Константин Constantine Kostya Костя Konstanty Kostiantyn Konstantinos" },
	{ M, "Boris Борис Borys Borya" },
	{ M, "Viktor Виктор Victor Віктор Vitya" },
	{ M, "Maxim Максим Maksim Max Макс Maxime Maksym Maximilian Maximilien" },
	{ M, "Nikita Никита Mykyta Микита" },
	{ M, "Leonid Леонид Leonti Leonty Леонтий Leonidas Леонід Lyonya" },
	{ M, "Mark Марк Marc Marcus Marko Marco Marek" },
	{ M, "Matvei Матвей Matvey Matthew Matthias Matthieu Mateusz Matt" },
	{ M, "Timofei Тимофей Timothy Tim Tymofiy" },
	{ M, "Filipp Филипп Philip Philipp Philippe Felipe Filip Phil Pylyp" },
	{ M, "Stepan Степан Stephen Stefan Stephan Steven Steve Étienne Estevan Стефан Stéphane "
	     "István Istvan Szczepan Стивен" },
	{ M, "Roman Роман Romain Romano" },
	{ M, "Gleb Глеб" },
	{ M, "Oleg Олег Oleh" },
	{ M, "Igor Игорь Ihor Ігор" },
	{ M, "Ilya Илья Ilia Il'ia Elias Illia Ілля Elijah Eli" },
	{ M, "Isaac Исаак Isaak Itzhak Yitzhak Айзек Isac Ike" },
	{ M, "Abram Абрам Abraham Авраам Abe Avram" },
	{ M, "Aron Арон Aaron" },
	{ M, "David Давид Dawid Dave Davit Дэвид Dovid" },
	{ M, "Solomon Соломон Shlomo Salomon Саломон" },
	{ M, "Moisei Моисей Moses Moshe Moissei Моше Moise Moïse" },
	{ M, "Naum Наум Nahum Nakhum" },
	{ M, "Emelyan Емельян Emel'ian Yemelyan Emilian" },
	{ M, "Yefim Ефим Efim Yefym" },
	{ M, "Yevgeny Евгений Evgenii Evgeny Eugene Yevgeni Evgeni Eugen Eugène Evgeniy Yevgenii "
	     "Gene "
	     "Евген Юджин Yevgeniy Yevhen Eugenio" },
	{ M, "Yevgraf Евграф Evgraf" },
	{ M, "Efraim Ephraim Ефраим Efroim Yefraim" },
	{ M, "Valerian Валериан Valery Валерий Valerii Valeri Valeriy Valéry Валерій Valerij" },
	{ M, "Valentin Валентин Valentine Valentyn" },
	{ M, "Vitaly Виталий Vitalii Vitali Vitaliy" },
	{ M, "Vadim Вадим" },
	{ M, "Vsevolod Всеволод" },
	{ M, "Vikenty Викентий Vincent Вінсент Vincenzo Vicente Vince Вінценти" },
	{ M, "Vissarion Виссарион Besarion Beso Бесо" },
	{ M, "Gavriil Гавриил Gavril Gabriel Гавриил" },
	{ M, "Gennady Геннадий Gennadii Gennadi Gennadiy" },
	{ M, "German Герман Hermann Herman Heorman" },
	{ M, "Genrikh Генрих Heinrich Henry Henri Henryk Harry Hendrik Enrico Genrich Hank Henrik "
	     "Анри "
	     "Генри Enrique Heinz" },
	{ M, "Daniil Даниил Daniel Danil Danylo Данило Dan Даниэль" },
	{ M, "Denis Денис Dennis" },
	{ M, "Eduard Эдуард Edward Édouard Eddie Ed Edgar Эдгар Эдвард Edouard Эдуар Eduardo Ned" },
	{ M, "Emil Эмиль Emile Émile Emilio Emmanuel Emanuel Эммануил Emmanuil" },
	{ M, "Ernst Эрнст Ernest Эрнест Ernesto Ernő" },
	{ M, "Zinovy Зиновий Zinovii" },
	{ M, "Foma Фома Thomas Tom Tomáš Tomas Tomasz Tommy Томас" },
	{ M, "Ignaty Игнатий Ignat Игнат Ignatii Ignacy Ignazio Ignace Ignatius" },
	{ M, "Innokenty Иннокентий Innokentii" },
	{ M, "Ippolit Ипполит Hippolyte" },
	{ M, "Kirill Кирилл Cyril" },
	{ M, "Kuzma Кузьма Koz'ma" },
	{ M, "Luka Лука Luke Lucas Luca Lukas" },
	{ M, "Makar Макар" },
	{ M, "Martemyan Мартемьян Martem'ian Martemian Martemyan" },
	{ M, "Martyn Мартын Martin Мартин Márton" },
	{ M, "Nestor Нестор" },
	{ M, "Nikifor Никифор" },
	{ M, "Nikodim Никодим" },
	{ M, "Nil Нил Neil Neal" },
	{ M, "Panteleimon Пантелеймон Panteleymon" },
	{ M, "Platon Платон" },
	{ M, "Prokofy Прокофий Prokofii" },
	{ M, "Rodion Родион" },
	{ M, "Rostislav Ростислав" },
	{ M, "Savva Савва Sava Savely Савелий" },
	{ M, "Serafim Серафим" },
	{ M, "Spiridon Спиридон" },
	{ M, "Stanislav Станислав Stanisław Stanislaus Stan" },
	{ M, "Svyatoslav Святослав Sviatoslav" },
	{ M, "Taras Тарас" },
	{ M, "Terenty Терентий" },
	{ M, "Trofim Трофим" },
	{ M, "Yaroslav Ярослав Iaroslav Jaroslav Jarosław" },
	{ M, "Yermolai Ермолай" },
	{ M, "Yegor Егор Egor" },
	{ M, "Yuly Юлий Iulii Julius Jules Julian Юлиан Yulian Julien Giulio Julio" },
	{ M, "Zakhar Захар Zachary Zakhary" },
	{ M, "Arkady Аркадий Arkadii Arkadi Arkadiy" },
	{ M, "Arseny Арсений Arsenii Arseniy" },
	{ M, "Artemy Артемий Artyom Артём Artem" },
	{ M, "Artur Артур Arthur Arturo Arturs" },
	{ M, "Anton Антон Anthony Antoine Antonio Antony Антоний Tony Antonín António Антуан" },
	{ M, "Avel Авель Abel Avel'" },
	{ M, "Afanasy Афанасий Afanasii" },
	{ M, "Adolf Адольф Adolph Adolphe" },
	{ M, "Albert Альберт Alberto Albrecht Bert" },
	{ M, "Alfred Альфред Alfredo Alf" },
	{ M, "Bogdan Богдан Bohdan" },
	{ M, "Venyamin Вениамин Veniamin Benjamin Ben Benny Benjámin Бенджамин" },
	{ M, "Demyan Демьян Damian Dem'ian" },
	{ M, "Faddei Фаддей Tadeusz Thaddeus" },
	{ M, "Gustav Густав Gustaw Gustave" },
	{ M, "Yan Ян Jan Ian Iaan" },
	{ M, "Yanis Jānis Janis Янис" },
	{ M, "Ion Ион Jon" },
	{ M, "Jonas Йонас Jonah Иона" },
	{ M, "Anastas Анастас" },
	{ M, "Suren Сурен" },
	{ M, "Shalva Шалва" },
	{ M, "Noe Ной Noah Noy" },
	{ M, "Nikolas Nikoloz Karlo Карло" },
	{ M, "Akaki Акакий" },
	{ M, "Irakli Ираклий" },
	{ M, "Budu Буду Polikarp Поликарп" },
	{ M, "Mamia Мамия Avetis Аветис Ashot Ашот Gevorg Геворг Tigran Тигран Hovhannes" },
	{ M, "Nariman Нариман Mirsaid Мирсаид Sultan Султан Turar Турар Faizulla Файзулла" },
	{ M, "Khristian Христиан Christian Кристиан Christo" },
	{ M, "Khristofor Christopher Christoph Кристофер Chris Krzysztof Christophe" },
	{ M, "Robert Роберт Bob Bobby Rob Roberto Bobbie" },
	{ M, "Rudolf Рудольф Rudolph Rudolfs" },
	{ M, "Richard Ричард Dick Ryszard Ricardo Rick Riccardo Рихард" },
	{ M, "Rolf Ральф Ralph Raoul Raul Raúl" },
	{ M, "Ruslan Руслан Aslan Аслан" },
	{ M, "Radomir Rem Рем Kim Ким Vladlen Владлен Vilen Marlen" },
	{ M, "Zhores Жорес Roy Рой" },
	{ M, "Otto Отто" },
	{ M, "Oskar Оскар Oscar" },
	{ M, "Orest Орест Ostap Остап" },
	{ M, "Vlas Влас Vlasy" },
	{ M, "Kondrat Кондрат Conrad Konrad" },
	{ M, "Aristarkh Аристарх" },
	{ M, "Averky Аверкий" },
	{ M, "Apollon Аполлон Apollinary Аполлинарий" },
	{ M, "Leopold Леопольд" },
	{ M, "Ludwig Людвиг Louis Ludvig Lewis Luis Lajos Luigi Ludvík Lou Луи Льюис" },
	{ M, "Valdemar Waldemar Vladislav Владислав Władysław Wladyslaw Vladyslav" },
	{ M, "Bronislav Bronisław Bronislaw" },
	{ M, "Zbigniew Zygmunt Wacław Wojciech Kazimierz Kazimir Казимир Tadeusz Lech Bolesław "
	     "Boleslaw Zdzisław Witold Витольд Marian Mieczysław" },
	{ M, "Václav Vaclav Вацлав Waclaw Zdeněk Bohumil Ladislav Milan Oldřich Miroslav" },
	{ M, "Milovan Slobodan Josip Ante Edvard Dragan Zoran Goran Vuk" },
	{ M, "Imre Béla Bela Ferenc Sándor Gyula László Laszlo Miklós Tibor Gábor Jenő Mátyás" },
	{ M, "Ilyich Ильич" },
	/* women */
	{ F, "Nadezhda Надежда Nadya Надя Nadia Nadja Nadine" },
	{ F, "Natalia Наталья Наталия Natalya Natasha Наташа Natalie Nathalie Nataliya" },
	{ F, "Svetlana Светлана" },
	{ F, "Alexandra Александра Aleksandra Oleksandra Shura Шура Sandra" },
	{ F, "Anna Анна Anne Ann Annie Anya Аня Hannah Hanna Ханна Anneliese Annette Ana Annа "
	     "Энн" },
	{ F, "Maria Мария Mary Marie Mariya Mariia Marija Masha Маша Marya Марья Maryam Мэри "
	     "Marija "
	     "María" },
	{ F, "Elena Елена Yelena Helen Helena Hélène Olena Олена Lena Лена Ellen Elen Helene "
	     "Ilona" },
	{ F, "Yekaterina Ekaterina Екатерина Catherine Katherine Katya Катя Kateryna Kate Cathy "
	     "Katherina Katharina Katarina Katarzyna Käthe Кейт Kathryn Kathleen Karen Catriona "
	     "Katy" },
	{ F, "Elizaveta Елизавета Yelizaveta Elizabeth Elisabeth Liza Лиза Elise Elsa Betty Eliza "
	     "Elisaveta Бетти Liz Lisa Beth Эльза Isabel Isabelle Isabella" },
	{ F, "Evgenia Евгения Yevgenia Eugenia Evgeniia Yevgeniya Zhenya Женя Eugénie Evgeniya" },
	{ F, "Vera Вера Vira Вира" },
	{ F, "Tatiana Татьяна Tatyana Tanya Таня Tetiana Tatjana" },
	{ F, "Olga Ольга Olha Olya Оля Helga" },
	{ F, "Sofia Софья София Sophia Sophie Sonia Соня Sonya Zofia Sofya Sonja Sofiya" },
	{ F, "Lydia Лидия Lidia Lidiya Lida Лида" },
	{ F, "Larisa Лариса Larissa" },
	{ F, "Ludmila Людмила Lyudmila Liudmila Ludmilla" },
	{ F, "Lyubov Любовь Liubov Lyuba Люба" },
	{ F, "Galina Галина Halyna Galya Галя" },
	{ F, "Irina Ирина Irena Irene Iryna Ирэн Ira" },
	{ F, "Inessa Инесса Ines Inès Agnes Агнес Agnès Инна Inna" },
	{ F, "Zinaida Зинаида Zina Зина" },
	{ F, "Zoya Зоя Zoia Zoe" },
	{ F, "Varvara Варвара Barbara Варя Барбара Babs" },
	{ F, "Polina Полина Pauline Paulina Paula Polly" },
	{ F, "Praskovya Прасковья Praskovia" },
	{ F, "Raisa Раиса Raya Рая Raissa" },
	{ F, "Rosa Роза Rosalia Розалия Rose Róża Rosalie Rosie" },
	{ F, "Fanny Фанни Fania Фаня Fanya" },
	{ F, "Ksenia Ксения Xenia Kseniya" },
	{ F, "Klavdia Клавдия Claudia Klavdiya Claudie" },
	{ F, "Klara Клара Clara Claire Clare" },
	{ F, "Kira Кира" },
	{ F, "Marina Марина Marianne Marianna" },
	{ F, "Margarita Маргарита Margaret Marguerite Margarete Greta Grete Maggie Margot Margo "
	     "Peggy "
	     "Маргарет Rita Рита" },
	{ F, "Nina Нина Antonina Антонина" },
	{ F, "Yulia Юлия Julia Iuliia Yuliya Julie Juliane Juliana Juliet Juliette" },
	{ F, "Valentina Валентина Valeria Валерия" },
	{ F, "Evdokia Евдокия Avdotya Dunya Евдокія" },
	{ F, "Dora Дора Dorothy Доротея Dorothea Theodora Dolores Долорес" },
	{ F, "Emma Эмма Emily Emilia Эмилия Émilie" },
	{ F, "Esfir Эсфирь Esther Эстер Ester" },
	{ F, "Ida Ида Eva Ева Eve Evelyn Ewa" },
	{ F, "Angelica Анжелика Angela Angelika Анжела Angelina" },
	{ F, "Taisia Таисия Serafima Серафима Glafira Глафира Aglaya Faina Фаина Rimma Римма Alla "
	     "Алла "
	     "Ada Ада Asya Ася Alisa Алиса Bella Белла Ariadna Ариадна Berta Берта Roza Dina "
	     "Дина" },
	{ GENDER_UNKNOWN, NULL },
};
