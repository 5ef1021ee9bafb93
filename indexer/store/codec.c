/* codec.c - numbers and strings to bytes and back. */
#include "codec.h"

void codec_put_number(kt_buf *out, uint64_t number)
{
	while (number >= 0x80) {
		kt_buf_addc(out, (char)(unsigned char)(number | 0x80));
		number >>= 7;
	}
	kt_buf_addc(out, (char)(unsigned char)number);
}

/* Zigzag: 0, -1, 1, -2, ... so that small ones of either sign are short. */
void codec_put_signed(kt_buf *out, int64_t number)
{
	uint64_t folded = (uint64_t)number << 1;

	codec_put_number(out, number < 0 ? ~folded : folded);
}

void codec_put_string(kt_buf *out, kt_str s)
{
	codec_put_number(out, s.len);
	kt_buf_add(out, s);
}

void codec_begin(codec_reading *in, kt_str bytes)
{
	in->at = (const unsigned char *)bytes.ptr;
	in->end = in->at ? in->at + bytes.len : in->at;
	in->bad = 0;
}

uint64_t codec_number(codec_reading *in, uint64_t max)
{
	uint64_t number = 0;
	unsigned shift = 0;

	while (!in->bad) {
		unsigned char byte;

		if (in->at == in->end || shift > 63)
			break;
		byte = *in->at++;
		if (shift == 63 && byte > 1)
			break;
		number |= (uint64_t)(byte & 0x7f) << shift;
		shift += 7;
		if (byte & 0x80)
			continue;
		if (number > max)
			break;
		return number;
	}
	in->bad = 1;
	return 0;
}

int64_t codec_signed(codec_reading *in, int64_t min, int64_t max)
{
	uint64_t folded = codec_number(in, UINT64_MAX);
	int64_t number = (int64_t)(folded >> 1);

	if (folded & 1)
		number = -number - 1;
	if (!in->bad && (number < min || number > max))
		in->bad = 1;
	return in->bad ? 0 : number;
}

size_t codec_count(codec_reading *in, size_t width)
{
	uint64_t count = codec_number(in, SIZE_MAX);

	/* against what is left behind the number itself */
	if (count > (size_t)(in->end - in->at) / width) {
		in->bad = 1;
		return 0;
	}
	return (size_t)count;
}

kt_str codec_string(codec_reading *in)
{
	kt_str s;

	s.len = codec_count(in, 1);
	s.ptr = (const char *)in->at;
	in->at += s.len;
	return s;
}

int codec_whole(const codec_reading *in)
{
	return !in->bad && in->at == in->end;
}
