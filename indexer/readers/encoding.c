/* encoding.c - from the bytes of a file to UTF-8: byte order mark, declaration, guess. */
#include "encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *mark;
	size_t length;
	const char *name;
	size_t unit; /* bytes */
} marks[] = {
	/* UTF-32 first: its little-endian mark begins with that of UTF-16 */
	{ "\xFF\xFE\0\0", 4, "UTF-32LE", 4 },
	{ "\0\0\xFE\xFF", 4, "UTF-32BE", 4 },
	{ "\xEF\xBB\xBF", 3, "UTF-8", 1 },
	{ "\xFF\xFE", 2, "UTF-16LE", 2 },
	{ "\xFE\xFF", 2, "UTF-16BE", 2 },
};

/* Names that texts declare, in lower case without hyphens and underscores. */
static const struct {
	const char *declared, *name;
} aliases[] = {
	{ "utf8", "UTF-8" },
	{ "windows1250", "windows-1250" },
	{ "cp1250", "windows-1250" },
	{ "windows1251", "windows-1251" },
	{ "cp1251", "windows-1251" },
	{ "win1251", "windows-1251" },
	{ "windows1252", "windows-1252" },
	{ "cp1252", "windows-1252" },
	{ "iso88591", "windows-1252" }, /* as the WHATWG encoding standard reads it, section 4.2 */
	{ "latin1", "windows-1252" },
	{ "iso88592", "ISO-8859-2" },
	{ "latin2", "ISO-8859-2" },
	{ "iso88595", "ISO-8859-5" },
	{ "iso88597", "ISO-8859-7" },
	{ "iso885915", "ISO-8859-15" },
	{ "koi8r", "KOI8-R" },
	{ "koi8", "KOI8-R" },
	{ "koi8u", "KOI8-U" },
	{ "cp866", "CP866" },
	{ "ibm866", "CP866" },
	{ "dos866", "CP866" },
	{ "cp855", "IBM855" },
	{ "ibm855", "IBM855" },
	{ "xmaccyrillic", "MAC-CYRILLIC" },
	{ "maccyrillic", "MAC-CYRILLIC" },
};

enum { DECLARED_WITHIN = 1024 }; /* bytes, as HTML has it */

static int is_name_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '-' || c == '_';
}

static const char *alias_of(const char *at, const char *end)
{
	char name[24];
	size_t n = 0;

	for (; at < end && is_name_char(*at); at++) {
		char c = *at;

		if (c == '-' || c == '_')
			continue;
		if (n + 1 >= sizeof(name))
			return NULL;
		name[n++] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
	}
	name[n] = '\0';
	for (size_t i = 0; i < sizeof(aliases) / sizeof(*aliases); i++)
		if (strcmp(aliases[i].declared, name) == 0)
			return aliases[i].name;
	return NULL;
}

/* The encoding that a text says it is in (charset=koi8-r, coding: cp1251, encoding: "cp866") in its
 * first bytes, or NULL. */
static const char *declared_encoding(kt_str bytes)
{
	static const kt_str words[] = { { "charset", 7 }, { "coding", 6 } };
	const char *end = bytes.ptr + (bytes.len < DECLARED_WITHIN ? bytes.len : DECLARED_WITHIN);

	for (const char *p = bytes.ptr; p < end; p++) {
		for (size_t i = 0; i < 2; i++) {
			const char *at = p + words[i].len, *name;

			if (at >= end ||
				!kt_str_equal_nocase((kt_str) { p, words[i].len }, words[i]))
				continue;
			while (at < end && (*at == ' ' || *at == '"' || *at == '\''))
				at++;
			if (at >= end || (*at != '=' && *at != ':'))
				continue;
			at++;
			while (at < end && (*at == ' ' || *at == '"' || *at == '\''))
				at++;
			name = alias_of(at, end);
			if (name)
				return name;
		}
	}
	return NULL;
}

/* UTF-16 without a mark: one byte of each pair is zero in ASCII letters, spaces and stops and has
 * few other values, the other is never zero. */
static const char *utf16_by_zeros(kt_str bytes)
{
	const unsigned char *p = (const unsigned char *)bytes.ptr;
	size_t length = (bytes.len < 65536 ? bytes.len : 65536) & ~(size_t)1;
	size_t zeros[2] = { 0, 0 }, usual[2] = { 0, 0 };

	if (bytes.len % 2 != 0 || length < 2)
		return NULL;
	for (size_t i = 0; i < length; i++) {
		zeros[i & 1] += p[i] == 0;
		usual[i & 1] += p[i] == 0 || p[i] == 4 || p[i] == 0x20; /* Latin, Cyrillic, “” */
	}
	for (int high = 0; high < 2; high++)
		if (zeros[high] && !zeros[!high] && usual[high] >= length / 2 / 10 * 9)
			return high ? "UTF-16LE" : "UTF-16BE";
	return NULL;
}

/* Whether ill-formed bytes are slips in a UTF-8 text rather than another encoding: sequences that
 * make letters and signs of print are hardly ever there by chance. */
static int mostly_utf8(kt_str bytes)
{
	size_t good = 0, bad = 0, at = 0;

	while (at < bytes.len) {
		uint32_t c;

		if (!((unsigned char)bytes.ptr[at] & 0x80)) {
			at++;
			continue;
		}
		c = kt_utf8_next(bytes, &at);
		if (c == KT_BAD_CODEPOINT)
			bad++;
		else if ((c >= 0xA0 && c < 0x180) || (c >= 0x386 && c < 0x460) ||
			 (c >= 0x2010 && c < 0x2070) || (c >= 0x2100 && c < 0x2200) || c >= 0x3000)
			good++;
	}
	return good > 0 && good * 2 >= bad;
}

/* No text: a zero byte, or more than one in twenty a control character that no text has. */
static int is_binary(kt_str bytes)
{
	/* all below 0x20 and 0x7F, but \b to \r, 0x1A and 0x1B */
	static const uint8_t control[256] = { 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1,
		1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1, [0x7F] = 1 };
	size_t controls = 0;

	if (bytes.len && memchr(bytes.ptr, 0, bytes.len))
		return 1;
	for (size_t i = 0; i < bytes.len; i++)
		controls += control[(unsigned char)bytes.ptr[i]];
	return controls > bytes.len / 20;
}

static kt_status keep(kt_str *out, kt_arena *arena, kt_buf *buf, kt_error *err)
{
	kt_status status = kt_buf_status(buf, err);

	if (status != KT_OK)
		return status;
	*out = kt_arena_str(arena, kt_buf_str(buf));
	return out->ptr ? KT_OK : kt_fail(err, KT_ENOMEM, "out of memory");
}

/* By iconv; what it cannot read becomes U+FFFD, `unit` bytes each. */
static kt_status convert(
	struct decoded *out, kt_arena *arena, kt_str bytes, size_t skip, size_t unit, kt_error *err)
{
	iconv_t cd = iconv_open("UTF-8", out->encoding);
	char *from = (char *)bytes.ptr + skip; /* iconv's prototype: it does not write there */
	size_t left = bytes.len - skip;
	kt_buf buf = KT_BUF_INIT;
	kt_status status;

	if (cd == (iconv_t)-1)
		return kt_fail(err, KT_EINPUT, "encoding %s is not known here", out->encoding);
	while (left && !buf.failed) {
		char *to, *start;
		size_t room, lost;

		if (!kt_buf_reserve(&buf, left + 64))
			break;
		start = to = buf.ptr + buf.len;
		room = buf.size - buf.len - 1;
		lost = iconv(cd, &from, &left, &to, &room);
		buf.len += (size_t)(to - start);
		if (lost != (size_t)-1 || errno == E2BIG)
			continue;
		if (!out->replaced++)
			out->bad_at = (size_t)(from - bytes.ptr);
		kt_buf_add_codepoint(&buf, 0xFFFD);
		lost = left < unit ? left : unit;
		from += lost;
		left -= lost;
	}
	iconv_close(cd);
	status = keep(&out->text, arena, &buf, err);
	kt_buf_release(&buf);
	return status;
}

static kt_status repair(struct decoded *out, kt_arena *arena, kt_str bytes, kt_error *err)
{
	kt_buf buf = KT_BUF_INIT;
	kt_status status;

	out->bad_at = kt_utf8_check(bytes);
	out->replaced = kt_utf8_repair(&buf, bytes);
	status = keep(&out->text, arena, &buf, err);
	kt_buf_release(&buf);
	return status;
}

static kt_status decode_utf8(
	struct decoded *out, kt_arena *arena, kt_str bytes, size_t skip, kt_error *err)
{
	kt_str text = kt_str_sub(bytes, skip, bytes.len);
	kt_status status;

	out->encoding = "UTF-8";
	if (kt_utf8_check(text) == text.len) {
		out->text = text;
		out->offset = (int64_t)skip;
		return KT_OK;
	}
	status = repair(out, arena, text, err);
	out->bad_at += skip;
	return status;
}

static kt_status decode_legacy(struct decoded *out, kt_arena *arena, kt_str bytes, kt_error *err)
{
	const char *declared = declared_encoding(bytes);
	kt_status status;

	if (declared && strcmp(declared, "UTF-8") == 0)
		declared = NULL;
	status = charset_guess(&out->encoding, &out->guessed, arena, bytes, declared, err);
	if (status != KT_OK)
		return status;
	return convert(out, arena, bytes, 0, 1, err);
}

kt_status encoding_decode(struct decoded *out, kt_arena *arena, kt_str bytes, kt_error *err)
{
	kt_status status;

	memset(out, 0, sizeof(*out));
	out->offset = -1;
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		kt_str mark = { marks[i].mark, marks[i].length };

		if (!kt_str_starts(bytes, mark) || bytes.len % marks[i].unit > 1)
			continue;
		out->encoding = marks[i].name;
		if (marks[i].unit > 1) {
			status = convert(out, arena, bytes, mark.len, marks[i].unit, err);
			bytes = out->text; /* A zero in it is one of the text. */
		} else {
			status = decode_utf8(out, arena, bytes, mark.len, err);
		}
		if (status == KT_OK && is_binary(bytes))
			status = kt_fail(err, KT_EINPUT, "binary file");
		return status;
	}
	out->encoding = utf16_by_zeros(bytes);
	if (out->encoding) {
		status = convert(out, arena, bytes, 0, 2, err);
		if (status == KT_OK && is_binary(out->text))
			status = kt_fail(err, KT_EINPUT, "binary file");
		return status;
	}
	if (is_binary(bytes))
		return kt_fail(err, KT_EINPUT, "binary file");
	if (kt_utf8_check(bytes) == bytes.len || mostly_utf8(bytes))
		return decode_utf8(out, arena, bytes, 0, err);
	return decode_legacy(out, arena, bytes, err);
}
