/* gap.c - what parts two words: a space, a hyphen, a line end, the comma of a number. */
#include "scan.h"

uint32_t scan_gap_flags(const scan *s, size_t from, size_t to)
{
	unsigned hyphens = 0, lines = 0, spaces = 0, others = 0;

	for (size_t at = from; at < to;) {
		char c = s->text.ptr[at];
		unsigned kind = next_class(s, &at) & CHAR_KIND;
		int soft =
			kind == CHAR_JOINER && (byte_at(s, at) == '\n' || byte_at(s, at) == '\r');

		if (kind == CHAR_SPACE) {
			spaces++;
			lines += c == '\n';
		} else if (kind == CHAR_HYPHEN || soft) {
			hyphens++;
			others += spaces;
		} else if (kind != CHAR_JOINER && !(c == '>' && lines) &&
			   (spaces || !memchr("*_()[]", c, 6))) {
			others++;
		}
	}
	if (hyphens == 1 && !others && !spaces)
		return KT_TOKEN_GLUED | KT_TOKEN_HYPHEN;
	if (hyphens == 1 && !others && lines == 1)
		return KT_TOKEN_HYPHEN | KT_TOKEN_BROKEN;
	return spaces ? 0 : KT_TOKEN_GLUED;
}

int scan_all_digits(const scan *s, size_t from, size_t to)
{
	for (; from < to; from++)
		if (s->text.ptr[from] < '0' || s->text.ptr[from] > '9')
			return 0;
	return 1;
}

int scan_is_group(const scan *s, size_t start, size_t end)
{
	const kt_token *last = s->out->count ? &s->out->at[s->out->count - 1] : NULL;
	size_t at = s->end;

	if (!last || end - start != 3 || last->length > 3 || !(last->flags & KT_TOKEN_NUMBER) ||
		last->flags & KT_TOKEN_POSSESSIVE)
		return 0;
	if (!scan_all_digits(s, start, end) ||
		!scan_all_digits(s, last->offset, (size_t)last->offset + last->length))
		return 0;
	if (!(last->flags & KT_TOKEN_GROUP) && s->text.ptr[last->offset] == '0')
		return 0;
	if (s->text.ptr[at] == ',')
		at++;
	if (at == start)
		return 1;
	if (at > s->end && memcmp(s->text.ptr + start, "000", 3))
		return 0; /* a list: pages 12, 134 */
	return s->text.ptr[at] != '\n' && is_kind(next_class(s, &at), CHAR_SPACE) && at == start;
}
