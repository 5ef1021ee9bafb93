"""The texts and tables that come with the program."""
import csv
import re
import unicodedata

from kit import ROOT, equal, test

TEXTS = sorted((ROOT / "corpus" / "texts").glob("*.md"))
COLUMNS = {"people": ["id", "name", "native", "born", "died", "also", "about"],
           "organisations": ["id", "name", "native", "from", "to", "also", "about"]}


def table(name):
    with open(ROOT / "corpus" / "authority" / f"{name}.tsv", encoding="utf-8", newline="") as f:
        rows = list(csv.reader(f, delimiter="\t", quoting=csv.QUOTE_NONE))
    equal(rows[0], COLUMNS[name], f"{name}.tsv: header")
    for n, row in enumerate(rows[1:], 2):
        equal(len(row), len(rows[0]), f"{name}.tsv:{n}: columns")
    return [dict(zip(rows[0], r)) for r in rows[1:]]


def words(text):
    """Words of the prose: without front matter, notes and bibliography."""
    body = re.split(r"^---$", text, maxsplit=2, flags=re.M)[2]
    body = re.split(r"^## (?:Bibliography|Библиография|Литература|Источники)", body, flags=re.M)[0]
    return len(re.findall(r"\w+", re.sub(r"^\[\^\w+\]:.*$", "", body, flags=re.M)))


@test
def the_essays_are_as_many_and_as_long_as_promised(h):
    languages = {}
    for path in TEXTS:
        text = path.read_text("utf-8")
        equal(text, unicodedata.normalize("NFC", text), f"{path.name}: NFC")
        front = dict(re.findall(r"^(\w+): (.+)$", text.split("---", 2)[1], re.M))
        for field in ("title", "author", "date", "language", "licence"):
            assert front.get(field), f"{path.name}: no {field}"
        languages[front["language"]] = languages.get(front["language"], 0) + 1
        assert words(text) >= 800, f"{path.name}: {words(text)} words"
    assert languages["en"] >= 40 and languages["ru"] >= 8, languages


@test
def notes_and_their_marks_go_together(h):
    for path in TEXTS:
        text = path.read_text("utf-8")
        notes = re.findall(r"^\[\^(\w+)\]:", text, re.M)
        marks = re.findall(r"\[\^(\w+)\](?!:)", text)
        equal(sorted(set(marks)), sorted(notes), path.name)


@test
def the_tables_of_names_are_whole(h):
    for name, least in (("people", 600), ("organisations", 200)):
        rows = table(name)
        assert len(rows) >= least, f"{name}: {len(rows)} rows"
        for key in ("id", "name"):
            values = [r[key] for r in rows]
            equal(len(set(values)), len(values), f"{name}: {key} twice")
        for r in rows:
            assert re.fullmatch(r"[a-z0-9-]+", r["id"]), r["id"]
            line = "\t".join(r.values())
            equal(line, unicodedata.normalize("NFC", line), f"{r['id']}: NFC")
            years = [r[c] for c in rows[0] if c in ("born", "died", "from", "to")]
            assert all(re.fullmatch(r"(\d{3,4})?", y) for y in years), f"{r['id']}: {years}"
            if all(years):
                assert int(years[0]) <= int(years[1]), f"{r['id']}: {years}"


@test
def a_native_name_is_in_one_script(h):
    for r in table("people") + table("organisations"):
        for name in [r["native"], *r["also"].split(";")]:
            name = re.sub(r"\b[IVX]+\b", "", name)  # Александр II
            scripts = {unicodedata.name(c).split()[0] for c in name if c.isalpha()}
            assert len(scripts & {"LATIN", "CYRILLIC"}) <= 1, f"{r['id']}: {name}: {scripts}"


@test
def an_alias_of_two_stands_in_both_rows(h):
    """A name that is another's own name or alias must be an alias of both: then nobody is guessed."""
    for name in COLUMNS:
        rows = table(name)
        bearers = {}
        for r in rows:
            for alias in filter(None, r["also"].split(";")):
                bearers.setdefault(alias.strip().casefold(), set()).add(r["id"])
        for r in rows:
            own = r["name"].casefold()
            others = bearers.get(own, set()) - {r["id"]}
            assert not others, f"{r['id']}: its name is an alias of {sorted(others)}"


@test
def the_essays_name_who_they_should(h):
    h.index(ROOT / "corpus" / "texts")
    people = h.ask("names", "--kind", "person", "--format", "jsonl").lines()
    bodies = h.ask("names", "--kind", "organisation", "--format", "jsonl").lines()
    known = [n for n in people if not n["id"].startswith("?")]
    assert len(known) >= 400 and len(bodies) >= 150, (len(known), len(bodies))
    years = {y["year"] for y in h.ask("timeline", "--format", "json").json()["years"]}
    equal([y for y in range(1905, 1992) if y not in years], [], "years that no passage speaks of")
