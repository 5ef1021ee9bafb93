/* rtf_letters.c - the code pages of RTF, and their bytes to UTF-8. */
#include "rtf_parts.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

/* RTF 1.9.1, "Font Table" and "Character Set". */
static const struct {
	int number;
	const char *name;
} charsets[] = {
	{ 2, "symbol" },
	{ 77, "MACINTOSH" },
	{ 128, "CP932" },
	{ 129, "CP949" },
	{ 130, "JOHAB" },
	{ 134, "CP936" },
	{ 136, "BIG5" },
	{ 161, "CP1253" },
	{ 162, "CP1254" },
	{ 163, "CP1258" },
	{ 177, "CP1255" },
	{ 178, "CP1256" },
	{ 186, "CP1257" },
	{ 204, "CP1251" },
	{ 222, "CP874" },
	{ 238, "CP1250" },
	{ 254, "CP437" },
	{ 255, "CP850" },
};

static const struct {
	int number;
	const char *name;
} codepages[] = {
	{ 437, "CP437" },
	{ 850, "CP850" },
	{ 852, "CP852" },
	{ 855, "IBM855" },
	{ 860, "CP860" },
	{ 862, "CP862" },
	{ 863, "CP863" },
	{ 865, "CP865" },
	{ 866, "CP866" },
	{ 874, "CP874" },
	{ 932, "CP932" },
	{ 936, "CP936" },
	{ 949, "CP949" },
	{ 950, "BIG5" },
	{ 1250, "CP1250" },
	{ 1251, "CP1251" },
	{ 1252, "CP1252" },
	{ 1253, "CP1253" },
	{ 1254, "CP1254" },
	{ 1255, "CP1255" },
	{ 1256, "CP1256" },
	{ 1257, "CP1257" },
	{ 1258, "CP1258" },
	{ 1361, "JOHAB" },
	{ 10000, "MACINTOSH" },
	{ 10007, "MAC-CYRILLIC" },
	{ 20866, "KOI8-R" },
	{ 21866, "KOI8-U" },
	{ 28595, "ISO-8859-5" },
	{ 65001, "UTF-8" },
};

const char *rtf_charset(int number)
{
	for (size_t i = 0; i < sizeof(charsets) / sizeof(*charsets); i++)
		if (charsets[i].number == number)
			return charsets[i].name;
	return NULL;
}

const char *rtf_codepage(int number)
{
	for (size_t i = 0; i < sizeof(codepages) / sizeof(*codepages); i++)
		if (codepages[i].number == number)
			return codepages[i].name;
	return NULL;
}

/* 0 when iconv does not know it. */
static int open_converter(struct rtf_letters *letters, const char *encoding)
{
	iconv_t cd;

	if (letters->converter && strcmp(letters->open, encoding) == 0)
		return 1;
	rtf_letters_release(letters);
	cd = iconv_open("UTF-8", encoding);
	if (cd == (iconv_t)-1)
		return 0;
	letters->converter = cd;
	letters->open = encoding;
	return 1;
}

static void convert(iconv_t cd, kt_buf *out, kt_str bytes)
{
	char *from = (char *)bytes.ptr; /* iconv's prototype: it does not write there */
	size_t left = bytes.len;

	iconv(cd, NULL, NULL, NULL, NULL);
	while (left && !out->failed) {
		char *to, *start;
		size_t room, got;

		if (!kt_buf_reserve(out, left * 3 + 16))
			return;
		start = to = out->ptr + out->len;
		room = out->size - out->len - 1;
		got = iconv(cd, &from, &left, &to, &room);
		out->len += (size_t)(to - start);
		if (got != (size_t)-1 || errno == E2BIG)
			continue;
		kt_buf_add_codepoint(out, 0xFFFD);
		from++;
		left--;
	}
}

void rtf_letters_add(struct rtf_letters *letters, kt_buf *out, const char *encoding, kt_str bytes)
{
	size_t plain = 0;

	if (strcmp(encoding, "symbol") == 0) {
		if (bytes.len)
			kt_buf_addc(out, ' ');
		return;
	}
	while (plain < bytes.len && (unsigned char)bytes.ptr[plain] < 0x80)
		plain++;
	kt_buf_add(out, kt_str_sub(bytes, 0, plain)); /* ASCII is so in all of them */
	bytes = kt_str_sub(bytes, plain, bytes.len);
	if (!bytes.len)
		return;
	if (strcmp(encoding, "UTF-8") == 0)
		kt_utf8_repair(out, bytes);
	else if (open_converter(letters, encoding))
		convert(letters->converter, out, bytes);
	else
		kt_buf_add_codepoint(out, 0xFFFD);
}

void rtf_letters_release(struct rtf_letters *letters)
{
	if (letters->converter)
		iconv_close(letters->converter);
	letters->converter = NULL;
}
