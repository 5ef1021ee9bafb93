/* Any bytes as a passage's record: corrupt, or a passage that keeps the promises of passage.h and
 * can be stored again. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "kartoteka/store.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(int promise)
{
	if (!promise)
		abort();
}

static void check_span(const kt_passage *p, uint32_t start, uint32_t end)
{
	require(start <= end && end <= p->text.len);
}

/* Reads every byte of a slice, so that one outside the record is seen. */
static void touch(kt_str s)
{
	require(kt_utf8_check(s) <= s.len);
}

static void check_passage(const kt_passage *p)
{
	require((unsigned)p->kind < KT_KINDS && p->offset >= -1);
	require(memchr(p->language.code, '\0', sizeof p->language.code) != NULL);
	touch(p->text);
	for (size_t i = 0; i < p->mention_count; i++) {
		const kt_mention *m = &p->mentions[i];

		require((unsigned)m->kind < KT_MENTION_KINDS && (unsigned)m->tier < KT_TIERS);
		check_span(p, m->start, m->end);
		touch(m->id);
		touch(m->rule);
	}
	for (size_t i = 0; i < p->year_count; i++) {
		const kt_year_span *y = &p->years[i];

		require((unsigned)y->type < KT_YEAR_TYPES);
		require(y->from >= KT_YEAR_OPEN_FROM && y->to <= KT_YEAR_OPEN_TO);
		check_span(p, y->start, y->end);
	}
	for (size_t i = 0; i < p->quotation_count; i++) {
		const kt_quotation *q = &p->quotations[i];

		require((unsigned)q->kind < KT_QUOTATION_KINDS);
		check_span(p, q->start, q->end);
		touch(q->speaker);
		touch(q->work);
		touch(q->page);
	}
}

/* What was read is written and read again the same. */
static void check_again(const kt_passage *p, kt_arena *arena)
{
	kt_buf one = KT_BUF_INIT, other = KT_BUF_INIT;
	kt_passage again;

	require(kt_record_encode(&one, p, NULL) == KT_OK);
	require(kt_record_decode(&again, arena, kt_buf_str(&one), NULL) == KT_OK);
	require(kt_record_encode(&other, &again, NULL) == KT_OK);
	require(kt_str_equal(kt_buf_str(&one), kt_buf_str(&other)));
	kt_buf_release(&one);
	kt_buf_release(&other);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	kt_passage passage;
	kt_error err = { 0 };
	kt_arena *arena;

	if (kt_arena_new(&arena, NULL))
		return 0;
	if (kt_record_decode(&passage, arena, (kt_str) { (const char *)bytes, size }, &err)) {
		require(err.code == KT_ECORRUPT && err.message[0]);
		require(!passage.text.len && !passage.mention_count);
	} else {
		check_passage(&passage);
		check_again(&passage, arena);
	}
	kt_arena_free(arena);
	return 0;
}
