/* table.c - a table as one block, or as groups of whole rows. */
#include "piece.h"

enum { TABLE_WORDS = 400 }; /* what a passage may hold */

static uint32_t count_words(kt_str s)
{
	uint32_t words = 0;
	int in_word = 0;

	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.ptr[i];
		int sign = c >= 0x80 || (c >= '0' && c <= '9') ||
			   ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');

		words += sign && !in_word;
		in_word = sign;
	}
	return words;
}

static kt_status add_rows(struct reading *reading, size_t from, size_t to, uint32_t *blank_before)
{
	kt_status status = KT_OK;
	struct piece *piece = piece_add(&reading->pieces, reading->text, from, to, &status);

	if (piece) {
		piece->kind = KT_KIND_TABLE;
		piece->given = 1;
		piece->blank_before = *blank_before;
		*blank_before = 0;
	}
	return status;
}

kt_status table_add(struct reading *reading, size_t from, size_t to, uint32_t *blank_before)
{
	kt_str table = kt_str_sub(reading->text, 0, to);
	struct line line;
	uint32_t words = 0;
	kt_status status = KT_OK;

	for (size_t at = from; status == KT_OK && line_read(&line, table, at, reading->ending);
		at = line.next) {
		uint32_t more = count_words(kt_str_sub(table, line.from, line.to));

		if (words && words + more > TABLE_WORDS) {
			status = add_rows(reading, from, line.start, blank_before);
			from = line.start;
			words = 0;
		}
		words += more;
	}
	return status == KT_OK ? add_rows(reading, from, to, blank_before) : status;
}
