#include "excerpt.h"

#define WHOLE_WORDS 80 /* a passage of so many is shown whole */
#define EXCERPT_WORDS 60
#define CLUSTER_WORDS 30 /* matches within so many are shown in one stretch */
#define MARGIN_WORDS 8 /* at least, on each side of a cluster */
#define GAP_WORDS 8 /* so few between two stretches are not left out */
#define SNAP_WORDS 6 /* a sentence's border that is so near is where a stretch begins or ends */
#define SNAP_BYTES 256 /* farther, it is not looked at */

/* ---- words, parted by white space -------------------------------------------------------------
 */

/* Behind the n-th word from `at` (which may stand in a word); *left is what n lacks at the end. */
static size_t words_on(kt_str text, size_t at, size_t n, size_t *left)
{
	for (; n && at < text.len; n--) {
		while (at < text.len && is_white(text.ptr[at]))
			at++;
		if (at == text.len)
			break;
		while (at < text.len && !is_white(text.ptr[at]))
			at++;
	}
	if (left)
		*left = n;
	return at;
}

static size_t words_back(kt_str text, size_t at, size_t n)
{
	for (; n && at; n--) {
		while (at && is_white(text.ptr[at - 1]))
			at--;
		while (at && !is_white(text.ptr[at - 1]))
			at--;
	}
	return at;
}

static size_t words_within(kt_str text, size_t from, size_t to)
{
	size_t left;

	words_on(kt_str_sub(text, from, to), 0, SIZE_MAX, &left);
	return SIZE_MAX - left;
}

/* ---- stretches ---------------------------------------------------------------------------------
 */

/* Matches [from, to) that stand close together. */
typedef struct cluster {
	size_t from, to;
} cluster;

static kt_str match_text(const kt_hit *hit, size_t i)
{
	return kt_str_sub(hit->passage.text, hit->matches[i].start, hit->matches[i].end);
}

static cluster cluster_at(const kt_hit *hit, size_t from)
{
	kt_str text = hit->passage.text;
	size_t reach = words_on(text, hit->matches[from].start, CLUSTER_WORDS, NULL);
	cluster c = { from, from + 1 };

	while (c.to < hit->match_count && hit->matches[c.to].end <= reach)
		c.to++;
	return c;
}

static int stands_in(const kt_hit *hit, kt_str word, cluster c)
{
	for (size_t i = c.from; i < c.to; i++)
		if (kt_str_equal_nocase(match_text(hit, i), word))
			return 1;
	return 0;
}

/* What a cluster adds to those chosen: forms that are not shown yet, first of all. */
static size_t worth(const kt_hit *hit, cluster c, const cluster *chosen, size_t count)
{
	size_t fresh = 0;

	for (size_t i = c.from; i < c.to; i++) {
		int seen = stands_in(hit, match_text(hit, i), (cluster) { c.from, i });

		for (size_t k = 0; k < count && !seen; k++)
			seen = stands_in(hit, match_text(hit, i), chosen[k]);
		fresh += !seen;
	}
	return fresh * (hit->match_count + 1) + (c.to - c.from);
}

static int is_chosen(cluster c, const cluster *chosen, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (chosen[i].from == c.from)
			return 1;
	return 0;
}

/* The clusters that show most, in reading order. */
static size_t choose(const kt_hit *hit, cluster chosen[KT_STRETCHES])
{
	size_t count = 0;

	while (count < KT_STRETCHES) {
		cluster best = { 0, 0 }, c;
		size_t most = 0, place = count;

		for (size_t i = 0; i < hit->match_count; i = c.to) {
			size_t w;

			c = cluster_at(hit, i);
			w = is_chosen(c, chosen, count) ? 0 : worth(hit, c, chosen, count);
			if (w > most) {
				most = w;
				best = c;
			}
		}
		if (!most)
			break;
		for (; place && chosen[place - 1].from > best.from; place--)
			chosen[place] = chosen[place - 1];
		chosen[place] = best;
		count++;
	}
	return count;
}

/* Stretches that meet, or nearly, are one. */
static size_t join(kt_str text, kt_stretch *s, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		if (kept && (s[i].from <= s[kept - 1].to ||
				    words_within(text, s[kept - 1].to, s[i].from) < GAP_WORDS))
			s[kept - 1].to = s[i].to > s[kept - 1].to ? s[i].to : s[kept - 1].to;
		else
			s[kept++] = s[i];
	}
	return kept;
}

/* ---- sentences ---------------------------------------------------------------------------------
 */

void kt_excerpter_release(kt_excerpter *e)
{
	kt_words_free(e->words);
	kt_tokens_release(&e->tokens);
	kt_offsets_release(&e->sentences);
}

/* Where there is no memory for it, stretches begin and end at words. */
static void find_sentences(kt_excerpter *e, const kt_passage *passage)
{
	e->sentences.count = 0;
	if (!e->words && kt_words_new(&e->words, NULL))
		return;
	if (kt_tokenise(&e->tokens, e->words, passage->text,
		    passage->markdown ? KT_TOKENISE_MARKDOWN : 0, NULL) ||
		kt_sentences(&e->sentences, &e->tokens, e->words, passage->text, NULL))
		e->sentences.count = 0;
}

/* The border of a sentence in [low, high] that is nearest to `at`; none near: `at`. */
static size_t snap(const kt_excerpter *e, kt_str text, size_t at, size_t low, size_t high)
{
	size_t nearest = SNAP_WORDS + 1, best = at;

	for (size_t i = 0; i < e->sentences.count + 2; i++) {
		size_t border = i < e->sentences.count	  ? e->sentences.at[i]
				: i == e->sentences.count ? 0
							  : text.len;
		size_t words;

		if (border < low || border > high || border + SNAP_BYTES < at ||
			border > at + SNAP_BYTES)
			continue;
		words = border < at ? words_within(text, border, at)
				    : words_within(text, at, border);
		if (words < nearest) {
			nearest = words;
			best = border;
		}
	}
	return best;
}

/* A stretch around matches of text[start, end). */
static kt_stretch around(
	const kt_excerpter *e, kt_str text, size_t start, size_t end, size_t margin)
{
	size_t word = words_back(text, start + 1, 1); /* of which the match may be a part */
	kt_stretch s;

	s.from = snap(e, text, words_back(text, word, margin), 0, word);
	s.to = snap(e, text, words_on(text, end - 1, margin + 1, NULL), end, text.len);
	return s;
}

size_t kt_excerpt(kt_excerpter *e, const kt_hit *hit, kt_stretch out[KT_STRETCHES])
{
	kt_str text = hit->passage.text;
	cluster chosen[KT_STRETCHES];
	size_t count = 0, taken = 0, margin, lacking;

	out[0] = (kt_stretch) { 0, text.len };
	words_on(text, 0, WHOLE_WORDS + 1, &lacking);
	if (lacking)
		return 1;
	if (hit->match_count)
		count = choose(hit, chosen);
	find_sentences(e, &hit->passage);
	if (!count) {
		out[0].to = snap(e, text, words_on(text, 0, EXCERPT_WORDS, NULL), 1, text.len);
		return 1;
	}
	for (size_t i = 0; i < count; i++)
		taken += words_within(text, hit->matches[chosen[i].from].start,
			hit->matches[chosen[i].to - 1].end);
	margin = taken < EXCERPT_WORDS ? (EXCERPT_WORDS - taken) / 2 / count : 0;
	margin = margin < MARGIN_WORDS ? MARGIN_WORDS : margin;
	for (size_t i = 0; i < count; i++)
		out[i] = around(e, text, hit->matches[chosen[i].from].start,
			hit->matches[chosen[i].to - 1].end, margin);
	return join(text, out, count);
}

/* ---- drawing ------------------------------------------------------------------------------------
 */

int kt_show_keeps_lines(kt_kind kind)
{
	return kind == KT_KIND_VERSE || kind == KT_KIND_TABLE;
}

void draw_passage_text(pen *p, const kt_passage *passage, kt_stretch part, const kt_match *matches,
	size_t match_count, ink with)
{
	kt_str text = passage->text;
	size_t set = part.from, at = part.from, m = 0; /* text[set, at) is not drawn yet */
	ink now = with;

	while (m < match_count && matches[m].start < part.from)
		m++;
	while (at < part.to) {
		int begins = m < match_count && now != INK_MATCH && at == matches[m].start;
		int ends = now == INK_MATCH && at >= matches[m].end;
		int line = text.ptr[at] == '\n' && kt_show_keeps_lines(passage->kind);
		size_t hidden = passage->markdown ? kt_show_markup(text, at) : 0;

		if (begins || ends || line || hidden) {
			pen_text(p, kt_str_sub(text, set, at), now);
			set = at;
		}
		if (ends) {
			now = with;
			m++;
			while (m < match_count && matches[m].start < at)
				m++;
			continue;
		}
		if (begins)
			now = INK_MATCH;
		if (line)
			pen_line(p);
		at += hidden ? hidden : 1;
		if (line || hidden)
			set = at;
	}
	pen_text(p, kt_str_sub(text, set, part.to), now);
}

/* ---- flat text
 * ------------------------------------------------------------------------------------ */

/* Where what stands at `at`, and is neither white space nor mark-up, ends: single spaces between
 * words are as they shall be. */
static size_t flat_end(kt_str text, size_t at, size_t to, int markdown)
{
	for (at++; at < to; at++) {
		if (is_white(text.ptr[at]) &&
			(text.ptr[at] != ' ' || at + 1 == to || is_white(text.ptr[at + 1])))
			break;
		if (markdown && kt_show_markup(text, at))
			break;
	}
	return at;
}

void kt_show_flat(kt_buf *out, kt_str text, size_t from, size_t to, int markdown)
{
	for (size_t at = from; at < to;) {
		size_t hidden = markdown ? kt_show_markup(text, at) : 0;

		if (hidden) {
			at += hidden;
		} else if (is_white(text.ptr[at])) {
			while (at < to && is_white(text.ptr[at]))
				at++;
			if (!out->len || out->ptr[out->len - 1] != ' ')
				kt_buf_addc(out, ' ');
		} else {
			size_t end = flat_end(text, at, to, markdown);

			kt_buf_add(out, kt_str_sub(text, at, end));
			at = end;
		}
	}
}

/* More than enough bytes for so many columns. */
static size_t bytes_for(size_t columns)
{
	return columns * 8 + 64;
}

/* Behind the last character of s that ends in so many columns. */
static size_t fit_from_left(kt_str s, size_t columns)
{
	size_t end = 0, width = 0;

	while (end < s.len) {
		size_t next = end + 1;

		if (is_plain(s.ptr[end])) {
			width++;
		} else {
			next = end;
			kt_utf8_next(s, &next);
			width += kt_utf8_width(kt_str_sub(s, end, next));
		}
		if (width > columns)
			break;
		end = next;
	}
	return end;
}

/* At the first character from which s takes so many columns. */
static size_t fit_from_right(kt_str s, size_t columns)
{
	size_t start = s.len, width = 0;

	while (start) {
		size_t before = start - 1;

		if (is_plain(s.ptr[before])) {
			width++;
		} else {
			before = start;
			kt_utf8_prev(s, &before);
			width += kt_utf8_width(kt_str_sub(s, before, start));
		}
		if (width > columns)
			break;
		start = before;
	}
	return start;
}

void kt_show_left(kt_buf *out, kt_str text, size_t at, size_t columns, int markdown)
{
	size_t from = at > bytes_for(columns) ? at - bytes_for(columns) : 0, start;
	kt_buf flat = KT_BUF_INIT;
	kt_str s;

	while (from < at && ((unsigned char)text.ptr[from] & 0xC0) == 0x80)
		from++;
	kt_show_flat(&flat, text, from, at, markdown);
	s = kt_buf_str(&flat);
	start = fit_from_right(s, columns);
	if (start && !is_white(s.ptr[start - 1])) { /* within a word: from the next one */
		size_t space = kt_str_find(s, KT_STR(" "), start);

		if (space < s.len - 1)
			start = space;
	}
	while (start < s.len && s.ptr[start] == ' ' && start + 1 < s.len)
		start++;
	kt_buf_add(out, kt_str_sub(s, start, s.len));
	out->failed |= flat.failed;
	kt_buf_release(&flat);
}

void kt_show_right(kt_buf *out, kt_str text, size_t at, size_t columns, int markdown)
{
	size_t to = text.len - at > bytes_for(columns) ? at + bytes_for(columns) : text.len, end;
	kt_buf flat = KT_BUF_INIT;
	kt_str s;

	while (to > at && to < text.len && ((unsigned char)text.ptr[to] & 0xC0) == 0x80)
		to--;
	kt_show_flat(&flat, text, at, to, markdown);
	s = kt_buf_str(&flat);
	end = fit_from_left(s, columns);
	if (end < s.len && !is_white(s.ptr[end])) { /* within a word: to the one before */
		size_t space = end;

		while (space && !is_white(s.ptr[space - 1]))
			space--;
		if (space > 1)
			end = space;
	}
	while (end > 1 && s.ptr[end - 1] == ' ')
		end--;
	kt_buf_add(out, kt_str_sub(s, 0, end));
	out->failed |= flat.failed;
	kt_buf_release(&flat);
}

void draw_excerpt(pen *p, kt_excerpter *e, const kt_hit *hit)
{
	kt_stretch parts[KT_STRETCHES];
	size_t count = kt_excerpt(e, hit, parts), end = 0;

	for (size_t i = 0; i < count; i++) {
		if (parts[i].from > end)
			pen_text(p, KT_STR(" … "), INK_DIM);
		draw_passage_text(
			p, &hit->passage, parts[i], hit->matches, hit->match_count, INK_PLAIN);
		end = parts[i].to;
	}
	if (end < hit->passage.text.len)
		pen_text(p, KT_STR(" …"), INK_DIM);
	pen_line(p);
}
