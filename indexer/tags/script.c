#include "script.h"

#include <string.h>

script script_of(kt_str word)
{
	int latin = 0, cyrillic = 0;

	for (size_t at = 0; at < word.len;) {
		unsigned char c = (unsigned char)word.ptr[at];
		uint32_t cp;

		if (c < 0x80) {
			latin |= (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
			at++;
			continue;
		}
		cp = kt_utf8_next(word, &at);
		if (cp == 0x451 && !cyrillic && latin) /* BGN/PCGN writes yё */
			continue;
		latin |= cp >= 0xC0 && cp < 0x250;
		cyrillic |= cp >= 0x400 && cp < 0x530;
	}
	return latin && cyrillic ? SCRIPT_MIXED
	       : latin		 ? SCRIPT_LATIN
	       : cyrillic	 ? SCRIPT_CYRILLIC
				 : SCRIPT_NONE;
}

size_t word_letters(kt_str word)
{
	size_t n = 0;

	for (size_t at = 0; at < word.len;)
		n += kt_utf8_next(word, &at) != '\'';
	return n;
}

int unmix(kt_buf *out, kt_str folded)
{
	static const struct {
		char latin;
		uint32_t cyrillic;
	} alike[] = { { 'a', 0x430 }, { 'b', 0x432 }, { 'c', 0x441 }, { 'e', 0x435 },
		{ 'h', 0x43D }, { 'i', 0x456 }, { 'k', 0x43A }, { 'm', 0x43C }, { 'o', 0x43E },
		{ 'p', 0x440 }, { 't', 0x442 }, { 'u', 0x438 }, { 'x', 0x445 }, { 'y', 0x443 } };
	size_t latin = 0, cyrillic = 0;

	kt_buf_clear(out);
	if (script_of(folded) != SCRIPT_MIXED)
		return 0;
	for (size_t at = 0; at < folded.len;) {
		uint32_t cp = kt_utf8_next(folded, &at);

		latin += cp < 0x250;
		cyrillic += cp >= 0x400 && cp < 0x530;
	}
	for (size_t at = 0; at < folded.len;) {
		uint32_t cp = kt_utf8_next(folded, &at);

		for (size_t i = 0; i < sizeof alike / sizeof *alike; i++) {
			if (cyrillic >= latin && cp == (uint32_t)alike[i].latin) {
				cp = alike[i].cyrillic;
				break;
			}
			if (cyrillic < latin && cp == alike[i].cyrillic) {
				cp = (uint32_t)alike[i].latin;
				break;
			}
		}
		kt_buf_add_codepoint(out, cp);
	}
	return script_of(kt_buf_str(out)) != SCRIPT_MIXED;
}

void strict_cyrillic(kt_buf *out, kt_str folded)
{
	static const char ago[] = "аго", ogo[] = "ого";

	kt_buf_clear(out);
	for (size_t at = 0; at < folded.len;) {
		uint32_t cp = kt_utf8_next(folded, &at);

		if (cp == 0x451 || cp == 0x463)
			cp = 0x435;
		else if (cp == 0x456 || cp == 0x475)
			cp = 0x438;
		else if (cp == 0x473)
			cp = 0x444;
		else if (cp == 0x300 || cp == 0x301 || (cp == 0x44A && at == folded.len))
			continue;
		kt_buf_add_codepoint(out, cp);
	}
	if (out->len > 2 * sizeof ago && kt_str_ends(kt_buf_str(out), KT_STR(ago)))
		memcpy(out->ptr + out->len - (sizeof ogo - 1), ogo, sizeof ogo - 1);
}
