/* check_names.c - tables of names, names that are typed, people and bodies in a text.  The cases
 * are lines of tests/data/names/; mentions.tsv: text (passages of one source parted by " || ") and
 * what is to be found: p person, o body, d derived, x excluded; before the id ~ is probable, !
 * possible. */
#include "kartoteka/tags.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DATA "tests/data/names/"
#define PEOPLE "id\tname\tnative\tborn\tdied\talso\tabout\n"

enum { PASSAGES_MAX = 8 };

static kt_authority *authority;
static kt_arena *arena;

static void add_file(kt_authority *to, const char *path)
{
	kt_buf text = KT_BUF_INIT;
	kt_error err = { 0 };

	ck_assert_msg(!kt_file_read(&text, path, &err), "%s", err.message);
	ck_assert_msg(!kt_authority_add(to, path, kt_buf_str(&text), &err), "%s", err.message);
	kt_buf_release(&text);
}

static void set_up(void)
{
	ck_assert_int_eq(kt_authority_new(&authority, NULL), KT_OK);
	ck_assert_int_eq(kt_arena_new(&arena, NULL), KT_OK);
	add_file(authority, DATA "people.tsv");
	add_file(authority, DATA "organisations.tsv");
}

/* The same tables, packed and opened again. */
static kt_buf packed;

static void set_up_packed(void)
{
	kt_authority *read;

	set_up();
	read = authority;
	kt_buf_init(&packed);
	ck_assert_int_eq(kt_authority_pack(&packed, read, NULL), KT_OK);
	kt_authority_free(read);
	ck_assert_int_eq(kt_authority_unpack(&authority, kt_buf_str(&packed), NULL), KT_OK);
}

static void tear_down(void)
{
	kt_authority_free(authority);
	kt_arena_free(arena);
}

static void tear_down_packed(void)
{
	tear_down();
	kt_buf_release(&packed);
}

static kt_str next_line(kt_str text, size_t *at)
{
	size_t end = kt_str_find(text, KT_STR("\n"), *at);
	kt_str line = kt_str_sub(text, *at, end == SIZE_MAX ? text.len : end);

	*at = end == SIZE_MAX ? text.len : end + 1;
	return line;
}

static void split_tab(kt_str line, kt_str *left, kt_str *right)
{
	size_t tab = kt_str_find(line, KT_STR("\t"), 0);

	ck_assert_msg(tab != SIZE_MAX, "no tab in: %.*s", KT_STR_ARG(line));
	*left = kt_str_sub(line, 0, tab);
	*right = kt_str_sub(line, tab + 1, line.len);
}

/* ---- tables ---- */

static const struct {
	const char *table, *told;
} bad_tables[] = {
	{ "", "empty" },
	{ "Stalin\nLenin\n", "no header row" },
	{ "id\tname\tnative\tborn\tdied\talso\n", "t.tsv:1: the column about is missing" },
	{ "id\tname\tid\tnative\tborn\tdied\talso\tabout\n", "the column id stands twice" },
	{ PEOPLE "a\tA, B\t\t\t\t\t\na\tC, D\t\t\t\t\t\n", "t.tsv:3: column 1 (id): stands twice" },
	{ PEOPLE "a\tA, B\t\t\t\t\t\t\n", "t.tsv:2: 8 columns, the header has 7 (a tab too many)" },
	{ PEOPLE "a\tA, B\t\t\t\n", "(a tab too few)" },
	{ PEOPLE "a\tA, B\t\t19x7\t\t\t\n", "t.tsv:2: column 4 (born): no year: '19x7'" },
	{ PEOPLE "a\tA, B\t\t\t123456\t\t\n", "column 5 (died): no year" },
	{ PEOPLE "a\tA\xFF\t\t\t\t\t\n", "t.tsv:2: byte 4 is not UTF-8" },
	{ PEOPLE "\tA, B\t\t\t\t\t\n", "column 1 (id): empty" },
	{ PEOPLE "a b\tA, B\t\t\t\t\t\n", "column 1 (id): not a word" },
	{ PEOPLE "a\t\t\t\t\t\t\n", "column 2 (name): empty" },
	{ PEOPLE "a\t...\t\t\t\t\t\n", "has no word in it" },
};

START_TEST(bad_table_is_told_by_file_line_and_column)
{
	kt_authority *a;
	kt_error err = { 0 };

	ck_assert_int_eq(kt_authority_new(&a, NULL), KT_OK);
	ck_assert_int_eq(
		kt_authority_add(a, "t.tsv", kt_str_of(bad_tables[_i].table), &err), KT_EINVAL);
	ck_assert_msg(strstr(err.message, bad_tables[_i].told) != NULL, "'%s' is not in '%s'",
		bad_tables[_i].told, err.message);
	kt_authority_free(a);
}
END_TEST

START_TEST(name_of_ten_thousand_letters_is_refused)
{
	kt_buf table = KT_BUF_INIT;
	kt_authority *a;
	kt_error err = { 0 };

	kt_buf_addf(&table, PEOPLE "a\t");
	for (int i = 0; i < 10000; i++)
		kt_buf_addc(&table, 'a');
	kt_buf_addf(&table, "\t\t\t\t\t\n");
	ck_assert_int_eq(kt_authority_new(&a, NULL), KT_OK);
	ck_assert_int_eq(kt_authority_add(a, "t.tsv", kt_buf_str(&table), &err), KT_EINVAL);
	ck_assert(strstr(err.message, "10000 bytes") != NULL);
	kt_authority_free(a);
	kt_buf_release(&table);
}
END_TEST

START_TEST(later_table_replaces_a_row)
{
	kt_str again = KT_STR(PEOPLE "stalin-joseph\tKoba, J.\t\t\t\t\tanother\n");
	size_t before = kt_authority_count(authority), *found, count;

	ck_assert_int_eq(kt_authority_add(authority, "own.tsv", again, NULL), KT_OK);
	ck_assert_uint_eq(kt_authority_count(authority), before);
	ck_assert_int_eq(kt_authority_resolve(authority, arena, KT_MENTION_PERSON, KT_STR("Koba"),
				 &found, &count, NULL),
		KT_OK);
	ck_assert_uint_eq(count, 1);
	ck_assert(kt_str_is(kt_authority_bearer(authority, found[0])->id, "stalin-joseph"));
}
END_TEST

START_TEST(what_is_written_reads_the_same)
{
	kt_authority *again;
	kt_buf text = KT_BUF_INIT;

	ck_assert_int_eq(kt_authority_new(&again, NULL), KT_OK);
	for (int kind = KT_MENTION_PERSON; kind <= KT_MENTION_ORGANISATION; kind++) {
		kt_buf_clear(&text);
		ck_assert_int_eq(
			kt_authority_write(authority, (kt_mention_kind)kind, &text, NULL), KT_OK);
		ck_assert_int_eq(kt_authority_add(again, "again", kt_buf_str(&text), NULL), KT_OK);
	}
	ck_assert_uint_eq(kt_authority_count(again), kt_authority_count(authority));
	for (size_t i = 0; i < kt_authority_count(again); i++) {
		const kt_bearer *a = kt_authority_bearer(authority, i);
		const kt_bearer *b = kt_authority_bearer(again, i);

		ck_assert(kt_str_equal(a->id, b->id) && kt_str_equal(a->name, b->name) &&
			  kt_str_equal(a->also, b->also) && a->from == b->from && a->to == b->to);
	}
	kt_buf_release(&text);
	kt_authority_free(again);
}
END_TEST

/* ---- names that are typed ---- */

static void ids_of_kind(kt_buf *out, const kt_authority *a, kt_mention_kind kind, kt_str typed)
{
	size_t *found, count;

	kt_buf_clear(out);
	ck_assert_int_eq(kt_authority_resolve(a, arena, kind, typed, &found, &count, NULL), KT_OK);
	for (size_t i = 0; i < count; i++)
		kt_buf_addf(out, "%s%.*s", i ? " " : "",
			KT_STR_ARG(kt_authority_bearer(a, found[i])->id));
}

static void ids_of(kt_buf *out, const kt_authority *a, kt_str typed)
{
	ids_of_kind(out, a, KT_MENTION_PERSON, typed);
}

START_TEST(typed_name_means_all_who_fit)
{
	kt_buf text = KT_BUF_INIT, ids = KT_BUF_INIT;
	kt_str typed, wanted;

	ck_assert_int_eq(kt_file_read(&text, DATA "typed.tsv", NULL), KT_OK);
	for (size_t at = 0; at < text.len;) {
		split_tab(next_line(kt_buf_str(&text), &at), &typed, &wanted);
		ids_of(&ids, authority, typed);
		ck_assert_msg(kt_str_equal(kt_buf_str(&ids), wanted), "%.*s: %.*s, not %.*s",
			KT_STR_ARG(typed), KT_STR_ARG(wanted), KT_STR_ARG(kt_buf_str(&ids)));
	}
	kt_buf_release(&text);
	kt_buf_release(&ids);
}
END_TEST

START_TEST(every_case_is_the_same_person)
{
	kt_buf text = KT_BUF_INIT, ids = KT_BUF_INIT;
	kt_str id, forms;

	ck_assert_int_eq(kt_file_read(&text, DATA "cases.tsv", NULL), KT_OK);
	for (size_t at = 0; at < text.len;) {
		split_tab(next_line(kt_buf_str(&text), &at), &id, &forms);
		for (size_t from = 0; from < forms.len;) {
			size_t end = kt_str_find(forms, KT_STR(" "), from);
			kt_str form;

			end = end == SIZE_MAX ? forms.len : end;
			form = kt_str_sub(forms, from, end);
			from = end + 1;
			ids_of(&ids, authority, form);
			ck_assert_msg(kt_str_find(kt_buf_str(&ids), id, 0) != SIZE_MAX,
				"%.*s: not among '%.*s'", KT_STR_ARG(form),
				KT_STR_ARG(kt_buf_str(&ids)));
		}
	}
	kt_buf_release(&text);
	kt_buf_release(&ids);
}
END_TEST

/* ---- what a sieve lets through ---- */

/* Asks rows that a sieve let through and the whole tables alike. */
static void ask_both(const kt_authority *all, const kt_buf *table, kt_mention_kind kind,
	kt_name_likeness likeness, kt_str typed)
{
	kt_buf wanted = KT_BUF_INIT, ids = KT_BUF_INIT;
	kt_name_sieve *sieve;
	kt_authority *some;

	ck_assert_int_eq(kt_name_sieve_new(&sieve, kind, typed, likeness, NULL), KT_OK);
	ck_assert_int_eq(kt_authority_new(&some, NULL), KT_OK);
	ck_assert_int_eq(
		kt_authority_add_some(some, "some", kt_buf_str(table), sieve, NULL), KT_OK);
	ids_of_kind(&wanted, all, kind, typed);
	ids_of_kind(&ids, some, kind, typed);
	if (likeness == KT_NAME_WITH_SLIPS || ids.len)
		ck_assert_msg(kt_str_equal(kt_buf_str(&ids), kt_buf_str(&wanted)),
			"%.*s: %.*s, not %.*s", KT_STR_ARG(typed), KT_STR_ARG(kt_buf_str(&ids)),
			KT_STR_ARG(kt_buf_str(&wanted)));
	ck_assert_uint_lt(kt_authority_count(some) * 2, kt_authority_count(all));
	kt_name_sieve_free(sieve);
	kt_authority_free(some);
	kt_buf_release(&wanted);
	kt_buf_release(&ids);
}

/* The name in its order, the surname first alone, less a letter; the name in its own script. */
static void ask_for_row(const kt_authority *all, const kt_buf *table, const kt_bearer *b)
{
	size_t comma = kt_str_find(b->name, KT_STR(","), 0);
	kt_str surname = kt_str_sub(b->name, 0, comma == SIZE_MAX ? b->name.len : comma);
	kt_buf typed = KT_BUF_INIT;

	if (comma != SIZE_MAX) {
		kt_buf_addf(&typed, "%.*s %.*s",
			KT_STR_ARG(kt_str_sub(b->name, comma + 2, b->name.len)),
			KT_STR_ARG(surname));
		ask_both(all, table, b->kind, KT_NAME_ALIKE, kt_buf_str(&typed));
	}
	ask_both(all, table, b->kind, KT_NAME_ALIKE, surname);
	ask_both(all, table, b->kind, KT_NAME_ALIKE, b->native);
	kt_buf_clear(&typed);
	kt_buf_add(&typed, kt_str_sub(surname, 0, 2));
	kt_buf_add(&typed, kt_str_sub(surname, 3, surname.len));
	if (kt_utf8_check(kt_buf_str(&typed)) == typed.len)
		ask_both(all, table, b->kind, KT_NAME_WITH_SLIPS, kt_buf_str(&typed));
	kt_buf_release(&typed);
}

static const struct {
	const char *file;
	kt_mention_kind kind;
} sieved[] = { { "corpus/authority/people.tsv", KT_MENTION_PERSON },
	{ "corpus/authority/organisations.tsv", KT_MENTION_ORGANISATION } };

START_TEST(sieve_lets_through_all_who_are_meant)
{
	kt_authority *all;
	kt_buf table = KT_BUF_INIT;

	ck_assert_int_eq(kt_file_read(&table, sieved[_i].file, NULL), KT_OK);
	ck_assert_int_eq(kt_authority_new(&all, NULL), KT_OK);
	add_file(all, sieved[_i].file);
	for (size_t i = 3; i < kt_authority_count(all); i += 23)
		ask_for_row(all, &table, kt_authority_bearer(all, i));
	kt_buf_release(&table);
	kt_authority_free(all);
}
END_TEST

START_TEST(sieve_of_typed_names_lets_them_through)
{
	kt_buf text = KT_BUF_INIT, table = KT_BUF_INIT;
	kt_str typed, wanted;

	ck_assert_int_eq(kt_file_read(&text, DATA "typed.tsv", NULL), KT_OK);
	ck_assert_int_eq(kt_file_read(&table, DATA "people.tsv", NULL), KT_OK);
	for (size_t at = 0; at < text.len;) {
		kt_buf ids = KT_BUF_INIT;
		kt_name_sieve *sieve;
		kt_authority *some;

		split_tab(next_line(kt_buf_str(&text), &at), &typed, &wanted);
		ck_assert_int_eq(kt_name_sieve_new(&sieve, KT_MENTION_PERSON, typed,
					 KT_NAME_WITH_SLIPS, NULL),
			KT_OK);
		ck_assert_int_eq(kt_authority_new(&some, NULL), KT_OK);
		ck_assert_int_eq(
			kt_authority_add_some(some, "some", kt_buf_str(&table), sieve, NULL),
			KT_OK);
		ids_of(&ids, some, typed);
		ck_assert_msg(kt_str_equal(kt_buf_str(&ids), wanted), "%.*s: %.*s, not %.*s",
			KT_STR_ARG(typed), KT_STR_ARG(kt_buf_str(&ids)), KT_STR_ARG(wanted));
		kt_name_sieve_free(sieve);
		kt_authority_free(some);
		kt_buf_release(&ids);
	}
	kt_buf_release(&text);
	kt_buf_release(&table);
}
END_TEST

/* ---- every row of the table that comes with the program ---- */

/* Genitive, dative, accusative, instrumental, prepositional of surnames, put down from the school
 * grammar and apart from the tagger's paradigms; `cut` letters go.  No endings: no case differs. */
static const struct {
	const char *ending;
	int woman; /* 1: hers; 0: his; 2: either's */
	size_t cut;
	const char *endings[5];
} declensions[] = {
	{ "ова", 1, 1, { "ой", "ой", "у", "ой", "ой" } },
	{ "ева", 1, 1, { "ой", "ой", "у", "ой", "ой" } },
	{ "ёва", 1, 1, { "ой", "ой", "у", "ой", "ой" } },
	{ "ина", 1, 1, { "ой", "ой", "у", "ой", "ой" } },
	{ "ская", 1, 2, { "ой", "ой", "ую", "ой", "ой" } },
	{ "цкая", 1, 2, { "ой", "ой", "ую", "ой", "ой" } },
	{ "ов", 0, 0, { "а", "у", "а", "ым", "е" } },
	{ "ев", 0, 0, { "а", "у", "а", "ым", "е" } },
	{ "ёв", 0, 0, { "а", "у", "а", "ым", "е" } },
	{ "ин", 0, 0, { "а", "у", "а", "ым", "е" } },
	{ "ын", 0, 0, { "а", "у", "а", "ым", "е" } },
	{ "кий", 0, 2, { "ого", "ому", "ого", "им", "ом" } },
	{ "кой", 0, 2, { "ого", "ому", "ого", "им", "ом" } },
	{ "ый", 0, 2, { "ого", "ому", "ого", "ым", "ом" } },
	{ "той", 0, 2, { "ого", "ому", "ого", "ым", "ом" } },
	{ "ой", 0, 2, { "ого", "ому", "ого", "ым", "ом" } },
	{ "ай", 0, 1, { "я", "ю", "я", "ем", "е" } },
	{ "ей", 0, 1, { "я", "ю", "я", "ем", "е" } },
	{ "ия", 2, 1, { "и", "и", "ю", "ей", "и" } },
	{ "ка", 2, 1, { "и", "е", "у", "ой", "е" } },
	{ "га", 2, 1, { "и", "е", "у", "ой", "е" } },
	{ "ха", 2, 1, { "и", "е", "у", "ой", "е" } },
	{ "да", 2, 1, { "ы", "е", "у", "ой", "е" } },
	{ "та", 2, 1, { "ы", "е", "у", "ой", "е" } },
	{ "ба", 2, 1, { "ы", "е", "у", "ой", "е" } },
	{ "ра", 2, 1, { "ы", "е", "у", "ой", "е" } },
	{ "ко", 2, 0, { NULL } },
	{ "рих", 0, 0, { "а", "у", "а", "ом", "е" } },
	{ "их", 2, 0, { NULL } },
	{ "ых", 2, 0, { NULL } },
	{ "аго", 2, 0, { NULL } },
	{ "швили", 2, 0, { NULL } },
	{ "дзе", 2, 0, { NULL } },
	{ "ич", 0, 0, { "а", "у", "а", "ем", "е" } },
	{ "ук", 0, 0, { "а", "у", "а", "ом", "е" } },
	{ "юк", 0, 0, { "а", "у", "а", "ом", "е" } },
	{ "як", 0, 0, { "а", "у", "а", "ом", "е" } },
	{ "ик", 0, 0, { "а", "у", "а", "ом", "е" } },
	{ "ян", 0, 0, { "а", "у", "а", "ом", "е" } },
	{ "ан", 0, 0, { "а", "у", "а", "ом", "е" } },
	{ "он", 0, 0, { "а", "у", "а", "ом", "е" } },
	{ "ер", 0, 0, { "а", "у", "а", "ом", "е" } },
	{ "ис", 0, 0, { "а", "у", "а", "ом", "е" } },
	{ "ст", 0, 0, { "а", "у", "а", "ом", "е" } },
	{ "рг", 0, 0, { "а", "у", "а", "ом", "е" } },
};

enum { CASES = 5, STRIPES = 8 /* of rows, so that one test is short */ };

/* The row of declensions for a native name "Surname Forename Patronymic", or -1. */
static int declension_of(kt_str native, kt_str surname)
{
	int woman = kt_str_ends(native, KT_STR("вна")) || kt_str_ends(native, KT_STR("ична"));

	for (size_t i = 0; i < sizeof declensions / sizeof *declensions; i++)
		if ((declensions[i].woman == 2 || declensions[i].woman == woman) &&
			kt_str_ends(surname, kt_str_of(declensions[i].ending)) &&
			surname.len > strlen(declensions[i].ending) + 2)
			return (int)i;
	return -1;
}

/* The surname of a row that has one, in Cyrillic and of one word. */
static int native_surname(const kt_bearer *b, kt_str *surname)
{
	size_t end = kt_str_find(b->native, KT_STR(" "), 0);
	size_t patronymic = end == SIZE_MAX ? end : kt_str_find(b->native, KT_STR(" "), end + 1);

	if (patronymic == SIZE_MAX || kt_str_find(b->name, KT_STR(","), 0) == SIZE_MAX)
		return 0;
	*surname = kt_str_sub(b->native, 0, end);
	return kt_str_find(*surname, KT_STR("-"), 0) == SIZE_MAX && !kt_str_is(*surname, "фон");
}

/* Whether the typed name is found to mean the bearer, among others perhaps. */
static int leads_to(const kt_authority *a, kt_str typed, const kt_bearer *b)
{
	size_t *found, count;

	ck_assert_int_eq(
		kt_authority_resolve(a, arena, KT_MENTION_PERSON, typed, &found, &count, NULL),
		KT_OK);
	for (size_t i = 0; i < count; i++)
		if (kt_authority_bearer(a, found[i]) == b)
			return 1;
	return 0;
}

START_TEST(every_surname_of_the_table_is_found_in_every_case)
{
	kt_authority *all;
	kt_buf form = KT_BUF_INIT;
	size_t tried = 0, right = 0;

	ck_assert_int_eq(kt_authority_new(&all, NULL), KT_OK);
	add_file(all, "corpus/authority/people.tsv");
	for (size_t i = (size_t)_i; i < kt_authority_count(all); i += STRIPES) {
		const kt_bearer *b = kt_authority_bearer(all, i);
		kt_str surname;
		int row = native_surname(b, &surname) ? declension_of(b->native, surname) : -1;

		for (int k = 0; row >= 0 && k < CASES; k++) {
			const char *ending = declensions[row].endings[k];

			kt_buf_clear(&form);
			kt_buf_add(&form,
				kt_str_sub(surname, 0, surname.len - 2 * declensions[row].cut));
			kt_buf_add(&form, kt_str_of(ending ? ending : ""));
			kt_arena_clear(arena);
			tried++;
			if (leads_to(all, kt_buf_str(&form), b))
				right++;
			else
				printf("%.*s is not %.*s\n", KT_STR_ARG(kt_buf_str(&form)),
					KT_STR_ARG(b->id));
			if (!ending)
				break;
		}
	}
	ck_assert_uint_gt(tried, 300);
	ck_assert_msg(right * 100 >= tried * 99, "%zu of %zu", right, tried);
	kt_buf_release(&form);
	kt_authority_free(all);
}
END_TEST

/* Systems of romanisation, а to я (ё after я): the letters of each standard. */
static const struct {
	const char *name, *letters[33];
} systems[] = {
	{ "BGN/PCGN", { "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o",
			      "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y",
			      "’", "e", "yu", "ya", "yo" } },
	{ "ALA-LC", { "a", "b", "v", "g", "d", "e", "zh", "z", "i", "ĭ", "k", "l", "m", "n", "o",
			    "p", "r", "s", "t", "u", "f", "kh", "t͡s", "ch", "sh", "shch", "ʺ", "y",
			    "ʹ", "ė", "i͡u", "i͡a", "ë" } },
	{ "ALA-LC plain", { "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n",
				  "o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch",
				  "", "y", "", "e", "iu", "ia", "e" } },
	{ "ISO 9:1995", { "a", "b", "v", "g", "d", "e", "ž", "z", "i", "j", "k", "l", "m", "n", "o",
				"p", "r", "s", "t", "u", "f", "h", "c", "č", "š", "ŝ", "ʺ", "y",
				"ʹ", "è", "û", "â", "ë" } },
	{ "scientific", { "a", "b", "v", "g", "d", "e", "ž", "z", "i", "j", "k", "l", "m", "n", "o",
				"p", "r", "s", "t", "u", "f", "x", "c", "č", "š", "šč", "ʺ", "y",
				"ʹ", "è", "ju", "ja", "ë" } },
	{ "ICAO 9303", { "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o",
			       "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "ie",
			       "y", "", "e", "iu", "ia", "e" } },
	{ "BS 2979", { "a", "b", "v", "g", "d", "e", "zh", "z", "i", "ĭ", "k", "l", "m", "n", "o",
			     "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "ʺ", "ȳ",
			     "ʹ", "é", "yu", "ya", "e" } },
	{ "GOST 16876-71", { "a", "b", "v", "g", "d", "e", "zh", "z", "i", "jj", "k", "l", "m", "n",
				   "o", "p", "r", "s", "t", "u", "f", "kh", "c", "ch", "sh", "shh",
				   "ʺ", "y", "ʹ", "eh", "ju", "ja", "jo" } },
	{ "German", { "a", "b", "w", "g", "d", "e", "sch", "s", "i", "j", "k", "l", "m", "n", "o",
			    "p", "r", "s", "t", "u", "f", "ch", "z", "tsch", "sch", "schtsch", "",
			    "y", "", "e", "ju", "ja", "jo" } },
	{ "French", { "a", "b", "v", "g", "d", "e", "j", "z", "i", "i", "k", "l", "m", "n", "o",
			    "p", "r", "s", "t", "ou", "f", "kh", "ts", "tch", "ch", "chtch", "",
			    "y", "", "e", "iou", "ia", "io" } },
	{ "Polish", { "a", "b", "w", "g", "d", "ie", "ż", "z", "i", "j", "k", "l", "m", "n", "o",
			    "p", "r", "s", "t", "u", "f", "ch", "c", "cz", "sz", "szcz", "", "y",
			    "", "e", "ju", "ja", "io" } },
};

static int romanise(kt_buf *out, kt_str name, size_t system)
{
	kt_buf folded = KT_BUF_INIT;
	int whole = 1;

	kt_buf_clear(out);
	kt_fold(&folded, name);
	for (size_t at = 0; at < folded.len;) {
		uint32_t cp = kt_utf8_next(kt_buf_str(&folded), &at);

		if (cp >= 0x430 && cp <= 0x44F)
			kt_buf_add(out, kt_str_of(systems[system].letters[cp - 0x430]));
		else if (cp == 0x451)
			kt_buf_add(out, kt_str_of(systems[system].letters[32]));
		else if (cp < 0x80)
			kt_buf_addc(out, (char)cp);
		else
			whole = 0;
	}
	kt_buf_release(&folded);
	return whole;
}

enum { THIRDS = 3 };

/* At least 99 of 100 names of the table that comes with the program.  Each test takes one system
 * and a third of the rows, so that every row is tried in several. */
START_TEST(every_romanisation_is_the_same_person)
{
	kt_authority *all;
	kt_buf name = KT_BUF_INIT;
	size_t tried = 0, right = 0;

	ck_assert_int_eq(kt_authority_new(&all, NULL), KT_OK);
	add_file(all, "corpus/authority/people.tsv");
	for (size_t i = (size_t)_i % THIRDS; i < kt_authority_count(all); i += THIRDS) {
		const kt_bearer *b = kt_authority_bearer(all, i);
		kt_str surname;

		if (!native_surname(b, &surname) || !romanise(&name, surname, (size_t)_i))
			continue;
		kt_arena_clear(arena);
		tried++;
		if (leads_to(all, kt_buf_str(&name), b))
			right++;
		else
			printf("%s: %.*s is not %.*s\n", systems[_i].name,
				KT_STR_ARG(kt_buf_str(&name)), KT_STR_ARG(b->id));
	}
	ck_assert_uint_gt(tried, 300);
	ck_assert_msg(right * 100 >= tried * 99, "%s: %zu of %zu", systems[_i].name, right, tried);
	kt_buf_release(&name);
	kt_authority_free(all);
}
END_TEST

/* ---- names in a text ---- */

typedef struct source {
	kt_passage passages[PASSAGES_MAX];
	kt_tagged tagged[PASSAGES_MAX];
	size_t count;
	kt_tokens tokens;
	kt_words *words;
} source;

static void read_source(source *s, kt_str text)
{
	kt_tokens one = { 0 };

	memset(s, 0, sizeof *s);
	ck_assert_int_eq(kt_words_new(&s->words, NULL), KT_OK);
	for (size_t from = 0; from <= text.len && s->count < PASSAGES_MAX;) {
		size_t end = kt_str_find(text, KT_STR(" || "), from);
		kt_passage *p = &s->passages[s->count];

		p->text = kt_str_sub(text, from, end == SIZE_MAX ? text.len : end);
		p->kind = KT_KIND_PARAGRAPH;
		ck_assert_int_eq(kt_tokenise(&one, s->words, p->text, 0, NULL), KT_OK);
		s->tagged[s->count] = (kt_tagged) { p, &s->tokens, s->tokens.count, one.count };
		for (size_t i = 0; i < one.count; i++) {
			ck_assert(kt_grow((void **)&s->tokens.at, &s->tokens.size, s->tokens.count,
				sizeof *one.at));
			s->tokens.at[s->tokens.count++] = one.at[i];
		}
		s->count++;
		if (end == SIZE_MAX)
			break;
		from = end + 4;
	}
	kt_tokens_release(&one);
}

static void release_source(source *s)
{
	kt_tokens_release(&s->tokens);
	kt_words_free(s->words);
}

static void tell_mentions(kt_buf *out, const source *s)
{
	static const char kinds[KT_MENTION_KINDS] = { 'p', 'o', 'd', 'x' };
	static const char *const tiers[KT_TIERS] = { "", "~", "!" };

	for (size_t i = 0; i < s->count; i++)
		for (size_t k = 0; k < s->passages[i].mention_count; k++) {
			const kt_mention *m = &s->passages[i].mentions[k];
			int sure = m->kind >= KT_MENTION_DERIVED;

			kt_buf_addf(out, "%s%c %.*s=%s%.*s", out->len ? "; " : "", kinds[m->kind],
				(int)(m->end - m->start), s->passages[i].text.ptr + m->start,
				sure ? "" : tiers[m->tier], KT_STR_ARG(m->id));
		}
}

START_TEST(names_are_found_with_whom_they_mean)
{
	kt_name_tagger *tagger;
	kt_tag_source about = { .name = KT_STR("case") };
	kt_buf text = KT_BUF_INIT, found = KT_BUF_INIT;
	size_t wrong = 0;

	ck_assert_int_eq(kt_name_tagger_new(&tagger, authority, NULL), KT_OK);
	ck_assert_int_eq(kt_file_read(&text, DATA "mentions.tsv", NULL), KT_OK);
	for (size_t at = 0; at < text.len;) {
		kt_str line = next_line(kt_buf_str(&text), &at), given, wanted;
		source s;

		if (kt_str_starts(line, KT_STR("#")))
			continue;
		split_tab(line, &given, &wanted);
		read_source(&s, given);
		kt_buf_clear(&found);
		ck_assert_int_eq(
			kt_tag_names(tagger, arena, &about, s.tagged, s.count, s.words, NULL),
			KT_OK);
		tell_mentions(&found, &s);
		if (!kt_str_equal(kt_buf_str(&found), wanted)) {
			printf("%.*s\n  wanted %.*s\n  found  %.*s\n", KT_STR_ARG(given),
				KT_STR_ARG(wanted), KT_STR_ARG(kt_buf_str(&found)));
			wrong++;
			fflush(stdout);
		}
		release_source(&s);
	}
	ck_assert_uint_eq(wrong, 0);
	kt_buf_release(&text);
	kt_buf_release(&found);
	kt_name_tagger_free(tagger);
}
END_TEST

START_TEST(name_broken_at_a_line_end_is_one)
{
	kt_name_tagger *tagger;
	kt_tag_source about = { .name = KT_STR("case") };
	kt_buf found = KT_BUF_INIT;
	source s;

	ck_assert_int_eq(kt_name_tagger_new(&tagger, authority, NULL), KT_OK);
	read_source(&s, KT_STR("The exile of Trots-\nky and the rise of Sta-\nlin."));
	ck_assert_int_eq(
		kt_tag_names(tagger, arena, &about, s.tagged, s.count, s.words, NULL), KT_OK);
	tell_mentions(&found, &s);
	ck_assert_str_eq(found.ptr, "p Trots-\nky=~trotsky-leon; p Sta-\nlin=~stalin-joseph");
	release_source(&s);
	kt_buf_release(&found);
	kt_name_tagger_free(tagger);
}
END_TEST

START_TEST(fifty_thousand_people_are_each_one)
{
	enum { MANY = 50000 };
	kt_name_tagger *tagger;
	kt_tag_source about = { .name = KT_STR("list") };
	kt_buf text = KT_BUF_INIT;
	kt_map *ids;
	source s;

	for (int i = 0; i < MANY; i++) { /* Kevin Baabab, Kevin Baabac ... */
		kt_buf_addf(&text, "Kevin B%c%c%c%c went. ", 'a' + i / 17576 % 26,
			'a' + i / 676 % 26, 'a' + i / 26 % 26, 'a' + i % 26);
	}
	ck_assert_int_eq(kt_name_tagger_new(&tagger, authority, NULL), KT_OK);
	ck_assert_int_eq(kt_map_new(&ids, NULL), KT_OK);
	read_source(&s, kt_buf_str(&text));
	ck_assert_int_eq(
		kt_tag_names(tagger, arena, &about, s.tagged, s.count, s.words, NULL), KT_OK);
	for (size_t k = 0; k < s.passages[0].mention_count; k++)
		ck_assert(kt_map_put(ids, s.passages[0].mentions[k].id, 0, NULL) != NULL);
	ck_assert_uint_gt(kt_map_count(ids), MANY * 99 / 100);
	release_source(&s);
	kt_map_free(ids);
	kt_buf_release(&text);
	kt_name_tagger_free(tagger);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("names");
	TCase *tables = tcase_create("tables"), *typed = tcase_create("typed");
	TCase *texts = tcase_create("texts"), *rows = tcase_create("rows");
	TCase *packed_tables = tcase_create("packed");
	SRunner *runner = srunner_create(suite);
	int failed;

	tcase_add_checked_fixture(tables, set_up, tear_down);
	tcase_add_loop_test(tables, bad_table_is_told_by_file_line_and_column, 0,
		(int)(sizeof bad_tables / sizeof *bad_tables));
	tcase_add_test(tables, name_of_ten_thousand_letters_is_refused);
	tcase_add_test(tables, later_table_replaces_a_row);
	tcase_add_test(tables, what_is_written_reads_the_same);
	tcase_add_checked_fixture(typed, set_up, tear_down);
	tcase_set_timeout(typed, 60);
	tcase_add_test(typed, typed_name_means_all_who_fit);
	tcase_add_test(typed, every_case_is_the_same_person);
	tcase_add_test(typed, sieve_of_typed_names_lets_them_through);
	tcase_add_checked_fixture(packed_tables, set_up_packed, tear_down_packed);
	tcase_set_timeout(packed_tables, 60);
	tcase_add_test(packed_tables, typed_name_means_all_who_fit);
	tcase_add_test(packed_tables, names_are_found_with_whom_they_mean);
	tcase_add_checked_fixture(rows, set_up, tear_down);
	tcase_add_loop_test(rows, sieve_lets_through_all_who_are_meant, 0,
		(int)(sizeof sieved / sizeof *sieved));
	tcase_set_timeout(rows, 120);
	tcase_add_loop_test(rows, every_surname_of_the_table_is_found_in_every_case, 0, STRIPES);
	tcase_add_loop_test(rows, every_romanisation_is_the_same_person, 0,
		(int)(sizeof systems / sizeof *systems));
	tcase_add_checked_fixture(texts, set_up, tear_down);
	tcase_set_timeout(texts, 60);
	tcase_add_test(texts, names_are_found_with_whom_they_mean);
	tcase_add_test(texts, name_broken_at_a_line_end_is_one);
	tcase_add_test(texts, fifty_thousand_people_are_each_one);
	suite_add_tcase(suite, tables);
	suite_add_tcase(suite, typed);
	suite_add_tcase(suite, packed_tables);
	suite_add_tcase(suite, rows);
	suite_add_tcase(suite, texts);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
