/* plain.c - plain text into pieces.
 *
 * Two ways of typing are told apart: lines broken by hand, where a blank line (or an indented first
 * line) parts paragraphs, and one line a paragraph.  Left out are lines that only part: rules
 * (* * *, -----), form feeds and the numbers of printed pages. */
#include "piece.h"

#include <stdlib.h>
#include <string.h>

enum style {
	WRAPPED, /* lines broken by hand at one width */
	PARAGRAPHS, /* a line is a paragraph */
	RAGGED /* neither: verse, lists, short paragraphs between blank lines */
};

enum { COLUMNS = 256, CHUNK_LINES = 1 << 16 };

/* Lines without a blank one between them. */
struct chunk {
	kt_str text;
	char ending;
	struct line *lines;
	size_t count, size;
	uint32_t blank_before;
	unsigned look; /* what a rule before it tells of its first piece */
	uint32_t width; /* of the widest line with its indentation */
	uint32_t base; /* the least indentation */
	int table, hanging;
	size_t bullets; /* lines that begin with one */
};

/* ---- how a text was typed ---- */

/* The column that lines broken by hand come near to, or 0. */
static uint32_t wrap_column(const size_t *inner, size_t count)
{
	size_t seen = 0, near = 0;
	uint32_t column = COLUMNS - 1;

	while (column > 0 && (seen += inner[column]) * 20 < count)
		column--;
	if (count == 0 || column < 40 || column > 200)
		return 0;
	for (uint32_t i = column * 72 / 100; i < COLUMNS; i++)
		near += inner[i];
	return near * 2 >= count ? column : 0;
}

static enum style survey(struct reading *reading, size_t at)
{
	size_t inner[COLUMNS] = { 0 }, count = 0, all = 0, in_long = 0;
	struct line line;
	uint32_t end_before = 0; /* column, of the line before; 0: blank */

	for (; line_read(&line, reading->text, at, reading->ending); at = line.next) {
		uint32_t end = line_blank(&line) ? 0 : line.indent + line.width;

		/* Only a line with another under it was broken by hand. */
		if (end && end_before) {
			inner[end_before < COLUMNS ? end_before : COLUMNS - 1]++;
			count++;
		}
		all += line.width;
		in_long += line.width > 100 ? line.width : 0;
		end_before = end;
	}
	reading->width = count >= 3 ? wrap_column(inner, count) : 0;
	if (reading->width)
		return WRAPPED;
	return in_long * 2 >= all ? PARAGRAPHS : RAGGED;
}

/* ---- what a chunk is like ---- */

static kt_str line_str(const struct chunk *chunk, size_t i)
{
	return kt_str_sub(chunk->text, chunk->lines[i].from, chunk->lines[i].to);
}

static uint32_t last_sign(kt_str s)
{
	size_t at = core_end(s);

	return at ? kt_utf8_prev(s, &at) : 0;
}

static int ends_sentence(kt_str s)
{
	uint32_t c = last_sign(s);

	return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

static int begins_with_dash(kt_str s)
{
	size_t at = 0;
	uint32_t c = kt_utf8_next(s, &at);

	return c >= 0x2012 && c <= 0x2015;
}

/* Entries of a bibliography or an index: each begins at the margin, its further lines are
 * indented. */
static int hangs(const struct chunk *chunk)
{
	size_t at_margin = 0;

	if (chunk->count < 3 || chunk->lines[0].indent != chunk->base)
		return 0;
	for (size_t i = 0; i < chunk->count; i++)
		at_margin += chunk->lines[i].indent == chunk->base;
	if (at_margin < 2 || at_margin == chunk->count)
		return 0;
	for (size_t i = 0; i < chunk->count; i++) {
		uint32_t before;

		if (chunk->lines[i].indent > chunk->base)
			continue;
		if (!begins_entry(line_str(chunk, i)))
			return 0;
		if (i == 0)
			continue;
		before = last_sign(line_str(chunk, i - 1));
		if (!(before < 0x80 && strchr(".!?;0123456789", (int)before)))
			return 0;
	}
	return 1;
}

static void look_at(struct chunk *chunk)
{
	size_t gaps = 0;

	chunk->base = UINT32_MAX;
	chunk->width = 0;
	chunk->bullets = 0;
	for (size_t i = 0; i < chunk->count; i++) {
		const struct line *line = &chunk->lines[i];
		kt_str s = line_str(chunk, i);
		uint32_t number, end = line->indent + line->width;
		size_t length;
		enum marker marker = marker_of(s, &number, &length);

		chunk->base = line->indent < chunk->base ? line->indent : chunk->base;
		chunk->width = end > chunk->width ? end : chunk->width;
		chunk->bullets += marker == MARK_BULLET || marker == MARK_STAR;
		gaps += (size_t)line_has_gap(s);
	}
	chunk->table = chunk->count >= 2 && gaps * 2 >= chunk->count;
	chunk->hanging = hangs(chunk);
}

/* ---- where a piece begins within a chunk ---- */

/* Whether line i ends early, as the last line of a paragraph does. */
static int is_short(const struct chunk *chunk, size_t i)
{
	return (chunk->lines[i].indent + chunk->lines[i].width) * 4 < chunk->width * 3;
}

static int closes_paragraph(const struct chunk *chunk, size_t i)
{
	return ends_sentence(line_str(chunk, i)) || is_short(chunk, i);
}

/* An item of a list or a note at line i, the piece so far having begun at line `begin`. */
static int begins_item(const struct chunk *chunk, size_t i, size_t begin)
{
	uint32_t number, number_before;
	size_t length;
	kt_str s = line_str(chunk, i);
	enum marker marker = marker_of(s, &number, &length), before;

	if (begins_with_dash(s) && begins_with_dash(line_str(chunk, begin)))
		return closes_paragraph(chunk, i - 1); /* dialogue */
	if (marker == MARK_NONE)
		return 0;
	before = marker_of(line_str(chunk, begin), &number_before, &length);
	switch (marker) {
	case MARK_BULLET:
	case MARK_STAR:
		return before == marker || chunk->bullets > 1 ||
		       last_sign(line_str(chunk, i - 1)) == ':';
	case MARK_NOTE:
		return before == MARK_NOTE || closes_paragraph(chunk, i - 1);
	default:
		/* A line of prose may begin with "12." by chance, but hardly with the next
		 * number. */
		return (before == marker && number == number_before + 1) ||
		       (number == 1 && (closes_paragraph(chunk, i - 1) ||
					       last_sign(line_str(chunk, i - 1)) == ':'));
	}
}

/* Paragraphs told by their indented first lines alone; a quotation set in without blank lines. */
static int begins_by_indent(const struct chunk *chunk, size_t i, size_t begin)
{
	const struct line *lines = chunk->lines;
	uint32_t base = chunk->base;

	if (lines[i].indent > base) {
		int alone = i + 1 == chunk->count || lines[i + 1].indent == base ||
			    ends_sentence(line_str(chunk, i));

		if (lines[i - 1].indent == base && last_sign(line_str(chunk, i - 1)) == ':')
			return 1;
		return alone && closes_paragraph(chunk, i - 1);
	}
	/* back at the margin after such a quotation */
	return lines[i - 1].indent > base && lines[begin].indent > base && i - begin >= 2;
}

static int begins_piece(const struct chunk *chunk, size_t i, size_t begin)
{
	if (chunk->table)
		return 0;
	if (begins_item(chunk, i, begin))
		return 1;
	if (chunk->hanging)
		return chunk->lines[i].indent == chunk->base;
	return begins_by_indent(chunk, i, begin);
}

/* ---- cutting ---- */

static kt_status add(struct reading *reading, struct chunk *chunk, size_t from, size_t to)
{
	kt_status status = KT_OK;
	struct piece *piece;

	if (from == to)
		return KT_OK;
	if (chunk->table)
		return table_add(reading, chunk->lines[from].start, chunk->lines[to - 1].to,
			&chunk->blank_before);
	piece = piece_add(&reading->pieces, reading->text, chunk->lines[from].from,
		chunk->lines[to - 1].to, &status);
	if (piece) {
		piece->blank_before = chunk->blank_before;
		piece->look = chunk->look;
		chunk->blank_before = 0;
		chunk->look = 0;
	}
	return status;
}

/* Whether rule i underlines the one or two lines before it. */
static int underlines(const struct chunk *chunk, size_t i, size_t begin)
{
	kt_str s = line_str(chunk, i);
	const struct line *above;

	if (i == begin || i - begin > 2 || !strchr("=-~_", s.ptr[0]))
		return 0;
	above = &chunk->lines[i - 1];
	return chunk->lines[i].width + 8 >= above->width &&
	       chunk->lines[i].width <= above->width + 8 && above->width <= 80;
}

static int leaves_out(const struct chunk *chunk, size_t i)
{
	if (chunk->table && chunk->count > 1)
		return 0; /* The rules of a table are part of it. */
	return line_is_rule(chunk->text, &chunk->lines[i]) ||
	       (chunk->count == 1 && line_is_page_number(chunk->text, &chunk->lines[i]));
}

/* Whether line i goes on with a sentence of the line before. */
static int goes_on(const struct chunk *chunk, size_t i)
{
	return !begins_entry(line_str(chunk, i)) && !ends_sentence(line_str(chunk, i - 1));
}

/* `each`: every line is a piece, but for one that goes on with a sentence. */
static kt_status cut(struct reading *reading, struct chunk *chunk, int each)
{
	size_t begin = 0;
	kt_status status = KT_OK;

	for (size_t i = 0; i < chunk->count && status == KT_OK; i++) {
		if (leaves_out(chunk, i)) {
			int under = underlines(chunk, i, begin);

			status = add(reading, chunk, begin, i);
			if (under)
				reading->pieces.at[reading->pieces.count - 1].look |=
					LOOK_UNDERLINED;
			else if (line_is_rule(chunk->text, &chunk->lines[i]))
				chunk->look |= LOOK_RULED;
			begin = i + 1;
		} else if (i > begin &&
			   (each ? !goes_on(chunk, i) : begins_piece(chunk, i, begin))) {
			status = add(reading, chunk, begin, i);
			begin = i;
		}
	}
	return status == KT_OK ? add(reading, chunk, begin, chunk->count) : status;
}

/* Lines broken by hand in a text that is not typed so elsewhere: of about one length but for the
 * last, or of verse. */
static int belongs_together(const struct chunk *chunk)
{
	size_t ends = 0, begins = 0, full = 0;

	for (size_t i = 0; i < chunk->count; i++) {
		ends += (size_t)ends_sentence(line_str(chunk, i));
		begins += (size_t)begins_entry(line_str(chunk, i));
		full += (size_t)(i + 1 < chunk->count && !is_short(chunk, i));
	}
	if (chunk->table)
		return 1;
	if (chunk->width > 120)
		return 0;
	if (chunk->width >= 40 && full + 1 >= chunk->count && begins < chunk->count)
		return 1;
	return chunk->width < 70 && ends * 10 < chunk->count * 6;
}

static kt_status cut_chunk(struct reading *reading, struct chunk *chunk, enum style style)
{
	int each;

	if (!chunk->count)
		return KT_OK;
	look_at(chunk);
	if (style == WRAPPED)
		each = chunk->width > 200 && chunk->width > 2 * reading->width;
	else
		each = !belongs_together(chunk);
	return cut(reading, chunk, each);
}

static int is_form_feed(kt_str text, const struct line *line)
{
	return memchr(text.ptr + line->start, '\f', line->from - line->start) != NULL;
}

kt_status plain_read(struct reading *reading, size_t at, kt_error *err)
{
	struct chunk chunk = { .text = reading->text, .ending = reading->ending };
	enum style style = survey(reading, at);
	kt_status status = KT_OK;
	struct line line;

	while (status == KT_OK && line_read(&line, reading->text, at, reading->ending)) {
		int feed = is_form_feed(reading->text, &line);

		at = line.next;
		if (line_blank(&line) || feed || chunk.count == CHUNK_LINES) {
			status = cut_chunk(reading, &chunk, style);
			if (chunk.count)
				chunk.blank_before = 0;
			chunk.count = 0;
			chunk.blank_before += feed ? 3 : 1;
		}
		if (line_blank(&line) || status != KT_OK)
			continue;
		if (!kt_grow((void **)&chunk.lines, &chunk.size, chunk.count,
			    sizeof(*chunk.lines))) {
			status = KT_ENOMEM;
			break;
		}
		chunk.lines[chunk.count++] = line;
	}
	if (status == KT_OK)
		status = cut_chunk(reading, &chunk, style);
	free(chunk.lines);
	return status == KT_OK ? KT_OK : kt_fail(err, status, "out of memory");
}
