"""An index written by several processes is the one that a single process writes."""
import os
import re
import signal
import subprocess
import time

from kit import equal, test

PEOPLE = ("Trotsky", "Lev Kamenev", "Grigory Zinoviev", "Nikolai Bukharin", "Alexei Rykov", "Ivan Vasilyevich Petrov",
          "Anna Pankratova", "IVAN VASILYEVICH PETROV")
OTHERS = ("В 1926 году Троцкий и Каменев выступили на пленуме, и оппозиция была осуждена в Москве.",
          "Im Jahre 1929 wurde die Opposition aus der Partei ausgeschlossen, und viele ihrer Anhänger wurden verbannt.",
          "En 1923 l'opposition fut battue, et les chefs du parti furent exilés dans les provinces du nord.")


def paragraph(i, k):
    who = PEOPLE[(i * 7 + k * 3) % len(PEOPLE)]
    if k % 9 == 5:
        return OTHERS[(i // 3 + k) % (1 if i < 20 else 3)]
    return (f"In {1917 + (i + k) % 20} {who} wrote to the Central Committee of grain, steel and co-operatives in "
            f"district {i * k}. “The plan of the party is a plan of the peasants,” he said in the spring of "
            f"{1921 + k % 9}, and the counter-revolution of text{i}word{k} was over.")


def write_texts(h, count=60, paragraphs=40):
    """Sources of very different sizes, in folders, two of one name, one without text, one that cannot be read."""
    for i in range(count):
        size = paragraphs * 8 if i == count // 2 else 1 + (i * 13) % paragraphs
        h.write(f"t/{'abc'[i % 3]}/{i // 3:03}.txt", "\n\n".join(paragraph(i, k) for k in range(size)) + "\n")
    h.write("t/b/empty.txt", "")
    h.write("t/b/005x.txt", b"\x00\x01\x02\x03" * 5000)


def with_jobs(h, jobs, *args, code=1):
    """An index of the texts in a folder of its own: the house, and what was said."""
    other = type(h)(h.folder)
    other.db = str(h.folder / f"db{jobs}")
    r = other.index("--jobs", str(jobs), *args, h.folder / "t", code=code)
    return other, r


def said(r):
    """Totals and messages, without times and the order of messages."""
    return sorted(re.sub(r" in [0-9.]+ s$", "", line) for line in r.err.splitlines())


ASKED = (("sources", "--format", "json"), ("search", "--format", "jsonl", "--limit", "0", "--", "grain steel"),
         ("search", "--format", "jsonl", "--limit", "0", "--", "opposition"),
         ("search", "--format", "jsonl", "--limit", "0", "--", '"central committee" year:1921..1925'),
         ("search", "--format", "jsonl", "--limit", "0", "--", "counterrevolution"),
         ("search", "--format", "jsonl", "--limit", "0", "--", 'person:bukharin'),
         ("search", "--format", "jsonl", "--limit", "0", "--", "пленум"),
         ("search", "--format", "jsonl", "--limit", "0", "--", "language:de +Opposition"),
         ("search", "--format", "jsonl", "--limit", "0", "--", "cooperative"), ("mentions", "--", "Bukharin"),
         ("mentions", "--", "Petrov"), ("timeline",))


def answers(h):
    return [re.sub(r'"index": *"[^"]*"', "", h.run("kartoteka", verb, "--db", h.db, *rest).out)
            for verb, *rest in ASKED]


@test
def the_index_is_the_same_whatever_the_number_of_workers(h):
    write_texts(h)
    one, first = with_jobs(h, 1)
    wanted = answers(one)
    assert "005x.txt" in first.err, first.err
    assert all(wanted), "questions without an answer prove nothing"
    for jobs in (2, 4, 7):
        several, r = with_jobs(h, jobs)
        equal(said(r), said(first), f"messages of --jobs {jobs}")
        for question, got, want in zip(ASKED, answers(several), wanted):
            assert got == want, f"--jobs {jobs}: {question}: {first_difference(got, want)}"
        several.ask("check")
        equal(leavings(several), 1, "databases and parts left")


def first_difference(got, want):
    for a, b in zip(got.splitlines(), want.splitlines()):
        if a != b:
            return f"{a[:400]}, not {b[:400]}"
    return f"{len(got)} bytes, not {len(want)}"


def leavings(h):
    return sum(1 for name in os.listdir(h.db) if name.startswith("index-"))


@test
def what_several_have_written_is_updated_by_one(h):
    write_texts(h)
    several, _ = with_jobs(h, 4)
    one, _ = with_jobs(h, 1)
    h.write("t/c/new.txt", "Une lettre de Trotsky, de 1928, sur le blé. Il écrivit aussi des romans.\n")
    h.write("t/a/000.txt", "Grain was taken in 1929.\n")
    for house in (several, one):
        r = house.index("--jobs", "4", h.folder / "t", code=1)
        assert "1 added, 1 replaced, 59 unchanged" in r.err or "1 added, 1 replaced, 60 unchanged" in r.err, r.err
        house.ask("check")
    equal(answers(several), answers(one), "answers")


@test
def what_is_added_by_several_is_as_if_it_had_been_there_from_the_beginning(h):
    write_texts(h)
    wanted = answers(with_jobs(h, 1)[0])
    for jobs in (1, 3):
        (h.folder / "t").rename(h.folder / "all")
        (h.folder / "t").mkdir()
        (h.folder / "all" / "a").rename(h.folder / "t" / "a")
        several = type(h)(h.folder)
        several.db = str(h.folder / f"added{jobs}")
        several.index(h.folder / "t")
        for name in "bc":
            (h.folder / "all" / name).rename(h.folder / "t" / name)
        (h.folder / "all").rmdir()
        changed = h.folder / "t" / "a" / "001.txt"
        before = changed.read_bytes()
        changed.write_bytes(b"Steel was made in 1931.\n")
        several.index("--jobs", str(jobs), h.folder / "t" / "a")
        changed.write_bytes(before)
        r = several.index("--jobs", str(jobs), h.folder / "t", code=1)
        assert re.search(r"4[01] added, 1 replaced, 19 unchanged", r.err), r.err
        for question, got, want in zip(ASKED, answers(several), wanted):
            got, want = (sorted(re.sub(r'"rank": *\d+,', "", x).splitlines()) for x in (got, want))
            equal(got, want, f"--jobs {jobs}: {question}")  # of equal scores the one that was replaced comes last
        several.ask("check")
        equal(leavings(several), 1, "databases and parts left")


@test
def a_rebuild_by_several_serves_the_old_index_until_it_is_whole(h):
    write_texts(h, 200)
    h.index(h.write("first.txt", "Grain was requisitioned.\n"))
    p = subprocess.Popen([str(h.build / "kartoteka-index"), "--db", h.db, "--rebuild", "--jobs", "4",
                          str(h.folder / "t")], stderr=subprocess.DEVNULL)
    seen = []
    while p.poll() is None:
        rows = h.ask("sources", "--format", "json").json()["sources"]
        if p.poll() is None:
            seen.append(len(rows))
    equal(p.returncode, 1, "exit of the indexer")
    assert set(seen) <= {1, 201}, seen
    equal(h.passages("requisitioned"), [], "the old text")
    equal(leavings(h), 1, "databases and parts left")


@test
def a_killed_indexer_of_several_processes_leaves_whole_sources(h):
    for i in range(300):
        h.write(f"t/{i:03}.txt", "\n\n".join(f"Paragraph {k} of text {i} about grain and steel {i * k}."
                                              for k in range(40)))
    started = time.time()
    other = type(h)(h.folder)
    other.db = h.db + "-whole"
    other.index("--jobs", "4", h.folder / "t")
    whole = time.time() - started
    for tenth in (1, 2, 3, 4, 5, 6, 7, 7.5, 8, 8.5, 9, 9.5):  # of a run; the last are in the merging
        p = subprocess.Popen([str(h.build / "kartoteka-index"), "--db", h.db, "--jobs", "4", str(h.folder / "t")],
                             stderr=subprocess.DEVNULL)
        time.sleep(whole * tenth / 10)
        p.send_signal(signal.SIGKILL)
        p.wait()
        if os.path.exists(os.path.join(h.db, "current")):
            rows = h.run("kartoteka", "sources", "--db", h.db, "--format", "json").json()["sources"]
            assert len(rows) in (0, 300) and all(x["passages"] == 40 for x in rows), "half a source"
            h.run("kartoteka-index", "--db", h.db, "--prune")  # cleans up, adds nothing
            checked = h.run("kartoteka", "check", "--db", h.db)
            assert checked.code == 0, f"killed after {tenth} tenths: {checked.out[:200]} {checked.err[:300]}"
            if rows:
                h.index("--remove", h.folder / "t")
    h.index("--jobs", "4", h.folder / "t")
    rows = h.ask("sources", "--format", "json").json()["sources"]
    equal({r["source"]: r["passages"] for r in rows}, {f"{i:03}.txt": 40 for i in range(300)}, "in the end")
    equal(leavings(h), 1, "databases and parts left")
    h.ask("check")


def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as f:
            return [int(x) for x in f.read().split()]
    except OSError:
        return []


def hear_interrupts():
    """What a shell starts in the background ignores SIGINT, and so do its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def start_and_find_workers(h):
    """A rebuild that lasts long enough to be disturbed, and its workers."""
    write_texts(h, 400, 120)
    p = subprocess.Popen([str(h.build / "kartoteka-index"), "--db", h.db, "--rebuild", "--jobs", "3",
                          str(h.folder / "t")], stderr=subprocess.PIPE, preexec_fn=hear_interrupts)
    workers = []
    while p.poll() is None and len(workers) < 3:
        workers = children(p.pid)
    equal(len(workers), 3, "workers")
    return p, workers


@test
def a_worker_that_dies_is_an_error_and_the_old_index_stays(h):
    h.index(h.write("first.txt", "Grain was requisitioned.\n"))
    p, workers = start_and_find_workers(h)
    os.kill(workers[1], signal.SIGKILL)
    err = p.communicate(timeout=60)[1].decode()
    equal(p.returncode, 3, "exit")
    assert f"worker process {workers[1]}" in err and "signal 9" in err, err
    equal(h.passages("requisitioned"), ["first:1"], "the old index")
    equal(leavings(h), 1, "databases and parts left")
    h.ask("check")


@test
def a_signal_to_the_indexer_ends_its_workers(h):
    h.index(h.write("first.txt", "Grain was requisitioned.\n"))
    for stop in (signal.SIGTERM, signal.SIGINT):
        p, workers = start_and_find_workers(h)
        p.send_signal(stop)
        p.communicate(timeout=60)
        equal(p.returncode, -stop, "exit")
        deadline = time.time() + 10
        while any(alive(w) for w in workers) and time.time() < deadline:
            time.sleep(0.01)
        equal([w for w in workers if alive(w)], [], "workers left")
    equal(h.passages("requisitioned"), ["first:1"], "the old index")
    h.index("--prune")
    equal(leavings(h), 1, "the next run cleans up")


@test
def progress_is_told_within_a_source_and_while_merging(h):
    h.write("t/long.txt", "\n\n".join(paragraph(1, k) for k in range(9000)))
    r = h.index("--jobs", "2", "--progress", "always", h.folder / "t")
    told = [re.fullmatch(r"(\d+) of 1 files, ([0-9.]+) of ([0-9.]+) MB, (\d+) passages, [0-9.]+ MB/s"
                         r"(?:, \d+ s left|; merging ([0-9.]+) of ([0-9.]+) MB, \d+ s left)", line)
            for line in r.err.splitlines()[:-1]]
    assert all(told), r.err
    within = [float(m[2]) for m in told if m[1] == "0"]
    assert within and within == sorted(within) and 0 < within[-1] <= float(told[0][3]), r.err
    merging = [(float(m[5]), float(m[6])) for m in told if m[5]]
    assert merging and merging == sorted(merging) and merging[-1][0] == merging[-1][1] > 0, r.err


def alive(pid):
    try:
        with open(f"/proc/{pid}/stat") as f:
            return f.read().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


@test
def a_number_of_jobs_is_a_number(h):
    for wrong in ("0", "-1", "many", "1x", ""):
        r = h.index("--jobs", wrong, h.folder, code=2)
        assert "--jobs" in r.err, r.err
