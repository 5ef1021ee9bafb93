"""Passages by the years that they speak of."""
from kit import equal, test

PASSAGES = [
    "In 1937 the commission met twice.",  # 1
    "From 1936 to 1938 the archive was closed.",  # 2
    "During the Great Terror the index was kept by one clerk.",  # 3
    "The Great Terror fell hardest on the cities.",  # 4
    "He was a prosecutor in the Moscow Trials.",  # 5
    "The twentieth century was long.",  # 6
    "Strikes went on before 1917 and after the harvest of 1921.",  # 7
    "In the 1930s trains were slow.",  # 8
    "In 1937 and again in 1937 the clerk counted; in 1938 no longer.",  # 9
    "Nothing is said here of any time.",  # 10
    "See Murphy, *Revolution and Counterrevolution* (New York: Berghahn Books, 2005), pp. 3-4.",  # 11
]


def texts(h):
    h.write("a.md", "\n\n".join(PASSAGES) + "\n")
    h.index(h.folder / "a.md")


def numbers(h, query, *options):
    return [int(p.split(":")[1]) for p in h.passages(query, *options)]


@test
def what_names_a_year_most_exactly_comes_first(h):
    texts(h)
    equal(numbers(h, "year:1937")[:2], [9, 1], "twice printed, printed")
    equal(sorted(numbers(h, "year:1937")), [1, 2, 3, 6, 8, 9], "overlap")
    equal(numbers(h, "year:1936..1938")[0], 2, "the very range")
    equal(sorted(numbers(h, "year:1936..1938", "--year-match", "within")), [1, 2, 3, 9], "within")
    equal(sorted(numbers(h, "year:1937", "--year-match", "exact")), [1, 9], "exact")
    equal(sorted(numbers(h, "year:..1917")), [6, 7], "open: the time before 1917 is not spoken of, 1917 is")
    equal(numbers(h, "published:2005"), [11], "a work")
    equal(numbers(h, "year:2005"), [], "a work's year is not spoken of")


@test
def years_are_counted_by_their_places(h):
    texts(h)
    equal(h.search("year:1937", "--year-match", "exact")["total"]["occurrences"], 3, "places")
    a = h.search("year:1937", "--year-match", "exact")["hits"][0]
    text = a["text"].encode()
    equal([text[m["start"]:m["end"]].decode() for m in a["matches"]], ["1937", "1937"], "marks")
    equal(h.search("published:2005")["total"]["occurrences"], 1, "of a work")


@test
def an_era_that_is_only_named_is_left_out_and_said(h):
    texts(h)
    r = h.ask("search", "year:1937")
    assert "2 more passages only name a time of these years (Great Terror, Moscow Trials); --eras" in r.err, r.err
    equal(sorted(numbers(h, "year:1937", "--eras")), [1, 2, 3, 4, 5, 6, 8, 9], "--eras")
    equal(h.ask("search", "--eras", "year:1937").err, "", "nothing is left out")
    equal(h.ask("search", "year:1937", "--year-match", "exact").err, "", "nor here")
    r = h.ask("search", "year:1937 prosecutor", code=1)
    assert "1 more passage only names a time of these years (Moscow Trials); --eras takes it in" in r.err, r.err
    equal(numbers(h, "prosecutor", "--year", "1937", "--eras"), [5], "as an option")
    equal(numbers(h, "year:1937 NEAR/3 prosecutor", "--eras"), [5], "NEAR")
    r = h.ask("search", "year:1937 NEAR/3 prosecutor", code=1)
    assert "1 more passage" in r.err, r.err
    types = {y["surface"]: y["type"] for x in h.search("hardest")["hits"] for y in x["years"]}
    equal(types, {"Great Terror": "era"}, "it is told as an era")


@test
def every_verb_that_narrows_by_years_says_what_it_leaves_out(h):
    h.write("a.md", "Stalin ruled in 1937.\n\nStalin made the Great Terror.\n")
    h.index(h.folder / "a.md")
    for verb in ("mentions", "dossier"):
        r = h.ask(verb, "Stalin", "--year", "1937")
        assert "1 more passage only names a time of these years (Great Terror)" in r.err, f"{verb}: {r.err}"
    equal(h.ask("mentions", "Stalin", "--year", "1937", "--format", "json").json()["total"]["mentions"], 1, "mentions")
    equal(h.ask("mentions", "Stalin", "--year", "1937", "--eras", "--format", "json").json()["total"]["mentions"], 2,
          "mentions --eras")
    equal(h.ask("dossier", "Stalin", "--format", "json").json()["years"], [{"year": 1937, "mentions": 1}], "dossier")
    equal(len(h.ask("dossier", "Stalin", "--eras", "--format", "json").json()["years"]), 3, "dossier --eras")
    assert "1 more passage" in h.ask("concordance", "Stalin", "--year", "1937").err
    assert "1 more passage" in h.ask("quote", "Stalin made the terror", "--year", "1937", code=1).err


@test
def a_timeline_counts_ranges_in_each_year_and_tells_the_rest(h):
    texts(h)
    years = {y["year"]: y["passages"] for y in h.ask("timeline", "--format", "json").json()["years"]}
    equal(years, {1917: 1, 1921: 1, 1930: 1, 1931: 1, 1932: 1, 1933: 1, 1934: 1, 1935: 1, 1936: 3, 1937: 5, 1938: 4,
                  1939: 1}, "each passage once a year")
    r = h.ask("timeline")
    assert "11 passages: 6 in these years" in r.out and "1 speaks of longer times only" in r.out, r.out
    assert "2 of those of no year only name a time (Great Terror, Moscow Trials)" in r.err, r.err
    years = {y["year"]: y["passages"] for y in h.ask("timeline", "--eras", "--format", "json").json()["years"]}
    equal(years[1937], 7, "--eras")
    years = {y["year"]: y["passages"] for y in h.ask("timeline", "clerk", "--format", "json").json()["years"]}
    equal(years, {1936: 1, 1937: 2, 1938: 2}, "of a query")


@test
def passages_stand_by_the_first_year_they_speak_of(h):
    texts(h)
    found = numbers(h, "year:1900..2000", "--sort", "year")
    equal(found, [6, 7, 8, 2, 3, 1, 9], "the century begins in 1900")
    found = numbers(h, "in OR is OR the", "--sort", "year")
    equal(found[-3:], [4, 5, 10], "what only names a time stands with what tells none")


@test
def long_stretches_are_near_their_words(h):
    texts(h)
    equal(numbers(h, "year:1950 NEAR/2 long"), [6], "a century")
    equal(numbers(h, "year:1937 NEAR/2 long"), [6], "any of its years")
    equal(numbers(h, "year:1937 NEAR/2 commission"), [1], "a year")
    equal(numbers(h, "year:1937 NEAR/1 commission"), [], "too far")
