#!/usr/bin/env python3
"""Speed against peers, in one run, on one machine: ratios are what to read.

  tests/bench/bench.py BUILD [FOLDER]     FOLDER of .txt or .md files; default: the essays, repeated to 5 MB

BENCH_RUNS: how often everything is indexed, in turn (default: twice); the fastest counts.
"""
import os
import pathlib
import sys
import tempfile

import asking
import indexing
from texts import Texts


def wanted(indexers, warm, cold, ranked, phrase):
    """What is wanted of the ratios, beside what they are."""
    def faster(one, other):
        """By the clock, and by the processor's seconds when those are shared by all cores evenly."""
        if other not in indexers:
            return None, None
        a, b = indexers[one], indexers[other]
        return b.best / a.best, min(b.busy) / b.cores / (min(a.busy) / a.cores)

    size = indexers["all"].size / indexers["omega"].size if "omega" in indexers else None
    rows = [("all cores, to scriptindex", *faster("all", "omega"), "2.4 or more"),
            ("one core, to bare Xapian", *faster("one", "bare"), "0.80 or more"),
            ("all cores, to Recoll, files of 40 paragraphs", *faster("small", "recoll"), "1.4 or more"),
            ("size of the index, to scriptindex's", size, None, "0.6 or less"),
            ("four words ranked (mixed), to FTS5", ranked, None, "4 or more"),
            ("phrases of function words, to Xapian's", phrase, None, "3 or more, each"),
            ("one word, start included, ms", warm, None, "6 or less"),
            ("one word, index not in the cache, ms", cold, None, "15 or less")]
    print(f"\n{'':46} {'this run':>9} {'by CPU':>7}   wanted, for 50 MB on two cores")
    for name, value, busy, want in rows:
        value, busy = ("-" if v is None else f"{v:.2f}" for v in (value, busy))
        print(f"{name:46} {value:>9} {busy:>7}   {want}")


def main():
    sys.stdout.reconfigure(line_buffering=True)
    build = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="kartoteka-bench-") as folder:
        scratch = pathlib.Path(folder)
        texts = Texts(scratch, sys.argv[2] if len(sys.argv) > 2 else None)
        rounds = int(os.environ.get("BENCH_RUNS", "2"))
        print(f"{len(texts.list)} files, {texts.mb:.1f} MB, {texts.count} paragraphs; {os.cpu_count()} cores; "
              f"the fastest of {rounds}")
        if os.getloadavg()[0] > 0.5:
            print(f"the machine is busy (load {os.getloadavg()[0]:.1f}): seconds of the processor (CPU) tell more than "
                  "those of the clock")
        indexers = indexing.indexers(build, scratch, texts)
        indexing.measure(indexers, rounds)
        indexing.table(indexers, texts.mb)
        dbs = {name: i.db for name, i in indexers.items()}
        warm, cold = asking.whole_processes(build, dbs, texts)
        ranked = asking.one_process(build, dbs, texts)
        phrase = asking.phrases(build, dbs, texts, scratch)
        wanted(indexers, warm, cold, ranked, phrase)


main()
