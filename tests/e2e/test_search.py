"""What is found, and what is said of it."""
import math
import random

from kit import equal, test

TEXTS = {
    "a.txt": "The workers organised a soviet. Organisation was strong; they were organizing.\n\n"
             "An organ of the party, with organs in every town.\n\n"
             "Stalin's article and Stalin’s speech.\n\n"
             "Stalinisation was resisted by Stalinists.\n",
    "b.txt": "N. K. Krupskaya wrote; N.K. Krupskaya spoke; NK Krupskaya left.\n\n"
             "The counter-revolution of 1936–38 killed 41,000 people.\n\n"
             "“My solitary, innocent head will draw in thousands more. For, after all, [the prosecutors] have to "
             "create an organisation.”[1] A key method\n\n"
             "The oppo-\nsition was weak. Juliane Fürst and Zinov'ev and Zinovʹev agreed.\n",
    "c.txt": "Рютин и Ёлкин писали о Кирове. Убийство Кирова потрясло всех, и Киров стал символом.\n\n"
             "Ryutin and Riutin are one man.\n\nОн встретился с Кировым в Ленинграде.\n",
}


def texts(h):
    for name, text in TEXTS.items():
        h.write("t/" + name, text)
    h.index(h.folder / "t")


def forms(answer):
    return {f["form"]: f["count"] for f in answer["forms"]}


@test
def a_word_is_found_in_all_its_forms_and_spellings(h):
    texts(h)
    a = h.search("organise")
    equal(forms(a), {"organised": 1, "organisation": 2, "organizing": 1}, "forms")
    equal(a["total"], {"passages": 2, "occurrences": 4, "all_words": 2, "any_word": 2}, "totals")
    equal(sorted(h.passages("organ")), ["a:2"], "an organ is not an organisation")


@test
def possessive_is_the_same_word(h):
    texts(h)
    a = h.search("stalin")
    equal(a["total"]["occurrences"], 2, "occurrences")
    equal(h.passages("stalin"), ["a:3"], "not Stalinisation")
    m = a["hits"][0]["matches"]
    text = a["hits"][0]["text"].encode()
    equal([text[x["start"]:x["end"]].decode() for x in m], ["Stalin", "Stalin"], "marks leave out the 's")


@test
def initials_are_found_with_and_without_points(h):
    texts(h)
    for q in ('"N.K. Krupskaya"', '"N. K. Krupskaya"', '"NK Krupskaya"', '"nk krupskaya"'):
        equal(h.search(q)["total"]["occurrences"], 3, q)
    equal(h.passages("N.K."), ["b:1"], "as a word")


@test
def compounds_are_found_whole_and_in_parts(h):
    texts(h)
    for q in ("counter-revolution", "counterrevolution", "revolution", '"counter revolution"'):
        equal(h.passages(q), ["b:2"], q)
    equal(h.passages("opposition"), ["b:4"], "a word broken at a line end")
    for q in ("1936-38", "1936–38", "1936-8", "1936-1938", "1936", "41,000", "41000"):
        equal(h.passages(q), ["b:2"], q)


@test
def editorial_marks_are_no_obstacle(h):
    texts(h)
    for q in ('"after all the prosecutors have to create an organization a key method"', '"organisation A key"',
              '"thousands more for after all"'):
        equal(h.search(q)["total"]["occurrences"], 1, q)


@test
def case_diacritics_and_apostrophes_do_not_matter(h):
    texts(h)
    for q in ("Furst", "FÜRST", "fürst"):
        equal(h.passages(q), ["b:4"], q)
    equal(h.passages("=furst"), [], "=furst")
    equal(h.passages("=Fürst"), ["b:4"], "=Fürst")
    equal(h.search("Zinov’ev")["total"]["occurrences"], 2, "kinds of apostrophe")


@test
def russian_surnames_are_found_in_every_case(h):
    texts(h)
    for q in ("Киров", "Кирова", "Кировым"):
        equal(sorted(h.passages(q)), ["c:1", "c:3"], q)
    equal(h.passages("елкин"), ["c:1"], "е for ё")


@test
def tilde_finds_other_transliterations_and_one_slip(h):
    texts(h)
    equal(sorted(h.passages("~Ryutin")), ["c:1", "c:2"], "~Ryutin")
    equal(h.passages("~Krupskya"), ["b:1"], "one slip")


@test
def operators_do_what_they_say(h):
    texts(h)
    equal(h.passages("organi*"), ["a:1", "b:3"], "prefix")
    equal(h.passages("workers AND soviet"), ["a:1"], "AND")
    equal(sorted(h.passages("soviet OR Krupskaya")), ["a:1", "b:1"], "OR")
    equal(h.passages("party NOT town"), [], "NOT")
    equal(h.passages("+party -town"), [], "+ -")
    equal(h.passages("(soviet OR party) AND organs"), ["a:2"], "( )")
    equal(h.passages("workers NEAR/2 soviet"), [], "too far")
    equal(h.passages("workers NEAR/3 soviet"), ["a:1"], "NEAR counts words")
    equal(h.passages("soviet NEAR/3 workers"), ["a:1"], "NEAR in either order")
    equal(h.passages("soviet ADJ/5 workers"), [], "ADJ in this order only")
    equal(h.passages("workers ADJ/3 soviet"), ["a:1"], "ADJ")
    equal(h.passages('"workers soviet"~2'), ["a:1"], "slop")
    equal(h.passages('"workers soviet"~1'), [], "too small a slop")


@test
def a_field_narrows_a_ranked_list(h):
    texts(h)
    equal(sorted(h.passages("organise")), ["a:1", "b:3"], "the word")
    equal(h.passages("organise source:a.txt"), ["a:1"], "source: narrows")
    equal(h.passages("organise soviet source:b.txt"), ["b:3"], "with some of the words")
    equal(h.passages("person:Krupskaya year:1936"), [], "both must be there")


@test
def no_match_crosses_a_passage(h):
    texts(h)
    equal(h.passages('"organizing an organ"'), [], "phrase")
    equal(h.passages("organizing NEAR/50 town"), [], "NEAR")


@test
def all_the_words_come_before_some(h):
    for i in range(30):
        h.write(f"t/{i:02}.txt", "grain grain grain grain grain grain\n" if i else
                "A long text in which steel and many other things, and at last grain, are spoken of at some length.\n")
    h.index(h.folder / "t")
    a = h.search("steel grain")
    equal(a["hits"][0]["passage"], "00:1", "first")
    equal((a["total"]["all_words"], a["total"]["any_word"]), (1, 30), "totals")
    equal(h.search("steel grain", "--all")["total"]["passages"], 1, "--all")


@test
def totals_are_exact_and_cuts_are_said(h):
    h.write("a.txt", "\n\n".join(f"The grain of the year {i}." for i in range(500)))
    h.index(h.folder / "a.txt")
    a = h.search("grain")
    equal((a["total"]["passages"], a["total"]["occurrences"], len(a["hits"]), a["truncated"]), (500, 500, 10, True), "")
    assert "10 of 500 passages" in h.ask("search", "grain").out
    equal(len(h.passages("grain", "--offset", "495")), 5, "--offset")


@test
def stop_words_do_not_decide_but_count_in_a_phrase(h):
    h.write("a.txt", "The state and the revolution.\n\nThe other one of the two.\n")
    h.index(h.folder / "a.txt")
    equal(h.passages("the revolution"), ["a:1"], "ranked")
    equal(h.passages("the of"), ["a:2", "a:1"][:len(h.passages("the of"))], "only stop words")
    equal(h.passages('"of the"'), ["a:2"], "phrase")


@test
def neighbours_come_with_context(h):
    h.write("a.txt", "One.\n\nTwo grain.\n\nThree.\n")
    h.index(h.folder / "a.txt")
    hit = h.search("grain", "--context", "1")["hits"][0]
    equal(([b["text"] for b in hit["before"]], [b["text"] for b in hit["after"]]), (["One."], ["Three."]), "neighbours")


@test
def concordance_is_one_line_an_occurrence(h):
    texts(h)
    lines = h.ask("concordance", "organise", "--format", "json").json()["lines"]
    equal([x["match"] for x in lines], ["organised", "Organisation", "organizing", "organisation"], "source order")
    right = h.ask("concordance", "organise", "--format", "json", "--sort", "right").json()["lines"]
    equal(right, sorted(right, key=lambda x: x["right"].strip(" ;.,”").casefold()), "sorted by the right")


@test
def formats_hold_the_same_hits(h):
    texts(h)
    want = h.passages("organise")
    rows = h.ask("search", "organise", "--format", "tsv").out.splitlines()
    at = rows[0].split("\t").index("passage")
    equal([r.split("\t")[at] for r in rows[1:]], want, "tsv")
    text = h.ask("search", "organise").out
    assert all(w in text for w in want) and "*organised*" in text, text
    assert "\033" not in text, "colour in a pipe"
    assert "\033" in h.ask("search", "organise", "--color", "always").out, "--color always"


@test
def phrases_of_common_words_are_those_of_a_plain_scan(h):
    """Common words are kept otherwise than others: alone, together, with others, with a slop, near, and repeated."""
    chance = random.Random(1917)
    kinds = ["the", "of", "to", "be", "party", "state", "in", "one"]
    passages = [[chance.choice(kinds) for _ in range(chance.randint(1, 25))] for _ in range(400)]
    h.write("t/a.txt", "\n\n".join(" ".join(p) + "." for p in passages))
    h.index(h.folder / "t")
    for _ in range(60):
        phrase = [chance.choice(kinds) for _ in range(chance.randint(1, 4))]
        n = len(phrase)
        per_passage = [sum(p[i:i + n] == phrase for i in range(len(p))) for p in passages]
        total = h.search('"%s"' % " ".join(phrase), code=0 if any(per_passage) else 1)["total"]
        equal((total["passages"], total["occurrences"]), (sum(map(bool, per_passage)), sum(per_passage)), phrase)
    for a, b in (("the", "of"), ("the", "party"), ("state", "to"), ("in", "in")):
        ends = [[j for i, x in enumerate(p) if x == a for j in range(i + 1, min(i + 4, len(p))) if p[j] == b]
                for p in passages]
        equal(h.search(f'"{a} {b}"~2')["total"]["passages"], sum(map(bool, ends)), f"{a} {b} with a slop")
        equal(h.search(f"{a} ADJ/3 {b}")["total"]["passages"], sum(map(bool, ends)), f"{a} before {b}")
    for query, wanted in (("=the", lambda p: "the" in p), ("+the -of", lambda p: "the" in p and "of" not in p),
                          ("the AND party", lambda p: "the" in p and "party" in p), ("party NOT the", lambda p: "party" in p and "the" not in p),
                          ("the OR state", lambda p: "the" in p or "state" in p), ("th*", lambda p: "the" in p),
                          ('"of the" OR "to be"', lambda p: any(q in zip(p, p[1:]) for q in (("of", "the"), ("to", "be"))))):
        equal(h.search(query)["total"]["passages"], sum(map(wanted, passages)), query)
    lines = h.ask("concordance", "of", "--limit", "0", "--format", "json").json()["lines"]
    equal(len(lines), sum(p.count("of") for p in passages), "lines of a concordance")


@test
def a_foreign_passage_makes_no_function_words(h):
    h.write("t/a.txt", "War communism was ended by the party in 1921, when the peasants had risen.\n\nThe war went on.\n")
    h.write("t/b.txt", "Der Krieg war lang und die Stadt war leer, weil der Winter nicht zu Ende ging.\n")
    h.index(h.folder / "t")
    equal(h.search("krieg language:de")["total"]["passages"], 1, "there is German")
    equal(h.search("war communism")["total"]["all_words"], 1, "with both words")
    equal(h.search("war communism")["total"]["any_word"], 3, "with either")


@test
def lists_of_words_are_ranked_as_bm25_says(h):
    """Against the formula itself, on every page: what is left out early must not have been among the best."""
    chance = random.Random(1921)
    kinds = ["kazan", "tula", "perm", "omsk", "tomsk", "penza", "odessa", "riga", "minsk", "tver"]
    passages = [[chance.choice(kinds[:chance.randint(2, 10)]) for _ in range(chance.randint(1, 40))]
                for _ in range(2500)]
    h.write("t/a.txt", "\n\n".join(" ".join(p) + "." for p in passages))
    h.index(h.folder / "t")
    average = sum(map(len, passages)) / len(passages)
    having = {w: sum(w in p for p in passages) for w in kinds}

    def weight(p, words):
        total = 0
        for w in words:
            odds = (len(passages) - having[w] + 0.5) / (having[w] + 0.5)
            idf = math.log(odds if odds >= 2 else odds * 0.5 + 1)
            times, norm = p.count(w), max(len(p) / average, 0.5)
            total += idf * 1.8 * times / (0.8 * (0.7 + 0.3 * norm) + times)
        return total

    for words in (["riga"], ["odessa", "penza"], ["kazan", "riga", "tomsk"], ["omsk", "perm", "tula", "riga"], ["riga", "penza", "riga"], kinds):
        ranked = sorted((not all(w in p for w in words), -weight(p, words), i + 1) for i, p in enumerate(passages)
                        if any(w in p for w in words))
        equal(h.passages(" ".join(words)), [f"a:{i}" for _, _, i in ranked], words)
        for offset, limit in ((0, 1), (0, 10), (7, 5), (len(ranked) - 3, 10)):
            a = h.search(" ".join(words), "--offset", offset, "--limit", limit)
            page = ranked[offset:offset + limit]
            equal([x["passage"] for x in a["hits"]], [f"a:{i}" for _, _, i in page], (words, offset, limit))
            assert all(abs(x["score"] + w) < 1e-3 for x, (_, w, _) in zip(a["hits"], page)), (words, a["hits"][0]["score"])
            equal((a["total"]["all_words"], a["total"]["any_word"]),
                  (sum(not some for some, _, _ in ranked), len(ranked)), words)


@test
def rare_forms_of_common_words_are_found_in_phrases(h):
    h.write("t/a.txt", "He lived in the town for years.\n\nHe lived ín the town for years.\n\nIn the town ín the end, in the main.\n")
    h.index(h.folder / "t")
    equal(h.search('"in the"')["total"]["occurrences"], 5, "diacritics do not matter")
    equal(h.search('"in the town"')["total"]["occurrences"], 3, "with another word")
    equal(h.search('"lived in"')["total"]["occurrences"], 2, "behind another word")
    equal(h.search('="in the"')["total"]["occurrences"], 3, "unless the printed letters are asked for")
