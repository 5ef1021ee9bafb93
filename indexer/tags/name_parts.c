/* name_parts.c - the names of a row taken apart into surname and forenames. */
#include "authority.h"
#include "vocabulary.h"

#include <string.h>

typedef struct parts {
	uint32_t form[NAME_WORDS * 2], flags[NAME_WORDS * 2];
	size_t count, comma; /* comma: number of words before it, or SIZE_MAX */
	int closing;
} parts;

static uint32_t word_flags(const kt_authority *a, uint32_t form)
{
	return vocabulary_find(a->vocabulary, name_form(a, form)).flags;
}

static kt_status take_apart(kt_authority *a, parts *p, kt_str text, kt_error *err)
{
	size_t comma = kt_str_find(text, KT_STR(","), 0);
	kt_status status = kt_tokenise(&a->tokens, a->words, text, 0, err);

	memset(p, 0, sizeof *p);
	p->comma = SIZE_MAX;
	for (size_t i = 0; !status && i < a->tokens.count && p->count < NAME_WORDS; i++) {
		if (comma != SIZE_MAX && a->tokens.at[i].offset > comma && p->comma == SIZE_MAX)
			p->comma = p->count;
		p->form[p->count] = a->tokens.at[i].form;
		p->flags[p->count++] = a->tokens.at[i].flags;
	}
	p->closing = text.len && text.ptr[text.len - 1] == ')';
	return status;
}

/* Number of words of the surname that begins at from: hyphens and particles hold them together. */
static size_t unit_from(const kt_authority *a, const parts *p, size_t from)
{
	size_t to = from;

	while (to + 1 < p->count && word_flags(a, p->form[to]) & W_PARTICLE)
		to++;
	for (to++; to < p->count && p->flags[to] & KT_TOKEN_HYPHEN; to++)
		;
	return to - from;
}

/* Number of words of the unit that ends with the last. */
static size_t unit_at_end(const kt_authority *a, const parts *p)
{
	size_t from = p->count - 1;

	while (from && p->flags[from] & KT_TOKEN_HYPHEN)
		from--;
	while (from > 1 && word_flags(a, p->form[from - 1]) & W_PARTICLE)
		from--;
	return p->count - from;
}

static int whole(const kt_authority *a, const parts *p)
{
	for (size_t i = 0; i < p->count; i++) {
		uint32_t flags = word_flags(a, p->form[i]);

		if ((!i && flags & (W_TITLE | W_MONARCH)) || (i && flags & W_ROMAN) ||
			(i && !(p->flags[i] & (KT_TOKEN_CAPITAL | KT_TOKEN_HYPHEN)) &&
				!(flags & W_PARTICLE)))
			return 1;
	}
	return 0;
}

static kt_status add_name(kt_authority *a, bearer_row *row, bearer_name *n, kt_error *err)
{
	bearer_name *at;

	if (!n->count)
		return KT_OK;
	n->script = script_of(name_form(a, n->words[0]));
	if (!(row->name_count & (row->name_count - 1))) { /* room doubles: 1, 2, 4 ... */
		at = kt_arena_array(
			a->arena, row->name_count ? row->name_count * 2 : 1, sizeof *at);
		if (!at)
			return kt_fail(err, KT_ENOMEM, "out of memory");
		if (row->name_count)
			memcpy(at, row->names, row->name_count * sizeof *at);
		row->names = at;
	}
	row->names[row->name_count++] = *n;
	return KT_OK;
}

static void put_word(bearer_name *n, const parts *p, size_t i)
{
	uint32_t flags = p->flags[i];

	if (n->count == NAME_WORDS)
		return;
	if (!(flags & (KT_TOKEN_CAPITAL | KT_TOKEN_NUMBER)))
		n->lower = (uint16_t)(n->lower | 1u << n->count);
	if (flags & KT_TOKEN_UPPER)
		n->upper = (uint16_t)(n->upper | 1u << n->count);
	if (flags & KT_TOKEN_GLUED)
		n->glued = (uint16_t)(n->glued | 1u << n->count);
	n->words[n->count++] = p->form[i];
}

/* A name whose surname is words [from, from + length), its forenames the others. */
static bearer_name parts_name(const parts *p, size_t from, size_t length)
{
	bearer_name n = { .kind = NAME_PARTS };

	for (size_t i = from; i < from + length; i++)
		put_word(&n, p, i);
	n.surname = n.count;
	for (size_t i = 0; i < p->count; i++)
		if (i < from || i >= from + length)
			put_word(&n, p, i);
	n.forenames = (uint8_t)(n.count - n.surname);
	return n;
}

static bearer_name whole_name(const parts *p, name_kind kind)
{
	bearer_name n = { .kind = kind };

	for (size_t i = 0; i < p->count; i++)
		put_word(&n, p, i);
	n.surname = kind == NAME_EASTERN ? 1 : n.count;
	n.closing = (uint8_t)p->closing;
	return n;
}

static int eastern(const bearer_row *row)
{
	return row->name_count && row->names[0].kind == NAME_EASTERN;
}

static gender gender_of(const kt_authority *a, const bearer_row *row)
{
	for (size_t i = 0; i < row->name_count; i++) {
		const bearer_name *n = &row->names[i];

		for (int w = n->count; n->kind == NAME_PARTS && w > n->surname; w--) {
			kt_str form = name_form(a, n->words[w - 1]);
			gender g = w > n->surname + 1 ? patronymic_gender(form) : GENDER_UNKNOWN;

			if (!g)
				g = vocabulary_find(a->vocabulary, form).g;
			if (g)
				return g;
		}
	}
	return GENDER_UNKNOWN;
}

/* What `about` says: relatives and scholars are not who is meant by the bare surname, nor are
 * people of the arts and sciences where others bear it too. */
static int rank_of(kt_str about)
{
	static const struct {
		int rank;
		const char *words;
	} ranks[] = { { 3, "son of" }, { 3, "daughter of" }, { 3, "wife of" }, { 3, "husband of" },
		{ 3, "brother of" }, { 3, "sister of" }, { 3, "widow of" }, { 3, "mother of" },
		{ 3, "father of" }, { 3, "cousin of" }, { 3, "nephew of" }, { 3, "grandson of" },
		{ 3, "companion of" }, { 3, "historian" }, { 3, "biographer" }, { 3, "scholar" },
		{ 3, "political scientist" }, { 3, "sociologist" }, { 3, "'s son" },
		{ 3, "'s wife" }, { 3, "'s brother" }, { 3, "'s sister" }, { 3, "'s daughter" },
		{ 3, "’s son" }, { 3, "’s wife" }, { 3, "’s brother" }, { 3, "’s sister" },
		{ 3, "’s daughter" }, { 2, "writer" }, { 2, "novelist" }, { 2, "poet" },
		{ 2, "director" }, { 2, "philosopher" }, { 2, "composer" }, { 2, "painter" },
		{ 2, "physicist" }, { 2, "chemist" }, { 2, "biologist" }, { 2, "geneticist" },
		{ 2, "engineer" }, { 2, "actor" }, { 2, "actress" }, { 2, "journalist" },
		{ 2, "playwright" }, { 2, "singer" }, { 2, "critic" }, { 2, "logician" },
		{ 2, "satirist" }, { 2, "mathematician" }, { 2, "artist" }, { 2, "economist" },
		{ 2, "memoirist" }, { 2, "witness" }, { 2, "cosmonaut" }, { 2, "athlete" } };
	int rank = 1;

	for (size_t i = 0; i < sizeof ranks / sizeof *ranks; i++)
		if (ranks[i].rank > rank &&
			kt_str_find(about, kt_str_of(ranks[i].words), 0) != SIZE_MAX)
			rank = ranks[i].rank;
	return rank;
}

/* Whether a name of `also` is the bearer's own surname alone: it says that he or she is meant by it
 * though others bear it, and is no other name. */
static int own_surname(const bearer_row *row, const bearer_name *n)
{
	const bearer_name *own = row->names;

	return row->name_count && own->kind == NAME_PARTS && n->kind == NAME_PARTS &&
	       n->count == own->surname &&
	       !memcmp(n->words, own->words, own->surname * sizeof *n->words);
}

static kt_status also_names(kt_authority *a, bearer_row *row, int *bare, kt_error *err)
{
	kt_status status = KT_OK;
	parts p;

	for (size_t from = 0; !status && from < row->b.also.len;) {
		size_t end = kt_str_find(row->b.also, KT_STR(";"), from);
		bearer_name n;

		if (end == SIZE_MAX)
			end = row->b.also.len;
		status = take_apart(a, &p, kt_str_trim(kt_str_sub(row->b.also, from, end)), err);
		from = end + 1;
		if (status || !p.count)
			continue;
		if (row->b.kind == KT_MENTION_ORGANISATION)
			n = whole_name(&p, NAME_WHOLE);
		else if (whole(a, &p))
			n = whole_name(&p, NAME_WHOLE);
		else if (eastern(row) && p.count > 1)
			n = whole_name(&p, NAME_EASTERN);
		else if (p.comma != SIZE_MAX)
			n = parts_name(&p, 0, p.comma);
		else if (p.count > 2 && p.flags[0] & KT_TOKEN_CYRILLIC &&
			 patronymic_gender(name_form(a, p.form[p.count - 1])))
			n = parts_name(&p, 0, unit_from(a, &p, 0));
		else {
			size_t length = unit_at_end(a, &p);

			n = parts_name(&p, p.count - length, length);
		}
		n.primary = n.count == n.surname;
		if (!n.primary && !row->b.native.len && p.flags[0] & KT_TOKEN_CYRILLIC)
			n.primary = 1; /* the name in Cyrillic of one who has no native one */
		if (own_surname(row, &n))
			*bare = 1;
		else
			status = add_name(a, row, &n, err);
	}
	return status;
}

static void find_initials(const kt_authority *a, bearer_row *row)
{
	for (size_t i = 0; i < row->name_count; i++) {
		const bearer_name *n = &row->names[i];

		if (n->kind != NAME_PARTS)
			continue;
		for (int w = 0; w < n->forenames && w < 2; w++) {
			kt_str form = name_form(a, n->words[n->surname + w]);
			uint32_t bits = initials_of(form, 0);

			if (w)
				row->second |= bits;
			else
				row->first |= bits;
		}
	}
}

kt_status bearer_names(kt_authority *a, bearer_row *row, kt_error *err)
{
	int person = row->b.kind == KT_MENTION_PERSON, bare = 0;
	bearer_name n;
	kt_status status;
	parts p;

	status = take_apart(a, &p, row->b.name, err);
	if (status)
		return status;
	if (!p.count)
		return kt_fail(err, KT_EINVAL, "the name '%.*s' of %.*s has no word in it",
			KT_STR_ARG(row->b.name), KT_STR_ARG(row->b.id));
	if (person && p.comma != SIZE_MAX)
		n = parts_name(&p, 0, p.comma);
	else if (!person || whole(a, &p) || p.count == 1)
		n = whole_name(&p, NAME_WHOLE);
	else
		n = whole_name(&p, NAME_EASTERN);
	n.primary = 1;
	status = add_name(a, row, &n, err);
	if (!status && row->b.native.len) {
		status = take_apart(a, &p, row->b.native, err);
		if (!status && p.count) {
			if (person && row->names[0].kind == NAME_PARTS && !whole(a, &p) &&
				p.flags[0] & (KT_TOKEN_CYRILLIC | KT_TOKEN_LATIN))
				n = parts_name(
					&p, 0, p.comma != SIZE_MAX ? p.comma : unit_from(a, &p, 0));
			else
				n = whole_name(&p, NAME_WHOLE);
			n.primary = 1;
			status = add_name(a, row, &n, err);
		}
	}
	if (!status)
		status = also_names(a, row, &bare, err);
	if (status || !person)
		return status;
	row->g = gender_of(a, row);
	row->rank = bare ? 0 : rank_of(row->b.about);
	find_initials(a, row);
	return KT_OK;
}
