"""What is indexed, when, and what an interrupted run leaves."""
import ctypes
import json
import os
import signal
import subprocess
import time

from kit import ROOT, equal, test

ESSAY = """The Left Opposition

In 1923 Trotsky organised an opposition within the party.

It was organized again in 1926, by Zinoviev and Kamenev too.
"""


def counts(house):
    rows = house.ask("sources", "--format", "json").json()["sources"]
    return {r["source"]: r["passages"] for r in rows}


@test
def an_index_answers_a_question(h):
    h.write("texts/essay.txt", ESSAY)
    h.index(h.folder / "texts")
    a = h.search("opposition")
    equal(a["total"]["passages"], 2, "passages")
    equal({x["source"] for x in a["hits"]}, {"essay.txt"}, "sources")
    equal({x["passage"] for x in a["hits"]}, {"essay:1", "essay:2"}, "names of passages")


@test
def offsets_are_bytes_of_the_file(h):
    text = "Überschrift\n\nЁлка и Троцкий, 1923.\n\nÉmigrés wrote “naïve” prose about it all.\n"
    path = h.write("a.txt", text)
    r = h.run("kartoteka-index", "--tag", path)
    equal(r.code, 0, "exit")
    rows = r.lines()
    equal(len(rows), 3, "passages")
    for p in rows:
        b = p["text"].encode()
        equal(text.encode()[p["offset"]:p["offset"] + len(b)], b, "slice")


@test
def a_second_run_reads_only_what_changed(h):
    a, b = h.write("t/a.txt", ESSAY), h.write("t/b.txt", "Bukharin wrote in 1928 of planning.\n")
    h.index(h.folder / "t")
    r = h.index(h.folder / "t")
    assert "2 unchanged" in r.err, r.err
    h.write("t/b.txt", "Rykov spoke in 1929 of grain.\n")
    r = h.index(h.folder / "t")
    assert "1 replaced, 1 unchanged" in r.err, r.err
    equal(h.passages("planning"), [], "the old text")
    equal(h.passages("grain"), ["b:1"], "the new text")
    assert a and b


def opened(path, run):
    """Whether somebody opens a file while something runs (Linux: inotify)."""
    libc = ctypes.CDLL(None, use_errno=True)
    fd = libc.inotify_init1(os.O_NONBLOCK)
    assert fd >= 0 and libc.inotify_add_watch(fd, os.fsencode(path), 0x20) >= 0, os.strerror(ctypes.get_errno())
    try:
        run()
        return bool(os.read(fd, 4096))
    except BlockingIOError:
        return False
    finally:
        os.close(fd)


@test
def a_file_that_nobody_changed_is_not_even_opened(h):
    path = h.write("t/a.txt", "Kirov spoke in 1934 of grain.\n")
    assert opened(path, lambda: h.index(h.folder / "t")), "a new file"
    assert opened(path, lambda: h.index(h.folder / "t")), "one that was read as soon as it was written"
    time.sleep(3.1)
    assert opened(path, lambda: h.index(h.folder / "t")), "one that was too young to tell"
    assert not opened(path, lambda: h.index(h.folder / "t")), "an old one"
    assert not opened(path, lambda: h.index("--dry-run", h.folder / "t")), "an old one in a dry run"
    os.rename(path, path + ".old")
    h.write("t/a.txt", "Kirov spoke in 1934 of grain.\n")
    time.sleep(3.1)
    r = h.index(h.folder / "t")
    assert "1 unchanged" in r.err, r.err
    assert not opened(path, lambda: h.index(h.folder / "t")), "a copy that was compared once"
    assert opened(path, lambda: h.index("--language", "ru", h.folder / "t")), "other options"
    h.index("--rebuild", h.folder / "t")
    was = os.stat(path)
    h.write("t/a.txt", "Kirov spoke in 1935 of grain.\n")
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))
    r = h.index(h.folder / "t")
    assert "1 replaced" in r.err, f"other bytes with the same size and time: {r.err}"


@test
def prune_and_remove_forget_sources(h):
    for name in "abc":
        h.write(f"t/{name}.txt", f"A text about {name * 3} and grain.\n")
    h.index(h.folder / "t")
    os.remove(h.folder / "t" / "a.txt")
    h.index(h.folder / "t")
    equal(sorted(counts(h)), ["a.txt", "b.txt", "c.txt"], "without --prune all stay")
    h.index("--prune")
    equal(sorted(counts(h)), ["b.txt", "c.txt"], "--prune")
    h.index("--remove", h.folder / "t" / "b.txt")
    equal(sorted(counts(h)), ["c.txt"], "--remove")
    h.index("--remove", "nowhere.txt", code=1)
    h.ask("check")


@test
def a_dry_run_writes_nothing(h):
    h.write("t/a.txt", ESSAY)
    r = h.index("--dry-run", h.folder / "t")
    assert "a.txt" in r.out, r.out
    assert not os.path.exists(h.db), "the index was written"


@test
def rebuild_starts_from_an_empty_index(h):
    a = h.write("a.txt", ESSAY)
    b = h.write("b.txt", "Grain and bread.\n")
    h.index(a)
    h.index("--rebuild", b)
    equal(list(counts(h)), ["b.txt"], "sources")
    equal([d for d in os.listdir(h.db) if d.startswith("index-")].__len__(), 1, "databases left")


@test
def other_names_have_all_sources_read_again_at_once(h):
    for i in range(20):
        h.write(f"t/{i:02}.txt", f"Steel and grain of district {i}. Vasily Grankin spoke in 1931.\n")
    other = h.write("names.tsv", "id\tname\tnative\tborn\tdied\talso\tabout\n"
                                 "grankin-vasily\tGrankin, Vasily\tГранкин Василий\t1890\t1950\t\t\n")
    h.index(h.folder / "t")
    ids = lambda: {m["id"] for x in h.search("grain", "--limit", "0")["hits"] for m in x["people"]}
    equal(ids(), {"?grankin-vasily"}, "not in the tables")
    first = open(os.path.join(h.db, "current")).read()
    r = h.index("--authority", other, h.folder / "t")
    assert "all sources are read again" in r.err and "0 added, 20 replaced, 0 unchanged" in r.err, r.err
    assert open(os.path.join(h.db, "current")).read() != first, "replaced one by one"
    equal(ids(), {"grankin-vasily"}, "in the tables")
    r = h.index("--authority", other, h.folder / "t")
    assert "again" not in r.err and "20 unchanged" in r.err, r.err


@test
def other_names_lose_no_source_that_is_not_read_again(h):
    h.write("t/a.txt", "Grain of 1931.\n")
    h.write("u/b.txt", "Steel of 1931.\n")
    h.index(h.folder / "t", h.folder / "u")
    r = h.index("--language", "en", h.folder / "t")
    assert "again" not in r.err and "1 replaced" in r.err, r.err
    equal((h.passages("grain"), h.passages("steel")), (["a:1"], ["b:1"]), "both")
    h.ask("check")


@test
def two_files_of_one_name_are_two_sources(h):
    h.write("x/essay.txt", "Grain in the north.\n")
    h.write("y/essay.txt", "Grain in the south.\n")
    h.index(h.folder / "x", h.folder / "y")
    equal(len(counts(h)), 2, "sources")
    found = h.passages("grain")
    equal(len(set(found)), 2, "names of passages")
    for name in found:
        equal(h.ask("show", name, "--format", "json").json()["passage"], name, "show")


@test
def a_killed_indexer_leaves_whole_sources(h):
    for i in range(300):
        h.write(f"t/{i:03}.txt", "\n\n".join(f"Paragraph {k} of text {i} about grain and steel {i * k}."
                                              for k in range(40)))
    full = {f"{i:03}.txt": 40 for i in range(300)}
    for delay in (0.02, 0.05, 0.1, 0.2):
        p = subprocess.Popen([str(h.build / "kartoteka-index"), "--db", h.db, str(h.folder / "t")],
                             stderr=subprocess.DEVNULL)
        time.sleep(delay)
        p.send_signal(signal.SIGKILL)
        p.wait()
        if os.path.exists(os.path.join(h.db, "current")):
            r = h.run("kartoteka", "sources", "--db", h.db, "--format", "json")
            rows = r.json()["sources"] if r.code == 0 else []
            assert all(x["passages"] == 40 for x in rows), "half a source"
    h.index(h.folder / "t")
    equal(counts(h), full, "the next run completes it")
    h.ask("check")


@test
def readers_are_served_while_a_writer_works(h):
    for i in range(200):
        h.write(f"t/{i:03}.txt", "\n\n".join(f"Grain and steel {k} {i}." for k in range(50)))
    h.index(h.write("first.txt", "Grain was requisitioned.\n"))
    p = subprocess.Popen([str(h.build / "kartoteka-index"), "--db", h.db, str(h.folder / "t")],
                         stderr=subprocess.DEVNULL)
    seen = set()
    while p.poll() is None:
        seen.add(h.search("requisitioned")["total"]["passages"])
    equal(p.returncode, 0, "exit of the indexer")
    assert seen <= {1}, seen
    equal(h.search("grain")["total"]["passages"], 1 + 200 * 50, "in the end")


@test
def front_matter_is_the_sources_card(h):
    h.write("a.md", "---\ntitle: On Grain: a Study\nauthor: Anna Ivanova\ndate: 1929-05-01\nlanguage: en\n---\n\n"
                    "# On Grain\n\nGrain was taken.\n")
    h.index(h.folder / "a.md")
    row = h.ask("sources", "--format", "json").json()["sources"][0]
    equal((row["title"], row["author"], row["date"]), ("On Grain: a Study", "Anna Ivanova", "1929-05-01"), "card")
    for field in ("author:ivanova", "title:study", 'title:"on grain"', "source:a.md", "date:1929", "date:1929-01..1930",
                  "language:en", "kind:paragraph"):
        equal(len(h.passages("grain " + "+" + field)) > 0, True, field)
    for field in ("author:petrov", "date:..1928", "language:ru", "kind:verse"):
        equal(h.passages("+grain +" + field), [], field)


@test
def legacy_encodings_are_read_and_said(h):
    text = ("Троцкий был исключён из партии на объединённом пленуме. Оппозиция потерпела поражение, и её вожди "
            "отправились в ссылку, откуда продолжали переписку и писали воззвания.\n") * 3
    for codec in ("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic", "utf-16"):
        path = h.write(f"{codec}.txt", text.encode(codec, "replace"))
        r = h.index(path)
        found = h.passages("оппозиция", "--person" if False else "--all")
        assert f"{codec}:1" in found, f"{codec}: {found}"
        if codec != "utf-16":
            assert "guessed" in r.err, f"{codec}: {r.err}"


@test
def the_essays_that_come_with_it_are_whole(h):
    h.index(ROOT / "corpus" / "texts")
    files = [f for f in os.listdir(ROOT / "corpus" / "texts") if f.endswith(".md")]
    equal(sorted(counts(h)), sorted(files), "sources")
    h.ask("check")
    rows = h.run("kartoteka-index", "--tag", ROOT / "corpus" / "texts").out.splitlines()
    numbers = {}
    for row in map(json.loads, rows):
        equal(row["number"], numbers.get(row["source"], 0) + 1, row["source"])
        numbers[row["source"]] = row["number"]
    equal(numbers, counts(h), "what --tag shows is what is indexed")
