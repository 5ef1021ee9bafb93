/* check_kept.c - what an index keeps from question to question. */
#include "indexing.h"

static uint64_t times_of(kt_index *index, const char *form)
{
	uint64_t times;

	OK(kt_index_word(index, kt_str_of(form), NULL, &times, &err));
	return times;
}

static void ck_languages(kt_index *index, const char *first, const char *second)
{
	kt_language languages[32];

	OK(kt_lexicon_languages(index, languages, &err));
	ck_assert_str_eq(languages[0].code, first);
	ck_assert_str_eq(languages[1].code, second);
}

START_TEST(a_reopened_index_tells_what_it_holds_now)
{
	kt_index *index;
	kt_store *store;

	make_index("en", "A station and a station.");
	index = index_of(db);
	for (int i = 0; i < 2; i++) {
		ck_assert_uint_eq(times_of(index, "station"), 2);
		ck_assert_uint_eq(times_of(index, "вокзал"), 0);
		ck_languages(index, "en", "");
	}
	store = store_of(db, 0);
	add_source(store, "/b", "ru", "Вокзал, station.");
	finish(store);
	OK(kt_index_reopen(index, &err));
	for (int i = 0; i < 2; i++) {
		ck_assert_uint_eq(times_of(index, "station"), 3);
		ck_assert_uint_eq(times_of(index, "вокзал"), 1);
		ck_languages(index, "en", "ru");
	}
	kt_index_free(index);
}
END_TEST

/* Strings of a source that is read again are whole, and not those of the time before. */
START_TEST(sources_are_read_again_from_what_is_kept)
{
	kt_source_record first, again;
	kt_arena *other;
	kt_index *index;
	kt_store *store;

	make_index("en", "A station.");
	index = index_of(db);
	OK(kt_arena_new(&other, &err));
	OK(kt_index_source(index, other, 1, &first, &err));
	OK(kt_index_source(index, arena, 1, &again, &err));
	ck_assert_ptr_ne(first.name.ptr, again.name.ptr);
	ck_assert(kt_str_equal(first.name, again.name) && kt_str_equal(first.path, again.path));
	ck_assert_uint_eq(again.passages, 1);
	kt_arena_free(other);
	ck_assert_uint_eq(strlen(again.name.ptr), again.name.len);
	ck_assert_int_eq(kt_index_source(index, arena, 2, &again, &err), KT_ENOTFOUND);
	store = store_of(db, 0);
	begin(store, "/b");
	add_text(store, 1, "en", "One.");
	add_text(store, 2, "en", "Two.");
	OK(kt_store_end_source(store, &err));
	finish(store);
	OK(kt_index_reopen(index, &err));
	OK(kt_index_source(index, arena, 2, &again, &err));
	ck_assert_uint_eq(again.passages, 2);
	kt_index_free(index);
}
END_TEST

START_TEST(more_words_than_are_kept_are_counted)
{
	kt_index *index;
	char word[16];

	make_index("en", "A station.");
	index = index_of(db);
	for (int i = 0; i < 40000; i++) {
		snprintf(word, sizeof word, "w%d", i);
		ck_assert_uint_eq(times_of(index, word), 0);
		if (i % 1000 == 0)
			ck_assert_uint_eq(times_of(index, "station"), 1);
	}
	kt_index_free(index);
}
END_TEST

START_TEST(words_that_were_given_back_are_taken_again)
{
	kt_words *one, *other, *again;
	kt_index *index;

	make_index("en", "A station.");
	index = index_of(db);
	OK(kt_index_take_words(index, &one, &err));
	OK(kt_index_take_words(index, &other, &err));
	ck_assert_ptr_ne(one, other);
	OK(kt_tokenise(&tokens, one, KT_STR("the station"), 0, &err));
	kt_index_give_words(index, other);
	kt_index_give_words(index, one);
	OK(kt_index_take_words(index, &again, &err));
	ck_assert_ptr_eq(again, one);
	ck_assert_uint_eq(kt_words_count(again), 2);
	kt_index_give_words(index, again);
	kt_index_give_words(index, NULL);
	kt_index_free(index);
}
END_TEST

START_TEST(words_that_grew_large_are_not_kept)
{
	kt_buf text = KT_BUF_INIT;
	kt_words *many;
	kt_index *index;

	make_index("en", "A station.");
	index = index_of(db);
	for (int i = 0; i < 40000; i++)
		kt_buf_addf(&text, "w%d ", i);
	OK(kt_index_take_words(index, &many, &err));
	OK(kt_tokenise(&tokens, many, kt_buf_str(&text), 0, &err));
	kt_index_give_words(index, many);
	OK(kt_index_take_words(index, &many, &err));
	ck_assert_uint_eq(kt_words_count(many), 0);
	kt_index_give_words(index, many);
	kt_index_free(index);
	kt_buf_release(&text);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("kept");
	TCase *kept = add_case(s, "kept");

	tcase_add_test(kept, a_reopened_index_tells_what_it_holds_now);
	tcase_add_test(kept, sources_are_read_again_from_what_is_kept);
	tcase_add_test(kept, more_words_than_are_kept_are_counted);
	tcase_add_test(kept, words_that_were_given_back_are_taken_again);
	tcase_add_test(kept, words_that_grew_large_are_not_kept);
	return s;
}

int main(void)
{
	return run_suite(suite());
}
