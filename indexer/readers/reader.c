/* reader.c - which reader a file is for. */
#include "docx.h"
#include "encoding.h"
#include "epub.h"
#include "fb2_zip.h"
#include "formats.h"
#include "odt.h"
#include "pdf.h"
#include "rtf.h"

#include <stdio.h>
#include <string.h>

enum format {
	PLAIN,
	MARKDOWN,
	HTML,
	XML,
	EPUB,
	DOCX,
	ODT,
	FODT,
	FB2_ZIP,
	RTF,
	PDF,
	DOC,
	DJVU,
	MOBI,
	ZIP,
	GZIP,
	BZIP2,
	XZ,
	SEVEN_ZIP,
	RAR,
	NONE
};

/* What files begin with whose name does not tell. */
enum first { ANY, IS_HTML, IS_XML, IS_PDF, IS_ZIP, IS_RTF, IS_DOC, IS_DJVU, IS_GZIP };

/* `read` is NULL for a format that is not read yet.  `first`: what a file of it must begin with;
 * ANY: with nothing that tells another format. */
static const struct {
	const char *shown;
	read_fn read;
	enum first first;
} formats[NONE] = {
	[PLAIN] = { "plain text", plain_text_read, ANY },
	[MARKDOWN] = { "Markdown", markdown_text_read, ANY },
	[HTML] = { "HTML", html_read, IS_HTML },
	[XML] = { "XML", xml_read, IS_XML },
	[EPUB] = { "EPUB", epub_read, IS_ZIP },
	[DOCX] = { "DOCX", docx_read, IS_ZIP },
	[ODT] = { "ODT", odt_read, IS_ZIP },
	[FODT] = { "flat ODT", fodt_read, IS_XML },
	[FB2_ZIP] = { "zipped FB2", fb2_zip_read, IS_ZIP },
	[RTF] = { "RTF", rtf_read, IS_RTF },
	[PDF] = { "PDF", pdf_read, IS_PDF },
	[DOC] = { "DOC", NULL, IS_DOC },
	[DJVU] = { "DjVu", NULL, IS_DJVU },
	[MOBI] = { "MOBI", NULL, ANY },
	[ZIP] = { "ZIP", NULL, IS_ZIP },
	[GZIP] = { "gzip", NULL, IS_GZIP },
	[BZIP2] = { "bzip2", NULL, ANY },
	[XZ] = { "xz", NULL, ANY },
	[SEVEN_ZIP] = { "7-Zip", NULL, ANY },
	[RAR] = { "RAR", NULL, ANY },
};

/* The first that fits: one of two parts stands before that of its last. */
static const struct {
	const char *ending;
	enum format format;
} endings[] = {
	{ ".txt", PLAIN },
	{ ".text", PLAIN },
	{ ".md", MARKDOWN },
	{ ".markdown", MARKDOWN },
	{ ".html", HTML },
	{ ".htm", HTML },
	{ ".xhtml", HTML },
	{ ".xml", XML },
	{ ".tei", XML },
	{ ".fb2", XML },
	{ ".fb2.zip", FB2_ZIP },
	{ ".epub", EPUB },
	{ ".docx", DOCX },
	{ ".odt", ODT },
	{ ".fodt", FODT },
	{ ".rtf", RTF },
	{ ".pdf", PDF },
	{ ".doc", DOC },
	{ ".djvu", DJVU },
	{ ".mobi", MOBI },
	{ ".zip", ZIP },
	{ ".gz", GZIP },
	{ ".bz2", BZIP2 },
	{ ".xz", XZ },
	{ ".7z", SEVEN_ZIP },
	{ ".rar", RAR },
};

/* What a file without a telling name is, by what it begins with. */
static const struct {
	kt_str bytes;
	enum first first;
	enum format format;
} magics[] = {
	{ { "%PDF-", 5 }, IS_PDF, PDF },
	{ { "PK\3\4", 4 }, IS_ZIP, ZIP },
	{ { "{\\rtf", 5 }, IS_RTF, RTF },
	{ { "\xD0\xCF\x11\xE0", 4 }, IS_DOC, DOC },
	{ { "AT&TFORM", 8 }, IS_DJVU, DJVU },
	{ { "\x1F\x8B", 2 }, IS_GZIP, GZIP },
	{ { "<!DOCTYPE html", 14 }, IS_HTML, HTML },
	{ { "<html", 5 }, IS_HTML, HTML },
	{ { "<?xml", 5 }, IS_XML, XML },
};

enum { MAGICS = sizeof(magics) / sizeof(*magics) };

/* ---- which reader ---- */

static enum format format_by_name(const char *name)
{
	const char *base = strrchr(name, '/');
	kt_str s = kt_str_of(base ? base + 1 : name);

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		kt_str ending = kt_str_of(endings[i].ending);

		if (s.len > ending.len &&
			kt_str_equal_nocase(kt_str_sub(s, s.len - ending.len, s.len), ending))
			return endings[i].format;
	}
	return NONE;
}

static int has_ending(const char *name)
{
	const char *base = strrchr(name, '/');
	const char *dot;

	base = base ? base + 1 : name;
	dot = strrchr(base, '.');
	return dot && dot != base && dot[1];
}

int kt_readers_know(const char *name)
{
	enum format format = format_by_name(name);

	return format == NONE ? !has_ending(name) : formats[format].read != NULL;
}

/* The row of `magics`, or MAGICS. */
static size_t look_at_first(kt_str bytes)
{
	size_t at = 0, row = 0;

	while (at < bytes.len && bytes.ptr[at] && strchr("\xEF\xBB\xBF \t\r\n", bytes.ptr[at]))
		at++;
	bytes = kt_str_sub(bytes, at, bytes.len);
	while (row < MAGICS && !kt_str_equal_nocase(kt_str_sub(bytes, 0, magics[row].bytes.len),
				       magics[row].bytes))
		row++;
	return row;
}

static int is_markup(enum format format)
{
	return format == HTML || format == XML;
}

/* The format by the name, else by the first bytes; markup under the name of a text is markup. */
static enum format find_format(const char *name, size_t row)
{
	enum format named = format_by_name(name);

	if (named == NONE)
		return row < MAGICS ? magics[row].format : PLAIN;
	if (formats[named].first == ANY && row < MAGICS && is_markup(magics[row].format))
		return magics[row].format;
	return named;
}

int kt_readers_whole(const char *name, kt_str first)
{
	enum format format = find_format(name, look_at_first(first));

	return format != PLAIN && format != MARKDOWN;
}

static kt_status choose(read_fn *read, const struct file *file, kt_error *err)
{
	size_t row = look_at_first(file->bytes);
	enum format format = find_format(file->name, row);
	enum first first = formats[format].first;

	*read = formats[format].read;
	if (!*read)
		return kt_fail(err, KT_EINPUT, "%s is not read yet", formats[format].shown);
	if (is_markup(format) && (row == MAGICS || is_markup(magics[row].format)))
		return KT_OK;
	if (row < MAGICS && magics[row].first != first)
		return kt_fail(err, KT_EINPUT, "%s, not %s, by what it begins with",
			formats[magics[row].format].shown, formats[format].shown);
	if (row == MAGICS && first != ANY)
		return kt_fail(
			err, KT_EINPUT, "no %s: it does not begin as one", formats[format].shown);
	return KT_OK;
}

/* ---- what the user should know ---- */

void file_notice(const struct file *file, size_t line, const char *message)
{
	char text[800];

	if (!file->notice)
		return;
	if (line)
		snprintf(text, sizeof(text), "%s:%zu: %s", file->name, line, message);
	else
		snprintf(text, sizeof(text), "%s: %s", file->name, message);
	file->notice(file->context, text);
}

static size_t line_of(kt_str bytes, size_t at)
{
	size_t line = 1;

	for (size_t i = 0; i < at; i++)
		line += bytes.ptr[i] == '\n';
	return line;
}

static void tell(const struct decoded *decoded, const struct file *file)
{
	char message[200], more[64] = "";

	if (!file->notice)
		return;
	if (decoded->guessed) {
		snprintf(message, sizeof(message), "read as %s (guessed)", decoded->encoding);
		file_notice(file, 0, message);
	}
	if (!decoded->replaced)
		return;
	if (decoded->replaced > 1)
		snprintf(more, sizeof(more), ", with %zu more like it", decoded->replaced - 1);
	snprintf(message, sizeof(message), "not %s (byte 0x%02X); replaced by U+FFFD%s",
		decoded->encoding, (unsigned char)file->bytes.ptr[decoded->bad_at], more);
	file_notice(file, line_of(file->bytes, decoded->bad_at), message);
}

kt_status file_decode(kt_str *text, kt_source_text *out, kt_arena *arena, const struct file *file,
	int64_t *offset, kt_error *err)
{
	struct decoded decoded;
	kt_status status = encoding_decode(&decoded, arena, file->bytes, err);

	*text = (kt_str) { "", 0 };
	*offset = -1;
	if (status != KT_OK)
		return status;
	tell(&decoded, file);
	*text = decoded.text;
	*offset = decoded.offset;
	out->encoding = decoded.encoding;
	out->encoding_guessed = decoded.guessed;
	return KT_OK;
}

kt_status kt_read_source(kt_source_text *out, kt_arena *arena, const char *name, kt_str bytes,
	kt_notice_fn notice, void *context, kt_error *err)
{
	struct file file = { name, bytes, notice, context };
	kt_error why = { 0 };
	read_fn read;
	kt_status status;

	memset(out, 0, sizeof(*out));
	status = choose(&read, &file, &why);
	if (status == KT_OK)
		status = read(out, arena, &file, &why);
	return status == KT_OK ? KT_OK : kt_fail(err, status, "%s: %s", name, why.message);
}
