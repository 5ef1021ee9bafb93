/* speaker.c - whose words the quotations of a source are, from the sentences around them and those
 * that lead to them. */
#include "verdict.h"

#include <string.h>

/* ---- all of them ---- */

enum { BRIEF_WORDS = 4 };

static int is_brief(reading *r, const found *q)
{
	return token_at(r, q->passage, q->end) - token_at(r, q->passage, q->start) <= BRIEF_WORDS;
}

static void tell(found *q, verdict v)
{
	q->told = (uint8_t)v.told;
	q->says = (uint8_t)(v.says && v.told != TOLD_NOT);
	q->tagged = (uint8_t)v.tagged;
	if (v.told == TOLD_WHO)
		q->speaker = v.who->id;
}

static verdict inline_verdict(reading *r, size_t i, int *ok)
{
	const found *q = &r->finds.at[i];
	frame f;
	verdict left = no_verdict, right;

	*ok = frame_of(r, i, &f);
	if (!*ok)
		return no_verdict;
	left = said_before(r, &f, is_brief(r, q), ok);
	if (!*ok)
		return no_verdict;
	right = said_behind(r, q, &f, ok);
	if (right.told == TOLD_SOMEBODY && right.who && !right.tagged) /* called “...” by X */
		right = left.told == TOLD_SOMEBODY ? (verdict) { .told = TOLD_WHO,
			.says = left.says,
			.who = right.who }
						   : no_verdict;
	if (right.told == TOLD_WHO && left.told == TOLD_WHO)
		return left.tagged ? right : left;
	if (right.told == TOLD_WHO)
		return right;
	return left.told > right.told ? left : right;
}

/* The quotation before find i beside which it stands, or NOWHERE. */
static size_t beside(const reading *r, size_t i)
{
	const found *q = &r->finds.at[i];

	for (size_t k = i; k-- > r->first_find[q->passage] && i - k < 8;)
		if (r->finds.at[k].parent == q->parent)
			return k;
	return NOWHERE;
}

/* “...,” said X. “...”: the second is X's as well.  The first, or NOWHERE. */
static size_t before_tag(const reading *r, size_t i)
{
	enum { TAG_BYTES = 120 };
	const found *q = &r->finds.at[i], *last;
	size_t k = beside(r, i);

	if (k == NOWHERE)
		return NOWHERE;
	last = &r->finds.at[k];
	return last->tagged && last->told == TOLD_WHO && last->to <= q->from &&
			       q->from - last->to <= TAG_BYTES
		       ? k
		       : NOWHERE;
}

static int starts_sentence(const reading *r, const found *q)
{
	size_t next = sentence_behind(r, q->from);

	return next > 0 && r->sentences.at[next - 1] == q->from;
}

/* The passage that leads to a block or a quotation that its passage begins with; NOWHERE: none. */
static uint32_t leading_passage(const reading *r, const found *q)
{
	size_t p = q->passage;

	while (p-- > 0 && q->passage - p < 4) {
		switch (kind_of(r, p)) {
		case KT_KIND_CAPTION:
		case KT_KIND_NOTE:
			continue;
		case KT_KIND_PARAGRAPH:
		case KT_KIND_LIST:
		case KT_KIND_FOOTNOTE:
			return (uint32_t)p;
		default:
			return NOWHERE;
		}
	}
	return NOWHERE;
}

static verdict lead_in(reading *r, const found *q, int *ok)
{
	uint32_t p = leading_passage(r, q);
	frame f;
	int open;

	if (p == NOWHERE)
		return no_verdict;
	*ok = frame_lead_in(r, p, &f, &open);
	return *ok && open ? said_before(r, &f, 0, ok) : no_verdict;
}

int leads_with(reading *r, const found *q, kt_str id)
{
	uint32_t p = leading_passage(r, q);
	frame f;
	int open;

	if (p == NOWHERE || !frame_lead_in(r, p, &f, &open) || !open)
		return 0;
	for (size_t i = 0; i < f.left_count; i++)
		if (f.left[i].kind == PIECE_PERSON && !f.left[i].possessive && f.left[i].person &&
			kt_str_equal(f.left[i].person->id, id))
			return 1;
	return 0;
}

/* Somebody without a name has spoken since: X came. “...,” one of them said. “...,” he said. */
static int somebody_spoke(const reading *r, size_t i, uint32_t since)
{
	size_t k = beside(r, i);

	return k != NOWHERE && r->finds.at[k].told == TOLD_SOMEBODY && r->finds.at[k].from > since;
}

static verdict verdict_of(reading *r, size_t i, int *ok)
{
	const found *q = &r->finds.at[i];
	verdict v = no_verdict;

	if (q->kind != KT_QUOTATION_BLOCK)
		v = inline_verdict(r, i, ok);
	if (v.far && somebody_spoke(r, i, v.who->start))
		v.told = TOLD_SOMEBODY;
	if (*ok && v.told == TOLD_NOT && q->parent == NOWHERE && !q->goes_on &&
		(q->kind == KT_QUOTATION_BLOCK || q->from == 0))
		v = lead_in(r, q, ok);
	return v;
}

kt_status quotation_speakers(reading *r)
{
	int ok = 1;

	for (size_t i = 0; i < r->finds.count && ok; i++) {
		found *q = &r->finds.at[i];

		if (q->kind == KT_QUOTATION_TITLE)
			continue;
		if (q->goes_on && i > 0) {
			size_t last = i - 1;

			while (r->finds.at[last].parent != NOWHERE)
				last = r->finds.at[last].parent;
			q->told = r->finds.at[last].told;
			q->says = r->finds.at[last].says;
			q->speaker = r->finds.at[last].speaker;
			continue;
		}
		tell(q, verdict_of(r, i, &ok));
		if (q->told == TOLD_NOT && ok && q->kind == KT_QUOTATION_INLINE) {
			size_t first = before_tag(r, i);

			if (first == NOWHERE || !starts_sentence(r, q))
				continue;
			q->told = TOLD_WHO;
			q->says = q->tagged = 1;
			q->speaker = r->finds.at[first].speaker;
		}
	}
	return ok ? KT_OK : kt_fail(r->err, KT_ENOMEM, "no memory for the quotations of a text");
}
