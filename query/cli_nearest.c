/* cli_nearest.c - what a misspelt word was meant to be. */
#include <string.h>

#include "cli.h"

#define LENGTH_MAX 32

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Letters dropped, added, changed or swapped with a neighbour (optimal string alignment). */
static size_t distance(const char *a, const char *b)
{
	size_t rows[3][LENGTH_MAX + 1], m = strlen(a), n = strlen(b);
	size_t *before = rows[0], *last = rows[1], *now = rows[2];

	if (m > LENGTH_MAX || n > LENGTH_MAX)
		return SIZE_MAX;
	for (size_t j = 0; j <= n; j++)
		last[j] = j;
	for (size_t i = 1; i <= m; i++) {
		size_t *free_row = before;

		now[0] = i;
		for (size_t j = 1; j <= n; j++) {
			now[j] = least(least(last[j] + 1, now[j - 1] + 1),
				last[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				now[j] = least(now[j], before[j - 2] + 1);
		}
		before = last;
		last = now;
		now = free_row;
	}
	return last[n];
}

const char *cli_nearest(
	const char *word, const char *(*name_of)(const void *table, size_t i), const void *table)
{
	size_t nearest = SIZE_MAX, length = strlen(word);
	const char *best = NULL, *name;

	for (size_t i = 0; (name = name_of(table, i)); i++) {
		size_t d = distance(word, name);

		if (length >= 3 && !strncmp(word, name, length)) /* begun, not finished */
			d = 1;
		if (d < nearest) {
			nearest = d;
			best = name;
		}
	}
	return nearest <= (length > 5 ? 3 : 2) && nearest < length ? best : NULL;
}
