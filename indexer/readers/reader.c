/* reader.c - which reader a file is for, and its blocks. */
#include "encoding.h"
#include "piece.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum format { PLAIN, MARKDOWN, NOT_YET };

/* `walked`: taken up from a folder.  Of a format that is not read yet, `shown` is its name. */
static const struct {
	const char *ending;
	enum format format;
	int walked;
	const char *shown;
} endings[] = {
	{ "txt", PLAIN, 1, NULL },
	{ "text", PLAIN, 1, NULL },
	{ "md", MARKDOWN, 1, NULL },
	{ "markdown", MARKDOWN, 1, NULL },
	{ "html", NOT_YET, 0, "HTML" },
	{ "htm", NOT_YET, 0, "HTML" },
	{ "xhtml", NOT_YET, 0, "HTML" },
	{ "pdf", NOT_YET, 0, "PDF" },
	{ "docx", NOT_YET, 0, "DOCX" },
	{ "doc", NOT_YET, 0, "DOC" },
	{ "odt", NOT_YET, 0, "ODT" },
	{ "epub", NOT_YET, 0, "EPUB" },
	{ "fb2", NOT_YET, 0, "FB2" },
	{ "rtf", NOT_YET, 0, "RTF" },
	{ "tei", NOT_YET, 0, "TEI" },
	{ "xml", NOT_YET, 0, "XML" },
	{ "djvu", NOT_YET, 0, "DjVu" },
	{ "mobi", NOT_YET, 0, "MOBI" },
	{ "zip", NOT_YET, 0, "ZIP" },
	{ "gz", NOT_YET, 0, "gzip" },
	{ "bz2", NOT_YET, 0, "bzip2" },
	{ "xz", NOT_YET, 0, "xz" },
	{ "7z", NOT_YET, 0, "7-Zip" },
	{ "rar", NOT_YET, 0, "RAR" },
};

/* What files begin with whose name does not tell. */
static const struct {
	kt_str bytes;
	const char *shown;
} magics[] = {
	{ { "%PDF-", 5 }, "PDF" },
	{ { "PK\3\4", 4 }, "ZIP" },
	{ { "{\\rtf", 5 }, "RTF" },
	{ { "\xD0\xCF\x11\xE0", 4 }, "DOC" },
	{ { "AT&TFORM", 8 }, "DjVu" },
	{ { "\x1F\x8B", 2 }, "gzip" },
	{ { "<!DOCTYPE html", 14 }, "HTML" },
	{ { "<html", 5 }, "HTML" },
	{ { "<?xml", 5 }, "XML" },
};

static kt_str ending_of(const char *name)
{
	const char *base = strrchr(name, '/');
	const char *dot;

	base = base ? base + 1 : name;
	dot = strrchr(base, '.');
	return dot && dot != base ? kt_str_of(dot + 1) : (kt_str) { "", 0 };
}

/* The row of `endings`, or -1. */
static int find_ending(kt_str ending)
{
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
		if (kt_str_equal_nocase(ending, kt_str_of(endings[i].ending)))
			return (int)i;
	return -1;
}

int kt_readers_know(const char *name)
{
	kt_str ending = ending_of(name);
	int row = find_ending(ending);

	return ending.len == 0 || (row >= 0 && endings[row].walked);
}

static kt_status choose(enum format *format, const char *name, kt_str bytes, kt_error *err)
{
	int row = find_ending(ending_of(name));
	size_t at = 0;

	*format = row >= 0 ? endings[row].format : PLAIN;
	if (*format == NOT_YET)
		return kt_fail(err, KT_EINPUT, "%s: %s is not read yet", name, endings[row].shown);
	while (at < bytes.len && strchr("\xEF\xBB\xBF \t\r\n", bytes.ptr[at]) && bytes.ptr[at])
		at++;
	bytes = kt_str_sub(bytes, at, bytes.len);
	for (size_t i = 0; i < sizeof(magics) / sizeof(*magics); i++) {
		kt_str first = kt_str_sub(bytes, 0, magics[i].bytes.len);

		if (kt_str_equal_nocase(first, magics[i].bytes))
			return kt_fail(
				err, KT_EINPUT, "%s: %s is not read yet", name, magics[i].shown);
	}
	return KT_OK;
}

/* ---- what the user should know ---- */

static size_t line_of(kt_str bytes, size_t at)
{
	size_t line = 1;

	for (size_t i = 0; i < at; i++)
		line += bytes.ptr[i] == '\n';
	return line;
}

static void tell(const struct decoded *decoded, const char *name, kt_str bytes, kt_notice_fn notice,
	void *context)
{
	char message[600], more[64] = "";

	if (!notice)
		return;
	if (decoded->guessed) {
		snprintf(message, sizeof(message), "%s: read as %s (guessed)", name,
			decoded->encoding);
		notice(context, message);
	}
	if (!decoded->replaced)
		return;
	if (decoded->replaced > 1)
		snprintf(more, sizeof(more), ", with %zu more like it", decoded->replaced - 1);
	snprintf(message, sizeof(message), "%s:%zu: not %s (byte 0x%02X); replaced by U+FFFD%s",
		name, line_of(bytes, decoded->bad_at), decoded->encoding,
		(unsigned char)bytes.ptr[decoded->bad_at], more);
	notice(context, message);
}

/* ---- blocks ---- */

static kt_status make_blocks(kt_source_text *out, kt_arena *arena, const struct reading *reading,
	int64_t offset, kt_error *err)
{
	const struct pieces *pieces = &reading->pieces;

	out->blocks = kt_arena_array(arena, pieces->count, sizeof(*out->blocks));
	if (!out->blocks && pieces->count)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	for (size_t i = 0; i < pieces->count; i++) {
		kt_block *block = &out->blocks[i];

		block->kind = pieces->at[i].kind;
		block->text = piece_str(reading->text, &pieces->at[i]);
		block->offset = offset < 0 ? -1 : offset + (int64_t)pieces->at[i].from;
	}
	out->block_count = pieces->count;
	return KT_OK;
}

/* A heading in one line, without emphasis. */
static kt_status set_title(
	kt_source_text *out, kt_arena *arena, kt_str heading, int markdown, kt_error *err)
{
	kt_buf title = KT_BUF_INIT;
	size_t at = 0, length;
	kt_status status;

	while (at < heading.len) {
		char sign = heading.ptr[at];

		length = space_at(heading, at, heading.len);
		if (length) {
			if (title.len && title.ptr[title.len - 1] != ' ')
				kt_buf_addc(&title, ' ');
		} else if (!(markdown ? sign == '*' || sign == '`' : sign == '_')) {
			kt_buf_addc(&title, sign);
		}
		at += length ? length : 1;
	}
	status = kt_buf_status(&title, err);
	if (status == KT_OK) {
		out->title = kt_arena_str(arena, kt_str_trim(kt_buf_str(&title)));
		if (!out->title.ptr)
			status = kt_fail(err, KT_ENOMEM, "out of memory");
	}
	kt_buf_release(&title);
	return status;
}

static kt_status find_title(
	kt_source_text *out, kt_arena *arena, const struct reading *reading, kt_error *err)
{
	for (size_t i = 0; i < reading->pieces.count && !out->title.len; i++) {
		const struct piece *p = &reading->pieces.at[i];

		if (p->kind == KT_KIND_HEADING && (!reading->markdown || p->level == 1))
			return set_title(
				out, arena, piece_str(reading->text, p), reading->markdown, err);
	}
	return KT_OK;
}

kt_status kt_read_source(kt_source_text *out, kt_arena *arena, const char *name, kt_str bytes,
	kt_notice_fn notice, void *context, kt_error *err)
{
	struct reading reading;
	struct decoded decoded;
	enum format format;
	kt_error why = { 0 };
	size_t front = 0;
	kt_status status;

	memset(out, 0, sizeof(*out));
	memset(&reading, 0, sizeof(reading));
	status = choose(&format, name, bytes, err);
	if (status != KT_OK)
		return status;
	status = encoding_decode(&decoded, arena, bytes, &why);
	if (status != KT_OK)
		return kt_fail(err, status, "%s: %s", name, why.message);
	tell(&decoded, name, bytes, notice, context);
	out->format = format == MARKDOWN ? "markdown" : "text";
	out->encoding = decoded.encoding;
	out->encoding_guessed = decoded.guessed;
	reading.text = decoded.text;
	reading.ending = line_ending(decoded.text);
	reading.markdown = format == MARKDOWN;
	status = frontmatter_read(&front, out, arena, decoded.text, err);
	if (status == KT_OK)
		status = format == MARKDOWN ? markdown_read(&reading, front, err)
					    : plain_read(&reading, front, err);
	if (status == KT_OK) {
		classify(&reading);
		status = make_blocks(out, arena, &reading, decoded.offset, err);
	}
	if (status == KT_OK)
		status = find_title(out, arena, &reading, err);
	free(reading.pieces.at);
	return status;
}
