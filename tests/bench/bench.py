#!/usr/bin/env python3
"""Speed against peers, in one run, on one machine: ratios are what to read.

  tests/bench/bench.py BUILD [FOLDER]     FOLDER of .txt or .md files; default: the essays, repeated to 8 MB

Each figure is the median of several runs, taken in turn.
"""
import os
import pathlib
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = int(os.environ.get("BENCH_RUNS", "3"))
ROOT = pathlib.Path(__file__).resolve().parents[2]


def paragraphs(files):
    for f in files:
        for p in f.read_text("utf-8", "replace").split("\n\n"):
            p = " ".join(p.split())
            if p:
                yield p


def text_of(folder, scratch):
    """Files of plain text to index, and their size."""
    if folder:
        files = [p for p in sorted(pathlib.Path(folder).rglob("*")) if p.suffix in (".txt", ".md") and p.is_file()]
        names = [scratch / f"{i:05}-{p.name}" for i, p in enumerate(files)]
        for p, name in zip(files, names):
            shutil.copy(p, name)
        return names
    essays = sorted((ROOT / "corpus" / "texts").glob("*.md"))
    names, size, turn = [], 0, 0
    while size < 8e6:
        for p in essays:
            name = scratch / f"{turn:03}-{p.stem}.txt"
            name.write_text(f"Part {turn}\n\n" + p.read_text().split("---", 2)[2])
            size += name.stat().st_size
            names.append(name)
        turn += 1
    return names


def seconds(command, before=lambda: None, **how):
    before()
    t = time.perf_counter()
    subprocess.run([str(c) for c in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **how)
    return time.perf_counter() - t


def one_core():
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def size_of(path):
    return sum(f.stat().st_size for f in pathlib.Path(path).rglob("*") if f.is_file())


def indexers(build, scratch, texts, input_file):
    """name -> (command, the folder or file that it writes, what to set before it runs)."""
    db = scratch / "db"
    out = {"kartoteka, one core": ([build / "kartoteka-index", "--db", db / "k1", "--jobs", "1", texts], db / "k1", one_core),
           "kartoteka, all cores": ([build / "kartoteka-index", "--db", db / "k", texts], db / "k", None),
           "bare Xapian, one core": ([build / "yardstick", db / "y", *sorted(texts.iterdir())], db / "y", one_core)}
    if shutil.which("scriptindex"):
        script = scratch / "script"
        script.write_text("text : index field\n")
        out["scriptindex, one core"] = (["scriptindex", "--overwrite", "--stemmer=english", db / "s", script, input_file],
                                        db / "s", one_core)
    if shutil.which("recollindex"):
        conf = scratch / "recoll"
        conf.mkdir()
        (conf / "recoll.conf").write_text(f"topdirs = {texts}\ndbdir = {db / 'r'}\n")
        out["Recoll, all cores"] = (["recollindex", "-c", conf, "-z"], db / "r", None)
    return out


def sqlite_index(path, files):
    path.unlink(missing_ok=True)
    t = time.perf_counter()
    db = sqlite3.connect(path)
    try:
        db.execute("create virtual table t using fts5(text)")
    except sqlite3.OperationalError:
        return None
    with db:
        db.executemany("insert into t values (?)", ((p,) for p in paragraphs(files)))
    db.close()
    return time.perf_counter() - t


def index_table(build, scratch, texts, files, mb):
    input_file = scratch / "input"
    with open(input_file, "w") as f:
        for p in paragraphs(files):
            f.write("text=" + p + "\n\n")
    (scratch / "db").mkdir()
    times = {}
    all_of = indexers(build, scratch, texts, input_file)
    for _ in range(RUNS):
        for name, (command, where, pre) in all_of.items():
            shutil.rmtree(where, ignore_errors=True)
            times.setdefault(name, []).append(seconds(command, preexec_fn=pre))
        t = sqlite_index(scratch / "db" / "fts5", files)
        if t:
            times.setdefault("SQLite FTS5, one core", []).append(t)
    first = statistics.median(times["kartoteka, one core"])
    print(f"\n{'indexing':24} {'s':>7} {'MB/s':>7} {'ratio':>7} {'index MB/MB':>12}")
    for name, ts in times.items():
        t = statistics.median(ts)
        where = all_of[name][1] if name in all_of else None
        size = size_of(where) / 1e6 / mb if where else (scratch / "db" / "fts5").stat().st_size / 1e6 / mb
        print(f"{name:24} {t:7.2f} {mb / t:7.2f} {t / first:7.2f} {size:12.2f}")
    print("(ratio: of the time, against kartoteka on one core)")


QUESTIONS = {
    "one word": ["opposition", "grain", "workers", "terror", "soviet"],
    "two words": ["grain procurement", "party congress", "labour camp", "red army"],
    "four words": ["arrested members of opposition", "grain taken from peasants", "trial of old bolsheviks"],
    "phrase": ['"central committee"', '"five-year plan"', '"red army"'],
    "common phrase": ['"of the"', '"one of the first"', '"to the"'],
    "near": ["party NEAR/5 congress"],
}


def latency_table(build, db):
    print(f"\n{'asking (whole process)':24} {'median ms':>10} {'95 %':>8} {'worst':>8}")
    for kind, queries in QUESTIONS.items():
        ts = sorted(1000 * timed_ask(build, db, q) for _ in range(20) for q in queries)
        print(f"{kind:24} {statistics.median(ts):10.2f} {ts[int(len(ts) * .95)]:8.2f} {ts[-1]:8.2f}")
    if shutil.which("quest"):
        current = db / (db / "current").read_text().strip()
        ts = sorted(1000 * seconds(["quest", "-d", current, "opposition"]) for _ in range(50))
        print(f"{'quest, one word':24} {statistics.median(ts):10.2f} {ts[int(len(ts) * .95)]:8.2f} {ts[-1]:8.2f}")


def timed_ask(build, db, query):
    t = time.perf_counter()
    r = subprocess.run([build / "kartoteka", "search", "--db", db, "--", query], stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
    if r.returncode not in (0, 1):
        raise SystemExit(f"{query}: exit {r.returncode}")
    return time.perf_counter() - t


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="kartoteka-bench-") as folder:
        scratch = pathlib.Path(folder)
        texts = scratch / "texts"
        texts.mkdir()
        files = text_of(sys.argv[2] if len(sys.argv) > 2 else None, texts)
        mb = sum(f.stat().st_size for f in files) / 1e6
        print(f"{len(files)} files, {mb:.1f} MB, {os.cpu_count()} cores, {RUNS} runs")
        index_table(build, scratch, texts, files, mb)
        latency_table(build, scratch / "db" / "k")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"\nlargest process of the run: {peak:.0f} MB")


main()
