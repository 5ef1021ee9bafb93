"""fts5.py - SQLite FTS5 as a peer.

  fts5.py index DB LINES     one row for each line
  fts5.py ask DB RUNS        reads queries (words, or a phrase in quotation marks), prints for each: rows of the answer,
                             microseconds (median of the runs), the query
"""
import pathlib
import sqlite3
import statistics
import sys
import time


def index(path, lines):
    pathlib.Path(path).unlink(missing_ok=True)
    db = sqlite3.connect(path)
    db.execute("create virtual table t using fts5(text)")
    with db, open(lines) as f:
        db.executemany("insert into t values (?)", ((line,) for line in f))
    db.close()


def match(query):
    return query if query.startswith('"') else " OR ".join(f'"{w}"' for w in query.split())


def ask(path, runs):
    db = sqlite3.connect(path)
    for query in sys.stdin.read().splitlines():
        times = []
        for turn in range(runs + 1):
            start = time.perf_counter()
            rows = db.execute("select text from t where t match ? order by rank limit 10", (match(query),)).fetchall()
            if turn:  # the first warms the cache
                times.append(time.perf_counter() - start)
        print(len(rows), f"{1e6 * statistics.median(times):.0f}", query, sep="\t")


if __name__ == "__main__":
    if sys.argv[1] == "index":
        index(sys.argv[2], sys.argv[3])
    else:
        ask(sys.argv[2], int(sys.argv[3]))
