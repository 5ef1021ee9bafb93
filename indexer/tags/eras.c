/* eras.c - names that historians give to times, with their dates, and the congresses. */
#include "years.h"

/* A row's words are folded forms; a stem ends in '*', which stands for the endings of a case.
 * Longer names stand before shorter ones that begin alike.  Dates are those of the usual handbooks:
 * the Great Terror from Ezhov's appointment (1936) to his fall (1938), the Thaw from Stalin's death
 * to Khrushchev's dismissal, NEP from the Tenth Congress to the grain crisis and the turn of 1928.
 */
const era eras[] = {
	{ "russian civil war", 1917, 1922 },
	{ "civil war", 1917, 1922 },
	{ "гражданск* войн*", 1917, 1922 },
	{ "war communism", 1918, 1921 },
	{ "военн* коммунизм*", 1918, 1921 },
	{ "new economic policy", 1921, 1928 },
	{ "nep", 1921, 1928 },
	{ "нэп|нэпа|нэпу|нэпом|нэпе", 1921, 1928 },
	{ "нов* экономическ* политик*", 1921, 1928 },
	{ "first five year plan", 1928, 1932 },
	{ "second five year plan", 1933, 1937 },
	{ "third five year plan", 1938, 1941 },
	{ "fourth five year plan", 1946, 1950 },
	{ "fifth five year plan", 1951, 1955 },
	{ "sixth five year plan", 1956, 1958 },
	{ "seven year plan", 1959, 1965 },
	{ "перв* пятилетк*", 1928, 1932 },
	{ "втор* пятилетк*", 1933, 1937 },
	{ "треть* пятилетк*", 1938, 1941 },
	{ "четверт* пятилетк*", 1946, 1950 },
	{ "пят* пятилетк*", 1951, 1955 },
	{ "шест* пятилетк*", 1956, 1958 },
	{ "семилетк*", 1959, 1965 },
	{ "great break", 1929, 1929 },
	{ "great turn", 1929, 1929 },
	{ "велик* перелом*", 1929, 1929 },
	{ "great terror", 1936, 1938 },
	{ "great purge*", 1936, 1938 },
	{ "больш* террор*", 1936, 1938 },
	{ "ezhovshchina", 1936, 1938 },
	{ "yezhovshchina", 1936, 1938 },
	{ "ежовщин*", 1936, 1938 },
	{ "red terror", 1918, 1922 },
	{ "красн* террор*", 1918, 1922 },
	{ "great patriotic war", 1941, 1945 },
	{ "велик* отечественн* войн*", 1941, 1945 },
	{ "second world war", 1939, 1945 },
	{ "world war ii", 1939, 1945 },
	{ "world war two", 1939, 1945 },
	{ "втор* миров* войн*", 1939, 1945 },
	{ "zweit* weltkrieg*", 1939, 1945 },
	{ "seconde guerre mondiale", 1939, 1945 },
	{ "first world war", 1914, 1918 },
	{ "world war i", 1914, 1918 },
	{ "world war one", 1914, 1918 },
	{ "great war", 1914, 1918 },
	{ "перв* миров* войн*", 1914, 1918 },
	{ "erst* weltkrieg*", 1914, 1918 },
	{ "première guerre mondiale", 1914, 1918 },
	{ "winter war", 1939, 1940 },
	{ "зимн* войн*", 1939, 1940 },
	{ "siege of leningrad", 1941, 1944 },
	{ "leningrad blockade", 1941, 1944 },
	{ "блокад* ленинград*", 1941, 1944 },
	{ "ленинградск* блокад*", 1941, 1944 },
	{ "battle of stalingrad", 1942, 1943 },
	{ "сталинградск* битв*", 1942, 1943 },
	{ "russo japanese war", 1904, 1905 },
	{ "русско японск* войн*", 1904, 1905 },
	{ "crimean war", 1853, 1856 },
	{ "крымск* войн*", 1853, 1856 },
	{ "bloody sunday", 1905, 1905 },
	{ "кровав* воскресень*", 1905, 1905 },
	{ "february revolution", 1917, 1917 },
	{ "февральск* революци*", 1917, 1917 },
	{ "october revolution", 1917, 1917 },
	{ "great october", 1917, 1917 },
	{ "октябрьск* революци*", 1917, 1917 },
	{ "октябрьск* переворот*", 1917, 1917 },
	{ "oktoberrevolution", 1917, 1917 },
	{ "februarrevolution", 1917, 1917 },
	{ "révolution d'octobre", 1917, 1917 },
	{ "april theses", 1917, 1917 },
	{ "апрельск* тезис*", 1917, 1917 },
	{ "july days", 1917, 1917 },
	{ "июльск* дни|дней|дням|днями|днях", 1917, 1917 },
	{ "kornilov affair|revolt|mutiny|putsch|rebellion", 1917, 1917 },
	{ "корниловск* мятеж*|выступлени*", 1917, 1917 },
	{ "корниловщин*", 1917, 1917 },
	{ "kronstadt rebellion|revolt|uprising|rising|mutiny", 1921, 1921 },
	{ "кронштадтск* восстани*|мятеж*", 1921, 1921 },
	{ "scissors crisis", 1923, 1923 },
	{ "shakhty trial|affair", 1928, 1928 },
	{ "шахтинск* дело|дела|делу|делом|деле", 1928, 1928 },
	{ "moscow trials", 1936, 1938 },
	{ "московск* процесс*", 1936, 1938 },
	{ "leningrad affair", 1949, 1950 },
	{ "ленинградск* дело|дела|делу|делом|деле", 1949, 1950 },
	{ "doctors' plot", 1952, 1953 },
	{ "doctors plot", 1952, 1953 },
	{ "дело|дела|делу|делом|деле врачей", 1952, 1953 },
	{ "zhdanovshchina", 1946, 1948 },
	{ "ждановщин*", 1946, 1948 },
	{ "khrushchev thaw", 1953, 1964 },
	{ "thaw", 1953, 1964 },
	{ "хрущевск* оттепел*", 1953, 1964 },
	{ "хрущёвск* оттепел*", 1953, 1964 },
	{ "secret speech", 1956, 1956 },
	{ "era of stagnation", 1964, 1985 },
	{ "эпох* застоя", 1964, 1985 },
	{ "prague spring", 1968, 1968 },
	{ "пражск* весн*", 1968, 1968 },
	{ "perestroika", 1985, 1991 },
	{ "перестройк*", 1985, 1991 },
	{ "cold war", 1947, 1991 },
	{ "холодн* войн*", 1947, 1991 },
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
