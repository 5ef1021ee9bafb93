/* surname_first.c - people whose surname comes first: Lenin, V. I. */
#include "people.h"

/* Where an author's name begins in a list of literature: first, or after another's initials. */
static int item_begins(const scan *s, size_t i)
{
	gap g;

	if (!i)
		return 1;
	g = gap_before(s, i);
	return (g == GAP_COMMA || g == GAP_OTHER) ||
	       (has(s, i - 1, KT_TOKEN_LETTER) &&
		       kt_str_find(kt_str_sub(s->text, token_end(s, i - 1), s->at[i].offset),
			       KT_STR(","), 0) != SIZE_MAX);
}

/* Robert C. Tucker, *Stalin*; Arno J. Mayer, ...: what begins an item is a forename, and its
 * surname comes behind the initial; the comma of the one and the title of the other tell it from
 * Viola L. Peasant Rebels. */
static int before_surname(const scan *s, size_t i, size_t after)
{
	size_t to;

	if (after >= s->count || s->t->taken[after] || class_at(s, i)->script != SCRIPT_LATIN ||
		!has(s, after, KT_TOKEN_CAPITAL) || gap_before(s, after) != GAP_POINT ||
		!may_be_surname(s, after, 0))
		return 0;
	to = after + unknown_surname(s, after);
	return is_forename(s, i) || name_class_at(s, after)->readings ||
	       (to < s->count && gap_before(s, to) == GAP_COMMA);
}

/* Whether given names behind a surname are enough to take it for one. */
static int given_suffice(
	const scan *s, size_t i, size_t after, gap g, int literature, const found *f)
{
	if (f->initials_only) {
		/* Vance, U.S. Representative; Lau, M.D. */
		if (g == GAP_COMMA && !f->known &&
			(!has(s, f->given[0], KT_TOKEN_POINT) ||
				state_letters(s, f->given[0], after)))
			return 0;
		if (!f->known && g == GAP_COMMA && !literature && f->givens < 2)
			return 0;
		if (f->givens == 1 && !f->known && !has(s, f->given[0], KT_TOKEN_POINT))
			return 0;
	} else if (g == GAP_COMMA) {
		if (s->passage->kind != KT_KIND_BIBLIOGRAPHY || !starts_sentence(s, i))
			return 0;
	} else if (!f->known) { /* Иванов Пётр Сергеевич */
		if (f->givens < 2 || !name_class_at(s, f->given[1])->patronymic)
			return 0;
	}
	return 1;
}

/* Ленин В. И.; Lenin, V. I.; Fürst, Juliane in a list of literature. */
size_t try_surname_first(const scan *s, size_t i)
{
	candidate c = fresh_candidate();
	found f = { 0 };
	size_t length, at, after;
	gap g;
	int item, literature = s->passage->kind == KT_KIND_BIBLIOGRAPHY ||
			       s->passage->kind == KT_KIND_FOOTNOTE ||
			       s->passage->kind == KT_KIND_NOTE ||
			       s->passage->kind == KT_KIND_LIST ||
			       s->passage->kind == KT_KIND_ATTRIBUTION;

	if (has(s, i, KT_TOKEN_LETTER | KT_TOKEN_POSSESSIVE) || !may_be_surname(s, i, 0))
		return 0;
	length = surname_rows(s, i, &c, 0);
	if (!length)
		length = unknown_surname(s, i);
	at = i + length;
	if (at >= s->count || s->t->taken[at] || has(s, at - 1, KT_TOKEN_POSSESSIVE))
		return 0;
	g = gap_before(s, at);
	item = literature && item_begins(s, i);
	if (g != GAP_COMMA &&
		(g != GAP_SPACE || (class_at(s, i)->script != SCRIPT_CYRILLIC && !item)))
		return 0;
	after = take_given(s, at, &f);
	if (!f.givens || has(s, after - 1, KT_TOKEN_POSSESSIVE))
		return 0;
	if (item && g == GAP_SPACE && !f.initials_only && class_at(s, i)->script != SCRIPT_CYRILLIC)
		return 0;
	set_given(s, &c, &f);
	f.known = c.rows && any_row_fits(s, &c);
	if (g == GAP_SPACE && !f.known && f.givens == 1 && f.initials_only &&
		before_surname(s, i, after))
		return 0;
	if (literature && g == GAP_COMMA && !f.known && f.initials_only &&
		place_of_publication(s, i, after))
		return 0; /* Durham, N.C., 1991 */
	/* the given names may be the next person's: Троцкий, Л. Б. Каменев; not so where an item of
	 * a list of literature begins: Виола Л. Крестьянский бунт */
	if (!item && after < s->count && has(s, after, KT_TOKEN_CAPITAL) && !s->t->taken[after] &&
		given_gap(s, after, is_initial(s, after - 1, 1)) &&
		(may_be_surname(s, after, 0) || name_class_at(s, after)->readings) &&
		(f.initials_only || !f.known || g == GAP_COMMA))
		return 0;
	if (!given_suffice(s, i, after, g, literature, &f))
		return 0;
	if (unlikely_surname(s, i) && !f.known)
		return 0;
	f.surname = i;
	f.surname_to = at;
	f.from = i;
	f.to = after;
	keep_found(s, &c, &f, i, BY_GIVEN);
	return f.to - i;
}
