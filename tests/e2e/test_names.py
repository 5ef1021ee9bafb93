"""People, organisations and years: every mention, who is meant, and what is left out."""
from kit import equal, test

TEXTS = {
    "a.txt": "Leon Trotsky spoke in Petrograd in 1917. Trotsky’s speech was long, and L. D. Trotskii knew it.\n\n"
             "The Trotskyists were expelled in 1927.\n\n"
             "In exile Trotsky wrote of Stalin and of the GPU from 1929 to 1933.\n",
    "b.txt": "Троцкий уехал в 1929 году. О Троцком писали много.\n\n"
             "Nikolai Bukharin and Stalin fell out in 1928.\n",
}


def texts(h):
    for name, text in TEXTS.items():
        h.write("t/" + name, text)
    h.index(h.folder / "t")


def mentions(h, *args, code=0):
    return h.ask("mentions", "--format", "json", *args, code=code).json()


@test
def every_form_of_a_name_is_counted(h):
    texts(h)
    for name in ("Trotsky", "Trotzky", "Троцкий", "trotsky-leon", "Leon Trotsky"):
        a = mentions(h, name)
        equal((a["id"], a["name"], a["kind"]), ("trotsky-leon", "Trotsky, Leon", "person"), name)
        equal(a["total"], {"mentions": 6, "passages": 3, "sources": 2}, name)
        equal({f["form"]: f["count"] for f in a["forms"]},
              {"Leon Trotsky": 1, "Trotsky": 2, "L. D. Trotskii": 1, "Троцкий": 1, "Троцком": 1}, name)
        equal([m["passage"] for m in a["mentions"]], ["a:1", "a:1", "a:1", "a:3", "b:1", "b:1"], "in reading order")


@test
def words_made_from_a_name_are_shown_as_not_counted(h):
    texts(h)
    equal(mentions(h, "Trotsky")["excluded"], [{"form": "Trotskyists", "count": 1, "why": "derived"}], "excluded")
    assert "not counted: Trotskyists 1 (derived)\n" in h.ask("mentions", "Trotsky").out


@test
def mentions_offsets_are_places_in_the_file(h):
    texts(h)
    for name in ("Trotsky", "Stalin", "Bukharin"):
        for m in mentions(h, name)["mentions"]:
            file = TEXTS[m["source"]].encode()
            at = m["offset"] + m["start"]
            equal(file[at:m["offset"] + m["end"]].decode(), m["surface"], "surface")
            left, right = m["left"].encode(), m["right"].encode()
            equal((file[at - len(left):at], file[m["offset"] + m["end"]:][:len(right)]), (left, right), "beside it")


@test
def several_bearers_are_all_listed(h):
    h.write("t/a.txt", "Ivan Nikitich Smirnov beat Kolchak.\n")
    h.write("t/b.txt", "Vladimir Mikhailovich Smirnov was a Democratic Centralist.\n")
    h.index(h.folder / "t")
    a = mentions(h, "Smirnov")
    equal((a["name"], a["id"], a["kind"]), ("Smirnov", None, "person"), "not guessed")
    ids = sorted(c["id"] for c in a["candidates"])
    equal(ids, ["smirnov-ivan-nikitich", "smirnov-vladimir-mikhailovich"], "candidates")
    equal([(c["mentions"], c["passages"]) for c in a["candidates"]], [(1, 1), (1, 1)], "counts")
    equal([m["ids"] for m in a["mentions"]], [[i] for i in ids], "each with its own")
    for verb in ("mentions", "dossier"):
        err = h.ask(verb, "Smirnov").err
        assert all(i in err for i in ids) and f"kartoteka {verb} smirnov-" in err, err
    a = mentions(h, "smirnov-ivan-nikitich")
    equal((a["id"], a["total"]["mentions"], a["candidates"]), ("smirnov-ivan-nikitich", 1, []), "narrowed")


@test
def a_place_where_several_may_be_meant_is_one_occurrence(h):
    h.write("t/a.txt", "Ivan Nikitich Smirnov met Vladimir Mikhailovich Smirnov in 1923.\n")
    h.write("t/b.txt", "Then Smirnov spoke, and Smirnov was heard.\n")
    h.write("t/c.txt", "Ivan Nikitich Smirnov beat Kolchak.\n")
    h.write("t/d.txt", "Vladimir Mikhailovich Smirnov wrote, and Ivan Nikitich Smirnov signed; then Smirnov left.\n")
    h.index(h.folder / "t")
    all = mentions(h, "Smirnov")["mentions"]
    equal({len(m["ids"]) > 1 for m in all}, {True, False}, "of one, and of several")
    for source, places in (("a", 2), ("b", 2), ("c", 1), ("d", 3)):
        total = h.ask("search", "--format", "json", f"person:Smirnov source:{source}.txt").json()["total"]
        equal((total["passages"], total["occurrences"]), (1, places), source)
        equal(len([m for m in all if m["source"] == f"{source}.txt"]), places, source)


@test
def a_name_that_nobody_has_offers_the_nearest(h):
    texts(h)
    for verb in ("mentions", "dossier"):
        r = h.ask(verb, "--format", "json", "Bukharinov", code=1)
        a = r.json()
        equal((a["name"], a["id"], a["forms"], a["total"]["mentions"]), ("Bukharinov", None, [], 0), verb)
        equal(a["nearest"][:1], [{"id": "bukharin-nikolai", "name": "Bukharin, Nikolai"}], "nearest")
        assert "nobody of that name" in r.err and "bukharin-nikolai" in r.err, r.err
    equal(h.ask("mentions", "Zzyzzx", code=1).out, "", "text")
    equal(h.ask("mentions", "Zzyzzx", "--format", "tsv", code=1).out.count("\n"), 1, "a header alone")


@test
def filters_narrow_mentions(h):
    texts(h)
    equal([m["passage"] for m in mentions(h, "Trotsky", "--year", "1929")["mentions"]], ["a:3", "b:1", "b:1"], "--year")
    equal(mentions(h, "Trotsky", "--person", "Stalin")["total"]["passages"], 1, "--person")
    equal(mentions(h, "Trotsky", "--year", "1917", "--year-match", "within")["total"]["passages"], 1, "within")
    r = h.ask("mentions", "Trotsky", "--person", "Bukharin", code=1)
    assert "no mention" in r.err, r.err
    assert "Nobodyin: nobody" in h.ask("mentions", "Trotsky", "--person", "Nobodyin", code=1).err


@test
def mentions_are_all_unless_limited_and_cuts_are_said(h):
    h.write("a.txt", "\n\n".join(f"Trotsky spoke in the year {i}." for i in range(300)))
    h.index(h.folder / "a.txt")
    equal(len(mentions(h, "Trotsky")["mentions"]), 300, "all")
    a = mentions(h, "Trotsky", "--limit", "10", "--offset", "295")
    equal((a["total"]["mentions"], a["truncated"], [m["number"] for m in a["mentions"]]),
          (300, True, list(range(296, 301))), "cut")
    assert "2 of 300 mentions" in h.ask("mentions", "Trotsky", "--limit", "2").out


@test
def names_are_listed_by_kind_and_pattern(h):
    texts(h)
    rows = h.ask("names", "--format", "jsonl").lines()
    assert {r["kind"] for r in rows} == {"person", "organisation"}, rows
    equal((rows[0]["id"], rows[0]["mentions"], rows[0]["passages"]), ("trotsky-leon", 6, 3), "the most mentioned first")
    equal(rows, sorted(rows, key=lambda r: -r["mentions"]), "order")
    people = h.ask("names", "--kind", "person", "--format", "jsonl").lines()
    equal({r["kind"] for r in people}, {"person"}, "--kind")
    equal([r["id"] for r in h.ask("names", "BUKH", "--format", "jsonl").lines()], ["bukharin-nikolai"], "a part")
    equal([r["id"] for r in h.ask("names", "tr*leon", "--format", "jsonl").lines()], ["trotsky-leon"], "with *")
    equal(h.ask("names", "--format", "json", "--limit", "1").json()["truncated"], True, "--limit")
    r = h.ask("names", "Trotzky", code=1)
    assert "no such name" in r.err and "trotsky-leon" in r.err, r.err
    assert "trotsky-leon" not in h.ask("names", "Trotzky", "--kind", "organisation", code=1).err
    h.ask("names", "--kind", "place", code=2)


@test
def timeline_counts_a_range_in_each_of_its_years(h):
    texts(h)
    years = {y["year"]: y["passages"] for y in h.ask("timeline", "--format", "json").json()["years"]}
    equal(years, {1917: 1, 1927: 1, 1928: 1, 1929: 2, 1930: 1, 1931: 1, 1932: 1, 1933: 1}, "everything")
    for year, count in years.items():
        equal(len(h.passages(f"year:{year}")), count, f"as year:{year} finds")
    a = h.ask("timeline", "Trotsky", "--format", "json").json()
    equal(sum(y["passages"] for y in a["years"]), 6, "in passages with the word")
    equal(a["total"], {"passages": 2, "dated": 2, "long_only": 0}, "total")


@test
def timeline_says_what_its_bars_leave_out(h):
    h.write("a.txt", "Grain in 1932.\n\nGrain from 1918 to 1953.\n\nGrain.\n\nNo bread.\n")
    h.index(h.folder / "a.txt")
    a = h.ask("timeline", "grain", "--format", "json").json()
    equal(a["total"], {"passages": 3, "dated": 1, "long_only": 1}, "total")
    out = h.ask("timeline", "grain").out
    assert "1932  1 #\n" in out and "1 speaks of longer times only" in out and "1 of no year" in out, out
    equal(h.ask("timeline", "bread", "--format", "tsv", code=1).out, "year\tpassages\n", "no year")


@test
def timeline_takes_filters_without_a_query(h):
    texts(h)
    a = h.ask("timeline", "--person", "Stalin", "--format", "json").json()
    equal((a["total"]["passages"], a["years"][0]), (2, {"year": 1928, "passages": 1}), "--person")
    equal(h.ask("timeline", "--person", "Stalin", "--year", "1931", "--format", "json").json()["total"]["passages"], 1, "")
    assert "person" in h.ask("timeline", "person:Stalin", "--explain").out
    assert "^" in h.ask("timeline", "grain AND", code=2).err


@test
def a_dossier_tells_when_and_in_whose_company(h):
    texts(h)
    a = h.ask("dossier", "Trotsky", "--format", "json").json()
    equal((a["id"], a["first"]["passage"], a["last"]["passage"]), ("trotsky-leon", "a:1", "b:1"), "first and last")
    equal((a["first"]["surface"], a["first"]["year"]), ("Leon Trotsky", 1917), "first")
    equal({y["year"]: y["mentions"] for y in a["years"]}, {1917: 3, 1929: 3, 1930: 1, 1931: 1, 1932: 1, 1933: 1}, "years")
    equal(sum(f["count"] for f in a["forms"]), 6, "forms")
    with_him = {w["id"]: w["passages"] for w in a["with"]}
    assert all(w["score"] > 0 for w in a["with"]) and "bukharin-nikolai" not in with_him, a["with"]
    out = h.ask("dossier", "Trotsky").out
    assert "First mention" in out and "1917  3 ###\n" in out and "as printed: " in out, out


@test
def people_of_no_table_are_asked_for_by_name_and_id(h):
    h.write("a.txt", "Professor Ambrose Quillfeather wrote of Stalin. Quillfeather was read by few.\n")
    h.index(h.folder / "a.txt")
    for name in ("Quillfeather", "Ambrose Quillfeather", "?quillfeather-ambrose", "quillfeather-ambrose"):
        a = mentions(h, name)
        equal((a["id"], a["total"]["mentions"]), ("?quillfeather-ambrose", 2), name)
    equal(mentions(h, "Stalin")["total"]["mentions"], 1, "others beside them")
