/* eras.c - names that historians give to times, with their dates, and the congresses. */
#include "years.h"

/* A row's words are folded forms; a stem ends in '*', which stands for the endings of a case.
 * Longer names stand before shorter ones that begin alike.  Dates are those of the usual handbooks:
 * the Great Terror from Ezhov's appointment (1936) to his fall (1938), the Thaw from Stalin's death
 * to Khrushchev's dismissal, NEP from the Tenth Congress to the grain crisis and the turn of 1928.
 * "In" a period tells when; "in" an event, who took part (see years_use.c). */
const era eras[] = {
	{ "russian civil war", 1917, 1922, PERIOD },
	{ "civil war", 1917, 1922, PERIOD },
	{ "гражданск* войн*", 1917, 1922, PERIOD },
	{ "war communism", 1918, 1921, PERIOD },
	{ "военн* коммунизм*", 1918, 1921, PERIOD },
	{ "new economic policy", 1921, 1928, PERIOD },
	{ "nep", 1921, 1928, PERIOD },
	{ "нэп|нэпа|нэпу|нэпом|нэпе", 1921, 1928, PERIOD },
	{ "нов* экономическ* политик*", 1921, 1928, PERIOD },
	{ "first five year plan", 1928, 1932, PERIOD },
	{ "second five year plan", 1933, 1937, PERIOD },
	{ "third five year plan", 1938, 1941, PERIOD },
	{ "fourth five year plan", 1946, 1950, PERIOD },
	{ "fifth five year plan", 1951, 1955, PERIOD },
	{ "sixth five year plan", 1956, 1958, PERIOD },
	{ "seven year plan", 1959, 1965, PERIOD },
	{ "перв* пятилетк*", 1928, 1932, PERIOD },
	{ "втор* пятилетк*", 1933, 1937, PERIOD },
	{ "треть* пятилетк*", 1938, 1941, PERIOD },
	{ "четверт* пятилетк*", 1946, 1950, PERIOD },
	{ "пят* пятилетк*", 1951, 1955, PERIOD },
	{ "шест* пятилетк*", 1956, 1958, PERIOD },
	{ "семилетк*", 1959, 1965, PERIOD },
	{ "great break", 1929, 1929, PERIOD },
	{ "great turn", 1929, 1929, PERIOD },
	{ "велик* перелом*", 1929, 1929, PERIOD },
	{ "great terror", 1936, 1938, PERIOD },
	{ "great purge*", 1936, 1938, PERIOD },
	{ "больш* террор*", 1936, 1938, PERIOD },
	{ "ezhovshchina", 1936, 1938, PERIOD },
	{ "yezhovshchina", 1936, 1938, PERIOD },
	{ "ежовщин*", 1936, 1938, PERIOD },
	{ "red terror", 1918, 1922, PERIOD },
	{ "красн* террор*", 1918, 1922, PERIOD },
	{ "great patriotic war", 1941, 1945, PERIOD },
	{ "велик* отечественн* войн*", 1941, 1945, PERIOD },
	{ "second world war", 1939, 1945, PERIOD },
	{ "world war ii", 1939, 1945, PERIOD },
	{ "world war two", 1939, 1945, PERIOD },
	{ "втор* миров* войн*", 1939, 1945, PERIOD },
	{ "zweit* weltkrieg*", 1939, 1945, PERIOD },
	{ "seconde guerre mondiale", 1939, 1945, PERIOD },
	{ "first world war", 1914, 1918, PERIOD },
	{ "world war i", 1914, 1918, PERIOD },
	{ "world war one", 1914, 1918, PERIOD },
	{ "great war", 1914, 1918, PERIOD },
	{ "перв* миров* войн*", 1914, 1918, PERIOD },
	{ "erst* weltkrieg*", 1914, 1918, PERIOD },
	{ "première guerre mondiale", 1914, 1918, PERIOD },
	{ "winter war", 1939, 1940, PERIOD },
	{ "зимн* войн*", 1939, 1940, PERIOD },
	{ "siege of leningrad", 1941, 1944, PERIOD },
	{ "leningrad blockade", 1941, 1944, PERIOD },
	{ "блокад* ленинград*", 1941, 1944, PERIOD },
	{ "ленинградск* блокад*", 1941, 1944, PERIOD },
	{ "battle of stalingrad", 1942, 1943, EVENT },
	{ "сталинградск* битв*", 1942, 1943, EVENT },
	{ "russo japanese war", 1904, 1905, PERIOD },
	{ "русско японск* войн*", 1904, 1905, PERIOD },
	{ "crimean war", 1853, 1856, PERIOD },
	{ "крымск* войн*", 1853, 1856, PERIOD },
	{ "bloody sunday", 1905, 1905, EVENT },
	{ "кровав* воскресень*", 1905, 1905, EVENT },
	{ "february revolution", 1917, 1917, NAMED_EVENT },
	{ "февральск* революци*", 1917, 1917, EVENT },
	{ "october revolution", 1917, 1917, NAMED_EVENT },
	{ "great october", 1917, 1917, EVENT },
	{ "октябрьск* революци*", 1917, 1917, EVENT },
	{ "октябрьск* переворот*", 1917, 1917, EVENT },
	{ "oktoberrevolution", 1917, 1917, EVENT },
	{ "februarrevolution", 1917, 1917, EVENT },
	{ "révolution d'octobre", 1917, 1917, PERIOD },
	{ "april theses", 1917, 1917, EVENT },
	{ "апрельск* тезис*", 1917, 1917, EVENT },
	{ "july days", 1917, 1917, PERIOD },
	{ "июльск* дни|дней|дням|днями|днях", 1917, 1917, PERIOD },
	{ "kornilov affair|revolt|mutiny|putsch|rebellion", 1917, 1917, NAMED_EVENT },
	{ "корниловск* мятеж*|выступлени*", 1917, 1917, EVENT },
	{ "корниловщин*", 1917, 1917, EVENT },
	{ "kronstadt rebellion|revolt|uprising|rising|mutiny", 1921, 1921, NAMED_EVENT },
	{ "кронштадтск* восстани*|мятеж*", 1921, 1921, EVENT },
	{ "scissors crisis", 1923, 1923, PERIOD },
	{ "shakhty trial|affair", 1928, 1928, NAMED_EVENT },
	{ "шахтинск* дело|дела|делу|делом|деле", 1928, 1928, EVENT },
	{ "moscow trials", 1936, 1938, NAMED_EVENT },
	{ "московск* процесс*", 1936, 1938, EVENT },
	{ "leningrad affair", 1949, 1950, NAMED_EVENT },
	{ "ленинградск* дело|дела|делу|делом|деле", 1949, 1950, EVENT },
	{ "doctors' plot", 1952, 1953, EVENT },
	{ "doctors plot", 1952, 1953, EVENT },
	{ "дело|дела|делу|делом|деле врачей", 1952, 1953, EVENT },
	{ "zhdanovshchina", 1946, 1948, PERIOD },
	{ "ждановщин*", 1946, 1948, PERIOD },
	{ "khrushchev thaw", 1953, 1964, PERIOD },
	{ "thaw", 1953, 1964, PERIOD },
	{ "хрущевск* оттепел*", 1953, 1964, PERIOD },
	{ "хрущёвск* оттепел*", 1953, 1964, PERIOD },
	{ "secret speech", 1956, 1956, EVENT },
	{ "era of stagnation", 1964, 1985, PERIOD },
	{ "эпох* застоя", 1964, 1985, PERIOD },
	{ "prague spring", 1968, 1968, PERIOD },
	{ "пражск* весн*", 1968, 1968, PERIOD },
	{ "perestroika", 1985, 1991, PERIOD },
	{ "перестройк*", 1985, 1991, PERIOD },
	{ "cold war", 1947, 1991, PERIOD },
	{ "холодн* войн*", 1947, 1991, PERIOD },
};
const size_t era_count = sizeof eras / sizeof *eras;

static int year_of(const int *years, size_t count, int number)
{
	return number > 0 && (size_t)number <= count ? years[number - 1] : 0;
}

int congress_of_party(int number)
{
	static const int years[] = { 1898, 1903, 1905, 1906, 1907, 1917, 1918, 1919, 1920, 1921,
		1922, 1923, 1924, 1925, 1927, 1930, 1934, 1939, 1952, 1956, 1959, 1961, 1966, 1971,
		1976, 1981, 1986, 1990 };

	return year_of(years, sizeof years / sizeof *years, number);
}

int conference_of_party(int number)
{
	static const int years[] = { 1905, 1906, 1907, 1907, 1909, 1912, 1917, 1919, 1920, 1921,
		1921, 1922, 1924, 1925, 1926, 1929, 1932, 1941, 1988 };

	return year_of(years, sizeof years / sizeof *years, number);
}

int congress_of_comintern(int number)
{
	static const int years[] = { 1919, 1920, 1921, 1922, 1924, 1928, 1935 };

	return year_of(years, sizeof years / sizeof *years, number);
}

int congress_of_soviets(int number, int all_union)
{
	static const int russian[] = { 1917, 1917, 1918, 1918, 1918, 1918, 1919, 1920, 1921, 1922,
		1924, 1925, 1927, 1929, 1931, 1935, 1937 };
	static const int union_[] = { 1922, 1924, 1925, 1927, 1929, 1931, 1935, 1936 };

	return all_union ? year_of(union_, sizeof union_ / sizeof *union_, number)
			 : year_of(russian, sizeof russian / sizeof *russian, number);
}
